/**
 * Templates by alias, and the nodes built from their trees. Holds no values and never touches the page's document.
 *
 * A tree is built once, with `createElement`, in a document of its own; every instance is a clone. No HTML is ever parsed.
 */

import { insert, setAttribute } from "./dom.ts";
import { CONTENT, definitions, ONLY, type Slot, type Tree, type TreeElement, type Wire } from "./protocol.ts";

/** The templates of one view, by alias. */
export type Templates = Map<number, Template>;

/** A fragment's slots and, once told, its tree. */
export interface Template {
  alias: number;
  /** The table whose aliases its slots speak. */
  table: Templates;
  slots: Slot[];
  tree: Tree[] | null;
  /** The tree built, on first use. */
  master: DocumentFragment | null;
  /** It holds a custom element, which must be born in the page's document: a clone is upgraded too late. */
  custom: boolean;
}

/** The data of the comments around a range. */
export const OPEN = "[";
export const CLOSE = "]";
/** Stands where an `Only` range's element will be. */
const PLACEHOLDER = "dj-slot";

const HTML = "http://www.w3.org/1999/xhtml";
/** By what stands before a tag's colon. */
const NAMESPACES = new Map([
  ["svg", "http://www.w3.org/2000/svg"],
  ["math", "http://www.w3.org/1998/Math/MathML"],
]);

/** Adds what was told to the table: a slot table, a tree, or both. */
export function define(table: Templates, defs: Wire): void {
  for (const { alias, slots, tree } of definitions(defs)) {
    const known = table.get(alias);
    if (known) {
      if (slots) known.slots = slots;
      known.tree ??= tree;
    } else {
      table.set(alias, { alias, table, slots: slots ?? [], tree, master: null, custom: false });
    }
  }
}

/** A fresh copy of the template's nodes, or null while its tree has not been told. */
export function clone(template: Template): DocumentFragment | null {
  if (!template.master) {
    if (!template.tree) return null;
    const inert = document.implementation.createHTMLDocument("");
    const master = inert.createDocumentFragment();
    build(template, master, template.tree);
    template.master = master;
  }
  return template.custom
    ? document.importNode(template.master, true)
    : (template.master.cloneNode(true) as DocumentFragment);
}

function build(template: Template, parent: Node, children: Tree[]): void {
  const owner = parent.ownerDocument as Document;
  for (const child of children) {
    if (typeof child === "string") insert(parent, owner.createTextNode(child), null);
    else if (typeof child === "number")
      for (const node of standIns(owner, template.slots[child])) insert(parent, node, null);
    else insert(parent, element(template, owner, child), null);
  }
}

/** What marks the place of a slot until its value is written. */
function standIns(owner: Document, slot: Slot | undefined): Node[] {
  if (!slot || slot.kind === "T" || slot.kind === "p" || slot.follows === CONTENT) return [];
  if (slot.kind === "t") return [owner.createTextNode("")];
  if (slot.follows === ONLY) return [owner.createElement(PLACEHOLDER)];
  return [owner.createComment(OPEN), owner.createComment(CLOSE)];
}

function element(template: Template, owner: Document, [tag, attributes, ...children]: TreeElement): Element {
  const [prefix, local] = tag.split(":");
  const namespace = (local && NAMESPACES.get(prefix as string)) || HTML;
  const name = local ?? tag;
  const node = owner.createElementNS(namespace, name);
  for (let i = 0; attributes && i + 1 < attributes.length; i += 2) {
    const attribute = attributes[i] as string;
    // A clone with `autofocus` would steal the focus; handlers in attributes never come from a template.
    if (attribute !== "autofocus" && !/^on/i.test(attribute))
      setAttribute(node, attribute, attributes[i + 1] as string);
    if (attribute === "is") template.custom = true;
  }
  if (namespace === HTML && name.includes("-")) template.custom = true;
  build(template, node, children);
  return node;
}
