//! A form against the handlers that read it: its fields are theirs, and theirs are fields of it. Judges nothing itself.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};

use super::claims::{area_of_call, call, claim, constant, fits, is_offered};
use super::controls::{Control, Sends, control, values};
use super::lower::place;
use super::resolve::{Bound, resolve};
use super::site::Site;
use super::supply::{data, is_plain, measures};
use super::table::{Brings, event};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Attribute, Element, Handlers, Template, Text, Value};
use crate::runtime_path::alias;

mod fields;

pub use fields::may_be_a_field;
use fields::{Field, Fields};

/// The lint of a form that lacks what a struct needs.
pub const MISSING_FIELD: &str = "missing_field";

/// How many fields that a struct needs and a form lacks are warned of at once.
const WARNINGS: usize = 3;

/// Whether this binding sends the fields of its form.
pub(super) fn fills(element: &Element, attribute: &Attribute) -> bool {
    let sends = event(&attribute.name.text).is_some_and(|event| event.sends_the_form());
    element.name.text == "form" && sends
}

/// A binding of a form, which sends its fields.
struct Reader<'e, 'h> {
    site: Site<'e>,
    bound: Bound<'h>,
    constant: TokenStream,
}

impl Reader<'_, '_> {
    /// Whether its handler is told the name of the button that submits.
    fn asks_for_the_button(&self) -> bool {
        let Bound::Handler(call) = &self.bound else {
            return false;
        };
        let mut left = call.left().iter();
        left.any(|parameter| parameter.spelling() == "_submitter")
    }
}

/// Whether it submits its form and says its name then.
fn is_button(element: &Element) -> bool {
    let kind = element.attribute("type").map(|attribute| &attribute.value);
    let is_submit = matches!(kind, Some(Value::Static(text)) if matches!(text.value.to_ascii_lowercase().as_str(), "submit" | "image"));
    element.name.text == "button" || is_submit
}

