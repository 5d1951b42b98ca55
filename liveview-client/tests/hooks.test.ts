/** The page's own scripts on elements of a view: their life, their values, what they say and hear. Knows no framework. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Live, live, open } from "./browser.ts";

declare global {
  var log: string[];
}

const rowSlots = [
  ["a", [0], 0, "id"],
  ["T", [0, 0]],
];
const page = {
  html: '<h1>title</h1><ul><li dj-hook="Log" id="a"><b>a</b></li><li dj-hook="Log" id="b"><b>b</b></li></ul><p>out</p>',
  templates: [
    [
      0,
      "f",
      [
        ["T", [0]],
        ["l", [1], -1, 0, 1],
        ["T", [2]],
      ],
      0,
    ],
    [1, "r", rowSlots, 0],
  ],
}; // prettier-ignore
const row = [1, "r", rowSlots, [["li", ["dj-hook", "Log"], ["b", 0, 1]]]];

/** Defines a hook that writes down what it hears. */
const define = ({ page }: Live): Promise<void> =>
  page.evaluate(() => {
    globalThis.log = [];
    const say = (what: string) =>
      function (this: { el: Element }): void {
        log.push(`${what} ${this.el.id} ${this.el.textContent}`);
      };
    liveview.hook("Log", {
      mounted: say("mounted"),
      beforeUpdate: say("before"),
      updated: say("updated"),
      destroyed: say("destroyed"),
      disconnected: say("disconnected"),
      reconnected: say("reconnected"),
    });
  });
const heard = ({ page }: Live): Promise<string[]> => page.evaluate(() => log.splice(0));

test("a hook hears when its element comes, is written, moves not, and leaves", async () => {
  const view = await live(page);
  await define(view);
  assert.deepEqual(await heard(view), ["mounted a a", "mounted b b"], "also of what was there before");
  await view.after([1, [0, "other", 2, "other"]]);
  assert.deepEqual(await heard(view), [], "what is written elsewhere is not its own");
  await view.after([2, [1, [2, 1, [1, "B"]]]]);
  assert.deepEqual(await heard(view), ["before b b", "updated b B"]);
  await view.after([3, [1, [2, 1, [0, "B", 1, "BB"]]]]);
  assert.deepEqual(await heard(view), ["before b B", "updated B BB"], "once a frame");
  await view.after([4, [1, ["o", 2, [1, -2, -1, 1], [1, ["c", "c"]]]], 0, [row]]);
  assert.deepEqual(await heard(view), ["mounted c c"], "a move is nothing to it");
  await view.after([5, [1, ["o", 3, [2, 1], 0]]]);
  assert.deepEqual(await heard(view), ["destroyed a a", "destroyed B BB"]);
  await view.close();
});

test("hooks and commands that a script has left before the client are taken up; a class is made anew for each element", async () => {
  const view = await live({
    ...page,
    before: () => {
      globalThis.log = [];
      class Log {
        declare el: Element;
        count = 0;
        mounted(): void {
          this.count++;
          log.push(`${this.el.id} ${this.count}`);
        }
      }
      Object.assign(window, { liveview: { hooks: { Log }, commands: { note: ({ id }: Element) => log.push(id) } } });
    },
  });
  assert.deepEqual(await heard(view), ["a 1", "b 1"]);
  await view.page.evaluate(() => liveview.js(document.querySelector("#b") as Element, [["ext", 0, "note"]]));
  assert.deepEqual(await heard(view), ["b"]);
  await view.close();
});

test("the mistake of one hook stops neither the frame nor another hook", async () => {
  const view = await live(page);
  view.allow("broken");
  await view.page.evaluate(() => {
    globalThis.log = [];
    liveview.hook("Log", {
      beforeUpdate() {
        throw new Error("broken");
      },
      updated() {
        log.push(`updated ${this.el.id}`);
        if (this.el.id === "a") throw new Error("broken");
      },
    });
  });
  await view.after([1, [1, [2, 0, [1, "A"], 1, [1, "B"]], 2, "written"]]);
  assert.deepEqual(await heard(view), ["updated a", "updated b"]);
  assert.equal(await view.page.textContent("p"), "written");
  await view.close();
});

test("a hook hears that the line is gone and back, and a repair of its element", async () => {
  const view = await live(page);
  view.allow("WebSocket");
  await define(view);
  await heard(view);
  view.server.cut();
  const second = await view.connection();
  await second.next();
  assert.deepEqual(await heard(view), ["disconnected a a", "disconnected b b"]);
  const values = [0, "title", ["o", 0, [-1, 2], [1, ["a", "A"], ["b", "b"]]], "out"];
  const tree = [
    ["h1", 0, 0],
    ["ul", 0, 1],
    ["p", 0, 2],
  ]; // prettier-ignore
  second.send("j", { seq: 0, ref: 0, secret: "T", defs: [[0, "f", page.templates[0]?.[2], tree], row], values });
  await view.page.waitForSelector(".dj-connected");
  assert.deepEqual(await heard(view), [
    "before a a",
    "before b b",
    "updated a A",
    "updated b b",
    "reconnected a A",
    "reconnected b b",
  ]);
  await view.close();
});

