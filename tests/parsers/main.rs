//! What the laws accept, a parser leaves as it is; what they refuse, it moves. Here html5ever is the parser, in
//! `tests/e2e` a browser.

#[expect(dead_code, reason = "texts to compare with are of other tests")]
#[path = "../escaping/tree.rs"]
mod tree;

mod grow;
mod library;
mod page;
mod place;
mod refused;

use std::collections::BTreeSet;

use html5ever::ParseOpts;
use liveview_compiler::html::lower;

use grow::{Chance, accepted, grow};
use page::{Scripts, canonical, page};
use place::Place;
use refused::{MOVES, refused};

/// How many templates are grown, if `TEMPLATES` does not say otherwise, and by how many nodes; each stage is tried.
const TEMPLATES: u64 = 240;
const NODES: usize = 40;

#[test]
fn accepted_templates_are_left_as_they_are() {
    let mut tried = 0;
    let templates = std::env::var("TEMPLATES")
        .ok()
        .and_then(|count| count.parse().ok());
    for seed in 0..templates.unwrap_or(TEMPLATES) {
        let mut chance = Chance::new(seed);
        for source in grow(&mut chance, NODES) {
            let template = accepted(&source).expect("it was accepted as it grew");
            let Some(place) = Place::of(&source, &template, &mut chance) else {
                continue;
            };
            tried += 1;
            let page = page(&lower::lower(&template), &mut chance);
            let html = place.html(&page.html);
            let believed = place.nodes(page.nodes);
            for scripts in [Scripts::Run, Scripts::Off] {
                assert_eq!(
                    canonical(&parsed(&html, scripts), scripts),
                    canonical(&believed, scripts),
                    "seed {seed}, {scripts:?}: a parser moves something in\n{source}\n{html}"
                );
            }
        }
    }
    assert!(tried >= 5000, "only {tried} templates were accepted");
}

fn parsed(html: &str, scripts: Scripts) -> Vec<tree::Node> {
    let mut options = ParseOpts::default();
    options.tree_builder.scripting_enabled = scripts == Scripts::Run;
    tree::parse_with(html, options)
}

#[test]
fn refused_templates_are_moved() {
    let mut moved = BTreeSet::new();
    for refused in refused() {
        let found = parsed(&format!("<div>{}</div>", refused.page.html), Scripts::Run);
        let believed = tree::element("div", &[], refused.page.nodes);
        if canonical(&found, Scripts::Run) != canonical(&[believed], Scripts::Run) {
            moved.insert(refused.law);
        }
    }
    assert_eq!(
        moved,
        BTreeSet::from(MOVES),
        "a parser moves what breaks these laws"
    );
}
