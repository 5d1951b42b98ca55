// src/lent.ts
var commands$run;
var commands$parseBinding;
var commands$isMain;
var dom$parentOf;
var dom$isAttached;
var dom$localName;
var dom$classesOf;
var dom$controlsOf;
var dom$attribute;
var dom$has;
var dom$attributeNames;
var dom$styleOf;
var dom$findAll;
var dom$closest;
var dom$matches;
var dom$contains;
var dom$ofDocument;
var dom$focused;
var dom$isSeen;
var dom$createElement;
var dom$findOnPage;
var dom$listen;
var dom$hear;
var dom$dispatch;
var dom$isElement;
var dom$LEAVING;
var dom$isLeaving;
var dom$isGoing;
var dom$setAttribute;
var form$formFields;
var form$valuesOf;
var life$guarded;
var view$push;
var view$eventOf;
var view$isReady;
var act$act;
var act$hitOf;
var act$tell;
var match$heldKeys;
var match$keyNames;
var match$clickedNext;
var inputs$isToggle;
var listen$hearAll;
function borrow(lent) {
  [commands$run, commands$parseBinding, commands$isMain, dom$parentOf, dom$isAttached, dom$localName, dom$classesOf, dom$controlsOf, dom$attribute, dom$has, dom$attributeNames, dom$styleOf, dom$findAll, dom$closest, dom$matches, dom$contains, dom$ofDocument, dom$focused, dom$isSeen, dom$createElement, dom$findOnPage, dom$listen, dom$hear, dom$dispatch, dom$isElement, dom$LEAVING, dom$isLeaving, dom$isGoing, dom$setAttribute, form$formFields, form$valuesOf, life$guarded, view$push, view$eventOf, view$isReady, act$act, act$hitOf, act$tell, match$heldKeys, match$keyNames, match$clickedNext, inputs$isToggle, listen$hearAll] = lent;
}

// src/hooks.ts
function startHooks(around) {
  const { life, hooks } = around;
  const works = /* @__PURE__ */ new Map();
  const dirty = /* @__PURE__ */ new Set();
  const down = /* @__PURE__ */ new Set();
  const mount = (element) => {
    const name = dom$attribute(element, "dj-hook") ?? "";
    const definition = hooks.definitions.get(name);
    if (!definition || works.has(element)) return;
    life$guarded(() => {
      const work = { name, hook: make(definition), over: new AbortController() };
      equip(around, element, work);
      works.set(element, work);
      call(work, "mounted");
    });
  };
  const destroy = (element) => {
    const work = works.get(element);
    works.delete(element);
    if (!work) return;
    call(work, "destroyed");
    work.over.abort();
  };
  const present = life.on("[dj-hook]", { entered: mount, left: destroy });
  life.touched.push((touched) => {
    for (let node = works.size ? touched : null; node; node = dom$parentOf(node)) {
      const work = works.get(node);
      if (!work || dirty.has(node)) continue;
      dirty.add(node);
      call(work, "beforeUpdate");
    }
  });
  life.around(() => () => {
    const updated = [...dirty];
    dirty.clear();
    for (const element of updated) {
      const work = works.get(element);
      if (work && work.name !== dom$attribute(element, "dj-hook")) {
        destroy(element);
        mount(element);
      } else if (work) call(work, "updated");
    }
  });
  life.states.push((root, isLive) => {
    if (isLive === !down.has(root)) return;
    if (isLive) down.delete(root);
    else down.add(root);
    for (const [element, work] of [...works])
      if (dom$contains(root, element)) call(work, isLive ? "reconnected" : "disconnected");
  });
  hooks.defined = () => present.forEach(mount);
}
var runOn = async ({ liveViewOf }, element, commands) => commands$run(liveViewOf(element).world, element, commands);
function pushEvent(view, element, call2, payload) {
  const promise = new Promise((resolve, reject) => {
    const ended = (failure, reply) => failure ? reject(new Error(failure)) : resolve(reply);
    view$push(view, { ...view$eventOf(view, element, call2, null, payload), ended });
  });
  promise.catch(() => void 0);
  return promise;
}
var make = (definition) => typeof definition === "function" ? new definition() : Object.create(definition);
function call({ hook }, name) {
  life$guarded(() => hook[name]?.());
}
function equip(around, el, { hook, over: { signal } }) {
  const root = dom$closest(el, "[dj-v]");
  const targets = (name) => [...dom$findAll(el, `[dj-hook-target~="${CSS.escape(name)}"]`)].filter(
    (target) => dom$closest(dom$parentOf(target), "[dj-hook]") === el
  );
  Object.assign(hook, {
    el,
    pushEvent: async (name, value) => pushEvent(around.liveViewOf(el), el, ...callOf(name, value)),
    async pushEventTo(selector, name, value) {
      const [target] = dom$findOnPage(selector);
      if (!target) throw new Error(`liveview: no ${selector} here`);
      return pushEvent(around.liveViewOf(target), target, ...callOf(name, value));
    },
    js: (commands) => runOn(around, el, commands),
    targets,
    handleEvent(name, heard) {
      const type = `dj:${name}`;
      const hear2 = (event) => heard(event.detail);
      root.addEventListener(type, hear2, { signal });
      return () => root.removeEventListener(type, hear2);
    },
    removeHandleEvent: (remove) => remove()
  });
  Object.defineProperty(hook, "target", { value: (name) => targets(name)[0] });
  Object.defineProperty(hook, "values", { get: () => readValues(el) });
}
function callOf(name, value) {
  if (value === void 0 || value === null) return [name, null];
  if (Array.isArray(value)) return [[name, ...value], null];
  if (typeof value !== "object") return [[name, value], null];
  const texts = Object.entries(value).filter(([, text]) => text !== null && text !== void 0);
  const spell = (text) => typeof text === "object" ? JSON.stringify(text) : String(text);
  return [name, { d: Object.fromEntries(texts.map(([key, text]) => [key, spell(text)])) }];
}
function readValues(element) {
  const values = /* @__PURE__ */ Object.create(null);
  for (const [attribute, text] of form$valuesOf(element, "dj-hook-value-")) {
    const name = attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    try {
      values[name] = JSON.parse(text);
    } catch {
      values[name] = text;
    }
  }
  return values;
}

