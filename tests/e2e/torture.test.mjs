/**
 * The master property in a real browser: whatever happens to the state, the focus, the typing and the socket, once quiet
 * the page equals a fresh one. Holds no page of its own: they are those of the property in Rust.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { live, openBrowser, openPage, startServer } from "./harness.mjs";
import { startProxy } from "./proxy.mjs";
import { startCount } from "./torture-count.mjs";

const STEPS = Number(process.env.TORTURE_STEPS ?? 300);
const FIRST_SEED = Number(process.env.TORTURE_SEED ?? 1);
const PAGES = (process.env.TORTURE_PAGES ?? "lists tables nests matches fragments calls places neighbours texts controls drawings markup").split(" ");
const LEAST = 20;

const SCRIPT = fileURLToPath(new URL("torture-page.mjs", import.meta.url));

const tally = {};
let server;
let browser;
before(async () => {
  server = await startServer("torture");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// Two at a time: one waits for its page while the other's is compared.
describe("pages", { concurrency: 2 }, () => {
  PAGES.forEach((name, index) => {
    const seed = FIRST_SEED + index;
    test(`${name}, seed ${seed}, ${STEPS} steps`, (t) => run(t, name, seed));
  });
});

test("every slot kind and list operation was there often enough", { skip: STEPS < 300 || PAGES.length < 12 }, () => {
  console.log(Object.entries(tally).sort().map(([name, count]) => `${String(count).padStart(7)}  ${name}`).join("\n"));
  const wanted = [
    ...["sole text", "text", "attribute", "spread", "style", "classes", "class", "property", "raw HTML", "join: replay"],
    ...["one-of: inside", "one-of: new", "one-of: nothing", "component: inside", "component: new"],
    ...["in place", "row patched", "moved and patched", "built", "row of another template"].map((name) => `list: ${name}`),
    ...["append", "prepend", "insert", "delete", "clear", "move", "reversed run"].map((name) => `list: ${name}`),
  ];
  assert.deepEqual(wanted.filter((name) => !(tally[name] >= LEAST)), [], `fewer than ${LEAST} times`);
  assert.equal(tally.resync ?? 0, 0, "nothing had to be asked for again");
});

/** SplitMix32: the same seed acts the same every time. */
function randomOf(seed) {
  let state = seed * 0x9e3779b9;
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) % below;
  };
}

async function run(t, name, seed) {
  const proxy = await startProxy(server.port);
  t.after(() => proxy.close());
  const context = await browser.newContext();
  t.after(() => context.close());
  await context.addInitScript({ path: SCRIPT });
  const address = `${proxy.url}/${name}?seed=${seed}&step=0&typed=`;
  const page = await openPage(t, browser, address, { context, expected: [/WebSocket connection/, /ERR_/] });
  const mirror = await context.newPage();
  await mirror.goto("about:blank");
  const block = await page.evaluate(() => JSON.parse(document.querySelector("[dj-t]").textContent));

  const random = randomOf(seed);
  const cuts = [1, 2, 3].map((part) => Math.floor((part * STEPS) / 4));
  let compared;
  for (let step = 0; step < STEPS; ) {
    const choice = await distract(page, random);
    const times = 1 + (random(4) === 0 ? random(3) : 0);
    const cut = cuts.some((at) => at >= step && at < step + times);
    const { before, after } = cut
      ? await throughCut(page, proxy, step, times)
      : await page.evaluate(([choice, step, times]) => torture.goOn(choice, step, times), [choice, step, times]);
    step += times;
    await compared;
    compared = compare(page, mirror, { name, seed, step, before, after });
    compared.catch(() => {});
  }
  await compared;
  const count = startCount(block, tally);
  for (const frame of page.frames$) if (frame.way === "down") count(JSON.parse(frame.text));
}

/** Types, or names a control to go to, or does neither: as a person would between two changes. */
async function distract(page, random) {
  const choice = random(8);
  if (choice < 2) return random(40);
  if (choice > 3) return undefined;
  await page.evaluate((id) => document.getElementById(id).focus(), choice === 2 ? "free" : "held");
  await page.keyboard.type("aé <x&\"7"[random(8)]);
  return undefined;
}

/** Events go out as the line breaks: they must arrive once, however the cut fell. */
async function throughCut(page, proxy, step, times) {
  const before = await page.evaluate((step) => torture.quiet(step), step);
  await page.evaluate((times) => torture.press(times), times);
  proxy.cut();
  await page.waitForFunction(() => !document.querySelector("[dj-v]").classList.contains("dj-connected"));
  proxy.restore();
  await live(page);
  return { before, after: await page.evaluate((step) => torture.quiet(step), step + times) };
}

async function compare(page, mirror, { name, seed, step, before, after }) {
  const query = new URLSearchParams({ seed, step, typed: after.typed });
  // A prefetch is rendered like any page, but nobody waits for its socket.
  const answer = await fetch(`${server.url}/${name}?${query}`, { headers: { "sec-purpose": "prefetch", accept: "text/html" } });
  const fresh = await mirror.evaluate(([html, after]) => torture.fresh(html, after), [await answer.text(), after]);
  const where = `${name}, seed ${seed}, step ${step}`;
  assert.equal(after.shown, fresh, `${where}: the page is not what a fresh one would be`);
  for (const [key, node] of Object.entries(after.keys)) {
    if (key in before.keys) assert.equal(node, before.keys[key], `${where}: the row ${key} is another node than before`);
  }
  if (before.focus !== after.focus && (await page.evaluate((node) => torture.isHere(node), before.focus))) {
    assert.fail(`${where}: the focus went from ${before.focus} to ${after.focus}`);
  }
  if (before.focus === after.focus) assert.equal(after.caret, before.caret, `${where}: the caret moved`);
  assert.equal(after.free, before.free, `${where}: what was typed has changed`);
}
