/** What enters and leaves the page, as the room alone tells it in a real document. Speaks no protocol. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import type { createLife, Life } from "../src/life.ts";
import { inert } from "./browser.ts";

declare global {
  var room: { createLife: typeof createLife };
  var life: Life;
  var told: string[];
  var finish: () => void;
}

/** A page with this content, the room loaded, and a watcher for `[w]` that writes down what it hears. */
async function watched(html: string): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: [`${process.cwd()}/src/life.ts`],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "room",
    absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  });
  const page = await inert();
  await page.setContent(html);
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  await page.evaluate(() => {
    globalThis.told = [];
    globalThis.life = room.createLife();
    life.on("[w]", {
      entered: (element, isFirst) => void told.push(`${isFirst ? "first" : "new"} ${element.id}`),
      left: (element) => void told.push(`left ${element.id}`),
    });
    life.start(document.body);
  });
  return page;
}

const heard = (page: Page): Promise<string[]> => page.evaluate(() => told.splice(0));

test("what is there, comes, goes and changes is told once each, in the order of the page", async () => {
  const page = await watched('<main><p w id=a></p><p><b w id=b></b></p></main><p id="c"></p>');
  assert.deepEqual(await heard(page), ["first a", "first b"]);
  await page.evaluate(() =>
    life.frame(() => {
      const fresh = document.createElement("section");
      fresh.innerHTML = "<i w id=d></i><i w id=e></i>";
      document.body.append(fresh);
      life.entered(fresh);
      life.entered(fresh);
      life.leave(document.querySelector("main > p:last-child") as Element);
      told.push("frame");
    }),
  );
  assert.deepEqual(await heard(page), ["frame", "left b", "new d", "new e"]);
  await page.evaluate(() =>
    life.frame(() => {
      document.querySelector("#a")?.removeAttribute("w");
      document.querySelector("#c")?.setAttribute("w", "");
      life.changed(document.body);
    }),
  );
  assert.deepEqual(await heard(page), ["left a", "new c"]);
  await page.close();
});

test("what moves, or comes and goes within one frame, is not told", async () => {
  const page = await watched("<ul><li w id=a></li><li w id=b></li></ul>");
  await heard(page);
  await page.evaluate(() =>
    life.frame(() => {
      const list = document.querySelector("ul") as Element;
      list.prepend(document.querySelector("#b") as Element);
      const short = document.createElement("li");
      short.setAttribute("w", "");
      list.append(short);
      life.entered(short);
      life.leave(short);
    }),
  );
  assert.deepEqual(await heard(page), []);
  await page.close();
});

test("who is held back for an exit has left at once, can be used by nobody, and goes when the exit ends", async () => {
  const page = await watched("<form id=outer><div id=box><b w id=a></b><input name=typed value=1></div></form>");
  await heard(page);
  const seen = await page.evaluate(() => {
    life.exits.push(() => new Promise((resolve) => Object.assign(globalThis, { finish: resolve })));
    const box = document.querySelector("#box") as HTMLElement;
    life.frame(() => life.leave(box));
    const form = document.querySelector("form") as HTMLFormElement;
    return {
      attached: box.isConnected,
      inert: box.inert,
      hidden: box.ariaHidden,
      fields: [...new FormData(form)].length,
      told: told.splice(0),
    };
  });
  assert.deepEqual(seen, { attached: true, inert: true, hidden: "true", fields: 0, told: ["left a"] });
  await page.evaluate(() => life.frame(() => life.changed(document.body)));
  assert.deepEqual(await heard(page), [], "what is leaving does not enter again");
  await page.evaluate(() => finish());
  assert.equal(await page.locator("#box").count(), 0);
  await page.close();
});

test("the mistake of one is reported and stops nobody, neither a watcher nor an exit", async () => {
  const page = await watched("<p w id=a></p>");
  await heard(page);
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => void errors.push(message));
  await page.evaluate(() => {
    life.around(() => {
      throw new Error("before");
    });
    life.around(() => () => void told.push("after"));
    life.exits.push(() => {
      throw new Error("exit");
    });
    life.on("[w]", {
      entered() {
        throw new Error("entered");
      },
    });
    life.on("p", { entered: ({ id }) => void told.push(`p ${id}`) });
    life.frame(() => {
      const fresh = document.createElement("p");
      fresh.id = "b";
      fresh.setAttribute("w", "");
      document.body.append(fresh);
      life.entered(fresh);
      life.leave(document.querySelector("#a") as Element);
    });
  });
  assert.deepEqual(await heard(page), ["left a", "new b", "p b", "after"]);
  assert.equal(await page.locator("#a").count(), 0);
  assert.deepEqual(errors, ["before", "exit", "entered"]);
  await page.close();
});

test("a frame that breaks has told of what it did until then", async () => {
  const page = await watched("<p w id=a></p>");
  await heard(page);
  await page.evaluate(() => {
    try {
      life.frame(() => {
        life.leave(document.querySelector("#a") as Element);
        throw new Error("broken");
      });
    } catch (error) {
      told.push(String(error));
    }
  });
  assert.deepEqual(await heard(page), ["left a", "Error: broken"]);
  await page.close();
});
