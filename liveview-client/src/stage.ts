/**
 * View transitions of the browser: the answer to what was done inside of `[dj-view-transition]` is written in one. Reads no frame
 * and writes nothing itself.
 *
 * The browser takes a picture of the page first, and asks for the writing when it has: until then all that the server says
 * waits, and is then done in its order, at once. Only the writing is waited for: the animation goes on above a page that is the
 * new one already. It moves that element, and what has a name of its own; all around hears every click meanwhile.
 */

import * as dom from "./dom.ts";
import { isMoving } from "./motion.ts";
import type { Hearer } from "./protocol.ts";
import { adopt } from "./sheet.ts";
import type { View } from "./view.ts";

/** Who hears the server, view by view, and what of its words waits. */
export interface Audience {
  views: View[];
  hearers: Hearer[];
  queue: Queue;
}

export interface Queue {
  /** Does all that waits, in its order. */
  drain(): void;
  /** Does what the server says; where that cannot be done, the line begins anew. */
  attempt(run: () => void): void;
}

/**
 * Without them the whole page moves, and hears nothing while it does. They weigh nothing, so that an author's rules win; while no
 * transition of ours is on they are not there, for the author's own ones.
 */
const RULES =
  ":where(:root){view-transition-name:none}:where([dj-view-transition]){view-transition-name:match-element}" +
  "::view-transition{pointer-events:none}";

type Hear = (...said: unknown[]) => void;

/** Lets the hearers hear through a queue, which is empty but while the browser takes its picture. */
export function watchTransitions({ views, hearers, queue }: Audience): void {
  if (!("startViewTransition" in Document.prototype)) return;
  const waiting: (() => void)[] = [];
  let isWaiting = false;
  queue.drain = () => {
    isWaiting = false;
    // What fails ends the line, and that drains the rest: each is done once.
    for (let run = waiting.shift(); run; run = waiting.shift()) queue.attempt(run);
  };
  const say = (run: () => void, isShown: boolean): void => {
    if (!isWaiting && !isShown) return run();
    waiting.push(run);
    if (isWaiting) return;
    isWaiting = true;
    const withdraw = adopt(RULES);
    const { ready, finished } = Document.prototype.startViewTransition.call(document, queue.drain);
    // Another one, or a page that nobody sees any more, ends the motion; it is written all the same.
    ready.catch(() => undefined);
    finished.then(withdraw);
  };
  for (const [index, hearer] of hearers.entries()) {
    const { update } = hearer;
    for (const [name, hear] of Object.entries<Hear>(hearer as never)) {
      const through: Hear = (...said) =>
        say(() => hear(...said), hear === update && isShown(views[index] as View, said as never));
      Object.assign(hearer, { [name]: through });
    }
  }
}

/** Whether an update writes something, and answers what was done inside of such an element. */
const isShown = ({ waiting }: View, [, patch, acked]: [number, unknown[], number]): boolean =>
  patch.length > 0 &&
  waiting.slice(0, acked).some(({ event }) => dom.closest(event.bound, "[dj-view-transition]")) &&
  isMoving();
