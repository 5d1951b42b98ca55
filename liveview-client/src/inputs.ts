/**
 * Who owns the value of a control: the person while it has the focus, else the server. Sends nothing and knows no events.
 *
 * The server's value is always kept in the control itself, in the attribute behind `defaultValue` and `defaultChecked`, so
 * that "differs from the server" is "differs from the default". What is shown follows when it may:
 * at once where the control is not in use, else when it loses the focus and nobody has edited it since.
 */

import * as dom from "./dom.ts";
import { guarded } from "./life.ts";
import { expect, type Wire } from "./protocol.ts";
import { commonEnds, writeAttribute } from "./slots.ts";

/** What is known of a control. */
export interface Control {
  /** The number of its last edit by the person; 0 for none. */
  edit: number;
  /** What it showed after that, unless the server has been shown since. */
  state: unknown;
  /** Edited since its form was accepted. */
  edited: boolean;
  /** A slot writes it. */
  controlled: boolean;
  /** The server's value is shown when the person leaves it. */
  pending: boolean;
}

/** The controls of the page, as far as they were edited, written or bound. */
export interface Inputs {
  of(control: Element): Control;
  /** Shows what HTML cannot say: the state of undecided boxes, the choice named by a select's own value. */
  begin(root: Element): void;
  /** Notes an edit by the person; one that a browser or a script tells of more than once is one. */
  edited(control: Element): void;
  /** Takes over a property slot's value; it is shown with the rest of the frame. */
  property(element: Element, name: string, value: Wire): void;
  /** Shows the server's value again: now where the control is ours, else when the person leaves it at the latest. */
  correct(control: Element, isOurs?: boolean): void;
  /** The control lost the focus, or a composition ended. */
  left(control: Element): void;
  /** A frame is about to write here: a choice that is the server's holds, whatever becomes of its options. */
  touched(node: Node): void;
  /** Its form was accepted: empties what no slot writes, unless the form keeps it. */
  accepted(control: Element, keeps: boolean): void;
  /** Whether the server, starting anew, would not know what it shows: edited since its form was accepted, or different. */
  isChanged(control: Element): boolean;
  /** Whether an edit of this control waits for its time to be sent: what the server says does not know it. */
  isUnsent(control: Element): boolean;
  /** Text is being composed in this control. */
  composing: Element | null;
  /** Controls whose form was just accepted: they are the server's, focused or not. */
  handedOver: Set<Element>;
  /** What the message at hand has written. */
  written: Set<Element>;
  /**
   * While a join's values are written: the controls that the join brought along, with their edits. What was typed into others
   * is known to nobody else and stays.
   */
  brought: Map<Element, number> | null;
}

const PROPERTIES = /^(value|checked|selected|muted|indeterminate|open)$/;

export function createInputs(): Inputs {
  const controls = new WeakMap<Element, Control>();
  let count = 0;

  const isTheirs = (control: Element): boolean =>
    groupOf(control).some(hasFocus) &&
    (inputs.composing === control ||
      ((!dom.has(control, "dj-force-value") || inputs.isUnsent(control)) && !inputs.handedOver.has(control)));

  const show = (control: Element, isOurs = false): void => {
    const known = inputs.of(control);
    const stays = inputs.brought && known.edited && hasText(control) && inputs.brought.get(control) !== known.edit;
    known.pending = !stays && !isOurs && isTheirs(control);
    if (!stays && !known.pending) showHeld(control, known);
  };

  const inputs: Inputs = {
    isUnsent: () => false,
    composing: null,
    handedOver: new Set(),
    written: new Set(),
    brought: null,
    of(control) {
      const known = controls.get(control) ?? { edit: 0, state: null, edited: false, controlled: false, pending: false };
      controls.set(control, known);
      return known;
    },
    begin(root) {
      for (const control of dom.findAll(root, "input[indeterminate],select[value]")) show(control);
    },
    edited(control) {
      count = noteEdit(control, inputs.of(control), count);
    },
    property(element, name, value) {
      const control = controlOf(element);
      inputs.of(control).controlled = true;
      inputs.written.add(control);
      hold(element, name, value);
    },
    correct: show,
    left(control) {
      for (const other of groupOf(control)) {
        if (inputs.of(other).pending) showHeld(other, inputs.of(other));
        inputs.of(other).pending = false;
      }
    },
    touched(node) {
      const select = dom.isElement(node) && dom.closest(node, "select");
      if (select && dom.has(select, "value")) inputs.written.add(select);
    },
    accepted(control, keeps) {
      const known = inputs.of(control);
      known.edited = false;
      if (!keeps && !known.controlled) empty(control, known);
    },
    isChanged: (control) => inputs.of(control).edited || isDirty(control),
  };
  return inputs;
}

/** Makes a control that no slot writes what it is in a new form. */
function empty(control: Element, known: Control): void {
  if (control instanceof HTMLInputElement && control.type === "file") control.value = "";
  // A custom element knows itself what it is when it is empty.
  guarded(() => (control as { formResetCallback?(): void }).formResetCallback?.());
  showHeld(control, known);
}

/** An option's choice is its select's. */
export const controlOf = (element: Element): Element =>
  element instanceof HTMLOptionElement ? (dom.closest(element, "select") ?? element) : element;

