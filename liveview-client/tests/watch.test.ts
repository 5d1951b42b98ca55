/** What elements hear of themselves: coming, being seen, polling, sizes, changes; and forms sent by the server's word. Waits for no time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live, type Served } from "./browser.ts";

declare global {
  var ticks: Map<number, () => void>;
  var hidden: boolean;
}

/** The next event: its name and what it brought. */
async function heard({ server }: Live): Promise<unknown[]> {
  const [, , name, , payload] = await server.next();
  return payload === undefined ? [name] : [name, payload];
}

/** Nothing has been sent: what a click sends now comes first. */
async function silent({ page, server }: Live): Promise<void> {
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  await page.evaluate(() => document.getElementById("mark")?.click());
  assert.equal((await server.next())[2], "mark");
}
const MARK = '<button id="mark" dj-click="mark">m</button>';

/** A one-of before the mark, whose branches are templates of one element each. */
const branch = (html: string): Served => ({
  html: `<!--[--><!--]-->${MARK}${html}`,
  templates: [[0, "f", [["o", [], 0]], 0]],
  before: () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".tall { height: 3000px } .box { width: 50px; height: 50px; overflow: auto }");
    document.adoptedStyleSheets = [sheet];
  },
});
const shows = (...attributes: string[]): unknown[] => [1, "g", [], [["p", attributes, "text"]]];

test("dj-mounted is heard of what a later frame brings, once a node, and not of what was there", async () => {
  const session = await live(branch('<p dj-mounted="first">x</p>'));
  const { after, close } = session;
  await silent(session);
  await after([1, [0, [1, 1]], 0, [shows("dj-mounted", "come")]]);
  assert.deepEqual(await heard(session), ["come"]);
  await after([2, [0, [0, 1]]]);
  await silent(session);
  await after([3, [0, 0]], [4, [0, [1, 1]]]);
  assert.deepEqual(await heard(session), ["come"]);
  await close();
});

test("dj-init is heard of what was there, and of what comes", async () => {
  const session = await live(branch('<p dj-init="start">x</p>'));
  assert.deepEqual(await heard(session), ["start"]);
  await session.after([1, [0, [1, 1]], 0, [shows("dj-init", "again")]]);
  assert.deepEqual(await heard(session), ["again"]);
  await session.close();
});

test("dj-poll asks again and again: not in a hidden tab, not over another, not when the element has left", async () => {
  const session = await live({
    ...branch(""),
    before: () => {
      globalThis.ticks = new Map();
      globalThis.hidden = false;
      Object.defineProperty(Document.prototype, "visibilityState", { get: () => (hidden ? "hidden" : "visible") });
      const { setInterval, clearInterval } = window;
      let count = 1e6;
      window.setInterval = ((run: () => void, ms: number) => {
        if (ms !== 77) return setInterval(run, ms);
        ticks.set(++count, run);
        return count;
      }) as typeof window.setInterval;
      window.clearInterval = (id) => void (ticks.delete(Number(id)) || clearInterval(id));
    },
  });
  const { page, after, close } = session;
  const tick = (): Promise<void> =>
    page.evaluate(() => {
      for (const run of ticks.values()) run();
    });
  await after([1, [0, [1, 1]], 0, [shows("dj-poll", "ask", "dj-poll-interval", "77")]]);
  // What polls comes with the parts.
  await page.waitForFunction(() => ticks.size);
  await tick();
  await tick();
  assert.deepEqual(await heard(session), ["ask"]);
  await silent(session);
  await after(["a", 2]);
  await page.evaluate(() => {
    hidden = true;
  });
  await tick();
  await silent(session);
  await page.evaluate(() => {
    hidden = false;
  });
  await after(["a", 1]);
  await tick();
  assert.deepEqual(await heard(session), ["ask"]);
  await after([2, [0, 0], 1]);
  assert.equal(await page.evaluate(() => ticks.size), 0);
  await close();
});

test("dj-appear and dj-disappear are heard each time, and not before it was seen", async () => {
  const session = await live(
    branch('<p class="tall">x</p><p id="end" dj-appear="seen" dj-disappear="gone" dj-threshold="0.5">end</p>'),
  );
  const { page, close } = session;
  await silent(session);
  for (let round = 0; round < 2; round++) {
    await page.evaluate(() => document.getElementById("end")?.scrollIntoView());
    const [name, payload] = await heard(session);
    assert.equal(name, "seen");
    assert.ok((payload as { m: { ratio: number } }).m.ratio >= 0.5);
    await page.evaluate(() => scrollTo(0, 0));
    assert.equal((await heard(session))[0], "gone");
  }
  await close();
});

