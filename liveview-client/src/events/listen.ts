/**
 * Listens once for the whole document, and finds the bindings that an event is for. Sends nothing itself.
 *
 * A binding is an attribute `dj-<type>`; the first one on the way up from the target is meant, through shadow roots too.
 */

import * as dom from "../dom.ts";
import { isToggle } from "../inputs.ts";
import { isAsked } from "../view.ts";
import { act, type Ears, hitOf, type Listened, tell } from "./act.ts";
import { marksOf, TYPES } from "./match.ts";
import type { Hit } from "./payload.ts";
import { flush, isWaiting } from "./timing.ts";
import { watchTriggers } from "./trigger.ts";

/** Starts to listen. */
export function listen(page: Listened): Ears {
  const { inputs, life } = page;
  const ears = {
    ...page,
    waiting: new Set(),
    sent: new WeakMap(),
    spent: new WeakMap(),
    measures: [],
    brings: [],
  } as Ears;
  const leave = (control: Element): void => {
    const view = page.viewOf(control);
    if (!view || !isAsked(view, control)) inputs.left(control);
  };
  inputs.isUnsent = (control) => isWaiting(ears.waiting, control);
  // The edit is noted before any binding hears of it: with boxes, at the click; scripts may tell of nothing but the change.
  for (const type of ["click", "input", "change"]) {
    dom.hear(type, (event, target) => {
      if (!(type === "click" ? isToggle(target) : type === "input" || !event.isTrusted)) return;
      inputs.edited(target);
      const host = seenFrom(document, elementsOf(event));
      if (host !== target) inputs.edited(host);
    });
  }
  dom.hear("compositionstart", (_, target) => {
    inputs.composing = target;
  });
  dom.hear("compositionend", (event, target) => {
    inputs.composing = null;
    hear(ears, "input", "v", event, target);
    if (target !== dom.focused()) leave(target);
  });
  hearAll(ears, TYPES);
  dom.hear("focusout", (_, target) => {
    // An element that was taken away may never hear the end of its composition.
    inputs.composing = null;
    flush(ears.waiting);
    leave(target);
  });
  dom.hear("reset", (event, form) => {
    // The browser resets once everybody has heard of it.
    setTimeout(() => {
      if (!event.defaultPrevented && form instanceof HTMLFormElement) reset(ears, form);
    });
  });
  for (const element of dom.findOnPage("[dj-v],[dj-v] *"))
    for (const name of dom.attributeNames(element)) dom.markRare(element, name);
  life.on("[dj-init]", { entered: (element) => tell(ears, element, "init") });
  life.on("[dj-mounted]", { entered: (element, isFirst) => isFirst || tell(ears, element, "mounted") });
  watchTriggers(life);
  return ears;
}

/** Listens to these types of events, written as `TYPES` is, and does what their bindings say. */
export function hearAll(ears: Ears, types: string): void {
  for (const spec of types.split(" ")) {
    const [heard, name, flags = ""] = spec.split(":") as [string, string?, string?];
    dom.hear(heard, (event, target) => hear(ears, name || heard, flags, event, target), flags.includes("c"));
  }
}

/** What is shown is the server's again, and whoever hears of the form's changes hears of this one. */
function reset(ears: Ears, form: HTMLFormElement): void {
  const { inputs } = ears;
  for (const control of dom.controlsOf(form)) {
    inputs.edited(control);
    inputs.correct(control, true);
    inputs.accepted(control, true);
  }
  inputs.edited(form);
  const type = ["change", "input"].find((type) => dom.has(form, `dj-${type}`));
  if (type) tell(ears, form, type, {}, true);
}

function hear(ears: Ears, type: string, flags: string, event: Event, target: Element): void {
  const path = elementsOf(event);
  // What is being composed is not an edit yet, and its keys are the input method's.
  if ((event as InputEvent).isComposing || path.some((element) => dom.has(element, "dj-ignore-events"))) return;
  if (type === "keydown" && (event as KeyboardEvent).key === "Enter") {
    flush(ears.waiting);
    if (isHeldBack(target)) event.preventDefault();
  }
  if (type === "input" || type === "change") {
    const model = modelOf(ears, type, event);
    if (model) act(ears, model);
    // A control may stand outside its form and name it.
    const { form } = target as HTMLInputElement;
    if (form && !path.includes(form)) path.push(form);
  }
  for (const hit of find(ears, type, flags, event, target, path)) act(ears, hit);
}

/** The elements that an event passes on its way up. */
const elementsOf = (event: Event): Element[] => event.composedPath().filter((node) => node instanceof Element);

/** Whether Enter would send the form of a one-line field, and the form or the field says that it must not. */
const isHeldBack = (target: Element): boolean =>
  target instanceof HTMLInputElement &&
  !/^(submit|image|reset|button)$/.test(target.type) &&
  [target, target.form].some((said) => said && dom.has(said, "dj-no-submit"));

function find(ears: Ears, type: string, flags: string, event: Event, target: Element, path: Element[]): Hit[] {
  const hits: Hit[] = [];
  for (const bound of path) {
    if (flags === "e" && dom.contains(bound, (event as PointerEvent).relatedTarget as Node | null)) break;
    const hit = hitOf(ears, bound, type, event, target, flags.includes("v"));
    if (hit) {
      hits.push({ ...hit, target: seenFrom(dom.rootOf(bound), path) });
      if (flags !== "e") break;
    }
    if (flags.includes("o")) break;
  }
  return hits;
}

/** The target as the tree of this root sees it: what is in a shadow is its host. */
const seenFrom = (root: Node, path: Element[]): Element =>
  path.find((element) => dom.rootOf(element) === root) as Element;

/** The control's own `dj-model`, which names a field of the view; a lazy one waits for the end of the edit. */
function modelOf(ears: Ears, type: string, event: Event): Hit | null {
  const target = seenFrom(document, elementsOf(event));
  const hit = hitOf(ears, target, "model", event, target, true);
  if (!hit || (type === "input" && marksOf(hit.name).includes("lazy"))) return null;
  const [, ms] = /\.debounce-(\d+)/.exec(hit.name) ?? [];
  const call = JSON.stringify(["update_model", hit.binding]);
  return { ...hit, binding: ms ? `debounce=${ms} ${call}` : call };
}
