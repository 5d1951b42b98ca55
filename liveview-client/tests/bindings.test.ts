/** Every event that an attribute can bind, and every modifier of it, with a real mouse and keyboard. Times nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live } from "./browser.ts";

const shown = (html: string): Promise<Live> => live({ html, templates: [[0, "f", [], 0]] });

/** The next event: its name and what it brought. */
async function heard({ server }: Live): Promise<[name: unknown, payload: unknown]> {
  const [, , name, , payload] = await server.next();
  return [name, payload];
}

/** The names of so many events, in order, and that no other came. */
async function names(session: Live, count: number): Promise<unknown[]> {
  const list: unknown[] = [];
  while (list.length < count) list.push((await heard(session))[0]);
  await session.page.evaluate(() => undefined);
  assert.deepEqual(session.server.pending(), []);
  return list;
}

test("pointers, double clicks and context menus say where they are and what is held", async () => {
  const session = await shown(
    '<p id="p" dj-pointerdown="down" dj-pointerup="up" dj-dblclick="twice" dj-contextmenu.prevent="menu">text</p>',
  );
  const { page, close } = session;
  const { x, y } = await page.evaluate(() => {
    const { x, y } = (document.getElementById("p") as Element).getBoundingClientRect();
    return { x: x + 5, y: y + 5 };
  });
  const at = { x: Math.round(x), y: Math.round(y) };
  await page.keyboard.down("Shift");
  await page.mouse.dblclick(x, y);
  await page.keyboard.up("Shift");
  const held = { m: { shift: true, ...at, button: 0 } };
  for (const name of ["down", "up", "down", "up", "twice"]) assert.deepEqual(await heard(session), [name, held]);
  await page.mouse.click(x, y, { button: "right" });
  const right = { m: { ...at, button: 2 } };
  const came = [await heard(session), await heard(session), await heard(session)];
  assert.deepEqual(
    new Map(came as [string, unknown][]),
    new Map([
      ["down", right],
      ["menu", right],
      ["up", right],
    ]),
  );
  await close();
});

test("a click brings nothing of its own but the keys that are held", async () => {
  const session = await shown('<button id="a" dj-click="plain">a</button>');
  const { page, close } = session;
  await page.click("#a");
  assert.deepEqual(await heard(session), ["plain", undefined]);
  await page.click("#a", { modifiers: ["Alt"] });
  assert.deepEqual(await heard(session), ["plain", { m: { alt: true } }]);
  await close();
});

test("the pointer enters and leaves each element once, however many are inside", async () => {
  const session = await shown(
    '<div id="o" dj-mouseenter="in" dj-mouseleave="out"><p id="i" dj-mouseenter="inner">inner <b id="b">bold</b></p><p id="j">other</p></div><p id="x">x</p>',
  );
  const { page, close } = session;
  await page.hover("#x");
  await page.hover("#b");
  assert.deepEqual((await names(session, 2)).sort(), ["in", "inner"]);
  await page.hover("#j");
  await page.hover("#i");
  assert.deepEqual(await names(session, 1), ["inner"]);
  await page.hover("#x");
  assert.deepEqual(await names(session, 1), ["out"]);
  await close();
});

test("focus and blur are heard on the field and above it, with what the field holds", async () => {
  const session = await shown(
    '<fieldset dj-focus="in"><input name="a" value="x" dj-blur="left"><input name="b"></fieldset>',
  );
  const { page, close } = session;
  await page.focus("[name=a]");
  assert.deepEqual(await heard(session), ["in", { v: "x", t: "a" }]);
  await page.focus("[name=b]");
  assert.deepEqual(await heard(session), ["left", { v: "x", t: "a" }]);
  assert.deepEqual(await heard(session), ["in", { v: "", t: "b" }]);
  await close();
});

