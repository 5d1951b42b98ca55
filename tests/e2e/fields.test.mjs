/**
 * Whose a field's value is, on a page as a server renders it: refused ticks in branches and rows that no patch has named, and
 * typed text under a view that crashes. The rules one by one are the client's own tests.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { down, eventually, live, nodeNames, openBrowser, openPage, startServer } from "./harness.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("fields");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const REFUSED = { expected: [/liveview: failed/] };
const CRASHED = { expected: [/liveview: crashed/] };
const leave = (page) => page.evaluate(() => document.activeElement.blur());
const refusals = (page) => down(page).filter(([kind]) => kind === "e").length;

/** Ticks or unticks a box and lets the server refuse it. */
async function tick(page, id) {
  const before = refusals(page);
  await page.click(`#${id}`);
  await eventually(() => refusals(page), before + 1, `${id} is refused`);
  await leave(page);
}

test("a refused box goes back in branches of branches and in branches of rows, and one without a slot does not", async (t) => {
  const page = await openPage(t, browser, server.url, REFUSED);
  const boxes = { deep: true, row0: false, row1: false, row2: true };
  for (const [id, served] of Object.entries(boxes)) {
    assert.equal(await page.isChecked(`#${id}`), served, `${id} as served`);
    await tick(page, id);
    await eventually(() => page.isChecked(`#${id}`), id === "row1" ? !served : served, id);
  }
  assert.equal(page.frames$.filter(({ way, text }) => way === "up" && text.startsWith('["r"')).length, 0);
});

test("what was typed survives a crash, in the field with the focus and in the others, and the server has it again", async (t) => {
  const page = await openPage(t, browser, server.url, CRASHED);
  const names = await nodeNames(page, "#draft input, #note");
  await page.fill("[name=title]", "a title");
  await page.fill("[name=text]", "a text");
  await page.fill("#note", "a note");
  await leave(page);
  await eventually(() => page.textContent("#told"), "a title a text");
  await page.focus("[name=text]");
  await page.keyboard.press("End");
  await page.keyboard.type(" and more");
  await page.evaluate(() => document.getElementById("crash").click());
  await eventually(() => page.textContent("#told"), "a title a text and more", "the new session was told");
  const typed = () => page.$$eval("#draft input, #note", (fields) => fields.map((field) => field.value));
  assert.deepEqual(await typed(), ["a title", "a text and more", "a note"]);
  assert.deepEqual(await nodeNames(page, "#draft input, #note"), names);
  assert.equal(await page.evaluate(() => document.activeElement.name), "text");
  await leave(page);
  assert.deepEqual(await typed(), ["a title", "a text and more", "a note"]);
  await page.click("#add");
  await eventually(() => page.textContent("#added"), "a title", "and goes on with it");
});

test("clicks behind a crash find what was typed before it", async (t) => {
  const page = await openPage(t, browser, server.url, CRASHED);
  await page.fill("[name=title]", "first");
  await leave(page);
  await eventually(() => page.textContent("#told"), "first ");
  await page.evaluate(() => {
    document.getElementById("crash").click();
    document.getElementById("add").click();
  });
  await eventually(() => page.textContent("#added"), "first");
});

test("a form that crashes its view is told once more and then left on the screen", async (t) => {
  const page = await openPage(t, browser, server.url, CRASHED);
  await page.fill("[name=title]", "poison");
  await leave(page);
  const values = () => down(page).filter(([kind, joined]) => kind === "j" && joined.values).length;
  await eventually(values, 2, "two sessions after the first");
  await eventually(() => page.$$eval(".dj-connected", (views) => views.length), 1);
  assert.equal(await page.inputValue("[name=title]"), "poison");
  await page.click("#add");
  await eventually(() => down(page).some(([first]) => first === 1 || first === "a"), true, "the view lives");
});

test("a view that crashes again and again ends visibly, whatever its page brings along", async (t) => {
  const page = await openPage(t, browser, server.url, CRASHED);
  await page.fill("[name=title]", "typed");
  await leave(page);
  await eventually(() => page.textContent("#told"), "typed ");
  for (let crash = 1; crash <= 2; crash++) {
    await page.click("#crash");
    await eventually(() => page.textContent("#told"), "typed ");
    await live(page);
    await eventually(() => down(page).filter(([kind, joined]) => kind === "j" && joined.values).length, crash);
  }
  await page.click("#crash");
  await page.waitForSelector(".dj-error");
  assert.match(await page.textContent("[role=alert]"), /went wrong/);
  assert.equal(await page.inputValue("[name=title]"), "typed");
});
