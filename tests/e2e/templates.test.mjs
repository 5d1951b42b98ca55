/**
 * What the macro believes of a page, against what a browser makes of it: templates grown at random, as far as the laws
 * accept them, stay as they are, and for each law there is a page that the browser rearranges. Knows no view.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { example, openBrowser } from "./harness.mjs";

const TEMPLATES = process.env.TEMPLATES ?? "5000";
/** So many pages a visit: a browser keeps every document it was given until it finds the time to throw it away. */
const BATCH = 500;

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

/** Writes each page into a frame, as if it came over the line, and gives what differs from what was believed. */
function parsed(pages) {
  const prefixes = new Map([
    ["http://www.w3.org/1999/xhtml", ""],
    ["http://www.w3.org/2000/svg", "svg:"],
    ["http://www.w3.org/1998/Math/MathML", "math:"],
  ]);
  const described = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType === Node.COMMENT_NODE) return ["#", node.data];
    const attributes = [...node.attributes].map(({ name, value }) => [name, value]);
    attributes.sort(([one], [other]) => (one < other ? -1 : 1));
    // Text to a browser that runs scripts, markup to another.
    const children = node.localName === "noscript" ? [] : (node.localName === "template" ? (node.content ?? node) : node).childNodes;
    return [prefixes.get(node.namespaceURI) + node.localName, attributes, ...[...children].map(described)];
  };
  const frame = document.createElement("iframe");
  document.body.append(frame);
  return pages.map(([html, believed]) => {
    const inner = frame.contentDocument;
    inner.open();
    inner.write(`<!doctype html><html><head></head><body>${html}</body></html>`);
    inner.close();
    const found = [...inner.body.childNodes].map(described);
    return JSON.stringify(found) === JSON.stringify(believed) ? null : JSON.stringify(found);
  });
}

test(`${TEMPLATES} accepted templates are left as they are, and those refused are not`, async () => {
  const { stdout } = await promisify(execFile)(example("templates"), { env: { ...process.env, TEMPLATES }, maxBuffer: 1 << 30 });
  const pages = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  const moved = new Set();
  let left = 0;
  for (let start = 0; start < pages.length; start += BATCH) {
    const batch = pages.slice(start, start + BATCH);
    const page = await browser.newPage();
    const found = await page.evaluate(parsed, batch);
    await page.close();
    for (const [index, [html, believed, law]] of batch.entries()) {
      if (law === undefined) {
        assert.equal(found[index] ?? "as believed", "as believed", `${html}\nbelieved: ${JSON.stringify(believed)}`);
        left += 1;
      } else if (found[index] !== null) moved.add(law);
    }
  }
  assert.ok(left >= Number(TEMPLATES), `${left} templates`);
  const laws = new Set(pages.map(([, , law]) => law).filter((law) => law !== undefined));
  assert.deepEqual([...moved].sort(), [...laws].sort(), "for each law, a page that the browser rearranges");
});
