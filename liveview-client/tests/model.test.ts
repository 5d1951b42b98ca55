/** `dj-model`, `dj-no-submit` and half-typed numbers: fields that speak for themselves. Writes nothing to a field. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live } from "./browser.ts";

const said = async ({ server }: Awaited<ReturnType<typeof live>>): Promise<unknown[]> => (await server.next()).slice(2);

test("dj-model says the value of each kind of field, before the bindings that use it", async () => {
  const session = await live({
    html:
      '<form dj-change="form"><input id="t" dj-model="query" dj-input="search"></form><input id="l" dj-model.lazy="late"><input id="c" type="checkbox" dj-model="done">' +
      '<input id="r" type="radio" value="b" dj-model="kind"><select id="s" dj-model="size"><option>a<option>b</select>' +
      '<select id="m" multiple dj-model="tags"><option>a<option>b<option>c</select>',
    templates: [[0, "f", [], 0]],
  });
  const { page, server, close } = session;
  await page.focus("#t");
  await page.keyboard.type("x");
  assert.deepEqual(await said(session), ["update_model", ["query"], { v: "x" }]);
  assert.deepEqual(await said(session), ["search", 0, { v: "x" }]);
  await page.focus("#l");
  assert.deepEqual(await said(session), ["form", 0, { f: [] }]);
  await page.keyboard.type("yz");
  await page.click("#c");
  assert.deepEqual(await said(session), ["update_model", ["late"], { v: "yz" }]);
  assert.deepEqual(await said(session), ["update_model", ["done"], { c: true, v: "on" }]);
  await page.click("#r");
  assert.deepEqual(await said(session), ["update_model", ["kind"], { c: true, v: "b" }]);
  await page.selectOption("#s", "b");
  assert.deepEqual(await said(session), ["update_model", ["size"], { v: "b" }]);
  await page.selectOption("#m", ["a", "c"]);
  const tags = [
    ["tags", "a"],
    ["tags", "c"],
  ];
  assert.deepEqual(await said(session), ["update_model", ["tags"], { v: "a", f: tags }]);
  assert.deepEqual(server.pending(), [], "each edit is said once");
  await close();
});

test("dj-model.debounce waits for a pause, and goes out before what comes after it", async () => {
  const session = await live({
    html: '<input dj-model.debounce-60000="query"><button dj-click="go">go</button>',
    templates: [[0, "f", [], 0]],
  });
  const { page, server, close } = session;
  await page.focus("input");
  await page.keyboard.type("abc");
  assert.deepEqual(server.pending(), []);
  await page.click("button");
  assert.deepEqual(await said(session), ["update_model", ["query"], { v: "abc" }]);
  assert.deepEqual(await said(session), ["go", 0]);
  await close();
});

test("half of a number is not sent, neither at once nor when its wait is over", async () => {
  const session = await live({
    html: '<input id="n" type="number" dj-input="count" dj-debounce="60000"><input id="m" type="number" dj-model="count"><button>x</button>',
    templates: [[0, "f", [], 0]],
  });
  const { page, server, close } = session;
  await page.focus("#n");
  await page.keyboard.type("1e");
  await page.focus("#m");
  await page.keyboard.type("2");
  assert.deepEqual(await said(session), ["update_model", ["count"], { v: "2" }]);
  await page.keyboard.type("e");
  await page.focus("button");
  assert.deepEqual(server.pending(), []);
  await page.focus("#n");
  await page.keyboard.type("3");
  await page.focus("button");
  assert.deepEqual(await said(session), ["count", 0, { v: "1e3" }]);
  await close();
});

test("dj-no-submit keeps Enter in a one-line field from sending its form; buttons and text areas go on", async () => {
  const session = await live({
    html: '<form dj-submit="save" dj-no-submit="enter"><input name="a" dj-keydown.enter="enter"><textarea name="b"></textarea><button>ok</button></form>',
    templates: [[0, "f", [], 0]],
  });
  const { page, server, close } = session;
  await page.focus("input");
  await page.keyboard.press("Enter");
  assert.equal((await said(session))[0], "enter");
  await page.focus("textarea");
  await page.keyboard.press("Enter");
  assert.equal(await page.inputValue("textarea"), "\n");
  assert.deepEqual(server.pending(), []);
  await page.focus("button");
  await page.keyboard.press("Enter");
  assert.equal((await said(session))[0], "save");
  await close();
});
