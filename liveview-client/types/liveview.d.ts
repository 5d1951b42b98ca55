/**
 * What the client offers to a page's own scripts, as `window.liveview`. Describes it, and is never loaded.
 *
 * A script that runs behind the client calls `liveview.hook("Chart", …)`. One that runs before it leaves
 * `window.liveview = { hooks: { Chart: … }, commands: { … } }` in its place.
 */

/** What goes over the wire. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** What every hook has, from the moment it is mounted. */
export interface HookContext<E extends Element = HTMLElement> {
  /** The element with `dj-hook`. */
  readonly el: E;
  /** `dj-hook-value-max-items="5"` is `values.maxItems`, 5: read anew each time, JSON where it is JSON, else a text. */
  readonly values: { readonly [name: string]: Json | undefined };
  /**
   * The elements inside that the template calls `dj-hook-target="name"`, in the order of the page; those of a hook within
   * this one are its own. Looked for anew each time.
   */
  targets<T extends Element = HTMLElement>(name: string): T[];
  /** The first of them. */
  target<T extends Element = HTMLElement>(name: string): T | undefined;
  /**
   * Calls a handler of the view or component around the element. A list is its arguments, an object its parameters by their
   * names, anything else its only argument. Settles when the server has answered: with its reply, or null where it replies
   * nothing; rejects with the reason when the event was refused or is lost.
   */
  pushEvent<Reply extends Json = Json>(name: string, value?: Json): Promise<Reply>;
  /** The same, of the view or component around the first element of the page that matches; rejects where there is none. */
  pushEventTo<Reply extends Json = Json>(selector: string, name: string, value?: Json): Promise<Reply>;
  /** Hears what the view pushes under this name, as long as the element is there; returns what ends it. */
  handleEvent<Value extends Json = Json>(name: string, heard: (value: Value) => void): () => void;
  /** Ends what `handleEvent` has begun. */
  removeHandleEvent(heard: () => void): void;
  /** Runs commands, as attributes have them, with this element as their own. */
  js(commands: Command[]): Promise<void>;
}

/** What a hook may say of the life of its element. */
export interface HookMethods {
  /** The element is in the page. */
  mounted?(): void;
  /** A frame is about to write the element or something in it. */
  beforeUpdate?(): void;
  /** A frame has done so. */
  updated?(): void;
  /** The element has left the page, or is on its way out. */
  destroyed?(): void;
  /** The connection is gone. */
  disconnected?(): void;
  /** The connection is back, and the page is what the server says. */
  reconnected?(): void;
}

/** A hook as an object, whose methods find the context in `this`. */
export type HookObject<T, E extends Element = HTMLElement> = T & HookMethods & ThisType<T & HookContext<E>>;

/** A hook as a class; it is made without arguments. */
export type HookClass = new () => HookMethods;

/** Where a command acts: the element itself, all that match, all inside that match, or the nearest around that matches. */
export type Target = 0 | string | ["inner" | "closest", string];
/** Classes, or those during, from and to. */
export type Transition = string | [during: string, from: string, to: string] | 0;
/** A handler's name, or with its arguments. */
export type Call = string | [name: string, ...args: Json[]];

/** One command, as an attribute has it. */
export type Command =
  | [op: "show" | "hide" | "toggle", target?: Target, transition?: Transition, ms?: number, display?: string | 0]
  | [op: "add_class" | "remove_class" | "toggle_class", target: Target, tokens: string, ms?: number]
  | [op: "transition", target: Target, transition: Transition, ms?: number]
  | [op: "set_attr", target: Target, name: string, text: string]
  | [op: "remove_attr", target: Target, name: string]
  | [op: "toggle_attr", target: Target, name: string, on: string, off?: string]
  | [op: "set_text", target: Target, text: string]
  | [op: "ignore_attrs", target: Target, names: string | string[]]
  | [op: "focus" | "focus_first" | "push_focus" | "pop_focus" | "blur" | "show_modal" | "close_modal", target?: Target]
  | [op: "dispatch", target: Target, event: string, detail?: Json, bubbles?: 0 | 1]
  | [op: "push", target: Target, call: Call, options?: { loading?: string; page?: 1 }]
  | [op: "exec", target: Target, attribute: `dj-${string}`]
  | [op: "copy", target?: Target, text?: string | 0]
  | [op: "scroll_into_view", target?: Target, block?: ScrollLogicalPosition]
  | [op: "navigate", target: 0, url: string, replace?: boolean | 0 | 1]
  | [op: "ext", target: Target, name: string, detail?: Json];

/** A command of the page's own, for `["ext", target, name, detail]`; the next command waits for its promise. */
export type Extension = (element: Element, detail: Json) => unknown;

export interface LiveView {
  /** Defines a hook, for elements that are there and all that will be. */
  hook<T extends object>(name: string, definition: HookObject<T> | HookClass): void;
  /** Defines a command. */
  command(name: string, perform: Extension): void;
  /** Runs commands with this element, which must be in a live view, as their own. */
  js(element: Element, commands: Command[]): Promise<void>;
}

/** What a script leaves that runs before the client. */
export interface Early {
  hooks?: { [name: string]: HookMethods | HookClass };
  commands?: { [name: string]: Extension };
}

declare global {
  var liveview: LiveView;
  interface WindowEventMap {
    "dj:error": CustomEvent<{ code: string; text: string }>;
    "dj:page-loading-start": CustomEvent;
    "dj:page-loading-stop": CustomEvent;
  }
}
