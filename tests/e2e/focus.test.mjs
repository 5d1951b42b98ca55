/**
 * Dialogs, menus, and who has the focus when things come and go. Moves it by keys and clicks alone, as a person does.
 */
import assert from "node:assert/strict";
import { area, spec } from "./area.mjs";
import { eventually } from "./harness.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.id);

area("focus and dialogs", "/layout", [
  spec("a dialog is modal while the server says so, keeps the focus in, and gives it back", async ({ page, cut }) => {
    await page.focus("#open");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#dialog:modal");
    await eventually(() => focused(page), "in-dialog");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "done");
    await cut(() => page.keyboard.press("Enter"));
    await page.waitForSelector("#dialog:not([open])", { state: "attached" });
    await eventually(() => focused(page), "open");
  }),

  spec("a person may close it, which is heard, and it opens again when it is asked to", async ({ page, cut }) => {
    await page.click("#open");
    await page.waitForSelector("#dialog:modal");
    await cut(() => page.keyboard.press("Escape"));
    await page.waitForSelector("#dialog[dj-dialog=close]", { state: "attached" });
    await page.click("#open");
    await page.waitForSelector("#dialog:modal");
    await page.click("#done");
    await page.waitForSelector("#dialog:not([open])", { state: "attached" });
  }),

  spec(
    "who is removed with the focus leaves it to the next row, the one before, and at last to the list",
    async ({ page, cut }) => {
      await page.focus("#remove2");
      await page.keyboard.press("Enter");
      await eventually(() => focused(page), "remove3");
      await cut(() => page.keyboard.press("Enter"));
      await eventually(() => focused(page), "remove1");
      await page.keyboard.press("Enter");
      await eventually(() => focused(page), "rows");
      assert.equal(await page.locator("#rows li").count(), 0);
    },
  ),

  spec("what newly appears takes the focus where it says so", async ({ page, cut }) => {
    await cut(() => page.click("#ask"));
    await eventually(() => focused(page), "answer");
    await page.keyboard.type("yes");
    assert.equal(await page.inputValue("#answer"), "yes");
  }),

  spec("arrow keys move in what has a role of several, past what cannot be used", async ({ page, cut }) => {
    await page.focus("#cut");
    await page.keyboard.press("ArrowRight");
    await eventually(() => focused(page), "copy");
    await page.keyboard.press("ArrowRight");
    await eventually(() => focused(page), "cut");
    await cut(() => page.keyboard.press("End"));
    await eventually(() => focused(page), "copy");
    await page.keyboard.press("Home");
    await eventually(() => focused(page), "cut");
  }),
]);
