/**
 * Rules of ours in a page, for a strict policy forbids inline ones. Knows no element.
 */

import * as dom from "./dom.ts";

/** Adds rules; returns how to take them away again. */
export function adopt(rules: string): () => void {
  const sheets = dom.ofDocument<CSSStyleSheet[]>("adoptedStyleSheets");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  sheets().push(sheet);
  return () => void sheets().splice(sheets().indexOf(sheet), 1);
}
