/**
 * What the server leaves alone: regions that are somebody else's, attributes that the page's scripts write, and what stays
 * covered until the view is live. Writes no slot.
 *
 * `dj-update="ignore"`: nothing below is written after it stands; the element's own attributes are. `dj-ignore-attrs`: these
 * attributes, `data-*` meaning all that begin so, are written once. `dj-cloak hidden`: both go when the view is live;
 * `hidden` stands in the page itself, so that nothing is seen before a script or a stylesheet is there.
 */

import * as dom from "./dom.ts";
import { holderOf, isRange, type Place } from "./instance.ts";
import type { Life } from "./life.ts";
import type { Slot } from "./protocol.ts";

const IGNORED = '[dj-update="ignore"]';

/** Whether what is in the element is somebody else's. */
export const isIgnored = (element: Element): boolean => dom.matches(element, IGNORED);

/** Says of a slot whether it stands in a region that is ignored; costs nothing while there is none. */
export function keeping(life: Life): (slot: Slot, place: Place) => boolean {
  const regions = life.on(IGNORED, {});
  return ({ kind }, place) => {
    if (!regions.size) return false;
    const node = holderOf(place);
    const inside = isRange(place) || kind === "T" || kind === "h" ? node : dom.parentOf(node);
    return inside !== null && dom.isElement(inside) && dom.closest(inside, IGNORED) !== null;
  };
}

/** Uncovers what waits for the view to be live. */
export function uncloak(life: Life): void {
  const show = (element: Element): void => {
    if (!dom.has(element, "dj-cloak")) return;
    for (const name of ["dj-cloak", "hidden"]) dom.setAttribute(element, name, null);
  };
  const cloaked = life.on("[dj-cloak]", {
    entered(element, isFirst) {
      if (!isFirst) show(element);
    },
  });
  life.states.push((root, isLive) => {
    for (const element of isLive ? cloaked : []) if (dom.contains(root, element)) show(element);
  });
}
