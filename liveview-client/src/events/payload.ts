/**
 * What an event says: the fields it speaks of, and where, how and with what it happened. Listens to nothing.
 */

import { callOf } from "../commands.ts";
import * as dom from "../dom.ts";
import { extraValues, formFields, orNull } from "../form.ts";
import { isToggle } from "../inputs.ts";
import type { Wire } from "../protocol.ts";
import { componentOf, type LiveEvent, type View } from "../view.ts";
import { isEdit } from "./match.ts";
import { STREAM } from "./timing.ts";

/** A binding that was found, and everything its event is about. */
export interface Hit {
  view: View;
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

/** Adds to what an event says, and to the controls that it speaks of. */
export type Bring = (hit: Hit, payload: Meta, controls: Element[]) => void;

/** What the event says, read when it is sent. */
export function describe(hit: Hit, call: Wire, options: Wire, brings: Bring[]): LiveEvent {
  const { view, bound, type, event, target, valued, meta } = hit;
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
    if (name && target !== form) payload.t = name;
    if (!form) {
      // The browser makes up a path for a file.
      if (typeof value === "string" && control !== "file") payload.v = value;
      if (control === "select-multiple") payload.f = chosen(hit);
      if (!controls.includes(target)) controls.push(target);
    }
  }
  for (const bring of brings) bring(hit, payload, controls);
  if (event instanceof KeyboardEvent) payload.k = event.key;
  const values = extraValues(bound);
  if (values) payload.d = values;
  const measures = typeof meta === "function" ? meta() : meta;
  if (orNull(measures)) payload.m = measures;
  const [name, args] = callOf(call);
  return {
    component: componentOf(view.root, bound),
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
  return [...(target as HTMLSelectElement).selectedOptions].map(({ value }) => [field, value]);
}