// src/copy.ts
var SHOWN_MS = 2e3;
function watchCopy(around) {
  dom$hear("click", (_, target) => {
    const element = dom$closest(target, "[dj-v] [dj-copy]");
    const text = element && textFor(element);
    if (element)
      navigator.clipboard?.writeText(text || "").then(
        () => show(element),
        () => void 0
      );
  });
  const show = (element) => {
    const said = dom$attribute(element, "dj-copy-event");
    if (said) void runOn(around, element, commands$parseBinding(said).commands);
    const tokens = (dom$attribute(element, "dj-copy-class") ?? "dj-copied").split(" ");
    const classes = dom$classesOf(element);
    classes.add(...tokens);
    setTimeout(() => classes.remove(...tokens), SHOWN_MS);
  };
}
function named(text) {
  try {
    return text[0] === "#" ? dom$findOnPage(text)[0] : void 0;
  } catch {
    return void 0;
  }
}
function textFor(element) {
  const said = dom$attribute(element, "dj-copy") ?? "";
  const source = said ? named(said) : element;
  const value = source?.value;
  return typeof value === "string" ? value : source?.textContent ?? said;
}

// src/events/afar.ts
function startAfar(ears) {
  let down = null;
  const note = (event) => {
    down = event.composedPath();
  };
  dom$listen("pointerdown", note, { capture: true });
  for (const type of ["keydown", "keyup", "click"]) {
    dom$listen(type, (event) => {
      if (event.cancelBubble || event.isComposing) return;
      const path = event.composedPath();
      if (type !== "click") return hear(ears, event, path);
      if (path[0] instanceof Element && match$clickedNext(path[0])) return;
      hear(ears, event, event.detail && down || path);
      down = null;
    });
  }
  const alone = (event) => {
    if (!(event.composedPath()[0] instanceof Element)) hear(ears, event, []);
  };
  for (const type of ["resize", "focus", "blur", "online", "offline"]) addEventListener(type, alone);
  for (const type of ["scroll", "visibilitychange"]) dom$listen(type, alone);
}
function hear(ears, event, pressed) {
  const [inner] = event.composedPath();
  const target = inner instanceof Element ? inner : dom$ofDocument("documentElement")();
  for (const bound of dom$findOnPage("[dj-far]")) {
    if (dom$isGoing(bound)) continue;
    for (const place of ["window", "document"]) {
      const hit = act$hitOf(ears, bound, `${place}-${event.type}`, event, target);
      if (hit) act$act(ears, hit);
    }
    const away = event.type === "click" && isAway(bound, pressed) && act$hitOf(ears, bound, "click-away", event, target);
    if (away) act$act(ears, away);
    const asked = event.type === "keydown" && act$hitOf(ears, bound, "shortcut", event, target);
    for (const hit of asked ? shortcuts(asked) : []) act$act(ears, hit);
  }
}
function isAway(bound, pressed) {
  const owned = dom$attribute(bound, "aria-owns")?.split(" ") ?? [];
  const isInside = pressed.some((node) => node === bound || node instanceof Element && owned.includes(node.id));
  return !isInside && Element.prototype.checkVisibility.call(bound, { visibilityProperty: true });
}
function shortcuts(hit) {
  const { bound, binding: text, event, target } = hit;
  const isTyping = dom$matches(target, "input,textarea,select") || target.isContentEditable;
  if (!(event instanceof KeyboardEvent) || isTyping && !dom$has(bound, "dj-shortcut-in-input")) return [];
  return [...text.matchAll(/\s*([^:]+?):(\[.*?\]|[^,:]*)(:prevent)?\s*(?:,|$)/g)].flatMap(
    ([, combo = "", binding = "", prevent]) => {
      if (!isPressed(combo.toLowerCase(), event)) return [];
      return [
        {
          ...hit,
          name: prevent ? "dj-shortcut.prevent" : "dj-shortcut",
          binding,
          meta: { ...hit.meta, shortcut: combo }
        }
      ];
    }
  );
}
function isPressed(combo, event) {
  const marks = combo.split("+");
  const key = marks.pop() || "+";
  const isSign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
  const held = match$heldKeys(event).filter((name) => !isSign || name !== "shift");
  const asked = marks.filter((mark) => mark && (!isSign || mark !== "shift"));
  return match$keyNames(event.key).includes(key) && held.length === asked.length && held.every((name) => asked.includes(name));
}

