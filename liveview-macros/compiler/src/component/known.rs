//! Which names in a template mean a parameter, as far as tokens tell: patterns hide, loops and `Some(…)` unwrap. Knows no types.

use proc_macro2::{TokenStream, TokenTree};

use super::kinds;
use super::model::Parameter;
use crate::html::ast::Expression;
use crate::names::unraw;

/// A name that means a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    /// The name.
    name: String,
    /// The parameter's number.
    pub(super) parameter: usize,
    /// What of it.
    pub(super) form: Form,
}

/// What of a parameter a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The parameter, which is an `Option`.
    Optional,
    /// The parameter.
    Whole,
    /// What was in the `Option`, or one of several.
    One,
}

/// The names that are known at some place.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope(Vec<Known>);

impl Scope {
    /// Each parameter by its name.
    pub(super) fn of(parameters: &[Parameter]) -> Self {
        let known = parameters
            .iter()
            .enumerate()
            .map(|(number, parameter)| Known {
                name: unraw(&parameter.name),
                parameter: number,
                form: match kinds::option_of(&parameter.kind) {
                    Some(_) => Form::Optional,
                    None => Form::Whole,
                },
            });
        Scope(known.collect())
    }

    /// What an expression that is a name alone means.
    pub(super) fn named(&self, expression: &Expression) -> Option<&Known> {
        let mut tokens = expression.tokens.clone().into_iter();
        let known = self.known(&tokens.next()?);
        known.filter(|_| tokens.next().is_none())
    }

    /// What the name means that an expression is, or calls `.with(…)` on.
    pub(super) fn begun(&self, expression: &Expression) -> Option<&Known> {
        let mut tokens = expression.tokens.clone().into_iter();
        let known = self.known(&tokens.next()?)?;
        let is_shown = match (tokens.next(), tokens.next()) {
            (None, _) => true,
            (Some(TokenTree::Punct(_)), Some(TokenTree::Ident(method))) => method == "with",
            _ => false,
        };
        is_shown.then_some(known)
    }

    /// Under a condition: `let Some(footer) = footer` unwraps, other patterns hide.
    pub(super) fn under_condition(&self, condition: &TokenStream) -> Scope {
        let tokens: Vec<TokenTree> = condition.clone().into_iter().collect();
        match &tokens[..] {
            [
                TokenTree::Ident(word),
                some,
                inner,
                TokenTree::Punct(mark),
                name,
            ] if word == "let" && mark.as_char() == '=' => {
                let pattern = [some, inner].into_iter().cloned().collect();
                self.under_pattern(&pattern, &name.clone().into())
            }
            [TokenTree::Ident(word), ..] if word == "let" => {
                let mut inner = self.clone();
                inner.hide(condition);
                inner
            }
            _ => self.clone(),
        }
    }

    /// Behind a pattern: `Some(footer)` unwraps the scrutinee, other patterns hide.
    pub(super) fn under_pattern(&self, pattern: &TokenStream, scrutinee: &TokenStream) -> Scope {
        let mut inner = self.clone();
        inner.hide(pattern);
        let tokens: Vec<TokenTree> = pattern.clone().into_iter().collect();
        if let [TokenTree::Ident(some), TokenTree::Group(group)] = &tokens[..]
            && some == "Some"
            && let Some(known) = self.sole(scrutinee)
        {
            inner.learn(&group.stream(), known);
        }
        inner
    }

    /// In a loop: its name is one of what is walked.
    pub(super) fn in_loop(&self, pattern: &TokenStream, iterable: &TokenStream) -> Scope {
        let mut inner = self.clone();
        inner.hide(pattern);
        if let Some(known) = self.sole(iterable) {
            inner.learn(pattern, known);
        }
        inner
    }

    /// Forgets the names in a pattern; in `pattern = value`, those of the value stay.
    pub(super) fn hide(&mut self, pattern: &TokenStream) {
        for token in pattern.clone() {
            match &token {
                TokenTree::Punct(mark) if mark.as_char() == '=' => return,
                TokenTree::Ident(word) => self.0.retain(|known| known.name != unraw(word)),
                TokenTree::Group(group) => self.hide(&group.stream()),
                _ => {}
            }
        }
    }

    fn learn(&mut self, name: &TokenStream, of: &Known) {
        let tokens: Vec<TokenTree> = name.clone().into_iter().collect();
        if let [TokenTree::Ident(name)] = &tokens[..] {
            self.0.push(Known {
                name: unraw(name),
                parameter: of.parameter,
                form: Form::One,
            });
        }
    }

    /// What a name alone means, or a reference to it.
    fn sole(&self, tokens: &TokenStream) -> Option<&Known> {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        match &tokens[..] {
            [name] => self.known(name),
            [TokenTree::Punct(mark), name] if mark.as_char() == '&' => self.known(name),
            _ => None,
        }
    }

    fn known(&self, token: &TokenTree) -> Option<&Known> {
        let TokenTree::Ident(word) = token else {
            return None;
        };
        let name = unraw(word);
        self.0.iter().rev().find(|known| known.name == name)
    }
}
