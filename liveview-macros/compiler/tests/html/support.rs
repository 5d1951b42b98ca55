//! Prints what the compiler makes of a template, for snapshots. Decides nothing.

use std::fmt::Write as _;
use std::str::FromStr;

use liveview_compiler::diagnostics::{Diagnostics, Severity};
use liveview_compiler::html::ast::{Node, Template};
use liveview_compiler::html::plan::{Fragment, Plan, Tree};
use liveview_compiler::html::{check, codegen, expand, lower, parse};
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
    plan_of_tree(&tree, diagnostics)
}

/// The plan of a file's template without mistakes.
pub(crate) fn planned_file(template: &str) -> String {
    let mut diagnostics = Diagnostics::default();
    let tree = parse::parse_file(template, TokenStream::new(), &mut diagnostics);
    plan_of_tree(&tree, diagnostics)
}

fn plan_of_tree(tree: &Template, mut diagnostics: Diagnostics) -> String {
    check::check(tree, &mut diagnostics);
    let errors = diagnostics.mistakes().iter();
    let errors: Vec<_> = errors
        .filter(|mistake| mistake.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let plan = lower::lower(tree);
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
    mistakes_of_tree(template, &tree, diagnostics)
}

/// The mistakes in a file's template.
pub(crate) fn mistakes_of_file(template: &str) -> String {
    let mut diagnostics = Diagnostics::default();
    let tree = parse::parse_file(template, TokenStream::new(), &mut diagnostics);
    mistakes_of_tree(template, &tree, diagnostics)
}

fn mistakes_of_tree(template: &str, tree: &Template, mut diagnostics: Diagnostics) -> String {
    check::check(tree, &mut diagnostics);
    lower::lower(tree);
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

/// Holds a template of `html!` against the same text as a file: the same mistakes, the same code with the same places.
/// Text that is quoted in `html!` has its quotes shown in a file, so such templates differ.
pub(crate) fn agrees_in_a_file(template: &str) {
    let mut diagnostics = Diagnostics::default();
    let tree = parse::parse(tokens(template), &mut diagnostics);
    if tree.nodes.iter().any(is_told_otherwise) {
        return;
    }
    let mut of_file = Diagnostics::default();
    let in_a_file = parse::parse_file(template, TokenStream::new(), &mut of_file);
    let of_macro = placed(&tree, diagnostics).replace(
        "`; if it is there, `//` in the text before it has made it a Rust comment: quote such text",
        "` where it ends",
    );
    let of_file = placed(&in_a_file, of_file);
    for (number, (file, html)) in of_file.lines().zip(of_macro.lines()).enumerate() {
        assert_eq!(file, html, "token {number} in a file, and in `html!`");
    }
    assert_eq!(of_file.len(), of_macro.len());
}

/// The expansion, a line a token, each with its place.
fn placed(template: &Template, mut diagnostics: Diagnostics) -> String {
    check::check(template, &mut diagnostics);
    let expansion = codegen::generate(&lower::lower(template), diagnostics.into_tokens());
    let mut text = String::new();
    place(expansion, &mut text);
    text
}

fn place(tokens: TokenStream, text: &mut String) {
    for token in tokens {
        let (start, end) = (token.span().start(), token.span().end());
        let place = format!(
            "{}:{}-{}:{}",
            start.line, start.column, end.line, end.column
        );
        match token {
            TokenTree::Group(group) => {
                let _ = writeln!(text, "{:?} {place}", group.delimiter());
                place_of_group(group, text);
            }
            other => {
                let _ = writeln!(text, "{other} {place}");
            }
        }
    }
}

fn place_of_group(group: Group, text: &mut String) {
    place(group.stream(), text);
    text.push_str("end\n");
}

/// Whether a node, or one in it, is quoted text or a comment with a value.
fn is_told_otherwise(node: &Node) -> bool {
    let children = match node {
        Node::Text(text) => return text.quoted,
        Node::Comment(comment) => return !comment.slots.is_empty(),
        Node::Element(element) => &element.children[..],
        _ => &[],
    };
    let bodies = node.bodies().into_iter().flat_map(|body| &body.nodes);
    bodies.chain(children).any(is_told_otherwise)
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
