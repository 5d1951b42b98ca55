/**
 * A page and its socket mount once: counted on the server, for every way a browser comes, leaves and comes back.
 * What happens when the line breaks is in `faults.test.mjs`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { atEnd, down, eventually, live, openBrowser, openPage, startServer } from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** A server that nobody has visited yet. */
async function probe(t) {
  const server = await startServer("probe");
  atEnd(t, () => server.kill());
  server.counts = async () => JSON.parse(await (await fetch(`${server.url}/counts`)).text());
  server.mounts = async () => (await server.counts())[0];
  server.alive = async () => {
    const [mounts, ends] = await server.counts();
    return mounts - ends;
  };
  return server;
}

/** Keeps the client's script from the page until the function it returns is called. */
async function holdScript(page) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/_live/client*", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Takes the cookies away once the browser has them: the server mounts before its answer arrives. */
async function loseCookies(context) {
  await eventually(async () => (await context.cookies()).length, 1);
  await context.clearCookies();
}

const count = (page) => page.textContent("output");

test("a page and its socket are one mount", async (t) => {
  const server = await probe(t);
  const page = await openPage(t, browser, server.url);
  await page.click("#add");
  await eventually(() => count(page), "1");
  assert.equal(await server.mounts(), 1);
  assert.equal(down(page)[0][1].same, 1, "and the join sends nothing");
});

test("HEAD and prefetch render, and keep nothing", async (t) => {
  const server = await probe(t);
  const headers = { accept: "text/html", "sec-fetch-mode": "navigate" };
  const head = await fetch(server.url, { method: "HEAD", headers });
  assert.equal(head.status, 200);
  await eventually(() => server.alive(), 0, "no session is left after HEAD");
  const prefetch = await fetch(server.url, { headers: { ...headers, "sec-purpose": "prefetch" } });
  assert.match(await prefetch.text(), /<h1>Probe<\/h1>/);
  await eventually(() => server.alive(), 0, "no session is left after a prefetch");
  const other = await fetch(server.url, { headers: { accept: "application/json" } });
  assert.equal(other.status, 200);
  await eventually(() => server.alive(), 0, "no session waits for what is no browser");
  assert.equal(await server.mounts(), 3);
});

test("a reload mounts once more and lets the old session go", async (t) => {
  const server = await probe(t);
  const page = await openPage(t, browser, server.url);
  await page.click("#add");
  await eventually(() => count(page), "1");
  await page.reload();
  await live(page);
  assert.equal(await count(page), "0");
  assert.equal(await server.mounts(), 2);
  await eventually(() => server.alive(), 1, "the session that was left has ended");
});

test("the back button brings a page that lives", async (t) => {
  const server = await probe(t);
  const page = await openPage(t, browser, server.url);
  await page.click("#away");
  await page.waitForSelector("text=Away");
  await page.goBack();
  await live(page);
  await page.click("#add");
  await eventually(() => count(page), "1");
  assert.equal(await server.mounts(), 2, "the page from before, mounted once more");
});

test("a page from the back-forward cache resumes without a mount", async (t) => {
  const server = await probe(t);
  const keeping = await openBrowser({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  atEnd(t, () => keeping.close());
  const page = await openPage(t, keeping, server.url);
  await page.evaluate(() => {
    window.addEventListener("pageshow", (event) => {
      window.persisted = event.persisted;
    });
  });
  await page.click("#add");
  await eventually(() => count(page), "1");
  await page.fill("[name=text]", "kept");
  await page.click("#away");
  await page.waitForSelector("text=Away");
  // Such a page is shown again without a load, so nothing but the page itself says that it is back.
  await page.evaluate(() => history.back());
  await page.waitForSelector("text=Probe");
  await live(page);
  assert.equal(await page.evaluate(() => window.persisted), true, "Chromium kept the page");
  assert.equal(await count(page), "1");
  assert.equal(await page.inputValue("[name=text]"), "kept");
  await page.click("#add");
  await eventually(() => count(page), "2");
  assert.equal(await server.mounts(), 1);
});

test("two tabs at the first visit both live, at the price of one reload", async (t) => {
  const server = await probe(t);
  const context = await browser.newContext();
  atEnd(t, () => context.close());
  const one = await context.newPage();
  let loads = 0;
  one.on("load", () => loads++);
  const release = await holdScript(one);
  const first = one.goto(server.url);
  await loseCookies(context);
  const other = await openPage(t, browser, server.url, { context });
  release();
  await first;
  await eventually(() => loads, 2, "one full reload");
  await live(one);
  for (const page of [one, other]) {
    await page.click("#add");
    await eventually(() => count(page), "1");
  }
  assert.equal(await server.mounts(), 3);
});

test("without cookies the page says so and stays still", async (t) => {
  const server = await probe(t);
  const context = await browser.newContext();
  atEnd(t, () => context.close());
  const page = await context.newPage();
  let loads = 0;
  page.on("load", () => loads++);
  const release = await holdScript(page);
  const opened = page.goto(server.url);
  await loseCookies(context);
  release();
  await opened;
  await page.waitForSelector("[role=alert]");
  assert.match(await page.textContent("[role=alert]"), /cookie/i);
  assert.equal(loads, 1);
});
