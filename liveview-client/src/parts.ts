/**
 * What few pages need, in a file of its own that is asked for when an element does. Decides nothing: each room watches for
 * its elements.
 */

import type { Toolbox } from "./commands.ts";
import { watchCopy } from "./copy.ts";
import type { Ears } from "./events/act.ts";
import { startAfar } from "./events/afar.ts";
import { startRare } from "./events/rare.ts";
import { watch } from "./events/watch.ts";
import { watchFocus } from "./focus.ts";
import { type Surroundings, startHooks } from "./hooks.ts";
import { borrow } from "./lent.ts";
import { startLoading } from "./loading.ts";
import { watchMotion } from "./motion.ts";
import { addOps } from "./ops.ts";
import type { Sky } from "./pending.ts";
import { watchScroll } from "./scroll.ts";
import { type Audience, watchTransitions } from "./stage.ts";

export interface Parts extends Surroundings, Audience, Pick<Sky, "shows"> {
  toolbox: Toolbox;
  ears: Ears;
}

/** Starts the rooms; whoever is in the page already is told to them next. */
export default function start(lent: unknown[], parts: Parts): void {
  borrow(lent);
  addOps(parts.toolbox);
  startLoading(parts.shows);
  startRare(parts.ears);
  startAfar(parts.ears);
  watch(parts.ears);
  startHooks(parts);
  watchCopy(parts);
  watchFocus(parts.life);
  watchMotion(parts.life);
  watchScroll(parts.life);
  watchTransitions(parts);
}
