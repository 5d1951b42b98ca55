//! Raw HTML made such that it stays where it is put. Judges no content: whoever vouches for HTML vouches for all of it.
//!
//! A page's parser reads raw HTML amid the page, the browser's half reads it alone, and a sanitiser has read it before:
//! all must see the same nodes, and the page around must not notice. So tags are written again such that a parser closes
//! nothing by itself: what it would close (an open `p` before a `div`, a `li` before a `li`) is closed in writing, what is
//! left open is closed at the end, and what closes nothing is left out. So is what belongs to a document.
//!
//! A tag is written only if it is one to every parser. In HTML that is known: what is open decides nothing but where an
//! element stands. It is not in SVG and MathML, where the same tags can be parts, HTML or text; so there nothing is mended,
//! and the first tag that does not fit tears off all that follows. The same goes for `template` and `noscript`, which go
//! with their content: they do as long as all agree on where that ends.

mod read;
mod words;
mod write;

use std::sync::atomic::{AtomicBool, Ordering};

use read::{Reader, Tag, Token};
use write::Writer;

/// HTML that stays where it is put.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Closed {
    pub(super) html: String,
    /// Whether it may stand in a paragraph: nothing in it closes one.
    pub(super) is_inline: bool,
}

/// What follows could be one thing to one parser and another to another: none of it is kept.
#[derive(Debug)]
struct Torn;

/// Writes HTML again, with every tag closed.
pub(super) fn close(html: &str) -> Closed {
    let html = html
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', "\u{fffd}");
    let mut reader = Reader::new(&html);
    let mut writer = Writer::default();
    while let Some(token) = reader.next(writer.takes_cdata()) {
        let (name, written) = match token {
            Token::Text(text) => {
                writer.text(text);
                continue;
            }
            Token::Sign => {
                writer.sign();
                continue;
            }
            Token::Start(tag) => (tag.name.clone(), start(&tag, &mut reader, &mut writer)),
            Token::End(name) => {
                let written = writer.end(&name);
                (name, written)
            }
        };
        if written.is_err() {
            report(&name);
            break;
        }
    }
    writer.finish()
}

/// A start tag, and the content of an element whose content is text.
fn start(tag: &Tag<'_>, reader: &mut Reader<'_>, writer: &mut Writer) -> Result<(), Torn> {
    let is_foreign = writer.is_foreign();
    match tag.name.as_str() {
        "script" => return pass_script(tag, reader, is_foreign),
        "noscript" | "template" if !writer.is_drawing() && !writer.is_in_select() => {
            return pass_inert(&tag.name, reader);
        }
        "noscript" | "template" => return Err(Torn),
        name if words::ends_all(name) => return Err(Torn),
        _ => {}
    }
    let is_written = writer.start(tag)?;
    if is_foreign || !words::is_raw(&tag.name) {
        return Ok(());
    }
    let text = reader.raw(&tag.name);
    if is_written {
        writer.raw(text);
    } else if text.contains('<') {
        return Err(Torn);
    }
    Ok(())
}

/// A script goes with its code: it would run in a page and never in an update.
fn pass_script(tag: &Tag<'_>, reader: &mut Reader<'_>, is_foreign: bool) -> Result<(), Torn> {
    if is_foreign && tag.is_self_closing {
        return Ok(());
    }
    let code = reader.raw("script").to_ascii_lowercase();
    // In a drawing its content is no text; elsewhere `<!-- <script>` makes the first end tag a text.
    let is_unclear = match is_foreign {
        true => code.contains('<'),
        false => code.contains("<!--") && code.contains("<script"),
    };
    if is_unclear { Err(Torn) } else { Ok(()) }
}

