/**
 * What a person sees of the events that are on their way: classes, texts, locks. Sends nothing and runs no effect of a frame.
 *
 * Whatever a flight changes lies as a layer over what was there. While an element has layers, patches do not write to it: its
 * slots wait in order. When a flight ends, its layers go, and once the last one has gone, what was there is back and the
 * slots are written.
 */

import { isMain, parseBinding, run, type World } from "./commands.ts";
import * as dom from "./dom.ts";
import { controlOf } from "./inputs.ts";
import { holderOf, isRange, type Place } from "./instance.ts";
import type { Life } from "./life.ts";
import type { Slot, Wire } from "./protocol.ts";
import { writeContent } from "./slots.ts";

/** The flights of a view, and what they have changed. */
export interface Sky {
  root: Element;
  life: Life;
  world: World;
  /** By an event's number, what happens when its flight ends. */
  flights: Map<number, (() => void)[]>;
  veils: Veil[];
  /** Whether a slot has to wait; null while nothing is locked. */
  holds: ((slot: Slot, place: Place) => boolean) | null;
  /** What else shows flights. */
  shows: ((departure: Departure, flight: Flight) => void)[];
  /** Finds all places in an element before its content is put aside. */
  reach(element: Element): void;
  /** No answer came in time. */
  overdue(ref: number): void;
}

/** One aspect of an element: what it was, and what flights make of it, the last one on top. */
interface Veil {
  element: Element;
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

/** How to show a flight; all of it is undone when it ends. */
export interface Flight {
  root: Element;
  ends: (() => void)[];
  /** Changes an aspect of an element. */
  fly(element: Element, aspect: string, value?: string | null): void;
  /** Gives an element the classes of what is on its way. */
  mark(element: Element): void;
  disable(element: Element): void;
  /** Runs commands that can be undone. */
  perform(element: Element, commands: Wire[]): void;
}

/** An event without an answer by then is shown no longer. */
const PATIENCE = 30_000;
/** The page that has not come by then was a download. */
const VISIT_PATIENCE = 5_000;

/** Aspects that only lock: the element's own slots, or also all that is in it. */
const OWN = "";
const DEEP = "*";
const CONTENT = "#";

/** Changes an aspect of an element: for good with the number 0, else while that flight lasts. */
export function change(sky: Sky, ref: number, element: Element, aspect: string, value: string | null): void {
  if (ref && !sky.flights.has(ref)) return;
  sky.life.silent(() => lay(sky, ref, element, aspect, value));
}

/** Lays a value over an aspect. */
function lay(sky: Sky, ref: number, element: Element, aspect: string, value: string | null): void {
  let veil = sky.veils.find((known) => known.element === element && known.aspect === aspect);
  if (ref) {
    if (!veil) {
      if (aspect === CONTENT) sky.reach(element);
      veil = { element, aspect, was: look(element, aspect), layers: [] };
      if (veil.was instanceof DocumentFragment) sky.life.aside.set(veil.was, element);
      sky.veils.push(veil);
      sky.holds = (slot, place) => isHeld(sky.veils, slot, place);
    }
    veil.layers.push([ref, value]);
  } else if (veil) veil.was = value;
  put(element, aspect, value);
}

/** Ends the flights up to this number, and undoes what they changed. */
export function land(sky: Sky, last: number): void {
  const { flights } = sky;
  for (const [ref, ends] of flights) {
    if (ref > last) continue;
    flights.delete(ref);
    for (const end of ends) end();
  }
  sky.veils = sky.veils.filter((veil) => {
    const { element, aspect, was, layers } = veil;
    veil.layers = layers.filter(([ref]) => flights.has(ref));
    if (veil.layers.length < layers.length)
      sky.life.silent(() => put(element, aspect, (veil.layers.at(-1) ?? [0, was])[1]));
    return veil.layers.length;
  });
  if (!sky.veils.length) sky.holds = null;
}

/** Shows that an event is on its way. */
export function takeOff(sky: Sky, ref: number, departure: Departure): void {
  const { flights, root, shows, world } = sky;
  const { bound, edit, options, submits, type } = departure;
  const subject = edit ?? bound;
  const timer = setTimeout(sky.overdue, type === "visit" ? VISIT_PATIENCE : PATIENCE, ref);
  const ends = [() => clearTimeout(timer)];
  flights.set(ref, ends);
  const fly: Flight["fly"] = (element, aspect, value = "") => change(sky, ref, element, aspect, value);
  const flight: Flight = {
    root,
    ends,
    fly,
    mark(element) {
      fly(element, ".dj-loading");
      fly(element, `.dj-${type}-loading`);
    },
    // What is disabled loses the focus, and the next click is dropped anyway.
    disable: (element) =>
      dom.contains(element, dom.focused()) ? fly(element, "aria-disabled", "true") : fly(element, "disabled"),
    perform: (element, commands) => void run({ ...world, change: fly, push: () => undefined }, element, commands),
  };
  const optimistic = isMain(bound, type) && dom.attribute(bound, "dj-optimistic");
  if (optimistic) flight.perform(bound, parseBinding(optimistic).commands);
  const wide = dom.closest(subject, "[dj-lock]");
  if (wide) fly(wide, DEEP);
  for (const element of [bound, subject]) {
    fly(element, OWN);
    flight.mark(element);
  }
  fly(subject, "aria-busy", "true");
  for (const control of submits ? dom.controlsOf(submits) : []) {
    const { type } = control as HTMLInputElement;
    fly(control, OWN);
    if (/^(submit|image)$/.test(type)) flight.disable(control);
    // What the person writes meanwhile stays, unless all is locked; only texts can be read and not written.
    else if (wide && /^(checkbox|radio|range|color|file|select)/.test(type)) flight.disable(control);
    else if (wide && !/^(button|reset)$/.test(type)) fly(control, "readonly");
  }
  const show = (): void => {
    for (const each of shows) if (flights.has(ref)) each(departure, flight);
  };
  // Whoever shows these may not be there yet.
  if (options) void world.toolbox.more().then(show);
  else show();
}

/** Whether a lock keeps this slot waiting. */
function isHeld(veils: Veil[], slot: Slot, place: Place): boolean {
  const node = holderOf(place);
  // The element's own slots are those that write no content.
  const own = !isRange(place) && !/[tTh]/.test(slot.kind) && controlOf(place.node as Element);
  return veils.some(
    ({ element, aspect, was }) =>
      (element === own && isCovered(aspect, slot)) ||
      (/[*#]/.test(aspect) && [element, was as Node | null].some((holder) => holder && dom.contains(holder, node))),
  );
}

/** Whether a slot of the element may write this aspect; the classes of what is on its way are nobody's but ours. */
const isCovered = (aspect: string, { kind, name }: Slot): boolean =>
  aspect === OWN || aspect.replace(/^[.:]/, "") === name || (/[cA]/.test(kind) && !aspect.startsWith(".dj-"));

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
