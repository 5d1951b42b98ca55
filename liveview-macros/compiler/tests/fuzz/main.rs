//! Templates broken at random, as tokens and as characters: no panic, every place inside of the input, every message whole.
//! Asserts nothing about what a message says.
//!
//! `FUZZ_SECONDS=60` runs for so long, `FUZZ_SEED=…` repeats a run; without them a few hundred inputs are tried.

mod corpus;
mod mutation;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use liveview_compiler::diagnostics::Diagnostics;
use liveview_compiler::html::{check, codegen, expand, lower, parse};
use liveview_compiler::{component, live_view};
use mutation::Random;
use proc_macro2::{LineColumn, Span, TokenStream, TokenTree};

const FEW: u64 = 300;

#[test]
fn no_template_makes_the_compiler_stumble() {
    let seconds = number("FUZZ_SECONDS");
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let fresh = now.map_or(1, |now| now.as_secs());
    let seed = number("FUZZ_SEED").unwrap_or(if seconds.is_some() { fresh } else { 1 });
    let corpus = corpus::templates();
    assert!(corpus.len() > 100, "{} templates were found", corpus.len());
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut random = Random::new(seed);
    let mut round = 0;
    while end.map_or(round < FEW, |end| Instant::now() < end) {
        round += 1;
        let input = mutation::mutated(&corpus, &mut random);
        let outcome = catch_unwind(AssertUnwindSafe(|| try_input(&input)));
        assert!(
            outcome.is_ok(),
            "FUZZ_SEED={seed}, round {round}, this input:\n{input}"
        );
        proc_macro2::extra::invalidate_current_thread_spans();
    }
    println!("{round} inputs with FUZZ_SEED={seed}");
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn try_input(input: &str) {
    let text = Text::new(input);
    let mut diagnostics = Diagnostics::default();
    let template = parse::parse_file(input, TokenStream::new(), &mut diagnostics);
    try_template(&template, diagnostics, &text);
    let Ok(tokens) = input.parse::<TokenStream>() else {
        return;
    };
    // Another parse has places of its own.
    let mut diagnostics = Diagnostics::default();
    let template = parse::parse(tokens.clone(), &mut diagnostics);
    try_template(&template, diagnostics, &text);
    let body = format!(
        "#[event_handler] fn add(&mut self, id: u64) {{}} fn render(&self) -> impl Render {{ html! {{ {input} }} }}"
    );
    if let Ok(view) = format!("impl Todos {{ {body} }}").parse() {
        try_expansion(live_view::expand(TokenStream::new(), view));
    }
    let function = format!("fn Card(title: &str) -> impl Render {{ html! {{ {input} }} }}");
    if let Ok(function) = function.parse() {
        try_expansion(component::expand(TokenStream::new(), function));
    }
    try_expansion(expand(tokens));
}

fn try_template(
    template: &liveview_compiler::html::ast::Template,
    mut diagnostics: Diagnostics,
    text: &Text,
) {
    check::check(template, &mut diagnostics);
    for mistake in diagnostics.mistakes() {
        text.must_hold(mistake.span, &mistake.message);
        text.must_hold(mistake.last, &mistake.message);
        assert!(!mistake.message.is_empty());
        assert!(
            mistake.help.as_ref().is_some_and(|help| !help.is_empty()),
            "{}",
            mistake.message
        );
    }
    let expansion = codegen::generate(&lower::lower(template), diagnostics.into_tokens());
    text.must_hold_all(expansion.clone());
    try_expansion(expansion);
}

/// An expansion can be written down and read again: it is balanced, and every token is one.
fn try_expansion(expansion: TokenStream) {
    let text = expansion.to_string();
    if let Err(error) = text.parse::<TokenStream>() {
        panic!("{error}: {text}");
    }
}

/// An input, in which places lie or do not.
struct Text {
    /// The length of each line.
    lines: Vec<usize>,
}

impl Text {
    fn new(input: &str) -> Self {
        let lines = input.split('\n').map(|line| line.chars().count());
        Text {
            lines: lines.collect(),
        }
    }

    fn must_hold_all(&self, tokens: TokenStream) {
        for token in tokens {
            // `quote!` reads its literals out of texts of its own, in which they have places.
            if !matches!(token, TokenTree::Literal(_)) {
                self.must_hold(token.span(), &token);
            }
            if let TokenTree::Group(group) = token {
                self.must_hold_all(group.stream());
            }
        }
    }

    fn must_hold(&self, span: Span, of: &dyn std::fmt::Display) {
        let (start, end) = (span.start(), span.end());
        let is_inside = |place: LineColumn| {
            self.lines
                .get(place.line - 1)
                .is_some_and(|length| place.column <= *length)
        };
        let is_ordered = (start.line, start.column) <= (end.line, end.column);
        assert!(
            is_ordered && is_inside(start) && is_inside(end),
            "from {start:?} to {end:?} lies outside of the input: {of}"
        );
    }
}
