//! `#[derive(LiveEvent)]`: the whitelist, the decoder, and a function a binding. Knows nothing of HTML.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Fields, Lit, Variant};

use super::model::{Event, Events, Parameter, Shape, Timing, field_spec, handler_of, param_member};
use crate::diagnostics::{Area, Diagnostics};
use crate::names::{nearest, partial, unraw};
use crate::runtime_path::private;

/// Expands the derive.
pub fn expand(item: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let tokens = match syn::parse2(item) {
        Ok(item) => derived(item, &mut diagnostics),
        Err(error) => error.into_compile_error(),
    };
    let mistakes = diagnostics.into_tokens();
    quote!(#mistakes #tokens)
}

fn derived(item: DeriveInput, diagnostics: &mut Diagnostics) -> TokenStream {
    if let Some(parameter) = item.generics.params.first() {
        let message = format!(
            "`{}` cannot have parameters: its events are named in templates",
            item.ident
        );
        diagnostics
            .error(Area::of(parameter), message)
            .help("write the types themselves");
        return TokenStream::new();
    }
    generate(&read(item, diagnostics))
}

/// The enum as events.
fn read(item: DeriveInput, diagnostics: &mut Diagnostics) -> Events {
    let name = item.ident;
    let Data::Enum(data) = item.data else {
        let message = "`LiveEvent` is derived for an enum: a variant an event";
        diagnostics
            .error(name.span(), message)
            .help(format!("write `enum {name} {{ … }}`"));
        return Events {
            name,
            events: Vec::new(),
            is_by_hand: true,
        };
    };
    let mut events: Vec<Event> = Vec::new();
    for variant in data.variants {
        let event = event(variant, diagnostics);
        let is_twice = |other: &&Event| {
            other.name == event.name && other.conditions.is_empty() && event.conditions.is_empty()
        };
        if let Some(other) = events.iter().find(is_twice) {
            let (one, two) = (&other.variant, &event.variant);
            diagnostics
                .error(
                    event.variant.span(),
                    format!("`{one}` and `{two}` would be one event, `{}`", event.name),
                )
                .help("name one of them otherwise");
            continue;
        }
        events.push(event);
    }
    Events {
        events,
        name,
        is_by_hand: true,
    }
}

fn event(variant: Variant, diagnostics: &mut Diagnostics) -> Event {
    Event {
        name: handler_of(&variant.ident),
        variant: variant.ident,
        shape: match variant.fields {
            Fields::Unit => Shape::Unit,
            Fields::Named(_) => Shape::Named,
            Fields::Unnamed(_) => Shape::Tuple,
        },
        parameters: parameters(variant.fields),
        timing: timing("event", &variant.attrs, diagnostics),
        conditions: conditions(&variant.attrs),
    }
}

fn parameters(fields: Fields) -> Vec<Parameter> {
    let numbered = fields.into_iter().enumerate();
    let parameter = |(index, field): (usize, syn::Field)| {
        let ident = field
            .ident
            .unwrap_or_else(|| format_ident!("field_{index}"));
        Parameter {
            name: unraw(&ident),
            ident,
            kind: field.ty,
        }
    };
    numbered.map(parameter).collect()
}

/// The `#[cfg]`s among attributes.
pub fn conditions(attributes: &[Attribute]) -> Vec<Attribute> {
    let conditions = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"));
    conditions.cloned().collect()
}

/// What `#[event(…)]` or `#[event_handler(…)]` says about when to send.
pub fn timing(name: &str, attributes: &[Attribute], diagnostics: &mut Diagnostics) -> Timing {
    let mut timing = Timing::default();
    let ours = |attribute: &&Attribute| {
        let segment = attribute.path().segments.last();
        segment.is_some_and(|segment| segment.ident == name)
    };
    for attribute in attributes.iter().filter(ours) {
        if matches!(attribute.meta, syn::Meta::Path(_)) {
            continue;
        }
        let read = attribute.parse_nested_meta(|meta| {
            let setting = match meta.path.get_ident().map(Ident::to_string).as_deref() {
                Some("debounce") => &mut timing.debounce,
                Some("throttle") => &mut timing.throttle,
                _ => return Err(unknown_argument(name, &meta.path)),
            };
            *setting = Some(milliseconds(&meta)?);
            Ok(())
        });
        if let Err(error) = read {
            diagnostics.error(error.span(), error.to_string());
        }
    }
    timing
}

fn milliseconds(meta: &ParseNestedMeta<'_>) -> syn::Result<u32> {
    let name = meta.path.to_token_stream().to_string();
    let way_out = format!("`{name}` is a number of milliseconds\nhelp: write `{name} = 300`");
    let value: Expr = match meta.value() {
        Ok(value) => value.parse()?,
        Err(_) => return Err(syn::Error::new_spanned(&meta.path, way_out)),
    };
    let number = match &value {
        Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        }) => number.base10_parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| syn::Error::new_spanned(&value, way_out))
}

const ARGUMENTS: [&str; 2] = ["debounce", "throttle"];

fn unknown_argument(attribute: &str, path: &syn::Path) -> syn::Error {
    let written = path.to_token_stream().to_string();
    let help = match nearest(&written, ARGUMENTS) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "it takes `debounce = 300` and `throttle = 100`, in milliseconds".to_owned(),
    };
    syn::Error::new_spanned(
        path,
        format!("`{attribute}` takes no `{written}`\nhelp: {help}"),
    )
}

