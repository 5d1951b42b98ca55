/**
 * What comes, goes and changes places: it is seen to, no update waits for it, and who asks for less motion gets none. Where a page is
 * scrolled to is `lists.test.mjs`.
 */
import assert from "node:assert/strict";
import { area, spec } from "./area.mjs";
import { eventually, nodeNames } from "./harness.mjs";

const tiles = (page) =>
  page.$$eval("#tiles li:not([dj-leaving])", (all) => all.map(({ dataset }) => dataset.tile).join(" "));
const moving = (page) =>
  page.evaluate(() => document.getAnimations().filter(({ effect }) => effect.target.matches("#tiles li")).length);
const settled = (page) =>
  page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));

area("motion", "/layout", [
  spec("children glide to their new places, are the same nodes, and keep the focus", async ({ page, cut }) => {
    const names = await nodeNames(page, "#tiles li");
    await page.focus("#tiles li:first-child input");
    await page.keyboard.type("ab");
    await cut(() => page.evaluate(() => document.getElementById("turn").click()));
    await eventually(() => moving(page), 6);
    assert.equal(await tiles(page), "6 5 4 3 2 1");
    assert.deepEqual(await nodeNames(page, "#tiles li"), names.reverse());
    await page.keyboard.type("c");
    assert.equal(await page.inputValue("#tiles [data-tile='1'] input"), "abc");
    await settled(page);
    assert.equal(await moving(page), 0);
  }),

  spec("who comes and goes is seen to, and forgotten by the list at once", async ({ page, cut }) => {
    await page.click("#add");
    await page.waitForSelector("#tiles [data-tile='7'].come");
    await page.click("#drop");
    const leaving = page.locator("#tiles [data-tile='6'][dj-leaving].go");
    await leaving.waitFor({ state: "attached" });
    assert.deepEqual(await leaving.evaluate(({ inert, ariaHidden, style }) => [inert, ariaHidden, style.position]), [
      true,
      "true",
      "absolute",
    ]);
    // The next update does not wait for the one that leaves.
    await cut(() => page.click("#turn"));
    await eventually(() => tiles(page), "5 4 3 2 1 7");
    await leaving.waitFor({ state: "detached" });
    await page.waitForSelector("#tiles:not(:has(.come))");
  }),

  spec(
    "an element has the classes of its coming until their animation is over, and of its going before it is gone",
    async ({ page, cut }) => {
      await page.click("#toast");
      await page.waitForSelector("#bread.slow");
      await page.waitForSelector("#bread:not(.slow)");
      await cut(() => page.click("#toast"));
      await page.waitForSelector("#bread.away[dj-leaving]");
      await page.waitForSelector("#bread", { state: "detached" });
    },
  ),

  spec(
    "who asks for less motion gets none",
    async ({ page, cut }) => {
      await page.evaluate(() => {
        window.played = 0;
        const { animate } = Element.prototype;
        Element.prototype.animate = function (...told) {
          window.played++;
          return animate.apply(this, told);
        };
        new MutationObserver((records) => {
          for (const { target } of records) if (target.matches(".come, .go, .slow, .away")) window.played++;
        }).observe(document.body, { subtree: true, attributeFilter: ["class"] });
      });
      await page.click("#add");
      await cut(() => page.click("#turn"));
      await page.click("#toast");
      await page.waitForSelector("#bread");
      await page.click("#drop");
      await eventually(() => page.locator("#tiles li").count(), 6);
      await page.click("#toast");
      await page.waitForSelector("#bread", { state: "detached" });
      assert.equal(await page.evaluate(() => window.played), 0);
    },
    { reducedMotion: "reduce" },
  ),
]);
