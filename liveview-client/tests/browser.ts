/**
 * A real Chromium, and a server that says only what a test tells it to. Knows no template and no view.
 *
 * Every page is served under the strict policy of the contract, Trusted Types included, and any error or warning of
 * the browser that a test did not expect fails it.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { type WebSocket, WebSocketServer } from "ws";

/** `DEBUG=1` tests the readable bundle and prints what the browser says. */
const DEBUG = process.env.DEBUG === "1";
const ending = DEBUG && !process.env.MIN ? "js" : "min.js";
const [CLIENT, PARTS] = ["liveview", "parts"].map((name) =>
  readFileSync(join(process.cwd(), "dist", `${name}.${ending}`)),
);
/** As the build makes it. */
const hash = createHash("sha256")
  .update(readFileSync(join(process.cwd(), "dist/parts.min.js")))
  .digest();
const PARTS_ADDRESS = `/_live/parts-${hash.subarray(0, 9).toString("base64url")}.js`;
const policy = (policies: string): string =>
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types " +
  policies;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What has to be ended when the tests of this file are over, also after a failure. */
const endings: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const end of endings.reverse()) await end().catch(() => undefined);
});

let launched: Promise<BrowserContext> | undefined;

/** One browser for all tests of a file. */
function browser(): Promise<BrowserContext> {
  launched ??= launch();
  return launched;
}

async function launch(): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), "liveview-client-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: FLAGS,
  });
  endings.push(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
  return context;
}

/** A frame, either way. */
export type Frame = unknown[];

/** One socket as the server sees it. */
export interface Connection {
  /** The next frame the client sends; heartbeats are left out. */
  next(): Promise<Frame>;
  send(...frame: unknown[]): void;
  close(code: number): void;
  /** Cuts the line without a word. */
  cut(): void;
  /** All frames that came so far and were not taken. */
  pending(): Frame[];
}

export interface Session {
  page: Page;
  /** The next socket that opens. */
  connection(): Promise<Connection>;
  /** Messages of the console that a test allows, by a part of their text. */
  allow(text: string): void;
  close(): Promise<void>;
}

/** What a page shows: the content of its root, and the templates of its block. */
export interface Served {
  html: string;
  templates?: unknown[];
  head?: string;
  /** Everything between the `body` tags, instead. */
  body?: string;
  /** The Trusted Types policies that the page allows; none if nothing is said. */
  policies?: string;
  /** Runs before the client does. */
  before?: () => void;
}

/** Opens a page that shows what is given. */
export async function open(served: Served): Promise<Session> {
  const server = serve(served);
  await new Promise<void>((resolve) => server.http.listen(0, "127.0.0.1", resolve));
  const { port } = server.http.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    for (const client of server.sockets.clients) client.terminate();
    server.http.closeAllConnections();
    server.http.close();
  };
  endings.push(stop);
  const page = await (await browser()).newPage();
  const complaints: string[] = [];
  const allowed: string[] = [];
  page.on("pageerror", (error) => {
    if (DEBUG) console.log(error);
    complaints.push(String(error));
  });
  page.on("console", (message) => {
    if (DEBUG) console.log(message.text());
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  if (served.before) await page.addInitScript(served.before);
  await page.goto(`http://127.0.0.1:${port}/`);
  return {
    page,
    connection: server.connection,
    allow: (text) => void allowed.push(text),
    async close() {
      await page.close();
      await stop();
      const left = complaints.filter((complaint) => !allowed.some((text) => complaint.includes(text)));
      if (left.length) throw new Error(`the browser complained: ${left.join("\n")}`);
    },
  };
}

function markup({ html, templates, head, body }: Served): string {
  const block = JSON.stringify(templates ?? []).replaceAll("<", "\\u003c");
  const content =
    body ?? `<div dj-v="TOKEN" dj-h="DIGEST">${html}</div><script type="application/json" dj-t>${block}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>test</title><link rel="icon" href="data:,">${head ?? ""}<script src="/client.js" defer></script></head><body>${content}</body></html>`;
}

function serve(served: Served): { http: Server; sockets: WebSocketServer; connection: () => Promise<Connection> } {
  const http = createServer((request, response) => {
    response.setHeader("Content-Security-Policy", policy(served.policies ?? "'none'"));
    const { url = "" } = request;
    const script = url === "/client.js" ? CLIENT : url.startsWith("/_live/parts-") ? PARTS : null;
    if (script) response.setHeader("Content-Type", "text/javascript").end(script);
    else response.setHeader("Content-Type", "text/html; charset=utf-8").end(markup(served));
  });
  const sockets = new WebSocketServer({ server: http, path: "/_live/socket" });
  const connections = queue<Connection>();
  sockets.on("connection", (socket) => connections.push(connect(socket)));
  return { http, sockets, connection: connections.take };
}

function connect(socket: WebSocket): Connection {
  const frames = queue<Frame>();
  socket.on("error", () => undefined);
  socket.on("message", (data) => {
    const frame = JSON.parse(String(data)) as Frame;
    const [head, view, inner] = frame;
    const isAddressed = head === "v" && Array.isArray(inner);
    if ((isAddressed ? inner[0] : head) !== "h") frames.push(frame);
    else socket.send(JSON.stringify(isAddressed ? ["v", view, ["h"]] : ["h"]));
  });
  return {
    next: frames.take,
    pending: frames.rest,
    send: (...frame) => socket.send(JSON.stringify(frame)),
    close: (code) => socket.close(code),
    cut: () => socket.terminate(),
  };
}

/** Hands out what comes in order; who takes too early waits, and not for ever. */
function queue<T>(): { push(item: T): void; take(): Promise<T>; rest(): T[] } {
  const items: T[] = [];
  const takers: ((item: T) => void)[] = [];
  return {
    push(item) {
      const taker = takers.shift();
      if (taker) taker(item);
      else items.push(item);
    },
    take() {
      const item = items.shift();
      if (item !== undefined) return Promise.resolve(item);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("nothing came")), 15_000);
        takers.push((late) => {
          clearTimeout(timer);
          resolve(late);
        });
      });
    },
    rest: () => items.splice(0),
  };
}

