/**
 * The bench pages: their markup to the letter, each button, and the bytes of a thousand events. Times nothing.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, nodeNames, openBrowser, openPage, startServer } from "./harness.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer("bench"), openBrowser()]);
});
after(async () => {
  await browser.close();
  await server.kill();
});

/** A thousand events take a while on a busy machine; a page that stops answering must not take for ever. */
const PATIENT = { timeout: 240_000 };

const row = (number, mail = `user${number}@example.com`) => [String(number), `User ${number}`, mail, "member"];
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const cells = (page) =>
  page.$$eval("tbody > tr", (rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
const ids = (page) => page.$$eval("tbody > tr", (rows) => rows.map((row) => Number(row.id.replace("row-", ""))));

/** Clicks again and again, each time after the page has changed, and gives the updates that came down. */
async function click(page, id, times = 1) {
  const before = page.frames$.length;
  await page.evaluate(
    async ([id, times]) => {
      const button = document.getElementById(id);
      const root = document.querySelector("[dj-v]");
      for (let click = 0; click < times; click++) {
        await new Promise((changed) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            changed();
          });
          observer.observe(root, { subtree: true, childList: true, characterData: true });
          button.click();
        });
      }
    },
    [id, times],
  );
  await eventually(() => updates(page, before).length, times, `each click on #${id} is one update`);
  return updates(page, before);
}

