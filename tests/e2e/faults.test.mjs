/**
 * The line breaks, the server restarts: state, focus and typed text stay, and no event runs twice. Mount counts are in
 * `mounts.test.mjs`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { atEnd, disconnected, down, eventually, live, nodeNames, openBrowser, openPage, screenshot, startServer } from "./harness.mjs";
import { startProxy } from "./proxy.mjs";

/** What Chromium itself writes when a socket breaks; the client writes nothing. */
const BROKEN_LINE = { expected: [/WebSocket connection to .* failed/] };
const KEY = { KEY: "a key of the tests, long enough for one" };

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** A server of its own behind a line of its own, both gone with the test. */
async function breakable(t, example = "probe", environment = {}) {
  const server = await startServer(example, environment);
  const line = await startProxy(server.port);
  atEnd(t, async () => {
    await line.close();
    await server.kill();
  });
  return { server, line };
}

const count = (page) => page.textContent("output");
const runs = async (server) => JSON.parse(await (await fetch(`${server.url}/counts`)).text())[2];

async function cutAndRestore(page, line) {
  line.cut();
  await disconnected(page);
  line.restore();
  await live(page);
}

test("a cut line keeps state, focus, selection and typed text", async (t) => {
  const { line } = await breakable(t);
  const page = await openPage(t, browser, line.url, BROKEN_LINE);
  await page.click("#add");
  await page.click("#add");
  await eventually(() => count(page), "2");
  const names = await nodeNames(page, "[dj-v] *");
  await page.focus("[name=text]");
  await page.keyboard.type("half a sentence");
  await page.evaluate(() => document.activeElement.setSelectionRange(5, 6));
  line.cut();
  await disconnected(page);
  await page.keyboard.type("_");
  await screenshot(page, "disconnected");
  line.restore();
  await live(page);
  const focused = await page.evaluate(() => {
    const { name, value, selectionStart } = document.activeElement;
    return { name, value, selectionStart };
  });
  assert.deepEqual(focused, { name: "text", value: "half _ sentence", selectionStart: 6 });
  assert.equal(await count(page), "2");
  assert.deepEqual(await nodeNames(page, "[dj-v] *"), names, "not one node was replaced");
  await page.keyboard.press("Enter");
  await eventually(() => page.textContent("#said"), "half _ sentence");
});

test("events that never arrived are sent again, once", async (t) => {
  const { server, line } = await breakable(t);
  const page = await openPage(t, browser, line.url, BROKEN_LINE);
  line.hold("up");
  await page.click("#add");
  await page.click("#add");
  await eventually(() => line.held("up") > 0, true, "the events are on the line");
  await cutAndRestore(page, line);
  await eventually(() => count(page), "2");
  assert.equal(await runs(server), 2);
});

test("clicks while the line is down run once it is back", async (t) => {
  const { server, line } = await breakable(t);
  const page = await openPage(t, browser, line.url, BROKEN_LINE);
  line.cut();
  await disconnected(page);
  await page.click("#add");
  await page.click("#add");
  line.restore();
  await live(page);
  await eventually(() => count(page), "2");
  assert.equal(await runs(server), 2);
});

test("answers that never arrived are replayed, and only those", async (t) => {
  const { server, line } = await breakable(t);
  const page = await openPage(t, browser, line.url, BROKEN_LINE);
  await page.click("#add");
  await eventually(() => count(page), "1");
  line.hold("down");
  await page.click("#add");
  await page.click("#add");
  await eventually(() => runs(server), 3, "the server has run them");
  await eventually(() => line.held("down") > 0, true, "the answers are on the line");
  assert.equal(await count(page), "1");
  await cutAndRestore(page, line);
  await eventually(() => count(page), "3");
  assert.equal(await runs(server), 3, "nothing ran twice");
  const frames = down(page, 2);
  assert.equal(frames[0][0], "j");
  assert.equal(frames[0][1].replay, 1);
  const replayed = frames.filter((frame) => typeof frame[0] === "number");
  assert.deepEqual(replayed.map((frame) => frame[0]), [2, 3], "the numbers of the frames that were missed");
});

test("through six cuts every click counts once", async (t) => {
  const { server, line } = await breakable(t);
  const page = await openPage(t, browser, line.url, BROKEN_LINE);
  for (let round = 1; round <= 6; round++) {
    if (round % 2) line.hold(round % 4 === 1 ? "down" : "up");
    await page.evaluate(() => {
      for (let click = 0; click < 3; click++) document.getElementById("add").click();
    });
    await cutAndRestore(page, line);
  }
  await eventually(() => count(page), "18");
  assert.equal(await runs(server), 18);
});

