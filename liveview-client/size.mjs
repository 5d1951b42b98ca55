/** Weighs the small bundles, each and in all, against `budget.json`. Builds nothing. */
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const here = (name) => readFileSync(new URL(name, import.meta.url));
const { total: most, ...budgets } = JSON.parse(here("budget.json").toString());
let total = 0;

for (const [name, budget] of Object.entries(budgets)) {
  const bundle = here(`dist/${name}`);
  const weight = brotliCompressSync(bundle).length;
  total += weight;
  console.log(`${name}: ${bundle.length} bytes, ${weight} brotli, budget ${budget}`);
  if (weight > budget) process.exitCode = 1;
}
console.log(`in all: ${total} brotli, budget ${most}`);
if (total > most) process.exitCode = 1;
