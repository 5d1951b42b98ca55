/**
 * One connection that is kept up: when to open it, when to try again, how to know that it is dead. Reads no message.
 *
 * `idle`: suspended, or ended for good. `waiting`: a timer, the network or the person's return starts the next try.
 * `connecting` and `open`: there is a WebSocket. Only `connect` makes one, only `drop` and `suspend` give one up.
 * A hidden page never retries; it does as soon as it is seen.
 */

/** What the socket tells. */
export interface Listener {
  opened(): void;
  received(text: string): void;
  /** The connection is gone; `final` means that it will not come back. */
  lost(final: boolean): void;
}

export interface Socket {
  url: string;
  listener: Listener;
  current: WebSocket | null;
  state: "idle" | "waiting" | "connecting" | "open";
  /** Tries since the last good connection. */
  attempt: number;
  openedAt: number;
  /** When something was last heard. */
  pulse: number;
  /** The timer of the next try, and the one that watches the connection. */
  retry: number;
  watch: number;
}

const BASE = 250;
const CAP = 10_000;
const HEARTBEAT = 25_000;
/** A connection that lived so long was a good one: the next try is the first again. */
const STABLE = 5_000;

/** Codes after which the server does not want this page back: too large a message, taken over, abuse, refused, crashed. */
const FINAL = /1009|400[1345]/;

/** How long to wait before a try: full jitter, so that the clients of a restarted server do not all return at once. */
export function delayBefore(attempt: number, code: number, random: () => number): number {
  const wait = attempt === 0 ? 50 + random() * 200 : random() * Math.min(CAP, BASE * 2 ** attempt);
  if (code === 1001 || code === 1012) return wait + random() * 5_000;
  if (code === 4008) return wait + 5_000 + random() * 5_000;
  return wait;
}

export const createSocket = (url: string, listener: Listener): Socket => ({
  url,
  listener,
  current: null,
  state: "idle",
  attempt: 0,
  openedAt: 0,
  pulse: 0,
  retry: 0,
  watch: 0,
});

export function connect(socket: Socket): void {
  if (socket.current) return;
  clearTimeout(socket.retry);
  socket.state = "connecting";
  const made = new WebSocket(socket.url);
  socket.current = made;
  socket.watch = window.setTimeout(() => drop(socket, made, 1006), CAP);
  made.onopen = () => {
    if (made !== socket.current) return;
    socket.state = "open";
    socket.openedAt = socket.pulse = Date.now();
    beat(socket);
    socket.listener.opened();
  };
  made.onmessage = ({ data }) => {
    if (made !== socket.current) return;
    socket.pulse = Date.now();
    socket.listener.received(String(data));
  };
  made.onclose = ({ code }) => drop(socket, made, code);
}

export function send(socket: Socket, text: string): void {
  if (socket.state === "open") socket.current?.send(text);
}

/** Closes and tries again, later and later. */
export function restart(socket: Socket): void {
  drop(socket, socket.current, 1006);
}

/** Closes until `connect`. */
export function suspend(socket: Socket): void {
  release(socket);
  socket.state = "idle";
}

/** The network is back or the page is seen: tries now, or asks whether the other side is still there. */
export function wake(socket: Socket): void {
  if (socket.state === "waiting") again(socket);
  else if (socket.state === "open" && Date.now() - socket.pulse > HEARTBEAT) ask(socket, 2_000);
}

/** Gives a connection up; what it may still say is not heard any more. */
function drop(socket: Socket, lost: WebSocket | null, code: number): void {
  if (!lost || lost !== socket.current) return;
  if (socket.state === "open" && Date.now() - socket.openedAt > STABLE) socket.attempt = 0;
  release(socket);
  const final = FINAL.test(String(code));
  socket.state = final ? "idle" : "waiting";
  if (!final) {
    socket.retry = window.setTimeout(() => again(socket), delayBefore(socket.attempt++, code, Math.random));
  }
  socket.listener.lost(final);
}

function release(socket: Socket): void {
  const lost = socket.current;
  socket.current = null;
  clearTimeout(socket.retry);
  clearTimeout(socket.watch);
  lost?.close();
}

function again(socket: Socket): void {
  if (socket.state === "waiting" && document.visibilityState === "visible" && navigator.onLine) connect(socket);
}

/** Looks again after a while: a page that is seen and has heard nothing says something, and wants an answer. */
function beat(socket: Socket): void {
  clearTimeout(socket.watch);
  socket.watch = window.setTimeout(() => {
    if (document.visibilityState === "visible" && Date.now() - socket.pulse >= HEARTBEAT) ask(socket, CAP);
    else beat(socket);
  }, HEARTBEAT);
}

function ask(socket: Socket, patience: number): void {
  const asked = Date.now();
  const { current } = socket;
  send(socket, '["h"]');
  clearTimeout(socket.watch);
  socket.watch = window.setTimeout(() => {
    if (socket.pulse < asked) drop(socket, current, 1006);
    else beat(socket);
  }, patience);
}
