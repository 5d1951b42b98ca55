/** Run lists: the pure arithmetic, and random orders on real rows, with and without `moveBefore`. Looks at no values. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Live, live } from "./browser.ts";
import { rooms } from "./rooms.ts";

const { list } = await rooms();

const ROWS = 12;
const table = {
  html: `<ul>${Array.from({ length: ROWS }, (_, i) => `<li id="k${i}"><input>${i}</li>`).join("")}</ul>`,
  templates: [
    [0, "f", [["l", [0], -1, 0, 1]], 0],
    [
      1,
      "r",
      [
        ["a", [0], 0, "id", -1, "li"],
        ["t", [0], 1],
      ],
      0,
    ],
  ],
};
const rowDefs = [[1, "r", 0, [["li", 0, ["input", 0], 1]]]];

/** An order as runs, as the server would write it: neighbours that rise or fall by one are one run. */
function runsOf(order: number[]): number[] {
  const runs: number[] = [];
  for (let i = 0; i < order.length; ) {
    const start = order[i] as number;
    const step = start >= 0 && order[i + 1] === start - 1 && start - 1 >= 0 ? -1 : 1;
    let length = 1;
    while (i + length < order.length && order[i + length] === (start < 0 ? -1 : start + step * length)) length++;
    runs.push(start, step * length);
    i += length;
  }
  return runs;
}

/** A random order of some of `count` old rows with some new ones between, as a seeded choice. */
function shuffled(random: () => number, count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i).filter(() => random() > 0.15);
  for (let i = order.length - 1; i > 0; i--) {
    if (random() < 0.5) continue;
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  for (let i = 0; i <= order.length && order.length < 20; i++) if (random() < 0.15) order.splice(i, 0, -1);
  return order;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

async function run(page: Live, seed: number): Promise<void> {
  const random = seeded(seed);
  let keys = Array.from({ length: ROWS }, (_, i) => `k${i}`);
  await page.page.evaluate(() => {
    const nodes = new Map([...document.querySelectorAll("li")].map((row) => [row.id, row]));
    Object.assign(window, { nodes });
  });
  for (let step = 1; step <= 40; step++) {
    const order = shuffled(random, keys.length);
    const news = order.filter((from) => from < 0).map((_, i) => [`s${seed}n${step}i${i}`, `${step}`]);
    let fresh = 0;
    keys = order.map((from) => (from < 0 ? (news[fresh++]?.[0] as string) : (keys[from] as string)));
    const oldCount = await page.page.evaluate(() => document.querySelectorAll("li").length);
    const focus = keys[Math.floor(random() * keys.length)];
    await page.page.evaluate(
      (id) =>
        document
          .getElementById(id ?? "")
          ?.querySelector("input")
          ?.focus(),
      focus,
    );
    const focused = await page.page.evaluate(() => document.activeElement?.closest("li")?.id);
    await page.after([
      step,
      [0, ["o", oldCount, runsOf(order), news.length ? [1, ...news] : 0]],
      0,
      ...(step === 1 ? [rowDefs] : []),
    ]);
    const seen = await page.page.evaluate(() => {
      const nodes = Reflect.get(window, "nodes") as Map<string, Element>;
      const rows = [...document.querySelectorAll("li")];
      const strangers = rows.filter((row) => (nodes.get(row.id) ?? row) !== row).map((row) => row.id);
      for (const row of rows) nodes.set(row.id, row);
      return { keys: rows.map((row) => row.id), strangers, focused: document.activeElement?.closest("li")?.id };
    });
    // A row that goes leaves the focus to another one.
    const heir = focused && seen.focused && keys.includes(seen.focused) ? seen.focused : "a row";
    const stillFocused = focused && keys.includes(focused) ? focused : keys.length && focused ? heir : undefined;
    assert.deepEqual(seen, { keys, strangers: [], focused: stillFocused }, `seed ${seed}, step ${step}`);
  }
}

for (const seed of [1, 2]) {
  test(`random orders keep every row's node and the focus, seed ${seed}`, async () => {
    const page = await live(table);
    await run(page, seed);
    await page.close();
  });

  test(`random orders without moveBefore keep them too, seed ${seed}`, async () => {
    const page = await live({
      ...table,
      before: () => {
        Reflect.deleteProperty(Element.prototype, "moveBefore");
        Reflect.deleteProperty(Document.prototype, "moveBefore");
        Reflect.deleteProperty(DocumentFragment.prototype, "moveBefore");
      },
    });
    await run(page, seed);
    await page.close();
  });
}

test("a row with dj-pin is not taken out of the page where a browser cannot move it as it is", async () => {
  const { page, after, close } = await live({
    html: '<ul><li id="k0">0</li><li id="k1" dj-pin>1</li><li id="k2">2</li></ul>',
    templates: [[0, "f", [["l", [0], -1, 0, 1]], 0], table.templates[1]],
    before: () => {
      for (const { prototype } of [Element, Document, DocumentFragment])
        Reflect.deleteProperty(prototype, "moveBefore");
    },
  });
  await page.evaluate(() => {
    const left: string[] = [];
    new MutationObserver((records) => {
      for (const { removedNodes } of records) left.push(...[...removedNodes].map((node) => (node as Element).id));
    }).observe(document.querySelector("ul") as Element, { childList: true });
    Object.assign(window, { left });
  });
  const orders = [
    [1, 0, 2],
    [2, 1, 0],
  ];
  for (const [step, order] of orders.entries()) await after([step + 1, [0, ["o", 3, runsOf(order), 0]]]);
  const rows = await page.evaluate(() => [...document.querySelectorAll("li")].map((row) => row.id));
  assert.deepEqual(rows, ["k2", "k0", "k1"]);
  const left = await page.evaluate(() => Reflect.get(window, "left") as string[]);
  assert.ok(left.length > 0 && !left.includes("k1"), `went out and came back: ${left.join()}`);
  await close();
});

test("runs expand to what they say, and refuse what they cannot", async () => {
  assert.deepEqual(list.expandRuns([9, -10], 10, 0), [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  assert.deepEqual(list.expandRuns([-1, 2, 0, 3, -1, 1], 3, 3), [-1, -1, 0, 1, 2, -1]);
  assert.deepEqual(list.expandRuns([], 5, 0), []);
  for (const bad of [[0, 4], [0, 1, 0, 1], [1, -3], [-2, 1], [0], ["x", 1], [0, 1e9], [-1, 1], [0, 0.5]]) {
    assert.throws(() => list.expandRuns(bad, 3, 0), JSON.stringify(bad));
  }
});

test("the rows that stay rise, are as many as can be, and hold the pinned", async () => {
  const order = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 9 });
  fc.assert(
    fc.property(order, (sequence) => {
      const stay = list.longestIncreasing(sequence);
      const kept = sequence.filter((value) => stay.has(value));
      assert.deepEqual(
        kept,
        [...kept].sort((a, b) => a - b),
      );
      assert.equal(stay.size, longest(sequence));
    }),
  );
  fc.assert(
    fc.property(order, (sequence) => {
      const pinned = sequence.slice(0, 1);
      const stay = list.rowsThatStay(sequence, pinned);
      for (const row of pinned) assert.ok(stay.has(row));
    }),
  );
});

/** The length of a longest rising subsequence, the slow way. */
function longest(sequence: number[]): number {
  const ends = sequence.map(() => 1);
  for (let i = 0; i < sequence.length; i++) {
    for (let j = 0; j < i; j++) {
      if ((sequence[j] as number) < (sequence[i] as number))
        ends[i] = Math.max(ends[i] as number, (ends[j] as number) + 1);
    }
  }
  return Math.max(0, ...ends);
}
