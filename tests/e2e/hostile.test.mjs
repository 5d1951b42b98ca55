/**
 * Hostile values in a real browser, on the first page and in an update: nothing runs, no policy has to stop anything, every
 * address has a scheme that may be followed. Trusts no reading of ours: the browser itself says what an address is.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, openBrowser, openPage, startServer } from "./harness.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("hostile");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const RUN = "document.documentElement.dataset.ran='1'";
const VALUES = [
  `<script>${RUN}</script>`,
  `"><img src=x onerror="${RUN}">`,
  `' onmouseover='${RUN}' x='`,
  `</textarea></title></select></svg></td></table><img src=x onerror=${RUN}>`,
  `<svg><animate onbegin=${RUN}></svg>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `]]><img src=x onerror=${RUN}>`,
  `javascript:${RUN}`,
  ` java\tscript:${RUN}`,
  `\u0001JaVaScRiPt:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  `javascript:${RUN}, javascript:${RUN} 2x`,
  `red;background:url(javascript:${RUN})`,
  `x\u0000"><img src=x onerror=${RUN}>`,
];

/** What a person would set off, and what the browser makes of every address. */
function look() {
  const programs = [];
  for (const element of document.querySelectorAll("#shown *")) {
    for (const { name, value } of element.attributes) {
      if (/^on/.test(name) || /script:/i.test(name === "style" ? value : "")) programs.push(`${name}=${value}`);
      if (!/^(href|src|action|formaction|cite|to|xlink:href|ping)$/.test(name)) continue;
      const { protocol } = new URL(value, document.baseURI);
      if (!/^(https?|mailto|tel|about|sms):$/.test(protocol)) programs.push(`${name}=${value}`);
    }
    element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  }
  const tags = [...document.querySelectorAll("#shown *")].map((element) => element.localName).join(" ");
  return { programs, tags, ran: document.documentElement.dataset.ran, path: location.pathname };
}

/** The images that are refused or are no addresses at all are asked for in vain. */
const expected = [/Failed to load resource/, /about:invalid/, /Failed parsing 'srcset'/, /Dropped srcset candidate/, /Error: <svg> attribute/];

async function open(t, path, value) {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
  });
  t.after(() => context.close());
  const page = await openPage(t, browser, `${server.url}${path}?value=${encodeURIComponent(value)}`, { context, expected });
  return page;
}

async function update(page, value) {
  await page.evaluate((value) => {
    const field = document.getElementById("value");
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, value);
  // A textarea's line ends are its own, and HTML holds no U+0000.
  const heard = value.replaceAll("\u0000", "\ufffd");
  await eventually(() => page.evaluate(() => document.getElementById("heard").textContent), heard, "the value shown");
}

test("no value runs, neither on the first page nor in an update", async (t) => {
  const plain = await open(t, "/", "x");
  const { tags } = await plain.evaluate(look);
  for (const value of VALUES) {
    const first = await open(t, "/", value);
    await update(plain, value);
    for (const page of [first, plain]) {
      const found = await page.evaluate(look);
      assert.deepEqual(found, { programs: [], tags, ran: undefined, path: "/" }, value);
      assert.deepEqual(await page.evaluate(() => window.violations), [], value);
    }
    await first.close();
  }
});

const SOUPS = [
  "<p>one <b>two</b></p><ul><li>a<li>b</ul>",
  "</div></li></ul><h1>out</h1>",
  "<table><tr><td>a<td>b</table><p>c<div>d</p>",
  "<a href=/x>a<a href=/y>b",
  "<li>a<dd>b<tr><td>c</div>",
  "<b><i>a</b>b</i><p><b>c<p>d",
  "<svg><g><title><p>a</svg><math><mi>b<p>c",
  "<select><option>a<div>b</select><button>c<button>d",
  "<pre>\n\na</pre><textarea>\n</div><!--",
  "<form action=/x><input></form><script>document.documentElement.dataset.ran=1</script>",
  "a < b <!-- c --> <![CDATA[d]]> <b title='",
];

test("raw HTML stays where it is put, as nodes that an update would make", async (t) => {
  for (const soup of SOUPS) {
    const page = await open(t, "/raw", soup);
    const answer = await fetch(`${server.url}/raw?value=${encodeURIComponent(soup)}`, { headers: { "sec-purpose": "prefetch", accept: "text/html" } });
    const [, raw] = /<div id="shown">([^]*)<\/div><\/li><\/ul>/.exec(await answer.text());
    const found = await page.evaluate((raw) => {
      const beside = document.createElement("div");
      beside.innerHTML = trustedTypes.createPolicy("dj", { createHTML: (html) => html }).createHTML(raw);
      const shown = document.getElementById("shown");
      const around = [...document.querySelector("[dj-v]").children].map((element) => element.id || element.localName);
      return { same: shown.isEqualNode(Object.assign(beside, { id: "shown" })), around, ran: document.documentElement.dataset.ran };
    }, raw);
    assert.deepEqual(found, { same: true, around: ["label", "ul", "line", "heard"], ran: undefined }, soup);
    await page.close();
  }
});
