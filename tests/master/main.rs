//! The master property: after any changes and faults, once quiet, the page equals a fresh render of the state. Knows no browser.
//!
//! A model client stands for the browser: it reads the page, takes every frame and verifies what it can.

mod faults;
mod harness;
mod pages;
mod state;

use harness::{Page, hold};
use liveview::rendered::render::Render;
use state::{State, changes};

/// One test a page, so that they run side by side.
macro_rules! hold_for {
    ($($room:ident: $($page:ident)+;)+) => {
        $($(
            #[test]
            fn $page() {
                struct This;
                impl Page for This {
                    fn render(state: &State) -> impl Render {
                        pages::$room::$page(state)
                    }
                }
                hold::<This>();
            }
        )+)+
    };
}

hold_for! {
    attributes: plain classes styles properties fields svg;
    nested: in_if in_else in_if_let in_match in_keyed_rows in_unkeyed_rows in_empty in_fragments in_calls;
    places: root_text root_list root_if single_elements neighbours many_templates;
    rows: keyed unkeyed table options;
    raws: raws;
    spreads: spreads;
    texts: runs between_ranges verbatim;
}

/// The browser's run asks a server for any moment of a seed: it has to be the same moment each time.
#[test]
fn a_moment_of_a_seed_is_reached_by_steps() {
    let mut state = State::at(7, 0);
    for step in 0..300 {
        assert_eq!(state, State::at(7, step));
        for change in changes(7, step) {
            state.apply(change);
        }
    }
}
