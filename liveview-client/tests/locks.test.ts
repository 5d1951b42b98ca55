/**
 * What patches may not touch while an event is on its way, and that the page is true when it is over: pitfalls djust 3, 7 and 8,
 * Phoenix 1. Types little.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { live } from "./browser.ts";

/** What has the focus is the person's until they leave it. */
const blur = (page: Page): Promise<void> => page.evaluate(() => (document.activeElement as HTMLElement).blur());

test("the control of an event is left alone until its answer; what stands beside it lives on (djust 8)", async () => {
  const { page, server, after, close } = await live({
    html: '<form dj-change="edit"><input type="checkbox" name="c"><p>ok</p></form>',
    templates: [
      [
        0,
        "f",
        [
          ["p", [0, 0], 0, "checked"],
          ["a", [0, 0], 0, "title"],
          ["T", [0, 1], 0],
        ],
        0,
      ],
    ],
  });
  await page.click("input");
  await server.next();
  await after([1, [0, false, 1, "tick", 2, "one"]]);
  const seen = (): Promise<unknown[]> =>
    page.evaluate(() => {
      const box = document.querySelector("input") as HTMLInputElement;
      return [box.checked, box.title, document.querySelector("p")?.textContent];
    });
  assert.deepEqual(await seen(), [true, "", "one"]);
  await after([2, [1, "tock", 2, "two"]]);
  assert.deepEqual(await seen(), [true, "", "two"]);
  await after(["a", 1]);
  await blur(page);
  assert.deepEqual(await seen(), [false, "tock", "two"], "what waited came in its order, and then the server is right");
  await close();
});

test("two events of one control: it is the server's again with the last answer (djust 7)", async () => {
  const { page, server, after, close } = await live({
    html: '<input type="checkbox" dj-input="a" dj-change="b">',
    templates: [[0, "f", [["p", [0], 0, "checked"]], 0]],
  });
  await page.click("input");
  assert.deepEqual([(await server.next())[2], (await server.next())[2]], ["a", "b"]);
  await blur(page);
  await after([1, [0, false], 1]);
  assert.equal(await page.isChecked("input"), true);
  await after([2, [0, true], 1]);
  assert.equal(await page.isChecked("input"), true);
  await page.click("input");
  for (const answer of [
    ["a", 1],
    ["a", 1],
  ])
    await after(answer); // prettier-ignore
  await blur(page);
  assert.equal(await page.isChecked("input"), true, "the server still says so");
  await close();
});

/** A card that locks, with a list in it, a button of its own, and a text beside it. */
const card = {
  html:
    '<section dj-lock><h1>old</h1><ul><li>a</li><li>b</li></ul><button dj-click="go">x</button></section>' +
    '<b>old</b><button id="other" dj-click="other">o</button>',
  templates: [
    [
      0,
      "f",
      [
        ["T", [0, 0], 0],
        ["l", [0, 1], -1, 0, 1],
        ["T", [1], 0],
        ["a", [0], 0, "title"],
      ],
      0,
    ],
    [1, "r", [["T", [0], 0]], [["li", 0, 0]]],
  ],
};

test("dj-lock around keeps all of it until the answer: texts, rows and their order (Phoenix 1: nested locks)", async () => {
  const { page, server, after, close } = await live(card);
  const section = (): Promise<string> =>
    page.evaluate(() => [...document.querySelectorAll("h1,li,section+b")].map((node) => node.textContent).join());
  await page.click("section button");
  await page.click("section button");
  for (let ref = 1; ref <= 2; ref++)
    assert.equal((await server.next())[0], ref, "its buttons still say what they hear");
  await after([1, [0, "one", 1, [2, 0, [0, "A"]], 2, "one", 3, "t"]]);
  await after([2, [1, ["o", 2, [1, -1, -1, 1, 0, 1], [1, ["new"]]]]]);
  await after([3, [1, [3, 1, [0, "NEW"]], 0, "two"], 1]);
  assert.equal(await section(), "old,a,b,one", "the first answer is not the last");
  assert.equal(await page.getAttribute("section", "title"), null);
  await after([4, [1, [3, 2, [0, "AA"]]], 1]);
  assert.equal(await section(), "two,b,NEW,AA,one");
  assert.equal(await page.getAttribute("section", "title"), "t");
  await close();
});

