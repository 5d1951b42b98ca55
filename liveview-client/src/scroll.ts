/**
 * Where a page is scrolled to while it changes: what sticks to its end, what keeps its place, what comes into view, and long
 * lists of which only the window is laid out. Moves no node.
 *
 * `dj-virtual="48"`: rows outside the window stay in the page, so that every slot can be written, every row keeps what it
 * is, and the browser's search finds them; but the browser neither lays them out nor paints them, and keeps room for them: as
 * much as they took when they were last seen, else so many pixels. A sheet of ours says so, since a strict policy forbids
 * an inline one.
 */

import * as dom from "./dom.ts";
import type { Life } from "./life.ts";
import { isMoving } from "./motion.ts";
import { adopt } from "./sheet.ts";

/** So near to its end, a person reads what comes last. */
const NEAR = 2;

export function watchScroll(life: Life): void {
  const ends = new WeakMap<Element, number>();
  const stick = (element: Element): void => {
    element.scrollTop = element.scrollHeight;
    ends.set(element, element.scrollTop);
  };
  // A picture that comes late makes it longer, and only a person scrolls back.
  const grown = ({ currentTarget }: Event): void => {
    const element = currentTarget as Element;
    if (element.scrollTop >= (ends.get(element) ?? 0) - NEAR) stick(element);
  };
  const sticky = life.on("[dj-sticky-scroll]", {
    entered(element) {
      stick(element);
      element.addEventListener("load", grown, true);
    },
    left: (element) => element.removeEventListener("load", grown, true),
  });
  const anchored = life.on("[dj-sticky-scroll],[dj-viewport-top]", {});
  life.around(() => {
    const pinned = [...sticky].filter(isAtEnd);
    const anchors = [...anchored].filter((list) => !pinned.includes(list)).map(anchor);
    return () => {
      for (const hold of anchors) hold?.();
      for (const element of pinned) stick(element);
    };
  });
  life.on("[dj-scroll-into-view]", {
    entered(element) {
      const how = dom.attribute(element, "dj-scroll-into-view") ?? "";
      const block = /^(center|start|end)$/.test(how) ? (how as ScrollLogicalPosition) : "nearest";
      element.scrollIntoView({ block, behavior: how === "instant" || !isMoving() ? "instant" : "smooth" });
    },
  });
  watchVirtual(life);
}

const isAtEnd = ({ scrollTop, scrollHeight, clientHeight }: Element): boolean =>
  scrollTop + clientHeight >= scrollHeight - NEAR;

/** Remembers the first row that is seen; returns how to bring it back there, for browsers do not at the very top, some never. */
function anchor(list: Element): (() => void) | null {
  const scroller = scrollerOf(list);
  const isPage = scroller === pageScroller();
  const top = isPage ? 0 : scroller.getBoundingClientRect().top;
  const row = firstSeen(list, top, scroller.clientHeight);
  if (!row) return null;
  const before = row.getBoundingClientRect().top;
  return () => {
    if (dom.isAttached(row)) scroller.scrollTop += row.getBoundingClientRect().top - before;
  };
}

function scrollerOf(list: Element): Element {
  let node: Node | null = list;
  while (node && dom.isElement(node) && !/auto|scroll/.test(getComputedStyle(node).overflowY))
    node = dom.parentOf(node);
  return node && dom.isElement(node) ? node : pageScroller();
}

const pageScroller = (): Element => dom.ofDocument<Element>("scrollingElement")();

/** The first child below the upper edge; of one that is taller than the window, its first. */
function firstSeen(list: Element, top: number, height: number): Element | null {
  for (const child of dom.findAll(list, ":scope>*")) {
    const rect = child.getBoundingClientRect();
    if (rect.bottom > top) return (rect.height > height && firstSeen(child, top, height)) || child;
  }
  return null;
}

function watchVirtual(life: Life): void {
  let isStyled = false;
  life.on("[dj-virtual]", {
    entered(list) {
      if (!isStyled) {
        adopt("[dj-virtual]>*{content-visibility:auto;contain-intrinsic-block-size:auto var(--dj-row,3rem)}");
      }
      isStyled = true;
      const height = dom.attribute(list, "dj-virtual");
      if (height) dom.styleOf(list).setProperty("--dj-row", `${height}px`);
    },
  });
}
