/**
 * What went wrong again and again in the systems before this one, by the numbers of that list: lists, frames nobody asked for,
 * hooks. Other files test the rules themselves; nothing here is a rule of its own.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live } from "./browser.ts";

/** A number below `most`, the same ones for the same seed. */
type Random = (most: number) => number;
function seeded(seed: number): Random {
  let state = seed;
  return (most) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % most;
  };
}

interface Row {
  key: string;
  text: string;
}

/** A few rows moved, taken out, put in and written, all at once; what the list is then, and what its slot says. */
function turned(rows: Row[], random: Random, name: string): { rows: Row[]; said: unknown[] } {
  const order = rows.map((_, i) => i).filter(() => random(8) > 0);
  for (let moves = random(5); moves > 0 && order.length; moves--) {
    order.splice(random(order.length), 0, ...order.splice(random(order.length), 1));
  }
  for (let news = random(3); news > 0; news--) order.splice(random(order.length + 1), 0, -1);
  const fresh: Row[] = [];
  const after = order.map((from, i) => {
    if (from >= 0) return { ...(rows[from] as Row) };
    const row = { key: `${name}-${i}`, text: `new ${name}` };
    fresh.push(row);
    return row;
  });
  const edits: unknown[] = [];
  for (const [i, row] of after.entries()) {
    if (order[i] === -1 || random(3)) continue;
    row.text = `edit ${name}`;
    edits.push(i, [1, row.text]);
  }
  const news = fresh.length ? [1, ...fresh.map(({ key, text }) => [key, text])] : 0;
  return { rows: after, said: ["o", rows.length, order.flatMap((from) => [from, 1]), news, ...edits] };
}

const ROW_SLOTS = [
  ["a", [0], 0, "id"],
  ["t", [0], 1],
];
const ROW = [1, "r", ROW_SLOTS, [["li", 0, ["input", 0], 1]]];
const rowsOf = (name: string, count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ key: `${name}${i}`, text: `${name} ${i}` }));
const markup = (rows: Row[]): string => rows.map(({ key, text }) => `<li id="${key}"><input>${text}</li>`).join("");

/** Every row the page has, in order; one that is another node than when it was first seen says so. */
const seenRows = ({ page }: Live): Promise<Row[]> =>
  page.evaluate(() => {
    const known: Map<string, Element> = Reflect.get(window, "known") ?? new Map();
    Object.assign(window, { known });
    return [...document.querySelectorAll("li")].map((row) => {
      const isOther = (known.get(row.id) ?? row) !== row;
      known.set(row.id, row);
      return { key: row.id, text: `${row.textContent}${isOther ? ", another node" : ""}` };
    });
  });

for (const seed of [3, 4]) {
  test(`djust 3: rows that move, change, come and go at once, beside other rows, texts and elements, seed ${seed}`, async () => {
    const random = seeded(seed);
    let [first, second] = [rowsOf("a", 8), rowsOf("b", 5)];
    const view = await live({
      html: `<ul><li id="head">head</li><!--[-->${markup(first)}<!--]-->text<!--[-->${markup(second)}<!--]--><li id="tail">tail</li></ul>`,
      templates: [
        [
          0,
          "f",
          [
            ["l", [0], 1, 0, 1],
            ["t", [0], [0, 0]],
            ["l", [0], [0, 0], 0, 1],
            ["T", [0, [2, 0]]],
          ],
          0,
        ],
        [1, "r", ROW_SLOTS, 0],
      ],
    });
    await seenRows(view);
    for (let step = 1; step <= 30; step++) {
      const [one, two] = [turned(first, random, `a${step}`), turned(second, random, `b${step}`)];
      [first, second] = [one.rows, two.rows];
      await view.after([step, [0, one.said, 1, `text ${step}`, 2, two.said, 3, `tail ${step}`], 0, [ROW]]);
      const wanted = [{ key: "head", text: "head" }, ...first, ...second, { key: "tail", text: `tail ${step}` }];
      assert.deepEqual(await seenRows(view), wanted, `seed ${seed}, step ${step}`);
      const html = await view.page.innerHTML("ul");
      assert.ok(html.includes(`<!--]-->text ${step}<!--[-->`), html);
    }
    assert.deepEqual(view.server.pending(), [], "nothing was asked for again");
    await view.close();
  });
}

