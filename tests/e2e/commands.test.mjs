/**
 * Every command of `Js`, from attributes, from handlers and from scripts; what the server pushes behind an update. What is taken back
 * by itself is `feedback.test.mjs`. A clock is set only while there is a line, whose own patience would be over with it.
 */
import assert from "node:assert/strict";
import { area, spec } from "./area.mjs";
import { eventually, live } from "./harness.mjs";

const OWN = { isFresh: false };
const press = (page, id) => page.evaluate((id) => document.getElementById(id).click(), id);
const heard = (page) => page.$$eval("#heard li", (lines) => lines.map((line) => line.textContent));
const target = (page, name) => page.getAttribute("#target", name);
const tokens = (page) =>
  page.$eval("#target", ({ classList }) =>
    [...classList]
      .filter((token) => token !== "begun")
      .sort()
      .join(" "),
  );
const focused = (page) => page.evaluate(() => document.activeElement.id);

area("commands", "/commands", [
  spec(
    "show, hide and toggle, in an instant or with classes for a time",
    async ({ page, cut }) => {
      const display = () => page.$eval("#panel", (panel) => getComputedStyle(panel).display);
      await press(page, "show");
      await eventually(display, "block");
      await cut(() => press(page, "hide"));
      await eventually(display, "none");
      await press(page, "toggle");
      await eventually(display, "flex");
      await press(page, "toggle");
      await eventually(display, "none");
      await press(page, "show");
      await live(page);
      await page.clock.install();
      await press(page, "slow-hide");
      await eventually(() => page.getAttribute("#panel", "class"), "during to");
      assert.equal(await display(), "block");
      await page.clock.runFor(60_000);
      await eventually(display, "none");
      assert.equal(await page.getAttribute("#panel", "class"), null);
    },
    { ...OWN, clock: true },
  ),

  spec(
    "classes are added, removed and turned for good, or for a time",
    async ({ page, cut }) => {
      await press(page, "add");
      await eventually(() => tokens(page), "one three two");
      await cut(() => press(page, "turn"));
      await press(page, "remove");
      await eventually(() => tokens(page), "four three");
      await live(page);
      await page.clock.install();
      await press(page, "for-a-time");
      await press(page, "transition");
      await eventually(() => tokens(page), "brief four shake three");
      await page.clock.runFor(60_000);
      await eventually(() => tokens(page), "four three");
    },
    { ...OWN, clock: true },
  ),

  spec(
    "attributes and texts are written, and stay the page's where it says so",
    async ({ page, cut }) => {
      await press(page, "set");
      await eventually(() => target(page, "title"), "A title");
      assert.deepEqual([await target(page, "aria-pressed"), await target(page, "lang")], [null, "de"]);
      await press(page, "set");
      await eventually(() => target(page, "lang"), "en");
      await press(page, "relabel");
      await eventually(() => target(page, "data-label"), "1");
      await press(page, "ignore");
      await cut(() => press(page, "relabel"));
      await eventually(() => page.textContent("#label"), "2");
      assert.equal(await target(page, "data-label"), "mine");
      await press(page, "text");
      await eventually(() => page.textContent("#target"), "<b>text</b>");
      assert.equal(await page.locator("#target b").count(), 0);
    },
    OWN,
  ),

  spec(
    "a command is for its element, what is around it, or what is in it",
    async ({ page, cut }) => {
      await cut(() => page.click("#inner"));
      await page.waitForSelector("#around.closest #inner.self");
      await page.hover("#outer");
      await eventually(() => page.locator("#outer b.inner").count(), 2);
    },
    OWN,
  ),

  spec("the focus goes where it is sent, and back", async ({ page, cut }) => {
    await page.click("#focus");
    await eventually(() => focused(page), "field");
    await page.keyboard.press("Enter");
    await eventually(() => focused(page), "");
    await cut(() => page.click("#focus-first"));
    await eventually(() => focused(page), "field");
    await page.keyboard.press("Escape");
    await eventually(() => focused(page), "focus-first");
  }),

  spec(
    "events are dispatched, other bindings run, and what is pushed follows",
    async ({ page, cut }) => {
      await page.evaluate(() => {
        window.told = [];
        for (const name of ["told", "whispered"])
          addEventListener(name, ({ detail, target }) => window.told.push([name, detail, target.id]));
        document
          .getElementById("target")
          .addEventListener("whispered", ({ detail }) => window.told.push(["near", detail]));
      });
      await press(page, "dispatch");
      await eventually(
        () => page.evaluate(() => window.told),
        [
          ["told", [1, 2], "target"],
          ["near", null],
        ],
      );
      await press(page, "exec");
      await eventually(() => tokens(page), "one three two");
      await cut(() => press(page, "chain"));
      await page.waitForSelector("#chain.going");
      await eventually(() => heard(page), ["chained"]);
    },
    OWN,
  ),

  spec("dialogs open above the page and close", async ({ page, cut }) => {
    await page.click("#modal");
    await page.waitForSelector("#dialog:modal");
    await cut(() => page.click("#close"));
    await page.waitForSelector("#dialog:not([open])", { state: "attached" });
  }),

  spec(
    "texts are copied, and that they were is shown and told",
    async ({ page, cut }) => {
      const copied = () => page.evaluate(() => window.copied);
      await page.click("#copy");
      await page.click("#copy-content");
      await eventually(copied, ["a text", "Target"]);
      await cut(() => page.click("#dj-copy"));
      await page.waitForSelector("#dj-copy.done");
      await eventually(copied, ["a text", "Target", "Target"]);
      await eventually(() => heard(page), ["copied"]);
    },
    {
      isFresh: false,
      // The clipboard is everybody's: what is written there is noted instead of read back.
      script: () => {
        window.copied = [];
        Clipboard.prototype.writeText = async (text) => void window.copied.push(text);
      },
    },
  ),

  spec(
    "a page's own command is waited for, and what is far away comes into view",
    async ({ page, cut }) => {
      await page.evaluate(() => {
        window.order = [];
        const done = new Promise((resolve) => {
          window.release = resolve;
        });
        liveview.command("beep", (element, detail) => {
          window.order.push([element.id, detail]);
          return done;
        });
      });
      await cut(() => page.click("#ext"));
      await eventually(() => page.evaluate(() => window.order), [["ext", "high"]]);
      assert.equal(await page.locator("#ext.after").count(), 0);
      await page.evaluate(() => window.release());
      await page.waitForSelector("#ext.after");
      await page.click("#into-view");
      await eventually(() => page.$eval("#far-away", (far) => Math.round(far.getBoundingClientRect().top)), 0);
    },
    OWN,
  ),

  spec(
    "a command leads elsewhere",
    async ({ page, cut }) => {
      const asked = [];
      await page.route("**/elsewhere", (route) => {
        asked.push(route.request().url());
        return route.fulfill({ status: 204 });
      });
      await cut(() => page.click("#go"));
      await eventually(() => asked.map((url) => new URL(url).pathname), ["/elsewhere"]);
    },
    OWN,
  ),

  spec(
    "what a handler pushes runs once, behind its own update",
    async ({ page, cut }) => {
      await page.evaluate(() => {
        window.told = [];
        addEventListener("dj:celebrated", ({ detail }) =>
          window.told.push([detail, document.querySelectorAll("#heard li").length]),
        );
      });
      await page.click("#push");
      await page.waitForSelector("#heard li.pushed");
      await eventually(() => focused(page), "field");
      await cut(() => page.click("#push"));
      await eventually(() => page.locator("#heard li.pushed").count(), 2);
      await eventually(
        () => page.evaluate(() => window.told),
        [
          [1, 1],
          [2, 2],
        ],
      );
    },
    OWN,
  ),

  spec(
    "scripts run commands, and who came or lost the line runs theirs",
    async ({ page, cut }) => {
      await page.waitForSelector("#line.begun[data-line=up]");
      await page.evaluate(() =>
        liveview.js(document.getElementById("target"), [
          ["add_class", 0, "scripted"],
          ["push", 0, ["hear", "script"]],
        ]),
      );
      await page.waitForSelector("#target.scripted");
      await cut();
      await eventually(() => heard(page), ["script"]);
      await page.waitForSelector("#line[data-line=up]");
    },
    OWN,
  ),
]);
