/**
 * Templates by alias, and the nodes built from their trees. Holds no values and never touches the page's document.
 *
 * A tree is built once, with `createElement`, in a document where nothing lives; every instance is a clone. No HTML is ever parsed.
 */

import { classesOf, createElement, findAll, imported, insert, setAttribute, spreadOf } from "./dom.ts";
import { CONTENT, definitions, expect, ONLY, type Slot, type Tree, type TreeElement, type Wire } from "./protocol.ts";

/** The templates of one view. */
export interface Templates {
  byAlias: Map<number, Template>;
  /** The class tokens that the page's elements came with, before a script of somebody else's added its own. */
  tokens: WeakMap<Element, string[]>;
}

/** A fragment's slots and, once told, its tree. */
export interface Template {
  alias: number;
  /** Those whose aliases its slots speak. */
  templates: Templates;
  slots: Slot[];
  tree: Tree[] | null;
  /** Of a page's root: what stands in its ranges. */
  shown: Wire[];
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

/** By what stands before a tag's colon; the rest is HTML. */
const NAMESPACES: { [prefix: string]: string } = { svg: "2000/svg", math: "1998/Math/MathML" };

export const noTemplates = (): Templates => ({ byAlias: new Map(), tokens: new WeakMap() });

/** Adds what was told: a slot table, a tree, or both. */
export function define(templates: Templates, defs: Wire): void {
  for (const { alias, slots, tree, shown } of definitions(defs)) {
    const known = templates.byAlias.get(alias);
    if (known) {
      if (slots) known.slots = slots;
      known.tree ??= tree;
    } else {
      const template: Template = { alias, templates, slots: slots ?? [], tree, shown, master: null, custom: false };
      templates.byAlias.set(alias, template);
    }
  }
}

/** The template that an alias names. */
export function templateOf({ byAlias }: Templates, alias: number): Template {
  const template = byAlias.get(alias);
  expect(template, `no template ${alias}`);
  return template;
}

/** Notes the class tokens of a page, those of spreads apart, if any slot of its templates writes some. */
export function noteTokens({ byAlias, tokens }: Templates, root: Element): void {
  const isWritten = [...byAlias].some(([, { slots }]) => slots.some(({ kind }) => kind === "c"));
  for (const element of isWritten ? findAll(root, "[class]") : []) {
    const spread = spreadOf(element);
    const others = [...classesOf(element)].filter((token) => !spread.includes(`.${token}`));
    tokens.set(element, others);
  }
}

/** A fresh copy of the template's nodes. */
export function clone(template: Template): DocumentFragment {
  if (!template.master) {
    expect(template.tree, `no tree for template ${template.alias}`);
    template.master = (createElement("template") as HTMLTemplateElement).content;
    build(template, template.master, template.tree);
  }
  return template.custom ? imported(template.master, true) : (template.master.cloneNode(true) as DocumentFragment);
}

function build(template: Template, parent: Node, children: Tree[]): void {
  const owner = parent.ownerDocument as Document;
  for (const child of children) {
    const nodes =
      typeof child === "string"
        ? [owner.createTextNode(child)]
        : typeof child === "number"
          ? standIns(owner, template.slots[child])
          : [element(template, owner, child)];
    for (const node of nodes) insert(parent, node, null);
  }
}

/** What marks the place of a slot until its value is written. */
function standIns(owner: Document, slot: Slot | undefined): Node[] {
  if (!slot || /[Tph]/.test(slot.kind) || slot.follows === CONTENT) return [];
  if (slot.kind === "t") return [owner.createTextNode("")];
  if (slot.follows === ONLY) return [owner.createElement(PLACEHOLDER)];
  return [owner.createComment(OPEN), owner.createComment(CLOSE)];
}

function element(template: Template, owner: Document, [tag, attributes, ...children]: TreeElement): Element {
  const [name = "", prefix = ""] = tag.split(":").reverse();
  const namespace = NAMESPACES[prefix];
  const node = owner.createElementNS(`http://www.w3.org/${namespace ?? "1999/xhtml"}`, name);
  for (let i = 0; attributes && i + 1 < attributes.length; i += 2) {
    const attribute = attributes[i] as string;
    // A clone with `autofocus` would steal the focus; handlers in attributes never come from a template.
    if (attribute !== "autofocus" && !/^on/i.test(attribute))
      setAttribute(node, attribute, attributes[i + 1] as string);
    if (attribute === "is") template.custom = true;
  }
  if (!namespace && name.includes("-")) template.custom = true;
  build(template, node, children);
  return node;
}
