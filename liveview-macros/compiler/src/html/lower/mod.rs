//! From the tree to the plan: white space settled, slots numbered and addressed. Reports nothing, writes no code.

use proc_macro2::Span;

use super::ast::{Body, Node, Template};
use super::check::roots::Trail;
use super::namespace::Namespace;
use super::plan::{Fragment, Plan};

mod attributes;
mod blocks;
mod builder;
mod children;
mod components;
mod definition;
mod element;
mod escape;
mod space;
mod spread;

use builder::Builder;
pub use definition::hash;

/// Settles everything about a template.
pub fn lower(template: &Template) -> Plan {
    let mut lowering = Lowering {
        template,
        plan: Plan::default(),
        trail: match template.is_view {
            true => Trail::of_view(),
            false => Trail::default(),
        },
    };
    let surroundings = Surroundings {
        namespace: Namespace::of_top(&template.nodes),
        ..Surroundings::default()
    };
    lowering.fragment(&template.nodes, surroundings, Span::call_site());
    lowering.plan
}

struct Lowering<'t> {
    template: &'t Template,
    plan: Plan,
    /// The way to where we are, for the laws of components.
    trail: Trail,
}

/// What a list of nodes stands in, blocks not counted.
#[derive(Debug, Clone, Copy, Default)]
struct Surroundings<'t> {
    /// The nearest element's tag; empty at the top of a template.
    tag: &'t str,
    /// Whose elements stand here.
    namespace: Namespace,
    /// Whether white space is kept as written.
    keeps_space: bool,
    /// The number of the question that decides whether the top of this is a drawing.
    question: Option<usize>,
}

impl<'t> Lowering<'t> {
    /// Lowers nodes into a fragment of their own.
    fn fragment(
        &mut self,
        nodes: &'t [Node],
        surroundings: Surroundings<'t>,
        source: Span,
    ) -> usize {
        let index = self.plan.fragments.len();
        self.plan.fragments.push(Fragment::empty(source));
        let items = space::settle(nodes, surroundings, space::Edges::Body);
        let mut builder = Builder::new(self);
        let tree = builder.top_level(items, surroundings);
        let mut fragment = builder.finish(tree, source);
        fragment.definition = definition::of(&fragment, &self.plan);
        if let Some(question) = surroundings.question {
            fragment.drawn =
                definition::drawn(&fragment, &self.plan).map(|drawn| (question, drawn));
        }
        self.plan.fragments[index] = fragment;
        index
    }

    /// Lowers a block's body; nothing for an empty one.
    fn branch(&mut self, body: &'t Body, surroundings: Surroundings<'t>) -> Option<usize> {
        let is_empty = space::settle(&body.nodes, surroundings, space::Edges::Body).is_empty();
        (!is_empty).then(|| self.fragment(&body.nodes, surroundings, body.span))
    }
}
