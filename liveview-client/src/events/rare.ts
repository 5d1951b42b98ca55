/**
 * Events that few pages bind, what they bring beside the keys that are held, and the fields of a named container. Sends nothing:
 * it tells the core what else to listen to, and how to measure it.
 */

import * as dom from "../dom.ts";
import { formFields } from "../form.ts";
import { isToggle } from "../inputs.ts";
import type { Wire } from "../protocol.ts";
import type { Ears } from "./act.ts";
import { hearAll } from "./listen.ts";
import type { Bring, Meta } from "./payload.ts";

const RARE =
  "dblclick contextmenu paste::v pointerdown pointerup pointermove pointerover:mouseenter:e pointerout:mouseleave:e touchstart " +
  "touchend dragstart dragenter dragover dragleave drop dragend invalid::vc scroll::oc scrollend::oc toggle::oc close::oc cancel::oc";

export function startRare(ears: Ears): void {
  hearAll(ears, RARE);
  ears.measures.push(measure);
  ears.brings.push(include);
  // Where something may be dropped, the browser must not say otherwise.
  for (const type of ["dragenter", "dragover", "drop"]) dom.listen(type, (event) => claim(event, /^dj-drop\b/));
  dom.listen("paste", (event) => claim(event, /^dj-paste-suppress$/));
}

/** Keeps the event from the browser, where an element on its way has such an attribute. */
function claim(event: Event, name: RegExp): void {
  const hasIt = (node: EventTarget): boolean =>
    node instanceof Element && dom.attributeNames(node).some((attribute) => name.test(attribute));
  if (event.composedPath().some(hasIt)) event.preventDefault();
}

/** Where the pointer is, what is pasted or dropped, how far it is scrolled. */
function measure(type: string, event: Event, bound: Element): Meta {
  const meta: Meta = {};
  const place = (x: number, y: number): void => {
    Object.assign(meta, { x: Math.round(x), y: Math.round(y) });
  };
  const at = event instanceof MouseEvent ? event : (event as TouchEvent).changedTouches?.[0];
  if (at && !/^click/.test(type)) {
    place(at.clientX, at.clientY);
    if (event instanceof MouseEvent) meta.button = event.button;
  }
  if (type === "window-scroll") place(scrollX, scrollY);
  else if (/^scroll/.test(type)) place(bound.scrollLeft, bound.scrollTop);
  if (type === "window-resize") Object.assign(meta, { width: innerWidth, height: innerHeight });
  if (type === "document-visibilitychange") meta.visible = dom.isSeen();
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

/** The fields of the container that `dj-include` names, or of the form around where it names none. */
const include: Bring = ({ bound }, payload, controls) => {
  const selector = dom.attribute(bound, "dj-include");
  if (selector === null) return;
  const container = selector
    ? dom.findOnPage(selector)[0]
    : ((bound as HTMLInputElement).form ?? dom.closest(bound, "form"));
  if (!container) return;
  const fields = container instanceof HTMLFormElement ? formFields(container) : fieldsIn(container);
  payload.f = [...((payload.f as Wire[] | undefined) ?? []), ...fields];
  controls.push(...dom.findAll(container, "[name]"));
};

/** What the named controls inside would say, were they a form: the enabled ones, boxes that are checked, every choice. */
function fieldsIn(container: Element): [string, string][] {
  const fields: [string, string][] = [];
  for (const control of dom.findAll(container, "[name]:enabled")) {
    const name = dom.attribute(control, "name") ?? "";
    if (isToggle(control) && !control.checked) continue;
    for (const value of valuesOf(control)) if (typeof value === "string") fields.push([name, value]);
  }
  return fields;
}

/** The chosen ones of a select, or the one value; of buttons and files none. */
function valuesOf(control: Element): unknown[] {
  if (control instanceof HTMLSelectElement)
    return [...dom.findAll(control, "option:checked:enabled")].map((option) => (option as HTMLOptionElement).value);
  const { type, value } = control as HTMLInputElement;
  return /^(file|submit|button|reset|image|fieldset)$/.test(type) ? [] : [value];
}
