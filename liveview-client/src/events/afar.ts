/**
 * Bindings that hear what happens elsewhere: on the window, on the document, outside of their element, or as a shortcut.
 * Finds them by their mark, and keeps nothing of them.
 */

import * as dom from "../dom.ts";
import { act, type Ears, hitOf } from "./act.ts";
import { clickedNext, heldKeys, keyNames } from "./match.ts";
import type { Hit } from "./payload.ts";

/** Listens behind whoever listens to the elements themselves: what those stop is not heard here. */
export function startAfar(ears: Ears): void {
  // Where the button goes down says what is clicked: who drags out of a menu has not left it.
  let down: EventTarget[] | null = null;
  const note = (event: Event): void => {
    down = event.composedPath();
  };
  dom.listen("pointerdown", note, { capture: true });
  for (const type of ["keydown", "keyup", "click"]) {
    dom.listen(type, (event) => {
      if (event.cancelBubble || (event as KeyboardEvent).isComposing) return;
      const path = event.composedPath();
      if (type !== "click") return hear(ears, event, path);
      if (path[0] instanceof Element && clickedNext(path[0])) return;
      // The keyboard and scripts click without a pointer.
      hear(ears, event, ((event as MouseEvent).detail && down) || path);
      down = null;
    });
  }
  const alone = (event: Event): void => {
    if (!(event.composedPath()[0] instanceof Element)) hear(ears, event, []);
  };
  for (const type of ["resize", "focus", "blur", "online", "offline"]) addEventListener(type, alone);
  for (const type of ["scroll", "visibilitychange"]) dom.listen(type, alone);
}

/** Every marked element in the order of the page that has a binding for the event. */
function hear(ears: Ears, event: Event, pressed: EventTarget[]): void {
  const [inner] = event.composedPath();
  const target = inner instanceof Element ? inner : dom.ofDocument<Element>("documentElement")();
  for (const bound of dom.findOnPage("[dj-far]")) {
    if (dom.isGoing(bound)) continue;
    for (const place of ["window", "document"]) {
      const hit = hitOf(ears, bound, `${place}-${event.type}`, event, target);
      if (hit) act(ears, hit);
    }
    const away = event.type === "click" && isAway(bound, pressed) && hitOf(ears, bound, "click-away", event, target);
    if (away) act(ears, away);
    const asked = event.type === "keydown" && hitOf(ears, bound, "shortcut", event, target);
    for (const hit of asked ? shortcuts(asked) : []) act(ears, hit);
  }
}

/** Whether a press was outside of an element that can be seen; what it owns by `aria-owns` belongs to it wherever it stands. */
function isAway(bound: Element, pressed: EventTarget[]): boolean {
  const owned = dom.attribute(bound, "aria-owns")?.split(" ") ?? [];
  const isInside = pressed.some((node) => node === bound || (node instanceof Element && owned.includes(node.id)));
  return !isInside && Element.prototype.checkVisibility.call(bound, { visibilityProperty: true });
}

/** `ctrl+k:open:prevent, escape:close`: the calls whose keys are pressed, and no other modifier with them. */
function shortcuts(hit: Hit): Hit[] {
  const { bound, binding: text, event, target } = hit;
  const isTyping = dom.matches(target, "input,textarea,select") || (target as HTMLElement).isContentEditable;
  if (!(event instanceof KeyboardEvent) || (isTyping && !dom.has(bound, "dj-shortcut-in-input"))) return [];
  return [...text.matchAll(/\s*([^:]+?):(\[.*?\]|[^,:]*)(:prevent)?\s*(?:,|$)/g)].flatMap(
    ([, combo = "", binding = "", prevent]): Hit[] => {
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
