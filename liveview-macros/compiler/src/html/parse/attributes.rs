//! The attributes of a tag, one by one, each recovering by itself. Decides nothing about legality.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

use super::tokens::{Cursor, Token};
use super::{Parser, tags, values};
use crate::diagnostics::Area;
use crate::html::ast::{Attribute, Expression, Name, Text, Value};

/// What stands in a tag behind its name.
#[derive(Default)]
pub(super) struct Attributes {
    pub(super) named: Vec<Attribute>,
    pub(super) spread: Option<Expression>,
}

impl Parser<'_> {
    /// Parses up to, not over, the end of the tag.
    pub(super) fn attributes(&mut self, cursor: &mut Cursor, tag: &Name) -> Attributes {
        let mut attributes = Attributes::default();
        while let Some(token) = cursor.peek(0).cloned() {
            match token {
                Token::Mark(mark) if matches!(mark.as_char(), '>' | '<') => break,
                Token::Mark(mark) if mark.as_char() == '/' && cursor.is_mark(1, '>') => break,
                Token::Word(_) => attributes.named.extend(self.attribute(cursor)),
                Token::Braces(group) => {
                    cursor.skip(1);
                    self.nameless(&group, tag, &mut attributes);
                }
                Token::Mark(mark) if mark.as_char() == '@' => self.skip_block(cursor),
                other => {
                    self.diagnostics
                        .error(other.span(), "this is no attribute")
                        .help("attributes are written `name=\"text\"`, `name={expression}` or just `name`");
                    cursor.bump_tree();
                }
            }
        }
        attributes
    }

    fn attribute(&mut self, cursor: &mut Cursor) -> Option<Attribute> {
        let name = tags::name(cursor)?;
        if cursor.is_mark(0, '?') && cursor.is_mark(1, '=') {
            self.diagnostics
                .error(cursor.span(), "`?` is not needed")
                .help("an attribute whose value is `None` or `false` is left out by itself: write `=`");
            cursor.skip(1);
        }
        if !cursor.is_mark(0, '=') {
            return Some(Attribute {
                name,
                value: Value::Bare,
            });
        }
        cursor.skip(1);
        let value = self.value(cursor, &name);
        Some(Attribute { name, value })
    }

    fn value(&mut self, cursor: &mut Cursor, name: &Name) -> Value {
        match cursor.peek(0).cloned() {
            Some(Token::Braces(group)) => {
                cursor.skip(1);
                self.expression(&group, "={}")
                    .map_or(Value::Bare, Value::Expression)
            }
            Some(Token::Literal(literal)) => {
                cursor.skip(1);
                match values::quoted(&literal) {
                    Some(text) => self.quoted_value(&literal, text),
                    None => self.unquoted_value(&literal.to_string(), literal.span(), name),
                }
            }
            Some(Token::Word(word)) if continues(cursor, 1) => {
                self.bare_expression(cursor, &word, name)
            }
            Some(Token::Word(word)) => {
                cursor.skip(1);
                self.unquoted_value(&word.to_string(), word.span(), name)
            }
            _ => {
                self.diagnostics
                    .error(name.area, format!("`{}=` has no value", name.text))
                    .help("write `=\"text\"` or `={expression}`, or leave `=` out");
                Value::Bare
            }
        }
    }

    fn unquoted_value(&mut self, text: &str, span: Span, name: &Name) -> Value {
        let name = &name.text;
        self.diagnostics
            .error(
                span,
                format!("the value of `{name}` stands neither in quotes nor in braces"),
            )
            .help(format!(
                "write `{name}=\"{text}\"` for text, `{name}={{{text}}}` for an expression"
            ));
        Value::Static(Text {
            value: text.to_owned(),
            quoted: true,
            area: span.into(),
        })
    }

    /// `value=self.query`: all of it is the expression that lacks its braces.
    fn bare_expression(&mut self, cursor: &mut Cursor, first: &Ident, name: &Name) -> Value {
        let mut tokens: Vec<TokenTree> = cursor.bump_tree().into_iter().collect();
        let mut written = first.to_string();
        while continues(cursor, 0) {
            let is_call = matches!(cursor.peek(2), Some(Token::Open(..))) && cursor.is_adjacent(2);
            for _ in 0..2 + usize::from(is_call) {
                let token = cursor.bump_tree();
                written.extend(token.as_ref().map(ToString::to_string));
                tokens.extend(token);
            }
        }
        let area = Area {
            first: first.span(),
            last: cursor.previous(),
        };
        let name = &name.text;
        self.diagnostics
            .error(
                area,
                format!("the value of `{name}` stands without its braces"),
            )
            .help(format!("write `{name}={{{written}}}`"));
        Value::Expression(Expression {
            tokens: tokens.into_iter().collect(),
            span: first.span(),
        })
    }

    /// `{..attributes}`.
    fn nameless(&mut self, group: &Group, tag: &Name, attributes: &mut Attributes) {
        let Some(spread) = spread(group) else {
            self.diagnostics
                .error(
                    group.span(),
                    format!("braces in `<{}>` stand without a name", tag.text),
                )
                .help("write an attribute by its name: `name={expression}`; `{..attributes}` writes all of a value of the type `Attributes`");
            return;
        };
        if spread.tokens.is_empty() {
            self.diagnostics
                .error(group.span(), "`{..}` spreads nothing")
                .help("write a value of the type `Attributes` behind the dots: `{..attributes}`");
        } else if attributes.spread.is_some() {
            self.diagnostics
                .error(
                    group.span(),
                    format!("`<{}>` already spreads attributes", tag.text),
                )
                .help("join the two: `{..one.merged(&other)}`");
        } else {
            attributes.spread = Some(spread);
        }
    }

    fn skip_block(&mut self, cursor: &mut Cursor) {
        let span = cursor.span();
        self.diagnostics
            .error(span, "blocks cannot stand among attributes yet")
            .help("give the attribute an `Option`, as in `aria-current={current.then_some(\"page\")}`");
        while let Some(token) = cursor.peek(0).filter(|token| !token.is_mark('>')) {
            let is_body = matches!(token, Token::Braces(_));
            cursor.skip(1);
            if is_body {
                break;
            }
        }
    }
}

/// Whether a field or a method is named here, right behind what was before.
fn continues(cursor: &Cursor, ahead: usize) -> bool {
    cursor.is_mark(ahead, '.')
        && cursor.word(ahead + 1).is_some()
        && cursor.is_adjacent(ahead)
        && cursor.is_adjacent(ahead + 1)
}

/// What follows two dots at the start of the braces.
fn spread(group: &Group) -> Option<Expression> {
    let mut tokens = group.stream().into_iter();
    for _ in 0..2 {
        match tokens.next()? {
            TokenTree::Punct(dot) if dot.as_char() == '.' => {}
            _ => return None,
        }
    }
    Some(Expression {
        tokens: tokens.collect::<TokenStream>(),
        span: group.span(),
    })
}
