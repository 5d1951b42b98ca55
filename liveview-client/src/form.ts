/**
 * What forms and elements say: fields as ordered pairs, extra values, and what a person has changed. Sends nothing.
 */

import { parseBinding } from "./commands.ts";
import * as dom from "./dom.ts";
import { type Inputs, isDirty } from "./inputs.ts";
import type { Wire } from "./protocol.ts";

/** The fields in the order of the form; files are not text and are left out. */
export const fieldsOf = (entries: Iterable<[string, FormDataEntryValue]>): [string, string][] =>
  [...entries].filter((field): field is [string, string] => typeof field[1] === "string");

/** The form's fields, with the button that submits it. */
export const formFields = (form: HTMLFormElement, submitter: HTMLElement | null = null): [string, string][] =>
  fieldsOf(new FormData(form, submitter));

/** `dj-value-todo-id="7"` is `todo_id: "7"`. Null where there is none. */
export function extraValues(element: Element): Wire {
  const values: { [name: string]: Wire } = Object.create(null);
  for (const [name, text] of valuesOf(element, "dj-value-")) values[name.replaceAll("-", "_")] = text;
  return orNull(values);
}

/** The attributes that begin so: what stands behind, and the value. */
export const valuesOf = (element: Element, prefix: string): [name: string, text: string][] =>
  dom
    .attributeNames(element)
    .filter((name) => name.startsWith(prefix))
    .map((name) => [name.slice(prefix.length), dom.attribute(element, name) ?? ""]);

/** What has members, or null. */
export const orNull = (record: { [name: string]: Wire }): Wire => (Object.keys(record).length ? record : null);

/** Every bound form in which something differs from what the server knows: `[id or index, handler, fields, args, values]`. */
export function changedForms(root: Element, { isChanged }: Inputs): [form: HTMLFormElement, said: Wire[]][] {
  const changed: [HTMLFormElement, Wire[]][] = [];
  for (const [index, form] of [...dom.findAll(root, "form")].entries()) {
    const bindings = ["auto-recover", "change", "input"].map((name) => dom.attribute(form, `dj-${name}`) ?? "");
    // Commands may call nobody.
    const call = bindings.map(parseBinding).find(({ name }) => name);
    if (!call || dom.has(form, "dj-no-recover") || !(form instanceof HTMLFormElement)) continue;
    if ([...dom.controlsOf(form)].some(isChanged)) {
      const id = dom.attribute(form, "id") ?? index;
      changed.push([form, [id, call.name, formFields(form), call.args, extraValues(form) ?? {}]]);
    }
  }
  return changed;
}

/** Whether a control tells its changes itself, whatever its form does. */
export const speaks = (control: Element): boolean =>
  dom.attributeNames(control).some((name) => /^dj-(model|input|change)\b/.test(name));

/** The controls that tell their changes themselves, and differ from what the server knows. */
export const changedAlone = (root: Element): Element[] =>
  [...dom.findAll(root, "input,select,textarea")].filter(
    (control) => speaks(control) && !dom.closest(control, "[dj-no-recover]") && isDirty(control),
  );
