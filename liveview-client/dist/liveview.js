"use strict";
(() => {
  // src/dom.ts
  function getter(prototype, name) {
    const read = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    return (node) => read.call(node);
  }
  var firstChild = getter(Node.prototype, "firstChild");
  var nextSibling = getter(Node.prototype, "nextSibling");
  var parentOf = getter(Node.prototype, "parentNode");
  var isAttached = getter(Node.prototype, "isConnected");
  var localName = getter(Element.prototype, "localName");
  var namespaceOf = getter(Element.prototype, "namespaceURI");
  var classesOf = getter(Element.prototype, "classList");
  var controlsOf = getter(HTMLFormElement.prototype, "elements");
  var styleOfHtml = getter(HTMLElement.prototype, "style");
  var methods = Element.prototype;
  var attribute = (element2, name) => methods.getAttribute.call(element2, name);
  var spreadOf = (element2) => attribute(element2, "dj-a")?.split(" ") ?? [];
  var attributeNames = (element2) => methods.getAttributeNames.call(element2);
  var styleOf = (element2) => element2 instanceof HTMLElement ? styleOfHtml(element2) : element2.style;
  var findAll = (root, selector) => methods.querySelectorAll.call(root, selector);
  var closest = (element2, selector) => methods.closest.call(element2, selector);
  var insert = (parent, node, before) => Node.prototype.insertBefore.call(parent, node, before);
  var contains = (ancestor, node) => Node.prototype.contains.call(ancestor, node);
  var isElement = (node) => node?.nodeType === 1;
  var isText = (node) => node?.nodeType === 3;
  var isComment = (node) => node?.nodeType === 8;
  function detach(node) {
    const parent = parentOf(node);
    if (parent) Node.prototype.removeChild.call(parent, node);
  }
  function setAttribute(element2, name, value) {
    if (value === null) methods.removeAttribute.call(element2, name);
    else if (name.startsWith("xlink:")) methods.setAttributeNS.call(element2, "http://www.w3.org/1999/xlink", name, value);
    else if (name.startsWith("xml:")) {
      methods.setAttributeNS.call(element2, "http://www.w3.org/XML/1998/namespace", name, value);
    } else methods.setAttribute.call(element2, name, value);
  }

  // src/events/form.ts
  function fieldsOf(entries) {
    const fields = [];
    for (const [name, value] of entries) if (typeof value === "string") fields.push([name, value]);
    return fields;
  }
  var formFields = (form, submitter = null) => fieldsOf(new FormData(form, submitter).entries());
  function extraValues(element2) {
    const prefix = "dj-value-";
    const values = /* @__PURE__ */ Object.create(null);
    for (const name of attributeNames(element2)) {
      if (name.startsWith(prefix)) values[name.slice(prefix.length).replaceAll("-", "_")] = attribute(element2, name);
    }
    return orNull(values);
  }
  var orNull = (record) => Object.keys(record).length ? record : null;
  function parseBinding(binding) {
    const parts = /^(?:(?:debounce=(\d+)|throttle=(\d+)) )?(.*)/s.exec(binding);
    const [, debounce = null, throttle = null, name = ""] = parts ?? [];
    const call = { name, args: 0, debounce, throttle };
    if (name.startsWith("[")) {
      try {
        const [named2, ...args] = JSON.parse(name);
        return { ...call, name: String(named2), args };
      } catch {
      }
    }
    return call;
  }
  function changedForms(root, { isChanged }) {
    const changed = [];
    for (const [index, form] of [...findAll(root, "form")].entries()) {
      const binding = attribute(form, "dj-auto-recover") ?? attribute(form, "dj-change") ?? attribute(form, "dj-input");
      if (binding === null || attribute(form, "dj-no-recover") !== null || !(form instanceof HTMLFormElement))
        continue;
      if ([...controlsOf(form)].some(isChanged)) {
        changed.push([attribute(form, "id") ?? index, parseBinding(binding).name, formFields(form)]);
      }
    }
    return changed;
  }

  // src/protocol.ts
  var VERSION = 1;
  var CONTENT = -1;
  var ONLY = -2;
  var Mismatch = class extends Error {
  };
  var shape = (good) => {
    if (!good) throw new Mismatch("not the shape expected");
  };
  function asArray(value) {
    shape(Array.isArray(value));
    return value;
  }
  function asCount(value) {
    shape(Number.isSafeInteger(value) && value >= 0);
    return value;
  }
  function decode(text) {
    const frame = asArray(parse(text));
    return frame[0] === "v" ? { view: asCount(frame[1]), down: message(asArray(frame[2])) } : { view: 0, down: message(frame) };
  }
  function parse(text) {
    try {
      return JSON.parse(text);
    } catch {
      throw new Mismatch("not JSON");
    }
  }
  function message(frame) {
    const [head, a, b, c, d] = frame;
    if (typeof head === "number") {
      return { type: "update", seq: head, patch: a ? asArray(a) : [], acked: asCount(b ?? 0), defs: c ?? 0 };
    }
    switch (head) {
      case "a":
        return { type: "acked", acked: asCount(a) };
      case "e":
        return { type: "failed", code: String(a), text: String(b || ""), acked: asCount(c ?? 0) };
      case "j":
        return { type: "joined", joined: joined(a) };
      case "r":
        return { type: "resynced", seq: asCount(a), path: asArray(b).map(asCount), values: asArray(c), defs: d ?? 0 };
      case "n":
        return { type: "navigate", url: String(b), replace: member(c, "replace") === true };
      case "h":
        return { type: "heartbeat", token: typeof a === "string" ? a : "" };
      default:
        throw new Mismatch("not a message");
    }
  }
  function joined(value) {
    const said = (name) => member(value, name) || 0;
    const values = said("values") || said("new");
    return {
      seq: asCount(said("seq")),
      ref: asCount(said("ref")),
      secret: said("secret"),
      defs: said("defs"),
      values: values ? asArray(values) : null,
      replay: Boolean(said("replay"))
    };
  }
  var member = (value, name) => Object(value)[name];
  function definitions(defs) {
    return many(defs, definition) ?? [];
  }
  var many = (value, read) => value ? asArray(value).map(read) : null;
  function definition(value) {
    const [alias, , slots, tree] = asArray(value);
    return {
      alias: asCount(alias),
      slots: many(slots, slot),
      tree: many(tree, treeChild)
    };
  }
  function slot(value) {
    const [kind, path, follows, name, alias, tag] = asArray(value);
    return {
      kind: String(kind),
      path: many(path, step) ?? [],
      follows: follows === CONTENT || follows === ONLY ? follows : step(follows ?? 0),
      name: String(name || ""),
      alias: Number(alias ?? -1),
      tag: String(tag ?? "")
    };
  }
  function step(value) {
    return Array.isArray(value) ? [asCount(value[0]), asCount(value[1])] : asCount(value);
  }
  function treeChild(value) {
    if (typeof value === "string") return value;
    if (typeof value === "number") return asCount(value);
    const [tag, attributes, ...children2] = asArray(value);
    return [String(tag), many(attributes, String) ?? 0, ...children2.map(treeChild)];
  }

  // src/slots.ts
  function writeScalar(slot2, place, value, writeProperty) {
    const text = String(value ?? "");
    if (place.on === "text") return writeText(place.text, text);
    if (place.on !== "element") throw new Mismatch("not a scalar slot");
    const { element: element2 } = place;
    switch (slot2.kind) {
      case "T":
        return writeContent(element2, text);
      case "a":
        return writeAttribute(element2, slot2.name, value);
      case "A":
        return writeSpread(element2, asArray(value).map(String));
      case "s":
        return styleOf(element2).setProperty(slot2.name, text);
      case "C":
        return void classesOf(element2).toggle(slot2.name, value === 1);
      case "c":
        place.tokens = writeClasses(element2, place.tokens, text);
        return;
      case "p":
        return writeProperty(element2, slot2.name, value);
      default:
        throw new Mismatch("unknown kind of slot");
    }
  }
  function applyStyles(root) {
    for (const element2 of findAll(root, "[dj-style]")) {
      for (const declaration of (attribute(element2, "dj-style") ?? "").split(";")) {
        const colon = declaration.indexOf(":");
        if (colon > 0)
          styleOf(element2).setProperty(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
      }
      setAttribute(element2, "dj-style", null);
    }
  }
  function writeContent(element2, value) {
    const only = firstChild(element2);
    if (isText(only) && !nextSibling(only)) writeText(only, value);
    else if (only || value) element2.textContent = value;
  }
  function writeText(text, value) {
    const old = text.data;
    if (old === value) return;
    const { prefix, suffix } = commonEnds(old, value);
    text.replaceData(prefix, old.length - prefix - suffix, value.slice(prefix, value.length - suffix));
  }
  function commonEnds(old, value) {
    const shorter = Math.min(old.length, value.length);
    let prefix = 0;
    while (prefix < shorter && old[prefix] === value[prefix]) prefix++;
    let suffix = 0;
    while (suffix < shorter - prefix && old[old.length - 1 - suffix] === value[value.length - 1 - suffix]) suffix++;
    return { prefix, suffix };
  }
  function writeAttribute(element2, name, value) {
    if (/^(on|srcdoc$)/i.test(name)) throw new Mismatch("not an attribute to write");
    setAttribute(element2, name, value === null || value === false ? null : value === true ? "" : String(value));
  }
  function writeSpread(element2, list) {
    const marks = list.filter((_, i) => i % 2 === 0);
    for (const mark of [...spreadOf(element2), ...marks]) {
      const at = marks.indexOf(mark);
      const text = at < 0 ? null : list[2 * at + 1] ?? "";
      if (mark[0] === ".") classesOf(element2).toggle(mark.slice(1), at >= 0);
      else if (attribute(element2, mark) !== text) writeAttribute(element2, mark, text);
    }
    setAttribute(element2, "dj-a", marks.join(" ") || null);
  }
  function writeClasses(element2, old, value) {
    const tokens = value.split(/[\t\n\f\r ]+/).filter(Boolean);
    const classes = classesOf(element2);
    classes.remove(...old.filter((token) => !tokens.includes(token)));
    classes.add(...tokens);
    return tokens;
  }

  // src/inputs.ts
  var PROPERTIES = /^(value|checked|selected|muted|indeterminate|open)$/;
  function createInputs() {
    const edits = /* @__PURE__ */ new WeakMap();
    const controlled = /* @__PURE__ */ new WeakSet();
    const waiting = /* @__PURE__ */ new WeakSet();
    const changed = /* @__PURE__ */ new WeakSet();
    let count = 0;
    const isTheirs = (control) => hasFocus(control) && (inputs.composing === control || attribute(control, "dj-force-value") === null && !inputs.handedOver.has(control));
    const show = (control) => {
      if (isTheirs(control)) waiting.add(control);
      else {
        waiting.delete(control);
        showHeld(control);
      }
    };
    const inputs = {
      composing: null,
      handedOver: /* @__PURE__ */ new Set(),
      written: /* @__PURE__ */ new Set(),
      bind(root) {
        for (const control of findAll(root, "input[indeterminate],select[value]")) show(control);
      },
      edited(control) {
        edits.set(control, ++count);
        changed.add(control);
        waiting.delete(control);
      },
      lastEdit: (control) => edits.get(control) ?? 0,
      claim: (element2) => void controlled.add(controlOf(element2)),
      isControlled: (control) => controlled.has(control),
      write(element2, name, value) {
        const control = controlOf(element2);
        controlled.add(control);
        inputs.written.add(control);
        hold(element2, name, value);
        show(control);
      },
      correct: show,
      left(control) {
        if (waiting.delete(control)) showHeld(control);
      },
      accepted(control, keeps) {
        changed.delete(control);
        if (keeps || controlled.has(control)) return;
        if (control instanceof HTMLInputElement && control.type === "file") control.value = "";
        showHeld(control);
      },
      isChanged: (control) => changed.has(control) || isDirty(control)
    };
    return inputs;
  }
  var controlOf = (element2) => element2 instanceof HTMLOptionElement ? closest(element2, "select") ?? element2 : element2;
  function isDirty(control) {
    if (control instanceof HTMLInputElement) {
      return isToggle(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
    }
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    return control instanceof HTMLSelectElement && heldChoice(control).some((chosen, i) => control.options[i]?.selected !== chosen);
  }
  var isToggle = (control) => control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);
  function hasFocus(control) {
    const root = control.getRootNode();
    return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === control;
  }
  function hold(element2, name, value) {
    if (!PROPERTIES.test(name)) throw new Mismatch("not a property to write");
    const text = value === null || value === false ? null : value === true ? "" : String(value);
    if (element2 instanceof HTMLTextAreaElement) {
      keepShown(element2);
      element2.defaultValue = text ?? "";
    } else if (element2 instanceof HTMLOptionElement && name === "selected") {
      const select = closest(element2, "select");
      const shown = [...select?.options ?? []].map((option) => option.selected);
      setAttribute(element2, name, text);
      if (select) choose(select, shown);
    } else {
      if (element2 instanceof HTMLInputElement) keepShown(element2);
      setAttribute(element2, name, text);
    }
  }
  function keepShown(control) {
    const { value } = control;
    if (isToggle(control)) {
      const { checked } = control;
      control.checked = checked;
    } else if (hasText(control) && !control.validity.badInput) control.value = value;
  }
  function showHeld(control) {
    if (control instanceof HTMLInputElement) {
      control.indeterminate = attribute(control, "indeterminate") !== null;
      if (isToggle(control)) control.checked = control.defaultChecked;
      else if (hasText(control) && !control.validity.badInput) showText(control, control.defaultValue);
    } else if (control instanceof HTMLTextAreaElement) showText(control, control.defaultValue);
    else if (control instanceof HTMLSelectElement) choose(control, heldChoice(control));
    else if (control instanceof HTMLMediaElement) control.muted = control.defaultMuted;
  }
  var hasText = (control) => !/^(file|hidden|submit|button|reset|image|checkbox|radio)$/.test(control.type);
  function showText(control, value) {
    const old = control.value;
    if (old === value) return;
    const { selectionStart, selectionEnd, selectionDirection } = control;
    control.value = value;
    if (!hasFocus(control) || selectionStart === null || selectionEnd === null) return;
    const { prefix, suffix } = commonEnds(old, value);
    const moved = (position) => {
      if (position <= prefix) return position;
      return Math.max(prefix, value.length - Math.min(suffix, old.length - position));
    };
    control.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection ?? "none");
  }
  function heldChoice(select) {
    const options = [...select.options];
    const value = attribute(select, "value");
    const held = options.map((option) => value === null ? option.defaultSelected : option.value === value);
    if (!select.multiple && select.size < 2 && !held.includes(true)) {
      const first = options.findIndex((option) => !option.disabled);
      if (first >= 0) held[first] = true;
    }
    return held;
  }
  function choose(select, chosen) {
    if (select.multiple) {
      for (const [i, option] of [...select.options].entries())
        if (option.selected !== chosen[i]) option.selected = chosen[i] ?? false;
    } else if (select.selectedIndex !== chosen.lastIndexOf(true)) select.selectedIndex = chosen.lastIndexOf(true);
  }

  // src/events/timing.ts
  function schedule(waiting, element2, kind, timing, run) {
    const pending = waiting.get(element2)?.get(kind);
    if (timing.mode === "throttle") {
      if (pending) pending.run = run;
      else {
        countDown(waiting, element2, kind, timing.ms);
        run();
      }
      return;
    }
    clearTimeout(pending?.timer);
    const timer = timing.mode === "blur" ? 0 : window.setTimeout(() => fire(waiting, element2, kind), timing.ms);
    put(waiting, element2, kind, { run, timer });
  }
  function flush(waiting) {
    for (const [element2, kinds] of [...waiting]) {
      for (const [kind, pending] of [...kinds]) if (pending.run) fire(waiting, element2, kind);
    }
  }
  function countDown(waiting, element2, kind, ms) {
    const timer = window.setTimeout(() => {
      if (fire(waiting, element2, kind)) countDown(waiting, element2, kind, ms);
    }, ms);
    put(waiting, element2, kind, { run: null, timer });
  }
  function put(waiting, element2, kind, pending) {
    const kinds = waiting.get(element2) ?? /* @__PURE__ */ new Map();
    waiting.set(element2, kinds.set(kind, pending));
  }
  function fire(waiting, element2, kind) {
    const kinds = waiting.get(element2);
    const pending = kinds?.get(kind);
    clearTimeout(pending?.timer);
    kinds?.delete(kind);
    if (kinds?.size === 0) waiting.delete(element2);
    if (!pending?.run || !element2.isConnected) return false;
    pending.run();
    return true;
  }
  var TEXT_LIKE = /^(text|search|email|url|tel|password|number|textarea|range|color)$/;
  var DEFAULT_MS = 100;
  function timingOf(debounce, throttle, kind, type) {
    if (debounce === "blur") return { mode: "blur" };
    const mode = debounce === null ? "throttle" : "debounce";
    const said = debounce ?? throttle;
    const ms = said === null ? kind === "input" && TEXT_LIKE.test(type) ? DEFAULT_MS : 0 : Number(said);
    return ms > 0 ? { mode, ms } : null;
  }

  // src/events/listen.ts
  var TYPES = ["click", "input", "change", "submit", "keydown", "keyup"];
  function listen(page) {
    const ears = { page, waiting: /* @__PURE__ */ new Map(), said: /* @__PURE__ */ new WeakMap() };
    const { inputs } = page;
    const on = (type, heard) => {
      document.addEventListener(type, (event) => {
        const [target] = event.composedPath();
        if (target instanceof Element) heard(event, target);
      });
    };
    on("input", (_, target) => inputs.edited(target));
    on("compositionstart", (_, target) => {
      inputs.composing = target;
    });
    on("compositionend", (event, target) => {
      inputs.composing = null;
      hear(ears, "input", event, target);
      if (target !== document.activeElement) inputs.left(target);
    });
    for (const type of TYPES) on(type, (event, target) => hear(ears, type, event, target));
    on("focusout", (_, target) => {
      inputs.composing = null;
      flush(ears.waiting);
      inputs.left(target);
    });
    return () => flush(ears.waiting);
  }
  function hear(ears, type, event, target) {
    const isKey = event instanceof KeyboardEvent;
    if (event.isComposing) return;
    if (isKey && event.key === "Enter" && type === "keydown") flush(ears.waiting);
    const hit = find(ears.page, type, event, target);
    if (!hit || !takesOver(hit)) return;
    if (type === "change") flush(ears.waiting);
    const edit = `${hit.binding} ${ears.page.inputs.lastEdit(target)}`;
    const isEdit = type === "input" || type === "change";
    if (type === "change" && ears.said.get(target) === edit) return;
    const subject = isEdit ? target : hit.bound;
    const said = (name) => attribute(target, name) ?? attribute(hit.bound, name);
    let [debounce, throttle] = [said("dj-debounce"), said("dj-throttle")];
    if (!(debounce ?? throttle)) ({ debounce, throttle } = parseBinding(hit.binding));
    const timing = type === "submit" ? null : timingOf(debounce, throttle, type, target.type);
    const run = () => {
      if (isEdit) ears.said.set(target, edit);
      ears.page.push(hit.root, describe(hit));
    };
    if (timing) schedule(ears.waiting, subject, isKey ? `${type} ${event.key}` : type, timing, run);
    else {
      flush(ears.waiting);
      run();
    }
  }
  function find(page, type, event, target) {
    const path = event.composedPath();
    const owner = type === "input" || type === "change" ? target.form : null;
    for (const bound of owner && !path.includes(owner) ? [...path, owner] : path) {
      if (!(bound instanceof Element)) continue;
      if (attribute(bound, "dj-ignore-events") !== null) return null;
      const binding = bindingOf(bound, type, event);
      const root = binding && closest(bound, "[dj-v]");
      if (root) return page.isLive(root) ? { root, bound, binding, type, event, target } : null;
    }
    return null;
  }
  function bindingOf(element2, type, event) {
    if (!(event instanceof KeyboardEvent)) return attribute(element2, `dj-${type}`);
    for (const key of keyNames(event.key)) {
      const binding = attribute(element2, `dj-${type}${key}`);
      if (binding !== null) return binding;
    }
    return null;
  }
  function keyNames(key) {
    const name = key === " " ? "space" : key.toLowerCase();
    return [`.${name}`, `.${name.replace(/^arrow|ape$/, "")}`, ""];
  }
  function takesOver({ bound, type, event, target }) {
    if (type === "submit") event.preventDefault();
    if (type !== "click" || !(event instanceof MouseEvent)) return true;
    if (bound instanceof HTMLAnchorElement) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
      event.preventDefault();
    }
    const button = target.closest("button,input");
    const form = button?.form;
    if (form && /^(submit|image)$/.test(button.type) && attribute(form, "dj-submit") === null) {
      event.preventDefault();
    }
    const label = target.closest("label");
    const control = label?.control;
    return !control || contains(control, target) || !contains(bound, control);
  }
  function describe({ root, bound, binding, type, event, target }) {
    const payload = {};
    const controls = [];
    const form = bound instanceof HTMLFormElement && type !== "click" ? bound : null;
    if (form) {
      const submitter = event instanceof SubmitEvent ? event.submitter : null;
      payload.f = formFields(form, submitter);
      if (submitter) payload.s = attribute(submitter, "name") ?? "";
      controls.push(...controlsOf(form));
    } else if (isToggle(target)) {
      payload.c = target.checked;
      controls.push(target);
    }
    if (type !== "click" && type !== "submit") {
      const { value, name: name2 } = target;
      if (!form && typeof value === "string") payload.v = value;
      if (typeof name2 === "string" && name2) payload.t = name2;
      if (!form && !controls.includes(target)) controls.push(target);
    }
    if (event instanceof KeyboardEvent) payload.k = event.key;
    const values = extraValues(bound);
    if (values) payload.d = values;
    const { name, args } = parseBinding(binding);
    const component = closest(bound, "[dj-c]");
    return {
      component: component && contains(root, component) && attribute(component, "dj-c") || 0,
      name,
      args,
      payload: orNull(payload),
      controls,
      edit: type === "input" || type === "change" ? target : null,
      submits: type === "submit" ? form : null
    };
  }

  // src/socket.ts
  var BASE = 250;
  var CAP = 1e4;
  var HEARTBEAT = 25e3;
  var STABLE = 5e3;
  var FINAL = /1009|400[1345]/;
  function delayBefore(attempt, code, random) {
    const wait = attempt === 0 ? 50 + random() * 200 : random() * Math.min(CAP, BASE * 2 ** attempt);
    if (code === 1001 || code === 1012) return wait + random() * 5e3;
    if (code === 4008) return wait + 5e3 + random() * 5e3;
    return wait;
  }
  var createSocket = (url, listener) => ({
    url,
    listener,
    current: null,
    state: "idle",
    attempt: 0,
    openedAt: 0,
    pulse: 0,
    retry: 0,
    watch: 0
  });
  function connect(socket) {
    if (socket.current) return;
    clearTimeout(socket.retry);
    socket.state = "connecting";
    const made = new WebSocket(socket.url);
    socket.current = made;
    socket.watch = window.setTimeout(() => drop(socket, made, 1006), CAP);
    made.onopen = () => {
      if (made !== socket.current) return;
      socket.state = "open";
      socket.openedAt = socket.pulse = Date.now();
      beat(socket);
      socket.listener.opened();
    };
    made.onmessage = ({ data }) => {
      if (made !== socket.current) return;
      socket.pulse = Date.now();
      socket.listener.received(String(data));
    };
    made.onclose = ({ code }) => drop(socket, made, code);
  }
  function send(socket, text) {
    if (socket.state === "open") socket.current?.send(text);
  }
  function restart(socket) {
    drop(socket, socket.current, 1006);
  }
  function suspend(socket) {
    release(socket);
    socket.state = "idle";
  }
  function wake(socket) {
    if (socket.state === "waiting") again(socket);
    else if (socket.state === "open" && Date.now() - socket.pulse > HEARTBEAT) ask(socket, 2e3);
  }
  function drop(socket, lost, code) {
    if (!lost || lost !== socket.current) return;
    if (socket.state === "open" && Date.now() - socket.openedAt > STABLE) socket.attempt = 0;
    release(socket);
    const final = FINAL.test(String(code));
    socket.state = final ? "idle" : "waiting";
    if (!final) {
      socket.retry = window.setTimeout(() => again(socket), delayBefore(socket.attempt++, code, Math.random));
    }
    socket.listener.lost(final);
  }
  function release(socket) {
    const lost = socket.current;
    socket.current = null;
    clearTimeout(socket.retry);
    clearTimeout(socket.watch);
    lost?.close();
  }
  function again(socket) {
    if (socket.state === "waiting" && document.visibilityState === "visible" && navigator.onLine) connect(socket);
  }
  function beat(socket) {
    clearTimeout(socket.watch);
    socket.watch = window.setTimeout(() => {
      if (document.visibilityState === "visible" && Date.now() - socket.pulse >= HEARTBEAT) ask(socket, CAP);
      else beat(socket);
    }, HEARTBEAT);
  }
  function ask(socket, patience) {
    const asked = Date.now();
    const { current } = socket;
    send(socket, '["h"]');
    clearTimeout(socket.watch);
    socket.watch = window.setTimeout(() => {
      if (socket.pulse < asked) drop(socket, current, 1006);
      else beat(socket);
    }, patience);
  }

  // src/template.ts
  var OPEN = "[";
  var CLOSE = "]";
  var PLACEHOLDER = "dj-slot";
  var HTML = "http://www.w3.org/1999/xhtml";
  var NAMESPACES = /* @__PURE__ */ new Map([
    ["svg", "http://www.w3.org/2000/svg"],
    ["math", "http://www.w3.org/1998/Math/MathML"]
  ]);
  function define(table, defs) {
    for (const { alias, slots, tree } of definitions(defs)) {
      const known = table.get(alias);
      if (known) {
        if (slots) known.slots = slots;
        known.tree ??= tree;
      } else {
        table.set(alias, { alias, table, slots: slots ?? [], tree, master: null, custom: false });
      }
    }
  }
  function clone(template) {
    if (!template.master) {
      if (!template.tree) return null;
      const inert = document.implementation.createHTMLDocument("");
      const master = inert.createDocumentFragment();
      build(template, master, template.tree);
      template.master = master;
    }
    return template.custom ? document.importNode(template.master, true) : template.master.cloneNode(true);
  }
  function build(template, parent, children2) {
    const owner = parent.ownerDocument;
    for (const child of children2) {
      if (typeof child === "string") insert(parent, owner.createTextNode(child), null);
      else if (typeof child === "number")
        for (const node of standIns(owner, template.slots[child])) insert(parent, node, null);
      else insert(parent, element(template, owner, child), null);
    }
  }
  function standIns(owner, slot2) {
    if (!slot2 || slot2.kind === "T" || slot2.kind === "p" || slot2.follows === CONTENT) return [];
    if (slot2.kind === "t") return [owner.createTextNode("")];
    if (slot2.follows === ONLY) return [owner.createElement(PLACEHOLDER)];
    return [owner.createComment(OPEN), owner.createComment(CLOSE)];
  }
  function element(template, owner, [tag, attributes, ...children2]) {
    const [prefix, local] = tag.split(":");
    const namespace = local && NAMESPACES.get(prefix) || HTML;
    const name = local ?? tag;
    const node = owner.createElementNS(namespace, name);
    for (let i = 0; attributes && i + 1 < attributes.length; i += 2) {
      const attribute2 = attributes[i];
      if (attribute2 !== "autofocus" && !/^on/i.test(attribute2))
        setAttribute(node, attribute2, attributes[i + 1]);
      if (attribute2 === "is") template.custom = true;
    }
    if (namespace === HTML && name.includes("-")) template.custom = true;
    build(template, node, children2);
    return node;
  }

  // src/instance.ts
  var isRange = (place) => place.on === "range" || place.on === "list";
  var UNKNOWN = { alias: -1, table: /* @__PURE__ */ new Map(), slots: [], tree: null, master: null, custom: false };
  var instanceOf = (template, region) => ({
    template,
    region,
    places: [],
    stale: false
  });
  var regionOf = (part) => ({
    element: null,
    parent: null,
    opening: null,
    closing: null,
    ...part
  });
  function templateOf(templates, alias) {
    const template = templates.get(alias);
    if (!template) throw new Mismatch(`no template ${alias}`);
    return template;
  }
  function container(region) {
    const parent = region.parent ?? parentOf(region.opening ?? region.element);
    if (!parent || region.closing && parentOf(region.closing) !== parent) throw new Mismatch("range taken apart");
    return parent;
  }
  var regionEnd = (region) => region.element ? nextSibling(region.element) : region.closing;
  function regionStart(region) {
    if (region.element) return region.element;
    return region.opening ? nextSibling(region.opening) : firstChild(region.parent);
  }
  function nodesOf(region) {
    const nodes = [];
    for (let node = regionStart(region), end2 = regionEnd(region); node && node !== end2; node = nextSibling(node))
      nodes.push(node);
    return nodes;
  }
  function placeOf(instance, index) {
    const known = instance.places[index];
    if (known && (known.on !== "text" || parentOf(known.text))) return known;
    const slot2 = instance.template.slots[index];
    if (!slot2) throw new Mismatch(`no slot ${index}`);
    const place = find2(instance, slot2);
    instance.places[index] = place;
    return place;
  }
  function bindAll(instance) {
    for (const index of instance.template.slots.keys()) placeOf(instance, index);
  }
  function scanRows(region, template) {
    return nodesOf(region).filter(isCounted).map((element2) => instanceOf(template, regionOf({ element: element2 })));
  }
  function find2(instance, slot2) {
    switch (slot2.kind) {
      case "t":
        return { on: "text", text: findText(instance, slot2) };
      case "T":
        if (slot2.path.length === 0) return { on: "text", text: findText(instance, slot2) };
        break;
      case "o":
      case "k":
        return { on: "range", region: findRegion(instance, slot2), child: null };
      case "l": {
        const region = findRegion(instance, slot2);
        return { on: "list", region, rows: scanRows(region, instance.template.table.get(slot2.alias) ?? UNKNOWN) };
      }
    }
    const element2 = elementAt(instance, slot2);
    return { on: "element", element: element2, tokens: slot2.kind === "c" ? serverTokens(instance, slot2, element2) : [] };
  }
  function serverTokens(instance, slot2, element2) {
    const path = String(slot2.path);
    const own = instance.template.slots.filter((other) => other.kind === "C" && String(other.path) === path);
    const spread = spreadOf(element2);
    return [...classesOf(element2)].filter(
      (token) => !spread.includes(`.${token}`) && !own.some((other) => other.name === token)
    );
  }
  function findRegion(instance, slot2) {
    const { region } = instance;
    if (slot2.follows === ONLY) {
      return region.element && String(slot2.path) === "0" ? region : regionOf({ element: elementAt(instance, slot2) });
    }
    if (slot2.follows === CONTENT) {
      return slot2.path.length ? regionOf({ parent: elementAt(instance, slot2) }) : region;
    }
    let { next } = findPoint(instance, slot2);
    while (next && !isCounted(next) && !isMarker(next)) next = nextSibling(next);
    if (!isComment(next) || next.data !== OPEN) throw new Mismatch("no range here");
    return regionOf({ opening: next, closing: matching(next) });
  }
  function matching(open) {
    let depth = 1;
    for (let node = nextSibling(open); node; node = nextSibling(node)) {
      if (!isMarker(node)) continue;
      depth += node.data === OPEN ? 1 : -1;
      if (depth === 0) return node;
    }
    throw new Mismatch("range without an end");
  }
  function findText(instance, slot2) {
    const { parent, next, stop } = findPoint(instance, slot2);
    let found = null;
    let node = next;
    while (node && node !== stop && !isCounted(node) && !isMarker(node)) {
      const after = nextSibling(node);
      if (isElement(node)) detach(node);
      else if (isText(node)) found ??= node;
      node = after;
    }
    if (found) return found;
    const text = document.createTextNode("");
    insert(parent, text, node);
    return text;
  }
  function findPoint(instance, slot2) {
    const inside = slot2.path.length ? regionOf({ parent: elementAt(instance, slot2) }) : instance.region;
    const [from, count] = siblingsFrom(instance, inside, slot2.follows === CONTENT ? 0 : slot2.follows);
    const stop = regionEnd(inside);
    let next = from;
    if (count > 0) {
      const element2 = nth(from, stop, count - 1);
      if (!element2) throw new Mismatch("element before it is missing");
      next = nextSibling(element2);
    }
    return { parent: container(inside), next, stop };
  }
  function siblingsFrom(instance, inside, step2) {
    if (typeof step2 === "number") return [regionStart(inside), step2];
    const range = placeOf(instance, step2[0]);
    if (!isRange(range) || !range.region.closing) throw new Mismatch("no range to count from");
    return [nextSibling(range.region.closing), step2[1]];
  }
  function elementAt(instance, slot2) {
    let inside = instance.region;
    let element2 = null;
    let siblings = inside;
    for (const step2 of slot2.path) {
      const [from, count] = siblingsFrom(instance, inside, step2);
      element2 = nth(from, regionEnd(inside), count);
      siblings = inside;
      inside = regionOf({ parent: element2 });
      if (!element2) break;
    }
    if (element2 && slot2.tag && !hasTag(element2, slot2.tag)) element2 = nearMiss(element2, siblings, slot2);
    if (!element2) throw new Mismatch(`no ${slot2.tag || "element"} at ${JSON.stringify(slot2.path)}`);
    return element2;
  }
  function nearMiss(found, siblings, { tag, path }) {
    const wrapped = localName(found) === "tbody" && attributeNames(found).length === 0;
    const index = path.at(-1);
    const inside = wrapped && typeof index === "number" ? nth(firstChild(found), null, index) : null;
    if (inside && hasTag(inside, tag)) return inside;
    const [only, other] = nodesOf(siblings).filter((node) => isCounted(node) && hasTag(node, tag));
    return other ? null : only ?? null;
  }
  function nth(from, stop, index) {
    let left = index;
    for (let node = from; node && node !== stop; node = nextSibling(node)) {
      if (isCounted(node) && left-- === 0) return node;
    }
    return null;
  }
  var isCounted = (node) => isElement(node) && localName(node) !== "font";
  var isMarker = (node) => isComment(node) && (node.data === OPEN || node.data === CLOSE);
  var hasTag = (element2, tag) => localName(element2) === tag.slice(tag.indexOf(":") + 1);

  // src/list.ts
  var NEW = -1;
  function expandRuns(runs, oldCount, newCount) {
    const order = [];
    const used = new Uint8Array(oldCount);
    let fresh = 0;
    for (let i = 0; i < runs.length; i += 2) {
      const start2 = runs[i];
      const length = runs[i + 1];
      if (typeof start2 !== "number" || !Number.isSafeInteger(length)) throw new Mismatch("not a run");
      const step2 = length < 0 ? -1 : 1;
      if (Math.abs(length) > oldCount + newCount) throw new Mismatch("run too long");
      for (let left = Math.abs(length), at = start2; left > 0; left--, at += step2) {
        if (start2 === NEW) {
          fresh++;
          order.push(NEW);
          continue;
        }
        if (used[at] !== 0) throw new Mismatch(`no row ${at} to take`);
        used[at] = 1;
        order.push(at);
      }
      if (fresh > newCount) throw new Mismatch("more new rows than given");
    }
    if (fresh !== newCount) throw new Mismatch("fewer new rows than given");
    return order;
  }
  function longestIncreasing(sequence) {
    const tails = [];
    const previous = new Int32Array(sequence.length);
    for (const [i, value] of sequence.entries()) {
      if (value < 0) continue;
      let low = 0;
      let high = tails.length;
      while (low < high) {
        const middle = low + high >> 1;
        if (sequence[tails[middle]] < value) low = middle + 1;
        else high = middle;
      }
      previous[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = i;
    }
    const stay = /* @__PURE__ */ new Set();
    for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]) stay.add(sequence[i]);
    return stay;
  }
  function rowsThatStay(order, pinned) {
    let allowed = order;
    for (const row of pinned) {
      const at = allowed.indexOf(row);
      if (at >= 0) allowed = allowed.map((other, i) => i < at === other < row || other === row ? other : NEW);
    }
    return longestIncreasing(allowed);
  }
  var moverOf = (parent) => "moveBefore" in parent ? parent : null;
  function arrange(parent, end2, old, rows, order) {
    for (const row of order) {
      if (row !== NEW && parentOf(old[row]) !== parent) throw new Mismatch("row taken out");
    }
    const kept = new Set(order);
    for (const [i, element2] of old.entries()) if (!kept.has(i)) detach(element2);
    const mover = isAttached(parent) ? moverOf(parent) : null;
    const stay = rowsThatStay(order, mover ? [] : pinnedRows(old, order));
    const restore = mover ? null : rememberScroll(old, order, stay);
    let before = end2;
    for (let i = rows.length - 1; i >= 0; i--) {
      const element2 = rows[i];
      const from = order[i];
      if (mover && from !== NEW) {
        if (!stay.has(from)) mover.moveBefore(element2, before);
      } else if (!stay.has(from)) insert(parent, element2, before);
      before = element2;
    }
    restore?.();
  }
  function pinnedRows(old, order) {
    const fragile = "iframe,audio,video,[dj-pin],dialog[open],[popover]";
    const focused = document.activeElement;
    const rows = order.filter((row) => row !== NEW);
    const holds = (row) => {
      const element2 = old[row];
      return attribute(element2, "dj-pin") !== null || [...findAll(element2, fragile)].length > 0;
    };
    const withFocus = rows.filter((row) => contains(old[row], focused));
    return [...withFocus, ...rows.filter(holds)];
  }
  function rememberScroll(old, order, stay) {
    const offsets = [];
    for (const row of order) {
      if (row === NEW || stay.has(row)) continue;
      for (const node of [old[row], ...findAll(old[row], "*")]) {
        if (node.scrollTop || node.scrollLeft) offsets.push([node, node.scrollTop, node.scrollLeft]);
      }
    }
    return () => {
      for (const [node, top, left] of offsets) {
        node.scrollTop = top;
        node.scrollLeft = left;
      }
    };
  }
  function newRows(news) {
    if (!news) return [];
    const [alias, ...rest] = asArray(news);
    if (alias !== 0) return rest.map((values) => ({ alias: asCount(alias), values: asArray(values) }));
    const rows = [];
    for (let i = 0; i < rest.length; i += 2) rows.push({ alias: asCount(rest[i]), values: asArray(rest[i + 1]) });
    return rows;
  }

  // src/patch.ts
  function patch(frame, instance, ops, from = 0) {
    if (instance.stale) return;
    try {
      for (let i = from; i < ops.length; i += 2) {
        const index = asCount(ops[i]);
        const slot2 = slotOf(instance, index);
        writeSlot(frame, slot2, attached(placeOf(instance, index)), ops[i + 1]);
      }
    } catch (error) {
      instance.stale = true;
      frame.report(instance, error);
    }
  }
  function build2(frame, alias, values, from, single) {
    const template = templateOf(frame.templates, alias);
    const nodes = clone(template);
    if (!nodes) throw new Mismatch(`no tree for template ${alias}`);
    const instance = instanceOf(
      template,
      single ? regionOf({ element: nodes.firstElementChild }) : regionOf({ parent: nodes })
    );
    bindAll(instance);
    for (const [index, slot2] of template.slots.entries()) {
      const value = values[from + index];
      if (value === void 0) throw new Mismatch(`no value for slot ${index}`);
      writeSlot(frame, slot2, placeOf(instance, index), value);
    }
    return { instance, nodes };
  }
  function mount(region, instance, nodes) {
    const parent = container(region);
    const end2 = regionEnd(region);
    const element2 = instance.region.element;
    for (const node of nodesOf(region)) detach(node);
    insert(parent, nodes, end2);
    adopt(instance, region, element2);
  }
  function adopt(instance, region, element2) {
    const built = instance.region;
    if (region.element) region.element = element2;
    instance.region = region;
    for (const place of instance.places) {
      if (!place || !isRange(place) || place.region !== built) continue;
      place.region = region;
      if (place.on === "range" && place.child) adopt(place.child, region, element2);
    }
  }
  function slotOf(instance, index) {
    const slot2 = instance.template.slots[index];
    if (!slot2) throw new Mismatch(`no slot ${index}`);
    return slot2;
  }
  function attached(place) {
    const node = place.on === "element" ? place.element : place.on === "text" ? place.text : container(place.region);
    if (!isAttached(node)) throw new Mismatch("taken out of the page");
    return place;
  }
  function writeSlot(frame, slot2, place, value) {
    if (place.on === "range") writeRange(frame, place, value);
    else if (place.on === "list") writeList(frame, place, value, slot2.alias < 0);
    else writeScalar(slot2, place, value, frame.writeProperty);
  }
  function writeRange(frame, place, value) {
    if (value === 0) {
      for (const node of nodesOf(place.region)) detach(node);
      place.child = null;
      return;
    }
    enter(frame, place.child, place.region, asArray(value), (child) => {
      place.child = child;
    });
  }
  function enter(frame, child, region, value, put2) {
    const alias = asCount(value[1]);
    if (value[0] === 1) {
      const { instance, nodes } = build2(frame, alias, value, 2, region.element !== null);
      mount(region, instance, nodes);
      put2(instance);
    } else {
      const standing2 = named(frame, child, region, alias);
      put2(standing2);
      patch(frame, standing2, value, 2);
    }
  }
  function named(frame, child, region, alias) {
    const template = templateOf(frame.templates, alias);
    if (!child || child.template === UNKNOWN) return instanceOf(template, region);
    if (child.template !== template) throw new Mismatch(`another template stands here`);
    return child;
  }
  function writeList(frame, place, value, mixed) {
    const ops = asArray(value);
    let first = 1;
    if (ops[0] === "o") {
      reorder(frame, place, ops);
      first = 4;
    } else if (ops[0] !== place.rows.length) {
      throw new Mismatch(`${place.rows.length} rows where ${ops[0]} should be`);
    }
    for (let i = first; i < ops.length; i += 2) {
      const index = asCount(ops[i]);
      const row = place.rows[index];
      if (!row) throw new Mismatch(`no row ${index}`);
      const inside = asArray(ops[i + 1]);
      if (!mixed) patch(frame, row, inside);
      else {
        enter(frame, row, row.region, inside, (child) => {
          place.rows[index] = child;
        });
      }
    }
  }
  function reorder(frame, place, ops) {
    const old = place.rows;
    if (ops[1] !== old.length) throw new Mismatch(`${old.length} rows where ${ops[1]} should be`);
    const news = newRows(ops[3]);
    const order = expandRuns(asArray(ops[2] || []), old.length, news.length);
    const built = news.map(({ alias, values }) => build2(frame, alias, values, 0, true).instance);
    let next = 0;
    const rows = order.map((from) => from === NEW ? built[next++] : old[from]);
    const elements = (list) => list.map((row) => row.region.element);
    arrange(container(place.region), regionEnd(place.region), elements(old), elements(rows), order);
    place.rows = rows;
  }

  // src/resync.ts
  var AHEAD = 32;
  function settle(frame, inputs, region, values) {
    const { instance, nodes } = build2(frame, asCount(values[0]), values, 1, region.element !== null);
    const parent = container(region);
    const kept = /* @__PURE__ */ new Map();
    morphNodes(inputs, parent, nodesOf(region), [...nodes.childNodes], regionEnd(region), kept);
    const { element: element2 } = instance.region;
    adopt(instance, region, element2 && (kept.get(element2) ?? element2));
    rehome(instance, kept, inputs);
    return instance;
  }
  function morphNodes(inputs, parent, standing2, built, end2, kept) {
    let at = 0;
    for (const [i, wanted] of built.entries()) {
      const found = at + standing2.slice(at, at + AHEAD).findIndex((node) => isSame(node, wanted));
      const coming = built.slice(i + 1, i + AHEAD);
      if (found < at || standing2.slice(at, found).some((node) => coming.some((later) => isSame(node, later)))) {
        insert(parent, wanted, standing2[at] ?? end2);
        continue;
      }
      while (at < found) detach(standing2[at++]);
      morphNode(inputs, standing2[at++], wanted, kept);
    }
    while (at < standing2.length) detach(standing2[at++]);
  }
  function isSame(standing2, built) {
    if (isElement(standing2) && isElement(built)) {
      return localName(standing2) === localName(built) && namespaceOf(standing2) === namespaceOf(built) && ["id", "name", "type"].every((name) => attribute(standing2, name) === attribute(built, name));
    }
    if (isComment(standing2) && isComment(built)) return standing2.data === built.data;
    return standing2.nodeType === built.nodeType;
  }
  function morphNode(inputs, standing2, built, kept) {
    kept.set(built, standing2);
    if (isElement(standing2) && isElement(built)) {
      morphAttributes(standing2, built, inputs.isControlled(built));
      if (built instanceof HTMLTextAreaElement) return;
      morphNodes(inputs, standing2, [...standing2.childNodes], [...built.childNodes], null, kept);
    } else if (standing2.nodeValue !== built.nodeValue) standing2.nodeValue = built.nodeValue;
  }
  function morphAttributes(standing2, built, controlled) {
    const own = (name) => name === "style" || name === "open" || controlled && /^(value|checked|selected)$/.test(name);
    const wanted = attributeNames(built);
    for (const name of attributeNames(standing2)) {
      if (!own(name) && !wanted.includes(name)) setAttribute(standing2, name, null);
    }
    for (const name of wanted) {
      const value = attribute(built, name);
      if (!own(name) && attribute(standing2, name) !== value) setAttribute(standing2, name, value);
    }
    const { cssText } = styleOf(built);
    if (styleOf(standing2).cssText !== cssText) styleOf(standing2).cssText = cssText;
  }
  function rehome(instance, kept, inputs) {
    rehomeRegion(instance.region, kept);
    for (const [index, place] of instance.places.entries()) {
      if (!place) continue;
      rehomePlace(place, kept);
      const slot2 = instance.template.slots[index];
      if (place.on === "element") {
        const standing2 = kept.get(place.element);
        if (slot2?.kind === "p" && standing2) inputs.write(standing2, slot2.name, heldIn(place.element, slot2.name));
        place.element = standing2 ?? place.element;
      }
      const inside = place.on === "list" ? place.rows : place.on === "range" && place.child ? [place.child] : [];
      for (const child of inside) rehome(child, kept, inputs);
    }
  }
  function rehomePlace(place, kept) {
    if (place.on === "text") place.text = kept.get(place.text) ?? place.text;
    else if (place.on !== "element") rehomeRegion(place.region, kept);
  }
  function rehomeRegion(region, kept) {
    const standing2 = (node) => node && (kept.get(node) ?? node);
    region.element = standing2(region.element);
    region.parent = standing2(region.parent);
    region.opening = standing2(region.opening);
    region.closing = standing2(region.closing);
  }
  var heldIn = (element2, name) => element2 instanceof HTMLTextAreaElement ? element2.defaultValue : attribute(element2, name);
  function locate(root, path) {
    let owner = root;
    let at;
    for (let i = 0; i < path.length; i++) {
      if (!owner) throw new Mismatch("nothing stands on the way");
      const place = placeOf(owner, path[i]);
      if (!isRange(place)) throw new Mismatch("no instance here");
      at = { place, row: place.on === "list" ? path[++i] : -1 };
      owner = standing(at);
    }
    if (!at) throw new Mismatch("the root has no place");
    return at;
  }
  function standing({ place, row }) {
    return place.on === "list" ? place.rows[row] : place.on === "range" && place.child || void 0;
  }
  function settleAt(frame, inputs, at, values) {
    const { place, row } = at;
    const region = place.on === "list" ? standing(at)?.region : place.region;
    if (!region) throw new Mismatch(`no row ${row}`);
    const settled = settle(frame, inputs, region, values);
    if (place.on === "list") place.rows[row] = settled;
    else if (place.on === "range") place.child = settled;
  }
  function pathTo(from, wanted) {
    if (from === wanted) return [];
    for (const [child, ...steps] of children(from)) {
      const rest = pathTo(child, wanted);
      if (rest) return [...steps, ...rest];
    }
    return null;
  }
  function reach(instance, element2, inputs) {
    if (instance.stale) return;
    try {
      for (const [index, slot2] of instance.template.slots.entries()) {
        const place = placeOf(instance, index);
        if (slot2.kind === "p" && place.on === "element") inputs.claim(place.element);
      }
    } catch {
      return;
    }
    for (const [child] of children(instance)) {
      if (nodesOf(child.region).some((node) => contains(node, element2))) return reach(child, element2, inputs);
    }
  }
  function* children(instance) {
    for (const [slot2, place] of instance.places.entries()) {
      if (place?.on === "range" && place.child) yield [place.child, slot2];
      if (place?.on === "list") for (const [row, child] of place.rows.entries()) yield [child, slot2, row];
    }
  }

  // src/view.ts
  var STATES = ["connected", "disconnected", "offline", "error"];
  var MOST_WAITING = 100;
  var RESYNC_WINDOW = 1e4;
  var MOST_BYTES = 13e4;
  var TOO_LARGE = "Too large to send.";
  var MOST_RECOVERED = 64e3;
  function createView(root, block, outside) {
    const templates = /* @__PURE__ */ new Map();
    const view = {
      root,
      outside,
      token: attribute(root, "dj-v") ?? "",
      secret: 0,
      joined: false,
      templates,
      instance: instanceOf(UNKNOWN, regionOf({ parent: root })),
      seq: 0,
      replayed: 0,
      ref: 0,
      sentRef: 0,
      waiting: [],
      asked: /* @__PURE__ */ new Set(),
      mismatches: [],
      refusal: "",
      notice: document.createElement("div")
    };
    try {
      define(templates, JSON.parse(block));
      view.instance.template = templateOf(templates, 0);
      bindAll(view.instance);
    } catch (error) {
      mismatch(view, view.instance, error);
    }
    return view;
  }
  function push(view, event) {
    const { inputs } = view.outside;
    const { edit, submits } = event;
    const last = view.waiting.at(-1);
    if (last && edit && last.edit === edit && last.frame[2] === event.name && last.ref > view.sentRef) {
      view.waiting.pop();
      view.ref--;
    }
    if (view.waiting.length >= MOST_WAITING) return tell(view, "waiting", "too many events");
    for (const control of event.controls) reach(view.instance, control, inputs);
    const ref = view.ref + 1;
    const frame = [ref, event.component, event.name, event.args, ...event.payload ? [event.payload] : []];
    const refusal = weigh(frame) > MOST_BYTES ? TOO_LARGE : "";
    alert(view, refusal);
    if (refusal) return tell(view, "large", refusal);
    view.ref = ref;
    const controls = event.controls.map((control) => [control, inputs.lastEdit(control)]);
    const waiting = { ref, frame, controls, edit, submits };
    view.waiting.push(waiting);
    if (view.joined) sendEvent(view, waiting);
  }
  function alert({ root, notice }, text) {
    notice.role = "alert";
    notice.className = "dj-alert";
    notice.textContent = text;
    if (text) root.before(notice);
    else notice.remove();
  }
  var weigh = (frame) => new Blob([JSON.stringify(frame)]).size;
  function opened(view) {
    const { outside, root, token, secret, seq, sentRef } = view;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const url = location.pathname + location.search;
    let room = MOST_RECOVERED;
    const forms = outside.changedForms(root).filter((form) => {
      const left = room - weigh(form) - 64 * form[2].length;
      if (left > 0) room = left;
      return left > 0;
    });
    outside.send([
      "j",
      VERSION,
      token,
      secret,
      attribute(root, "dj-h") ?? 0,
      seq,
      sentRef,
      forms.length ? forms : 0,
      url,
      zone,
      navigator.language
    ]);
  }
  function closed(view, state) {
    view.joined = false;
    showState(view, state);
  }
  function leave(view) {
    view.outside.send(["l"]);
  }
  function showState(view, state) {
    const classes = classesOf(view.root);
    for (const other of STATES) classes.toggle(`dj-${other}`, other === state);
  }
  function receive(view, down) {
    view.refusal = down.type === "failed" ? down.text : "";
    switch (down.type) {
      case "update":
        return update(view, down);
      case "acked":
        return apply(view, [], take(view, down.acked), "done");
      case "failed":
        apply(view, [], take(view, down.acked), "failed");
        return tell(view, down.code, down.text);
      case "joined":
        return answered(view, down.joined);
      case "resynced":
        return resynced(view, down);
      case "navigate":
        return down.url ? view.outside.navigate(down.url, down.replace) : view.outside.refresh();
      case "heartbeat":
        view.token = down.token || view.token;
    }
  }
  function update(view, { seq, patch: ops, acked, defs }) {
    define(view.templates, defs);
    if (seq <= view.seq) return;
    const events = seq > view.replayed ? take(view, acked) : [];
    if (seq > view.seq + 1) mismatch(view, view.instance, new Mismatch(`frame ${seq} after ${view.seq}`));
    view.seq = seq;
    apply(view, ops, events, "done");
  }
  function apply(view, ops, events, outcome) {
    const { inputs } = view.outside;
    const untouched = ({ controls }) => controls.filter(([control, edit]) => inputs.lastEdit(control) === edit).map(([control]) => control);
    const refused = outcome === "failed" ? events.at(-1) : void 0;
    const accepted = outcome === "unknown" ? [] : events.filter((event) => event.submits && event !== refused);
    for (const event of accepted) {
      for (const control of untouched(event)) inputs.handedOver.add(control);
    }
    write(inputs, () => {
      if (ops.length) patch(frameOf(view), view.instance, ops);
    });
    for (const event of events) {
      for (const control of untouched(event)) correct(inputs, control, event === refused);
    }
    for (const event of accepted) {
      const keeps = !event.submits || attribute(event.submits, "dj-keep") !== null;
      for (const control of untouched(event)) inputs.accepted(control, keeps);
    }
    inputs.handedOver.clear();
  }
  function write(inputs, run) {
    inputs.written.clear();
    run();
    for (const control of inputs.written) if (control instanceof HTMLSelectElement) inputs.correct(control);
  }
  function correct(inputs, control, refused) {
    const isChoice = isToggle(control) || control instanceof HTMLSelectElement;
    if (inputs.isControlled(control) && !inputs.written.has(control) && (isChoice || !refused)) inputs.correct(control);
  }
  var take = (view, acked) => view.waiting.splice(0, acked);
  function answered(view, { seq, ref, secret, defs, values, replay }) {
    view.secret = secret;
    view.joined = true;
    if (values) view.templates = /* @__PURE__ */ new Map();
    define(view.templates, defs);
    view.replayed = replay ? seq : 0;
    if (!replay) view.seq = seq;
    if (values) mend(view, [], values);
    const done = view.waiting.filter((event) => event.ref <= ref);
    view.waiting = view.waiting.filter((event) => event.ref > ref);
    apply(view, [], done, "unknown");
    for (const event of view.waiting) sendEvent(view, event);
    if (view.instance.stale) view.asked.add(view.instance);
    for (const instance of view.asked) ask2(view, instance);
    showState(view, "connected");
  }
  function sendEvent(view, { ref, frame }) {
    view.sentRef = Math.max(view.sentRef, ref);
    view.outside.send(frame);
  }
  function resynced(view, { seq, path, values, defs }) {
    define(view.templates, defs);
    view.seq = seq;
    mend(view, path, values);
  }
  function mend(view, path, values) {
    const { inputs } = view.outside;
    try {
      write(inputs, () => {
        const frame = frameOf(view);
        if (path.length) {
          const at = locate(view.instance, path);
          const before = standing(at);
          if (before) view.asked.delete(before);
          settleAt(frame, inputs, at, values);
        } else {
          view.instance = settle(frame, inputs, regionOf({ parent: view.root }), values);
          view.asked.clear();
        }
      });
    } catch (error) {
      mismatch(view, view.instance, error);
    }
  }
  function frameOf(view) {
    setAttribute(view.root, "dj-h", null);
    return {
      templates: view.templates,
      writeProperty: view.outside.inputs.write,
      report: (instance, error) => mismatch(view, instance, error)
    };
  }
  function mismatch(view, instance, error) {
    const path = pathTo(view.instance, instance) ?? [];
    console.warn("liveview: resync", path, error);
    const times = note(view, path.join());
    if (times > 2) return view.outside.refresh();
    if (times > 1 && path.length) note(view, "");
    const target = times > 1 || !path.length ? view.instance : instance;
    target.stale = true;
    view.asked.add(target);
    if (view.joined) ask2(view, target);
  }
  function note(view, key) {
    const now = Date.now();
    view.mismatches = view.mismatches.filter(([, time]) => now - time < RESYNC_WINDOW);
    view.mismatches.push([key, now]);
    return view.mismatches.filter(([path]) => path === key).length;
  }
  function ask2(view, instance) {
    const path = pathTo(view.instance, instance);
    if (path) view.outside.send(["r", view.seq, path]);
    else view.asked.delete(instance);
  }
  function tell(view, code, text) {
    console.warn(`liveview: ${code}: ${text}`);
    view.root.dispatchEvent(new CustomEvent("dj:error", { bubbles: true, detail: { code, text } }));
  }

  // src/main.ts
  var ENDPOINT = "/_live/socket";
  var RELOADS = "dj-reloads";
  var MOST_RELOADS = 3;
  var RELOAD_WINDOW = 12e4;
  var LOST = "Please reload the page.";
  function start() {
    const roots = [...document.querySelectorAll("[dj-v]")];
    if (!roots.length) return;
    const blocks = [...document.querySelectorAll("script[dj-t]")];
    const address = new URL(ENDPOINT, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const inputs = createInputs();
    const page = {
      inputs,
      socket: createSocket(
        address.href,
        listenerOf(() => page)
      ),
      views: [],
      ended: false
    };
    page.views = roots.map((root, index) => {
      applyStyles(root);
      inputs.bind(root);
      return createView(root, blocks[index]?.textContent ?? "", outsideOf(page, index));
    });
    const flush2 = listen({
      inputs,
      isLive: (root) => !page.ended && roots.includes(root),
      push: (root, event) => {
        const view = page.views[roots.indexOf(root)];
        if (view) push(view, event);
      }
    });
    watchPage(page, flush2);
    connect(page.socket);
  }
  function listenerOf(pageOf) {
    return {
      opened() {
        for (const view of pageOf().views) opened(view);
      },
      lost(final) {
        if (final) end(pageOf());
        else for (const view of pageOf().views) closed(view, unconnected());
      },
      received(text) {
        const page = pageOf();
        try {
          const { view, down } = decode(text);
          const named2 = page.views[view];
          if (named2) receive(named2, down);
        } catch (error) {
          console.error("liveview:", error);
          restart(page.socket);
        }
      }
    };
  }
  function outsideOf(page, index) {
    return {
      inputs: page.inputs,
      changedForms: (root) => changedForms(root, page.inputs),
      send: (frame) => send(page.socket, JSON.stringify(index ? ["v", index, frame] : frame)),
      refresh: () => reload(page),
      navigate(url, replace) {
        const target = new URL(url, location.href);
        if (!/^https?:$/.test(target.protocol)) return;
        if (replace) location.replace(target);
        else location.assign(target);
      }
    };
  }
  var unconnected = () => navigator.onLine ? "disconnected" : "offline";
  function watchPage(page, flush2) {
    const { socket } = page;
    const rest = () => {
      suspend(socket);
      for (const view of page.views) closed(view, unconnected());
    };
    const resume = () => {
      if (!page.ended) connect(socket);
    };
    addEventListener("pagehide", (event) => {
      flush2();
      if (event.persisted) rest();
      else page.views.forEach(leave);
    });
    addEventListener("pageshow", (event) => {
      if (event.persisted) resume();
    });
    document.addEventListener("freeze", rest);
    document.addEventListener("resume", resume);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") wake(socket);
    });
    addEventListener("online", () => wake(socket));
    addEventListener("offline", () => {
      for (const view of page.views) if (!page.ended && !view.joined) showState(view, "offline");
    });
  }
  function reload(page) {
    if (page.ended) return;
    suspend(page.socket);
    const times = countReload();
    if (times > MOST_RELOADS) return end(page);
    page.ended = true;
    setTimeout(() => location.reload(), Math.random() * 500 * times);
  }
  function countReload() {
    try {
      const now = Date.now();
      const times = JSON.parse(sessionStorage.getItem(RELOADS) ?? "[]");
      const recent = [...times.filter((time) => now - time < RELOAD_WINDOW), now];
      sessionStorage.setItem(RELOADS, JSON.stringify(recent));
      return recent.length;
    } catch {
      return Infinity;
    }
  }
  function end(page) {
    page.ended = true;
    suspend(page.socket);
    for (const view of page.views) {
      closed(view, "error");
      alert(view, view.refusal || LOST);
    }
  }
  if (document.prerendering) {
    document.addEventListener("prerenderingchange", start, { once: true });
  } else start();
})();
