/** One form for pages that look and behave the same. Runs inside a page, so it names nothing outside itself. */

/**
 * What the view's root shows, or what the given HTML would: attributes and class tokens sorted, styles by effect, texts
 * joined, comments left out, and what each control holds.
 */
export function canonical(html: string | null): string {
  const root = html === null ? document.querySelector("[dj-v]") : document.createElement("div");
  if (html !== null && root) root.innerHTML = html;
  const attributes = (element: Element): string => {
    const all = element.getAttributeNames().filter((name) => !["class", "style", "dj-style"].includes(name));
    const parts = all.sort().map((name) => `${name}=${JSON.stringify(element.getAttribute(name))}`);
    const classes = [...element.classList].sort().join(" ");
    if (classes) parts.push(`class=${classes}`);
    const probe = document.createElement("i").style;
    for (const text of [element.getAttribute("dj-style") ?? "", element.getAttribute("style") ?? ""]) {
      for (const declaration of text.split(";")) {
        const colon = declaration.indexOf(":");
        if (colon > 0) probe.setProperty(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
      }
    }
    const style = [...probe].sort().map((name) => `${name}:${probe.getPropertyValue(name)}`);
    if (style.length) parts.push(`style=${style.join(";")}`);
    return parts.map((part) => ` ${part}`).join("");
  };
  const held = (element: Element): string => {
    if (element instanceof HTMLInputElement) return ` {${element.value}|${element.checked}|${element.indeterminate}}`;
    if (element instanceof HTMLTextAreaElement) return ` {${element.value}}`;
    return element instanceof HTMLOptionElement ? ` {${element.selected}}` : "";
  };
  const show = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return "";
    const inside = [...node.childNodes].map(show).join("");
    return `<${node.namespaceURI?.split("/").at(-1)}:${node.localName}${attributes(node)}${held(node)}>${inside}</>`;
  };
  return [...(root?.childNodes ?? [])].map(show).join("");
}
