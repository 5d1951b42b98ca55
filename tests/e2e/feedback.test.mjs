/**
 * What a page shows of an event on its way, and that all of it is gone with the answer, a refusal, a broken line or too long a wait.
 * The tests hold the line; nothing waits for a clock but the two who are about time.
 */
import assert from "node:assert/strict";
import { area, spec } from "./area.mjs";
import { eventually } from "./harness.mjs";

const text = (page, selector) => () => page.textContent(selector);
const attribute = (page, selector, name) => page.getAttribute(selector, name);
const classes = (page, selector) => page.$eval(selector, ({ className }) => className);
const REFUSED = { expected: [/liveview: failed: The server said no\./] };

/** Does something whose answer is held back, looks at the page, and lets the answer come. */
async function meanwhile(line, action, look) {
  line.hold("down");
  await action();
  await look();
  line.release("down");
}

area("feedback", "/feedback", [
  spec(
    "who waits for an answer shows it, with all that names the event, and no longer",
    async ({ page, cut, line }) => {
      await meanwhile(
        line,
        () => page.click("#save"),
        async () => {
          await page.waitForSelector("#save.dj-loading.dj-click-loading[aria-busy=true][aria-disabled=true]");
          assert.equal(await page.textContent("#save"), "Saving…");
          await page.waitForSelector("#card.dj-loading.dj-click-loading");
          await page.waitForSelector("#while", { state: "visible" });
          await page.waitForSelector("#busy.busy.so");
          await page.waitForSelector("#disabled:disabled");
          await page.waitForSelector("#hidden", { state: "hidden" });
          assert.equal(await page.$eval("#shown", (shown) => getComputedStyle(shown).display), "flex");
        },
      );
      await eventually(text(page, "#saved"), "1");
      await cut(() => page.click("#save"));
      await eventually(text(page, "#saved"), "2");
      assert.deepEqual([await page.textContent("#save"), await classes(page, "#card")], ["Save", ""]);
      assert.equal(await page.locator(".dj-loading, [aria-busy], :disabled, .busy").count(), 0);
      for (const id of ["#while", "#shown"]) assert.ok(await page.isHidden(id), id);
      assert.ok(await page.isVisible("#hidden"));
    },
  ),

  spec("a page on its way is told, and shows a bar when it takes its time", async ({ page, cut, line }) => {
    await page.evaluate(() => {
      window.told = [];
      for (const what of ["start", "stop"]) addEventListener(`dj:page-loading-${what}`, () => window.told.push(what));
    });
    const told = () => page.evaluate(() => window.told);
    await meanwhile(
      line,
      () => page.click("#page"),
      async () => {
        await page.waitForSelector(".dj-page-bar.dj-active", { state: "attached" });
        assert.deepEqual(await told(), ["start"]);
      },
    );
    await eventually(told, ["start", "stop"]);
    assert.equal(await page.locator(".dj-active").count(), 0);
    await cut(() => page.click("#page"));
    await eventually(text(page, "#saved"), "2");
    await eventually(told, ["start", "stop", "start", "stop"].concat(await page.evaluate(() => window.told.slice(4))));
  }),

  spec("clicks queue, but not where a lock drops them", async ({ page, cut, line }) => {
    await cut(() => page.$eval("#count", (button) => [1, 2, 3, 4, 5].forEach(() => button.click())));
    await eventually(text(page, "#counted"), "5");
    await meanwhile(
      line,
      () => page.$eval("#once", (button) => [1, 2, 3].forEach(() => button.click())),
      () => {},
    );
    await eventually(text(page, "#counted"), "6");
    await page.click("#once");
    await eventually(text(page, "#counted"), "7");
  }),

  spec("a question that is denied is as if nothing had been done", async ({ page, cut }) => {
    const asked = [];
    let answer = "dismiss";
    page.on("dialog", (dialog) => {
      asked.push(dialog.message());
      return dialog[answer]();
    });
    await page.click("#sure");
    await page.click("#agree");
    assert.equal(await page.isChecked("#agree"), false);
    answer = "accept";
    await page.click("#sure");
    await cut(() => page.click("#agree"));
    await eventually(text(page, "#counted"), "1");
    assert.equal(await page.isChecked("#agree"), true);
    assert.deepEqual(asked, ["Sure?", "Agreed?", "Sure?", "Agreed?"]);
  }),

  spec(
    "a form is sent once, shows that it is on its way, and what is typed meanwhile is kept",
    async ({ page, cut, line }) => {
      await page.fill("#title", "first");
      await meanwhile(
        line,
        () => page.click("#send"),
        async () => {
          await page.waitForSelector("#form.dj-loading.dj-submit-loading");
          await page.waitForSelector("#pending", { state: "visible" });
          await page.waitForSelector("#idle", { state: "hidden" });
          await page.waitForSelector("#other:disabled");
          assert.equal(await page.textContent("#send"), "Sending…");
          await page.fill("#title", "second");
          await page.press("#title", "Enter");
        },
      );
      await eventually(() => page.$$eval("#sent li", (all) => all.map((line) => line.textContent)), ["first"]);
      assert.equal(await page.inputValue("#title"), "second");
      await page.waitForSelector("#send:enabled");
      await cut(() => page.press("#title", "Enter"));
      await eventually(
        () => page.$$eval("#sent li", (all) => all.map((line) => line.textContent)),
        ["first", "second"],
      );
      assert.equal(await page.inputValue("#title"), "");
      assert.ok(await page.isHidden("#pending"));
    },
  ),

  spec("what is locked waits for the answer, and all else goes on", async ({ page, cut, line, poke }) => {
    line.hold("up");
    await page.click("#inside");
    await poke();
    await eventually(text(page, "#poked"), "1");
    assert.equal(await page.textContent("#poked-inside"), "0");
    line.release("up");
    await eventually(text(page, "#poked-inside"), "1");
    await cut(() => page.click("#inside"));
    await poke();
    await eventually(text(page, "#counted"), "2");
    await eventually(text(page, "#poked-inside"), "2");
  }),

  spec("what is optimistic is shown at once, and the answer has the last word", async ({ page, cut, line }) => {
    await meanwhile(
      line,
      () => page.click("#like"),
      async () => {
        await page.waitForSelector("#like.liked");
        await page.waitForSelector("#hint", { state: "hidden" });
        assert.equal(await page.textContent("#thanks"), "Thanks");
      },
    );
    await page.waitForSelector("#hint", { state: "visible" });
    assert.deepEqual([await classes(page, "#like"), await page.textContent("#thanks")], ["liked", "Not yet"]);
    await cut(() => page.click("#like"));
    await page.waitForSelector("#like:not(.liked):not(.dj-loading)");
  }),

  spec(
    "a broken line takes back what was only hoped for, and shows it again when the event is sent again",
    async ({ page, cut, line }) => {
      line.hold("down");
      await page.click("#like");
      await page.waitForSelector("#like.liked");
      await cut();
      await page.waitForSelector("[dj-v]:not(.dj-connected) #like:not(.liked), .dj-connected #like.liked");
      line.release("down");
      await page.waitForSelector("#like.liked:not(.dj-loading)");
      assert.equal(await page.textContent("#thanks"), "Not yet");
    },
  ),

  spec(
    "a refusal takes it all back, and says why",
    async ({ page, cut, line }) => {
      await meanwhile(
        line,
        () => page.click("#refused"),
        async () => {
          await page.waitForSelector("#refused.good[aria-pressed=true]");
          assert.equal(await page.textContent("#refused"), "Done");
        },
      );
      await eventually(text(page, "#refused"), "Will be refused");
      assert.deepEqual(
        [await classes(page, "#refused"), await attribute(page, "#refused", "aria-pressed")],
        ["", "false"],
      );
      await eventually(() => page.complaints$.length, 1);
      await cut(() => page.click("#refused"));
      await eventually(() => page.complaints$.length, 2);
      await eventually(text(page, "#refused"), "Will be refused");
    },
    REFUSED,
  ),

  spec(
    "half a minute without an answer takes it back; the answer counts when it comes",
    async ({ page, cut, line }) => {
      await cut(() => page.click("#count"));
      await eventually(text(page, "#counted"), "1");
      await page.clock.install();
      line.hold("up");
      await page.click("#like");
      await page.waitForSelector("#like.liked.dj-loading");
      await page.clock.runFor(30_000);
      await page.waitForSelector("#like:not(.liked):not(.dj-loading)");
      line.release("up");
      await page.waitForSelector("#like.liked");
    },
    { clock: true },
  ),
]);
