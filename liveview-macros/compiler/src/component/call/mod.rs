//! `component_call!`: a call meets the declaration it is a call of. Knows the template around as far as the call tells.

use proc_macro2::{Delimiter, Ident, TokenStream};
use quote::quote;

use super::declaration::{Declaration, Need, Role};
use crate::diagnostics::Diagnostics;
use crate::html::ast::Handlers;
use crate::html::call::{self, Call, Written};
use crate::html::parse;
use crate::reader::Reader;

mod border;
mod content;
mod emit;
mod place;
mod props;
mod surplus;
mod values;

/// Expands the call that `html!` wrote, behind the declaration that the component's macro put before it.
pub fn expand(tokens: TokenStream) -> TokenStream {
    read(tokens).unwrap_or_else(|| {
        quote!(::core::compile_error! {
            "this macro is called by components, and by nobody else\nhelp: call a component by its tag, in `html!`"
        })
    })
}

fn read(tokens: TokenStream) -> Option<TokenStream> {
    let mut reader = Reader::new(tokens);
    let declaration = reader.group(Delimiter::Brace)?;
    let declaration = Declaration::read(declaration.stream())?;
    match reader.clone().brackets().and_then(|mut stage| stage.word()) {
        None => Some(called(&declaration, call::read(reader.rest())?)),
        Some(stage) => {
            reader.token();
            border::told(&declaration, &stage.to_string(), reader)
        }
    }
}

/// The component that is called.
fn called(declaration: &Declaration, written: Written) -> TokenStream {
    let Written { call, renderer } = written;
    let mut diagnostics = Diagnostics::default();
    let caller = Caller {
        declaration,
        handlers: parse::handlers(call.header.clone()),
        call: &call,
        renderer: &renderer,
    };
    if declaration.is_broken {
        return emit::looked_at(&caller);
    }
    place::check(&caller, &mut diagnostics);
    let arguments = caller.arguments(&mut diagnostics);
    emit::emit(&caller, arguments, diagnostics)
}

/// A call with all that is known of it.
struct Caller<'c> {
    declaration: &'c Declaration,
    handlers: Option<Handlers>,
    call: &'c Call<TokenStream>,
    /// What the code around calls the renderer.
    renderer: &'c Ident,
}

/// What a function is called with.
enum Argument {
    /// This.
    Given(TokenStream),
    /// Nothing that we know: a mistake stands beside it.
    Missing,
}

impl Caller<'_> {
    /// The component's name, as the call spells it.
    fn name(&self) -> &str {
        &self.call.name.text
    }

    /// What the component is called with, in the order of its function.
    fn arguments(&self, diagnostics: &mut Diagnostics) -> Vec<Argument> {
        props::are_known(self, diagnostics);
        content::is_taken(self, diagnostics);
        let props = self.declaration.props.iter();
        props
            .map(|prop| match &prop.role {
                Role::Value | Role::Binding(_) => props::argument(self, prop, diagnostics),
                Role::Rest(_) => Argument::Given(surplus::collected(self, diagnostics)),
                Role::Children(_) => content::children(self, prop, diagnostics),
                Role::Slot(slot) => content::slot(self, prop, slot, diagnostics),
            })
            .collect()
    }

    /// What stands for something that was not given, where it need not be.
    fn left_out(&self, need: Need, default: &Ident) -> Option<TokenStream> {
        match need {
            Need::Required => None,
            Need::Optional => Some(quote!(::core::option::Option::None)),
            Need::Defaulted => {
                let path = &self.call.path;
                Some(quote!(#path::#default()))
            }
        }
    }
}