test("virtual lists: what is far outside the window is written, moved, taken out and put in as if it were seen", async () => {
  const random = seeded(5);
  let rows = rowsOf("v", 300);
  const view = await live({
    html: `<ul dj-virtual="20" dj-viewport-top="top">${markup(rows)}</ul>`,
    templates: [
      [0, "f", [["l", [0], -1, 0, 1]], 0],
      [1, "r", ROW_SLOTS, 0],
    ],
  });
  await view.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("ul{height:200px;overflow:auto;margin:0}");
    document.adoptedStyleSheets.push(sheet);
  });
  await seenRows(view);
  for (let step = 1; step <= 12; step++) {
    // Where a person is in it changes as well.
    await view.page.evaluate((top) => document.querySelector("ul")?.scrollTo(0, top), random(6_000));
    const turn = turned(rows, random, `v${step}`);
    rows = turn.rows;
    await view.after([step, [0, turn.said], 0, [ROW]]);
    assert.deepEqual(await seenRows(view), rows, `step ${step}`);
  }
  await view.close();
});

test("djust 6: a field that is used again under another name shows the value of that one, and is heard under it", async () => {
  const { page, server, after, close } = await live({
    html: '<form dj-change="check"><input name="first"></form><button dj-click="next">next</button>',
    templates: [
      [
        0,
        "f",
        [
          ["a", [0, 0], 0, "name"],
          ["p", [0, 0], 0, "value"],
        ],
        0,
      ],
    ],
  });
  await page.fill("input", "Ada");
  await page.click("button");
  assert.deepEqual((await server.next()).slice(2), ["check", 0, { f: [["first", "Ada"]], t: "first" }]);
  assert.equal((await server.next())[2], "next");
  await after([1, [1, "Ada"], 1], [2, [0, "second", 1, ""], 1]);
  assert.equal(await page.inputValue("input"), "");
  await page.fill("input", "London");
  await page.focus("button");
  assert.deepEqual((await server.next()).slice(2), ["check", 0, { f: [["second", "London"]], t: "second" }]);
  await close();
});

test("Phoenix 10: a choice that the server clears is cleared, and one whose options change meanwhile is what it says", async () => {
  const options = (...names: string[]): string =>
    names.map((name) => `<option value="${name}">${name}</option>`).join("");
  const { page, after, close } = await live({
    html: `<select name="s">${options("", "a", "b")}</select><button>b</button>`,
    templates: [
      [
        0,
        "f",
        [
          ["p", [0], 0, "value"],
          ["l", [0], -1, 0, 1],
        ],
        0,
      ],
      [1, "r", [["a", [0], 0, "value"]], 0],
    ],
  });
  await page.selectOption("select", "b");
  await page.focus("button");
  await after([1, [0, ""]]);
  assert.equal(await page.inputValue("select"), "");
  const defs = [[1, "r", [["a", [0], 0, "value"]], [["option", 0, "x"]]]];
  await after([2, [0, "c", 1, ["o", 3, [2, 1, -1, 1, 0, 1], [1, ["c"]]]], 0, defs]);
  assert.equal(await page.inputValue("select"), "c");
  await close();
});

test("djust 8: frames that nobody asked for, between events and their answers: nothing skips, nothing is lost or said twice", async () => {
  const { page, server, after, close } = await live({
    html: '<p>0</p><b>0</b><button dj-click="add">+</button><input name="q" dj-input="edit">',
    templates: [
      [
        0,
        "f",
        [
          ["T", [0]],
          ["T", [1]],
          ["p", [3], 0, "value"],
        ],
        0,
      ],
    ],
  });
  const events: unknown[] = [];
  const take = async (count: number): Promise<void> => {
    while (count--) {
      const [ref, , name, , said] = await server.next();
      events.push([ref, name, said ? (said as { v: string }).v : ""]);
    }
  };
  let seq = 0;
  for (let round = 0; round < 10; round++) {
    await page.click("button");
    await after([++seq, [0, `tick ${seq}`]], [++seq, [], 0, 0, [["e", "push", seq]]]);
    await page.click("button");
    await page.focus("input");
    await page.keyboard.type("x");
    await take(3);
    await after([++seq, [0, `tick ${seq}`]], [++seq, [1, `${round}`], 2], [++seq, [0, `tick ${seq}`]]);
    await after([++seq, [2, "x".repeat(round + 1)], 1]);
  }
  const wanted = Array.from({ length: 10 }, (_, round) => [
    [round * 3 + 1, "add", ""],
    [round * 3 + 2, "add", ""],
    [round * 3 + 3, "edit", "x".repeat(round + 1)],
  ]);
  assert.deepEqual(events, wanted.flat());
  assert.deepEqual(server.pending(), [], "nothing was asked for again");
  assert.deepEqual(await page.locator("p, b").allTextContents(), [`tick ${seq - 1}`, "9"]);
  assert.equal(await page.inputValue("input"), "x".repeat(10));
  await close();
});

