/** Motion of what comes, goes and changes places: no frame waits for it. Animations are ended by hand, never by a clock. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live } from "./browser.ts";

/** A list of rows with these attributes, in a list with those. */
async function list(rowAttributes: string[], listAttributes: string[] = []): Promise<Live> {
  const written = (attributes: string[]): string =>
    attributes.map((text, i) => (i % 2 ? `="${text}"` : ` ${text}`)).join("");
  const row = (key: string): string => `<li id="${key}"${written(rowAttributes)}>${key}</li>`;
  const page = await live({
    html: `<ul${written(listAttributes)}>${row("a")}${row("b")}${row("c")}</ul>`,
    templates: [
      [0, "f", [["l", [0], -1, 0, 1]], 0],
      [1, "r", slots, 0],
    ],
  });
  await page.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("@keyframes k{from{opacity:0}} .k{animation:k 60s} .t{transition:opacity 60s} .o{opacity:0}");
    document.adoptedStyleSheets.push(sheet);
  });
  await page.after([1, 0, 0, [[1, "r", slots, [["li", rowAttributes, 1]]]]]);
  return page;
}
const slots = [
  ["a", [0], 0, "id"],
  ["T", [0]],
];

/** Ends all animations, and lets what waits for that happen. */
async function finish({ page }: Live): Promise<void> {
  await page.evaluate(() => document.getAnimations().map((animation) => animation.finish()));
  await page.evaluate(() => new Promise(requestAnimationFrame));
}
const rows = ({ page }: Live): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("li")].map((row) => `${row.textContent}${row.inert ? " leaving" : ""}`),
  );
const classes = ({ page }: Live, id: string): Promise<string> =>
  page.evaluate((id) => document.querySelector(`#${id}:not([inert])`)?.className ?? "", id);

test("what leaves stays to be seen, the list has forgotten it, and frames go on", async () => {
  const view = await list(["dj-remove", "60s"]);
  await view.after([2, [0, ["o", 3, [0, 1, 2, 1], 0]]]);
  assert.deepEqual(await rows(view), ["a", "b leaving", "c"]);
  await view.after([3, [0, ["o", 2, [0, 2, -1, 1], [1, ["b", "b again"]], 1, [1, "c2"]]]]);
  assert.deepEqual(await rows(view), ["a", "b leaving", "c2", "b again"], "the same key is a new row");
  await view.after([4, [0, ["o", 3, [2, -3], 0]]]);
  await finish(view);
  assert.deepEqual(await rows(view), ["b again", "c2", "a"]);
  await view.close();
});

test("a resync knows nothing of what is leaving", async () => {
  const view = await list(["dj-remove", "60s"]);
  await view.after([2, [0, ["o", 3, [0, 1, 2, 1], 0]]]);
  const defs = [[0, "f", [["l", [0], -1, 0, 1]], [["ul", 0, 0]]]];
  await view.after(["r", 2, [], [0, ["o", 0, [-1, 2], [1, ["a", "a"], ["c", "c"]]]], defs]);
  assert.deepEqual(await rows(view), ["a", "b leaving", "c"]);
  await finish(view);
  assert.deepEqual(await rows(view), ["a", "c"]);
  await view.close();
});

test("the exit of a branch: what takes its place stands at once, also where the path leads past it", async () => {
  const view = await live({
    html: '<!--[--><p dj-remove="k">old</p><!--]--><b>x</b>',
    templates: [
      [
        0,
        "f",
        [
          ["o", [], 0],
          ["T", [[0, 0]]],
        ],
        0,
      ],
    ],
  });
  const branch = [1, "b", [], [["p", ["dj-remove", "1s"], "new"]]];
  await view.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("@keyframes k{from{opacity:0}} .k{animation:k 60s}");
    document.adoptedStyleSheets.push(sheet);
  });
  const html = await view.after([1, [0, [1, 1], 1, "y"], 0, [branch]]);
  assert.equal(
    html.replace(/ (dj-|inert|aria|form|class)[\w-]*(="[^"]*")?/g, ""),
    "<!--[--><p>old</p><p>new</p><!--]--><b>y</b>",
  );
  await view.after([2, [0, 0]]);
  await finish(view);
  assert.equal(await view.after(), "<!--[--><!--]--><b>y</b>");
  await view.close();
});

test("what comes has its classes until their motion is over; what came with the page has none", async () => {
  const view = await list(["dj-enter", "k"]);
  await view.after([2, [0, ["o", 3, [0, 3, -1, 1], [1, ["d", "d"]]]]]);
  assert.deepEqual([await classes(view, "a"), await classes(view, "d")], ["", "k"]);
  await finish(view);
  assert.equal(await classes(view, "d"), "");
  await view.close();
});

test("three groups of classes are during, from and to", async () => {
  const view = await list(["dj-enter", "t, o, done"]);
  await view.after([2, [0, ["o", 3, [0, 3, -1, 1], [1, ["d", "d"]]]]]);
  assert.equal(await classes(view, "d"), "t done");
  const moving = await view.page.evaluate(() => document.getAnimations().map((move) => move.constructor.name));
  assert.deepEqual(moving, ["CSSTransition"], "it began where `from` says");
  await finish(view);
  assert.equal(await classes(view, "d"), "");
  await view.close();
});

