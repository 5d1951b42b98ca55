//! What stands between a component's tags: its content and its slots, as views of closures. Looks at no prop.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::props::{given_twice, listed};
use super::{Argument, Caller, props, values};
use crate::component::codegen::{default_of, default_of_slot, maker_of, taker_of_slot};
use crate::component::declaration::{Need, Prop, Role, Slot};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::call::Filling;
use crate::html::placed::ends;
use crate::names::nearest;
use crate::runtime_path::private;

/// What is given is taken: content, and slots of these names.
pub(super) fn is_taken(caller: &Caller<'_>, diagnostics: &mut Diagnostics) {
    let component = caller.name();
    let props = || caller.declaration.props.iter();
    let slots: Vec<&Prop> = props()
        .filter(|prop| matches!(prop.role, Role::Slot(_)))
        .collect();
    let takes_content = props().any(|prop| matches!(prop.role, Role::Children(_)));
    if let Some(content) = caller.call.content.as_ref().filter(|_| !takes_content) {
        let names = slots.iter().map(|slot| format!("`<:{}>`", slot.name));
        let names: Vec<String> = names.collect();
        let help = match names.is_empty() {
            true => format!(
                "write `<{component} … />`, or give the component a parameter `children: Children`"
            ),
            false => format!("put it into one of its slots: {}", names.join(", ")),
        };
        let but = if names.is_empty() { "" } else { " but slots" };
        diagnostics
            .error(
                area(content),
                format!("`<{component}>` takes nothing between its tags{but}"),
            )
            .help(help);
    }
    for filling in &caller.call.slots {
        let name = &filling.name.text;
        if slots.iter().any(|slot| slot.name == *name) {
            continue;
        }
        let help = match nearest(name, slots.iter().map(|slot| slot.name.as_str())) {
            Some(near) => format!("did you mean `<:{near}>`?"),
            None if props().any(|prop| prop.name == *name) => {
                format!("`{name}` is a prop: write it into the tag, as in `<{component} {name}=…>`")
            }
            None => match listed(slots.iter().copied()) {
                Some(list) => format!("its slots are {list}"),
                None => "it has none".to_owned(),
            },
        };
        diagnostics
            .error(
                filling.name.area,
                format!("`<{component}>` has no slot `{name}`"),
            )
            .help(help);
    }
}

/// The first token of what is given.
fn area(filling: &Filling<TokenStream>) -> Area {
    let first = filling.roots.first();
    first.map_or(filling.name.area, |(area, _)| *area)
}

