//! The call of a component: what fills it as closures, the rest for the macro of its name. Judges nothing.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::actions::Generator;
use crate::html::call::{self, Call};

impl Generator<'_> {
    /// The statement that calls a component.
    ///
    /// What needs no argument is a closure in front of the macro call: it stands there also when the macro does not.
    pub(super) fn component(&self, call: &Call<usize>) -> TokenStream {
        let Generator {
            private, renderer, ..
        } = self;
        let mut closures = TokenStream::new();
        let mut count = 0;
        let call = call.map(|filling| {
            let content = self.instance(filling.content);
            if filling.argument.is_some() {
                return content;
            }
            let name = closure(count);
            count += 1;
            closures.extend(quote! {
                let #name = |#renderer: &mut #private::Renderer<'_>| { #content };
            });
            quote!(#name)
        });
        let called = call::write(&call, renderer);
        // What stands in the call itself has marks of its own, which cannot stand in another's.
        let mut fillings = call.content.iter().chain(&call.slots);
        let has_content = fillings.any(|filling| filling.argument.is_some());
        match self.mark(&called).filter(|_| !has_content) {
            Some((mark, marked)) => quote!({ #closures #mark #marked; }),
            None => quote!({ #closures #called }),
        }
    }
}

/// The name of a closure: hygienic, and one that need not be used where the component has mistakes.
fn closure(number: usize) -> Ident {
    Ident::new(&format!("_content_{number}"), Span::mixed_site())
}
