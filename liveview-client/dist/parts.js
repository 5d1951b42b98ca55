// src/dom.ts
function getter(prototype, name) {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node) => read.call(node);
}
var firstChild = getter(Node.prototype, "firstChild");
var nextSibling = getter(Node.prototype, "nextSibling");
var parentOf = getter(Node.prototype, "parentNode");
var childrenOf = getter(Element.prototype, "children");
var isAttached = getter(Node.prototype, "isConnected");
var localName = getter(Element.prototype, "localName");
var namespaceOf = getter(Element.prototype, "namespaceURI");
var classesOf = getter(Element.prototype, "classList");
var controlsOf = getter(HTMLFormElement.prototype, "elements");
var styleOfHtml = getter(HTMLElement.prototype, "style");
var methods = Element.prototype;
var attribute = (element, name) => methods.getAttribute.call(element, name);
var attributeNames = (element) => methods.getAttributeNames.call(element);
var styleOf = (element) => element instanceof HTMLElement ? styleOfHtml(element) : element.style;
var findAll = (root, selector) => methods.querySelectorAll.call(root, selector);
var closest = (element, selector) => methods.closest.call(element, selector);
var matches = (element, selector) => methods.matches.call(element, selector);
var contains = (ancestor, node) => Node.prototype.contains.call(ancestor, node);
var ofDocument = (name) => {
  const read = getter(Document.prototype, name);
  return () => read(document);
};
var focused = ofDocument("activeElement");
var visibility = ofDocument("visibilityState");
var sheets = ofDocument("adoptedStyleSheets");
var implementation = ofDocument("implementation");
var page = Document.prototype;
var createElement = (tag) => page.createElement.call(document, tag);
var findOnPage = (selector) => [...page.querySelectorAll.call(document, selector)];
var listen = (type, heard, options) => page.addEventListener.call(document, type, heard, options);
var isElement = (node) => node?.nodeType === 1;
var LEAVING = "dj-leaving";
var isLeaving = (node) => isElement(node) && attribute(node, LEAVING) !== null;
var FAR = /^dj-(window-|document-|click-away|shortcut$)/;
var RARE = /^dj-(dbl|context|paste|pointer|mouse|touch|drag|drop|invalid|scroll|toggle|close|cancel)/;
function markRare(element, name) {
  const found = FAR.test(name) ? "dj-far" : RARE.test(name) && "dj-rare";
  if (found) methods.setAttribute.call(element, found, "");
}
function setAttribute(element, name, value) {
  if (value === null) methods.removeAttribute.call(element, name);
  else if (name.startsWith("xlink:")) methods.setAttributeNS.call(element, "http://www.w3.org/1999/xlink", name, value);
  else if (name.startsWith("xml:")) {
    methods.setAttributeNS.call(element, "http://www.w3.org/XML/1998/namespace", name, value);
  } else {
    methods.setAttribute.call(element, name, value);
    markRare(element, name);
  }
}
var FOCUSABLE = "a[href],button:enabled,input:enabled:not([type=hidden]),select:enabled,textarea:enabled,summary,[contenteditable],[tabindex]:not([tabindex^='-'])";

// src/copy.ts
var SHOWN_MS = 2e3;
function watchCopy(press) {
  listen("click", (event) => {
    const [target] = event.composedPath();
    const element = target instanceof Element && closest(target, "[dj-v] [dj-copy]");
    const text = element && textFor(element);
    if (element)
      navigator.clipboard?.writeText(text || "").then(
        () => show(element),
        () => void 0
      );
  });
  const show = (element) => {
    const said = attribute(element, "dj-copy-event");
    if (said) press(element, said);
    const tokens = (attribute(element, "dj-copy-class") ?? "dj-copied").split(" ");
    const classes = classesOf(element);
    classes.add(...tokens);
    setTimeout(() => classes.remove(...tokens), SHOWN_MS);
  };
}
function textFor(element) {
  const said = attribute(element, "dj-copy") ?? "";
  const source = said ? said[0] === "#" ? findOnPage(said)[0] : null : element;
  const value = source?.value;
  return typeof value === "string" ? value : source?.textContent ?? said;
}

