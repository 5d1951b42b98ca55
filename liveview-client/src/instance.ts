/**
 * A template standing in the page: where its nodes are, and where each slot's node is. Writes no value.
 *
 * A slot's place is found on first use by the slot's path, checked on the way, and then kept. What cannot be found is a
 * `Mismatch`: someone else changed the page, and the server is asked for the whole instance.
 */

import * as dom from "./dom.ts";
import { CONTENT, ONLY, type Slot, type Step, type Tree } from "./protocol.ts";
import { CLOSE, type Expected, expected, OPEN, type Template } from "./template.ts";

/** Where top-level nodes stand: exactly one element, or all of a parent, or all between two comments. */
export interface Region {
  element: Element | null;
  parent: Node | null;
  open: Comment | null;
  close: Comment | null;
}

/** A template with its region. Rows and branches share their region with whoever replaces them. */
export interface Instance {
  template: Template;
  region: Region;
  /** By slot, as far as they were needed. */
  places: (Place | undefined)[];
  /** Its nodes are not what they should be; patches pass by until the server's answer. */
  stale: boolean;
}

/** Where a slot's value stands. */
export type Place =
  | { on: "element"; element: Element; tokens: string[] }
  | { on: "text"; text: Text }
  | { on: "range"; region: Region; child: Instance | null }
  | { on: "list"; region: Region; rows: Instance[] };

/** Whether other instances stand there. */
export const isRange = (place: Place): place is Place & { region: Region } =>
  place.on === "range" || place.on === "list";

/** The page is not what the server believes. */
export class Mismatch extends Error {}

/** Of a row or branch whose template no patch has named yet. */
export const UNKNOWN: Template = { alias: -1, table: new Map(), slots: [], tree: null, master: null, custom: false };

export const instanceOf = (template: Template, region: Region): Instance => ({
  template,
  region,
  places: [],
  stale: false,
});

export const regionOf = (part: Partial<Region>): Region => ({
  element: null,
  parent: null,
  open: null,
  close: null,
  ...part,
});

/** The parent of the region's nodes. */
export function container(region: Region): Node {
  const parent = region.parent ?? dom.parentOf((region.open ?? region.element) as Node);
  if (!parent || (region.close && dom.parentOf(region.close) !== parent)) throw new Mismatch("range taken apart");
  return parent;
}

/** The node behind the region. */
export const regionEnd = (region: Region): Node | null =>
  region.element ? dom.nextSibling(region.element) : region.close;

/** The first node of the region, or its end. */
export function regionStart(region: Region): Node | null {
  if (region.element) return region.element;
  return region.open ? dom.nextSibling(region.open) : dom.firstChild(region.parent as Node);
}

/** All nodes of the region. */
export function nodesOf(region: Region): Node[] {
  const nodes: Node[] = [];
  for (let node = regionStart(region), end = regionEnd(region); node && node !== end; node = dom.nextSibling(node))
    nodes.push(node);
  return nodes;
}

/** The place of a slot; found on first use. */
export function placeOf(instance: Instance, index: number): Place {
  const known = instance.places[index];
  if (known && (known.on !== "text" || dom.parentOf(known.text))) return known;
  const slot = instance.template.slots[index];
  if (!slot) throw new Mismatch(`no slot ${index}`);
  const place = find(instance, slot);
  instance.places[index] = place;
  return place;
}

/** Finds every place of an instance at once. */
export function bindAll(instance: Instance): void {
  for (const index of instance.template.slots.keys()) placeOf(instance, index);
}

/** A list's rows as they stand in the page: every element of the region is one. */
export function scanRows(region: Region, template: Template): Instance[] {
  return nodesOf(region)
    .filter(isCounted)
    .map((element) => instanceOf(template, regionOf({ element })));
}

function find(instance: Instance, slot: Slot): Place {
  switch (slot.kind) {
    case "t":
      return { on: "text", text: findText(instance, slot) };
    case "T":
      if (slot.path.length === 0) return { on: "text", text: findText(instance, slot) };
      break;
    case "o":
    case "k":
      return { on: "range", region: findRegion(instance, slot), child: null };
    case "l": {
      const region = findRegion(instance, slot);
      return { on: "list", region, rows: scanRows(region, instance.template.table.get(slot.alias) ?? UNKNOWN) };
    }
  }
  const element = elementAt(instance, slot);
  return { on: "element", element, tokens: slot.kind === "c" ? serverTokens(instance, slot, element) : [] };
}

/** The class tokens that the server wrote: all in the page, but those that have a slot of their own. */
function serverTokens(instance: Instance, slot: Slot, element: Element): string[] {
  const path = String(slot.path);
  const own = instance.template.slots.filter((other) => other.kind === "C" && String(other.path) === path);
  return [...dom.classesOf(element)].filter((token) => !own.some((other) => other.name === token));
}

