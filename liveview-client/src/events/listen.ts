/**
 * Listens once for the whole document, finds the bindings an event is for, and sends what happened. Numbers nothing.
 *
 * A binding is an attribute `dj-<type>`; the first one on the way up from the target is meant, through shadow roots too.
 * Whatever waits is sent before anything that does not, so that the server sees edits before the click that follows them.
 */

import * as dom from "../dom.ts";
import type { Inputs } from "../inputs.ts";
import type { LiveEvent } from "../view.ts";
import { farHits, noteDown } from "./afar.ts";
import { parseBinding } from "./form.ts";
import { clickedNext, marksOf, nameOf, TYPES } from "./match.ts";
import { describe, type Hit, metaOf } from "./payload.ts";
import { flush, schedule, timingOf, type Waiting } from "./timing.ts";

/** What listening needs of the page. */
export interface Page {
  inputs: Inputs;
  /** Whether events of this root still go to a server. */
  isLive(root: Element): boolean;
  /** Sends an event, now or once it can; says whether it will. */
  push(root: Element, event: LiveEvent): boolean;
}

/** What the listeners remember between events. */
export interface Ears {
  page: Page;
  waiting: Waiting;
  /** For a control, the edit that each binding last sent: `change` does not say again what `input` said. */
  said: WeakMap<Element, Map<string, number>>;
  /** Bindings that hear once and have heard. */
  spent: WeakMap<Element, Set<string>>;
  /** Where the pointer last went down, from the inside out, until its click; null once that is judged. */
  down: EventTarget[] | null;
}

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
  on("input", (_, target) => inputs.edited(target));
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
  listenAfar(ears);
  return () => flush(ears.waiting);
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
  const model = type === "input" || type === "change" ? modelOf(ears, type, event, target) : null;
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

/** The control's own `dj-model`, which names a field of the view; a lazy one waits for the end of the edit. */
function modelOf({ page }: Ears, type: string, event: Event, target: Element): Hit | null {
  const name = nameOf(target, "model", event, target);
  const root = name && dom.closest(target, "[dj-v]");
  if (!root || !page.isLive(root) || dom.closest(target, "[dj-ignore-events]")) return null;
  if (type === "input" && marksOf(name).includes("lazy")) return null;
  const [, ms] = /\.debounce-(\d+)/.exec(name) ?? [];
  const call = JSON.stringify(["update_model", dom.attribute(target, name)]);
  const binding = ms ? `debounce=${ms} ${call}` : call;
  return { root, bound: target, name, binding, type: "model", event, target, valued: true, meta: {} };
}

/** Does what the marks say, and sends the event: now, or when its timing lets it go. */
function act(ears: Ears, hit: Hit): void {
  const { bound, name, binding, type, event, target } = hit;
  const marks = marksOf(name);
  if (marks.includes("prevent")) event.preventDefault();
  if (marks.includes("stop")) event.stopPropagation();
  if (!takesOver(hit) || !binding) return;
  if (marks.includes("once")) ears.spent.set(bound, (ears.spent.get(bound) ?? new Set()).add(name));
  if (type === "change") flush(ears.waiting);
  const isEdit = type === "input" || type === "change" || type === "model";
  const said = ears.said.get(target) ?? new Map<string, number>();
  const { edit } = ears.page.inputs.of(target);
  if (event.type === "change" && said.get(binding) === edit) return;

  const timing = timingFor(hit);
  const run = (): void => {
    // Half of a number is no value yet.
    if (isEdit && (target as HTMLInputElement).validity?.badInput) return;
    if (ears.page.push(hit.root, describe(hit)) && isEdit) ears.said.set(target, said.set(binding, edit));
  };
  const key = event instanceof KeyboardEvent ? event.key : "";
  if (timing) schedule(ears.waiting, isEdit ? target : bound, `${name} ${key}`, timing, run);
  else {
    flush(ears.waiting);
    run();
  }
}

function timingFor({ bound, binding, type, event, target, valued }: Hit): ReturnType<typeof timingOf> {
  // A form's waiting is its fields'; the form itself goes at once.
  if (type === "submit") return null;
  const said = (name: string): string | null => (valued && dom.attribute(target, name)) || dom.attribute(bound, name);
  let [debounce, throttle] = [said("dj-debounce"), said("dj-throttle")];
  // What the element says counts for all its bindings, what a handler says for its own.
  if (!(debounce ?? throttle)) ({ debounce, throttle } = parseBinding(binding));
  return timingOf(debounce, throttle, type === "model" ? event.type : type, (target as HTMLInputElement).type);
}

/** Keeps the browser from doing what the server will do; false where the browser should do it. */
function takesOver({ bound, name, type, event, target }: Hit): boolean {
  const suppresses = type === "paste" && dom.attribute(bound, "dj-paste-suppress") !== null;
  if (type === "submit" || type === "drop" || suppresses) event.preventDefault();
  if (type !== "click" || !(event instanceof MouseEvent)) return true;
  if (bound instanceof HTMLAnchorElement) {
    // Held keys mean a new tab or a download, unless the binding asks for them.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      if (!/\.(ctrl|meta|shift|alt)\b/.test(name)) return false;
    }
    event.preventDefault();
  }
  const button = target.closest("button,input");
  const form = (button as HTMLButtonElement | null)?.form;
  if (
    form &&
    /^(submit|image)$/.test((button as HTMLButtonElement).type) &&
    dom.attribute(form, "dj-submit") === null
  ) {
    event.preventDefault();
  }
  const control = clickedNext(target);
  return !control || !dom.contains(bound, control);
}
