/** The short names of fields: who gets one, and who never shares one. Builds nothing. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { shortNames } from "../fields.mjs";

const root = mkdtempSync(join(tmpdir(), "liveview-names-"));
after(() => rmSync(root, { recursive: true }));

/** The names in a project of one file. */
function namesIn(source: string): { [field: string]: string } {
  const compilerOptions = { target: "ES2022", lib: ["ES2022", "DOM"], strict: true, noEmit: true, types: [] };
  mkdirSync(join(root, "src"), { recursive: true });
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  writeFileSync(join(root, "src/only.ts"), source);
  return shortNames(root);
}

test("fields of interfaces get short names, unless something else is called so", () => {
  const names = namesIn(`
    interface Mine { caption: string; title: string; length: number; loose: number }
    type Theirs = { moveBefore(): void };
    export const show = (mine: Mine) => document.title + mine.title + mine.caption + [1].length + mine.length;
    export const call = (theirs: Theirs) => theirs.moveBefore();
    export const spell = (mine: Mine) => JSON.stringify({ loose: mine.loose });
  `);
  assert.deepEqual(Object.keys(names), ["caption"]);
  assert.equal(names.caption?.length, 1);
});

test("fields share a short name only where no record has both", () => {
  const names = namesIn(`
    interface Cat { purrs: boolean; paws: number }
    interface Dog { barks: boolean; tail: number }
    interface Stone { weight: number; rough: boolean }
    interface Rock extends Stone { moss: string }
    interface Box { lid: string }
    interface Crate { nails: number; box?: Box }
    interface Cup { handle: string }
    interface Jug { spout: string }
    export const barks = (pet: Cat | Dog) => (pet as Dog).barks;
    export const pack = (box: Box): Crate => ({ ...box, nails: 1 });
    const pour = (jug: Partial<Jug>) => jug.spout;
    export const drink = (cup: Cup & Partial<Jug>) => pour(cup);
    export const all: (Cat["purrs"] | Cat["paws"] | Dog["tail"] | Rock["moss"] | Stone["weight"])[] = [];
  `);
  const groups = [
    ["purrs", "paws", "barks", "tail"],
    ["weight", "rough", "moss"],
    ["lid", "nails", "box"],
    ["handle", "spout"],
  ];
  for (const group of groups) {
    const short = group.map((name) => names[name]);
    assert.ok(short.every(Boolean), `all of ${group} have one`);
    assert.equal(new Set(short).size, group.length, `${group} differ: ${short}`);
  }
  assert.equal(new Set(Object.values(names)).size, 4, "no more are used than the largest family needs");
});
