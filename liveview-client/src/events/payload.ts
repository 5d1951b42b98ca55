/**
 * What an event says: the fields it speaks of, and where, how and with what it happened. Listens to nothing.
 */

import { callOf } from "../commands.ts";
import * as dom from "../dom.ts";
import { isToggle } from "../inputs.ts";
import type { Wire } from "../protocol.ts";
import { componentOf, type LiveEvent } from "../view.ts";
import { extraValues, fieldsIn, formFields, orNull, valuesOf } from "./form.ts";
import { heldKeys, isEdit } from "./match.ts";
import { STREAM } from "./timing.ts";

/** A binding that was found, and everything its event is about. */
export interface Hit {
  root: Element;
  /** The element with the binding. */
  bound: Element;
  /** The attribute that says it, and what it says. */
  name: string;
  binding: string;
  type: string;
  event: Event;
  target: Element;
  /** Whether the target's value goes with it. */
  valued: boolean;
  /** What of the event itself goes with it; read at once, since a browser forgets some of it, or what says it when it goes. */
  meta: Meta | (() => Meta);
}

export type Meta = { [name: string]: Wire };

/** Where the pointer is, what is held, what is pasted, how far it is scrolled. */
export function metaOf(type: string, event: Event, bound: Element): Meta {
  const meta: Meta = {};
  for (const name of heldKeys(event)) meta[name] = true;
  const place = (x: number, y: number): void => {
    Object.assign(meta, { x: Math.round(x), y: Math.round(y) });
  };
  const at = event instanceof MouseEvent ? event : (event as TouchEvent).changedTouches?.[0];
  if (at && !/^click/.test(type)) {
    place(at.clientX, at.clientY);
    if (event instanceof MouseEvent) meta.button = event.button;
  }
  if (event instanceof KeyboardEvent) meta.code = event.code;
  if (type === "window-scroll") place(scrollX, scrollY);
  else if (/^scroll/.test(type)) place(bound.scrollLeft, bound.scrollTop);
  if (type === "window-resize") Object.assign(meta, { width: innerWidth, height: innerHeight });
  if (type === "document-visibilitychange") meta.visible = dom.visibility() === "visible";
  if (type === "toggle") meta.open = (event as ToggleEvent).newState === "open";
  const data = { paste: (event as ClipboardEvent).clipboardData, drop: (event as DragEvent).dataTransfer }[type];
  if (data) {
    meta.text = data.getData("text/plain");
    meta.html = data.getData("text/html");
    const files = [...data.files].map(({ name, type, size }) => [name, type, size].join("\t"));
    if (files.length) meta.files = files.join("\n");
  }
  return meta;
}

/** What the event says, read when it is sent. */
export function describe(hit: Hit, call: Wire, options: Wire): LiveEvent {
  const { root, bound, type, event, target, valued, meta } = hit;
  const payload: Meta = {};
  const controls: Element[] = [];
  const isSubmit = type === "submit";
  const form = bound instanceof HTMLFormElement && (valued || isSubmit) ? bound : null;
  if (form) {
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    payload.f = formFields(form, submitter);
    if (submitter) payload.s = dom.attribute(submitter, "name") ?? "";
    controls.push(...dom.controlsOf(form));
  } else if (isToggle(target) && (valued || type === "click")) {
    payload.c = target.checked;
    controls.push(target);
  }
  if (valued) {
    const { value, type: control } = target as HTMLInputElement;
    const name = dom.attribute(target, "name");
    // The browser makes up a path for a file.
    if (!form && typeof value === "string" && control !== "file") payload.v = value;
    if (name && target !== form) payload.t = name;
    if (!form && control === "select-multiple") payload.f = chosen(hit);
    if (!form && !controls.includes(target)) controls.push(target);
  }
  include(bound, payload, controls);
  if (event instanceof KeyboardEvent) payload.k = event.key;
  const values = extraValues(bound);
  if (values) payload.d = values;
  const measures = typeof meta === "function" ? meta() : meta;
  if (orNull(measures)) payload.m = measures;
  const [name, args] = callOf(call);
  return {
    component: componentOf(root, bound),
    name,
    args,
    type,
    bound,
    options,
    payload: orNull(payload),
    controls,
    edit: isEdit(type) ? target : STREAM.test(type) || type === "poll" ? bound : null,
    submits: isSubmit ? form : null,
  };
}

/** All choices of a list, under its name or under that of the view's field it is bound to. */
function chosen({ target, type, name }: Hit): Wire[] {
  const field = dom.attribute(target, type === "model" ? name : "name") ?? "";
  return valuesOf(target).map((value) => [field, value as string]);
}

/** The fields of the container that `dj-include` names, or of the form around where it names none. */
function include(bound: Element, payload: Meta, controls: Element[]): void {
  const selector = dom.attribute(bound, "dj-include");
  if (selector === null) return;
  const container = selector
    ? dom.findOnPage(selector)[0]
    : ((bound as HTMLInputElement).form ?? dom.closest(bound, "form"));
  if (!container) return;
  const fields = container instanceof HTMLFormElement ? formFields(container) : fieldsIn(container);
  payload.f = [...((payload.f as Wire[] | undefined) ?? []), ...fields];
  controls.push(...dom.findAll(container, "[name]"));
}
