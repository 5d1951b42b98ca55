//! Raw HTML: whatever it is, it stays where it was put, and a page's parser sees the nodes that an update would make. Trusts nothing.

use liveview::{TrustedHtml, html};
use proptest::prelude::*;

use crate::page;
use crate::tree::{Node, parse, parse_inside};

const TAGS: [&str; 77] = [
    "a",
    "address",
    "annotation-xml",
    "article",
    "b",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "code",
    "col",
    "colgroup",
    "dd",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "foreignObject",
    "form",
    "frameset",
    "g",
    "h1",
    "h2",
    "head",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "li",
    "main",
    "malignmark",
    "marquee",
    "math",
    "mglyph",
    "mi",
    "mtext",
    "nobr",
    "noembed",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "p",
    "path",
    "plaintext",
    "pre",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "script",
    "select",
    "span",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "th",
    "title",
    "tr",
    "ul",
    "unknown",
    "video",
    "xmp",
];

/// Tags in any order, rarely closed, with the odd sign between.
pub(crate) fn soup() -> impl Strategy<Value = String> {
    let tag = || proptest::sample::select(&TAGS[..]);
    let piece = prop_oneof![
        6 => tag().prop_map(|tag| format!("<{tag}>")),
        4 => tag().prop_map(|tag| format!("</{tag}>")),
        1 => tag().prop_map(|tag| format!("<{tag}/>")),
        1 => tag().prop_map(|tag| format!("<{} title=\"</div>\" x=a>", tag.to_uppercase())),
        1 => (tag(), tag()).prop_map(|(tag, hidden)| format!("<{tag} title=\"</{hidden}><img src=x onerror=a>\">")),
        1 => proptest::sample::select(vec![
            "<font color=red>", "<annotation-xml encoding=text/html>", "<annotation-xml encoding=\"text&#47;html\">",
            "<img src=x onerror=a>", "<table><tr><td>", "<select><option>", "<svg><desc>", "<math><mi>",
        ])
        .prop_map(str::to_owned),
        3 => Just("x".to_owned()),
        1 => proptest::sample::select(vec![
            "<", "</", "<!--", "-->", "<!-->", "<!doctype html>", "<?x>", "<![CDATA[", "]]>", "&lt;", " ", "\n", "\r\n",
            "\0", "<b title=", "\"", "'", "<b '", "/>", "</>", "< /div>", "<div", "<!--[-->",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

/// What may be open around.
fn around() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "",
        "<ul><li>",
        "<ruby>a<rt>",
        "<dl><dd>",
        "<table><tr><td>",
        "<b><i>",
        "<form>",
        "<div><ul><li><div>",
    ])
}

fn holds_blocks() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "div",
        "article",
        "section",
        "figure",
        "blockquote",
        "li",
        "dd",
    ])
}

/// The content of `tag` in a page, and whether what stands behind it is still there, alone.
fn in_page(before: &str, tag: &str, html: &str) -> (Vec<Node>, bool) {
    let page = format!("{before}<{tag} id=it>{html}</{tag}><u id=behind></u>");
    let page = parse(&page);
    let content = find(&page, "it").expect("the element is there");
    let behind = siblings(&page, "it");
    let is_next = behind.first().is_some_and(|node| has_id(node, "behind"));
    (content, is_next && behind.len() == 1)
}

fn has_id(node: &Node, id: &str) -> bool {
    matches!(node, Node::Element { attributes, .. } if attributes.iter().any(|(name, value)| name == "id" && value == id))
}

fn find(nodes: &[Node], id: &str) -> Option<Vec<Node>> {
    nodes.iter().find_map(|node| match node {
        Node::Element { children, .. } if has_id(node, id) => Some(children.clone()),
        Node::Element { children, .. } => find(children, id),
        _ => None,
    })
}

/// What stands behind the element.
fn siblings(nodes: &[Node], id: &str) -> Vec<Node> {
    if let Some(index) = nodes.iter().position(|node| has_id(node, id)) {
        return nodes[index + 1..].to_vec();
    }
    let inside = nodes.iter().map(|node| match node {
        Node::Element { children, .. } => siblings(children, id),
        _ => Vec::new(),
    });
    inside.max_by_key(Vec::len).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn raw_html_stays_where_it_is_put(html in soup(), before in around(), tag in holds_blocks()) {
        let closed = TrustedHtml::dangerously_from(&html);
        let closed = closed.as_str();
        let (content, is_alone) = in_page(before, tag, closed);
        prop_assert!(is_alone, "{before}<{tag}>: {html:?} became {closed:?}");
        prop_assert_eq!(content, parse_inside(tag, closed), "{}<{}>: {:?} became {:?}", before, tag, html, closed);
    }

    #[test]
    fn what_is_inline_stays_in_a_paragraph(html in soup(), before in around()) {
        let trusted = TrustedHtml::dangerously_from(&html);
        let page = page(html! { <p>@html(trusted)</p> });
        let shown = page.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
        let shown = shown.expect("nothing else is there");
        for tag in ["p", "span", "h2", "em", "rt"] {
            let (content, is_alone) = in_page(before, tag, shown);
            prop_assert!(is_alone, "{before}<{tag}>: {html:?} became {shown:?}");
            prop_assert_eq!(content, parse_inside(tag, shown), "{}<{}>: {:?} became {:?}", before, tag, html, shown);
        }
    }

    #[test]
    fn closing_again_changes_nothing(html in soup()) {
        let once = TrustedHtml::dangerously_from(&html);
        let twice = TrustedHtml::dangerously_from(once.as_str());
        prop_assert_eq!(&once, &twice, "{:?}", html);
    }
}
