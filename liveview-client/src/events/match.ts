/**
 * Which attribute of an element an event is for: its type, then the keys, buttons and modifiers in its name. Sends nothing.
 *
 * `dj-keydown.ctrl.k.prevent` is a binding of keydown that hears `k` while Ctrl is held, and keeps the browser from acting.
 * Of several on one element the one that asks for most is meant.
 */

import * as dom from "../dom.ts";

/**
 * What every page hears of the browser, with the name of its binding where that is another one, and what is particular to it:
 * `v` brings the value of its field, `o` is the target's own and does not rise, `e` is every element's that is entered or left.
 */
export const TYPES =
  "input::v change::v submit click auxclick:click keydown::v keyup::v focusin:focus:v focusout:blur:v";

const MODIFIERS = ["ctrl", "alt", "shift", "meta"];
const BUTTONS = ["left", "middle", "right"];

/** Whether these tell what a person did to a field. */
export const isEdit = (type: string): boolean => /^(input|change|model)$/.test(type);

/** Which modifier keys are held, as far as the event knows. */
export const heldKeys = (event: Event): string[] =>
  MODIFIERS.filter((name) => Reflect.get(event, `${name}Key`) as boolean | undefined);

/** What is written behind the type: `.ctrl.k` is `ctrl` and `k`. */
export const marksOf = (name: string): string[] => name.split(".").slice(1);

/** The name of the attribute that is meant, or null. `spent` are names that have been heard once and are not heard again. */
export function nameOf(
  bound: Element,
  type: string,
  event: Event,
  target: Element,
  spent?: Set<string>,
): string | null {
  let best: string | null = null;
  let most = -1;
  for (const name of dom.attributeNames(bound)) {
    if (name.split(".")[0] !== `dj-${type}` || spent?.has(name)) continue;
    const rank = rankOf(marksOf(name), event, bound === target);
    if (rank > most) [best, most] = [name, rank];
  }
  return best;
}

/** How much the marks ask for, or -1 where the event does not have it. */
function rankOf(marks: string[], event: Event, isSelf: boolean): number {
  let rank = 0;
  // The other buttons have an event of their own, which is a click only to who names the button.
  if (event.type === "auxclick" && !marks.some((mark) => BUTTONS.includes(mark))) return -1;
  for (const mark of marks) {
    if (/^(prevent|stop|once|lazy|debounce-\d+)$/.test(mark)) continue;
    if (!has(event, mark, isSelf)) return -1;
    rank++;
  }
  return rank;
}

function has(event: Event, mark: string, isSelf: boolean): boolean {
  if (mark === "self") return isSelf;
  if (MODIFIERS.includes(mark)) return heldKeys(event).includes(mark);
  if (event instanceof KeyboardEvent) return keyNames(event.key).includes(mark);
  return event instanceof MouseEvent && BUTTONS[event.button] === mark;
}

/** What a key is called: its name in lower case, and a shorter one where people use one. */
export function keyNames(key: string): string[] {
  const name = key === " " ? "space" : key.toLowerCase();
  return [name, name.replace(/^arrow|ape$/, "")];
}

/** A click on a label clicks its control, and that second click is the one that counts. */
export function clickedNext(target: Element): Element | null {
  const control = (dom.closest(target, "label") as HTMLLabelElement | null)?.control;
  return !control || dom.contains(control, target) || dom.matches(control, ":disabled") ? null : control;
}
