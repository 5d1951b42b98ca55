//! What stands in the parentheses of `#[live_view(…)]`. Opens no file.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::LitStr;

use crate::diagnostics::Diagnostics;

/// What the parentheses say.
#[derive(Default)]
pub(super) struct Arguments {
    /// The path of a template file.
    pub(super) template: Option<LitStr>,
    /// Whether something is wrong with them; what they were meant to say is not known then.
    pub(super) is_broken: bool,
}

/// Takes `template = "page.html"`; all else is a mistake.
pub(super) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Arguments {
    let mut tokens = tokens.into_iter();
    let Some(first) = tokens.next() else {
        return Arguments::default();
    };
    if !matches!(&first, TokenTree::Ident(word) if word == "template") {
        return broken(unknown(&first), first.span(), diagnostics);
    }
    let equals = tokens.next();
    let is_equals = matches!(&equals, Some(TokenTree::Punct(mark)) if mark.as_char() == '=');
    let path = tokens.next();
    let literal = path.clone().map(TokenStream::from).map(syn::parse2);
    let Some(Ok(literal)) = literal.filter(|_| is_equals) else {
        let place = path.or(equals).unwrap_or(first);
        let message = "a template is named by the path of its file, as a text".to_owned();
        return broken(message, place.span(), diagnostics);
    };
    let mut rest = tokens.filter(|token| token.to_string() != ",");
    if let Some(more) = rest.next() {
        return broken(unknown(&more), more.span(), diagnostics);
    }
    Arguments {
        template: Some(literal),
        is_broken: false,
    }
}

fn unknown(token: &TokenTree) -> String {
    format!("`live_view` takes no `{token}`")
}

fn broken(message: String, place: Span, diagnostics: &mut Diagnostics) -> Arguments {
    diagnostics.error(place, message).help(
        "write `#[live_view]`, or `#[live_view(template = \"page.html\")]` for a page in a file of its own",
    );
    Arguments {
        template: None,
        is_broken: true,
    }
}

/// The struct shows nothing.
pub(super) fn refuse_template(arguments: &Arguments, diagnostics: &mut Diagnostics) {
    if let Some(path) = &arguments.template {
        diagnostics
            .error(
                path.span(),
                "the template is named where the view's functions are",
            )
            .help("write `#[live_view]` here, and this on the `impl`");
    }
}
