/**
 * Interprets commands: what an attribute or a frame says that an element is to do. Numbers nothing and knows no events.
 *
 * A command is `[op, target, ...arguments]`. What it changes it changes through its world, which knows for how long.
 */

import * as dom from "./dom.ts";
import { expect, type Wire } from "./protocol.ts";

/** What a command may reach. */
export interface World {
  /**
   * Changes one aspect of an element: `.open` is a class token, `:display` a style, `#` the content, anything else an
   * attribute. Null is its absence.
   */
  change(element: Element, aspect: string, value: string | null): void;
  /** Sends an event, as its options say. */
  push(element: Element, call: Wire, options: Wire): void;
  visit(url: string, replace: boolean): void;
  toolbox: Toolbox;
}

/** What commands share in a page. */
export interface Toolbox {
  ops: { [op: string]: Op };
  /** Fetches the ops that few pages need. */
  more(): Promise<unknown>;
  /** The page's own commands; the next one waits for what they return. */
  extensions: Map<string, (element: Element, detail: Wire) => unknown>;
  /** The timers of elements that will be hidden when their transition is over. */
  hiding: WeakMap<Element, number>;
}

export const createToolbox = (more: Toolbox["more"]): Toolbox => ({
  ops: { ...OPS },
  more,
  extensions: new Map(),
  hiding: new WeakMap(),
});

/** Runs commands one after the other, at once until one takes its time. */
export async function run(world: World, element: Element, commands: Wire[]): Promise<void> {
  const { ops, more } = world.toolbox;
  for (const [name, target, ...args] of commands as Wire[][]) {
    const op = String(name);
    if (!Object.hasOwn(ops, op)) await more();
    for (const found of targets(element, target)) {
      const done = Object.hasOwn(ops, op) && ops[op]?.(world, found, args);
      if (done instanceof Promise) await done;
    }
  }
}

/** A handler to call or commands to run, and when. */
export interface Binding {
  /** The handler, or the first that the commands call. */
  name: string;
  args: Wire;
  commands: Wire[];
  debounce: string | null;
  throttle: string | null;
}

/**
 * What a binding says: `add`, or `["toggle",7]`, or commands, of which such a call is one; in front of it the timing, as in
 * `debounce=300 add`.
 */
export function parseBinding(binding: string): Binding {
  const parts = /^(?:(?:debounce=(\d+)|throttle=(\d+)) )?(.*)/s.exec(binding);
  const [, debounce = null, throttle = null, text = ""] = parts ?? [];
  const said = read(text);
  const commands = Array.isArray(said[0]) ? said : [["push", 0, said]];
  const [, , call = ""] = (commands as Wire[][]).find(([op]) => op === "push") ?? [];
  const [name, args] = callOf(call);
  return { name, args, commands, debounce, throttle };
}

/** A call's name, and its arguments or 0. */
export function callOf(call: Wire): [name: string, args: Wire] {
  const [name, ...args] = [call].flat();
  return [String(name), args.length ? args : 0];
}

function read(text: string): Wire[] {
  try {
    if (text.startsWith("[")) return JSON.parse(text) as Wire[];
  } catch {
    // Not one of ours: the server refuses it by name.
  }
  return [text];
}

function targets(element: Element, target: Wire | undefined): Element[] {
  if (!target) return [element];
  if (!Array.isArray(target)) return dom.findOnPage(String(target));
  const selector = String(target[1]);
  const ancestor = target[0] === "closest" && dom.closest(element, selector);
  return target[0] === "inner" ? [...dom.findAll(element, selector)] : ancestor ? [ancestor] : [];
}

/** Does a command to one of its targets. */
export type Op = (world: World, element: Element, args: Wire[]) => unknown;

