/**
 * What becomes of the server's words: checks the numbers of a view's frames and keeps its part of the page true. Sends no event.
 *
 * A frame undoes what was shown of the events it acknowledges, lets through what waited for that, applies its patch, and does
 * what else it asks for, all at once. When its number skips, or a part of the page is not what it should be, that is asked for
 * again as a whole.
 */

import { run } from "./commands.ts";
import * as dom from "./dom.ts";
import { changedAlone, changedForms } from "./form.ts";
import { type Inputs, isToggle } from "./inputs.ts";
import { bindAll, type Instance, instanceOf, UNKNOWN } from "./instance.ts";
import { patch } from "./patch.ts";
import { change, land } from "./pending.ts";
import { type Hearer, type Joined, Mismatch, type Performer, perform, type Wire } from "./protocol.ts";
import { children, pathTo, reach, settle, settleAt } from "./resync.ts";
import { define, noTemplates, noteTokens, templateOf } from "./template.ts";
import {
  eventOf,
  join,
  type Outside,
  push,
  type State,
  sendEvent,
  showState,
  tell,
  type View,
  type Waiting,
} from "./view.ts";

/** How long a resync counts against the next one of the same place. */
const RESYNC_WINDOW = 10_000;

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
    unreplied: [],
    mismatches: [],
    held: [],
    holds: null,
    flights: new Map(),
    veils: [],
    reach: (element) => reach(view.instance, element, view.inputs),
    overdue: (ref) => overdue(view, ref),
    world: {
      change: (element, aspect, value) => change(view, 0, element, aspect, value),
      push: (element, call, options) => push(view, eventOf(view, element, call, options)),
      visit: outside.visit,
      toolbox: outside.toolbox,
    },
    refusal: "",
    notice: dom.createElement("div"),
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

/** The socket is gone. */
export function closed(view: View, state: State): void {
  view.joined = false;
  release(view, Infinity);
  // Nothing answers any more.
  if (state === "error") finish(view.waiting.splice(0), "closed");
  showState(view, state);
}

/** What becomes of the server's words. */
export const hearerOf = (view: View): Hearer => ({
  update(seq, ops, acked, defs, effects) {
    define(view.templates, defs);
    if (seq <= view.seq) return;
    const events = seq > view.replayed ? take(view, acked) : [];
    if (seq > view.seq + 1) mismatch(view, view.instance, new Mismatch(`frame ${seq} after ${view.seq}`));
    view.seq = seq;
    apply(view, ops, events);
    perform(effects, performerOf(view, [...events, ...view.unreplied]));
    finish(events);
    if (seq >= view.replayed) finish(view.unreplied.splice(0));
  },
  acked(acked) {
    const events = take(view, acked);
    apply(view, [], events);
    finish(events);
  },
  failed(acked, code, text) {
    const events = take(view, acked);
    // A view that has crashed has taken what its events did with it: nothing follows from them.
    if (code !== "crashed") apply(view, [], events, events.at(-1));
    else release(view, events.at(-1)?.ref ?? 0);
    tell(view, code, text);
    view.refusal = text;
    finish(events.splice(-1), text || code);
    finish(events);
  },
  answered: (joined) => answered(view, joined),
  resynced(seq, path, values, defs) {
    define(view.templates, defs);
    view.seq = seq;
    mend(view, path, values);
  },
  visit: (url, replace) => (url ? view.visit(url, replace) : view.refresh()),
  heard(token) {
    view.token = token || view.token;
  },
});

function answered(view: View, { seq, ref, secret, defs, values, replay }: Joined): void {
  const { inputs, joined } = view;
  view.secret = secret;
  if (values) view.templates = noTemplates();
  define(view.templates, defs);
  view.replayed = replay ? seq : 0;
  if (!replay) view.seq = seq;
  const done = view.waiting.filter((event) => event.ref <= ref);
  view.waiting = view.waiting.filter((event) => event.ref > ref);
  view.unreplied.push(...done);
  if (!replay) finish(view.unreplied.splice(0));
  // Unasked, it comes of a crash: nobody was told what was typed, and what the events did is gone.
  if (joined) view.brought.clear();
  if (values) {
    inputs.brought = view.brought;
    mend(view, [], values);
  }
  if (!joined) apply(view, [], done, undefined, false);
  inputs.brought = null;
  if (joined && changedForms(view.root, inputs).length) return join(view);
  view.joined = true;
  // Whoever shows the secret before this one is a stranger from now on.
  view.send(["h"]);
  // Also after a crash: what was on its way then is lost, and the server knows what it has had.
  for (const event of view.waiting) sendEvent(view, event);
  askAgain(view, view.instance, []);
  showState(view, "connected");
  if (!joined && !replay) tellAlone(view);
}

