/**
 * The to-do list in a real browser: every handler, and what must not change while it runs. Breaks no connection.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, nodeNames, openBrowser, openPage, screenshot, startServer } from "./harness.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer("todo"), openBrowser()]);
});
after(async () => {
  await browser.close();
  await server.kill();
});

const NEW = "form input[name=title]";
const titles = (page) => page.$$eval("li .title", (inputs) => inputs.map((input) => input.value));
const left = (page) => page.textContent("footer p");
const first = ["Write a view", "Click it", "Look at the frames in the browser's tools"];

async function add(page, title) {
  await page.fill(NEW, title);
  await page.press(NEW, "Enter");
}

test("adding appends, empties the field and keeps the focus there", async (t) => {
  const page = await openPage(t, browser, server.url);
  const names = await nodeNames(page, "li");
  await add(page, "Buy <b>milk</b> & “bread”");
  await eventually(() => titles(page), [...first, "Buy <b>milk</b> & “bread”"]);
  await eventually(() => page.inputValue(NEW), "");
  await eventually(() => left(page), "4 left");
  assert.deepEqual((await nodeNames(page, "li")).slice(0, 3), names, "the rows before are the same nodes");
  assert.equal(await page.evaluate(() => document.activeElement.name), "title");
  await screenshot(page, "todo");
});

test("ticking marks the row, counts down and enables clearing", async (t) => {
  const page = await openPage(t, browser, server.url);
  const clear = page.locator("text=Clear done");
  assert.ok(await clear.isDisabled());
  await page.check("li:nth-child(2) [type=checkbox]");
  await eventually(() => left(page), "2 left");
  assert.equal(await page.$$eval("li.done", (rows) => rows.length), 1);
  await clear.click();
  await eventually(() => titles(page), [first[0], first[2]]);
  await page.check("li:nth-child(1) [type=checkbox]");
  await page.uncheck("li:nth-child(1) [type=checkbox]");
  await eventually(() => left(page), "2 left");
});

test("a title is edited in place; an empty one is put back", async (t) => {
  const page = await openPage(t, browser, server.url);
  const title = page.locator("li:nth-child(1) .title");
  await title.fill("Write two views");
  await title.press("Enter");
  await eventually(() => title.getAttribute("aria-label"), "Edit: Write two views");
  await title.fill("   ");
  await title.blur();
  await eventually(() => title.inputValue(), "Write two views");
});

test("removing takes one row and leaves the nodes of the others", async (t) => {
  const page = await openPage(t, browser, server.url);
  const names = await nodeNames(page, "li");
  await page.click("li:nth-child(2) .remove");
  await eventually(() => titles(page), [first[0], first[2]]);
  assert.deepEqual(await nodeNames(page, "li"), [names[0], names[2]]);
  await page.click("li:nth-child(1) .remove");
  await page.click("li:nth-child(1) .remove");
  await page.waitForSelector("li.empty");
  await add(page, "One more");
  await eventually(() => titles(page), ["One more"]);
  assert.equal(await page.$("li.empty"), null);
});

test("the filter hides and brings back, and a hidden row keeps what was done to it", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.check("li:nth-child(1) [type=checkbox]");
  await page.click("nav >> text=Open");
  await eventually(() => titles(page), first.slice(1));
  await page.click("nav >> text=Done");
  await eventually(() => titles(page), first.slice(0, 1));
  assert.equal(await page.getAttribute("nav >> text=Done", "aria-pressed"), "true");
  await page.click("nav >> text=All");
  await eventually(() => titles(page), first);
  assert.ok(await page.isChecked("li:nth-child(1) [type=checkbox]"));
});

test("what is being typed survives every change around it", async (t) => {
  const page = await openPage(t, browser, server.url);
  const title = page.locator("li:nth-child(3) .title");
  await title.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(", slowly");
  const typed = `${first[2]}, slowly`;
  // A click from script moves no focus: the change comes from elsewhere, as a message of the server would.
  await page.$eval("li:nth-child(1) .remove", (button) => button.click());
  await eventually(() => left(page), "2 left");
  const focused = () =>
    page.evaluate(() => {
      const { value, selectionStart } = document.activeElement;
      return { value, selectionStart };
    });
  assert.deepEqual(await focused(), { value: typed, selectionStart: typed.length });
  await page.keyboard.press("Enter");
  await eventually(() => page.getAttribute("li:nth-child(2) .title", "aria-label"), `Edit: ${typed}`);
});

test("the page fits a phone", async (t) => {
  const page = await openPage(t, browser, server.url, { viewport: { width: 360, height: 640 } });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${overflow} pixels too wide`);
  await screenshot(page, "todo-phone");
});
