//! Laws about roles, states and properties: assistive technology passes over what it does not know. Knows no element.

use super::Place;
use super::values::{self, Keyword, Sign};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Text, Value};
use crate::html::vocabulary::aria::{self, Type};
use crate::html::vocabulary::values::Values;
use crate::names::nearest;

/// What begins with `aria-` is a name of WAI-ARIA's.
pub(super) fn states_and_properties_exist(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for attribute in aria_attributes(element) {
        let name = attribute.name.text.as_str();
        if aria::type_of(name).is_some() {
            continue;
        }
        let mistake = diagnostics.error(attribute.name.area, format!("WAI-ARIA has no `{name}`"));
        match nearest(name, aria::attributes()) {
            Some(near) => mistake.help(format!("did you mean `{near}`?")),
            None => mistake.help("data of your own goes into `data-…`"),
        };
    }
}

/// The type that WAI-ARIA gives each state and property.
pub(super) fn values_fit_their_property(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for attribute in aria_attributes(element) {
        let name = attribute.name.text.as_str();
        let text = match &attribute.value {
            Value::Static(text) => text,
            Value::Bare => {
                diagnostics
                    .error(
                        attribute.name.area,
                        format!("`{name}` says nothing without a value"),
                    )
                    .help(format!(
                        "write `{name}=\"true\"`; an `aria-` attribute is never on by being there"
                    ));
                continue;
            }
            Value::Expression(_) | Value::Interpolated(..) => continue,
        };
        match aria::type_of(name) {
            Some(Type::Of(Values::Words(words))) => {
                Keyword::new(name, words).check_all(text, diagnostics);
            }
            Some(Type::Of(Values::Word(words))) => {
                Keyword::new(name, words).check(&text.value, text.area, diagnostics);
            }
            Some(Type::Of(_)) => values::whole(name, text, Sign::Any, diagnostics),
            Some(Type::Number) => number(name, text, diagnostics),
            Some(Type::Id) => one_id(name, text, diagnostics),
            Some(Type::Text) | None => {}
        }
    }
}

fn number(name: &str, text: &Text, diagnostics: &mut Diagnostics) {
    if text.value.parse::<f64>().is_err() {
        diagnostics
            .error(
                text.area,
                format!("`{name}` is a number, and `{}` is none", text.value),
            )
            .help("write digits, as in `12.5`; words for people go into `aria-valuetext`");
    }
}

fn one_id(name: &str, text: &Text, diagnostics: &mut Diagnostics) {
    if text.value.split_ascii_whitespace().count() != 1 {
        diagnostics
            .error(text.area, format!("`{name}` names one element, by its id"))
            .help("write the id of the one that is active, without white space");
    }
}

/// A role that no browser knows is no role.
pub(super) fn roles_exist(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let role = element.attribute("role").map(|attribute| &attribute.value);
    let Some(Value::Static(text)) = role else {
        return;
    };
    for role in text.value.split_ascii_whitespace() {
        if aria::roles().any(|known| known.eq_ignore_ascii_case(role)) {
            continue;
        }
        let help = match nearest(&role.to_ascii_lowercase(), aria::roles()) {
            _ if aria::is_abstract(role) => {
                "it only sorts other roles: write one of those, or leave it out".to_owned()
            }
            Some(near) => format!("did you mean `{near}`?"),
            None => "leave it out where the element says it already; WAI-ARIA lists the roles"
                .to_owned(),
        };
        diagnostics
            .error(text.area, format!("there is no role `{role}`"))
            .help(help);
    }
}

fn aria_attributes(element: &Element) -> impl Iterator<Item = &Attribute> {
    element
        .attributes
        .iter()
        .filter(|attribute| attribute.name.text.starts_with("aria-"))
}