test("a row that was tampered with is mended alone", async (t) => {
  const { line } = await breakable(t);
  const page = await openPage(t, browser, line.url, { expected: [/liveview: resync \[4, 2\]/] });
  await page.$eval("li:nth-child(3)", (row) => row.replaceChildren());
  const names = await nodeNames(page, "li:not(:nth-child(3)), li:not(:nth-child(3)) *");
  // The button of the row is gone with the rest; another view of the same event stands in for it.
  await page.evaluate(() => {
    const button = document.querySelector("li:nth-child(2) button");
    const binding = button.getAttribute("dj-click");
    button.setAttribute("dj-click", binding.replace("1", "2"));
    button.click();
    button.setAttribute("dj-click", binding);
  });
  await eventually(() => page.$eval("li:nth-child(3)", (row) => row.textContent), "Touch1row 2");
  assert.deepEqual(await nodeNames(page, "li:not(:nth-child(3)), li:not(:nth-child(3)) *"), names);
  const asked = page.frames$.filter((frame) => frame.way === "up" && frame.text.startsWith('["r"'));
  assert.equal(asked.length, 1);
  assert.notDeepEqual(JSON.parse(asked[0].text)[2], [], "the row, not the page");
  await page.click("li:nth-child(3) button");
  await eventually(() => page.textContent("li:nth-child(3) b"), "2");
});

test("a handler that panics costs its own page only the state", async (t) => {
  const { line } = await breakable(t);
  const page = await openPage(t, browser, line.url, { expected: [/liveview: crashed/] });
  const neighbour = await openPage(t, browser, line.url);
  await neighbour.click("#add");
  await eventually(() => count(neighbour), "1");
  await page.click("#add");
  await eventually(() => count(page), "1");
  await page.fill("[name=text]", "kept");
  await page.click("#crash");
  await eventually(() => count(page), "0");
  assert.equal(await page.inputValue("[name=text]"), "kept");
  await page.click("#add");
  await eventually(() => count(page), "1");
  await neighbour.click("#add");
  await eventually(() => count(neighbour), "2");
});

test("a restarted server with the same key mounts anew and keeps what was typed", async (t) => {
  const { server, line } = await breakable(t, "probe", KEY);
  const page = await openPage(t, browser, line.url, BROKEN_LINE);
  await page.click("#add");
  await eventually(() => count(page), "1");
  const names = await nodeNames(page, "input");
  await page.fill("[name=text]", "typed before");
  await server.stop();
  await disconnected(page);
  await server.start();
  await live(page);
  await eventually(() => count(page), "0");
  assert.equal(await page.inputValue("[name=text]"), "typed before");
  assert.deepEqual(await nodeNames(page, "input"), names);
  await page.click("text=Say");
  await eventually(() => page.textContent("#said"), "typed before");
});

test("a restarted server with another key costs one reload", async (t) => {
  const { server, line } = await breakable(t);
  const page = await openPage(t, browser, line.url, BROKEN_LINE);
  let loads = 0;
  page.on("load", () => loads++);
  await page.click("#add");
  await eventually(() => count(page), "1");
  await server.kill();
  await disconnected(page);
  await server.start();
  await eventually(() => loads, 1, "one reload");
  await live(page);
  await page.click("#add");
  await eventually(() => count(page), "1");
  assert.equal(loads, 1);
});

test("the to-do list keeps its rows and the title being edited through a cut", async (t) => {
  const { line } = await breakable(t, "todo");
  const page = await openPage(t, browser, line.url, BROKEN_LINE);
  await page.check("li:nth-child(1) [type=checkbox]");
  await eventually(() => page.textContent("footer p"), "2 left");
  await page.focus("li:nth-child(2) .title");
  await page.keyboard.press("End");
  await page.keyboard.type(" twice");
  await cutAndRestore(page, line);
  assert.equal(await page.evaluate(() => document.activeElement.value), "Click it twice");
  await page.keyboard.press("Enter");
  await eventually(() => page.getAttribute("li:nth-child(2) .title", "aria-label"), "Edit: Click it twice");
  assert.ok(await page.isChecked("li:nth-child(1) [type=checkbox]"));
});

test("every bench page goes on after a cut", async (t) => {
  const { line } = await breakable(t, "bench");
  const steps = { b1: "inc", b2: "change", b3: "prepend", b4: "reverse", b6: "say" };
  for (const [name, button] of Object.entries(steps)) {
    const page = await openPage(t, browser, `${line.url}/${name}`, BROKEN_LINE);
    const text = () => page.textContent("[dj-v]");
    const served = await text();
    await page.click(`#${button}`);
    await eventually(async () => (await text()) !== served, true, `${name} answers`);
    const changed = await text();
    await cutAndRestore(page, line);
    assert.equal(await text(), changed, `${name} is as it was`);
    await page.click(`#${button}`);
    await eventually(async () => (await text()) !== changed, true, `${name} goes on`);
  }
  const form = await openPage(t, browser, `${line.url}/b5`, BROKEN_LINE);
  await form.fill("[name=f0]", "four");
  await eventually(() => form.textContent("p.error >> nth=0"), "too short (4)");
  await cutAndRestore(form, line);
  await form.fill("[name=f1]", "five5");
  await eventually(() => form.textContent("p.error >> nth=1"), "too short (5)");
  assert.equal(await form.inputValue("[name=f0]"), "four");
});