/** What stands in a field of its own, a session that begins has never heard: it is told as another edit. */
function tellAlone({ root, waiting }: View): void {
  for (const control of changedAlone(root)) {
    if (waiting.some(({ event }) => event.edit === control)) continue;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** A field that an event was about, and that nobody has edited since. */
interface Settled {
  field: Element;
  isRefused: boolean;
  /** The form that was accepted with it. */
  accepting: HTMLFormElement | false | null;
}

/** Applies a patch, and what its acknowledgements mean for the fields of those events. */
function apply(view: View, ops: Wire[], events: Waiting[], refused?: Waiting, isKnown = true): void {
  const { inputs } = view;
  const settled: Settled[] = [];
  for (const waiting of events) {
    const isRefused = waiting === refused;
    const accepting = isKnown && !isRefused && waiting.event.submits;
    for (const [field, edit] of waiting.controls)
      if (inputs.of(field).edit === edit) settled.push({ field, isRefused, accepting });
  }
  for (const { field, accepting } of settled) if (accepting) inputs.handedOver.add(field);
  release(view, events.at(-1)?.ref ?? 0, ops);
  for (const { field, isRefused } of settled) {
    // What is locked for a later event has that one's answer to follow.
    if (!view.veils.some(({ element }) => element === field)) correct(inputs, field, isRefused);
  }
  for (const { field, accepting } of settled) if (accepting) inputs.accepted(field, dom.has(accepting, "dj-keep"));
  inputs.handedOver.clear();
}

/** A field keeps showing what the server holds, but a refused text stays for the person to mend, unless another has come. */
function correct(inputs: Inputs, control: Element, isRefused: boolean): void {
  const { controlled, pending } = inputs.of(control);
  const isKept = isRefused && !pending && !isToggle(control) && !(control instanceof HTMLSelectElement);
  if (controlled && !isKept) inputs.correct(control);
}

/** Undoes what was shown of the events up to this number, and then writes what waited for that, and what comes behind it. */
function release(view: View, last: number, ops: Wire[] = []): void {
  land(view, last);
  const held = last ? view.held.splice(0) : [];
  const run = (): void => {
    for (const { instance, ops } of held) if (pathTo(view.instance, instance)) patch(view, instance, ops);
    patch(view, view.instance, ops);
  };
  if (held.length + ops.length) write(view, run);
}

/** No answer came in time. */
function overdue(view: View, ref: number): void {
  for (const waiting of view.waiting) {
    if (waiting.ref !== ref) continue;
    waiting.late = true;
    waiting.event.ended?.("timeout", null);
  }
  release(view, ref);
}

/** Does what a frame asks for beside its patch. */
const performerOf = ({ root, world }: View, events: Waiting[]): Performer => ({
  commands: (list) => void run(world, root, list),
  pushed: (name, detail) => dom.dispatch(root, `dj:${name}`, detail),
  replied(ref, value) {
    for (const waiting of events) if (waiting.ref === ref) waiting.reply = value;
  },
});

/** Tells whoever waits how the events ended. */
function finish(events: Waiting[], failure = ""): void {
  for (const { event, reply } of events) event.ended?.(failure, reply);
}

/** The first events that wait are done. */
const take = (view: View, acked: number): Waiting[] => view.waiting.splice(0, acked);

/** Runs what writes to the page, which is not the one of its digest then; controls follow, once all of it stands. */
function write({ root, inputs, life }: View, run: () => void): void {
  dom.setAttribute(root, "dj-h", null);
  inputs.written.clear();
  life.frame(() => {
    run();
    for (const control of inputs.written) inputs.correct(control);
  });
}

/** Makes the instance at the path equal to the values; one that cannot be is a mismatch of the whole view. */
function mend(view: View, path: number[], values: Wire[]): void {
  const { inputs, instance, root } = view;
  release(view, Infinity);
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
