//! Two `html!`s as the value of one `if` or `match` in plain Rust: two types where rustc wants one. Parses no expression.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::diagnostics::Diagnostics;

/// An `html!` that cannot be the value beside another.
struct Rival {
    /// Its name.
    span: Span,
    /// What to write in a template instead.
    block: &'static str,
}

/// Says it of each in these tokens.
pub fn check(tokens: &TokenStream, diagnostics: &mut Diagnostics) {
    let mut rivals = Vec::new();
    search(tokens.clone(), &mut rivals);
    for Rival { span, block } in rivals {
        diagnostics
            .error(
                span,
                "each `html!` has a type of its own, so not more than one can be the value here",
            )
            .help(format!("write `{block}` in one `html!`"));
    }
}

/// The tokens without them, so that rustc does not say in its own words what was said in ours.
pub fn without_rivals(tokens: TokenStream) -> TokenStream {
    search(tokens.clone(), &mut Vec::new()).unwrap_or(tokens)
}

/// Finds them, and gives the tokens without; nothing where there is none. Groups without one stay as they are.
fn search(tokens: TokenStream, rivals: &mut Vec<Rival>) -> Option<TokenStream> {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut is_changed = false;
    for index in 0..tokens.len() {
        is_changed |= match &tokens[index] {
            TokenTree::Ident(word) if word == "if" => arms_of_if(&mut tokens, index, rivals),
            TokenTree::Ident(word) if word == "match" => arms_of_match(&mut tokens, index, rivals),
            _ => false,
        };
    }
    for index in 0..tokens.len() {
        let TokenTree::Group(group) = &tokens[index] else {
            continue;
        };
        // What stands in a macro's call need not be Rust.
        let is_macro =
            matches!(tokens[..index].last(), Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
        if is_macro {
            continue;
        }
        if let Some(inner) = search(group.stream(), rivals) {
            tokens[index] = regrouped(group, inner).into();
            is_changed = true;
        }
    }
    is_changed.then(|| tokens.into_iter().collect())
}

/// `if … { html!{…} } else { html!{…} }`: all but the first.
fn arms_of_if(tokens: &mut [TokenTree], start: usize, rivals: &mut Vec<Rival>) -> bool {
    let follows_else =
        matches!(tokens[..start].last(), Some(TokenTree::Ident(word)) if word == "else");
    if follows_else {
        return false;
    }
    let mut bodies = Vec::new();
    let mut index = start;
    while let Some(body) = (index..tokens.len()).find(|&index| braces(&tokens[index]).is_some()) {
        bodies.push(body);
        match tokens.get(body + 1) {
            Some(TokenTree::Ident(word)) if word == "else" => index = body + 2,
            _ => break,
        }
    }
    let mut is_first = true;
    let mut is_changed = false;
    for body in bodies {
        let Some((group, inner)) =
            braces(&tokens[body]).and_then(|group| Some((group.clone(), quieted(group.stream())?)))
        else {
            continue;
        };
        if !is_first {
            rivals.push(Rival {
                span: inner.span,
                block: "@if … { … } @else { … }",
            });
            tokens[body] = regrouped(&group, inner.tokens).into();
            is_changed = true;
        }
        is_first = false;
    }
    is_changed
}

/// `match … { … => html!{…}, … => { html!{…} } }`: all but the first.
fn arms_of_match(tokens: &mut [TokenTree], start: usize, rivals: &mut Vec<Rival>) -> bool {
    let body = (start..tokens.len()).find(|&index| braces(&tokens[index]).is_some());
    let Some((body, group)) = body.and_then(|body| Some((body, braces(&tokens[body])?.clone())))
    else {
        return false;
    };
    let mut arms: Vec<TokenTree> = group.stream().into_iter().collect();
    // Under a condition there may be only one of two.
    if arms
        .iter()
        .any(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '#'))
    {
        return false;
    }
    let mut is_first = true;
    let mut is_changed = false;
    let mut index = 0;
    while index + 2 < arms.len() {
        index += 1;
        if !is_mark(&arms[index - 1], '=') || !is_mark(&arms[index], '>') {
            continue;
        }
        let value = index + 1;
        let end = match &arms[value] {
            TokenTree::Group(_) => value + 1,
            _ => (value + 3).min(arms.len()),
        };
        let ends = arms.get(end).is_none_or(|token| is_mark(token, ','));
        let arm: TokenStream = arms[value..end].iter().cloned().collect();
        let (span, quiet) = match (braces(&arms[value]), ends) {
            (Some(braces), _) => match quieted(braces.stream()) {
                Some(inner) => (
                    inner.span,
                    TokenTree::Group(regrouped(braces, inner.tokens)),
                ),
                None => continue,
            },
            (None, true) => match quieted(arm) {
                Some(inner) => {
                    let group = Group::new(Delimiter::Brace, inner.tokens);
                    (inner.span, TokenTree::Group(group))
                }
                None => continue,
            },
            (None, false) => continue,
        };
        if !is_first {
            rivals.push(Rival {
                span,
                block: "@match … { … => { … } }",
            });
            arms.splice(value..end, [quiet]);
            is_changed = true;
        }
        is_first = false;
    }
    if is_changed {
        tokens[body] = regrouped(&group, arms.into_iter().collect()).into();
    }
    is_changed
}

/// A body whose value is an `html!`, with something in its place that is of every type.
struct Quieted {
    /// The macro's name.
    span: Span,
    tokens: TokenStream,
}

fn quieted(body: TokenStream) -> Option<Quieted> {
    let tokens: Vec<TokenTree> = body.into_iter().collect();
    let [
        before @ ..,
        TokenTree::Ident(name),
        mark,
        TokenTree::Group(template),
    ] = &tokens[..]
    else {
        return None;
    };
    let is_value =
        !matches!(before.last(), Some(TokenTree::Ident(word)) if is_word_before_value(word));
    let is_one = name == "html" && is_mark(mark, '!') && is_value;
    is_one.then(|| {
        // It is still looked at: its own mistakes are told too, and nothing that it uses is unused.
        let never = quote_spanned!(name.span()=> {
            let _ = #name #mark #template;
            ::core::unreachable!()
        });
        Quieted {
            span: name.span(),
            tokens: before.iter().cloned().chain(never).collect(),
        }
    })
}

fn is_word_before_value(word: &Ident) -> bool {
    word == "return" || word == "break"
}

fn braces(token: &TokenTree) -> Option<&Group> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group),
        _ => None,
    }
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn regrouped(group: &Group, tokens: TokenStream) -> Group {
    let mut copy = Group::new(group.delimiter(), tokens);
    copy.set_span(group.span());
    copy
}
