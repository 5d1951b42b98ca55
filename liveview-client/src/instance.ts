/**
 * A template standing in the page: where its nodes are, and where each slot's node is. Writes no value.
 *
 * A slot's place is found on first use by the slot's path, checked on the way, and then kept. What cannot be found is a
 * `Mismatch`: someone else changed the page, and the server is asked for the whole instance.
 */

import * as dom from "./dom.ts";
import { CONTENT, expect, Mismatch, ONLY, type Slot, type Step, type Wire } from "./protocol.ts";
import { CLOSE, noTemplates, OPEN, type Template } from "./template.ts";

/** Where top-level nodes stand: exactly one element, or all of a parent, or all between two comments. */
export interface Region {
  element?: Element;
  parent?: Node;
  opening?: Comment;
  closing?: Comment;
}

/** A template with its region. Rows and branches share their region with whoever replaces them. */
export interface Instance {
  template: Template;
  region: Region;
  /** By slot, as far as they were needed. */
  places: (Place | undefined)[];
  /** What the page says of its ranges: `[alias, slot, what, slot, what, …]`; see `shownIn`. */
  shown: Wire[];
  /** Its nodes are not what they should be; patches pass by until the server's answer. */
  stale: boolean;
}

/** Where a slot's value stands: at a node, or in a range of instances. */
export type Place = Spot | Range;

export interface Spot {
  node: Element | Text;
  /** The class tokens that the server wrote last. */
  tokens: string[];
}

export interface Range {
  region: Region;
  /** The rows of a list; of another range the one that stands there, or none. */
  children: Instance[];
}

export const isRange = (place: Place): place is Range => !!(place as Range).region;

/** Of a row or branch whose template nobody has named yet. */
export const UNKNOWN: Template = {
  alias: -1,
  templates: noTemplates(),
  slots: [],
  shown: [],
  tree: null,
  master: null,
  custom: false,
};

export const instanceOf = (template: Template, region: Region, shown: Wire[] = []): Instance => ({
  template,
  region,
  places: [],
  shown,
  stale: false,
});

/** The parent of the region's nodes. */
export function container(region: Region): Node {
  const parent = region.parent ?? dom.parentOf((region.opening ?? region.element) as Node);
  expect(parent && (!region.closing || dom.parentOf(region.closing) === parent), "range taken apart");
  return parent;
}

/** What holds the value of a place: the node that it is written to, or the parent of its nodes. */
export const holderOf = (place: Place): Node => (isRange(place) ? container(place.region) : place.node);

/** The node behind the region. */
export const regionEnd = (region: Region): Node | null =>
  region.element ? dom.nextSibling(region.element) : (region.closing ?? null);

/** The first node of the region, or its end. */
export function regionStart(region: Region): Node | null {
  if (region.element) return region.element;
  return region.opening ? dom.nextSibling(region.opening) : dom.firstChild(region.parent as Node);
}

/** All nodes of the region but those that are leaving. */
export function nodesOf(region: Region): Node[] {
  const nodes: Node[] = [];
  for (let node = regionStart(region), end = regionEnd(region); node && node !== end; node = dom.nextSibling(node))
    if (!dom.isLeaving(node)) nodes.push(node);
  return nodes;
}

/** The slot of this number. */
export function slotOf({ template }: Instance, index: number): Slot {
  const slot = template.slots[index];
  expect(slot, `no slot ${index}`);
  return slot;
}

/** The place of a slot; found on first use. */
export function placeOf(instance: Instance, index: number): Place {
  const known = instance.places[index];
  if (known && (isRange(known) || dom.isElement(known.node) || dom.parentOf(known.node))) return known;
  const place = find(instance, slotOf(instance, index), index);
  instance.places[index] = place;
  return place;
}

/** Finds every place of an instance at once. */
export function bindAll(instance: Instance): void {
  for (const index of instance.template.slots.keys()) placeOf(instance, index);
}

