//! `dj-model`: the field of the view that a control shows and changes. Adds nothing to the control.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::controls::{Control, Sends, control, is_ticked, values};
use super::lower::place;
use super::resolve::no_view;
use super::table::{Kind, MODEL, event};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Attribute, Element, Handlers, Text, Value};
use crate::names::respanned;
use crate::runtime_path::alias;

/// It names a field, in a view, on a control that holds one value.
pub(super) fn check(
    element: &Element,
    attribute: &Attribute,
    handlers: Option<&Handlers>,
    diagnostics: &mut Diagnostics,
) {
    if let Some((message, help)) = misplaced(element) {
        diagnostics.error(attribute.name.area, message).help(help);
    }
    names_a_field(attribute, handlers, diagnostics);
}

/// It names a field, in a view.
pub(super) fn names_a_field(
    attribute: &Attribute,
    handlers: Option<&Handlers>,
    diagnostics: &mut Diagnostics,
) {
    let name = attribute.name.text.as_str();
    match &attribute.value {
        Value::Static(text) if syn::parse_str::<syn::Ident>(&text.value).is_err() => {
            diagnostics
                .error(
                    text.area,
                    format!("`{}` is not the name of a field", text.value),
                )
                .help(format!(
                    "write `{name}=\"query\"` for `#[model] query: String` in the view's struct"
                ));
        }
        Value::Static(text) if handlers.is_none() => {
            let field = &text.value;
            diagnostics
                .error(text.area, no_view(&format!("a field `{field}`")))
                .help(format!(
                    "write it in a function of the view, or bind an event: `dj-input={{TodosEvents::set_{field}_0()}}`"
                ));
        }
        Value::Static(_) => {}
        Value::Bare | Value::Expression(_) | Value::Interpolated(..) => {
            diagnostics
                .error(
                    attribute.name.area,
                    format!("`{name}` names a field of the view, in quotes"),
                )
                .help(format!(
                    "write `{name}=\"query\"` for `#[model] query: String` in the view's struct"
                ));
        }
    }
}

/// Why no field can be bound to this element.
fn misplaced(element: &Element) -> Option<(String, &'static str)> {
    let tag = element.name.text.as_str();
    let (is, help) = match control(element) {
        Control::Sends(Sends::File) => (
            "a file, which is not sent with an event".to_owned(),
            "leave it out",
        ),
        Control::No => (
            format!("a `<{tag}>`, in which nothing is typed or chosen"),
            "put it on an `<input>`, a `<textarea>` or a `<select>`",
        ),
        Control::Sends(_) if tag == "button" => (
            "a `<button>`, in which nothing is typed or chosen".to_owned(),
            "bind `dj-click` to a handler that sets the field",
        ),
        _ => return None,
    };
    Some((format!("`{MODEL}` binds one value, and this is {is}"), help))
}

/// The field exists, and its control and all values written there suit it: facts for rustc.
pub(super) fn claims(element: &Element, handlers: Option<&Handlers>) -> TokenStream {
    let state = handlers.and_then(|handlers| handlers.state.as_ref());
    let (Some(state), Some(field)) = (state, named(element)) else {
        return TokenStream::new();
    };
    if misplaced(element).is_some() || syn::parse_str::<syn::Ident>(&field.value).is_err() {
        return TokenStream::new();
    }
    let private = alias();
    let models = quote!(<#state as #private::ViewState>::MODELS);
    let name = &field.value;
    let exists = claim(field.area, quote!(claim_model(#models, #name)));
    let sends = match control(element) {
        Control::Sends(Sends::Tick) => Some(Sends::State),
        // Of a radio button the value counts, never that it is on.
        Control::Sends(Sends::Value) if is_ticked(element) => Some(Sends::Text),
        Control::Sends(sends) => Some(sends),
        Control::Unknown | Control::No => None,
    };
    let suits = sends.map(|sends| {
        let chosen = element.name.text == "select" || is_ticked(element);
        let sends = sends.tokens();
        claim(
            field.area,
            quote!(claim_model_suits(#models, #name, #sends, #chosen)),
        )
    });
    let written = values(element)
        .into_iter()
        .filter(|_| sends != Some(Sends::State));
    let reads = written.filter_map(|value| {
        let text = value.text?;
        let reads = quote!(claim_model_reads(#models, #name, #text));
        Some(claim(value.area, reads))
    });
    quote!(#exists #suits #(#reads)*)
}

fn named(element: &Element) -> Option<&Text> {
    let mut attributes = element.attributes.iter();
    attributes.find_map(|attribute| {
        let is_model = event(&attribute.name.text).is_some_and(|event| event.kind == Kind::Model);
        match &attribute.value {
            Value::Static(text) if is_model => Some(text),
            _ => None,
        }
    })
}

/// A constant that calls this function, with the field's place as its own.
fn claim(area: Area, function: TokenStream) -> TokenStream {
    let private = alias();
    let called = respanned(quote!(#private::#function), place(area.first));
    quote_spanned!(place(area.first)=> const _: () = #called;)
}
