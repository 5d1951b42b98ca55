//! Work on tokens whose places are lines and columns of a text: rustc's own tokens know the place of the macro call alone.
//! Understands nothing of the tokens.

use std::sync::{Mutex, MutexGuard, PoisonError};

use proc_macro2::{
    Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree, fallback,
};

/// One macro is expanded at a time: [`apart`] changes for all what a token is made of.
static TURN: Mutex<()> = Mutex::new(());

/// Waits until no other macro of ours is being expanded; holds on until it is dropped.
pub fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Lets `work` make tokens from `input` while every token is proc-macro2's own, then gives what it made back to rustc.
///
/// The input's tokens come back as what they were. What was parsed from text stands at `at` to rustc, as if the author
/// had written it there; the rest stands there as ours. What else `work` has found goes through.
pub(crate) fn apart<T>(
    input: TokenStream,
    at: Span,
    work: impl FnOnce(TokenStream) -> (TokenStream, T),
) -> (TokenStream, T) {
    let mut originals = Vec::new();
    let copies = copy(input, &mut originals);
    let ((output, more), ruler) = {
        let _forced = Forced::begin();
        let ruler = ruler(originals.len());
        (work(paste(&copies, &ruler)), ruler)
    };
    let back = Back {
        originals,
        file: ruler.span().file(),
        at,
    };
    (back.tokens(output), more)
}

/// While it lives, tokens are proc-macro2's own.
struct Forced;

impl Forced {
    fn begin() -> Self {
        fallback::force();
        Forced
    }
}

impl Drop for Forced {
    fn drop(&mut self) {
        fallback::unforce();
    }
}

/// A token as text.
enum Copy {
    Word(String),
    Mark(char, Spacing),
    Literal(String),
    Group(Delimiter, Vec<Copy>),
}

fn copy(tokens: TokenStream, originals: &mut Vec<TokenTree>) -> Vec<Copy> {
    let copies = tokens.into_iter().map(|token| {
        let copied = match &token {
            TokenTree::Group(group) => {
                return Copy::Group(group.delimiter(), copy(group.stream(), originals));
            }
            TokenTree::Ident(word) => Copy::Word(word.to_string()),
            TokenTree::Punct(mark) => Copy::Mark(mark.as_char(), mark.spacing()),
            TokenTree::Literal(literal) => Copy::Literal(literal.to_string()),
        };
        originals.push(token);
        copied
    });
    copies.collect()
}

/// A number so long that each token of the input has a digit, whose place says which token it is.
fn ruler(length: usize) -> Literal {
    let digits = "1".repeat(length.max(1));
    digits.parse().unwrap_or_else(|_| Literal::u8_unsuffixed(1))
}

fn paste(copies: &[Copy], ruler: &Literal) -> TokenStream {
    let mut index = 0;
    pasted(copies, ruler, &mut index)
}

fn pasted(copies: &[Copy], ruler: &Literal, index: &mut usize) -> TokenStream {
    let tokens = copies.iter().map(|copy| {
        let mut token = match copy {
            Copy::Group(delimiter, inner) => {
                return Group::new(*delimiter, pasted(inner, ruler, index)).into();
            }
            Copy::Word(text) => TokenTree::Ident(word(text, Span::call_site())),
            Copy::Mark(mark, spacing) => Punct::new(*mark, *spacing).into(),
            Copy::Literal(text) => literal(text).into(),
        };
        if let Some(span) = ruler.subspan(*index..*index + 1) {
            token.set_span(span);
        }
        *index += 1;
        token
    });
    tokens.collect()
}

/// `$crate` is a word to rustc alone; the original comes back where it was.
fn word(text: &str, span: Span) -> Ident {
    match (text.strip_prefix("r#"), text.strip_prefix('$')) {
        (Some(raw), _) => Ident::new_raw(raw, span),
        (_, Some(special)) => Ident::new(special, span),
        _ => Ident::new(text, span),
    }
}

fn literal(text: &str) -> Literal {
    text.parse().unwrap_or_else(|_| Literal::string(text))
}

/// What rustc gets back.
struct Back {
    originals: Vec<TokenTree>,
    /// What the places of the input's copies are called.
    file: String,
    at: Span,
}

impl Back {
    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        tokens.into_iter().map(|token| self.token(token)).collect()
    }

    fn token(&self, token: TokenTree) -> TokenTree {
        let span = token.span();
        let original = self.original(span);
        if let Some(original) = original.filter(|original| is_copy(original, &token)) {
            return original.clone();
        }
        let place = match original {
            Some(original) => original.span(),
            None if span.start() == span.end() => Span::mixed_site().located_at(self.at),
            None => Span::call_site().located_at(self.at),
        };
        match token {
            TokenTree::Group(group) => {
                let mut new = Group::new(group.delimiter(), self.tokens(group.stream()));
                new.set_span(place);
                new.into()
            }
            TokenTree::Ident(ident) => word(&ident.to_string(), place).into(),
            TokenTree::Punct(mark) => {
                let mut new = Punct::new(mark.as_char(), mark.spacing());
                new.set_span(place);
                new.into()
            }
            TokenTree::Literal(text) => {
                let mut new = literal(&text.to_string());
                new.set_span(place);
                new.into()
            }
        }
    }

    /// The token of the input that stands there.
    fn original(&self, span: Span) -> Option<&TokenTree> {
        let is_ours = span.start() == span.end();
        if is_ours || span.file() != self.file {
            return None;
        }
        self.originals.get(span.start().column)
    }
}

fn is_copy(original: &TokenTree, token: &TokenTree) -> bool {
    match (original, token) {
        (_, TokenTree::Group(_)) => false,
        (TokenTree::Ident(original), TokenTree::Ident(word)) => {
            *word == original.to_string().trim_start_matches('$')
        }
        (original, token) => original.to_string() == token.to_string(),
    }
}
