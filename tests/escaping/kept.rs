//! What is kept of raw HTML: nothing that a parser did not find in it already, so what was harmless text to a sanitiser
//! never becomes an element. Trusts nothing.

use std::collections::BTreeSet;

use html5ever::ParseOpts;
use liveview::TrustedHtml;
use proptest::prelude::*;

use crate::raw::soup;
use crate::tree::{Node, parse_inside_with};

/// An element as a sanitiser judges it.
type Found = (String, Vec<(String, String)>);

/// All elements that are part of a page.
fn elements(nodes: &[Node], found: &mut BTreeSet<Found>) {
    for node in nodes {
        if let Node::Element {
            tag,
            attributes,
            children,
        } = node
        {
            found.insert((tag.clone(), attributes.clone()));
            if tag != "template" {
                elements(children, found);
            }
        }
    }
}

fn found_in(html: &str, runs_scripts: bool) -> BTreeSet<Found> {
    let mut options = ParseOpts::default();
    options.tree_builder.scripting_enabled = runs_scripts;
    let mut found = BTreeSet::new();
    elements(&parse_inside_with("div", html, options), &mut found);
    found
}

/// What is found in the HTML as it is kept and not in the HTML as it was.
fn added(html: &str) -> Vec<Found> {
    let kept = TrustedHtml::dangerously_from(html);
    let kept = found_in(kept.as_str(), true);
    let was = [true, false].map(|runs_scripts| found_in(html, runs_scripts));
    let is_new = |found: &Found| was.iter().any(|was| !was.contains(found));
    kept.into_iter().filter(is_new).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6_000))]

    #[test]
    fn nothing_is_made_of_what_was_text(html in soup()) {
        prop_assert_eq!(added(&html), vec![], "{:?} became {:?}", html, TrustedHtml::dangerously_from(&html).as_str());
    }
}

/// Each hides an image from one reading of the HTML.
#[test]
fn nothing_is_made_of_what_was_hidden() {
    let image = "<img src=x onerror=alert(1)>";
    let mut hidden = vec![
        format!("<noscript><p title=\"</noscript>{image}\">"),
        format!("<template>{image}</template>"),
        format!("<template><col><style></template>{image}</style></template>"),
        format!("<template><svg><template/></svg></template><svg>{image}"),
        format!("<plaintext>{image}"),
        format!("<xmp>{image}</xmp>"),
        format!("<script><!-- <script </script -->{image}</script>"),
        format!("<div><select></div>{image}"),
        format!("<table><select><style><a title=\"</style></table>{image}\">"),
        format!("<table><svg><style><a title=\"</style>{image}\">"),
        format!("<noscript><select></noscript>{image}"),
        format!("<table><tr><td><noscript></table></noscript><td onclick=a>{image}"),
        format!("<svg><desc><![CDATA[{image}]]></desc></svg>"),
        format!("<div><!--{image}--!><b>"),
    ];
    let openings = [
        "<svg>",
        "<svg><font>",
        "<svg><font color=red>",
        "<svg><desc>",
        "<svg><desc><p></desc>",
        "<svg><g><p></g>",
        "<math>",
        "<math><mi><mglyph>",
        "<math><mi><malignmark>",
        "<math><svg><desc>",
        "<math><annotation-xml>",
        "<math><annotation-xml encoding=text/html>",
        "<math><annotation-xml encoding='text&#47;html'>",
        "<math><annotation-xml><svg>",
        "<select>",
        "<select><option>",
        "<table>",
        "<table><colgroup>",
    ];
    for opening in openings {
        for tag in [
            "style", "title", "textarea", "xmp", "iframe", "noembed", "script",
        ] {
            hidden.push(format!("{opening}<{tag}>{image}</{tag}>"));
            hidden.push(format!("{opening}<{tag}><a title=\"</{tag}>{image}\">"));
            hidden.push(format!(
                "{opening}<{tag}><a title=\"</{tag}></svg></math></select></table>{image}\">"
            ));
        }
    }
    for html in hidden {
        assert_eq!(added(&html), [], "{html}");
    }
}
