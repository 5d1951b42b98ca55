/** What takes its time: transitions, the page bar, and giving up on an answer. The clock is the whole file's: no test leaves a page to it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { type Live, live, told } from "./browser.ts";

const shown = (html: string): Promise<Live> => live({ html, templates: [[0, "f", [], 0]] });
const classOf = ({ page }: Live, selector: string): Promise<string | null> => page.getAttribute(selector, "class");

/** From now on time passes only when a test says so. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(3_600_000);
}

test("a transition plays before what it hides is hidden, and a show in between wins", async () => {
  const view = await shown('<p id="a">a</p><p id="b">b</p><p id="c">c</p>');
  const { page } = view;
  await stopClock(page);
  await told(
    view,
    1,
    ["hide", "#a", ["during", "from", "to"], 300],
    ["hide", "#b", "fade", 300],
    ["hide", "#c", "fade", 300],
  );
  assert.equal(await page.getAttribute("#a", "class"), "during to");
  await told(view, 2, ["show", "#b"], ["toggle", "#c"]);
  await page.clock.runFor(300);
  const displays = await page.evaluate(() =>
    ["a", "b", "c"].map((id) => getComputedStyle(document.getElementById(id) as Element).display),
  );
  assert.deepEqual(displays, ["none", "block", "block"]);
  assert.equal(await page.getAttribute("#a", "class"), null);
  await view.close();
});

test("classes with a time are taken back after it, and none of them moves whoever asked for less motion", async () => {
  const view = await shown('<p id="a">a</p>');
  const { page } = view;
  await stopClock(page);
  assert.equal(await told(view, 1, ["add_class", "#a", "flash", 500]), '<p id="a" class="flash">a</p>');
  await page.clock.runFor(500);
  assert.equal(await page.getAttribute("#a", "class"), null);
  assert.equal(await told(view, 2, ["transition", "#a", "shake", 500]), '<p id="a" class="shake">a</p>');
  await page.clock.runFor(500);
  await page.emulateMedia({ reducedMotion: "reduce" });
  assert.equal(await told(view, 3, ["transition", "#a", "shake", 500]), '<p id="a">a</p>');
  await view.close();
});

test("no answer for half a minute: it is shown no longer, and the person may try again", async () => {
  const view = await shown('<button dj-click="go" dj-lock>x</button>');
  const { page, server } = view;
  await stopClock(page);
  await page.click("button");
  await server.next();
  await page.clock.runFor(29_999);
  assert.equal(await classOf(view, "button"), "dj-loading dj-click-loading");
  await page.clock.runFor(1);
  assert.equal(await classOf(view, "button"), null);
  await page.click("button");
  assert.equal((await server.next())[0], 2);
  await view.after(["a", 1]);
  assert.equal(await classOf(view, "button"), "dj-loading dj-click-loading");
  await view.after(["a", 1]);
  assert.equal(await classOf(view, "button"), null);
  await view.close();
});

test("a page on its way is told, and shows a bar if it takes long; both end (Phoenix 20: never stopped on a failed push)", async () => {
  const view = await shown('<button dj-click=\'[["push",0,"go",{"page":1,"loading":"p"}]]\'>x</button><p>p</p>');
  const { page, server, after } = view;
  view.allow("liveview");
  await stopClock(page);
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const what of ["start", "stop"]) addEventListener(`dj:page-loading-${what}`, () => told.push(what));
  });
  const told = (): Promise<string[]> => page.evaluate(() => Reflect.get(window, "told"));
  const bar = (): Promise<boolean> => page.evaluate(() => document.querySelector(".dj-page-bar.dj-active") !== null);
  await page.click("button");
  await server.next();
  assert.deepEqual(await told(), ["start"]);
  assert.equal(await classOf(view, "p"), "dj-loading dj-click-loading");
  await page.clock.runFor(199);
  assert.equal(await bar(), false);
  await page.clock.runFor(1);
  assert.equal(await bar(), true);
  assert.equal(await page.getAttribute(".dj-page-bar", "aria-hidden"), "true");
  await after(["e", "invalid", "no", 1]);
  assert.deepEqual(await told(), ["start", "stop"]);
  assert.equal(await bar(), false);
  await page.click("button");
  await server.next();
  await after(["a", 1]);
  await page.clock.runFor(1_000);
  assert.equal(await bar(), false, "a page that comes at once shows none");
  await view.close();
});

test("a handler's own timing holds back its push, and not the commands around it", async () => {
  const list = '[["toggle_class","p","on"],["push",0,"go",{"debounce":300}]]';
  const view = await shown(`<button dj-click='${list}'>x</button><p>p</p>`);
  const { page, server } = view;
  await stopClock(page);
  await page.click("button", { clickCount: 3 });
  assert.equal(await classOf(view, "p"), "on");
  assert.deepEqual(server.pending(), []);
  await page.clock.runFor(300);
  assert.equal((await server.next())[2], "go");
  assert.deepEqual(server.pending(), []);
  await view.close();
});

test("a class with a time that is given again begins its time anew, and goes", async () => {
  const view = await shown('<p id="a">a</p>');
  const { page } = view;
  await stopClock(page);
  await told(view, 1, ["add_class", "#a", "flash", 500]);
  await page.clock.runFor(300);
  await told(view, 2, ["add_class", "#a", "flash", 500]);
  await page.clock.runFor(300);
  assert.equal(await classOf(view, "#a"), "flash");
  await page.clock.runFor(200);
  assert.equal(await classOf(view, "#a"), null);
  await view.close();
});

test("a page that is a download: the bar and what is marked go, and no event is given up for it", async () => {
  const view = await shown('<p dj-hook="H">x</p>');
  const { page, server } = view;
  await page.route("**/file", (route) => route.fulfill({ status: 204 }));
  await stopClock(page);
  await page.evaluate(() =>
    liveview.hook("H", {
      mounted() {
        Object.assign(window, { ask: () => this.pushEvent("ask").then(() => "answered", String) });
      },
    }),
  );
  const ask = (): Promise<string> => page.evaluate(() => Reflect.get(window, "ask")());
  const busy = (): Promise<string | null> => page.getAttribute("[dj-v]", "aria-busy");
  await told(view, 1, ["navigate", 0, "/file"]);
  assert.equal(await busy(), "true");
  const first = ask();
  await server.next();
  await page.clock.runFor(5_000);
  assert.equal(await busy(), null, "half a minute is for answers");
  await view.after(["a", 1]);
  assert.equal(await first, "answered");
  await told(view, 2, ["navigate", 0, "/file"]);
  const second = ask();
  await server.next();
  await view.after(["a", 1]);
  assert.equal(await second, "answered");
  assert.equal(await busy(), null, "a page that is answered has not been left");
  await view.close();
});
