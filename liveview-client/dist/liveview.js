(() => {

// src/dom.ts
var free = (method, ...given) => Function.prototype.call.bind(method, ...given);
var getter = (prototype, name, ...given) => free(Object.getOwnPropertyDescriptor(prototype, name)?.get, ...given);
var node = Node.prototype;
var methods = Element.prototype;
var firstChild = getter(node, "firstChild");
var nextSibling = getter(node, "nextSibling");
var parentOf = getter(node, "parentNode");
var isAttached = getter(node, "isConnected");
var localName = getter(methods, "localName");
var namespaceOf = getter(methods, "namespaceURI");
var classesOf = getter(methods, "classList");
var controlsOf = getter(HTMLFormElement.prototype, "elements");
var styleOfHtml = getter(HTMLElement.prototype, "style");
var attribute = free(methods.getAttribute);
var has = free(methods.hasAttribute);
var spreadOf = (element2) => attribute(element2, "dj-a")?.split(" ") ?? [];
var attributeNames = free(methods.getAttributeNames);
var styleOf = (element2) => element2 instanceof HTMLElement ? styleOfHtml(element2) : element2.style;
var findAll = free(methods.querySelectorAll);
var closest = free(methods.closest);
var matches = free(methods.matches);
function isIgnoredAttribute(element2, name) {
  const ignored = attribute(element2, "dj-ignore-attrs")?.split(/[\s,]+/) ?? [];
  return ignored.some((own) => own === name || own.endsWith("*") && name.startsWith(own.slice(0, -1)));
}
var insert = free(node.insertBefore);
var rootOf = free(node.getRootNode);
var contains = free(node.contains);
var page = Document.prototype;
var ofDocument = (name) => getter(page, name, document);
var focused = ofDocument("activeElement");
var visibility = ofDocument("visibilityState");
var isSeen = () => visibility() === "visible";
var createElement = free(page.createElement, document);
var createText = free(page.createTextNode, document);
var imported = free(page.importNode, document);
var findInDocument = free(page.querySelectorAll, document);
var findOnPage = (selector) => [...findInDocument(selector)];
var listen = free(page.addEventListener, document);
var hear = (type, heard, capture = false) => listen(
  type,
  (event) => {
    const [target] = event.composedPath();
    if (target instanceof Element) heard(event, target);
  },
  { capture }
);
var dispatch = (element2, name, detail, bubbles = true) => element2.dispatchEvent(new CustomEvent(name, { bubbles, detail }));
var isElement = (node2) => node2?.nodeType === 1;
var isText = (node2) => node2?.nodeType === 3;
var isComment = (node2) => node2?.nodeType === 8;
var LEAVING = "dj-leaving";
var isLeaving = (node2) => isElement(node2) && has(node2, LEAVING);
var isGoing = (element2) => closest(element2, `[${LEAVING}]`) !== null;
var removeChild = free(node.removeChild);
function detach(node2) {
  const parent = parentOf(node2);
  if (parent) removeChild(parent, node2);
}
var FAR = /^dj-(window-|document-|click-away|shortcut$)/;
var RARE = /^dj-(dbl|context|paste|pointer|mouse|touch|drag|drop|invalid|scroll|toggle|close|cancel)/;
function markRare(element2, name) {
  const found = FAR.test(name) ? "dj-far" : RARE.test(name) && "dj-rare";
  if (found) methods.setAttribute.call(element2, found, "");
}
function setAttribute(element2, name, value) {
  if (value === null) methods.removeAttribute.call(element2, name);
  else if (name.startsWith("xlink:")) methods.setAttributeNS.call(element2, "http://www.w3.org/1999/xlink", name, value);
  else if (name.startsWith("xml:")) {
    methods.setAttributeNS.call(element2, "http://www.w3.org/XML/1998/namespace", name, value);
  } else {
    methods.setAttribute.call(element2, name, value);
    markRare(element2, name);
  }
}

// src/commands.ts
var createToolbox = (more) => ({
  ops: Object.assign(/* @__PURE__ */ Object.create(null), OPS),
  more,
  extensions: /* @__PURE__ */ new Map()
});
async function run(world, element2, commands) {
  const { ops, more } = world.toolbox;
  for (const [name, target, ...args] of commands) {
    const op = String(name);
    if (!ops[op]) await more();
    for (const found of targets(element2, target)) {
      const done = ops[op]?.(world, found, args);
      if (done instanceof Promise) await done;
    }
  }
}
function parseBinding(binding) {
  const parts = /^(?:debounce=(\d+) |throttle=(\d+) )?(.*)/s.exec(binding) ?? [];
  const [, debounce = null, throttle = null, text = ""] = parts;
  const said = read(text);
  const commands = !said.length || Array.isArray(said[0]) ? said : [["push", 0, said]];
  const [, , call = ""] = commands.find(([op]) => op === "push") ?? [];
  const [name, args] = callOf(call);
  return { name, args, commands, debounce, throttle };
}
function isMain(element2, type) {
  const names = attributeNames(element2).map((name) => name.split(".")[0]);
  const main = ["dj-submit", "dj-click"].find((name) => names.includes(name));
  return !main || main === `dj-${type}`;
}
function callOf(call) {
  const [name, ...args] = [call].flat();
  return [String(name), args.length ? args : 0];
}
function read(text) {
  try {
    if (text.startsWith("[")) return JSON.parse(text);
  } catch {
  }
  return [text];
}
function targets(element2, target) {
  if (!target) return [element2];
  if (!Array.isArray(target)) return findOnPage(String(target));
  const selector = String(target[1]);
  if (target[0] === "inner") return [...findAll(element2, selector)];
  const ancestor = closest(element2, selector);
  return ancestor ? [ancestor] : [];
}
var OPS = {
  push: (world, element2, [call, options]) => world.push(element2, call ?? "", options ?? null)
};

// src/life.ts
function createLife() {
  const watches = [];
  const arounds = [];
  const came = /* @__PURE__ */ new Set();
  const late = /* @__PURE__ */ new WeakSet();
  let haveLeft = false;
  const tell4 = (isFirst) => {
    if (haveLeft) sweep(life, watches);
    haveLeft = false;
    const roots = [...came];
    came.clear();
    for (const root of roots) if (isAttached(root)) welcome(life, watches, root, isFirst);
  };
  const life = {
    exits: [],
    aside: /* @__PURE__ */ new WeakMap(),
    states: [],
    touched: [],
    on(selector, watcher) {
      const present = /* @__PURE__ */ new Set();
      watches.push({ selector, watcher, present });
      return present;
    },
    around: (before) => void arounds.push(before),
    entered(node2) {
      late.add(node2);
      if (isElement(node2) && isAttached(node2)) came.add(node2);
    },
    changed(root) {
      if (!isAttached(root)) return;
      came.add(root);
      haveLeft = true;
    },
    isLate: (element2) => isIn(late, element2),
    silent: (run2) => run2(),
    leave(node2) {
      const isSeen2 = isElement(node2) && isAttached(node2);
      haveLeft ||= isSeen2;
      const ends = isSeen2 ? life.exits.flatMap((exit) => guarded(() => exit(node2)) ?? []) : [];
      if (!ends.length) return detach(node2);
      hold(node2);
      void Promise.allSettled(ends).then(() => detach(node2));
    },
    frame(run2) {
      const afters = arounds.map(guarded);
      try {
        run2();
      } finally {
        tell4(false);
        for (const after of afters) guarded(() => after?.());
      }
    },
    start(root) {
      came.add(root);
      tell4(true);
    }
  };
  return life;
}
function isIn(set, element2) {
  let node2 = element2;
  while (node2 && !set.has(node2)) node2 = parentOf(node2);
  return node2 !== null;
}
function sweep(life, watches) {
  for (const { selector, watcher, present } of watches) {
    for (const element2 of present) {
      if (isThere(life, element2, selector)) continue;
      present.delete(element2);
      guarded(() => watcher.left?.(element2));
    }
  }
}
function welcome(life, watches, root, isFirst) {
  const selectors = watches.map(({ selector }) => selector).join();
  for (const element2 of selectors ? [root, ...findAll(root, selectors)] : []) {
    for (const { selector, watcher, present } of watches) {
      if (present.has(element2) || !isThere(life, element2, selector)) continue;
      present.add(element2);
      guarded(() => watcher.entered?.(element2, isFirst));
    }
  }
}
function isThere(life, element2, selector) {
  const holder = life.aside.get(rootOf(element2));
  const stands = holder ? isThere(life, holder, "*") : isAttached(element2);
  return stands && matches(element2, selector) && !isGoing(element2);
}
function hold(element2) {
  for (const name of [LEAVING, "inert", "aria-hidden"]) setAttribute(element2, name, "true");
  for (const field of [element2, ...findAll(element2, "[name],form")]) {
    setAttribute(field, "form", "");
    setAttribute(field, "dj-no-recover", "");
  }
}
function guarded(run2) {
  try {
    return run2();
  } catch (error) {
    reportError(error);
    return void 0;
  }
}

// src/protocol.ts
var VERSION = 1;
var CONTENT = -1;
var ONLY = -2;
var Mismatch = class extends Error {
};
function expect(good, message) {
  if (!good) throw new Mismatch(message);
}
function asArray(value) {
  expect(Array.isArray(value), "not an array");
  return value;
}
function asCount(value) {
  expect(Number.isSafeInteger(value) && value >= 0, "not a count");
  return value;
}
function decode(text, hearers) {
  const frame = asArray(JSON.parse(text));
  const [view, inner] = frame[0] === "v" ? [asCount(frame[1]), asArray(frame[2])] : [0, frame];
  const hearer = hearers[view];
  if (hearer) tell(hearer, inner);
}
function tell(hearer, [head, a, b, c, d]) {
  if (typeof head === "number") return hearer.update(head, asArray(a || []), asCount(b ?? 0), c ?? 0, asArray(d || []));
  switch (head) {
    case "a":
      return hearer.acked(asCount(a));
    case "e":
      return hearer.failed(asCount(c ?? 0), String(a), String(b || ""));
    case "j":
      return hearer.answered(joined(a));
    case "r":
      return hearer.resynced(asCount(a), asArray(b).map(asCount), asArray(c), d ?? 0);
    case "n":
      return hearer.visit(String(b), member(c, "replace") === true);
    case "h":
      return hearer.heard(String(a || ""));
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
function perform(effects, performer) {
  for (const effect of effects) {
    const [head, a = null, b = null] = asArray(effect);
    if (head === "c") performer.commands(asArray(a));
    else if (head === "e") performer.pushed(String(a), b);
    else if (head === "r") performer.replied(asCount(a), b);
    else throw new Mismatch("not an effect");
  }
}
var member = (value, name) => Object(value)[name];
function definitions(defs) {
  return many(defs, definition) ?? [];
}
var many = (value, read2) => value ? asArray(value).map(read2) : null;
function definition(value) {
  const [alias, , slots, tree, shown] = asArray(value);
  return {
    alias: asCount(alias),
    slots: many(slots, slot),
    tree: many(tree, treeChild),
    shown: asArray(shown ?? [])
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
function writeScalar({ kind, name }, spot, value, writers) {
  const text = String(value ?? "");
  const element2 = spot.node;
  if (/[asCcp]/.test(kind) && isKept(element2, kind === "s" ? "style" : /c/i.test(kind) ? "class" : name)) return;
  switch (kind) {
    case "t":
    case "T":
      return writeContent(spot.node, text);
    case "h":
      element2.innerHTML = writers.trust(text);
      return;
    case "a":
      return writeAttribute(element2, name, value);
    case "A":
      return writeSpread(element2, asArray(value).map(String));
    case "s":
      return styleOf(element2).setProperty(name, CSS.supports(name, text) ? text : "");
    case "C":
      return void classesOf(element2).toggle(name, value === 1);
    case "c":
      return writeClasses(element2, spot, text);
    case "p":
      return writers.inputs.property(element2, name, value);
    default:
      throw new Mismatch("unknown kind of slot");
  }
}
var isKept = (element2, name) => isIgnoredAttribute(element2, name) && isAttached(element2);
function applyStyles(root) {
  for (const element2 of findAll(root, "[dj-style]")) {
    styleOf(element2).cssText += attribute(element2, "dj-style");
    setAttribute(element2, "dj-style", null);
  }
}
function writeContent(node2, value) {
  const only = isText(node2) ? node2 : firstChild(node2);
  if (isText(only) && (only === node2 || !nextSibling(only))) writeText(only, value);
  else if (only || value) node2.textContent = value;
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
  expect(!/^(on|srcdoc$)/i.test(name), "not an attribute to write");
  setAttribute(element2, name, value === null || value === false ? null : value === true ? "" : String(value));
}
function writeSpread(element2, list) {
  const marks = list.filter((_, i) => i % 2 === 0);
  for (const mark of [...spreadOf(element2), ...marks]) {
    const at = marks.indexOf(mark);
    const text = at < 0 ? null : list[2 * at + 1] ?? "";
    if (isKept(element2, mark[0] === "." ? "class" : mark)) continue;
    if (mark[0] === ".") classesOf(element2).toggle(mark.slice(1), at >= 0);
    else if (attribute(element2, mark) !== text) writeAttribute(element2, mark, text);
  }
  setAttribute(element2, "dj-a", marks.join(" ") || null);
}
function writeClasses(element2, spot, value) {
  const tokens = value.match(/[^\t\n\f\r ]+/g) ?? [];
  const classes = classesOf(element2);
  classes.remove(...spot.tokens.filter((token) => !tokens.includes(token)));
  classes.add(...tokens);
  spot.tokens = tokens;
}

// src/inputs.ts
var PROPERTIES = /^(value|checked|selected|muted|indeterminate|open)$/;
function createInputs() {
  const controls = /* @__PURE__ */ new WeakMap();
  let count = 0;
  const isTheirs = (control) => groupOf(control).some(hasFocus) && (inputs.composing === control || (!has(control, "dj-force-value") || inputs.isUnsent(control)) && !inputs.handedOver.has(control));
  const show = (control, isOurs = false) => {
    const known = inputs.of(control);
    const stays = inputs.brought && known.edited && hasText(control) && inputs.brought.get(control) !== known.edit;
    known.pending = !stays && !isOurs && isTheirs(control);
    if (!stays && !known.pending) showHeld(control, known);
  };
  const inputs = {
    isUnsent: () => false,
    composing: null,
    handedOver: /* @__PURE__ */ new Set(),
    written: /* @__PURE__ */ new Set(),
    brought: null,
    of(control) {
      const known = controls.get(control) ?? { edit: 0, state: null, edited: false, controlled: false, pending: false };
      controls.set(control, known);
      return known;
    },
    begin(root) {
      for (const control of findAll(root, "input[indeterminate],select[value]")) show(control);
    },
    edited(control) {
      count = noteEdit(control, inputs.of(control), count);
    },
    property(element2, name, value) {
      const control = controlOf(element2);
      inputs.of(control).controlled = true;
      inputs.written.add(control);
      hold2(element2, name, value);
    },
    correct: show,
    left(control) {
      for (const other of groupOf(control)) {
        if (inputs.of(other).pending) showHeld(other, inputs.of(other));
        inputs.of(other).pending = false;
      }
    },
    touched(node2) {
      const select = isElement(node2) && closest(node2, "select");
      if (select && has(select, "value")) inputs.written.add(select);
    },
    accepted(control, keeps) {
      const known = inputs.of(control);
      known.edited = false;
      if (!keeps && !known.controlled) empty(control, known);
    },
    isChanged: (control) => inputs.of(control).edited || isDirty(control)
  };
  return inputs;
}
function empty(control, known) {
  if (control instanceof HTMLInputElement && control.type === "file") control.value = "";
  guarded(() => control.formResetCallback?.());
  showHeld(control, known);
}
var controlOf = (element2) => element2 instanceof HTMLOptionElement ? closest(element2, "select") ?? element2 : element2;
function isDirty(control) {
  if (control instanceof HTMLSelectElement)
    return heldChoice(control).some((chosen2, i) => control.options[i]?.selected !== chosen2);
  const { checked, defaultChecked, type, value, defaultValue } = control;
  const isUnsaid = !defaultValue && /^(range|color)$/.test(type);
  return isToggle(control) ? checked !== defaultChecked : defaultValue !== void 0 && value !== defaultValue && !isUnsaid;
}
var isToggle = (control) => control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);
function noteEdit(control, known, count) {
  const state = stateOf(control);
  const isNew = known.edit < count || known.state !== state || state === void 0;
  const edit = isNew ? count + 1 : count;
  Object.assign(known, { edit, state, edited: true, pending: false });
  return edit;
}
function stateOf(control) {
  if (isToggle(control)) return control.checked;
  return control instanceof HTMLSelectElement ? [...control.options].map(({ selected }) => selected).join() : control.value;
}
function groupOf(control) {
  const { name, form, type } = control;
  if (!name || type !== "radio" || !isToggle(control)) return [control];
  const all = form ? [...controlsOf(form)] : findOnPage("input");
  return all.filter((other) => isToggle(other) && other.type === type && other.name === name && other.form === form);
}
function hasFocus(control) {
  const root = rootOf(control);
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === control;
}
function hold2(element2, name, value) {
  expect(PROPERTIES.test(name), "not a property to write");
  const select = controlOf(element2);
  const shown = select instanceof HTMLSelectElement ? [...select.options].map((option) => option.selected) : [];
  keepShown(element2);
  if (element2 instanceof HTMLTextAreaElement) element2.defaultValue = String(value ?? "");
  else writeAttribute(element2, name, value);
  if (name === "selected" && select instanceof HTMLSelectElement) choose(select, shown);
}
function keepShown(control) {
  if (isToggle(control)) {
    const { checked } = control;
    control.checked = checked;
  } else if (hasText(control) && !control.validity.badInput) {
    const { value } = control;
    control.value = value;
  }
}
function showHeld(control, known) {
  known.state = null;
  if (control instanceof HTMLInputElement) {
    control.indeterminate = has(control, "indeterminate");
    if (isToggle(control)) control.checked = control.defaultChecked;
  }
  if (hasText(control)) {
    if (!control.validity.badInput) showText(control, control.defaultValue);
  } else if (control instanceof HTMLSelectElement) choose(control, heldChoice(control));
  else if (control instanceof HTMLMediaElement) control.muted = control.defaultMuted;
}
var hasText = (control) => control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement && !isToggle(control) && !/^(file|hidden|submit|button|reset|image)$/.test(control.type);
function showText(control, value) {
  const old = control.value;
  if (old === value) return;
  const { selectionStart, selectionEnd, selectionDirection } = control;
  control.value = value;
  if (!hasFocus(control) || selectionStart === null) return;
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
  const isForced = !select.multiple && select.size < 2 && !held.includes(true);
  const first = isForced && options.find((option) => !option.disabled);
  return held.map((chosen2, i) => chosen2 || options[i] === first);
}
function choose(select, chosen2) {
  const last = chosen2.lastIndexOf(true);
  if (select.multiple) {
    for (const [i, option] of [...select.options].entries())
      if (option.selected !== chosen2[i]) option.selected = chosen2[i] ?? false;
  } else if (select.selectedIndex !== last) select.selectedIndex = last;
}

// src/form.ts
var fieldsOf = (entries) => [...entries].filter((field) => typeof field[1] === "string");
var formFields = (form, submitter = null) => fieldsOf(new FormData(form, submitter));
function extraValues(element2) {
  const values = /* @__PURE__ */ Object.create(null);
  for (const [name, text] of valuesOf(element2, "dj-value-")) values[name.replaceAll("-", "_")] = text;
  return orNull(values);
}
var valuesOf = (element2, prefix) => attributeNames(element2).filter((name) => name.startsWith(prefix)).map((name) => [name.slice(prefix.length), attribute(element2, name) ?? ""]);
var orNull = (record) => Object.keys(record).length ? record : null;
function changedForms(root, { isChanged }) {
  const changed = [];
  for (const [index, form] of [...findAll(root, "form")].entries()) {
    const bindings = ["auto-recover", "change", "input"].map((name) => attribute(form, `dj-${name}`) ?? "");
    const call = bindings.map(parseBinding).find(({ name }) => name);
    if (!call || has(form, "dj-no-recover") || !(form instanceof HTMLFormElement)) continue;
    if ([...controlsOf(form)].some(isChanged)) {
      const id = attribute(form, "id") ?? index;
      changed.push([form, [id, call.name, formFields(form), call.args, extraValues(form) ?? {}]]);
    }
  }
  return changed;
}
var speaks = (control) => attributeNames(control).some((name) => /^dj-(model|input|change)\b/.test(name));
var changedAlone = (root) => [...findAll(root, "input,select,textarea")].filter(
  (control) => speaks(control) && !closest(control, "[dj-no-recover]") && isDirty(control)
);

// src/template.ts
var OPEN = "[";
var CLOSE = "]";
var PLACEHOLDER = "dj-slot";
var NAMESPACES = { svg: "2000/svg", math: "1998/Math/MathML" };
var noTemplates = () => ({ byAlias: /* @__PURE__ */ new Map(), tokens: /* @__PURE__ */ new WeakMap() });
function define(templates, defs) {
  for (const { alias, slots, tree, shown } of definitions(defs)) {
    const known = templates.byAlias.get(alias);
    if (known) {
      if (slots) known.slots = slots;
      known.tree ??= tree;
    } else {
      const template = { alias, templates, slots: slots ?? [], tree, shown, master: null, custom: false };
      templates.byAlias.set(alias, template);
    }
  }
}
function templateOf({ byAlias }, alias) {
  const template = byAlias.get(alias);
  expect(template, `no template ${alias}`);
  return template;
}
function noteTokens({ byAlias, tokens }, root) {
  const isWritten = [...byAlias].some(([, { slots }]) => slots.some(({ kind }) => kind === "c"));
  for (const element2 of isWritten ? findAll(root, "[class]") : []) {
    const spread = spreadOf(element2);
    const others = [...classesOf(element2)].filter((token) => !spread.includes(`.${token}`));
    tokens.set(element2, others);
  }
}
function clone(template) {
  if (!template.master) {
    expect(template.tree, `no tree for template ${template.alias}`);
    template.master = createElement("template").content;
    build(template, template.master, template.tree);
  }
  return template.custom ? imported(template.master, true) : template.master.cloneNode(true);
}
function build(template, parent, children2) {
  const owner = parent.ownerDocument;
  for (const child of children2) {
    const nodes = typeof child === "string" ? [owner.createTextNode(child)] : typeof child === "number" ? standIns(owner, template.slots[child]) : [element(template, owner, child)];
    for (const node2 of nodes) insert(parent, node2, null);
  }
}
function standIns(owner, slot2) {
  if (!slot2 || /[Tph]/.test(slot2.kind) || slot2.follows === CONTENT) return [];
  if (slot2.kind === "t") return [owner.createTextNode("")];
  if (slot2.follows === ONLY) return [owner.createElement(PLACEHOLDER)];
  return [owner.createComment(OPEN), owner.createComment(CLOSE)];
}
function element(template, owner, [tag, attributes, ...children2]) {
  const [name = "", prefix = ""] = tag.split(":").reverse();
  const namespace = NAMESPACES[prefix];
  const node2 = owner.createElementNS(`http://www.w3.org/${namespace ?? "1999/xhtml"}`, name);
  for (let i = 0; attributes && i + 1 < attributes.length; i += 2) {
    const attribute2 = attributes[i];
    if (attribute2 !== "autofocus" && !/^on/i.test(attribute2))
      setAttribute(node2, attribute2, attributes[i + 1]);
    if (attribute2 === "is") template.custom = true;
  }
  if (!namespace && name.includes("-")) template.custom = true;
  build(template, node2, children2);
  return node2;
}

// src/instance.ts
var isRange = (place) => !!place.region;
var UNKNOWN = {
  alias: -1,
  templates: noTemplates(),
  slots: [],
  shown: [],
  tree: null,
  master: null,
  custom: false
};
var instanceOf = (template, region, shown = []) => ({
  template,
  region,
  places: [],
  shown,
  stale: false
});
function container(region) {
  const parent = region.parent ?? parentOf(region.opening ?? region.element);
  expect(parent && (!region.closing || parentOf(region.closing) === parent), "range taken apart");
  return parent;
}
var holderOf = (place) => isRange(place) ? container(place.region) : place.node;
var regionEnd = (region) => region.element ? nextSibling(region.element) : region.closing ?? null;
function regionStart(region) {
  if (region.element) return region.element;
  return region.opening ? nextSibling(region.opening) : firstChild(region.parent);
}
function nodesOf(region) {
  const nodes = [];
  for (let node2 = regionStart(region), end2 = regionEnd(region); node2 && node2 !== end2; node2 = nextSibling(node2))
    if (!isLeaving(node2)) nodes.push(node2);
  return nodes;
}
function slotOf({ template }, index) {
  const slot2 = template.slots[index];
  expect(slot2, `no slot ${index}`);
  return slot2;
}
function placeOf(instance, index) {
  const known = instance.places[index];
  if (known && (isRange(known) || isElement(known.node) || parentOf(known.node))) return known;
  const place = find(instance, slotOf(instance, index), index);
  instance.places[index] = place;
  return place;
}
function bindAll(instance) {
  for (const index of instance.template.slots.keys()) placeOf(instance, index);
}
function find(instance, slot2, index) {
  const { template } = instance;
  if (/[okl]/.test(slot2.kind)) {
    const region = findRegion(instance, slot2);
    return { region, children: shownIn(instance, slot2, index, region) };
  }
  if (slot2.kind === "t" || slot2.kind === "T" && !slot2.path.length)
    return { node: findText(instance, slot2), tokens: [] };
  const node2 = elementAt(instance, slot2);
  const tokens = (template.templates.tokens.get(node2) ?? []).filter(
    // A token that has a slot of its own is not one of this slot's.
    (token) => !template.slots.some(({ kind, name, path }) => kind === "C" && name === token && `${path}` === `${slot2.path}`)
  );
  return { node: node2, tokens };
}
function shownIn({ template, shown }, slot2, index, region) {
  const said = shown[shown.indexOf(index, 1) + 1];
  const known = (what, region2) => {
    const shown2 = Array.isArray(what) ? what : [slot2.alias];
    return instanceOf(template.templates.byAlias.get(shown2[0]) ?? UNKNOWN, region2, shown2);
  };
  if (slot2.kind !== "l") return [known(said, region)];
  const rows = Array.isArray(said) ? said : [];
  return nodesOf(region).filter(isCounted).map((element2, row) => known(rows[Math.min(row, rows.length - 1)], { element: element2 }));
}
function findRegion(instance, slot2) {
  const { region } = instance;
  if (slot2.follows === ONLY) {
    return region.element && String(slot2.path) === "0" ? region : { element: elementAt(instance, slot2) };
  }
  if (slot2.follows === CONTENT) {
    return slot2.path.length ? { parent: elementAt(instance, slot2) } : region;
  }
  let { next } = findPoint(instance, slot2);
  while (next && !isCounted(next) && !isMarker(next)) next = nextSibling(next);
  expect(isComment(next) && next.data === OPEN, "no range here");
  return { opening: next, closing: matching(next) };
}
function matching(open) {
  let depth = 1;
  for (let node2 = nextSibling(open); node2; node2 = nextSibling(node2)) {
    if (!isMarker(node2)) continue;
    depth += node2.data === OPEN ? 1 : -1;
    if (depth === 0) return node2;
  }
  throw new Mismatch("range without an end");
}
function findText(instance, slot2) {
  const { parent, next, stop } = findPoint(instance, slot2);
  let found = null;
  let node2 = next;
  while (node2 && node2 !== stop && !isCounted(node2) && !isMarker(node2)) {
    const after = nextSibling(node2);
    if (isElement(node2) && !isLeaving(node2)) detach(node2);
    else if (isText(node2)) found ??= node2;
    node2 = after;
  }
  if (found) return found;
  const text = createText("");
  insert(parent, text, node2);
  return text;
}
function findPoint(instance, slot2) {
  const inside = slot2.path.length ? { parent: elementAt(instance, slot2) } : instance.region;
  const [from, count] = siblingsFrom(instance, inside, slot2.follows === CONTENT ? 0 : slot2.follows);
  const stop = regionEnd(inside);
  let next = from;
  if (count > 0) {
    const element2 = nth(from, stop, count - 1);
    expect(element2, "element before it is missing");
    next = nextSibling(element2);
  }
  return { parent: container(inside), next, stop };
}
function siblingsFrom(instance, inside, step2) {
  if (typeof step2 === "number") return [regionStart(inside), step2];
  const range = placeOf(instance, step2[0]);
  expect(isRange(range) && range.region.closing, "no range to count from");
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
    if (!element2) break;
    inside = { parent: element2 };
  }
  if (element2 && slot2.tag && !hasTag(element2, slot2.tag)) element2 = nearMiss(element2, siblings, slot2);
  expect(element2, `no ${slot2.tag || "element"} at ${JSON.stringify(slot2.path)}`);
  return element2;
}
function nearMiss(found, siblings, { tag, path }) {
  const wrapped = localName(found) === "tbody" && attributeNames(found).length === 0;
  const index = path.at(-1);
  const inside = wrapped && typeof index === "number" ? nth(firstChild(found), null, index) : null;
  if (inside && hasTag(inside, tag)) return inside;
  const [only, other] = nodesOf(siblings).filter((node2) => isCounted(node2) && hasTag(node2, tag));
  return other ? null : only ?? null;
}
function nth(from, stop, index) {
  let left = index;
  for (let node2 = from; node2 && node2 !== stop; node2 = nextSibling(node2)) {
    if (isCounted(node2) && left-- === 0) return node2;
  }
  return null;
}
var isCounted = (node2) => isElement(node2) && localName(node2) !== "font" && !isLeaving(node2);
var isMarker = (node2) => isComment(node2) && (node2.data === OPEN || node2.data === CLOSE);
var hasTag = (element2, tag) => localName(element2) === tag.slice(tag.indexOf(":") + 1);

// src/pending.ts
var PATIENCE = 3e4;
var VISIT_PATIENCE = 5e3;
var OWN = "";
var DEEP = "*";
var CONTENT2 = "#";
function change(sky, ref, element2, aspect, value) {
  if (ref && !sky.flights.has(ref)) return;
  sky.life.silent(() => lay(sky, ref, element2, aspect, value));
}
function lay(sky, ref, element2, aspect, value) {
  let veil = sky.veils.find((known) => known.element === element2 && known.aspect === aspect);
  if (ref) {
    if (!veil) {
      if (aspect === CONTENT2) sky.reach(element2);
      veil = { element: element2, aspect, was: look(element2, aspect), layers: [] };
      if (veil.was instanceof DocumentFragment) sky.life.aside.set(veil.was, element2);
      sky.veils.push(veil);
      sky.holds = (slot2, place) => isHeld(sky.veils, slot2, place);
    }
    veil.layers.push([ref, value]);
  } else if (veil) veil.was = value;
  put(element2, aspect, value);
}
function land(sky, last) {
  const { flights } = sky;
  for (const [ref, ends] of flights) {
    if (ref > last) continue;
    flights.delete(ref);
    for (const end2 of ends) end2();
  }
  sky.veils = sky.veils.filter((veil) => {
    const { element: element2, aspect, was, layers } = veil;
    veil.layers = layers.filter(([ref]) => flights.has(ref));
    if (veil.layers.length < layers.length)
      sky.life.silent(() => put(element2, aspect, (veil.layers.at(-1) ?? [0, was])[1]));
    return veil.layers.length;
  });
  if (!sky.veils.length) sky.holds = null;
}
function takeOff(sky, ref, departure) {
  const { flights, root, shows, world } = sky;
  const { bound, edit, options, submits, type } = departure;
  const subject = edit ?? bound;
  const timer = setTimeout(sky.overdue, type === "visit" ? VISIT_PATIENCE : PATIENCE, ref);
  const ends = [() => clearTimeout(timer)];
  flights.set(ref, ends);
  const fly = (element2, aspect, value = "") => change(sky, ref, element2, aspect, value);
  const flight = {
    root,
    ends,
    fly,
    mark(element2) {
      fly(element2, ".dj-loading");
      fly(element2, `.dj-${type}-loading`);
    },
    // What is disabled loses the focus, and the next click is dropped anyway.
    disable: (element2) => contains(element2, focused()) ? fly(element2, "aria-disabled", "true") : fly(element2, "disabled"),
    perform: (element2, commands) => void run({ ...world, change: fly, push: () => void 0 }, element2, commands)
  };
  const optimistic = isMain(bound, type) && attribute(bound, "dj-optimistic");
  if (optimistic) flight.perform(bound, parseBinding(optimistic).commands);
  const wide = closest(subject, "[dj-lock]");
  if (wide) fly(wide, DEEP);
  for (const element2 of [bound, subject]) {
    fly(element2, OWN);
    flight.mark(element2);
  }
  fly(subject, "aria-busy", "true");
  for (const control of submits ? controlsOf(submits) : []) {
    const { type: type2 } = control;
    fly(control, OWN);
    if (/^(submit|image)$/.test(type2)) flight.disable(control);
    else if (wide && /^(checkbox|radio|range|color|file|select)/.test(type2)) flight.disable(control);
    else if (wide && !/^(button|reset)$/.test(type2)) fly(control, "readonly");
  }
  const show = () => {
    for (const each of shows) if (flights.has(ref)) each(departure, flight);
  };
  if (options) void world.toolbox.more().then(show);
  else show();
}
function isHeld(veils, slot2, place) {
  const node2 = holderOf(place);
  const own = !isRange(place) && !/[tTh]/.test(slot2.kind) && controlOf(place.node);
  return veils.some(
    ({ element: element2, aspect, was }) => element2 === own && isCovered(aspect, slot2) || /[*#]/.test(aspect) && [element2, was].some((holder) => holder && contains(holder, node2))
  );
}
var isCovered = (aspect, { kind, name }) => aspect === OWN || aspect.replace(/^[.:]/, "") === name || /[cA]/.test(kind) && !aspect.startsWith(".dj-");
function look(element2, aspect) {
  const name = aspect.slice(1);
  if (aspect === CONTENT2) {
    const content = new DocumentFragment();
    for (let node2 = firstChild(element2); node2; node2 = firstChild(element2)) insert(content, node2, null);
    return content;
  }
  if (aspect[0] === ".") return classesOf(element2).contains(name) ? "" : null;
  if (aspect[0] === ":") return styleOf(element2).getPropertyValue(name);
  return name ? attribute(element2, aspect) : null;
}
function put(element2, aspect, value) {
  const name = aspect.slice(1);
  if (value instanceof DocumentFragment) {
    element2.textContent = "";
    insert(element2, value, null);
  } else if (aspect === CONTENT2) writeContent(element2, value ?? "");
  else if (aspect[0] === ".") {
    const classes = classesOf(element2);
    classes.toggle(name, value !== null);
    if (!classes.length) setAttribute(element2, "class", null);
  } else if (aspect[0] === ":") styleOf(element2).setProperty(name, value ?? "");
  else if (name) setAttribute(element2, aspect, value);
}

// src/view.ts
var STATES = ["connected", "disconnected", "offline", "error"];
var MOST_WAITING = 100;
var MOST_BYTES = 13e4;
var TOO_MUCH = "Not sent: too much at once.";
var MOST_RECOVERED = 64e3;
function push(view, event) {
  const { inputs } = view;
  const { edit } = event;
  const last = view.waiting.at(-1);
  const replaces = last && edit && last.event.edit === edit && last.frame[2] === event.name && last.ref > view.sentRef;
  const ref = replaces ? last.ref : view.ref + 1;
  const frame = [ref, event.component, event.name, event.args, ...event.payload ? [event.payload] : []];
  const isTooMuch = !replaces && view.waiting.length >= MOST_WAITING || weigh(frame) > MOST_BYTES;
  alert(view, isTooMuch ? TOO_MUCH : "");
  if (isTooMuch) {
    tell2(view, "unsent", TOO_MUCH);
    event.ended?.(TOO_MUCH, null);
    return false;
  }
  event.controls.forEach(view.reach);
  if (replaces) view.waiting.pop();
  view.ref = ref;
  const controls = event.controls.map((control) => [control, inputs.of(control).edit]);
  const waiting = { ref, frame, event, controls, reply: null, late: false };
  view.waiting.push(waiting);
  if (view.joined) sendEvent(view, waiting);
  return true;
}
function sendEvent(view, { ref, frame, event }) {
  view.sentRef = Math.max(view.sentRef, ref);
  view.send(frame);
  takeOff(view, ref, event);
}
function eventOf({ root }, bound, call, options, payload = null) {
  const [name, args] = callOf(call);
  const component = componentOf(root, bound);
  return { name, type: "push", component, args, payload, bound, options, controls: [], edit: null, submits: null };
}
var depart = (view) => takeOff(view, view.ref + 0.5, { ...eventOf(view, view.root, "", { page: 1 }), type: "visit" });
function componentOf(root, element2) {
  const component = closest(element2, "[dj-c]");
  return component && contains(root, component) && attribute(component, "dj-c") || 0;
}
var isReady = ({ joined: joined2, waiting }, bound) => joined2 && !waiting.some(({ event }) => event.edit === bound);
var isAsked = ({ waiting, inputs }, control) => waiting.some(
  ({ controls, late }) => !late && controls.some(([known, edit]) => known === control && edit === inputs.of(control).edit)
);
function awaits({ waiting }, bound, type) {
  const waits = type === "submit" || ["dj-lock", "dj-disable-with"].some((name) => has(bound, name));
  return waits && waiting.some(({ event, late }) => event.bound === bound && event.type === type && !late);
}
function join(view) {
  const { root, inputs } = view;
  view.joined = false;
  view.brought.clear();
  let room = MOST_RECOVERED;
  const forms = [];
  for (const [form, said] of changedForms(root, inputs)) {
    const left = room - weigh(said) - 64 * said[2].length;
    if (left <= 0) continue;
    room = left;
    forms.push(said);
    for (const control of controlsOf(form))
      if (!speaks(control)) view.brought.set(control, inputs.of(control).edit);
  }
  view.send([
    "j",
    VERSION,
    view.token,
    view.secret,
    attribute(root, "dj-h") ?? 0,
    view.seq,
    view.sentRef,
    forms.length ? forms : 0,
    location.pathname + location.search,
    Intl.DateTimeFormat().resolvedOptions().timeZone,
    navigator.language
  ]);
}
var weigh = (frame) => new Blob([JSON.stringify(frame)]).size;
function showState(view, state) {
  for (const hear3 of view.life.states) guarded(() => hear3(view.root, state === "connected"));
  const classes = classesOf(view.root);
  for (const other of STATES) classes.toggle(`dj-${other}`, other === state);
}
function alert({ root, notice }, text) {
  notice.role = "alert";
  notice.className = "dj-alert";
  notice.textContent = text;
  if (text) root.before(notice);
  else notice.remove();
}
function tell2(view, code, text) {
  console.warn(`liveview: ${code}: ${text}`);
  dispatch(view.root, "dj:error", { code, text });
}

// src/events/match.ts
var TYPES = "input::v change::v submit click auxclick:click keydown::v keyup::v focusin:focus:v focusout:blur:v";
var MODIFIERS = ["ctrl", "alt", "shift", "meta"];
var BUTTONS = ["left", "middle", "right"];
var isEdit = (type) => /^(input|change|model)$/.test(type);
var heldKeys = (event) => MODIFIERS.filter((name) => Reflect.get(event, `${name}Key`));
var marksOf = (name) => name.split(".").slice(1);
function nameOf(bound, type, event, target, spent) {
  let best = null;
  let most = -1;
  for (const name of attributeNames(bound)) {
    if (name.split(".")[0] !== `dj-${type}` || spent?.has(name)) continue;
    const rank = rankOf(marksOf(name), event, bound === target);
    if (rank > most) [best, most] = [name, rank];
  }
  return best;
}
function rankOf(marks, event, isSelf) {
  let rank = 0;
  if (event.type === "auxclick" && !marks.some((mark) => BUTTONS.includes(mark))) return -1;
  for (const mark of marks) {
    if (/^(prevent|stop|once|lazy|debounce-\d+)$/.test(mark)) continue;
    if (!has2(event, mark, isSelf)) return -1;
    rank++;
  }
  return rank;
}
function has2(event, mark, isSelf) {
  if (mark === "self") return isSelf;
  if (MODIFIERS.includes(mark)) return heldKeys(event).includes(mark);
  if (event instanceof KeyboardEvent) return keyNames(event.key).includes(mark);
  return event instanceof MouseEvent && BUTTONS[event.button] === mark;
}
function keyNames(key) {
  const name = key === " " ? "space" : key.toLowerCase();
  return [name, name.replace(/^arrow|ape$/, "")];
}
function clickedNext(target) {
  const control = closest(target, "label")?.control;
  return !control || contains(control, target) || matches(control, ":disabled") ? null : control;
}

// src/events/timing.ts
function schedule(waiting, element2, kind, timing, run2) {
  const known = [...waiting].find((pending2) => pending2.element === element2 && pending2.kind === kind);
  const pending = known ?? { element: element2, kind, run: run2, timer: 0 };
  waiting.add(pending);
  pending.run = run2;
  if (timing.throttles) {
    if (!known) countDown(waiting, pending, timing.ms);
    return;
  }
  clearTimeout(pending.timer);
  if (timing.ms < Infinity) pending.timer = window.setTimeout(() => fire(waiting, pending), timing.ms);
}
function flush(waiting) {
  for (const pending of [...waiting]) if (pending.run) fire(waiting, pending);
}
var isWaiting = (waiting, element2) => [...waiting].some((pending) => pending.element === element2 && pending.run !== null);
function countDown(waiting, pending, ms) {
  if (!fire(waiting, pending)) return;
  pending.run = null;
  pending.timer = window.setTimeout(() => countDown(waiting, pending, ms), ms);
  waiting.add(pending);
}
function fire(waiting, pending) {
  clearTimeout(pending.timer);
  if (!waiting.delete(pending) || !pending.run || !pending.element.isConnected) return false;
  pending.run();
  return true;
}
var TEXT_LIKE = /^(text|search|email|url|tel|password|number|textarea|range|color)$/;
var STREAM = /^(window-)?(scroll|resize|pointermove|dragover|mutation)$/;
var DEFAULT_MS = 100;
var STREAM_MS = 150;
function timingOf(debounce, throttle, kind, type) {
  const said = debounce ?? throttle;
  const suits = kind === "input" && TEXT_LIKE.test(type) ? DEFAULT_MS : STREAM.test(kind) ? STREAM_MS : 0;
  const ms = said === null ? suits : debounce === "blur" ? Infinity : Number(said);
  const waits = debounce !== null || said === null && kind === "mutation";
  return ms > 0 ? { throttles: !waits, ms } : null;
}

// src/events/payload.ts
function describe(hit, call, options, brings) {
  const { view, bound, type, event, target, valued, meta } = hit;
  const payload = {};
  const controls = [];
  const isSubmit = type === "submit";
  const form = bound instanceof HTMLFormElement && (valued || isSubmit) ? bound : null;
  if (form) {
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    payload.f = formFields(form, submitter);
    if (submitter) payload.s = attribute(submitter, "name") ?? "";
    controls.push(...controlsOf(form));
  } else if (isToggle(target) && (valued || type === "click")) {
    payload.c = target.checked;
    controls.push(target);
  }
  if (valued) {
    const { value, type: control } = target;
    const name2 = attribute(target, "name");
    if (name2 && target !== form) payload.t = name2;
    if (!form) {
      if (typeof value === "string" && control !== "file") payload.v = value;
      if (control === "select-multiple") payload.f = chosen(hit);
      if (!controls.includes(target)) controls.push(target);
    }
  }
  for (const bring of brings) bring(hit, payload, controls);
  if (event instanceof KeyboardEvent) payload.k = event.key;
  const values = extraValues(bound);
  if (values) payload.d = values;
  const measures = typeof meta === "function" ? meta() : meta;
  if (orNull(measures)) payload.m = measures;
  const [name, args] = callOf(call);
  return {
    component: componentOf(view.root, bound),
    name,
    args,
    type,
    bound,
    options,
    payload: orNull(payload),
    controls,
    edit: isEdit(type) ? target : STREAM.test(type) || type === "poll" ? bound : null,
    submits: isSubmit ? form : null
  };
}
function chosen({ target, type, name }) {
  const field = attribute(target, type === "model" ? name : "name") ?? "";
  return [...target.selectedOptions].map(({ value }) => [field, value]);
}

// src/events/act.ts
function act(ears, hit) {
  const { bound, name, binding, type, event, target } = hit;
  const marks = marksOf(name);
  if (marks.includes("prevent")) event.preventDefault();
  if (marks.includes("stop")) event.stopPropagation();
  if (!takesOver(hit) || !binding) return;
  const edits = isEdit(type);
  const isText2 = edits && !isToggle(target);
  if (!isText2 && awaits(hit.view, bound, type) || !isConfirmed(hit)) return takeBack(ears, hit);
  if (marks.includes("once")) ears.spent.set(bound, (ears.spent.get(bound) ?? /* @__PURE__ */ new Set()).add(name));
  if (type === "change") flush(ears.waiting);
  const { edit } = ears.inputs.of(target);
  const sent = ears.sent.get(target) ?? /* @__PURE__ */ new Map();
  if (event.type === "change" && sent.get(binding) === edit) return;
  const said = parseBinding(binding);
  const timing = timingFor(hit, said);
  const go = () => {
    if (edits && target.validity?.badInput) return;
    let isSent = edits;
    const push2 = (element2, call, options) => {
      const send2 = () => {
        if (!push(hit.view, describe({ ...hit, bound: element2 }, call, options, ears.brings))) isSent = false;
      };
      const own = ownTiming(hit, options);
      if (own) schedule(ears.waiting, element2, `${name} ${call}`, own, send2);
      else {
        if (!timing) flush(ears.waiting);
        send2();
      }
    };
    void run({ ...hit.view.world, push: push2 }, bound, said.commands);
    if (isSent) ears.sent.set(target, sent.set(binding, edit));
  };
  const key = event instanceof KeyboardEvent ? event.key : "";
  if (timing) schedule(ears.waiting, edits ? target : bound, `${name} ${key}`, timing, go);
  else go();
}
function hitOf(ears, bound, type, event, target = bound, valued = false) {
  const name = nameOf(bound, type, event, target, ears.spent.get(bound));
  const view = name && ears.viewOf(bound);
  if (!view) return null;
  const binding = attribute(bound, name) ?? "";
  const meta = {};
  for (const key of heldKeys(event)) meta[key] = true;
  if (event instanceof KeyboardEvent) meta.code = event.code;
  for (const measure of ears.measures) Object.assign(meta, measure(type, event, bound));
  return { view, bound, name, binding, type, event, target, valued, meta };
}
function tell3(ears, bound, type, meta = {}, valued = false) {
  const hit = hitOf(ears, bound, type, new Event(type), bound, valued);
  if (hit) act(ears, { ...hit, meta });
}
function isConfirmed({ bound, type }) {
  const question = isMain(bound, type) ? attribute(bound, "dj-confirm") : null;
  return question === null || confirm(question);
}
function takeBack({ inputs }, { event, target }) {
  event.preventDefault();
  if (!/input|change/.test(event.type)) return;
  if (target instanceof HTMLInputElement && target.type === "checkbox") target.checked = !target.checked;
  else if (isToggle(target) || target instanceof HTMLSelectElement)
    for (const one of groupOf(target)) inputs.correct(one, true);
}
function ownTiming({ bound }, options) {
  const isTimed = attribute(bound, "dj-debounce") ?? attribute(bound, "dj-throttle");
  const said = (name) => isTimed ? null : member(options, name) ?? null;
  return timingOf(said("debounce"), said("throttle"), "", "");
}
function timingFor({ bound, type, event, target, valued }, own) {
  if (type === "submit") return null;
  const said = (name) => valued && attribute(target, name) || attribute(bound, name);
  const [debounce, throttle] = [said("dj-debounce"), said("dj-throttle")];
  const [wait, every] = debounce ?? throttle ? [debounce, throttle] : [own.debounce, own.throttle];
  return timingOf(wait, every, type === "model" ? event.type : type, target.type);
}
function takesOver({ bound, name, type, event, target }) {
  if (type === "submit") event.preventDefault();
  if (type !== "click" || !(event instanceof MouseEvent)) return true;
  if (bound instanceof HTMLAnchorElement) {
    if (heldKeys(event).length && !/\.(ctrl|meta|shift|alt)\b/.test(name)) return false;
    event.preventDefault();
  }
  const button = closest(target, "button,input");
  const form = button?.form;
  if (form && /^(submit|image)$/.test(button.type) && contains(form, bound) && !has(form, "dj-submit")) {
    event.preventDefault();
  }
  const control = clickedNext(target);
  return !control || !contains(bound, control);
}

// src/events/trigger.ts
var TRIGGER = "dj-trigger-action";
function watchTriggers(life) {
  const submitters = /* @__PURE__ */ new WeakMap();
  hear("submit", (event, form) => void submitters.set(form, event.submitter));
  const send2 = (form) => {
    const button = submitters.get(form);
    const name = button && attribute(button, "name");
    const said = createElement("input");
    if (name) {
      const value = attribute(button, "value") ?? "";
      insert(form, Object.assign(said, { type: "hidden", name, value }), null);
    }
    HTMLFormElement.prototype.submit.call(form);
    detach(said);
  };
  life.on(`form[${TRIGGER}]`, { entered: (form, isFirst) => isFirst || send2(form) });
}

// src/events/listen.ts
function listen2(page3) {
  const { inputs, life } = page3;
  const ears = {
    ...page3,
    waiting: /* @__PURE__ */ new Set(),
    sent: /* @__PURE__ */ new WeakMap(),
    spent: /* @__PURE__ */ new WeakMap(),
    measures: [],
    brings: []
  };
  const leave = (control) => {
    const view = page3.viewOf(control);
    if (!view || !isAsked(view, control)) inputs.left(control);
  };
  inputs.isUnsent = (control) => isWaiting(ears.waiting, control);
  for (const type of ["click", "input", "change"]) {
    hear(type, (event, target) => {
      if (!(type === "click" ? isToggle(target) : type === "input" || !event.isTrusted)) return;
      inputs.edited(target);
      const host = seenFrom(document, elementsOf(event));
      if (host !== target) inputs.edited(host);
    });
  }
  hear("compositionstart", (_, target) => {
    inputs.composing = target;
  });
  hear("compositionend", (event, target) => {
    inputs.composing = null;
    hear2(ears, "input", "v", event, target);
    if (target !== focused()) leave(target);
  });
  hearAll(ears, TYPES);
  hear("focusout", (_, target) => {
    inputs.composing = null;
    flush(ears.waiting);
    leave(target);
  });
  hear("reset", (event, form) => {
    setTimeout(() => {
      if (!event.defaultPrevented && form instanceof HTMLFormElement) reset(ears, form);
    });
  });
  for (const element2 of findOnPage("[dj-v],[dj-v] *"))
    for (const name of attributeNames(element2)) markRare(element2, name);
  life.on("[dj-init]", { entered: (element2) => tell3(ears, element2, "init") });
  life.on("[dj-mounted]", { entered: (element2, isFirst) => isFirst || tell3(ears, element2, "mounted") });
  watchTriggers(life);
  return ears;
}
function hearAll(ears, types) {
  for (const spec of types.split(" ")) {
    const [heard, name, flags = ""] = spec.split(":");
    hear(heard, (event, target) => hear2(ears, name || heard, flags, event, target), flags.includes("c"));
  }
}
function reset(ears, form) {
  const { inputs } = ears;
  for (const control of controlsOf(form)) {
    inputs.edited(control);
    inputs.correct(control, true);
    inputs.accepted(control, true);
  }
  inputs.edited(form);
  const type = ["change", "input"].find((type2) => has(form, `dj-${type2}`));
  if (type) tell3(ears, form, type, {}, true);
}
function hear2(ears, type, flags, event, target) {
  const path = elementsOf(event);
  if (event.isComposing || path.some((element2) => has(element2, "dj-ignore-events"))) return;
  if (type === "keydown" && event.key === "Enter") {
    flush(ears.waiting);
    if (isHeldBack(target)) event.preventDefault();
  }
  if (type === "input" || type === "change") {
    const model = modelOf(ears, type, event);
    if (model) act(ears, model);
    const { form } = target;
    if (form && !path.includes(form)) path.push(form);
  }
  for (const hit of find2(ears, type, flags, event, target, path)) act(ears, hit);
}
var elementsOf = (event) => event.composedPath().filter((node2) => node2 instanceof Element);
var isHeldBack = (target) => target instanceof HTMLInputElement && !/^(submit|image|reset|button)$/.test(target.type) && [target, target.form].some((said) => said && has(said, "dj-no-submit"));
function find2(ears, type, flags, event, target, path) {
  const hits = [];
  for (const bound of path) {
    if (flags === "e" && contains(bound, event.relatedTarget)) break;
    const hit = hitOf(ears, bound, type, event, target, flags.includes("v"));
    if (hit) {
      hits.push({ ...hit, target: seenFrom(rootOf(bound), path) });
      if (flags !== "e") break;
    }
    if (flags.includes("o")) break;
  }
  return hits;
}
var seenFrom = (root, path) => path.find((element2) => rootOf(element2) === root);
function modelOf(ears, type, event) {
  const target = seenFrom(document, elementsOf(event));
  const hit = hitOf(ears, target, "model", event, target, true);
  if (!hit || type === "input" && marksOf(hit.name).includes("lazy")) return null;
  const [, ms] = /\.debounce-(\d+)/.exec(hit.name) ?? [];
  const call = JSON.stringify(["update_model", hit.binding]);
  return { ...hit, binding: ms ? `debounce=${ms} ${call}` : call };
}

// src/list.ts
var NEW = -1;
function expandRuns(runs, oldCount, newCount) {
  const order = [];
  const used = new Uint8Array(oldCount);
  let fresh = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const start2 = runs[i];
    const length = runs[i + 1];
    expect([start2, length].every(Number.isSafeInteger) && Math.abs(length) <= oldCount + newCount, "not a run");
    for (let taken = 0; taken < Math.abs(length); taken++) {
      const at = start2 === NEW ? NEW : start2 + Math.sign(length) * taken;
      if (start2 === NEW) expect(fresh++ < newCount, "more new rows than given");
      else expect(used[at]++ === 0, `no row ${at} to take`);
      order.push(at);
    }
  }
  expect(fresh === newCount, "fewer new rows than given");
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
function arrange({ parent, end: end2, leave }, old, rows, order) {
  for (const row of order) {
    expect(row === NEW || parentOf(old[row]) === parent, "row taken out");
  }
  const kept = new Set(order);
  for (const [i, element2] of old.entries()) if (!kept.has(i)) leave(element2);
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
var FRAGILE = "[dj-pin],:has(iframe,audio,video,[dj-pin],dialog[open],[popover])";
function pinnedRows(old, order) {
  const focused2 = focused();
  const rows = order.filter((row) => row !== NEW);
  const withFocus = rows.filter((row) => contains(old[row], focused2));
  return [...withFocus, ...rows.filter((row) => matches(old[row], FRAGILE))];
}
function rememberScroll(old, order, stay) {
  const offsets = [];
  for (const row of order) {
    if (row === NEW || stay.has(row)) continue;
    for (const node2 of [old[row], ...findAll(old[row], "*")]) {
      if (node2.scrollTop || node2.scrollLeft) offsets.push([node2, node2.scrollTop, node2.scrollLeft]);
    }
  }
  return () => {
    for (const [node2, top, left] of offsets) {
      node2.scrollTop = top;
      node2.scrollLeft = left;
    }
  };
}
function newRows(news) {
  const [common, ...rest] = asArray(news || []);
  const rows = [];
  if (common) for (const values of rest) rows.push([common, values]);
  else for (let i = 0; i < rest.length; i += 2) rows.push([rest[i], rest[i + 1]]);
  return rows;
}

// src/patch.ts
function patch(pen, instance, ops) {
  if (instance.stale) return;
  try {
    for (let i = 0; i < ops.length; i += 2) {
      const index = asCount(ops[i]);
      const slot2 = slotOf(instance, index);
      const place = placeOf(instance, index);
      if (pen.keeps(slot2, place)) continue;
      if (pen.holds?.(slot2, place)) {
        pen.held.push({ instance, ops: ops.slice(i, i + 2) });
        continue;
      }
      for (const hear3 of pen.life.touched) hear3(holderOf(place));
      writeSlot(pen, slot2, attached(place), ops[i + 1]);
    }
  } catch (error) {
    instance.stale = true;
    pen.report(instance, error);
  }
}
function build2(pen, alias, values, single) {
  const template = templateOf(pen.templates, asCount(alias));
  const nodes = clone(template);
  const region = single ? { element: nodes.firstElementChild } : { parent: nodes };
  const instance = instanceOf(template, region);
  bindAll(instance);
  for (const [index, slot2] of template.slots.entries()) writeSlot(pen, slot2, placeOf(instance, index), values[index]);
  return { instance, nodes };
}
function adopt(instance, region, element2) {
  const built = instance.region;
  if (element2) region.element = element2;
  instance.region = region;
  for (const place of instance.places) {
    if (!place || !isRange(place) || place.region !== built) continue;
    place.region = region;
    for (const child of place.children) if (child.region === built) adopt(child, region, element2);
  }
}
function attached(place) {
  expect(isAttached(holderOf(place)), "taken out of the page");
  return place;
}
function writeSlot(pen, slot2, place, value) {
  expect(value !== void 0, "no value for a slot");
  if (!isRange(place)) {
    writeScalar(slot2, place, value, pen);
    if (slot2.kind === "A" || slot2.name.startsWith("dj-")) pen.life.changed(place.node);
  } else if (slot2.kind === "l") writeList(pen, slot2, place, asArray(value));
  else if (value === 0) {
    for (const node2 of nodesOf(place.region)) pen.life.leave(node2);
    place.children = [];
  } else enter(pen, place.children, 0, place.region, asArray(value));
}
function enter(pen, children2, index, region, value) {
  const [isNew, alias, ...values] = value;
  if (isNew === 1) {
    const { instance, nodes } = build2(pen, alias, values, !!region.element);
    const parent = container(region);
    const end2 = regionEnd(region);
    const { element: element2 } = instance.region;
    for (const node2 of nodesOf(region)) pen.life.leave(node2);
    const fresh = [...nodes.childNodes];
    insert(parent, nodes, end2);
    for (const node2 of fresh) pen.life.entered(node2);
    adopt(instance, region, element2);
    children2[index] = instance;
  } else {
    const template = templateOf(pen.templates, asCount(alias));
    let standing = children2[index];
    if (!standing || standing.template === UNKNOWN) standing = children2[index] = instanceOf(template, region);
    expect(standing.template === template, "another template stands here");
    patch(pen, standing, values);
  }
}
function writeList(pen, slot2, place, ops) {
  let first = 1;
  if (ops[0] === "o") {
    reorder(pen, place, ops);
    first = 4;
  } else expectRows(place, ops[0]);
  for (let i = first; i < ops.length; i += 2) {
    const index = asCount(ops[i]);
    const row = place.children[index];
    expect(row, `no row ${index}`);
    const inside = asArray(ops[i + 1]);
    if (slot2.alias < 0) enter(pen, place.children, index, row.region, inside);
    else patch(pen, row, inside);
  }
}
function expectRows({ children: children2 }, count) {
  expect(count === children2.length, `${children2.length} rows where ${count} should be`);
}
function reorder(pen, place, ops) {
  const old = place.children;
  expectRows(place, ops[1]);
  const news = newRows(ops[3]);
  const order = expandRuns(asArray(ops[2] || []), old.length, news.length);
  const built = news.map(([alias, values]) => build2(pen, alias, asArray(values), true).instance);
  let next = 0;
  const rows = order.map((from) => from === NEW ? built[next++] : old[from]);
  const elements = (list) => list.map((row) => row.region.element);
  const site = { parent: container(place.region), end: regionEnd(place.region), leave: pen.life.leave };
  arrange(site, elements(old), elements(rows), order);
  for (const element2 of elements(built)) pen.life.entered(element2);
  place.children = rows;
}

// src/keep.ts
var IGNORED = '[dj-update="ignore"]';
var isIgnored = (element2) => matches(element2, IGNORED);
function keeping(life) {
  const regions = life.on(IGNORED, {});
  return ({ kind }, place) => {
    if (!regions.size) return false;
    const node2 = holderOf(place);
    const inside = isRange(place) || kind === "T" || kind === "h" ? node2 : parentOf(node2);
    return inside !== null && isElement(inside) && closest(inside, IGNORED) !== null;
  };
}
function uncloak(life) {
  const show = (element2) => {
    if (!has(element2, "dj-cloak")) return;
    for (const name of ["dj-cloak", "hidden"]) setAttribute(element2, name, null);
  };
  const cloaked = life.on("[dj-cloak]", {
    entered(element2, isFirst) {
      if (!isFirst) show(element2);
    }
  });
  life.states.push((root, isLive) => {
    for (const element2 of isLive ? cloaked : []) if (contains(root, element2)) show(element2);
  });
}

// src/resync.ts
var AHEAD = 32;
function settle(pen, inputs, region, [alias, ...values]) {
  const { instance, nodes } = build2(pen, alias, values, !!region.element);
  const parent = container(region);
  const kept = /* @__PURE__ */ new Map();
  morphNodes({ inputs, kept, life: pen.life }, parent, nodesOf(region), [...nodes.childNodes], regionEnd(region));
  const { element: element2 } = instance.region;
  adopt(instance, region, element2 && keptFor(kept, element2));
  rehome(instance, kept, inputs);
  pen.life.changed(parent);
  return instance;
}
var keptFor = (kept, node2) => (node2 && kept.get(node2)) ?? node2;
function morphNodes(morph, parent, standing, built, end2) {
  const { life } = morph;
  let at = 0;
  for (const [i, wanted] of built.entries()) {
    const found = at + standing.slice(at, at + AHEAD).findIndex((node2) => isSame(node2, wanted));
    const coming = built.slice(i + 1, i + AHEAD);
    if (found < at || standing.slice(at, found).some((node2) => coming.some((later) => isSame(node2, later)))) {
      insert(parent, wanted, standing[at] ?? end2);
      continue;
    }
    while (at < found) life.leave(standing[at++]);
    morphNode(morph, standing[at++], wanted);
  }
  while (at < standing.length) life.leave(standing[at++]);
}
function isSame(standing, built) {
  if (isElement(standing) && isElement(built)) {
    return localName(standing) === localName(built) && namespaceOf(standing) === namespaceOf(built) && ["id", "name", "type"].every((name) => attribute(standing, name) === attribute(built, name));
  }
  if (isComment(standing) && isComment(built)) return standing.data === built.data;
  return standing.nodeType === built.nodeType;
}
function morphNode(morph, standing, built) {
  morph.kept.set(built, standing);
  for (const hear3 of morph.life.touched) hear3(standing);
  if (isElement(standing) && isElement(built)) {
    morphAttributes(standing, built, morph.inputs.of(built).controlled);
    const isOwn = localName(built).includes("-") && !firstChild(built);
    if (built instanceof HTMLTextAreaElement || isOwn || isIgnored(standing)) return;
    morphNodes(morph, standing, nodesOf({ parent: standing }), [...built.childNodes], null);
  } else if (standing.nodeValue !== built.nodeValue) standing.nodeValue = built.nodeValue;
}
function morphAttributes(standing, built, controlled) {
  const own = (name) => isIgnoredAttribute(standing, name) || /^(style|open|dj-ignore-attrs)$/.test(name) || controlled && /^(value|checked|selected)$/.test(name);
  const wanted = attributeNames(built);
  for (const name of attributeNames(standing)) {
    if (!own(name) && !wanted.includes(name)) setAttribute(standing, name, null);
  }
  for (const name of wanted) {
    const value = attribute(built, name);
    if (!own(name) && attribute(standing, name) !== value) setAttribute(standing, name, value);
  }
  const { cssText } = styleOf(built);
  if (!isIgnoredAttribute(standing, "style") && styleOf(standing).cssText !== cssText)
    styleOf(standing).cssText = cssText;
}
function rehome(instance, kept, inputs) {
  rehomeRegion(instance.region, kept);
  for (const [index, place] of instance.places.entries()) {
    if (!place) continue;
    if (isRange(place)) {
      rehomeRegion(place.region, kept);
      for (const child of place.children) rehome(child, kept, inputs);
      continue;
    }
    const built = place.node;
    place.node = keptFor(kept, built);
    const slot2 = instance.template.slots[index];
    if (slot2?.kind === "p" && built !== place.node) {
      inputs.property(place.node, slot2.name, heldIn(built, slot2.name));
    }
  }
}
function rehomeRegion(region, kept) {
  for (const [edge, node2] of Object.entries(region)) Object.assign(region, { [edge]: keptFor(kept, node2) });
}
var heldIn = (element2, name) => element2 instanceof HTMLTextAreaElement ? element2.defaultValue : attribute(element2, name);
function settleAt(pen, inputs, owner, path, values) {
  const [slot2 = 0, ...rest] = path;
  const place = placeOf(owner, slot2);
  expect(isRange(place), "no instance here");
  const isList = owner.template.slots[slot2]?.kind === "l";
  const row = isList ? rest.shift() ?? -1 : 0;
  const child = place.children[row];
  if (rest.length) {
    expect(child, "no instance here");
    settleAt(pen, inputs, child, rest, values);
  } else {
    expect(child || !isList, "no place here");
    place.children[row] = settle(pen, inputs, child?.region ?? place.region, values);
  }
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
      if (slot2.kind === "p" && !isRange(place)) inputs.of(controlOf(place.node)).controlled = true;
    }
  } catch {
    return;
  }
  const holds = (node2) => contains(node2, element2) || contains(element2, node2);
  for (const place of instance.places) {
    if (!place || !isRange(place) || !holds(container(place.region))) continue;
    for (const child of place.children) if (nodesOf(child.region).some(holds)) reach(child, element2, inputs);
  }
}
function* children({ places, template }) {
  for (const [slot2, place] of places.entries()) {
    if (!place || !isRange(place)) continue;
    const isList = template.slots[slot2]?.kind === "l";
    for (const [row, child] of place.children.entries()) yield isList ? [child, slot2, row] : [child, slot2];
  }
}

// src/hearing.ts
var RESYNC_WINDOW = 1e4;
function createView(root, block, outside) {
  const templates = noTemplates();
  const view = {
    ...outside,
    root,
    token: attribute(root, "dj-v") ?? "",
    secret: 0,
    joined: false,
    brought: /* @__PURE__ */ new Map(),
    templates,
    instance: instanceOf(UNKNOWN, { parent: root }),
    seq: 0,
    replayed: 0,
    ref: 0,
    sentRef: 0,
    waiting: [],
    unreplied: [],
    mismatches: [],
    held: [],
    holds: null,
    flights: /* @__PURE__ */ new Map(),
    veils: [],
    reach: (element2) => reach(view.instance, element2, view.inputs),
    overdue: (ref) => overdue(view, ref),
    world: {
      change: (element2, aspect, value) => change(view, 0, element2, aspect, value),
      push: (element2, call, options) => push(view, eventOf(view, element2, call, options)),
      visit: outside.visit,
      toolbox: outside.toolbox
    },
    refusal: "",
    notice: createElement("div"),
    report: (instance, error) => mismatch(view, instance, error)
  };
  try {
    define(templates, JSON.parse(block));
    noteTokens(templates, root);
    const template = templateOf(templates, 0);
    view.instance = instanceOf(template, view.instance.region, template.shown);
    bindAll(view.instance);
  } catch (error) {
    mismatch(view, view.instance, error);
  }
  return view;
}
function closed(view, state) {
  view.joined = false;
  release(view, Infinity);
  if (state === "error") finish(view.waiting.splice(0), "closed");
  showState(view, state);
}
var hearerOf = (view) => ({
  update(seq, ops, acked, defs, effects) {
    define(view.templates, defs);
    if (seq <= view.seq) return;
    const events = seq > view.replayed ? take(view, acked) : [];
    if (seq > view.seq + 1) mismatch(view, view.instance, new Mismatch(`frame ${seq} after ${view.seq}`));
    view.seq = seq;
    apply(view, ops, events);
    perform(effects, performerOf(view, [...events, ...view.unreplied]));
    finish(events);
    if (seq >= view.replayed) finish(view.unreplied.splice(0));
  },
  acked(acked) {
    const events = take(view, acked);
    apply(view, [], events);
    finish(events);
  },
  failed(acked, code, text) {
    const events = take(view, acked);
    if (code !== "crashed") apply(view, [], events, events.at(-1));
    else release(view, events.at(-1)?.ref ?? 0);
    tell2(view, code, text);
    view.refusal = text;
    finish(events.splice(-1), text || code);
    finish(events);
  },
  answered: (joined2) => answered(view, joined2),
  resynced(seq, path, values, defs) {
    define(view.templates, defs);
    view.seq = seq;
    mend(view, path, values);
  },
  visit: (url, replace) => url ? view.visit(url, replace) : view.refresh(),
  heard(token) {
    view.token = token || view.token;
  }
});
function answered(view, { seq, ref, secret, defs, values, replay }) {
  const { inputs, joined: joined2 } = view;
  view.secret = secret;
  if (values) view.templates = noTemplates();
  define(view.templates, defs);
  view.replayed = replay ? seq : 0;
  if (!replay) view.seq = seq;
  const done = view.waiting.filter((event) => event.ref <= ref);
  view.waiting = view.waiting.filter((event) => event.ref > ref);
  view.unreplied.push(...done);
  if (!replay) finish(view.unreplied.splice(0));
  if (joined2) view.brought.clear();
  if (values) {
    inputs.brought = view.brought;
    mend(view, [], values);
  }
  if (!joined2) apply(view, [], done, void 0, false);
  inputs.brought = null;
  if (joined2 && changedForms(view.root, inputs).length) return join(view);
  view.joined = true;
  view.send(["h"]);
  for (const event of view.waiting) sendEvent(view, event);
  askAgain(view, view.instance, []);
  showState(view, "connected");
  if (!joined2 && !replay) tellAlone(view);
}
function tellAlone({ root, waiting }) {
  for (const control of changedAlone(root)) {
    if (waiting.some(({ event }) => event.edit === control)) continue;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
function apply(view, ops, events, refused, isKnown = true) {
  const { inputs } = view;
  const settled = [];
  for (const waiting of events) {
    const isRefused = waiting === refused;
    const accepting = isKnown && !isRefused && waiting.event.submits;
    for (const [field, edit] of waiting.controls)
      if (inputs.of(field).edit === edit) settled.push({ field, isRefused, accepting });
  }
  for (const { field, accepting } of settled) if (accepting) inputs.handedOver.add(field);
  release(view, events.at(-1)?.ref ?? 0, ops);
  for (const { field, isRefused } of settled) {
    if (!view.veils.some(({ element: element2 }) => element2 === field)) correct(inputs, field, isRefused);
  }
  for (const { field, accepting } of settled) if (accepting) inputs.accepted(field, has(accepting, "dj-keep"));
  inputs.handedOver.clear();
}
function correct(inputs, control, isRefused) {
  const { controlled, pending } = inputs.of(control);
  const isKept2 = isRefused && !pending && !isToggle(control) && !(control instanceof HTMLSelectElement);
  if (controlled && !isKept2) inputs.correct(control);
}
function release(view, last, ops = []) {
  land(view, last);
  const held = last ? view.held.splice(0) : [];
  const run2 = () => {
    for (const { instance, ops: ops2 } of held) if (pathTo(view.instance, instance)) patch(view, instance, ops2);
    patch(view, view.instance, ops);
  };
  if (held.length + ops.length) write(view, run2);
}
function overdue(view, ref) {
  for (const waiting of view.waiting) {
    if (waiting.ref !== ref) continue;
    waiting.late = true;
    waiting.event.ended?.("timeout", null);
  }
  release(view, ref);
}
var performerOf = ({ root, world }, events) => ({
  commands: (list) => void run(world, root, list),
  pushed: (name, detail) => dispatch(root, `dj:${name}`, detail),
  replied(ref, value) {
    for (const waiting of events) if (waiting.ref === ref) waiting.reply = value;
  }
});
function finish(events, failure = "") {
  for (const { event, reply } of events) event.ended?.(failure, reply);
}
var take = (view, acked) => view.waiting.splice(0, acked);
function write({ root, inputs, life }, run2) {
  setAttribute(root, "dj-h", null);
  inputs.written.clear();
  life.frame(() => {
    run2();
    for (const control of inputs.written) inputs.correct(control);
  });
}
function mend(view, path, values) {
  const { inputs, instance, root } = view;
  release(view, Infinity);
  try {
    write(view, () => {
      if (path.length) settleAt(view, inputs, instance, path, values);
      else view.instance = settle(view, inputs, { parent: root }, values);
    });
  } catch (error) {
    mismatch(view, view.instance, error);
  }
}
function mismatch(view, instance, error) {
  const path = pathTo(view.instance, instance) ?? [];
  console.warn("liveview: resync", path, error);
  const times = note(view, path.join());
  if (times > 2) return view.refresh();
  if (times > 1 && path.length) note(view, "");
  const isWhole = times > 1 || !path.length;
  (isWhole ? view.instance : instance).stale = true;
  if (view.joined) view.send(["r", view.seq, isWhole ? [] : path]);
}
function note(view, key) {
  const now = Date.now();
  view.mismatches = view.mismatches.filter(([, time]) => now - time < RESYNC_WINDOW);
  view.mismatches.push([key, now]);
  return view.mismatches.filter(([path]) => path === key).length;
}
function askAgain(view, instance, path) {
  if (instance.stale) view.send(["r", view.seq, path]);
  else for (const [child, ...steps] of children(instance)) askAgain(view, child, [...path, ...steps]);
}

// src/lent.ts
var lent = [run, parseBinding, isMain, parentOf, isAttached, localName, classesOf, controlsOf, attribute, has, attributeNames, styleOf, findAll, closest, matches, contains, ofDocument, focused, isSeen, createElement, findOnPage, listen, hear, dispatch, isElement, LEAVING, isLeaving, isGoing, setAttribute, formFields, valuesOf, guarded, push, eventOf, isReady, act, hitOf, tell3, heldKeys, keyNames, clickedNext, isToggle, hearAll];

// src/needs.ts
var NEEDED = "far rare include connected disconnected poll appear disappear resize viewport-top viewport-bottom mutation enter remove leave transition-group flip view-transition sticky-scroll scroll-into-view virtual loading loading\\.class loading\\.disable loading\\.show loading\\.hide disable-with form-pending optimistic init hook copy autofocus dialog click^='[[' submit^='[[' change^='[[' keydown^='[['";
function askForParts(parts, tellAll) {
  let asked = null;
  const load = async () => {
    try {
      const { default: begin } = await import("/_live/parts-srAHjzEwh6Z3.js");
      begin(lent, parts);
      tellAll();
    } catch (error) {
      asked = null;
      console.error("liveview:", error);
    }
  };
  const ask2 = () => {
    asked ??= load();
    return asked;
  };
  parts.life.on(
    NEEDED.split(" ").map((name) => `[dj-${name}]`).join(),
    { entered: ask2 }
  );
  listen("focusin", () => void (findOnPage(".dj-connected").length && ask2()));
  return ask2;
}

// src/socket.ts
var BASE = 250;
var CAP = 1e4;
var HEARTBEAT = 25e3;
var STABLE = 5e3;
var FINAL = /1009|400[1345]/;
function delayBefore(attempt, code, random) {
  const wait = attempt === 0 ? 50 + random() * 200 : random() * Math.min(CAP, BASE * 2 ** attempt);
  if (!/1001|1012|4008/.test(String(code))) return wait;
  return wait + random() * 5e3 + (code === 4008 ? 5e3 : 0);
}
var createSocket = (url, listener) => ({
  url,
  listener,
  current: null,
  attempt: 0,
  openedAt: Infinity,
  pulse: 0,
  retry: 0,
  watch: 0
});
function connect(socket) {
  if (socket.current) return;
  suspend(socket);
  const made = new WebSocket(socket.url);
  socket.current = made;
  socket.watch = window.setTimeout(() => drop(socket, made, 1006), CAP);
  made.onopen = () => {
    if (made !== socket.current) return;
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
var isOpen = ({ openedAt }) => openedAt < Infinity;
function send(socket, text) {
  if (isOpen(socket)) socket.current?.send(text);
}
var restart = (socket) => drop(socket, socket.current, 1006);
function wake(socket) {
  if (socket.retry) again(socket);
  else if (isOpen(socket) && Date.now() - socket.pulse > HEARTBEAT) ask(socket, 2e3);
}
function drop(socket, lost, code) {
  if (!lost || lost !== socket.current) return;
  if (Date.now() - socket.openedAt > STABLE) socket.attempt = 0;
  suspend(socket);
  const final = FINAL.test(String(code));
  if (!final) {
    socket.retry = window.setTimeout(() => again(socket), delayBefore(socket.attempt++, code, Math.random));
  }
  socket.listener.lost(final);
}
function suspend(socket) {
  const lost = socket.current;
  clearTimeout(socket.retry);
  clearTimeout(socket.watch);
  Object.assign(socket, { current: null, retry: 0, openedAt: Infinity });
  lost?.close();
}
function again(socket) {
  if (isSeen() && navigator.onLine) connect(socket);
}
function beat(socket) {
  clearTimeout(socket.watch);
  socket.watch = window.setTimeout(() => {
    if (isSeen() && Date.now() - socket.pulse >= HEARTBEAT) ask(socket, CAP);
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

// src/main.ts
var ENDPOINT = "/_live/socket";
var RELOADS = "dj-reloads";
var MOST_RELOADS = 3;
var RELOAD_WINDOW = 12e4;
var LOST = "Please reload the page.";
function createPage() {
  const life = createLife();
  const page3 = {
    inputs: createInputs(),
    life,
    keeps: keeping(life),
    toolbox: createToolbox(() => page3.ask()),
    shows: [],
    trust: trusting(),
    hooks: { definitions: /* @__PURE__ */ new Map(), defined: () => void 0 },
    viewOf: (element2) => page3.ended ? void 0 : page3.views.find(({ root }) => root === closest(element2, "[dj-v]")),
    liveViewOf(element2) {
      const view = page3.viewOf(element2);
      if (!view) throw new Error("liveview: no live view here");
      return view;
    },
    socket: createSocket(location.origin + ENDPOINT, {
      opened: () => page3.views.forEach(join),
      lost(final) {
        if (final) end(page3);
        else unconnected(page3);
      },
      received: (text) => page3.queue.attempt(() => {
        for (const view of page3.views) view.refusal = "";
        decode(text, page3.hearers);
      })
    }),
    views: [],
    hearers: [],
    queue: {
      drain: () => void 0,
      attempt(run2) {
        try {
          run2();
        } catch (error) {
          console.error("liveview:", error);
          restart(page3.socket);
        }
      }
    },
    ask: () => Promise.resolve(),
    ended: false
  };
  life.touched.push(page3.inputs.touched);
  uncloak(life);
  return page3;
}
function start(page3) {
  const roots = findOnPage("[dj-v]");
  if (!roots.length) return;
  const blocks = findOnPage("script[dj-t]");
  page3.views = roots.map((root, index) => {
    applyStyles(root);
    page3.inputs.begin(root);
    return createView(root, blocks[index]?.textContent ?? "", outsideOf(page3, index));
  });
  page3.hearers = page3.views.map(hearerOf);
  const ears = listen2(page3);
  const tellAll = () => roots.forEach(page3.life.start);
  page3.ask = askForParts({ ...page3, ears }, tellAll);
  tellAll();
  watchPage(page3, () => flush(ears.waiting));
  connect(page3.socket);
}
function publish({ toolbox, hooks, liveViewOf }) {
  const { extensions } = toolbox;
  const js = async (element2, commands) => run(liveViewOf(element2).world, element2, commands);
  const hook = (name, definition2) => {
    hooks.definitions.set(name, definition2);
    hooks.defined();
  };
  const command = (name, perform2) => void extensions.set(name, perform2);
  const early = window.liveview ?? {};
  const each = (of, define2) => {
    for (const [name, what] of Object.entries(early[of] ?? {})) define2(name, what);
  };
  each("hooks", hook);
  each("commands", command);
  Object.assign(window, { liveview: { hook, command, js } });
}
function outsideOf(page3, index) {
  return {
    ...page3,
    send: (frame) => send(page3.socket, JSON.stringify(index ? ["v", index, frame] : frame)),
    refresh: () => reload(page3),
    visit(url, replace) {
      const target = new URL(url, location.href);
      if (!/^https?:$/.test(target.protocol)) return;
      depart(page3.views[index]);
      if (replace) location.replace(target);
      else location.assign(target);
    }
  };
}
function trusting() {
  const { trustedTypes } = window;
  let policy;
  return (html) => {
    policy ??= trustedTypes?.createPolicy("dj", { createHTML: (html2) => html2 });
    return policy ? policy.createHTML(html) : html;
  };
}
function unconnected(page3) {
  close(page3, navigator.onLine ? "disconnected" : "offline");
}
function close({ views: all, queue }, state) {
  queue.drain();
  for (const view of all) closed(view, state);
}
function watchPage(page3, flush2) {
  const { socket } = page3;
  const rest = () => {
    suspend(socket);
    unconnected(page3);
  };
  const resume = () => {
    if (!page3.ended) connect(socket);
  };
  addEventListener("pagehide", (event) => {
    flush2();
    if (event.persisted) rest();
    else for (const view of page3.views) view.send(["l"]);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) resume();
  });
  listen("freeze", rest);
  listen("resume", resume);
  listen("visibilitychange", () => {
    if (isSeen()) wake(socket);
  });
  addEventListener("online", () => wake(socket));
  addEventListener("offline", () => {
    for (const view of page3.views) if (!page3.ended && !view.joined) showState(view, "offline");
  });
}
function reload(page3) {
  if (page3.ended) return;
  suspend(page3.socket);
  const times = countReload();
  if (times > MOST_RELOADS) return end(page3);
  page3.ended = true;
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
function end(page3) {
  page3.ended = true;
  suspend(page3.socket);
  close(page3, "error");
  for (const view of page3.views) alert(view, view.refusal || LOST);
}
var page2 = createPage();
publish(page2);
if (document.prerendering) {
  listen("prerenderingchange", () => start(page2), { once: true });
} else start(page2);
})();
