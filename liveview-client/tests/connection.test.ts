/** Breaks and returns: what is sent again, what is not, and what a person sees. Types into no field but to keep it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Connection, live, open, settled } from "./browser.ts";

const counter = {
  html: '<button dj-click="inc">+</button><output>0</output><input>',
  templates: [[0, "f", [["T", [1], 0]], 0]],
};
const tree = [
  [
    0,
    "f",
    [["T", [1], 0]],
    [
      ["button", ["dj-click", "inc"], "+"],
      ["output", 0, 0],
      ["input", 0],
    ],
  ],
];

/** The parts of a join that say how far the client got. */
async function join(server: Connection): Promise<unknown[]> {
  const [, , token, secret, , lastSeq, lastRef] = await server.next();
  return [token, secret, lastSeq, lastRef];
}

test("a cut line is taken up again by number; what was done is not sent again, and what was missed is replayed", async () => {
  const { page, server, connection, after, allow, close } = await live(counter);
  allow("WebSocket");
  await page.fill("input", "typed");
  for (let i = 0; i < 3; i++) await page.click("button");
  for (let i = 0; i < 3; i++) await server.next();
  await after([1, [0, "1"], 1]);
  server.cut();
  await page.waitForSelector(".dj-disconnected");
  await page.click("button");
  const second = await connection();
  assert.deepEqual(await join(second), ["TOKEN", "S", 1, 3]);
  // The second click was done, the third never came; the fourth waited.
  second.send("j", { seq: 2, ref: 2, secret: "S2", replay: 1 });
  second.send(2, [0, "2"], 1);
  const sent = [await second.next(), await second.next()];
  assert.deepEqual(sent, [
    [3, 0, "inc", 0],
    [4, 0, "inc", 0],
  ]);
  second.send(3, [0, "4"], 2);
  await page.waitForFunction(() => document.querySelector("output")?.textContent === "4");
  await page.waitForSelector(".dj-connected");
  assert.equal(await page.inputValue("input"), "typed");
  assert.equal(await page.evaluate(() => document.activeElement?.localName), "button");
  second.cut();
  const third = await connection();
  assert.deepEqual(await join(third), ["TOKEN", "S2", 3, 4]);
  third.send("j", { seq: 3, ref: 4, secret: "S3", same: 1 });
  await page.click("button");
  assert.deepEqual(await third.next(), [5, 0, "inc", 0], "nothing waited any more");
  await close();
});

test("a server that lost the session gives all values; the page is mended in place and typed text stays", async () => {
  const { page, server, connection, allow, close } = await live(counter);
  allow("WebSocket");
  await page.fill("input", "typed");
  await page.evaluate(() => Object.assign(window, { kept: document.querySelector("input") }));
  await page.click("button");
  await server.next();
  server.cut();
  const second = await connection();
  assert.deepEqual(await join(second), ["TOKEN", "S", 0, 1]);
  second.send("j", { seq: 7, ref: 1, secret: "T", defs: tree, values: [0, "new"] });
  await page.waitForFunction(() => document.querySelector("output")?.textContent === "new");
  assert.equal(await page.inputValue("input"), "typed");
  assert.ok(await page.evaluate(() => Reflect.get(window, "kept") === document.querySelector("input")));
  await page.click("button");
  assert.deepEqual(await second.next(), [2, 0, "inc", 0], "the lost click is not repeated");
  second.send(8, [0, "9"], 1);
  await page.waitForFunction(() => document.querySelector("output")?.textContent === "9");
  await close();
});

test("a remount unasked replaces the aliases, and every event that it did not see is sent again", async () => {
  const { page, server, close } = await live(counter);
  await page.click("button", { clickCount: 2 });
  for (let i = 0; i < 2; i++) await server.next();
  server.send("j", { seq: 1, ref: 1, secret: "T", defs: [[5, "x", [], [["i", 0]]], ...tree], values: [0, "back"] });
  assert.deepEqual(await server.next(), [2, 0, "inc", 0]);
  server.send(2, [0, "1"], 1);
  await page.waitForFunction(() => document.querySelector("output")?.textContent === "1");
  await page.click("button");
  assert.deepEqual(await server.next(), [3, 0, "inc", 0]);
  await close();
});