const OPS: Toolbox["ops"] = {
  show: (world, element, args) => reveal(world, element, true, args),
  hide: (world, element, args) => reveal(world, element, false, args),
  toggle: (world, element, args) => reveal(world, element, !isShown(world, element), args),
  add_class: (world, element, args) => writeTokens(world, element, args, () => true),
  remove_class: (world, element, args) => writeTokens(world, element, args, () => false),
  toggle_class: (world, element, args) => writeTokens(world, element, args, (has) => !has),
  transition: (world, element, [classes, ms]) => play(world, element, classes, ms),
  set_attr: (world, element, [name, text]) => writeAttribute(world, element, name, text),
  remove_attr: (world, element, [name]) => writeAttribute(world, element, name, null),
  toggle_attr(world, element, [name, on, off]) {
    const isOn = dom.attribute(element, String(name)) === on;
    writeAttribute(world, element, name, isOn ? (off ?? null) : on);
  },
  set_text: (world, element, [text]) => world.change(element, "#", String(text)),
  focus: (_, element) => (element as HTMLElement).focus(),
  dispatch: (_, element, [name, detail, bubbles]) =>
    element.dispatchEvent(new CustomEvent(String(name), { detail: detail ?? null, bubbles: (bubbles ?? 1) !== 0 })),
  push: (world, element, [call, options]) => world.push(element, call ?? "", options ?? null),
  ext: ({ toolbox }, element, [name, detail]) => toolbox.extensions.get(String(name))?.(element, detail ?? null),
  exec(world, element, [name]) {
    // The texts of other attributes may be anyone's.
    const text = /^dj-(?!value|hook)/.test(String(name)) && dom.attribute(element, String(name));
    return text && run(world, element, parseBinding(text).commands);
  },
  navigate: (world, _, [url, replace]) => world.visit(String(url), Boolean(replace)),
};

/** What a command may not write, as the server refuses it: code, what permits it, and what is the client's own. */
const FORBIDDEN = /^(on|xmlns|(srcdoc|style|is|nonce|sandbox|allow|http-equiv|shadowrootmode|dj-(v|h|t|c|a|style))$)/i;
const ADDRESS = /src|href|action|ping|icon|^(data|cite|poster|manifest|background|values|content|to|from|by)$/i;
/** As the server's own guard of addresses; and no code anywhere, for values that hold several. */
const UNSAFE = /^(?!(https?|mailto|tel):)[a-z][a-z\d+.-]*:|script:/i;

function writeAttribute({ change }: World, element: Element, name: Wire | undefined, value: Wire | undefined): void {
  const text = value === null || value === undefined ? null : String(value);
  const key = String(name);
  expect(!FORBIDDEN.test(key), `${key}: not an attribute to write`);
  // Browsers read past controls and spaces in an address.
  const isRefused = ADDRESS.test(key) && UNSAFE.test([...(text ?? "")].filter((character) => character > " ").join(""));
  change(element, key, isRefused ? "about:invalid#refused" : text);
}

/** Writes class tokens, with `ms` for that long. */
function writeTokens(
  { change }: World,
  element: Element,
  [tokens, ms]: Wire[],
  wanted: (has: boolean) => boolean,
): void {
  for (const token of tokensOf(tokens)) {
    const write = (has: boolean): void => change(element, `.${token}`, has ? "" : null);
    const has = dom.classesOf(element).contains(token);
    write(wanted(has));
    if (ms) setTimeout(write, Number(ms), has);
  }
}

const tokensOf = (tokens: Wire | undefined): string[] => String(tokens ?? "").match(/\S+/g) ?? [];

const isShown = ({ toolbox }: World, element: Element): boolean =>
  !toolbox.hiding.has(element) && getComputedStyle(element).display !== "none";

/** Shows or hides; hidden is what has ended its transition. */
function reveal(world: World, element: Element, shows: boolean, [transition, ms, display]: Wire[]): void {
  const { change, toolbox } = world;
  clearTimeout(toolbox.hiding.get(element));
  toolbox.hiding.delete(element);
  if (shows) {
    if (dom.attribute(element, "hidden") !== null) change(element, "hidden", null);
    change(element, ":display", String(display || "") || null);
    // The author's styles may hide it, too; the browser's do not.
    if (!isShown(world, element)) change(element, ":display", "revert");
  }
  const wait = play(world, element, transition, ms);
  const hide = (): void => {
    toolbox.hiding.delete(element);
    change(element, ":display", "none");
  };
  if (!shows && wait) toolbox.hiding.set(element, window.setTimeout(hide, wait));
  else if (!shows) hide();
}

/** Plays a transition's classes, `during` or `[during, from, to]`, unless less motion is asked for; returns how long. */
function play({ change }: World, element: Element, transition: Wire | undefined, ms: Wire | undefined): number {
  if (!transition || matchMedia("(prefers-reduced-motion:reduce)").matches) return 0;
  const [during, from, to] = [transition].flat();
  const time = Number(ms) || 200;
  const put = (tokens: Wire | undefined, value: string | null): void => {
    for (const token of tokensOf(tokens)) change(element, `.${token}`, value);
  };
  put(during, "");
  put(from, "");
  // The styles it begins with count once a layout has seen them.
  element.getBoundingClientRect();
  put(from, null);
  put(to, "");
  setTimeout(() => {
    put(during, null);
    put(to, null);
  }, time);
  return time;
}
