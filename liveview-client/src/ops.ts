/**
 * What each command does: shows and hides, classes, attributes, texts, the focus, dialogs, the clipboard. Changes the page only
 * through the world it is given, which knows for how long.
 */

import { type Op, parseBinding, run, type Toolbox, type World } from "./commands.ts";
import * as dom from "./dom.ts";
import { FOCUSABLE } from "./focus.ts";
import { DEFAULT_MS, isMoving, play, tokensOf } from "./motion.ts";
import type { Wire } from "./protocol.ts";

/** The elements that will be hidden when their transition is over. */
type Hiding = WeakMap<Element, Promise<void>>;

/** Teaches a page these commands. */
export function addOps({ ops }: Toolbox): void {
  const hiding: Hiding = new WeakMap();
  Object.assign(ops, visible(hiding), WRITING, focusing(), OTHERS);
}

/** What shows and hides. */
const visible = (hiding: Hiding): { [op: string]: Op } => ({
  show: (world, element, args) => reveal(world, hiding, element, true, args),
  hide: (world, element, args) => reveal(world, hiding, element, false, args),
  toggle: (world, element, args) => reveal(world, hiding, element, !isShown(hiding, element), args),
});

/** What changes an element. */
const WRITING: { [op: string]: Op } = {
  add_class: (world, element, args) => writeTokens(world, element, args, () => true),
  remove_class: (world, element, args) => writeTokens(world, element, args, () => false),
  toggle_class: (world, element, args) => writeTokens(world, element, args, (has) => !has),
  transition: (world, element, [classes, ms]) => void move(world, element, classes, ms),
  set_attr: (world, element, [name, text]) => writeAttribute(world, element, name, text),
  remove_attr: (world, element, [name]) => writeAttribute(world, element, name, null),
  toggle_attr(world, element, [name, on, off]) {
    const isOn = dom.attribute(element, String(name)) === on;
    writeAttribute(world, element, name, isOn ? (off ?? null) : on);
  },
  set_text: (world, element, [text]) => world.change(element, "#", String(text)),
  ignore_attrs(world, element, [names]) {
    const all = [dom.attribute(element, "dj-ignore-attrs"), names].flat().join(" ");
    world.change(element, "dj-ignore-attrs", [...new Set(all.match(/[^\s,]+/g))].join(" "));
  },
};

/** What sends the focus somewhere, and back to what was pushed last. */
function focusing(): { [op: string]: Op } {
  let returns: Element[] = [];
  /** Those that can still have it. */
  const others = (element?: Element): Element[] =>
    returns.filter((known) => known !== element && dom.isAttached(known) && !dom.isGoing(known));
  const focus = (element: Element | undefined): void => (element as HTMLElement | undefined)?.focus();
  return {
    focus: (_, element) => focus(element),
    focus_first: (_, element) => focus([...dom.findAll(element, FOCUSABLE)][0] ?? element),
    push_focus(_, element) {
      returns = [...others(element), element];
    },
    pop_focus() {
      returns = others();
      focus(returns.pop());
    },
    blur: (_, element) => (element as HTMLElement).blur(),
  };
}

const OTHERS: { [op: string]: Op } = {
  dispatch: (_, element, [name, detail, bubbles]) =>
    dom.dispatch(element, String(name), detail ?? null, (bubbles ?? 1) !== 0),
  exec(world, element, [name]) {
    const text = isBinding(String(name)) && dom.attribute(element, String(name));
    return text && run(world, element, parseBinding(text).commands);
  },
  ext: ({ toolbox }, element, [name, detail]) => toolbox.extensions.get(String(name))?.(element, detail ?? null),
  show_modal: (_, element) => element instanceof HTMLDialogElement && !element.open && element.showModal(),
  close_modal: (_, element) => element instanceof HTMLDialogElement && element.close(),
  copy: (_, element, [text]) =>
    navigator.clipboard
      ?.writeText(String(text || ((element as HTMLInputElement).value ?? element.textContent)))
      .catch(() => undefined),
  scroll_into_view: (_, element, [block]) =>
    element.scrollIntoView({ block: (block || "start") as ScrollLogicalPosition }),
  navigate: (world, _, [url, replace]) => world.visit(String(url), Boolean(replace)),
};

