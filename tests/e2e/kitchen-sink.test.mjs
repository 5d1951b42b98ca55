/**
 * The kitchen sink in a real browser: each topic does what it says, and nothing is said in the console. How each thing
 * behaves in trouble is tested where it is made.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { atEnd, eventually, live, openBrowser, openPage, screenshot, startServer } from "./harness.mjs";
import { startProxy } from "./proxy.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer("kitchen_sink"), openBrowser()]);
});
after(async () => {
  await browser.close();
  await server.kill();
});

const text = (page, selector) => () => page.textContent(selector);
const says = (page, selector, wanted) => eventually(text(page, selector), wanted, selector);
const matches = (page, selector, pattern) =>
  eventually(async () => pattern.test(await page.textContent(selector)), true, `${selector} ${pattern}`);

/** A way for each topic, which a person could go. */
function topic(id, way, { expected, ...options } = {}) {
  test(`${id}: it does what it says`, async (t) => {
    const page = await openPage(t, browser, server.url, { expected, ...options });
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await way(page);
  });
}

topic("pointer", async (page) => {
  await page.click("#pad", { modifiers: ["Shift"] });
  await matches(page, "#pointed", /^button 0 at \d+, \d+, with Shift$/);
  await matches(page, "#lifted", /^button 0 at/);
  await matches(page, "#moved", /^\d+, \d+$/);
  await eventually(() => page.locator("#pad.warm").count(), 1);
  await page.dblclick("#pad");
  await says(page, "#pointed", "a double click");
  await page.click("#pad", { button: "right" });
  await says(page, "#pointed", "a menu was asked for");
  await page.click("#buttons", { button: "right" });
  await says(page, "#button", "the right button");
  await page.click("#buttons", { modifiers: ["Control"] });
  await says(page, "#button", "with Ctrl");
  await page.click("#frame", { position: { x: 4, y: 4 } });
  await says(page, "#points", "the frame itself");
  await page.click("#quiet");
  await says(page, "#points", "a button that stops it");
  await page.click("#nowhere");
  await says(page, "#points", "a link that leads nowhere");
  await page.click("#menu-opener");
  await page.waitForSelector("#menu-list");
  await page.click("#drag h2");
  await page.waitForSelector("#menu-list", { state: "detached" });
});

topic("drag", async (page) => {
  await page.dragAndDrop("#parcel", "#place-2");
  await matches(page, "#dropped", /dropped at 2$/);
  await eventually(() => page.getAttribute("#place-2", "class"), "place full");
  await says(page, "#carried", "let go");
});

topic("input", async (page) => {
  await page.fill("[name=nickname]", "Ada");
  await page.check("[name=loud]");
  await says(page, "#greeting", "HELLO, ADA!");
  await page.type("[name=city]", "Turin");
  await page.type("[name=street]", "Via Po");
  await says(page, "#address", "Via Po, Turin");
  await page.type("[name=code]", "ab-c 1");
  assert.equal(await page.inputValue("[name=code]"), "ab-c 1");
  await page.fill("[name=shout]", "hear");
  await eventually(() => page.inputValue("[name=code]"), "ABC1");
  await eventually(() => page.inputValue("[name=shout]"), "HEAR");
  await page.selectOption("#input [name=colour]", "teal");
  await says(page, "#chosen", "teal");
  await page.focus("[name=either]");
  await says(page, "#focused", "in either");
});

topic(
  "input",
  async (page) => {
    await page.evaluate(() => navigator.clipboard.writeText("seven p"));
    await page.focus("[name=pasted]");
    await page.keyboard.press("Control+v");
    await says(page, "#pasted", "7 letters of plain text, 0 files");
    assert.equal(await page.inputValue("[name=pasted]"), "seven p");
    await page.focus("[name=kept-out]");
    await page.keyboard.press("Control+v");
    assert.equal(await page.inputValue("[name=kept-out]"), "");
    await page.click("#copy-text");
    await eventually(() => page.evaluate(() => navigator.clipboard.readText()), "Something else");
    await page.click("#dj-copy");
    await says(page, "#told", "copied");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "cargo run --example kitchen_sink");
  },
  { permissions: ["clipboard-read", "clipboard-write"] },
);

topic("forms", async (page) => {
  await page.click("text=Order soon");
  await says(page, "#invalid", "please say what you would like");
  await page.fill("[name=title]", "a boat");
  await page.check("[name=gift]");
  await says(page, "#ordered", "gift is edited: 6 letters");
  await page.click("text=Order soon");
  await page.waitForSelector("text=On its way…", { state: "visible" });
  await says(page, "#ordered", "a boat was ordered soon, as a gift, by the button how");
  assert.equal(await page.inputValue("[name=title]"), "a boat");
  await page.fill("[name=words]", "tall");
  await page.click("#filter");
  await says(page, "#filtered", "amber: tall");
  await page.fill("[name=name]", "Ada");
  await page.click("#sign-in");
  await page.waitForURL("**/welcome");
});

