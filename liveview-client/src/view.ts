/**
 * One live view: numbers its events, checks the numbers of its frames, and keeps its part of the page true. Opens no socket.
 *
 * Events wait until the server acknowledges them, so that after a break they can be sent again; the server drops those
 * it has seen. Nothing is sent before the join is answered. A frame whose number skips, or a part of the page that is not
 * what it should be, is asked for again as a whole.
 */

import * as dom from "./dom.ts";
import type { Inputs } from "./inputs.ts";
import { isToggle } from "./inputs.ts";
import { bindAll, type Instance, instanceOf, UNKNOWN } from "./instance.ts";
import type { Life } from "./life.ts";
import { type Pen, patch } from "./patch.ts";
import { type Hearer, type Joined, Mismatch, VERSION, type Wire } from "./protocol.ts";
import { children, pathTo, reach, settle, settleAt } from "./resync.ts";
import { define, noTemplates, noteTokens, templateOf } from "./template.ts";

/** What an event says, and what it is about. */
export interface LiveEvent {
  component: string | 0;
  name: string;
  args: Wire;
  payload: Wire;
  /** The controls whose value it carries. */
  controls: Element[];
  /** The control whose edit it is: a later edit says all that this one does. */
  edit: Element | null;
  /** The form it submits. */
  submits: HTMLFormElement | null;
}

/** The world outside the view. */
export interface Outside {
  send(frame: Wire[]): void;
  inputs: Inputs;
  life: Life;
  trust(html: string): string;
  /** The forms whose fields the person has changed, and what a join says of them. */
  changedForms(root: Element): [form: HTMLFormElement, said: Wire[]][];
  /** Loads the page again, a few times at most. */
  refresh(): void;
  navigate(url: string, replace: boolean): void;
}

export interface View extends Outside, Pen {
  root: Element;
  token: string;
  /** Proves to the server that this is the client it knew; good for one join. */
  secret: Wire;
  joined: boolean;
  /** The controls of the forms that the last join brought along, with their edits. */
  brought: Map<Element, number>;
  instance: Instance;
  /** The number of the last frame applied. */
  seq: number;
  /** Frames up to this number are replayed, and what they acknowledge has been counted already. */
  replayed: number;
  /** The number of the last event, and of the last that went over a wire. */
  ref: number;
  sentRef: number;
  waiting: Waiting[];
  /** Which instances were asked for lately, by path, and when. */
  mismatches: [path: string, time: number][];
  /** The server's last word before it closed. */
  refusal: string;
  /** Says what a person must know; before the root while it has a text. */
  notice: Element;
}

interface Waiting {
  ref: number;
  frame: Wire[];
  /** The control whose edit it is. */
  edit: Element | null;
  /** Each control the event speaks of, with its last edit then. */
  controls: [Element, number][];
  submits: HTMLFormElement | null;
}

/** What the view's root shows as a class, `dj-` before it. */
export type State = "connected" | "disconnected" | "offline" | "error";
const STATES: State[] = ["connected", "disconnected", "offline", "error"];

/** Enough for a break, and no more than the server takes at once when it is over. */
const MOST_WAITING = 100;
const RESYNC_WINDOW = 10_000;
/** A little under the 128 KiB that the server takes. */
const MOST_BYTES = 130_000;
const TOO_MUCH = "Not sent: too much at once.";
/** What the forms of a join may weigh: under the server's bounds for a value and, at 64 a field, for the fields. */
const MOST_RECOVERED = 64_000;

/** Binds the view to the page as it stands. `block` is the JSON of the templates that the page shows. */
export function createView(root: Element, block: string, outside: Outside): View {
  const templates = noTemplates();
  const view: View = {
    ...outside,
    root,
    token: dom.attribute(root, "dj-v") ?? "",
    secret: 0,
    joined: false,
    brought: new Map(),
    templates,
    instance: instanceOf(UNKNOWN, { parent: root }),
    seq: 0,
    replayed: 0,
    ref: 0,
    sentRef: 0,
    waiting: [],
    mismatches: [],
    refusal: "",
    notice: dom.createElement("div"),
    writers: { property: outside.inputs.property, trust: outside.trust },
    report: (instance, error) => mismatch(view, instance, error),
  };
  try {
    define(templates, JSON.parse(block));
    noteTokens(templates, root);
    const template = templateOf(templates, 0);
    view.instance = instanceOf(template, view.instance.region, template.shown);
    bindAll(view.instance);
  } catch (error) {
    mismatch(view, view.instance, error);
  }
  return view;
}

