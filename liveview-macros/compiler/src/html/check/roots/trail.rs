//! The way from the top of a template to a place in it. Components are on it by name: what they put between is known to
//! their declarations alone, which are asked one after the other. Judges nothing.

use proc_macro2::{Delimiter, TokenStream};
use quote::quote;

use crate::html::ast::{Component, Element};
use crate::html::namespace;
use crate::reader::Reader;

/// Stands for the element of the page that shows a view.
pub(super) const VIEW: &str = "@view";

/// Stands for the name of a slot where what a component begins with is meant.
pub const BEGINNING: &str = "@root";

/// A way, outermost first; at the top of a template nobody knows what is around.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail(Vec<Step>);

/// What is passed on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// The tags of an element.
    Element(Passed),
    /// The tags of a component, or of one of its slots.
    Border(Border),
    /// A component that does not say where it shows what it is given.
    Unseen,
}

/// An element on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passed {
    /// Its tag.
    pub(super) tag: String,
    /// Whether it is an annotation that says that it holds HTML.
    pub(super) holds_html: bool,
    /// The component that shows it; empty for one of the author's own.
    pub(super) shown_by: String,
}

/// The tags of a component on the way, or of one of its slots.
#[derive(Debug, Clone)]
pub struct Border {
    /// The component's path.
    pub path: TokenStream,
    /// The path as it is spelt.
    name: String,
    /// The slot's name; empty for what stands between the component's own tags.
    pub slot: String,
}

impl PartialEq for Border {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.slot) == (&other.name, &other.slot)
    }
}

impl Eq for Border {}

impl Trail {
    /// The top of what a view shows.
    pub fn of_view() -> Trail {
        let mut trail = Trail::default();
        trail.0.push(Step::Element(Passed {
            tag: VIEW.to_owned(),
            holds_html: false,
            shown_by: String::new(),
        }));
        trail
    }

    /// Goes on between the tags of an element.
    pub fn enter(&mut self, element: &Element) {
        self.0.push(Step::Element(Passed {
            tag: element.name.text.clone(),
            holds_html: namespace::holds_html(element),
            shown_by: String::new(),
        }));
    }

    /// Goes on between the tags of a component, or of its slot of this name; to what it begins with, by [`BEGINNING`].
    pub fn enter_component(&mut self, component: &Component, slot: &str) {
        self.0.push(Step::Border(Border {
            path: component.path.clone(),
            name: component.name.text.clone(),
            slot: slot.to_owned(),
        }));
    }

    /// Goes back to where it was before the last step.
    pub fn leave(&mut self) {
        self.0.pop();
    }

    /// The component to be asked first.
    pub fn border(&self) -> Option<&Border> {
        self.0.iter().find_map(|step| match step {
            Step::Border(border) => Some(border),
            _ => None,
        })
    }

    /// The ways that it becomes once the component that is asked first has said where it shows what it is given.
    #[must_use]
    pub fn through(&self, places: &[Trail]) -> Vec<Trail> {
        let is_border = |step: &Step| matches!(step, Step::Border(_));
        let Some(at) = self.0.iter().position(is_border) else {
            return vec![self.clone()];
        };
        let Step::Border(border) = &self.0[at] else {
            unreachable!("a border was found there");
        };
        let joined = |between: Vec<Step>| {
            let (before, behind) = (&self.0[..at], &self.0[at + 1..]);
            Trail([before, &between, behind].concat())
        };
        if places.is_empty() {
            return vec![joined(vec![Step::Unseen])];
        }
        let shown = |place: &Trail| joined(place.shown_by(&border.name));
        places.iter().map(shown).collect()
    }

    /// Whether it goes nowhere: the top of a template.
    pub fn is_top(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a component on it does not say where it shows what it is given.
    pub fn is_unseen(&self) -> bool {
        self.0.contains(&Step::Unseen)
    }

    /// The way to what stands there in the component of this name, which stands here.
    #[must_use]
    pub fn joined(&self, place: &Trail, component: &str) -> Trail {
        Trail([&self.0[..], &place.shown_by(component)].concat())
    }

    pub(super) fn steps(&self) -> &[Step] {
        &self.0
    }

    fn shown_by(&self, component: &str) -> Vec<Step> {
        let mut steps = self.0.clone();
        for step in &mut steps {
            if let Step::Element(passed) = step {
                passed.shown_by = component.to_owned();
            }
        }
        steps
    }

    /// As tokens, for another expansion.
    pub fn encode(&self) -> TokenStream {
        let steps = self.0.iter().map(|step| match step {
            Step::Element(passed) => {
                let Passed { tag, shown_by, .. } = passed;
                match passed.holds_html {
                    true => quote!((#tag #shown_by html)),
                    false => quote!((#tag #shown_by)),
                }
            }
            Step::Border(Border { path, name, slot }) => quote!([{ #path } #name #slot]),
            Step::Unseen => quote!(unseen),
        });
        quote!({ #(#steps)* })
    }

    /// From what [`Trail::encode`] wrote.
    pub fn decode(reader: &mut Reader) -> Option<Trail> {
        let steps = Reader::new(reader.group(Delimiter::Brace)?.stream());
        steps.all(step).map(Trail)
    }
}

fn step(reader: &mut Reader) -> Option<Step> {
    let token = reader.token()?;
    let proc_macro2::TokenTree::Group(group) = token else {
        return Some(Step::Unseen);
    };
    let mut inner = Reader::new(group.stream());
    Some(match group.delimiter() {
        Delimiter::Parenthesis => Step::Element(Passed {
            tag: inner.text()?.0,
            shown_by: inner.text()?.0,
            holds_html: !inner.is_done(),
        }),
        _ => Step::Border(Border {
            path: inner.group(Delimiter::Brace)?.stream(),
            name: inner.text()?.0,
            slot: inner.text()?.0,
        }),
    })
}
