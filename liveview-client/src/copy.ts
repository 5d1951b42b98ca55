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

/** What to copy: the text or value of the element it names, else what it says. */
function textFor(element: Element): string {
  const said = dom.attribute(element, "dj-copy") ?? "";
  const source = said ? (said[0] === "#" ? dom.findOnPage(said)[0] : null) : element;
  const value = (source as HTMLInputElement | null | undefined)?.value;
  return typeof value === "string" ? value : (source?.textContent ?? said);
}