test("what an update says of how much and of which attributes counts from then on", async () => {
  const session = await live({
    html: `<p dj-appear="seen" dj-disappear="gone" dj-threshold="0.9">x</p><i role="note" dj-mutation="changed" dj-mutation-attr="title" dj-debounce="1">i</i>${MARK}`,
    templates: [
      [
        0,
        "f",
        [
          ["a", [0], 0, "dj-threshold"],
          ["a", [1], 0, "dj-mutation-attr"],
        ],
        0,
      ],
    ],
    before: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("p{height:150vh;margin:0}");
      document.adoptedStyleSheets.push(sheet);
    },
  });
  const { page, after, close } = session;
  await silent(session);
  await after([1, [0, "0.2", 1, "lang"]]);
  assert.equal((await heard(session))[0], "seen");
  await page.evaluate(() => Object.assign(document.querySelector("i") as HTMLElement, { title: "t", lang: "de" }));
  assert.deepEqual(await heard(session), ["changed", { m: { added: 0, removed: 0, attrs: "lang" } }]);
  await after([2, [0, "0.3"]]);
  await silent(session);
  await close();
});

test("dj-viewport-bottom asks for more until the list fills the view, and again at its new end", async () => {
  const row = (text: string): string => `<li class="tall">${text}</li>`;
  const session = await live({
    html: `${MARK}<ul dj-viewport-bottom="more" dj-viewport-top="before">${row("1")}</ul>`,
    templates: [
      [0, "f", [["l", [1], -1, "", 1]], 0],
      [1, "g", [["T", [0], 0]], 0],
    ],
    before: branch("").before as () => void,
  });
  const { page, after, close } = session;
  const defs = [[1, "g", [["T", [0], 0]], [["li", ["class", "tall"], 0]]]];
  const names = [(await heard(session))[0], (await heard(session))[0]].sort();
  assert.deepEqual(names, ["before", "more"]);
  await after([1, [0, ["o", 1, [0, 1, -1, 1], [1, ["2"]]]], 2, defs]);
  await silent(session);
  await page.evaluate(() => document.querySelector("li:last-child")?.scrollIntoView());
  assert.equal((await heard(session))[0], "more");
  await after([2, [0, ["o", 2, [0, 2, -1, 1], [1, ["3"]]]], 2]);
  await silent(session);
  await page.evaluate(() => document.querySelector("li:last-child")?.scrollIntoView());
  assert.equal((await heard(session))[0], "more");
  await close();
});

test("dj-resize tells another size, and not the first", async () => {
  const session = await live(branch('<p id="box" class="box" dj-resize="size">x</p>'));
  await silent(session);
  await session.page.evaluate(() => {
    (document.getElementById("box") as HTMLElement).style.width = "70px";
  });
  assert.deepEqual(await heard(session), ["size", { m: { width: 70, height: 50 } }]);
  await session.close();
});

test("dj-mutation tells what others change, summed up, and not what a frame writes", async () => {
  const session = await live({
    html: `${MARK}<div id="a" dj-mutation="content"><p>x</p></div><p id="b" dj-mutation="named" dj-mutation-attr="title, lang" dj-debounce="1">y</p>`,
    templates: [
      [
        0,
        "f",
        [
          ["T", [1, 0], 0],
          ["a", [2], 0, "title"],
        ],
        0,
      ],
    ],
  });
  const { page, after, close } = session;
  await after([1, [0, "frame", 1, "title"]]);
  await silent(session);
  await page.evaluate(async () => {
    const element = document.getElementById("a") as Element;
    element.append("one", "two");
    await Promise.resolve();
    element.firstElementChild?.remove();
  });
  assert.deepEqual(await heard(session), ["content", { m: { added: 2, removed: 1, attrs: "" } }]);
  await page.evaluate(() => {
    const element = document.getElementById("b") as HTMLElement;
    element.lang = "de";
    element.title = "other";
    element.className = "unheard";
  });
  assert.deepEqual(await heard(session), ["named", { m: { added: 0, removed: 0, attrs: "lang,title" } }]);
  await close();
});

test("dj-trigger-action sends the form by the browser when a frame sets it, with the button that was pressed", async () => {
  const session = await live({
    html: '<form action="/sent" dj-submit="check"><input name="a" value="1"><input name="submit"><button name="how" value="now">ok</button></form>',
    templates: [[0, "f", [["a", [0], 0, "dj-trigger-action"]], 0]],
  });
  const { page, server, close } = session;
  await page.click("button");
  assert.equal((await server.next())[2], "check");
  server.send(1, [0, true], 1);
  await page.waitForURL("**/sent?*");
  assert.equal(new URL(page.url()).search, "?a=1&submit=&how=now");
  await close();
});

