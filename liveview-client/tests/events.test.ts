/** Which events go up, with what, and when. Writes hardly anything to the page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live, open } from "./browser.ts";

const shown = (html: string): Promise<Live> => live({ html, templates: [[0, "f", [], 0]] });

test("a click carries its arguments, values and component, and five quick clicks are five", async () => {
  const { page, server, close } = await shown(
    '<div dj-c="7"><button dj-click=\'["toggle",7,"x"]\' dj-value-todo-id="3" dj-value-__proto__="p"><b>go</b></button></div>',
  );
  await page.click("b", { clickCount: 5 });
  for (let ref = 1; ref <= 5; ref++) {
    const event = await server.next();
    assert.equal(JSON.stringify(event), `[${ref},"7","toggle",[7,"x"],{"d":{"todo_id":"3","__proto__":"p"}}]`);
  }
  await close();
});

test("only the first binding on the way up is meant, and none behind dj-ignore-events or outside a view", async () => {
  const { page, server, close } = await shown(
    '<div dj-click="outer"><p id="a" dj-click="inner">x</p><div dj-ignore-events><p id="b">y</p><p id="d" dj-click="inner">y</p></div><p id="c">z</p></div>',
  );
  for (const id of ["#a", "#b", "#d", "#c"]) await page.click(id);
  assert.deepEqual(
    [await server.next(), await server.next()],
    [
      [1, 0, "inner", 0],
      [2, 0, "outer", 0],
    ],
  );
  assert.deepEqual(server.pending(), []);
  await close();
});

test("boxes and radio buttons send their real state, once, also through their label", async () => {
  const { page, server, close } = await shown(
    '<label dj-click="row"><input type="checkbox" id="c">text</label>' +
      '<input type="radio" name="r" id="r" value="2" dj-input="pick" dj-change="pick">',
  );
  await page.click("label", { position: { x: 25, y: 5 } });
  assert.deepEqual(await server.next(), [1, 0, "row", 0, { c: true }]);
  await page.click("#c");
  assert.deepEqual(await server.next(), [2, 0, "row", 0, { c: false }]);
  await page.click("#r");
  assert.deepEqual(await server.next(), [3, 0, "pick", 0, { c: true, v: "2", t: "r" }]);
  await page.click("#c");
  assert.equal((await server.next())[2], "row", "nothing more was said of the radio button");
  await close();
});

test("a form says all its fields in order, with the button that was pressed", async () => {
  const { page, server, close } = await shown(
    '<form dj-submit="save" dj-change="check"><input name="a" value="1"><input name="a" value="2"><input type="file" name="u">' +
      '<select name="s"><option>x</option><option>y</option></select><button name="how" value="now">ok</button></form>',
  );
  await page.selectOption("select", "y");
  const fields = [
    ["a", "1"],
    ["a", "2"],
    ["s", "y"],
  ];
  assert.deepEqual(await server.next(), [1, 0, "check", 0, { f: fields, t: "s" }]);
  await page.click("button");
  assert.deepEqual(await server.next(), [2, 0, "save", 0, { f: [...fields, ["how", "now"]], s: "how" }]);
  assert.equal(new URL(page.url()).pathname, "/", "the browser did not send the form itself");
  await close();
});

test("a field outside its form counts as inside", async () => {
  const { page, server, close } = await shown(
    '<form id="f" dj-change="check"></form><input name="a" form="f"><button>elsewhere</button>',
  );
  await page.fill("input", "x");
  await page.click("button");
  assert.deepEqual(await server.next(), [1, 0, "check", 0, { f: [["a", "x"]], t: "a" }]);
  await close();
});

test("keys are named, filtered, and left to whoever composes", async () => {
  const { page, server, close } = await shown(
    '<input id="a" name="a" dj-keydown="any" dj-keydown.enter="enter" dj-keyup.esc="leave"><p tabindex="0" dj-keydown.up="up" dj-keydown.space="space">p</p>',
  );
  await page.focus("#a");
  await page.keyboard.press("x");
  assert.deepEqual(await server.next(), [1, 0, "any", 0, { v: "", t: "a", k: "x", m: { code: "KeyX" } }]);
  await page.keyboard.press("Enter");
  assert.deepEqual(await server.next(), [2, 0, "enter", 0, { v: "x", t: "a", k: "Enter", m: { code: "Enter" } }]);
  await page.keyboard.press("Escape");
  assert.deepEqual((await server.next()).slice(2, 3), ["any"]);
  assert.deepEqual((await server.next()).slice(2, 3), ["leave"]);
  await page.focus("p");
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press(" ");
  assert.deepEqual((await server.next()).slice(2), ["up", 0, { k: "ArrowUp", m: { code: "ArrowUp" } }]);
  assert.deepEqual((await server.next()).slice(2), ["space", 0, { k: " ", m: { code: "Space" } }]);
  await close();
});

test("a debounced field waits for a pause, and goes out before what comes after it", async () => {
  const { page, server, close } = await shown(
    '<form dj-submit="save" dj-debounce="60000"><input name="a" dj-input="search" dj-debounce="60000"><input name="b" dj-input="late" dj-debounce="blur"><button>ok</button></form>' +
      '<button id="next" dj-click="next">next</button>',
  );
  const event = async (): Promise<unknown[]> => {
    const [, , name, , payload] = await server.next();
    return [name, payload ? (Reflect.get(payload, "v") ?? "form") : null];
  };
  await page.focus("[name=a]");
  await page.keyboard.type("abc");
  assert.deepEqual(server.pending(), []);
  await page.keyboard.press("Enter");
  assert.deepEqual(
    [await event(), await event()],
    [
      ["search", "abc"],
      ["save", "form"],
    ],
  );
  await page.focus("[name=b]");
  await page.keyboard.type("xyz");
  assert.deepEqual(server.pending(), []);
  await page.evaluate(() => document.getElementById("next")?.click());
  assert.deepEqual(
    [await event(), await event()],
    [
      ["late", "xyz"],
      ["next", null],
    ],
  );
  await page.keyboard.type("!");
  await page.focus("[name=a]");
  assert.deepEqual(await event(), ["late", "xyz!"]);
  await close();
});

test("a handler's timing goes with its binding alone; what the element says comes first", async () => {
  const { page, server, close } = await shown(
    '<input name="a" dj-input="debounce=60000 search" dj-keydown.escape=\'throttle=60000 ["clear",1]\'>' +
      '<input name="b" dj-input="debounce=60000 search" dj-debounce="1">',
  );
  const event = async (): Promise<unknown[]> => (await server.next()).slice(2);
  await page.focus("[name=a]");
  await page.keyboard.type("abc");
  await page.keyboard.press("Escape");
  assert.deepEqual(await event(), ["clear", [1], { v: "abc", k: "Escape", t: "a", m: { code: "Escape" } }]);
  assert.deepEqual(server.pending(), []);
  await page.focus("[name=b]");
  assert.deepEqual(await event(), ["search", 0, { v: "abc", t: "a" }]);
  await page.keyboard.type("x");
  assert.deepEqual(await event(), ["search", 0, { v: "x", t: "b" }]);
  await close();
});

test("quick typing is thinned out, and the last value always goes", async () => {
  const { page, server, close } = await shown(
    '<input name="a" dj-input="search" dj-change="search"><button>x</button>',
  );
  await page.focus("input");
  await page.evaluate(() => {
    const input = document.querySelector("input") as HTMLInputElement;
    for (const text of ["a", "ab", "abc", "abcd"]) {
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  });
  const said = async (): Promise<unknown> => Reflect.get((await server.next())[4] as object, "v");
  assert.deepEqual([await said(), await said()], ["a", "abcd"]);
  await page.focus("button");
  await page.keyboard.type("z");
  assert.deepEqual(server.pending(), [], "the change says nothing new");
  await close();
});

test("links and buttons do what the server says instead of what the browser would, held keys excepted", async () => {
  const { page, server, close } = await shown(
    '<a href="/elsewhere" dj-click="go">go</a><form><button dj-click="do">do</button></form><a href="#x" id="plain">plain</a>',
  );
  await page.click("a");
  await page.click("button");
  assert.deepEqual([(await server.next())[2], (await server.next())[2]], ["go", "do"]);
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, "/");
  const [tab] = await Promise.all([page.context().waitForEvent("page"), page.click("a", { modifiers: ["Control"] })]);
  await tab.close();
  assert.deepEqual(server.pending(), []);
  await close();
});

test("two views of a page have numbers of their own", async () => {
  const block = (text: string): string =>
    `<div dj-v="${text}"><button id="${text}" dj-click="inc">x</button><b>0</b></div>` +
    '<script type="application/json" dj-t>[[0,"f",[["T",[1],0]],0]]</script>';
  const { page, connection, close } = await open({
    html: "",
    body: block("A") + block("B"),
  });
  const server = await connection();
  assert.equal((await server.next())[2], "A");
  assert.deepEqual((await server.next()).slice(0, 2), ["v", 1]);
  server.send("j", { seq: 0, ref: 0, secret: "a", same: 1 });
  server.send("v", 1, ["j", { seq: 0, ref: 0, secret: "b", same: 1 }]);
  await page.waitForSelector("#B");
  await page.waitForFunction(() => document.querySelectorAll(".dj-connected").length === 2);
  await page.click("#B");
  assert.deepEqual(await server.next(), ["v", 1, [1, 0, "inc", 0]]);
  await page.click("#A");
  assert.deepEqual(await server.next(), [1, 0, "inc", 0]);
  server.send("v", 1, [1, [0, "second"], 1]);
  server.send(1, [0, "first"], 1);
  await page.waitForFunction(
    () => [...document.querySelectorAll("b")].map((b) => b.textContent).join() === "first,second",
  );
  await close();
});

test("a form of the browser's own in an element with dj-click is sent; one around the binding is not", async () => {
  const { page, server, close } = await shown(
    '<div dj-click="card"><form action="/a"><button id="a">a</button></form></div><form action="/b"><button id="b" dj-click="go">b</button></form>',
  );
  await page.evaluate(() => {
    addEventListener("submit", (event) => {
      event.preventDefault();
      document.title = `${document.title} ${(event.target as HTMLFormElement).getAttribute("action")}`;
    });
  });
  for (const id of ["#b", "#a"]) await page.click(id);
  assert.deepEqual([(await server.next())[2], (await server.next())[2]], ["go", "card"]);
  assert.equal(await page.title(), "test /a");
  await close();
});

test("an event with fields looks at no rows of a list elsewhere", async () => {
  const row = "<li><b>x</b></li>";
  const { page, server, close } = await live({
    html: `<form dj-change="edit"><input name="a"><input name="b"></form><ul>${row.repeat(300)}</ul>`,
    templates: [
      [0, "f", [["l", [1], -1, 0, 1]], 0],
      [1, "r", [["T", [0, 0], 0]], 0],
    ],
  });
  const looks = await page.evaluate(() => {
    const { contains } = Node.prototype;
    let count = 0;
    Node.prototype.contains = function (node: Node | null): boolean {
      count++;
      return contains.call(this, node);
    };
    const field = document.querySelector("input") as HTMLInputElement;
    field.value = "typed";
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return count;
  });
  assert.equal((await server.next())[2], "edit");
  assert.ok(looks < 100, `${looks} looks`);
  await close();
});
