/**
 * `dj-copy="text"` or `dj-copy="#field"`: a click puts it on the clipboard, and shows that it did. Reads nothing from there.
 */

import { parseBinding } from "./commands.ts";
import * as dom from "./dom.ts";
import { runOn, type Surroundings } from "./hooks.ts";

const SHOWN_MS = 2_000;

/** Listens for clicks. */
export function watchCopy(around: Surroundings): void {
  dom.hear("click", (_, target) => {
    const element = dom.closest(target, "[dj-v] [dj-copy]");
    const text = element && textFor(element);
    // Where the page may not write there (no secure connection), there is nothing to show.
    if (element)
      navigator.clipboard?.writeText(text || "").then(
        () => show(element),
        () => undefined,
      );
  });
  const show = (element: Element): void => {
    const said = dom.attribute(element, "dj-copy-event");
    if (said) void runOn(around, element, parseBinding(said).commands);
    const tokens = (dom.attribute(element, "dj-copy-class") ?? "dj-copied").split(" ");
    const classes = dom.classesOf(element);
    classes.add(...tokens);
    setTimeout(() => classes.remove(...tokens), SHOWN_MS);
  };
}

/** What a text with a `#` names; it may as well be a colour. */
function named(text: string): Element | undefined {
  try {
    return text[0] === "#" ? dom.findOnPage(text)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** What to copy: the text or value of the element it names, else what it says. */
function textFor(element: Element): string {
  const said = dom.attribute(element, "dj-copy") ?? "";
  const source = said ? named(said) : element;
  const value = (source as HTMLInputElement | undefined)?.value;
  return typeof value === "string" ? value : (source?.textContent ?? said);
}
