//! Open tags: their name and where they end. Decides nothing about legality.

use proc_macro2::{Group, Span};

use super::attributes::Attributes;
use super::components::{self, Opened, Role};
use super::text::Unquoted;
use super::tokens::{Cursor, Token};
use super::{Parser, values};
use crate::diagnostics::Area;
use crate::html::ast::{Element, Expression, Name, Node, Text};

/// An open tag.
pub(super) struct Tag {
    /// What it opens, nothing in it yet.
    pub(super) opened: Opened,
    /// Whether it ends in `/>`.
    pub(super) closed: bool,
}

impl Parser<'_> {
    /// Parses `<name attributes>`; the cursor stands on `<`.
    pub(super) fn tag(&mut self, cursor: &mut Cursor) -> Option<Tag> {
        let start = cursor.span();
        cursor.skip(1);
        let before = cursor.rest().len();
        let Some(name) = any_name(cursor) else {
            self.diagnostics
                .error(start, "`<>` is no tag")
                .help("a template may have several roots: leave `<>` and `</>` out");
            cursor.skip(1);
            return None;
        };
        let length = before - cursor.rest().len();
        let path = match components::is_component(&name.text) {
            true => self.path(cursor, length, &name),
            false => None,
        };
        let mistakes = self.diagnostics.mistakes().len();
        let Attributes { named, spread } = self.attributes(cursor, &name);
        let closed = self.end_of_tag(cursor, &name);
        let is_whole = mistakes == self.diagnostics.mistakes().len();
        let role = match path {
            Some(path) => Role::Component { path, is_whole },
            None if name.text.starts_with(':') => Role::Slot,
            None => Role::Element,
        };
        let element = Element {
            name,
            attributes: named,
            spread,
            children: Vec::new(),
        };
        if !closed && matches!(element.name.text.as_str(), "script" | "style") {
            return self.raw_content(cursor, element);
        }
        Some(Tag {
            opened: Opened::new(element, role),
            closed,
        })
    }

    /// Takes `>` or `/>`; whether it was the latter.
    fn end_of_tag(&mut self, cursor: &mut Cursor, name: &Name) -> bool {
        let closed = cursor.is_mark(0, '/');
        if closed {
            cursor.skip(1);
        }
        if cursor.is_mark(0, '>') {
            cursor.skip(1);
        } else {
            self.diagnostics
                .error(name.area, format!("the tag `<{}` has no `>`", name.text))
                .help("write `>` behind its last attribute");
        }
        closed
    }

    /// The content of `script` and `style` is no HTML: everything up to the close tag is text or a brace group.
    fn raw_content(&mut self, cursor: &mut Cursor, mut element: Element) -> Option<Tag> {
        let tag = element.name.text.clone();
        while let Some(token) = cursor.peek(0).cloned() {
            let is_end = token.is_mark('<')
                && cursor.is_mark(1, '/')
                && cursor.peek(2).is_some_and(|token| token.is_word(&tag));
            if is_end {
                cursor.skip(3);
                if cursor.is_mark(0, '>') {
                    cursor.skip(1);
                }
                return Some(Tag {
                    opened: Opened::new(element, Role::Element),
                    closed: true,
                });
            }
            let is_alone =
                element.children.is_empty() && cursor.is_mark(1, '<') && cursor.is_mark(2, '/');
            let node = self.raw_piece(cursor, &token, is_alone);
            element.children.extend(node);
        }
        Some(Tag {
            opened: Opened::new(element, Role::Element),
            closed: false,
        })
    }

    /// A quoted text is a text only `is_alone`: among code, its quotes are the code's.
    fn raw_piece(&mut self, cursor: &mut Cursor, token: &Token, is_alone: bool) -> Option<Node> {
        let quoted = match token {
            Token::Literal(literal) if is_alone => values::quoted(literal),
            _ => None,
        };
        match (token, quoted) {
            (Token::Braces(group), _) => {
                cursor.skip(1);
                Some(Node::Expression(Expression {
                    tokens: group.stream(),
                    span: group.span(),
                }))
            }
            (_, Some(value)) => {
                cursor.skip(1);
                Some(Node::Text(Text {
                    value,
                    quoted: true,
                    area: token.span().into(),
                }))
            }
            _ => {
                let mut unquoted = Unquoted::default();
                unquoted.push(cursor, self.lexer, self.diagnostics);
                let mut node = None;
                unquoted.flush(&mut |text| node = Some(text));
                node
            }
        }
    }

    /// What stands in a brace group or behind `@render`; empty is a mistake.
    pub(super) fn expression(&mut self, group: &Group, spelling: &str) -> Option<Expression> {
        let expression = Expression {
            tokens: group.stream(),
            span: group.span(),
        };
        if self.is_foreign_block(group) {
            return None;
        }
        if expression.tokens.is_empty() {
            self.diagnostics
                .error(group.span(), format!("`{spelling}` shows nothing"))
                .help("write an expression in it; a brace as text is quoted: `\"{\"`");
            return None;
        }
        Some(expression)
    }
}

/// The name of any tag: an element's, a component's path, or a slot's with its colon.
pub(super) fn any_name(cursor: &mut Cursor) -> Option<Name> {
    match cursor.is_mark(0, ':') && cursor.word(1).is_some() {
        true => components::slot_name(cursor),
        false => name(cursor),
    }
}

/// A name as HTML spells it: words and numbers joined by `-`, `:` and `.` without white space.
pub(super) fn name(cursor: &mut Cursor) -> Option<Name> {
    let first = cursor.word(0)?.clone();
    cursor.skip(1);
    let mut text = first.to_string().trim_start_matches("r#").to_owned();
    let mut last: Span = first.span();
    while let Some(token) = cursor.peek(0).filter(|_| cursor.is_adjacent(0)) {
        match token {
            Token::Mark(mark) if matches!(mark.as_char(), '-' | ':' | '.') => {
                text.push(mark.as_char());
            }
            Token::Word(word) if text.ends_with(['-', ':', '.']) => {
                text.push_str(word.to_string().trim_start_matches("r#"));
            }
            Token::Literal(number) if text.ends_with(['-', ':', '.']) => {
                text.push_str(&number.to_string());
            }
            _ => break,
        }
        last = token.span();
        cursor.skip(1);
    }
    Some(Name {
        text,
        area: Area {
            first: first.span(),
            last,
        },
    })
}
