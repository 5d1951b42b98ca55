/** Who owns the value of a field: each rule of the contract, typed by a real keyboard. Asks for no resync. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live } from "./browser.ts";

const form = (attributes: string, fields: string): string => `<form ${attributes}>${fields}<button>ok</button></form>`;
const value = (index: number, name = "value"): unknown[] => ["p", [0, index], 0, name];

const one = {
  html: form('dj-input="edit" dj-submit="save"', '<input name="a" value="x"><input name="b">'),
  templates: [[0, "f", [value(0)], 0]],
};

test("the focused field is the person's; the server's value comes when they leave it without another edit", async () => {
  const { page, after, close } = await live(one);
  await page.focus("[name=a]");
  await after([1, [0, "server"]]);
  assert.equal(await page.inputValue("[name=a]"), "x");
  assert.equal(await page.getAttribute("[name=a]", "value"), "server");
  await page.focus("[name=b]");
  assert.equal(await page.inputValue("[name=a]"), "server");

  await page.focus("[name=a]");
  await after([2, [0, "again"]]);
  await page.keyboard.type("!");
  await page.focus("[name=b]");
  assert.equal(await page.inputValue("[name=a]"), "server!");
  await close();
});

test("the answer to an edit says what its field shows, also to a person who has left it meanwhile", async () => {
  const { page, server, after, allow, close } = await live({
    html: '<input name="a" value="x" dj-input="edit" dj-debounce="60000"><button>b</button>',
    templates: [[0, "f", [["p", [0], 0, "value"]], 0]],
  });
  await page.focus("input");
  await page.keyboard.press("End");
  await page.keyboard.type("y");
  await after([1, [0, "broadcast"]]);
  await page.focus("button");
  await server.next();
  assert.equal(await page.inputValue("input"), "xy", "not first the one and then the other");
  await after([2, [0, "XY"], 1]);
  assert.equal(await page.inputValue("input"), "XY");
  await page.focus("input");
  await page.keyboard.type("z");
  await after([3, [0, "last"]]);
  await page.focus("button");
  await server.next();
  await after(["a", 1]);
  assert.equal(await page.inputValue("input"), "last");
  await page.focus("input");
  await page.keyboard.type("!");
  await after([4, [0, "other"]]);
  await page.focus("button");
  await server.next();
  allow("liveview");
  await after(["e", "invalid", "no", 1]);
  assert.equal(await page.inputValue("input"), "other", "also when it is refused");
  await close();
});

test("a control made by a custom element is emptied with its form", async () => {
  const { page, server, after, close } = await live({
    html: form('dj-submit="save"', '<x-mood name="mood"></x-mood>'),
    templates: [[0, "f", [], 0]],
    before: () => {
      class Mood extends HTMLElement {
        static formAssociated = true;
        #internals = this.attachInternals();
        connectedCallback(): void {
          this.#internals.setFormValue("fine");
        }
        formResetCallback(): void {
          this.#internals.setFormValue("");
        }
      }
      customElements.define("x-mood", Mood);
    },
  });
  for (const value of ["fine", ""]) {
    await page.click("button");
    assert.deepEqual((await server.next())[4], { f: [["mood", value]], s: "" });
    await after(["a", 1]);
  }
  await close();
});

test("a field that is not focused shows the server's value at once, edited or not", async () => {
  const { page, after, close } = await live(one);
  await page.fill("[name=a]", "typed");
  await page.focus("[name=b]");
  await after([1, [0, "server"], 1]);
  assert.equal(await page.inputValue("[name=a]"), "server");
  await after([2, [0, null]]);
  assert.equal(await page.inputValue("[name=a]"), "");
  assert.equal(await page.getAttribute("[name=a]", "value"), null);
  await close();
});

test("what the server normalised to the same value is corrected: at once, or when the person leaves", async () => {
  const { page, after, server, close } = await live(one);
  await page.focus("[name=a]");
  await page.keyboard.type("y");
  assert.deepEqual((await server.next()).slice(0, 3), [1, 0, "edit"]);
  await after(["a", 1]);
  assert.notEqual(await page.inputValue("[name=a]"), "x", "still theirs");
  await page.focus("[name=b]");
  assert.equal(await page.inputValue("[name=a]"), "x");

  await page.fill("[name=a]", "zzz");
  await server.next();
  await page.focus("[name=b]");
  await page.fill("[name=b]", "uncontrolled");
  await server.next();
  await after(["a", 2]);
  assert.equal(await page.inputValue("[name=a]"), "x");
  assert.equal(await page.inputValue("[name=b]"), "uncontrolled");
  await close();
});

test("an accepted form is emptied where no slot writes, unless it says dj-keep; a refused one is not", async () => {
  const { page, after, server, allow, close } = await live({
    html:
      form(
        'id="one" dj-submit="save"',
        '<input name="a"><textarea name="b">start</textarea><input type="checkbox" name="c">',
      ) + form('id="two" dj-submit="save" dj-keep', '<input name="a">'),
    templates: [[0, "f", [], 0]],
  });
  allow("invalid");
  const fill = async (): Promise<void> => {
    await page.fill("#one [name=a]", "text");
    await page.fill("#one [name=b]", "more");
    await page.check("#one [name=c]");
    await page.click("#one button");
  };
  const shown = (): Promise<unknown> =>
    page.evaluate(() => [...document.querySelectorAll("input,textarea")].map((field) => Reflect.get(field, "value")));
  await fill();
  assert.deepEqual(await server.next(), [
    1,
    0,
    "save",
    0,
    {
      f: [
        ["a", "text"],
        ["b", "more"],
        ["c", "on"],
      ],
      s: "",
    },
  ]);
  await after(["e", "invalid", "no", 1]);
  assert.deepEqual(await shown(), ["text", "more", "on", ""]);
  await page.click("#one button");
  await after(["a", 1]);
  assert.deepEqual(await shown(), ["", "start", "on", ""]);
  assert.equal(await page.isChecked("#one [name=c]"), false);
  await page.fill("#two [name=a]", "kept");
  await page.click("#two button");
  await after(["a", 1]);
  assert.deepEqual(await shown(), ["", "start", "on", "kept"]);
  await close();
});

test("the field that submitted by Enter is emptied too, but not what was typed since", async () => {
  const { page, after, server, close } = await live({
    html: '<form dj-submit="say"><input name="a"></form>',
    templates: [[0, "f", [], 0]],
  });
  await page.fill("input", "hello");
  await page.keyboard.press("Enter");
  await server.next();
  await after(["a", 1]);
  assert.equal(await page.inputValue("input"), "");
  await page.fill("input", "two");
  await page.keyboard.press("Enter");
  await page.keyboard.type(" and more");
  await server.next();
  await after(["a", 1]);
  assert.equal(await page.inputValue("input"), "two and more");
  await close();
});

test("a field with a slot is cleared by the frame that accepts its form, though it has the focus", async () => {
  const { page, after, server, close } = await live({
    html: '<form dj-submit="say"><input name="a" value=""></form>',
    templates: [[0, "f", [["p", [0, 0], 0, "value"]], 0]],
  });
  await page.fill("input", "hello");
  await page.keyboard.press("Enter");
  await server.next();
  await after([1, [0, ""], 1]);
  assert.equal(await page.inputValue("input"), "");
  await close();
});

test("boxes, radio buttons, choices and texts follow the server", async () => {
  const { page, after, close } = await live({
    html:
      '<form><input type="checkbox" name="c"><input type="radio" name="r" value="1" checked=""><input type="radio" name="r" value="2">' +
      '<select name="s"><option selected="">a</option><option>b</option></select><select name="v" value="q"><option>p</option><option>q</option></select>' +
      "<textarea name=t>old</textarea></form>",
    templates: [
      [
        0,
        "f",
        [
          value(0, "checked"),
          value(1, "checked"),
          value(2, "checked"),
          ["p", [0, 3, 0], 0, "selected"],
          ["p", [0, 3, 1], 0, "selected"],
          value(4),
          value(5),
        ],
        0,
      ],
    ],
  });
  const state = (): Promise<unknown> =>
    page.evaluate(() => {
      const held = (name: string): unknown => Reflect.get(document.querySelector(`[name=${name}]`) ?? {}, "value");
      const on = [...document.querySelectorAll("input")].map((input) => input.checked);
      return [...on, held("s"), held("v"), held("t")];
    });
  assert.deepEqual(
    await state(),
    [false, true, false, "a", "q", "old"],
    "a select's own value is shown from the start",
  );
  await after([1, [0, true, 1, null, 2, true, 3, null, 4, true, 5, "p", 6, "new"]]);
  assert.deepEqual(await state(), [true, false, true, "b", "p", "new"]);
  await page.selectOption("[name=s]", "a");
  await page.uncheck("[name=c]");
  await page.fill("[name=t]", "typed");
  await page.focus("[name=v]");
  await after([2, [0, null, 1, true, 2, null, 3, true, 4, null, 5, "q", 6, "last"]]);
  assert.deepEqual(await state(), [false, true, false, "a", "p", "last"], "the focused choice is theirs");
  await page.focus("[name=t]");
  assert.deepEqual(await state(), [false, true, false, "a", "q", "last"]);
  await close();
});

test("a number that cannot be read yet is not written over, and a composition is not broken", async () => {
  const { page, after, server, close } = await live({
    html: form('dj-input="edit"', '<input type="number" name="n" value="1"><input name="a" value="x">'),
    templates: [[0, "f", [value(0), value(1)], 0]],
  });
  await page.focus("[name=n]");
  await page.keyboard.type("e");
  await page.focus("[name=a]");
  await after([1, [0, "5"]]);
  assert.equal(await page.evaluate(() => document.querySelector("input")?.validity.badInput), true);
  assert.deepEqual(server.pending(), [], "half of a number is not sent");

  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await after([2, [1, "server"]]);
  assert.deepEqual(server.pending(), [], "nothing is sent while composing");
  await input.send("Input.insertText", { text: "日" });
  const [, , , , payload] = (await server.next()) as [number, number, string, number, { f: string[][]; t: string }];
  assert.equal(payload.t, "a");
  assert.match(payload.f[1]?.[1] ?? "", /日/);
  await close();
});

test("dj-force-value gives the focused field to the server, and the caret stays where it was", async () => {
  const { page, after, close } = await live({
    html: '<input dj-force-value value="one three">',
    templates: [[0, "f", [["p", [0], 0, "value"]], 0]],
  });
  await page.focus("input");
  await page.evaluate(() => document.querySelector("input")?.setSelectionRange(6, 9));
  await after([1, [0, "one two three"]]);
  const [text, from, to] = await page.evaluate(() => {
    const input = document.querySelector("input");
    return [input?.value, input?.selectionStart, input?.selectionEnd];
  });
  assert.deepEqual([text, from, to], ["one two three", 10, 13]);
  await close();
});

test("a composition whose field is taken away does not silence the others", async () => {
  const { page, server, after, close } = await live({
    html: '<p><input id="a" dj-input="edit"></p><input id="b" dj-input="edit" value="x">',
    templates: [[0, "f", [["p", [1], 0, "value"]], 0]],
  });
  await page.focus("#a");
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await page.evaluate(() => {
    addEventListener("compositionend", (event) => event.stopImmediatePropagation(), true);
    document.querySelector("p")?.remove();
  });
  await page.fill("#b", "y");
  assert.deepEqual(await server.next(), [1, 0, "edit", 0, { v: "y" }]);
  await after([1, [0, "z"], 1]);
  await page.evaluate(() => Reflect.get(document.activeElement ?? {}, "blur").call(document.activeElement));
  assert.equal(await page.inputValue("#b"), "z");
  await close();
});

test("an accepted form has no file any more", async () => {
  const { page, server, after, close } = await live({
    html: form('dj-submit="save"', '<input type="file">'),
    templates: [[0, "f", [], 0]],
  });
  await page.setInputFiles("input", { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
  await page.click("button");
  await server.next();
  await after(["a", 1]);
  assert.equal(await page.inputValue("input"), "");
  await close();
});

test("a box whose click is bound is the server's with the answer, as one whose change is", async () => {
  const { page, server, after, close } = await live({
    html: '<input type="checkbox" id="a" dj-click="tick"><input type="checkbox" id="b" dj-change="tick">',
    templates: [
      [0, "f", [value(0, "checked"), value(1, "checked")].map(([kind, , ...rest], i) => [kind, [i], ...rest]), 0],
    ],
  });
  const boxes = (): Promise<boolean[]> =>
    page.evaluate(() => [...document.querySelectorAll("input")].map(({ checked }) => checked));
  for (const id of ["#a", "#b"]) {
    await page.click(id);
    await server.next();
  }
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  assert.deepEqual(await boxes(), [true, true]);
  await after(["a", 2]);
  assert.deepEqual(await boxes(), [false, false]);
  await close();
});

test("a script that tells of nothing but the change is heard each time, and what it chose is an edit", async () => {
  const { page, server, after, close } = await live({
    html: '<select dj-change="pick"><option>a<option>b<option>c</select>',
    templates: [[0, "f", [["p", [0], 0, "value"]], 0]],
  });
  const pick = (value: string): Promise<void> =>
    page.evaluate((value) => {
      const select = document.querySelector("select") as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);
  await pick("b");
  assert.deepEqual((await server.next()).slice(2), ["pick", 0, { v: "b" }]);
  await pick("c");
  assert.deepEqual((await server.next()).slice(2), ["pick", 0, { v: "c" }]);
  await after(["a", 1]);
  assert.equal(await page.inputValue("select"), "c", "the first answer knows nothing of the second choice");
  await after(["a", 1]);
  assert.equal(await page.inputValue("select"), "a");
  await close();
});