// src/events/rare.ts
var RARE = "dblclick contextmenu paste::v pointerdown pointerup pointermove pointerover:mouseenter:e pointerout:mouseleave:e touchstart touchend dragstart dragenter dragover dragleave drop dragend invalid::vc scroll::oc scrollend::oc toggle::oc close::oc cancel::oc";
function startRare(ears) {
  listen$hearAll(ears, RARE);
  ears.measures.push(measure);
  ears.brings.push(include);
  for (const type of ["dragenter", "dragover", "drop"]) dom$listen(type, (event) => claim(event, /^dj-drop\b/));
  dom$listen("paste", (event) => claim(event, /^dj-paste-suppress$/));
}
function claim(event, name) {
  const hasIt = (node) => node instanceof Element && dom$attributeNames(node).some((attribute) => name.test(attribute));
  if (event.composedPath().some(hasIt)) event.preventDefault();
}
function measure(type, event, bound) {
  const meta = {};
  const place = (x, y) => {
    Object.assign(meta, { x: Math.round(x), y: Math.round(y) });
  };
  const at = event instanceof MouseEvent ? event : event.changedTouches?.[0];
  if (at && !/^click/.test(type)) {
    place(at.clientX, at.clientY);
    if (event instanceof MouseEvent) meta.button = event.button;
  }
  if (type === "window-scroll") place(scrollX, scrollY);
  else if (/^scroll/.test(type)) place(bound.scrollLeft, bound.scrollTop);
  if (type === "window-resize") Object.assign(meta, { width: innerWidth, height: innerHeight });
  if (type === "document-visibilitychange") meta.visible = dom$isSeen();
  if (type === "toggle") meta.open = event.newState === "open";
  const data = { paste: event.clipboardData, drop: event.dataTransfer }[type];
  if (data) {
    meta.text = data.getData("text/plain");
    meta.html = data.getData("text/html");
    const files = [...data.files].map(({ name, type: type2, size }) => [name, type2, size].join("	"));
    if (files.length) meta.files = files.join("\n");
  }
  return meta;
}
var include = ({ bound }, payload, controls) => {
  const selector = dom$attribute(bound, "dj-include");
  if (selector === null) return;
  const container = selector ? dom$findOnPage(selector)[0] : bound.form ?? dom$closest(bound, "form");
  if (!container) return;
  const fields = container instanceof HTMLFormElement ? form$formFields(container) : fieldsIn(container);
  payload.f = [...payload.f ?? [], ...fields];
  controls.push(...dom$findAll(container, "[name]"));
};
function fieldsIn(container) {
  const fields = [];
  for (const control of dom$findAll(container, "[name]:enabled")) {
    const name = dom$attribute(control, "name") ?? "";
    if (inputs$isToggle(control) && !control.checked) continue;
    for (const value of valuesOf(control)) if (typeof value === "string") fields.push([name, value]);
  }
  return fields;
}
function valuesOf(control) {
  if (control instanceof HTMLSelectElement)
    return [...dom$findAll(control, "option:checked:enabled")].map((option) => option.value);
  const { type, value } = control;
  return /^(file|submit|button|reset|image|fieldset)$/.test(type) ? [] : [value];
}

