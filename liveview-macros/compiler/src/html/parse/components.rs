//! Tags of components and of their slots: which they are, and what becomes of them when they close. Knows no declaration.

use proc_macro2::TokenStream;

use super::Parser;
use super::nodes::Open;
use super::tokens::{Cursor, Token};
use crate::diagnostics::Area;
use crate::html::ast::{
    Attribute, Body, Component, Element, Expression, Name, Node, SlotContent, Value,
};
use crate::names::ident;

/// A tag that stands open, with what has been found in it.
pub(super) struct Opened {
    /// Its name, its attributes, what stands in it.
    pub(super) element: Element,
    /// What it is the tag of.
    pub(super) role: Role,
    /// Of a component: the slots found in it.
    slots: Vec<SlotContent>,
}

/// What a tag is the tag of.
pub(super) enum Role {
    /// An element of HTML.
    Element,
    /// A component, by its path.
    Component {
        /// The path's tokens.
        path: TokenStream,
        /// Whether nothing was wrong with the tag.
        is_whole: bool,
    },
    /// What is given to a slot of the component around.
    Slot,
}

impl Opened {
    /// A tag of this role, opened just now.
    pub(super) fn new(element: Element, role: Role) -> Self {
        Opened {
            element,
            role,
            slots: Vec::new(),
        }
    }

    /// It was never closed: what a component needs may still be to come.
    pub(super) fn is_left_open(&mut self) {
        if let Role::Component { is_whole, .. } = &mut self.role {
            *is_whole = false;
        }
    }
}

/// Whether a tag of this name is a component's: the last name of its path begins with a capital.
pub(super) fn is_component(name: &str) -> bool {
    let last = name.rsplit("::").next().unwrap_or_default();
    name.contains("::") || last.starts_with(char::is_uppercase)
}

impl Parser<'_> {
    /// The path that a component's tag was read from, `length` tokens ago; nothing where it is none.
    pub(super) fn path(
        &mut self,
        cursor: &Cursor,
        length: usize,
        name: &Name,
    ) -> Option<TokenStream> {
        let spelling = &name.text;
        if syn::parse_str::<syn::Path>(spelling).is_err() {
            self.diagnostics
                .error(
                    name.area,
                    format!("`<{spelling}>` is neither an element nor a component"),
                )
                .help(
                    "an element's name is written in lower case; a component's is a path of Rust, as in `<Card>` or `<ui::Card>`",
                );
            return None;
        }
        Some(cursor.behind(length).iter().map(Token::tree).collect())
    }

    /// Ends a tag: what it has become goes to what stands around it.
    pub(super) fn close(&mut self, opened: Opened, open: &mut Open) {
        let Opened {
            element,
            role,
            slots,
        } = opened;
        match role {
            Role::Element => open.push(Node::Element(element)),
            Role::Component { path, is_whole } => {
                let span = element.name.area.first;
                open.push(Node::Component(Box::new(Component {
                    path,
                    name: element.name,
                    attributes: element.attributes,
                    spread: element.spread,
                    content: Body {
                        nodes: element.children,
                        span,
                    },
                    slots,
                    is_whole,
                })));
            }
            Role::Slot => {
                let slot = self.slot_content(element);
                match open.innermost() {
                    Some(around) if matches!(around.role, Role::Component { .. }) => {
                        around.slots.push(slot);
                    }
                    _ => self.misplaced(slot, open),
                }
            }
        }
    }

    fn slot_content(&mut self, element: Element) -> SlotContent {
        let Element {
            mut name,
            attributes,
            spread,
            children,
        } = element;
        let span = name.area.first;
        name.text.remove(0);
        if let Some(spread) = spread {
            self.diagnostics
                .error(spread.span, format!("`<:{}>` passes no attributes on", name.text))
                .help("write the slot's own attributes by name; what an element is to have, write on it");
        }
        let mut argument = None;
        let mut others = Vec::new();
        for attribute in attributes {
            match attribute.name.text.strip_prefix("let") {
                Some(named) if named.is_empty() || named.starts_with(':') => {
                    let found = self.argument(&attribute, named.trim_start_matches(':'));
                    self.one_argument(&attribute, argument.is_some());
                    argument = argument.or(found);
                }
                _ => others.push(attribute),
            }
        }
        SlotContent {
            name,
            attributes: others,
            argument,
            content: Body {
                nodes: children,
                span,
            },
        }
    }

    /// `let:row` or `let={pattern}`.
    fn argument(&mut self, attribute: &Attribute, named: &str) -> Option<Expression> {
        let area = attribute.name.area;
        match &attribute.value {
            Value::Expression(pattern) if named.is_empty() => return Some(pattern.clone()),
            Value::Bare if syn::parse_str::<syn::Ident>(named).is_ok() => {
                let name = ident(named, area.last);
                return Some(Expression {
                    tokens: quote::quote!(#name),
                    span: area.last,
                });
            }
            _ => {}
        }
        self.diagnostics
            .error(
                area,
                format!(
                    "`{}` does not name what the slot gives",
                    attribute.name.text
                ),
            )
            .help("write `let:row`, or `let={pattern}` for a pattern");
        None
    }

    fn one_argument(&mut self, attribute: &Attribute, is_second: bool) {
        if is_second {
            self.diagnostics
                .error(attribute.name.area, "a slot gives one value, which has its name already")
                .help("keep one `let`; a tuple is taken apart by a pattern, as in `let={(index, row)}`");
        }
    }

    /// A slot outside of a component: what stands in it is looked at, unless it speaks of what nobody gives.
    fn misplaced(&mut self, slot: SlotContent, open: &mut Open) {
        let name = &slot.name.text;
        self.diagnostics
            .error(
                slot.name.area,
                format!("`<:{name}>` stands in no component"),
            )
            .help(format!(
                "a slot is given directly between the tags of a component: `<Card><:{name}>…</:{name}></Card>`"
            ));
        if slot.argument.is_none() {
            slot.content
                .nodes
                .into_iter()
                .for_each(|node| open.push(node));
        }
    }
}

/// The name of a slot's tag, its colon in front; the cursor stands on the colon.
pub(super) fn slot_name(cursor: &mut Cursor) -> Option<Name> {
    let first = cursor.span();
    cursor.skip(1);
    let name = super::tags::name(cursor)?;
    Some(Name {
        text: format!(":{}", name.text),
        area: Area {
            first,
            last: name.area.last,
        },
    })
}
