//! The laws of a component's head, every mistake told at once. What obeys them becomes its parameters.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{FnArg, Pat, PatType, ReturnType, Type, TypeParamBound};

use super::kinds;
use super::model::{Item, Parameter, Role};
use super::parse::{self, Said};
use crate::diagnostics::{Area, Diagnostics};
use crate::names::unraw;

/// `#[component]` takes no arguments.
pub(super) fn arguments(arguments: TokenStream, diagnostics: &mut Diagnostics) {
    let Some(first) = arguments.into_iter().next() else {
        return;
    };
    let help = match first.to_string().as_str() {
        "template" => {
            "a file is a whole page's, in `#[live_view(template = \"page.html\")]`; write what a component shows in its body, `html! { … }`"
        }
        _ => "write `#[component]`",
    };
    diagnostics
        .error(first.span(), format!("`component` takes no `{first}`"))
        .help(help);
}

/// Looks at the whole head.
pub(super) fn check(item: &Item, diagnostics: &mut Diagnostics) -> Vec<Parameter> {
    name_has_a_capital(item, diagnostics);
    nothing_stands_before(item, diagnostics);
    returns_what_renders(item, diagnostics);
    let mut parameters = Vec::new();
    for input in &item.signature.inputs {
        match input {
            FnArg::Receiver(receiver) => {
                diagnostics
                    .error(
                        Area::of(receiver),
                        "a component is a function, not a method",
                    )
                    .help("move it out of the `impl`, and pass what it shows as props");
            }
            FnArg::Typed(typed) => parameters.extend(parameter(typed, diagnostics)),
        }
    }
    some_stand_alone(&parameters, diagnostics);
    parameters
}

/// A small letter would make it an element's name.
fn name_has_a_capital(item: &Item, diagnostics: &mut Diagnostics) {
    let name = unraw(item.name());
    if name.starts_with(char::is_uppercase) {
        return;
    }
    let capital: String = name
        .split('_')
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect();
    diagnostics
        .error(
            item.name().span(),
            format!(
                "`<{name}>` would be an element: the name of a component begins with a capital"
            ),
        )
        .help(format!(
            "write `fn {capital}`, which is called `<{capital}>`"
        ));
}

/// A component is called while a page is being written: it neither waits nor is anything else but a function.
fn nothing_stands_before(item: &Item, diagnostics: &mut Diagnostics) {
    let signature = &item.signature;
    let name = item.name();
    if let Some(keyword) = &signature.asyncness {
        diagnostics
            .error(
                Area::of(keyword),
                format!(
                    "`{name}` cannot be `async`: a page is not kept waiting while it is written"
                ),
            )
            .help("load what it shows in the view, and pass it as a prop");
    }
    let qualifiers = [
        signature.constness.as_ref().map(ToTokens::to_token_stream),
        Some(signature.safety.to_token_stream()).filter(|safety| !safety.is_empty()),
        signature.abi.as_ref().map(ToTokens::to_token_stream),
    ];
    for qualifier in qualifiers.into_iter().flatten() {
        diagnostics
            .error(
                Area::of(&qualifier),
                format!("`{name}` cannot be `{qualifier}`"),
            )
            .help(format!("write `fn {name}`"));
    }
}

/// It returns a fragment, by the name of the trait.
fn returns_what_renders(item: &Item, diagnostics: &mut Diagnostics) {
    let name = item.name();
    let help = format!("write `fn {name}(…) -> impl Render`");
    match &item.signature.output {
        ReturnType::Default => {
            diagnostics
                .error(name.span(), format!("`{name}` returns nothing to show"))
                .help(help);
        }
        ReturnType::Type(_, kind) if !renders(kind) => {
            diagnostics
                .error(Area::of(kind), "a component returns `impl Render`")
                .help(help);
        }
        ReturnType::Type(..) => {}
    }
}

fn renders(kind: &Type) -> bool {
    match kind {
        Type::ImplTrait(bounds) => bounds.bounds.iter().any(|bound| match bound {
            TypeParamBound::Trait(bound) => {
                let last = bound.path.segments.last();
                last.is_some_and(|segment| segment.ident == "Render")
            }
            _ => false,
        }),
        Type::Group(group) => renders(&group.elem),
        Type::Paren(paren) => renders(&paren.elem),
        _ => false,
    }
}

