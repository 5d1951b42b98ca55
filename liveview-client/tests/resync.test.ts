/** Pages that someone else has changed: noticed, asked for again, and mended without touching what was right. Drops no connection. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live, settled } from "./browser.ts";

const list = {
  html: '<h1>0</h1><ul><li id="a"><b>1</b><input></li><li id="b"><b>2</b><input></li></ul>',
  templates: [
    [
      0,
      "f",
      [
        ["T", [0], 0],
        ["l", [1], -1, 0, 1],
      ],
      0,
    ],
    [
      1,
      "r",
      [
        ["a", [0], 0, "id"],
        ["T", [0, 0], 0, 0, -1, "b"],
      ],
      0,
    ],
  ],
};
const rowTree = [["li", 0, ["b", 0, 1], ["input", 0]]];
const trees = [
  [
    0,
    "f",
    0,
    [
      ["h1", 0, 0],
      ["ul", 0, 1],
    ],
  ],
  [1, "r", 0, rowTree],
];

const keep = (page: Live): Promise<void> =>
  page.page.evaluate(() => {
    const nodes = [...document.querySelectorAll("[dj-v] *")];
    Object.assign(window, { nodes, same: () => nodes.map((node) => node.isConnected) });
  });
const kept = (page: Live): Promise<boolean[]> => page.page.evaluate(() => Reflect.get(window, "same")());

test("a row without its element is asked for; the other rows are patched and stay the same nodes", async () => {
  const page = await live(list);
  page.allow("resync");
  await page.page.fill("#a input", "typed");
  await keep(page);
  await page.page.evaluate(() => document.querySelector("#a b")?.remove());
  const html = await page.after([1, [0, "1", 1, [2, 0, [1, "one"], 1, [1, "two"]]]]);
  assert.equal(html, '<h1>1</h1><ul><li id="a"><input></li><li id="b"><b>two</b><input></li></ul>');
  assert.deepEqual(await page.server.next(), ["r", 1, [1, 0]]);
  assert.equal(
    await page.after([2, [1, [2, 0, [1, "ignored"], 1, [1, "zwei"]]]], ["r", 2, [1, 0], [1, "a", "eins"], trees]),
    '<h1>1</h1><ul><li id="a"><b>eins</b><input></li><li id="b"><b>zwei</b><input></li></ul>',
  );
  assert.deepEqual(await kept(page), [true, true, true, false, true, true, true, true]);
  assert.equal(await page.page.inputValue("#a input"), "typed");
  assert.equal(
    await page.after([3, [1, [2, 0, [0, "A", 1, "uno"]]]]),
    '<h1>1</h1><ul><li id="A"><b>uno</b><input></li><li id="b"><b>zwei</b><input></li></ul>',
  );
  await page.close();
});

test("a strange row is noticed by the count, and the whole view is mended around the nodes that are right", async () => {
  const page = await live(list);
  page.allow("resync");
  await page.page.fill("#b input", "typed");
  await page.page.focus("#b input");
  await keep(page);
  await page.page.evaluate(() => document.querySelector("ul")?.prepend(document.createElement("li")));
  // The row is found by a list that was bound before the stranger came: the count is held against the bound rows.
  await page.page.evaluate(() => document.querySelector("#a")?.remove());
  await page.after([1, [1, ["o", 2, [1, -2]]]]);
  assert.deepEqual(await page.server.next(), ["r", 1, []]);
  assert.equal(
    await page.after(["r", 1, [], [0, "2", ["o", 0, [-1, 2], [1, ["b", "2"], ["a", "1"]]]], trees]),
    '<h1>2</h1><ul><li id="b"><b>2</b><input></li><li id="a"><b>1</b><input></li></ul>',
  );
  assert.deepEqual(await kept(page), [true, true, false, false, false, true, true, true]);
  assert.equal(await page.page.inputValue("#b input"), "typed");
  assert.equal(await page.page.evaluate(() => document.activeElement?.parentElement?.id), "b");
  assert.equal(
    await page.after([2, [0, "3", 1, [2, 1, [1, "last"]]]]),
    '<h1>3</h1><ul><li id="b"><b>2</b><input></li><li id="a"><b>last</b><input></li></ul>',
  );
  await page.close();
});

test("a number that skips asks for the view, and what comes before the answer is left out", async () => {
  const page = await live(list);
  page.allow("resync");
  await page.after([3, [0, "3"]], [4, [0, "4"]]);
  assert.deepEqual(await page.server.next(), ["r", 0, []]);
  const answer = ["r", 4, [], [0, "4", ["o", 0, [-1, 1], [1, ["a", "1"]]]], trees];
  assert.equal(await page.after(answer, [5, [0, "5"]]), '<h1>5</h1><ul><li id="a"><b>1</b><input></li></ul>');
  assert.deepEqual(await page.after([5, [0, "again"]], [6, []]), await page.after());
  await page.close();
});

test("what was asked for on a line that broke is asked for again, and what was answered is not", async () => {
  const page = await live(list);
  page.allow("resync");
  page.allow("WebSocket");
  await page.page.evaluate(() => document.querySelector("#a b")?.remove());
  await page.after([1, [1, [2, 0, [1, "x"]]]]);
  assert.deepEqual(await page.server.next(), ["r", 1, [1, 0]]);
  page.server.cut();
  const second = await page.connection();
  await second.next();
  second.send("j", { seq: 1, ref: 0, secret: "T", replay: 1 });
  assert.deepEqual(await second.next(), ["r", 1, [1, 0]]);
  await settled(page, second, [["r", 1, [1, 0], [1, "a", "x"], trees]]);
  second.cut();
  const third = await page.connection();
  await third.next();
  third.send("j", { seq: 1, ref: 0, secret: "U", replay: 1 });
  await settled(page, third, []);
  assert.deepEqual(third.pending(), []);
  await page.close();
});

test("a page that never comes right is loaded again, and then says so", async () => {
  const page = await live(list);
  page.allow("resync");
  await page.page.evaluate(() => document.querySelector("#a b")?.remove());
  await page.after([1, [1, [2, 0, [1, "x"]]]]);
  assert.deepEqual(await page.server.next(), ["r", 1, [1, 0]]);
  // An answer whose template has no tree cannot be built: the view is asked for, and then a new page.
  await page.after(["r", 1, [1, 0], [1, "a", "x"]]);
  assert.deepEqual(await page.server.next(), ["r", 1, []]);
  page.server.send("r", 1, [], [0, "x", 0]);
  assert.deepEqual(await page.server.next(), ["r", 1, []]);
  page.server.send("r", 1, [], [0, "x", 0]);
  const again = await page.connection();
  assert.equal((await again.next())[0], "j", "the page was loaded anew");
  await page.close();
});

test("a translator's elements do not count, and a text comes back in their place", async () => {
  const page = await live({
    html: "<p>one <b>two</b> three</p>",
    templates: [
      [
        0,
        "f",
        [
          ["t", [0], 0],
          ["T", [0, 0], 0],
          ["t", [0], 1],
        ],
        0,
      ],
    ],
  });
  await page.page.evaluate(() => {
    for (const text of [...(document.querySelector("p")?.childNodes ?? [])]) {
      if (!(text instanceof Text)) continue;
      const font = document.createElement("font");
      font.append(document.createElement("font"));
      text.replaceWith(font);
    }
    const bold = document.createElement("font");
    bold.append("dos");
    document.querySelector("b")?.replaceChildren(bold);
  });
  assert.equal(await page.after([1, [0, "uno ", 1, "dos", 2, " tres"]]), "<p>uno <b>dos</b> tres</p>");
  await page.close();
});

test("a choice that is built anew shows what its slot says, though its options come later", async () => {
  const { page, after, close } = await live({
    html: '<p>0</p><select><option value="a">a</option></select>',
    templates: [
      [
        0,
        "f",
        [
          ["p", [1], 0, "value"],
          ["l", [1], -1, 0, 1],
        ],
        0,
      ],
      [1, "o", [["a", [0], 0, "value"]], 0],
    ],
  });
  const select = [
    [
      0,
      "f",
      0,
      [
        ["p", 0],
        ["select", ["id", "new"], 1],
      ],
    ],
    [1, "o", 0, [["option", 0, "x"]]],
  ];
  await after(["r", 0, [], [0, "b", ["o", 0, [-1, 2], [1, ["a"], ["b"]]]], select]);
  assert.equal(await page.inputValue("#new"), "b");
  await close();
});