/// What stands between the tags.
pub(super) fn children(
    caller: &Caller<'_>,
    prop: &Prop,
    diagnostics: &mut Diagnostics,
) -> Argument {
    let private = private();
    if let Some(filling) = &caller.call.content {
        let content = &filling.content;
        let children = quote!(#private::Children::new(&#content));
        return Argument::Given(option(prop, children));
    }
    let component = caller.name();
    if let Some(value) = caller.left_out(prop.need, &default_of(&prop.name)) {
        return Argument::Given(value);
    }
    if caller.call.is_whole {
        diagnostics
            .error(
                caller.call.name.area,
                format!("`<{component}>` needs something between its tags"),
            )
            .help(format!("write `<{component}>…</{component}>`; a component that can do without has `children: Option<Children>`"));
    }
    Argument::Missing
}

/// What is given to a slot.
pub(super) fn slot(
    caller: &Caller<'_>,
    prop: &Prop,
    slot: &Slot,
    diagnostics: &mut Diagnostics,
) -> Argument {
    let private = private();
    let given: Vec<&Filling<TokenStream>> = caller
        .call
        .slots
        .iter()
        .filter(|filling| filling.name.text == prop.name)
        .collect();
    let views: Vec<TokenStream> = given
        .iter()
        .map(|filling| view(caller, prop, slot, filling, diagnostics))
        .collect();
    if slot.is_many {
        return Argument::Given(quote!(#private::Slots::new(&[#(#views),*])));
    }
    if let Some(second) = given.get(1) {
        diagnostics
            .error(
                second.name.area,
                format!("`<{}>` is given `<:{}>` already", caller.name(), prop.name),
            )
            .help("keep one of the two; a slot that may be given several times is a `Slots`");
    }
    if let Some(view) = views.into_iter().next() {
        return Argument::Given(option(prop, view));
    }
    if let Some(value) = caller.left_out(prop.need, &default_of(&prop.name)) {
        return Argument::Given(value);
    }
    missing(caller, prop, slot, diagnostics);
    Argument::Missing
}

fn missing(caller: &Caller<'_>, prop: &Prop, slot: &Slot, diagnostics: &mut Diagnostics) {
    if !caller.call.is_whole {
        return;
    }
    let name = &prop.name;
    let argument = if slot.has_argument { " let:value" } else { "" };
    diagnostics
        .error(
            caller.call.name.area,
            format!("`<{}>` needs the slot `{name}`", caller.name()),
        )
        .help(format!(
            "write `<:{name}{argument}>…</:{name}>` between its tags"
        ));
}

fn option(prop: &Prop, value: TokenStream) -> TokenStream {
    match prop.need {
        Need::Optional => quote!(::core::option::Option::Some(#value)),
        Need::Required | Need::Defaulted => value,
    }
}

/// One content of a slot, with the slot's attributes.
fn view(
    caller: &Caller<'_>,
    prop: &Prop,
    slot: &Slot,
    filling: &Filling<TokenStream>,
    diagnostics: &mut Diagnostics,
) -> TokenStream {
    let private = private();
    let renderer = Ident::new("renderer", Span::mixed_site());
    let content = &filling.content;
    if let Some(argument) = filling.argument.as_ref().filter(|_| !slot.has_argument) {
        let name = &prop.name;
        diagnostics
            .error(
                argument.span,
                format!("`<:{name}>` gives nothing that could have a name"),
            )
            .help(format!(
                "leave `let` out; a slot that gives a value is a `Slot<Type>`, shown by `@render({name}.with(value))`"
            ));
    }
    let closure = match &filling.argument {
        None => quote!(&|_, #renderer: &mut #private::Renderer<'_>| #content(#renderer)),
        Some(pattern) => {
            let renderer = &caller.renderer;
            let (place, _) = ends(pattern);
            let tokens = &pattern.tokens;
            let parameters = quote_spanned!(place=> #tokens);
            quote!(&|#parameters, #renderer: &mut #private::Renderer<'_>| { #content })
        }
    };
    let attributes = attributes(caller, prop, slot, filling, diagnostics);
    quote!(#private::SlotView::new(#closure, &#attributes))
}

/// The attributes of a slot, made where their type is known.
fn attributes(
    caller: &Caller<'_>,
    prop: &Prop,
    slot: &Slot,
    filling: &Filling<TokenStream>,
    diagnostics: &mut Diagnostics,
) -> TokenStream {
    let tag = format!(":{}", prop.name);
    for (index, attribute) in filling.attributes.iter().enumerate() {
        let name = &attribute.name.text;
        let before = &filling.attributes[..index];
        if !slot.attributes.iter().any(|known| known.name == *name) {
            unknown(&tag, slot, name, attribute.name.area, diagnostics);
        } else if before.iter().any(|before| before.name.text == *name) {
            given_twice(&tag, attribute, diagnostics);
        }
    }
    if slot.attributes.is_empty() {
        return quote!(());
    }
    let values = slot.attributes.iter().map(|known| {
        let given = filling.attributes.iter();
        let mut given = given.filter(|attribute| attribute.name.text == known.name);
        if let Some(attribute) = given.next() {
            let taker = taker_of_slot(&prop.name, &known.name);
            return values::value(caller, known, &taker, attribute, diagnostics).tokens();
        }
        let default = default_of_slot(&prop.name, &known.name);
        caller.left_out(known.need, &default).unwrap_or_else(|| {
            let message = format!("`<{tag}>` needs `{}`", known.signature());
            diagnostics
                .error(filling.name.area, message)
                .help(format!("write `{}`", props::example(known, &known.name)));
            Argument::Missing.tokens()
        })
    });
    let values: Vec<TokenStream> = values.collect();
    let (path, maker) = (&caller.call.path, maker_of(&prop.name));
    quote!(#path::#maker(#(#values),*))
}

fn unknown(tag: &str, slot: &Slot, name: &str, area: Area, diagnostics: &mut Diagnostics) {
    let known = slot.attributes.iter();
    let help = match nearest(name, known.clone().map(|known| known.name.as_str())) {
        Some(near) => format!("did you mean `{near}`?"),
        None => match listed(known) {
            Some(list) => format!("it takes {list}"),
            None => {
                format!("it takes none; they are declared above it, as in `#[slot({name}: &str)]`")
            }
        },
    };
    diagnostics
        .error(area, format!("`<{tag}>` has no attribute `{name}`"))
        .help(help);
}
