//! Where rustc finds a mistake in an expression of a template file, it can point at the attribute alone; but it names the
//! macro that the expression came from. So each one comes from a macro whose name is its file and line.

use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::actions::Generator;
use crate::html::plan::{Action, Part};
use crate::source::Source;

impl Generator<'_> {
    /// The statements of an action; of a file, out of a macro that says where.
    pub(super) fn marked(&self, action: &Action, code: TokenStream) -> TokenStream {
        if binds(action) {
            return code;
        }
        match self.mark(&code) {
            Some((definition, call)) => quote!(#definition #call;),
            None => code,
        }
    }

    /// An expression in a header: what stands before the statement, and the expression. A condition with a `let` stays as
    /// it is, since a macro would keep its names to itself.
    pub(super) fn marked_header(&self, tokens: &TokenStream) -> (TokenStream, TokenStream) {
        let has_let = tokens
            .clone()
            .into_iter()
            .any(|token| matches!(token, TokenTree::Ident(word) if word == "let"));
        let marked = (!has_let).then(|| self.mark(tokens)).flatten();
        marked.unwrap_or_else(|| (TokenStream::new(), tokens.clone()))
    }

    /// A macro of these tokens, and its call; nothing where they stand in no file of their own.
    pub(super) fn mark(&self, code: &TokenStream) -> Option<(TokenStream, TokenStream)> {
        let source = self.plan.source.as_ref()?;
        let name = format_ident!("{}", source.marker(line(code, source)?));
        (!has_dollar(code)).then(|| {
            (
                quote!(macro_rules! #name { () => { #code } }),
                quote!(#name!()),
            )
        })
    }
}

/// Whether names bound in it are meant for what follows, or its parts are marked each for itself.
fn binds(action: &Action) -> bool {
    match action {
        Action::Let(_)
        | Action::Component(_)
        | Action::If(..)
        | Action::Match(..)
        | Action::For(_)
        | Action::Empty(_) => true,
        Action::Value(parts, _) => parts.iter().any(|part| matches!(part, Part::Let(_))),
        _ => false,
    }
}

/// The line of the first token that the author wrote.
fn line(code: &TokenStream, source: &Source) -> Option<usize> {
    code.clone().into_iter().find_map(|token| match &token {
        TokenTree::Group(group) => line(&group.stream(), source),
        token => source.line_of(token),
    })
}

/// In a macro's body a `$` would speak of the macro.
fn has_dollar(code: &TokenStream) -> bool {
    code.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => has_dollar(&group.stream()),
        TokenTree::Punct(mark) => mark.as_char() == '$',
        _ => false,
    })
}