test("after a replay and then a remount, acknowledgements count again", async () => {
  const { page, server, connection, allow, close } = await live(counter);
  allow("WebSocket");
  server.cut();
  const second = await connection();
  await join(second);
  second.send("j", { seq: 9, ref: 0, secret: "T", replay: 1 });
  second.send("j", { seq: 0, ref: 0, secret: "U", defs: tree, values: [0, "back"] });
  await page.waitForFunction(() => document.querySelector("output")?.textContent === "back");
  await page.click("button");
  await second.next();
  second.send(1, [0, "1"], 1);
  await page.waitForFunction(() => document.querySelector("output")?.textContent === "1");
  second.cut();
  const third = await connection();
  await join(third);
  third.send("j", { seq: 1, ref: 0, secret: "V", same: 1 });
  await page.click("button");
  assert.deepEqual(await third.next(), [2, 0, "inc", 0], "the first was done");
  await close();
});

test("the digest is told only while the page is the one it was made of", async () => {
  const { page, server, connection, allow, close } = await live(counter);
  allow("WebSocket");
  server.cut();
  const second = await connection();
  assert.equal((await second.next())[4], "DIGEST");
  second.send("j", { seq: 0, ref: 0, secret: "T", defs: tree, values: [0, "5"] });
  await page.waitForFunction(() => document.querySelector("output")?.textContent === "5");
  second.cut();
  assert.equal((await (await connection()).next())[4], 0);
  await close();
});

test("what is too large is not sent, and the person is told until something is", async () => {
  const { page, server, close, allow } = await live({
    html: '<textarea dj-input="write"></textarea>',
    templates: [[0, "f", [], 0]],
  });
  allow("liveview: unsent");
  await page.fill("textarea", "語".repeat(50_000));
  assert.match((await page.textContent("[role=alert]")) ?? "", /Not sent/);
  await page.fill("textarea", "ok");
  assert.deepEqual(await server.next(), [1, 0, "write", 0, { v: "ok" }]);
  assert.equal(await page.locator("[role=alert]").count(), 0);
  await close();
});

test("a hundred events wait for a line; the next is refused for all to see, and the edit is still to be sent", async () => {
  const view = await live({
    html: '<button dj-click="inc">+</button><input dj-input="write" dj-change="write" dj-throttle="0">',
    templates: [[0, "f", [], 0]],
  });
  const { page, server, connection, allow, close } = view;
  allow("WebSocket");
  allow("liveview: unsent");
  server.cut();
  await page.waitForSelector(".dj-disconnected");
  const second = await connection();
  await join(second);
  await page.evaluate(() => {
    for (let click = 0; click < 100; click++) document.querySelector("button")?.click();
  });
  assert.equal(await page.locator("[role=alert]").count(), 0);
  await page.focus("input");
  await page.keyboard.type("x");
  assert.match((await page.textContent("[role=alert]")) ?? "", /Not sent/);
  second.send("j", { seq: 0, ref: 0, secret: "T", same: 1 });
  for (let event = 1; event <= 100; event++) assert.deepEqual(await second.next(), [event, 0, "inc", 0]);
  second.send("a", 100);
  await settled(view, second, []);
  await page.focus("button");
  assert.deepEqual(await second.next(), [101, 0, "write", 0, { v: "x" }], "the change says what the input could not");
  assert.equal(await page.locator("[role=alert]").count(), 0);
  await close();
});

