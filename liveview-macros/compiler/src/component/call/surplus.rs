//! The attributes of a call that are no props: collected for a component that passes them on. Judges no prop.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Caller, props, values};
use crate::component::declaration::Role;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Value};
use crate::html::check::events::{self, Callback, callback, check_passed_on};
use crate::html::contexts;
use crate::html::placed::{borrowed, ends};
use crate::html::vocabulary;
use crate::runtime_path::{private, private_at};

/// Whether an attribute of this name can stand on elements of any kind, so that no prop was meant by it.
pub(super) fn is_of_any_element(name: &str) -> bool {
    const GLOBAL: [&str; 16] = [
        "class",
        "id",
        "title",
        "role",
        "hidden",
        "lang",
        "dir",
        "tabindex",
        "accesskey",
        "draggable",
        "spellcheck",
        "translate",
        "inert",
        "autofocus",
        "slot",
        "part",
    ];
    let prefixes = ["data-", "aria-", "dj-"];
    GLOBAL.contains(&name) || prefixes.iter().any(|prefix| name.starts_with(prefix))
}

/// Whether an attribute of this name is passed on: it may stand on any element, or on each that takes what is passed on.
pub(super) fn is_passed_on(caller: &Caller<'_>, name: &str) -> bool {
    let mut props = caller.declaration.props.iter();
    let tags = props.find_map(|prop| match &prop.role {
        Role::Rest(tags) => Some(tags),
        _ => None,
    });
    let stands_on_each = |tags: &Vec<String>| {
        !tags.is_empty()
            && tags
                .iter()
                .all(|tag| vocabulary::attributes::is_of(tag, name))
    };
    tags.is_some_and(|tags| is_of_any_element(name) || stands_on_each(tags))
}

/// All that the call passes on, as `Attributes`.
pub(super) fn collected(caller: &Caller<'_>, diagnostics: &mut Diagnostics) -> TokenStream {
    let private = private();
    let attributes = &caller.call.attributes;
    let surplus: Vec<&Attribute> = attributes
        .iter()
        .filter(|attribute| !is_prop(caller, attribute))
        .collect();
    let spread = caller.call.spread.as_ref();
    if surplus.is_empty() && spread.is_none() {
        return quote!(#private::Attributes::new());
    }
    let all = Ident::new("attributes", Span::mixed_site());
    let mut values = Vec::new();
    let mut names = Vec::new();
    let mut steps = TokenStream::new();
    for (number, attribute) in surplus.into_iter().enumerate() {
        refuse(caller, attribute, diagnostics);
        check_passed_on(attribute, caller.handlers.as_ref(), diagnostics);
        let name = Ident::new(&format!("value_{number}"), Span::mixed_site());
        let spelt = &attribute.name.text;
        match value(caller, attribute, diagnostics) {
            Given::Fixed(value) => steps.extend(quote!(#all.insert(#spelt, #value);)),
            Given::Shown(scrutinee, place) => {
                let shown = {
                    let private = private_at(place);
                    quote_spanned!(place=> #private::Show(#name))
                };
                steps.extend(quote_spanned! {place=>
                    #shown.liveview_surplus(&mut #all, #spelt);
                });
                values.push(scrutinee);
                names.push(name);
            }
        }
    }
    if let Some(spread) = spread {
        let name = Ident::new("spread", Span::mixed_site());
        values.push(borrowed(spread));
        steps.extend(quote!(let #all = #private::passed_on(#all, #name);));
        names.push(name);
    }
    // Values stand in the scrutinee, so that they live as long as the call.
    quote! {
        match (#(#values,)*) {
            (#(#names,)*) => {
                #[allow(unused_imports)]
                use #private::kinds::*;
                #[allow(unused_mut)]
                let mut #all = #private::Attributes::new();
                #steps
                #all
            }
        }
    }
}

fn is_prop(caller: &Caller<'_>, attribute: &Attribute) -> bool {
    let mut props = caller.declaration.props.iter();
    props.any(|prop| props::gives(attribute, prop))
}

/// An attribute's value, as it is collected.
enum Given {
    /// A text or a binding.
    Fixed(TokenStream),
    /// A reference to a value, to be shown as any other; with the place rustc speaks of.
    Shown(TokenStream, Span),
}

fn value(caller: &Caller<'_>, attribute: &Attribute, diagnostics: &mut Diagnostics) -> Given {
    if events::is_binding(&attribute.name.text) {
        let given = Callback {
            attribute,
            component: caller.name(),
            supplied: None,
        };
        let value = callback(given, caller.handlers.as_ref(), diagnostics);
        return Given::Fixed(value);
    }
    match &attribute.value {
        Value::Bare => Given::Fixed(quote!(true)),
        Value::Static(text) => {
            let text = &text.value;
            Given::Fixed(quote!(#text))
        }
        Value::Expression(expression) => Given::Shown(borrowed(expression), ends(expression).0),
        Value::Interpolated(pieces, span) => {
            let joined = values::joined(pieces);
            Given::Shown(quote!(&#joined), Span::mixed_site().located_at(*span))
        }
    }
}

/// Why an attribute of this name is not passed on, and what to do; nothing where a prop was meant, which is said then.
pub(super) fn refusal(caller: &Caller<'_>, name: &str) -> Option<(&'static str, &'static str)> {
    let refusal = contexts::refusal_anywhere(name)?;
    let is_a_props = !is_passed_on(caller, name) && props::near(caller.declaration, name).is_some();
    (!is_a_props).then_some(refusal)
}

/// What could not be made safe is refused wherever it stands.
fn refuse(caller: &Caller<'_>, attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = &attribute.name.text;
    if let Some((reason, help)) = refusal(caller, name) {
        diagnostics
            .error(
                attribute.name.area,
                format!("`<{}>` cannot pass `{name}` on: {reason}", caller.name()),
            )
            .help(help);
    }
}
