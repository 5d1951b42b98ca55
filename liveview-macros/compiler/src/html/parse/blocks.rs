//! `@`-blocks. Headers are split by tokens; bodies are templates. Decides nothing about legality.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::quote;

use super::tokens::{Cursor, Token};
use super::{DEEPEST, Parser, hints, split};
use crate::html::ast::{Body, Expression, For, If, Key, Let, Match, Node};

impl Parser<'_> {
    /// Parses a block; the cursor stands on `@`.
    pub(super) fn block(&mut self, cursor: &mut Cursor) -> Node {
        cursor.skip(1);
        self.block_of_keyword(cursor)
    }

    /// Parses a block; the cursor stands on its keyword.
    pub(super) fn block_of_keyword(&mut self, cursor: &mut Cursor) -> Node {
        let Some(Token::Word(keyword)) = cursor.bump() else {
            return Node::Refused(Vec::new());
        };
        let span = keyword.span();
        let spelling = keyword.to_string();
        match self.meant(&keyword).unwrap_or(&spelling) {
            "if" => self.conditional(cursor, span),
            "match" => self.matching(cursor, span),
            "for" => self.repetition(cursor, span),
            "let" => self.binding(cursor, span),
            "render" => self.shown(cursor, span, "@render", Node::Render),
            "html" => self.shown(cursor, span, "@html", Node::Html),
            _ => self.refused_block(cursor, &keyword),
        }
    }

    fn conditional(&mut self, cursor: &mut Cursor, span: Span) -> Node {
        let mut arms = Vec::new();
        let mut otherwise = None;
        let mut keyword = span;
        loop {
            let mut condition = split::condition(cursor);
            let body = self.body(cursor, keyword, &mut condition, "@if condition { … }");
            if condition.is_empty() {
                condition = quote!(false);
            }
            arms.push((condition, body));
            if !self.continues(cursor, "else") {
                break;
            }
            keyword = cursor.previous();
            if !cursor.peek(0).is_some_and(|token| token.is_word("if")) {
                otherwise = Some(self.plain_body(cursor, keyword, "@else { … }"));
                break;
            }
            cursor.skip(1);
        }
        Node::If(If {
            arms,
            otherwise,
            span,
        })
    }

    fn matching(&mut self, cursor: &mut Cursor, span: Span) -> Node {
        let scrutinee = split::expression(cursor);
        let shape = "@match value { pattern => { … } }";
        let group = self.braces(cursor, span, shape);
        if scrutinee.is_empty() {
            self.diagnostics
                .error(span, "`@match` matches nothing")
                .help(format!("write `{shape}`"));
            return Node::Refused(Vec::new());
        }
        let mut arms = Vec::new();
        if let Some(group) = group {
            let mut cursor = Cursor::of_group(&group);
            while cursor.peek(0).is_some() {
                arms.extend(self.arm(&mut cursor));
            }
        }
        Node::Match(Match {
            scrutinee,
            arms,
            span,
        })
    }

    fn arm(&mut self, cursor: &mut Cursor) -> Option<(TokenStream, Body)> {
        let start = cursor.span();
        let pattern = split::pattern_to_arrow(cursor);
        if cursor.peek(0).is_none() {
            self.diagnostics
                .error(start, "this arm has no `=>`")
                .help("write `pattern => { … }`");
            return None;
        }
        let arrow = cursor.span();
        cursor.skip(2);
        if matches!(cursor.peek(0), Some(Token::Braces(_))) {
            let body = self.plain_body(cursor, arrow, "pattern => { … }");
            if cursor.is_mark(0, ',') {
                cursor.skip(1);
            }
            return Some((pattern, body));
        }
        self.diagnostics
            .error(cursor.span(), "the body of an arm stands in braces")
            .help("write `pattern => { … }`; the braces hold a template, or nothing");
        split::take_while(cursor, |_, token| !token.is_mark(','));
        cursor.skip(1);
        None
    }

    fn repetition(&mut self, cursor: &mut Cursor, span: Span) -> Node {
        const SHAPE: &str = "@for pattern in expression; key expression { … }";
        let pattern = split::pattern_to_in(cursor);
        if cursor.peek(0).is_some_and(|token| token.is_word("in")) {
            cursor.skip(1);
        } else {
            self.diagnostics
                .error(span, "`@for` has no `in`")
                .help(format!("write `{SHAPE}`"));
            split::expression(cursor);
            self.key(cursor);
            self.braces(cursor, span, SHAPE);
            return Node::Refused(Vec::new());
        }
        let mut iterable = split::expression(cursor);
        let key = self.key(cursor);
        let body = self.body(cursor, span, &mut iterable, SHAPE);
        if iterable.is_empty() {
            return Node::Refused(Vec::new());
        }
        let empty = if self.continues(cursor, "empty") {
            let keyword = cursor.previous();
            Some(self.plain_body(cursor, keyword, "@empty { … }"))
        } else {
            None
        };
        Node::For(Box::new(For {
            pattern,
            iterable,
            key,
            body,
            empty,
            span,
        }))
    }

    fn key(&mut self, cursor: &mut Cursor) -> Key {
        if !cursor.is_mark(0, ';') {
            return Key::Missing;
        }
        cursor.skip(1);
        let span = cursor.span();
        let word = cursor.word(0).map(ToString::to_string);
        match word.as_deref() {
            Some("unkeyed") => {
                cursor.skip(1);
                Key::Unkeyed
            }
            Some("key") => {
                cursor.skip(1);
                let tokens = split::expression(cursor);
                if tokens.is_empty() {
                    self.diagnostics
                        .error(span, "`key` names nothing")
                        .help("write what tells rows apart, as in `; key row.id`");
                    return Key::Unkeyed;
                }
                Key::By(Expression { tokens, span })
            }
            _ => {
                self.diagnostics
                    .error(span, "behind `;` stands how rows are told apart")
                    .help("write `; key row.id`, or `; unkeyed` if rows never move");
                split::expression(cursor);
                Key::Unkeyed
            }
        }
    }

    fn binding(&mut self, cursor: &mut Cursor, span: Span) -> Node {
        let tokens: TokenStream = split::take_while(cursor, |_, token| !token.is_mark(';'))
            .into_iter()
            .collect();
        if cursor.is_mark(0, ';') {
            cursor.skip(1);
            return Node::Let(Let { tokens, span });
        }
        self.diagnostics
            .error(span, "this `@let` never ends")
            .help("write `@let pattern = expression;`");
        Node::Refused(Vec::new())
    }

    /// `@render(expression)` or `@html(expression)`.
    fn shown(
        &mut self,
        cursor: &mut Cursor,
        span: Span,
        block: &str,
        node: fn(Expression) -> Node,
    ) -> Node {
        if let Some(Token::Open(group, _)) = cursor.peek(0).cloned() {
            cursor.bump_tree();
            return self
                .expression(&group, &format!("{block}()"))
                .map_or(Node::Refused(Vec::new()), node);
        }
        let what = match block {
            "@html" => "HTML that is vouched for, as `TrustedHtml`",
            _ => "a fragment, or an iterator of fragments",
        };
        self.diagnostics
            .error(span, format!("`{block}` shows nothing"))
            .help(format!("write `{block}(expression)`: {what}"));
        Node::Refused(Vec::new())
    }

    /// Whether `@word` (or, with an answer, just `word`) goes on with the block; takes it.
    fn continues(&mut self, cursor: &mut Cursor, word: &str) -> bool {
        let is_word = |ahead: usize| cursor.peek(ahead).is_some_and(|token| token.is_word(word));
        if cursor.is_mark(0, '@') && is_word(1) {
            cursor.skip(2);
            return true;
        }
        let is_bare = is_word(0)
            && match cursor.peek(1) {
                Some(Token::Braces(group)) => hints::is_template(group),
                Some(token) => word == "else" && token.is_word("if"),
                None => false,
            };
        if is_bare {
            self.report_bare_block(cursor);
            cursor.skip(1);
        }
        is_bare
    }

    /// The body behind a header, which must not be empty.
    fn body(
        &mut self,
        cursor: &mut Cursor,
        keyword: Span,
        header: &mut TokenStream,
        shape: &str,
    ) -> Body {
        if header.is_empty() {
            self.diagnostics
                .error(
                    keyword,
                    "nothing stands between this keyword and its braces",
                )
                .help(format!("write `{shape}`"));
        }
        if let (Some(Token::Braces(group)), next) = (cursor.peek(0), cursor.peek(1))
            && split::is_struct_literal(header, group, next)
        {
            header.extend([TokenTree::Group(group.clone())]);
            *header = quote!((#header));
            self.diagnostics
                .error(group.span(), "these braces are taken for the block's body")
                .help("a struct literal in a header stands in parentheses: `(Name { … })`");
            cursor.skip(1);
        }
        self.plain_body(cursor, keyword, shape)
    }

    fn plain_body(&mut self, cursor: &mut Cursor, keyword: Span, shape: &str) -> Body {
        let Some(group) = self.braces(cursor, keyword, shape) else {
            return Body {
                nodes: Vec::new(),
                span: keyword,
            };
        };
        if self.depth >= DEEPEST {
            self.diagnostics
                .error(
                    keyword,
                    format!("blocks nest more than {DEEPEST} deep here"),
                )
                .help(
                    "move the inner part into a function of its own and show it with `@render(…)`",
                );
            return Body {
                nodes: Vec::new(),
                span: group.span(),
            };
        }
        self.depth += 1;
        let nodes = self.nodes(&mut Cursor::of_group(&group));
        self.depth -= 1;
        Body {
            nodes,
            span: group.span(),
        }
    }

    fn braces(&mut self, cursor: &mut Cursor, keyword: Span, shape: &str) -> Option<Group> {
        if let Some(Token::Braces(group)) = cursor.peek(0).cloned() {
            cursor.skip(1);
            return Some(group);
        }
        self.diagnostics
            .error(keyword, "this block has no body")
            .help(format!("write `{shape}`"));
        None
    }
}
