/**
 * Ten thousand updates of a busy page: what the browser holds for it after the first thousand is what it holds after all. Times
 * nothing, and looks at no behaviour.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, startServer } from "./harness.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer("soak"), openBrowser()]);
});
after(async () => {
  await browser.close();
  await server.kill();
});

const WARM = 1_000;
const ALL = 10_000;
/** What the heap may gain in nine thousand updates, 43 bytes each: the browser goes on learning the code, and that comes to rest. */
const SLACK = 384 * 1024;

/** Updates that have come down. */
const updates = (page) => page.frames$.filter(({ way, text }) => way === "down" && /^\[\d/.test(text)).length;

/** A hook as pages have them: it listens, and makes something of its own. */
const hook = () => {
  const resized = () => {};
  liveview.hook("Mark", {
    mounted() {
      addEventListener("resize", resized);
      this.el.append(document.createElement("canvas"));
      this.handleEvent("stepped", (step) => (this.step = step));
    },
    updated() {
      this.el.title = this.values.step;
    },
    destroyed() {
      removeEventListener("resize", resized);
    },
  });
};

/**
 * So many steps, each until its answer is seen: rows come, go, glide and change places, with hooks in them; a menu comes and goes
 * with its bindings of the whole page; fields are written and corrected; now and then there is a view transition.
 */
const work = (page, steps) =>
  page.evaluate(async (steps) => {
    const find = (selector) => document.querySelector(selector);
    const type = (name, text) => {
      const field = find(`[name=${name}]`);
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    const at = find("#at");
    for (let step = 0; step < steps; step++) {
      const next = String(Number(at.textContent) + 1);
      const done = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (at.textContent !== next) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(at, { childList: true, characterData: true, subtree: true });
      });
      find("li:not([dj-leaving]) button").click();
      for (const letter of "abcdefghijklmnop") type("query", `${letter} ${next}`);
      type("code", `code ${next}`);
      if (next % 20 === 0) find("#pick").click();
      find("#step").click();
      await done;
    }
  }, steps);

/** What the browser holds once everything has come to rest and is swept. */
async function held(page, devtools) {
  await page.waitForFunction(() => !document.querySelector("[dj-leaving]") && !document.getAnimations().length);
  for (let sweep = 0; sweep < 3; sweep++) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

test("ten thousand updates leave nothing behind: heap, nodes, listeners", { timeout: 300_000 }, async (t) => {
  const page = await openPage(t, browser, server.url);
  await page.evaluate(hook);
  const devtools = await page.context().newCDPSession(page);
  const until = async (count) => {
    while (updates(page) < count) await work(page, 50);
    return held(page, devtools);
  };
  const early = await until(WARM);
  const late = await until(ALL);
  t.diagnostic(`after ${WARM} updates: ${JSON.stringify(early)}, after ${updates(page)}: ${JSON.stringify(late)}`);
  assert.ok(late.heap < early.heap + SLACK, `the heap grew by ${late.heap - early.heap} bytes`);
  assert.deepEqual([late.nodes, late.listeners], [early.nodes, early.listeners]);
});
