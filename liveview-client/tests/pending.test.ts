/**
 * What a person sees of an event on its way, and that none of it stays: pitfalls djust 7 and Phoenix 10 and 20. Tests no lock.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live } from "./browser.ts";

const shown = (html: string, slots: unknown[] = []): Promise<Live> => live({ html, templates: [[0, "f", slots, 0]] });
const classOf = ({ page }: Live, selector: string): Promise<string | null> => page.getAttribute(selector, "class");
const html = ({ page }: Live): Promise<string> => page.innerHTML("[dj-v]");

const BUTTON = '<button class="b" dj-click="go">x</button><p>0</p>';

for (const [how, frame] of Object.entries({
  "an update": [1, [], 1],
  "nothing to say": ["a", 1],
  "a refusal": ["e", "invalid", "no", 1],
  "a crash": ["e", "crashed", 0, 1],
})) {
  test(`an event shows itself until it is answered by ${how} (djust 7: loading state stuck after an error or a noop)`, async () => {
    const view = await shown(BUTTON, [["T", [1], 0]]);
    view.allow("liveview");
    await view.page.click("button");
    await view.server.next();
    assert.equal(await classOf(view, "button"), "b dj-loading dj-click-loading");
    assert.equal(await view.page.getAttribute("button", "aria-busy"), "true");
    assert.equal(await view.after(frame), BUTTON);
    await view.close();
  });
}

test("what is on its way is shown until the last answer (five quick clicks count five)", async () => {
  const view = await shown(BUTTON);
  await view.page.click("button", { clickCount: 5 });
  for (let ref = 1; ref <= 5; ref++) assert.equal((await view.server.next())[0], ref);
  await view.after(["a", 4]);
  assert.equal(await classOf(view, "button"), "b dj-loading dj-click-loading");
  assert.equal(await view.after(["a", 1]), BUTTON);
  await view.close();
});

test("a cut line ends what is shown; what is sent again shows itself again (djust 7: stuck after a reconnect)", async () => {
  const view = await shown('<button dj-click="go" dj-optimistic=\'[["add_class","p","on"]]\'>x</button><p></p>');
  const { page, server, connection } = view;
  view.allow("WebSocket");
  await page.click("button");
  await server.next();
  assert.equal(await classOf(view, "p"), "on");
  server.cut();
  await page.waitForSelector(".dj-disconnected");
  assert.equal(await classOf(view, "p"), null);
  assert.equal(await classOf(view, "button"), null);
  await page.click("button");
  assert.equal(await classOf(view, "button"), null, "nothing is on its way");
  const second = await connection();
  await second.next();
  second.send("j", { seq: 0, ref: 0, secret: "T", replay: 1 });
  for (const ref of [1, 2]) assert.equal((await second.next())[0], ref);
  assert.equal(await classOf(view, "p"), "on");
  second.send("a", 2);
  await page.waitForSelector("p:not(.on)", { state: "attached" });
  assert.equal(await classOf(view, "button"), null);
  await view.close();
});

test("a new session ends what the old one was asked", async () => {
  const view = await shown(BUTTON, [["T", [1], 0]]);
  await view.page.click("button");
  await view.server.next();
  const tree = [
    ["button", ["class", "b", "dj-click", "go"], "x"],
    ["p", 0, 0],
  ]; // prettier-ignore
  const defs = [[0, "f", [["T", [1], 0]], tree]];
  assert.equal(
    await view.after(["j", { seq: 0, ref: 1, secret: "T", defs, values: [0, "new"] }]),
    '<button class="b" dj-click="go">x</button><p>new</p>',
  );
  await view.close();
});

test("an optimistic change is seen at once, and is gone before what the answer writes", async () => {
  const view = await shown(
    `<p class="a">old</p><button dj-click="go" dj-optimistic='[["toggle_class","p","on"],["set_text","p","saving"],["set_attr","p","title","t"],["hide","b"]]'>x</button><b>b</b>`,
    [
      ["c", [0], 0, "class"],
      ["T", [0], 0],
    ],
  );
  const { page, server, after } = view;
  view.allow("liveview");
  const optimistic = '<p class="a on" title="t">saving</p>';
  await page.click("button");
  await server.next();
  assert.ok((await html(view)).startsWith(optimistic));
  assert.equal(await page.isVisible("b"), false);
  assert.ok(
    (await after([1, [0, "a on", 1, "saved"], 1])).startsWith('<p class="a on">saved</p>'),
    "what the server says stays",
  );
  assert.ok(await page.isVisible("b"));
  await page.click("button");
  await server.next();
  assert.ok((await html(view)).startsWith('<p class="a" title="t">saving</p>'));
  assert.ok((await after(["e", "invalid", "no", 1])).startsWith('<p class="a on">saved</p>'), "as it was");
  await view.close();
});

test("two optimistic changes of one thing: each is undone with its own answer, and the last one counts", async () => {
  const view = await shown('<button dj-click="go" dj-optimistic=\'[["toggle_class",0,"on"]]\'>x</button>', [
    ["C", [0], 0, "on"],
  ]);
  const { page, server, after } = view;
  const isOn = (): Promise<boolean> => page.evaluate(() => document.querySelector("button")?.matches(".on") ?? false);
  await page.click("button");
  assert.equal(await isOn(), true);
  await page.click("button");
  assert.equal(await isOn(), false);
  for (let ref = 1; ref <= 2; ref++) await server.next();
  await after([1, [0, 1], 1]);
  assert.equal(await isOn(), false, "the second is still on its way");
  await after([2, [0, 0], 1]);
  assert.equal(await isOn(), false);
  await page.click("button");
  await server.next();
  await after([3, [0, 1], 1]);
  assert.equal(await isOn(), true);
  await view.close();
});

test("dj-disable-with says so, drops the next clicks, and gives back the very nodes (Phoenix 10)", async () => {
  const view = await shown(
    '<button dj-click="go" dj-disable-with="Saving…">Save <b>0</b></button><input type="button" value="Send" dj-click="send" dj-disable-with="Sending…">',
    [["T", [0, 0], 0]],
  );
  const { page, server, after } = view;
  await page.evaluate(() => Object.assign(window, { kept: document.querySelector("b") }));
  await page.click("button", { clickCount: 3 });
  await server.next();
  assert.equal(await page.textContent("button"), "Saving…");
  assert.ok(await page.evaluate(() => document.activeElement?.matches("button[aria-disabled=true]:enabled")));
  await after([1, [0, "1"]]);
  assert.equal(await page.textContent("button"), "Saving…", "a word of the server's in between waits");
  await after(["a", 1]);
  assert.equal(await page.innerHTML("button"), "Save <b>1</b>");
  assert.ok(await page.evaluate(() => Reflect.get(window, "kept") === document.querySelector("b")));
  assert.equal(await page.getAttribute("button", "aria-disabled"), null);
  assert.deepEqual(server.pending(), []);
  await page.evaluate(() => (document.querySelector("[type=button]") as HTMLElement).click());
  await server.next();
  assert.equal(await page.inputValue("[type=button]"), "Sending…");
  assert.ok(await page.isDisabled("[type=button]"));
  await after(["a", 1]);
  assert.equal(await page.inputValue("[type=button]"), "Send");
  await view.close();
});

test("a form is sent once, keeps the focus, and what is typed meanwhile stays (djust 7: double submit)", async () => {
  const view = await shown(
    '<form dj-submit="save"><input name="a"><button>ok</button><button name="how" value="2" dj-disable-with="wait">2</button>' +
      '<i dj-form-pending="show" hidden>i</i><u dj-form-pending="hide">u</u><fieldset dj-form-pending="disabled"><input name="b"></fieldset></form>',
  );
  const { page, server, after } = view;
  const before = await html(view);
  await page.fill("[name=a]", "x");
  await page.click("button >> nth=0");
  await page.keyboard.press("Enter");
  await page.evaluate(() => document.querySelector("form")?.requestSubmit());
  await server.next();
  const seen = (): Promise<unknown> =>
    page.evaluate(() => [
      document.activeElement?.textContent,
      [...document.querySelectorAll("button")].map((button) => [
        button.disabled,
        button.ariaDisabled,
        button.textContent,
      ]),
      ["i", "u"].map((name) => document.querySelector(name)?.checkVisibility()),
      document.querySelector("fieldset")?.disabled,
    ]);
  assert.deepEqual(await seen(), [
    "ok",
    [
      [false, "true", "ok"],
      [true, null, "wait"],
    ],
    [true, false],
    true,
  ]);
  await page.focus("[name=a]");
  await page.keyboard.type("yz");
  await after(["a", 1]);
  assert.deepEqual(await seen(), [
    "",
    [
      [false, null, "ok"],
      [false, null, "2"],
    ],
    [false, true],
    false,
  ]);
  assert.match(await page.inputValue("[name=a]"), /yz/);
  assert.equal((await html(view)).replaceAll(' style=""', ""), before);
  assert.deepEqual(server.pending(), []);
  await page.keyboard.press("Enter");
  assert.equal((await server.next())[0], 2);
  await view.close();
});

test("dj-loading: by the event's name, as one's own, and where the classes go", async () => {
  const view = await shown(
    '<button id="save" dj-click="save" dj-loading="#list">s</button><button id="own" dj-click="own" dj-loading.class="busy now" dj-loading.disable>o</button>' +
      '<p id="list">l</p><p id="short" dj-loading="save" hidden>s</p><p id="flex" dj-loading.show="flex" dj-loading.for="save" hidden>f</p>' +
      '<p id="hide" dj-loading.hide dj-loading.for="save">h</p><p id="not" dj-loading.class="never" dj-loading.for="else">n</p>',
  );
  const { page, server, after } = view;
  const before = await html(view);
  const displays = (): Promise<string[]> =>
    page.evaluate(() =>
      ["short", "flex", "hide"].map((id) => getComputedStyle(document.getElementById(id) as Element).display),
    );
  await page.click("#save");
  await server.next();
  assert.equal(await classOf(view, "#list"), "dj-loading dj-click-loading");
  assert.deepEqual(await displays(), ["block", "flex", "none"]);
  assert.equal(await classOf(view, "#own"), null);
  assert.equal((await after(["a", 1])).replaceAll(' style=""', ""), before);
  await page.evaluate(() => document.getElementById("own")?.click());
  await server.next();
  assert.equal(await classOf(view, "#own"), "dj-loading dj-click-loading busy now");
  assert.ok(await page.isDisabled("#own"));
  assert.deepEqual(await displays(), ["none", "none", "block"]);
  assert.equal(await classOf(view, "#not"), null);
  assert.equal((await after(["a", 1])).replaceAll(' style=""', ""), before);
  await view.close();
});

test("dj-confirm asks; without a yes nothing is sent, and boxes and choices are what they were", async () => {
  const view = await shown(
    '<button dj-click="go" dj-confirm="Sure?">x</button><input type="checkbox" id="click" dj-click="tick" dj-confirm="Box?"><input type="checkbox" id="change" dj-change="tick" dj-confirm="Box?" checked>' +
      '<select dj-change="pick" dj-confirm="Choice?"><option>a</option><option>b</option></select><form dj-submit="save" dj-confirm="Send?"><button id="send">s</button></form>',
  );
  const { page, server } = view;
  const asked: string[] = [];
  let answer = false;
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (answer ? dialog.accept() : dialog.dismiss());
  });
  const all = async (): Promise<void> => {
    await page.click("button >> nth=0");
    // By hand: what drives the browser holds a box that does not stay checked to be a mistake.
    await page.evaluate(() => document.getElementById("click")?.click());
    await page.evaluate(() => document.getElementById("change")?.click());
    await page.selectOption("select", "b");
    await page.click("#send");
  };
  const states = (): Promise<unknown> =>
    page.evaluate(() => [
      ...[...document.querySelectorAll("input")].map(({ checked }) => checked),
      document.querySelector("select")?.value,
    ]);
  await all();
  assert.deepEqual(asked.splice(0), ["Sure?", "Box?", "Box?", "Choice?", "Send?"]);
  assert.deepEqual(await states(), [false, true, "a"]);
  assert.deepEqual(server.pending(), []);
  answer = true;
  await all();
  assert.deepEqual(await states(), [true, false, "b"]);
  const names = [];
  for (let ref = 1; ref <= 5; ref++) names.push((await server.next())[2]);
  assert.deepEqual(names, ["go", "tick", "tick", "pick", "save"]);
  await view.close();
});

test("effects: commands run after the patch of their frame, events are told where they can be heard, each once", async () => {
  const view = await shown("text<p></p>", [["o", [0], -1]]);
  const { page, server, after, connection } = view;
  view.allow("WebSocket");
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    addEventListener("dj:saved", (event) =>
      told.push((event as CustomEvent).detail, (event.target as Element).matches("[dj-v]")),
    );
  });
  const told = (): Promise<unknown[]> => page.evaluate(() => Reflect.get(window, "told"));
  const branch = [1, "g", [], [["input", ["id", "new"]]]];
  const first = [
    1,
    [0, [1, 1]],
    0,
    [branch],
    [
      ["c", [["focus", "#new"]]],
      ["e", "saved", { id: 7 }],
    ],
  ];
  await after(first);
  // What commands do may still be on its way.
  await page.waitForFunction(() => document.activeElement?.id === "new");
  assert.deepEqual(await told(), [{ id: 7 }, true]);
  server.cut();
  const second = await connection();
  await second.next();
  second.send("j", { seq: 2, ref: 0, secret: "T", replay: 1 });
  second.send(...first);
  second.send(2, 0, 0, 0, [["e", "saved", 8]]);
  await page.waitForFunction(() => Reflect.get(window, "told").length > 2);
  assert.deepEqual(await told(), [{ id: 7 }, true, 8, true]);
  await view.close();
});

test("dj-confirm without a yes gives a group of radio buttons back what it had", async () => {
  const { page, close } = await shown(
    '<form dj-change="pick" dj-confirm="Sure?"><input type="radio" name="r" id="a" checked><input type="radio" name="r" id="b"></form>',
  );
  page.on("dialog", (dialog) => void dialog.dismiss());
  await page.evaluate(() => document.getElementById("b")?.click());
  assert.deepEqual([await page.isChecked("#a"), await page.isChecked("#b")], [true, false]);
  await close();
});

test("a question and what is shown at once belong to the submit or the click, and to no other event beside it", async () => {
  const optimistic = JSON.stringify([["add_class", 0, "done"]]);
  const { page, server, close } = await shown(
    `<form dj-submit="remove" dj-input="check" dj-confirm="Sure?" dj-optimistic='${optimistic}'><input name="a" dj-throttle="0"><button>s</button></form>` +
      `<button id="b" dj-click="go" dj-keydown="key" dj-confirm="Sure?" dj-disable-with="Wait" dj-optimistic='${optimistic}'>b</button>`,
  );
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  const classOf = (selector: string): Promise<string> =>
    page.evaluate((selector) => document.querySelector(selector)?.className ?? "", selector);
  await page.type("input", "a");
  await page.focus("#b");
  await page.keyboard.press("ArrowUp");
  assert.deepEqual([(await server.next())[2], (await server.next())[2]], ["check", "key"]);
  assert.deepEqual(asked, []);
  assert.doesNotMatch((await classOf("form")) + (await classOf("#b")), /done/);
  assert.equal(await page.textContent("#b"), "b");
  await page.click("#b");
  await page.click("form button");
  assert.deepEqual([(await server.next())[2], (await server.next())[2]], ["go", "remove"]);
  assert.deepEqual(asked, ["Sure?", "Sure?"]);
  assert.match(await classOf("form"), /done/);
  assert.match(await classOf("#b"), /done/);
  assert.equal(await page.textContent("#b"), "Wait");
  await close();
});

test("boxes and choices of a form with dj-lock are locked while it is sent, and free afterwards", async () => {
  const { page, server, after, close } = await shown(
    '<form dj-submit="save" dj-lock dj-keep><input type="checkbox" name="c"><select name="s"><option>a</select><input type="range" name="r"><button>s</button></form>',
  );
  const locked = (): Promise<number> =>
    page.evaluate(() => document.querySelectorAll("input:disabled,select:disabled").length);
  await page.click("button");
  await server.next();
  assert.equal(await locked(), 3);
  await after(["a", 1]);
  assert.equal(await locked(), 0);
  await close();
});
