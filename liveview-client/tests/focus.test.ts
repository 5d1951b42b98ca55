/** Where the focus is when things come and go: never lost, never moved from what a person uses. Dialogs are the browser's own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live, open } from "./browser.ts";

/** Three rows with a field and a button, in a list with a name. */
const list = (rowAttributes: string[] = []): Promise<Live> =>
  live({
    html: `<ul aria-label="rows">${["a", "b", "c"].map((key) => `<li><input id="${key}"><button id="x${key}">x</button></li>`).join("")}</ul>`,
    templates: [
      [0, "f", [["l", [0], -1, 0, 1]], 0],
      [1, "r", [["a", [0, 0], 0, "id"]], [["li", rowAttributes, ["input", 0]]]],
    ],
  });
const focused = ({ page }: Live): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

test("who is removed with the focus leaves it to the same control of the next row, else of the one before, else to the list", async () => {
  const view = await list();
  await view.page.focus("#xb");
  await view.after([1, [0, ["o", 3, [0, 1, 2, 1], 0]]]);
  assert.equal(await focused(view), "xc");
  await view.after([2, [0, ["o", 2, [0, 1], 0]]]);
  assert.equal(await focused(view), "xa");
  await view.after([3, [0, ["o", 1, [], 0]]]);
  assert.equal(await focused(view), "ul");
  await view.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  assert.equal(await view.page.getAttribute("ul", "tabindex"), null, "it can be focused while it is");
  await view.close();
});

test("so does who leaves with an exit, or with all rows around it", async () => {
  const view = await list(["dj-remove", "60s"]);
  await view.page.evaluate(() => {
    for (const row of document.querySelectorAll("li")) row.setAttribute("dj-remove", "60s");
  });
  await view.page.focus("#a");
  await view.after([1, [0, ["o", 3, [2, 1], 0]]]);
  assert.equal(await focused(view), "c");
  await view.close();
});

test("who is moved, or stands beside what is removed, keeps the focus", async () => {
  const view = await list();
  await view.page.focus("#b");
  await view.after([1, [0, ["o", 3, [2, -2], 0]]]);
  assert.equal(await focused(view), "b");
  await view.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await view.after([2, [0, ["o", 2, [1, 1], 0]]]);
  assert.equal(await focused(view), "body", "who had none gets none");
  await view.close();
});

test("what newly appears takes the focus where it says so; what came with the page, if nobody has it", async () => {
  const view = await live({
    html: '<input id="first" dj-autofocus><!--[--><!--]-->',
    templates: [[0, "f", [["o", [], 1]], 0]],
  });
  assert.equal(await focused(view), "first");
  const branch = [1, "b", [], [["p", 0, ["input", ["id", "new", "dj-autofocus", ""]]]]];
  await view.after([1, [0, [1, 1]], 0, [branch]]);
  assert.equal(await focused(view), "new");
  await view.close();
});

const dialogs = {
  html: '<button id="opener">open</button><dialog dj-dialog="close"><button id="inside">in</button></dialog><!--[--><!--]-->',
  templates: [
    [
      0,
      "f",
      [
        ["a", [1], 0, "dj-dialog"],
        ["o", [], 2],
      ],
      0,
    ],
  ],
};
const isModal = ({ page }: Live): Promise<boolean> =>
  page.evaluate(() => document.querySelector("dialog:modal") !== null);

test("a dialog opens and closes as its attribute says, and gives the focus back", async () => {
  const view = await live(dialogs);
  await view.page.focus("#opener");
  assert.equal(await isModal(view), false);
  await view.after([1, [0, "open"]]);
  assert.deepEqual([await isModal(view), await focused(view)], [true, "inside"]);
  await view.after([2, [0, "close"]]);
  assert.deepEqual([await isModal(view), await focused(view)], [false, "opener"]);
  await view.close();
});

