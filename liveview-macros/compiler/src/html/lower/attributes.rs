//! Attributes: which are slots and of what kind; the frames of `class` and `dj-style`. Addresses no child.

use super::builder::{Builder, slot};
use super::escape;
use crate::html::ast::{Attribute, Element, Expression, Piece, Value};
use crate::html::check::attributes::is_list;
use crate::html::check::events::{self, Lowered};
use crate::html::contexts;
use crate::html::plan::{Action, Kind, Part, Place, Slot, Step, Target};
use crate::html::vocabulary;

/// What an attribute's name makes of it.
enum Role {
    Plain,
    Class,
    Toggle,
    Style,
    /// `style=`, which was refused.
    Refused,
}

fn role(element: &Element, name: &str) -> Role {
    if name.starts_with("class:") {
        Role::Toggle
    } else if name.starts_with("style:") {
        Role::Style
    } else if name == "class" {
        Role::Class
    } else if name == "style" || contexts::refusal(element, name).is_some() {
        Role::Refused
    } else {
        Role::Plain
    }
}

impl<'t> Builder<'_, 't> {
    /// Lowers all attributes; gives those that never change.
    pub(super) fn attributes(
        &mut self,
        element: &'t Element,
        path: &[Step],
    ) -> Vec<(String, String)> {
        let mut fixed = Vec::new();
        let (mut classes_done, mut styles_done) = (false, false);
        for attribute in &element.attributes {
            match role(element, &attribute.name.text) {
                // Behind all others: the spread's classes follow.
                Role::Class | Role::Toggle if element.spread.is_some() => {}
                Role::Class | Role::Toggle if !classes_done => {
                    classes_done = true;
                    fixed.extend(self.classes(element, path));
                }
                Role::Style if !styles_done => {
                    styles_done = true;
                    self.styles(element, path);
                }
                Role::Class | Role::Toggle | Role::Style => {}
                Role::Refused => fixed.extend(self.refused(attribute)),
                Role::Plain => fixed.extend(self.plain(element, attribute, path)),
            }
        }
        // A submit before the script has loaded must not put the fields into the address.
        let is_bound_form = element.name.text == "form" && element.binding("dj-submit").is_some();
        if is_bound_form && element.attribute("method").is_none() {
            fixed.push(self.static_attribute("method", "post"));
        }
        // Nobody sees it before the view lives; the browser's half takes both away.
        let cloak = element.attribute("dj-cloak").map(|cloak| &cloak.value);
        if matches!(cloak, Some(Value::Bare)) && element.attribute("hidden").is_none() {
            fixed.push(self.static_attribute("hidden", ""));
        }
        // What happens elsewhere on the page is asked for by one selector.
        if events::hear_from_afar(element) {
            fixed.push(self.static_attribute("dj-far", ""));
        }
        if let Some(spread) = &element.spread {
            self.spread(element, spread, path, &mut fixed);
        }
        self.claim(events::claims(element, self.lowering.template));
        fixed
    }

    fn plain(
        &mut self,
        element: &Element,
        attribute: &Attribute,
        path: &[Step],
    ) -> Option<(String, String)> {
        let name = attribute.name.text.as_str();
        let binding = events::is_binding(name)
            .then(|| events::lower(attribute, self.lowering.template.handlers.as_ref()))
            .flatten();
        let parts = match (&attribute.value, binding) {
            (_, Some(Lowered::Fixed(text))) => return Some(self.static_attribute(name, &text)),
            (_, Some(Lowered::Called(binding))) => {
                self.named_slot(Kind::Attribute, path, name);
                self.act(Action::Binding(binding, name.to_owned()));
                return None;
            }
            (_, Some(Lowered::Changing(binding))) => vec![Part::Expression(binding)],
            (Value::Bare, None) => return Some(self.static_attribute(name, "")),
            (Value::Static(text), None) => return Some(self.static_attribute(name, &text.value)),
            (value, None) => parts(value),
        };
        let tag = element.name.text.as_str();
        let (kind, target) = if vocabulary::is_property(tag, name) {
            (Kind::Property, Target::Property(name.to_owned()))
        } else if let Some(address) = contexts::address(element, name) {
            (Kind::Attribute, Target::Url(address))
        } else {
            (Kind::Attribute, Target::Attribute(name.to_owned()))
        };
        self.named_slot(kind, path, name);
        // A single value may be absent and writes its attribute itself; a run of pieces is always there.
        let is_run = !matches!(parts[..], [Part::Expression(_)]);
        if is_run {
            self.markup.push_str(&format!(" {name}=\""));
        }
        self.act(Action::Value(parts, target));
        if is_run {
            self.markup.push('"');
        }
        None
    }

    /// `class="…"` with its tokens and toggles; static if nothing in it changes. A spread closes it.
    pub(super) fn classes(&mut self, element: &Element, path: &[Step]) -> Option<(String, String)> {
        let mut tokens = element.attribute("class").map(|attribute| &attribute.value);
        // A list was refused; rustc need not say so too.
        if let Some(Value::Expression(list)) = tokens
            && is_list(&list.tokens)
        {
            self.act(Action::Touch(list.clone()));
            tokens = None;
        }
        let toggles: Vec<(&str, &Expression)> = element
            .attributes
            .iter()
            .filter_map(|attribute| {
                match (&attribute.value, attribute.name.text.strip_prefix("class:")) {
                    (Value::Expression(condition), Some(token)) => Some((token, condition)),
                    _ => None,
                }
            })
            .collect();
        let fixed = match tokens {
            Some(Value::Static(text)) => text.value.as_str(),
            _ => "",
        };
        let is_slot = matches!(tokens, Some(Value::Expression(_) | Value::Interpolated(..)));
        if !is_slot && toggles.is_empty() && element.spread.is_none() {
            return Some(self.static_attribute("class", fixed));
        }
        self.markup.push_str(" class=\"");
        escape::attribute(fixed, &mut self.markup);
        if let Some(value) = tokens.filter(|_| is_slot) {
            self.named_slot(Kind::Classes, path, "");
            self.act(Action::Value(parts(value), Target::Classes));
        }
        for (token, condition) in toggles {
            self.named_slot(Kind::Class, path, token);
            self.act(Action::Toggle(token.to_owned(), condition.clone()));
        }
        if element.spread.is_none() {
            self.markup.push('"');
        }
        (!fixed.is_empty()).then(|| ("class".to_owned(), fixed.to_owned()))
    }

    /// `dj-style="…"`: the browser's half applies it through the CSSOM.
    fn styles(&mut self, element: &Element, path: &[Step]) {
        self.markup.push_str(" dj-style=\"");
        for attribute in &element.attributes {
            let Some(property) = attribute.name.text.strip_prefix("style:") else {
                continue;
            };
            self.named_slot(Kind::Style, path, property);
            let target = Target::Style(property.to_owned());
            self.act(Action::Value(parts(&attribute.value), target));
        }
        self.markup.push('"');
    }

    fn refused(&mut self, attribute: &Attribute) -> Option<(String, String)> {
        if let Value::Static(text) = &attribute.value {
            return Some(self.static_attribute(&attribute.name.text, &text.value));
        }
        for part in parts(&attribute.value) {
            if let Part::Expression(expression) = part {
                self.act(Action::Touch(expression));
            }
        }
        None
    }

    pub(super) fn named_slot(&mut self, kind: Kind, path: &[Step], name: &str) {
        self.slot(Slot {
            name: name.to_owned(),
            ..slot(kind, path, Place::Element)
        });
    }
}

fn parts(value: &Value) -> Vec<Part> {
    match value {
        Value::Bare => Vec::new(),
        Value::Static(text) => vec![Part::Text(text.value.clone())],
        Value::Expression(expression) => vec![Part::Expression(expression.clone())],
        Value::Interpolated(pieces, _) => pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => Part::Text(text.clone()),
                Piece::Expression(expression) => Part::Expression(expression.clone()),
            })
            .collect(),
    }
}