/** Whether the control differs from what the server last said. */
export function isDirty(control: Element): boolean {
  if (control instanceof HTMLSelectElement)
    return heldChoice(control).some((chosen, i) => control.options[i]?.selected !== chosen);
  const { checked, defaultChecked, type, value, defaultValue } = control as HTMLInputElement;
  // A slider or a colour that nobody has said stands somewhere all the same.
  const isUnsaid = !defaultValue && /^(range|color)$/.test(type);
  return isToggle(control)
    ? checked !== defaultChecked
    : defaultValue !== undefined && value !== defaultValue && !isUnsaid;
}

/** Boxes and radio buttons: what counts is whether they are checked. */
export const isToggle = (control: Element): control is Toggle =>
  control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);

/** Notes an edit, of which `count` was the last on the page; returns the number of the last one now. */
function noteEdit(control: Element, known: Control, count: number): number {
  const state = stateOf(control);
  const isNew = known.edit < count || known.state !== state || state === undefined;
  const edit = isNew ? count + 1 : count;
  Object.assign(known, { edit, state, edited: true, pending: false } satisfies Partial<Control>);
  return edit;
}

/** What tells one edit from the next: undefined where nothing does. */
function stateOf(control: Element): unknown {
  if (isToggle(control)) return control.checked;
  return control instanceof HTMLSelectElement
    ? [...control.options].map(({ selected }) => selected).join()
    : (control as HTMLInputElement).value;
}

/** The radio buttons of which one is chosen, or the control alone. */
export function groupOf(control: Element): Element[] {
  const { name, form, type } = control as HTMLInputElement;
  if (!name || type !== "radio" || !isToggle(control)) return [control];
  const all = form ? [...dom.controlsOf(form)] : dom.findOnPage("input");
  return all.filter((other) => isToggle(other) && other.type === type && other.name === name && other.form === form);
}

type Toggle = HTMLInputElement & { type: "checkbox" | "radio" };

function hasFocus(control: Element): boolean {
  const root = dom.rootOf(control);
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === control;
}

/** Keeps the server's value without showing it: the attribute changes, and what is shown must not follow by itself. */
function hold(element: Element, name: string, value: Wire): void {
  expect(PROPERTIES.test(name), "not a property to write");
  const select = controlOf(element);
  const shown = select instanceof HTMLSelectElement ? [...select.options].map((option) => option.selected) : [];
  keepShown(element);
  if (element instanceof HTMLTextAreaElement) element.defaultValue = String(value ?? "");
  else writeAttribute(element, name, value);
  if (name === "selected" && select instanceof HTMLSelectElement) choose(select, shown);
}

/** Marks the control as edited, as the browser would: from then on its attribute does not change what it shows. */
function keepShown(control: Element): void {
  if (isToggle(control)) {
    const { checked } = control;
    control.checked = checked;
  } else if (hasText(control) && !control.validity.badInput) {
    const { value } = control;
    control.value = value;
  }
}

/** Shows what the server holds. Never touches a text that the browser itself cannot read yet, nor a choice of files. */
function showHeld(control: Element, known: Control): void {
  known.state = null;
  if (control instanceof HTMLInputElement) {
    control.indeterminate = dom.has(control, "indeterminate");
    if (isToggle(control)) control.checked = control.defaultChecked;
  }
  if (hasText(control)) {
    if (!control.validity.badInput) showText(control, control.defaultValue);
  } else if (control instanceof HTMLSelectElement) choose(control, heldChoice(control));
  else if (control instanceof HTMLMediaElement) control.muted = control.defaultMuted;
}

/** Controls whose value is their own; the others' (files, buttons, boxes) is their attribute or nobody's. */
const hasText = (control: Element): control is HTMLInputElement | HTMLTextAreaElement =>
  control instanceof HTMLTextAreaElement ||
  (control instanceof HTMLInputElement &&
    !isToggle(control) &&
    !/^(file|hidden|submit|button|reset|image)$/.test(control.type));

function showText(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const old = control.value;
  if (old === value) return;
  const { selectionStart, selectionEnd, selectionDirection } = control;
  control.value = value;
  if (!hasFocus(control) || selectionStart === null) return;
  const { prefix, suffix } = commonEnds(old, value);
  const moved = (position: number): number => {
    if (position <= prefix) return position;
    return Math.max(prefix, value.length - Math.min(suffix, old.length - position));
  };
  control.setSelectionRange(moved(selectionStart), moved(selectionEnd as number), selectionDirection ?? "none");
}

/** Which options the server holds as chosen: by the select's own value slot, else by the options'. */
function heldChoice(select: HTMLSelectElement): boolean[] {
  const options = [...select.options];
  const value = dom.attribute(select, "value");
  const held = options.map((option) => (value === null ? option.defaultSelected : option.value === value));
  // A list to choose one from shows the first that can be chosen when the server names none.
  const isForced = !select.multiple && select.size < 2 && !held.includes(true);
  const first = isForced && options.find((option) => !option.disabled);
  return held.map((chosen, i) => chosen || options[i] === first);
}

function choose(select: HTMLSelectElement, chosen: boolean[]): void {
  const last = chosen.lastIndexOf(true);
  if (select.multiple) {
    for (const [i, option] of [...select.options].entries())
      if (option.selected !== chosen[i]) option.selected = chosen[i] ?? false;
  } else if (select.selectedIndex !== last) select.selectedIndex = last;
}
