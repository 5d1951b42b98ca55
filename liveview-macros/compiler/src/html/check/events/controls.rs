//! What a control sends under its name, as far as the template says it. Knows no handlers.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::diagnostics::Area;
use crate::html::ast::{Element, Node, Value};
use crate::runtime_path::alias;

/// As the runtime's `Sends`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sends {
    Text,
    Number,
    Special,
    Tick,
    Value,
    Several,
    File,
    Key,
    State,
    Measure,
    Whole,
    Truth,
    Maybe,
}

impl Sends {
    /// The runtime's word for it.
    pub(super) fn tokens(self) -> TokenStream {
        let private = alias();
        let name = Ident::new(&format!("{self:?}"), Span::call_site());
        quote!(#private::Sends::#name)
    }
}

/// A value that stands in the template; none where the browser has its own for a control without one.
pub(super) struct Written {
    pub(super) text: Option<String>,
    pub(super) area: Area,
}

/// What kind of control an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Control {
    /// It sends this.
    Sends(Sends),
    /// It sends something: its type is decided at run time.
    Unknown,
    /// It is no control, or one that sends nothing.
    No,
}

/// What this element is.
pub(super) fn control(element: &Element) -> Control {
    let sends = match (element.name.text.as_str(), type_of(element)) {
        ("textarea", _) => Sends::Text,
        ("select", _) if element.spread.is_some() => return Control::Unknown,
        ("select", _) if element.attribute("multiple").is_some() => Sends::Several,
        ("select", _) => Sends::Value,
        ("input" | "button", Type::Dynamic) => return Control::Unknown,
        ("button", Type::Named("button" | "reset")) => return Control::No,
        ("button", _) => Sends::Value,
        ("input", Type::Named(kind)) => match kind {
            "number" | "range" => Sends::Number,
            "checkbox" => Sends::Tick,
            "radio" | "hidden" | "submit" => Sends::Value,
            "file" => Sends::File,
            "email" | "url" | "date" | "month" | "week" | "time" | "datetime-local" | "color" => {
                Sends::Special
            }
            "image" | "button" | "reset" => return Control::No,
            _ => Sends::Text,
        },
        ("input", Type::None) => Sends::Text,
        // An element of someone's own may be a control of a form.
        (tag, _) if tag.contains('-') => return Control::Unknown,
        _ => return Control::No,
    };
    Control::Sends(sends)
}

/// Whether it is a checkbox or a radio button, or may be one.
pub(super) fn may_be_ticked(element: &Element) -> bool {
    element.name.text == "input"
        && matches!(
            type_of(element),
            Type::Dynamic | Type::Named("checkbox" | "radio")
        )
}

/// Whether it is one of these for certain, or something that holds no text: its value is not what a person wrote.
pub(super) fn is_ticked(element: &Element) -> bool {
    element.name.text == "input" && matches!(type_of(element), Type::Named("checkbox" | "radio"))
}

enum Type {
    None,
    Named(&'static str),
    Dynamic,
}

fn type_of(element: &Element) -> Type {
    match element.attribute("type").map(|attribute| &attribute.value) {
        Some(Value::Static(text)) => Type::Named(known_type(&text.value)),
        Some(Value::Expression(_) | Value::Interpolated(..)) => Type::Dynamic,
        None if element.spread.is_some() => Type::Dynamic,
        Some(Value::Bare) | None => Type::None,
    }
}

/// The type in lower case; one that no browser knows is a text.
fn known_type(text: &str) -> &'static str {
    const TYPES: [&str; 21] = [
        "button",
        "checkbox",
        "color",
        "date",
        "datetime-local",
        "email",
        "file",
        "hidden",
        "image",
        "month",
        "number",
        "password",
        "radio",
        "range",
        "reset",
        "search",
        "submit",
        "tel",
        "time",
        "url",
        "week",
    ];
    let mut types = TYPES.into_iter();
    let known = types.find(|known| text.eq_ignore_ascii_case(known));
    known.unwrap_or("text")
}

/// The values that a person can choose or must take, where the template writes them.
pub(super) fn values(element: &Element) -> Vec<Written> {
    if element.name.text == "select" {
        let mut values = Vec::new();
        let may_be_empty = element.attribute("required").is_some();
        options(&element.children, may_be_empty, &mut values);
        return values;
    }
    let has_own = match control(element) {
        Control::Sends(Sends::Tick) => true,
        Control::Sends(Sends::Value) => matches!(type_of(element), Type::Named("radio")),
        _ => return Vec::new(),
    };
    match element.attribute("value").map(|attribute| &attribute.value) {
        Some(Value::Static(text)) => vec![Written {
            text: Some(text.value.clone()),
            area: text.area,
        }],
        None if has_own && element.spread.is_none() => vec![Written {
            text: None,
            area: element.name.area,
        }],
        _ => Vec::new(),
    }
}

/// The options of a `select`; an empty one that cannot be submitted is a prompt.
fn options(nodes: &[Node], may_be_empty: bool, values: &mut Vec<Written>) {
    for node in nodes {
        for body in node.bodies() {
            options(&body.nodes, may_be_empty, values);
        }
        let Node::Element(element) = node else {
            continue;
        };
        if element.name.text != "option" {
            options(&element.children, may_be_empty, values);
            continue;
        }
        let Some(written) = option(element) else {
            continue;
        };
        let is_empty = written.text.as_deref() == Some("");
        if !is_empty || !(may_be_empty || element.attribute("disabled").is_some()) {
            values.push(written);
        }
    }
}

/// An option's value: its attribute, else its text.
fn option(element: &Element) -> Option<Written> {
    if let Some(attribute) = element.attribute("value") {
        return match &attribute.value {
            Value::Static(text) => Some(Written {
                text: Some(text.value.clone()),
                area: text.area,
            }),
            Value::Bare => Some(Written {
                text: Some(String::new()),
                area: attribute.name.area,
            }),
            Value::Expression(_) | Value::Interpolated(..) => None,
        };
    }
    let mut text = String::new();
    let mut area = None;
    for node in &element.children {
        match node {
            Node::Text(piece) => {
                text.push_str(&piece.value);
                area = area.or((!piece.value.trim().is_empty()).then_some(piece.area));
            }
            Node::Comment(_) => {}
            _ => return None,
        }
    }
    let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    Some(Written {
        text: Some(text),
        area: area.unwrap_or(element.name.area),
    })
}
