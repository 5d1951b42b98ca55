//! Templates as an editor sends them, half typed: every expression in them comes back on its own place, so that it can be
//! completed. Reads no message.

use std::collections::BTreeSet;

use liveview_compiler::html::expand;
use liveview_compiler::live_view;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::support::tokens;

/// Expressions in them begin with `slot_`.
const TEMPLATES: [&str; 8] = [
    r#"<main class="a" title={slot_title} data-a="b"><p>Hello, {slot_user.} and {slot_other.name}!</p> {slot_end}</main>"#,
    "<ul>@for row in self.rows; key row.id { <li class={slot_class}>{slot_row.} <b>{slot_bold}</b></li> } @empty { <li>{slot_none}</li> }</ul>",
    "<p>@if self.a { {slot_then} } @else if let Some(b) = self.b { <i>{slot_else}</i> } @else { {slot_last.} }</p>",
    "@match self.state { State::Open { id } if id > 1 => { <b>{slot_open}</b> } _ => { {slot_rest.} } } <p>{slot_behind}</p>",
    r#"<input value={slot_value.} disabled={slot_off} class:on={slot_on} style:width={slot_width} dj-input="search" />"#,
    "@let a = self.a; <p>{slot_a}</p> @render(slot_shown.) <div><div><span>{slot_deep.}</span></div></div>",
    "<Card title={slot_title.}><p>{slot_child}</p><:footer let:row>{slot_footer.}</:footer></Card>",
    "<textarea>{slot_text}</textarea> <a href={slot_href.}>{slot_label}</a> <b {..slot_spread.}>c</b>",
];

/// Every way to stop typing: behind each token, and in each group, whose bracket an editor closes by itself.
fn truncated(tokens: TokenStream) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut ways = vec![TokenStream::new()];
    for (index, token) in tokens.iter().enumerate() {
        let before = || tokens[..index].iter().cloned();
        if let TokenTree::Group(group) = token {
            for inner in truncated(group.stream()) {
                let mut shorter = Group::new(group.delimiter(), inner);
                shorter.set_span(group.span());
                ways.push(before().chain([shorter.into()]).collect());
            }
        }
        ways.push(before().chain([token.clone()]).collect());
    }
    ways
}

/// The names that begin so, each with its place.
fn slots(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => slots(group.stream(), found),
            TokenTree::Ident(word) if word.to_string().starts_with("slot_") => {
                let (start, end) = (word.span().start(), word.span().end());
                found.insert(format!("{word} {start:?} {end:?}"));
            }
            _ => {}
        }
    }
}

fn found(tokens: TokenStream) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    slots(tokens, &mut names);
    names
}

#[test]
fn an_expression_comes_back_wherever_typing_stops() {
    let mut ways = 0;
    let mut lost = Vec::new();
    for template in TEMPLATES {
        for typed in truncated(tokens(template)) {
            ways += 1;
            let written = found(typed.clone());
            let emitted = found(expand(typed.clone()));
            let missing: Vec<&String> = written.difference(&emitted).collect();
            if !missing.is_empty() {
                lost.push(format!("{missing:?} in {typed}"));
            }
        }
    }
    assert!(ways > 300, "{ways}");
    assert!(
        lost.is_empty(),
        "{} of {ways}:\n{}",
        lost.len(),
        lost.join("\n")
    );
}

#[test]
fn a_view_gives_its_half_typed_template_back_to_html() {
    for template in TEMPLATES {
        for typed in truncated(tokens(template)) {
            let written = found(typed.clone());
            let body = Group::new(Delimiter::Brace, typed);
            let view =
                quote::quote!(impl Todos { fn render(&self) -> impl Render { html! #body } });
            let emitted = found(live_view::expand(TokenStream::new(), view));
            assert_eq!(written.difference(&emitted).count(), 0, "{body}");
        }
    }
}
