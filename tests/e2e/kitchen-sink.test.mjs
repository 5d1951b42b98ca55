/**
 * The kitchen sink in a real browser: each section does what it says, and nothing is said in the console. How each thing
 * behaves in trouble is tested where it is made.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, openBrowser, openPage, startServer } from "./harness.mjs";

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

test("the pointer and the focus are told", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.click("#pad", { modifiers: ["Shift"] });
  await eventually(async () => /pressed button 0 at \d+, \d+ with shift/.test(await page.textContent("#pointed")), true);
  await eventually(() => page.locator("#pad.warm").count(), 1);
  await page.dblclick("#pad");
  await eventually(text(page, "#pointed"), "a double click");
  await page.focus("[name=either]");
  await eventually(text(page, "#focused"), "in either");
  await page.click("#menu-opener");
  await page.waitForSelector("#menu-list");
  await page.click("#input h2");
  await page.waitForSelector("#menu-list", { state: "detached" });
});

test("what is typed is answered, and corrected once it is left", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.fill("[name=nickname]", "Ada");
  await page.check("[name=loud]");
  await eventually(text(page, "#greeting"), "HELLO, ADA!");
  await page.type("[name=code]", "ab-c 1");
  assert.equal(await page.inputValue("[name=code]"), "ab-c 1");
  await page.focus("[name=pasted]");
  await eventually(() => page.inputValue("[name=code]"), "ABC1");
  await page.focus("[name=pressed]");
  await page.keyboard.press("x");
  await eventually(text(page, "#pressed"), "x (KeyX)");
  await page.keyboard.press("Control+k");
  await page.waitForSelector("#palette");
  await page.keyboard.press("Escape");
  await page.waitForSelector("#palette", { state: "detached" });
});

test("what is seen fetches more, and what is searched waits for quiet", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.locator("#sight").scrollIntoViewIfNeeded();
  await page.locator("#sight .scroller").evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await eventually(async () => Number(await page.textContent("#rows")) > 12, true);
  await page.locator("#stone").scrollIntoViewIfNeeded();
  await eventually(async () => Number(await page.textContent("#seen")) > 0, true);
  await page.type("[name=search]", "quiet");
  await eventually(text(page, "#timing q"), "quiet");
  assert.equal(await page.textContent("#searches"), "1");
});

test("a button that works says so, and a heart does not wait", async (t) => {
  const page = await openPage(t, browser, server.url, { expected: [/failed: The server said no\./] });
  await page.click("#save");
  await eventually(text(page, "#save"), "Saving…");
  await eventually(text(page, "#saves"), "1");
  await eventually(text(page, "#save"), "Save");
  await page.click("#like");
  await eventually(() => page.locator("#like.liked").count(), 1);
  assert.equal(await page.textContent("#like output"), "41");
  await eventually(text(page, "#like output"), "42");
  await page.click("#refused");
  await eventually(text(page, "#refused"), "Done!");
  await eventually(text(page, "#refused"), "Will be refused");
});

test("commands ask nobody", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.click("#toggle");
  await page.waitForSelector("#panel", { state: "visible" });
  assert.equal(await page.getAttribute("#toggle", "aria-expanded"), "true");
  await page.click("#toggle");
  await page.waitForSelector("#panel", { state: "hidden" });
  await page.click("#ask");
  await page.waitForSelector("#dialog[open]");
  await page.click("#dialog button");
  await page.waitForSelector("#dialog", { state: "hidden" });
});

test("tiles come, go and change places, a chat sticks to its end", async (t) => {
  const page = await openPage(t, browser, server.url);
  const tiles = () => page.locator("#motion li:not([dj-leaving])").allTextContents();
  await page.click("#add-tile");
  await eventually(async () => (await tiles()).join(), "9,1,2,3,4,5,6,7,8");
  await page.click("#shuffle");
  await eventually(async () => (await tiles()).join() !== "9,1,2,3,4,5,6,7,8", true);
  await page.locator("#motion li", { hasText: "9" }).locator("button").click();
  await eventually(async () => (await tiles()).length, 8);
  for (let line = 0; line < 8; line++) await page.click("#chatter");
  await eventually(() => page.locator("#chat li").count(), 9);
  const gap = () => page.$eval("#chat", ({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop);
  await eventually(async () => (await gap()) < 2, true);
});

test("a colour is picked in a transition of the browser's own", async (t) => {
  const page = await openPage(t, browser, server.url);
  const picked = () => page.$$eval("#swatches [aria-pressed=true]", ([button]) => button.ariaLabel);
  await page.evaluate(() => {
    window.shows = [];
    const { startViewTransition } = Document.prototype;
    Document.prototype.startViewTransition = function (write) {
      const before = document.querySelector("#swatches [aria-pressed=true]").ariaLabel;
      const show = startViewTransition.call(this, write);
      window.shows.push({ before, show });
      return show;
    };
  });
  await page.click("#swatches :nth-child(2)");
  await eventually(picked, "Colour 2");
  assert.deepEqual(await page.evaluate(() => window.shows.map(({ before }) => before)), ["Colour 1"]);
  const moving = () => document.getAnimations().some(({ effect }) => effect.pseudoElement.includes("(swatch-2)"));
  assert.equal(await page.evaluate(() => window.shows[0].show.ready.then(() => true)), true);
  assert.equal(await page.evaluate(moving), true);
  // Around what moves, nobody waits.
  await page.click("#add-tile");
  await eventually(() => page.locator("#motion li:not([dj-leaving])").count(), 9);
  assert.equal(await page.evaluate(() => window.shows.length), 1);
});

test("somebody else's chart lives through updates, and its element stays its own", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.waitForSelector("#chart canvas");
  await page.evaluate(() => {
    window.canvas = document.querySelector("#chart canvas");
  });
  const points = () => page.getAttribute("#chart", "dj-hook-value-points");
  const before = await points();
  await page.click("#measure");
  await eventually(async () => (await points()) !== before, true);
  assert.equal(await page.evaluate(() => window.canvas === document.querySelector("#chart canvas")), true);
  assert.equal(await page.evaluate(() => window.canvas.width > 300), true);
});

test("a hook is answered, and the server pushes", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.click("#roll");
  await eventually(async () => /[⚀⚁⚂⚃⚄⚅]/.test(await page.textContent("#rolled")), true);
  await page.click("#party");
  await eventually(text(page, "#replies small"), "The server pushed an event: 41 likes.");
});
