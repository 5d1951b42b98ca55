//! What stands between two braces: nodes in a row, and the stack of open elements. Decides nothing about legality.

use proc_macro2::Span;

use super::components::Opened;
use super::text::Unquoted;
use super::tokens::{Cursor, Token};
use super::{DEEPEST, Lexer, Parser, hints, tags, values};
use crate::diagnostics::Area;
use crate::html::ast::{Comment, Element, Expression, Name, Node, Text};
use crate::html::vocabulary;

/// The tags that are open, outermost first, and the nodes outside them all.
#[derive(Default)]
pub(super) struct Open {
    outside: Vec<Node>,
    tags: Vec<Opened>,
}

impl Open {
    pub(super) fn push(&mut self, node: Node) {
        match self.tags.last_mut() {
            Some(tag) => tag.element.children.push(node),
            None => self.outside.push(node),
        }
    }

    /// The tag opened last.
    pub(super) fn innermost(&mut self) -> Option<&mut Opened> {
        self.tags.last_mut()
    }
}

impl Parser<'_> {
    /// Parses to the end of the tokens; what is still open there is closed and reported.
    pub(super) fn nodes(&mut self, cursor: &mut Cursor) -> Vec<Node> {
        let mut open = Open::default();
        let mut unquoted = Unquoted::default();
        while let Some(token) = cursor.peek(0).cloned() {
            if self.is_text(cursor, &token, &unquoted) {
                unquoted.push(cursor, self.lexer, self.diagnostics);
                continue;
            }
            unquoted.space(cursor);
            unquoted.flush(&mut open_sink(&mut open));
            self.node(cursor, token, &mut open);
        }
        unquoted.space(cursor);
        unquoted.flush(&mut open_sink(&mut open));
        while let Some(mut tag) = open.tags.pop() {
            self.report_unclosed(&tag.element, cursor.closing());
            tag.is_left_open();
            self.depth -= 1;
            self.close(tag, &mut open);
        }
        open.outside
    }

    fn is_text(&mut self, cursor: &Cursor, token: &Token, unquoted: &Unquoted) -> bool {
        match token {
            Token::Braces(_) => false,
            Token::Literal(literal) => values::quoted(literal).is_none(),
            Token::Mark(mark) if mark.as_char() == '<' => {
                !(cursor.is_adjacent(1)
                    && (cursor.word(1).is_some()
                        || (cursor.is_mark(1, ':') && cursor.word(2).is_some())
                        || ['!', '/', '>'].iter().any(|next| cursor.is_mark(1, *next))))
            }
            Token::Mark(mark) if mark.as_char() == '@' => {
                cursor.word(1).is_none()
                    || (unquoted.ends_in_text()
                        && cursor.is_touching()
                        && !hints::opens_block(cursor))
            }
            Token::Word(_) if !unquoted.ends_in_text() || cursor.gap(0).contains('\n') => {
                !self.is_bare_block(cursor)
            }
            _ => true,
        }
    }

    fn node(&mut self, cursor: &mut Cursor, token: Token, open: &mut Open) {
        match token {
            Token::Braces(group) => {
                cursor.skip(1);
                if let Some(expression) = self.expression(&group, "{}") {
                    open.push(Node::Expression(expression));
                }
            }
            Token::Literal(literal) => {
                cursor.skip(1);
                open.push(Node::Text(Text {
                    value: values::quoted(&literal).unwrap_or_default(),
                    quoted: true,
                    area: literal.span().into(),
                }));
            }
            Token::Mark(mark) if mark.as_char() == '@' => {
                let node = self.block(cursor);
                open.push(node);
            }
            Token::Mark(_) if cursor.is_mark(1, '!') => open.push(self.declaration(cursor)),
            Token::Mark(_) if cursor.is_mark(1, '/') => self.close_tag(cursor, open),
            Token::Mark(_) => self.open_tag(cursor, open),
            _ => {
                self.report_bare_block(cursor);
                let node = self.block_of_keyword(cursor);
                open.push(node);
            }
        }
    }

    fn open_tag(&mut self, cursor: &mut Cursor, open: &mut Open) {
        let Some(tag) = self.tag(cursor) else {
            return;
        };
        let tags::Tag { opened, closed } = tag;
        if closed || vocabulary::is_void(&opened.element.name.text) {
            self.close(opened, open);
        } else if self.depth >= DEEPEST {
            self.diagnostics
                .error(
                    opened.element.name.area,
                    format!("elements nest more than {DEEPEST} deep here"),
                )
                .help(
                    "move the inner part into a function of its own and show it with `@render(…)`",
                );
            self.close(opened, open);
        } else {
            self.depth += 1;
            open.tags.push(opened);
        }
    }

    /// Matches a close tag up the stack: if an outer element matches, the inner ones were left open.
    fn close_tag(&mut self, cursor: &mut Cursor, open: &mut Open) {
        let start = cursor.span();
        cursor.skip(2);
        let Some(name) = tags::any_name(cursor) else {
            self.diagnostics
                .error(start, "this close tag has no name")
                .help("write the name of the element it closes, as in `</p>`");
            if cursor.is_mark(0, '>') {
                cursor.skip(1);
            }
            return;
        };
        let area = Area {
            first: start,
            last: name.area.last,
        };
        self.end_of_close_tag(cursor, &name, area);
        let matching = open
            .tags
            .iter()
            .rposition(|tag| tag.element.name.text == name.text);
        let Some(matching) = matching else {
            let innermost = open.tags.last().map(|tag| &tag.element);
            self.report_stray(&name, area, innermost);
            return;
        };
        while open.tags.len() > matching {
            let is_match = open.tags.len() == matching + 1;
            let Some(mut tag) = open.tags.pop() else {
                break;
            };
            if !is_match {
                self.report_unclosed(&tag.element, Some(start));
                tag.is_left_open();
            }
            self.depth -= 1;
            self.close(tag, open);
        }
    }

    fn end_of_close_tag(&mut self, cursor: &mut Cursor, name: &Name, area: Area) {
        if cursor.is_mark(0, '>') {
            cursor.skip(1);
            return;
        }
        self.diagnostics
            .error(area, format!("the close tag `</{}` has no `>`", name.text))
            .help(format!("write `</{}>`, without attributes", name.text));
    }

    fn report_stray(&mut self, name: &Name, area: Area, innermost: Option<&Element>) {
        let tag = &name.text;
        if vocabulary::is_void(tag) {
            self.diagnostics
                .error(
                    area,
                    format!("`<{tag}>` cannot have children, so nothing closes it"),
                )
                .help(format!(
                    "remove `</{tag}>`, and put what stands before it after `<{tag}>`"
                ));
            return;
        }
        let mistake = self.diagnostics.error(
            area,
            format!("`</{tag}>` closes nothing: no `<{tag}>` is open here"),
        );
        match innermost {
            Some(element) => mistake.help(format!(
                "the innermost open element is `<{0}>`: write `</{0}>`, or open `<{tag}>` first",
                element.name.text
            )),
            None => mistake.help(format!("remove `</{tag}>`, or open `<{tag}>` before it")),
        };
    }

    /// `found` stands where a close tag was due; nothing where the macro ends, which has no place.
    fn report_unclosed(&mut self, element: &Element, found: Option<Span>) {
        let tag = &element.name.text;
        let last = element.children.iter().rev().find(|node| !is_space(node));
        let ends_in_text = match last {
            Some(Node::Text(text)) => {
                let line = text.area.last.end().line;
                self.lexer == Lexer::Rusts
                    && !text.quoted
                    && found.is_none_or(|found| line < found.end().line)
            }
            _ => false,
        };
        let mistake = self
            .diagnostics
            .error(element.name.area, format!("`<{tag}>` is never closed"));
        if ends_in_text {
            mistake.help(format!(
                "write `</{tag}>`; if it is there, `//` in the text before it has made it a Rust comment: quote such text"
            ));
        } else {
            mistake.help(format!("write `</{tag}>` where it ends"));
        }
    }

    /// `<!-- … -->` or `<!doctype html>`.
    fn declaration(&mut self, cursor: &mut Cursor) -> Node {
        let first = cursor.span();
        cursor.skip(2);
        if cursor.is_mark(0, '-') && cursor.is_mark(1, '-') {
            cursor.skip(2);
            return self.comment(cursor, first);
        }
        let is_doctype = cursor
            .word(0)
            .is_some_and(|word| word.to_string().eq_ignore_ascii_case("doctype"));
        while cursor.peek(0).is_some_and(|token| !token.is_mark('>')) {
            cursor.skip(1);
        }
        let area = Area {
            first,
            last: cursor.span(),
        };
        cursor.skip(1);
        if is_doctype {
            return Node::Doctype(area);
        }
        self.diagnostics
            .error(area, "this declaration is neither a comment nor a doctype")
            .help("write `<!-- … -->` or `<!doctype html>`");
        Node::Refused(Vec::new())
    }

    fn comment(&mut self, cursor: &mut Cursor, first: Span) -> Node {
        let mut slots = Vec::new();
        loop {
            if cursor.is_mark(0, '-') && cursor.is_mark(1, '-') && cursor.is_mark(2, '>') {
                cursor.skip(3);
                return Node::Comment(Comment { slots });
            }
            match cursor.bump() {
                Some(Token::Braces(group)) => slots.push(Expression {
                    tokens: group.stream(),
                    span: group.span(),
                }),
                Some(_) => {}
                None => break,
            }
        }
        self.diagnostics
            .error(first, "this comment never ends")
            .help("write `-->` where it ends, or use `//` for a comment to the end of the line");
        Node::Comment(Comment { slots })
    }
}

fn open_sink(open: &mut Open) -> impl FnMut(Node) {
    |node| open.push(node)
}

fn is_space(node: &Node) -> bool {
    matches!(node, Node::Text(text) if !text.quoted && text.value.trim().is_empty())
}
