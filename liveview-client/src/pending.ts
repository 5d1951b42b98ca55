/**
 * What a person sees of the events that are on their way: classes, texts, locks. Sends nothing and runs no effect of a frame.
 *
 * Whatever a flight changes lies as a layer over what was there. While an element has layers, patches do not write to it: its
 * slots wait in order. When a flight ends, its layers go, and once the last one has gone, what was there is back and the
 * slots are written.
 */

import { parseBinding, run, type World } from "./commands.ts";
import * as dom from "./dom.ts";
import { controlOf } from "./inputs.ts";
import { isRange, type Place } from "./instance.ts";
import { member, type Slot, type Wire } from "./protocol.ts";
import { writeContent } from "./slots.ts";

/** The flights of a view, and what they have changed. */
export interface Sky {
  root: Element;
  world: World;
  /** By an event's number, how to end its flight. */
  flights: Map<number, () => void>;
  veils: Map<Node, Veil[]>;
  /** Whether a slot has to wait; null while nothing is locked. */
  holds: ((slot: Slot, place: Place) => boolean) | null;
  /** Shows by a class that a page is on its way. */
  bar: Element;
  /** Finds all places in an element before its content is put aside. */
  reach(element: Element): void;
  /** No answer came in time. */
  overdue(ref: number): void;
}

/** One aspect of an element: what it was, and what flights make of it, the last one on top. */
interface Veil {
  aspect: string;
  was: Value;
  layers: [ref: number, value: Value][];
}

/** A fragment is a content that was put aside. */
type Value = string | null | DocumentFragment;

/** What an event tells of itself to whoever shows that it is on its way. */
export interface Departure {
  name: string;
  /** The kind of event, as its binding has it. */
  type: string;
  /** The element with the binding. */
  bound: Element;
  /** The control whose edit it is: a later edit says all that this one does. */
  edit: Element | null;
  /** The form it submits. */
  submits: HTMLFormElement | null;
  /** Of a `push` command: `loading`, `page`. */
  options: Wire;
}

/** An event without an answer by then is shown no longer. */
const PATIENCE = 30_000;
/** A page that comes sooner needs no bar. */
const BAR_DELAY = 200;

/** Aspects that only lock: the element's own slots, or also all that is in it. */
const OWN = "";
const DEEP = "*";
const CONTENT = "#";

/** Changes an aspect of an element: for good with the number 0, else while that flight lasts. */
export function change(sky: Sky, ref: number, element: Element, aspect: string, value: string | null): void {
  const { flights, veils } = sky;
  if (ref && !flights.has(ref)) return;
  const all = veils.get(element) ?? [];
  let veil = all.find((known) => known.aspect === aspect);
  if (ref) {
    if (!veil) {
      if (aspect === CONTENT) sky.reach(element);
      veil = { aspect, was: look(element, aspect), layers: [] };
      veils.set(element, [...all, veil]);
      sky.holds = (slot, place) => isHeld(veils, slot, place);
    }
    veil.layers.push([ref, value]);
  } else if (veil) veil.was = value;
  put(element, aspect, value);
}

/** Ends the flights up to this number, and undoes what they changed. */
export function land(sky: Sky, last: number): void {
  const { flights, veils } = sky;
  for (const [ref, end] of flights) {
    if (ref > last) continue;
    flights.delete(ref);
    end();
  }
  for (const [element, all] of veils) {
    for (const veil of all) {
      const staying = veil.layers.filter(([ref]) => flights.has(ref));
      if (staying.length === veil.layers.length) continue;
      veil.layers = staying;
      put(element as Element, veil.aspect, (staying.at(-1) ?? [0, veil.was])[1]);
    }
    const left = all.filter(({ layers }) => layers.length);
    if (left.length) veils.set(element, left);
    else veils.delete(element);
  }
  if (!veils.size) sky.holds = null;
}

/** Shows that an event is on its way. */
export function takeOff(sky: Sky, ref: number, departure: Departure): void {
  const { bound, edit, options, submits, type } = departure;
  const subject = edit ?? bound;
  const timer = setTimeout(sky.overdue, PATIENCE, ref);
  const arrive = member(options, "page") && startPage(sky, ref);
  sky.flights.set(ref, () => {
    clearTimeout(timer);
    if (arrive) arrive();
  });
  const fly: Fly = (element, aspect, value = "") => change(sky, ref, element, aspect, value);
  const optimistic = dom.attribute(bound, "dj-optimistic");
  if (optimistic) perform(sky, fly, bound, parseBinding(optimistic).commands);
  const wide = dom.closest(subject, "[dj-lock]");
  if (wide) fly(wide, DEEP);
  const selectors = [asSelector(dom.attribute(bound, "dj-loading")), String(member(options, "loading") ?? "")];
  for (const element of [
    bound,
    subject,
    ...selectors.flatMap((selector) => (selector ? dom.findOnPage(selector) : [])),
  ]) {
    fly(element, ".dj-loading");
    fly(element, `.dj-${type}-loading`);
  }
  fly(subject, "aria-busy", "true");
  if (submits) showSubmit(sky, fly, submits, wide);
  else disableWith(fly, bound);
  for (const element of dom.findAll(sky.root, LOADING)) if (isMeant(element, departure)) showLoading(sky, fly, element);
}

type Fly = (element: Element, aspect: string, value?: string | null) => void;

