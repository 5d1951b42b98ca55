/** The golden conversations that the server's tests hold too. Says none of its own; what each frame means is theirs. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inert, live } from "./browser.ts";
import { canonical } from "./canonical.ts";

interface Conversation {
  page: string;
  block: string;
  steps: { what: string; down: string; html: string; up?: string }[];
}

const folder = join(process.cwd(), "..", "tests", "wire");

for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
  test(`the conversation ${name}`, async () => {
    const { page: html, block, steps } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Conversation;
    const page = await live({ html, templates: JSON.parse(block) });
    const scratch = await inert();
    for (const { what, down, html: expected } of steps) {
      await page.after(JSON.parse(down));
      const shown = await page.page.evaluate(canonical, null);
      assert.equal(shown, await scratch.evaluate(canonical, expected), `${name}: ${what}`);
    }
    assert.deepEqual(page.server.pending(), [], "nothing had to be asked for again");
    await page.close();
  });
}