/** A page of its own without client or policy, to see what HTML would show. */
export async function inert(): Promise<Page> {
  return (await browser()).newPage();
}

/** A page whose join has been answered: what it shows is what the session holds. */
export interface Live extends Session {
  server: Connection;
  /** Sends frames and returns the content of the root once all are applied. */
  after(...frames: Frame[]): Promise<string>;
}

/** What a page or a later frame may hold that the core asks the parts for; a focus, in the tests of it, from the start. */
const NEEDS_PARTS =
  /dj-(window|document|hook|copy|dialog|autofocus|scroll|flip|view|enter|remove|leave)|role=|<li><input id/;

/** Opens a page and lets it join. */
export async function live(served: Served): Promise<Live> {
  const session = await open(served);
  const server = await session.connection();
  await server.next();
  server.send("j", { seq: 0, ref: 0, secret: "S", same: 1 });
  await session.page.waitForSelector("[dj-v].dj-connected");
  // What commands do comes with the parts, which such a page has asked for at its start.
  if (/\[\[/.test(served.html) || NEEDS_PARTS.test(JSON.stringify(served))) {
    await session.page.evaluate((address) => {
      document.dispatchEvent(new FocusEvent("focusin"));
      return import(address);
    }, PARTS_ADDRESS);
  }
  return { ...session, server, after: (...frames) => settled(session, server, frames) };
}

/** Runs commands as the server does, at the root of the view; returns its content once they have run. */
export async function told({ page, after }: Live, seq: number, ...commands: unknown[][]): Promise<string> {
  const ran = page.evaluate(() => new Promise((resolve) => addEventListener("ran", resolve, { once: true })).then());
  await page.evaluate(() => undefined);
  await after([seq, [], 0, 0, [["c", [...commands, ["dispatch", 0, "ran"]]]]]);
  await ran;
  return page.innerHTML("[dj-v]");
}

let barriers = 0;

/** Frames are applied in order, so a refusal behind them says when all are. */
export async function settled(session: Session, server: Connection, frames: Frame[]): Promise<string> {
  const barrier = `barrier ${++barriers}`;
  session.allow("barrier");
  const reached = session.page.evaluate(
    (text) =>
      new Promise<void>((resolve) => {
        addEventListener("dj:error", (event) => {
          if (event instanceof CustomEvent && event.detail.text === text) resolve();
        });
      }),
    barrier,
  );
  await session.page.evaluate(() => undefined);
  for (const frame of frames) server.send(...frame);
  server.send("e", "barrier", barrier, 0);
  await reached;
  return session.page.evaluate(() => document.querySelector("[dj-v]")?.innerHTML ?? "");
}