// src/events/match.ts
var MODIFIERS = ["ctrl", "alt", "shift", "meta"];
var heldKeys = (event) => MODIFIERS.filter((name) => Reflect.get(event, `${name}Key`));
function keyNames(key) {
  const name = key === " " ? "space" : key.toLowerCase();
  return [name, name.replace(/^arrow|ape$/, "")];
}
function clickedNext(target) {
  const control = closest(target, "label")?.control;
  return !control || contains(control, target) || matches(control, ":disabled") ? null : control;
}

// src/events/afar.ts
function startAfar(core) {
  let down = null;
  const note = (event) => {
    down = event.composedPath();
  };
  listen("pointerdown", note, { capture: true });
  for (const type of ["keydown", "keyup", "click"]) {
    listen(type, (event) => {
      if (event.cancelBubble || event.isComposing) return;
      const path = event.composedPath();
      if (type !== "click") return hear(core, event, path);
      if (path[0] instanceof Element && clickedNext(path[0])) return;
      hear(core, event, event.detail && down || path);
      down = null;
    });
  }
  const alone = (event) => {
    if (!(event.composedPath()[0] instanceof Element)) hear(core, event, []);
  };
  for (const type of ["resize", "focus", "blur", "online", "offline"]) addEventListener(type, alone);
  for (const type of ["scroll", "visibilitychange"]) listen(type, alone);
}
function hear(core, event, pressed) {
  const [inner] = event.composedPath();
  const target = inner instanceof Element ? inner : document.documentElement;
  for (const bound of findOnPage("[dj-far]")) {
    if (closest(bound, `[${LEAVING}]`)) continue;
    for (const place of ["window", "document"]) {
      const hit = core.hitOf(bound, `${place}-${event.type}`, event, target);
      if (hit) core.act(hit);
    }
    const away = event.type === "click" && isAway(bound, pressed) && core.hitOf(bound, "click-away", event, target);
    if (away) core.act(away);
    const asked = event.type === "keydown" && core.hitOf(bound, "shortcut", event, target);
    for (const hit of asked ? shortcuts(asked) : []) core.act(hit);
  }
}
function isAway(bound, pressed) {
  const owned = attribute(bound, "aria-owns")?.split(" ") ?? [];
  const isInside = pressed.some((node) => node === bound || node instanceof Element && owned.includes(node.id));
  return !isInside && Element.prototype.checkVisibility.call(bound, { visibilityProperty: true });
}
function shortcuts(hit) {
  const { bound, binding: text, event, target } = hit;
  const isTyping = matches(target, "input,textarea,select") || target.isContentEditable;
  if (!(event instanceof KeyboardEvent) || isTyping && attribute(bound, "dj-shortcut-in-input") === null)
    return [];
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
  const held = heldKeys(event).filter((name) => !isSign || name !== "shift");
  const asked = marks.filter((mark) => mark && (!isSign || mark !== "shift"));
  return keyNames(event.key).includes(key) && held.length === asked.length && held.every((name) => asked.includes(name));
}

// src/inputs.ts
var isToggle = (control) => control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);

// src/events/form.ts
var fieldsOf = (entries) => [...entries].filter((field) => typeof field[1] === "string");
var formFields = (form, submitter = null) => fieldsOf(new FormData(form, submitter));

