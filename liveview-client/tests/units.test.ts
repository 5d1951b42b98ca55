/** The parts that need no page: decoding, waiting, and what forms say. Opens no browser. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import fc from "fast-check";
import type { Wire } from "../src/protocol.ts";
import { rooms } from "./rooms.ts";

const { protocol, socket, slots, timing, commands, form, ops } = await rooms();

test("whatever is said, decoding returns or refuses, and nothing leaks into other objects", () => {
  const untouched = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
  const ignore = (): void => undefined;
  const hearer: Parameters<typeof protocol.decode>[1][number] = {
    update: (_seq, _patch, _acked, defs) => void protocol.definitions(defs),
    acked: ignore,
    failed: ignore,
    answered: ({ defs }) => void protocol.definitions(defs),
    resynced: (_seq, _path, _values, defs) => void protocol.definitions(defs),
    visit: ignore,
    heard: ignore,
  };
  const decode = (text: string): void => {
    try {
      protocol.decode(text, [hearer]);
    } catch (error) {
      assert.ok(error instanceof protocol.Mismatch || error instanceof SyntaxError, String(error));
    }
  };
  const head = fc.constantFrom<unknown>(1, "a", "e", "j", "r", "n", "h", "v", "__proto__", null);
  const said = fc.tuple(head, fc.array(fc.jsonValue(), { maxLength: 4 })).map(([first, rest]) => [first, ...rest]);
  fc.assert(
    fc.property(said, (frame) => decode(JSON.stringify(frame))),
    { numRuns: 2_000 },
  );
  fc.assert(fc.property(fc.string(), decode), { numRuns: 500 });
  for (const name of ["__proto__", "constructor", "prototype"]) decode(`["j",{"${name}":{"polluted":1},"values":[0]}]`);
  assert.equal(JSON.stringify(Object.getOwnPropertyNames(Object.prototype)), untouched);
  assert.equal(Reflect.get({}, "polluted"), undefined);
});

test("retries are spread over all of a growing wait, the first one soon", () => {
  const none = (): number => 0;
  const all = (): number => 0.999_999;
  assert.deepEqual(
    [0, 1, 2, 20].map((attempt) => socket.delayBefore(attempt, 1006, none)),
    [50, 0, 0, 0],
  );
  const longest = [0, 1, 2, 3, 4, 5, 6, 20].map((attempt) => Math.round(socket.delayBefore(attempt, 1006, all)));
  assert.deepEqual(longest, [250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  assert.ok(socket.delayBefore(0, 1012, all) > 5_000, "a restart spreads its clients");
  assert.ok(socket.delayBefore(0, 4008, none) >= 5_000, "too fast means a pause");
});

test("a debounce says the last, once; a throttle says the first and the last", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  Object.defineProperty(globalThis, "window", { value: globalThis, configurable: true });
  const said: string[] = [];
  const waiting: Parameters<typeof timing.flush>[0] = new Set();
  const element = { isConnected: true } as Element;
  const say = (kind: string, how: Parameters<typeof timing.schedule>[3], text: string): void =>
    timing.schedule(waiting, element, kind, how, () => void said.push(text));

  for (const text of ["a", "ab", "abc"]) say("input", { throttles: false, ms: 300 }, text);
  mock.timers.tick(299);
  assert.deepEqual(said.splice(0), []);
  mock.timers.tick(1);
  assert.deepEqual(said.splice(0), ["abc"]);

  for (const text of ["1", "2", "3"]) say("input", { throttles: true, ms: 100 }, text);
  assert.deepEqual(said.splice(0), ["1"]);
  mock.timers.tick(100);
  say("input", { throttles: true, ms: 100 }, "4");
  assert.deepEqual(said.splice(0), ["3"], "and then the next wait begins");
  mock.timers.tick(100);
  assert.deepEqual(said.splice(0), ["4"]);
  mock.timers.tick(100);
  assert.equal(waiting.size, 0, "nothing is kept of what has been said");

  say("input", { throttles: false, ms: Number.POSITIVE_INFINITY }, "left");
  say("click", { throttles: false, ms: 50 }, "clicked");
  timing.flush(waiting);
  mock.timers.tick(1_000);
  assert.deepEqual(said.splice(0), ["left", "clicked"]);

  say("input", { throttles: false, ms: 50 }, "gone");
  Object.assign(element, { isConnected: false });
  mock.timers.tick(50);
  assert.deepEqual(said, [], "what has left the page is forgotten");
  mock.timers.reset();
});

test("how long an event waits: what is written, else what suits the control", () => {
  assert.deepEqual(timing.timingOf("300", null, "input", "text"), { throttles: false, ms: 300 });
  assert.deepEqual(timing.timingOf(null, "50", "click", "button"), { throttles: true, ms: 50 });
  assert.deepEqual(timing.timingOf("blur", "50", "input", "text"), { throttles: false, ms: Number.POSITIVE_INFINITY });
  assert.deepEqual(timing.timingOf(null, null, "input", "search"), { throttles: true, ms: 100 });
  for (const kind of ["scroll", "window-scroll", "resize", "pointermove", "dragover"])
    assert.deepEqual(timing.timingOf(null, null, kind, ""), { throttles: true, ms: 150 });
  assert.deepEqual(timing.timingOf(null, null, "mutation", ""), { throttles: false, ms: 150 });
  for (const [said, kind, type] of [
    ["0", "input", "text"],
    ["soon", "input", "text"],
    [null, "input", "checkbox"],
    [null, "change", "text"],
    [null, "click", "button"],
  ] as const) {
    assert.equal(timing.timingOf(said, null, kind, type), null);
  }
});

test("bindings are a name, or a name with arguments; what is neither is a name that the server refuses", () => {
  const atOnce = { debounce: null, throttle: null };
  const pushes = (...call: Wire[]): Wire[] => [["push", 0, call]];
  const add = { name: "add", args: 0, commands: pushes("add"), ...atOnce };
  assert.deepEqual(commands.parseBinding("add"), add);
  const toggle = { name: "toggle", args: [7, [1]], commands: pushes("toggle", 7, [1]), ...atOnce };
  assert.deepEqual(commands.parseBinding('["toggle",7,[1]]'), toggle);
  const unread = { name: "[oops", args: 0, commands: pushes("[oops"), ...atOnce };
  assert.deepEqual(commands.parseBinding("[oops"), unread);
});

test("a handler's timing stands in front of its bindings", () => {
  const search = { name: "search", args: 0, commands: [["push", 0, ["search"]]], debounce: "300", throttle: null };
  assert.deepEqual(commands.parseBinding("debounce=300 search"), search);
  const move = { name: "move", args: [7], commands: [["push", 0, ["move", 7]]], debounce: null, throttle: "50" };
  assert.deepEqual(commands.parseBinding('throttle=50 ["move",7]'), move);
});

test("commands are a list of lists, and the first call among them is the one that counts for recovery", () => {
  const list: Wire[] = [
    ["show", "#menu"],
    ["push", 0, ["toggle", 7]],
  ];
  const binding = { name: "toggle", args: [7], commands: list, debounce: null, throttle: "50" };
  assert.deepEqual(commands.parseBinding(`throttle=50 ${JSON.stringify(list)}`), binding);
  assert.equal(commands.parseBinding('[["show","#menu"]]').name, "");
});

test("commands run what the server's tables call bindings, and nothing that takes a text", () => {
  const named = (path: string, table: RegExp): string[] => {
    const [found = ""] = table.exec(readFileSync(`../${path}`, "utf8")) ?? [];
    return [...found.matchAll(/"(dj-.+?)"/g)].map(([, name]) => String(name));
  };
  const settings = named("liveview-runtime/src/rendered/attributes/names.rs", /const SETTINGS[^;]+;[^;]+;/);
  const bindings = named("liveview-macros/compiler/src/html/check/events/table.rs", /\("dj-click", [^;]+;/);
  assert.ok(settings.length > 30 && bindings.length > 50);
  for (const name of [...settings, "dj-value-x", "dj-hook-value-x", "dj-loading.class", "title"])
    assert.equal(ops.isBinding(name), false, name);
  for (const name of [...bindings, "dj-keydown.ctrl.k", "dj-optimistic", "DJ-CLICK"])
    assert.equal(ops.isBinding(name), true, name);
});

test("what is let go while something is let go is sent once", () => {
  const sent: string[] = [];
  const waiting: Parameters<typeof timing.schedule>[0] = new Set();
  const element = { isConnected: true } as Element;
  const wait = { throttles: false, ms: Infinity };
  timing.schedule(waiting, element, "a", wait, () => {
    sent.push("a");
    timing.flush(waiting);
  });
  timing.schedule(waiting, element, "b", wait, () => sent.push("b"));
  timing.flush(waiting);
  assert.deepEqual(sent, ["a", "b"]);
});

test("fields keep their order and files are left out", () => {
  const entries: [string, FormDataEntryValue][] = [
    ["b", "1"],
    ["file", {} as File],
    ["a", ""],
    ["b", "2"],
  ];
  assert.deepEqual(form.fieldsOf(entries), [
    ["b", "1"],
    ["a", ""],
    ["b", "2"],
  ]);
});

test("two texts share a start and an end, and neither twice", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (old, value) => {
      const { prefix, suffix } = slots.commonEnds(old, value);
      assert.ok(prefix + suffix <= Math.min(old.length, value.length));
      assert.equal(
        old.slice(0, prefix) + value.slice(prefix, value.length - suffix) + old.slice(old.length - suffix),
        value,
      );
    }),
  );
});
