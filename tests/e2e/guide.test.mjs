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
  await page.click("section:first-of-type button");
  await eventually(() => page.textContent("section:first-of-type p"), "Every law of html! is held against it, and a mistake is told with its line and column.");
  assert.match(await page.textContent("main > p"), /opened 1 of 2/);
  await page.click("section:last-of-type button");
  await eventually(() => page.textContent("main > p:last-child"), "That's all there is.");
});
