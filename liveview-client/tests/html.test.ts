/** Raw HTML that an author has called trusted: the one place where the client lets the browser parse. Tests no compiler. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live } from "./browser.ts";

const page = {
  policies: "dj",
  html: '<div><b>old</b></div><p>0</p><table><tbody id="rows"><tr><td>old</td></tr></tbody></table>',
  templates: [
    [
      0,
      "f",
      [
        ["h", [0], 0, 0, -1, "div"],
        ["T", [1], 0],
        ["h", [2, 0], 0, 0, -1, "tbody"],
      ],
      0,
    ],
  ],
};
const tree = [
  [
    0,
    "f",
    0,
    [
      ["div", 0, 0],
      ["p", 0, 1],
      ["table", 0, ["tbody", ["id", "rows"], 2]],
    ],
  ],
]; // prettier-ignore

test("raw HTML replaces the content of its element, as that element would hold it", async () => {
  const view = await live(page);
  const rows = "<tr><td>new</td></tr><tr><td>two</td></tr>";
  assert.equal(
    await view.after([1, [0, "<i>a</i> &amp; <!--[--> b", 1, "1", 2, rows]]),
    `<div><i>a</i> &amp; <!--[--> b</div><p>1</p><table><tbody id="rows">${rows}</tbody></table>`,
  );
  assert.match(await view.after([2, [0, "", 1, "2"]]), /^<div><\/div><p>2<\/p>/);
  await view.close();
});

test("no script in it runs, neither as an element nor in an attribute", async () => {
  const view = await live(page);
  view.allow("Content Security Policy");
  const html =
    '<script>document.title = "ran"</script><script src="/client.js"></script>' +
    "<img src=\"data:,\" onerror=\"document.title = 'ran'\"><svg><script>document.title = 'ran'</script></svg>";
  await view.after([1, [0, html]]);
  await view.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  assert.equal(await view.page.title(), "test");
  assert.equal(await view.page.locator("script").count(), 5, "they are there all the same");
  await view.close();
});

test("it is built with its instance, and kept where a resync finds it standing", async () => {
  const view = await live(page);
  await view.page.evaluate(() => Reflect.set(window, "bold", document.querySelector("b")));
  const values = [0, "<b>new</b>", "1", "<tr><td>x</td></tr>"];
  assert.equal(
    await view.after(["r", 0, [], values, tree], [1, [1, "2"]]),
    '<div><b>new</b></div><p>2</p><table><tbody id="rows"><tr><td>x</td></tr></tbody></table>',
  );
  assert.equal(await view.page.evaluate(() => Reflect.get(window, "bold") === document.querySelector("b")), true);
  assert.match(await view.after([2, [0, "<u>last</u>"]]), /^<div><u>last<\/u><\/div>/);
  await view.close();
});

test("a page that allows no policy shows none, and the rest goes on", async () => {
  const { policies: _, ...strict } = page;
  const view = await live(strict);
  view.allow("resync");
  view.allow("Policy");
  view.allow("TrustedTypes");
  const html = await view.after([1, [1, "1", 0, "<i>a</i>"]]);
  assert.match(html, /^<div><b>old<\/b><\/div><p>1<\/p>/);
  assert.deepEqual(await view.server.next(), ["r", 1, []]);
  await view.close();
});
