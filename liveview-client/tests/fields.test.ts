/** Each kind of control under the hands of a person and the server at once: the rules of who owns a value. Asks for no resync. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live, open } from "./browser.ts";

const value = (path: number[], name = "value"): unknown[] => ["p", path, 0, name];

/** The next event: its name and what it brought. */
async function heard({ server }: Pick<Live, "server">): Promise<[name: unknown, payload: Record<string, unknown>]> {
  const [, , name, , payload] = await server.next();
  return [name, (payload ?? {}) as Record<string, unknown>];
}

test("a text area in use stays the person's under every broadcast, with its caret, and shows the last one when left", async () => {
  const { page, after, close } = await live({
    html: '<textarea name="t">\nfirst</textarea><button>b</button>',
    templates: [[0, "f", [value([0])], 0]],
  });
  await page.focus("textarea");
  await page.evaluate(() => document.querySelector("textarea")?.setSelectionRange(2, 2));
  await page.keyboard.type("X");
  for (let seq = 1; seq <= 5; seq++) await after([seq, [0, `broadcast ${seq}`]]);
  await page.keyboard.type("Y");
  assert.equal(await page.inputValue("textarea"), "fiXYrst");
  await page.focus("button");
  assert.equal(await page.inputValue("textarea"), "fiXYrst", "it was edited since");
  await page.focus("textarea");
  await after([6, [0, "last\nline"]]);
  await page.focus("button");
  assert.equal(await page.inputValue("textarea"), "last\nline");
  await close();
});

test("radio buttons: while one of them has the focus the choice is the person's, and the server's when they leave", async () => {
  const radios = ["a", "b", "c"].map((of) => `<input type="radio" name="r" value="${of}">`).join("");
  const { page, after, close } = await live({
    html: `<form>${radios}</form><button>x</button>`,
    templates: [[0, "f", [0, 1, 2].map((index) => value([0, index], "checked")), 0]],
  });
  const chosen = (): Promise<unknown> => page.evaluate(() => new FormData(document.forms[0]).get("r"));
  await page.click("[value=a]");
  await after([1, [1, true]]);
  assert.equal(await chosen(), "a");
  await page.focus("button");
  assert.equal(await chosen(), "b");
  await page.click("[value=a]");
  await after([2, [1, null, 2, true]]);
  await page.keyboard.press("ArrowRight");
  await page.focus("button");
  assert.equal(await chosen(), "b", "the person has chosen since");
  await close();
});

test("a list of several: in use it is the person's; else every choice is the server's", async () => {
  const { page, after, close } = await live({
    html: '<select multiple name="s"><option>a<option>b<option>c</select><button>x</button>',
    templates: [[0, "f", [0, 1, 2].map((index) => value([0, index], "selected")), 0]],
  });
  const chosen = (): Promise<string[]> =>
    page.evaluate(() => [...(document.querySelector("select")?.selectedOptions ?? [])].map(({ text }) => text));
  await page.focus("select");
  await page.selectOption("select", ["a", "b"]);
  await after([1, [2, true]]);
  assert.deepEqual(await chosen(), ["a", "b"]);
  await page.focus("button");
  assert.deepEqual(await chosen(), ["c"], "they have not chosen since");
  await after([2, [0, true, 1, null, 2, true]]);
  assert.deepEqual(await chosen(), ["a", "c"]);
  await close();
});

test("a choice whose options come anew keeps what the server holds", async () => {
  const option = [["option", 0, 0]];
  const { page, after, close } = await live({
    html: '<select value="q"><option>p</option><option>q</option></select>',
    templates: [
      [
        0,
        "f",
        [
          ["l", [0], -1, "", 1],
          ["p", [0], 0, "value"],
        ],
        0,
      ],
      [1, "g", [["T", [0], 0]], 0],
    ],
  });
  assert.equal(await page.inputValue("select"), "q");
  const news = [1, ["x"], ["p"], ["q"]];
  await after([1, [0, ["o", 2, [-1, 3], news]], 0, [[1, "g", [["T", [0], 0]], option]]]);
  assert.equal(await page.inputValue("select"), "q");
  await close();
});

test("a select in a keyed list goes with its row, and stays the person's", async () => {
  const row = (text: string): string => `<li><select><option>a<option>b</select>${text}</li>`;
  const { page, after, close } = await live({
    html: `<ul>${row("1")}${row("2")}</ul>`,
    templates: [
      [0, "f", [["l", [0], -1, "", 1]], 0],
      [1, "g", [], 0],
    ],
  });
  await page.selectOption("li:last-child select", "b");
  await page.focus("li:last-child select");
  await after([1, [0, ["o", 2, [1, -2], 0]]]);
  const state = await page.evaluate(() => [
    ...[...document.querySelectorAll("select")].map((select) => select.value),
    document.activeElement === document.querySelector("select"),
  ]);
  assert.deepEqual(state, ["b", "a", true]);
  await close();
});