/** Numbers an event and sends it, or keeps it until the connection is there; says whether it could. */
export function push(view: View, event: LiveEvent): boolean {
  const { inputs } = view;
  const { edit, submits } = event;
  const last = view.waiting.at(-1);
  const replaces = last && edit && last.edit === edit && last.frame[2] === event.name && last.ref > view.sentRef;
  const ref = replaces ? last.ref : view.ref + 1;
  const frame = [ref, event.component, event.name, event.args, ...(event.payload ? [event.payload] : [])];
  const isTooMuch = (!replaces && view.waiting.length >= MOST_WAITING) || weigh(frame) > MOST_BYTES;
  alert(view, isTooMuch ? TOO_MUCH : "");
  if (isTooMuch) {
    tell(view, "unsent", TOO_MUCH);
    return false;
  }
  // The slots around the controls are bound now, so that the answer's corrections know which have one.
  for (const control of event.controls) reach(view.instance, control, inputs);
  if (replaces) view.waiting.pop();
  view.ref = ref;
  const controls = event.controls.map((control): [Element, number] => [control, inputs.of(control).edit]);
  const waiting = { ref, frame, controls, edit, submits };
  view.waiting.push(waiting);
  if (view.joined) sendEvent(view, waiting);
  return true;
}

/** Whether an event goes at once, and the last of the kind that stands for the element's state has its answer. */
export const isReady = ({ joined, waiting }: View, bound: Element): boolean =>
  joined && !waiting.some(({ edit }) => edit === bound);

/** Shows the text where a person and a screen reader notice it; without one, nothing. */
export function alert({ root, notice }: View, text: string): void {
  notice.role = "alert";
  notice.className = "dj-alert";
  notice.textContent = text;
  if (text) root.before(notice);
  else notice.remove();
}

/** How many bytes a message has. */
const weigh = (frame: Wire): number => new Blob([JSON.stringify(frame)]).size;

/** The socket is open: says who this is, how far it got, and what was typed. */
export function join(view: View): void {
  const { root, inputs } = view;
  view.joined = false;
  view.brought.clear();
  let room = MOST_RECOVERED;
  const forms: Wire[] = [];
  for (const [form, said] of view.changedForms(root)) {
    const left = room - weigh(said) - 64 * (said[2] as Wire[]).length;
    if (left <= 0) continue;
    room = left;
    forms.push(said);
    for (const control of dom.controlsOf(form)) view.brought.set(control, inputs.of(control).edit);
  }
  view.send([
    "j",
    VERSION,
    view.token,
    view.secret,
    dom.attribute(root, "dj-h") ?? 0,
    view.seq,
    view.sentRef,
    forms.length ? forms : 0,
    location.pathname + location.search,
    Intl.DateTimeFormat().resolvedOptions().timeZone,
    navigator.language,
  ]);
}

/** The socket is gone. */
export function closed(view: View, state: State): void {
  view.joined = false;
  showState(view, state);
}

export function showState(view: View, state: State): void {
  const classes = dom.classesOf(view.root);
  for (const other of STATES) classes.toggle(`dj-${other}`, other === state);
}

/** What becomes of the server's words. */
export const hearerOf = (view: View): Hearer => ({
  update(seq, ops, acked, defs) {
    define(view.templates, defs);
    if (seq <= view.seq) return;
    const events = seq > view.replayed ? take(view, acked) : [];
    if (seq > view.seq + 1) mismatch(view, view.instance, new Mismatch(`frame ${seq} after ${view.seq}`));
    view.seq = seq;
    apply(view, ops, events);
  },
  acked: (acked) => apply(view, [], take(view, acked)),
  failed(acked, code, text) {
    const events = take(view, acked);
    // A view that has crashed has taken what its events did with it: nothing follows from them.
    if (code !== "crashed") apply(view, [], events, events.at(-1));
    tell(view, code, text);
    view.refusal = text;
  },
  answered: (joined) => answered(view, joined),
  resynced(seq, path, values, defs) {
    define(view.templates, defs);
    view.seq = seq;
    mend(view, path, values);
  },
  navigate: (url, replace) => (url ? view.navigate(url, replace) : view.refresh()),
  heard(token) {
    view.token = token || view.token;
  },
});

