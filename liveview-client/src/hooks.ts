/**
 * The page's own scripts on elements of a view: `dj-hook="Chart"`. Patches nothing and numbers nothing.
 *
 * A hook is made when its element enters the page or, if its name is defined later, then. What goes wrong in one is
 * reported, and stops neither a patch nor another hook.
 */

import { run } from "./commands.ts";
import * as dom from "./dom.ts";
import { valuesOf } from "./form.ts";
import { guarded, type Life } from "./life.ts";
import type { Wire } from "./protocol.ts";
import { eventOf, push, type View } from "./view.ts";

/** What a hook is made of: its methods, or a class of them. */
export type Definition = object | (new () => object);

/** The world of the hooks. */
export interface Surroundings {
  life: Life;
  /** The view that an element stands in, or an error where there is none. */
  liveViewOf(element: Element): View;
  hooks: Hooks;
}

/** What the page's scripts have defined, also before anything needed it. */
export interface Hooks {
  definitions: Map<string, Definition>;
  /** Hears that there is one more. */
  defined(): void;
}

/** A hook at work. */
interface Work {
  name: string;
  hook: { [name: string]: unknown };
  /** Ends its listening. */
  over: AbortController;
}

/** Starts the hooks. */
export function startHooks(around: Surroundings): void {
  const { life, hooks } = around;
  const works = new Map<Element, Work>();
  const dirty = new Set<Element>();
  const down = new Set<Element>();

  const mount = (element: Element): void => {
    const name = dom.attribute(element, "dj-hook") ?? "";
    const definition = hooks.definitions.get(name);
    if (!definition || works.has(element)) return;
    guarded(() => {
      const work = { name, hook: make(definition), over: new AbortController() };
      equip(around, element, work);
      works.set(element, work);
      call(work, "mounted");
    });
  };
  const destroy = (element: Element): void => {
    const work = works.get(element);
    works.delete(element);
    if (!work) return;
    call(work, "destroyed");
    work.over.abort();
  };
  const present = life.on("[dj-hook]", { entered: mount, left: destroy });

  life.touched.push((touched) => {
    for (let node: Node | null = works.size ? touched : null; node; node = dom.parentOf(node)) {
      const work = works.get(node as Element);
      if (!work || dirty.has(node as Element)) continue;
      dirty.add(node as Element);
      call(work, "beforeUpdate");
    }
  });
  life.around(() => () => {
    const updated = [...dirty];
    dirty.clear();
    for (const element of updated) {
      const work = works.get(element);
      if (work && work.name !== dom.attribute(element, "dj-hook")) {
        destroy(element);
        mount(element);
      } else if (work) call(work, "updated");
    }
  });
  life.states.push((root, isLive) => {
    if (isLive === !down.has(root)) return;
    if (isLive) down.delete(root);
    else down.add(root);
    for (const [element, work] of [...works])
      if (dom.contains(root, element)) call(work, isLive ? "reconnected" : "disconnected");
  });

  hooks.defined = () => present.forEach(mount);
}

/** Runs commands on an element, as the page's own scripts ask for it. */
export const runOn = async ({ liveViewOf }: Surroundings, element: Element, commands: Wire[]): Promise<void> =>
  run(liveViewOf(element).world, element, commands);

/** Pushes an event from an element; settles with the server's reply, or fails when the event does. */
function pushEvent(view: View, element: Element, call: Wire, payload: Wire): Promise<Wire> {
  const promise = new Promise<Wire>((resolve, reject) => {
    const ended = (failure: string, reply: Wire): void => (failure ? reject(new Error(failure)) : resolve(reply));
    push(view, { ...eventOf(view, element, call, null, payload), ended });
  });
  // Whoever does not ask for the end need not hear of it.
  promise.catch(() => undefined);
  return promise;
}

const make = (definition: Definition): Work["hook"] =>
  typeof definition === "function" ? new (definition as new () => Work["hook"])() : Object.create(definition);

/** Calls one of the hook's methods, if it has that. */
function call({ hook }: Work, name: string): void {
  guarded(() => (hook[name] as (() => void) | undefined)?.());
}

/** Gives a hook what it works with. */
function equip(around: Surroundings, el: Element, { hook, over: { signal } }: Work): void {
  const root = dom.closest(el, "[dj-v]") as Element;
  const targets = (name: string): Element[] =>
    [...dom.findAll(el, `[dj-hook-target~="${CSS.escape(name)}"]`)].filter(
      (target) => dom.closest(dom.parentOf(target) as Element, "[dj-hook]") === el,
    );
  Object.assign(hook, {
    el,
    pushEvent: async (name: string, value?: Wire) => pushEvent(around.liveViewOf(el), el, ...callOf(name, value)),
    async pushEventTo(selector: string, name: string, value?: Wire) {
      const [target] = dom.findOnPage(selector);
      if (!target) throw new Error(`liveview: no ${selector} here`);
      return pushEvent(around.liveViewOf(target), target, ...callOf(name, value));
    },
    js: (commands: Wire[]) => runOn(around, el, commands),
    targets,
    handleEvent(name: string, heard: (value: Wire) => void) {
      const type = `dj:${name}`;
      const hear = (event: Event): void => heard((event as CustomEvent).detail);
      root.addEventListener(type, hear, { signal });
      return () => root.removeEventListener(type, hear);
    },
    removeHandleEvent: (remove: () => void) => remove(),
  });
  // Names that the small bundle shortens elsewhere.
  Object.defineProperty(hook, "target", { value: (name: string) => targets(name)[0] });
  Object.defineProperty(hook, "values", { get: () => readValues(el) });
}

/** A list is the arguments, an object the parameters by their names, anything else the one argument. */
function callOf(name: string, value: Wire | undefined): [call: Wire, payload: Wire] {
  if (value === undefined || value === null) return [name, null];
  if (Array.isArray(value)) return [[name, ...value], null];
  if (typeof value !== "object") return [[name, value], null];
  const texts = Object.entries(value).filter(([, text]) => text !== null && text !== undefined);
  const spell = (text: Wire): string => (typeof text === "object" ? JSON.stringify(text) : String(text));
  return [name, { d: Object.fromEntries(texts.map(([key, text]) => [key, spell(text)])) }];
}

/** `dj-hook-value-max-items="5"` is `maxItems: 5`: what reads as JSON is that, all else a text. */
function readValues(element: Element): { [name: string]: Wire } {
  const values: { [name: string]: Wire } = Object.create(null);
  for (const [attribute, text] of valuesOf(element, "dj-hook-value-")) {
    const name = attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    try {
      values[name] = JSON.parse(text) as Wire;
    } catch {
      values[name] = text;
    }
  }
  return values;
}
