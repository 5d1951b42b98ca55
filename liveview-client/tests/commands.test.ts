/** What commands do to a page: from attributes, from the server, for good. Tests no answer of an event. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live, told } from "./browser.ts";

type Command = [op: string, target?: unknown, ...args: unknown[]];

const list = (...commands: Command[]): string => JSON.stringify(commands).replaceAll("'", "&#39;");

const shown = (html: string): Promise<Live> => live({ html, templates: [[0, "f", [], 0]] });

test("a binding is a list of commands; its push brings what the event brings, to whom it names", async () => {
  const { page, server, after, close } = await shown(
    `<div dj-c="7"><form id="f"><input name="a" value="1"></form></div><p id="p">p</p>` +
      `<button dj-value-n="2" dj-click='${list(["add_class", "#p", "one two"], ["push", 0, ["go", 5]], ["push", "#f", "sent"])}'>x</button>` +
      `<i dj-click='${list(["add_class", "#p", "three"])}'>no push</i>`,
  );
  await page.click("button");
  assert.deepEqual(await server.next(), [1, 0, "go", [5], { d: { n: "2" } }]);
  assert.deepEqual((await server.next()).slice(0, 4), [2, "7", "sent", 0]);
  assert.equal(await page.getAttribute("#p", "class"), "one two");
  await page.click("i");
  assert.equal(await page.getAttribute("#p", "class"), "one two three");
  await after(["a", 2]);
  assert.equal(await page.getAttribute("#p", "class"), "one two three", "for good");
  assert.deepEqual(server.pending(), []);
  await close();
});

test("targets: the element, the document, what is inside, what is around", async () => {
  const { page, close } = await shown(
    `<section><button dj-click='${list(
      ["add_class", 0, "self"],
      ["add_class", "b", "any"],
      ["add_class", ["inner", "b"], "in"],
      ["add_class", ["closest", "section"], "out"],
      ["add_class", ["closest", "nav"], "never"],
    )}'><b>1</b></button></section><b>2</b>`,
  );
  await page.click("button");
  const classes = await page.evaluate(() =>
    [...document.querySelectorAll("[dj-v] *")].map((element) => element.className.replace(/ ?dj\S+/g, "")),
  );
  assert.deepEqual(classes, ["out", "self", "any in", "any"]);
  await close();
});

test("classes, attributes and texts", async () => {
  const view = await shown('<p id="a" class="x">old</p><p id="b" title="on"></p>');
  const html = await told(
    view,
    1,
    ["toggle_class", "#a", "x y"],
    ["set_attr", "#a", "title", "t"],
    ["set_text", "#a", "<b>"],
    ["toggle_attr", "#b", "title", "on", "off"],
    ["ignore_attrs", "#b", ["title", "lang"]],
  );
  assert.equal(
    html,
    '<p id="a" class="y" title="t">&lt;b&gt;</p><p id="b" title="off" dj-ignore-attrs="title lang"></p>',
  );
  const back = await told(
    view,
    2,
    ["toggle_class", "#a", "y"],
    ["remove_attr", "#a", "title"],
    ["toggle_attr", "#b", "title", "on", "off"],
    ["toggle_attr", "#a", "lang", "en"],
  );
  assert.equal(back, '<p id="a" lang="en">&lt;b&gt;</p><p id="b" title="on" dj-ignore-attrs="title lang"></p>');
  await view.close();
});

test("show, hide and toggle: whatever hides it, and back to the display it has by nature", async () => {
  const view = await live({
    html: '<p id="a">a</p><p id="b" hidden>b</p><span id="c" class="gone">c</span>',
    templates: [[0, "f", [], 0]],
    head: '<link rel="stylesheet" href="data:text/css,.gone{display:none}">',
    before: () =>
      addEventListener("DOMContentLoaded", () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".gone{display:none}");
        document.adoptedStyleSheets.push(sheet);
      }),
  });
  view.allow("Content Security Policy");
  const displays = (): Promise<string[]> =>
    view.page.evaluate(() =>
      ["a", "b", "c"].map((id) => getComputedStyle(document.getElementById(id) as Element).display),
    );
  assert.deepEqual(await displays(), ["block", "none", "none"]);
  await told(view, 1, ["hide", "#a"], ["show", "#b", 0, 0, "flex"], ["show", "#c"]);
  assert.deepEqual(await displays(), ["none", "flex", "inline"]);
  await told(view, 2, ["toggle", "#a"], ["toggle", "#b"], ["toggle", "#c"]);
  assert.deepEqual(await displays(), ["block", "none", "none"]);
  await view.close();
});

test("the focus goes where it is sent, and returns", async () => {
  const view = await shown(
    '<button id="open">o</button><div id="menu"><p>x</p><a id="none">no</a><button disabled id="off">no</button><input id="first"></div>',
  );
  const focused = (): Promise<string> => view.page.evaluate(() => document.activeElement?.id ?? "");
  await told(view, 1, ["push_focus", "#open"], ["focus_first", "#menu"]);
  assert.equal(await focused(), "first");
  await told(view, 2, ["pop_focus"]);
  assert.equal(await focused(), "open");
  await told(view, 3, ["blur", "#open"], ["pop_focus"]);
  assert.equal(await focused(), "");
  await told(view, 4, ["focus", "#first"]);
  assert.equal(await focused(), "first");
  await told(
    view,
    5,
    ["push_focus", "#open"],
    ["push_focus", "#first"],
    ["push_focus", "#menu"],
    ["push_focus", "#first"],
  );
  await view.page.evaluate(() => document.getElementById("menu")?.remove());
  await told(view, 6, ["pop_focus"]);
  assert.equal(await focused(), "open", "what has left the page has no focus to give back");
  await told(view, 7, ["blur", "#open"], ["pop_focus"]);
  assert.equal(await focused(), "");
  await view.close();
});

test("what a script's attributes are is said once, however often it is asked for", async () => {
  const view = await shown('<p dj-ignore-attrs="open, data-*">p</p>');
  for (const seq of [1, 2]) await told(view, seq, ["ignore_attrs", "p", ["title", "open"]]);
  assert.equal(await view.page.getAttribute("p", "dj-ignore-attrs"), "open data-* title");
  await view.close();
});

test("dialogs open and close, events are dispatched, and commands in another attribute run", async () => {
  const view = await shown(
    `<dialog id="d" title='${list(["set_text", 0, "title"])}' dj-run='${list(["set_text", 0, "run"])}' dj-confirm='${list(["set_text", 0, "sure"])}'>d</dialog><p id="p">p</p>`,
  );
  const { page } = view;
  await page.evaluate(() => {
    Object.assign(window, { heard: [] });
    for (const node of [document.getElementById("p") as Element, document])
      for (const type of ["up", "flat"])
        node.addEventListener(type, (event) =>
          Reflect.get(window, "heard").push([type, (event as CustomEvent).detail]),
        );
  });
  await told(
    view,
    1,
    ["show_modal", "#d"],
    ["show_modal", "#d"],
    ["dispatch", "#p", "up", { a: 1 }],
    ["dispatch", "#p", "flat", 0, 0],
  );
  assert.ok(await page.evaluate(() => document.querySelector("dialog:modal")));
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, "heard")), [
    ["up", { a: 1 }],
    ["up", { a: 1 }],
    ["flat", 0],
  ]);
  await told(
    view,
    2,
    ["close_modal", "#d"],
    ["exec", "#d", "dj-run"],
    ["exec", "#d", "title"],
    ["exec", "#d", "dj-confirm"],
  );
  assert.ok(await page.evaluate(() => !document.querySelector("dialog")?.open));
  assert.equal(await page.textContent("#d"), "run");
  await view.close();
});

for (const [what, command] of Object.entries<Command>({
  "a handler": ["set_attr", "a", "onclick", "ran=1"],
  "a handler in capitals": ["set_attr", "a", "ONCLICK", "ran=1"],
  "a document": ["set_attr", "a", "srcdoc", "<script>ran=1</script>"],
  "a style": ["set_attr", "a", "style", "color:red"],
  "the client's own": ["set_attr", "a", "dj-v", "T"],
  "a binding": ["set_attr", "a", "dj-click", "steal"],
  "a binding with modifiers": ["toggle_attr", "a", "DJ-Keydown.enter", "steal"],
  "what is bound to what happens elsewhere": ["set_attr", "a", "dj-window-keydown", "steal"],
  "what permits more": ["toggle_attr", "a", "sandbox", "allow-scripts"],
})) {
  test(`a command that would write ${what} is refused`, async () => {
    const view = await shown("<a>a</a>");
    await view.page.evaluate(() => {
      addEventListener("unhandledrejection", (event) => {
        event.preventDefault();
        document.title = "refused";
      });
    });
    await view.after([1, [], 0, 0, [["c", [command]]]]);
    await view.page.waitForFunction(() => document.title === "refused");
    assert.equal(await view.page.innerHTML("[dj-v]"), "<a>a</a>");
    await view.close();
  });
}

for (const address of ["javascript:ran=1", " java\nscript:ran=1", "data:text/html,x", "JavaScript:1"]) {
  test(`the address ${JSON.stringify(address)} leads nowhere, as in a slot`, async () => {
    const view = await shown("<a>a</a>");
    assert.equal(await told(view, 1, ["set_attr", "a", "href", address]), '<a href="about:invalid#refused">a</a>');
    await view.close();
  });
}

test("a text is copied, or what the target holds; a target comes into view", async () => {
  const { page, close } = await live({
    html:
      `<button dj-click='${list(["copy", 0, "a text"], ["copy", "#field"], ["copy", "code"])}'>x</button>` +
      `<input id="field" value="a value"><code>let x;</code><i dj-click='${list(["scroll_into_view", "#far", "end"])}'>far</i><p id="far">far</p>`,
    templates: [[0, "f", [], 0]],
    before: () => {
      const copied: string[] = [];
      const writeText = async (text: string): Promise<void> => void copied.push(text);
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("#far { margin-top: 3000px }");
      document.adoptedStyleSheets = [sheet];
      Object.assign(window, { copied });
    },
  });
  await page.click("button");
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, "copied")), ["a text", "a value", "let x;"]);
  await page.click("i");
  const below = (): Promise<number> =>
    page.evaluate(() => innerHeight - (document.getElementById("far") as Element).getBoundingClientRect().bottom);
  assert.ok(Math.abs(await below()) < 2, "it stands at the end of the window");
  await close();
});

test("navigate goes there, also in place of this page, and nowhere where code would run", async () => {
  const { page, close } = await shown(
    `<button id="b" dj-click='${list(["navigate", 0, "/instead", 1])}'>b</button>` +
      `<button id="c" dj-click='${list(["navigate", 0, "javascript:document.title=1"], ["set_text", 0, "stayed"])}'>c</button>`,
  );
  await page.click("#c");
  await page.waitForSelector("text=stayed");
  assert.equal(await page.title(), "test");
  const entries = await page.evaluate(() => history.length);
  await page.click("#b");
  await page.waitForURL("**/instead");
  assert.equal(await page.evaluate(() => history.length), entries);
  await close();
  const other = await shown(`<button dj-click='${list(["navigate", 0, "/elsewhere"])}'>a</button>`);
  const before = await other.page.evaluate(() => history.length);
  await other.page.click("button");
  await other.page.waitForURL("**/elsewhere");
  assert.equal(await other.page.evaluate(() => history.length), before + 1);
  await other.close();
});

