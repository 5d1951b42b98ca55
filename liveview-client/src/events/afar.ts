/**
 * Bindings that hear what happens elsewhere: on the window, on the document, outside of their element, or as a shortcut.
 * Finds them, and sends nothing.
 */

import * as dom from "../dom.ts";
import type { Ears } from "./act.ts";
import { clickedNext, heldKeys, keyNames, nameOf } from "./match.ts";
import { type Hit, metaOf } from "./payload.ts";

/** Where the button goes down says what is clicked: who drags out of a menu has not left it. */
export function noteDown(ears: Ears, event: Event): void {
  ears.down = event.composedPath();
}

/** The bindings of these types that the event is for, in the order of the page. */
export function farHits(ears: Ears, types: string[], event: Event): Hit[] {
  const path = event.composedPath();
  const target = path[0] instanceof Element ? path[0] : document.documentElement;
  const isClick = event.type === "click";
  // The keyboard and scripts click without a pointer.
  const pressed = isClick && (event as MouseEvent).detail > 0 && ears.down ? ears.down : path;
  if (isClick) {
    if (clickedNext(target)) return [];
    ears.down = null;
  }
  const hits: Hit[] = [];
  for (const bound of dom.findByPrefix(types)) {
    const root = dom.closest(bound, "[dj-v]");
    if (!root || !ears.page.isLive(root) || dom.closest(bound, `[${dom.LEAVING}]`)) continue;
    for (const type of types) {
      const meta = metaOf(type, event, bound);
      const hit = { root, bound, name: "", binding: "", type, event, target, valued: false, meta };
      if (type === "shortcut") hits.push(...shortcuts(hit));
      else {
        const name = nameOf(bound, type, event, target, ears.spent.get(bound));
        if (name === null || (type === "click-away" && !isAway(bound, pressed))) continue;
        hits.push({ ...hit, name, binding: dom.attribute(bound, name) ?? "" });
      }
    }
  }
  return hits;
}

/** Whether a press was outside of an element that can be seen; what it owns by `aria-owns` belongs to it wherever it stands. */
function isAway(bound: Element, pressed: EventTarget[]): boolean {
  const owned = dom.attribute(bound, "aria-owns")?.split(" ") ?? [];
  const isInside = pressed.some((node) => node === bound || (node instanceof Element && owned.includes(node.id)));
  return !isInside && bound.checkVisibility({ visibilityProperty: true });
}

/** `ctrl+k:open:prevent, escape:close`: the calls whose keys are pressed, and no other modifier with them. */
function shortcuts(hit: Hit): Hit[] {
  const { bound, event, target } = hit;
  const text = dom.attribute(bound, "dj-shortcut") ?? "";
  const isTyping = target.matches("input,textarea,select") || (target as HTMLElement).isContentEditable;
  if (!(event instanceof KeyboardEvent) || (isTyping && dom.attribute(bound, "dj-shortcut-in-input") === null))
    return [];
  return [...text.matchAll(/\s*([^:]+?):(\[.*?\]|[^,:]*)(:prevent)?\s*(?:,|$)/g)].flatMap(
    ([, combo = "", binding = "", prevent]) => {
      if (!isPressed(combo.toLowerCase(), event)) return [];
      return [
        {
          ...hit,
          name: prevent ? "dj-shortcut.prevent" : "dj-shortcut",
          binding,
          meta: { ...hit.meta, shortcut: combo },
        },
      ];
    },
  );
}

function isPressed(combo: string, event: KeyboardEvent): boolean {
  const marks = combo.split("+");
  const key = marks.pop() || "+";
  // A sign like `?` may need Shift to be typed at all.
  const isSign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
  const held = heldKeys(event).filter((name) => !isSign || name !== "shift");
  const asked = marks.filter((mark) => mark && (!isSign || mark !== "shift"));
  return (
    keyNames(event.key).includes(key) && held.length === asked.length && held.every((name) => asked.includes(name))
  );
}
