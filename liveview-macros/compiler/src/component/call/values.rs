//! One attribute as the value of one prop: an expression, a text, `true`, a binding. Looks at nothing else of the call.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Argument, Caller};
use crate::component::declaration::{Prop, Role};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Piece, Value};
use crate::html::check::events::{Callback, callback};
use crate::html::placed::{ends, parenthesised, shown};
use crate::names::respanned;
use crate::runtime_path::{private, private_at};

/// The value that an attribute gives to a prop; `taker` is the function that takes it.
pub(super) fn value(
    caller: &Caller<'_>,
    prop: &Prop,
    taker: &Ident,
    attribute: &Attribute,
    diagnostics: &mut Diagnostics,
) -> Argument {
    let value = match (&prop.role, &attribute.value) {
        (Role::Binding(_), Value::Bare) if !caller.call.is_whole => return Argument::Missing,
        (Role::Binding(supplied), _) => {
            let given = Callback {
                attribute,
                component: caller.name(),
                supplied: supplied.as_deref(),
            };
            callback(given, caller.handlers.as_ref(), diagnostics)
        }
        (_, Value::Expression(expression)) => {
            let value = parenthesised(expression);
            quote!(#value)
        }
        (_, Value::Bare) if prop.is_bool() => {
            let span = Span::call_site().located_at(attribute.name.area.first);
            quote_spanned!(span=> true)
        }
        (_, Value::Bare) => {
            stands_bare(caller, prop, attribute, diagnostics);
            return Argument::Missing;
        }
        (_, Value::Static(text)) => {
            let literal = crate::html::call::text(&text.value, text.area.first);
            made_of_text(caller, prop, &quote!(#literal), text.area.first)
        }
        (_, Value::Interpolated(pieces, span)) => {
            let joined = joined(pieces);
            let place = Span::call_site().located_at(*span);
            made_of_text(caller, prop, &quote_spanned!(place=> &*#joined), *span)
        }
    };
    Argument::Given(match prop.is_anonymous() {
        true => value,
        false => taken(caller, taker, attribute, &value),
    })
}

/// A value through the function that takes it, whose name stands on the attribute's.
fn taken(
    caller: &Caller<'_>,
    taker: &Ident,
    attribute: &Attribute,
    value: &TokenStream,
) -> TokenStream {
    let place = Span::call_site().located_at(attribute.name.area.first);
    let taker = Ident::new(&taker.to_string(), place);
    let path = &caller.call.path;
    let mut argument = Group::new(Delimiter::Parenthesis, value.clone());
    argument.set_span(place);
    quote_spanned!(place=> #path::#taker #argument)
}

/// What is made of a text; where the type is the call's to tell, the text itself.
fn made_of_text(caller: &Caller<'_>, prop: &Prop, text: &TokenStream, span: Span) -> TokenStream {
    let is_told = caller.declaration.generics.contains(&prop.kind) || prop.is_anonymous();
    if is_told {
        return text.clone();
    }
    let span = Span::mixed_site().located_at(span);
    let private = respanned(private(), span);
    let made = quote_spanned!(span=> #private::text);
    let mut argument = Group::new(Delimiter::Parenthesis, text.clone());
    argument.set_span(span);
    match prop.is_option() {
        true => quote_spanned!(span=> ::core::option::Option::Some(#made #argument)),
        false => quote!(#made #argument),
    }
}

/// A text with values in it, as a `String`.
pub(super) fn joined(pieces: &[Piece]) -> TokenStream {
    let private = private();
    let words = Ident::new("words", Span::mixed_site());
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => quote!(#words.push_str(#text);),
        Piece::Expression(expression) => {
            let ends = ends(expression);
            let (first, _) = ends;
            let shown = shown(expression, ends, &private_at(first));
            quote_spanned!(first=> #shown.liveview_words(&mut #words);)
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
