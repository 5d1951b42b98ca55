/**
 * Asks for the parts that few pages need, once something on the page does. Knows them by their attributes alone.
 */

import * as dom from "./dom.ts";
import { lent } from "./lent.ts";
import type { Parts } from "./parts.ts";

/** Where the server serves them; the build writes it. */
declare const PARTS: string;

/** Behind `dj-`; the last are commands, of which those in other bindings are asked for when they run. */
const NEEDED =
  "far rare include connected disconnected poll appear disappear resize viewport-top viewport-bottom mutation " +
  "enter remove leave transition-group flip view-transition sticky-scroll scroll-into-view virtual " +
  "loading loading\\.class loading\\.disable loading\\.show loading\\.hide disable-with form-pending optimistic " +
  "init hook copy autofocus dialog click^='[[' submit^='[[' change^='[[' keydown^='[['";

/**
 * Loads the parts when the first element that needs them is there, and tells them of all that is; returns how to have them at
 * once. Where they cannot be had, the page lives without them, and the next element asks again.
 */
export function askForParts(parts: Parts, tellAll: () => void): () => Promise<void> {
  let asked: Promise<void> | null = null;
  const load = async (): Promise<void> => {
    try {
      const { default: begin } = (await import(PARTS)) as typeof import("./parts.ts");
      begin(lent, parts);
      tellAll();
    } catch (error) {
      asked = null;
      console.error("liveview:", error);
    }
  };
  const ask = (): Promise<void> => {
    asked ??= load();
    return asked;
  };
  parts.life.on(
    NEEDED.split(" ")
      .map((name) => `[dj-${name}]`)
      .join(),
    { entered: ask },
  );
  // Who has the focus may lose it with its element, and hands it on then; without a line nothing is removed.
  dom.listen("focusin", () => void (dom.findOnPage(".dj-connected").length && ask()));
  return ask;
}
