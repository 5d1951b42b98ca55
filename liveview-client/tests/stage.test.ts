/** View transitions: what waits for the browser's picture, and for how long. The browser's own part is played by hand where order counts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live } from "./browser.ts";

/** What a page of these tests keeps. */
interface Kept {
  /** Transitions that wait for their writing. */
  shows: (() => void)[];
  /** How many messages have come. */
  heard: number;
  /** What was seen in the paragraph, text by text. */
  seen: string[];
  isHidden: boolean;
}
declare const window: Window & Kept;

const HTML =
  '<div dj-view-transition><button id="in" dj-click="go">in</button></div><button id="out" dj-click="go">out</button>';
const TEMPLATE = [0, "f", [["T", [2]]], 0];

/** Counts what comes, and holds each transition until `write`. */
function byHand(): void {
  Object.assign(window, { shows: [], heard: 0, seen: [], isHidden: false });
  const { get } = Object.getOwnPropertyDescriptor(Document.prototype, "visibilityState") as { get(): string };
  Object.defineProperty(Document.prototype, "visibilityState", {
    get() {
      return window.isHidden ? "hidden" : get.call(this);
    },
  });
  Document.prototype.startViewTransition = (write) => {
    window.shows.push(write as () => void);
    return { ready: Promise.reject(new Error("skipped")), finished: Promise.resolve() } as unknown as ViewTransition;
  };
  const Plain = WebSocket;
  globalThis.WebSocket = class extends Plain {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener("message", () => window.heard++);
    }
  };
}

const shown = (before: () => void): Promise<Live> => live({ html: `${HTML}<p>a</p>`, templates: [TEMPLATE], before });

/** Clicks, and waits until the server has heard of it. */
async function click({ page, server }: Live, id: string): Promise<void> {
  await page.click(`#${id}`);
  assert.equal((await server.next())[2], "go");
}

/** Sends frames, and waits until the client has had them. */
async function say({ page, server }: Live, ...frames: unknown[][]): Promise<void> {
  const heard = await page.evaluate(() => window.heard);
  for (const frame of frames) server.send(...frame);
  await page.waitForFunction((count) => window.heard === count, heard + frames.length);
}

const text = ({ page }: Live): Promise<string | null> => page.textContent("p");
const shows = ({ page }: Live): Promise<number> => page.evaluate(() => window.shows.length);
/** The browser has its picture. */
const write = ({ page }: Live): Promise<void> => page.evaluate(() => window.shows.shift()?.());

test("the answer to an event from inside is written when the browser asks for it, and what comes meanwhile behind it", async () => {
  const view = await shown(byHand);
  const { page, server, after, close } = view;
  await page.evaluate(() => {
    const paragraph = document.querySelector("p") as Element;
    const note = (records: MutationRecord[]): void =>
      void window.seen.push(...records.map(({ addedNodes, target }) => (addedNodes[0] ?? target).textContent ?? ""));
    new MutationObserver(note).observe(paragraph, { childList: true, characterData: true, subtree: true });
  });
  await click(view, "in");
  await say(view, [1, [0, "b"], 1]);
  assert.deepEqual([await shows(view), await text(view)], [1, "a"]);
  await click(view, "in");
  await say(view, [2, [0, "c"]], [3, [0, "d"], 1], ["a", 0]);
  assert.deepEqual([await shows(view), await text(view)], [1, "a"]);
  await write(view);
  assert.deepEqual([await shows(view), await text(view)], [0, "d"]);
  assert.deepEqual(server.pending(), [], "nothing is missed, nothing is asked for again");
  assert.match(await after([4, [0, "e"]]), /<p>e<\/p>/, "nothing waits behind it");
  await close();
});

test("an event from outside, a frame nobody asked for, and an answer that writes nothing are no transition", async () => {
  const view = await shown(byHand);
  await click(view, "out");
  await say(view, [1, [0, "b"], 1], [2, [0, "c"]]);
  await click(view, "in");
  await say(view, ["a", 1]);
  await click(view, "in");
  await say(view, [3, [], 1, 0, [["e", "said", 1]]]);
  assert.deepEqual([await shows(view), await text(view)], [0, "c"]);
  await view.close();
});

test("there is none where less motion is asked for, nor in a page that nobody sees", async () => {
  const view = await shown(byHand);
  await view.page.emulateMedia({ reducedMotion: "reduce" });
  await click(view, "in");
  await say(view, [1, [0, "b"], 1]);
  await view.page.emulateMedia({ reducedMotion: "no-preference" });
  await view.page.evaluate(() => {
    window.isHidden = true;
  });
  await click(view, "in");
  await say(view, [2, [0, "c"], 1]);
  assert.deepEqual([await shows(view), await text(view)], [0, "c"]);
  await view.close();
});

test("a browser that has none writes at once", async () => {
  const view = await shown(() => {
    delete (Document.prototype as Partial<Document>).startViewTransition;
  });
  await click(view, "in");
  await view.after([1, [0, "b"], 1]);
  assert.equal(await text(view), "b");
  await view.close();
});

test("a line that is cut meanwhile loses nothing: what was said is written, once, before the join says how far the page is", async () => {
  const view = await shown(byHand);
  const { page, server, connection, close } = view;
  view.allow("WebSocket");
  await click(view, "in");
  await say(view, [1, [0, "b"], 1], [2, [0, "c"]]);
  server.cut();
  await page.waitForSelector("[dj-v].dj-disconnected");
  assert.equal(await text(view), "c");
  const next = await connection();
  const join = await next.next();
  assert.equal(join[5], 2, "frame 2 is applied");
  next.send("j", { seq: 2, ref: 1, secret: "S", same: 1 });
  await page.waitForSelector("[dj-v].dj-connected");
  await write(view);
  assert.equal(await text(view), "c");
  await close();
});

test("the browser's own: the page is the new one below the animation, and all around it hears clicks", async () => {
  const view = await shown(() => undefined);
  const { page, server, after, close } = view;
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:60s}",
    );
    document.adoptedStyleSheets.push(sheet);
  });
  await click(view, "in");
  assert.match(await after([1, [0, "b"], 1]), /<p>b<\/p>/);
  await page.waitForFunction(() => document.getAnimations().length > 0);
  await click(view, "out");
  assert.match(await after([2, [0, "c"], 1]), /<p>c<\/p>/);
  await page.evaluate(() => document.getElementById("in")?.click());
  await server.next();
  assert.match(await after([3, [0, "d"], 1]), /<p>d<\/p>/, "the next one does not wait for the end of the first");
  await page.waitForFunction(() => document.getAnimations().length > 0);
  await page.evaluate(() => document.getAnimations().map((animation) => animation.finish()));
  await page.waitForFunction(() => document.adoptedStyleSheets.length === 1);
  assert.deepEqual(server.pending(), []);
  await close();
});
