/**
 * The counter in a real browser: what a first visitor does and sees. Breaks nothing on purpose; that is `faults.test.mjs`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { down, eventually, live, nodeNames, openBrowser, openPage, screenshot, startServer } from "./harness.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer("counter"), openBrowser()]);
});
after(async () => {
  await browser.close();
  await server.kill();
});

const count = (page) => page.textContent("output");

test("the page shows its state before any script runs", async () => {
  const html = await (await fetch(server.url)).text();
  assert.match(html, /<output[^>]*>0<\/output>/);
});

test("a click changes the number and nothing else", async (t) => {
  const page = await openPage(t, browser, server.url);
  const names = await nodeNames(page, "main, main *");
  await page.click("text=+");
  await eventually(() => count(page), "1");
  await page.click("text=−");
  await page.click("text=−");
  await eventually(() => count(page), "-1");
  assert.deepEqual(await nodeNames(page, "main, main *"), names);
  await screenshot(page, "counter");
});

test("five quick clicks count five, and each sends a handful of bytes", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.evaluate(() => {
    const plus = document.querySelector("button:last-of-type");
    for (let click = 0; click < 5; click++) plus.click();
  });
  await eventually(() => count(page), "5");
  const updates = down(page).filter((frame) => typeof frame[0] === "number");
  assert.ok(updates.length >= 1 && updates.length <= 5);
  for (const update of updates) assert.ok(JSON.stringify(update).length <= 20, JSON.stringify(update));
});

test("the keyboard is enough", async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.focus("text=+");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await eventually(() => count(page), "2");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "+");
});

test("every visitor has a counter of their own", async (t) => {
  const [one, other] = [await openPage(t, browser, server.url), await openPage(t, browser, server.url)];
  await one.click("text=+");
  await eventually(() => count(one), "1");
  await other.click("text=−");
  await eventually(() => count(other), "-1");
  assert.equal(await count(one), "1");
});

test("the policy of the page forbids what the page does not need", async (t) => {
  const response = await fetch(server.url);
  const policy = response.headers.get("content-security-policy");
  assert.match(policy, /script-src 'self'/);
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types 'none'/);
  // That it is in force: a sink that wants a string of HTML throws.
  const page = await openPage(t, browser, server.url, { expected: [/TrustedHTML/] });
  const refused = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML("beforeend", "<img>");
      return false;
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  assert.ok(refused);
  await live(page);
});
