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
import { type Down, definitions, type Joined, Mismatch, VERSION, type Wire } from "./protocol.ts";
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
  /** The form it submits. */
  submits: HTMLFormElement | null;
}

/** The world outside the view. */
export interface Outside {
  send(frame: Wire[]): void;
  inputs: Inputs;
  /** The forms whose fields the person has changed, for the join. */
  changedForms(root: Element): Wire;
  /** Loads the page again, a few times at most. */
  reload(): void;
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
  /** When which instance was asked for, by path. */
  mismatches: Map<string, number[]>;
  /** The server's last word before it closed. */
  refusal: string;
}

interface Waiting {
  ref: number;
  frame: Wire[];
  /** Each control the event speaks of, with its last edit then. */
  controls: [Element, number][];
  submits: HTMLFormElement | null;
}

/** What the view's root shows as a class, `dj-` before it. */
export type State = "connected" | "disconnected" | "offline" | "error";
const STATES: State[] = ["connected", "disconnected", "offline", "error"];

/** Enough for a short break, not for a stuck key. */
const MOST_WAITING = 256;
const RESYNC_WINDOW = 10_000;

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
    mismatches: new Map(),
    refusal: "",
  };
  try {
    define(templates, definitions(JSON.parse(block)));
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
  if (view.waiting.length >= MOST_WAITING) return tell(view, "waiting", "too many events");
  // The slots around the controls are bound now, so that the answer's corrections know which have one.
  for (const control of event.controls) reach(view.instance, control, inputs);
  const ref = ++view.ref;
  const frame = [ref, event.component, event.name, event.args, ...(event.payload ? [event.payload] : [])];
  const controls = event.controls.map((control): [Element, number] => [control, inputs.lastEdit(control)]);
  view.waiting.push({ ref, frame, controls, submits: event.submits });
  if (view.joined) sendEvent(view, ref, frame);
}

/** The socket is open: says who this is and how far it got. */
export function opened(view: View): void {
  const { outside, root, token, secret, seq, sentRef } = view;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const url = location.pathname + location.search;
  const forms = outside.changedForms(root);
  outside.send([
    "j",
    VERSION,
    token,
    secret,
    dom.attribute(root, "dj-h") ?? "",
    seq,
    sentRef,
    forms,
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
  switch (down.type) {
    case "update":
      return update(view, down);
    case "acked":
      return apply(view, [], take(view, down.acked), "done");
    case "failed":
      view.refusal = down.text;
      apply(view, [], take(view, down.acked), "failed");
      return tell(view, down.code, down.text);
    case "joined":
      return answered(view, down.joined);
    case "resynced":
      return resynced(view, down);
    case "navigate":
      return down.url ? view.outside.navigate(down.url, down.replace) : view.outside.reload();
    case "heartbeat":
      view.token = down.token || view.token;
  }
}

function update(view: View, { seq, patch: ops, acked, defs }: Down & { type: "update" }): void {
  define(view.templates, definitions(defs));
  if (seq <= view.seq) return;
  const events = seq > view.replayed ? take(view, acked) : [];
  if (seq > view.seq + 1) mismatch(view, view.instance, new Mismatch(`frame ${seq} after ${view.seq}`));
  view.seq = seq;
  apply(view, ops, events, "done");
}

/** Applies a patch, and what its acknowledgements mean for the fields of those events. */
function apply(view: View, ops: Wire[], events: Waiting[], outcome: "done" | "failed" | "unknown"): void {
  const { inputs } = view.outside;
  const untouched = ([control, edit]: [Element, number]): boolean => inputs.lastEdit(control) === edit;
  const refused = outcome === "failed" ? events.at(-1) : undefined;
  const accepted = outcome === "unknown" ? [] : events.filter((event) => event.submits && event !== refused);
  for (const event of accepted) {
    for (const [control] of event.controls.filter(untouched)) inputs.handedOver.add(control);
  }
  inputs.written.clear();
  if (ops.length) patch(frameOf(view), view.instance, ops);
  for (const control of inputs.written) if (control instanceof HTMLSelectElement) inputs.correct(control);
  for (const event of events) {
    for (const pair of event.controls.filter(untouched)) correct(inputs, pair[0], event === refused);
  }
  for (const event of accepted) {
    if (event.submits && dom.attribute(event.submits, "dj-keep") === null) {
      for (const [control] of event.controls.filter(untouched)) inputs.reset(control);
    }
  }
  inputs.handedOver.clear();
}

/** A field keeps showing what the server holds, but a refused text stays for the person to mend. */
function correct(inputs: Inputs, control: Element, refused: boolean): void {
  const isChoice = isToggle(control) || control instanceof HTMLSelectElement;
  if (inputs.isControlled(control) && !inputs.written.has(control) && (isChoice || !refused)) inputs.correct(control);
}

/** The first events that wait are done. */
const take = (view: View, acked: number): Waiting[] => view.waiting.splice(0, acked);

function answered(view: View, { seq, ref, secret, defs, values, replay }: Joined): void {
  // Sent unasked after a crash, it finds the later events on their way already.
  const asked = !view.joined;
  view.secret = secret;
  view.joined = true;
  view.refusal = "";
  if (values) {
    view.templates = new Map();
    define(view.templates, definitions(defs));
    view.seq = seq;
    mend(view, [], values);
  } else {
    define(view.templates, definitions(defs));
    if (replay) view.replayed = seq;
    else view.seq = seq;
  }
  const done = view.waiting.filter((event) => event.ref <= ref);
  view.waiting = view.waiting.filter((event) => event.ref > ref);
  apply(view, [], done, "unknown");
  if (asked) for (const event of view.waiting) sendEvent(view, event.ref, event.frame);
  if (view.instance.stale) view.asked.add(view.instance);
  for (const instance of view.asked) ask(view, instance);
  showState(view, "connected");
}

function sendEvent(view: View, ref: number, frame: Wire[]): void {
  view.sentRef = Math.max(view.sentRef, ref);
  view.outside.send(frame);
}

function resynced(view: View, { seq, path, values, defs }: Down & { type: "resynced" }): void {
  define(view.templates, definitions(defs));
  view.seq = seq;
  mend(view, path, values);
}

/** Makes the instance at the path equal to the values; one that cannot be is a mismatch of the whole view. */
function mend(view: View, path: number[], values: Wire[]): void {
  const { inputs } = view.outside;
  try {
    if (path.length) {
      const at = locate(view.instance, path);
      const before = standing(at);
      if (before) view.asked.delete(before);
      settleAt(frameOf(view), inputs, at, values);
    } else {
      view.instance = settle(frameOf(view), inputs, regionOf({ parent: view.root }), values);
      view.asked.clear();
    }
  } catch (error) {
    mismatch(view, view.instance, error);
  }
}

function frameOf(view: View): Frame {
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
  if (times > 2) return view.outside.reload();
  const whole = times > 1 && path.length > 0;
  if (whole) note(view, "");
  const target = whole || path.length === 0 ? view.instance : instance;
  target.stale = true;
  view.asked.add(target);
  if (view.joined) ask(view, target);
}

/** How often this path was asked for lately. */
function note(view: View, key: string): number {
  const now = Date.now();
  const recent = (view.mismatches.get(key) ?? []).filter((time) => now - time < RESYNC_WINDOW);
  recent.push(now);
  view.mismatches.set(key, recent);
  return recent.length;
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
