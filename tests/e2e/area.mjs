/**
 * Runs the specs of an area three times: on a plain line, with 200 ms to each answer, and with the socket cut once in the
 * middle. What holds at the end of each spec is asserted here; what happens in it is its own.
 *
 * At the end the page is silent, and its `<main>` is what a fresh page of the same state would show.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { atEnd, disconnected, live, openBrowser, openPage, PATIENCE, startServer } from "./harness.mjs";
import { startProxy } from "./proxy.mjs";

const SCRIPT = fileURLToPath(new URL("torture-page.mjs", import.meta.url));
const LINES = {
  "on a plain line": {},
  "with 200 ms to each answer": { late: 100 },
  "with the line cut in the middle": { cuts: true },
};

/**
 * What an area promises: `run` does it on a page of its own, with
 * - `page`, live;
 * - `cut(action)`, which it awaits exactly once: does the action, and on the line that is cut loses all that the browser says
 *   of it, and goes on while there is no line;
 * - `poke()`, which has the server send a message to the page's view;
 * - `line`, to hold back either way (`proxy.mjs`).
 * Options: `expected`, patterns of what the console may say; `isFresh: false` where a page has changed itself for good; `path`;
 * `script`, run before those of the page; `clock`, for a spec that sets its page's; others are the browser context's own.
 */
export const spec = (title, run, options = {}) => ({ title, run, ...options });

/** Registers the specs of an area, whose page is at `path`, on each line. The lines wait for their answers at the same time. */
export function area(name, path, specs) {
  describe(name, { concurrency: true }, () => {
    const own = { runs: 0 };
    before(async () => {
      [own.server, own.browser] = await Promise.all([startServer("areas"), openBrowser()]);
      own.mirror = await own.browser.newPage();
      await own.mirror.addInitScript({ path: SCRIPT });
      await own.mirror.goto("about:blank");
    });
    after(async () => {
      await own.browser?.close();
      await own.server?.kill();
    });
    for (const [title, kind] of Object.entries(LINES)) {
      describe(title, { concurrency: 1 }, () => {
        const way = { ...kind };
        before(async () => {
          way.line = await startProxy(own.server.port);
          way.context = await contextOf(own);
        });
        after(() => way.line?.close());
        for (const spec of specs) test(spec.title, (t) => run(t, own, way, { path, ...spec }));
      });
    }
  });
}

async function contextOf({ browser }, script, options) {
  const context = await browser.newContext({ viewport: { width: 900, height: 700 }, ...options });
  await context.addInitScript({ path: SCRIPT });
  if (script) await context.addInitScript(script);
  return context;
}

async function run(t, own, { late = 0, cuts = false, line, context }, spec) {
  const { server } = own;
  const { title, run, path, expected = [], isFresh = true, script, clock, ...options } = spec;
  if (script || clock || Object.keys(options).length > 0) {
    context = await contextOf(own, script, options);
    atEnd(t, () => context.close());
  }
  const address = `${path}${path.includes("?") ? "&" : "?"}run=${++own.runs}`;
  line.delay(0);
  const page = await openPage(t, own.browser, line.url + address, { context, expected });
  line.delay(late);
  let times = 0;
  const cut = async (action = () => {}) => {
    times++;
    if (!cuts) return action();
    line.hold("up");
    await action();
    line.sever();
    await disconnected(page);
  };
  const poke = () => fetch(`${server.url}/poke`, { method: "POST", body: address });
  await run({ page, cut, line, poke });
  assert.equal(times, 1, `"${title}" is to be cut once`);
  await live(page);
  if (isFresh) await staysFresh(own, page, address);
}

/** Waits until the page shows what a fresh one of the same state would; nothing has the focus then. */
async function staysFresh({ server, mirror }, page, address) {
  const deadline = Date.now() + PATIENCE;
  await page.evaluate(() => document.activeElement?.blur());
  for (;;) {
    const shown = await page.evaluate(() => torture.main(document));
    // A prefetch is rendered like any page, but nobody waits for its socket.
    const answer = await fetch(server.url + address, { headers: { "sec-purpose": "prefetch", accept: "text/html" } });
    const fresh = await mirror.evaluate((html) => torture.mainOf(html), await answer.text());
    if (shown === fresh) return;
    if (Date.now() > deadline) {
      const at = Math.max(0, [...shown].findIndex((sign, index) => sign !== fresh[index]) - 60);
      assert.equal(shown.slice(at, at + 200), fresh.slice(at, at + 200), "the page is what a fresh one would be");
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
