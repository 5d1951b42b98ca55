/** Clicks outside of an element, judged by where the button went down: class Phoenix 11 of the pitfalls. Moves a real pointer, and waits for no time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live } from "./browser.ts";

const shown = (html: string): Promise<Live> => live({ html, templates: [[0, "f", [], 0]] });

/** How often it was heard; a click on the mark says that all is. */
async function times({ page, server }: Live): Promise<number> {
  await page.evaluate(() => document.getElementById("mark")?.click());
  for (let count = 0; ; count++) if ((await server.next())[2] === "mark") return count;
}
const MARK = '<button id="mark" dj-click.stop="mark">m</button>';

async function drag({ page }: Live, from: string, to: string): Promise<void> {
  // What is selected would be dragged away itself.
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.hover(from);
  await page.mouse.down();
  await page.hover(to);
  await page.mouse.up();
}

test("Phoenix 11, click-away: inside is inside, and outside is outside", async () => {
  const session = await shown(`<div dj-click-away="away"><p id="in">in</p></div><p id="out">out</p>${MARK}`);
  await session.page.click("#in");
  assert.equal(await times(session), 0);
  await session.page.click("#out");
  assert.equal(await times(session), 1);
  await session.close();
});

test("Phoenix 11, click-away: whoever drags out of it has not left it, whoever drags in has", async () => {
  const session = await shown(`<div dj-click-away="away"><p id="in">in</p></div><p id="out">out</p>${MARK}`);
  await drag(session, "#in", "#out");
  assert.equal(await times(session), 0);
  await drag(session, "#out", "#in");
  assert.equal(await times(session), 1);
  await session.close();
});

test("Phoenix 11, click-away: Enter in a form inside clicks its button without a pointer, and that is inside", async () => {
  const session = await shown(
    `<p id="out">out</p><div dj-click-away="away"><form dj-submit.stop="x"><input><button>ok</button></form></div>${MARK}`,
  );
  // A pointer that goes down and clicks nothing says nothing of what is clicked later.
  await session.page.click("#out", { button: "right" });
  await session.page.focus("input");
  await session.page.keyboard.press("Enter");
  assert.equal((await session.server.next())[2], "x");
  assert.equal(await times(session), 0);
  await session.close();
});

test("Phoenix 11, click-away: an element that cannot be seen hears nothing", async () => {
  const session = await shown(
    `<div hidden dj-click-away="away">a</div><div class="gone" dj-click-away="away">b</div><p id="out">out</p>${MARK}`,
  );
  await session.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".gone { visibility: hidden }");
    document.adoptedStyleSheets = [sheet];
  });
  await session.page.click("#out");
  assert.equal(await times(session), 0);
  await session.close();
});

test("Phoenix 11, click-away: what an element owns elsewhere in the page is inside, and so is a target that goes away when clicked", async () => {
  const session = await shown(
    `<div dj-click-away="away" aria-owns="menu other"><p id="in">in</p></div><ul id="menu"><li>item</li></ul>${MARK}`,
  );
  await session.page.click("li");
  await session.page.evaluate(() => {
    const inside = document.getElementById("in");
    inside?.addEventListener("click", () => inside.remove());
  });
  await session.page.click("#in");
  assert.equal(await times(session), 0);
  await session.close();
});

test("Phoenix 11, click-away: a label outside clicks its field too, and that is one click", async () => {
  const session = await shown(
    `<div dj-click-away="away">a</div><label id="l">label <input type="checkbox"></label><label id="d">off <input type="checkbox" disabled></label>${MARK}`,
  );
  await session.page.click("#l", { position: { x: 3, y: 3 } });
  assert.equal(await times(session), 1);
  await session.page.click("#d", { position: { x: 3, y: 3 }, force: true });
  assert.equal(await times(session), 1);
  await session.close();
});

test("Phoenix 11, click-away: what asks before its own event does not ask for those who hear of the click from elsewhere", async () => {
  const session = await shown(
    `<div dj-click-away="away">in</div><p dj-window-click="seen">w</p><button id="ask" dj-click="go" dj-confirm="Sure?">x</button>${MARK}`,
  );
  let asked = 0;
  session.page.on("dialog", (dialog) => {
    asked++;
    void dialog.accept();
  });
  await session.page.click("#ask");
  const names = [await session.server.next(), await session.server.next(), await session.server.next()].map(
    ([, , name]) => name,
  );
  assert.deepEqual(names.sort(), ["away", "go", "seen"]);
  assert.equal(asked, 1);
  await session.close();
});
