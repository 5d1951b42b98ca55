//! What the parsing rules of the HTML standard say of tags by name. Looks at no HTML.

use super::read::Tag;

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

/// Tags that go, and leave what is in them: they speak for a document, or reach for one that is open around.
pub(super) fn is_left_out(tag: &str) -> bool {
    matches!(tag, "base" | "body" | "form" | "frame" | "head" | "html")
}

/// Elements in which a parser follows other rules: where one cannot stand, parsers need not agree on what comes next.
pub(super) fn changes_the_rules(tag: &str) -> bool {
    matches!(tag, "math" | "select" | "svg")
}

/// Tags behind which nothing can be kept: what follows is text, or frames.
pub(super) fn ends_all(tag: &str) -> bool {
    matches!(tag, "frameset" | "plaintext")
}

/// Tags that mean the same to a parser in whatever they stand, as those of a drawing, a list or a table do not.
pub(super) fn is_plain(tag: &str) -> bool {
    let is_table = tag == "table" || table_part(tag).is_some();
    !(is_table || changes_the_rules(tag) || ends_all(tag))
}

/// Elements whose end a parser finds by itself.
pub(super) fn has_implied_end(tag: &str) -> bool {
    matches!(
        tag,
        "dd" | "dt" | "li" | "optgroup" | "option" | "p" | "rb" | "rp" | "rt" | "rtc"
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
            "applet" | "caption" | "marquee" | "object" | "select" | "table" | "td" | "th"
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

/// Whether an element of this name, in a drawing, is a part of it, and no other thing to anybody. (`font` ends a drawing
/// or does not, as its attributes say.)
pub(super) fn is_drawn(space: Space, tag: &str) -> bool {
    let is_other = match tag {
        "svg" => space != Space::Svg,
        "math" => space != Space::Math,
        "style" | "title" => false,
        "noscript" | "template" => true,
        _ => is_raw(tag) || ends_all(tag),
    };
    !is_other && !breaks_out(tag)
}

/// Whether it is an `annotation-xml` that perhaps says of itself that it holds HTML.
pub(super) fn may_hold_html(tag: &Tag<'_>) -> bool {
    let says = |word| tag.source.to_ascii_lowercase().contains(word);
    tag.name == "annotation-xml" && (says("html") || says("&"))
}

/// Elements of HTML that end SVG and MathML wherever they begin there.
fn breaks_out(tag: &str) -> bool {
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