/// What a form claims, as items; nothing for other elements.
pub(super) fn claims(element: &Element, template: &Template) -> TokenStream {
    let handlers = template.handlers.as_ref();
    let (readers, all_are_known) = readers(element, handlers);
    if readers.is_empty() {
        return TokenStream::new();
    }
    let private = alias();
    let fields = Fields::of(element, &template.nodes);
    let offered = readers
        .iter()
        .map(|reader| is_offered(&reader.bound, handlers));
    let constants = readers.iter().map(|reader| &reader.constant);
    let numbers: Vec<_> = (0..readers.len())
        .map(|number| format_ident!("BOUND_{number}"))
        .collect();
    let is_allowed = template
        .allowed
        .iter()
        .any(|lint| lint.text == MISSING_FIELD);
    let numbered = readers.iter().enumerate().filter(|_| !fields.is_open);
    let filled = numbered.map(|(index, reader)| {
        let names = names_for(element, reader, &fields);
        let filled = is_filled(reader, index, &names);
        let warnings = (!is_allowed).then(|| warnings(reader, &names));
        quote!(#filled #warnings)
    });
    // Who asks which button it was has a use for its name.
    let reads_buttons = readers.iter().any(Reader::asks_for_the_button);
    let named = fields.all.iter().map(|field| {
        let is_known = all_are_known && !(reads_buttons && is_button(field.element));
        claims_of_field(field, &fields, is_known)
    });
    let components = &fields.components;
    let own = data(element);
    let own = own
        .iter()
        .map(|offer| fits(&offer.name, None, element.name.area, &offer.values));
    quote! {
        #(#offered)*
        const _: () = {
            #(const #numbers: #private::Bound = #constants;)*
            const BOUNDS: &[&#private::Bound] = &[#(&#numbers),*];
            const HOLDS_MORE: bool = #private::holds_more(&[#(#components!(@fields)),*]);
            #(#filled)*
            #(#named)*
            #(#own)*
        };
    }
}

/// The bindings of a form, and whether they are all that reads it.
fn readers<'e, 'h>(
    element: &'e Element,
    handlers: Option<&'h Handlers>,
) -> (Vec<Reader<'e, 'h>>, bool) {
    let bindings = element
        .attributes
        .iter()
        .filter(|attribute| fills(element, attribute))
        .flat_map(Site::all);
    let mut readers = Vec::new();
    // Spread attributes may bind other handlers.
    let mut all_are_known = element.spread.is_none();
    for site in bindings {
        let bound = resolve(&site, handlers, &mut Diagnostics::default());
        let reader = bound.and_then(|bound| {
            let constant = constant(&bound, handlers)?;
            Some(Reader {
                site,
                bound,
                constant,
            })
        });
        all_are_known &= reader.is_some();
        readers.extend(reader);
    }
    (readers, all_are_known)
}

/// The names that a binding of the form brings: the fields, the form's own values, and what its event says.
fn names_for(element: &Element, reader: &Reader<'_, '_>, fields: &Fields<'_>) -> Vec<String> {
    let mut names: Vec<String> = fields.names().map(str::to_owned).collect();
    names.extend(data(element).into_iter().map(|offer| offer.name));
    let brings = reader.site.brings();
    let said: &[&str] = match brings {
        Brings::Submit => &["_submitter"],
        Brings::Key => &["key", "_target"],
        _ => &["_target"],
    };
    let measures = measures(brings).into_iter().map(|(name, _)| name);
    names.extend(said.iter().copied().chain(measures).map(str::to_owned));
    names
}

/// Each parameter has a field. What a struct lacks is a warning, since its own code may fill it.
fn is_filled(reader: &Reader<'_, '_>, index: usize, names: &[String]) -> TokenStream {
    let (before, behind) = reader.site.frame().unwrap_or_default();
    let area = area_of_call(&reader.site.attribute, &reader.bound);
    let filled = call(
        area,
        quote!(claim_filled(BOUNDS, #index, &[#(#names),*], (#before, #behind))),
    );
    quote_spanned!(place(area.first)=> const _: () = if !HOLDS_MORE { #filled };)
}

/// For each struct that the form fills, the first of its fields that it lacks: a constant of theirs is deprecated.
fn warnings(reader: &Reader<'_, '_>, names: &[String]) -> TokenStream {
    let Bound::Handler(bound) = &reader.bound else {
        return TokenStream::new();
    };
    let private = alias();
    let area = bound.area;
    let structs = bound.left().iter().filter(|parameter| !is_plain(parameter));
    let warnings = structs.flat_map(|parameter| {
        let kind = &parameter.kind;
        let private = &private;
        (0..WARNINGS).map(move |skipped| {
            quote_spanned! {place(area.first)=>
                const _: () = <<#kind as #private::FieldAt<{
                    if HOLDS_MORE {
                        #private::NO_FIELD
                    } else {
                        #private::missing_field::<#kind>(&[#(#names),*], #skipped)
                    }
                }>>::Field>::missing_field;
            }
        })
    });
    warnings.collect()
}

/// The name is a field's; what the control sends can be read as that; so can each value that it may send.
fn claims_of_field(field: &Field<'_>, fields: &Fields<'_>, is_asked: bool) -> TokenStream {
    let name = field.name.value.as_str();
    let known = is_asked.then(|| claim(field.name.area, quote!(claim_field(BOUNDS, #name))));
    let sends = match control(field.element) {
        Control::Sends(Sends::Tick) if fields.are_ticked_together(field) => Some(Sends::Several),
        // Where the box is not ticked, another control of the name speaks, or the browser refuses to submit.
        Control::Sends(Sends::Tick)
            if fields.share_a_name(field) || field.element.attribute("required").is_some() =>
        {
            Some(Sends::Value)
        }
        Control::Sends(sends) => Some(sends),
        Control::Unknown | Control::No => None,
    };
    let area = type_area(field.element);
    let fits = fits(name, sends, area, &values(field.element));
    quote!(#known #fits)
}

/// Where the type of a control is said, else its tag.
fn type_area(element: &Element) -> Area {
    match element.attribute("type").map(|attribute| &attribute.value) {
        Some(Value::Static(Text { area, .. })) => *area,
        _ => element.name.area,
    }
}
