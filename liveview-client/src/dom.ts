/**
 * Reads and writes of nodes that the names of a form's fields cannot shadow. Knows no template.
 *
 * `<input name="attributes">` makes `form.attributes` that input: a form's own properties come after its fields' names.
 * The getters and methods of the prototypes do not.
 */

function getter<N extends Node, T>(prototype: N, name: string): (node: N) => T {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: N) => T;
  return (node) => read.call(node);
}

export const firstChild = getter<Node, ChildNode | null>(Node.prototype, "firstChild");
export const nextSibling = getter<Node, ChildNode | null>(Node.prototype, "nextSibling");
export const parentOf = getter<Node, (Node & ParentNode) | null>(Node.prototype, "parentNode");
export const isAttached = getter<Node, boolean>(Node.prototype, "isConnected");
export const localName = getter<Element, string>(Element.prototype, "localName");
export const namespaceOf = getter<Element, string | null>(Element.prototype, "namespaceURI");
export const classesOf = getter<Element, DOMTokenList>(Element.prototype, "classList");
export const controlsOf = getter<HTMLFormElement, HTMLCollection>(HTMLFormElement.prototype, "elements");
const styleOfHtml = getter<HTMLElement, CSSStyleDeclaration>(HTMLElement.prototype, "style");

const methods = Element.prototype;

/** The value of an attribute, or null. */
export const attribute = (element: Element, name: string): string | null => methods.getAttribute.call(element, name);

/** What a spread wrote to the element: names, and class tokens behind a point. */
export const spreadOf = (element: Element): string[] => attribute(element, "dj-a")?.split(" ") ?? [];

/** The names of all attributes. */
export const attributeNames = (element: Element): string[] => methods.getAttributeNames.call(element);

/** The inline style, for every kind of element that has one. */
export const styleOf = (element: Element): CSSStyleDeclaration =>
  element instanceof HTMLElement ? styleOfHtml(element) : (element as SVGElement).style;

/** All descendants that match; `:scope>*` are its children. */
export const findAll = (root: Element, selector: string): Iterable<Element> =>
  methods.querySelectorAll.call(root, selector);

/** The nearest element, itself included, that matches. */
export const closest = (element: Element, selector: string): Element | null => methods.closest.call(element, selector);

export const matches = (element: Element, selector: string): boolean => methods.matches.call(element, selector);

/** Whether the page's own scripts have this attribute: `dj-ignore-attrs="open, data-*"` says so once the element stands. */
export function isIgnoredAttribute(element: Element, name: string): boolean {
  const ignored = attribute(element, "dj-ignore-attrs")?.split(/[\s,]+/) ?? [];
  return ignored.some((own) => own === name || (own.endsWith("*") && name.startsWith(own.slice(0, -1))));
}

export const insert = (parent: Node, node: Node, before: Node | null): Node =>
  Node.prototype.insertBefore.call(parent, node, before);

/** The document or the shadow root it stands in. */
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

export const contains = (ancestor: Node, node: Node | null): boolean => Node.prototype.contains.call(ancestor, node);

/** What the document has of its own: `<img name="createElement">` would hide it, and a form's name too. */
export const ofDocument = <T>(name: string): (() => T) => {
  const read = getter<Document, T>(Document.prototype, name);
  return () => read(document);
};

export const focused = ofDocument<Element | null>("activeElement");
export const visibility = ofDocument<DocumentVisibilityState>("visibilityState");
export const implementation = ofDocument<DOMImplementation>("implementation");

const page = Document.prototype;

export const createElement = (tag: string): HTMLElement => page.createElement.call(document, tag);
export const createText = (text: string): Text => page.createTextNode.call(document, text);
export const adopted = (fragment: DocumentFragment): DocumentFragment =>
  page.importNode.call(document, fragment, true) as DocumentFragment;

/** All elements of the page that match. */
export const findOnPage = (selector: string): Element[] => [...page.querySelectorAll.call(document, selector)];

/** Listens to the whole page. */
export const listen = (type: string, heard: (event: Event) => void, options?: AddEventListenerOptions): void =>
  page.addEventListener.call(document, type, heard, options);

export const isElement = (node: Node | null): node is Element => node?.nodeType === 1;
export const isText = (node: Node | null): node is Text => node?.nodeType === 3;
export const isComment = (node: Node | null): node is Comment => node?.nodeType === 8;

/** On an element that has left already, and is held back for its exit. */
export const LEAVING = "dj-leaving";

export const isLeaving = (node: Node): boolean => isElement(node) && attribute(node, LEAVING) !== null;

/** Takes a node out of its parent. */
export function detach(node: Node): void {
  const parent = parentOf(node);
  if (parent) Node.prototype.removeChild.call(parent, node);
}

/** What an element hears though it happens elsewhere; a selector cannot ask for the beginning of a name. */
const FAR = /^dj-(window-|document-|click-away|shortcut$)/;
/** What few pages bind, whatever modifiers stand behind it. */
const RARE = /^dj-(dbl|context|paste|pointer|mouse|touch|drag|drop|invalid|scroll|toggle|close|cancel)/;

/** Marks the element, where this attribute makes it one that hears what happens elsewhere, or rarely. */
export function markRare(element: Element, name: string): void {
  const found = FAR.test(name) ? "dj-far" : RARE.test(name) && "dj-rare";
  if (found) methods.setAttribute.call(element, found, "");
}

/** Sets an attribute, with its namespace where the name says one, or removes it. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) methods.removeAttribute.call(element, name);
  else if (name.startsWith("xlink:")) methods.setAttributeNS.call(element, "http://www.w3.org/1999/xlink", name, value);
  else if (name.startsWith("xml:")) {
    methods.setAttributeNS.call(element, "http://www.w3.org/XML/1998/namespace", name, value);
  } else {
    methods.setAttribute.call(element, name, value);
    markRare(element, name);
  }
}