test("an edit that is too large does not take the one before it away", async () => {
  const { page, server, connection, allow, close } = await live({
    html: '<textarea dj-input="write" dj-throttle="0"></textarea>',
    templates: [[0, "f", [], 0]],
  });
  allow("WebSocket");
  allow("liveview: unsent");
  server.cut();
  await page.waitForSelector(".dj-disconnected");
  const second = await connection();
  await join(second);
  await page.fill("textarea", "small");
  await page.fill("textarea", "語".repeat(50_000));
  second.send("j", { seq: 0, ref: 0, secret: "T", same: 1 });
  assert.deepEqual(await second.next(), [1, 0, "write", 0, { v: "small" }]);
  await close();
});

test("a join leaves out the forms that would make it too large", async () => {
  const { page, server, connection, allow, close } = await live({
    html:
      '<form id="a" dj-change="one"><textarea name="t"></textarea></form>' +
      '<form id="b" dj-change="two"><input name="t" value="x"></form>',
    templates: [[0, "f", [["p", [1, 0], 0, "value"]], 0]],
  });
  allow("WebSocket");
  await page.fill("textarea", "x".repeat(70_000));
  await page.fill("input", "y");
  await page.focus("textarea");
  await server.next();
  await server.next();
  // The server holds what was typed: it would be lost all the same if the session were.
  server.send(1, [0, "y"], 2);
  server.cut();
  assert.deepEqual((await (await connection()).next())[7], [["b", "two", [["t", "y"]], 0, {}]]);
  await close();
});

test("edits made while there is no line are one edit", async () => {
  const { page, server, connection, allow, close } = await live({
    html: '<input dj-input="write" dj-throttle="0"><button dj-click="inc">+</button>',
    templates: [[0, "f", [], 0]],
  });
  allow("WebSocket");
  server.cut();
  await page.waitForSelector(".dj-disconnected");
  const second = await connection();
  await join(second);
  await page.focus("input");
  await page.keyboard.type("abc");
  await page.click("button");
  second.send("j", { seq: 0, ref: 0, secret: "T", same: 1 });
  assert.deepEqual(await second.next(), [1, 0, "write", 0, { v: "abc" }]);
  assert.deepEqual(await second.next(), [2, 0, "inc", 0]);
  await close();
});

test("a message that the server finds too large ends the page visibly", async () => {
  const { page, server, allow, close } = await live(counter);
  allow("WebSocket");
  server.close(1009);
  await page.waitForSelector(".dj-error");
  assert.match((await page.textContent("[role=alert]")) ?? "", /reload/);
  await close();
});

test("a skipped number brings the client back at once", async () => {
  const { page, server, connection, close } = await live(counter);
  server.close(4002);
  const second = await connection();
  assert.deepEqual(await join(second), ["TOKEN", "S", 0, 0]);
  await page.waitForSelector(".dj-disconnected");
  await close();
});

test("a final refusal is said to the person, and nothing is tried again", async () => {
  const { page, server, connection, allow, close } = await live({
    ...counter,
    // A retry would come at once: every short wait of the client is over before the next request of the page is.
    before: () => {
      const wait = window.setTimeout;
      Reflect.set(window, "setTimeout", (run: () => void, ms: number) => wait(run, ms < 5_000 ? 0 : ms));
    },
  });
  allow("liveview: gone");
  server.send("e", "gone", "Please sign in again.", 0);
  server.close(4004);
  await page.waitForSelector(".dj-error");
  assert.equal(await page.textContent("[role=alert]"), "Please sign in again.");
  await page.click("button");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  let returned = false;
  void connection().then(
    () => {
      returned = true;
    },
    () => undefined,
  );
  for (let i = 0; i < 5; i++) await page.evaluate(() => fetch("/client.js").then((answer) => answer.text()));
  assert.ok(!returned, "no socket was opened again");
  assert.deepEqual(server.pending(), []);
  await close();
});

test("being sent to load the page again ends after a few times", async () => {
  const { page, connection, close } = await open(counter);
  for (let i = 0; i < 4; i++) {
    const server = await connection();
    await server.next();
    server.send("n", "load", "");
    server.close(4004);
  }
  await page.waitForSelector(".dj-error");
  assert.match((await page.textContent("[role=alert]")) ?? "", /reload/);
  await close();
});

