//! On which elements bindings stand, and beside what. Knows no handlers.

use super::resolve::Bound;
use super::site::Site;
use super::table::{Kind, OPTIMISTIC, event, is_binding, parts};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Value};

/// A browser submits forms and nothing else; recovery is a form's too.
pub(super) fn submits_stand_on_forms(
    element: &Element,
    attribute: &Attribute,
    diagnostics: &mut Diagnostics,
) {
    let name = attribute.name.text.as_str();
    let is_a_forms = event(name).is_some_and(|event| event.belongs_to_forms());
    if is_a_forms && element.name.text != "form" {
        diagnostics
            .error(
                attribute.name.area,
                format!(
                    "`{name}` belongs on a `<form>`, and this is a `<{}>`",
                    element.name.text
                ),
            )
            .help("move it to the form around");
    }
}

/// Where no script runs, a form that is not posted would put what was typed into the address.
pub(super) fn submits_are_posted(
    element: &Element,
    attribute: &Attribute,
    diagnostics: &mut Diagnostics,
) {
    let (event, _) = parts(&attribute.name.text);
    let Some(method) = element.attribute("method").filter(|_| event == "dj-submit") else {
        return;
    };
    if !keeps_fields_hidden(&method.value) {
        diagnostics
            .error(
                method.name.area,
                "a form with `dj-submit` is posted: another method would show its fields in the address",
            )
            .help("leave `method` out: the framework writes `method=\"post\"`");
    }
}

/// What is shown until the server has answered needs an event that asks it.
pub(super) fn optimism_stands_beside_an_event(
    element: &Element,
    attribute: &Attribute,
    diagnostics: &mut Diagnostics,
) {
    let asks = |other: &Attribute| {
        let name = other.name.text.as_str();
        is_binding(name) && parts(name).0 != OPTIMISTIC
    };
    if parts(&attribute.name.text).0 == OPTIMISTIC
        && element.spread.is_none()
        && !element.attributes.iter().any(asks)
    {
        diagnostics
            .error(
                attribute.name.area,
                format!("`{OPTIMISTIC}` does nothing without an event beside it"),
            )
            .help("put it on the element that is bound, as in `dj-click=\"like\" dj-optimistic={Js::optimistic().add_class(\"liked\")}`");
    }
}

/// Where commands are taken, a handler's name is none.
pub(super) fn commands_are_no_names(attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = attribute.name.text.as_str();
    let kind = event(name).map(|event| event.kind);
    let is_wrong = match kind {
        Some(Kind::Commands) => !matches!(attribute.value, Value::Expression(_)),
        Some(Kind::CommandsOrClasses) => matches!(attribute.value, Value::Bare),
        _ => false,
    };
    if is_wrong {
        let handler = match &attribute.value {
            Value::Static(text) if syn::parse_str::<syn::Ident>(&text.value).is_ok() => {
                Some(text.value.as_str())
            }
            _ => None,
        };
        takes_commands(attribute, handler, diagnostics);
    }
}

/// Nor is a handler that is called.
pub(super) fn commands_are_no_calls(
    site: &Site<'_>,
    bound: &Bound<'_>,
    diagnostics: &mut Diagnostics,
) {
    let kind = site.event().map(|event| event.kind);
    let handler = match bound {
        Bound::Handler(call) => call.handler.spelling(),
        Bound::Open { name, .. } => name.clone(),
        Bound::Path { .. } | Bound::Value => return,
    };
    if matches!(kind, Some(Kind::Commands | Kind::CommandsOrClasses)) && !site.is_pushed() {
        takes_commands(&site.attribute, Some(&handler), diagnostics);
    }
}

fn takes_commands(attribute: &Attribute, handler: Option<&str>, diagnostics: &mut Diagnostics) {
    let name = attribute.name.text.as_str();
    let commands = match handler {
        _ if name == OPTIMISTIC => "optimistic().add_class(\"liked\")".to_owned(),
        Some(handler) => format!("new().push({handler})"),
        None => "new().show().to(\"#menu\")".to_owned(),
    };
    diagnostics
        .error(
            attribute.name.area,
            format!("`{name}` takes commands, and a handler is none"),
        )
        .help(format!("write `{name}={{Js::{commands}}}`"));
}

/// Whether the attribute binds the submit of a form, whatever its modifiers.
pub fn is_submit(name: &str) -> bool {
    parts(name).0 == "dj-submit"
}

/// Whether a form with this `method` shows none of its fields in the address, as far as the template says.
pub fn keeps_fields_hidden(method: &Value) -> bool {
    let hides = ["post", "dialog"];
    let is_one = |text: &str| hides.iter().any(|one| text.eq_ignore_ascii_case(one));
    matches!(method, Value::Static(text) if is_one(&text.value))
}
