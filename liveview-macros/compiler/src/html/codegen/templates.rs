//! The `static Template`s, written as text: a text goes to rustc at once, each token of ours by itself. Takes no decision.

use std::fmt::Write;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::html::call;
use crate::html::placed::moved;
use crate::html::plan::{Definition, Fragment, Plan};
use crate::runtime_path::ALIAS;

pub(super) fn generate(plan: &Plan) -> TokenStream {
    let mut text = String::new();
    for (index, fragment) in plan.fragments.iter().enumerate() {
        write(index, fragment, plan, &mut text);
    }
    let tokens = text.parse();
    let tokens: TokenStream = tokens.expect("names, numbers and escaped texts are tokens");
    let call = Span::call_site();
    // rustc places tokens of a text at the call; where there is no rustc, they stand in a text that nobody sees.
    match call.source_text() {
        Some(_) => tokens,
        None => moved(tokens, call),
    }
}

/// Constants that say what templates stand in a drawing: the components know that are given them.
pub(super) fn questions(plan: &Plan) -> TokenStream {
    let asked = plan
        .questions
        .iter()
        .enumerate()
        .filter_map(|(number, trail)| {
            let mut drawn = plan
                .fragments
                .iter()
                .filter_map(|fragment| fragment.drawn.as_ref());
            drawn.find(|(question, _)| *question == number)?;
            let name = Ident::new(&answer(number), Span::call_site());
            let asked = call::ask(&trail.border()?.path, std::slice::from_ref(trail));
            Some(quote!(const #name: ::core::primitive::bool = #asked;))
        });
    asked.collect()
}

fn answer(question: usize) -> String {
    format!("__LIVEVIEW_DRAWN_{question}")
}

/// The name of a template's static: items have no hygiene, so it is one that nobody takes.
pub(super) fn template(index: usize) -> Ident {
    Ident::new(&name(index), Span::call_site())
}

fn name(index: usize) -> String {
    format!("__LIVEVIEW_TEMPLATE_{index}")
}

fn write(index: usize, fragment: &Fragment, plan: &Plan, text: &mut String) {
    let rows = fragment.slots.iter().filter_map(|slot| slot.row);
    let rows: String = rows.map(|row| format!("&{},", name(row))).collect();
    let name = name(index);
    let arity = match fragment.arity {
        Some(elements) => format!("Elements({elements})"),
        None => "Variable".to_owned(),
    };
    let Definition {
        markup, letters, ..
    } = &fragment.definition;
    let either = |part: &dyn Fn(&Definition) -> String| {
        let own = part(&fragment.definition);
        match &fragment.drawn {
            Some((question, drawn)) => format!(
                "if {} {{ {} }} else {{ {own} }}",
                answer(*question),
                part(drawn)
            ),
            None => own,
        }
    };
    let addresses = either(&|definition| format!("{:?}", definition.addresses));
    let tree = either(&|definition| format!("{:?}", definition.tree));
    let fingerprint = either(&|definition| definition.fingerprint.to_string());
    let place = place(fragment.source, plan);
    let written = write!(
        text,
        "static {name}: {ALIAS}::Template = {ALIAS}::Template {{ markup: {markup:?}, letters: {letters:?}, \
         addresses: {addresses}, rows: &[{rows}], arity: {ALIAS}::Arity::{arity}, tree: {tree}, \
         fingerprint: {fingerprint}, source: {place:?} }};"
    );
    written.expect("a `String` takes all that is written");
}

/// The file and where in it: the macro's own, or the template's.
fn place(span: Span, plan: &Plan) -> String {
    let start = span.start();
    let file = match &plan.source {
        Some(source) => source.path.clone(),
        None => Span::call_site().file(),
    };
    format!("{file}:{}:{}", start.line, start.column + 1)
}
