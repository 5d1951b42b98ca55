/**
 * Reads and writes of nodes that the names of a form's fields cannot shadow. Knows no template.
 *
 * `<input name="attributes">` makes `form.attributes` that input: a form's own properties come after its fields' names.
 * The getters and methods of the prototypes do not.
 */

/** A method of a prototype as a function of the node, or one of a node that is given already. */
const free = <A extends unknown[], T>(method: unknown, ...given: Node[]): ((...args: A) => T) =>
  Function.prototype.call.bind(method as () => T, ...(given as [])) as never;

/** A property of a prototype, likewise. */
const getter = <A extends unknown[], T>(prototype: Node, name: string, ...given: Node[]): ((...args: A) => T) =>
  free(Object.getOwnPropertyDescriptor(prototype, name)?.get, ...given);

const node = Node.prototype;
const methods = Element.prototype;

export const firstChild = getter<[node: Node], ChildNode | null>(node, "firstChild");
export const nextSibling = getter<[node: Node], ChildNode | null>(node, "nextSibling");
export const parentOf = getter<[node: Node], (Node & ParentNode) | null>(node, "parentNode");
export const isAttached = getter<[node: Node], boolean>(node, "isConnected");
export const localName = getter<[node: Element], string>(methods, "localName");
export const namespaceOf = getter<[node: Element], string | null>(methods, "namespaceURI");
export const classesOf = getter<[node: Element], DOMTokenList>(methods, "classList");
export const controlsOf = getter<[node: HTMLFormElement], HTMLCollection>(HTMLFormElement.prototype, "elements");
const styleOfHtml = getter<[node: HTMLElement], CSSStyleDeclaration>(HTMLElement.prototype, "style");

/** The value of an attribute, or null. */
export const attribute = free<[element: Element, name: string], string | null>(methods.getAttribute);

/** Whether there is such an attribute. */
export const has = free<[element: Element, name: string], boolean>(methods.hasAttribute);

/** What a spread wrote to the element: names, and class tokens behind a point. */
export const spreadOf = (element: Element): string[] => attribute(element, "dj-a")?.split(" ") ?? [];

/** The names of all attributes. */
export const attributeNames = free<[element: Element], string[]>(methods.getAttributeNames);

/** The inline style, for every kind of element that has one. */
export const styleOf = (element: Element): CSSStyleDeclaration =>
  element instanceof HTMLElement ? styleOfHtml(element) : (element as SVGElement).style;

/** All descendants that match; `:scope>*` are its children. */
export const findAll = free<[root: Element, selector: string], Iterable<Element>>(methods.querySelectorAll);

/** The nearest element, itself included, that matches. */
export const closest = free<[element: Element, selector: string], Element | null>(methods.closest);

export const matches = free<[element: Element, selector: string], boolean>(methods.matches);

/** Whether the page's own scripts have this attribute: `dj-ignore-attrs="open, data-*"` says so once the element stands. */
export function isIgnoredAttribute(element: Element, name: string): boolean {
  const ignored = attribute(element, "dj-ignore-attrs")?.split(/[\s,]+/) ?? [];
  return ignored.some((own) => own === name || (own.endsWith("*") && name.startsWith(own.slice(0, -1))));
}

export const insert = free<[parent: Node, node: Node, before: Node | null], Node>(node.insertBefore);

/** The document or the shadow root it stands in. */
export const rootOf = free<[node: Node], Node>(node.getRootNode);

export const contains = free<[ancestor: Node, node: Node | null], boolean>(node.contains);

const page = Document.prototype;

/** What the document has of its own: `<img name="createElement">` would hide it, and a form's name too. */
export const ofDocument = <T>(name: string): (() => T) => getter(page, name, document);

export const focused = ofDocument<Element | null>("activeElement");
const visibility = ofDocument<DocumentVisibilityState>("visibilityState");

/** Whether the person sees the page. */
export const isSeen = (): boolean => visibility() === "visible";

export const createElement = free<[tag: string], HTMLElement>(page.createElement, document);
export const createText = free<[text: string], Text>(page.createTextNode, document);
export const imported = free<[node: DocumentFragment, isDeep: boolean], DocumentFragment>(page.importNode, document);
const findInDocument = free<[selector: string], Iterable<Element>>(page.querySelectorAll, document);

/** All elements of the page that match. */
export const findOnPage = (selector: string): Element[] => [...findInDocument(selector)];

type Listening = [type: string, heard: (event: Event) => void, options?: AddEventListenerOptions];

/** Listens to the whole page. */
export const listen = free<Listening, void>(page.addEventListener, document);

/** Listens to what happens to the elements of the page, told with the innermost one, through shadow roots too. */
export const hear = (type: string, heard: (event: Event, target: Element) => void, capture = false): void =>
  listen(
    type,
    (event) => {
      const [target] = event.composedPath();
      if (target instanceof Element) heard(event, target);
    },
    { capture },
  );

/** Tells the page's own scripts. */
export const dispatch = (element: Element, name: string, detail: unknown, bubbles = true): boolean =>
  element.dispatchEvent(new CustomEvent(name, { bubbles, detail }));

export const isElement = (node: Node | null): node is Element => node?.nodeType === 1;
export const isText = (node: Node | null): node is Text => node?.nodeType === 3;
export const isComment = (node: Node | null): node is Comment => node?.nodeType === 8;

/** On an element that has left already, and is held back for its exit. */
export const LEAVING = "dj-leaving";

export const isLeaving = (node: Node): boolean => isElement(node) && has(node, LEAVING);

/** Whether it is in something that is leaving, or is leaving itself. */
export const isGoing = (element: Element): boolean => closest(element, `[${LEAVING}]`) !== null;

const removeChild = free<[parent: Node, node: Node], Node>(node.removeChild);

/** Takes a node out of its parent. */
export function detach(node: Node): void {
  const parent = parentOf(node);
  if (parent) removeChild(parent, node);
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
