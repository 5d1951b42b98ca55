/**
 * Where the focus is when things come and go: dialogs, what newly appears, what is removed under a person's hands, and arrow
 * keys in menus and tabs. Sends no event.
 */

import * as dom from "./dom.ts";
import type { Life } from "./life.ts";

/** What the keyboard reaches. */
export const FOCUSABLE =
  "a[href],button:enabled,input:enabled:not([type=hidden]),select:enabled,textarea:enabled,summary,[contenteditable]," +
  "[tabindex]:not([tabindex^='-'])";

/** What a screen reader has a name for. */
const LABELLED = "[aria-label],[aria-labelledby],[tabindex],[role],dialog,fieldset,form,section,article,main,[dj-v]";

export function watchFocus(life: Life): void {
  life.on("[dj-autofocus]", {
    entered(element, isFirst) {
      // What came before these rooms were there is new all the same.
      if (!isFirst || life.isLate(element) || !isSomewhere()) (element as HTMLElement).focus();
    },
  });
  // A person may close it: it opens again when the server has said `close` and then `open`.
  life.on('dialog[dj-dialog="open"]', {
    entered(dialog) {
      if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
      dialog.showModal();
      for (const first of [...dom.findAll(dialog, "[dj-autofocus]")].slice(0, 1)) (first as HTMLElement).focus();
    },
    left: close,
  });
  watchLost(life);
  dom.hear("keydown", (event, target) => {
    if (event instanceof KeyboardEvent && !event.defaultPrevented) rove(event, target);
  });
}

/** Closes a dialog as the server says, who is not told of it. */
function close(dialog: Element): void {
  const deaf = "dj-ignore-events";
  if (!(dialog instanceof HTMLDialogElement) || !dialog.open) return;
  if (dom.attribute(dialog, deaf) === null) {
    dom.setAttribute(dialog, deaf, "");
    dialog.addEventListener("close", () => dom.setAttribute(dialog, deaf, null), { once: true });
  }
  dialog.close();
}

/** Whether the focus is on something that stays. */
function isSomewhere(): boolean {
  const element = dom.focused();
  return element !== null && dom.localName(element) !== "body" && !dom.isGoing(element);
}

/** What loses the focus by leaving gives it to the same place in the next row like it, else to what is named around it. */
function watchLost(life: Life): void {
  let find: (() => HTMLElement | undefined) | undefined;
  life.exits.push((element) => {
    const focused = dom.focused();
    if (!focused || !dom.contains(element, focused)) return null;
    find = heirOf(element, focused);
    // Closed first, a dialog gives the focus back to where it was.
    const dialog = dom.closest(focused, "dialog[open]");
    if (dialog && dom.contains(element, dialog)) close(dialog);
    return null;
  });
  life.around(() => () => {
    if (find && !isSomewhere()) {
      const heir = find();
      if (heir && !dom.matches(heir, `${FOCUSABLE},[tabindex]`)) {
        dom.setAttribute(heir, "tabindex", "-1");
        heir.addEventListener("blur", () => dom.setAttribute(heir, "tabindex", null), { once: true });
      }
      heir?.focus({ preventScroll: true });
    }
    find = undefined;
  });
}

function heirOf(leaving: Element, focused: Element): () => HTMLElement | undefined {
  const parent = dom.parentOf(leaving) as Element;
  const rows = [...dom.findAll(parent, ":scope>*")].filter((row) => dom.localName(row) === dom.localName(leaving));
  const at = rows.indexOf(leaving);
  const index = controlsIn(leaving).indexOf(focused as HTMLElement);
  return () => {
    const near = [...rows.slice(at + 1), ...rows.slice(0, at).reverse()];
    const row = near.find((row) => dom.isAttached(row) && !dom.isLeaving(row) && controlsIn(row).length);
    const controls = row ? controlsIn(row) : [];
    return controls[index] ?? controls[0] ?? ((dom.closest(parent, LABELLED) ?? undefined) as HTMLElement | undefined);
  };
}

const controlsIn = (row: Element): HTMLElement[] =>
  [row, ...dom.findAll(row, FOCUSABLE)].filter((control) => dom.matches(control, FOCUSABLE)) as HTMLElement[];

const GROUPS = "[role=tablist],[role=menu],[role=menubar],[role=listbox],[role=radiogroup],[role=toolbar]";
const STEPS: { [key: string]: number } = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: 0, End: 0 };

/** Arrow keys move the focus within what has a role of several, as a person who sees nothing expects. */
function rove(event: KeyboardEvent, target: Element): void {
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const group = dom.closest(target, GROUPS);
  if (
    !group ||
    !dom.closest(group, "[dj-v]") ||
    dom.matches(target, "input:not([type=checkbox],[type=radio]),textarea,select")
  )
    return;
  const items = [...dom.findAll(group, "[role=tab],[role^=menuitem],[role=option],[role=radio],button,a[href]")].filter(
    (item) => dom.matches(item, ":enabled,[tabindex],a[href]") && item.checkVisibility(),
  ) as HTMLElement[];
  const at = items.indexOf(target as HTMLElement);
  if (at < 0) return;
  const next = step ? at + step + items.length : event.key === "End" ? items.length - 1 : 0;
  event.preventDefault();
  items[next % items.length]?.focus();
}
