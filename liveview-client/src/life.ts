/**
 * What enters and leaves the page, told after each frame to whoever watches for a selector. Decides nothing about a patch.
 *
 * `patch` and `resync` say what they put in and take out; nothing observes the document. A move is neither. What leaves may
 * be held back for its exit: the list it stood in has forgotten it, nothing counts it, nobody can use it, and it goes
 * when its exit ends. What comes back under the same key meanwhile is a new element.
 */

import * as dom from "./dom.ts";

/** Whoever wants to know of the elements that match a selector. */
export interface Watcher {
  /** It is in the page now; `isFirst` where it came with the page itself. */
  entered?(element: Element, isFirst: boolean): void;
  /** It has left, or matches no more. */
  left?(element: Element): void;
}

export interface Life {
  /** Watches for a selector; returns the elements that are there. */
  on(selector: string, watcher: Watcher): Set<Element>;
  /** Runs `before` ahead of each frame, and what that returns behind it, when everybody knows who came and who left. */
  around(before: () => () => void): void;
  /** Asks on each leaving element; a promise holds it back until it is settled. */
  exits: ((element: Element) => Promise<unknown> | null)[];
  /** Hears of each place that a frame is about to write. */
  touched: ((node: Node) => void)[];
  /** This node was put into the page. */
  entered(node: Node): void;
  /** What stands in it may be anything now. */
  changed(root: Node): void;
  /** Takes a node out of the page, at once or after its exit. */
  leave(node: Node): void;
  /** Runs what writes to the page, and tells of what came of it. */
  frame(run: () => void): void;
  /** Tells of all that the page has now. */
  start(root: Element): void;
}

interface Watch {
  selector: string;
  watcher: Watcher;
  present: Set<Element>;
}

export function createLife(): Life {
  const watches: Watch[] = [];
  const arounds: (() => () => void)[] = [];
  const came = new Set<Element>();
  let haveLeft = false;

  const sweep = (): void => {
    haveLeft = false;
    for (const { selector, watcher, present } of watches) {
      for (const element of present) {
        if (dom.isAttached(element) && dom.matches(element, selector) && !isInLeaving(element)) continue;
        present.delete(element);
        guarded(() => watcher.left?.(element));
      }
    }
  };
  const welcome = (isFirst: boolean): void => {
    const selectors = watches.map(({ selector }) => selector).join();
    const roots = [...came];
    came.clear();
    for (const root of selectors ? roots : []) {
      if (!dom.isAttached(root)) continue;
      for (const element of [root, ...dom.findAll(root, selectors)]) {
        for (const { selector, watcher, present } of watches) {
          if (present.has(element) || !dom.matches(element, selector) || isInLeaving(element)) continue;
          present.add(element);
          guarded(() => watcher.entered?.(element, isFirst));
        }
      }
    }
  };

  const life: Life = {
    exits: [],
    touched: [],
    on(selector, watcher) {
      const present = new Set<Element>();
      watches.push({ selector, watcher, present });
      return present;
    },
    around: (before) => void arounds.push(before),
    entered(node) {
      if (dom.isElement(node) && dom.isAttached(node)) came.add(node);
    },
    changed(root) {
      life.entered(root);
      haveLeft = true;
    },
    leave(node) {
      const isSeen = dom.isElement(node) && dom.isAttached(node);
      haveLeft ||= isSeen;
      const ends = isSeen ? life.exits.flatMap((exit) => guarded(() => exit(node)) ?? []) : [];
      if (!ends.length) return dom.detach(node);
      hold(node as Element);
      void Promise.allSettled(ends).then(() => dom.detach(node));
    },
    frame(run) {
      const afters = arounds.map((before) => guarded(before));
      try {
        run();
      } finally {
        if (haveLeft) sweep();
        if (came.size) welcome(false);
        for (const after of afters) guarded(() => after?.());
      }
    },
    start(root) {
      came.add(root);
      welcome(true);
    },
  };
  return life;
}

const isInLeaving = (element: Element): boolean => dom.closest(element, `[${dom.LEAVING}]`) !== null;

/** Keeps what has left away from the keyboard, the screen reader, the forms around it, and the recovery of its own. */
function hold(element: Element): void {
  for (const name of [dom.LEAVING, "inert", "aria-hidden"]) dom.setAttribute(element, name, "true");
  for (const field of [element, ...dom.findAll(element, "[name],form")]) {
    dom.setAttribute(field, "form", "");
    dom.setAttribute(field, "dj-no-recover", "");
  }
}

/** Runs somebody else's code: its mistakes are reported, and stop nobody else. */
export function guarded<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
