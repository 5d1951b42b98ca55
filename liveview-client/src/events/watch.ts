/**
 * What an element hears of itself: it has come, it is seen, it has another size or content, or its time is there again.
 * Watches only what is in the page.
 */

import * as dom from "../dom.ts";
import { isReady } from "../view.ts";
import { type Ears, tell } from "./act.ts";
import type { Meta } from "./payload.ts";

/** Watches for whatever will be in the page. */
export function watch(ears: Ears): void {
  each(ears, "[dj-poll]", (element) => poll(ears, element), "dj-poll-interval");
  watchSight(ears);
  each(ears, "[dj-resize]", (element) => measure(ears, element));
  tellStates(ears);
  watchEnds(ears);
  watchMutations(ears);
}

/** Starts something for each element that comes, ends it when the element leaves, and starts it anew when its setting changes. */
function each({ life }: Ears, selector: string, start: (element: Element) => () => void, setting = "-"): void {
  const works = new Map<Element, [how: string | null, end: () => void]>();
  const entered = (element: Element): void =>
    void works.set(element, [dom.attribute(element, setting), start(element)]);
  const left = (element: Element): void => {
    works.get(element)?.[1]();
    works.delete(element);
  };
  life.on(selector, { entered, left });
  life.around(() => () => {
    for (const [element, [how]] of [...works]) {
      if (how === dom.attribute(element, setting)) continue;
      left(element);
      entered(element);
    }
  });
}

const DEFAULT_INTERVAL = 5_000;

/** Asks again and again, but not while nobody sees the page, nor before the last answer is there. */
function poll(ears: Ears, element: Element): () => void {
  const ask = (): void => {
    const view = dom.isSeen() && ears.viewOf(element);
    if (view && isReady(view, element)) tell(ears, element, "poll");
  };
  const timer = setInterval(ask, Number(dom.attribute(element, "dj-poll-interval")) || DEFAULT_INTERVAL);
  return () => clearInterval(timer);
}

const percent = (ratio: number): number => Math.round(ratio * 100) / 100;

function watchSight(ears: Ears): void {
  const sight = "[dj-appear],[dj-disappear]";
  const seen = new WeakSet<Element>();
  each(ears, sight, (element) => look(ears, element, seen), "dj-threshold");
  ears.life.on(sight, { left: (element) => seen.delete(element) });
}

/** Tells each time that the element comes into sight, or leaves it again; `seen` are those that are. */
function look(ears: Ears, element: Element, seen: WeakSet<Element>): () => void {
  const threshold = Number(dom.attribute(element, "dj-threshold"));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, intersectionRatio } of entries) {
        const isSeen = isIntersecting && intersectionRatio >= threshold;
        const type = isSeen ? "appear" : "disappear";
        if (isSeen === seen.has(element)) continue;
        seen[isSeen ? "add" : "delete"](element);
        tell(ears, element, type, { ratio: percent(intersectionRatio) });
      }
    },
    { threshold },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/** The first and the last child of a list: each tells when it is seen, and whoever takes its place is looked at anew. */
function watchEnds(ears: Ears): void {
  const checks = new Set<() => void>();
  for (const [edge, place] of [
    ["top", "nth-child"],
    ["bottom", "nth-last-child"],
  ]) {
    each(ears, `[dj-viewport-${edge}]`, (list) => {
      let end: Element | undefined;
      const observer = new IntersectionObserver((entries) => {
        const seen = entries.at(-1);
        if (seen?.isIntersecting) tell(ears, list, `viewport-${edge}`, { ratio: percent(seen.intersectionRatio) });
      });
      const check = (): void => {
        const [now] = dom.findAll(list, `:scope>:${place}(1 of :not([${dom.LEAVING}]))`);
        if (now === end) return;
        observer.disconnect();
        end = now;
        if (now) observer.observe(now);
      };
      check();
      checks.add(check);
      return () => {
        observer.disconnect();
        checks.delete(check);
      };
    });
  }
  ears.life.around(() => () => {
    for (const check of checks) check();
  });
}

/** Tells another size; the first one is no change. */
function measure(ears: Ears, element: Element): () => void {
  let isKnown = false;
  const observer = new ResizeObserver(([entry]) => {
    if (isKnown && entry) {
      const { width, height } = entry.contentRect;
      tell(ears, element, "resize", { width: Math.round(width), height: Math.round(height) });
    }
    isKnown = true;
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Tells what others have changed in an element: its content, or the attributes that it names. Our own frames do not count. */
function watchMutations(ears: Ears): void {
  const observers = new Map<MutationObserver, (records: MutationRecord[]) => void>();
  each(
    ears,
    "[dj-mutation]",
    (element) => {
      let sum = { added: 0, removed: 0, attrs: new Set<string>() };
      const read = (): Meta => {
        const { added, removed, attrs } = sum;
        sum = { added: 0, removed: 0, attrs: new Set() };
        return { added, removed, attrs: [...attrs].join() };
      };
      const hear = (records: MutationRecord[]): void => {
        for (const { addedNodes, removedNodes, attributeName } of records) {
          sum.added += addedNodes.length;
          sum.removed += removedNodes.length;
          if (attributeName) sum.attrs.add(attributeName);
        }
        if (records.length) tell(ears, element, "mutation", read);
      };
      const attributeFilter = dom.attribute(element, "dj-mutation-attr")?.split(/[\s,]+/);
      const observer = new MutationObserver(hear);
      observer.observe(
        element,
        attributeFilter ? { attributeFilter } : { childList: true, characterData: true, subtree: true },
      );
      observers.set(observer, hear);
      return () => {
        observer.disconnect();
        observers.delete(observer);
      };
    },
    "dj-mutation-attr",
  );
  const { life } = ears;
  const begin = (): (() => void) => {
    for (const [observer, hear] of observers) hear(observer.takeRecords());
    return () => {
      for (const observer of observers.keys()) observer.takeRecords();
    };
  };
  life.around(begin);
  life.silent = (run) => {
    const end = begin();
    run();
    end();
  };
}

/** A line that is back within this time was never away. */
const BLIP = 500;

/** Tells the elements of a view that it is connected, or that it no longer is; each only when the other was told last. */
function tellStates(ears: Ears): void {
  const told = new Map<Element, boolean>();
  const timers = new Map<Element, number>();
  const hear = (root: Element, isLive: boolean): void => {
    clearTimeout(timers.get(root));
    const say = (): void => {
      if (told.get(root) === isLive) return;
      told.set(root, isLive);
      const type = isLive ? "connected" : "disconnected";
      for (const element of dom.findOnPage(`[dj-${type}]`)) if (dom.contains(root, element)) tell(ears, element, type);
    };
    if (isLive) say();
    else timers.set(root, window.setTimeout(say, BLIP));
  };
  ears.life.states.push(hear);
  for (const root of dom.findOnPage("[dj-v].dj-connected")) hear(root, true);
}
