//! Prints what the compiler makes of a template, for snapshots. Decides nothing.

use std::fmt::Write as _;
use std::str::FromStr;

use liveview_compiler::diagnostics::{Diagnostics, Severity};
use liveview_compiler::html::plan::{Fragment, Plan, Tree};
use liveview_compiler::html::{check, expand, lower, parse};
use proc_macro2::{Group, Span, TokenStream, TokenTree};

/// The tokens of a template.
pub(crate) fn tokens(template: &str) -> TokenStream {
    TokenStream::from_str(template).expect("the template is made of Rust's tokens")
}

/// The expansion, as rustfmt would have it.
pub(crate) fn expanded(template: &str) -> String {
    let expansion = expand(tokens(template));
    prettyplease::unparse(&syn::parse_quote!(fn render() { #expansion }))
}

/// The plan of a template without mistakes.
pub(crate) fn planned(template: &str) -> String {
    plan_of(tokens(template))
}

/// The plan, where all tokens stand at the same place.
pub(crate) fn planned_without_places(template: &str) -> String {
    plan_of(without_places(tokens(template)))
}

fn without_places(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => {
                let inner = without_places(group.stream());
                TokenTree::Group(Group::new(group.delimiter(), inner))
            }
            mut other => {
                other.set_span(Span::call_site());
                other
            }
        })
        .collect()
}

fn plan_of(tokens: TokenStream) -> String {
    let mut diagnostics = Diagnostics::default();
    let tree = parse::parse(tokens, &mut diagnostics);
    check::check(&tree, &mut diagnostics);
    let errors = diagnostics.mistakes().iter();
    let errors: Vec<_> = errors
        .filter(|mistake| mistake.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let plan = lower::lower(&tree);
    let mut text = String::new();
    for index in 0..plan.fragments.len() {
        fragment(index, &plan, &mut text);
    }
    text
}

/// The mistakes in a template: where, what, and the way out.
pub(crate) fn mistakes(template: &str) -> String {
    let mut diagnostics = Diagnostics::default();
    let tree = parse::parse(tokens(template), &mut diagnostics);
    check::check(&tree, &mut diagnostics);
    lower::lower(&tree);
    let lines: Vec<&str> = template.lines().collect();
    let mut text = String::new();
    for mistake in diagnostics.mistakes() {
        let (start, end) = (mistake.span.start(), mistake.last.end());
        let line: Vec<char> = lines[start.line - 1].chars().collect();
        let last = if end.line == start.line {
            end.column
        } else {
            line.len()
        };
        let shown: String = line[start.column..last].iter().collect();
        let _ = writeln!(text, "{}:{} {shown}", start.line, start.column + 1);
        let severity = match mistake.severity {
            Severity::Error => String::new(),
            Severity::Warning(lint) => format!("warning, {lint}: "),
        };
        let _ = writeln!(text, "  {severity}{}", mistake.message);
        let help = mistake.help.as_deref().unwrap_or("NO WAY OUT");
        let _ = writeln!(text, "  help: {help}");
    }
    text
}

fn fragment(index: usize, plan: &Plan, text: &mut String) {
    let fragment = &plan.fragments[index];
    let _ = writeln!(
        text,
        "template {index}: {}",
        match fragment.arity {
            Some(elements) => format!("{elements} element(s)"),
            None => "variable".to_owned(),
        }
    );
    let _ = writeln!(text, "  {}", markup(fragment));
    for (number, slot) in fragment.slots.iter().enumerate() {
        let row = slot.row.map_or(String::new(), |row| format!(" row {row}"));
        let _ = writeln!(
            text,
            "  {number}: {:?} {:?} at {:?}, {:?}{row}",
            slot.kind, slot.name, slot.path, slot.place
        );
    }
    for node in &fragment.tree {
        let _ = writeln!(text, "  {}", tree(node));
    }
}

fn markup(fragment: &Fragment) -> String {
    let mut text = String::new();
    for (number, markup) in fragment.statics.iter().enumerate() {
        if number > 0 {
            let _ = write!(text, "‹{}›", number - 1);
        }
        text.push_str(&markup.replace('\n', "⏎"));
    }
    text
}

/// As on the wire.
fn tree(node: &Tree) -> String {
    match node {
        Tree::Text(text) => format!("{text:?}"),
        Tree::Slot(slot) => slot.to_string(),
        Tree::Element {
            tag,
            attributes,
            children,
        } => {
            let mut text = format!("[{tag:?}");
            if attributes.is_empty() {
                text.push_str(",0");
            } else {
                let _ = write!(text, ",{attributes:?}");
            }
            for child in children {
                let _ = write!(text, ",{}", tree(child));
            }
            text + "]"
        }
    }
}
