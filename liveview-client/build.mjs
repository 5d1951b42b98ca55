/**
 * Builds `dist/` from `src/`: readable bundles, small ones, and their source maps. Never runs during a cargo build.
 *
 * Beside them lie the digests of the sources and of the small bundles, so that `cargo test` notices a stale one without Node.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";
import { shortNames } from "./fields.mjs";

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

/** What the small bundles call by shorter names: the fields of our own records. The two speak to each other by them. */
const mangleCache = shortNames(root);
const short = new RegExp(`^(${Object.keys(mangleCache).join("|")})$`);

const shared = {
  absWorkingDir: root,
  bundle: true,
  target: "es2022",
  format: "esm",
  charset: "utf8",
  logLevel: "warning",
};

/** Lets the build change what a room says. */
const rewriting = (rewrite) => ({
  name: "rewriting",
  setup(build) {
    build.onLoad({ filter: /src.*\.ts$/ }, ({ path }) => {
      const room = relative(root, path).replaceAll("\\", "/");
      return { loader: "ts", contents: rewrite(readFileSync(path, "utf8"), room) };
    });
  },
});

/** What an error says is for the readable bundle; the small one says only where. */
const withoutMessages = (text) =>
  text
    .replace(/new Mismatch\((`[^`]*`|"[^"]*")\)/g, "new Mismatch()")
    .replace(/( expect\(.*), (`[^`\n]*`|"[^"\n]*")\);/g, "$1);");

/** Functions as arrows, which are shorter: none of ours is called before its room is loaded, or asks for `this`. */
const withArrows = (text) =>
  text.replace(/^(export )?(async )?function (\w+)(\W[\s\S]*?) \{$/gm, (_, lends = "", waits = "", name, head) => {
    return `${lends}const ${name} = ${waits}${head} => {`;
  });

/** The file that lends, in the core, and borrows, in the parts. */
const LENT = "src/lent.ts";

/** The rooms that the core is made of. */
async function findCore() {
  const { metafile } = await build({ ...shared, entryPoints: ["src/main.ts"], write: false, metafile: true });
  return Object.keys(metafile.inputs).filter((room) => room !== LENT);
}

/** What the parts use of those rooms while they run: the room, the name there, and one that no other room has. */
async function findLoans(core) {
  const asking = rewriting((text, room) => {
    if (!core.includes(room)) return text;
    const names = [...text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)].map(([, name]) => name);
    return names.map((name) => `export const ${name} = /* @__PURE__ */ loan("${room} ${name}");`).join("\n");
  });
  const entry = { ...shared, entryPoints: ["src/parts.ts"], write: false, plugins: [asking] };
  const [{ text }] = (await build(entry)).outputFiles;
  const uses = new Set([...text.matchAll(/loan\("(.+?)"\)/g)].map(([, use]) => use));
  return [...uses].map((use) => {
    const [room, name] = use.split(" ");
    return { room, name, lent: `${basename(room, ".ts")}$${name}` };
  });
}

/** The core's side: imports what is asked for, and lends it. */
const lending = (loans) => (text, room) => {
  if (room !== LENT) return text;
  const imports = loans.map(({ room, name, lent }) => `import { ${name} as ${lent} } from "./${room.slice(4)}";`);
  return `${imports.join("\n")}\nexport const lent = [${loans.map(({ lent }) => lent).join(", ")}];`;
};

/** The parts' side: in the place of the core's rooms stands what they lend. */
const borrowing = (loans, core) => (text, room) => {
  if (room === LENT) {
    const names = loans.map(({ lent }) => lent).join(", ");
    return `export let ${names};\nexport function borrow(lent) { [${names}] = lent; }`;
  }
  if (!core.includes(room)) return text;
  const mine = loans.filter((loan) => loan.room === room);
  return `export { ${mine.map(({ name, lent }) => `${lent} as ${name}`).join(", ")} } from ${JSON.stringify(join(root, LENT))};`;
};

/** Writes a bundle, small and readable, of rooms that are changed so. */
async function bundle(source, name, rewrite, options) {
  const entry = { ...shared, ...options, entryPoints: [`src/${source}.ts`] };
  await build({ ...entry, outfile: `dist/${name}.js`, plugins: [rewriting(rewrite)] });
  const built = await build({
    ...entry,
    outfile: `dist/${name}.min.js`,
    minify: true,
    // Strict mode throws where the other is silent: the readable bundle has it, and is tested with `DEBUG=1`.
    tsconfigRaw: { compilerOptions: { target: "ES2022" } },
    sourcemap: "external",
    write: false,
    plugins: [rewriting((text, room) => rewrite(withArrows(withoutMessages(text)), room))],
    mangleProps: short,
    mangleCache,
  });
  const [map, code] = built.outputFiles.map(({ text }) => text);
  // Names the variables of each scope anew and folds what is used once: esbuild does neither, and brotli rewards it with 4 %.
  const small = await minify(code, {
    ecma: 2020,
    module: source === "parts",
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true, lhs_constants: false },
    sourceMap: { content: map },
  });
  writeFileSync(join(root, `dist/${name}.min.js`), small.code);
  writeFileSync(join(root, `dist/${name}.min.js.map`), small.map);
  return small.code;
}

const core = await findCore();
const loans = await findLoans(core);
const parts = await bundle("parts", "parts", borrowing(loans, core));
// Where the server serves the parts: an address that changes with their content.
const hash = createHash("sha256").update(parts).digest().subarray(0, 9).toString("base64url");
const address = JSON.stringify(`/_live/parts-${hash}.js`);
// A function of our own around it: the format that has one brings a stand-in for `require` along, which nobody calls.
const around = { banner: { js: "(() => {" }, footer: { js: "})();" } };
const main = { ...around, define: { PARTS: address }, external: ["/_live/*"] };
await bundle("main", "liveview", lending(loans), main);
const digests = [digest([...sources, "package-lock.json"]), digest(["dist/liveview.min.js", "dist/parts.min.js"])];
writeFileSync(join(root, "dist/sha256"), `${digests.join("\n")}\n`);