test("the token that a heartbeat renews is the one of the next join", async () => {
  const { server, connection, after, allow, close } = await live(counter);
  allow("WebSocket");
  await after(["h", "NEWER"]);
  server.cut();
  assert.equal((await join(await connection()))[0], "NEWER");
  await close();
});

test("a page kept for the back button closes its socket and resumes; one that is left says so", async () => {
  const { page, server, connection, close } = await live(counter);
  await page.click("button");
  await server.next();
  const address = page.url();
  await page.goto("about:blank");
  const said = server.pending().map((frame) => frame[0]);
  await page.goBack();
  const second = await connection();
  const resumed = await join(second);
  if (said.includes("l")) assert.deepEqual(resumed, ["TOKEN", 0, 0, 0], "left for good, then loaded anew");
  else assert.deepEqual(resumed, ["TOKEN", "S", 0, 1]);
  assert.equal(page.url(), address);
  await close();
});

test("a line that was down stays down visibly while the network is away, and returns with it", async () => {
  const { page, server, connection, allow, close } = await live(counter);
  allow("WebSocket");
  allow("ERR_INTERNET_DISCONNECTED");
  await page.context().setOffline(true);
  server.cut();
  await page.waitForSelector(".dj-offline");
  await page.context().setOffline(false);
  const second = await connection();
  assert.equal((await second.next())[0], "j");
  await close();
});

test("messages that are no messages neither throw nor pollute, and the client returns", async () => {
  const { page, server, connection, allow, close } = await live(counter);
  allow("liveview:");
  allow("WebSocket");
  server.send("__proto__", 1);
  const second = await connection();
  await join(second);
  second.send("j", JSON.parse('{"seq":0,"ref":0,"secret":1,"same":1,"__proto__":{"polluted":1}}'));
  await page.waitForSelector(".dj-connected");
  assert.equal(await page.evaluate(() => Reflect.get({}, "polluted")), undefined);
  await close();
});

test("what stands in a field of its own is told to a session that begins, and not to one that goes on", async () => {
  const { page, server, connection, allow, close } = await live({
    html: '<input dj-model="query"><form dj-change=\'[["add_class",0,"touched"]]\' dj-input="check"><input name="a" dj-model.lazy="title"></form><form dj-change=\'[["add_class",0,"touched"]]\'><input name="b"></form><input type="range" dj-change="volume">',
    templates: [[0, "f", [], 0]],
  });
  allow("WebSocket");
  await page.fill("[dj-model]", "abc");
  await page.fill("[name=a]", "title");
  await page.fill("[name=b]", "nobody asks");
  await page.focus("[type=range]");
  const said = async (from: Connection, count: number): Promise<unknown[]> => {
    const names: unknown[] = [];
    while (count--) {
      const [, , name, args, payload] = await from.next();
      names.push([name, args, (payload as { v?: string }).v]);
    }
    return names;
  };
  const query = ["update_model", ["query"], "abc"];
  const title = ["update_model", ["title"], "title"];
  const check = ["check", 0, undefined];
  assert.deepEqual(await said(server, 3), [query, check, title]);
  server.send("a", 3);
  server.cut();
  const second = await connection();
  const [, , , , , , , forms] = await second.next();
  assert.deepEqual(forms, [[0, "check", [["a", "title"]], 0, {}]], "commands that call nobody recover nothing");
  second.send("j", { seq: 0, ref: 3, secret: "T", replay: 1 });
  await settled({ page, allow } as never, second, []);
  assert.deepEqual(second.pending(), []);
  second.cut();
  const third = await connection();
  await third.next();
  third.send("j", { seq: 0, ref: 3, secret: "U", same: 1 });
  assert.deepEqual(await said(third, 3), [query, check, title]);
  assert.deepEqual(third.pending(), []);
  await close();
});
