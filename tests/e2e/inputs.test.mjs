/**
 * Whose a control's value is: the person's while they are in it, else the server's; every kind of control, and every rule. What fast
 * typing does is `typing.test.mjs`, and what a crash leaves `fields.test.mjs`.
 */
import assert from "node:assert/strict";
import { area, spec } from "./area.mjs";
import { eventually } from "./harness.mjs";

const heard = (page) => page.$$eval("#heard li", (lines) => lines.map((line) => line.textContent));
const hears = (page, ...lines) => eventually(() => heard(page), lines, "heard");
const press = (page, id) => page.evaluate((id) => document.getElementById(id).click(), id);
const leave = (page) => page.evaluate(() => document.activeElement.blur());
const value = (page, selector) => () => page.inputValue(selector);
const focused = (page) => page.evaluate(() => document.activeElement.id);
const caret = (page) =>
  page.evaluate(() => [document.activeElement.selectionStart, document.activeElement.selectionEnd]);

/** Lets the server write every control anew, and waits until it has. */
async function write(page, times = 1) {
  for (let time = 0; time < times; time++) {
    const before = Number(await page.textContent("#times"));
    await press(page, "write");
    await eventually(() => page.textContent("#times"), String(before + 1), "written anew");
  }
}

area("inputs", "/inputs", [
  spec(
    "a text in use is the person's with its caret; left untouched it shows the server's, left edited what became of it",
    async ({ page, cut }) => {
      await page.focus("#text");
      await page.evaluate(() => document.activeElement.setSelectionRange(1, 3));
      await cut(() => write(page, 0).then(() => press(page, "write")));
      await eventually(() => page.textContent("#times"), "1");
      assert.deepEqual([await page.inputValue("#text"), ...(await caret(page))], ["FIRST", 1, 3]);
      await leave(page);
      assert.equal(await page.inputValue("#text"), "SERVER 1");
      await page.fill("#text", "typed");
      await write(page);
      assert.equal(await page.inputValue("#text"), "typed");
      await leave(page);
      await eventually(value(page, "#text"), "SERVER 2", "the last word is the server's");
      assert.equal((await heard(page)).at(-1), "text typed");
    },
  ),

  spec("what is normalised to the same value is corrected, though no frame writes it", async ({ page, cut }) => {
    await page.focus("#digits");
    await page.keyboard.press("End");
    await cut(() => page.keyboard.type("ab"));
    assert.equal(await page.inputValue("#digits"), "12ab");
    await page.focus("#text");
    await eventually(value(page, "#digits"), "12");
  }),

  spec(
    "a field that gives itself to the server is corrected in use, with the caret where it was",
    async ({ page, cut }) => {
      await page.focus("#forced");
      await cut(() => page.keyboard.type("ad"));
      await eventually(value(page, "#forced"), "AD");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.type("b");
      await eventually(value(page, "#forced"), "ABD");
      assert.deepEqual(await caret(page), [2, 2]);
    },
  ),

  spec("not even such a field loses what has not been sent yet", async ({ page, cut, poke }) => {
    await page.focus("#thrifty");
    await cut(() => page.keyboard.type("typed"));
    await poke();
    await eventually(() => page.textContent("#times"), "1");
    assert.equal(await page.inputValue("#thrifty"), "typed");
    await page.keyboard.press("Enter");
    await eventually(value(page, "#thrifty"), "TYPED");
  }),

  spec("a form that says so keeps what its accepted fields show", async ({ page, cut }) => {
    await page.fill("#draft", "a draft");
    await cut(() => page.press("#draft", "Enter"));
    await hears(page, "keep a draft");
    assert.equal(await page.inputValue("#draft"), "a draft");
  }),

  spec(
    "a text area in use stays the person's, and shows the last of the server's when it is left",
    async ({ page, cut }) => {
      await page.focus("#note");
      await page.evaluate(() => document.activeElement.setSelectionRange(2, 2));
      await cut(() => press(page, "write"));
      await eventually(() => page.textContent("#times"), "1");
      await write(page);
      assert.deepEqual([await page.inputValue("#note"), ...(await caret(page))], ["a note", 2, 2]);
      await leave(page);
      assert.equal(await page.inputValue("#note"), "note 2");
    },
  ),

  spec("a number that cannot be read yet is neither sent nor written over", async ({ page, cut }) => {
    await page.focus("#number");
    await page.keyboard.press("End");
    await cut(() => page.keyboard.type("e"));
    await write(page);
    assert.equal(await page.evaluate(() => document.activeElement.validity.badInput), true);
    await page.keyboard.type("2");
    await hears(page, "number Some(100.0)");
    assert.equal(await page.inputValue("#number"), "1e2");
  }),

  spec("a box that is refused goes back, and follows the server else", async ({ page, cut }) => {
    await cut(() => page.click("#agree"));
    await leave(page);
    await hears(page, "agree true");
    await eventually(() => page.isChecked("#agree"), false);
    await write(page);
    assert.equal(await page.isChecked("#agree"), true);
  }),

  spec(
    "radio buttons: the choice is the person's while one has the focus, and the server's when they leave",
    async ({ page, cut }) => {
      await cut(() => page.check("#huge"));
      await write(page);
      assert.equal(await page.isChecked("#huge"), true);
      await leave(page);
      await eventually(() => page.isChecked("#large"), true, "what was refused goes to what the server holds");
      await page.check("#small");
      await leave(page);
      await write(page, 0);
      assert.equal(await page.isChecked("#small"), true);
    },
  ),

  spec(
    "a choice keeps what the server holds when its options come anew, and what the person holds in use",
    async ({ page, cut }) => {
      await cut(() => press(page, "write"));
      await eventually(
        () => page.$$eval("#colour option", (all) => all.map(({ value }) => value)),
        ["blue", "green", "white"],
      );
      assert.equal(await page.inputValue("#colour"), "green");
      await page.selectOption("#colour", "white");
      await leave(page);
      await page.focus("#colour");
      await page.keyboard.press("ArrowUp");
      await write(page);
      await leave(page);
      await eventually(value(page, "#colour"), "green");
    },
  ),

  spec("a choice of several: all of them are sent and written, and the person's in use", async ({ page, cut }) => {
    const chosen = () => page.$$eval("#toppings option:checked", (all) => all.map(({ value }) => value));
    await cut(() => page.selectOption("#toppings", ["tomatoes", "basil"]));
    await leave(page);
    await write(page);
    assert.deepEqual(await chosen(), ["olives", "tomatoes"]);
    await page.focus("#toppings");
    await page.selectOption("#toppings", ["basil"]);
    await write(page);
    assert.deepEqual(await chosen(), ["basil"]);
    await leave(page);
    assert.deepEqual(await chosen(), ["olives", "tomatoes"]);
  }),

  spec("a date that is half typed is neither sent nor written over; a whole one is both", async ({ page, cut }) => {
    await page.focus("#date");
    await page.keyboard.press("Backspace");
    await cut(() => press(page, "write"));
    await eventually(() => page.textContent("#times"), "1");
    assert.equal(await page.evaluate(() => document.activeElement.validity.badInput), true);
    assert.deepEqual(await heard(page), []);
    await page.fill("#date", "2026-12-24");
    await hears(page, "date 2026-12-24");
    await leave(page);
    await write(page);
    assert.equal(await page.inputValue("#date"), "2026-02-02");
  }),

  spec("a chosen file stays chosen, and its made-up path is nobody's", async ({ page, cut }) => {
    await cut(() => page.setInputFiles("#file", { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("12") }));
    await hears(page, "file in file");
    await write(page);
    assert.deepEqual(await page.$eval("#file", ({ files, className }) => [files[0].name, className]), [
      "a.txt",
      "written",
    ]);
    assert.ok(!page.frames$.some(({ text }) => text.includes("fakepath")));
  }),

  spec(
    "an editable region that is somebody else's keeps what is written in it",
    async ({ page, cut }) => {
      await page.click("#region");
      await page.keyboard.type("one ");
      await cut(() => press(page, "write"));
      await page.keyboard.type("two");
      await eventually(() => page.textContent("#times"), "1");
      assert.deepEqual([await page.textContent("#region"), await focused(page)], ["one two", "region"]);
    },
    { isFresh: false },
  ),

  spec(
    "a composition goes on while its row moves and all else is written; it is told once it is over",
    async ({ page, cut }) => {
      const session = await page.context().newCDPSession(page);
      await page.focus("#row1");
      const compose = (text) =>
        session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      await page.evaluate(() => {
        window.ends = 0;
        document.addEventListener("compositionend", () => window.ends++);
      });
      await compose("に");
      await cut(() => press(page, "write"));
      await eventually(() => page.$$eval("li input", (rows) => rows.map(({ id }) => id)), ["row2", "row3", "row1"]);
      await compose("にほ");
      assert.deepEqual(
        [await page.inputValue("#row1"), await page.evaluate(() => window.ends), await focused(page)],
        ["にほ", 0, "row1"],
      );
      assert.deepEqual(await heard(page), []);
      await session.send("Input.insertText", { text: "日本" });
      await hears(page, "row 1");
      assert.equal(await page.inputValue("#row1"), "日本");
    },
  ),

  spec(
    "a field that is composed in is not written over, not even where it gives itself to the server",
    async ({ page, cut }) => {
      const session = await page.context().newCDPSession(page);
      await page.focus("#forced");
      await page.keyboard.type("a");
      await eventually(value(page, "#forced"), "A");
      await cut(() => session.send("Input.imeSetComposition", { text: "ü", selectionStart: 1, selectionEnd: 1 }));
      await write(page);
      assert.equal(await page.inputValue("#forced"), "Aü");
      await session.send("Input.insertText", { text: "ü" });
      await eventually(value(page, "#forced"), "AÜ");
    },
  ),

  spec(
    "a form says its fields, with one outside and one of a custom element, without those of a disabled fieldset",
    async ({ page, cut }) => {
      await page.fill("#outside", "out");
      await hears(page, "edit a title out - - ");
      await page.click("#stars");
      await cut(() => press(page, "open"));
      await page.waitForSelector("#fenced:enabled");
      await page.fill("#fenced", "typed");
      await page.fill("#kept", "kept");
      await page.click("#send");
      const edits = [
        "edit a title out - - ",
        "edit a title out - 1 ",
        "edit a title out typed 1 ",
        "edit a title out typed 1 kept",
      ];
      await hears(page, ...edits, "send a title out typed 1 kept");
      await eventually(
        () => page.$$eval("#title, #outside, #fenced, #kept", (all) => all.map(({ value }) => value)),
        ["a title", "in", "", ""],
        "accepted",
      );
    },
  ),

  spec("a reset shows what the server holds, and is told once", async ({ page, cut }) => {
    await page.fill("#title", "another");
    await page.fill("#outside", "out");
    await hears(page, "edit another - - - ", "edit another out - - ");
    await cut(() => page.click("#reset"));
    await eventually(async () => (await heard(page)).slice(2), ["edit a title - - - "]);
    assert.deepEqual([await page.inputValue("#title"), await page.inputValue("#outside")], ["a title", ""]);
  }),

  spec("what the browser fills in is heard like typing", async ({ page, cut }) => {
    await cut(() =>
      page.$eval("#text", (field) => {
        // As a browser does, without the focus: the value, then both events.
        field.value = "filled";
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      }),
    );
    await hears(page, "text filled");
    await eventually(value(page, "#text"), "FILLED");
  }),

  spec("models keep fields and controls equal: at each edit, when it is over, and both ways", async ({ page, cut }) => {
    const models = () => page.textContent("#models");
    await page.focus("#query");
    await page.keyboard.type("q");
    await eventually(models, "q||false|new");
    await page.focus("#lazy");
    await page.keyboard.type("later");
    await page.check("#exact");
    await eventually(models, "q|later|true|new");
    await cut(() => page.selectOption("#by", "old"));
    await eventually(models, "q|later|true|old");
    await write(page);
    assert.equal(await page.inputValue("#query"), "query 1");
  }),

  spec(
    "a form that the server releases is sent by the browser, with the button that was pressed",
    async ({ page, cut }) => {
      const posted = [];
      await page.route("**/posted", (route) => {
        posted.push(route.request().postData());
        return route.fulfill({ status: 204 });
      });
      await cut(() => page.click("#pay"));
      await eventually(() => posted, ["card=a+card&how=now"]);
      await hears(page, "post a card now");
    },
    { isFresh: false },
  ),
]);
