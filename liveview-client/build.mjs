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
  return hash.digest("hex").slice(0, 16);
}

/**
 * The fields of our own records that no object of the browser or of the wire has where we read them: shortened in the
 * small bundle. The tests run against that bundle.
 */
const OWN_FIELDS =
  "accepted acked alias args asked attempt binding bound closing component controls correct element nodes opening parent report write bind changedForms child children composing connected current custom " +
  "changed claim down isChanged isDirty ms notice on passed pause place prefix refresh row suffix " +
  "defs edit edited ended event follows frame handedOver inputs instance isControlled isLive isTheirs joined kind lastEdit left " +
  "listener locate lost master mismatches mode navigate openedAt outside page patch path payload places pulse put " +
  "received ref refusal region replay replayed retry root rows run said secret sentRef seq slots socket stale state " +
  "submits table tag target template templates timer token tokens tree url values view views waiting watch writeProperty written";

/** Words that only we compare; the small bundle has their first and last letters. */
const OWN_WORDS = /"(update|acked|failed|joined|resynced|heartbeat|done|unknown|idle|connecting|throttle)"/g;

/** What an error says is for the readable bundle; the small one says only where. */
const withoutMessages = {
  name: "without-messages",
  setup(build) {
    build.onLoad({ filter: /src.*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replace(/new Mismatch\((`[^`]*`|"[^"]*")\)/g, "new Mismatch()")
        .replace(OWN_WORDS, ([, first, ...rest]) => `"${first}${rest.at(-2)}"`),
    }));
  },
};

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
  plugins: [withoutMessages],
  mangleProps: new RegExp(`^(${OWN_FIELDS.replaceAll(" ", "|")})$`),
  banner: { js: `/* sources sha256:${digest()} */` },
});
