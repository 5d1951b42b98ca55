/** Compiles the tests and runs them with Node's own runner. `npm test -- name` runs the files whose name has `name` in it. */
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const tests = fileURLToPath(new URL(".", import.meta.url));
const out = join(tests, "..", "node_modules", ".tests");
const wanted = process.argv[2] ?? "";
const files = readdirSync(tests).filter((name) => name.endsWith(".test.ts") && name.includes(wanted));

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: files.map((name) => join(tests, name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  sourcemap: "inline",
  logLevel: "warning",
});
const compiled = files.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--test", "--enable-source-maps", ...compiled], { stdio: "inherit" });
process.exitCode = status ?? 1;
