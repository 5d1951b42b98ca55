/**
 * Listens once for the whole document, finds the binding an event is for, and says what happened. Numbers nothing.
 *
 * A binding is an attribute `dj-<type>`; the first one on the way up from the target is meant, through shadow roots too.
 * Whatever waits is sent before anything that does not, so that the server sees edits before the click that follows them.
 */

import * as dom from "../dom.ts";
import { type Inputs, isToggle } from "../inputs.ts";
import type { Wire } from "../protocol.ts";
import type { LiveEvent } from "../view.ts";
import { extraValues, formFields, orNull, parseBinding } from "./form.ts";
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
interface Ears {
  page: Page;
  waiting: Waiting;
  /** For a control, the binding and the edit it last sent: `change` does not say again what `input` said. */
  said: WeakMap<Element, string>;
}

/** A binding that was found, and everything its event is about. */
interface Hit {
  root: Element;
  /** The element with the binding. */
  bound: Element;
  binding: string;
  type: string;
  event: Event;
  target: Element;
}

const TYPES = ["click", "input", "change", "submit", "keydown", "keyup"];

/** Starts to listen; returns how to send at once what waits. */
export function listen(page: Page): () => void {
  const ears: Ears = { page, waiting: new Set(), said: new WeakMap() };
  const { inputs } = page;
  const on = (type: string, heard: (event: Event, target: Element) => void): void => {
    dom.listen(type, (event) => {
      const [target] = event.composedPath();
      if (target instanceof Element) heard(event, target);
    });
  };
  // The edit is noted before any binding hears of it.
  on("input", (_, target) => inputs.edited(target));
  on("compositionstart", (_, target) => {
    inputs.composing = target;
  });
  on("compositionend", (event, target) => {
    inputs.composing = null;
    hear(ears, "input", event, target);
    if (target !== dom.focused()) inputs.left(target);
  });
  for (const type of TYPES) on(type, (event, target) => hear(ears, type, event, target));
  on("focusout", (_, target) => {
    // An element that was taken away may never hear the end of its composition.
    inputs.composing = null;
    flush(ears.waiting);
    inputs.left(target);
  });
  return () => flush(ears.waiting);
}

function hear(ears: Ears, type: string, event: Event, target: Element): void {
  const isKey = event instanceof KeyboardEvent;
  // What is being composed is not an edit yet, and its keys are the input method's.
  if ((event as InputEvent).isComposing) return;
  if (isKey && event.key === "Enter" && type === "keydown") flush(ears.waiting);
  const hit = find(ears.page, type, event, target);
  if (!hit || !takesOver(hit)) return;
  if (type === "change") flush(ears.waiting);
  const edit = `${hit.binding} ${ears.page.inputs.of(target).edit}`;
  const isEdit = type === "input" || type === "change";
  if (type === "change" && ears.said.get(target) === edit) return;

  const subject = isEdit ? target : hit.bound;
  const said = (name: string): string | null => dom.attribute(target, name) ?? dom.attribute(hit.bound, name);
  let [debounce, throttle] = [said("dj-debounce"), said("dj-throttle")];
  // What the element says counts for all its bindings, what a handler says for its own.
  if (!(debounce ?? throttle)) ({ debounce, throttle } = parseBinding(hit.binding));
  // A form's waiting is its fields'; the form itself goes at once.
  const timing = type === "submit" ? null : timingOf(debounce, throttle, type, (target as HTMLInputElement).type);
  const run = (): void => {
    if (ears.page.push(hit.root, describe(hit)) && isEdit) ears.said.set(target, edit);
  };
  if (timing) schedule(ears.waiting, subject, isKey ? `${type} ${event.key}` : type, timing, run);
  else {
    flush(ears.waiting);
    run();
  }
}

function find(page: Page, type: string, event: Event, target: Element): Hit | null {
  const path = event.composedPath();
  // A control may stand outside its form and name it.
  const owner = type === "input" || type === "change" ? (target as HTMLInputElement).form : null;
  for (const bound of owner && !path.includes(owner) ? [...path, owner] : path) {
    if (!(bound instanceof Element)) continue;
    if (dom.attribute(bound, "dj-ignore-events") !== null) return null;
    const binding = bindingOf(bound, type, event);
    const root = binding && dom.closest(bound, "[dj-v]");
    if (root) return page.isLive(root) ? { root, bound, binding, type, event, target } : null;
  }
  return null;
}

/** The attribute for this type; for keys also the one that names the key, as in `dj-keydown.enter`. */
function bindingOf(element: Element, type: string, event: Event): string | null {
  if (!(event instanceof KeyboardEvent)) return dom.attribute(element, `dj-${type}`);
  for (const key of keyNames(event.key)) {
    const binding = dom.attribute(element, `dj-${type}${key}`);
    if (binding !== null) return binding;
  }
  return null;
}

/** The endings that mean a key: its name in lower case, a shorter one where people use one, or none. */
function keyNames(key: string): string[] {
  const name = key === " " ? "space" : key.toLowerCase();
  return [`.${name}`, `.${name.replace(/^arrow|ape$/, "")}`, ""];
}

/** Keeps the browser from doing what the server will do; false where the browser should do it. */
function takesOver({ bound, type, event, target }: Hit): boolean {
  if (type === "submit") event.preventDefault();
  if (type !== "click" || !(event instanceof MouseEvent)) return true;
  if (bound instanceof HTMLAnchorElement) {
    // Held keys mean a new tab or a download.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
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
  // A click on a label clicks its control, and that second click is the one that counts.
  const label = target.closest("label");
  const control = label?.control;
  return !control || dom.contains(control, target) || !dom.contains(bound, control);
}

/** What the event says, read when it is sent. */
function describe({ root, bound, binding, type, event, target }: Hit): LiveEvent {
  const payload: { [name: string]: Wire } = {};
  const controls: Element[] = [];
  const form = bound instanceof HTMLFormElement && type !== "click" ? bound : null;
  if (form) {
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    payload.f = formFields(form, submitter);
    if (submitter) payload.s = dom.attribute(submitter, "name") ?? "";
    controls.push(...dom.controlsOf(form));
  } else if (isToggle(target)) {
    payload.c = target.checked;
    controls.push(target);
  }
  if (type !== "click" && type !== "submit") {
    const { value, name } = target as HTMLInputElement;
    if (!form && typeof value === "string") payload.v = value;
    if (typeof name === "string" && name) payload.t = name;
    if (!form && !controls.includes(target)) controls.push(target);
  }
  if (event instanceof KeyboardEvent) payload.k = event.key;
  const values = extraValues(bound);
  if (values) payload.d = values;
  const { name, args } = parseBinding(binding);
  const component = dom.closest(bound, "[dj-c]");
  return {
    component: (component && dom.contains(root, component) && dom.attribute(component, "dj-c")) || 0,
    name,
    args,
    payload: orNull(payload),
    controls,
    edit: type === "input" || type === "change" ? target : null,
    submits: type === "submit" ? form : null,
  };
}