/** Runs commands whose changes the flight undoes. */
function perform({ world }: Sky, fly: Fly, element: Element, commands: Wire[]): void {
  run({ ...world, change: fly, push: () => undefined }, element, commands);
}

const LOADING = ["", ".class", ".disable", ".show", ".hide"].map((which) => `[dj-loading${CSS.escape(which)}]`).join();

/** Where the classes go, unless it is the name of an event. */
const asSelector = (text: Wire | undefined): string => (/^[#.[]/.test(String(text ?? "")) ? String(text) : "");

/** Whether the element waits for this event: by its name, or as its own. */
function isMeant(element: Element, { bound, edit, name }: Departure): boolean {
  const short = dom.attribute(element, "dj-loading");
  const meant = dom.attribute(element, "dj-loading.for") ?? (asSelector(short) ? null : short);
  return meant ? meant === name : element === bound || element === edit;
}

function showLoading(sky: Sky, fly: Fly, element: Element): void {
  const said = (which: string): string | null => dom.attribute(element, `dj-loading${which}`);
  const short = said("");
  const display = said(".show") ?? (short && !asSelector(short) ? "" : null);
  if (display !== null) perform(sky, fly, element, [["show", 0, 0, 0, display]]);
  if (said(".hide") !== null) perform(sky, fly, element, [["hide"]]);
  if (said(".disable") !== null) disable(fly, element);
  perform(sky, fly, element, [["add_class", 0, said(".class")]]);
}

/** A form on its way cannot be sent again, and what the person writes in its fields meanwhile stays, unless all is locked. */
function showSubmit(sky: Sky, fly: Fly, form: HTMLFormElement, wide: Element | null): void {
  for (const control of dom.controlsOf(form)) {
    fly(control, OWN);
    const { type } = control as HTMLInputElement;
    if (/^(submit|image)$/.test(type)) {
      disable(fly, control);
      disableWith(fly, control);
    } else if (wide && !/^(button|reset)$/.test(type)) fly(control, "readonly");
  }
  for (const element of dom.findAll(form, "[dj-form-pending]")) {
    const how = dom.attribute(element, "dj-form-pending");
    if (how === "disabled") disable(fly, element);
    else perform(sky, fly, element, [[how, 0]]);
  }
}

/** Disables, but where the focus is: there it would be lost, and the next click is dropped anyway. */
const disable = (fly: Fly, element: Element): void =>
  dom.contains(element, dom.focused()) ? fly(element, "aria-disabled", "true") : fly(element, "disabled");

function disableWith(fly: Fly, element: Element): void {
  const text = dom.attribute(element, "dj-disable-with");
  if (text === null) return;
  disable(fly, element);
  if (text) fly(element, element instanceof HTMLInputElement ? "value" : CONTENT, text);
}

/** Says that a page is on its way; returns how to say that it is there. */
function startPage(sky: Sky, ref: number): () => void {
  const { bar, root } = sky;
  const tell = (what: string): unknown =>
    root.dispatchEvent(new CustomEvent(`dj:page-loading-${what}`, { bubbles: true }));
  if (!dom.isAttached(bar)) root.before(bar);
  tell("start");
  setTimeout(() => change(sky, ref, bar, ".dj-active", ""), BAR_DELAY);
  return () => tell("stop");
}

/** Whether a lock keeps this slot waiting. */
function isHeld(veils: Sky["veils"], { kind }: Slot, place: Place): boolean {
  const { opening, element, parent } = isRange(place) ? place.region : {};
  const isOwn = !isRange(place) && /[aApsCc]/.test(kind);
  if (isOwn && veils.has(controlOf(place.node as Element))) return true;
  let node: Node | null = isRange(place) ? (parent ?? dom.parentOf((opening ?? element) as Node)) : place.node;
  for (; node; node = dom.parentOf(node)) {
    const fragment = node;
    if (veils.get(node)?.some(({ aspect }) => aspect === DEEP || aspect === CONTENT)) return true;
    if (!dom.parentOf(node) && [...veils].some(([, all]) => all.some(({ was }) => was === fragment))) return true;
  }
  return false;
}

/** What an aspect is. A content is taken out, so that its nodes are the same when it returns. */
function look(element: Element, aspect: string): Value {
  const name = aspect.slice(1);
  if (aspect === CONTENT) {
    const content = new DocumentFragment();
    for (let node = dom.firstChild(element); node; node = dom.firstChild(element)) dom.insert(content, node, null);
    return content;
  }
  if (aspect[0] === ".") return dom.classesOf(element).contains(name) ? "" : null;
  if (aspect[0] === ":") return dom.styleOf(element).getPropertyValue(name);
  return name ? dom.attribute(element, aspect) : null;
}

function put(element: Element, aspect: string, value: Value): void {
  const name = aspect.slice(1);
  if (value instanceof DocumentFragment) {
    element.textContent = "";
    dom.insert(element, value, null);
  } else if (aspect === CONTENT) writeContent(element, value ?? "");
  else if (aspect[0] === ".") {
    const classes = dom.classesOf(element);
    classes.toggle(name, value !== null);
    if (!classes.length) dom.setAttribute(element, "class", null);
  } else if (aspect[0] === ":") dom.styleOf(element).setProperty(name, value ?? "");
  else if (name) dom.setAttribute(element, aspect, value);
}