/// The implementation of the trait, and the functions that make bindings.
pub fn generate(events: &Events) -> TokenStream {
    let private = private();
    let name = &events.name;
    let specs = events.events.iter().map(spec);
    let arms = events.events.iter().map(arm);
    let bindings = events.events.iter().map(|event| bindings(event, events));
    quote! {
        #[automatically_derived]
        impl #private::LiveEvent for #name {
            const EVENTS: &'static [#private::EventSpec] = &[#(#specs),*];

            fn decode(
                name: &::core::primitive::str,
                payload: &mut #private::Payload<'_>,
            ) -> ::core::result::Result<Self, #private::EventError> {
                let event = match name {
                    #(#arms)*
                    _ => return ::core::result::Result::Err(#private::EventError::unknown(name)),
                };
                #[allow(unreachable_code, reason = "an enum without variants has no event")]
                {
                    #private::no_more_arguments(payload)?;
                    ::core::result::Result::Ok(event)
                }
            }
        }

        #[allow(private_interfaces, unreachable_pub, dead_code, reason = "which of them templates use is theirs")]
        impl #name {
            #(#bindings)*
        }
    }
}

fn spec(event: &Event) -> TokenStream {
    let private = private();
    let conditions = &event.conditions;
    let name = event.spelling();
    let params = event
        .parameters
        .iter()
        .map(|parameter| field_spec(&parameter.name, &parameter.kind, false));
    let debounce = option(event.timing.debounce);
    let throttle = option(event.timing.throttle);
    quote! {
        #(#conditions)*
        #private::EventSpec { name: #name, params: &[#(#params),*], debounce: #debounce, throttle: #throttle }
    }
}

fn option(milliseconds: Option<u32>) -> TokenStream {
    match milliseconds {
        Some(milliseconds) => quote!(::core::option::Option::Some(#milliseconds)),
        None => quote!(::core::option::Option::None),
    }
}

fn arm(event: &Event) -> TokenStream {
    let private = private();
    let Event {
        variant,
        conditions,
        ..
    } = event;
    let name = event.spelling();
    let values: Vec<_> = event
        .parameters
        .iter()
        .map(|parameter| {
            let (name, kind) = (&parameter.name, &parameter.kind);
            quote_spanned!(span_of(kind)=> #private::argument::<#kind>(#name, payload)?)
        })
        .collect();
    let fields = event.fields(&values);
    quote!(#(#conditions)* #name => Self::#variant #fields,)
}

/// `edit(&id, &todo)` for all parameters; `edit_0()`, `edit_1(&id)` for the first, where the browser supplies the rest.
/// Where templates cannot know the events, `__edit_0` to `__edit_2` for their calls.
fn bindings(event: &Event, all: &Events) -> TokenStream {
    let takes = event.parameters.len();
    let (spelling, span) = (event.spelling(), event.name.span());
    let whole = binding(event, &event.name, takes);
    let is_event = |name: &str| all.events.iter().any(|other| other.spelling() == name);
    let partials = (0..takes).map(|count| {
        let name = partial(&spelling, count, is_event);
        binding(event, &Ident::new(&name, span), count)
    });
    let calls = (0..=takes).filter(|_| all.is_by_hand).map(|count| {
        let name = format_ident!("__{spelling}_{count}", span = span);
        let call = binding(event, &name, count);
        quote!(#[doc(hidden)] #[allow(non_snake_case, reason = "generated")] #call)
    });
    quote!(#whole #(#partials)* #(#calls)*)
}

fn binding(event: &Event, function: &Ident, count: usize) -> TokenStream {
    let private = private();
    let conditions = &event.conditions;
    let name = event.spelling();
    let parameters = &event.parameters[..count];
    let takes = parameters.iter().map(|Parameter { ident, kind, .. }| {
        let borrowed = param_member(kind, "Borrowed");
        quote_spanned!(span_of(kind)=> #ident: &#borrowed)
    });
    let writes = parameters.iter().map(|Parameter { ident, kind, .. }| {
        let encode = param_member(kind, "encode");
        quote_spanned!(span_of(kind)=> .argument(#encode, #ident))
    });
    let timing = match event.timing {
        Timing {
            debounce: Some(milliseconds),
            ..
        } => quote!(.debounced(#milliseconds)),
        Timing {
            throttle: Some(milliseconds),
            ..
        } => quote!(.throttled(#milliseconds)),
        _ => TokenStream::new(),
    };
    let doc = match event.parameters.len() - count {
        0 => format!("A binding to `{name}`."),
        _ => format!(
            "A binding to `{name}` that leaves all but {count} of its parameters to the browser."
        ),
    };
    quote! {
        #(#conditions)*
        #[doc = #doc]
        pub fn #function(#(#takes),*) -> #private::Binding {
            #private::BindingWriter::new(#name)#timing #(#writes)*.finish()
        }
    }
}

/// The place of the first token, which carets point at.
pub fn span_of(tokens: &impl ToTokens) -> proc_macro2::Span {
    let mut tokens = tokens.to_token_stream().into_iter();
    tokens
        .next()
        .map_or_else(proc_macro2::Span::call_site, |token| token.span())
}
