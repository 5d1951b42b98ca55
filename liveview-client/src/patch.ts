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
  type Instance,
  instanceOf,
  isRange,
  nodesOf,
  type Place,
  placeOf,
  type Region,
  regionEnd,
  regionOf,
  templateOf,
  UNKNOWN,
} from "./instance.ts";
import { arrange, expandRuns, NEW, newRows } from "./list.ts";
import { asArray, asCount, Mismatch, type Slot, type Wire } from "./protocol.ts";
import { type WriteProperty, writeScalar } from "./slots.ts";
import { clone, type Templates } from "./template.ts";

/** What one frame is applied with. */
export interface Frame {
  templates: Templates;
  writeProperty: WriteProperty;
  /** An instance could not be patched. */
  report(instance: Instance, error: unknown): void;
}

/** Applies the patch that begins at `from`. */
export function patch(frame: Frame, instance: Instance, ops: Wire[], from = 0): void {
  if (instance.stale) return;
  try {
    for (let i = from; i < ops.length; i += 2) {
      const index = asCount(ops[i]);
      const slot = slotOf(instance, index);
      writeSlot(frame, slot, attached(placeOf(instance, index)), ops[i + 1] as Wire);
    }
  } catch (error) {
    instance.stale = true;
    frame.report(instance, error);
  }
}

/** A new instance with all its values, not yet in the page. With `single`, its nodes are one element. */
export function build(
  frame: Frame,
  alias: number,
  values: Wire[],
  from: number,
  single: boolean,
): { instance: Instance; nodes: DocumentFragment } {
  const template = templateOf(frame.templates, alias);
  const nodes = clone(template);
  if (!nodes) throw new Mismatch(`no tree for template ${alias}`);
  const instance = instanceOf(
    template,
    single ? regionOf({ element: nodes.firstElementChild }) : regionOf({ parent: nodes }),
  );
  // Every place is found before any is filled: a filled range would shift what stands beside it.
  bindAll(instance);
  for (const [index, slot] of template.slots.entries()) {
    const value = values[from + index];
    if (value === undefined) throw new Mismatch(`no value for slot ${index}`);
    writeSlot(frame, slot, placeOf(instance, index), value);
  }
  return { instance, nodes };
}

/** Puts built nodes in the place of a region's, and tells the instance where it now stands. */
export function mount(region: Region, instance: Instance, nodes: DocumentFragment): void {
  const parent = container(region);
  const end = regionEnd(region);
  const element = instance.region.element;
  for (const node of nodesOf(region)) dom.detach(node);
  dom.insert(parent, nodes, end);
  adopt(instance, region, element);
}

/** Gives a built instance its region for good; whoever shared the old one shares the new. */
export function adopt(instance: Instance, region: Region, element: Element | null): void {
  const built = instance.region;
  if (region.element) region.element = element;
  instance.region = region;
  for (const place of instance.places) {
    if (!place || !isRange(place) || place.region !== built) continue;
    place.region = region;
    if (place.on === "range" && place.child) adopt(place.child, region, element);
  }
}

function slotOf(instance: Instance, index: number): Slot {
  const slot = instance.template.slots[index];
  if (!slot) throw new Mismatch(`no slot ${index}`);
  return slot;
}

/** A place that was found once may have been taken out of the page since. */
function attached(place: Place): Place {
  const node = place.on === "element" ? place.element : place.on === "text" ? place.text : container(place.region);
  if (!dom.isAttached(node)) throw new Mismatch("taken out of the page");
  return place;
}

function writeSlot(frame: Frame, slot: Slot, place: Place, value: Wire): void {
  if (place.on === "range") writeRange(frame, place, value);
  else if (place.on === "list") writeList(frame, place, value, slot.alias < 0);
  else writeScalar(slot, place, value, frame.writeProperty);
}

/** A one-of or a component: nothing, a patch for what stands there, or something new in its place. */
function writeRange(frame: Frame, place: Place & { on: "range" }, value: Wire): void {
  if (value === 0) {
    for (const node of nodesOf(place.region)) dom.detach(node);
    place.child = null;
    return;
  }
  enter(frame, place.child, place.region, asArray(value), (child) => {
    place.child = child;
  });
}

/** `[0, alias, …patch]` for what stands in the region, `[1, alias, …values]` for something new in its place. */
function enter(
  frame: Frame,
  child: Instance | null,
  region: Region,
  value: Wire[],
  put: (child: Instance) => void,
): void {
  const alias = asCount(value[1]);
  if (value[0] === 1) {
    const { instance, nodes } = build(frame, alias, value, 2, region.element !== null);
    mount(region, instance, nodes);
    put(instance);
  } else {
    const standing = named(frame, child, region, alias);
    put(standing);
    patch(frame, standing, value, 2);
  }
}

/** What stands in a region, by the name the server gives it; the page itself does not say it. */
function named(frame: Frame, child: Instance | null, region: Region, alias: number): Instance {
  const template = templateOf(frame.templates, alias);
  if (!child || child.template === UNKNOWN) return instanceOf(template, region);
  if (child.template !== template) throw new Mismatch(`another template stands here`);
  return child;
}

function writeList(frame: Frame, place: Place & { on: "list" }, value: Wire, mixed: boolean): void {
  const ops = asArray(value);
  let first = 1;
  if (ops[0] === "o") {
    reorder(frame, place, ops);
    first = 4;
  } else if (ops[0] !== place.rows.length) {
    throw new Mismatch(`${place.rows.length} rows where ${ops[0]} should be`);
  }
  for (let i = first; i < ops.length; i += 2) {
    const index = asCount(ops[i]);
    const row = place.rows[index];
    if (!row) throw new Mismatch(`no row ${index}`);
    const inside = asArray(ops[i + 1]);
    if (!mixed) patch(frame, row, inside);
    else {
      enter(frame, row, row.region, inside, (child) => {
        place.rows[index] = child;
      });
    }
  }
}

function reorder(frame: Frame, place: Place & { on: "list" }, ops: Wire[]): void {
  const old = place.rows;
  if (ops[1] !== old.length) throw new Mismatch(`${old.length} rows where ${ops[1]} should be`);
  const news = newRows(ops[3]);
  const order = expandRuns(asArray(ops[2] || []), old.length, news.length);
  const built = news.map(({ alias, values }) => build(frame, alias, values, 0, true).instance);
  let next = 0;
  const rows = order.map((from) => (from === NEW ? built[next++] : old[from]) as Instance);
  const elements = (list: Instance[]): Element[] => list.map((row) => row.region.element as Element);
  arrange(container(place.region), regionEnd(place.region), elements(old), elements(rows), order);
  place.rows = rows;
}