function find(instance: Instance, slot: Slot, index: number): Place {
  const { template } = instance;
  if (/[okl]/.test(slot.kind)) {
    const region = findRegion(instance, slot);
    return { region, children: shownIn(instance, slot, index, region) };
  }
  if (slot.kind === "t" || (slot.kind === "T" && !slot.path.length))
    return { node: findText(instance, slot), tokens: [] };
  const node = elementAt(instance, slot);
  const tokens = (template.templates.tokens.get(node) ?? []).filter(
    // A token that has a slot of its own is not one of this slot's.
    (token) =>
      !template.slots.some(({ kind, name, path }) => kind === "C" && name === token && `${path}` === `${slot.path}`),
  );
  return { node, tokens };
}

/**
 * What stands in a range of the page. The page says it of ranges that hold fields: `[alias, …]` as of an instance, or for
 * a list one of these or 0 a row, of which the last stands for all that follow.
 */
function shownIn({ template, shown }: Instance, slot: Slot, index: number, region: Region): Instance[] {
  const said = shown[shown.indexOf(index, 1) + 1];
  const known = (what: Wire | undefined, region: Region): Instance => {
    const shown = Array.isArray(what) ? what : [slot.alias];
    return instanceOf(template.templates.byAlias.get(shown[0] as number) ?? UNKNOWN, region, shown);
  };
  if (slot.kind !== "l") return [known(said, region)];
  const rows = Array.isArray(said) ? said : [];
  return nodesOf(region)
    .filter(isCounted)
    .map((element, row) => known(rows[Math.min(row, rows.length - 1)], { element }));
}

function findRegion(instance: Instance, slot: Slot): Region {
  const { region } = instance;
  if (slot.follows === ONLY) {
    // A fragment whose one element is itself a range: whoever replaces that element replaces the fragment's.
    return region.element && String(slot.path) === "0" ? region : { element: elementAt(instance, slot) };
  }
  if (slot.follows === CONTENT) {
    return slot.path.length ? { parent: elementAt(instance, slot) } : region;
  }
  let { next } = findPoint(instance, slot);
  while (next && !isCounted(next) && !isMarker(next)) next = dom.nextSibling(next);
  expect(dom.isComment(next) && next.data === OPEN, "no range here");
  return { opening: next, closing: matching(next) };
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
    if (dom.isElement(node) && !dom.isLeaving(node)) dom.detach(node);
    else if (dom.isText(node)) found ??= node;
    node = after;
  }
  if (found) return found;
  const text = dom.createText("");
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
  const inside: Region = slot.path.length ? { parent: elementAt(instance, slot) } : instance.region;
  const [from, count] = siblingsFrom(instance, inside, slot.follows === CONTENT ? 0 : slot.follows);
  const stop = regionEnd(inside);
  let next = from;
  if (count > 0) {
    const element = nth(from, stop, count - 1);
    expect(element, "element before it is missing");
    next = dom.nextSibling(element);
  }
  return { parent: container(inside), next, stop };
}

/** Where a step starts to count, and how far it counts. */
function siblingsFrom(instance: Instance, inside: Region, step: Step): [from: Node | null, count: number] {
  if (typeof step === "number") return [regionStart(inside), step];
  const range = placeOf(instance, step[0]);
  expect(isRange(range) && range.region.closing, "no range to count from");
  return [dom.nextSibling(range.region.closing), step[1]];
}

/** Follows a slot's path, and checks the tag at its end. */
function elementAt(instance: Instance, slot: Slot): Element {
  let inside: Region = instance.region;
  let element: Element | null = null;
  let siblings = inside;
  for (const step of slot.path) {
    const [from, count] = siblingsFrom(instance, inside, step);
    element = nth(from, regionEnd(inside), count);
    siblings = inside;
    if (!element) break;
    inside = { parent: element };
  }
  if (element && slot.tag && !hasTag(element, slot.tag)) element = nearMiss(element, siblings, slot);
  expect(element, `no ${slot.tag || "element"} at ${JSON.stringify(slot.path)}`);
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

/** Page translators put `font` elements in the place of texts; no template has them. What is leaving has left. */
const isCounted = (node: Node): node is Element =>
  dom.isElement(node) && dom.localName(node) !== "font" && !dom.isLeaving(node);

const isMarker = (node: Node): node is Comment => dom.isComment(node) && (node.data === OPEN || node.data === CLOSE);

const hasTag = (element: Element, tag: string): boolean => dom.localName(element) === tag.slice(tag.indexOf(":") + 1);
