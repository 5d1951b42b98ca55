/**
 * Applies what a frame says to instances, and builds new ones. Sends nothing and decides nothing about resyncs.
 *
 * A patch is `slot, value, slot, value, …` for one instance; the value of a range or a list holds the patches of what
 * stands in it. What goes wrong in an instance stops that instance alone: it is marked stale and reported.
 */

import * as dom from "./dom.ts";
import {
  bindAll,
  container,
  holderOf,
  type Instance,
  instanceOf,
  isRange,
  nodesOf,
  type Place,
  placeOf,
  type Range,
  type Region,
  regionEnd,
  slotOf,
  UNKNOWN,
} from "./instance.ts";
import type { Life } from "./life.ts";
import { arrange, expandRuns, NEW, newRows, type Site } from "./list.ts";
import { asArray, asCount, expect, type Slot, type Wire } from "./protocol.ts";
import { type Writers, writeScalar } from "./slots.ts";
import { clone, type Templates, templateOf } from "./template.ts";

/** What a page is written with. */
export interface Pen extends Writers {
  templates: Templates;
  life: Life;
  /** Whether a lock keeps a slot waiting; null while nothing is locked. */
  holds: ((slot: Slot, place: Place) => boolean) | null;
  /** What waits, in its order. */
  held: Held[];
  /** Whether a slot stands in a region that is somebody else's. */
  keeps(slot: Slot, place: Place): boolean;
  /** An instance could not be patched. */
  report(instance: Instance, error: unknown): void;
}

/** A slot that waits for a lock to go. */
export interface Held {
  instance: Instance;
  /** The slot's number and its value, as a patch. */
  ops: Wire[];
}

/** Applies a patch. */
export function patch(pen: Pen, instance: Instance, ops: Wire[]): void {
  if (instance.stale) return;
  try {
    for (let i = 0; i < ops.length; i += 2) {
      const index = asCount(ops[i]);
      const slot = slotOf(instance, index);
      const place = placeOf(instance, index);
      if (pen.keeps(slot, place)) continue;
      if (pen.holds?.(slot, place)) {
        pen.held.push({ instance, ops: ops.slice(i, i + 2) });
        continue;
      }
      for (const hear of pen.life.touched) hear(holderOf(place));
      writeSlot(pen, slot, attached(place), ops[i + 1]);
    }
  } catch (error) {
    instance.stale = true;
    pen.report(instance, error);
  }
}

/** A new instance, with its nodes. */
interface Built {
  instance: Instance;
  nodes: DocumentFragment;
}

/** A new instance with all its values, not yet in the page. With `single`, its nodes are one element. */
export function build(pen: Pen, alias: Wire | undefined, values: Wire[], single: boolean): Built {
  const template = templateOf(pen.templates, asCount(alias));
  const nodes = clone(template);
  const region: Region = single ? { element: nodes.firstElementChild as Element } : { parent: nodes };
  const instance = instanceOf(template, region);
  // Every place is found before any is filled: a filled range would shift what stands beside it.
  bindAll(instance);
  for (const [index, slot] of template.slots.entries()) writeSlot(pen, slot, placeOf(instance, index), values[index]);
  return { instance, nodes };
}

/** Gives a built instance its region for good; whoever shared the old one shares the new. */
export function adopt(instance: Instance, region: Region, element: Element | undefined): void {
  const built = instance.region;
  if (element) region.element = element;
  instance.region = region;
  for (const place of instance.places) {
    if (!place || !isRange(place) || place.region !== built) continue;
    place.region = region;
    for (const child of place.children) if (child.region === built) adopt(child, region, element);
  }
}

/** A place that was found once may have been taken out of the page since. */
function attached(place: Place): Place {
  expect(dom.isAttached(holderOf(place)), "taken out of the page");
  return place;
}

function writeSlot(pen: Pen, slot: Slot, place: Place, value: Wire | undefined): void {
  expect(value !== undefined, "no value for a slot");
  if (!isRange(place)) {
    writeScalar(slot, place, value, pen);
    // What an element has may be what somebody watches for.
    if (slot.kind === "A" || slot.name.startsWith("dj-")) pen.life.changed(place.node);
  } else if (slot.kind === "l") writeList(pen, slot, place, asArray(value));
  else if (value === 0) {
    for (const node of nodesOf(place.region)) pen.life.leave(node);
    place.children = [];
  } else enter(pen, place.children, 0, place.region, asArray(value));
}

/** `[0, alias, …patch]` for what stands in the region, `[1, alias, …values]` for something new in its place. */
function enter(pen: Pen, children: Instance[], index: number, region: Region, value: Wire[]): void {
  const [isNew, alias, ...values] = value;
  if (isNew === 1) {
    const { instance, nodes } = build(pen, alias, values, !!region.element);
    const parent = container(region);
    const end = regionEnd(region);
    const { element } = instance.region;
    for (const node of nodesOf(region)) pen.life.leave(node);
    const fresh = [...nodes.childNodes];
    dom.insert(parent, nodes, end);
    for (const node of fresh) pen.life.entered(node);
    adopt(instance, region, element);
    children[index] = instance;
  } else {
    const template = templateOf(pen.templates, asCount(alias));
    let standing = children[index];
    // The page does not say what stands everywhere.
    if (!standing || standing.template === UNKNOWN) standing = children[index] = instanceOf(template, region);
    expect(standing.template === template, "another template stands here");
    patch(pen, standing, values);
  }
}

function writeList(pen: Pen, slot: Slot, place: Range, ops: Wire[]): void {
  let first = 1;
  if (ops[0] === "o") {
    reorder(pen, place, ops);
    first = 4;
  } else expectRows(place, ops[0]);
  for (let i = first; i < ops.length; i += 2) {
    const index = asCount(ops[i]);
    const row = place.children[index];
    expect(row, `no row ${index}`);
    const inside = asArray(ops[i + 1]);
    if (slot.alias < 0) enter(pen, place.children, index, row.region, inside);
    else patch(pen, row, inside);
  }
}

function expectRows({ children }: Range, count: Wire | undefined): void {
  expect(count === children.length, `${children.length} rows where ${count} should be`);
}

function reorder(pen: Pen, place: Range, ops: Wire[]): void {
  const old = place.children;
  expectRows(place, ops[1]);
  const news = newRows(ops[3]);
  const order = expandRuns(asArray(ops[2] || []), old.length, news.length);
  const built = news.map(([alias, values]) => build(pen, alias, asArray(values), true).instance);
  let next = 0;
  const rows = order.map((from) => (from === NEW ? built[next++] : old[from]) as Instance);
  const elements = (list: Instance[]): Element[] => list.map((row) => row.region.element as Element);
  const site: Site = { parent: container(place.region), end: regionEnd(place.region), leave: pen.life.leave };
  arrange(site, elements(old), elements(rows), order);
  for (const element of elements(built)) pen.life.entered(element);
  place.children = rows;
}