test("an element that gets another hook's name loses the one and gets the other", async () => {
  const view = await live({
    html: '<p id="p" dj-hook="One">text</p>',
    templates: [[0, "f", [["a", [0], 0, "dj-hook"]], 0]],
  });
  await view.page.evaluate(() => {
    globalThis.log = [];
    for (const name of ["One", "Two"]) {
      liveview.hook(name, {
        mounted: () => void log.push(`${name} on`),
        destroyed: () => void log.push(`${name} off`),
      });
    }
  });
  await view.after([1, [0, "Two"]], [2, [0, null]]);
  assert.deepEqual(await heard(view), ["One on", "One off", "Two on", "Two off"]);
  await view.close();
});

test("values are read as what they are, each time anew", async () => {
  const view = await live({
    html: '<p dj-hook="H" dj-hook-value-max-items="5" dj-hook-value-on="true" dj-hook-value-text="a b" dj-hook-value-list="[1,2]">text</p>',
    templates: [[0, "f", [["a", [0], 0, "dj-hook-value-max-items"]], 0]],
  });
  await view.page.evaluate(() => {
    globalThis.log = [];
    liveview.hook("H", {
      mounted() {
        log.push(JSON.stringify(this.values));
      },
      updated() {
        log.push(JSON.stringify(this.values.maxItems));
      },
    });
  });
  await view.after([1, [0, "7.5"]]);
  assert.deepEqual(await heard(view), ['{"maxItems":5,"on":true,"text":"a b","list":[1,2]}', "7.5"]);
  await view.close();
});

test("a hook finds what the template calls its targets, and not those of a hook within", async () => {
  const view = await live({
    html: '<div dj-hook="H" id="out"><b dj-hook-target="bar" id="a">1</b><p dj-hook="H" id="in" dj-hook-target="bar last"><b dj-hook-target="bar" id="b">2</b></p></div>',
    templates: [[0, "f", [["a", [0, 0], 0, "dj-hook-target"]], 0]],
  });
  await view.page.evaluate(() => {
    globalThis.log = [];
    liveview.hook("H", {
      mounted() {
        Object.assign(window, { [this.el.id]: this });
      },
    });
  });
  const targets = (): Promise<unknown> =>
    view.page.evaluate(() => {
      const [outer, inner] = [Reflect.get(window, "out"), Reflect.get(window, "in")];
      const ids = (list: Element[]): string => list.map(({ id }) => id).join(" ");
      return [ids(outer.targets("bar")), ids(inner.targets("bar")), outer.target("last").id, outer.target("none")];
    });
  assert.deepEqual(await targets(), ["a in", "b", "in", undefined]);
  await view.after([1, [0, "other"]]);
  assert.deepEqual(await targets(), ["in", "b", "in", undefined], "looked for anew each time");
  await view.close();
});

/** A page with one hook, whose methods a test can call. */
async function single(html = '<div dj-c="7"><p dj-hook="H">text</p></div>'): Promise<Live> {
  const view = await live({ html, templates: [[0, "f", [["o", [0], 1]], 0]] });
  await view.page.evaluate(() => {
    globalThis.log = [];
    liveview.hook("H", {
      mounted() {
        Object.assign(window, { hook: this });
        this.handleEvent("news", (value) => void log.push(JSON.stringify(value)));
      },
    });
  });
  return view;
}

test("pushEvent sends arguments by place or by name, for the component around it, and brings the reply", async () => {
  const view = await single('<div dj-c="7"><p dj-hook="H">text</p><!--[--><!--]--></div>');
  const { page, server } = view;
  const pushed = page.evaluate(() => {
    const hook = Reflect.get(window, "hook") as { pushEvent(name: string, value?: unknown): Promise<unknown> };
    return Promise.all([
      hook.pushEvent("plain"),
      hook.pushEvent("placed", [1, { deep: [true] }]),
      hook.pushEvent("named", { x: 1.5, on: true, text: "a", none: null, deep: { a: 1 } }),
      hook.pushEvent("one", 5),
      hook.pushEvent("wrong").catch((error: Error) => error.message),
    ]);
  });
  assert.deepEqual(await server.next(), [1, "7", "plain", 0]);
  assert.deepEqual(await server.next(), [2, "7", "placed", [1, { deep: [true] }]]);
  assert.deepEqual(await server.next(), [
    3,
    "7",
    "named",
    0,
    { d: { x: "1.5", on: "true", text: "a", deep: '{"a":1}' } },
  ]);
  assert.deepEqual(await server.next(), [4, "7", "one", [5]]);
  await server.next();
  view.allow("refused");
  server.send(1, 0, 1, 0, [["r", 1, { total: 3 }]]);
  server.send("a", 3);
  server.send("e", "refused", "not so", 1);
  assert.deepEqual(await pushed, [{ total: 3 }, null, null, null, "not so"]);
  await view.close();
});