test("a dialog that the person has closed stays closed until it is opened again", async () => {
  const view = await live(dialogs);
  await view.after([1, [0, "open"]]);
  await view.page.keyboard.press("Escape");
  assert.equal(await isModal(view), false);
  await view.after([2, [0, "open"]]);
  assert.equal(await isModal(view), false);
  await view.after([3, [0, "close"]], [4, [0, "open"]]);
  assert.equal(await isModal(view), true);
  await view.close();
});

test("a dialog that comes open is modal, and when it is removed the focus goes back to where it was", async () => {
  const view = await live(dialogs);
  await view.page.focus("#opener");
  const branch = [1, "b", [], [["dialog", ["dj-dialog", "open"], ["button", ["id", "new"], "in"]]]];
  await view.after([1, [1, [1, 1]], 0, [branch]]);
  assert.deepEqual([await isModal(view), await focused(view)], [true, "new"]);
  await view.after([2, [1, 0]]);
  assert.deepEqual([await isModal(view), await focused(view)], [false, "opener"]);
  await view.close();
});

test("arrow keys, Home and End move within a group of several, past what cannot be used", async () => {
  const view = await live({
    html:
      '<div role="tablist"><button role="tab" id="a">a</button><button role="tab" id="b" disabled>b</button>' +
      '<button role="tab" id="c">c</button><button role="tab" id="d" hidden>d</button></div><input id="out">',
    templates: [[0, "f", [], 0]],
  });
  await view.page.focus("#a");
  for (const [key, wanted] of [
    ["ArrowRight", "c"],
    ["ArrowRight", "a"],
    ["ArrowLeft", "c"],
    ["Home", "a"],
    ["End", "c"],
    ["x", "c"],
    ["Control+Home", "c"],
  ] as const) {
    await view.page.keyboard.press(key);
    assert.equal(await focused(view), wanted, key);
  }
  await view.close();
});

test("dj-close is the person's closing, not the one that the server has said", async () => {
  const view = await live({
    ...dialogs,
    html: '<button id="opener">open</button><dialog dj-dialog="close" dj-close="cancel"><button id="inside" dj-click="mark">in</button></dialog><!--[--><!--]-->',
  });
  const { page, server, after } = view;
  const closed = page.evaluate(
    () =>
      new Promise((resolve) =>
        document.querySelector("dialog")?.addEventListener("close", () => setTimeout(resolve), { once: true }),
      ),
  );
  await after([1, [0, "open"]], [2, [0, "close"]]);
  await closed;
  await after([3, [0, "open"]]);
  await page.click("#inside");
  assert.equal((await server.next())[2], "mark", "nothing was said of the closing");
  await page.keyboard.press("Escape");
  assert.equal((await server.next())[2], "cancel");
  await view.close();
});

test("a dialog that opens gives the focus to what asks for it", async () => {
  const view = await live({
    ...dialogs,
    html: '<button id="opener">open</button><dialog dj-dialog="close"><button id="inside">in</button><input id="field" dj-autofocus></dialog><!--[--><!--]-->',
  });
  await view.page.focus("#opener");
  await view.after([1, [0, "open"]]);
  assert.equal(await focused(view), "field");
  await view.close();
});

test("what a frame brought takes the focus also when the parts come behind it", async () => {
  const session = await open({
    html: '<button id="b">x</button><!--[--><!--]-->',
    templates: [[0, "f", [["o", [], 1]], 0]],
  });
  const { page } = session;
  const asked = new Promise<() => Promise<void>>((resolve) => {
    void page.route("**/parts-*", (route) => resolve(() => route.continue()));
  });
  const server = await session.connection();
  await server.next();
  server.send("j", { seq: 0, ref: 0, secret: "S", same: 1 });
  await page.waitForSelector("[dj-v].dj-connected");
  await page.click("#b");
  const arrive = await asked;
  server.send(1, [0, [1, 1]], 0, [[1, "b", [], [["p", 0, ["input", ["id", "new", "dj-autofocus", ""]]]]]]);
  await page.waitForSelector("#new");
  await arrive();
  await page.waitForSelector("#new:focus");
  await session.close();
});
