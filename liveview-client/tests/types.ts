/** What the shipped types allow and refuse; `npm run check` reads it, and nothing runs it. Holds no test of behaviour. */
import type { HookContext, HookMethods } from "../types/liveview.d.ts";

/** As a page's own script would be written. */
export function definesHooks(): void {
  liveview.hook("Chart", {
    points: 0,
    mounted() {
      this.points = Number(this.values.points ?? 0);
      this.el.title = "chart";
      const title = this.target("title");
      if (title) title.hidden = this.targets("bar").length === 0;
      this.handleEvent<number[]>("points", (points) => this.draw(points.length));
    },
    async draw(count: number) {
      const reply = await this.pushEvent<{ total: number }>("drawn", { count });
      this.points = reply.total;
      await this.js([
        ["add_class", ["closest", "figure"], "drawn", 300],
        ["push", 0, ["done", 1]],
        ["ext", "#sound", "beep", { loud: true }],
      ]);
    },
  });

  class Editor implements HookMethods {
    declare readonly el: HTMLTextAreaElement;
    declare readonly pushEvent: HookContext["pushEvent"];
    lines = 0;
    mounted(): void {
      this.lines = this.el.rows;
      void this.pushEvent("opened", [this.lines, { nested: true }]);
    }
  }
  liveview.hook("Editor", Editor);
  liveview.command("beep", (element, detail) => element.toggleAttribute("beeping", detail !== null));

  // @ts-expect-error: it is `mounted`
  liveview.hook("Wrong", { mounted: 1 });
  // @ts-expect-error: no such command
  void liveview.js(document.body, [["explode", 0]]);
  // @ts-expect-error: a set_attr has a text
  void liveview.js(document.body, [["set_attr", 0, "title"]]);
  liveview.hook("Careful", {
    mounted() {
      // @ts-expect-error: a hook has no such method
      this.pushEvents("x");
      // @ts-expect-error: functions do not go over the wire
      void this.pushEvent("x", () => 1);
    },
  });
}