/** Defines a hook that writes down what it hears, with the number of its making. */
const define = ({ page }: Live): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = [];
    let made = 0;
    const say = (what: string) =>
      function (this: { el: Element; made: number }): void {
        said.push(`${what} ${this.made}`);
      };
    liveview.hook("Log", {
      mounted(this: { el: Element; made: number }) {
        this.made = ++made;
        said.push(`mounted ${this.made} ${this.el.id}`);
      },
      updated: say("updated"),
      destroyed: say("destroyed"),
      disconnected: say("disconnected"),
      reconnected: say("reconnected"),
    });
    Object.assign(window, { said });
  });
const heard = ({ page }: Live): Promise<string[]> =>
  page.evaluate(() => (Reflect.get(window, "said") as string[]).splice(0));

/** Cuts the line and waits until it is back. */
async function reconnect({ page, server, connection }: Live, seq: number): Promise<void> {
  server.cut();
  const next = await connection();
  await next.next();
  next.send("j", { seq, ref: 0, secret: "S", same: 1 });
  await page.waitForSelector("[dj-v].dj-connected");
}

const branch = (seq: number): unknown[] => [
  seq,
  [0, [1, 2]],
  0,
  [[2, "b", [], [["p", ["id", "x", "dj-hook", "Log"], "new"]]]],
];

test("Phoenix 12: an element that comes anew under the id of one that goes is a hook of its own; the old one ends first, once", async () => {
  const view = await live({
    html: '<!--[--><p id="x" dj-hook="Log">old</p><!--]-->',
    templates: [[0, "f", [["o", [], 0]], 0]],
  });
  await define(view);
  assert.deepEqual(await heard(view), ["mounted 1 x"]);
  await view.after(branch(1));
  assert.deepEqual(await heard(view), ["destroyed 1", "mounted 2 x"]);
  await view.after([2, [0, 0]]);
  assert.deepEqual(await heard(view), ["destroyed 2"]);
  await view.close();
});

test("Phoenix 12: a hook ends when its element begins to leave, hears nothing of the line after that, and does not end again", async () => {
  const view = await live({
    html: '<!--[--><p id="x" dj-hook="Log" dj-remove="60s">old</p><!--]-->',
    templates: [[0, "f", [["o", [], 0]], 0]],
  });
  view.allow("WebSocket");
  await define(view);
  await view.after(branch(1));
  assert.equal(await view.page.locator("#x").count(), 2, "the old one is still to be seen");
  assert.deepEqual(await heard(view), ["mounted 1 x", "destroyed 1", "mounted 2 x"]);
  await reconnect(view, 1);
  assert.deepEqual(await heard(view), ["disconnected 2", "reconnected 2"]);
  await view.page.evaluate(() => document.getAnimations().map((animation) => animation.finish()));
  await view.page.waitForFunction(() => document.querySelectorAll("#x").length === 1);
  assert.deepEqual(await heard(view), []);
  await view.close();
});

test("Phoenix 12: an element outside of every view has no hook, and a line that goes and comes is nothing to it", async () => {
  const block = JSON.stringify([[0, "f", [["o", [], 0]], 0]]);
  const view = await live({
    html: "",
    body: `<p id="out" dj-hook="Log">out</p><div dj-v="T"><!--[--><p id="in" dj-hook="Log">in</p><!--]--></div><script type="application/json" dj-t>${block}</script>`,
  });
  view.allow("WebSocket");
  await define(view);
  await reconnect(view, 0);
  assert.deepEqual(await heard(view), ["mounted 1 in", "disconnected 1", "reconnected 1"]);
  await view.close();
});
