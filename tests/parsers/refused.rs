//! The templates that laws refuse, for each law whose reason is that a parser moves, drops or ends something.
//! Judges nothing.

use liveview_compiler::html::lower;

use crate::grow::{Chance, parsed};
use crate::page::{Page, page};

/// Laws and templates that break them, as the compiler's own tests have them.
const BROKEN: &str = include_str!("../../liveview-macros/compiler/tests/html/laws/broken.txt");

/// The laws that stand for what a parser does.
pub(crate) const MOVES: [&str; 17] = [
    "some_elements_hold_text_alone",
    "frames_hold_nothing",
    "parents_hold_no_text",
    "inert_parts_are_of_one_kind",
    "names_are_unique",
    "some_elements_do_not_nest",
    "code_ends_at_its_close_tag",
    "the_document_is_not_ours",
    "obsolete_tags_have_successors",
    "foreign_names_stand_in_their_drawing",
    "elements_stand_in_their_parents",
    "parents_hold_their_children",
    "paragraphs_hold_no_blocks",
    "headings_do_not_nest",
    "drawings_hold_their_own",
    "foreign_code_is_plain",
    "roots_stand_in_one_place",
];

/// A template that a law refuses, as it would be shown.
pub(crate) struct Refused {
    pub(crate) law: &'static str,
    pub(crate) page: Page,
}

/// All of them.
pub(crate) fn refused() -> Vec<Refused> {
    let mut law = "";
    let mut refused = Vec::new();
    for line in BROKEN.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("# ") {
            Some(name) => law = name,
            None if MOVES.contains(&law) => refused.push(Refused {
                law,
                page: page(&lower::lower(&parsed(line)), &mut Chance::new(1)),
            }),
            None => {}
        }
    }
    refused
}
