//! Laws about roles, states and properties: assistive technology passes over what it does not know. Knows no element.

use super::Place;
use super::values;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Value};
use crate::html::vocabulary::aria::{self, Type};
use crate::html::vocabulary::values::Values;
use crate::names::nearest;

/// What the names of states and properties begin with.
const PREFIX: &str = "aria-";

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
        let bare = |name: &'static str| name.trim_start_matches(PREFIX);
        match nearest(
            name.trim_start_matches(PREFIX),
            aria::attributes().map(bare),
        ) {
            Some(near) => mistake.help(format!("did you mean `{PREFIX}{near}`?")),
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
        let value = text.value.as_str();
        let (is_right, wanted, help) = match aria::type_of(name) {
            Some(Type::Of(Values::Integer)) => (
                values::is_integer(value),
                "a whole number",
                "write digits alone, as in `3`",
            ),
            Some(Type::Number) => (
                value.parse::<f64>().is_ok(),
                "a number",
                "write digits, as in `12.5`; words for people go into `aria-valuetext`",
            ),
            Some(Type::Id) => (
                value.split_ascii_whitespace().count() == 1,
                "the id of one element",
                "write the id of the one that is active, without white space",
            ),
            Some(Type::Of(set)) => {
                for (word, help) in values::misspelt(set, value) {
                    diagnostics
                        .error(
                            text.area,
                            format!("WAI-ARIA gives `{name}` no value `{word}`"),
                        )
                        .help(help);
                }
                continue;
            }
            Some(Type::Text) | None => continue,
        };
        if !is_right {
            diagnostics
                .error(
                    text.area,
                    format!("WAI-ARIA takes `{name}` for {wanted}, and `{value}` is none"),
                )
                .help(help);
        }
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
        .filter(|attribute| attribute.name.text.starts_with(PREFIX))
}
