/**
 * The guide in a real browser: a page out of a template file. What such a file may say is tested with the compiler.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, openBrowser, openPage, startServer } from "./harness.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer("guide"), openBrowser()]);
});
after(async () => {
  await browser.close();
  await server.kill();
});

test("a page out of a file reads as the file does, and is live", async (t) => {
  const page = await openPage(t, browser, server.url);
  assert.match(await page.textContent("main > p"), /This page isn't written in a macro.*around "quotes",\s+5 €, an en dash – or https/s);
  assert.match(await page.textContent(".progress"), /There's everything to read\./);
  await page.click("section:first-of-type button");
  await eventually(() => page.textContent("section:first-of-type p"), "Every law of html! is held against it, and a mistake is told with its line and column.");
  assert.match(await page.textContent("main > p"), /opened 1 of 2/);
  assert.match(await page.textContent(".progress"), /There's more to read: 1\./);
  await page.click("section:last-of-type button");
  await eventually(async () => (await page.textContent(".progress")).includes("That's all there is."), true);
});

test("a component's button carries what the page added to it, and what the page says changes", async (t) => {
  const page = await openPage(t, browser, server.url);
  const button = "[aria-controls=answer-2]";
  assert.equal((await page.textContent(button)).trim(), "Open");
  await page.click(button);
  await eventually(() => page.getAttribute(button, "aria-expanded"), "true");
  assert.equal((await page.textContent(button)).trim(), "Close");
  assert.equal(await page.evaluate(() => document.querySelector(".read").style.width), "50%");
});

test("an address that the program vouches for is followed, and changes", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.click("[aria-controls=answer-1]");
  const link = "a[download]";
  await page.waitForSelector(link);
  const saved = async () => decodeURIComponent(await page.getAttribute(link, "href"));
  assert.match(await saved(), /^data:text\/plain;charset=utf-8,Is it checked\?\nEvery law/);
  const before = await saved();
  await page.click("[aria-controls=answer-2]");
  await eventually(async () => (await saved()).startsWith(before), true);
  assert.match(await saved(), /What if it changes\?\nThen cargo compiles the crate again\.\n\n$/);
});

test("raw HTML is shown as nodes, on the page and in every update", async (t) => {
  const page = await openPage(t, browser, server.url);
  const tip = () => page.evaluate(() => document.querySelector(".tip").innerHTML);
  assert.equal(await tip(), '<p>A handler is checked by its name: <code>dj-click="trun"</code> does not compile.</p>');
  await page.click(".next");
  await eventually(tip, "<p>A page may be <em>left</em> and found again:</p><ul><li>the line breaks,</li><li>the state stays.</li></ul>");
  await page.click(".next");
  await eventually(() => page.textContent(".tip code"), "grep dangerously_from");
  await page.click(".next");
  await eventually(() => page.textContent(".tip code"), 'dj-click="trun"');
});
