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
import { bindAll, type Instance, instanceOf, regionOf, templateOf, UNKNOWN } from "./instance.ts";
import { type Frame, patch } from "./patch.ts";
import { type Down, type Joined, Mismatch, VERSION, type Wire } from "./protocol.ts";
import { locate, pathTo, reach, settle, settleAt, standing } from "./resync.ts";
import { define, type Templates } from "./template.ts";

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
  /** The forms whose fields the person has changed, for the join. */
  changedForms(root: Element): Wire[][];
  /** Loads the page again, a few times at most. */
  refresh(): void;
  navigate(url: string, replace: boolean): void;
}

export interface View {
  root: Element;
  outside: Outside;
  token: string;
  /** Proves to the server that this is the client it knew; good for one join. */
  secret: Wire;
  joined: boolean;
  templates: Templates;
  instance: Instance;
  /** The number of the last frame applied. */
  seq: number;
  /** Frames up to this number are replayed, and what they acknowledge has been counted already. */
  replayed: number;
  /** The number of the last event, and of the last that went over a wire. */
  ref: number;
  sentRef: number;
  waiting: Waiting[];
  /** Instances whose values were asked for. */
  asked: Set<Instance>;
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
const TOO_LARGE = "Too large to send.";
/** What the forms of a join may weigh: under the server's bounds for a value and, at 64 a field, for the fields. */
const MOST_RECOVERED = 64_000;

/** Binds the view to the page as it stands. `block` is the JSON of the templates that the page shows. */
export function createView(root: Element, block: string, outside: Outside): View {
  const templates: Templates = new Map();
  const view: View = {
    root,
    outside,
    token: dom.attribute(root, "dj-v") ?? "",
    secret: 0,
    joined: false,
    templates,
    instance: instanceOf(UNKNOWN, regionOf({ parent: root })),
    seq: 0,
    replayed: 0,
    ref: 0,
    sentRef: 0,
    waiting: [],
    asked: new Set(),
    mismatches: [],
    refusal: "",
    notice: document.createElement("div"),
  };
  try {
    define(templates, JSON.parse(block));
    view.instance.template = templateOf(templates, 0);
    bindAll(view.instance);
  } catch (error) {
    mismatch(view, view.instance, error);
  }
  return view;
}

/** Numbers an event and sends it, or keeps it until the connection is there. */
export function push(view: View, event: LiveEvent): void {
  const { inputs } = view.outside;
  const { edit, submits } = event;
  const last = view.waiting.at(-1);
  if (last && edit && last.edit === edit && last.frame[2] === event.name && last.ref > view.sentRef) {
    view.waiting.pop();
    view.ref--;
  }
  if (view.waiting.length >= MOST_WAITING) return tell(view, "waiting", "too many events");
  // The slots around the controls are bound now, so that the answer's corrections know which have one.
  for (const control of event.controls) reach(view.instance, control, inputs);
  const ref = view.ref + 1;
  const frame = [ref, event.component, event.name, event.args, ...(event.payload ? [event.payload] : [])];
  const refusal = weigh(frame) > MOST_BYTES ? TOO_LARGE : "";
  alert(view, refusal);
  if (refusal) return tell(view, "large", refusal);
  view.ref = ref;
  const controls = event.controls.map((control): [Element, number] => [control, inputs.lastEdit(control)]);
  const waiting = { ref, frame, controls, edit, submits };
  view.waiting.push(waiting);
  if (view.joined) sendEvent(view, waiting);
}

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

/** The socket is open: says who this is and how far it got. */
export function opened(view: View): void {
  const { outside, root, token, secret, seq, sentRef } = view;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const url = location.pathname + location.search;
  let room = MOST_RECOVERED;
  const forms = outside.changedForms(root).filter((form) => {
    const left = room - weigh(form) - 64 * (form[2] as Wire[]).length;
    if (left > 0) room = left;
    return left > 0;
  });
  outside.send([
    "j",
    VERSION,
    token,
    secret,
    dom.attribute(root, "dj-h") ?? 0,
    seq,
    sentRef,
    forms.length ? forms : 0,
    url,
    zone,
    navigator.language,
  ]);
}

/** The socket is gone. */
export function closed(view: View, state: State): void {
  view.joined = false;
  showState(view, state);
}

/** The page is left for good. */
export function leave(view: View): void {
  view.outside.send(["l"]);
}

export function showState(view: View, state: State): void {
  const classes = dom.classesOf(view.root);
  for (const other of STATES) classes.toggle(`dj-${other}`, other === state);
}

export function receive(view: View, down: Down): void {
  view.refusal = down.type === "failed" ? down.text : "";
  switch (down.type) {
    case "update":
      return update(view, down);
    case "acked":
      return apply(view, [], take(view, down.acked), "done");
    case "failed":
      apply(view, [], take(view, down.acked), "failed");
      return tell(view, down.code, down.text);
    case "joined":
      return answered(view, down.joined);
    case "resynced":
      return resynced(view, down);
    case "navigate":
      return down.url ? view.outside.navigate(down.url, down.replace) : view.outside.refresh();
    case "heartbeat":
      view.token = down.token || view.token;
  }
}

function update(view: View, { seq, patch: ops, acked, defs }: Down & { type: "update" }): void {
  define(view.templates, defs);
  if (seq <= view.seq) return;
  const events = seq > view.replayed ? take(view, acked) : [];
  if (seq > view.seq + 1) mismatch(view, view.instance, new Mismatch(`frame ${seq} after ${view.seq}`));
  view.seq = seq;
  apply(view, ops, events, "done");
}

/** Applies a patch, and what its acknowledgements mean for the fields of those events. */
function apply(view: View, ops: Wire[], events: Waiting[], outcome: "done" | "failed" | "unknown"): void {
  const { inputs } = view.outside;
  const untouched = ({ controls }: Waiting): Element[] =>
    controls.filter(([control, edit]) => inputs.lastEdit(control) === edit).map(([control]) => control);
  const refused = outcome === "failed" ? events.at(-1) : undefined;
  const accepted = outcome === "unknown" ? [] : events.filter((event) => event.submits && event !== refused);
  for (const event of accepted) {
    for (const control of untouched(event)) inputs.handedOver.add(control);
  }
  write(inputs, () => {
    if (ops.length) patch(frameOf(view), view.instance, ops);
  });
  for (const event of events) {
    for (const control of untouched(event)) correct(inputs, control, event === refused);
  }
  for (const event of accepted) {
    const keeps = !event.submits || dom.attribute(event.submits, "dj-keep") !== null;
    for (const control of untouched(event)) inputs.accepted(control, keeps);
  }
  inputs.handedOver.clear();
}

/** Runs what writes to the page; choices follow once all their options stand. */
function write(inputs: Inputs, run: () => void): void {
  inputs.written.clear();
  run();
  for (const control of inputs.written) if (control instanceof HTMLSelectElement) inputs.correct(control);
}

/** A field keeps showing what the server holds, but a refused text stays for the person to mend. */
function correct(inputs: Inputs, control: Element, refused: boolean): void {
  const isChoice = isToggle(control) || control instanceof HTMLSelectElement;
  if (inputs.isControlled(control) && !inputs.written.has(control) && (isChoice || !refused)) inputs.correct(control);
}

/** The first events that wait are done. */
const take = (view: View, acked: number): Waiting[] => view.waiting.splice(0, acked);

function answered(view: View, { seq, ref, secret, defs, values, replay }: Joined): void {
  view.secret = secret;
  view.joined = true;
  if (values) view.templates = new Map();
  define(view.templates, defs);
  view.replayed = replay ? seq : 0;
  if (!replay) view.seq = seq;
  if (values) mend(view, [], values);
  const done = view.waiting.filter((event) => event.ref <= ref);
  view.waiting = view.waiting.filter((event) => event.ref > ref);
  apply(view, [], done, "unknown");
  // Also after a crash: what was on its way then is lost, and the server knows what it has had.
  for (const event of view.waiting) sendEvent(view, event);
  if (view.instance.stale) view.asked.add(view.instance);
  for (const instance of view.asked) ask(view, instance);
  showState(view, "connected");
}

function sendEvent(view: View, { ref, frame }: Waiting): void {
  view.sentRef = Math.max(view.sentRef, ref);
  view.outside.send(frame);
}

function resynced(view: View, { seq, path, values, defs }: Down & { type: "resynced" }): void {
  define(view.templates, defs);
  view.seq = seq;
  mend(view, path, values);
}

/** Makes the instance at the path equal to the values; one that cannot be is a mismatch of the whole view. */
function mend(view: View, path: number[], values: Wire[]): void {
  const { inputs } = view.outside;
  try {
    write(inputs, () => {
      const frame = frameOf(view);
      if (path.length) {
        const at = locate(view.instance, path);
        const before = standing(at);
        if (before) view.asked.delete(before);
        settleAt(frame, inputs, at, values);
      } else {
        view.instance = settle(frame, inputs, regionOf({ parent: view.root }), values);
        view.asked.clear();
      }
    });
  } catch (error) {
    mismatch(view, view.instance, error);
  }
}

/** What to write with. From then on the page is not the one that its digest stands for. */
function frameOf(view: View): Frame {
  dom.setAttribute(view.root, "dj-h", null);
  return {
    templates: view.templates,
    writeProperty: view.outside.inputs.write,
    report: (instance, error) => mismatch(view, instance, error),
  };
}

/** Something in the page is not the server's: asks for its values, then for the view's, then for a new page. */
function mismatch(view: View, instance: Instance, error: unknown): void {
  const path = pathTo(view.instance, instance) ?? [];
  console.warn("liveview: resync", path, error);
  const times = note(view, path.join());
  if (times > 2) return view.outside.refresh();
  if (times > 1 && path.length) note(view, "");
  const target = times > 1 || !path.length ? view.instance : instance;
  target.stale = true;
  view.asked.add(target);
  if (view.joined) ask(view, target);
}

/** How often this path was asked for lately. */
function note(view: View, key: string): number {
  const now = Date.now();
  view.mismatches = view.mismatches.filter(([, time]) => now - time < RESYNC_WINDOW);
  view.mismatches.push([key, now]);
  return view.mismatches.filter(([path]) => path === key).length;
}

function ask(view: View, instance: Instance): void {
  const path = pathTo(view.instance, instance);
  if (path) view.outside.send(["r", view.seq, path]);
  else view.asked.delete(instance);
}

/** Tells the page's own scripts, and whoever reads the console. */
function tell(view: View, code: string, text: string): void {
  console.warn(`liveview: ${code}: ${text}`);
  view.root.dispatchEvent(new CustomEvent("dj:error", { bubbles: true, detail: { code, text } }));
}
