/**
 * Interprets commands: what an attribute or a frame says that an element is to do. Numbers nothing and knows no events.
 *
 * A command is `[op, target, ...arguments]`. What it changes it changes through its world, which knows for how long.
 */

import * as dom from "./dom.ts";
import type { Wire } from "./protocol.ts";

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
  /** Without those that every object has. */
  ops: { [op: string]: Op };
  /** Fetches all of them. */
  more(): Promise<unknown>;
  /** The page's own commands; the next one waits for what they return. */
  extensions: Map<string, (element: Element, detail: Wire) => unknown>;
}

export const createToolbox = (more: Toolbox["more"]): Toolbox => ({
  ops: Object.assign(Object.create(null), OPS),
  more,
  extensions: new Map(),
});

/** Runs commands one after the other, at once until one takes its time. */
export async function run(world: World, element: Element, commands: Wire[]): Promise<void> {
  const { ops, more } = world.toolbox;
  for (const [name, target, ...args] of commands as Wire[][]) {
    const op = String(name);
    if (!ops[op]) await more();
    for (const found of targets(element, target)) {
      const done = ops[op]?.(world, found, args);
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
  const parts = /^(?:debounce=(\d+) |throttle=(\d+) )?(.*)/s.exec(binding) ?? [];
  const [, debounce = null, throttle = null, text = ""] = parts;
  const said = read(text);
  // No command at all is no call either.
  const commands = !said.length || Array.isArray(said[0]) ? said : [["push", 0, said]];
  const [, , call = ""] = (commands as Wire[][]).find(([op]) => op === "push") ?? [];
  const [name, args] = callOf(call);
  return { name, args, commands, debounce, throttle };
}

/**
 * Whether it is this type of event that an element's question and its hints are about: its submit, else its click, where it
 * has one of them.
 */
export function isMain(element: Element, type: string): boolean {
  const names = dom.attributeNames(element).map((name) => name.split(".")[0]);
  const main = ["dj-submit", "dj-click"].find((name) => names.includes(name));
  return !main || main === `dj-${type}`;
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
  if (target[0] === "inner") return [...dom.findAll(element, selector)];
  const ancestor = dom.closest(element, selector);
  return ancestor ? [ancestor] : [];
}

/** Does a command to one of its targets. */
export type Op = (world: World, element: Element, args: Wire[]) => unknown;

/** What a page that knows no other command can still do. */
const OPS: Toolbox["ops"] = {
  push: (world, element, [call, options]) => world.push(element, call ?? "", options ?? null),
};
