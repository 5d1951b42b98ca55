/** `dj-copy`: what lands on the clipboard, and what is shown and told of it. The clipboard is a stand-in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live } from "./browser.ts";

const buttons = (): Promise<Live> =>
  live({
    html:
      '<button id="a" dj-copy="a text" dj-copy-class="done yes"><b>copy</b></button><input id="field" value="old">' +
      '<button id="b" dj-copy="#field" dj-copy-event=\'["copied",7]\'>copy</button><code id="code">let x;</code>' +
      '<button id="c" dj-copy="#code">copy</button><button id="d" dj-copy="never">copy</button>',
    templates: [[0, "f", [], 0]],
    before: () => {
      const copied: string[] = [];
      const writeText = async (text: string): Promise<void> => {
        if (text === "never") throw new Error("not allowed");
        copied.push(text);
      };
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
      Object.assign(window, { copied });
    },
  });

test("a click copies a text, or what a field or an element holds now, and shows and tells it", async () => {
  const { page, server, close } = await buttons();
  await page.fill("#field", "typed");
  for (const id of ["a", "b", "c"]) await page.click(`#${id}`);
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, "copied")), ["a text", "typed", "let x;"]);
  const classes = ["a", "c"].map((id) => page.getAttribute(`#${id}`, "class"));
  assert.deepEqual(await Promise.all(classes), ["done yes", "dj-copied"]);
  assert.deepEqual(await server.next(), [1, 0, "copied", [7]]);
  await close();
});

test("what could not be copied is not shown as if it were", async () => {
  const { page, close } = await buttons();
  await page.click("#d");
  assert.equal(await page.getAttribute("#d", "class"), null);
  await close();
});

test("a colour is a text, though it begins like a selector", async () => {
  const { page, close } = await buttons();
  await page.evaluate(() => document.getElementById("a")?.setAttribute("dj-copy", "#1e90ff"));
  await page.click("#a");
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, "copied")), ["#1e90ff"]);
  await close();
});
