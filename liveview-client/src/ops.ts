/**
 * Commands that few pages need: where the focus goes and returns, dialogs, the clipboard, scrolling. Changes nothing by itself.
 */

import type { Toolbox } from "./commands.ts";
import * as dom from "./dom.ts";

const FOCUSABLE =
  "a[href],button,input:not([type=hidden]),select,textarea,summary,[contenteditable],[tabindex]:not([tabindex^='-'])";

/** Teaches a page these commands. */
export function addOps({ ops }: Toolbox): void {
  /** Which elements the focus is to return to, the next one last. */
  const returns: Element[] = [];
  const focus = (element: Element | undefined): void => (element as HTMLElement | undefined)?.focus();
  Object.assign(ops, {
    focus_first: (_, element) => focus([...dom.findAll(element, FOCUSABLE)][0] ?? element),
    push_focus: (_, element) => void returns.push(element),
    pop_focus: () => focus(returns.pop()),
    blur: (_, element) => (element as HTMLElement).blur(),
    show_modal: (_, element) => element instanceof HTMLDialogElement && !element.open && element.showModal(),
    close_modal: (_, element) => element instanceof HTMLDialogElement && element.close(),
    copy: (_, element, [text]) =>
      navigator.clipboard
        ?.writeText(String(text || ((element as HTMLInputElement).value ?? element.textContent)))
        .catch(() => undefined),
    scroll_into_view: (_, element, [block]) =>
      element.scrollIntoView({ block: (block || "start") as ScrollLogicalPosition }),
    ignore_attrs(world, element, [names]) {
      const known = dom.attribute(element, "dj-ignore-attrs") ?? "";
      world.change(element, "dj-ignore-attrs", [known, names].flat().join(" ").trim());
    },
  } satisfies Toolbox["ops"]);
}