test("several bindings of one element: keys with several modifiers, the one that asks for most is meant", async () => {
  const session = await shown(
    '<p tabindex="0" dj-keydown.ctrl.shift.k="both" dj-keydown.ctrl.k.prevent="ctrl" dj-keydown.k="plain" dj-keydown.enter="enter" dj-keydown.meta="meta">p</p>',
  );
  const { page, close } = session;
  await page.focus("p");
  for (const keys of ["k", "Control+k", "Control+Shift+K", "Shift+K", "Enter", "j"]) await page.keyboard.press(keys);
  assert.deepEqual(await names(session, 5), ["plain", "ctrl", "both", "plain", "enter"]);
  await page.keyboard.press("Meta+j");
  const event = { m: { meta: true, code: "MetaLeft" }, k: "Meta" };
  assert.deepEqual(await heard(session), ["meta", event]);
  assert.deepEqual(await heard(session), ["meta", { m: { meta: true, code: "KeyJ" }, k: "j" }]);
  await close();
});

test("mouse buttons: a plain click is the first one's, the others are named", async () => {
  const session = await shown(
    '<p id="p" dj-click="click" dj-click.middle.prevent="middle" dj-pointerdown.right="right" dj-pointerdown.left="left">p</p>',
  );
  const { page, close } = session;
  for (const button of ["left", "middle", "right"] as const) await page.click("#p", { button });
  assert.deepEqual(await names(session, 4), ["left", "click", "middle", "right"]);
  await close();
});

test("prevent, stop, once and self do what they say, with a call and without", async () => {
  const session = await shown(
    '<div dj-click="outer" dj-document-click="page"><a id="a" href="/gone" dj-click.prevent.stop>a</a>' +
      '<p id="b" dj-click.once="once">b</p><p id="c" dj-click.self="self">c<b id="d">d</b></p></div>',
  );
  const { page, close } = session;
  for (const id of ["#a", "#b", "#b", "#c", "#d"]) await page.click(id, { position: { x: 2, y: 2 } });
  assert.deepEqual(await names(session, 8), ["once", "page", "outer", "page", "self", "page", "outer", "page"]);
  assert.equal(new URL(page.url()).pathname, "/");
  await close();
});

test("pasting says the text and the markup; dj-paste-suppress keeps it out of the field", async () => {
  const session = await shown(
    '<input id="a" name="a" dj-paste="paste"><input id="b" dj-paste="paste" dj-paste-suppress>',
  );
  const { page, close } = session;
  const paste = (id: string): Promise<boolean> =>
    page.evaluate((id) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "words");
      clipboardData.setData("text/html", "<b>words</b>");
      if (id === "b") clipboardData.items.add(new File(["abc"], "a.txt", { type: "text/plain" }));
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
      return (document.getElementById(id) as Element).dispatchEvent(event);
    }, id);
  assert.equal(await paste("a"), true);
  assert.deepEqual(await heard(session), ["paste", { v: "", t: "a", m: { text: "words", html: "<b>words</b>" } }]);
  assert.equal(await paste("b"), false);
  const files = "a.txt\ttext/plain\t3";
  assert.deepEqual(await heard(session), ["paste", { v: "", m: { text: "words", html: "<b>words</b>", files } }]);
  await close();
});

test("what is dragged is dropped where dj-drop is, and nowhere else", async () => {
  const session = await shown(
    '<p id="a" draggable="true" dj-dragstart=\'["take",1]\' dj-dragend="done">a</p><p id="b" dj-drop=\'["put",2]\' dj-dragenter="over">b</p><p id="c">c</p>',
  );
  const { page, close } = session;
  await page.dragAndDrop("#a", "#b");
  assert.deepEqual(await names(session, 4), ["take", "over", "put", "done"]);
  await page.dragAndDrop("#a", "#c");
  assert.deepEqual(await names(session, 2), ["take", "done"]);
  await close();
});