/** Applies a patch, and what its acknowledgements mean for the fields of those events. */
function apply(view: View, ops: Wire[], events: Waiting[], refused?: Waiting, isKnown = true): void {
  const { inputs } = view;
  const untouched = events.flatMap((event) =>
    event.controls
      .filter(([control, edit]) => inputs.of(control).edit === edit)
      .map(([control]) => ({
        control,
        isRefused: event === refused,
        accepting: isKnown && event !== refused && event.submits,
      })),
  );
  inputs.handedOver = new Set(untouched.filter(({ accepting }) => accepting).map(({ control }) => control));
  inputs.written.clear();
  if (ops.length) write(view, () => patch(view, view.instance, ops));
  for (const { control, isRefused } of untouched) correct(inputs, control, isRefused);
  for (const { control, accepting } of untouched) {
    if (accepting) inputs.accepted(control, dom.attribute(accepting, "dj-keep") !== null);
  }
  inputs.handedOver.clear();
}

/** Runs what writes to the page, which is not the one of its digest then; choices follow once all their options stand. */
function write({ root, inputs, life }: View, run: () => void): void {
  dom.setAttribute(root, "dj-h", null);
  inputs.written.clear();
  life.frame(() => {
    run();
    for (const control of inputs.written) if (control instanceof HTMLSelectElement) inputs.correct(control);
  });
}

/** A field keeps showing what the server holds, but a refused text stays for the person to mend. */
function correct(inputs: Inputs, control: Element, isRefused: boolean): void {
  const isKept = isRefused && !isToggle(control) && !(control instanceof HTMLSelectElement);
  if (inputs.of(control).controlled && !inputs.written.has(control) && !isKept) inputs.correct(control);
}

/** The first events that wait are done. */
const take = (view: View, acked: number): Waiting[] => view.waiting.splice(0, acked);

function answered(view: View, { seq, ref, secret, defs, values, replay }: Joined): void {
  const { inputs, joined } = view;
  view.secret = secret;
  if (values) view.templates = noTemplates();
  define(view.templates, defs);
  view.replayed = replay ? seq : 0;
  if (!replay) view.seq = seq;
  const done = view.waiting.filter((event) => event.ref <= ref);
  view.waiting = view.waiting.filter((event) => event.ref > ref);
  // Unasked, it comes of a crash: nobody was told what was typed, and what the events did is gone.
  if (joined) view.brought.clear();
  if (values) {
    inputs.brought = view.brought;
    mend(view, [], values);
  }
  if (!joined) apply(view, [], done, undefined, false);
  inputs.brought = null;
  if (joined && view.changedForms(view.root).length) return join(view);
  view.joined = true;
  // Whoever shows the secret before this one is a stranger from now on.
  view.send(["h"]);
  // Also after a crash: what was on its way then is lost, and the server knows what it has had.
  for (const event of view.waiting) sendEvent(view, event);
  askAgain(view, view.instance, []);
  showState(view, "connected");
}

function sendEvent(view: View, { ref, frame }: Waiting): void {
  view.sentRef = Math.max(view.sentRef, ref);
  view.send(frame);
}

/** Makes the instance at the path equal to the values; one that cannot be is a mismatch of the whole view. */
function mend(view: View, path: number[], values: Wire[]): void {
  const { inputs, instance, root } = view;
  try {
    write(view, () => {
      if (path.length) settleAt(view, inputs, instance, path, values);
      else view.instance = settle(view, inputs, { parent: root }, values);
    });
  } catch (error) {
    mismatch(view, view.instance, error);
  }
}

/** Something in the page is not the server's: asks for its values, then for the view's, then for a new page. */
function mismatch(view: View, instance: Instance, error: unknown): void {
  const path = pathTo(view.instance, instance) ?? [];
  console.warn("liveview: resync", path, error);
  const times = note(view, path.join());
  if (times > 2) return view.refresh();
  if (times > 1 && path.length) note(view, "");
  const isWhole = times > 1 || !path.length;
  (isWhole ? view.instance : instance).stale = true;
  if (view.joined) view.send(["r", view.seq, isWhole ? [] : path]);
}

/** How often this path was asked for lately. */
function note(view: View, key: string): number {
  const now = Date.now();
  view.mismatches = view.mismatches.filter(([, time]) => now - time < RESYNC_WINDOW);
  view.mismatches.push([key, now]);
  return view.mismatches.filter(([path]) => path === key).length;
}

/** Asks for all that is not what it should be: what was asked for on another line has no answer on this one. */
function askAgain(view: View, instance: Instance, path: number[]): void {
  if (instance.stale) view.send(["r", view.seq, path]);
  else for (const [child, ...steps] of children(instance)) askAgain(view, child, [...path, ...steps]);
}

/** Tells the page's own scripts, and whoever reads the console. */
function tell(view: View, code: string, text: string): void {
  console.warn(`liveview: ${code}: ${text}`);
  view.root.dispatchEvent(new CustomEvent("dj:error", { bubbles: true, detail: { code, text } }));
}
