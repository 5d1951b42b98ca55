/**
 * What runs inside the browser: prints a page such that equal pages print equal text, acts, and waits until all is quiet.
 * A script, put before those of every page; imports nothing and touches nothing of the client's.
 */

const names = new WeakMap();
let named = 0;

/** A number that stays with a node: equal numbers, same object. */
function nameOf(node) {
  if (!names.has(node)) names.set(node, ++named);
  return names.get(node);
}

// A property is compared as it stands; the attribute it once came from tells nothing.
const LIVE = { input: ["value", "checked"], textarea: ["value"], select: ["value"], option: ["selected"] };
const SILENT = new Set(["value", "checked", "selected", "dj-style", "style", "class", "aria-busy", "dj-rare", "dj-far"]);
const CONTROLS = "input, select, textarea, button, summary";

function style(element) {
  const given = element.getAttribute("dj-style");
  const read = element.cloneNode(false).style;
  if (!read) return "";
  if (given) read.cssText = given;
  // The client tells its own sheet how high a row is thought to be.
  return [...read].filter((property) => !property.startsWith("--dj-")).sort().map((property) => `${property}:${read.getPropertyValue(property)}`).join(";");
}

function attributes(element) {
  // What inherited a focus can be focused as long as it has it.
  const passing = element === document.activeElement && element.tabIndex < 0 ? "tabindex" : "";
  const kept = [...element.attributes].filter(({ name }) => !SILENT.has(name) && name !== passing);
  const texts = kept.map((attribute) => `${attribute.name}=${JSON.stringify(attribute.value)}`);
  const classes = [...element.classList].filter((token) => !token.startsWith("dj-")).sort().join(" ");
  if (classes) texts.push(`class=${JSON.stringify(classes)}`);
  if (style(element)) texts.push(`style=${style(element)}`);
  // What the focused control holds is the person's: also the choice among radio buttons, of which one has the focus.
  const person = document.activeElement;
  // A field with `data-own` is the person's alone, and no server knows it.
  const isOwn = element.hasAttribute("data-own");
  const isChoice = element.type === "radio" && person?.type === "radio" && person.name === element.name;
  const focused = isOwn || element === person || isChoice || (element.localName === "option" && element.closest("select") === person);
  for (const property of LIVE[element.localName] ?? []) {
    texts.push(focused ? `.${property}` : `.${property}=${JSON.stringify(element[property])}`);
  }
  return texts.sort().map((text) => ` ${text}`).join("");
}

function printed(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[&<]/g, (sign) => `&${sign.charCodeAt(0)};`);
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const inside = node.localName === "textarea" ? "" : [...node.childNodes].map(printed).join("");
  const space = node.namespaceURI === "http://www.w3.org/1999/xhtml" ? "" : `${node.namespaceURI}:`;
  return `<${space}${node.localName}${attributes(node)}>${inside}</${node.localName}>`;
}

const shown = (parent) => [...parent.childNodes].map(printed).join("");
const controls = () => [...document.querySelectorAll(CONTROLS)];
const text = (id) => document.getElementById(id).textContent;

function keyed() {
  const found = {};
  for (const node of document.querySelectorAll("main [data-key]")) found[node.dataset.key] = nameOf(node);
  return found;
}

/** Waits until the step shows and the held field was heard, then says what there is. */
async function quiet(step) {
  const deadline = performance.now() + 15_000;
  const held = document.getElementById("held");
  while (text("at") !== String(step) || text("heard") !== held.value) {
    if (performance.now() > deadline) throw new Error(`step ${step} never came: ${text("at")}, ${text("heard")}`);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const focus = document.activeElement;
  return {
    shown: shown(document.querySelector("[dj-v]")),
    keys: keyed(),
    typed: text("heard"),
    free: document.getElementById("free").value,
    focus: focus === document.body ? 0 : nameOf(focus),
    index: controls().indexOf(focus),
    caret: focus.id === "free" || focus.id === "held" ? focus.selectionStart : -1,
  };
}

/** Presses the button so many times, without moving the focus. */
function press(times) {
  for (let time = 0; time < times; time++) document.getElementById("step").click();
}

/** Moves the focus to one of the controls, or away. */
function focusOn(choice) {
  if (choice === 0) document.activeElement?.blur();
  else controls()[choice % controls().length]?.focus();
}

/** Moves the focus if a choice is given, goes on by so many steps, and says what there was before and after. */
async function goOn(choice, step, times) {
  if (choice !== undefined) focusOn(choice);
  const before = await quiet(step);
  press(times);
  return { before, after: await quiet(step + times) };
}

/** Puts a page that came as text here and prints it, as if the control with this index had the focus. */
function fresh(html, { index, free }) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...document.adoptNode(parsed.querySelector("[dj-v]")).childNodes);
  document.getElementById("free").value = free;
  const control = controls()[index];
  control?.focus();
  if (control && document.activeElement !== control) throw new Error("the same control cannot have the focus here");
  return shown(document.body);
}

/** What a document shows in its main part, all of it. */
const main = (page) => shown(page.querySelector("main"));
const mainOf = (html) => main(new DOMParser().parseFromString(html, "text/html"));

window.torture = { main, mainOf, goOn, quiet, press, fresh, isHere: (node) => controls().some((control) => nameOf(control) === node) };