// src/events/rare.ts
var RARE2 = "dblclick contextmenu paste::v pointerdown pointerup pointermove pointerover:mouseenter:e pointerout:mouseleave:e touchstart touchend dragstart dragenter dragover dragleave drop dragend invalid::vc scroll::oc scrollend::oc toggle::oc close::oc cancel::oc";
function startRare(core) {
  core.hearAll(RARE2);
  core.measures.push(measure);
  core.brings.push(include);
  for (const type of ["dragenter", "dragover", "drop"]) listen(type, (event) => claim(event, /^dj-drop\b/));
  listen("paste", (event) => claim(event, /^dj-paste-suppress$/));
}
function claim(event, name) {
  const hasIt = (node) => node instanceof Element && attributeNames(node).some((attribute2) => name.test(attribute2));
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
  if (type === "document-visibilitychange") meta.visible = visibility() === "visible";
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
  const selector = attribute(bound, "dj-include");
  if (selector === null) return;
  const container = selector ? findOnPage(selector)[0] : bound.form ?? closest(bound, "form");
  if (!container) return;
  const fields = container instanceof HTMLFormElement ? formFields(container) : fieldsIn(container);
  payload.f = [...payload.f ?? [], ...fields];
  controls.push(...findAll(container, "[name]"));
};
function fieldsIn(container) {
  const fields = [];
  for (const control of findAll(container, "[name]:enabled")) {
    const name = attribute(control, "name") ?? "";
    if (isToggle(control) && !control.checked) continue;
    for (const value of valuesOf(control)) if (typeof value === "string") fields.push([name, value]);
  }
  return fields;
}
function valuesOf(control) {
  if (control instanceof HTMLSelectElement)
    return [...findAll(control, "option:checked:enabled")].map((option) => option.value);
  const { type, value } = control;
  return /^(file|submit|button|reset|image|fieldset)$/.test(type) ? [] : [value];
}

// src/events/watch.ts
function watch(ears) {
  each(ears, "[dj-poll]", (element) => poll(ears, element));
  each(ears, "[dj-appear],[dj-disappear]", (element) => look(ears, element));
  each(ears, "[dj-resize]", (element) => measure2(ears, element));
  tellStates(ears);
  watchEnds(ears);
  watchMutations(ears);
}
function each({ life }, selector, start2) {
  const ends = /* @__PURE__ */ new Map();
  life.on(selector, {
    entered: (element) => ends.set(element, start2(element)),
    left(element) {
      ends.get(element)?.();
      ends.delete(element);
    }
  });
}
var DEFAULT_INTERVAL = 5e3;
function poll(ears, element) {
  const ask = () => {
    if (visibility() === "visible" && ears.isIdle(element)) ears.tell(element, "poll");
  };
  const timer = setInterval(ask, Number(attribute(element, "dj-poll-interval")) || DEFAULT_INTERVAL);
  return () => clearInterval(timer);
}
var percent = (ratio) => Math.round(ratio * 100) / 100;
function look(ears, element) {
  const threshold = Number(attribute(element, "dj-threshold"));
  let isSeen = false;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, intersectionRatio } of entries) {
        const wasSeen = isSeen;
        isSeen = isIntersecting && intersectionRatio >= threshold;
        const type = isSeen ? "appear" : "disappear";
        if (isSeen !== wasSeen) ears.tell(element, type, { ratio: percent(intersectionRatio) });
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
        if (seen?.isIntersecting) ears.tell(list, `viewport-${edge}`, { ratio: percent(seen.intersectionRatio) });
      });
      const check = () => {
        const [now] = findAll(list, `:scope>:${place}(1 of :not([${LEAVING}]))`);
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
      ears.tell(element, "resize", { width: Math.round(width), height: Math.round(height) });
    }
    isKnown = true;
  });
  observer.observe(element);
  return () => observer.disconnect();
}
function watchMutations(ears) {
  const observers = /* @__PURE__ */ new Map();
  each(ears, "[dj-mutation]", (element) => {
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
      if (records.length) ears.tell(element, "mutation", read);
    };
    const attributeFilter = attribute(element, "dj-mutation-attr")?.split(/[\s,]+/);
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
  });
  ears.life.around(() => {
    for (const [observer, hear2] of observers) hear2(observer.takeRecords());
    return () => {
      for (const observer of observers.keys()) observer.takeRecords();
    };
  });
}
var BLIP = 500;
function tellStates({ life, tell }) {
  const told = /* @__PURE__ */ new Map();
  const timers = /* @__PURE__ */ new Map();
  const hear2 = (root, isLive) => {
    clearTimeout(timers.get(root));
    const say = () => {
      if (told.get(root) === isLive) return;
      told.set(root, isLive);
      const type = isLive ? "connected" : "disconnected";
      for (const element of findOnPage(`[dj-${type}]`)) if (contains(root, element)) tell(element, type);
    };
    if (isLive) say();
    else timers.set(root, window.setTimeout(say, BLIP));
  };
  life.states.push(hear2);
  for (const root of findOnPage("[dj-v].dj-connected")) hear2(root, true);
}

