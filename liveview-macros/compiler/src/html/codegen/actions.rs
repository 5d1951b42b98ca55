//! The statements of the closure: one for each action, each expression spanned on the author's tokens. Takes no decision.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::template;
use crate::html::ast::Expression;
use crate::html::contexts::Form;
use crate::html::placed::{borrowed, ends, parenthesised};
use crate::html::plan::{Action, Branch, Host, Part, Plan, Row, Rows, Target};
use crate::runtime_path;

/// The closure's parameter: hygienic, so that no name of the author's is it.
pub(super) fn renderer() -> Ident {
    Ident::new("renderer", Span::mixed_site())
}

pub(super) struct Generator<'p> {
    pub(super) plan: &'p Plan,
    pub(super) private: TokenStream,
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

    /// The statements that fill a fragment.
    pub(super) fn fragment(&self, index: usize) -> TokenStream {
        self.steps(&self.plan.fragments[index].steps)
    }

    fn steps(&self, steps: &[Action]) -> TokenStream {
        steps.iter().map(|action| self.marked(action)).collect()
    }

    pub(super) fn action(&self, action: &Action) -> TokenStream {
        let renderer = &self.renderer;
        match action {
            Action::Markup(markup) => quote!(#renderer.markup(#markup);),
            Action::Claim(items) => items.clone(),
            Action::Let(tokens) => quote!(let #tokens;),
            Action::Touch(expression) => {
                let expression = borrowed(expression);
                quote!(let _ = #expression;)
            }
            Action::Value(parts, target) => self.value(parts, target),
            Action::Toggle(token, condition) => {
                let (place, _) = ends(condition);
                let condition = parenthesised(condition);
                quote_spanned!(place=> #renderer.toggle(#token, #condition);)
            }
            Action::Spread(attributes, host) => self.spread(attributes, host),
            Action::If(arms, otherwise) => self.conditional(arms, *otherwise),
            Action::Match(scrutinee, arms) => {
                let arms = arms.iter().map(|(pattern, branch)| {
                    let branch = self.branch(*branch);
                    quote!(#pattern => { #branch })
                });
                let (mark, scrutinee) = self.marked_header(scrutinee);
                quote!(#mark match #scrutinee { #(#arms)* })
            }
            Action::For(rows) => self.rows(rows),
            Action::Empty(branch) => {
                let empty = empty();
                let branch = self.branch(*branch);
                quote!(if #empty { #branch } else { #renderer.nothing(); })
            }
            Action::Html(expression, only_inline) => {
                let (place, _) = ends(expression);
                let expression = borrowed(expression);
                match only_inline {
                    None => quote_spanned!(place=> #renderer.html(#expression);),
                    Some(tag) => quote_spanned!(place=> #renderer.inline_html(#expression, #tag);),
                }
            }
            Action::Render(expression) => {
                let (place, _) = ends(expression);
                let expression = parenthesised(expression);
                quote_spanned!(place=> #renderer.render(#expression);)
            }
            Action::Component(call) => self.component(call),
        }
    }

    /// A single value is written at once; several are gathered between `begin` and its end.
    fn value(&self, parts: &[Part], target: &Target) -> TokenStream {
        let renderer = &self.renderer;
        if let [Part::Expression(expression)] = parts {
            return self.single(expression, target);
        }
        let parts = parts.iter().map(|part| match part {
            Part::Text(text) => quote!(#renderer.literal(#text);),
            Part::Let(tokens) => quote!(let #tokens;),
            Part::Expression(expression) => self.dispatch(expression, &quote!(piece), None),
        });
        let end = match target {
            Target::Text => quote!(end_text()),
            Target::Attribute(name) => quote!(end_attribute(#name)),
            Target::Url(name, form) => {
                let address = self.address(name, *form);
                quote!(end_url(#address))
            }
            Target::Property(name) => quote!(end_property(#name)),
            Target::Classes => quote!(end_classes()),
            Target::Style(name) => quote!(end_style(#name)),
        };
        quote!(#renderer.begin(); #(#parts)* #renderer.#end;)
    }

    fn single(&self, expression: &Expression, target: &Target) -> TokenStream {
        let (method, name) = match target {
            Target::Text => (quote!(text), None),
            Target::Attribute(name) => (quote!(attribute), Some(quote!(#name))),
            Target::Url(name, form) => (quote!(url), Some(self.address(name, *form))),
            Target::Property(name) => (quote!(property), Some(quote!(#name))),
            Target::Classes => (quote!(classes), None),
            Target::Style(name) => (quote!(style), Some(quote!(#name))),
        };
        self.dispatch(expression, &method, name)
    }

    fn address(&self, name: &str, form: Form) -> TokenStream {
        let private = &self.private;
        let form = match form {
            Form::One => quote!(One),
            Form::Spaced => quote!(Spaced),
            Form::Candidates => quote!(Candidates),
            Form::Animated => quote!(Animated),
            Form::Refresh => quote!(Refresh),
        };
        quote!(#private::Form::#form.of(#name))
    }

    fn spread(&self, attributes: &Expression, host: &Host) -> TokenStream {
        let (private, renderer) = (&self.private, &self.renderer);
        let (place, _) = ends(attributes);
        let attributes = borrowed(attributes);
        let Host {
            tag,
            own,
            has_class,
        } = host;
        quote_spanned! {place=>
            #renderer.spread(#attributes, &#private::Host { tag: #tag, own: &[#(#own),*], has_class: #has_class });
        }
    }

    /// Picks the way of writing by the value's type: references are peeled until a kind is found.
    ///
    /// The call stands on the author's tokens, since rustc speaks of a value that cannot be shown there.
    fn dispatch(
        &self,
        expression: &Expression,
        method: &TokenStream,
        name: Option<TokenStream>,
    ) -> TokenStream {
        let (private, renderer) = (&self.private, &self.renderer);
        let scrutinee = borrowed(expression);
        let (first, last) = ends(expression);
        let value = Ident::new("value", last);
        let argument = quote_spanned!(first=> &*#value);
        let name = name.map(|name| quote!(#name,));
        let call = quote_spanned! {first=>
            (&&&#private::Show(#value)).liveview_kind().#method(#argument, #name #renderer)
        };
        quote!(match #scrutinee { #value => #call })
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

    fn branch(&self, branch: Branch) -> TokenStream {
        let renderer = &self.renderer;
        match branch {
            Some(index) => self.instance(index),
            None => quote!(#renderer.nothing();),
        }
    }

    /// An instance of a fragment, in the next slot or as a row.
    pub(super) fn instance(&self, index: usize) -> TokenStream {
        let renderer = &self.renderer;
        let name = template(index);
        let content = self.fragment(index);
        quote!(#renderer.enter(&#name); #content #renderer.leave();)
    }

    fn rows(&self, rows: &Rows) -> TokenStream {
        let renderer = &self.renderer;
        let pattern = &rows.pattern;
        let (mark, iterable) = self.marked_header(&rows.iterable);
        let (template, row) = match &rows.row {
            Row::Fragment(index) => {
                let template = template(*index);
                let option = quote!(::core::option::Option::Some(&#template));
                (option, self.instance(*index))
            }
            Row::Component(steps) => (quote!(::core::option::Option::None), self.steps(steps)),
        };
        let key = match &rows.key {
            Some(key) => {
                let (place, _) = ends(key);
                let key = borrowed(key);
                quote_spanned!(place=> #renderer.row(#key);)
            }
            None => quote!(#renderer.row_unkeyed();),
        };
        let result = if rows.has_empty {
            let empty = empty();
            quote!(let #empty =)
        } else {
            TokenStream::new()
        };
        quote! {
            #mark
            #renderer.open_list(#template);
            for #pattern in #iterable {
                #key
                #row
            }
            #result #renderer.close_list();
        }
    }
}

fn empty() -> Ident {
    Ident::new("empty", Span::mixed_site())
}
