/**
 * Reads what the server sent and counts it: how often each slot kind was written and each list operation done.
 * Applies nothing; a frame it cannot read is an error.
 */

const SCALARS = { T: "sole text", t: "text", h: "raw HTML", a: "attribute", A: "spread", s: "style", c: "classes", C: "class", p: "property" };

/** Counts the frames of one page; its templates come from the page's block and the frames themselves. */
export function startCount(block, tally) {
  const counter = { slots: new Map(), add: (name) => (tally[name] = (tally[name] ?? 0) + 1) };
  define(counter, block);
  return (frame) => take(counter, frame);
}

function take(counter, frame) {
  const [sign] = frame;
  if (typeof sign === "number") {
    define(counter, frame[3]);
    counter.add("update");
    patch(counter, 0, frame[1]);
  } else if (sign === "j") {
    counter.add(`join: ${["same", "replay", "values", "new"].find((kind) => kind in frame[1])}`);
    if (frame[1].values || frame[1].new) counter.slots.clear();
    define(counter, frame[1].defs);
  } else {
    counter.add({ a: "acknowledgement", r: "resync", e: "refusal" }[sign] ?? `frame ${sign}`);
    if (sign === "r") define(counter, frame[4]);
  }
}

function define(counter, defs) {
  for (const [alias, , table] of defs || []) if (table) counter.slots.set(alias, table);
}

function patch(counter, alias, pairs) {
  for (let at = 0; at < pairs.length; at += 2) slot(counter, counter.slots.get(alias)[pairs[at]], pairs[at + 1]);
}

function slot(counter, [kind, , , , row], value) {
  if (kind in SCALARS) return counter.add(SCALARS[kind]);
  if (kind === "l") return list(counter, row, value);
  const name = kind === "o" ? "one-of" : "component";
  if (value === 0) return counter.add(`${name}: nothing`);
  const [how, alias, ...rest] = value;
  counter.add(`${name}: ${how === 0 ? "inside" : "new"}`);
  return how === 0 ? patch(counter, alias, rest) : built(counter, alias, rest);
}

/** A new instance: only the lists in it are of interest. */
function built(counter, alias, values) {
  values.forEach((value, at) => {
    const [kind, , , , row] = counter.slots.get(alias)[at];
    if (kind === "l") {
      counter.add("list: built");
      news(counter, row, value[3]);
    } else if ((kind === "o" || kind === "k") && value !== 0) {
      built(counter, value[1], value.slice(2));
    }
  });
}

function news(counter, row, values) {
  if (!values) return;
  if (values[0] !== 0) return values.slice(1).forEach((one) => built(counter, values[0], one));
  for (let at = 1; at < values.length; at += 2) built(counter, values[at], values[at + 1]);
}

function list(counter, row, value) {
  const ordered = value[0] === "o";
  if (ordered) order(counter, row, value);
  else counter.add("list: in place");
  for (let at = ordered ? 4 : 1; at < value.length; at += 2) {
    counter.add(ordered ? "list: moved and patched" : "list: row patched");
    const change = value[at + 1];
    if (row >= 0) patch(counter, row, change);
    else if (change[0] === 0) patch(counter, change[1], change.slice(2));
    else {
      counter.add("list: row of another template");
      built(counter, change[1], change.slice(2));
    }
  }
}

function order(counter, row, [, count, runs, values]) {
  news(counter, row, values);
  const kept = [];
  for (let at = 0; at < runs.length; at += 2) {
    const [start, length] = [runs[at], runs[at + 1]];
    if (start === -1) {
      const first = at === 0 && runs.length > 2;
      counter.add(first ? "list: prepend" : at + 2 === runs.length ? "list: append" : "list: insert");
      continue;
    }
    if (length < -1) counter.add("list: reversed run");
    for (let step = 0; step < Math.abs(length); step++) kept.push(start + step * Math.sign(length));
  }
  if (kept.length < count) counter.add(kept.length ? "list: delete" : "list: clear");
  if (kept.some((index, at) => at > 0 && index < kept[at - 1])) counter.add("list: move");
}
