/**
 * Brings a standing part of the page to what the server says it is, keeping every node that can be kept. Asks for nothing.
 *
 * The answer is built from templates beside the page, then walked together with the standing nodes: by position and tag.
 * Standing nodes are kept, and with them focus, typed text and scroll offsets; the built instance is told which of
 * its nodes were replaced by standing ones.
 */

import * as dom from "./dom.ts";
import type { Inputs } from "./inputs.ts";
import { container, type Instance, isRange, nodesOf, type Place, placeOf, type Region, regionEnd } from "./instance.ts";
import { adopt, build, type Frame } from "./patch.ts";
import { asCount, Mismatch, type Wire } from "./protocol.ts";

/** How far to look for a partner: past what a stranger may have inserted, not through a whole list. */
const AHEAD = 32;

/** For a built node, the standing node that took its place. */
type Kept = Map<Node, Node>;

/** Makes what stands in the region equal to `[alias, …values]`; returns the instance that stands there now. */
export function settle(frame: Frame, inputs: Inputs, region: Region, values: Wire[]): Instance {
  const { instance, nodes } = build(frame, asCount(values[0]), values, 1, region.element !== null);
  const parent = container(region);
  const kept: Kept = new Map();
  morphNodes(inputs, parent, nodesOf(region), [...nodes.childNodes], regionEnd(region), kept);
  const { element } = instance.region;
  adopt(instance, region, element && ((kept.get(element) as Element | undefined) ?? element));
  rehome(instance, kept, inputs);
  return instance;
}

function morphNodes(inputs: Inputs, parent: Node, standing: Node[], built: Node[], end: Node | null, kept: Kept): void {
  let at = 0;
  for (const [i, wanted] of built.entries()) {
    const found = at + standing.slice(at, at + AHEAD).findIndex((node) => isSame(node, wanted));
    const coming = built.slice(i + 1, i + AHEAD);
    // A standing node is given up only when nothing that comes next wants it.
    if (found < at || standing.slice(at, found).some((node) => coming.some((later) => isSame(node, later)))) {
      dom.insert(parent, wanted, standing[at] ?? end);
      continue;
    }
    while (at < found) dom.detach(standing[at++] as Node);
    morphNode(inputs, standing[at++] as Node, wanted, kept);
  }
  while (at < standing.length) dom.detach(standing[at++] as Node);
}

/** Whether a standing node can become the built one: the same tag, and for controls the same field. */
function isSame(standing: Node, built: Node): boolean {
  if (dom.isElement(standing) && dom.isElement(built)) {
    return (
      dom.localName(standing) === dom.localName(built) &&
      dom.namespaceOf(standing) === dom.namespaceOf(built) &&
      ["id", "name", "type"].every((name) => dom.attribute(standing, name) === dom.attribute(built, name))
    );
  }
  if (dom.isComment(standing) && dom.isComment(built)) return standing.data === built.data;
  return standing.nodeType === built.nodeType;
}

function morphNode(inputs: Inputs, standing: Node, built: Node, kept: Kept): void {
  kept.set(built, standing);
  if (dom.isElement(standing) && dom.isElement(built)) {
    morphAttributes(standing, built, inputs.isControlled(built));
    if (built instanceof HTMLTextAreaElement) return;
    morphNodes(inputs, standing, [...standing.childNodes], [...built.childNodes], null, kept);
  } else if (standing.nodeValue !== built.nodeValue) standing.nodeValue = built.nodeValue;
}

/** Attributes of the person's (what is open) and of a control's value have their own rules and stay. */
function morphAttributes(standing: Element, built: Element, controlled: boolean): void {
  const own = (name: string): boolean =>
    name === "style" || name === "open" || (controlled && /^(value|checked|selected)$/.test(name));
  const wanted = dom.attributeNames(built);
  for (const name of dom.attributeNames(standing)) {
    if (!own(name) && !wanted.includes(name)) dom.setAttribute(standing, name, null);
  }
  for (const name of wanted) {
    const value = dom.attribute(built, name);
    if (!own(name) && dom.attribute(standing, name) !== value) dom.setAttribute(standing, name, value);
  }
  // A strict policy blocks the attribute `style` and allows this.
  const { cssText } = dom.styleOf(built);
  if (dom.styleOf(standing).cssText !== cssText) dom.styleOf(standing).cssText = cssText;
}

