/**
 * Every event that can be bound, its modifiers, and what it brings. How an event looks on its way is `feedback.test.mjs`,
 * and what it does to fields `inputs.test.mjs`.
 */
import assert from "node:assert/strict";
import { area, spec } from "./area.mjs";
import { eventually, live } from "./harness.mjs";

const TALL = { width: 900, height: 5000 };
const heard = (page) => page.$$eval("#heard li", (lines) => lines.map((line) => line.textContent));
/** What was heard since the page came, in order and without a line too many. */
const hears = (page, ...lines) => eventually(() => heard(page), ["init", ...lines], "heard");
const centre = async (page, selector) => {
  const { x, y, width, height } = await page.locator(selector).boundingBox();
  return [x + width / 2, y + height / 2].map(Math.round);
};

area("bindings", "/bindings", [
  spec(
    "a click is for the first element on its way up, with the button and the keys that its name asks for",
    async ({ page, cut }) => {
      await page.click("#plain");
      await page.click("#buttons");
      await page.click("#buttons", { button: "middle" });
      await cut(() => page.click("#buttons", { button: "right" }));
      await page.click("#buttons", { modifiers: ["Control", "Shift"] });
      await page.click("#buttons", { modifiers: ["Control"] });
      await page.click("#values");
      await hears(page, "section", "left", "middle", "right", "both", "left", "values 7 a “name” & more");
    },
  ),

  spec(
    "modifiers keep the browser or others from acting, count once, or mean the element itself",
    async ({ page, cut }) => {
      await page.evaluate(() => {
        window.outside = [];
        window.addEventListener("click", ({ target }) => window.outside.push(target.id));
      });
      await page.click("#prevent");
      await page.click("#stop");
      await page.click("#only-stop");
      await page.click("#once");
      await cut(() => page.click("#once"));
      await page.click("#self", { position: { x: 150, y: 5 } });
      await page.click("#inside");
      await page.click("#ignored");
      await hears(page, "prevented", "stopped", "once", "section", "self", "section");
      assert.match(page.url(), /\/bindings\?/);
      assert.deepEqual(await page.evaluate(() => window.outside), [
        "prevent",
        "once",
        "once",
        "self",
        "inside",
        "ignored",
      ]);
      await page.click("#plain", { modifiers: ["Alt"] });
      await hears(page, "prevented", "stopped", "once", "section", "self", "section", "section", "window", "document");
    },
  ),

  spec("a pointer brings its place, its button and the keys that are held", async ({ page, cut }) => {
    const at = (await centre(page, "#pad")).join();
    await page.dblclick("#pad");
    await cut(() => page.dblclick("#pad", { modifiers: ["Shift"] }));
    await page.click("#pad", { button: "right", modifiers: ["Alt", "Meta"] });
    await hears(
      page,
      `dblclick 0 ${at}`,
      `dblclick shift+0 ${at}`,
      ...["pointerdown", "contextmenu", "pointerup"].map((what) => `${what} alt+meta+2 ${at}`),
    );
  }),

  spec("who hovers is heard at the border of the element and not inside of it", async ({ page, cut }) => {
    const [x, y] = await centre(page, "#hover");
    await page.mouse.move(x - 70, y);
    await page.mouse.move(...(await centre(page, "#hover b")));
    await cut(() => page.mouse.move(x, y));
    await page.mouse.move(...(await centre(page, "#pad")));
    await hears(page, "enter", "move", "move", "move", "leave");
  }),

  spec(
    "touches bring their places",
    async ({ page, cut }) => {
      const [x, y] = await centre(page, "#touch");
      const session = await page.context().newCDPSession(page);
      const touch = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
      await touch("touchStart", [{ x, y }]);
      await touch("touchMove", [{ x: x + 9, y: y + 1 }]);
      await cut(() => touch("touchEnd", []));
      await hears(page, `touchstart ${x},${y}`, `touchend ${x + 9},${y + 1}`);
    },
    { hasTouch: true },
  ),

  spec("what is dragged is heard where it begins, enters, leaves, drops and ends", async ({ page, cut }) => {
    await page.evaluate(() => {
      document
        .getElementById("parcel")
        .addEventListener("dragstart", ({ dataTransfer }) => dataTransfer.setData("text/plain", "a parcel"));
    });
    const [place, pad] = [await centre(page, "#place"), await centre(page, "#pad")];
    await page.mouse.move(...(await centre(page, "#parcel")));
    await page.mouse.down();
    await page.mouse.move(...place, { steps: 3 });
    await page.mouse.move(...pad, { steps: 3 });
    await page.mouse.move(...place, { steps: 3 });
    await cut(() => page.mouse.up());
    await hears(page, "dragstart", "dragenter", "dragleave", "dragenter", "drop a parcel", "dragend");
  }),

  spec("keys are told apart with what is held, on one element, the document and the window", async ({ page, cut }) => {
    await page.focus("#keys");
    for (const keys of ["Enter", "Shift+Enter", "k", "Control+k", "Control+Enter"]) await page.keyboard.press(keys);
    await cut(() => page.keyboard.press("Escape"));
    await page.press("#any-key", "Alt+ArrowUp");
    await page.keyboard.press("F2");
    await hears(
      page,
      ...["enter", "shift+enter", "ctrl.k ctrl+k KeyK", "enter", "up Escape Escape"],
      ...["down alt+Alt AltLeft", "down alt+ArrowUp ArrowUp", "down F2 F2"],
      ...["window F2 F2", "document F2 F2", "window up F2 F2", "document up F2 F2"],
    );
  }),

  spec("shortcuts are exact, keep the browser away, and do not disturb who types", async ({ page, cut }) => {
    await page.evaluate(() => {
      window.prevented = [];
      window.addEventListener(
        "keydown",
        (event) => event.key.length === 1 && window.prevented.push(`${event.key}${event.defaultPrevented ? "!" : ""}`),
      );
    });
    for (const keys of ["Control+j", "Control+Shift+j", "Escape"]) await page.keyboard.press(keys);
    await cut(() => page.keyboard.press("Shift+?"));
    await page.focus("#any-key");
    await page.keyboard.press("Control+y");
    await page.focus("#quiet");
    for (const keys of ["Escape", "Control+y"]) await page.keyboard.press(keys);
    const typed = ["down ctrl+Control ControlLeft", "down ctrl+y KeyY"];
    await hears(
      page,
      "shortcut ctrl+j",
      "shortcut escape",
      "shortcut ?",
      ...typed,
      "shortcut ctrl+y",
      "shortcut ctrl+y",
    );
    assert.deepEqual(await page.evaluate(() => window.prevented), ["j!", "j", "?", "y!", "y!"]);
  }),

  spec(
    "a click is away where the button went down outside of an element that can be seen, and of what it owns",
    async ({ page, cut }) => {
      await page.click("#in-menu");
      await page.click("#portal");
      await page.mouse.move(...(await centre(page, "#menu")));
      await page.mouse.down();
      await page.mouse.move(...(await centre(page, "#touch")));
      await page.mouse.up();
      await cut(() => page.click("#touch"));
      await page.mouse.down();
      await page.mouse.move(...(await centre(page, "#menu")));
      await page.mouse.up();
      await hears(page, "away", "away");
    },
    { path: "/bindings?menu" },
  ),

  spec("the window and the document are heard from anywhere", async ({ page, cut }) => {
    await page.setViewportSize({ width: 800, height: 600 });
    await hears(page, "resized 800x600");
    await cut(() => page.evaluate(() => window.scrollTo(0, 120)));
    await hears(page, "resized 800x600", "window scroll 0,120");
    await page.evaluate(() => {
      for (const type of ["offline", "online", "blur", "focus"]) window.dispatchEvent(new Event(type));
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await live(page);
    await hears(
      page,
      "resized 800x600",
      "window scroll 0,120",
      "offline",
      "online",
      "window blur",
      "window focus",
      "visible true",
    );
  }),

  spec("a field is heard when it is entered, edited and left, and waits as it says", async ({ page, cut }) => {
    const before = [
      "focus field=",
      "input field=a",
      "input field=ab",
      "change field=ab",
      "blur field=ab",
      "typed on_blur=c",
    ];
    await page.focus("#field");
    await page.keyboard.type("ab");
    await page.focus("#on-blur");
    await page.keyboard.type("cd");
    await page.keyboard.press("Backspace");
    await cut(() => page.focus("#late"));
    await page.keyboard.type("e");
    await hears(page, ...before);
    // A submit lets nothing wait behind it.
    await page.click("#submit");
    await page.$eval("#wrong", (field) => field.reportValidity());
    await hears(page, ...before, "late", "submit", "invalid wrong=");
    await page.focus("#quiet");
    await page.keyboard.press("Enter");
    await page.click("#include");
    await hears(page, ...before, "late", "submit", "invalid wrong=", "included 1..9 a+c");
  }),

  spec("a throttle lets the first through at once and the last always", async ({ page, cut }) => {
    await cut(() =>
      page.$eval("#slider", (slider) => {
        for (const value of [10, 20, 30, 40]) {
          slider.value = value;
          slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
      }),
    );
    await hears(page, "slid slider=10", "slid slider=40");
  }),

  spec("what is pasted is told, and stays out of the field where it says so", async ({ page, cut }) => {
    const paste = (selector) =>
      page.$eval(selector, (field) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "plain");
        clipboardData.setData("text/html", "<b>plain</b>");
        clipboardData.items.add(new File(["123"], "a.txt", { type: "text/plain" }));
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
        field.dispatchEvent(event);
        return event.defaultPrevented;
      });
    assert.equal(await paste("#paste"), false);
    await cut(async () => assert.equal(await paste("#suppressed"), true));
    const told = "paste plain <b>plain</b> a.txt|text/plain|3";
    await hears(page, told, told);
  }),

  spec(
    "what opens and closes tells of itself and not of what is in it",
    async ({ page, cut }) => {
      await page.click("#details > summary");
      await hears(page, "details true");
      await page.click("#inner > summary");
      await cut(() => page.click("#details > summary"));
      await page.$eval("#dialog", (dialog) => dialog.showModal());
      await page.keyboard.press("Escape");
      await hears(page, "details true", "details false", "shortcut escape", "cancel", "close");
    },
    { isFresh: false },
  ),

  spec("a box that scrolls tells how far, and when it is done", async ({ page, cut }) => {
    await cut(() => page.$eval("#scroller", (box) => box.scrollTo(0, 240)));
    await hears(page, "scroll 0,240", "scrollend 0,240");
  }),

  spec(
    "who comes into sight and leaves it is heard each time, with half of it",
    async ({ page, cut }) => {
      const scroll = (top) => page.$eval("#window", (box, top) => box.scrollTo(0, top), top);
      await page.locator("#window").scrollIntoViewIfNeeded();
      await scroll(1000);
      await hears(page, "appear more than half");
      await cut(() => scroll(0));
      await hears(page, "appear more than half", "disappear less than half");
      await scroll(1000);
      await hears(page, "appear more than half", "disappear less than half", "appear more than half");
    },
    { viewport: TALL },
  ),

  spec(
    "a list without an end asks for more until it fills its window, and again at each new end",
    async ({ page, cut }) => {
      const rows = (selector) => page.locator(`${selector} li`).count();
      const scroll = (top) => page.$eval("#endless", (list, top) => list.scrollTo(0, top), top);
      await eventually(() => rows("#endless"), 4, "enough to fill it");
      await scroll(9999);
      await eventually(() => rows("#endless"), 8);
      await cut(() => scroll(9999));
      await eventually(() => rows("#endless"), 12);
      await eventually(async () => (await rows("#olden")) > 10, true, "what was before is fetched at the top");
      await hears(page);
    },
    { viewport: TALL },
  ),

  spec(
    "another size is told, and not the first",
    async ({ page, cut }) => {
      const box = page.locator("#size");
      await box.scrollIntoViewIfNeeded();
      await cut(() => box.evaluate((box) => box.classList.add("wide")));
      await hears(page, "size 298x38");
    },
    { isFresh: false, viewport: TALL },
  ),

  spec(
    "what others change is told, summed up, in a region that is theirs and of attributes that are named",
    async ({ page, cut }) => {
      await cut(() =>
        page.evaluate(() => {
          const region = document.getElementById("region");
          region.append(document.createElement("p"), "text");
          region.firstElementChild.remove();
        }),
      );
      await hears(page, "mutation +2 -1 ");
      await page.evaluate(() => {
        const { dataset } = document.getElementById("marked");
        Object.assign(dataset, { a: 1, b: 2, c: 3 });
      });
      await hears(page, "mutation +2 -1 ", "marked +0 -0 data-a,data-b");
    },
    { isFresh: false },
  ),

  spec(
    "what comes later is heard once, and polls while somebody sees it",
    async ({ page, cut }) => {
      await cut(() => page.click("#later"));
      await hears(page, "later init", "mounted");
      await live(page);
      await page.click("#later");
      await page.waitForSelector("#polled", { state: "detached" });
      // From here on time is the test's.
      await page.clock.install();
      await page.click("#later");
      const before = ["later init", "mounted", "later init", "mounted"];
      await hears(page, ...before);
      await page.clock.runFor(60_000);
      await hears(page, ...before, "poll");
      const show = (state) =>
        page.evaluate((state) => {
          window.state = state;
        }, state);
      await show("hidden");
      await page.clock.runFor(600_000);
      await show("visible");
      await page.clock.runFor(60_000);
      await hears(page, ...before, "poll", "poll");
    },
    {
      script: () =>
        Object.defineProperty(Document.prototype, "visibilityState", { get: () => window.state ?? "visible" }),
    },
  ),
]);
