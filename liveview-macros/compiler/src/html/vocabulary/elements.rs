//! Which elements there are: HTML's own from the standard's index of elements, and those it has given up. Looks at no tree.

use crate::names::nearest;

/// The elements of HTML, in alphabetical order.
const ELEMENTS: [&str; 115] = [
    "a",
    "abbr",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "bdi",
    "bdo",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "math",
    "menu",
    "meta",
    "meter",
    "nav",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "picture",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "selectedcontent",
    "slot",
    "small",
    "source",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// Elements that HTML has given up, and what to write: the standard's list of non-conforming features.
const OBSOLETE: [(&str, &str); 29] = [
    ("acronym", "write `<abbr>`"),
    ("applet", "write `<embed>` or `<object>`"),
    ("basefont", "set the font in a style sheet"),
    ("bgsound", "write `<audio>`"),
    (
        "big",
        "give a `<span>` a `class` and set its size in a style sheet",
    ),
    ("blink", "animate a `class` in a style sheet"),
    ("center", "centre a `<div>` in a style sheet"),
    ("dir", "write `<ul>`"),
    (
        "font",
        "give a `<span>` a `class` and set its font in a style sheet",
    ),
    (
        "frame",
        "write `<iframe>`, or render the part with `@render(…)`",
    ),
    (
        "frameset",
        "write `<iframe>`, or render the parts with `@render(…)`",
    ),
    ("isindex", "write a `<form>` with an `<input>`"),
    (
        "keygen",
        "make keys with a script, through the browser's Web Cryptography",
    ),
    ("listing", "write `<pre>`"),
    ("marquee", "animate a `class` in a style sheet"),
    ("menuitem", "write `<button>`"),
    ("multicol", "set columns in a style sheet"),
    ("nextid", "leave it out"),
    (
        "nobr",
        "give a `<span>` a `class` with `white-space: nowrap` in a style sheet",
    ),
    ("noembed", "put what is shown instead into `<object>`"),
    ("noframes", "leave it out: there are no frames any more"),
    ("param", "give the `<object>` a `data` attribute"),
    ("plaintext", "write `<pre>`"),
    ("rb", "put the base text directly into `<ruby>`"),
    ("rtc", "nest `<ruby>` elements"),
    ("spacer", "set a margin in a style sheet"),
    (
        "strike",
        "write `<s>` for what no longer holds, `<del>` for an edit",
    ),
    ("tt", "write `<code>`, `<kbd>` or `<samp>`"),
    (
        "xmp",
        "write `<pre>`, whose text needs no care here: it is escaped",
    ),
];

/// Names with a hyphen that SVG and MathML took before there were custom elements.
const TAKEN: [&str; 8] = [
    "annotation-xml",
    "color-profile",
    "font-face",
    "font-face-format",
    "font-face-name",
    "font-face-src",
    "font-face-uri",
    "missing-glyph",
];

/// Whether HTML has this element.
pub fn is_html(tag: &str) -> bool {
    ELEMENTS.binary_search(&tag).is_ok()
}

/// Whether a page may define this element itself.
pub fn is_custom(tag: &str) -> bool {
    tag.starts_with(|first: char| first.is_ascii_lowercase())
        && tag.contains('-')
        && !TAKEN.contains(&tag)
}

/// What to write instead of an element that HTML has given up.
pub fn successor(tag: &str) -> Option<&'static str> {
    let (_, advice) = OBSOLETE.iter().find(|(name, _)| *name == tag)?;
    Some(advice)
}

/// The element of HTML spelt most like this.
pub fn nearest_html(tag: &str) -> Option<&'static str> {
    nearest(tag, ELEMENTS)
}

/// The name as this table has it.
pub fn interned(tag: &str) -> Option<&'static str> {
    let index = ELEMENTS.binary_search(&tag).ok()?;
    Some(ELEMENTS[index])
}
