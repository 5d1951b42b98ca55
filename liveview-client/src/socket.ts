/**
 * One connection that is kept up: when to open it, when to try again, how to know that it is dead. Reads no message.
 *
 * With a WebSocket it is connecting or open; without one it waits for the next try, which a timer, the network or the person's
 * return starts, or it is idle: suspended, or ended for good. Only `connect` makes one, only `drop` and `suspend` give one
 * up. A hidden page never retries; it does as soon as it is seen.
 */

import { isSeen } from "./dom.ts";

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
  /** Tries since the last good connection. */
  attempt: number;
  /** When it opened; never, while it has not. */
  openedAt: number;
  /** When something was last heard. */
  pulse: number;
  /** The timer of the next try, which may be over already; 0 where none is to come. */
  retry: number;
  /** The timer that watches the connection. */
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
  if (!/1001|1012|4008/.test(String(code))) return wait;
  return wait + random() * 5_000 + (code === 4008 ? 5_000 : 0);
}

export const createSocket = (url: string, listener: Listener): Socket => ({
  url,
  listener,
  current: null,
  attempt: 0,
  openedAt: Infinity,
  pulse: 0,
  retry: 0,
  watch: 0,
});

export function connect(socket: Socket): void {
  if (socket.current) return;
  suspend(socket);
  const made = new WebSocket(socket.url);
  socket.current = made;
  socket.watch = window.setTimeout(() => drop(socket, made, 1006), CAP);
  made.onopen = () => {
    if (made !== socket.current) return;
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

const isOpen = ({ openedAt }: Socket): boolean => openedAt < Infinity;

export function send(socket: Socket, text: string): void {
  if (isOpen(socket)) socket.current?.send(text);
}

/** Closes and tries again, later and later. */
export const restart = (socket: Socket): void => drop(socket, socket.current, 1006);

/** The network is back or the page is seen: tries now, or asks whether the other side is still there. */
export function wake(socket: Socket): void {
  if (socket.retry) again(socket);
  else if (isOpen(socket) && Date.now() - socket.pulse > HEARTBEAT) ask(socket, 2_000);
}

/** Gives a connection up; what it may still say is not heard any more. */
function drop(socket: Socket, lost: WebSocket | null, code: number): void {
  if (!lost || lost !== socket.current) return;
  if (Date.now() - socket.openedAt > STABLE) socket.attempt = 0;
  suspend(socket);
  const final = FINAL.test(String(code));
  if (!final) {
    socket.retry = window.setTimeout(() => again(socket), delayBefore(socket.attempt++, code, Math.random));
  }
  socket.listener.lost(final);
}

/** Closes until `connect`. */
export function suspend(socket: Socket): void {
  const lost = socket.current;
  clearTimeout(socket.retry);
  clearTimeout(socket.watch);
  Object.assign(socket, { current: null, retry: 0, openedAt: Infinity } satisfies Partial<Socket>);
  lost?.close();
}

function again(socket: Socket): void {
  if (isSeen() && navigator.onLine) connect(socket);
}

/** Looks again after a while: a page that is seen and has heard nothing says something, and wants an answer. */
function beat(socket: Socket): void {
  clearTimeout(socket.watch);
  socket.watch = window.setTimeout(() => {
    if (isSeen() && Date.now() - socket.pulse >= HEARTBEAT) ask(socket, CAP);
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
