//! What the parsing rules of the HTML standard say of tags by name. Looks at no HTML.

/// Elements that hold nothing and have no end tag.
pub(super) fn is_void(tag: &str) -> bool {
    matches!(
        tag,
        "area"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "image"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements whose content is text, up to their end tag.
pub(super) fn is_raw(tag: &str) -> bool {
    matches!(
        tag,
        "iframe" | "noembed" | "noframes" | "style" | "textarea" | "title" | "xmp"
    )
}

/// Elements that go with all that is in them: a script would run in a page and never in an update, and the content of
/// `noscript` is elements to one parser and text to another.
pub(super) fn is_left_out_whole(tag: &str) -> bool {
    matches!(tag, "script" | "noscript")
}

/// Tags that go, and leave what is in them: they speak for a document, or reach for one that is open around.
pub(super) fn is_left_out(tag: &str) -> bool {
    matches!(
        tag,
        "base"
            | "body"
            | "form"
            | "frame"
            | "frameset"
            | "head"
            | "html"
            | "plaintext"
            | "template"
    )
}

/// Elements before which an open `p` is closed.
pub(super) fn closes_paragraph(tag: &str) -> bool {
    matches!(
        tag,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "ul"
            | "xmp"
    )
}

/// Whose an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    Html,
    Svg,
    Math,
}

/// Elements out of which no end tag and no `p` is seen.
pub(super) fn is_scope(space: Space, tag: &str) -> bool {
    match space {
        Space::Html => matches!(
            tag,
            "applet" | "caption" | "marquee" | "object" | "table" | "td" | "th"
        ),
        Space::Svg => holds_html(space, tag),
        Space::Math => holds_html(space, tag) || tag == "annotation-xml",
    }
}

/// Elements whose children are HTML.
pub(super) fn holds_html(space: Space, tag: &str) -> bool {
    match space {
        Space::Html => true,
        Space::Svg => matches!(tag, "desc" | "foreignobject" | "title"),
        Space::Math => matches!(tag, "mi" | "mn" | "mo" | "ms" | "mtext"),
    }
}

/// Elements at which the search for an open item ends.
pub(super) fn ends_search_for_items(tag: &str) -> bool {
    let is_block = closes_paragraph(tag) && !matches!(tag, "address" | "div" | "p" | "dialog");
    is_block
        || is_scope(Space::Html, tag)
        || matches!(
            tag,
            "button"
                | "colgroup"
                | "iframe"
                | "select"
                | "tbody"
                | "textarea"
                | "tfoot"
                | "thead"
                | "tr"
        )
}

pub(super) fn is_heading(tag: &str) -> bool {
    matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// The parts of a table: where each stands, from the innermost.
pub(super) fn table_part(tag: &str) -> Option<&'static [&'static str]> {
    Some(match tag {
        "caption" | "colgroup" | "tbody" | "tfoot" | "thead" => &["table"],
        "col" => &["colgroup", "table"],
        "tr" => &["tbody", "tfoot", "thead", "table"],
        "td" | "th" => &["tr", "tbody", "tfoot", "thead", "table"],
        _ => return None,
    })
}

/// Elements in which nothing stands but parts of a table.
pub(super) fn holds_table_parts(tag: &str) -> bool {
    matches!(
        tag,
        "colgroup" | "table" | "tbody" | "tfoot" | "thead" | "tr"
    )
}

/// Elements of HTML that end SVG and MathML wherever they begin there.
pub(super) fn breaks_out(tag: &str) -> bool {
    matches!(
        tag,
        "b" | "big"
            | "blockquote"
            | "body"
            | "br"
            | "center"
            | "code"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "em"
            | "embed"
            | "font"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "hr"
            | "i"
            | "img"
            | "li"
            | "listing"
            | "menu"
            | "meta"
            | "nobr"
            | "ol"
            | "p"
            | "pre"
            | "ruby"
            | "s"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "table"
            | "tt"
            | "u"
            | "ul"
            | "var"
    )
}