test("what is dragged over a place is heard there, and that it was dragged out again", async () => {
  const session = await shown(
    '<p id="a" draggable="true">a</p><p id="b" dj-dragover.prevent.once="over" dj-dragleave="out">b</p><p id="c">c</p>',
  );
  const { page, close } = session;
  await page.hover("#a");
  await page.mouse.down();
  // The first move begins the drag, and what is over a place is told of with each further one.
  await page.hover("#c");
  await page.hover("#b");
  await page.hover("#b", { position: { x: 20, y: 5 } });
  const [over, payload] = await heard(session);
  assert.equal(over, "over");
  assert.deepEqual(Object.keys((payload as { m: object }).m), ["x", "y", "button"]);
  await page.hover("#c");
  assert.deepEqual(await names(session, 1), ["out"]);
  await page.mouse.up();
  await close();
});

test("touches say where they are", async () => {
  const session = await shown('<p id="p" dj-touchstart="start" dj-touchend="end">p</p>');
  const { page, close } = session;
  const client = await page.context().newCDPSession(page);
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: 20, y: 25 }] });
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  assert.deepEqual(await heard(session), ["start", { m: { x: 20, y: 25 } }]);
  assert.deepEqual(await heard(session), ["end", { m: { x: 20, y: 25 } }]);
  await close();
});

test("scrolling an element and the window says how far, the last position always", async () => {
  const session = await live({
    html: '<div id="box" dj-scroll="box"><p class="tall">x</p></div><p class="tall" dj-window-scroll="window">y</p>',
    templates: [[0, "f", [], 0]],
    before: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".tall { height: 5000px } #box { height: 100px; overflow: auto }");
      document.adoptedStyleSheets = [sheet];
    },
  });
  const { page, close } = session;
  await page.evaluate(() => {
    (document.getElementById("box") as Element).scrollTop = 40;
  });
  assert.deepEqual(await heard(session), ["box", { m: { x: 0, y: 40 } }]);
  for (const top of [10, 20, 30]) {
    await page.evaluate((top) => {
      scrollTo(0, top);
      return new Promise(requestAnimationFrame);
    }, top);
  }
  for (let last = 0; last !== 30; ) {
    const [name, payload] = (await heard(session)) as [string, { m: { y: number } }];
    assert.equal(name, "window");
    last = payload.m.y;
  }
  await close();
});

test("what opens and closes, and a field that is not valid, are heard though they do not bubble", async () => {
  const session = await shown(
    '<details dj-toggle="outer" open><summary>s</summary><details id="d" dj-toggle="toggle"><summary id="s">s</summary>x</details></details>' +
      '<form dj-invalid="wrong" dj-submit="save"><input name="a" required><button>ok</button></form>',
  );
  const { page, server, close } = session;
  server.pending();
  await page.click("#s");
  assert.deepEqual(await heard(session), ["toggle", { m: { open: true } }]);
  await page.click("#s");
  assert.deepEqual(await heard(session), ["toggle", { m: { open: false } }]);
  await page.click("button");
  assert.deepEqual(await heard(session), ["wrong", { f: [["a", ""]], t: "a" }]);
  await close();
});

test("windows and documents are heard by every element that asks, wherever it happens", async () => {
  const session = await shown(
    '<p dj-window-keydown.ctrl.s.prevent="save">a</p><p dj-document-keyup.escape="leave">b</p><p dj-window-click="click" dj-window-resize="size">c</p>' +
      '<p dj-window-focus="focus" dj-window-blur="blur" dj-window-online="online" dj-window-offline="offline">d</p>',
  );
  const { page, close } = session;
  await page.keyboard.press("Control+s");
  assert.deepEqual(await heard(session), ["save", { k: "s", m: { ctrl: true, code: "KeyS" } }]);
  await page.keyboard.press("Escape");
  assert.deepEqual(await heard(session), ["leave", { k: "Escape", m: { code: "Escape" } }]);
  await page.mouse.click(300, 200);
  assert.deepEqual(await heard(session), ["click", { m: { x: 300, y: 200, button: 0 } }]);
  await page.setViewportSize({ width: 500, height: 400 });
  assert.deepEqual(await heard(session), ["size", { m: { width: 500, height: 400 } }]);
  await page.evaluate(() => {
    for (const type of ["blur", "focus", "online"]) window.dispatchEvent(new Event(type));
  });
  assert.deepEqual(await names(session, 3), ["blur", "focus", "online"]);
  await close();
});