topic("keys", async (page) => {
  await page.focus("[name=pressed]");
  await page.keyboard.press("x");
  await says(page, "#pressed", "x (KeyX)");
  await page.keyboard.press("Control+k");
  await page.waitForSelector("#palette");
  await says(page, "#shortcut", "ctrl+k");
  await page.keyboard.press("Escape");
  await page.waitForSelector("#palette", { state: "detached" });
  await page.focus("#board");
  for (const key of ["ArrowRight", "ArrowDown", "Space", "End", "Enter", "Backspace"]) await page.keyboard.press(key);
  const squares = (name) =>
    page.$$eval(".square", (all, name) => all.flatMap((one, at) => (one.matches(name) ? at : [])), name);
  await eventually(() => squares(".figure"), [15]);
  assert.deepEqual(await squares(".painted"), [9]);
  await page.keyboard.press("F2");
  await says(page, "#named", "F2, up");
});

topic("around", async (page) => {
  await page.setViewportSize({ width: 910, height: 600 });
  await says(page, "#window", "910 × 600");
  await page.click("#around h2", { modifiers: ["Alt"] });
  await matches(page, "#clicked", /^\d+, \d+$/);
  await page.evaluate(() => scrollTo({ top: 100, behavior: "instant" }));
  await says(page, "#scrolled", "0, 100");
});

topic("sight", async (page) => {
  await page.locator("#feed").scrollIntoViewIfNeeded();
  await page.$eval("#feed", (list) => list.scrollTo(0, list.scrollHeight));
  await eventually(async () => Number(await page.textContent("#rows")) > 12, true);
  await page.locator("#stone").scrollIntoViewIfNeeded();
  await matches(page, "#seen", /^(1 time|[2-9] times)$/);
  await page.click("#paper");
  await page.keyboard.type("!");
  await matches(page, "#mutated", /nodes came/);
  await page.click("#fold summary");
  await says(page, "#mutated", "open was changed");
  await page.click("#add-note");
  await says(page, "#life", "a note came");
  await says(page, "#init", "The browser has read this line, and written it anew.");
});

topic("timing", async (page) => {
  await page.type("[name=search]", "quiet");
  await says(page, "#timing q", "quiet");
  assert.equal(await page.textContent("#searches"), "1 time");
  await page.type("[name=note]", "later");
  await says(page, "#noted", "—");
  await page.focus("[name=search]");
  await says(page, "#noted", "later");
  await eventually(async () => (await page.textContent("#ticks")) !== "0 times", true, "a poll");
});

topic("feedback", async (page) => {
  await page.click("#save");
  await says(page, "#save", "Saving…");
  assert.deepEqual(
    await Promise.all([page.isVisible("#busy"), page.isVisible("#still"), page.isDisabled("#discard")]),
    [true, false, true],
  );
  await says(page, "#saves", "1 time");
  await says(page, "#save", "Save");
  const answers = [false, true];
  page.on("dialog", (dialog) => (answers.shift() ? dialog.accept() : dialog.dismiss()));
  await page.click("#delete");
  await page.click("#delete");
  await says(page, "#deletes", "1 time");
  await page.click("#deaf");
  await page.click("#discard");
  await says(page, "#guarded", "discarded");
  assert.equal(await page.textContent("#deletes"), "1 time");
});

topic(
  "optimistic",
  async (page) => {
    await page.click("#like");
    await eventually(() => page.locator("#like.liked").count(), 1);
    assert.equal(await page.textContent("#like output"), "41");
    await says(page, "#like output", "42");
    await page.click("#refused");
    await says(page, "#refused", "Done!");
    await says(page, "#refused", "Will be refused");
  },
  { expected: [/failed: The server said no\./] },
);

topic("commands", async (page) => {
  await page.click("#toggle");
  await page.waitForSelector("#panel", { state: "visible" });
  assert.equal(await page.getAttribute("#toggle", "aria-expanded"), "true");
  await page.click("#again");
  await page.waitForSelector("#panel", { state: "hidden" });
  await page.click("#show");
  await page.waitForSelector("#panel", { state: "visible" });
  await page.click("#paint");
  await says(page, "#gauge-text", "Ninety");
  assert.equal(await page.getAttribute("#gauge", "value"), "0.9");
  await page.click("#to-field");
  await page.waitForFunction(() => document.activeElement.id === "focus-second");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id === "to-field");
  await page.click("#to-first");
  await page.waitForFunction(() => document.activeElement.id === "focus-first");
  await page.click("#dispatch");
  await says(page, "#own", "an event");
  await says(page, "#bubbled", "an event has risen to the window");
  await page.click("#dispatch-quiet");
  await says(page, "#own", "an event that stays");
  await says(page, "#bubbled", "");
  await page.click("#ext");
  await says(page, "#own", "a command of the page's own");
  await page.click("#anew");
  await page.waitForURL(/\?anew$/);
});