// src/events/watch.ts
function watch(ears) {
  each(ears, "[dj-poll]", (element) => poll(ears, element), "dj-poll-interval");
  watchSight(ears);
  each(ears, "[dj-resize]", (element) => measure2(ears, element));
  tellStates(ears);
  watchEnds(ears);
  watchMutations(ears);
}
function each({ life }, selector, start2, setting = "-") {
  const works = /* @__PURE__ */ new Map();
  const entered = (element) => void works.set(element, [dom$attribute(element, setting), start2(element)]);
  const left = (element) => {
    works.get(element)?.[1]();
    works.delete(element);
  };
  life.on(selector, { entered, left });
  life.around(() => () => {
    for (const [element, [how]] of [...works]) {
      if (how === dom$attribute(element, setting)) continue;
      left(element);
      entered(element);
    }
  });
}
var DEFAULT_INTERVAL = 5e3;
function poll(ears, element) {
  const ask = () => {
    const view = dom$isSeen() && ears.viewOf(element);
    if (view && view$isReady(view, element)) act$tell(ears, element, "poll");
  };
  const timer = setInterval(ask, Number(dom$attribute(element, "dj-poll-interval")) || DEFAULT_INTERVAL);
  return () => clearInterval(timer);
}
var percent = (ratio) => Math.round(ratio * 100) / 100;
function watchSight(ears) {
  const sight = "[dj-appear],[dj-disappear]";
  const seen = /* @__PURE__ */ new WeakSet();
  each(ears, sight, (element) => look(ears, element, seen), "dj-threshold");
  ears.life.on(sight, { left: (element) => seen.delete(element) });
}
function look(ears, element, seen) {
  const threshold = Number(dom$attribute(element, "dj-threshold"));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, intersectionRatio } of entries) {
        const isSeen = isIntersecting && intersectionRatio >= threshold;
        const type = isSeen ? "appear" : "disappear";
        if (isSeen === seen.has(element)) continue;
        seen[isSeen ? "add" : "delete"](element);
        act$tell(ears, element, type, { ratio: percent(intersectionRatio) });
      }
    },
    { threshold }
  );
  observer.observe(element);
  return () => observer.disconnect();
}
function watchEnds(ears) {
  const checks = /* @__PURE__ */ new Set();
  for (const [edge, place] of [
    ["top", "nth-child"],
    ["bottom", "nth-last-child"]
  ]) {
    each(ears, `[dj-viewport-${edge}]`, (list) => {
      let end;
      const observer = new IntersectionObserver((entries) => {
        const seen = entries.at(-1);
        if (seen?.isIntersecting) act$tell(ears, list, `viewport-${edge}`, { ratio: percent(seen.intersectionRatio) });
      });
      const check = () => {
        const [now] = dom$findAll(list, `:scope>:${place}(1 of :not([${dom$LEAVING}]))`);
        if (now === end) return;
        observer.disconnect();
        end = now;
        if (now) observer.observe(now);
      };
      check();
      checks.add(check);
      return () => {
        observer.disconnect();
        checks.delete(check);
      };
    });
  }
  ears.life.around(() => () => {
    for (const check of checks) check();
  });
}
function measure2(ears, element) {
  let isKnown = false;
  const observer = new ResizeObserver(([entry]) => {
    if (isKnown && entry) {
      const { width, height } = entry.contentRect;
      act$tell(ears, element, "resize", { width: Math.round(width), height: Math.round(height) });
    }
    isKnown = true;
  });
  observer.observe(element);
  return () => observer.disconnect();
}
function watchMutations(ears) {
  const observers = /* @__PURE__ */ new Map();
  each(
    ears,
    "[dj-mutation]",
    (element) => {
      let sum = { added: 0, removed: 0, attrs: /* @__PURE__ */ new Set() };
      const read = () => {
        const { added, removed, attrs } = sum;
        sum = { added: 0, removed: 0, attrs: /* @__PURE__ */ new Set() };
        return { added, removed, attrs: [...attrs].join() };
      };
      const hear2 = (records) => {
        for (const { addedNodes, removedNodes, attributeName } of records) {
          sum.added += addedNodes.length;
          sum.removed += removedNodes.length;
          if (attributeName) sum.attrs.add(attributeName);
        }
        if (records.length) act$tell(ears, element, "mutation", read);
      };
      const attributeFilter = dom$attribute(element, "dj-mutation-attr")?.split(/[\s,]+/);
      const observer = new MutationObserver(hear2);
      observer.observe(
        element,
        attributeFilter ? { attributeFilter } : { childList: true, characterData: true, subtree: true }
      );
      observers.set(observer, hear2);
      return () => {
        observer.disconnect();
        observers.delete(observer);
      };
    },
    "dj-mutation-attr"
  );
  const { life } = ears;
  const begin = () => {
    for (const [observer, hear2] of observers) hear2(observer.takeRecords());
    return () => {
      for (const observer of observers.keys()) observer.takeRecords();
    };
  };
  life.around(begin);
  life.silent = (run) => {
    const end = begin();
    run();
    end();
  };
}
var BLIP = 500;
function tellStates(ears) {
  const told = /* @__PURE__ */ new Map();
  const timers = /* @__PURE__ */ new Map();
  const hear2 = (root, isLive) => {
    clearTimeout(timers.get(root));
    const say = () => {
      if (told.get(root) === isLive) return;
      told.set(root, isLive);
      const type = isLive ? "connected" : "disconnected";
      for (const element of dom$findOnPage(`[dj-${type}]`)) if (dom$contains(root, element)) act$tell(ears, element, type);
    };
    if (isLive) say();
    else timers.set(root, window.setTimeout(say, BLIP));
  };
  ears.life.states.push(hear2);
  for (const root of dom$findOnPage("[dj-v].dj-connected")) hear2(root, true);
}

