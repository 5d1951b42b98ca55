/** The life of a click, from the button to the text it changes. Tests no list and no form. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live, open } from "./browser.ts";

const counter = {
  html: '<h1>Counter</h1><button id="inc" dj-click="inc">+</button><output>0</output>',
  templates: [[0, "f0", [["T", [2], 0, 0, -1, "output"]], 0]],
};

test("a click goes up and one text comes down", async () => {
  const { page, server, close } = await live(counter);
  await page.evaluate(() => {
    Object.assign(window, { kept: document.querySelector("output")?.firstChild });
  });
  await page.click("#inc");
  assert.deepEqual(await server.next(), [1, 0, "inc", 0]);
  server.send(1, [0, "1"], 1);
  await page.waitForFunction(() => document.querySelector("output")?.textContent === "1");
  const isSame = await page.evaluate(
    () => Reflect.get(window, "kept") === document.querySelector("output")?.firstChild,
  );
  assert.ok(isSame, "the text node is the one of the page");
  await close();
});

test("the join says who this is and how far it got", async () => {
  const { page, connection, close } = await open(counter);
  const server = await connection();
  const join = await server.next();
  assert.deepEqual(join.slice(0, 9), ["j", 1, "TOKEN", 0, "DIGEST", 0, 0, 0, "/"]);
  await page.click("#inc");
  await page.click("#inc");
  assert.deepEqual(server.pending(), [], "nothing is sent before the join is answered");
  server.send("j", { seq: 0, ref: 0, secret: "S", same: 1 });
  assert.deepEqual(
    [await server.next(), await server.next()],
    [
      [1, 0, "inc", 0],
      [2, 0, "inc", 0],
    ],
  );
  await close();
});
