/**
 * Where a page is scrolled to while it changes: what sticks to its end, what keeps its place, what comes into view, and long lists
 * of which only the window is laid out. How rows move is `motion.test.mjs`.
 */
import assert from "node:assert/strict";
import { area, spec } from "./area.mjs";
import { eventually } from "./harness.mjs";

const TALL = { viewport: { width: 900, height: 4000 } };
/** How far it is from its end. */
const gap = (page, selector) =>
  page.$eval(selector, ({ scrollTop, scrollHeight, clientHeight }) =>
    Math.round(scrollHeight - clientHeight - scrollTop),
  );
const scroll = (page, selector, top) => page.$eval(selector, (list, top) => list.scrollTo(0, top), top);
const place = (page, selector) => page.$eval(selector, (row) => Math.round(row.getBoundingClientRect().top));

area("lists", "/layout", [
  spec(
    "what sticks to its end follows it until the person scrolls back, and again when they return",
    async ({ page, cut, poke }) => {
      await eventually(() => gap(page, "#chat"), 0);
      await cut();
      await poke();
      await eventually(() => page.locator("#chat li").count(), 13);
      assert.equal(await gap(page, "#chat"), 0);
      await scroll(page, "#chat", 40);
      const before = await place(page, "#chat li:nth-child(3)");
      await poke();
      await eventually(() => page.locator("#chat li").count(), 14);
      assert.equal(await place(page, "#chat li:nth-child(3)"), before);
      await scroll(page, "#chat", 9999);
      await poke();
      await eventually(() => page.locator("#chat li").count(), 15);
      assert.equal(await gap(page, "#chat"), 0);
    },
    TALL,
  ),

  spec(
    "rows put in front of what is read do not move it, not at the very top either",
    async ({ page, cut }) => {
      await scroll(page, "#past", 60);
      const before = await place(page, "#past102");
      await cut(() => page.click("#older"));
      await page.waitForSelector("#past95", { state: "attached" });
      assert.equal(await place(page, "#past102"), before);
      await scroll(page, "#past", 0);
      const top = await place(page, "#past95");
      await page.click("#older");
      await page.waitForSelector("#past90", { state: "attached" });
      assert.equal(await place(page, "#past95"), top);
    },
    TALL,
  ),

  spec(
    "an element that asks for it comes into view when it appears",
    async ({ page, cut }) => {
      await cut(() => page.click("#goal"));
      await page.waitForSelector("#flag");
      const seen = () =>
        page.$eval("#flag", (flag) => {
          const [own, box] = [flag, flag.parentElement].map((element) => element.getBoundingClientRect());
          return own.top >= box.top && own.bottom <= box.bottom;
        });
      await eventually(seen, true);
    },
    TALL,
  ),

  spec(
    "a long list lays out its window only, rows of any height, while rows come in front",
    async ({ page, cut, poke }) => {
      const laidOut = (row) =>
        page.$eval(`#long${row}`, (row) => row.firstElementChild.checkVisibility({ contentVisibilityAuto: true }));
      const height = (row) => page.$eval(`#long${row}`, (row) => Math.round(row.getBoundingClientRect().height));
      await eventually(() => laidOut(0), true);
      assert.equal(await laidOut(400), false);
      assert.deepEqual([await height(0), await height(1)], [55, 30]);
      const full = () => page.$eval("#long", ({ scrollHeight }) => scrollHeight);
      assert.ok((await full()) > 500 * 29, "room is kept for those that are not");
      await cut();
      await poke();
      await page.waitForSelector("#long1001", { state: "attached" });
      await page.$eval("#long400", (row) => row.scrollIntoView());
      await eventually(() => laidOut(400), true);
      await eventually(() => laidOut(0), false);
      const before = await place(page, "#long400");
      await poke();
      await page.waitForSelector("#long1002", { state: "attached" });
      await eventually(() => place(page, "#long400"), before);
      await eventually(() => page.textContent("#long1002"), "Row 1002", "written though nobody sees it");
    },
    { ...TALL, isFresh: false },
  ),
]);
