//! The attributes of a tag, one by one, each recovering by itself. Decides nothing about legality.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};

use super::tokens::{Cursor, Token};
use super::{Parser, hints, tags, values};
use crate::diagnostics::Area;
use crate::html::ast::{Attribute, Expression, Name, Text, Value};
use crate::html::vocabulary::libraries;

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
                Token::Mark(mark) if mark.as_char() == '@' && hints::is_keyword(cursor.word(1)) => {
                    self.skip_block(cursor);
                }
                Token::Mark(_) | Token::Open(..) if self.is_theirs(cursor) => {}
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
        match self.value(cursor, &name) {
            Some(value) => Some(Attribute { name, value }),
            // Their laws would say again that it has none.
            None if name.text == "id" || name.text.starts_with("dj-") => None,
            None => Some(Attribute {
                name,
                value: Value::Bare,
            }),
        }
    }

    /// The value behind `=`; nothing where there is none, which is told.
    fn value(&mut self, cursor: &mut Cursor, name: &Name) -> Option<Value> {
        let value = match cursor.peek(0).cloned() {
            Some(Token::Braces(group)) => {
                cursor.skip(1);
                self.expression(&group, "={}")
                    .map_or(Value::Bare, Value::Expression)
            }
            Some(Token::Literal(literal)) if values::quoted(&literal).is_some() => {
                cursor.skip(1);
                self.quoted_value(&literal, values::quoted(&literal).unwrap_or_default())
            }
            Some(Token::Word(word)) if continues(cursor, 1) => {
                self.bare_expression(cursor, &word, name)
            }
            Some(token) if !token.is_mark('>') && !is_end(cursor) && !is_attribute(cursor) => {
                self.unquoted_value(cursor, name)
            }
            _ => {
                self.diagnostics
                    .error(name.area, format!("`{}=` has no value", name.text))
                    .help("write `=\"text\"` or `={expression}`, or leave `=` out");
                return None;
            }
        };
        Some(value)
    }

    /// A value as HTML also takes it: all up to the next white space.
    fn unquoted_value(&mut self, cursor: &mut Cursor, name: &Name) -> Value {
        let is_word = matches!(cursor.peek(0), Some(Token::Word(_)));
        let (written, area) = run(cursor, |_| false);
        let name = &name.text;
        // `'a'` is a character to Rust, and a quoted value to HTML.
        let text = written.trim_matches('\'').to_owned();
        let mut help = format!("write `{name}=\"{text}\"` for text");
        if is_word || text.parse::<f64>().is_ok() {
            help.push_str(&format!(", `{name}={{{text}}}` for an expression"));
        }
        self.diagnostics
            .error(
                area,
                format!("the value of `{name}` stands neither in double quotes nor in braces"),
            )
            .help(help);
        Value::Static(Text {
            value: text,
            quoted: true,
            area,
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

    /// Whether an attribute as another framework spells it stands here; it is told of, and taken.
    fn is_theirs(&mut self, cursor: &mut Cursor) -> bool {
        let starts = ['@', ':', '#', '*'];
        let is_name = match cursor.peek(0) {
            Some(Token::Mark(mark)) => starts.contains(&mark.as_char()) && cursor.word(1).is_some(),
            Some(Token::Open(..)) => true,
            _ => false,
        };
        if !is_name {
            return false;
        }
        let (name, area) = run(cursor, |token| token.is_mark('='));
        if cursor.is_mark(0, '=') {
            cursor.skip(1);
            match cursor.peek(0) {
                Some(Token::Literal(_) | Token::Braces(_)) => cursor.skip(1),
                _ => drop(run(cursor, |_| false)),
            }
        }
        self.diagnostics
            .error(area, format!("there is no attribute `{name}`"))
            .help(libraries::ours(&name));
        true
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
            .error(span, "a block cannot stand among attributes")
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

/// Whether the tag ends here.
fn is_end(cursor: &Cursor) -> bool {
    cursor.is_mark(0, '>') || (cursor.is_mark(0, '/') && cursor.is_mark(1, '>'))
}

/// Whether the next attribute begins here, behind white space: then the one before has no value.
fn is_attribute(cursor: &Cursor) -> bool {
    let mut ahead = 0;
    while let Some(token) = cursor.peek(ahead)
        && cursor.is_adjacent(ahead) == (ahead > 0)
    {
        match token {
            Token::Word(_) => {}
            Token::Mark(mark) if matches!(mark.as_char(), '-' | ':' | '.') => {}
            _ => return ahead > 0 && token.is_mark('='),
        }
        ahead += 1;
    }
    false
}

/// Takes the next token and all that touch it, up to the end of the tag or what ends it; gives them as written.
fn run(cursor: &mut Cursor, ends: impl Fn(&Token) -> bool) -> (String, Area) {
    let mut area = Area::from(cursor.span());
    let mut written = String::new();
    while let Some(token) = cursor.peek(0) {
        let is_first = written.is_empty();
        let is_over = ends(token) || matches!(token, Token::Braces(_)) || is_end(cursor);
        if is_over || !(is_first || cursor.is_adjacent(0)) {
            break;
        }
        written.push_str(&token.written());
        area.last = token.span();
        cursor.skip(1);
    }
    (written, area)
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
