//! The statements of the closure: one for each action, each expression spanned on the author's tokens. Takes no decision.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::templates::template;
use crate::html::ast::Expression;
use crate::html::placed::{borrowed, ends, parenthesised};
use crate::html::plan::{Action, Branch, Plan, Row, Rows};
use crate::runtime_path;

/// The closure's parameter: hygienic, so that no name of the author's is it.
pub(super) fn renderer() -> Ident {
    Ident::new("renderer", Span::mixed_site())
}

pub(super) struct Generator<'p> {
    pub(super) plan: &'p Plan,
    pub(super) private: Ident,
    pub(super) renderer: Ident,
}

impl<'p> Generator<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        Generator {
            plan,
            private: runtime_path::alias(),
            renderer: renderer(),
        }
    }

    /// The statements that fill the root.
    pub(super) fn root(&self) -> TokenStream {
        let Statements { mut code, markup } = self.steps(&self.plan.fragments[0].steps);
        code.push(self.alone(&markup));
        code.into_iter().collect()
    }

    /// The statements that show an instance of a fragment.
    pub(super) fn instance(&self, index: usize) -> TokenStream {
        let (renderer, name) = (&self.renderer, template(index));
        self.content(quote!(#renderer.enter(&#name);), index)
    }

    /// The statements that fill an instance that these began, and end it.
    fn content(&self, begin: TokenStream, index: usize) -> TokenStream {
        let renderer = &self.renderer;
        let Statements { code, markup } = self.steps(&self.plan.fragments[index].steps);
        let end = match markup.is_empty() {
            true => quote!(#renderer.leave();),
            false => quote!(#renderer.leave_behind(#markup);),
        };
        [begin].into_iter().chain(code).chain([end]).collect()
    }

    fn steps(&self, steps: &[Action]) -> Statements {
        let mut statements = Statements::default();
        for action in steps {
            match action {
                Action::Markup(markup) => statements.markup.push_str(markup),
                action => {
                    let code = self.action(action, &mut statements);
                    statements.code.push(self.marked(action, code));
                }
            }
        }
        statements
    }

    fn action(&self, action: &Action, before: &mut Statements) -> TokenStream {
        match action {
            Action::Markup(markup) => self.alone(markup),
            Action::Claim(items) => items.clone(),
            Action::Let(tokens) => quote!(let #tokens;),
            Action::Touch(expression) => {
                let expression = borrowed(expression);
                quote!(let _ = #expression;)
            }
            Action::Value(parts, target) => self.value(parts, target, &before.take_markup()),
            Action::Binding(Expression { tokens, .. }, name) => {
                let (renderer, markup) = (&self.renderer, before.take_markup());
                quote!(#renderer.binding(#markup, #tokens, #name);)
            }
            Action::Toggle(token, condition) => {
                let (place, _) = ends(condition);
                let condition = parenthesised(condition);
                self.call(place, "toggle", before, &quote!(#token, #condition))
            }
            Action::Spread(attributes, host) => {
                self.spread(attributes, host, &before.take_markup())
            }
            Action::Html(expression, only_inline) => {
                let (place, _) = ends(expression);
                let expression = borrowed(expression);
                match only_inline {
                    None => self.call(place, "html", before, &quote!(#expression)),
                    Some(tag) => {
                        self.call(place, "inline_html", before, &quote!(#expression, #tag))
                    }
                }
            }
            Action::Render(expression) => {
                let (place, _) = ends(expression);
                let expression = parenthesised(expression);
                self.call(place, "render", before, &quote!(#expression))
            }
            Action::For(rows) => self.rows(rows, &before.take_markup()),
            Action::If(arms, otherwise) => self.behind(before, self.conditional(arms, *otherwise)),
            Action::Match(scrutinee, arms) => self.behind(before, self.choice(scrutinee, arms)),
            Action::Empty(branch) => self.behind(before, self.empty(*branch)),
            Action::Component(call) => self.behind(before, self.component(call)),
        }
    }

    /// Statements that take no markup along.
    fn behind(&self, before: &mut Statements, code: TokenStream) -> TokenStream {
        let markup = self.alone(&before.take_markup());
        quote!(#markup #code)
    }

    /// A call that takes the markup along, on the author's tokens.
    fn call(
        &self,
        place: Span,
        method: &str,
        before: &mut Statements,
        arguments: &TokenStream,
    ) -> TokenStream {
        let (renderer, markup) = (&self.renderer, before.take_markup());
        let method = Ident::new(method, place);
        quote_spanned!(place=> #renderer.#method(#markup, #arguments);)
    }

    /// Markup that nothing takes along.
    fn alone(&self, markup: &str) -> TokenStream {
        let renderer = &self.renderer;
        if markup.is_empty() {
            TokenStream::new()
        } else {
            quote!(#renderer.markup(#markup);)
        }
    }

    fn conditional(&self, arms: &[(TokenStream, Branch)], otherwise: Branch) -> TokenStream {
        let (mut marks, mut code) = (TokenStream::new(), TokenStream::new());
        for (condition, branch) in arms {
            let branch = self.branch(*branch);
            let (mark, condition) = self.marked_header(condition);
            marks.extend(mark);
            code.extend(quote!(if #condition { #branch } else));
        }
        let otherwise = self.branch(otherwise);
        quote!(#marks #code { #otherwise })
    }

    fn choice(&self, scrutinee: &TokenStream, arms: &[(TokenStream, Branch)]) -> TokenStream {
        let arms = arms.iter().map(|(pattern, branch)| {
            let branch = self.branch(*branch);
            quote!(#pattern => { #branch })
        });
        let (mark, scrutinee) = self.marked_header(scrutinee);
        quote!(#mark match #scrutinee { #(#arms)* })
    }

    fn empty(&self, branch: Branch) -> TokenStream {
        let (renderer, empty) = (&self.renderer, empty());
        let branch = self.branch(branch);
        quote!(if #empty { #branch } else { #renderer.nothing(); })
    }

    fn branch(&self, branch: Branch) -> TokenStream {
        let renderer = &self.renderer;
        match branch {
            Some(index) => self.instance(index),
            None => quote!(#renderer.nothing();),
        }
    }

    fn rows(&self, rows: &Rows, markup: &str) -> TokenStream {
        let renderer = &self.renderer;
        let pattern = &rows.pattern;
        let (mark, iterable) = self.marked_header(&rows.iterable);
        let (open, row) = match &rows.row {
            Row::Fragment(index) => {
                let template = template(*index);
                let begin = self.begin_row(rows, Some(&template));
                (
                    quote!(open_list(#markup, &#template)),
                    self.content(begin, *index),
                )
            }
            Row::Component(steps) => {
                let begin = self.begin_row(rows, None);
                let component = self.steps(steps).code;
                (
                    quote!(open_mixed_list(#markup)),
                    quote!(#begin #(#component)*),
                )
            }
        };
        let result = if rows.has_empty {
            let empty = empty();
            quote!(let #empty =)
        } else {
            TokenStream::new()
        };
        quote! {
            #mark
            #renderer.#open;
            for #pattern in #iterable { #row }
            #result #renderer.close_list();
        }
    }

    /// Begins a row; with a template, the instance too.
    fn begin_row(&self, rows: &Rows, template: Option<&Ident>) -> TokenStream {
        let renderer = &self.renderer;
        let Some(key) = &rows.key else {
            return match template {
                Some(template) => quote!(#renderer.unkeyed_row(&#template);),
                None => quote!(#renderer.row_unkeyed();),
            };
        };
        let (place, _) = ends(key);
        let key = borrowed(key);
        match template {
            Some(template) => quote_spanned!(place=> #renderer.keyed_row(#key, &#template);),
            None => quote_spanned!(place=> #renderer.row(#key);),
        }
    }
}

/// Statements, and markup that the next one takes along.
#[derive(Default)]
struct Statements {
    code: Vec<TokenStream>,
    markup: String,
}

impl Statements {
    fn take_markup(&mut self) -> String {
        std::mem::take(&mut self.markup)
    }
}

fn empty() -> Ident {
    Ident::new("empty", Span::mixed_site())
}