fn parameter(typed: &PatType, diagnostics: &mut Diagnostics) -> Option<Parameter> {
    let (said, attributes) = parse::attributes(typed.attrs.clone(), diagnostics);
    let Pat::Ident(pattern) = &*typed.pat else {
        return nameless(typed, diagnostics);
    };
    if pattern.by_ref.is_some() || pattern.subpat.is_some() {
        return nameless(typed, diagnostics);
    }
    no_conditions(&attributes, diagnostics);
    let kind = (*typed.ty).clone();
    let role = role(&kind, &said, &pattern.ident, diagnostics);
    Some(Parameter {
        attributes,
        is_mutable: pattern.mutability.is_some(),
        name: pattern.ident.clone(),
        kind,
        default: said.default,
        role: finished(role, said.slot),
    })
}

fn finished(role: Role, slot: Option<(Area, Vec<super::model::SlotAttribute>)>) -> Role {
    match (role, slot) {
        (
            Role::Slot {
                is_many,
                has_argument,
                ..
            },
            Some((_, attributes)),
        ) => Role::Slot {
            is_many,
            has_argument,
            attributes,
        },
        (role, _) => role,
    }
}

fn nameless(typed: &PatType, diagnostics: &mut Diagnostics) -> Option<Parameter> {
    diagnostics
        .error(
            Area::of(&typed.pat),
            "a prop has a name, by which it is given",
        )
        .help("write `name: Type`, and take it apart in the body");
    None
}

/// A call cannot know which props are compiled in.
fn no_conditions(attributes: &[syn::Attribute], diagnostics: &mut Diagnostics) {
    for attribute in attributes {
        if attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr") {
            diagnostics
                .error(
                    Area::of(attribute),
                    "a prop cannot be there under a condition",
                )
                .help("put `#[cfg(…)]` on the whole component, once for each way it is declared");
        }
    }
}

/// What a parameter is given by: its type says it.
fn role(
    kind: &Type,
    said: &Said,
    name: &proc_macro2::Ident,
    diagnostics: &mut Diagnostics,
) -> Role {
    let inner = kinds::option_of(kind).unwrap_or(kind);
    if let Some(area) = said.rest {
        if !kinds::is(kind, "Attributes") {
            diagnostics
                .error(
                    area,
                    format!("`{name}` cannot take all attributes that are no props"),
                )
                .help(format!("write `#[prop(rest)] {name}: Attributes`"));
        }
        return Role::Rest;
    }
    let is_slot = ["Slot", "Slots"].iter().any(|slot| kinds::is(inner, slot));
    if let Some((area, _)) = said.slot.as_ref().filter(|_| !is_slot) {
        diagnostics
            .error(*area, format!("`{name}` has not the type of a slot"))
            .help("a slot is a `Slot` or, where it gives a value, a `Slot<Row>`; `Option<Slot>` may be left out, `Slots` be given several times");
    }
    let role = match () {
        () if is_slot => Role::Slot {
            is_many: kinds::is(inner, "Slots"),
            has_argument: kinds::gives_a_value(inner),
            attributes: Vec::new(),
        },
        () if kinds::is(inner, "Children") => Role::Children,
        () if kinds::is(kind, "Attributes") => Role::Rest,
        () if kinds::is(inner, "Binding") => Role::Binding,
        () => Role::Value,
    };
    if matches!(role, Role::Slot { .. }) && said.default.is_some() {
        diagnostics
            .error(name.span(), format!("the slot `{name}` cannot have a default"))
            .help("make it an `Option<Slot>`, and show something else with `@if let Some(…) = … { } @else { }`");
    }
    role
}

/// There is one content, and one place for all attributes that are no props.
fn some_stand_alone(parameters: &[Parameter], diagnostics: &mut Diagnostics) {
    let children = parameters
        .iter()
        .filter(|parameter| matches!(parameter.role, Role::Children));
    for second in children.skip(1) {
        diagnostics
            .error(second.name.span(), "what stands between the tags has a name already")
            .help("show `children` where it belongs, more than once if need be; what stands elsewhere is a `#[slot]`");
    }
    let rest = parameters
        .iter()
        .filter(|parameter| matches!(parameter.role, Role::Rest));
    for second in rest.skip(1) {
        diagnostics
            .error(
                second.name.span(),
                "attributes that are no props are collected already",
            )
            .help("keep one parameter of the type `Attributes`");
    }
}
