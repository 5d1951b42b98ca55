/** A view that crashes and is mounted anew: what a person typed is on the screen and reaches the next session. Cuts no line. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live, settled } from "./browser.ts";

/** A form that tells its changes, and one field that belongs to none. */
const fields = {
  html:
    '<form id="f" dj-change=\'["edit",7]\' dj-value-kind="x"><input name="a" value="old"><input name="b"></form>' +
    '<input id="alone" value="old" dj-change="note"><input id="box" type="checkbox" checked dj-change="tick">' +
    '<button dj-click="crash">crash</button>',
  templates: [
    [
      0,
      "f",
      [
        ["p", [0, 0], 0, "value"],
        ["p", [1], 0, "value"],
        ["p", [2], 0, "checked"],
      ],
      0,
    ],
  ],
};
const trees = [
  [
    0,
    "f",
    fields.templates[0]?.[2],
    [
      [
        "form",
        ["id", "f", "dj-change", '["edit",7]', "dj-value-kind", "x"],
        ["input", ["name", "a"], 0],
        ["input", ["name", "b"]],
      ],
      ["input", ["id", "alone", "dj-change", "note"], 1],
      ["input", ["id", "box", "type", "checkbox", "dj-change", "tick"], 2],
      ["button", ["dj-click", "crash"], "crash"],
    ],
  ],
];

/** Types into every field; says what goes up. */
async function type({ page, server }: Live): Promise<void> {
  await page.fill("[name=a]", "typed a");
  await page.fill("[name=b]", "typed b");
  await page.fill("#alone", "typed alone");
  await page.uncheck("#box");
  for (let event = 0; event < 4; event++) await server.next();
}

const shown = ({ page }: Live): Promise<unknown> =>
  page.evaluate(() =>
    [...document.querySelectorAll("input")].map((field) => (field.type === "checkbox" ? field.checked : field.value)),
  );

test("what was typed stays through a crash, focused or not, and goes to the next session first", async () => {
  const view = await live(fields);
  const { page, server, after, allow, close } = view;
  allow("crashed");
  await type(view);
  await page.focus("[name=b]");
  await page.evaluate(() => document.querySelector("button")?.click());
  await server.next();
  await page.evaluate(() => document.querySelector("button")?.click());
  await server.next();
  // The sixth crashes it, and the seventh was never heard.
  await after(["e", "crashed", 0, 5]);
  assert.deepEqual(await shown(view), ["typed a", "typed b", "typed alone", false], "a crash corrects nothing");
  await after(["j", { seq: 0, ref: 5, secret: "T", defs: trees, values: [0, "fresh", "fresh", true] }]);
  assert.deepEqual(await shown(view), ["typed a", "typed b", "typed alone", true], "text stays, a choice does not");
  assert.equal(await page.getAttribute("[name=a]", "value"), "fresh", "the server's value is held");
  const join = await server.next();
  assert.deepEqual([join[0], join[3], join[5], join[6]], ["j", "T", 0, 6]);
  const form = [
    "f",
    "edit",
    [
      ["a", "typed a"],
      ["b", "typed b"],
    ],
    [7],
    { kind: "x" },
  ]; // prettier-ignore
  assert.deepEqual(join[7], [form]);
  await page.evaluate(() => document.querySelector("button")?.click());
  assert.deepEqual(server.pending(), [], "nothing more before the answer");
  server.send("j", { seq: 0, ref: 5, secret: "U", replay: 1 });
  assert.deepEqual(await server.next(), [6, 0, "crash", 0]);
  assert.deepEqual(await server.next(), [7, 0, "crash", 0]);
  await after([1, [0, "TYPED A"]]);
  assert.deepEqual(await shown(view), ["TYPED A", "typed b", "typed alone", true], "what the new session makes of it");
  await page.focus("[name=a]");
  assert.deepEqual(await shown(view), ["TYPED A", "typed b", "typed alone", true]);
  await close();
});

test("a form says with dj-auto-recover who is told, and with dj-no-recover that nobody is", async () => {
  const view = await live({
    html:
      '<form id="f" dj-auto-recover=\'["again",7]\' dj-change="edit"><input name="a"></form>' +
      '<form id="g" dj-no-recover dj-change="edit"><input name="b"></form>',
    templates: [[0, "f", [], 0]],
  });
  const { page, server, after, allow, close } = view;
  const tree = [
    ["form", ["id", "f", "dj-auto-recover", '["again",7]', "dj-change", "edit"], ["input", ["name", "a"]]],
    ["form", ["id", "g", "dj-no-recover", "", "dj-change", "edit"], ["input", ["name", "b"]]],
  ];
  allow("crashed");
  await page.fill("[name=a]", "typed a");
  await page.fill("[name=b]", "typed b");
  await page.focus("[name=a]");
  for (let event = 0; event < 2; event++) await server.next();
  await after(["e", "crashed", 0, 2]);
  await after(["j", { seq: 0, ref: 2, secret: "T", defs: [[0, "f", [], tree]], values: [0] }]);
  const join = await server.next();
  assert.deepEqual(join[7], [["f", "again", [["a", "typed a"]], [7], {}]]);
  assert.deepEqual(await shown(view), ["typed a", "typed b"]);
  await close();
});

test("a crash under a page that nobody has edited asks for nothing", async () => {
  const { page, server, after, close } = await live(fields);
  await after(["j", { seq: 0, ref: 0, secret: "T", defs: trees, values: [0, "fresh", "fresh", true] }]);
  assert.equal(await page.inputValue("[name=a]"), "fresh");
  assert.deepEqual(server.pending(), []);
  await close();
});

test("a session that had the forms is believed what it makes of them, and has no say in what it never had", async () => {
  const view = await live(fields);
  const { page, server, connection, allow, close } = view;
  allow("WebSocket");
  await type(view);
  await page.focus("button");
  server.cut();
  const second = await connection();
  assert.equal(((await second.next())[7] as unknown[]).length, 1);
  second.send("j", { seq: 0, ref: 4, secret: "T", defs: trees, values: [0, "as recovered", "fresh", true] });
  await page.waitForSelector(".dj-connected");
  assert.deepEqual(await shown(view), ["as recovered", "typed b", "typed alone", true]);
  assert.deepEqual(await second.next(), [5, 0, "note", 0, { v: "typed alone" }], "who stands alone says it again");
  assert.deepEqual(second.pending(), [], "and nobody else: the box is the server's again");
  await close();
});

test("every answer to a join is answered at once, so that the secret before it is spent", async () => {
  const view = await live(fields);
  const { page, server, connection, allow, close } = view;
  allow("WebSocket");
  const words: string[] = [];
  page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => void words.push(String(payload))));
  server.cut();
  const second = await connection();
  await second.next();
  second.send("j", { seq: 0, ref: 0, secret: "T", replay: 1 });
  await settled(view, second, []);
  assert.deepEqual(
    words.map((word) => word.slice(0, 4)),
    ['["j"', '["h"'],
  );
  await close();
});
