/** What the server leaves alone: ignored regions, attributes of the page's own, custom elements. What waits to be live is covered. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live, open } from "./browser.ts";

const tree = [
  ["div", ["id", "mine", "dj-update", "ignore"], ["p", 0, 1], ["ul", 0, 2]],
  ["details", ["dj-ignore-attrs", "open, data-*"], ["summary", 0, "more"]],
  ["x-chart", ["id", "own"]],
];
const slots = [
  ["a", [0], 0, "title"],
  ["T", [0, 0]],
  ["l", [0, 1], -1, 0, 1],
  ["a", [1], 0, "data-state"],
  ["A", [1]],
  ["a", [1], 0, "open"],
];
const page = {
  html:
    '<div id="mine" dj-update="ignore" title="first"><p>first</p><ul><li>first</li></ul></div>' +
    '<details dj-ignore-attrs="open, data-*" data-state="first" data-spread="first" lang="en" dj-a="data-spread lang">' +
    "<summary>more</summary></details><x-chart id=own></x-chart>",
  templates: [
    [0, "f", slots, 0],
    [1, "r", [["T", [0]]], 0],
  ],
};
const row = [1, "r", [["T", [0]]], [["li", 0, 0]]];

test("nothing in an ignored region is written, but the attributes of its own element are", async () => {
  const { page: browser, after, close } = await live(page);
  await after([1, [0, "second", 1, "second", 2, ["o", 1, [-1, 1, 0, 1], [1, ["new"]]]], 0, [row]]);
  assert.equal(await browser.innerHTML("#mine"), "<p>first</p><ul><li>first</li></ul>");
  assert.equal(await browser.getAttribute("#mine", "title"), "second");
  await close();
});

test("attributes that are the page's own are not written, one by one or by a spread", async () => {
  const { page: browser, after, close } = await live(page);
  await browser.evaluate(() => document.querySelector("details")?.setAttribute("data-state", "script"));
  await after([1, [3, "server", 4, ["data-spread", "server", "lang", "de"], 5, true]]);
  const shown = await browser.evaluate(() => {
    const { dataset, lang, open } = document.querySelector("details") as HTMLDetailsElement;
    return { ...dataset, lang, open };
  });
  assert.deepEqual(shown, { state: "script", spread: "first", lang: "de", open: false });
  await close();
});

test("a resync keeps what is somebody else's: regions, attributes, and what a custom element has put into itself", async () => {
  const { page: browser, after, close } = await live(page);
  const before = await browser.evaluateHandle(() => {
    const mine = document.querySelector("#mine") as Element;
    mine.append("drawn");
    document.querySelector("details")?.setAttribute("data-state", "script");
    document.querySelector("#own")?.append("drawn");
    return mine;
  });
  await after([
    "r",
    1,
    [],
    [0, "third", "third", ["o", 0, [-1, 1], [1, ["third"]]], "server", ["lang", "de"], true],
    [[0, "f", slots, tree], row],
  ]);
  assert.equal(await browser.innerHTML("#mine"), "<p>first</p><ul><li>first</li></ul>drawn");
  assert.ok(await browser.evaluate((mine) => mine.isConnected && (mine as HTMLElement).title === "third", before));
  assert.equal(await browser.getAttribute("details", "data-state"), "script");
  assert.equal(await browser.innerHTML("#own"), "drawn");
  await after([2, [1, "fourth", 0, "fourth"]]);
  assert.equal(await browser.getAttribute("#mine", "title"), "fourth", "frames behind it fit");
  assert.equal(await browser.innerHTML("#mine"), "<p>first</p><ul><li>first</li></ul>drawn");
  await close();
});

test("what is made new is filled, also in an ignored region and with attributes of the page's own", async () => {
  const branch = [
    2,
    "b",
    [
      ["T", [0, 0]],
      ["a", [0], 0, "data-x"],
    ],
    [["div", ["dj-update", "ignore", "dj-ignore-attrs", "data-x"], ["b", 0, 0]]],
  ];
  const { after, close } = await live({ html: "<hr><!--[--><!--]-->", templates: [[0, "f", [["o", [], 1]], 0]] });
  const html = await after([1, [0, [1, 2, "text", "value"]], 0, [branch]]);
  assert.match(html, /<div dj-update="ignore" dj-ignore-attrs="data-x" data-x="value"><b>text<\/b><\/div>/);
  assert.equal(await after([2, [0, [0, 2, 0, "other", 1, "other"]]]), html);
  await close();
});

test("what is cloaked is covered until the view is live, and what comes later never", async () => {
  const {
    page: browser,
    connection,
    close,
  } = await open({
    html: "<p dj-cloak hidden>covered</p><!--[--><!--]-->",
    templates: [[0, "f", [["o", [], 1]], 0]],
  });
  const server = await connection();
  await server.next();
  assert.equal(await browser.isVisible("p"), false);
  server.send("j", { seq: 0, ref: 0, secret: "S", same: 1 });
  await browser.waitForSelector("p:not([dj-cloak],[hidden])");
  await close();
  const later = await live({ html: "<hr><!--[--><!--]-->", templates: [[0, "f", [["o", [], 1]], 0]] });
  const html = await later.after([1, [0, [1, 1]], 0, [[1, "b", [], [["p", ["dj-cloak", "", "hidden", ""], "seen"]]]]]);
  assert.match(html, /<p>seen<\/p>/);
  await later.close();
});
