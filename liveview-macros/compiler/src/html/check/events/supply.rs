//! Who fills a handler's parameters: the call, the element's `dj-value-*`, the browser's event. Emits nothing.

use super::names::{VALUE, parts};
use super::resolve::{Bound, Call, area_of};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Parameter, Value};

/// What stands ready beside the call's arguments.
pub(super) enum Supply {
    /// A whole form, whose fields only the browser knows.
    Form,
    /// These names.
    Names(Vec<String>),
}

/// Whether a parameter finds its value.
#[derive(PartialEq, Eq)]
pub(super) enum Found {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Its type must be asked: a struct is read by the names of its fields.
    AskType,
}

/// Counts the call's arguments, and looks for every parameter that it leaves.
pub(super) fn check(
    element: &Element,
    attribute: &Attribute,
    bound: &Bound<'_>,
    diagnostics: &mut Diagnostics,
) {
    let Bound::Handler(call) = bound else { return };
    if has_surplus(call, diagnostics) {
        return;
    }
    for parameter in left(element, attribute, call, &Found::No) {
        let message = message(attribute, call, parameter);
        diagnostics
            .error(call.area, message)
            .help(help(attribute, call, parameter));
    }
}

/// Whether more arguments are given than the handler takes.
pub(super) fn has_surplus(call: &Call<'_>, diagnostics: &mut Diagnostics) -> bool {
    let takes = call.handler.parameters.len();
    if let Some(surplus) = call.arguments.get(takes) {
        let given = call.arguments.len();
        let name = call.handler.spelling();
        let message = format!("`{name}` takes {}, and {given} are given", counted(takes));
        let help = match takes {
            0 => format!("write `{name}()`"),
            _ => format!("its signature is `{}`", call.handler.signature()),
        };
        diagnostics
            .error(area_of(surplus, call.area.first), message)
            .help(help);
        return true;
    }
    false
}

/// The parameters of a call that are found, not found, or must be asked for.
pub(super) fn left<'h>(
    element: &Element,
    attribute: &Attribute,
    call: &Call<'h>,
    wanted: &Found,
) -> Vec<&'h Parameter> {
    let supply = supply(element, attribute);
    let parameters = call.handler.parameters.iter().skip(call.arguments.len());
    parameters
        .filter(|parameter| found(parameter, &supply) == *wanted)
        .collect()
}

pub(super) fn found(parameter: &Parameter, supply: &Supply) -> Found {
    let Supply::Names(names) = supply else {
        return Found::Yes;
    };
    let kind = parameter.kind.to_string().replace(' ', "");
    let name = parameter.spelling();
    if names.contains(&name) || is_generic(&kind, "Option") {
        return Found::Yes;
    }
    match is_plain(&kind) {
        true => Found::No,
        false => Found::AskType,
    }
}

/// What element and event supply, by name.
pub(super) fn supply(element: &Element, attribute: &Attribute) -> Supply {
    let (event, _) = parts(&attribute.name.text);
    let tag = element.name.text.as_str();
    if tag == "form" && event != "dj-click" {
        return Supply::Form;
    }
    let extra = element
        .attributes
        .iter()
        .filter_map(|attribute| attribute.name.text.strip_prefix(VALUE));
    let mut names: Vec<String> = extra.map(|name| name.replace('-', "_")).collect();
    let from_browser: &[&str] = match event {
        "dj-click" if may_be_ticked(element) => &["checked"],
        "dj-click" => &[],
        "dj-keydown" | "dj-keyup" => &["key", "value", "_target"],
        _ if tag == "input" && !may_be_ticked(element) => &["value", "_target"],
        _ if matches!(tag, "select" | "textarea") => &["value", "_target"],
        // The control may be any inside this element.
        _ => &["value", "checked", "_target"],
    };
    names.extend(from_browser.iter().map(|&name| name.to_owned()));
    Supply::Names(names)
}

/// A checkbox or a radio button, or an input whose type is decided at run time.
fn may_be_ticked(element: &Element) -> bool {
    let kind = element.attribute("type").map(|attribute| &attribute.value);
    element.name.text == "input"
        && match kind {
            Some(Value::Static(text)) => matches!(text.value.as_str(), "checkbox" | "radio"),
            Some(Value::Expression(_) | Value::Interpolated(..)) => true,
            Some(Value::Bare) | None => false,
        }
}

fn is_plain(kind: &str) -> bool {
    const PLAIN: [&str; 17] = [
        "String", "char", "bool", "f32", "f64", "u8", "u16", "u32", "u64", "u128", "usize", "i8",
        "i16", "i32", "i64", "i128", "isize",
    ];
    PLAIN.contains(&kind)
}

fn is_generic(kind: &str, name: &str) -> bool {
    let last = kind
        .split('<')
        .next()
        .and_then(|path| path.rsplit("::").next());
    last == Some(name) && kind.contains('<')
}

/// What to say of a parameter that nobody fills.
pub(super) fn message(attribute: &Attribute, call: &Call<'_>, parameter: &Parameter) -> String {
    let (event, _) = parts(&attribute.name.text);
    format!(
        "missing argument: `{}` takes `{}`, and {} does not supply it",
        call.handler.spelling(),
        parameter.signature(),
        match event {
            "dj-click" => "a click".to_owned(),
            "dj-keydown" | "dj-keyup" => "a key".to_owned(),
            event => format!("`{event}` here"),
        }
    )
}

/// The ways out.
pub(super) fn help(attribute: &Attribute, call: &Call<'_>, parameter: &Parameter) -> String {
    let name = call.handler.spelling();
    let parameter = parameter.spelling();
    let dashed = parameter.replace('_', "-");
    let (event, _) = parts(&attribute.name.text);
    format!("write `{event}={{{name}(…)}}`, or give the element `dj-value-{dashed}`")
}

fn counted(takes: usize) -> String {
    match takes {
        0 => "no arguments".to_owned(),
        1 => "1 argument".to_owned(),
        many => format!("{many} arguments"),
    }
}