// src/focus.ts
var LABELLED = "[aria-label],[aria-labelledby],[tabindex],[role],dialog,fieldset,form,section,article,main,[dj-v]";
function watchFocus(life) {
  life.on("[dj-autofocus]", {
    entered(element, isFirst) {
      if (!isFirst || !isSomewhere()) element.focus();
    }
  });
  life.on('dialog[dj-dialog="open"]', {
    entered(dialog) {
      if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
    },
    left: (dialog) => dialog.close()
  });
  watchLost(life);
  listen("keydown", (event) => {
    if (event instanceof KeyboardEvent && !event.defaultPrevented) rove(event);
  });
}
function isSomewhere() {
  const element = focused();
  return element !== null && localName(element) !== "body" && !closest(element, `[${LEAVING}]`);
}
function watchLost(life) {
  let find;
  life.exits.push((element) => {
    const focused2 = focused();
    if (!focused2 || !contains(element, focused2)) return null;
    find = heirOf(element, focused2);
    const dialog = closest(focused2, "dialog[open]");
    if (dialog && contains(element, dialog)) dialog.close();
    return null;
  });
  life.around(() => () => {
    if (find && !isSomewhere()) {
      const heir = find();
      if (heir && !matches(heir, `${FOCUSABLE},[tabindex]`)) {
        setAttribute(heir, "tabindex", "-1");
        heir.addEventListener("blur", () => setAttribute(heir, "tabindex", null), { once: true });
      }
      heir?.focus({ preventScroll: true });
    }
    find = void 0;
  });
}
function heirOf(leaving, focused2) {
  const parent = parentOf(leaving);
  const rows = [...childrenOf(parent)].filter((row) => localName(row) === localName(leaving));
  const at = rows.indexOf(leaving);
  const index = controlsIn(leaving).indexOf(focused2);
  return () => {
    const near = [...rows.slice(at + 1), ...rows.slice(0, at).reverse()];
    const row = near.find((row2) => isAttached(row2) && !isLeaving(row2) && controlsIn(row2).length);
    const controls = row ? controlsIn(row) : [];
    return controls[index] ?? controls[0] ?? (closest(parent, LABELLED) ?? void 0);
  };
}
var controlsIn = (row) => [row, ...findAll(row, FOCUSABLE)].filter((control) => matches(control, FOCUSABLE));
var GROUPS = "[role=tablist],[role=menu],[role=menubar],[role=listbox],[role=radiogroup],[role=toolbar]";
var STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: 0, End: 0 };
function rove(event) {
  const [target] = event.composedPath();
  const step = STEPS[event.key];
  if (step === void 0 || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
  const group = closest(target, GROUPS);
  if (!group || !closest(group, "[dj-v]") || matches(target, "input:not([type=checkbox],[type=radio]),textarea,select"))
    return;
  const items = [...findAll(group, "[role=tab],[role^=menuitem],[role=option],[role=radio],button,a[href]")].filter(
    (item) => matches(item, ":enabled,[tabindex],a[href]") && item.checkVisibility()
  );
  const at = items.indexOf(target);
  if (at < 0) return;
  const next = step ? at + step + items.length : event.key === "End" ? items.length - 1 : 0;
  event.preventDefault();
  items[next % items.length]?.focus();
}

// src/life.ts
function guarded(run) {
  try {
    return run();
  } catch (error) {
    reportError(error);
    return void 0;
  }
}

// src/hooks.ts
function startHooks(around) {
  const { life, hooks } = around;
  const works = /* @__PURE__ */ new Map();
  const dirty = /* @__PURE__ */ new Set();
  const down = /* @__PURE__ */ new Set();
  const mount = (element) => {
    const name = attribute(element, "dj-hook") ?? "";
    const definition = hooks.definitions.get(name);
    if (!definition || works.has(element)) return;
    guarded(() => {
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
    for (let node = works.size ? touched : null; node; node = parentOf(node)) {
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
      if (work && work.name !== attribute(element, "dj-hook")) {
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
      if (contains(root, element)) call(work, isLive ? "reconnected" : "disconnected");
  });
  hooks.defined = () => present.forEach(mount);
}
var make = (definition) => typeof definition === "function" ? new definition() : Object.create(definition);
function call({ hook }, name) {
  guarded(() => hook[name]?.());
}
function equip({ push, js }, el, { hook, over: { signal } }) {
  const root = closest(el, "[dj-v]");
  Object.assign(hook, {
    el,
    pushEvent: (name, value) => push(el, ...callOf(name, value)),
    js: (commands) => js(el, commands),
    handleEvent(name, heard) {
      root.addEventListener(`dj:${name}`, (event) => heard(event.detail), { signal });
    }
  });
  Object.defineProperty(hook, "values", { get: () => valuesOf2(el) });
}
function callOf(name, value) {
  if (value === void 0 || value === null) return [name, null];
  if (Array.isArray(value)) return [[name, ...value], null];
  if (typeof value !== "object") return [[name, value], null];
  const texts = Object.entries(value).filter(([, text]) => text !== null && text !== void 0);
  const spell = (text) => typeof text === "object" ? JSON.stringify(text) : String(text);
  return [name, { d: Object.fromEntries(texts.map(([key, text]) => [key, spell(text)])) }];
}
function valuesOf2(element) {
  const prefix = "dj-hook-value-";
  const values = /* @__PURE__ */ Object.create(null);
  for (const attribute2 of attributeNames(element)) {
    if (!attribute2.startsWith(prefix)) continue;
    const name = attribute2.slice(prefix.length).replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const text = attribute(element, attribute2) ?? "";
    try {
      values[name] = JSON.parse(text);
    } catch {
      values[name] = text;
    }
  }
  return values;
}

// src/loading.ts
var BAR_DELAY = 200;
var LOADING = ["", ".class", ".disable", ".show", ".hide"].map((which) => `[dj-loading${CSS.escape(which)}]`).join();
function startLoading(shows) {
  const bar = createElement("div");
  bar.className = "dj-page-bar";
  bar.ariaHidden = "true";
  shows.push((departure, flight) => {
    const { bound, options, submits } = departure;
    const { loading, page: page2 } = Object(options);
    for (const selector of [loading, placeIn(attribute(bound, "dj-loading"))])
      for (const element of selector ? findOnPage(String(selector)) : []) flight.mark(element);
    for (const element of findAll(flight.root, LOADING)) if (isMeant(element, departure)) showIn(flight, element);
    for (const button of submits ? controlsOf(submits) : [bound]) disableWith(flight, button);
    for (const element of submits ? findAll(submits, "[dj-form-pending]") : []) {
      const how = attribute(element, "dj-form-pending");
      if (how === "disabled") flight.disable(element);
      else flight.perform(element, [[how, 0]]);
    }
    if (page2) startPage(flight, bar);
  });
}
var placeIn = (text) => /^[#.[]/.test(text ?? "") ? String(text) : "";
function isMeant(element, { bound, edit, name }) {
  const short = attribute(element, "dj-loading");
  const meant = attribute(element, "dj-loading.for") ?? (placeIn(short) ? null : short);
  return meant ? meant === name : element === bound || element === edit;
}
function showIn({ perform, disable }, element) {
  const said = (which) => attribute(element, `dj-loading${which}`);
  const short = said("");
  const display = said(".show") ?? (short && !placeIn(short) ? "" : null);
  if (display !== null) perform(element, [["show", 0, 0, 0, display]]);
  if (said(".hide") !== null) perform(element, [["hide"]]);
  if (said(".disable") !== null) disable(element);
  perform(element, [["add_class", 0, said(".class")]]);
}
function disableWith({ fly, disable }, element) {
  const text = attribute(element, "dj-disable-with");
  if (text === null) return;
  disable(element);
  if (text) fly(element, element instanceof HTMLInputElement ? "value" : "#", text);
}
function startPage({ root, ends, fly }, bar) {
  const tell = (what) => root.dispatchEvent(new CustomEvent(`dj:page-loading-${what}`, { bubbles: true }));
  if (!isAttached(bar)) root.before(bar);
  tell("start");
  setTimeout(() => fly(bar, ".dj-active"), BAR_DELAY);
  ends.push(() => tell("stop"));
}

// src/motion.ts
var DEFAULT_MS = 200;
var LONGEST_MS = 5e3;
var isMoving = () => visibility() === "visible" && !matchMedia("(prefers-reduced-motion:reduce)").matches;
function play(element, text, isExit) {
  if (!isMoving()) return null;
  const ms = timeIn(text);
  const groups = text.replace(TIME, "").split(",").map((group) => group.match(/\S+/g) ?? []);
  const [during = [], from = [], to = []] = groups;
  if (!groups.flat().length) {
    const fade = [{ opacity: 0 }, {}];
    return element.animate(isExit ? fade.reverse() : fade, {
      duration: ms || DEFAULT_MS,
      fill: isExit ? "forwards" : "none"
    }).finished;
  }
  const classes = classesOf(element);
  classes.add(...during, ...from);
  element.getBoundingClientRect();
  classes.remove(...from);
  classes.add(...to);
  const moves = element.getAnimations().map(({ finished }) => finished);
  const end = ms ? delay(ms) : Promise.race([Promise.allSettled(moves), delay(LONGEST_MS)]);
  return isExit ? end : end.then(() => classes.remove(...during, ...to));
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
    const own = names.map((name) => attribute(element, name)).find((text) => text !== null && text[0] !== "[");
    const parent = parentOf(element);
    const shared = parent && isElement(parent) ? attribute(parent, group) : null;
    return own ?? (shared === null ? null : shared.split("|")[part] ?? "");
  };
  life.on(`[dj-enter],[${group}]>*`, {
    entered(element, isFirst) {
      const text = isFirst ? null : said(element, ["dj-enter"], 0);
      if (text !== null) play(element, text, false);
    }
  });
  life.exits.push((element) => {
    const text = said(element, ["dj-leave", "dj-remove"], 1);
    const end = text === null ? null : play(element, text, true);
    const parent = parentOf(element);
    if (end && attribute(parent, "dj-flip") !== null) lift(element);
    return end;
  });
  watchFlip(life);
}
function lift(element) {
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = element;
  styleOf(element).cssText += `;position:absolute;box-sizing:border-box;margin:0;left:${offsetLeft}px;top:${offsetTop}px;width:${offsetWidth}px;height:${offsetHeight}px`;
}
function watchFlip(life) {
  const lists = life.on("[dj-flip]", {});
  const places = /* @__PURE__ */ new Map();
  const running = /* @__PURE__ */ new WeakMap();
  const measured = /* @__PURE__ */ new Set();
  life.touched.push((node) => {
    if (!lists.has(node) || measured.has(node) || !isMoving()) return;
    measured.add(node);
    for (const child of childrenOf(node)) places.set(child, child.getBoundingClientRect());
  });
  life.around(() => () => {
    for (const child of places.keys()) running.get(child)?.cancel();
    const moves = [];
    for (const [child, { x, y }] of places) {
      const now = child.getBoundingClientRect();
      if (isAttached(child) && !isLeaving(child) && (x !== now.x || y !== now.y))
        moves.push([child, x - now.x, y - now.y]);
    }
    for (const [child, x, y] of moves) {
      const text = attribute(parentOf(child), "dj-flip") ?? "";
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
  transition: (world, element, [classes, ms]) => play2(world, element, classes, ms),
  set_attr: (world, element, [name, text]) => writeAttribute2(world, element, name, text),
  remove_attr: (world, element, [name]) => writeAttribute2(world, element, name, null),
  toggle_attr(world, element, [name, on, off]) {
    const isOn = attribute(element, String(name)) === on;
    writeAttribute2(world, element, name, isOn ? off ?? null : on);
  },
  set_text: (world, element, [text]) => world.change(element, "#", String(text)),
  ignore_attrs(world, element, [names]) {
    const known = attribute(element, "dj-ignore-attrs") ?? "";
    world.change(element, "dj-ignore-attrs", [known, names].flat().join(" ").trim());
  }
};
function focusing() {
  const returns = [];
  const focus = (element) => element?.focus();
  return {
    focus: (_, element) => focus(element),
    focus_first: (_, element) => focus([...findAll(element, FOCUSABLE)][0] ?? element),
    push_focus: (_, element) => void returns.push(element),
    pop_focus: () => focus(returns.pop()),
    blur: (_, element) => element.blur()
  };
}
var OTHERS = {
  dispatch: (_, element, [name, detail, bubbles]) => element.dispatchEvent(new CustomEvent(String(name), { detail: detail ?? null, bubbles: (bubbles ?? 1) !== 0 })),
  ext: ({ toolbox }, element, [name, detail]) => toolbox.extensions.get(String(name))?.(element, detail ?? null),
  show_modal: (_, element) => element instanceof HTMLDialogElement && !element.open && element.showModal(),
  close_modal: (_, element) => element instanceof HTMLDialogElement && element.close(),
  copy: (_, element, [text]) => navigator.clipboard?.writeText(String(text || (element.value ?? element.textContent))).catch(() => void 0),
  scroll_into_view: (_, element, [block]) => element.scrollIntoView({ block: block || "start" }),
  navigate: (world, _, [url, replace]) => world.visit(String(url), Boolean(replace))
};
var FORBIDDEN = /^(on|xmlns|(srcdoc|style|is|nonce|sandbox|allow|http-equiv|shadowrootmode|dj-(v|h|t|c|a|style))$)/i;
var ADDRESS = /src|href|action|ping|icon|^(data|cite|poster|manifest|background|values|content|to|from|by)$/i;
var UNSAFE = /^(?!(https?|mailto|tel):)[a-z][a-z\d+.-]*:|script:/i;
function writeAttribute2({ change }, element, name, value) {
  const text = value === null || value === void 0 ? null : String(value);
  const key = String(name);
  if (FORBIDDEN.test(key)) throw new Error(`${key}: not an attribute to write`);
  const isRefused = ADDRESS.test(key) && UNSAFE.test([...text ?? ""].filter((character) => character > " ").join(""));
  change(element, key, isRefused ? "about:invalid#refused" : text);
}
function writeTokens({ change }, element, [tokens, ms], wanted) {
  for (const token of tokensOf(tokens)) {
    const write = (has2) => change(element, `.${token}`, has2 ? "" : null);
    const has = classesOf(element).contains(token);
    write(wanted(has));
    if (ms) setTimeout(write, Number(ms), has);
  }
}
var tokensOf = (tokens) => String(tokens ?? "").match(/\S+/g) ?? [];
var isShown = (hiding, element) => !hiding.has(element) && getComputedStyle(element).display !== "none";
function reveal(world, hiding, element, shows, args) {
  const { change } = world;
  const [transition, ms, display] = args;
  clearTimeout(hiding.get(element));
  hiding.delete(element);
  if (shows) {
    if (attribute(element, "hidden") !== null) change(element, "hidden", null);
    change(element, ":display", String(display || "") || null);
    if (!isShown(hiding, element)) change(element, ":display", "revert");
  }
  const wait = play2(world, element, transition, ms);
  const hide = () => {
    hiding.delete(element);
    change(element, ":display", "none");
  };
  if (!shows && wait) hiding.set(element, window.setTimeout(hide, wait));
  else if (!shows) hide();
}
function play2({ change }, element, transition, ms) {
  if (!transition || matchMedia("(prefers-reduced-motion:reduce)").matches) return 0;
  const [during, from, to] = [transition].flat();
  const time = Number(ms) || 200;
  const put = (tokens, value) => {
    for (const token of tokensOf(tokens)) change(element, `.${token}`, value);
  };
  put(during, "");
  put(from, "");
  element.getBoundingClientRect();
  put(from, null);
  put(to, "");
  setTimeout(() => {
    put(during, null);
    put(to, null);
  }, time);
  return time;
}

// src/scroll.ts
var NEAR = 2;
function watchScroll(life) {
  const ends = /* @__PURE__ */ new WeakMap();
  const stick = (element) => {
    element.scrollTop = element.scrollHeight;
    ends.set(element, element.scrollTop);
  };
  const sticky = life.on("[dj-sticky-scroll]", {
    entered(element) {
      stick(element);
      const grown = () => {
        if (element.scrollTop >= (ends.get(element) ?? 0) - NEAR) stick(element);
      };
      element.addEventListener("load", grown, true);
    }
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
      const how = attribute(element, "dj-scroll-into-view") ?? "";
      const block = /^(center|start|end)$/.test(how) ? how : "nearest";
      element.scrollIntoView({ block, behavior: how === "instant" || !isMoving() ? "instant" : "smooth" });
    }
  });
  watchVirtual(life);
}
var isAtEnd = ({ scrollTop, scrollHeight, clientHeight }) => scrollTop + clientHeight >= scrollHeight - NEAR;
function anchor(list) {
  const scroller = scrollerOf(list);
  const isPage = scroller === document.scrollingElement;
  const top = isPage ? 0 : scroller.getBoundingClientRect().top;
  const row = firstSeen(list, top, scroller.clientHeight);
  if (!row) return null;
  const before = row.getBoundingClientRect().top;
  return () => {
    if (isAttached(row)) scroller.scrollTop += row.getBoundingClientRect().top - before;
  };
}
function scrollerOf(list) {
  let node = list;
  while (node && isElement(node) && !/auto|scroll/.test(getComputedStyle(node).overflowY))
    node = parentOf(node);
  return node && isElement(node) ? node : document.scrollingElement;
}
function firstSeen(list, top, height) {
  for (const child of childrenOf(list)) {
    const rect = child.getBoundingClientRect();
    if (rect.bottom > top) return rect.height > height && firstSeen(child, top, height) || child;
  }
  return null;
}
function watchVirtual(life) {
  let sheet;
  life.on("[dj-virtual]", {
    entered(list) {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(
          "[dj-virtual]>*{content-visibility:auto;contain-intrinsic-block-size:auto var(--dj-row,3rem)}"
        );
        sheets().push(sheet);
      }
      const height = attribute(list, "dj-virtual");
      if (height) styleOf(list).setProperty("--dj-row", `${height}px`);
    }
  });
}

// src/parts.ts
function start(parts) {
  addOps(parts.toolbox);
  startLoading(parts.shows);
  startRare(parts);
  startAfar(parts);
  watch(parts);
  startHooks(parts);
  watchCopy(parts.press);
  watchFocus(parts.life);
  watchMotion(parts.life);
  watchScroll(parts.life);
}
export {
  start as default
};
