/**
 * Starts everything: the views of the page, one socket for all of them, one set of listeners. Decides nothing else.
 */

import { createToolbox, run } from "./commands.ts";
import * as dom from "./dom.ts";
import type { Listened } from "./events/act.ts";
import { listen } from "./events/listen.ts";
import { flush } from "./events/timing.ts";
import { closed, createView, hearerOf } from "./hearing.ts";
import type { Definition, Surroundings } from "./hooks.ts";
import { createInputs } from "./inputs.ts";
import { keeping, uncloak } from "./keep.ts";
import { createLife } from "./life.ts";
import { askForParts } from "./needs.ts";
import { decode, type Hearer, type Wire } from "./protocol.ts";
import { applyStyles } from "./slots.ts";
import { connect, createSocket, restart, type Socket, send, suspend, wake } from "./socket.ts";
import type { Queue } from "./stage.ts";
import * as views from "./view.ts";

/** The prefix is the server's: everything of ours is served under it. */
const ENDPOINT = "/_live/socket";

/** The last reloads that were forced, in the tab's own storage: a page that never comes right must not reload for ever. */
const RELOADS = "dj-reloads";
const MOST_RELOADS = 3;
const RELOAD_WINDOW = 120_000;

const LOST = "Please reload the page.";

/** What all views of a page have in common. */
type Shared = Pick<views.Outside, "inputs" | "life" | "toolbox" | "shows" | "keeps" | "trust">;

interface Page extends Shared, Listened, Surroundings {
  socket: Socket;
  views: views.View[];
  hearers: Hearer[];
  queue: Queue;
  /** Has the parts that few pages need. */
  ask(): Promise<void>;
  /** It has ended in a visible state, and nothing is tried any more. */
  ended: boolean;
}

function createPage(): Page {
  const life = createLife();
  const page: Page = {
    inputs: createInputs(),
    life,
    keeps: keeping(life),
    toolbox: createToolbox(() => page.ask()),
    shows: [],
    trust: trusting(),
    hooks: { definitions: new Map(), defined: () => undefined },
    viewOf: (element) =>
      page.ended ? undefined : page.views.find(({ root }) => root === dom.closest(element, "[dj-v]")),
    liveViewOf(element) {
      const view = page.viewOf(element);
      if (!view) throw new Error("liveview: no live view here");
      return view;
    },
    socket: createSocket(location.origin + ENDPOINT, {
      opened: () => page.views.forEach(views.join),
      lost(final) {
        if (final) end(page);
        else unconnected(page);
      },
      received: (text) =>
        page.queue.attempt(() => {
          for (const view of page.views) view.refusal = "";
          decode(text, page.hearers);
        }),
    }),
    views: [],
    hearers: [],
    queue: {
      drain: () => undefined,
      attempt(run) {
        try {
          run();
        } catch (error) {
          console.error("liveview:", error);
          restart(page.socket);
        }
      },
    },
    ask: () => Promise.resolve(),
    ended: false,
  };
  life.touched.push(page.inputs.touched);
  uncloak(life);
  return page;
}

function start(page: Page): void {
  const roots = dom.findOnPage("[dj-v]");
  if (!roots.length) return;
  const blocks = dom.findOnPage("script[dj-t]");
  page.views = roots.map((root, index) => {
    applyStyles(root);
    page.inputs.begin(root);
    return createView(root, blocks[index]?.textContent ?? "", outsideOf(page, index));
  });
  page.hearers = page.views.map(hearerOf);
  const ears = listen(page);
  const tellAll = (): void => roots.forEach(page.life.start);
  page.ask = askForParts({ ...page, ears }, tellAll);
  tellAll();
  watchPage(page, () => flush(ears.waiting));
  connect(page.socket);
}

