//! Hostile text: whatever a value is, a browser's parser reads the tree that was meant, and no address runs a program. Nothing here opens a browser.

mod addresses;
mod contexts;
mod kept;
mod raw;
mod tree;

use liveview::html;
use liveview::rendered::page::render;
use liveview::rendered::render::Render;
use liveview::rendered::seed::Seed;
use proptest::prelude::*;
use tree::{Node, element, parse, text};

fn page(view: impl Render) -> String {
    render(view, &Seed::new([3; 16])).html
}

/// Text made of what parsers stumble over, between any characters at all.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "<",
            ">",
            "\"",
            "'",
            "&",
            "&amp;",
            "&lt",
            "&#60;",
            "&#x3c;",
            "</p>",
            "<b>",
            "<!--",
            "-->",
            "--!>",
            "]]>",
            "<![CDATA[",
            "<script>alert(1)</script>",
            "</textarea>",
            "</title>",
            "<?php",
            "<!doctype html>",
            "\r",
            "\n",
            "\r\n",
            "\t",
            "\0",
            "\u{b}",
            "\u{c}",
            "\u{feff}",
            "\u{2028}",
            "\u{fffd}",
            "\u{fffe}",
            "`",
            "=",
            "/>",
            "javascript:",
            "{}",
            ";",
            "/*",
            "\\",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// What HTML can hold of a text: all of it but U+0000.
fn held(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// AT20.
    #[test]
    fn text_and_attributes_are_what_was_meant(first in hostile(), second in hostile(), third in hostile()) {
        let (a, b, c) = (&first, &second, &third);
        let html = page(html! {
            @allow(missing_label)
            <div title={a} data-x="x {b} y" aria-label={Some(c)}>
                <p>{a}</p><b>before {b} after</b><i class="static {c}" class:on={true}></i>
                <input value={a} checked={true} />
                <textarea>{b}</textarea>
            </div>
        });
        let classes = held(&format!("static {c} on"));
        let content = if held(b).is_empty() { vec![] } else { vec![text(&held(b))] };
        let paragraph = if held(a).is_empty() { vec![] } else { vec![text(&held(a))] };
        let meant = element(
            "div",
            &[("aria-label", &held(c)), ("data-x", &held(&format!("x {b} y"))), ("title", &held(a))],
            vec![
                element("p", &[], paragraph),
                element("b", &[], vec![text(&held(&format!("before {b} after")))]),
                element("i", &[("class", &classes)], vec![]),
                text(" "),
                element("input", &[("checked", ""), ("value", &held(a))], vec![]),
                text(" "),
                element("textarea", &[], content),
            ],
        );
        prop_assert_eq!(without_spaces(parse(&html)), without_spaces(vec![meant]));
    }

    #[test]
    fn a_style_value_stays_one_value(value in hostile()) {
        let html = page(html! { <p style:width={&value} style:color={"red"}>x</p> });
        let tree = parse(&html);
        let Some(Node::Element { attributes, .. }) = tree.first() else {
            panic!("no element in {html}");
        };
        let declarations: Vec<&str> = attributes[0].1.split_terminator(';').collect();
        prop_assert!(matches!(&declarations[..], ["color:red"] | [_, "color:red"]), "{}", html);
    }

    #[test]
    fn no_address_has_a_scheme_that_runs(address in hostile()) {
        let html = page(html! { <a href={&address}>x</a> });
        let tree = parse(&html);
        let Some(Node::Element { attributes, .. }) = tree.first() else {
            panic!("no element in {html}");
        };
        prop_assert!(!addresses::runs_a_program(&attributes[0].1), "{}", html);
    }
}

/// Which spaces stand between tags is not this test's matter.
fn without_spaces(nodes: Vec<Node>) -> Vec<Node> {
    nodes
        .into_iter()
        .filter(|node| !matches!(node, Node::Text(text) if text == " "))
        .map(|node| match node {
            Node::Element {
                tag,
                attributes,
                children,
            } => Node::Element {
                tag,
                attributes,
                children: without_spaces(children),
            },
            text => text,
        })
        .collect()
}
