/**
 * Builds `dist/` from `src/`: a readable bundle, a small one, and its source map. Never runs during a cargo build.
 *
 * The banner of the small bundle holds a digest of the sources, so that `cargo test` notices a stale bundle without Node.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));

/** The digest of every source file, sorted by path, and of the lock file; `tests/fresh.rs` computes the same. */
function digest() {
  const sources = readdirSync(join(root, "src"), { recursive: true })
    .map((name) => `src/${String(name).replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".ts"))
    .sort();
  const hash = createHash("sha256");
  for (const name of [...sources, "package-lock.json"]) {
    const content = readFileSync(join(root, name));
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

const shared = {
  absWorkingDir: root,
  entryPoints: ["src/main.ts"],
  bundle: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
};

await build({ ...shared, outfile: "dist/liveview.js" });
await build({
  ...shared,
  outfile: "dist/liveview.min.js",
  minify: true,
  sourcemap: true,
  banner: { js: `/* liveview client, sources sha256:${digest()} */` },
});