test("an address that a slot may have, a command may write", async () => {
  const view = await shown("<a>a</a>");
  const html = await told(
    view,
    1,
    ["set_attr", "a", "href", "/x?next=a:b"],
    ["set_attr", "a", "title", "note: x"],
    ["set_attr", "a", "cite", "https://example.com/"],
  );
  assert.equal(html, '<a href="/x?next=a:b" title="note: x" cite="https://example.com/">a</a>');
  await view.close();
});

test("what a command has changed stays through patches, until the slot that writes the same", async () => {
  const { page, after, close } = await live({
    html: `<p class="a" title="t">old</p><button dj-click='${list(
      ["add_class", "p", "mine"],
      ["remove_class", "p", "a"],
      ["set_attr", "p", "title", "mine"],
      ["hide", "p"],
    )}'>x</button>`,
    templates: [
      [
        0,
        "f",
        [
          ["c", [0], 0, "class"],
          ["a", [0], 0, "title"],
          ["T", [0], 0],
        ],
        0,
      ],
    ],
  });
  await page.click("button");
  const changed = (title: string, classes: string, text: string): RegExp =>
    new RegExp(`^<p class="${classes}" title="${title}" style="display: none;">${text}</p>`);
  assert.match(await after([1, [2, "new"]]), changed("mine", "mine", "new"));
  assert.match(await after([2, [0, "b"]]), changed("mine", "mine b", "new"));
  assert.match(await after([3, [1, "theirs"]]), changed("theirs", "mine b", "new"));
  await close();
});