test("a group says it for all its children", async () => {
  const view = await list([], ["dj-transition-group", "k | t"]);
  await view.after([2, [0, ["o", 3, [1, 2, -1, 1], [1, ["d", "d"]]]]]);
  assert.equal(await classes(view, "d"), "k");
  assert.equal(await view.page.evaluate(() => document.querySelector("li[inert]")?.className ?? ""), "");
  assert.deepEqual(await rows(view), ["b", "c", "d"], "an exit without a motion is none");
  await view.close();
});

test("rows that change places start from where they were, also when they are on their way", async () => {
  const view = await list([], ["dj-flip", "60s linear"]);
  const tops = (): Promise<number[]> =>
    view.page.evaluate(() =>
      ["a", "b", "c"].map((id) => Math.round(document.getElementById(id)?.getBoundingClientRect().top ?? 0)),
    );
  const before = await tops();
  await view.page.evaluate(() => {
    const { animate } = Element.prototype;
    Element.prototype.animate = function (frames, options) {
      const animation = animate.call(this, frames, options);
      animation.pause();
      return animation;
    };
  });
  await view.after([2, [0, ["o", 3, [2, -3], 0]]]);
  assert.deepEqual(await rows(view), ["c", "b", "a"]);
  assert.deepEqual(await tops(), before, "they are still seen where they were");
  await view.after([3, [0, ["o", 3, [2, -3], 0]]]);
  assert.deepEqual(await tops(), before);
  await finish(view);
  assert.deepEqual(await tops(), before);
  await view.after([4, [0, ["o", 3, [2, -3], 0]]]);
  await finish(view);
  assert.deepEqual(await tops(), before.reverse());
  await view.close();
});

test("what leaves a list whose rows glide is lifted out, so that the gap closes at once", async () => {
  const view = await list(["dj-remove", "60s"], ["dj-flip", "60s"]);
  const place = (): Promise<number | undefined> =>
    view.page.evaluate(() => document.querySelector("#b")?.getBoundingClientRect().top);
  const before = await place();
  await view.after([2, [0, ["o", 3, [0, 1, 2, 1], 0]]]);
  assert.equal(await place(), before);
  await view.page.evaluate(() =>
    document
      .querySelector("#c")
      ?.getAnimations()
      .map((move) => move.finish()),
  );
  assert.equal(
    await view.page.evaluate(() => document.querySelector("#c")?.getBoundingClientRect().top),
    before,
    "c stands where b stood",
  );
  await view.close();
});

test("who asks for less motion gets none", async () => {
  const view = await list(["dj-remove", "k", "dj-enter", "k"], ["dj-flip", "60s"]);
  await view.page.emulateMedia({ reducedMotion: "reduce" });
  await view.after([2, [0, ["o", 3, [2, -2, -1, 1], [1, ["d", "d"]]]]]);
  assert.deepEqual(await rows(view), ["c", "b", "d"]);
  assert.equal(await classes(view, "d"), "");
  assert.equal(await view.page.evaluate(() => document.getAnimations().length), 0);
  await view.close();
});

test("a row's other slots are found past what is leaving in it", async () => {
  const rowSlots = [
    ["o", [0, 0], -2],
    ["T", [0, 1]],
  ];
  const view = await live({
    html: '<ul><li><p dj-remove="60s">old</p><p>x</p></li></ul>',
    templates: [
      [0, "f", [["l", [0], -1, 0, 1]], 0],
      [1, "r", rowSlots, 0],
    ],
  });
  const branch = [2, "b", [], [["p", 0, "new"]]];
  await view.after([1, [0, [1, 0, [0, [1, 2]]]], 0, [branch]], [2, [0, [1, 0, [1, "y"]]]]);
  assert.deepEqual(await view.page.locator("p").allTextContents(), ["old", "new", "y"]);
  await view.close();
});

test("a resync matches no row with one that is leaving", async () => {
  const view = await live({
    html: '<ul><li dj-remove="60s">a</li><li dj-remove="60s">b</li></ul>',
    templates: [
      [0, "f", [["l", [0], -1, 0, 1]], 0],
      [1, "r", [["T", [0]]], 0],
    ],
  });
  await view.after([1, [0, ["o", 2, [1, 1], 0]]]);
  const defs = [
    [0, "f", [["l", [0], -1, 0, 1]], [["ul", 0, 0]]],
    [1, "r", [["T", [0]]], [["li", ["dj-remove", "60s"], 0]]],
  ];
  await view.after(["r", 1, [], [0, ["o", 0, [-1, 1], [1, ["b"]]]], defs]);
  assert.deepEqual(await rows(view), ["a leaving", "b"]);
  await view.close();
});

test("dj-leave is an exit, too", async () => {
  const view = await list(["dj-leave", "60s"]);
  await view.after([2, [0, ["o", 3, [0, 1], 0]]]);
  assert.deepEqual(await rows(view), ["a", "b leaving", "c leaving"]);
  await view.close();
});
