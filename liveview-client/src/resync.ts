/**
 * Brings a standing part of the page to what the server says it is, keeping every node that can be kept. Asks for nothing.
 *
 * The answer is built from templates beside the page, then walked together with the standing nodes: by position and tag.
 * Standing nodes are kept, and with them focus, typed text and scroll offsets; the built instance is told which of
 * its nodes were replaced by standing ones.
 */

import * as dom from "./dom.ts";
import { controlOf, type Inputs } from "./inputs.ts";
import { container, type Instance, isRange, nodesOf, placeOf, type Region, regionEnd } from "./instance.ts";
import { isIgnored } from "./keep.ts";
import type { Life } from "./life.ts";
import { adopt, build, type Pen } from "./patch.ts";
import { expect, type Wire } from "./protocol.ts";

/** How far to look for a partner: past what a stranger may have inserted, not through a whole list. */
const AHEAD = 32;

/** For a built node, the standing node that took its place. */
type Kept = Map<Node, Node>;

/** What a morph is done with. */
interface Morph {
  inputs: Inputs;
  kept: Kept;
  life: Life;
}

/** Makes what stands in the region equal to `[alias, …values]`; returns the instance that stands there now. */
export function settle(pen: Pen, inputs: Inputs, region: Region, [alias, ...values]: Wire[]): Instance {
  const { instance, nodes } = build(pen, alias, values, !!region.element);
  const parent = container(region);
  const kept: Kept = new Map();
  morphNodes({ inputs, kept, life: pen.life }, parent, nodesOf(region), [...nodes.childNodes], regionEnd(region));
  const { element } = instance.region;
  adopt(instance, region, element && keptFor(kept, element));
  rehome(instance, kept, inputs);
  pen.life.changed(parent);
  return instance;
}

const keptFor = <N extends Node | undefined>(kept: Kept, node: N): N =>
  ((node && kept.get(node)) as N | undefined) ?? node;

function morphNodes(morph: Morph, parent: Node, standing: Node[], built: Node[], end: Node | null): void {
  const { life } = morph;
  let at = 0;
  for (const [i, wanted] of built.entries()) {
    const found = at + standing.slice(at, at + AHEAD).findIndex((node) => isSame(node, wanted));
    const coming = built.slice(i + 1, i + AHEAD);
    // A standing node is given up only when nothing that comes next wants it.
    if (found < at || standing.slice(at, found).some((node) => coming.some((later) => isSame(node, later)))) {
      dom.insert(parent, wanted, standing[at] ?? end);
      continue;
    }
    while (at < found) life.leave(standing[at++] as Node);
    morphNode(morph, standing[at++] as Node, wanted);
  }
  while (at < standing.length) life.leave(standing[at++] as Node);
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

function morphNode(morph: Morph, standing: Node, built: Node): void {
  morph.kept.set(built, standing);
  for (const hear of morph.life.touched) hear(standing);
  if (dom.isElement(standing) && dom.isElement(built)) {
    morphAttributes(standing, built, morph.inputs.of(built).controlled);
    // What is in a custom element and not in the template is the element's own.
    const isOwn = dom.localName(built).includes("-") && !dom.firstChild(built);
    if (built instanceof HTMLTextAreaElement || isOwn || isIgnored(standing)) return;
    morphNodes(morph, standing, nodesOf({ parent: standing }), [...built.childNodes], null);
  } else if (standing.nodeValue !== built.nodeValue) standing.nodeValue = built.nodeValue;
}

/** Attributes of the person's (what is open) and of a control's value have their own rules and stay. */
function morphAttributes(standing: Element, built: Element, controlled: boolean): void {
  const own = (name: string): boolean =>
    dom.isIgnoredAttribute(standing, name) ||
    /^(style|open|dj-ignore-attrs)$/.test(name) ||
    (controlled && /^(value|checked|selected)$/.test(name));
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
  if (!dom.isIgnoredAttribute(standing, "style") && dom.styleOf(standing).cssText !== cssText)
    dom.styleOf(standing).cssText = cssText;
}

/** Tells an instance and all in it which of its nodes are standing ones, and writes its properties to those. */
function rehome(instance: Instance, kept: Kept, inputs: Inputs): void {
  rehomeRegion(instance.region, kept);
  for (const [index, place] of instance.places.entries()) {
    if (!place) continue;
    if (isRange(place)) {
      rehomeRegion(place.region, kept);
      for (const child of place.children) rehome(child, kept, inputs);
      continue;
    }
    const built = place.node;
    place.node = keptFor(kept, built);
    const slot = instance.template.slots[index];
    if (slot?.kind === "p" && built !== place.node) {
      inputs.property(place.node as Element, slot.name, heldIn(built as Element, slot.name));
    }
  }
}

function rehomeRegion(region: Region, kept: Kept): void {
  for (const [edge, node] of Object.entries(region)) Object.assign(region, { [edge]: keptFor(kept, node) });
}

/** The value a property slot has just written to a built element. */
const heldIn = (element: Element, name: string): Wire =>
  element instanceof HTMLTextAreaElement ? element.defaultValue : dom.attribute(element, name);

/** Makes what stands at the path of slots and rows equal to the values. */
export function settleAt(pen: Pen, inputs: Inputs, owner: Instance, path: number[], values: Wire[]): void {
  const [slot = 0, ...rest] = path;
  const place = placeOf(owner, slot);
  expect(isRange(place), "no instance here");
  const isList = owner.template.slots[slot]?.kind === "l";
  const row = isList ? (rest.shift() ?? -1) : 0;
  const child = place.children[row];
  if (rest.length) {
    expect(child, "no instance here");
    settleAt(pen, inputs, child, rest, values);
  } else {
    expect(child || !isList, "no place here");
    place.children[row] = settle(pen, inputs, child?.region ?? place.region, values);
  }
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

/** Binds every slot of every known instance around or inside an element, and notes which controls have one. */
export function reach(instance: Instance, element: Element, inputs: Inputs): void {
  if (instance.stale) return;
  try {
    for (const [index, slot] of instance.template.slots.entries()) {
      const place = placeOf(instance, index);
      if (slot.kind === "p" && !isRange(place)) inputs.of(controlOf(place.node as Element)).controlled = true;
    }
  } catch {
    // What cannot be found now is a mismatch when it is written.
    return;
  }
  const holds = (node: Node): boolean => dom.contains(node, element) || dom.contains(element, node);
  for (const place of instance.places) {
    // A long list elsewhere costs one look.
    if (!place || !isRange(place) || !holds(container(place.region))) continue;
    for (const child of place.children) if (nodesOf(child.region).some(holds)) reach(child, element, inputs);
  }
}

/** The instances in an instance, each with the steps to it. */
export function* children({ places, template }: Instance): Generator<[child: Instance, ...steps: number[]]> {
  for (const [slot, place] of places.entries()) {
    if (!place || !isRange(place)) continue;
    const isList = template.slots[slot]?.kind === "l";
    for (const [row, child] of place.children.entries()) yield isList ? [child, slot, row] : [child, slot];
  }
}