test("dj-lock on the element itself drops what follows; a box goes back", async () => {
  const { page, server, after, close } = await live({
    html: '<button dj-click="go" dj-lock>x</button><input type="checkbox" dj-change="tick" dj-lock><input name="t" dj-input="type" dj-debounce="0" dj-lock>',
    templates: [[0, "f", [], 0]],
  });
  await page.click("button", { clickCount: 3 });
  await page.evaluate(() => {
    for (let i = 0; i < 2; i++) document.querySelector("input")?.click();
  });
  assert.equal(await page.isChecked("input >> nth=0"), true);
  await page.focus("[name=t]");
  await page.keyboard.type("ab");
  const said = [];
  for (let event = 0; event < 4; event++) said.push((await server.next()).slice(2, 5));
  assert.deepEqual(said, [
    ["go", 0],
    ["tick", 0, { c: true, v: "on" }],
    ["type", 0, { v: "a", t: "t" }],
    ["type", 0, { v: "ab", t: "t" }],
  ]);
  await after(["a", 4]);
  await page.click("button");
  assert.equal((await server.next())[2], "go");
  assert.deepEqual(server.pending(), []);
  await close();
});

const rows = {
  html: '<ul><li><button dj-click="go" dj-disable-with="…">a</button></li><li><button dj-click="go" dj-disable-with="…">b</button></li></ul>',
  templates: [
    [0, "f", [["l", [0], -1, 0, 1]], 0],
    [1, "r", [["T", [0, 0], 0]], [["li", 0, ["button", ["dj-click", "go", "dj-disable-with", "…"], 0]]]],
  ],
};

test("a row that is moved, changed and taken away under its lock leaves nothing behind (djust 3, Phoenix 1)", async () => {
  const { page, server, after, close } = await live(rows);
  const texts = (): Promise<string> =>
    page.evaluate(() => [...document.querySelectorAll("button")].map((node) => node.textContent).join());
  await page.click("text=b");
  await server.next();
  await after([1, [0, ["o", 2, [1, 1, 0, 1], 0, 0, [0, "B"]]]]);
  assert.equal(await texts(), "…,a", "it has moved, and waits with its text");
  await after([2, [0, [2, 1, [0, "A"]]]]);
  assert.equal(await texts(), "…,A", "the others do not wait");
  await after([3, [0, ["o", 2, [1, 1], 0]]]);
  assert.equal(await texts(), "A");
  await after([4, [0, ["o", 1, [0, 1, -1, 1], [1, ["B2"]]]], 1]);
  assert.equal(await texts(), "A,B2");
  assert.deepEqual(server.pending(), [], "nothing had to be asked for again");
  await close();
});

test("a branch that holds a lock is replaced at once, and what waited in it is forgotten", async () => {
  const { page, server, after, close } = await live({
    html: '<div><button dj-click="go" dj-disable-with="…">old</button></div>',
    templates: [
      [0, "f", [["o", [0], -1, 0, 1]], 0],
      [1, "b", [["T", [0], 0]], [["button", ["dj-click", "go", "dj-disable-with", "…"], 0]]],
    ],
  });
  await page.click("button");
  await server.next();
  await after([1, [0, [0, 1, 0, "waits"]]]);
  assert.equal(await page.textContent("button"), "…");
  await after([2, [0, [1, 1, "fresh"]]]);
  assert.equal(await page.textContent("button"), "fresh");
  await after(["a", 1]);
  assert.equal(await page.innerHTML("[dj-v] > div"), '<button dj-click="go" dj-disable-with="…">fresh</button>');
  assert.deepEqual(server.pending(), []);
  await close();
});

