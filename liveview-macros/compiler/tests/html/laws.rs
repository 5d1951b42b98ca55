//! Every law with templates that break it, in the four places where a template can stand: bare, in a branch, in a row, in
//! the fragment of an arm. Judges which law speaks and in which words; what a browser does is tested elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use liveview_compiler::diagnostics::{Diagnostics, Mistake};
use liveview_compiler::html::{check, parse};

use crate::support::{mistakes, tokens};

/// Laws, each behind `#`, and below each the templates that break it, one a line.
const BROKEN: &str = include_str!("laws/broken.txt");

/// Templates that are like mistakes and are none, one a line.
const LEGAL: &str = include_str!("laws/legal.txt");

/// The places where a template can stand.
const PLACES: [(&str, &str); 4] = [
    ("", ""),
    ("@if condition { ", " }"),
    (
        "<section>@for row in rows; key row.id { <div>",
        "</div> }</section>",
    ),
    ("@match state { State::Open => { ", " } _ => {} }"),
];

fn found(template: &str) -> Vec<Mistake> {
    let mut diagnostics = Diagnostics::default();
    let tree = parse::parse(tokens(template), &mut diagnostics);
    check::check(&tree, &mut diagnostics);
    diagnostics.mistakes().to_vec()
}

/// Every template with the law that it breaks.
fn cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut law = "";
    let lines = BROKEN.lines().filter(|line| !line.is_empty());
    lines.filter_map(move |line| match line.strip_prefix("# ") {
        Some(name) => {
            law = name;
            None
        }
        None => Some((law, line)),
    })
}

/// A message without its particulars.
fn shape(message: &str) -> String {
    let parts = message.split('`').enumerate();
    parts
        .map(|(index, part)| if index % 2 == 0 { part } else { "…" })
        .collect()
}

#[test]
fn every_law_speaks_of_what_breaks_it() {
    let known: BTreeSet<&str> = check::laws().into_iter().collect();
    let tried: BTreeSet<&str> = cases().map(|(law, _)| law).collect();
    assert_eq!(
        known, tried,
        "a law and its cases stand in two lists that must agree"
    );
    for (law, template) in cases() {
        let laws: Vec<&str> = found(template).iter().map(|mistake| mistake.law).collect();
        assert!(
            laws.contains(&law),
            "`{law}` finds nothing in {template}; {laws:?} do"
        );
    }
}

#[test]
fn every_message_is_of_one_law_and_has_a_way_out() {
    let mut law_of: BTreeMap<String, &str> = BTreeMap::new();
    for mistake in cases().flat_map(|(_, template)| found(template)) {
        assert!(mistake.help.is_some(), "no way out: {}", mistake.message);
        let law = *law_of.entry(shape(&mistake.message)).or_insert(mistake.law);
        assert_eq!(law, mistake.law, "two laws say: {}", mistake.message);
    }
}

#[test]
fn a_mistake_is_one_wherever_it_stands() {
    for (law, template) in cases() {
        let is_head = template.starts_with("@allow");
        for (before, after) in PLACES.iter().skip(1).filter(|_| !is_head) {
            let placed = format!("{before}{template}{after}");
            let is_found = found(&placed).iter().any(|mistake| mistake.law == law);
            // A root whose parent is told is a root no more.
            let is_about_roots = law == "roots_stand_in_one_place" && before.contains("<div>");
            assert!(
                is_found || is_about_roots,
                "`{law}` finds nothing in {placed}"
            );
        }
    }
}

#[test]
fn what_is_legal_breaks_no_law() {
    for template in LEGAL.lines() {
        assert_eq!(mistakes(template), "", "{template}");
    }
}

#[test]
fn the_words_of_every_law() {
    let words =
        cases().map(|(law, template)| format!("# {law}: {template}\n{}", mistakes(template)));
    insta::assert_snapshot!(words.collect::<String>());
}
