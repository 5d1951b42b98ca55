/**
 * What comes of a binding that was found: its modifiers are done, and its event is sent now or when its timing lets it go.
 * Everything that an element hears passes here; finds no binding.
 *
 * Whatever waits is sent before anything that does not, so that the server sees edits before the click that follows them.
 */

import { type Binding, isMain, parseBinding, run, type World } from "../commands.ts";
import * as dom from "../dom.ts";
import { groupOf, type Inputs, isToggle } from "../inputs.ts";
import type { Life } from "../life.ts";
import { member, type Wire } from "../protocol.ts";
import { awaits, push as pushNow, type View } from "../view.ts";
import { clickedNext, heldKeys, isEdit, marksOf, nameOf } from "./match.ts";
import { type Bring, describe, type Hit, type Meta } from "./payload.ts";
import { flush, schedule, timingOf, type Waiting } from "./timing.ts";

/** What listening needs of the page. */
export interface Listened {
  inputs: Inputs;
  life: Life;
  /** The view that an element stands in, while its events still go to a server. */
  viewOf(element: Element): View | undefined;
}

/** What the listeners remember between events. */
export interface Ears extends Listened {
  waiting: Waiting;
  /** For a control, the edit that each binding last sent: `change` does not say again what `input` said. */
  sent: WeakMap<Element, Map<string, number>>;
  /** Bindings that hear once and have heard. */
  spent: WeakMap<Element, Set<string>>;
  /** What else an event brings: of its own when it happens, and of the page when it is sent. */
  measures: ((type: string, event: Event, bound: Element) => Meta)[];
  brings: Bring[];
}

/** Does what the marks say, and sends the event: now, or when its timing lets it go. */
export function act(ears: Ears, hit: Hit): void {
  const { bound, name, binding, type, event, target } = hit;
  const marks = marksOf(name);
  if (marks.includes("prevent")) event.preventDefault();
  if (marks.includes("stop")) event.stopPropagation();
  if (!takesOver(hit) || !binding) return;
  const edits = isEdit(type);
  // A text is never dropped, for nobody would say it again.
  const isText = edits && !isToggle(target);
  if ((!isText && awaits(hit.view, bound, type)) || !isConfirmed(hit)) return takeBack(ears, hit);
  if (marks.includes("once")) ears.spent.set(bound, (ears.spent.get(bound) ?? new Set()).add(name));
  if (type === "change") flush(ears.waiting);
  const { edit } = ears.inputs.of(target);
  const sent = ears.sent.get(target) ?? new Map<string, number>();
  if (event.type === "change" && sent.get(binding) === edit) return;

  const said = parseBinding(binding);
  const timing = timingFor(hit, said);
  const go = (): void => {
    // Half of a number is no value yet.
    if (edits && (target as HTMLInputElement).validity?.badInput) return;
    let isSent = edits;
    const push: World["push"] = (element, call, options) => {
      const send = (): void => {
        if (!pushNow(hit.view, describe({ ...hit, bound: element }, call, options, ears.brings))) isSent = false;
      };
      const own = ownTiming(hit, options);
      if (own) schedule(ears.waiting, element, `${name} ${call}`, own, send);
      else {
        if (!timing) flush(ears.waiting);
        send();
      }
    };
    void run({ ...hit.view.world, push }, bound, said.commands);
    if (isSent) ears.sent.set(target, sent.set(binding, edit));
  };
  const key = event instanceof KeyboardEvent ? event.key : "";
  if (timing) schedule(ears.waiting, edits ? target : bound, `${name} ${key}`, timing, go);
  else go();
}

/** The binding of an element that the event is for, if there is one and somebody answers for it. */
export function hitOf(
  ears: Ears,
  bound: Element,
  type: string,
  event: Event,
  target = bound,
  valued = false,
): Hit | null {
  const name = nameOf(bound, type, event, target, ears.spent.get(bound));
  const view = name && ears.viewOf(bound);
  if (!view) return null;
  const binding = dom.attribute(bound, name) ?? "";
  const meta: Meta = {};
  for (const key of heldKeys(event)) meta[key] = true;
  if (event instanceof KeyboardEvent) meta.code = event.code;
  for (const measure of ears.measures) Object.assign(meta, measure(type, event, bound));
  return { view, bound, name, binding, type, event, target, valued, meta };
}

/** Sends what an element hears of itself, and no event of the browser tells. */
export function tell(ears: Ears, bound: Element, type: string, meta: Hit["meta"] = {}, valued = false): void {
  const hit = hitOf(ears, bound, type, new Event(type), bound, valued);
  if (hit) act(ears, { ...hit, meta });
}

/** Asks the person, where the element with the binding says what: who hears it from elsewhere does not ask again. */
function isConfirmed({ bound, type }: Hit): boolean {
  const question = isMain(bound, type) ? dom.attribute(bound, "dj-confirm") : null;
  return question === null || confirm(question);
}

/** Makes as if the event had not been: a box is what it was, a choice what the server holds. */
function takeBack({ inputs }: Ears, { event, target }: Hit): void {
  event.preventDefault();
  if (!/input|change/.test(event.type)) return;
  if (target instanceof HTMLInputElement && target.type === "checkbox") target.checked = !target.checked;
  else if (isToggle(target) || target instanceof HTMLSelectElement)
    for (const one of groupOf(target)) inputs.correct(one, true);
}

/** A handler's own timing holds back its push alone; what the element says comes first, and holds back all. */
function ownTiming({ bound }: Hit, options: Wire): ReturnType<typeof timingOf> {
  const isTimed = dom.attribute(bound, "dj-debounce") ?? dom.attribute(bound, "dj-throttle");
  const said = (name: string): string | null => (isTimed ? null : ((member(options, name) ?? null) as string | null));
  return timingOf(said("debounce"), said("throttle"), "", "");
}

function timingFor({ bound, type, event, target, valued }: Hit, own: Binding): ReturnType<typeof timingOf> {
  // A form's waiting is its fields'; the form itself goes at once.
  if (type === "submit") return null;
  const said = (name: string): string | null => (valued && dom.attribute(target, name)) || dom.attribute(bound, name);
  // What the element says counts for all its bindings, what a handler says for its own.
  const [debounce, throttle] = [said("dj-debounce"), said("dj-throttle")];
  const [wait, every] = (debounce ?? throttle) ? [debounce, throttle] : [own.debounce, own.throttle];
  return timingOf(wait, every, type === "model" ? event.type : type, (target as HTMLInputElement).type);
}

/** Keeps the browser from doing what the server will do; false where the browser should do it. */
function takesOver({ bound, name, type, event, target }: Hit): boolean {
  if (type === "submit") event.preventDefault();
  if (type !== "click" || !(event instanceof MouseEvent)) return true;
  if (bound instanceof HTMLAnchorElement) {
    // Held keys mean a new tab or a download, unless the binding asks for them.
    if (heldKeys(event).length && !/\.(ctrl|meta|shift|alt)\b/.test(name)) return false;
    event.preventDefault();
  }
  const button = dom.closest(target, "button,input");
  const form = (button as HTMLButtonElement | null)?.form;
  if (
    form &&
    /^(submit|image)$/.test((button as HTMLButtonElement).type) &&
    dom.contains(form, bound) &&
    !dom.has(form, "dj-submit")
  ) {
    event.preventDefault();
  }
  const control = clickedNext(target);
  return !control || !dom.contains(bound, control);
}