/// What stands in a `template` is no part of the page; what stands in `noscript` is elements to one parser and text to
/// another. Both go with it, if its end is the same to all.
fn pass_inert(name: &str, reader: &mut Reader<'_>) -> Result<(), Torn> {
    let is_text = name == "noscript";
    let left = reader.left_behind(name);
    let mut depth = 1;
    while let Some(token) = reader.next(false) {
        match token {
            Token::Start(tag) if tag.name == "template" && !is_text => depth += 1,
            Token::Start(tag) if tag.name == "template" || !words::is_plain(&tag.name) => {
                return Err(Torn);
            }
            Token::Start(tag)
                if (tag.name == "script" || words::is_raw(&tag.name))
                    && reader.raw(&tag.name).contains('<') =>
            {
                return Err(Torn);
            }
            Token::End(end) if end == name => depth -= 1,
            Token::End(end) if !words::is_plain(&end) => return Err(Torn),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    let is_same = !is_text || reader.left() == left;
    if is_same { Ok(()) } else { Err(Torn) }
}

#[cold]
fn report(name: &str) {
    static LOGGED: AtomicBool = AtomicBool::new(false);
    if !LOGGED.swap(true, Ordering::Relaxed) {
        let name: String = name.chars().take(64).collect();
        tracing::error!(
            ?name,
            "raw HTML is cut off before this tag: parsers could read it and what follows in two ways, as where a tag in SVG or MathML is not closed in order or is HTML's (logged once)"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::close;

    fn check(html: &str, closed: &str) {
        assert_eq!(close(html).html, closed, "{html}");
        assert_eq!(close(closed).html, closed, "closing again: {html}");
    }

    #[test]
    fn what_is_closed_stays_as_it_is() {
        for html in [
            "",
            "text &amp; <b class='x' title=\"a > b\">bold</b><br><img src=a alt=\"\">",
            "<p>a</p>\n<ul><li>b <a href=/>c</a></li></ul><hr/>",
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
            "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><g><title>t</title></g></svg>",
            "<pre>\n\n&lt;b&gt;</pre><textarea>&lt;</textarea>",
            "<style>b > i { color: red }</style>",
        ] {
            check(html, html);
        }
    }

    #[test]
    fn what_is_open_is_closed_and_what_closes_nothing_goes() {
        check("<div><b>x", "<div><b>x</b></div>");
        check("x</div></section></p></br>", "x");
        check("<b><i>x</b>y</i>", "<b><i>x</i></b>y");
        check("a < b </ c <", "a &lt; b ");
        check("a<b", "a");
        check("a <b title=\"x>y", "a ");
        check("<textarea></div><!--", "<textarea></div><!--</textarea>");
        check("a<!-- <b> -->b<!-->c<!doctype html>d<?x?>e<!--", "abcde");
        check("<div/>x", "<div/>x</div>");
    }

    #[test]
    fn what_a_parser_would_close_is_closed_in_writing() {
        check("<p>a<p>b", "<p>a</p><p>b</p>");
        check("<p><b>a<div>b</div></b></p>", "<p><b>a</b></p><div>b</div>");
        check("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>");
        check(
            "<ul><li><div>a<li>b</div></ul>",
            "<ul><li><div>a</div></li><li>b</li></ul>",
        );
        check("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>");
        check("<h1>a<h2>b", "<h1>a</h1><h2>b</h2>");
        check("<a>b<a>c", "<a>b</a><a>c</a>");
        check(
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        );
    }

    #[test]
    fn what_is_no_part_of_a_page_goes() {
        check("<html><body onload=a><p>x</p></body></html>", "<p>x</p>");
        check("a<script>b</script>c<noscript><p>d</p></noscript>e", "ace");
        check("<li>a</li><tr><td>b</td></tr><dd>c", "abc");
        check("<form action=/x><input></form>", "<input>");
        check(
            "a<template><p>b</p><template>c</template></template>d",
            "ad",
        );
        check(
            "<ruby>a<rp>(<rt>b</ruby><rt>c",
            "<ruby>a<rp>(</rp><rt>b</rt></ruby>c",
        );
        check(
            "<select><option>a<div>b</div></select>",
            "<select><option>ab</option></select>",
        );
    }

    #[test]
    fn what_parsers_could_read_in_two_ways_goes_with_all_that_follows() {
        for (html, closed) in [
            ("a<plaintext>b</div>", "a"),
            ("<svg><g><p>x</g></svg>y", "<svg><g></g></svg>"),
            ("<svg><g></svg>y", "<svg><g></g></svg>"),
            ("<svg><font><title>x</title></font></svg>y", "<svg></svg>"),
            (
                "<math><annotation-xml encoding=text/HTML><xmp>x",
                "<math></math>",
            ),
            (
                "<math><mi><mglyph></mglyph></mi></math>",
                "<math><mi></mi></math>",
            ),
            ("<math><svg></svg></math>", "<math></math>"),
            ("<select><svg></svg></select>x", "<select></select>"),
            ("a<noscript><p title='</noscript><img>'></noscript>b", "a"),
            ("a<template><svg><template/></svg></template>b", "a"),
            ("<script><!-- <script </script --><img></script>b", ""),
        ] {
            check(html, closed);
        }
        let deep = close(&"<b>".repeat(100_000)).html;
        assert_eq!(deep.matches("<b>").count(), 256);
    }

    #[test]
    fn a_drawing_in_order_stays_as_it_is() {
        for html in [
            "<svg><style>a > b {}</style><a href=\"/\"><title>t</title><text>x</text></a><svg/></svg>",
            "<svg><foreignobject><div><p>a</p><style>i < b {}</style></div></foreignobject><desc><b>b</b></desc></svg>",
            "<math><semantics><mi>x</mi><annotation-xml encoding=\"MathML-Content\"><ci>x</ci><plus/></annotation-xml></semantics></math>",
            "<math><mtext><b>a</b><svg><g/></svg></mtext></math>",
        ] {
            check(html, html);
        }
        check(
            "<svg><desc><![CDATA[<b>]]></desc><script>a</script><g/></svg>",
            "<svg><desc>&lt;b></desc><g/></svg>",
        );
    }

    #[test]
    fn only_what_closes_no_paragraph_is_inline() {
        assert!(close("a <b>b</b> <code>c</code><img><svg><g></g></svg>").is_inline);
        for html in [
            "<p>a</p>",
            "a<div></div>",
            "<ul></ul>",
            "<table></table>",
            "<b><h1></h1></b>",
        ] {
            assert!(!close(html).is_inline, "{html}");
        }
    }
}
