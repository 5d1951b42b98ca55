/**
 * Shows flights as few pages ask for: other elements, other texts, a bar for a page on its way. Undoes nothing by itself.
 */

import { isMain } from "./commands.ts";
import * as dom from "./dom.ts";
import type { Departure, Flight, Sky } from "./pending.ts";
import type { Wire } from "./protocol.ts";

/** A page that comes sooner needs no bar. */
const BAR_DELAY = 200;

const LOADING = ["", ".class", ".disable", ".show", ".hide"].map((which) => `[dj-loading${CSS.escape(which)}]`).join();

/** Shows them from now on. */
export function startLoading(shows: Sky["shows"]): void {
  const bar = dom.createElement("div");
  bar.className = "dj-page-bar";
  bar.ariaHidden = "true";
  shows.push((departure, flight) => {
    const { bound, options, submits, type } = departure;
    const { loading, page } = Object(options) as { [name: string]: Wire };
    for (const selector of [loading, placeIn(dom.attribute(bound, "dj-loading"))])
      for (const element of selector ? dom.findOnPage(String(selector)) : []) flight.mark(element);
    for (const element of dom.findAll(flight.root, LOADING)) if (isMeant(element, departure)) showIn(flight, element);
    for (const button of submits ? dom.controlsOf(submits) : isMain(bound, type) ? [bound] : [])
      disableWith(flight, button);
    for (const element of submits ? dom.findAll(submits, "[dj-form-pending]") : []) {
      const how = dom.attribute(element, "dj-form-pending");
      if (how === "disabled") flight.disable(element);
      else flight.perform(element, [[how, 0]]);
    }
    if (page) startPage(flight, bar);
  });
}

/** Where classes go: a selector. Anything else names an event. */
const placeIn = (text: string | null): string => (/^[#.[]/.test(text ?? "") ? String(text) : "");

/** Whether the element waits for this event: by its name, or as its own. */
function isMeant(element: Element, { bound, edit, name }: Departure): boolean {
  const short = dom.attribute(element, "dj-loading");
  const meant = dom.attribute(element, "dj-loading.for") ?? (placeIn(short) ? null : short);
  return meant ? meant === name : element === bound || element === edit;
}

function showIn({ perform, disable }: Flight, element: Element): void {
  const said = (which: string): string | null => dom.attribute(element, `dj-loading${which}`);
  const short = said("");
  const display = said(".show") ?? (short && !placeIn(short) ? "" : null);
  if (display !== null) perform(element, [["show", 0, 0, 0, display]]);
  if (said(".hide") !== null) perform(element, [["hide"]]);
  if (said(".disable") !== null) disable(element);
  perform(element, [["add_class", 0, said(".class")]]);
}

function disableWith({ fly, disable }: Flight, element: Element): void {
  const text = dom.attribute(element, "dj-disable-with");
  if (text === null) return;
  disable(element);
  if (text) fly(element, element instanceof HTMLInputElement ? "value" : "#", text);
}

/** Says that a page is on its way, and that it is there. */
function startPage({ root, ends, fly }: Flight, bar: Element): void {
  const tell = (what: string): unknown => dom.dispatch(root, `dj:page-loading-${what}`, null);
  if (!dom.isAttached(bar)) root.before(bar);
  tell("start");
  setTimeout(() => fly(bar, ".dj-active"), BAR_DELAY);
  ends.push(() => tell("stop"));
}