test("a form that is sent to another window says nothing more the next time", async () => {
  const session = await live({
    html: '<form action="/sent" target="w" dj-submit="check"><button name="how" value="now">ok</button></form><iframe name="w"></iframe>',
    templates: [[0, "f", [["a", [0], 0, "dj-trigger-action"]], 0]],
  });
  const { page, server, after, close } = session;
  await page.click("button");
  await server.next();
  await after([1, [0, true], 1]);
  assert.equal(await page.locator("form input").count(), 0);
  await close();
});

test("a form that comes with dj-trigger-action is sent; one that the page began with is not", async () => {
  const session = await live(branch('<form action="/never" dj-trigger-action><input name="b"></form>'));
  const { page, server, close } = session;
  await silent(session);
  const form = ["form", ["action", "/sent", "dj-trigger-action", ""], ["input", ["name", "a", "value", "2"]]];
  server.send(1, [0, [1, 1]], 0, [[1, "g", [], [form]]]);
  await page.waitForURL("**/sent?a=2");
  await close();
});

test("dj-connected and dj-disconnected run their commands when the line is there and when it has gone, not for a blip", async () => {
  const commands = (op: string): string => JSON.stringify([[op, 0, "on"]]);
  const session = await live(
    branch(`<p id="p" dj-connected='${commands("add_class")}' dj-disconnected='${commands("remove_class")}'>x</p>`),
  );
  const { page, connection, close } = session;
  const isOn = (): Promise<boolean> => page.evaluate(() => document.querySelector("#p")?.className === "on");
  const back = async (): Promise<Live["server"]> => {
    const server = await connection();
    await server.next();
    server.send("j", { seq: 0, ref: 0, secret: "S", same: 1 });
    await page.waitForSelector("[dj-v].dj-connected");
    return server;
  };
  assert.equal(await isOn(), true);
  await page.evaluate(() => {
    const log: string[] = [];
    const element = document.querySelector("#p") as Element;
    new MutationObserver(() => document.body.setAttribute("log", String(log.push(element.className)))).observe(
      element,
      {
        attributeFilter: ["class"],
      },
    );
  });
  await page.clock.install();
  session.server.cut();
  await page.waitForSelector("[dj-v].dj-disconnected");
  await page.clock.runFor(400);
  const server = await back();
  await page.clock.runFor(5_000);
  assert.equal(await page.getAttribute("body", "log"), null, "nobody heard of the blip");
  server.cut();
  await page.waitForSelector("[dj-v].dj-disconnected");
  await page.clock.runFor(400);
  await connection();
  await page.clock.runFor(200);
  assert.equal(await isOn(), false);
  await close();
});

test("dj-mutation does not hear what we ourselves show of events: classes, texts", async () => {
  const session = await live(
    branch(
      '<p id="a" dj-mutation="named" dj-mutation-attr="class"><i dj-mutation="content"><button id="go" dj-click="go" dj-disable-with="Wait"><b>x</b></button></i></p>',
    ),
  );
  const { page, after, close } = session;
  await silent(session);
  await after(["a", 1]);
  await page.evaluate(() => document.getElementById("a")?.classList.add("mine"));
  assert.deepEqual(await heard(session), ["named", { m: { added: 0, removed: 0, attrs: "class" } }]);
  await page.click("#go");
  assert.deepEqual(await heard(session), ["go"]);
  await after(["a", 2]);
  await silent(session);
  await close();
});

test("dj-poll asks as often as the last frame says", async () => {
  const session = await live({
    html: '<p dj-poll="ask" dj-poll-interval="600000">x</p>',
    templates: [[0, "f", [["a", [0], 0, "dj-poll-interval"]], 0]],
    before: () => {
      const { setInterval } = window;
      const log: number[] = [];
      window.setInterval = ((run: () => void, ms: number) => {
        document.documentElement.setAttribute("log", String([...log.splice(0), ms]));
        return setInterval(run, ms);
      }) as typeof window.setInterval;
    },
  });
  await session.page.waitForSelector('[log="600000"]');
  await session.after([1, [0, "20"]]);
  await session.page.waitForSelector('[log="20"]');
  assert.deepEqual(await heard(session), ["ask"]);
  await session.close();
});