// src/focus.ts
var FOCUSABLE = "a[href],button:enabled,input:enabled:not([type=hidden]),select:enabled,textarea:enabled,summary,[contenteditable],[tabindex]:not([tabindex^='-'])";
var LABELLED = "[aria-label],[aria-labelledby],[tabindex],[role],dialog,fieldset,form,section,article,main,[dj-v]";
function watchFocus(life) {
  life.on("[dj-autofocus]", {
    entered(element, isFirst) {
      if (!isFirst || life.isLate(element) || !isSomewhere()) element.focus();
    }
  });
  life.on('dialog[dj-dialog="open"]', {
    entered(dialog) {
      if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
      dialog.showModal();
      for (const first of [...dom$findAll(dialog, "[dj-autofocus]")].slice(0, 1)) first.focus();
    },
    left: close
  });
  watchLost(life);
  dom$hear("keydown", (event, target) => {
    if (event instanceof KeyboardEvent && !event.defaultPrevented) rove(event, target);
  });
}
function close(dialog) {
  const deaf = "dj-ignore-events";
  if (!(dialog instanceof HTMLDialogElement) || !dialog.open) return;
  if (dom$attribute(dialog, deaf) === null) {
    dom$setAttribute(dialog, deaf, "");
    dialog.addEventListener("close", () => dom$setAttribute(dialog, deaf, null), { once: true });
  }
  dialog.close();
}
function isSomewhere() {
  const element = dom$focused();
  return element !== null && dom$localName(element) !== "body" && !dom$isGoing(element);
}
function watchLost(life) {
  let find;
  life.exits.push((element) => {
    const focused = dom$focused();
    if (!focused || !dom$contains(element, focused)) return null;
    find = heirOf(element, focused);
    const dialog = dom$closest(focused, "dialog[open]");
    if (dialog && dom$contains(element, dialog)) close(dialog);
    return null;
  });
  life.around(() => () => {
    if (find && !isSomewhere()) {
      const heir = find();
      if (heir && !dom$matches(heir, `${FOCUSABLE},[tabindex]`)) {
        dom$setAttribute(heir, "tabindex", "-1");
        heir.addEventListener("blur", () => dom$setAttribute(heir, "tabindex", null), { once: true });
      }
      heir?.focus({ preventScroll: true });
    }
    find = void 0;
  });
}
function heirOf(leaving, focused) {
  const parent = dom$parentOf(leaving);
  const rows = [...dom$findAll(parent, ":scope>*")].filter((row) => dom$localName(row) === dom$localName(leaving));
  const at = rows.indexOf(leaving);
  const index = controlsIn(leaving).indexOf(focused);
  return () => {
    const near = [...rows.slice(at + 1), ...rows.slice(0, at).reverse()];
    const row = near.find((row2) => dom$isAttached(row2) && !dom$isLeaving(row2) && controlsIn(row2).length);
    const controls = row ? controlsIn(row) : [];
    return controls[index] ?? controls[0] ?? (dom$closest(parent, LABELLED) ?? void 0);
  };
}
var controlsIn = (row) => [row, ...dom$findAll(row, FOCUSABLE)].filter((control) => dom$matches(control, FOCUSABLE));
var GROUPS = "[role=tablist],[role=menu],[role=menubar],[role=listbox],[role=radiogroup],[role=toolbar]";
var STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: 0, End: 0 };
function rove(event, target) {
  const step = STEPS[event.key];
  if (step === void 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const group = dom$closest(target, GROUPS);
  if (!group || !dom$closest(group, "[dj-v]") || dom$matches(target, "input:not([type=checkbox],[type=radio]),textarea,select"))
    return;
  const items = [...dom$findAll(group, "[role=tab],[role^=menuitem],[role=option],[role=radio],button,a[href]")].filter(
    (item) => dom$matches(item, ":enabled,[tabindex],a[href]") && item.checkVisibility()
  );
  const at = items.indexOf(target);
  if (at < 0) return;
  const next = step ? at + step + items.length : event.key === "End" ? items.length - 1 : 0;
  event.preventDefault();
  items[next % items.length]?.focus();
}

// src/loading.ts
var BAR_DELAY = 200;
var LOADING = ["", ".class", ".disable", ".show", ".hide"].map((which) => `[dj-loading${CSS.escape(which)}]`).join();
function startLoading(shows) {
  const bar = dom$createElement("div");
  bar.className = "dj-page-bar";
  bar.ariaHidden = "true";
  shows.push((departure, flight) => {
    const { bound, options, submits, type } = departure;
    const { loading, page } = Object(options);
    for (const selector of [loading, placeIn(dom$attribute(bound, "dj-loading"))])
      for (const element of selector ? dom$findOnPage(String(selector)) : []) flight.mark(element);
    for (const element of dom$findAll(flight.root, LOADING)) if (isMeant(element, departure)) showIn(flight, element);
    for (const button of submits ? dom$controlsOf(submits) : commands$isMain(bound, type) ? [bound] : [])
      disableWith(flight, button);
    for (const element of submits ? dom$findAll(submits, "[dj-form-pending]") : []) {
      const how = dom$attribute(element, "dj-form-pending");
      if (how === "disabled") flight.disable(element);
      else flight.perform(element, [[how, 0]]);
    }
    if (page) startPage(flight, bar);
  });
}
var placeIn = (text) => /^[#.[]/.test(text ?? "") ? String(text) : "";
function isMeant(element, { bound, edit, name }) {
  const short = dom$attribute(element, "dj-loading");
  const meant = dom$attribute(element, "dj-loading.for") ?? (placeIn(short) ? null : short);
  return meant ? meant === name : element === bound || element === edit;
}
function showIn({ perform, disable }, element) {
  const said = (which) => dom$attribute(element, `dj-loading${which}`);
  const short = said("");
  const display = said(".show") ?? (short && !placeIn(short) ? "" : null);
  if (display !== null) perform(element, [["show", 0, 0, 0, display]]);
  if (said(".hide") !== null) perform(element, [["hide"]]);
  if (said(".disable") !== null) disable(element);
  perform(element, [["add_class", 0, said(".class")]]);
}
function disableWith({ fly, disable }, element) {
  const text = dom$attribute(element, "dj-disable-with");
  if (text === null) return;
  disable(element);
  if (text) fly(element, element instanceof HTMLInputElement ? "value" : "#", text);
}
function startPage({ root, ends, fly }, bar) {
  const tell = (what) => dom$dispatch(root, `dj:page-loading-${what}`, null);
  if (!dom$isAttached(bar)) root.before(bar);
  tell("start");
  setTimeout(() => fly(bar, ".dj-active"), BAR_DELAY);
  ends.push(() => tell("stop"));
}

// src/motion.ts
var DEFAULT_MS = 200;
var LONGEST_MS = 5e3;
var isMoving = () => dom$isSeen() && !matchMedia("(prefers-reduced-motion:reduce)").matches;
async function play(element, [during = [], from = [], to = []], ms, put, isExit) {
  put([...during, ...from], true);
  element.getBoundingClientRect();
  put(from, false);
  put(to, true);
  const moves = element.getAnimations().map(({ finished }) => finished);
  await (ms ? delay(ms) : Promise.race([Promise.allSettled(moves), delay(LONGEST_MS)]));
  if (!isExit) put([...during, ...to], false);
}
var tokensOf = (text) => text.match(/\S+/g) ?? [];
function playText(element, text, isExit) {
  if (!isMoving()) return null;
  const ms = timeIn(text);
  const groups = text.replace(TIME, "").split(",").map(tokensOf);
  if (groups.flat().length) {
    const classes = dom$classesOf(element);
    return play(element, groups, ms, (tokens, isOn) => classes[isOn ? "add" : "remove"](...tokens), isExit);
  }
  const fade = [{ opacity: 0 }, {}];
  return element.animate(isExit ? fade.reverse() : fade, {
    duration: ms || DEFAULT_MS,
    fill: isExit ? "forwards" : "none"
  }).finished;
}
var TIME = /([\d.]+)(m?)s\b/;
function timeIn(text) {
  const [, count = 0, milli] = TIME.exec(text) ?? [];
  return Number(count) * (milli ? 1 : 1e3);
}
var delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function watchMotion(life) {
  const group = "dj-transition-group";
  const said = (element, names, part) => {
    const own = names.map((name) => dom$attribute(element, name)).find((text) => text !== null && text[0] !== "[");
    const parent = dom$parentOf(element);
    const shared = parent && dom$isElement(parent) ? dom$attribute(parent, group) : null;
    return own ?? (shared === null ? null : shared.split("|")[part] ?? "");
  };
  life.on(`[dj-enter],[${group}]>*`, {
    entered(element, isFirst) {
      const text = isFirst ? null : said(element, ["dj-enter"], 0);
      if (text !== null) playText(element, text, false);
    }
  });
  life.exits.push((element) => {
    const text = said(element, ["dj-leave", "dj-remove"], 1);
    const end = text === null ? null : playText(element, text, true);
    const parent = dom$parentOf(element);
    if (end && dom$has(parent, "dj-flip")) lift(element);
    return end;
  });
  watchFlip(life);
}
function lift(element) {
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = element;
  dom$styleOf(element).cssText += `;position:absolute;box-sizing:border-box;margin:0;left:${offsetLeft}px;top:${offsetTop}px;width:${offsetWidth}px;height:${offsetHeight}px`;
}
function watchFlip(life) {
  const lists = life.on("[dj-flip]", {});
  const places = /* @__PURE__ */ new Map();
  const running = /* @__PURE__ */ new WeakMap();
  const measured = /* @__PURE__ */ new Set();
  life.touched.push((node) => {
    if (!lists.has(node) || measured.has(node) || !isMoving()) return;
    measured.add(node);
    for (const child of dom$findAll(node, ":scope>*")) places.set(child, child.getBoundingClientRect());
  });
  life.around(() => () => {
    for (const child of places.keys()) running.get(child)?.cancel();
    const moves = [];
    for (const [child, { x, y }] of places) {
      const now = child.getBoundingClientRect();
      if (dom$isAttached(child) && !dom$isLeaving(child) && (x !== now.x || y !== now.y))
        moves.push([child, x - now.x, y - now.y]);
    }
    for (const [child, x, y] of moves) {
      const text = dom$attribute(dom$parentOf(child), "dj-flip") ?? "";
      const easing = text.replace(TIME, "").trim() || "ease";
      const options = { duration: timeIn(text) || DEFAULT_MS, easing };
      running.set(child, child.animate([{ translate: `${x}px ${y}px` }, { translate: "0 0" }], options));
    }
    places.clear();
    measured.clear();
  });
}

// src/ops.ts
function addOps({ ops }) {
  const hiding = /* @__PURE__ */ new WeakMap();
  Object.assign(ops, visible(hiding), WRITING, focusing(), OTHERS);
}
var visible = (hiding) => ({
  show: (world, element, args) => reveal(world, hiding, element, true, args),
  hide: (world, element, args) => reveal(world, hiding, element, false, args),
  toggle: (world, element, args) => reveal(world, hiding, element, !isShown(hiding, element), args)
});
var WRITING = {
  add_class: (world, element, args) => writeTokens(world, element, args, () => true),
  remove_class: (world, element, args) => writeTokens(world, element, args, () => false),
  toggle_class: (world, element, args) => writeTokens(world, element, args, (has) => !has),
  transition: (world, element, [classes, ms]) => void move(world, element, classes, ms),
  set_attr: (world, element, [name, text]) => writeAttribute(world, element, name, text),
  remove_attr: (world, element, [name]) => writeAttribute(world, element, name, null),
  toggle_attr(world, element, [name, on, off]) {
    const isOn = dom$attribute(element, String(name)) === on;
    writeAttribute(world, element, name, isOn ? off ?? null : on);
  },
  set_text: (world, element, [text]) => world.change(element, "#", String(text)),
  ignore_attrs(world, element, [names]) {
    const all = [dom$attribute(element, "dj-ignore-attrs"), names].flat().join(" ");
    world.change(element, "dj-ignore-attrs", [...new Set(all.match(/[^\s,]+/g))].join(" "));
  }
};
function focusing() {
  let returns = [];
  const others = (element) => returns.filter((known) => known !== element && dom$isAttached(known) && !dom$isGoing(known));
  const focus = (element) => element?.focus();
  return {
    focus: (_, element) => focus(element),
    focus_first: (_, element) => focus([...dom$findAll(element, FOCUSABLE)][0] ?? element),
    push_focus(_, element) {
      returns = [...others(element), element];
    },
    pop_focus() {
      returns = others();
      focus(returns.pop());
    },
    blur: (_, element) => element.blur()
  };
}
var OTHERS = {
  dispatch: (_, element, [name, detail, bubbles]) => dom$dispatch(element, String(name), detail ?? null, (bubbles ?? 1) !== 0),
  exec(world, element, [name]) {
    const text = isBinding(String(name)) && dom$attribute(element, String(name));
    return text && commands$run(world, element, commands$parseBinding(text).commands);
  },
  ext: ({ toolbox }, element, [name, detail]) => toolbox.extensions.get(String(name))?.(element, detail ?? null),
  show_modal: (_, element) => element instanceof HTMLDialogElement && !element.open && element.showModal(),
  close_modal: (_, element) => element instanceof HTMLDialogElement && element.close(),
  copy: (_, element, [text]) => navigator.clipboard?.writeText(String(text || (element.value ?? element.textContent))).catch(() => void 0),
  scroll_into_view: (_, element, [block]) => element.scrollIntoView({ block: block || "start" }),
  navigate: (world, _, [url, replace]) => world.visit(String(url), Boolean(replace))
};
var SETTING = /^dj-(autofocus|cloak|confirm|copy(?!-event)|debounce|dialog|disable|enter|flip|force|form|hook|ignore|include|keep|leave$|loading|lock|model|mutation-|no-|paste-|pin|poll-|scroll-into|shortcut|sticky|threshold|throttle|transition|trigger|update|value-|view-|virtual)/i;
var FORBIDDEN = /^(on|xmlns|(srcdoc|style|is|nonce|sandbox|allow|http-equiv|shadowrootmode)$)/i;
var ADDRESS = /src|href|action|ping|icon|^(data|cite|poster|manifest|background|values|content|to|from|by)$/i;
var UNSAFE = /^(?!(https?|mailto|tel):)[a-z][a-z\d+.-]*:|script:/i;
var isBinding = (name) => /^dj-/i.test(name) && !SETTING.test(name);
function writeAttribute({ change }, element, name, value) {
  const text = value === null || value === void 0 ? null : String(value);
  const key = String(name);
  if (FORBIDDEN.test(key) || isBinding(key)) throw new Error(`${key}: not an attribute to write`);
  const isRefused = ADDRESS.test(key) && UNSAFE.test([...text ?? ""].filter((character) => character > " ").join(""));
  change(element, key, isRefused ? "about:invalid#refused" : text);
}
function writeTokens({ change }, element, [tokens, ms], wanted) {
  for (const token of tokensOf(String(tokens ?? ""))) {
    const write = (has2) => change(element, `.${token}`, has2 ? "" : null);
    const has = dom$classesOf(element).contains(token);
    write(wanted(has));
    if (!ms) continue;
    const again = [...lasting].find((one2) => one2.element === element && one2.token === token && one2.change === change);
    const one = again ?? { element, token, change, timer: 0, was: has };
    clearTimeout(one.timer);
    lasting.add(one);
    one.timer = window.setTimeout(() => {
      lasting.delete(one);
      write(one.was);
    }, Number(ms));
  }
}
var lasting = /* @__PURE__ */ new Set();
var isShown = (hiding, element) => !hiding.has(element) && getComputedStyle(element).display !== "none";
function reveal(world, hiding, element, shows, args) {
  const { change } = world;
  const [transition, ms, display] = args;
  hiding.delete(element);
  if (shows) {
    if (dom$has(element, "hidden")) change(element, "hidden", null);
    change(element, ":display", String(display || "") || null);
    if (!isShown(hiding, element)) change(element, ":display", "revert");
  }
  const end = move(world, element, transition, ms);
  if (shows) return;
  const hide = () => {
    if (hiding.get(element) !== end) return;
    hiding.delete(element);
    change(element, ":display", "none");
  };
  if (!end) return hide();
  hiding.set(element, end);
  end.then(hide);
}
function move({ change }, element, transition, ms) {
  if (!transition || !isMoving()) return void 0;
  const groups = [transition].flat().map((tokens) => tokensOf(String(tokens ?? "")));
  return play(element, groups, Number(ms) || DEFAULT_MS, (tokens, isOn) => {
    for (const token of tokens) change(element, `.${token}`, isOn ? "" : null);
  });
}

// src/sheet.ts
function adopt(rules) {
  const sheets = dom$ofDocument("adoptedStyleSheets");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  sheets().push(sheet);
  return () => void sheets().splice(sheets().indexOf(sheet), 1);
}

// src/scroll.ts
var NEAR = 2;
function watchScroll(life) {
  const ends = /* @__PURE__ */ new WeakMap();
  const stick = (element) => {
    element.scrollTop = element.scrollHeight;
    ends.set(element, element.scrollTop);
  };
  const grown = ({ currentTarget }) => {
    const element = currentTarget;
    if (element.scrollTop >= (ends.get(element) ?? 0) - NEAR) stick(element);
  };
  const sticky = life.on("[dj-sticky-scroll]", {
    entered(element) {
      stick(element);
      element.addEventListener("load", grown, true);
    },
    left: (element) => element.removeEventListener("load", grown, true)
  });
  const anchored = life.on("[dj-sticky-scroll],[dj-viewport-top]", {});
  life.around(() => {
    const pinned = [...sticky].filter(isAtEnd);
    const anchors = [...anchored].filter((list) => !pinned.includes(list)).map(anchor);
    return () => {
      for (const hold of anchors) hold?.();
      for (const element of pinned) stick(element);
    };
  });
  life.on("[dj-scroll-into-view]", {
    entered(element) {
      const how = dom$attribute(element, "dj-scroll-into-view") ?? "";
      const block = /^(center|start|end)$/.test(how) ? how : "nearest";
      element.scrollIntoView({ block, behavior: how === "instant" || !isMoving() ? "instant" : "smooth" });
    }
  });
  watchVirtual(life);
}
var isAtEnd = ({ scrollTop, scrollHeight, clientHeight }) => scrollTop + clientHeight >= scrollHeight - NEAR;
function anchor(list) {
  const scroller = scrollerOf(list);
  const isPage = scroller === pageScroller();
  const top = isPage ? 0 : scroller.getBoundingClientRect().top;
  const row = firstSeen(list, top, scroller.clientHeight);
  if (!row) return null;
  const before = row.getBoundingClientRect().top;
  return () => {
    if (dom$isAttached(row)) scroller.scrollTop += row.getBoundingClientRect().top - before;
  };
}
function scrollerOf(list) {
  let node = list;
  while (node && dom$isElement(node) && !/auto|scroll/.test(getComputedStyle(node).overflowY))
    node = dom$parentOf(node);
  return node && dom$isElement(node) ? node : pageScroller();
}
var pageScroller = () => dom$ofDocument("scrollingElement")();
function firstSeen(list, top, height) {
  for (const child of dom$findAll(list, ":scope>*")) {
    const rect = child.getBoundingClientRect();
    if (rect.bottom > top) return rect.height > height && firstSeen(child, top, height) || child;
  }
  return null;
}
function watchVirtual(life) {
  let isStyled = false;
  life.on("[dj-virtual]", {
    entered(list) {
      if (!isStyled) {
        adopt("[dj-virtual]>*{content-visibility:auto;contain-intrinsic-block-size:auto var(--dj-row,3rem)}");
      }
      isStyled = true;
      const height = dom$attribute(list, "dj-virtual");
      if (height) dom$styleOf(list).setProperty("--dj-row", `${height}px`);
    }
  });
}

// src/stage.ts
var RULES = ":where(:root){view-transition-name:none}:where([dj-view-transition]){view-transition-name:match-element}::view-transition{pointer-events:none}";
function watchTransitions({ views, hearers, queue }) {
  if (!("startViewTransition" in Document.prototype)) return;
  const waiting = [];
  let isWaiting = false;
  queue.drain = () => {
    isWaiting = false;
    for (let run = waiting.shift(); run; run = waiting.shift()) queue.attempt(run);
  };
  const say = (run, isShown3) => {
    if (!isWaiting && !isShown3) return run();
    waiting.push(run);
    if (isWaiting) return;
    isWaiting = true;
    const withdraw = adopt(RULES);
    const { ready, finished } = Document.prototype.startViewTransition.call(document, queue.drain);
    ready.catch(() => void 0);
    finished.then(withdraw);
  };
  for (const [index, hearer] of hearers.entries()) {
    const { update } = hearer;
    for (const [name, hear2] of Object.entries(hearer)) {
      const through = (...said) => say(() => hear2(...said), hear2 === update && isShown2(views[index], said));
      Object.assign(hearer, { [name]: through });
    }
  }
}
var isShown2 = ({ waiting }, [, patch, acked]) => patch.length > 0 && waiting.slice(0, acked).some(({ event }) => dom$closest(event.bound, "[dj-view-transition]")) && isMoving();

// src/parts.ts
function start(lent, parts) {
  borrow(lent);
  addOps(parts.toolbox);
  startLoading(parts.shows);
  startRare(parts.ears);
  startAfar(parts.ears);
  watch(parts.ears);
  startHooks(parts);
  watchCopy(parts);
  watchFocus(parts.life);
  watchMotion(parts.life);
  watchScroll(parts.life);
  watchTransitions(parts);
}
export {
  start as default
};
