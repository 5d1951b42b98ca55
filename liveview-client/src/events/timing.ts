/**
 * When an event goes out: at once, after a pause, or at most every so often. Knows nothing of what the event says.
 */

/**
 * Waits for a pause of `ms`, an endless one being the blur; or lets one through every `ms`, the first at once and the last
 * always.
 */
export interface Timing {
  throttles: boolean;
  ms: number;
}

interface Pending {
  element: Element;
  kind: string;
  /** What goes out next; null while a throttle only counts down. */
  run: (() => void) | null;
  timer: number;
}

/** What waits, at most one of an element and a kind of event, in the order it came. */
export type Waiting = Set<Pending>;

/** Runs now or later, in the place of what already waits for the same element and kind. */
export function schedule(waiting: Waiting, element: Element, kind: string, timing: Timing, run: () => void): void {
  const known = [...waiting].find((pending) => pending.element === element && pending.kind === kind);
  const pending = known ?? { element, kind, run, timer: 0 };
  waiting.add(pending);
  pending.run = run;
  if (timing.throttles) {
    if (!known) countDown(waiting, pending, timing.ms);
    return;
  }
  clearTimeout(pending.timer);
  if (timing.ms < Infinity) pending.timer = window.setTimeout(() => fire(waiting, pending), timing.ms);
}

/** Sends everything that waits, in order. */
export function flush(waiting: Waiting): void {
  for (const pending of [...waiting]) if (pending.run) fire(waiting, pending);
}

/** Whether something of this element waits. */
export const isWaiting = (waiting: Waiting, element: Element): boolean =>
  [...waiting].some((pending) => pending.element === element && pending.run !== null);

/** Lets one through, and the next after a while; what came meanwhile goes out at its end, and the next while begins. */
function countDown(waiting: Waiting, pending: Pending, ms: number): void {
  if (!fire(waiting, pending)) return;
  pending.run = null;
  pending.timer = window.setTimeout(() => countDown(waiting, pending, ms), ms);
  waiting.add(pending);
}

/** Ends a wait, and says whether something went out. What belongs to an element that has left the page is forgotten. */
function fire(waiting: Waiting, pending: Pending): boolean {
  clearTimeout(pending.timer);
  // What it sends may let go what waits, this one too.
  if (!waiting.delete(pending) || !pending.run || !pending.element.isConnected) return false;
  pending.run();
  return true;
}

const TEXT_LIKE = /^(text|search|email|url|tel|password|number|textarea|range|color)$/;
/** What goes on and on; the latest says all that those before did. */
export const STREAM = /^(window-)?(scroll|resize|pointermove|dragover|mutation)$/;
/** Quick typing and sliders need not send every step, and what goes on without a pause even less. */
const DEFAULT_MS = 100;
const STREAM_MS = 150;

/** What the attributes say, else what suits the control. */
export function timingOf(debounce: string | null, throttle: string | null, kind: string, type: string): Timing | null {
  const said = debounce ?? throttle;
  const suits = kind === "input" && TEXT_LIKE.test(type) ? DEFAULT_MS : STREAM.test(kind) ? STREAM_MS : 0;
  const ms = said === null ? suits : debounce === "blur" ? Infinity : Number(said);
  const waits = debounce !== null || (said === null && kind === "mutation");
  return ms > 0 ? { throttles: !waits, ms } : null;
}