test("a date that is half typed is neither sent nor written over; a whole one is both", async () => {
  const session = await live({
    html: '<input type="date" value="2026-01-02" dj-input="day"><button>x</button>',
    templates: [[0, "f", [value([0])], 0]],
  });
  const { page, after, server, close } = session;
  await page.focus("input");
  await page.keyboard.press("Backspace");
  await page.focus("button");
  assert.equal(await page.evaluate(() => document.querySelector("input")?.validity.badInput), true);
  await after([1, [0, "2026-03-04"]]);
  assert.equal(await page.evaluate(() => document.querySelector("input")?.validity.badInput), true);
  assert.deepEqual(server.pending(), []);
  await page.fill("input", "2026-05-06");
  assert.deepEqual(await heard(session), ["day", { v: "2026-05-06" }]);
  await page.focus("button");
  await after([2, [0, "2026-05-07"], 1]);
  assert.equal(await page.inputValue("input"), "2026-05-07");
  await close();
});

test("a chosen file stays chosen whatever the server writes around it, and no made-up path is sent", async () => {
  const session = await live({
    html: '<form dj-change="form"><input type="file" name="u"></form><input type="file" id="alone" dj-change="alone"><p>x</p>',
    templates: [
      [
        0,
        "f",
        [
          ["a", [0, 0], 0, "class"],
          ["T", [2], 0],
        ],
        0,
      ],
    ],
  });
  const { page, after, close } = session;
  const file = { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("x") };
  await page.setInputFiles("[name=u]", file);
  assert.deepEqual(await heard(session), ["form", { f: [], t: "u" }]);
  await page.setInputFiles("#alone", file);
  assert.deepEqual(await heard(session), ["alone", {}]);
  await after([1, [0, "new", 1, "text"], 2]);
  assert.match(await page.inputValue("[name=u]"), /a\.txt$/);
  await close();
});

test("an editable region that the server ignores keeps what is written in it, and hears nothing of it as a field", async () => {
  const session = await live({
    html: '<form dj-input="edit"><div contenteditable="true" id="e" dj-update="ignore" dj-ignore-events>old</div><p>x</p></form>',
    templates: [
      [
        0,
        "f",
        [
          ["T", [0, 1], 0],
          ["a", [0, 0], 0, "title"],
        ],
        0,
      ],
    ],
  });
  const { page, after, server, close } = session;
  await page.focus("#e");
  await page.keyboard.type("new ");
  await after([1, [0, "text", 1, "title"]]);
  assert.equal(await page.textContent("#e"), "new old");
  assert.equal(await page.getAttribute("#e", "title"), "title");
  assert.deepEqual(server.pending(), []);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "e");
  await close();
});

test("a composition goes on while its row moves, other texts change and its own attributes do", async () => {
  const row = (text: string): string => `<li><input value="" id="${text}"><b>x</b></li>`;
  const session = await live({
    html: `<ul>${row("a")}${row("b")}${row("c")}</ul>`,
    templates: [
      [0, "f", [["l", [0], -1, "", 1]], 0],
      [
        1,
        "g",
        [
          ["T", [0, 1], 0],
          ["a", [0, 0], 0, "class"],
        ],
        0,
      ],
    ],
  });
  const { page, after, close } = session;
  await page.focus("#c");
  await page.evaluate(() => {
    for (const type of ["compositionend", "blur"])
      document.getElementById("c")?.addEventListener(type, () => document.body.classList.add("broken"));
  });
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await after([1, [0, ["o", 3, [2, -3], 0, 0, [0, "moved", 1, "busy"], 1, [0, "other"]]]]);
  assert.equal(await page.evaluate(() => document.body.className), "");
  await input.send("Input.insertText", { text: "日" });
  assert.equal(await page.inputValue("#c"), "日");
  assert.equal(await page.getAttribute("#c", "class"), "busy");
  await close();
});

test("a reset shows what the server holds, and the form's handler hears of it once", async () => {
  const session = await live({
    html:
      '<form id="f" dj-change="check"><input name="a" value="server"><input name="b"><input type="checkbox" name="c">' +
      '<select name="s" value="q"><option>p</option><option>q</option></select><button type="reset">r</button></form><input name="d" form="f">',
    templates: [[0, "f", [value([0, 0]), value([0, 3])], 0]],
  });
  const { page, after, server, close } = session;
  await page.fill("[name=a]", "typed");
  await page.fill("[name=b]", "typed");
  await page.fill("[name=d]", "outside");
  await page.check("[name=c]");
  await page.selectOption("[name=s]", "p");
  let sent = 1;
  while ((await heard(session))[1].t !== "s") sent++;
  await after([1, [0, "held"], sent]);
  await page.click("button");
  const fields = [
    ["a", "held"],
    ["b", ""],
    ["s", "q"],
    ["d", ""],
  ];
  assert.deepEqual(await heard(session), ["check", { f: fields }]);
  assert.deepEqual(server.pending(), []);
  await after([2, [0, "later"], 1]);
  assert.equal(await page.inputValue("[name=a]"), "later");
  await close();
});

