/**
 * How long the client's script takes to hear an update, as Chromium itself counts it: printed, beside what Phoenix LiveView took
 * for the same. Asserts no time, only that the updates came.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, openBrowser, openPage, startServer } from "./harness.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer("bench"), openBrowser()]);
});
after(async () => {
  await browser.close();
  await server.kill();
});

const PATIENT = { timeout: 240_000 };

/** Clicks so many times, each after the last one's answer, and gives the milliseconds of processor that each message took. */
async function hear(page, id, times) {
  const shown = () => page.$eval("[dj-v]", (root) => root.textContent);
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "devtools.timeline"] });
  for (let click = 0; click < times; click++) {
    const before = await shown();
    await page.evaluate((id) => document.getElementById(id).click(), id);
    await eventually(async () => (await shown()) !== before, true, "the page changes");
  }
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const messages = traceEvents.filter(({ name, args }) => name === "FunctionCall" && /onmessage$/.test(args.data?.functionName));
  assert.equal(messages.length, times, "each click is one message");
  return messages.map(({ tdur }) => tdur / 1000);
}

function print(t, what, times, goal, phoenix) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(3);
  t.diagnostic(
    `${what}: median ${at(0.5)} ms, nine of ten within ${at(0.9)} ms, of ${sorted.length} (goal ${goal} ms; Phoenix LiveView ${phoenix} ms)`,
  );
}

test("one cell of a thousand rows", PATIENT, async (t) => {
  const page = await openPage(t, browser, `${server.url}/b2`);
  const times = await hear(page, "change", 100);
  assert.equal(await page.textContent("#row-100 td:nth-child(3)"), "edit 100");
  print(t, "one cell", times, 0.2, 34);
});

test("a thousand keyed rows reversed", PATIENT, async (t) => {
  const page = await openPage(t, browser, `${server.url}/b4`);
  const times = await hear(page, "reverse", 40);
  assert.equal(await page.getAttribute("tbody > tr", "id"), "row-1");
  print(t, "reverse", times, 5, 57);
});
