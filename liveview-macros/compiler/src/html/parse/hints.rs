//! Spellings of other languages, recognised to be answered in ours. Parses no template.

use proc_macro2::{Group, Ident, TokenTree};

use super::Parser;
use super::tokens::{Cursor, Token};
use crate::html::ast::{Expression, Node};
use crate::names::nearest;

/// All that may stand behind `@`.
const BLOCKS: [&str; 6] = ["if", "match", "for", "let", "render", "html"];

/// What may stand behind `@` in other places.
const ELSEWHERE: [&str; 3] = ["else", "empty", "allow"];

/// The keywords that open a block when `@` stands before them.
const KEYWORDS: [&str; 3] = ["if", "for", "match"];

impl Parser<'_> {
    /// Whether the text that begins here is `for row in rows { <li>…` without its `@`. Prose with a slot in it is not.
    pub(super) fn is_bare_block(&self, cursor: &Cursor) -> bool {
        let Some(keyword) = cursor.word(0).map(ToString::to_string) else {
            return false;
        };
        if !KEYWORDS.contains(&keyword.as_str()) {
            return false;
        }
        let header = cursor
            .rest()
            .iter()
            .enumerate()
            .find_map(|(index, token)| match token {
                Token::Braces(group) => Some(Ok((index, group))),
                Token::Mark(mark) if mark.as_char() == '@' => Some(Err(())),
                _ => None,
            });
        let Some(Ok((length, body))) = header else {
            return false;
        };
        match keyword.as_str() {
            "match" => has_arms(body),
            "for" => {
                cursor.rest()[..length]
                    .iter()
                    .any(|token| token.is_word("in"))
                    && is_template(body)
            }
            _ => {
                let behind = cursor.rest().get(length + 1);
                is_template(body) || behind.is_some_and(|token| token.is_word("else"))
            }
        }
    }

    /// Answers a keyword without `@`.
    pub(super) fn report_bare_block(&mut self, cursor: &Cursor) {
        let Some(keyword) = cursor.word(0) else {
            return;
        };
        let header = if keyword == "else" { "" } else { "… " };
        self.diagnostics
            .error(keyword.span(), format!("`{keyword}` is plain text here"))
            .help(format!(
                "for a block write `@{keyword} {header}{{ … }}`; if text was meant, quote it"
            ));
    }

    /// A block's keyword misspelt: says so, and gives the one that was meant.
    pub(super) fn meant(&mut self, keyword: &Ident) -> Option<&'static str> {
        let spelling = keyword.to_string();
        if BLOCKS.contains(&spelling.as_str()) || ELSEWHERE.contains(&spelling.as_str()) {
            return None;
        }
        let meant = nearest(&spelling, BLOCKS)?;
        self.diagnostics
            .error(keyword.span(), format!("there is no block `@{spelling}`"))
            .help(format!(
                "did you mean `@{meant}`? If text was meant, quote it"
            ));
        Some(meant)
    }

    /// A block that is none, or stands in the wrong place; the cursor stands behind its keyword.
    pub(super) fn refused_block(&mut self, cursor: &mut Cursor, keyword: &Ident) -> Node {
        let mut expressions = Vec::new();
        if let Some(Token::Open(group, _)) = cursor.peek(0).cloned() {
            cursor.bump_tree();
            // What stands behind `@allow` are lints.
            expressions.extend((keyword != "allow").then(|| Expression {
                tokens: group.stream(),
                span: group.span(),
            }));
        } else if matches!(cursor.peek(0), Some(Token::Braces(_))) {
            cursor.skip(1);
        }
        let spelling = keyword.to_string();
        let (message, help) = match spelling.as_str() {
            "else" => (
                "`@else` follows no `@if`",
                "it stands right behind the braces of an `@if`",
            ),
            "empty" => (
                "`@empty` follows no `@for`",
                "it stands right behind the braces of a `@for`",
            ),
            "allow" => (
                "`@allow` stands before everything else in a template, and names lints",
                "write `@allow(missing_alt)` right behind `html! {`",
            ),
            _ => (
                "this is no block",
                "blocks are `@if`, `@match`, `@for`, `@let`, `@render` and `@html`; if text was meant, quote it",
            ),
        };
        self.diagnostics.error(keyword.span(), message).help(help);
        Node::Refused(expressions)
    }

    /// `{#for …}`, `{/for}`, `{:else}`, `{% … %}`: answers and says so.
    pub(super) fn is_foreign_block(&mut self, group: &Group) -> bool {
        let mut tokens = group.stream().into_iter();
        let (Some(TokenTree::Punct(mark)), Some(TokenTree::Ident(keyword))) =
            (tokens.next(), tokens.next())
        else {
            return false;
        };
        if !matches!(mark.as_char(), '#' | '/' | ':' | '%') {
            return false;
        }
        let block = match keyword.to_string().as_str() {
            "each" | "for" => "@for … in …; key … { … }",
            "else" => "@else { … }",
            "match" | "switch" => "@match … { … => { … } }",
            _ => "@if … { … }",
        };
        self.diagnostics
            .error(
                group.span(),
                format!("`{{{}{keyword} …}}` is no expression", mark.as_char()),
            )
            .help(format!(
                "blocks are written `{block}`, and end with their brace"
            ));
        true
    }
}

/// The block that a word behind `@` opens or goes on with, or the one it is a misspelling of.
pub(super) fn keyword(word: &str) -> Option<&'static str> {
    let mut known = BLOCKS.into_iter().chain(ELSEWHERE);
    known
        .find(|keyword| *keyword == word)
        .or_else(|| nearest(word, BLOCKS))
}

/// Whether a block begins with this word behind `@`.
pub(super) fn is_keyword(word: Option<&Ident>) -> bool {
    let known = BLOCKS.into_iter().chain(ELSEWHERE);
    word.is_some_and(|word| known.into_iter().any(|keyword| word == keyword))
}

/// Whether a keyword opens a block also right behind a word.
pub(super) fn opens(keyword: &str) -> bool {
    BLOCKS.contains(&keyword)
}

/// Whether `@` right behind a word opens a block there (`Hello@if named {`) or is an address (`me@match.com`).
pub(super) fn opens_block(cursor: &Cursor) -> bool {
    let is_block = cursor
        .word(1)
        .is_some_and(|word| BLOCKS.iter().any(|block| word == block));
    is_block && (!cursor.is_adjacent(2) || matches!(cursor.peek(2), Some(Token::Open(..))))
}

/// Whether what stands in these braces can only be a template: it begins with a tag or a block.
pub(super) fn is_template(group: &Group) -> bool {
    let mut tokens = group.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Punct(mark)), Some(TokenTree::Ident(_))) => {
            matches!(mark.as_char(), '<' | '@')
        }
        _ => false,
    }
}

fn has_arms(group: &Group) -> bool {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    tokens.windows(2).any(|pair| match pair {
        [TokenTree::Punct(first), TokenTree::Punct(second)] => {
            first.as_char() == '=' && second.as_char() == '>'
        }
        _ => false,
    })
}
