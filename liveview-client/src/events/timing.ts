/**
 * When an event goes out: at once, after a pause, or at most every so often. Knows nothing of what the event says.
 */

/** Waits for a pause of `ms`; or for the blur; or lets one through every `ms`, the first at once and the last always. */
export type Timing = { mode: "debounce" | "throttle"; ms: number } | { mode: "blur" };

interface Pending {
  /** What goes out next; null while a throttle only counts down. */
  run: (() => void) | null;
  timer: number;
}

/** What waits, by element and kind of event, in the order it came. */
export type Waiting = Map<Element, Map<string, Pending>>;

/** Runs now or later, in the place of what already waits for the same element and kind. */
export function schedule(waiting: Waiting, element: Element, kind: string, timing: Timing, run: () => void): void {
  const pending = waiting.get(element)?.get(kind);
  if (timing.mode === "throttle") {
    if (pending) pending.run = run;
    else {
      countDown(waiting, element, kind, timing.ms);
      run();
    }
    return;
  }
  clearTimeout(pending?.timer);
  const timer = timing.mode === "blur" ? 0 : window.setTimeout(() => fire(waiting, element, kind), timing.ms);
  put(waiting, element, kind, { run, timer });
}

/** Sends everything that waits, in order. */
export function flush(waiting: Waiting): void {
  for (const [element, kinds] of [...waiting]) {
    for (const [kind, pending] of [...kinds]) if (pending.run) fire(waiting, element, kind);
  }
}

/** Lets nothing through for a while; what came meanwhile goes out at the end, and the next while begins. */
function countDown(waiting: Waiting, element: Element, kind: string, ms: number): void {
  const timer = window.setTimeout(() => {
    if (fire(waiting, element, kind)) countDown(waiting, element, kind, ms);
  }, ms);
  put(waiting, element, kind, { run: null, timer });
}

function put(waiting: Waiting, element: Element, kind: string, pending: Pending): void {
  const kinds = waiting.get(element) ?? new Map<string, Pending>();
  waiting.set(element, kinds.set(kind, pending));
}

/** Ends a wait, and says whether something went out. What belongs to an element that has left the page is forgotten. */
function fire(waiting: Waiting, element: Element, kind: string): boolean {
  const kinds = waiting.get(element);
  const pending = kinds?.get(kind);
  clearTimeout(pending?.timer);
  kinds?.delete(kind);
  if (kinds?.size === 0) waiting.delete(element);
  if (!pending?.run || !element.isConnected) return false;
  pending.run();
  return true;
}

const TEXT_LIKE = /^(text|search|email|url|tel|password|number|textarea|range|color)$/;
/** Quick typing and sliders need not send every step. */
const DEFAULT_MS = 100;

/** What the attributes say, else what suits the control. */
export function timingOf(debounce: string | null, throttle: string | null, kind: string, type: string): Timing | null {
  if (debounce === "blur") return { mode: "blur" };
  const mode = debounce === null ? "throttle" : "debounce";
  const said = debounce ?? throttle;
  const ms = said === null ? (kind === "input" && TEXT_LIKE.test(type) ? DEFAULT_MS : 0) : Number(said);
  return ms > 0 ? { mode, ms } : null;
}