/** Updates since `before`, as bytes with the definitions of templates counted apart. */
function updates(page, before) {
  const frames = page.frames$.slice(before).filter((frame) => frame.way === "down" && /^\[\d/.test(frame.text));
  return frames.map((frame) => {
    const bytes = Buffer.byteLength(frame.text);
    const [, , , defs] = JSON.parse(frame.text);
    return { bytes: defs ? bytes - Buffer.byteLength(JSON.stringify(defs)) - 1 : bytes, text: frame.text };
  });
}

function within(t, name, frames, budget) {
  assert.ok(frames.length > 0, `${name} sent something`);
  const largest = frames.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  t.diagnostic(`${name}: at most ${largest.bytes} bytes down in ${frames.length} frames (budget ${budget})`);
  assert.ok(largest.bytes <= budget, `${name}: ${largest.bytes} bytes: ${largest.text.slice(0, 200)}`);
}

test("the index links every page", PATIENT, async (t) => {
  const page = await openPage(t, browser, server.url);
  const links = await page.$$eval("a", (links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(links, ["/b1", "/b2", "/b3", "/b4", "/b5", "/b6"]);
});

for (const name of ["b1", "b2", "b3", "b4", "b5", "b6"]) {
  test(`${name}: the join after the page load says at most 100 bytes`, PATIENT, async (t) => {
    const page = await openPage(t, browser, `${server.url}/${name}`);
    const [join] = page.frames$.filter((frame) => frame.way === "down");
    t.diagnostic(`${name}: the join is ${Buffer.byteLength(join.text)} bytes`);
    assert.ok(Buffer.byteLength(join.text) <= 100, join.text);
    assert.equal(JSON.parse(join.text)[1].same, 1, "nothing changed since the page");
  });
}

test("b1: a thousand steps of the counter", PATIENT, async (t) => {
  const page = await openPage(t, browser, `${server.url}/b1`);
  const html = await page.$eval("[dj-v]", (root) => root.innerHTML.replace(/ dj-click="[^"]*"/g, ""));
  assert.equal(html, '<h1>Counter</h1><button id="inc">+</button><button id="dec">-</button><output>0</output>');
  within(t, "b1 inc", await click(page, "inc", 1000), 20);
  assert.equal(await page.textContent("output"), "1000");
  await click(page, "dec", 2);
  assert.equal(await page.textContent("output"), "998");
});

test("b2: a thousand edits of one cell, and a counter beside the table", PATIENT, async (t) => {
  const page = await openPage(t, browser, `${server.url}/b2`);
  const fresh = range(1, 1000).map((number) => row(number));
  assert.deepEqual(await cells(page), fresh);
  const markup = await page.$eval("#row-1", (row) => row.outerHTML);
  assert.equal(markup, '<tr id="row-1"><td>1</td><td>User 1</td><td>user1@example.com</td><td>member</td></tr>');
  const names = await nodeNames(page, "tbody > tr, tbody td");
  within(t, "b2 change", await click(page, "change", 1000), 40);
  assert.deepEqual(await cells(page), range(1, 1000).map((number) => row(number, `edit ${number}`)));
  await click(page, "change");
  assert.equal(await page.textContent("#row-1 td:nth-child(3)"), "edit 1001");
  within(t, "b2 bump", await click(page, "bump", 1000), 20);
  assert.equal(await page.textContent("#side"), "1000");
  assert.deepEqual(await nodeNames(page, "tbody > tr, tbody td"), names, "not one node was replaced");
});

test("b3: a thousand rows appended, prepended, deleted", PATIENT, async (t) => {
  const page = await openPage(t, browser, `${server.url}/b3`);
  within(t, "b3 append", await click(page, "append", 1000), 120);
  assert.deepEqual(await cells(page), range(1, 2000).map((number) => row(number)));
  within(t, "b3 delete_first", await click(page, "delete_first", 1000), 120);
  assert.deepEqual(await ids(page), range(1001, 2000));
  within(t, "b3 prepend", await click(page, "prepend", 1000), 120);
  assert.deepEqual(await ids(page), [...range(2001, 3000).reverse(), ...range(1001, 2000)]);
});

test("b4: reverse and shuffle move nodes and make none", PATIENT, async (t) => {
  const page = await openPage(t, browser, `${server.url}/b4`);
  const names = await nodeNames(page, "tbody > tr");
  await click(page, "reverse");
  assert.deepEqual(await ids(page), range(1, 1000).reverse());
  assert.deepEqual(await nodeNames(page, "tbody > tr"), names.toReversed());
  within(t, "b4 reverse", await click(page, "reverse", 1000), 40);
  assert.deepEqual(await ids(page), range(1, 1000).reverse());
  await click(page, "shuffle");
  const shuffled = await ids(page);
  assert.notDeepEqual(shuffled, range(1, 1000).reverse());
  assert.deepEqual(shuffled.toSorted((a, b) => a - b), range(1, 1000));
  assert.deepEqual(await nodeNames(page, "tbody > tr"), shuffled.map((id) => names[id - 1]));
});

test("b5: a thousand edits of one field", PATIENT, async (t) => {
  const page = await openPage(t, browser, `${server.url}/b5`);
  const errors = () => page.$$eval("p.error", (lines) => lines.map((line) => line.textContent));
  const empty = Array.from({ length: 10 }, () => "too short (0)");
  assert.deepEqual(await errors(), empty);
  assert.deepEqual(await page.$$eval("label + input + p.error", (lines) => lines.length), 10);
  const before = page.frames$.length;
  await page.evaluate(async () => {
    const input = document.querySelector("[name=f3]");
    const line = input.nextElementSibling;
    for (let edit = 1; edit <= 1000; edit++) {
      await new Promise((changed) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          changed();
        });
        observer.observe(line, { subtree: true, childList: true, characterData: true });
        input.value = "x".repeat(edit % 101);
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        // Leaving a field sends at once what a pause in the typing would send.
        input.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
      });
    }
  });
  await eventually(() => updates(page, before).length, 1000, "each edit is one update");
  within(t, "b5 one field", updates(page, before), 100);
  const shown = await errors();
  assert.equal(shown[3], `too short (${1000 % 101})`);
  assert.deepEqual(shown.toSpliced(3, 1), empty.slice(1));
});

test("b6: a thousand messages, the last hundred kept", PATIENT, async (t) => {
  const page = await openPage(t, browser, `${server.url}/b6`);
  const line = '<li><time>12:00:42</time> <b>user2</b> <span>message 42</span></li>';
  assert.equal(await page.$eval("#log > :nth-child(42)", (item) => item.outerHTML), line);
  within(t, "b6 say", await click(page, "say", 1000), 120);
  const spoken = await page.$$eval("#log > li > span", (spans) => spans.map((span) => span.textContent));
  assert.deepEqual(spoken, range(1001, 1100).map((number) => `message ${number}`));
});

