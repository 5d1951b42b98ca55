/**
 * Forms that the server tells the browser to send by itself: `dj-trigger-action` has come by a frame. Sends no event.
 */

import * as dom from "../dom.ts";
import type { Life } from "../life.ts";

const TRIGGER = "dj-trigger-action";

/** Sends a form when the attribute comes to it, or it comes with the attribute; what the page began with is not sent. */
export function watchTriggers(life: Life): void {
  const submitters = new WeakMap<Element, HTMLElement | null>();
  dom.hear("submit", (event, form) => void submitters.set(form, (event as SubmitEvent).submitter));
  const send = (form: Element): void => {
    const button = submitters.get(form);
    const name = button && dom.attribute(button, "name");
    const said = dom.createElement("input");
    if (name) {
      const value = dom.attribute(button, "value") ?? "";
      dom.insert(form, Object.assign(said, { type: "hidden", name, value }), null);
    }
    HTMLFormElement.prototype.submit.call(form);
    // Its fields are read. A form that opens a window or a download stays.
    dom.detach(said);
  };
  life.on(`form[${TRIGGER}]`, { entered: (form, isFirst) => isFirst || send(form) });
}
