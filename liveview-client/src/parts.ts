/**
 * What few pages need, in a file of its own that is asked for when an element does. Decides nothing: each room watches for
 * its elements, and has of the core what it is given.
 */

import type { Toolbox } from "./commands.ts";
import { watchCopy } from "./copy.ts";
import { type Afar, startAfar } from "./events/afar.ts";
import { type Rare, startRare } from "./events/rare.ts";
import { type Watching, watch } from "./events/watch.ts";
import { watchFocus } from "./focus.ts";
import { type Surroundings, startHooks } from "./hooks.ts";
import { startLoading } from "./loading.ts";
import { watchMotion } from "./motion.ts";
import { addOps } from "./ops.ts";
import type { Sky } from "./pending.ts";
import { watchScroll } from "./scroll.ts";

export interface Parts extends Afar, Rare, Watching, Surroundings, Pick<Sky, "shows"> {
  toolbox: Toolbox;
  /** Does what a binding says. */
  press(element: Element, binding: string): void;
}

/** Starts the rooms; whoever is in the page already is told to them next. */
export default function start(parts: Parts): void {
  addOps(parts.toolbox);
  startLoading(parts.shows);
  startRare(parts);
  startAfar(parts);
  watch(parts);
  startHooks(parts);
  watchCopy(parts.press);
  watchFocus(parts.life);
  watchMotion(parts.life);
  watchScroll(parts.life);
}
