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
  /** Hears when a view is live, and when it is not any more. */
  states: ((root: Element, isLive: boolean) => void)[];
  /** Contents that are put aside for a moment, by what holds them, with the element that they will be in again. */
  aside: WeakMap<Node, Element>;
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
  /** Runs what shows that an event is on its way: a change of ours, which is no mutation by somebody else. */
  silent(run: () => void): void;
  /** Whether a frame has brought it, or what it stands in. */
  isLate(element: Element): boolean;
  /** Tells of all that the page has now. */
  start(root: Element): void;
}

/** A watcher, and the elements it knows of. */
interface Watch {
  selector: string;
  watcher: Watcher;
  present: Set<Element>;
}

export function createLife(): Life {
  const watches: Watch[] = [];
  const arounds: (() => () => void)[] = [];
  const came = new Set<Element>();
  const late = new WeakSet<Node>();
  let haveLeft = false;

  const tell = (isFirst: boolean): void => {
    if (haveLeft) sweep(life, watches);
    haveLeft = false;
    const roots = [...came];
    came.clear();
    for (const root of roots) if (dom.isAttached(root)) welcome(life, watches, root, isFirst);
  };
  const life: Life = {
    exits: [],
    aside: new WeakMap(),
    states: [],
    touched: [],
    on(selector, watcher) {
      const present = new Set<Element>();
      watches.push({ selector, watcher, present });
      return present;
    },
    around: (before) => void arounds.push(before),
    entered(node) {
      late.add(node);
      if (dom.isElement(node) && dom.isAttached(node)) came.add(node);
    },
    changed(root) {
      if (!dom.isAttached(root)) return;
      came.add(root as Element);
      haveLeft = true;
    },
    isLate: (element) => isIn(late, element),
    silent: (run) => run(),
    leave(node) {
      const isSeen = dom.isElement(node) && dom.isAttached(node);
      haveLeft ||= isSeen;
      const ends = isSeen ? life.exits.flatMap((exit) => guarded(() => exit(node)) ?? []) : [];
      if (!ends.length) return dom.detach(node);
      hold(node as Element);
      void Promise.allSettled(ends).then(() => dom.detach(node));
    },
    frame(run) {
      const afters = arounds.map(guarded);
      try {
        run();
      } finally {
        tell(false);
        for (const after of afters) guarded(() => after?.());
      }
    },
    start(root) {
      came.add(root);
      tell(true);
    },
  };
  return life;
}

/** Whether a node is in the set, or what it stands in. */
function isIn(set: WeakSet<Node>, element: Element): boolean {
  let node: Node | null = element;
  while (node && !set.has(node)) node = dom.parentOf(node);
  return node !== null;
}

/** Tells of those that are there no more. */
function sweep(life: Life, watches: Watch[]): void {
  for (const { selector, watcher, present } of watches) {
    for (const element of present) {
      if (isThere(life, element, selector)) continue;
      present.delete(element);
      guarded(() => watcher.left?.(element));
    }
  }
}

/** Tells of those in the root that are new. */
function welcome(life: Life, watches: Watch[], root: Element, isFirst: boolean): void {
  const selectors = watches.map(({ selector }) => selector).join();
  for (const element of selectors ? [root, ...dom.findAll(root, selectors)] : []) {
    for (const { selector, watcher, present } of watches) {
      if (present.has(element) || !isThere(life, element, selector)) continue;
      present.add(element);
      guarded(() => watcher.entered?.(element, isFirst));
    }
  }
}

/** Whether it is in the page or put aside for a moment, not on its way out, and what is watched for. */
function isThere(life: Life, element: Element, selector: string): boolean {
  const holder = life.aside.get(dom.rootOf(element));
  const stands = holder ? isThere(life, holder, "*") : dom.isAttached(element);
  return stands && dom.matches(element, selector) && !dom.isGoing(element);
}

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