test("a resync under a lock ends the lock, and what waited for it is what the answer says anyway", async () => {
  const { page, server, after, allow, close } = await live(card);
  allow("liveview: resync");
  await page.click("section button");
  await server.next();
  await after([1, [0, "waits"]]);
  assert.equal(await page.textContent("h1"), "old");
  const tree = [
    ["section", ["dj-lock", ""], ["h1", 0, 0], ["ul", 0, 1], ["button", ["dj-click", "go"], "x"]],
    ["b", 0, 2],
    ["button", ["id", "other", "dj-click", "other"], "o"],
  ];
  const defs = [[0, "f", card.templates[0]?.[2], tree]];
  await after(["r", 1, [], [0, "said", ["o", 0, [-1, 1], [1, ["c"]]], "b", "t"], defs]);
  assert.equal(await page.textContent("h1"), "said");
  assert.equal(await page.getAttribute("section button", "class"), null);
  await after(["a", 1]);
  assert.equal(await page.textContent("h1"), "said");
  await after([2, [0, "next"]]);
  assert.equal(await page.textContent("h1"), "next");
  await close();
});

test("a field with the focus in a form that locks: nothing is written over, the caret stays (Phoenix 1: focus while patching)", async () => {
  const { page, server, after, close } = await live({
    html: '<form dj-lock dj-submit="save" dj-keep><input name="a" value="x"><input name="b" value="y"><p>ok</p><button>s</button></form>',
    templates: [
      [
        0,
        "f",
        [
          ["p", [0, 0], 0, "value"],
          ["p", [0, 1], 0, "value"],
          ["T", [0, 2], 0],
        ],
        0,
      ],
    ],
  });
  await page.fill("[name=a]", "hello");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await server.next();
  await page.keyboard.type("!");
  await after([1, [0, "server", 1, "server", 2, "no"]]);
  const seen = (): Promise<unknown[]> =>
    page.evaluate(() => {
      const [a, b] = document.querySelectorAll("input");
      return [
        a?.value,
        a?.selectionStart,
        a?.readOnly,
        document.activeElement === a,
        b?.value,
        document.querySelector("p")?.textContent,
      ];
    });
  assert.deepEqual(await seen(), ["hello", 4, true, true, "y", "ok"]);
  await after([2, [0, "hello you"], 1]);
  assert.deepEqual(await seen(), ["hello you", 4, false, true, "server", "no"]);
  await close();
});

test("ticks and bursts while an event is on its way end in the page that the server means (djust 8)", async () => {
  const { page, server, after, close } = await live(card);
  await page.click("section button");
  await page.click("#other");
  for (let ref = 1; ref <= 2; ref++) await server.next();
  const ticks = Array.from({ length: 30 }, (_, i) => [i + 1, [0, `h${i}`, 1, [2, i % 2, [0, `r${i}`]], 2, `b${i}`]]);
  await after(...ticks);
  assert.equal(await page.textContent("h1"), "old");
  assert.equal(await page.textContent("section+b"), "b29");
  await after(["a", 2]);
  assert.equal(await page.textContent("h1"), "h29");
  assert.equal(await page.innerText("ul"), "r28\nr29");
  assert.deepEqual(server.pending(), []);
  await close();
});

test("what is only marked for somebody else's event is written; what is changed for it waits", async () => {
  const view = await live({
    html: '<button dj-click="go" dj-loading="#list" dj-optimistic=\'[["set_attr","#list","lang","de"]]\'>x</button><ul id="list"></ul>',
    templates: [
      [
        0,
        "f",
        [
          ["a", [1], 0, "title"],
          ["C", [1], 0, "full"],
          ["a", [1], 0, "lang"],
        ],
        0,
      ],
    ],
  });
  const { page, server, after, close } = view;
  await page.click("button");
  await server.next();
  await page.waitForSelector("#list.dj-loading", { state: "attached" });
  await after([1, [0, "one", 1, 1, 2, "fr"]]);
  const seen = (): Promise<unknown[]> =>
    page.evaluate(() => {
      const { title, lang, className } = document.getElementById("list") as HTMLElement;
      return [title, lang, className];
    });
  assert.deepEqual(await seen(), ["one", "de", "dj-loading dj-click-loading full"]);
  await after(["a", 1]);
  assert.deepEqual(await seen(), ["one", "fr", "full"]);
  await close();
});
