/**
 * Scripts of a page's own: the life of a hook, what it asks and hears, and what the server leaves alone. A real widget is in the
 * kitchen sink.
 */
import assert from "node:assert/strict";
import { area, spec } from "./area.mjs";
import { eventually, live } from "./harness.mjs";

/** Hooks that note their lives; before the client runs they are left in its place. */
const script = () => {
  window.told = [];
  const noting = (name) => {
    const hook = {};
    for (const method of ["mounted", "beforeUpdate", "updated", "destroyed", "disconnected", "reconnected"]) {
      hook[method] = function () {
        window.told.push(`${name} ${method} ${this.el.id}`);
      };
    }
    return hook;
  };
  const Life = noting("Life");
  const { mounted } = Life;
  Life.mounted = function () {
    mounted.call(this);
    window.chart = this;
    this.el.querySelector("#canvas").append("drawn by hand");
    this.handleEvent("measured", (points) => window.told.push(`measured ${points}`));
  };
  window.liveview = { hooks: { Life, Row: noting("Row"), One: noting("One"), Other: noting("Other") } };
};

/** What was told, without the line's coming and going, which only one line has. */
const told = (page) => page.evaluate(() => window.told.filter((line) => !/connected/.test(line)));
const forget = (page) => page.evaluate(() => (window.told = []));
const OWN = { script, isFresh: false };

area("hooks", "/hooks", [
  spec(
    "a hook lives as long as its element, and hears of what is written in it",
    async ({ page, cut }) => {
      const all = ["Life mounted chart", "Row mounted row1", "Row mounted row2", "One mounted either"];
      await eventually(async () => (await told(page)).sort(), all.sort());
      await forget(page);
      await cut(() => page.click("#measure"));
      await eventually(() => told(page), ["Life beforeUpdate chart", "Life updated chart", "measured 1,2,3"]);
      const values = await page.evaluate(() => window.chart.values);
      assert.deepEqual({ ...values }, { points: [1, 2, 3], maxItems: 5, name: "a chart" });
      assert.equal(await page.textContent("#canvas"), "drawn by hand");
    },
    OWN,
  ),

  spec(
    "a row that moves keeps its hook, one that leaves ends it, another name is another hook",
    async ({ page, cut }) => {
      await page.waitForFunction(() => window.told.length === 4);
      await forget(page);
      await page.click("#turn");
      await eventually(() => page.$$eval("li", (rows) => rows.map(({ id }) => id)), ["row2", "row1"]);
      await cut(() => page.click("#leave"));
      await eventually(
        async () => (await told(page)).filter((line) => /mounted|destroyed/.test(line)),
        ["Row destroyed row1"],
      );
      await page.click("#rename");
      await eventually(
        async () => (await told(page)).filter((line) => /mounted|destroyed/.test(line)),
        ["Row destroyed row1", "One destroyed either", "Other mounted either"],
      );
    },
    OWN,
  ),

  spec(
    "a hook asks and is answered, once, whatever becomes of the line",
    async ({ page, cut }) => {
      await page.waitForFunction(() => window.chart);
      assert.equal(await page.evaluate(() => window.chart.pushEvent("double", 4)), 8);
      assert.equal(
        await page.evaluate(() => window.chart.pushEvent("double", 0).catch(({ message }) => message)),
        "Not nothing.",
      );
      await cut(() =>
        page.evaluate(() => {
          window.answers = [];
          window.chart.pushEvent("double", [21]).then((answer) => window.answers.push(answer));
        }),
      );
      await eventually(() => page.evaluate(() => window.answers), [42]);
      await page.evaluate(() => window.chart.pushEvent("moved", { x: 1.5, is_far: true }));
      await eventually(() => page.textContent("#moved"), "1.5 true");
    },
    { ...OWN, expected: [/liveview: failed: Not nothing\./] },
  ),

  spec(
    "hooks hear that the line is gone and back, and one that is defined late is mounted late",
    async ({ page, cut, line }) => {
      await page.waitForFunction(() => window.told.length === 4);
      await forget(page);
      await cut();
      // Cut while it is being made, a connection is something that the browser itself complains of.
      await live(page);
      line.sever();
      await page.waitForFunction(() => window.told.filter((line) => line === "Life reconnected chart").length > 0);
      assert.equal((await page.evaluate(() => window.told))[0].split(" ")[1], "disconnected");
      await page.evaluate(() =>
        liveview.hook(
          "Late",
          class {
            mounted() {
              this.el.textContent = "At last";
            }
          },
        ),
      );
      await eventually(() => page.textContent("#late"), "At last");
    },
    OWN,
  ),

  spec(
    "attributes that are named stay the page's, and what is covered is shown with the first line",
    async ({ page, cut }) => {
      assert.ok(await page.isVisible("#cloaked"));
      await page.click("summary");
      await page.$eval("#details", ({ dataset }) => (dataset.count = "mine"));
      await cut(() => page.click("#measure"));
      await eventually(() => page.getAttribute("#details", "title"), "3");
      assert.deepEqual(await page.$eval("#details", ({ open, dataset }) => [open, dataset.count]), [true, "mine"]);
    },
    OWN,
  ),
]);
