/** Weighs the small bundles against `budget.json`. Builds nothing. */
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const here = (name) => readFileSync(new URL(name, import.meta.url));
const budgets = JSON.parse(here("budget.json").toString());

for (const [name, budget] of Object.entries(budgets)) {
  const bundle = here(`dist/${name}`);
  const weight = brotliCompressSync(bundle).length;
  console.log(`${name}: ${bundle.length} bytes, ${weight} brotli, budget ${budget}`);
  if (weight > budget) process.exitCode = 1;
}
