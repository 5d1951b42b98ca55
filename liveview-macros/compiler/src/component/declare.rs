//! From what was understood of a component to what its calls know of it. Decides nothing.

use syn::GenericParam;

use super::declaration::{self, Declaration, Need, Prop};
use super::facts::Facts;
use super::kinds;
use super::model::{Item, Parameter, Role, SlotAttribute};
use crate::names::{spelt, unraw};

/// What a call knows of this component.
pub(super) fn declare(item: &Item, parameters: &[Parameter], facts: &Facts) -> Declaration {
    let props = parameters
        .iter()
        .enumerate()
        .map(|(number, parameter)| Prop {
            name: unraw(&parameter.name),
            kind: spelt(&parameter.kind),
            need: match (&parameter.default, &parameter.role) {
                (Some(_), _) => Need::Defaulted,
                (None, Role::Rest | Role::Slot { is_many: true, .. }) => Need::Optional,
                (None, _) => need(&parameter.kind),
            },
            role: role(item, number, parameter, facts),
        });
    Declaration {
        is_broken: false,
        generics: item
            .signature
            .generics
            .params
            .iter()
            .filter_map(told_by_values)
            .collect(),
        is_one_element: facts.is_one_element,
        is_fieldless: facts.is_fieldless,
        roots: facts.roots,
        props: props.collect(),
    }
}

fn told_by_values(parameter: &GenericParam) -> Option<String> {
    match parameter {
        GenericParam::Type(kind) => Some(kind.ident.to_string()),
        GenericParam::Const(constant) => Some(constant.ident.to_string()),
        GenericParam::Lifetime(_) => None,
    }
}

fn need(kind: &syn::Type) -> Need {
    match kinds::option_of(kind) {
        Some(_) => Need::Optional,
        None => Need::Required,
    }
}

fn role(item: &Item, number: usize, parameter: &Parameter, facts: &Facts) -> declaration::Role {
    match &parameter.role {
        Role::Value => declaration::Role::Value,
        Role::Rest => declaration::Role::Rest(facts.spread_on.clone()),
        Role::Binding => {
            let body = item.body.stream();
            declaration::Role::Binding(facts.supplied(number, &parameter.name, &body))
        }
        Role::Children => declaration::Role::Children(facts.places(number)),
        Role::Slot {
            is_many,
            has_argument,
            attributes,
        } => declaration::Role::Slot(declaration::Slot {
            is_many: *is_many,
            has_argument: *has_argument,
            attributes: attributes.iter().map(slot_attribute).collect(),
            places: facts.places(number),
        }),
    }
}

fn slot_attribute(attribute: &SlotAttribute) -> Prop {
    let inner = kinds::option_of(&attribute.kind).unwrap_or(&attribute.kind);
    Prop {
        name: unraw(&attribute.name),
        kind: spelt(&attribute.kind),
        need: match attribute.default {
            Some(_) => Need::Defaulted,
            None => need(&attribute.kind),
        },
        role: match kinds::is(inner, "Binding") {
            true => declaration::Role::Binding(None),
            false => declaration::Role::Value,
        },
    }
}
