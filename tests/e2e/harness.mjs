/**
 * What every browser test stands on: an example as a server, a browser, and pages that may not utter a word.
 * Knows nothing of any one page; how the line breaks is `proxy.mjs`.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const require = createRequire(join(root, "liveview-client/package.json"));
const { chromium } = require("playwright-core");

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long anything may take before a test gives up; nothing waits for this long when all is well. */
export const PATIENCE = 15_000;

/** The path of an example's program; `cargo build --examples` made it. */
export const example = (name) => join(target, "debug/examples", name);

/** A port that nobody listens on at this moment. */
export async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/**
 * Starts an example and waits until it accepts connections.
 * `stop()` ends it with SIGTERM, `kill()` without a word; `start()` brings it back on the same port. With `files` it may have
 * only so many of them open.
 */
export async function startServer(name, environment = {}, { files } = {}) {
  const port = await freePort();
  const server = { port, url: `http://127.0.0.1:${port}`, log: "" };
  let child;
  server.start = async () => {
    const limit = files ? ["sh", "-c", `ulimit -n ${files} && exec "$0"`] : [];
    const [command, ...parts] = [...limit, example(name)];
    const env = { ...process.env, ...environment, PORT: String(port) };
    child = spawn(command, parts, { env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (server.log += text));
    const failed = new Promise((_, reject) => child.once("error", reject));
    await Promise.race([accepts(port), failed]);
  };
  const end = (signal) =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once("exit", resolve);
      child.kill(signal);
    });
  server.pid = () => child.pid;
  server.stop = () => end("SIGTERM");
  server.kill = () => end("SIGKILL");
  await server.start();
  return server;
}

/** Resolves once somebody accepts connections on the port. */
async function accepts(port) {
  const deadline = Date.now() + PATIENCE;
  const attempt = () =>
    new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
  while (!(await attempt())) {
    assert.ok(Date.now() < deadline, `nobody listens on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const steps = new WeakMap();

/** Registers what a test does at its end; the last registered is done first, and each is done though another failed. */
export function atEnd(t, step) {
  if (!steps.has(t)) {
    const own = [];
    steps.set(t, own);
    t.after(async () => {
      const failures = [];
      for (const step of own.reverse()) await Promise.resolve(step()).catch((failure) => failures.push(failure));
      if (failures.length > 0) throw failures[0];
    });
  }
  steps.get(t).push(step);
}

export function openBrowser(options = {}) {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS, ...options });
}

/**
 * Opens a page in a browser context of its own and waits for its live connection. When the test ends, anything the page
 * has written to its console or thrown is a failure, except what `expected` (patterns) foresees.
 * `page.frames$` holds what went over its sockets: `{ socket, way: "up" | "down", text }`.
 */
export async function openPage(t, browser, url, { expected = [], context, ...options } = {}) {
  const own = context ?? (await browser.newContext({ viewport: { width: 900, height: 700 }, ...options }));
  const page = await own.newPage();
  page.setDefaultTimeout(PATIENCE);
  listen(page);
  atEnd(t, async () => {
    await (context ? page : own).close();
    const complaints = page.complaints$.filter((text) => !expected.some((pattern) => pattern.test(text)));
    assert.deepEqual(complaints, [], "the page is silent");
  });
  await page.goto(url);
  await live(page);
  // What a focus needs comes with the first one: here before any line is cut, for a browser complains of what it cannot load.
  await page.evaluate(() => document.dispatchEvent(new FocusEvent("focusin")));
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/_live/parts-")),
  );
  return page;
}

/** Collects what a page says and what its sockets carry, from before its first request. */
function listen(page) {
  page.complaints$ = [];
  page.frames$ = [];
  let sockets = 0;
  page.on("console", (message) => page.complaints$.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => page.complaints$.push(`error: ${error.message}`));
  page.on("websocket", (websocket) => {
    const socket = ++sockets;
    const keep = (way) => (frame) => page.frames$.push({ socket, way, text: String(frame.payload) });
    websocket.on("framereceived", keep("down")).on("framesent", keep("up"));
  });
}

/** Waits until every view of the page is connected. */
export async function live(page) {
  await page.waitForFunction(() => {
    const views = [...document.querySelectorAll("[dj-v]")];
    return views.length > 0 && views.every((view) => view.classList.contains("dj-connected"));
  });
}

/** Waits until a view of the page has lost its connection. */
export const disconnected = (page) => page.waitForFunction(() => !document.querySelector("[dj-v].dj-connected"));

/** Waits until `read` gives `wanted`; says what it gave instead when it never does. */
export async function eventually(read, wanted, what = "the value") {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await read();
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    if (Date.now() > deadline) assert.deepEqual(found, wanted, what);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Frames that came down, parsed; of one socket (counting from 1) if named. */
export function down(page, socket) {
  const wanted = (frame) => frame.way === "down" && (socket === undefined || frame.socket === socket);
  return page.frames$.filter(wanted).map((frame) => JSON.parse(frame.text));
}

/** Keeps a picture for people under target/screenshots. */
export async function screenshot(page, name) {
  const folder = join(target, "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Turns the nodes that a selector finds into names that stay with the objects: equal names, same node. */
export function nodeNames(page, selector) {
  return page.evaluate((selector) => {
    window.names ??= new WeakMap();
    window.named ??= 0;
    const name = (node) => {
      if (!window.names.has(node)) window.names.set(node, ++window.named);
      return window.names.get(node);
    };
    return [...document.querySelectorAll(selector)].map(name);
  }, selector);
}
