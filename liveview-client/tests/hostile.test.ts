/**
 * What a page may hold that wants to be more: texts like markup (AT24), and elements called like what a script would ask a
 * form for (AT25). Tests no rule of inputs.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live } from "./browser.ts";

/** What forms and elements answer to, each hidden behind a field of that name. */
const NAMES = [
  "attributes children childNodes parentNode parentElement firstChild nodeType tagName id name getAttribute",
  "setAttribute removeAttribute hasAttribute closest matches contains querySelectorAll elements length action",
  "method target submit reset requestSubmit classList dispatchEvent isConnected ownerDocument getRootNode before",
  "remove addEventListener __proto__ constructor prototype hasOwnProperty body title cookie location form value",
  "default dj-click",
].flatMap((line) => line.split(" "));

const fields = NAMES.map((name) => `<input name="${name}" value="1">`).join("");

test("a form whose fields hide its own properties says all of them, and is patched and reset like others", async () => {
  const { page, server, after, close } = await live({
    html: `<p>old</p><form id="body" dj-input="edit" dj-submit="save">${fields}<button>ok</button></form>`,
    templates: [[0, "f", [["t", [0], 0]], 0]],
  });
  // By hand: what drives the browser asks forms for their properties and falls for the names.
  await page.evaluate(() => {
    const field = document.querySelector("[name=attributes]") as HTMLInputElement;
    field.value = "2";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  const edited = NAMES.map((name) => [name, name === "attributes" ? "2" : "1"]);
  assert.deepEqual(await server.next(), [1, 0, "edit", 0, { f: edited, t: "attributes" }]);
  await page.evaluate(() => (document.querySelector("form button") as HTMLButtonElement).click());
  assert.deepEqual(await server.next(), [2, 0, "save", 0, { f: edited, s: "" }]);
  const html = await after([1, [0, "new"], 2]);
  assert.match(html, /^<p>new<\/p><form id="body"/);
  const shown = await page.evaluate(() => (document.querySelector("[name=attributes]") as HTMLInputElement).value);
  assert.equal(shown, "1", "what was submitted is reset");
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

test("a text that looks like markup is a text, wherever it is written", async () => {
  const { page, after, close } = await live({
    html: '<p>old</p><a title="old">x</a><ul></ul>',
    templates: [
      [
        0,
        "f",
        [
          ["T", [0], 0],
          ["a", [1], 0, "title", -1, "a"],
          ["l", [2], -1, 0, 1],
        ],
        0,
      ],
      [1, "r", [["T", [0], 0]], 0],
    ],
  });
  const texts = [
    "<img src=x onerror=ran=1>",
    "</p><script>ran=1</script>",
    '"><svg onload=ran=1>',
    "<!--",
    "]]>",
    "&lt;b&gt;&#60;",
    "<\u0000b>",
    "{{ran=1}}",
  ];
  const row = [[1, "r", 0, [["li", 0, 0]]]];
  for (const [index, text] of texts.entries()) {
    const rows = ["o", 0, [-1, 1], [1, [text]]];
    await after([index + 1, [0, text, 1, text, ...(index ? [] : [2, rows])], 0, ...(index ? [] : [row])]);
    const shown = await page.evaluate(() => [
      document.querySelector("p")?.textContent,
      document.querySelector("a")?.title,
      document.querySelectorAll("[dj-v] *").length,
      Reflect.get(window, "ran"),
    ]);
    assert.deepEqual(shown, [text, text, 4, undefined]);
  }
  assert.equal(await page.textContent("li"), texts[0]);
  await close();
});

test("pictures and forms named like the document's own members hide nothing of it", async () => {
  const hiding =
    "querySelectorAll addEventListener createElement createTextNode importNode implementation activeElement " +
    "visibilityState body documentElement head defaultView";
  const named = hiding.split(" ").map((name) => `<img alt="" name="${name}">`);
  const { page, server, after, close } = await live({
    html: `<p></p><ul></ul><input dj-input="edit" value=""><button dj-click="go">go</button>${named.join("")}`,
    templates: [
      [
        0,
        "f",
        [
          ["t", [0], 0],
          ["l", [1], -1, 0, 1],
          ["p", [2], 0, "value", -1, "input"],
        ],
        0,
      ],
      [1, "r", [["T", [0], 0]], 0],
    ],
  });
  await page.locator("button").click();
  assert.deepEqual(await server.next(), [1, 0, "go", 0]);
  const html = await after([1, [0, "new", 1, ["o", 0, [-1, 1], [1, ["row"]]]], 1, [[1, "r", 0, [["x-row", 0, 0]]]]]);
  assert.match(html, /^<p>new<\/p><ul><x-row>row<\/x-row><\/ul>/);
  await close();
});