/** What the page's own scripts may do. Those that run before this one leave their hooks and commands in its place. */
function publish({ toolbox, hooks, liveViewOf }: Page): void {
  const { extensions } = toolbox;
  const js = async (element: Element, commands: Wire[]): Promise<void> =>
    run(liveViewOf(element).world, element, commands);
  const hook = (name: string, definition: Definition): void => {
    hooks.definitions.set(name, definition);
    hooks.defined();
  };
  const command = (name: string, perform: (element: Element, detail: Wire) => unknown): void =>
    void extensions.set(name, perform);
  const early = (window as unknown as { liveview?: Early }).liveview ?? {};
  const each = <T>(of: string, define: (name: string, what: T) => void): void => {
    for (const [name, what] of Object.entries(early[of] ?? {})) define(name, what as T);
  };
  each("hooks", hook);
  each("commands", command);
  Object.assign(window, { liveview: { hook, command, js } });
}

interface Early {
  [of: string]: { [name: string]: unknown };
}

/** What the page is to one of its views. */
function outsideOf(page: Page, index: number): views.Outside {
  return {
    ...(page satisfies Shared),
    send: (frame: Wire[]) => send(page.socket, JSON.stringify(index ? ["v", index, frame] : frame)),
    refresh: () => reload(page),
    visit(url, replace) {
      const target = new URL(url, location.href);
      if (!/^https?:$/.test(target.protocol)) return;
      views.depart(page.views[index] as views.View);
      if (replace) location.replace(target);
      else location.assign(target);
    },
  };
}

/** A browser that guards the places where HTML is parsed takes nothing but what a policy of a name it was told has made. */
type TrustedTypes = {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
};

/**
 * Makes the HTML that an author has called trusted. The policy is asked for when the first is shown: most pages have none,
 * and allow no policy.
 */
function trusting(): (html: string) => string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;
  return (html) => {
    policy ??= trustedTypes?.createPolicy("dj", { createHTML: (html) => html });
    return policy ? policy.createHTML(html) : html;
  };
}

/** The line is gone and will be back. */
function unconnected(page: Page): void {
  close(page, navigator.onLine ? "disconnected" : "offline");
}

/** Nothing is heard any more; what was heard is done first, for a join says how far the page is. */
function close({ views: all, queue }: Page, state: views.State): void {
  queue.drain();
  for (const view of all) closed(view, state);
}

/** Follows the life of the page: seen or not, on the network or not, frozen, kept for the back button, or left. */
function watchPage(page: Page, flush: () => void): void {
  const { socket } = page;
  const rest = (): void => {
    suspend(socket);
    unconnected(page);
  };
  const resume = (): void => {
    if (!page.ended) connect(socket);
  };
  addEventListener("pagehide", (event) => {
    flush();
    if (event.persisted) rest();
    else for (const view of page.views) view.send(["l"]);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) resume();
  });
  dom.listen("freeze", rest);
  dom.listen("resume", resume);
  dom.listen("visibilitychange", () => {
    if (dom.isSeen()) wake(socket);
  });
  addEventListener("online", () => wake(socket));
  addEventListener("offline", () => {
    for (const view of page.views) if (!page.ended && !view.joined) views.showState(view, "offline");
  });
}

/** Loads the page again, after a moment so that many pages do not come at once; too often, it ends instead. */
function reload(page: Page): void {
  if (page.ended) return;
  suspend(page.socket);
  const times = countReload();
  if (times > MOST_RELOADS) return end(page);
  page.ended = true;
  setTimeout(() => location.reload(), Math.random() * 500 * times);
}

/** How many reloads this makes lately. A storage that cannot be used counts as full: better an honest end than a loop. */
function countReload(): number {
  try {
    const now = Date.now();
    const times = JSON.parse(sessionStorage.getItem(RELOADS) ?? "[]") as number[];
    const recent = [...times.filter((time) => now - time < RELOAD_WINDOW), now];
    sessionStorage.setItem(RELOADS, JSON.stringify(recent));
    return recent.length;
  } catch {
    return Infinity;
  }
}

/** The page can no longer be kept true, and says so. */
function end(page: Page): void {
  page.ended = true;
  suspend(page.socket);
  close(page, "error");
  for (const view of page.views) views.alert(view, view.refusal || LOST);
}

const page = createPage();
publish(page);
/** A page that is drawn ahead connects when it is shown. */
if ((document as Document & { prerendering?: boolean }).prerendering) {
  dom.listen("prerenderingchange", () => start(page), { once: true });
} else start(page);
