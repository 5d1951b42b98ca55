//! What a binding is in generated code: a text that never changes, or a call of the events' own functions. Judges nothing.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use super::resolve::{Bound, Call, area_of, arguments, resolve};
use super::site::{Site, each_push, makes_commands};
use super::table::{Kind, OPTIMISTIC, event};
use super::timing::prefix;
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Attribute, Expression, Handlers, Value};
use crate::names::{ident, partial, unraw};
use crate::runtime_path::private;

/// The value of a binding.
#[derive(Debug)]
pub enum Lowered {
    /// This text.
    Fixed(String),
    /// The binding that this call of an event's function makes.
    Called(Expression),
    /// What this is at run time.
    Changing(Expression),
}

/// The value of a binding; nothing where there is none to show.
pub fn lower(attribute: &Attribute, handlers: Option<&Handlers>) -> Option<Lowered> {
    let kind = event(&attribute.name.text).map(|event| event.kind);
    let is_text = matches!(attribute.value, Value::Static(_) | Value::Interpolated(..));
    if is_text && matches!(kind, Some(Kind::Commands | Kind::CommandsOrClasses)) {
        return None;
    }
    if let Value::Expression(expression) = &attribute.value
        && makes_commands(&expression.tokens)
    {
        let value = commands(attribute, expression, handlers);
        return Some(bind(attribute, value, expression.span));
    }
    let bound = resolve(
        &Site::whole(attribute),
        handlers,
        &mut Diagnostics::default(),
    );
    let (expression, span) = match &attribute.value {
        Value::Static(text) => (TokenStream::new(), text.area.first),
        Value::Expression(expression) => (expression.tokens.clone(), expression.span),
        Value::Bare | Value::Interpolated(..) => return None,
    };
    let value = match (bound, handlers) {
        (Some(Bound::Handler(call)), _) if call.arguments.is_empty() => {
            let timing = prefix(&call.handler.options);
            return Some(Lowered::Fixed(timing + &call.handler.spelling()));
        }
        (Some(Bound::Handler(call)), Some(handlers)) => {
            let tokens = called(&call, handlers);
            return Some(Lowered::Called(Expression { tokens, span }));
        }
        (
            Some(Bound::Open {
                name,
                area,
                arguments,
            }),
            Some(handlers),
        ) => open_call(
            &handlers.events,
            &name,
            area,
            &arguments.unwrap_or_default(),
        ),
        (Some(Bound::Value | Bound::Path { .. }), _) => expression,
        _ => match &attribute.value {
            Value::Static(text) => return Some(Lowered::Fixed(text.value.clone())),
            _ => harmless(expression),
        },
    };
    Some(bind(attribute, value, span))
}

/// A value that becomes the attribute's text.
fn bind(attribute: &Attribute, value: TokenStream, span: Span) -> Lowered {
    let private = private();
    let place = place(span);
    let group = grouped(value, place);
    let takes = match attribute.name.text == OPTIMISTIC {
        true => quote_spanned!(place=> undo),
        false => quote_spanned!(place=> bind),
    };
    Lowered::Changing(Expression {
        tokens: quote_spanned!(place=> #private::#takes(&#group)),
        span,
    })
}

/// Commands as they stand, each handler that they push called by the events' own function.
pub(super) fn commands(
    attribute: &Attribute,
    expression: &Expression,
    handlers: Option<&Handlers>,
) -> TokenStream {
    each_push(expression.tokens.clone(), &mut |call| {
        let site = Site::pushed(attribute, call);
        let Some(bound) = resolve(&site, handlers, &mut Diagnostics::default()) else {
            return Some(harmless(call.tokens.clone()));
        };
        match (bound, handlers?) {
            (Bound::Handler(call), handlers) => Some(called(&call, handlers)),
            (
                Bound::Open {
                    name,
                    area,
                    arguments,
                },
                handlers,
            ) => Some(open_call(
                &handlers.events,
                &name,
                area,
                &arguments.unwrap_or_default(),
            )),
            (Bound::Path { .. } | Bound::Value, _) => None,
        }
    })
}

/// What stands where the binding was refused, or is not checked: its arguments are still looked at.
fn harmless(expression: TokenStream) -> TokenStream {
    let private = private();
    let tokens: Vec<TokenTree> = expression.into_iter().collect();
    let arguments = match &tokens[..] {
        [TokenTree::Ident(_), TokenTree::Group(group)] => arguments(group.stream()),
        _ => Vec::new(),
    };
    let looked_at = arguments
        .iter()
        .map(|argument| quote!(let _ = &(#argument);));
    quote!({ #(#looked_at)* #private::BindingWriter::new("").finish() })
}

pub(super) fn called(call: &Call<'_>, handlers: &Handlers) -> TokenStream {
    let takes = call.handler.parameters.len();
    let given = call.arguments.len().min(takes);
    let name = call.handler.spelling();
    let span = place(call.area.first);
    let function = match given == takes {
        true => ident(&name, span),
        false => {
            let is_event = |name: &str| handlers.named(name).is_some();
            Ident::new(&partial(&name, given, is_event), span)
        }
    };
    function_call(
        &handlers.events,
        &function,
        &call.arguments[..given],
        call.area,
    )
}

/// A call of an event that only rustc may know: an own function of the enum comes before a trait's, and where it has
/// none, the trait keeps rustc quiet beside the claim that says so.
pub(super) fn open_call(
    events: &TokenStream,
    name: &str,
    area: Area,
    arguments: &[TokenStream],
) -> TokenStream {
    let private = private();
    let span = place(area.first);
    let name = ident(name, span);
    let function = format_ident!("__{}_{}", unraw(&name), arguments.len(), span = span);
    let kinds: Vec<_> = (0..arguments.len())
        .map(|number| format_ident!("A{number}"))
        .collect();
    let call = function_call(events, &function, arguments, area);
    quote! {{
        trait __Unknown {
            #[allow(non_snake_case)]
            fn #function<#(#kinds: ?Sized),*>(#(_: &#kinds),*) -> #private::Binding {
                #private::BindingWriter::new("").finish()
            }
        }
        impl<E> __Unknown for E {}
        #call
    }}
}

/// `TodosEvents::toggle(&(todo.id))`: the arguments are borrowed, since a row's value must not move out of it.
fn function_call(
    events: &TokenStream,
    function: &Ident,
    arguments: &[TokenStream],
    area: Area,
) -> TokenStream {
    let references = arguments.iter().map(|argument| {
        let area = area_of(argument, area.first);
        let group = grouped(argument.clone(), place(area.last));
        quote_spanned!(place(area.first)=> &#group)
    });
    let span = place(area.first);
    let list = grouped(quote!(#(#references),*), place(area.last));
    quote_spanned!(span=> #events::#function #list)
}

fn grouped(tokens: TokenStream, span: Span) -> Group {
    let mut group = Group::new(Delimiter::Parenthesis, tokens);
    group.set_span(span);
    group
}

/// Where rustc points, without its wish to mend what a macro wrote.
pub(super) fn place(span: Span) -> Span {
    Span::call_site().located_at(span)
}