/** Attributes of ours that take a text, which may be anybody's: all others hold bindings, or are the client's own. */
const SETTING =
  /^dj-(autofocus|cloak|confirm|copy(?!-event)|debounce|dialog|disable|enter|flip|force|form|hook|ignore|include|keep|leave$|loading|lock|model|mutation-|no-|paste-|pin|poll-|scroll-into|shortcut|sticky|threshold|throttle|transition|trigger|update|value-|view-|virtual)/i;
/** What a command may not write, as the server refuses it: code, what permits it, bindings, and what is the client's own. */
const FORBIDDEN = /^(on|xmlns|(srcdoc|style|is|nonce|sandbox|allow|http-equiv|shadowrootmode)$)/i;
const ADDRESS = /src|href|action|ping|icon|^(data|cite|poster|manifest|background|values|content|to|from|by)$/i;
/** As the server's own guard of addresses; and no code anywhere, for values that hold several. */
const UNSAFE = /^(?!(https?|mailto|tel):)[a-z][a-z\d+.-]*:|script:/i;

/** Whether the attribute holds what commands may run, and may not write. */
export const isBinding = (name: string): boolean => /^dj-/i.test(name) && !SETTING.test(name);

function writeAttribute({ change }: World, element: Element, name: Wire | undefined, value: Wire | undefined): void {
  const text = value === null || value === undefined ? null : String(value);
  const key = String(name);
  if (FORBIDDEN.test(key) || isBinding(key)) throw new Error(`${key}: not an attribute to write`);
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
  for (const token of tokensOf(String(tokens ?? ""))) {
    const write = (has: boolean): void => change(element, `.${token}`, has ? "" : null);
    const has = dom.classesOf(element).contains(token);
    write(wanted(has));
    if (!ms) continue;
    // Given again meanwhile, its time begins anew, and what was before the first is given back.
    const again = [...lasting].find((one) => one.element === element && one.token === token && one.change === change);
    const one = again ?? { element, token, change, timer: 0, was: has };
    clearTimeout(one.timer);
    lasting.add(one);
    one.timer = window.setTimeout(() => {
      lasting.delete(one);
      write(one.was);
    }, Number(ms));
  }
}

/** A class that is written for a time, and what was before. */
interface Lasting {
  element: Element;
  token: string;
  change: World["change"];
  timer: number;
  was: boolean;
}
const lasting = new Set<Lasting>();

const isShown = (hiding: Hiding, element: Element): boolean =>
  !hiding.has(element) && getComputedStyle(element).display !== "none";

/** Shows or hides; hidden is what has ended its transition. */
function reveal(world: World, hiding: Hiding, element: Element, shows: boolean, args: Wire[]): void {
  const { change } = world;
  const [transition, ms, display] = args;
  hiding.delete(element);
  if (shows) {
    if (dom.has(element, "hidden")) change(element, "hidden", null);
    change(element, ":display", String(display || "") || null);
    // The author's styles may hide it, too; the browser's do not.
    if (!isShown(hiding, element)) change(element, ":display", "revert");
  }
  const end = move(world, element, transition, ms);
  if (shows) return;
  const hide = (): void => {
    if (hiding.get(element) !== end) return;
    hiding.delete(element);
    change(element, ":display", "none");
  };
  if (!end) return hide();
  hiding.set(element, end);
  end.then(hide);
}

/** Plays a transition's classes, `during` or `[during, from, to]`, where anything is to move. */
function move(
  { change }: World,
  element: Element,
  transition: Wire | undefined,
  ms: Wire | undefined,
): Promise<void> | undefined {
  if (!transition || !isMoving()) return undefined;
  const groups = [transition].flat().map((tokens) => tokensOf(String(tokens ?? "")));
  return play(element, groups, Number(ms) || DEFAULT_MS, (tokens, isOn) => {
    for (const token of tokens) change(element, `.${token}`, isOn ? "" : null);
  });
}
