/** Fields in branches and rows of the page that no patch has named: what the page says of them counts. Patches little. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live } from "./browser.ts";

const box = (id: string): string => `<input type="checkbox" id="${id}" dj-change="tick">`;

/** A branch within a branch, and rows of two kinds that look alike: boxes that a slot writes, boxes that are nobody's. */
const page = {
  html: `<!--[--><p><!--[-->${box("deep")}<!--]--></p><!--]--><ul><li>${box("r0")}</li><li>${box("r1")}</li><li>${box("r2")}</li></ul>`,
  templates: [
    [
      0,
      "f",
      [
        ["o", [], 0],
        ["l", [[0, 0]], -1, 0, 3],
      ],
      0,
      [0, 0, [1, 0, [2]], 1, [0, [3, 0, [2]]]],
    ],
    [1, "a", [["o", [0], -1]], 0],
    [2, "b", [["p", [0], 0, "checked"]], 0],
    [3, "r", [["o", [0], -1]], 0],
  ],
}; // prettier-ignore

test("a refused box goes back to the server's state where the page says that a slot writes it", async () => {
  const { page: browser, server, after, allow, close } = await live(page);
  allow("liveview: no");
  for (const [index, id] of ["deep", "r0", "r1", "r2"].entries()) {
    await browser.check(`#${id}`);
    assert.equal((await server.next())[0], index + 1);
    await after(["e", "no", 0, 1]);
    assert.equal(await browser.isChecked(`#${id}`), true, "theirs while it has the focus");
    await browser.evaluate(() => (document.activeElement as HTMLElement).blur());
    assert.equal(await browser.isChecked(`#${id}`), id === "r0", id);
  }
  await close();
});

test("an acknowledged text that was not written goes back too, at blur while it has the focus", async () => {
  const text = '<input dj-input="write" value="x">';
  const {
    page: browser,
    server,
    after,
    close,
  } = await live({
    html: `<!--[-->${text}<!--]--><button>b</button>`,
    templates: [
      [0, "f", [["o", [], 0]], 0, [0, 0, [1]]],
      [1, "a", [["p", [0], 0, "value"]], 0],
    ],
  });
  await browser.fill("input", "y");
  await server.next();
  await after(["a", 1]);
  assert.equal(await browser.inputValue("input"), "y");
  await browser.focus("button");
  assert.equal(await browser.inputValue("input"), "x");
  await close();
});

test("rows keep what the page said of them when they move, and patches go on from there", async () => {
  const { page: browser, server, after, allow, close } = await live(page);
  allow("liveview: no");
  await after([1, [1, ["o", 3, [2, 1, 0, 2]]]]);
  await browser.check("#r2");
  await server.next();
  await browser.evaluate(() => (document.activeElement as HTMLElement).blur());
  await after(["e", "no", 0, 1]);
  assert.equal(await browser.isChecked("#r2"), false);
  await after([2, [1, [3, 0, [0, [0, 2, 0, true]]]]]);
  assert.equal(await browser.isChecked("#r2"), true);
  assert.deepEqual(server.pending(), []);
  await close();
});

test("a choice belongs to the slots of its options, in rows and branches inside it", async () => {
  const {
    page: browser,
    server,
    after,
    allow,
    close,
  } = await live({
    html: '<select dj-change="pick"><option value="a" selected>a</option><option value="b">b</option></select>',
    templates: [
      [0, "f", [["l", [0], -1, 0, 1]], 0],
      [1, "o", [["p", [0], 0, "selected"]], 0],
    ],
  });
  allow("liveview: no");
  await browser.selectOption("select", "b");
  await server.next();
  await after(["e", "no", 0, 1]);
  assert.equal(await browser.inputValue("select"), "a");
  await close();
});