test("fields of a disabled fieldset are not sent, and keep what was typed when they are enabled again", async () => {
  const session = await live({
    html: '<form dj-submit="save" dj-keep><fieldset><input name="a"></fieldset><input name="b"><button>ok</button></form>',
    templates: [[0, "f", [["a", [0, 0], 0, "disabled"]], 0]],
  });
  const { page, after, close } = session;
  await page.fill("[name=a]", "typed");
  await after([1, [0, true]]);
  await page.click("button");
  assert.deepEqual(await heard(session), ["save", { f: [["b", ""]], s: "" }]);
  await after([2, [0, null], 1]);
  await page.click("button");
  const fields = [
    ["a", "typed"],
    ["b", ""],
  ];
  assert.deepEqual(await heard(session), ["save", { f: fields, s: "" }]);
  await close();
});

test("a field outside its form is corrected and emptied with it", async () => {
  const session = await live({
    html: '<form id="f" dj-submit="save"></form><input name="a" form="f"><input name="b" form="f" value="x"><button form="f">ok</button>',
    templates: [[0, "f", [value([2])], 0]],
  });
  const { page, after, close } = session;
  await page.fill("[name=a]", "typed");
  await page.fill("[name=b]", "changed");
  await page.click("button");
  const fields = [
    ["a", "typed"],
    ["b", "changed"],
  ];
  assert.deepEqual(await heard(session), ["save", { f: fields, s: "" }]);
  await after(["a", 1]);
  assert.deepEqual([await page.inputValue("[name=a]"), await page.inputValue("[name=b]")], ["", "x"]);
  await close();
});

test("what the browser fills in is heard like typing, once; before the client starts it goes with the join", async () => {
  const session = await open({
    html: '<form id="f" dj-change="check"><input name="a" value=""></form>',
    templates: [[0, "f", [value([0, 0])], 0]],
    before: () => {
      document.addEventListener("readystatechange", () => {
        const field = document.querySelector("input");
        if (field && document.readyState === "interactive") field.value = "filled";
      });
    },
  });
  const { page, close } = session;
  const server = await session.connection();
  const join = await server.next();
  assert.deepEqual(join[7], [["f", "check", [["a", "filled"]], 0, {}]]);
  server.send("j", { seq: 0, ref: 0, secret: "S", same: 1 });
  await page.waitForSelector("[dj-v].dj-connected");
  await page.evaluate(() => {
    const field = document.querySelector("input") as HTMLInputElement;
    field.value = "again";
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  });
  assert.deepEqual(await heard({ server }), ["check", { f: [["a", "again"]], t: "a" }]);
  assert.deepEqual(server.pending(), []);
  await close();
});

test("a control made by a custom element speaks under its own name, and its form sends its value", async () => {
  const session = await live({
    html: '<form dj-input="edit"><x-field name="x"></x-field></form><x-field name="y" dj-input="alone"></x-field>',
    templates: [[0, "f", [], 0]],
    before: () => {
      class Field extends HTMLElement {
        static formAssociated = true;
        #internals = this.attachInternals();
        value = "";
        constructor() {
          super();
          const inner = document.createElement("input");
          this.attachShadow({ mode: "open" }).append(inner);
          inner.name = "inner";
          inner.addEventListener("input", () => {
            this.value = `<${inner.value}>`;
            this.#internals.setFormValue(this.value);
          });
        }
      }
      customElements.define("x-field", Field);
    },
  });
  const { page, close } = session;
  await page.locator("x-field[name=x] input").pressSequentially("a");
  assert.deepEqual(await heard(session), ["edit", { f: [["x", "<a>"]], t: "x" }]);
  await page.locator("x-field[name=y] input").pressSequentially("b");
  assert.deepEqual(await heard(session), ["alone", { v: "<b>", t: "y" }]);
  await close();
});

test("what the browser itself opens stays as the person left it, where no slot says otherwise", async () => {
  const { page, after, close } = await live({
    html: "<details><summary>s</summary><p>x</p></details><dialog><p>y</p></dialog>",
    templates: [
      [
        0,
        "f",
        [
          ["T", [0, 1], 0],
          ["T", [1, 0], 0],
          ["a", [0], 0, "class"],
          ["a", [1], 0, "class"],
        ],
        0,
      ],
    ],
  });
  await page.click("summary");
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  const tree = [
    ["details", 0, ["summary", 0, "s"], ["p", 0, 0]],
    ["dialog", 0, ["p", 0, 1]],
  ];
  await after(
    [1, [0, "new", 1, "new", 2, "c", 3, "c"]],
    ["r", 1, [], [0, "newer", "newer", "d", "d"], [[0, "f", 0, tree]]],
  );
  assert.deepEqual(
    await page.evaluate(() => [
      document.querySelector("details")?.open,
      document.querySelector("dialog:modal")?.className,
    ]),
    [true, "d"],
  );
  await close();
});
