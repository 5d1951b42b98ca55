//! The call of a component as tokens, since its declaration is known in another expansion. Judges nothing.
//!
//! `html!` knows what stands around a component and in it; what the component takes, only the macro of its name knows,
//! in which its declaration is kept. So `html!` writes all it knows behind the path and a `!`, the macro adds what it
//! knows, and both meet in `component_call!`.

use proc_macro2::{Ident, Span, TokenStream};

use super::ast::{Attribute, Expression, Name};
use super::check::roots::{Roots, Trail};
use crate::diagnostics::Area;

mod read;
mod write;

pub use read::read;
pub use write::{ask, text, told, write};

/// A component, called. What fills it is a fragment by its number first, then the code that renders it.
#[derive(Debug, Clone)]
pub struct Call<C> {
    /// Its path.
    pub path: TokenStream,
    /// The path as it is spelt.
    pub name: Name,
    /// What becomes of it.
    pub role: Role,
    /// Whether its tag reads as one; in half of a tag, nothing is missing.
    pub is_whole: bool,
    /// The ways to where it stands: more than one where a component shows it more than once.
    pub places: Vec<Trail>,
    /// The header of the template, where it has one.
    pub header: TokenStream,
    /// Its props, and what it passes on.
    pub attributes: Vec<Attribute>,
    /// `{..attributes}`: what it passes on beside them.
    pub spread: Option<Expression>,
    /// What stands between its tags.
    pub content: Option<Filling<C>>,
    /// What is given to its slots, in order.
    pub slots: Vec<Filling<C>>,
}

/// What becomes of a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is rendered into the next slot.
    Slot,
    /// It is a row of a list.
    Row,
}

/// What is given to a slot, or stands between a component's tags.
#[derive(Debug, Clone)]
pub struct Filling<C> {
    /// The slot's name.
    pub name: Name,
    /// Its attributes.
    pub attributes: Vec<Attribute>,
    /// What stands for the slot's argument.
    pub argument: Option<Expression>,
    /// What stands at its top, and what each asks of the place where it is shown.
    pub roots: Vec<(Area, Roots)>,
    /// What renders it.
    pub content: C,
}

impl<C> Call<C> {
    /// The macro that must hear of it next: of a component on the way to it, or its own.
    pub fn next(&self) -> (TokenStream, Stage) {
        let mut borders = self.places.iter().filter_map(Trail::border);
        match borders.next() {
            Some(border) => (border.path.clone(), Stage::Place),
            None => (self.path.clone(), Stage::Call),
        }
    }

    /// The same call, its fillings made into something else.
    pub fn map<D>(&self, mut made: impl FnMut(&Filling<C>) -> D) -> Call<D> {
        Call {
            path: self.path.clone(),
            name: self.name.clone(),
            role: self.role,
            is_whole: self.is_whole,
            places: self.places.clone(),
            header: self.header.clone(),
            attributes: self.attributes.clone(),
            spread: self.spread.clone(),
            content: self.content.as_ref().map(|filling| filling.map(&mut made)),
            slots: self
                .slots
                .iter()
                .map(|filling| filling.map(&mut made))
                .collect(),
        }
    }
}

impl<C> Filling<C> {
    fn map<D>(&self, made: &mut impl FnMut(&Filling<C>) -> D) -> Filling<D> {
        Filling {
            name: self.name.clone(),
            attributes: self.attributes.clone(),
            argument: self.argument.clone(),
            roots: self.roots.clone(),
            content: made(self),
        }
    }
}

/// What a declaration is told a call for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It is the component that is called.
    Call,
    /// The call stands in what it is given, and it knows where it shows that.
    Place,
}

/// A call as `component_call!` finds it: the fillings are code, and the renderer has its name.
#[derive(Debug)]
pub struct Written {
    /// The call.
    pub call: Call<TokenStream>,
    /// What the code around calls the renderer.
    pub renderer: Ident,
}

/// Where rustc points, without its wish to mend what a macro wrote.
fn place(span: Span) -> Span {
    Span::call_site().located_at(span)
}