topic("dialogs", async (page) => {
  await page.click("#ask");
  await page.waitForSelector("#dialog[open]");
  await page.click("#dialog button");
  await page.waitForSelector("#dialog", { state: "hidden" });
  await page.click("#server-ask");
  await page.waitForSelector("#server-dialog[open]");
  await page.keyboard.press("Escape");
  await says(page, "#answered", "closed with Escape");
  await page.waitForSelector("#server-dialog", { state: "hidden" });
  await page.click("#unfold summary");
  await says(page, "#answered", "unfolded");
});

test("hooks: somebody else's chart is the same one through updates and a cut line", async (t) => {
  const proxy = await startProxy(server.port);
  atEnd(t, proxy.close);
  const page = await openPage(t, browser, proxy.url, { expected: [/WebSocket|ERR_/] });
  await page.waitForSelector("#chart canvas");
  await page.evaluate(() => {
    window.chart = document.querySelector("#chart");
    window.canvas = document.querySelector("#chart canvas");
  });
  const same = () =>
    page.evaluate(() => {
      const canvases = [...document.querySelectorAll("#chart canvas")];
      return window.chart === document.querySelector("#chart") && canvases.length === 1 && canvases[0] === window.canvas;
    });
  const points = () => page.getAttribute("#chart", "dj-hook-value-points");
  const measure = async () => {
    const before = await points();
    await page.click("#measure");
    await eventually(async () => (await points()) !== before, true);
  };
  await measure();
  assert.equal(await same(), true);
  assert.equal(await page.evaluate(() => window.canvas.width > 300), true);
  proxy.sever();
  await page.waitForSelector("[dj-v]:not(.dj-connected)");
  await live(page);
  await measure();
  assert.equal(await same(), true);
});

topic("motion", async (page) => {
  const tiles = () => page.locator("#tiles li:not([dj-leaving])").allTextContents();
  await page.click("#add-tile");
  await eventually(async () => (await tiles()).join(), "9,1,2,3,4,5,6,7,8");
  await page.click("#shuffle");
  await eventually(async () => (await tiles()).join() !== "9,1,2,3,4,5,6,7,8", true);
  await page.locator("#tiles li", { hasText: "9" }).locator("button").click();
  await eventually(async () => (await tiles()).length, 8);
});

topic("motion", async (page) => {
  const picked = () => page.$$eval("#swatches [aria-pressed=true]", ([button]) => button.ariaLabel);
  await page.evaluate(() => {
    window.shows = [];
    const { startViewTransition } = Document.prototype;
    Document.prototype.startViewTransition = function (write) {
      const before = document.querySelector("#swatches [aria-pressed=true]").ariaLabel;
      const show = startViewTransition.call(this, write);
      const isMoving = () => document.getAnimations().some(({ effect }) => effect.pseudoElement?.includes("(swatch-2)"));
      window.shows.push({ before, moving: show.ready.then(isMoving) });
      return show;
    };
  });
  await page.click("#swatches :nth-child(2)");
  await eventually(picked, "Colour 2");
  assert.deepEqual(await page.evaluate(() => window.shows.map(({ before }) => before)), ["Colour 1"]);
  assert.equal(await page.evaluate(() => window.shows[0].moving), true);
  // Around what moves, nobody waits.
  await page.click("#add-tile");
  await eventually(() => page.locator("#tiles li:not([dj-leaving])").count(), 9);
  assert.equal(await page.evaluate(() => window.shows.length), 1);
});

topic("scroll", async (page) => {
  for (let line = 0; line < 8; line++) await page.click("#chatter");
  await eventually(() => page.locator("#chat li").count(), 9);
  const gap = () =>
    page.$eval("#chat", ({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop);
  await eventually(async () => (await gap()) < 2, true);
  await page.waitForSelector("#long");
  const thousand = page.locator("#thousand");
  await thousand.scrollIntoViewIfNeeded();
  // Of rows that are not laid out, the height of what is in them is what the attribute says.
  const height = await thousand.evaluate((list) => list.scrollHeight);
  assert.ok(Math.abs(height - 29_500) < 1_000, `${height} pixels`);
  await thousand.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await says(page, "#rest", "at rest");
  assert.equal(await page.locator("#thousand li").last().isVisible(), true);
});

topic("replies", async (page) => {
  await page.click("#roll");
  await matches(page, "#rolled", /[⚀⚁⚂⚃⚄⚅]/);
  await page.click("#party");
  await says(page, "#replies small", "The server pushed an event: 41 likes.");
});

test("it is worth a look on a desk and on a phone, by day and by night", async (t) => {
  for (const width of [1280, 390]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await openPage(t, browser, server.url, { viewport: { width, height: 900 }, colorScheme });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, "nothing sticks out");
      await screenshot(page, `kitchen-sink-${width}-${colorScheme}`);
    }
  }
});
