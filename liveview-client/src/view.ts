/**
 * One live view: what is known of it, its events on their way up, and what it tells the person. Opens no socket and applies no
 * frame.
 *
 * Events wait until the server acknowledges them, so that after a break they can be sent again; the server drops those
 * it has seen. Nothing is sent before the join is answered.
 */

import { callOf, type Toolbox } from "./commands.ts";
import * as dom from "./dom.ts";
import { changedForms, speaks } from "./form.ts";
import type { Inputs } from "./inputs.ts";
import type { Instance } from "./instance.ts";
import { guarded, type Life } from "./life.ts";
import type { Pen } from "./patch.ts";
import { type Departure, type Sky, takeOff } from "./pending.ts";
import { VERSION, type Wire } from "./protocol.ts";

/** What an event says, and what it is about. */
export interface LiveEvent extends Departure {
  component: string | 0;
  args: Wire;
  payload: Wire;
  /** The controls whose value it carries. */
  controls: Element[];
  /** Hears how it ended: why it failed, or what the server replied. */
  ended?(failure: string, reply: Wire): void;
}

/** The world outside the view. */
export interface Outside {
  send(frame: Wire[]): void;
  inputs: Inputs;
  life: Life;
  toolbox: Toolbox;
  shows: Sky["shows"];
  keeps: Pen["keeps"];
  trust(html: string): string;
  /** Loads the page again, a few times at most. */
  refresh(): void;
  visit(url: string, replace: boolean): void;
}

export interface View extends Outside, Pen, Sky {
  inputs: Inputs;
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
  /** Done while the line was cut; their replies may be among the frames that are replayed. */
  unreplied: Waiting[];
  /** Which instances were asked for lately, by path, and when. */
  mismatches: [path: string, time: number][];
  /** The server's last word before it closed. */
  refusal: string;
  /** Says what a person must know; before the root while it has a text. */
  notice: Element;
}

export interface Waiting {
  ref: number;
  frame: Wire[];
  event: LiveEvent;
  /** Each control the event speaks of, with its last edit then. */
  controls: [Element, number][];
  reply: Wire;
  /** No answer came in time: it keeps nobody from trying again. */
  late: boolean;
}

/** What the view's root shows as a class, `dj-` before it. */
export type State = "connected" | "disconnected" | "offline" | "error";
const STATES: State[] = ["connected", "disconnected", "offline", "error"];

/** Enough for a break, and no more than the server takes at once when it is over. */
const MOST_WAITING = 100;
/** A little under the 128 KiB that the server takes. */
const MOST_BYTES = 130_000;
const TOO_MUCH = "Not sent: too much at once.";
/** What the forms of a join may weigh: under the server's bounds for a value and, at 64 a field, for the fields. */
const MOST_RECOVERED = 64_000;

/** Numbers an event and sends it, or keeps it until the connection is there; says whether it could. */
export function push(view: View, event: LiveEvent): boolean {
  const { inputs } = view;
  const { edit } = event;
  const last = view.waiting.at(-1);
  const replaces = last && edit && last.event.edit === edit && last.frame[2] === event.name && last.ref > view.sentRef;
  const ref = replaces ? last.ref : view.ref + 1;
  const frame = [ref, event.component, event.name, event.args, ...(event.payload ? [event.payload] : [])];
  const isTooMuch = (!replaces && view.waiting.length >= MOST_WAITING) || weigh(frame) > MOST_BYTES;
  alert(view, isTooMuch ? TOO_MUCH : "");
  if (isTooMuch) {
    tell(view, "unsent", TOO_MUCH);
    event.ended?.(TOO_MUCH, null);
    return false;
  }
  // The slots around the controls are bound now, so that the answer's corrections know which have one.
  event.controls.forEach(view.reach);
  if (replaces) view.waiting.pop();
  view.ref = ref;
  const controls = event.controls.map((control): [Element, number] => [control, inputs.of(control).edit]);
  const waiting: Waiting = { ref, frame, event, controls, reply: null, late: false };
  view.waiting.push(waiting);
  if (view.joined) sendEvent(view, waiting);
  return true;
}

export function sendEvent(view: View, { ref, frame, event }: Waiting): void {
  view.sentRef = Math.max(view.sentRef, ref);
  view.send(frame);
  takeOff(view, ref, event);
}

/** What a command, a hook or the server itself pushes from an element, with a value of its own. */
export function eventOf({ root }: View, bound: Element, call: Wire, options: Wire, payload: Wire = null): LiveEvent {
  const [name, args] = callOf(call);
  const component = componentOf(root, bound);
  return { name, type: "push", component, args, payload, bound, options, controls: [], edit: null, submits: null };
}

/** Shows that another page is on its way, until this one is left; what is answered behind it says that it was a download. */
export const depart = (view: View): void =>
  takeOff(view, view.ref + 0.5, { ...eventOf(view, view.root, "", { page: 1 }), type: "visit" });

/** Which component's event it is. */
export function componentOf(root: Element, element: Element): string | 0 {
  const component = dom.closest(element, "[dj-c]");
  return (component && dom.contains(root, component) && dom.attribute(component, "dj-c")) || 0;
}

/** Whether an event goes at once, and the last of the kind that stands for the element's state has its answer. */
export const isReady = ({ joined, waiting }: View, bound: Element): boolean =>
  joined && !waiting.some(({ event }) => event.edit === bound);

/** Whether the answer to its last edit is still to come, which says what a control shows. */
export const isAsked = ({ waiting, inputs }: View, control: Element): boolean =>
  waiting.some(
    ({ controls, late }) =>
      !late && controls.some(([known, edit]) => known === control && edit === inputs.of(control).edit),
  );

/** Whether an element has said that it waits for the answer to its last event. */
export function awaits({ waiting }: View, bound: Element, type: string): boolean {
  const waits = type === "submit" || ["dj-lock", "dj-disable-with"].some((name) => dom.has(bound, name));
  return waits && waiting.some(({ event, late }) => event.bound === bound && event.type === type && !late);
}

/** The socket is open: says who this is, how far it got, and what was typed. */
export function join(view: View): void {
  const { root, inputs } = view;
  view.joined = false;
  view.brought.clear();
  let room = MOST_RECOVERED;
  const forms: Wire[] = [];
  for (const [form, said] of changedForms(root, inputs)) {
    const left = room - weigh(said) - 64 * (said[2] as Wire[]).length;
    if (left <= 0) continue;
    room = left;
    forms.push(said);
    for (const control of dom.controlsOf(form))
      if (!speaks(control)) view.brought.set(control, inputs.of(control).edit);
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

/** How many bytes a message has. */
const weigh = (frame: Wire): number => new Blob([JSON.stringify(frame)]).size;

export function showState(view: View, state: State): void {
  for (const hear of view.life.states) guarded(() => hear(view.root, state === "connected"));
  const classes = dom.classesOf(view.root);
  for (const other of STATES) classes.toggle(`dj-${other}`, other === state);
}

/** Shows the text where a person and a screen reader notice it; without one, nothing. */
export function alert({ root, notice }: View, text: string): void {
  notice.role = "alert";
  notice.className = "dj-alert";
  notice.textContent = text;
  if (text) root.before(notice);
  else notice.remove();
}

/** Tells the page's own scripts, and whoever reads the console. */
export function tell(view: View, code: string, text: string): void {
  console.warn(`liveview: ${code}: ${text}`);
  dom.dispatch(view.root, "dj:error", { code, text });
}
