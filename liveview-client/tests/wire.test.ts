/** The golden conversations that the server's tests hold too. Says none of its own; what each frame means is theirs. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Frame, inert, live } from "./browser.ts";
import { canonical } from "./canonical.ts";

interface Conversation {
  page: string;
  block: string;
  steps: { what: string; down: string; html: string; up?: string }[];
}

/** The frame with commands of no known name: their targets are looked for, and the page stays the one that the server means. */
function withoutDeeds(frame: Frame): Frame {
  const [seq, ops, acked, defs, effects] = frame;
  if (typeof seq !== "number" || !effects) return frame;
  const harmless = (effects as Frame[]).map(([head, list, value]) =>
    head === "c" ? [head, (list as Frame[]).map(([, ...rest]) => ["none", ...rest])] : [head, list, value],
  );
  return [seq, ops, acked, defs, harmless];
}

const folder = join(process.cwd(), "..", "tests", "wire");

for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
  test(`the conversation ${name}`, async () => {
    const { page: html, block, steps } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Conversation;
    const page = await live({ html, templates: JSON.parse(block) });
    const scratch = await inert();
    for (const { what, down, html: expected } of steps) {
      await page.after(withoutDeeds(JSON.parse(down)));
      const shown = await page.page.evaluate(canonical, null);
      assert.equal(shown, await scratch.evaluate(canonical, expected), `${name}: ${what}`);
    }
    assert.deepEqual(page.server.pending(), [], "nothing had to be asked for again");
    await page.close();
  });
}
