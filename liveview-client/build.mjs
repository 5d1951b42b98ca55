/**
 * Builds `dist/` from `src/`: a readable bundle, a small one, and its source map. Never runs during a cargo build.
 *
 * Beside them lie the digests of the sources and of the small bundle, so that `cargo test` notices a stale one without Node.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";

const root = dirname(fileURLToPath(import.meta.url));

/** The digest of these files, each by name and length; `tests/fresh.rs` computes the same. */
function digest(names) {
  const hash = createHash("sha256");
  for (const name of names) {
    const content = readFileSync(join(root, name));
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

const sources = readdirSync(join(root, "src"), { recursive: true })
  .map((name) => `src/${String(name).replaceAll("\\", "/")}`)
  .filter((name) => name.endsWith(".ts"))
  .sort();

/**
 * The fields of our own records that no object of the browser or of the wire has where we read them: shortened in the
 * small bundle. The tests run against that bundle.
 */
const OWN_FIELDS =
  "accepted accepting acked definitions defined hooks press surroundings alias answered args around asked aspect attempt bind binding bound brings brought byAlias " +
  "change changed changedForms child children closing commands component composing connected controlled controls " +
  "correct current custom debounce defs disable down edit edited element ended ends entered event exits " +
  "extensions failed flights fly follows frame handedOver hearAll heard held hiding holds inputs instance isBusy " +
  "isChanged isDirty isIdle isLive isRefused isTheirs joined keeps kind late layers leave left life listener " +
  "lost mark master measures meta mismatches mode more ms navigate node nodes notice on opened openedAt opening ops " +
  "outside overdue parent patch path pause payload pending perform place places prefix present property pulse " +
  "pushed put reach received ref refresh refusal region replay replayed replied reply report resynced retry root " +
  "row rows run said secret selector sentRef seq shown shows slots socket spent stale start state states submits " +
  "suffix table tag target template templates throttle timer token tokens toolbox touched tree trust unreplied " +
  "update url valued values veils view views visit waiting was watch watcher world write writers written";

/** What an error says is for the readable bundle; the small one says only where. */
const withoutMessages = {
  name: "without-messages",
  setup(build) {
    build.onLoad({ filter: /src.*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replace(/new Mismatch\((`[^`]*`|"[^"]*")\)/g, "new Mismatch()")
        .replace(/( expect\(.*), (`[^`\n]*`|"[^"\n]*")\);/g, "$1);"),
    }));
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
};

/** The names that the first bundle got, for the second: the two speak to each other. */
let mangleCache = {};

/** Writes a bundle, small and readable. */
async function bundle(source, name, options) {
  const entry = { ...shared, ...options, entryPoints: [`src/${source}.ts`] };
  await build({ ...entry, outfile: `dist/${name}.js` });
  const built = await build({
    ...entry,
    outfile: `dist/${name}.min.js`,
    minify: true,
    // Strict mode throws where the other is silent: the readable bundle has it, and is tested with `DEBUG=1`.
    tsconfigRaw: { compilerOptions: { target: "ES2022" } },
    sourcemap: "external",
    write: false,
    plugins: [withoutMessages],
    mangleProps: new RegExp(`^(${OWN_FIELDS.replaceAll(" ", "|")})$`),
    mangleCache,
  });
  mangleCache = built.mangleCache;
  const [map, code] = built.outputFiles.map(({ text }) => text);
  // Names the variables of each scope anew and folds what is used once: esbuild does neither, and brotli rewards it with 4 %.
  const small = await minify(code, {
    ecma: 2020,
    module: source === "parts",
    compress: { passes: 3, pure_getters: true },
    sourceMap: { content: map },
  });
  writeFileSync(join(root, `dist/${name}.min.js`), small.code);
  writeFileSync(join(root, `dist/${name}.min.js.map`), small.map);
  return small.code;
}

const parts = await bundle("parts", "parts", { format: "esm" });
// Where the server serves the parts: an address that changes with their content.
const hash = createHash("sha256").update(parts).digest().subarray(0, 9).toString("base64url");
const address = JSON.stringify(`/_live/parts-${hash}.js`);
// A function of our own around it: the format that has one brings a stand-in for `require` along, which nobody calls.
const around = { banner: { js: "(() => {" }, footer: { js: "})();" } };
await bundle("main", "liveview", { format: "esm", ...around, define: { PARTS: address }, external: ["/_live/*"] });
const digests = [digest([...sources, "package-lock.json"]), digest(["dist/liveview.min.js", "dist/parts.min.js"])];
writeFileSync(join(root, "dist/sha256"), `${digests.join("\n")}\n`);
