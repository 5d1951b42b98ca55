/** Every kind of slot, in a page that was there before the client: found, written, and nothing else touched. Sends no event. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { live } from "./browser.ts";

test("scalar slots are written where their paths lead", async () => {
  const page = await live({
    html:
      '<p title="old" class="a x on" dj-style="width:5px;height:6px;">one <b>two</b> three</p>' +
      '<input value="v"><i></i><svg><a xlink:href="/x"></a></svg>',
    templates: [
      [
        0,
        "f",
        [
          ["a", [0], 0, "title", -1, "p"],
          ["c", [0], 0, "class"],
          ["C", [0], 0, "on"],
          ["s", [0], 0, "width"],
          ["t", [0], 0],
          ["T", [0, 0], 0],
          ["t", [0], 1],
          ["p", [1], 0, "value", -1, "input"],
          ["T", [2], 0],
          ["a", [3, 0], 0, "xlink:href"],
        ],
        0,
      ],
    ],
  });
  await page.page.evaluate(() => document.querySelector("p")?.classList.add("theirs"));
  const html = await page.after([
    1,
    [0, "new", 1, "a y", 2, 0, 3, "7px", 4, "uno ", 5, "dos", 6, " tres", 7, "w", 8, "<i>", 9, "/y"],
  ]);
  assert.equal(
    html,
    '<p title="new" class="a theirs y" style="width: 7px; height: 6px;">uno <b>dos</b> tres</p>' +
      '<input value="w"><i>&lt;i&gt;</i><svg><a xlink:href="/y"></a></svg>',
  );
  assert.equal(
    await page.after([2, [0, null, 2, 1, 3, null, 6, "", 9, true]]),
    '<p class="a theirs y on" style="height: 6px;">uno <b>dos</b></p>' +
      '<input value="w"><i>&lt;i&gt;</i><svg><a xlink:href=""></a></svg>',
  );
  await page.close();
});

test("a style value that the browser does not take leaves none, as on a fresh page", async () => {
  const { after, close } = await live({
    html: '<p dj-style="width:5px;">x</p>',
    templates: [[0, "f", [["s", [0], 0, "width"]], 0]],
  });
  assert.equal(await after([1, [0, "9 lives"]]), '<p style="">x</p>');
  assert.equal(await after([2, [0, "7px"]]), '<p style="width: 7px;">x</p>');
  await close();
});

test("a spread takes away what it wrote before, and nothing of anybody else's", async () => {
  const page = await live({
    html: '<p id="own" class="a wide" title="t" dj-a="title .wide">x</p><p>y</p>',
    templates: [
      [
        0,
        "f",
        [
          ["c", [0], 0],
          ["A", [0], 0],
          ["A", [1], 0],
        ],
        0,
      ],
    ],
  });
  await page.page.evaluate(() => {
    const [first] = document.querySelectorAll("p");
    first?.classList.add("theirs");
    first?.setAttribute("data-theirs", "1");
  });
  assert.equal(
    await page.after([1, [0, "b", 1, [".new", "", "lang", "<en>"], 2, ["title", ""]]]),
    '<p id="own" class="theirs b new" dj-a=".new lang" data-theirs="1" lang="&lt;en&gt;">x</p>' +
      '<p title="" dj-a="title">y</p>',
  );
  assert.equal(
    await page.after([2, [0, "", 1, [], 2, ["lang", "de"]]]),
    '<p id="own" class="theirs" data-theirs="1">x</p><p dj-a="lang" lang="de">y</p>',
  );
  await page.close();
});

test("a text that was empty in the page is made where it belongs", async () => {
  const page = await live({
    html: "<p><b>x</b><!--[--><!--]--></p>",
    templates: [
      [
        0,
        "f",
        [
          ["t", [0], 0],
          ["t", [0], 1],
          ["o", [0], 1],
          ["t", [0], [2, 0]],
        ],
        0,
      ],
    ],
  });
  assert.equal(await page.after([1, [0, "a", 1, "b", 3, "c"]]), "<p>a<b>x</b>b<!--[--><!--]-->c</p>");
  await page.close();
});

test("a class that somebody else added before the first write is not the server's, in rows and branches neither", async () => {
  const view = await live({
    html: '<p class="a x">t</p><ul><li class="row one">r</li></ul><!--[--><b class="in">b</b><!--]--><i>none</i>',
    templates: [
      [
        0,
        "f",
        [
          ["c", [0], 0],
          ["C", [0], 0, "x"],
          ["l", [1], -1, 0, 1],
          ["o", [], 2],
          ["c", [[3, 0]], 0],
        ],
        0,
      ],
      [1, "r", [["c", [0], 0]], 0],
      [2, "b", [["c", [0], 0]], 0],
    ],
  });
  await view.page.evaluate(() => {
    for (const element of document.querySelectorAll("p,li,b,i")) element.classList.add("theirs");
  });
  const patch = [0, "n", 2, [1, 0, [0, "row two"]], 3, [0, 2, 0, ""], 4, "some"];
  assert.equal(
    await view.after([1, patch]),
    '<p class="x theirs n">t</p><ul><li class="row theirs two">r</li></ul><!--[--><b class="theirs">b</b><!--]--><i class="theirs some">none</i>',
  );
  await view.close();
});

test("branches are entered, replaced and emptied, and what stands behind them is still found", async () => {
  const page = await live({
    html: "<!--[--><p>yes</p><!--]--><b>0</b><!--[--><!--]-->tail",
    templates: [
      [
        0,
        "f",
        [
          ["o", [], 0],
          ["T", [[0, 0]], 0],
          ["o", [], [0, 1]],
          ["t", [], [2, 0]],
        ],
        0,
      ],
      [1, "y", [["T", [0], 0]], 0],
    ],
  });
  assert.equal(
    await page.after([1, [0, [0, 1, 0, "YES"], 1, "1"]]),
    "<!--[--><p>YES</p><!--]--><b>1</b><!--[--><!--]-->tail",
  );
  const no = [
    2,
    "n",
    [["a", [1], 0, "title"]],
    [
      ["i", 0, "no"],
      ["svg:svg", 0, ["svg:g", ["viewBox", "1"]]],
      ["math:math", 0, ["math:mi", 0, "x"]],
    ],
  ];
  assert.equal(
    await page.after([2, [0, [1, 2, "t"], 1, "2", 2, [1, 1, "second"], 3, "end"], 0, [no, [1, "y", 0, [["p", 0, 0]]]]]),
    '<!--[--><i>no</i><svg title="t"><g viewBox="1"></g></svg><math><mi>x</mi></math><!--]--><b>2</b><!--[--><p>second</p><!--]-->end',
  );
  const namespaces = await page.page.evaluate(() =>
    ["g", "mi"].map((tag) => document.querySelector(tag)?.namespaceURI),
  );
  assert.deepEqual(namespaces, ["http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"]);
  assert.equal(
    await page.after([3, [0, 0, 1, "3", 2, [0, 1, 0, "same"]]], [4, [2, 0, 3, "x"]]),
    "<!--[--><!--]--><b>3</b><!--[--><!--]-->x",
  );
  await page.close();
});

test("a row whose root is itself one of several keeps its place in the list", async () => {
  const page = await live({
    html: "<ul><li>a</li><li>b</li></ul>",
    templates: [
      [0, "f", [["l", [0], -1, 0, 1]], 0],
      [1, "r", [["o", [0], -2]], 0],
      [2, "x", [["T", [0], 0]], 0],
    ],
  });
  const defs = [
    [1, "r", 0, [0]],
    [2, "x", 0, [["li", 0, 0]]],
    [3, "y", [["T", [0, 0], 0]], [["li", ["class", "other"], ["b", 0, 0]]]],
  ];
  assert.equal(
    await page.after([1, [0, [2, 0, [0, [1, 3, "A"]], 1, [0, [0, 2, 0, "B"]]]], 0, defs]),
    '<ul><li class="other"><b>A</b></li><li>B</li></ul>',
  );
  assert.equal(
    await page.after([2, [0, ["o", 2, [1, 1, -1, 1, 0, 1], [1, [[1, 2, "new"]]], 2, [0, [0, 3, 0, "a"]]]]]),
    '<ul><li>B</li><li>new</li><li class="other"><b>a</b></li></ul>',
  );
  assert.equal(
    await page.after([3, [0, [3, 1, [0, [1, 3, "NEW"]], 2, [0, [1, 2, "z"]]]]], [4, [0, ["o", 3, [2, -2]]]]),
    '<ul><li>z</li><li class="other"><b>NEW</b></li></ul>',
  );
  await page.close();
});

test("a list of anything: rows of different templates, patched and replaced", async () => {
  const page = await live({
    html: "<!--[--><p>a</p><i>b</i><!--]-->",
    templates: [
      [0, "f", [["k", [], 0]], 0],
      [1, "list", [["l", [], -1]], 0],
      [2, "p", [["T", [0], 0]], 0],
      [3, "i", [["T", [0], 0]], 0],
    ],
  });
  const defs = [
    [2, "p", 0, [["p", 0, 0]]],
    [3, "i", 0, [["i", 0, 0]]],
  ];
  assert.equal(
    await page.after([1, [0, [0, 1, 0, [2, 0, [0, 2, 0, "A"], 1, [1, 2, "now p"]]]], 0, defs]),
    "<!--[--><p>A</p><p>now p</p><!--]-->",
  );
  assert.equal(
    await page.after([2, [0, [0, 1, 0, ["o", 2, [1, -2, -1, 2], [0, 3, ["x"], 2, ["y"]], 0, [0, 2, 0, "first"]]]]]),
    "<!--[--><p>first</p><p>A</p><i>x</i><p>y</p><!--]-->",
  );
  assert.equal(await page.after([3, [0, [0, 1, 0, ["o", 4, []]]]]), "<!--[--><!--]-->");
  await page.close();
});

test("a field name cannot shadow what the client reads of a form", async () => {
  const names = [
    "attributes",
    "firstChild",
    "nextSibling",
    "getAttribute",
    "elements",
    "parentNode",
    "closest",
    "id",
    "localName",
  ];
  const fields = names.map((name) => `<input name="${name}">`).join("");
  const page = await live({
    html: `<form id="body" class="a" dj-submit="save">${fields}<button>ok</button><p>old</p></form>`,
    templates: [
      [
        0,
        "f",
        [
          ["a", [0], 0, "title", -1, "form"],
          ["c", [0], 0, "class"],
          ["T", [0, names.length + 1], 0],
        ],
        0,
      ],
    ],
  });
  const html = await page.after([1, [0, "t", 1, "b", 2, "new"]]);
  assert.equal(
    html,
    `<form id="body" class="b" dj-submit="save" title="t">${fields}<button>ok</button><p>new</p></form>`,
  );
  // The driver's own click stumbles over these names.
  await page.page.evaluate(() => document.querySelector("button")?.click());
  const [, , name, , payload] = (await page.server.next()) as [number, number, string, number, { f: unknown[] }];
  assert.deepEqual([name, payload.f], ["save", names.map((field) => [field, ""])]);
  await page.close();
});

test("a selection stays where only another part of its text changes", async () => {
  const page = await live({ html: "<p>Total: 7 items</p>", templates: [[0, "f", [["T", [0], 0, 0, -1, "p"]], 0]] });
  await page.page.evaluate(() => {
    const text = document.querySelector("p")?.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, 9, text, 14);
  });
  await page.after([1, [0, "Total: 1008 items"]]);
  assert.equal(await page.page.evaluate(() => String(getSelection())), "items");
  await page.close();
});
