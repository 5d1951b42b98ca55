//! What HTML's words mean: tables of tags and attributes, from the HTML standard. Looks at no tree.

pub mod aria;
pub mod attributes;
pub mod content;
pub mod elements;
pub mod foreign;
pub mod libraries;
pub mod values;

/// Elements without content or close tag, those among them that HTML has given up.
const VOID: [&str; 18] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];

/// Elements whose start tag closes an open `p`.
const CLOSES_PARAGRAPH: [&str; 41] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
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
    "header",
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
    "xmp",
];

/// Further elements that begin and end a line, so that white space beside their tags is never seen.
const BREAKS_LINE: [&str; 17] = [
    "body", "br", "caption", "col", "colgroup", "head", "html", "legend", "optgroup", "option",
    "tbody", "td", "tfoot", "th", "thead", "tr", "source",
];

/// Elements where a `p` left open outside is out of the parser's sight.
const SCOPES: [&str; 16] = [
    "annotation-xml",
    "button",
    "caption",
    "desc",
    "foreignObject",
    "mi",
    "mn",
    "mo",
    "ms",
    "mtext",
    "object",
    "table",
    "td",
    "template",
    "th",
    "title",
];

/// Whether the element has neither content nor a close tag.
pub fn is_void(tag: &str) -> bool {
    VOID.contains(&tag)
}

/// Whether the parser closes an open `p` before this element.
pub fn closes_paragraph(tag: &str) -> bool {
    CLOSES_PARAGRAPH.contains(&tag)
}

/// Whether white space beside this element's tags is never seen.
pub fn breaks_line(tag: &str) -> bool {
    closes_paragraph(tag) || BREAKS_LINE.contains(&tag)
}

/// Whether white space at the inner edges of this element is never seen.
pub fn ignores_inner_space(tag: &str) -> bool {
    breaks_line(tag) || drops_space(tag)
}

/// Whether white space in this element is kept as written.
pub fn keeps_space(tag: &str) -> bool {
    matches!(tag, "pre" | "textarea" | "listing")
}

/// Whether what an open element implies ends at this element.
pub fn is_scope(tag: &str) -> bool {
    SCOPES.contains(&tag)
}

/// Whether the content is text to the parser, and code to the browser.
pub fn is_code(tag: &str) -> bool {
    matches!(tag, "script" | "style")
}

/// Whether the content is text to the parser and never becomes elements: no slot could be found in it.
pub fn is_raw(tag: &str) -> bool {
    is_code(tag)
        || matches!(
            tag,
            "xmp" | "iframe" | "noembed" | "noframes" | "noscript" | "plaintext"
        )
}

/// Whether the content is text in which comments are text too: only one text slot can stand there.
pub fn is_text_only(tag: &str) -> bool {
    matches!(tag, "textarea" | "title")
}

/// Whether text and white space are seen in this SVG element.
pub fn is_svg_text(tag: &str) -> bool {
    matches!(tag, "text" | "tspan" | "textPath" | "title" | "desc" | "a")
}

/// Whether the attribute is a property that the person, too, changes.
pub fn is_property(tag: &str, attribute: &str) -> bool {
    match attribute {
        "value" | "checked" | "indeterminate" => tag == "input",
        "selected" => tag == "option",
        "muted" => matches!(tag, "audio" | "video"),
        _ => false,
    }
}

/// Whether white space between the children of this element is never seen.
pub fn drops_space(tag: &str) -> bool {
    content::refuses_text(tag) || matches!(tag, "audio" | "datalist" | "video")
}