function findRegion(instance: Instance, slot: Slot): Region {
  const { region } = instance;
  if (slot.follows === ONLY) {
    // A fragment whose one element is itself a range: whoever replaces that element replaces the fragment's.
    return region.element && String(slot.path) === "0" ? region : regionOf({ element: elementAt(instance, slot) });
  }
  if (slot.follows === CONTENT) {
    return slot.path.length ? regionOf({ parent: elementAt(instance, slot) }) : region;
  }
  let { next } = findPoint(instance, slot);
  while (next && !isCounted(next) && !isMarker(next)) next = dom.nextSibling(next);
  if (!dom.isComment(next) || next.data !== OPEN) throw new Mismatch("no range here");
  return regionOf({ open: next, close: matching(next) });
}

/** The comment that closes a range; ranges inside it are counted. */
function matching(open: Comment): Comment {
  let depth = 1;
  for (let node = dom.nextSibling(open); node; node = dom.nextSibling(node)) {
    if (!isMarker(node)) continue;
    depth += node.data === OPEN ? 1 : -1;
    if (depth === 0) return node;
  }
  throw new Mismatch("range without an end");
}

/** The text node of a run; made where an empty string left none, or where a translator put its own elements. */
function findText(instance: Instance, slot: Slot): Text {
  const { parent, next, stop } = findPoint(instance, slot);
  let found: Text | null = null;
  let node = next;
  while (node && node !== stop && !isCounted(node) && !isMarker(node)) {
    const after = dom.nextSibling(node);
    if (dom.isElement(node)) dom.detach(node);
    else if (dom.isText(node)) found ??= node;
    node = after;
  }
  if (found) return found;
  const text = document.createTextNode("");
  dom.insert(parent, text, node);
  return text;
}

interface Point {
  parent: Node;
  next: Node | null;
  stop: Node | null;
}

/** Where a text or a range begins: the first node behind the element or range it follows. */
function findPoint(instance: Instance, slot: Slot): Point {
  const inside = slot.path.length ? regionOf({ parent: elementAt(instance, slot) }) : instance.region;
  const [from, count] = siblingsFrom(instance, inside, slot.follows === CONTENT ? 0 : slot.follows);
  const stop = regionEnd(inside);
  let next = from;
  if (count > 0) {
    const element = nth(from, stop, count - 1);
    if (!element) throw new Mismatch("element before it is missing");
    next = dom.nextSibling(element);
  }
  return { parent: container(inside), next, stop };
}

/** Where a step starts to count, and how far it counts. */
function siblingsFrom(instance: Instance, inside: Region, step: Step): [from: Node | null, count: number] {
  if (typeof step === "number") return [regionStart(inside), step];
  const range = placeOf(instance, step[0]);
  if (!isRange(range) || !range.region.close) throw new Mismatch("no range to count from");
  return [dom.nextSibling(range.region.close), step[1]];
}

/** Follows a slot's path and checks the tags on the way, as far as they are known. */
function elementAt(instance: Instance, slot: Slot): Element {
  const { slots, tree } = instance.template;
  let siblings: Tree[] | null = tree;
  let inside = instance.region;
  let element = inside.element;
  for (const step of slot.path) {
    const [from, count] = siblingsFrom(instance, inside, step);
    const stop = regionEnd(inside);
    const hope = siblings && expected(siblings, step, slots);
    element = nth(from, stop, count);
    if (hope && !hasTag(element, hope.tag)) element = nearMiss(element, from, stop, count, hope);
    if (!element) throw new Mismatch(`no element at ${JSON.stringify(slot.path)}`);
    siblings = hope ? hope.children : null;
    inside = regionOf({ parent: element });
  }
  if (!element || (slot.tag && !hasTag(element, slot.tag))) {
    throw new Mismatch(`expected ${slot.tag} at ${JSON.stringify(slot.path)}`);
  }
  return element;
}

/** What a parser or a translator may have put in between: look inside it, then for the same tag further on. */
function nearMiss(
  found: Element | null,
  from: Node | null,
  stop: Node | null,
  count: number,
  { tag, ordinal }: Expected,
): Element | null {
  if (found && dom.localName(found) === "tbody" && dom.attributeNames(found).length === 0) {
    const inside = nth(dom.firstChild(found), null, count);
    if (hasTag(inside, tag)) return inside;
  }
  let left = ordinal;
  for (let node = from; node && node !== stop; node = dom.nextSibling(node)) {
    if (isCounted(node) && hasTag(node, tag) && left-- === 0) return node;
  }
  return null;
}

function nth(from: Node | null, stop: Node | null, index: number): Element | null {
  let left = index;
  for (let node = from; node && node !== stop; node = dom.nextSibling(node)) {
    if (isCounted(node) && left-- === 0) return node;
  }
  return null;
}

/** Page translators put `font` elements in the place of texts; no template has them. */
const isCounted = (node: Node): node is Element => dom.isElement(node) && dom.localName(node) !== "font";

const isMarker = (node: Node): node is Comment => dom.isComment(node) && (node.data === OPEN || node.data === CLOSE);

const hasTag = (element: Element | null, tag: string): boolean =>
  element !== null && dom.localName(element) === tag.slice(tag.indexOf(":") + 1);
