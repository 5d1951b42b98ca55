/**
 * A template standing in the page: where its nodes are, and where each slot's node is. Writes no value.
 *
 * A slot's place is found on first use by the slot's path, checked on the way, and then kept. What cannot be found is a
 * `Mismatch`: someone else changed the page, and the server is asked for the whole instance.
 */

import * as dom from "./dom.ts";
import { CONTENT, Mismatch, ONLY, type Slot, type Step } from "./protocol.ts";
import { CLOSE, OPEN, type Template, type Templates } from "./template.ts";

/** Where top-level nodes stand: exactly one element, or all of a parent, or all between two comments. */
export interface Region {
  element: Element | null;
  parent: Node | null;
  opening: Comment | null;
  closing: Comment | null;
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
  opening: null,
  closing: null,
  ...part,
});

/** The template that an alias names. */
export function templateOf(templates: Templates, alias: number): Template {
  const template = templates.get(alias);
  if (!template) throw new Mismatch(`no template ${alias}`);
  return template;
}

/** The parent of the region's nodes. */
export function container(region: Region): Node {
  const parent = region.parent ?? dom.parentOf((region.opening ?? region.element) as Node);
  if (!parent || (region.closing && dom.parentOf(region.closing) !== parent)) throw new Mismatch("range taken apart");
  return parent;
}

/** The node behind the region. */
export const regionEnd = (region: Region): Node | null =>
  region.element ? dom.nextSibling(region.element) : region.closing;

/** The first node of the region, or its end. */
export function regionStart(region: Region): Node | null {
  if (region.element) return region.element;
  return region.opening ? dom.nextSibling(region.opening) : dom.firstChild(region.parent as Node);
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

/** The class tokens that the server wrote: all in the page, but those that have a slot of their own or are a spread's. */
function serverTokens(instance: Instance, slot: Slot, element: Element): string[] {
  const path = String(slot.path);
  const own = instance.template.slots.filter((other) => other.kind === "C" && String(other.path) === path);
  const spread = dom.spreadOf(element);
  return [...dom.classesOf(element)].filter(
    (token) => !spread.includes(`.${token}`) && !own.some((other) => other.name === token),
  );
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
  return regionOf({ opening: next, closing: matching(next) });
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
  if (!isRange(range) || !range.region.closing) throw new Mismatch("no range to count from");
  return [dom.nextSibling(range.region.closing), step[1]];
}

/** Follows a slot's path, and checks the tag at its end. */
function elementAt(instance: Instance, slot: Slot): Element {
  let inside = instance.region;
  let element: Element | null = null;
  let siblings: Region = inside;
  for (const step of slot.path) {
    const [from, count] = siblingsFrom(instance, inside, step);
    element = nth(from, regionEnd(inside), count);
    siblings = inside;
    inside = regionOf({ parent: element });
    if (!element) break;
  }
  if (element && slot.tag && !hasTag(element, slot.tag)) element = nearMiss(element, siblings, slot);
  if (!element) throw new Mismatch(`no ${slot.tag || "element"} at ${JSON.stringify(slot.path)}`);
  return element;
}

/** What a parser may have put in between, or a stranger before: looks inside, then for the only sibling of that tag. */
function nearMiss(found: Element, siblings: Region, { tag, path }: Slot): Element | null {
  const wrapped = dom.localName(found) === "tbody" && dom.attributeNames(found).length === 0;
  const index = path.at(-1);
  const inside = wrapped && typeof index === "number" ? nth(dom.firstChild(found), null, index) : null;
  if (inside && hasTag(inside, tag)) return inside;
  const [only, other] = nodesOf(siblings).filter((node) => isCounted(node) && hasTag(node, tag)) as Element[];
  return other ? null : (only ?? null);
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

const hasTag = (element: Element, tag: string): boolean => dom.localName(element) === tag.slice(tag.indexOf(":") + 1);
