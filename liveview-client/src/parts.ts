/**
 * What few pages need, in a file of its own that is asked for when an element does. Decides nothing: each room watches for
 * its elements, and has of the core what it is given.
 */

import type { Toolbox } from "./commands.ts";
import { type Afar, startAfar } from "./events/afar.ts";
import { type Rare, startRare } from "./events/rare.ts";
import { type Watching, watch } from "./events/watch.ts";
import { startLoading } from "./loading.ts";
import { watchMotion } from "./motion.ts";
import { addOps } from "./ops.ts";
import type { Sky } from "./pending.ts";
import { watchScroll } from "./scroll.ts";

export interface Parts extends Afar, Rare, Watching, Pick<Sky, "shows"> {
  toolbox: Toolbox;
}

/** Starts the rooms; whoever is in the page already is told to them next. */
export default function start(parts: Parts): void {
  addOps(parts.toolbox);
  startLoading(parts.shows);
  startRare(parts);
  startAfar(parts);
  watch(parts);
  watchMotion(parts.life);
  watchScroll(parts.life);
}