test("an element that is bound late, and the root itself, hear windows and documents; one that has gone does not", async () => {
  const session = await live({
    html: "",
    body: '<div dj-v="T" dj-window-keydown.a="root" dj-document-click="root">text<!--[--><!--]--></div><script type="application/json" dj-t>[[0,"f",[["o",[],0]],0]]</script>',
  });
  const { page, after, close } = session;
  const branch = [1, "g", [], [["p", ["dj-window-keydown.b", "late", "dj-click-away", "away"], "x"]]];
  await after([1, [0, [1, 1]], 0, [branch]]);
  await page.keyboard.press("a");
  await page.keyboard.press("b");
  await page.mouse.click(300, 200);
  assert.deepEqual(await names(session, 4), ["root", "late", "root", "away"]);
  await after([2, [0, 0]]);
  await page.keyboard.press("b");
  await page.mouse.click(300, 200);
  assert.deepEqual(await names(session, 1), ["root"]);
  await close();
});

test("shortcuts: exactly these keys, not while typing unless they say so", async () => {
  const session = await shown(
    '<p dj-shortcut=\'ctrl+k:open:prevent, escape:close, ?:help, ctrl+shift+e:["run",1,"x"], shift+/:never\'>a</p>' +
      '<p dj-shortcut="ctrl+j:jump" dj-shortcut-in-input>b</p><input id="i">',
  );
  const { page, close, server } = session;
  await page.keyboard.press("Control+k");
  const event = { k: "k", m: { ctrl: true, code: "KeyK", shortcut: "ctrl+k" } };
  assert.deepEqual(await heard(session), ["open", event]);
  for (const keys of ["Control+Shift+k", "k", "Escape", "Shift+?"]) await page.keyboard.press(keys);
  assert.deepEqual(await names(session, 2), ["close", "help"]);
  await page.keyboard.press("Control+Shift+e");
  assert.deepEqual((await server.next()).slice(2, 4), ["run", [1, "x"]]);
  await page.focus("#i");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+j");
  assert.deepEqual(await names(session, 1), ["jump"]);
  await close();
});

test("dj-include brings the fields of a container or of the form around, whatever the event", async () => {
  const session = await shown(
    '<div id="c"><input name="a" value="1"><input type="checkbox" name="b" checked><input type="checkbox" name="x"><input name="y" disabled>' +
      '<fieldset disabled><input name="z"></fieldset><select name="s" multiple><option selected>p<option selected>q</select><textarea name="t">u</textarea><button name="no">b</button></div>' +
      '<button id="one" dj-click="send" dj-include="#c">x</button><form><input name="f" value="2"><button type="button" id="two" dj-click="send" dj-include>y</button></form>',
  );
  const { page, close } = session;
  await page.click("#one");
  const fields = ["a=1", "b=on", "s=p", "s=q", "t=u"].map((pair) => pair.split("="));
  assert.deepEqual(await heard(session), ["send", { f: fields }]);
  await page.click("#two");
  assert.deepEqual(await heard(session), ["send", { f: [["f", "2"]] }]);
  await close();
});

test("dialogs tell that they are cancelled and closed, and a dialog inside tells only its own", async () => {
  const session = await shown(
    'text<dialog id="a" dj-close="outer" dj-cancel="cancel"><dialog id="b" dj-close="inner">x</dialog></dialog>',
  );
  const { page, close } = session;
  await page.evaluate(() => {
    for (const id of ["a", "b"]) (document.getElementById(id) as HTMLDialogElement).showModal();
  });
  await page.keyboard.press("Escape");
  assert.deepEqual(await names(session, 1), ["inner"]);
  await page.keyboard.press("Escape");
  assert.deepEqual(await names(session, 2), ["cancel", "outer"]);
  await close();
});
