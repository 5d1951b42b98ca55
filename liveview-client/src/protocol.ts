/**
 * What goes over the socket, and the total decoder of it. Touches no document and keeps no state.
 *
 * The twin of the server's wire room; the grammar is JSON arrays, where a number first is an update (down) or an event (up).
 */

/** Any value of the wire. */
export type Wire = string | number | boolean | null | Wire[] | { [name: string]: Wire };

/** The version of the protocol, told in the join. */
export const VERSION = 1;

/** An element index, or an index behind the end of a range, which is named by its slot. */
export type Step = number | [range: number, index: number];

/** Where a text or a range stands: behind so many elements, or one of the two below. */
export type Follows = Step;
/** The range is the whole content of its element. */
export const CONTENT = -1;
/** The range is always exactly the element at the end of its path. */
export const ONLY = -2;

/** One line of a slot table. */
export interface Slot {
  kind: string;
  path: Step[];
  follows: Follows;
  name: string;
  /** Of a list: the template of its rows. */
  alias: number;
  /** The tag at the end of the path, where the server says it. */
  tag: string;
}

/** A child in a template's tree: a text, a slot's number, or an element. */
export type Tree = string | number | TreeElement;
export type TreeElement = [tag: string, attributes: string[] | 0, ...children: Tree[]];

/** A template as it is told: its slots, its tree, or both. */
export interface Definition {
  alias: number;
  slots: Slot[] | null;
  tree: Tree[] | null;
  /** Of a page's root: what stands in its ranges. See `Instance`. */
  shown: Wire[];
}

/** The answer to a join. */
export interface Joined {
  seq: number;
  ref: number;
  secret: Wire;
  defs: Wire;
  /** How the page meets the session: as it stands, by missed frames, or with the full values given. */
  values: Wire[] | null;
  replay: boolean;
}

/** Whoever hears what the server says of one view. */
export interface Hearer {
  update(seq: number, patch: Wire[], acked: number, defs: Wire, effects: Wire[]): void;
  acked(acked: number): void;
  failed(acked: number, code: string, text: string): void;
  answered(joined: Joined): void;
  resynced(seq: number, path: number[], values: Wire[], defs: Wire): void;
  visit(url: string, replace: boolean): void;
  heard(token: string): void;
}

/** What was said and what is there do not fit: not one of our messages, or not the page that the server believes in. */
export class Mismatch extends Error {}

/** What must hold, or else it is a mismatch. */
export function expect(good: unknown, message: string): asserts good {
  if (!good) throw new Mismatch(message);
}

export function asArray(value: Wire | undefined): Wire[] {
  expect(Array.isArray(value), "not an array");
  return value;
}

/** A whole number from zero, bounded so that no loop can be made long by a number alone. */
export function asCount(value: Wire | undefined): number {
  expect(Number.isSafeInteger(value) && (value as number) >= 0, "not a count");
  return value as number;
}

/** Reads one text frame, or throws, and tells it to the view it is for; a view that is not there hears nothing. */
export function decode(text: string, hearers: Hearer[]): void {
  const frame = asArray(JSON.parse(text));
  const [view, inner] = frame[0] === "v" ? [asCount(frame[1]), asArray(frame[2])] : [0, frame];
  const hearer = hearers[view];
  if (hearer) tell(hearer, inner);
}

function tell(hearer: Hearer, [head, a, b, c, d]: Wire[]): void {
  if (typeof head === "number") return hearer.update(head, asArray(a || []), asCount(b ?? 0), c ?? 0, asArray(d || []));
  switch (head) {
    case "a":
      return hearer.acked(asCount(a));
    case "e":
      return hearer.failed(asCount(c ?? 0), String(a), String(b || ""));
    case "j":
      return hearer.answered(joined(a));
    case "r":
      return hearer.resynced(asCount(a), asArray(b).map(asCount), asArray(c), d ?? 0);
    case "n":
      return hearer.visit(String(b), member(c, "replace") === true);
    case "h":
      return hearer.heard(String(a || ""));
    default:
      throw new Mismatch("not a message");
  }
}

function joined(value: Wire | undefined): Joined {
  const said = (name: string): Wire => member(value, name) || 0;
  const values = said("values") || said("new");
  return {
    seq: asCount(said("seq")),
    ref: asCount(said("ref")),
    secret: said("secret"),
    defs: said("defs"),
    values: values ? asArray(values) : null,
    replay: Boolean(said("replay")),
  };
}

/** Whoever does what a frame asks for beside its patch. */
export interface Performer {
  commands(list: Wire[]): void;
  /** The server says something to the page's own scripts. */
  pushed(name: string, value: Wire): void;
  /** An answer to the event of this number. */
  replied(ref: number, value: Wire): void;
}

/** Reads the effects of a frame one after the other, in their order. */
export function perform(effects: Wire[], performer: Performer): void {
  for (const effect of effects) {
    const [head, a = null, b = null] = asArray(effect);
    if (head === "c") performer.commands(asArray(a));
    else if (head === "e") performer.pushed(String(a), b);
    else if (head === "r") performer.replied(asCount(a), b);
    else throw new Mismatch("not an effect");
  }
}

/** A member of an object of the wire; of anything else there is none. */
export const member = (value: Wire | undefined, name: string): Wire | undefined =>
  (Object(value) as { [name: string]: Wire | undefined })[name];

/** Reads `defs`, or the page's JSON block, which is the same. */
export function definitions(defs: Wire): Definition[] {
  return many(defs, definition) ?? [];
}

/** All of an array, or null for a 0 in its place. */
const many = <T>(value: Wire | undefined, read: (value: Wire) => T): T[] | null =>
  value ? asArray(value).map(read) : null;

function definition(value: Wire): Definition {
  const [alias, , slots, tree, shown] = asArray(value);
  return {
    alias: asCount(alias),
    slots: many(slots, slot),
    tree: many(tree, treeChild),
    shown: asArray(shown ?? []),
  };
}

function slot(value: Wire): Slot {
  const [kind, path, follows, name, alias, tag] = asArray(value);
  return {
    kind: String(kind),
    path: many(path, step) ?? [],
    follows: follows === CONTENT || follows === ONLY ? follows : step(follows ?? 0),
    name: String(name || ""),
    alias: Number(alias ?? -1),
    tag: String(tag ?? ""),
  };
}

function step(value: Wire): Step {
  return Array.isArray(value) ? [asCount(value[0]), asCount(value[1])] : asCount(value);
}

function treeChild(value: Wire): Tree {
  if (typeof value === "string") return value;
  if (typeof value === "number") return asCount(value);
  const [tag, attributes, ...children] = asArray(value);
  return [String(tag), many(attributes, String) ?? 0, ...children.map(treeChild)];
}
