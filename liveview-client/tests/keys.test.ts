/** Keys under every name that a binding may give them, the browser's and the shorter one. Holds no key down. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live } from "./browser.ts";

const NAMED =
  '<p tabindex="0" dj-keydown.enter="enter" dj-keydown.escape="escape" dj-keydown.tab.prevent="tab" dj-keydown.space.prevent="space" ' +
  'dj-keydown.backspace="backspace" dj-keydown.delete="delete" dj-keydown.insert="insert" dj-keydown.arrowup.prevent="arrowup" ' +
  'dj-keydown.arrowdown.prevent="arrowdown" dj-keydown.arrowleft="arrowleft" dj-keydown.arrowright="arrowright" ' +
  'dj-keydown.home.prevent="home" dj-keydown.end.prevent="end" dj-keydown.pageup.prevent="pageup" ' +
  'dj-keydown.pagedown.prevent="pagedown" dj-keydown.f2="f2" dj-keydown.x="x" dj-keydown.alt.y="alt+y">p</p>';
const SHORT =
  '<p tabindex="0" dj-keydown.esc="esc" dj-keydown.up.prevent="up" dj-keydown.down.prevent="down" dj-keydown.left="left" dj-keydown.right="right">p</p>';

/** Presses these keys, one after another; returns the names under which they were heard, in order. */
async function heard(html: string, keys: string): Promise<string> {
  const { page, server, close } = await live({ html, templates: [[0, "f", [], 0]] });
  await page.focus("p");
  const names: unknown[] = [];
  for (const key of keys.split(" ")) {
    await page.keyboard.press(key);
    names.push((await server.next())[2]);
  }
  await page.evaluate(() => undefined);
  assert.deepEqual(server.pending(), []);
  await close();
  return names.join(" ");
}

test("each key has its name, and no other key has it", async () => {
  assert.equal(
    await heard(NAMED, "Enter Escape Tab Space Backspace Delete Insert ArrowUp ArrowDown ArrowLeft ArrowRight"),
    "enter escape tab space backspace delete insert arrowup arrowdown arrowleft arrowright",
  );
  assert.equal(await heard(NAMED, "Home End PageUp PageDown F2 x Alt+y"), "home end pageup pagedown f2 x alt+y");
});

test("some have a shorter one", async () => {
  assert.equal(await heard(SHORT, "Escape ArrowUp ArrowDown ArrowLeft ArrowRight"), "esc up down left right");
});
