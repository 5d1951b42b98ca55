/** Where a page is scrolled to while it changes: its end, its place, what appears. Long lists are laid out only where they are seen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live } from "./browser.ts";

const COUNT = 30;
const keys = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => `${from + i}`);

/** A list of 30 rows in a window of 100 pixels, with these attributes. */
async function list(attributes: string, rowAttributes: string[] = []): Promise<Live> {
  const page = await live({
    html: `<ul ${attributes}>${keys(0, COUNT)
      .map((key) => `<li>${key}</li>`)
      .join("")}</ul>`,
    templates: [
      [0, "f", [["l", [0], -1, 0, 1]], 0],
      [1, "r", [["T", [0]]], 0],
    ],
    before: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("ul{height:100px;overflow-y:auto;margin:0;padding:0} li{height:20px;display:block}");
      document.adoptedStyleSheets.push(sheet);
    },
  });
  await page.after([1, 0, 0, [[1, "r", [["T", [0]]], [["li", rowAttributes, 0]]]]]);
  return page;
}

/** What stands in the window, the first row with its place. */
const seen = ({ page }: Live): Promise<string> =>
  page.evaluate(() => {
    const box = (document.querySelector("ul") as Element).getBoundingClientRect();
    const row = [...document.querySelectorAll("li")].find((row) => row.getBoundingClientRect().bottom > box.top);
    return `${row?.textContent} at ${(row?.getBoundingClientRect().top ?? 0) - box.top}`;
  });
const scroll = ({ page }: Live, top: number): Promise<void> =>
  page.evaluate((top) => {
    const list = document.querySelector("ul") as Element;
    return new Promise((resolve) => {
      list.addEventListener("scroll", () => resolve(), { once: true });
      list.scrollTop = top;
    });
  }, top);
const painted = ({ page }: Live): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const append = [0, ["o", COUNT, [0, COUNT, -1, 2], [1, ["new"], ["newer"]]]];
const prepend = [0, ["o", COUNT, [-1, 2, 0, COUNT], [1, ["new"], ["newer"]]]];

test("what sticks to its end follows it, until the person scrolls back, and again when they return", async () => {
  const view = await list("dj-sticky-scroll");
  assert.equal(await seen(view), "25 at 0", "it begins at its end");
  await view.after([2, append]);
  assert.equal(await seen(view), "27 at 0");
  await scroll(view, 110);
  await view.after([3, [0, ["o", COUNT + 2, [0, COUNT + 2, -1, 1], [1, ["last"]]]]]);
  assert.equal(await seen(view), "5 at -10");
  await scroll(view, 10_000);
  await view.after([4, [0, ["o", COUNT + 3, [0, COUNT + 3, -1, 1], [1, ["very last"]]]]]);
  assert.equal(await seen(view), "29 at 0");
  await view.close();
});

test("what sticks no more does not follow late pictures either, and listens once when it sticks again", async () => {
  const view = await live({
    html: "<ul dj-sticky-scroll><li>x</li></ul>",
    templates: [[0, "f", [["a", [0], 0, "dj-sticky-scroll"]], 0]],
    before: () => {
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      const heard = new Set<unknown>();
      Object.assign(window, { heard });
      const loads = (target: EventTarget, type: string): boolean => target instanceof Element && type === "load";
      EventTarget.prototype.addEventListener = function (
        this: EventTarget,
        ...args: Parameters<typeof addEventListener>
      ) {
        if (loads(this, args[0])) heard.add(args[1]);
        addEventListener.apply(this, args);
      };
      EventTarget.prototype.removeEventListener = function (
        this: EventTarget,
        ...args: Parameters<typeof addEventListener>
      ) {
        if (loads(this, args[0])) heard.delete(args[1]);
        removeEventListener.apply(this, args);
      };
    },
  });
  const listening = (): Promise<number> => view.page.evaluate(() => Reflect.get(window, "heard").size);
  await view.after([1, [0, false]]);
  assert.equal(await listening(), 0);
  await view.after([2, [0, true]], [3, [0, false]], [4, [0, true]]);
  assert.equal(await listening(), 1);
  await view.close();
});

test("the page scrolls though something in it has the name of what scrolls it", async () => {
  const view = await live({
    html: `<img name="scrollingElement"><img name="documentElement"><ul dj-viewport-top="more" dj-window-scroll="far" dj-throttle="1">${"<li>x</li>".repeat(30)}</ul>`,
    templates: [
      [0, "f", [["l", [2], -1, 0, 1]], 0],
      [1, "r", [["T", [0]]], 0],
    ],
  });
  const { page, server, close } = view;
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("li{height:100px;display:block} *{overflow-anchor:none}");
    document.adoptedStyleSheets.push(sheet);
  });
  await page.evaluate(() => scrollTo(0, 1_000));
  const heard = new Set([(await server.next())[2], (await server.next())[2]]);
  assert.deepEqual([...heard].sort(), ["far", "more"]);
  await view.after([1, [0, ["o", 30, [-1, 1, 0, 30], [1, ["new"]]]], 0, [[1, "r", [["T", [0]]], [["li", 0, 0]]]]]);
  assert.equal(await page.evaluate(() => scrollY), 1_100);
  await close();
});

