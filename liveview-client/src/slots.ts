/**
 * Writes one value into one place: texts, attributes, styles, classes. Knows no lists and no branches.
 */

import * as dom from "./dom.ts";
import type { Spot } from "./instance.ts";
import { asArray, expect, Mismatch, type Slot, type Wire } from "./protocol.ts";

/** What writes the values that have rules of their own. */
export interface Writers {
  inputs: Properties;
  /** Makes the only HTML that is ever parsed in the page: what an author has called trusted. */
  trust(html: string): string;
}

interface Properties {
  /** Writes a live property. */
  property(element: Element, name: string, value: Wire): void;
}

/** Writes a scalar slot. */
export function writeScalar({ kind, name }: Slot, spot: Spot, value: Wire, writers: Writers): void {
  const text = String(value ?? "");
  const element = spot.node as Element;
  if (/[asCcp]/.test(kind) && isKept(element, kind === "s" ? "style" : /c/i.test(kind) ? "class" : name)) return;
  switch (kind) {
    case "t":
    case "T":
      return writeContent(spot.node, text);
    case "h":
      element.innerHTML = writers.trust(text);
      return;
    case "a":
      return writeAttribute(element, name, value);
    case "A":
      return writeSpread(element, asArray(value).map(String));
    case "s":
      // A value that the browser does not take leaves none, as on a fresh page; an empty one takes the property away.
      return dom.styleOf(element).setProperty(name, CSS.supports(name, text) ? text : "");
    case "C":
      return void dom.classesOf(element).toggle(name, value === 1);
    case "c":
      return writeClasses(element, spot, text);
    case "p":
      return writers.inputs.property(element, name, value);
    default:
      throw new Mismatch("unknown kind of slot");
  }
}

/** Whether the attribute is the page's own: it was written when the element was made. */
const isKept = (element: Element, name: string): boolean =>
  dom.isIgnoredAttribute(element, name) && dom.isAttached(element);

/** Applies the `dj-style` attributes of a page, which a strict policy would have dropped as `style`. */
export function applyStyles(root: Element): void {
  for (const element of dom.findAll(root, "[dj-style]")) {
    dom.styleOf(element).cssText += dom.attribute(element, "dj-style");
    dom.setAttribute(element, "dj-style", null);
  }
}

/** Where an element is held and not its text, a page translator may swap the text and the write still lands. */
export function writeContent(node: Node, value: string): void {
  const only = dom.isText(node) ? node : dom.firstChild(node);
  if (dom.isText(only) && (only === node || !dom.nextSibling(only))) writeText(only, value);
  else if (only || value) node.textContent = value;
}

/**
 * Replaces the part of a text that differs: a selection in the rest stays. Asking whether there is a selection would cost
 * a layout of the page.
 */
export function writeText(text: Text, value: string): void {
  const old = text.data;
  if (old === value) return;
  const { prefix, suffix } = commonEnds(old, value);
  text.replaceData(prefix, old.length - prefix - suffix, value.slice(prefix, value.length - suffix));
}

/** How many characters two strings share. */
interface Ends {
  prefix: number;
  suffix: number;
}

/** What they share at the start, and then at the end. */
export function commonEnds(old: string, value: string): Ends {
  const shorter = Math.min(old.length, value.length);
  let prefix = 0;
  while (prefix < shorter && old[prefix] === value[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && old[old.length - 1 - suffix] === value[value.length - 1 - suffix]) suffix++;
  return { prefix, suffix };
}

/** Sets or removes an attribute, as a value of the wire says. */
export function writeAttribute(element: Element, name: string, value: Wire): void {
  // The macro refuses these already; a value that runs as script must not come in by a frame either.
  expect(!/^(on|srcdoc$)/i.test(name), "not an attribute to write");
  dom.setAttribute(element, name, value === null || value === false ? null : value === true ? "" : String(value));
}

/** Writes names with values, and class tokens behind a point; what `dj-a` names of the last ones and these do not, goes. */
function writeSpread(element: Element, list: string[]): void {
  const marks = list.filter((_, i) => i % 2 === 0);
  for (const mark of [...dom.spreadOf(element), ...marks]) {
    const at = marks.indexOf(mark);
    const text = at < 0 ? null : (list[2 * at + 1] ?? "");
    if (isKept(element, mark[0] === "." ? "class" : mark)) continue;
    if (mark[0] === ".") dom.classesOf(element).toggle(mark.slice(1), at >= 0);
    else if (dom.attribute(element, mark) !== text) writeAttribute(element, mark, text);
  }
  dom.setAttribute(element, "dj-a", marks.join(" ") || null);
}

/** Swaps the server's last tokens for its new ones and leaves everyone else's. */
function writeClasses(element: Element, spot: Spot, value: string): void {
  const tokens: string[] = value.match(/[^\t\n\f\r ]+/g) ?? [];
  const classes = dom.classesOf(element);
  classes.remove(...spot.tokens.filter((token) => !tokens.includes(token)));
  classes.add(...tokens);
  spot.tokens = tokens;
}
