/**
 * The order of a list's rows: run lists, the rows that may stay, and moving the rest. Knows nothing of what a row holds.
 */

import * as dom from "./dom.ts";
import { asArray, expect, type Wire } from "./protocol.ts";

/** In an expanded order: take the next new row. */
export const NEW = -1;

/**
 * Expands `start, length` pairs over old indexes (a negative length descends; `-1, k` takes the next k new rows) to one
 * entry a row. Every old row is used at most once, and every new one exactly once.
 */
export function expandRuns(runs: Wire[], oldCount: number, newCount: number): number[] {
  const order: number[] = [];
  const used = new Uint8Array(oldCount);
  let fresh = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const start = runs[i] as number;
    const length = runs[i + 1] as number;
    expect([start, length].every(Number.isSafeInteger) && Math.abs(length) <= oldCount + newCount, "not a run");
    for (let taken = 0; taken < Math.abs(length); taken++) {
      const at = start === NEW ? NEW : start + Math.sign(length) * taken;
      if (start === NEW) expect(fresh++ < newCount, "more new rows than given");
      else expect((used[at] as number)++ === 0, `no row ${at} to take`);
      order.push(at);
    }
  }
  expect(fresh === newCount, "fewer new rows than given");
  return order;
}

/** The values of a longest increasing subsequence, entries below zero left out. */
export function longestIncreasing(sequence: number[]): Set<number> {
  const tails: number[] = [];
  const previous = new Int32Array(sequence.length);
  for (const [i, value] of sequence.entries()) {
    if (value < 0) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sequence[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  }
  const stay = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] as number) stay.add(sequence[i] as number);
  return stay;
}

/** A longest increasing subsequence that keeps the pinned rows; where two pinned rows cross, the first named wins. */
export function rowsThatStay(order: number[], pinned: number[]): Set<number> {
  let allowed = order;
  for (const row of pinned) {
    const at = allowed.indexOf(row);
    if (at >= 0) allowed = allowed.map((other, i) => (i < at === other < row || other === row ? other : NEW));
  }
  return longestIncreasing(allowed);
}

/** Parents that move nodes without resetting them: focus, frames, scroll offsets and animations survive. */
type Mover = { moveBefore(node: Node, before: Node | null): void };
const moverOf = (parent: Node): Mover | null => ("moveBefore" in parent ? (parent as unknown as Mover) : null);

/** Where a list stands. */
export interface Site {
  parent: Node;
  /** The node behind the list. */
  end: Node | null;
  /** Takes a row out of the page. */
  leave(row: Element): void;
}

/** Brings the elements of the rows into the new order. `old` are the elements by old index. */
export function arrange({ parent, end, leave }: Site, old: Element[], rows: Element[], order: number[]): void {
  for (const row of order) {
    expect(row === NEW || dom.parentOf(old[row] as Element) === parent, "row taken out");
  }
  const kept = new Set(order);
  for (const [i, element] of old.entries()) if (!kept.has(i)) leave(element);

  const mover = dom.isAttached(parent) ? moverOf(parent) : null;
  const stay = rowsThatStay(order, mover ? [] : pinnedRows(old, order));
  const restore = mover ? null : rememberScroll(old, order, stay);
  let before = end;
  for (let i = rows.length - 1; i >= 0; i--) {
    const element = rows[i] as Element;
    const from = order[i] as number;
    if (mover && from !== NEW) {
      if (!stay.has(from)) mover.moveBefore(element, before);
    } else if (!stay.has(from)) dom.insert(parent, element, before);
    before = element;
  }
  restore?.();
}

const FRAGILE = "[dj-pin],:has(iframe,audio,video,[dj-pin],dialog[open],[popover])";

/** Rows that lose something when they are moved without `moveBefore`; the one with the focus first, so that it always stays. */
function pinnedRows(old: Element[], order: number[]): number[] {
  const focused = dom.focused();
  const rows = order.filter((row) => row !== NEW);
  const withFocus = rows.filter((row) => dom.contains(old[row] as Element, focused));
  return [...withFocus, ...rows.filter((row) => dom.matches(old[row] as Element, FRAGILE))];
}

/** Remembers the scroll offsets of rows that have to move the hard way; returns how to restore them. */
function rememberScroll(old: Element[], order: number[], stay: Set<number>): () => void {
  const offsets: [Element, number, number][] = [];
  for (const row of order) {
    if (row === NEW || stay.has(row)) continue;
    for (const node of [old[row] as Element, ...dom.findAll(old[row] as Element, "*")]) {
      if (node.scrollTop || node.scrollLeft) offsets.push([node, node.scrollTop, node.scrollLeft]);
    }
  }
  return () => {
    for (const [node, top, left] of offsets) {
      node.scrollTop = top;
      node.scrollLeft = left;
    }
  };
}

/** The new rows of a list, each as its template's alias and its values; where rows differ, an alias stands before each. */
export function newRows(news: Wire | undefined): [alias: Wire, values: Wire | undefined][] {
  const [common, ...rest] = asArray(news || []);
  const rows: [Wire, Wire | undefined][] = [];
  if (common) for (const values of rest) rows.push([common, values]);
  else for (let i = 0; i < rest.length; i += 2) rows.push([rest[i] as Wire, rest[i + 1]]);
  return rows;
}
