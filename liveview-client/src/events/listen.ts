/**
 * Listens once for the whole document, and finds the bindings that an event is for. Sends nothing itself.
 *
 * A binding is an attribute `dj-<type>`; the first one on the way up from the target is meant, through shadow roots too.
 */

import * as dom from "../dom.ts";
import { act, type Ears, type Page, tell } from "./act.ts";
import { farHits, noteDown } from "./afar.ts";
import { marksOf, nameOf, TYPES } from "./match.ts";
import { type Hit, metaOf } from "./payload.ts";
import { flush } from "./timing.ts";
import { watchTriggers } from "./trigger.ts";
import { watch } from "./watch.ts";

/** Starts to listen; returns how to send at once what waits. */
export function listen(page: Page): () => void {
  const ears: Ears = { page, waiting: new Set(), said: new WeakMap(), spent: new WeakMap(), down: null };
  const { inputs } = page;
  const on = (type: string, heard: (event: Event, target: Element) => void, capture = false): void => {
    const hear = (event: Event): void => {
      const [target] = event.composedPath();
      if (target instanceof Element) heard(event, target);
    };
    dom.listen(type, hear, { capture });
  };
  // The edit is noted before any binding hears of it.
  on("input", (event, target) => {
    inputs.edited(target);
    const host = seenFrom(document, event);
    if (host !== target) inputs.edited(host);
  });
  on("compositionstart", (_, target) => {
    inputs.composing = target;
  });
  on("compositionend", (event, target) => {
    inputs.composing = null;
    hear(ears, "input", "v", event, target);
    if (target !== dom.focused()) inputs.left(target);
  });
  on("pointerdown", (event) => noteDown(ears, event), true);
  for (const spec of TYPES.split(" ")) {
    const [heard, name, flags = ""] = spec.split(":") as [string, string?, string?];
    on(heard, (event, target) => hear(ears, name || heard, flags, event, target), /o|invalid/.test(flags + heard));
  }
  on("focusout", (_, target) => {
    // An element that was taken away may never hear the end of its composition.
    inputs.composing = null;
    flush(ears.waiting);
    inputs.left(target);
  });
  on("reset", (event, form) => {
    // The browser resets once everybody has heard of it.
    setTimeout(() => {
      if (!event.defaultPrevented && form instanceof HTMLFormElement) reset(ears, form);
    });
  });
  listenAfar(ears);
  watch(ears);
  watchTriggers(page.life);
  return () => flush(ears.waiting);
}

/** What is shown is the server's again, and whoever hears of the form's changes hears of this one. */
function reset(ears: Ears, form: HTMLFormElement): void {
  const { inputs } = ears.page;
  for (const control of dom.controlsOf(form)) {
    inputs.edited(control);
    inputs.handedOver.add(control);
    inputs.correct(control);
    inputs.accepted(control, true);
  }
  inputs.handedOver.clear();
  inputs.edited(form);
  const type = ["change", "input"].find((type) => dom.attribute(form, `dj-${type}`) !== null);
  if (type) tell(ears, form, type, {}, true);
}

/** What no element of the page is the target of. */
function listenAfar(ears: Ears): void {
  const heardBy = (type: string) => (event: Event) => {
    if (!(event.composedPath()[0] instanceof Element)) hearAfar(ears, [type], event);
  };
  for (const type of ["resize", "focus", "blur", "online", "offline"])
    addEventListener(type, heardBy(`window-${type}`));
  dom.listen("scroll", heardBy("window-scroll"));
  dom.listen("visibilitychange", heardBy("document-visibilitychange"));
}

function hearAfar(ears: Ears, types: string[], event: Event): void {
  for (const hit of farHits(ears, types, event)) act(ears, hit);
}

function hear(ears: Ears, type: string, flags: string, event: Event, target: Element): void {
  // What is being composed is not an edit yet, and its keys are the input method's.
  if ((event as InputEvent).isComposing) return;
  if (type === "keydown" && (event as KeyboardEvent).key === "Enter") {
    flush(ears.waiting);
    if (isHeldBack(target)) event.preventDefault();
  }
  if (/^drag(enter|over)$/.test(type) && find(ears, "drop", flags, event, target).length) event.preventDefault();
  const model = type === "input" || type === "change" ? modelOf(ears, type, event) : null;
  if (model) act(ears, model);
  for (const hit of find(ears, type, flags, event, target)) act(ears, hit);
  if (event.cancelBubble) return;
  const alone = { keydown: "shortcut", keyup: "", click: "click-away" }[event.type];
  if (alone !== undefined) hearAfar(ears, [`window-${type}`, `document-${type}`, alone].filter(Boolean), event);
}

/** Whether Enter would send the form of a one-line field, and the form or the field says that it must not. */
const isHeldBack = (target: Element): boolean =>
  target instanceof HTMLInputElement &&
  !/^(submit|image|reset|button)$/.test(target.type) &&
  [target, target.form].some((said) => said && dom.attribute(said, "dj-no-submit") !== null);

function find(ears: Ears, type: string, flags: string, event: Event, target: Element): Hit[] {
  const hits: Hit[] = [];
  const path = event.composedPath();
  // A control may stand outside its form and name it.
  const owner = type === "input" || type === "change" ? (target as HTMLInputElement).form : null;
  for (const bound of owner && !path.includes(owner) ? [...path, owner] : path) {
    if (!(bound instanceof Element)) continue;
    if (flags === "e" && dom.contains(bound, (event as PointerEvent).relatedTarget as Node | null)) break;
    if (dom.attribute(bound, "dj-ignore-events") !== null) return [];
    const name = nameOf(bound, type, event, target, ears.spent.get(bound));
    const root = name && dom.closest(bound, "[dj-v]");
    if (root) {
      const target = seenFrom(bound.getRootNode(), event, path);
      const binding = dom.attribute(bound, name) ?? "";
      const meta = metaOf(type, event, bound);
      if (ears.page.isLive(root))
        hits.push({ root, bound, name, binding, type, event, target, valued: flags === "v", meta });
      if (flags !== "e") break;
    }
    if (flags === "o") break;
  }
  return hits;
}

/** The target as the tree of this root sees it: what is in a shadow is its host. */
const seenFrom = (root: Node, event: Event, path = event.composedPath()): Element =>
  path.find((node) => node instanceof Element && node.getRootNode() === root) as Element;

/** The control's own `dj-model`, which names a field of the view; a lazy one waits for the end of the edit. */
function modelOf({ page }: Ears, type: string, event: Event): Hit | null {
  const target = seenFrom(document, event);
  const name = nameOf(target, "model", event, target);
  const root = name && dom.closest(target, "[dj-v]");
  if (!root || !page.isLive(root) || dom.closest(target, "[dj-ignore-events]")) return null;
  if (type === "input" && marksOf(name).includes("lazy")) return null;
  const [, ms] = /\.debounce-(\d+)/.exec(name) ?? [];
  const call = JSON.stringify(["update_model", dom.attribute(target, name)]);
  const binding = ms ? `debounce=${ms} ${call}` : call;
  return { root, bound: target, name, binding, type: "model", event, target, valued: true, meta: {} };
}
