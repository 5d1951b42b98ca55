/**
 * Typing fast into a field that is checked at each key, on a slow line, while the server corrects it and broadcasts: what a
 * person sees is what they typed, with the caret where they left it. Knows no other rule of inputs.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, openBrowser, openPage, startServer } from "./harness.mjs";
import { startProxy } from "./proxy.mjs";

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

const TEXT = "the quick brown fox jumps over the lazy dog";
const LATENCY = 150; // Each way: an answer takes 300 ms.
const PER_KEY = 1000 / 15;

/** Notes, at every frame of the browser, each state of the field that is not a start of the text with the caret at its end. */
const watch = (text) => {
  const field = document.getElementById("code");
  const strange = [];
  let seen = 0;
  const look = () => {
    const { value, selectionStart, selectionEnd } = field;
    const isStart = text.startsWith(value) && value.length >= seen;
    if (!isStart || selectionStart !== value.length || selectionEnd !== value.length || document.activeElement !== field)
      strange.push([value, selectionStart, selectionEnd]);
    seen = value.length;
    requestAnimationFrame(look);
  };
  look();
  window.strange = strange;
};

test("fifteen characters a second, with 300 ms to the answer, corrections and a broadcast every 100 ms: nothing is lost, the caret stays", async (t) => {
  const proxy = await startProxy(server.port);
  t.after(() => proxy.close());
  const page = await openPage(t, browser, `${proxy.url}/typing`);
  proxy.delay(LATENCY);
  await page.focus("#code");
  await page.evaluate(watch, TEXT);
  const told = Number(await page.textContent("#told"));
  await page.keyboard.type(TEXT, { delay: PER_KEY });
  await eventually(() => page.textContent("#checked"), TEXT.toUpperCase(), "the server has all of it");
  assert.deepEqual(await page.evaluate(() => window.strange), []);
  assert.equal(await page.inputValue("#code"), TEXT);
  assert.ok(Number(await page.textContent("#told")) > told, "broadcasts came meanwhile");
  const answers = page.frames$.filter(({ way, text }) => way === "up" && text.includes('"check"'));
  assert.ok(answers.length > 5, "it was checked while it was typed");
  await page.evaluate(() => document.activeElement.blur());
  await eventually(() => page.inputValue("#code"), TEXT.toUpperCase(), "left, it shows the correction");
});
