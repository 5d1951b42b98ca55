/** Weighs the small bundle against `budget.json`. Builds nothing. */
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const here = (name) => readFileSync(new URL(name, import.meta.url));
const { brotli: budget } = JSON.parse(here("budget.json").toString());
const bundle = here("dist/liveview.min.js");
const weight = brotliCompressSync(bundle).length;

console.log(`liveview.min.js: ${bundle.length} bytes, ${weight} brotli, budget ${budget}`);
process.exitCode = weight > budget ? 1 : 0;