test("handleEvent hears what the view pushes, until its element has left", async () => {
  const view = await single('<div><p dj-hook="H">text</p><!--[--><i>x</i><!--]--></div>');
  await view.after([
    1,
    0,
    0,
    0,
    [
      ["e", "news", { a: 1 }],
      ["e", "other", 2],
    ],
  ]); // prettier-ignore
  assert.deepEqual(await heard(view), ['{"a":1}']);
  await view.page.evaluate(() => document.querySelector("p")?.remove());
  await view.after([2, [0, 0]], [3, 0, 0, 0, [["e", "news", 3]]]);
  assert.deepEqual(await heard(view), [], "what somebody else has taken out is noticed with the next frame");
  await view.close();
});

test("js runs commands, with the element as their own", async () => {
  const view = await single('<div><p dj-hook="H">text</p><!--[--><!--]--></div>');
  await view.page.evaluate(() => {
    const hook = Reflect.get(window, "hook") as { js(commands: unknown[]): Promise<void> };
    return hook.js([
      ["add_class", 0, "on"],
      ["push", 0, ["done", 1]],
    ]);
  });
  assert.equal(await view.page.getAttribute("p", "class"), "on dj-loading dj-push-loading");
  assert.deepEqual(await view.server.next(), [1, 0, "done", [1]]);
  await view.close();
});

test("a page without a view has its hooks' door, and nothing behind it", async () => {
  const { page, close } = await open({ html: "", body: "<p>plain</p>" });
  const said = await page.evaluate(async () => {
    liveview.hook("H", {});
    return liveview.js(document.body, [["show"]]).catch(String);
  });
  assert.equal(said, "Error: liveview: no live view here");
  await close();
});

test("who waits for a reply hears that none comes when the page has ended (Phoenix 20)", async () => {
  const session = await live({ html: '<p dj-hook="Asks">x</p>', templates: [[0, "f", [], 0]] });
  const { page, server, close } = session;
  session.allow("");
  await page.evaluate(() => {
    liveview.hook("Asks", {
      async mounted(this: { pushEvent(name: string): Promise<unknown> }) {
        await this.pushEvent("go").catch(() => document.body.setAttribute("told", ""));
      },
    });
  });
  await server.next();
  server.close(4003);
  await page.waitForSelector("body[told]");
  await close();
});

test("what a text covers for a moment keeps its hook; what leaves with its cover loses it", async () => {
  const view = await live({
    html: '<!--[--><button dj-click="go" dj-disable-with="Wait"><i dj-hook="Log" id="i">x</i></button><!--]--><!--[--><b>y</b><!--]-->',
    templates: [
      [
        0,
        "f",
        [
          ["o", [], 0],
          ["o", [], [0, 0]],
        ],
        0,
      ],
      [1, "b", [], 0],
    ],
  });
  await define(view);
  assert.deepEqual(await heard(view), ["mounted i x"]);
  await view.page.click("button");
  await view.server.next();
  assert.equal(await view.page.textContent("button"), "Wait");
  await view.after([1, [1, 0]]);
  assert.deepEqual(await heard(view), [], "while it is covered");
  await view.after(["a", 1]);
  assert.equal(await view.page.textContent("button"), "x");
  assert.deepEqual(await heard(view), []);
  await view.page.click("button");
  await view.server.next();
  await view.after([2, [0, 0]]);
  assert.deepEqual(await heard(view), ["destroyed i x"]);
  await view.close();
});
test("pushEventTo calls the component that a selector finds, and brings its reply", async () => {
  const view = await single('<div><p dj-hook="H">text</p><!--[--><!--]--><i dj-c="9" id="there"></i></div>');
  const { page, server } = view;
  const pushed = page.evaluate(() => {
    const hook = Reflect.get(window, "hook") as {
      pushEventTo(to: string, name: string, value?: unknown): Promise<unknown>;
    };
    return Promise.all([hook.pushEventTo("#there", "placed", [1]), hook.pushEventTo("#nowhere", "lost").catch(String)]);
  });
  assert.deepEqual(await server.next(), [1, "9", "placed", [1]]);
  server.send(1, 0, 1, 0, [["r", 1, "done"]]);
  assert.deepEqual(await pushed, ["done", "Error: liveview: no #nowhere here"]);
  await view.close();
});

test("removeHandleEvent ends what handleEvent has begun", async () => {
  const view = await single('<div><p dj-hook="H">text</p><!--[--><!--]--></div>');
  const push = (seq: number): Promise<string> => view.after([seq, 0, 0, 0, [["e", "later", seq]]]);
  await view.page.evaluate(() => {
    const hook = Reflect.get(window, "hook");
    Object.assign(window, { ref: hook.handleEvent("later", (value: number) => log.push(`later ${value}`)) });
  });
  await push(1);
  await view.page.evaluate(() => Reflect.get(window, "hook").removeHandleEvent(Reflect.get(window, "ref")));
  await push(2);
  assert.deepEqual(await heard(view), ["later 1"]);
  await view.close();
});
