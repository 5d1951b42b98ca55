/**
 * What went wrong again and again in the systems before this one, by the numbers of that list: events and fields. Other
 * files test the rules themselves; nothing here is a rule of its own.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live } from "./browser.ts";

/** The next event: its name, arguments and what it brought. */
const heard = async ({ server }: Live): Promise<unknown[]> => (await server.next()).slice(2);
const names = async (session: Live, count: number): Promise<unknown[]> => {
  const list: unknown[] = [];
  while (list.length < count) list.push((await heard(session))[0]);
  assert.deepEqual(session.server.pending(), []);
  return list;
};
const shown = (html: string, ...slots: unknown[]): Promise<Live> => live({ html, templates: [[0, "f", slots, 0]] });

test("djust 7, Phoenix 14: what waits goes out once, by the blur or the submit, and not again when its time is over", async () => {
  const session = await shown(
    '<form id="f" dj-submit="save"><input name="a" dj-input="a" dj-debounce="1000"><button>ok</button></form>' +
      '<input name="b" form="f" dj-input="b" dj-debounce="blur">',
  );
  const { page, close } = session;
  await page.clock.install();
  await page.focus("[name=a]");
  await page.keyboard.type("x");
  await page.focus("[name=b]");
  assert.deepEqual(await names(session, 1), ["a"]);
  await page.keyboard.type("y");
  await page.focus("[name=a]");
  assert.deepEqual(await names(session, 1), ["b"]);
  await page.keyboard.type("z");
  await page.keyboard.press("Enter");
  assert.deepEqual(await names(session, 2), ["a", "save"]);
  await page.clock.runFor(5_000);
  await page.focus("[name=b]");
  await page.focus("button");
  await page.evaluate(() => undefined);
  assert.deepEqual(session.server.pending(), []);
  await close();
});

test("djust 7: the last keystroke is never lost, however the edit ends", async () => {
  const session = await shown(
    '<input name="a" dj-input="edit" dj-throttle="1000"><button dj-click="next">next</button>',
  );
  const { page, close } = session;
  await page.clock.install();
  await page.focus("input");
  await page.keyboard.type("abc");
  await page.evaluate(() => document.querySelector("button")?.click());
  assert.deepEqual(await heard(session), ["edit", 0, { v: "a", t: "a" }]);
  assert.deepEqual(await heard(session), ["edit", 0, { v: "abc", t: "a" }]);
  assert.deepEqual(await heard(session), ["next", 0]);
  await page.keyboard.type("d");
  await page.keyboard.type("e");
  assert.deepEqual(await heard(session), ["edit", 0, { v: "abcd", t: "a" }]);
  await page.clock.runFor(1_000);
  assert.deepEqual(await heard(session), ["edit", 0, { v: "abcde", t: "a" }]);
  await close();
});

test("djust 7, Phoenix 14: a wait ends with its element, and nothing is sent for what has left", async () => {
  const session = await shown(
    '<!--[--><p><input name="a" dj-input="edit" dj-debounce="1000"></p><!--]--><button dj-click="next">next</button>',
    ["o", [], 0],
  );
  const { page, after, close } = session;
  await page.clock.install();
  // Filled in by the browser: the field has no focus to lose.
  await page.evaluate(() => {
    const field = document.querySelector("input") as HTMLInputElement;
    field.value = "filled";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await after([1, [0, 0]]);
  await page.clock.runFor(2_000);
  await page.click("button");
  assert.deepEqual(await names(session, 1), ["next"]);
  await close();
});

test("djust 11: after a hundred frames a click is one event, on nodes that stayed and on those that are new", async () => {
  const session = await live({
    html: '<ul><li><button dj-click="old">x</button></li></ul>',
    templates: [
      [0, "f", [["l", [0], -1, "", 1]], 0],
      [1, "g", [["T", [0, 0], 0]], 0],
    ],
  });
  const { page, after, close } = session;
  const defs = [[1, "g", [["T", [0, 0], 0]], [["li", 0, ["button", ["dj-click", "new"], 0]]]]];
  for (let seq = 1; seq <= 100; seq++) session.server.send(seq, [0, [1, 0, [0, `frame ${seq}`]]]);
  await after([101, [0, ["o", 1, [0, 1, -1, 1], [1, ["row"]]]], 0, defs]);
  await page.click("li:first-child button");
  await page.click("li:last-child button");
  assert.deepEqual(await names(session, 2), ["old", "new"]);
  await close();
});

test("djust 11: a binding that a frame has changed is the one that is called, and one that is taken away is not", async () => {
  const session = await shown("<button dj-click='[\"pick\",1]'>x</button>", ["a", [0], 0, "dj-click"]);
  const { page, after, close } = session;
  await page.click("button");
  assert.deepEqual(await heard(session), ["pick", [1]]);
  await after([1, [0, '["pick",2]'], 1]);
  await page.click("button");
  assert.deepEqual(await heard(session), ["pick", [2]]);
  await after([2, [0, null], 1]);
  await page.click("button");
  assert.deepEqual(session.server.pending(), []);
  await close();
});

test("djust 11: a binding of the window that comes by a slot is heard, and not once it is taken away", async () => {
  const session = await shown("<p>x</p><button dj-click='mark'>m</button>", ["a", [0], 0, "dj-window-keydown.k"]);
  const { page, after, close } = session;
  await after([1, [0, "key"]]);
  await page.keyboard.press("k");
  assert.deepEqual(await names(session, 1), ["key"]);
  await after([2, [0, null], 1]);
  await page.keyboard.press("k");
  await page.click("button");
  assert.deepEqual(await names(session, 1), ["mark"]);
  await close();
});

test("djust 6, Phoenix 10: names with brackets, a box's own value and the button that was pressed come as they are", async () => {
  const session = await shown(
    '<form dj-change="check" dj-submit="save"><input type="checkbox" name="user[tags][]" value="7"><input type="image" alt="go" name="map"><button name="how" value="b">b</button></form>',
  );
  const { page, close } = session;
  await page.click("[type=checkbox]");
  assert.deepEqual(await heard(session), ["check", 0, { f: [["user[tags][]", "7"]], t: "user[tags][]" }]);
  await page.click("button");
  const fields = [
    ["user[tags][]", "7"],
    ["how", "b"],
  ];
  assert.deepEqual(await heard(session), ["save", 0, { f: fields, s: "how" }]);
  await close();
});

test("djust 6: a caret, a selection and the scroll of a field in use stay through frames all around it", async () => {
  const session = await shown(
    '<h1>x</h1><textarea name="t" rows="2"></textarea><p>y</p>',
    ["T", [0], 0],
    ["p", [1], 0, "value"],
    ["a", [1], 0, "class"],
    ["T", [2], 0],
  );
  const { page, after, close } = session;
  const state = (): Promise<unknown> =>
    page.evaluate(() => {
      const { selectionStart, selectionEnd, scrollTop } = document.querySelector("textarea") as HTMLTextAreaElement;
      return [selectionStart, selectionEnd, scrollTop];
    });
  await page.fill("textarea", "line\n".repeat(50));
  await page.evaluate(() => {
    const field = document.querySelector("textarea") as HTMLTextAreaElement;
    field.setSelectionRange(12, 20);
    field.scrollTop = 100;
  });
  const before = await state();
  await after([1, [0, "new", 1, "server", 2, "busy", 3, "new"]]);
  assert.deepEqual(await state(), before);
  await close();
});