test("a picture that loads late does not push the end out of sight", async () => {
  const view = await list("dj-sticky-scroll");
  await view.page.evaluate(async () => {
    const picture = new Image();
    picture.src = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='50' height='50'/>";
    const row = document.querySelector("li:last-child") as HTMLElement;
    row.style.height = "auto";
    row.append(picture);
    await new Promise((resolve) => picture.addEventListener("load", resolve));
  });
  await painted(view);
  assert.equal(
    await view.page.evaluate(() => {
      const list = document.querySelector("ul") as Element;
      return Math.round(list.scrollHeight - list.scrollTop - list.clientHeight);
    }),
    0,
  );
  await view.close();
});

for (const [name, top, row] of [
  ["at the very top, where browsers anchor nothing", 0, "0 at 0"],
  ["in the middle, where they do", 110, "5 at -10"],
] as const) {
  test(`rows put in front leave the person where they are, ${name}`, async () => {
    for (const attributes of ["dj-viewport-top=more", "dj-sticky-scroll"]) {
      const view = await list(attributes);
      if (attributes === "dj-sticky-scroll" || top) await scroll(view, top);
      assert.equal(await seen(view), row);
      await view.after([2, prepend]);
      await painted(view);
      assert.equal(await seen(view), row, attributes);
      await view.close();
    }
  });
}

test("a list without any of this shows what is put in front", async () => {
  const view = await list("");
  await view.after([2, prepend]);
  assert.equal(await seen(view), "new at 0");
  await view.close();
});

for (const [how, wanted] of [
  ["instant", 540],
  ["center", 500],
  ["start", 520],
  ["end", 540],
] as const) {
  test(`what appears is scrolled into view once: ${how}`, async () => {
    const view = await list("", ["dj-scroll-into-view", how]);
    await view.page.emulateMedia({ reducedMotion: "reduce" });
    const top = (): Promise<number> => view.page.evaluate(() => document.querySelector("ul")?.scrollTop ?? 0);
    const at = COUNT + 1;
    await view.after([2, [0, ["o", COUNT, [0, COUNT, -1, 1], [1, ["new"]], 3, [0, "other"]]]]);
    // The first of its kind asks for the parts.
    await view.page.waitForFunction(() => (document.querySelector("ul")?.scrollTop ?? 0) > 0);
    assert.ok(Math.abs((await top()) - Math.min(wanted, at * 20 - 100)) <= 20, `${await top()}`);
    await scroll(view, 0);
    await view.after([3, [0, [at, at - 1, [0, "newer"]]]]);
    assert.equal(await top(), 0);
    await view.close();
  });
}

test("an attribute that comes to a standing element scrolls to it", async () => {
  const view = await live({
    html: `<ul>${keys(0, COUNT)
      .map((key) => `<li>${key}</li>`)
      .join("")}</ul>`,
    templates: [[0, "f", [["a", [0, 20], 0, "dj-scroll-into-view"]], 0]],
    before: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("ul{height:100px;overflow-y:auto;margin:0;padding:0} li{height:20px;display:block}");
      document.adoptedStyleSheets.push(sheet);
    },
  });
  await view.page.emulateMedia({ reducedMotion: "reduce" });
  await view.after([1, [0, "start"]]);
  assert.equal(await seen(view), "20 at 0");
  await view.close();
});

test("rows outside the window of a virtual list are not laid out, and are written, moved and found all the same", async () => {
  const view = await list('dj-virtual="20"');
  const more = keys(COUNT, 970);
  await view.after([2, [0, ["o", COUNT, [0, COUNT, -1, 970], [1, ...more.map((key) => [key])]]]]);
  await painted(view);
  const shown = await view.page.evaluate(() => {
    const rows = [...document.querySelectorAll("li")];
    const last = rows.at(-1) as HTMLElement;
    Object.assign(window, { last });
    // Of a row that is skipped, it is the content that is not seen.
    const [near, far] = [0, 500].map((i) => rows[i]?.appendChild(document.createElement("b")));
    return {
      height: document.querySelector("ul")?.scrollHeight,
      near: near?.checkVisibility({ contentVisibilityAuto: true }),
      far: far?.checkVisibility({ contentVisibilityAuto: true }),
    };
  });
  assert.deepEqual(shown, { height: 20_000, near: true, far: false });
  await view.after([3, [0, ["o", 1000, [999, -1000], 0, 0, [0, "the last"]]]]);
  await painted(view);
  const kept = await view.page.evaluate(() => {
    const last = Reflect.get(window, "last") as HTMLElement;
    return [last === document.querySelector("li"), last.textContent];
  });
  assert.deepEqual(kept, [true, "the last"]);
  await view.close();
});
