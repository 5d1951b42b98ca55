//! Raw HTML made such that it stays where it is put. Judges no content: whoever vouches for HTML vouches for all of it.
//!
//! A page's parser reads raw HTML amid the page, the browser's half reads it alone: both must see the same nodes, and the
//! page around must not notice. So tags are written again such that a parser closes nothing by itself: what it would close
//! (an open `p` before a `div`, a `li` before a `li`) is closed in writing, what is left open is closed at the end, and what
//! closes nothing is left out. So is what belongs to a document and not to a part of it.

mod read;
mod words;
mod write;

use read::{Reader, Token};
use write::Writer;

/// HTML that stays where it is put.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Closed {
    pub(super) html: String,
    /// Whether it may stand in a paragraph: nothing in it closes one.
    pub(super) is_inline: bool,
}

/// Writes HTML again, with every tag closed.
pub(super) fn close(html: &str) -> Closed {
    let html = html
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', "\u{fffd}");
    let mut reader = Reader::new(&html);
    let mut writer = Writer::default();
    while let Some(token) = reader.next(writer.is_foreign()) {
        match token {
            Token::Text(text) => writer.text(text),
            Token::Sign => writer.sign(),
            Token::Start(tag) if words::is_left_out_whole(&tag.name) => {
                reader.skip_to_end_of(&tag.name);
            }
            Token::Start(tag) => {
                let is_raw = !writer.is_foreign() && words::is_raw(&tag.name);
                if writer.start(&tag) && is_raw {
                    writer.raw(reader.raw(&tag.name), &tag.name);
                } else if is_raw {
                    reader.skip_to_end_of(&tag.name);
                }
            }
            Token::End(name) => writer.end(&name),
        }
    }
    writer.finish()
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
        check("<svg><g><p>x</g></svg>", "<svg><g></g></svg><p>x</p>");
    }

    #[test]
    fn what_is_no_part_of_a_page_goes() {
        check("<html><body onload=a><p>x</p></body></html>", "<p>x</p>");
        check("a<script>b</script>c<noscript><p>d</p></noscript>e", "ace");
        check("<li>a</li><tr><td>b</td></tr><dd>c", "abc");
        check("<form action=/x><input></form>", "<input>");
        check("<plaintext>a</div>", "a");
        check("<template><p>a</p></template>", "<p>a</p>");
        check(
            "<select><option>a<div>b</div></select>",
            "<select><option>ab</option></select>",
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
