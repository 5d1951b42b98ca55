/** AT25: pages whose elements are called like what a script would ask a form or the document for. Tests no rule of inputs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live } from "./browser.ts";

/** What forms, elements and the document answer to, each hidden behind a field of that name. */
const NAMES = [
  ...["attributes", "children", "childNodes", "parentNode", "parentElement", "firstChild", "nodeType", "tagName", "id", "name"],
  ...["getAttribute", "setAttribute", "removeAttribute", "hasAttribute", "closest", "matches", "contains", "querySelectorAll"],
  ...["elements", "length", "action", "method", "target", "submit", "reset", "requestSubmit", "classList", "dispatchEvent"],
  ...["isConnected", "ownerDocument", "getRootNode", "before", "remove", "addEventListener", "__proto__", "constructor"],
  ...["prototype", "hasOwnProperty", "body", "title", "cookie", "location", "form", "value", "default", "dj-click"],
];

const fields = NAMES.map((name) => `<input name="${name}" value="1">`).join("");
const images = NAMES.map((name) => `<img name="${name}" id="${name}" alt="">`).join("");

test("a form whose fields hide its own properties says all of them, and is patched and reset as any other", async () => {
  const { page, server, after, close } = await live({
    html: `<p>old</p><form id="body" dj-input="edit" dj-submit="save">${fields}<button>ok</button></form>${images}`,
    templates: [[0, "f", [["t", [0], 0]], 0]],
  });
  const said = NAMES.map((name) => [name, "1"]);
  await page.fill("[name=attributes]", "2");
  const edited = said.map(([name, value]) => [name, name === "attributes" ? "2" : value]);
  assert.deepEqual(await server.next(), [1, 0, "edit", 0, { f: edited, t: "attributes" }]);
  await page.click("form button");
  assert.deepEqual(await server.next(), [2, 0, "save", 0, { f: edited, s: "" }]);
  const html = await after([1, [0, "new"], 2]);
  assert.match(html, /^<p>new<\/p><form id="body"/);
  assert.equal(await page.inputValue("[name=attributes]"), "1", "what was submitted is reset");
  assert.deepEqual(server.pending(), []);
  await close();
});

test("names of prototypes in what is said stay names, and no object learns anything", async () => {
  const { page, server, after, close } = await live({
    html: '<p>old</p><button dj-click="go" dj-value-constructor="a" dj-value-__proto__="b" dj-value-prototype="c">go</button>',
    templates: [[0, "f", [["t", [0], 0]], 0]],
  });
  const before = await page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).length);
  await page.click("button");
  const event = JSON.stringify(await server.next());
  assert.equal(event, '[1,0,"go",0,{"d":{"constructor":"a","__proto__":"b","prototype":"c"}}]');
  await after([1, [0, "__proto__"], 1]);
  assert.equal(await page.textContent("p"), "__proto__");
  assert.equal(await page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).length), before);
  await close();
});
