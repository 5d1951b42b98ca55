/**
 * Motion of what comes, goes and changes places. No patch ever waits for it, and there is none where less is asked for.
 *
 * `dj-enter` and `dj-remove` (or `dj-leave`) say classes and a time, `pop 200ms`, or three comma-separated groups of classes:
 * during, from, to; without classes it fades. `dj-transition-group="enter | leave"` says it for all children, `dj-flip="300ms
 * ease"` lets them glide to their new places.
 */

import * as dom from "./dom.ts";
import type { Life } from "./life.ts";

/** How long a motion takes that says nothing of it. */
export const DEFAULT_MS = 200;
/** An animation without an end keeps nothing in the page. */
const LONGEST_MS = 5_000;

/** Whether the page is seen, by somebody who likes motion. */
export const isMoving = (): boolean => dom.isSeen() && !matchMedia("(prefers-reduced-motion:reduce)").matches;

/** Writes class tokens, or takes them away. */
type Put = (tokens: string[], isOn: boolean) => void;

/**
 * Plays three groups of classes: all the time, for the first moment, from then on. Ends after so many milliseconds or, without
 * them, when what moves has come to rest; what is to leave keeps its classes.
 */
export async function play(
  element: Element,
  [during = [], from = [], to = []]: string[][],
  ms: number,
  put: Put,
  isExit?: boolean,
): Promise<void> {
  put([...during, ...from], true);
  // The styles it begins with count once they were computed.
  element.getBoundingClientRect();
  put(from, false);
  put(to, true);
  const moves = element.getAnimations().map(({ finished }) => finished);
  await (ms ? delay(ms) : Promise.race([Promise.allSettled(moves), delay(LONGEST_MS)]));
  if (!isExit) put([...during, ...to], false);
}

/** The class tokens of a text. */
export const tokensOf = (text: string): string[] => text.match(/\S+/g) ?? [];

/** Plays what an attribute says; the promise ends with it. */
function playText(element: Element, text: string, isExit: boolean): Promise<unknown> | null {
  if (!isMoving()) return null;
  const ms = timeIn(text);
  const groups = text.replace(TIME, "").split(",").map(tokensOf);
  if (groups.flat().length) {
    const classes = dom.classesOf(element);
    return play(element, groups, ms, (tokens, isOn) => classes[isOn ? "add" : "remove"](...tokens), isExit);
  }
  const fade = [{ opacity: 0 }, {}];
  return element.animate(isExit ? fade.reverse() : fade, {
    duration: ms || DEFAULT_MS,
    fill: isExit ? "forwards" : "none",
  }).finished;
}

const TIME = /([\d.]+)(m?)s\b/;

function timeIn(text: string): number {
  const [, count = 0, milli] = TIME.exec(text) ?? [];
  return Number(count) * (milli ? 1 : 1000);
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Moves what comes and goes. */
export function watchMotion(life: Life): void {
  const group = "dj-transition-group";
  /** What the element says of itself, or its group of it. */
  const said = (element: Element, names: string[], part: number): string | null => {
    const own = names.map((name) => dom.attribute(element, name)).find((text) => text !== null && text[0] !== "[");
    const parent = dom.parentOf(element);
    const shared = parent && dom.isElement(parent) ? dom.attribute(parent, group) : null;
    return own ?? (shared === null ? null : (shared.split("|")[part] ?? ""));
  };
  life.on(`[dj-enter],[${group}]>*`, {
    entered(element, isFirst) {
      const text = isFirst ? null : said(element, ["dj-enter"], 0);
      if (text !== null) playText(element, text, false);
    },
  });
  life.exits.push((element) => {
    const text = said(element, ["dj-leave", "dj-remove"], 1);
    const end = text === null ? null : playText(element, text, true);
    const parent = dom.parentOf(element) as Element;
    if (end && dom.has(parent, "dj-flip")) lift(element as HTMLElement);
    return end;
  });
  watchFlip(life);
}

/** Takes what is leaving out of the flow, where it stands, so that the others close the gap at once. */
function lift(element: HTMLElement): void {
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = element;
  dom.styleOf(element).cssText +=
    `;position:absolute;box-sizing:border-box;margin:0;left:${offsetLeft}px;top:${offsetTop}px;` +
    `width:${offsetWidth}px;height:${offsetHeight}px`;
}

/** First, last, invert, play: children that a frame moved start from where they were. */
function watchFlip(life: Life): void {
  const lists = life.on("[dj-flip]", {});
  const places = new Map<Element, DOMRect>();
  const running = new WeakMap<Element, Animation>();
  const measured = new Set<Node>();
  life.touched.push((node) => {
    if (!lists.has(node as Element) || measured.has(node) || !isMoving()) return;
    measured.add(node);
    for (const child of dom.findAll(node as Element, ":scope>*")) places.set(child, child.getBoundingClientRect());
  });
  life.around(() => () => {
    for (const child of places.keys()) running.get(child)?.cancel();
    const moves: [Element, number, number][] = [];
    for (const [child, { x, y }] of places) {
      const now = child.getBoundingClientRect();
      if (dom.isAttached(child) && !dom.isLeaving(child) && (x !== now.x || y !== now.y))
        moves.push([child, x - now.x, y - now.y]);
    }
    for (const [child, x, y] of moves) {
      const text = dom.attribute(dom.parentOf(child) as Element, "dj-flip") ?? "";
      const easing = text.replace(TIME, "").trim() || "ease";
      const options = { duration: timeIn(text) || DEFAULT_MS, easing };
      running.set(child, child.animate([{ translate: `${x}px ${y}px` }, { translate: "0 0" }], options));
    }
    places.clear();
    measured.clear();
  });
}
