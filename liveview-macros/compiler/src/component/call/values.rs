//! One attribute as the value of one prop: an expression, a text, `true`, a binding. Looks at nothing else of the call.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Argument, Caller};
use crate::component::declaration::{Prop, Role};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Piece, Value};
use crate::html::check::events::{Callback, callback};
use crate::html::placed::{borrowed, ends, parenthesised};
use crate::runtime_path::private;

/// The value that an attribute gives to a prop.
pub(super) fn value(
    caller: &Caller<'_>,
    prop: &Prop,
    attribute: &Attribute,
    diagnostics: &mut Diagnostics,
) -> Argument {
    if let Role::Binding(supplied) = &prop.role {
        if matches!(attribute.value, Value::Bare) && !caller.call.is_whole {
            return Argument::Missing;
        }
        let given = Callback {
            attribute,
            component: caller.name(),
            supplied: supplied.as_deref(),
        };
        let (value, is_plain) = callback(given, caller.handlers.as_ref(), diagnostics);
        return Argument::Given(match (prop.is_option(), is_plain) {
            (true, true) => quote!(::core::option::Option::Some(#value)),
            (true, false) => optional(attribute, &value),
            (false, _) => value,
        });
    }
    let value = match &attribute.value {
        Value::Expression(expression) => {
            let value = parenthesised(expression);
            return Argument::Given(match prop.is_option() {
                true => optional(attribute, &quote!(#value)),
                false => quote!(#value),
            });
        }
        Value::Bare if prop.is_bool() => {
            let span = Span::call_site().located_at(attribute.name.area.first);
            quote_spanned!(span=> true)
        }
        Value::Bare => {
            stands_bare(caller, prop, attribute, diagnostics);
            return Argument::Missing;
        }
        Value::Static(text) => {
            let literal = crate::html::call::text(&text.value, text.area.first);
            made_of_text(caller, prop, &quote!(#literal), text.area.first)
        }
        Value::Interpolated(pieces, span) => {
            let joined = joined(pieces);
            let span = Span::call_site().located_at(*span);
            made_of_text(caller, prop, &quote_spanned!(span=> &*#joined), span)
        }
    };
    Argument::Given(match prop.is_option() {
        true => quote!(::core::option::Option::Some(#value)),
        false => value,
    })
}

/// A value or an `Option` of it, as an `Option`.
fn optional(attribute: &Attribute, value: &TokenStream) -> TokenStream {
    let private = private();
    let span = match &attribute.value {
        Value::Expression(expression) => ends(expression).0,
        _ => Span::call_site().located_at(attribute.name.area.first),
    };
    quote_spanned!(span=> #private::optional(#value))
}

/// What is made of a text; where the type is the call's to tell, the text itself.
fn made_of_text(caller: &Caller<'_>, prop: &Prop, text: &TokenStream, span: Span) -> TokenStream {
    let private = private();
    let is_told =
        caller.declaration.generics.contains(&prop.kind) || prop.kind.starts_with("impl ");
    if is_told {
        return text.clone();
    }
    let span = Span::mixed_site().located_at(span);
    quote_spanned!(span=> #private::text(#text))
}

/// A text with values in it, as a `String`.
pub(super) fn joined(pieces: &[Piece]) -> TokenStream {
    let private = private();
    let words = proc_macro2::Ident::new("words", Span::mixed_site());
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => quote!(#words.push_str(#text);),
        Piece::Expression(expression) => {
            let scrutinee = borrowed(expression);
            let (first, last) = ends(expression);
            let value = proc_macro2::Ident::new("value", last);
            let argument = quote_spanned!(first=> &*#value);
            let call = quote_spanned! {first=>
                (&&&#private::Show(#value)).liveview_kind().words(#argument, &mut #words)
            };
            quote!(match #scrutinee { #value => #call })
        }
    });
    quote! {{
        #[allow(unused_imports)]
        use #private::kinds::*;
        let mut #words = #private::String::new();
        #(#pieces)*
        #words
    }}
}

/// Only `true` can be meant by a name alone.
fn stands_bare(
    caller: &Caller<'_>,
    prop: &Prop,
    attribute: &Attribute,
    diagnostics: &mut Diagnostics,
) {
    if !caller.call.is_whole {
        return;
    }
    let Prop { name, kind, .. } = prop;
    diagnostics
        .error(
            attribute.name.area,
            format!("`{name}` stands without a value, which means `true`, and is a `{kind}`"),
        )
        .help(format!(
            "write `{name}={{…}}`, or `{name}=\"…\"` for a text"
        ));
}