/** Tells an instance and all in it which of its nodes are standing ones, and writes its properties to those. */
function rehome(instance: Instance, kept: Kept, inputs: Inputs): void {
  rehomeRegion(instance.region, kept);
  for (const [index, place] of instance.places.entries()) {
    if (!place) continue;
    rehomePlace(place, kept);
    const slot = instance.template.slots[index];
    if (place.on === "element") {
      const standing = kept.get(place.element) as Element | undefined;
      if (slot?.kind === "p" && standing) inputs.write(standing, slot.name, heldIn(place.element, slot.name));
      place.element = standing ?? place.element;
    }
    const inside = place.on === "list" ? place.rows : place.on === "range" && place.child ? [place.child] : [];
    for (const child of inside) rehome(child, kept, inputs);
  }
}

function rehomePlace(place: Place, kept: Kept): void {
  if (place.on === "text") place.text = (kept.get(place.text) as Text | undefined) ?? place.text;
  else if (place.on !== "element") rehomeRegion(place.region, kept);
}

function rehomeRegion(region: Region, kept: Kept): void {
  const standing = <N extends Node>(node: N | null): N | null => node && ((kept.get(node) as N | undefined) ?? node);
  region.element = standing(region.element);
  region.parent = standing(region.parent);
  region.opening = standing(region.opening);
  region.closing = standing(region.closing);
}

/** The value a property slot has just written to a built element. */
const heldIn = (element: Element, name: string): Wire =>
  element instanceof HTMLTextAreaElement ? element.defaultValue : dom.attribute(element, name);

/** A place where instances stand, and which of them is meant: the row, in a list. */
export interface Located {
  place: Place & { region: Region };
  row: number;
}

/** Follows a path of slots and rows from the view's root. */
export function locate(root: Instance, path: number[]): Located {
  let owner: Instance | undefined = root;
  let at: Located | undefined;
  for (let i = 0; i < path.length; i++) {
    if (!owner) throw new Mismatch("nothing stands on the way");
    const place = placeOf(owner, path[i] as number);
    if (!isRange(place)) throw new Mismatch("no instance here");
    at = { place, row: place.on === "list" ? (path[++i] as number) : -1 };
    owner = standing(at);
  }
  if (!at) throw new Mismatch("the root has no place");
  return at;
}

/** Who stands there, as far as it is known. */
export function standing({ place, row }: Located): Instance | undefined {
  return place.on === "list" ? place.rows[row] : (place.on === "range" && place.child) || undefined;
}

/** Makes what stands there equal to the values. */
export function settleAt(frame: Frame, inputs: Inputs, at: Located, values: Wire[]): void {
  const { place, row } = at;
  const region = place.on === "list" ? standing(at)?.region : place.region;
  if (!region) throw new Mismatch(`no row ${row}`);
  const settled = settle(frame, inputs, region, values);
  if (place.on === "list") place.rows[row] = settled;
  else if (place.on === "range") place.child = settled;
}

/** The path to an instance, or null once it is gone. Only mismatches ask, so that nobody has to carry paths. */
export function pathTo(from: Instance, wanted: Instance): number[] | null {
  if (from === wanted) return [];
  for (const [child, ...steps] of children(from)) {
    const rest = pathTo(child, wanted);
    if (rest) return [...steps, ...rest];
  }
  return null;
}

/** Binds every slot of every known instance around an element, and notes which controls have one. */
export function reach(instance: Instance, element: Element, inputs: Inputs): void {
  if (instance.stale) return;
  try {
    for (const [index, slot] of instance.template.slots.entries()) {
      const place = placeOf(instance, index);
      if (slot.kind === "p" && place.on === "element") inputs.claim(place.element);
    }
  } catch {
    // What cannot be found now is a mismatch when it is written.
    return;
  }
  for (const [child] of children(instance)) {
    if (nodesOf(child.region).some((node) => dom.contains(node, element))) return reach(child, element, inputs);
  }
}

function* children(instance: Instance): Generator<[child: Instance, ...steps: number[]]> {
  for (const [slot, place] of instance.places.entries()) {
    if (place?.on === "range" && place.child) yield [place.child, slot];
    if (place?.on === "list") for (const [row, child] of place.rows.entries()) yield [child, slot, row];
  }
}
