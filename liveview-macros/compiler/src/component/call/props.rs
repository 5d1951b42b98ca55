//! The attributes of a call against the props of its component: known, given once, none missing. Makes no value.

use super::{Argument, Caller, surplus, values};
use crate::component::codegen::{default_of, taker_of};
use crate::component::declaration::{Declaration, Need, Prop, Role};
use crate::diagnostics::Diagnostics;
use crate::html::ast::Attribute;
use crate::names::nearest;

/// How a component comes to pass attributes on.
const PASS_ON: &str =
    "give it a parameter `attributes: Attributes`, and write `{..attributes}` on its element";

/// What a prop is given, or its default.
pub(super) fn argument(
    caller: &Caller<'_>,
    prop: &Prop,
    diagnostics: &mut Diagnostics,
) -> Argument {
    let attributes = &caller.call.attributes;
    if let Some(attribute) = attributes.iter().find(|given| gives(given, prop)) {
        let taker = taker_of(&prop.name);
        return values::value(caller, prop, &taker, attribute, diagnostics);
    }
    match caller.left_out(prop.need, &default_of(&prop.name)) {
        Some(value) => Argument::Given(value),
        None => {
            missing(caller, prop, diagnostics);
            Argument::Missing
        }
    }
}

/// Whether an attribute gives this prop.
pub(super) fn gives(attribute: &Attribute, prop: &Prop) -> bool {
    attribute.name.text == prop.name && matches!(prop.role, Role::Value | Role::Binding(_))
}

fn missing(caller: &Caller<'_>, prop: &Prop, diagnostics: &mut Diagnostics) {
    if !caller.call.is_whole || is_misspelt(caller, prop) {
        return;
    }
    let (component, name) = (caller.name(), &prop.name);
    diagnostics
        .error(
            caller.call.name.area,
            format!("`<{component}>` needs `{}`", prop.signature()),
        )
        .help(format!("write `{}`", example(prop, name)));
}

/// Whether an attribute that is no prop was meant to be this one: that is said where it stands.
fn is_misspelt(caller: &Caller<'_>, prop: &Prop) -> bool {
    let props = &caller.declaration.props;
    caller.call.attributes.iter().any(|attribute| {
        let name = attribute.name.text.as_str();
        let is_prop = props.iter().any(|prop| gives(attribute, prop));
        !is_prop && near(caller.declaration, name) == Some(&prop.name)
    })
}

/// The prop whose name is most like this one.
pub(super) fn near<'d>(declaration: &'d Declaration, name: &str) -> Option<&'d str> {
    let is_prop = |prop: &&Prop| matches!(prop.role, Role::Value | Role::Binding(_));
    let props = declaration.props.iter().filter(is_prop);
    nearest(name, props.map(|prop| prop.name.as_str()))
}

/// How a prop may be given.
pub(super) fn example(prop: &Prop, name: &str) -> String {
    match prop.kind.as_str() {
        _ if matches!(prop.role, Role::Binding(_)) => format!("{name}={{handler(argument)}}"),
        "&str" | "String" => format!("{name}=\"…\""),
        _ => format!("{name}={{…}}"),
    }
}

/// Each attribute is a prop, and no prop is given twice.
pub(super) fn are_known(caller: &Caller<'_>, diagnostics: &mut Diagnostics) {
    let attributes = &caller.call.attributes;
    let props = &caller.declaration.props;
    let has_rest = props.iter().any(|prop| matches!(prop.role, Role::Rest(_)));
    if let Some(spread) = caller.call.spread.as_ref().filter(|_| !has_rest) {
        diagnostics
            .error(
                spread.span,
                format!("`<{}>` passes no attributes on", caller.name()),
            )
            .help(PASS_ON);
    }
    for (index, attribute) in attributes.iter().enumerate() {
        let name = &attribute.name.text;
        if !props.iter().any(|prop| gives(attribute, prop)) {
            let is_told = has_rest && surplus::refusal(caller, name).is_some();
            if !is_told && !surplus::is_passed_on(caller, name) {
                unknown(caller, attribute, diagnostics);
            }
        } else if attributes[..index]
            .iter()
            .any(|before| before.name.text == *name)
        {
            given_twice(caller.name(), attribute, diagnostics);
        }
    }
}

/// The second of two is refused.
pub(super) fn given_twice(tag: &str, attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = &attribute.name.text;
    diagnostics
        .error(
            attribute.name.area,
            format!("`<{tag}>` is given `{name}` already"),
        )
        .help("keep one of the two");
}

fn unknown(caller: &Caller<'_>, attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let (component, name) = (caller.name(), attribute.name.text.as_str());
    let declaration = caller.declaration;
    let message = format!("`<{component}>` has no prop `{name}`");
    let help = match declaration.prop(name).map(|prop| &prop.role) {
        Some(Role::Slot(_)) => {
            format!("`{name}` is a slot: write `<:{name}>…</:{name}>` between the tags")
        }
        Some(Role::Children(_)) => {
            format!("it is what stands between the tags: `<{component}>…</{component}>`")
        }
        _ if name.starts_with("class:") || name.starts_with("style:") => {
            "it stands on elements alone; classes are passed on as a text, `class={…}`".to_owned()
        }
        _ if name == "let" || name.starts_with("let:") => {
            "what a slot gives is named on the slot, as in `<:slot let:row>`".to_owned()
        }
        _ => ways_out(declaration, name),
    };
    diagnostics.error(attribute.name.area, message).help(help);
}

fn ways_out(declaration: &Declaration, name: &str) -> String {
    let is_prop = |prop: &&Prop| matches!(prop.role, Role::Value | Role::Binding(_));
    let props = || declaration.props.iter().filter(is_prop);
    if let Some(near) = near(declaration, name) {
        return format!("did you mean `{near}`?");
    }
    let mut props_of_all = declaration.props.iter();
    let has_rest = props_of_all.any(|prop| matches!(prop.role, Role::Rest(_)));
    if surplus::is_of_any_element(name) && !has_rest {
        return format!("it passes no attributes on: {PASS_ON}");
    }
    match listed(props()) {
        Some(list) => format!("it takes {list}"),
        None => "it takes none".to_owned(),
    }
}

/// Names with their types, for people.
pub(super) fn listed<'p>(props: impl Iterator<Item = &'p Prop>) -> Option<String> {
    let names: Vec<String> = props
        .map(|prop| match prop.need {
            Need::Required => format!("`{}`", prop.signature()),
            Need::Optional | Need::Defaulted => format!("`{}` (may be left out)", prop.signature()),
        })
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}
