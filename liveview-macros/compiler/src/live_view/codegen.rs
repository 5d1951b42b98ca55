//! From what was understood to code: the impl as written, the events, the trait. Takes no decisions.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::header;
use super::model::{Callback, Handler, Member, Method, Plan, View};
use crate::derive::live_event;
use crate::derive::model::{Event, Events};
use crate::html::branches;
use crate::names::respanned;
use crate::runtime_path::private;

/// The whole expansion.
pub(super) fn generate(view: &View, mut plan: Plan) -> TokenStream {
    let name = events_name(view);
    let events = match &plan.handle_event {
        Some((_, events)) => events.to_token_stream(),
        None => name.to_token_stream(),
    };
    let header = header::header(view, &events, &plan);
    let author = author(view, &header);
    let own = plan.handle_event.is_none().then(|| event_enum(view, &plan));
    let (shown, beside) = match (&plan.render, plan.template.take()) {
        (None, Some(template)) => template.expand(quote!(#header @@root)),
        (render, _) => {
            let render = render
                .as_ref()
                .map(|callback| call(view, callback, quote!(self), &[]));
            (render.unwrap_or_default(), TokenStream::new())
        }
    };
    let implementation = implementation(view, &plan, &events, &shown);
    quote!(#author #own #implementation #beside)
}

/// The enum of a view's events.
pub(super) fn events_name(view: &View) -> Ident {
    format_ident!("{}Events", view.name)
}

/// The impl as its author wrote it, without our attributes.
pub(super) fn author(view: &View, header: &TokenStream) -> TokenStream {
    let View {
        attributes,
        impl_token,
        generics,
        state,
        ..
    } = view;
    let conditions = &generics.where_clause;
    let members = view.members.iter().map(|member| match member {
        Member::Method(method) => author_method(method, header),
        Member::Other(tokens) if is_type(tokens) => TokenStream::new(),
        Member::Other(tokens) => tokens.clone(),
    });
    let body = quote_spanned!(view.braces=> { #(#members)* });
    quote!(#(#attributes)* #impl_token #generics #state #conditions #body)
}

/// A type among the members was refused; rustc need not say it again.
fn is_type(member: &TokenStream) -> bool {
    let first = member.clone().into_iter().next();
    matches!(first, Some(TokenTree::Ident(word)) if word == "type")
}

fn author_method(method: &Method, header: &TokenStream) -> TokenStream {
    let Method {
        attributes,
        visibility,
        signature,
        body,
        ..
    } = method;
    let mut statements = branches::without_rivals(body.stream());
    if signature.ident == "render" {
        statements = header::mark(statements);
    }
    let mut inner = proc_macro2::Group::new(body.delimiter(), header::insert(statements, header));
    inner.set_span(body.span());
    quote!(#(#attributes)* #visibility #signature #inner)
}

/// The enum and what it derives.
pub(super) fn event_enum(view: &View, plan: &Plan) -> TokenStream {
    let name = events_name(view);
    let doc = format!(
        "The events of `{}`: a variant a handler, and a function that binds it.",
        view.name
    );
    let variants = plan.handlers.iter().map(|handler| variant(&handler.event));
    let events = plan
        .handlers
        .iter()
        .map(|handler| handler.event.clone())
        .collect();
    let derived = live_event::generate(&Events {
        name: name.clone(),
        events,
        is_by_hand: false,
    });
    quote! {
        #[doc = #doc]
        #[allow(missing_docs, private_interfaces, unreachable_pub, missing_debug_implementations, reason = "generated")]
        pub enum #name { #(#variants),* }
        #derived
    }
}

fn variant(event: &Event) -> TokenStream {
    let Event {
        variant,
        conditions,
        ..
    } = event;
    let kinds: Vec<_> = event
        .parameters
        .iter()
        .map(|parameter| parameter.kind.to_token_stream())
        .collect();
    let fields = event.fields(&kinds);
    quote!(#(#conditions)* #variant #fields)
}

fn implementation(
    view: &View,
    plan: &Plan,
    events: &TokenStream,
    shown: &TokenStream,
) -> TokenStream {
    let private = private();
    let state = &view.state;
    let message = match &plan.handle_info {
        Some((_, message)) => message.to_token_stream(),
        None => quote!(::core::convert::Infallible),
    };
    let mount = mount(view, plan);
    let handle_event = handle_event(view, plan, events);
    let handle_info = plan
        .handle_info
        .as_ref()
        .map(|(callback, _)| handle_info(view, callback));
    let disconnect = plan.disconnect.as_ref().map(|callback| {
        let call = call(view, callback, quote!(self), &[]);
        quote!(fn disconnect(&mut self) { #call })
    });
    quote! {
        #[automatically_derived]
        #[allow(clippy::all, clippy::pedantic, reason = "generated; lints of style are for what people write")]
        impl #private::LiveView for #state {
            type Event = #events;
            type Message = #message;
            #mount
            #handle_event
            #handle_info
            #disconnect
            fn render(&self) -> impl #private::Render { #shown }
        }
    }
}

fn mount(view: &View, plan: &Plan) -> TokenStream {
    let state = &view.state;
    let private = private();
    let made = match &plan.mount {
        Some(Callback {
            name,
            asynchronous,
            context,
        }) => {
            let context = context.then(|| quote!(cx));
            let wait = asynchronous.then(|| quote!(.await));
            quote_spanned!(name.span()=> <#state>::#name(#context) #wait)
        }
        None => {
            let span = view.name.span();
            let private = respanned(private.clone(), span);
            quote_spanned!(span=> #private::mount_by_default::<#state>())
        }
    };
    let outcome = outcome(plan.mount.as_ref(), quote!(Self), made);
    let name = name_or(plan.mount.as_ref(), "mount");
    quote_spanned! {name.span()=>
        #[allow(unused_variables, reason = "not every view asks its context")]
        fn mount(cx: &mut #private::Context<Self>)
            -> impl ::core::future::Future<Output = #private::Result<Self>> + ::core::marker::Send {
            async move { #outcome }
        }
    }
}

fn handle_event(view: &View, plan: &Plan, events: &TokenStream) -> TokenStream {
    let private = private();
    let body = match &plan.handle_event {
        Some((callback, _)) => {
            let call = call(view, callback, quote!(self), &[quote!(event)]);
            answer(callback, call)
        }
        None => {
            let arms = plan.handlers.iter().map(|handler| arm(view, handler));
            quote!(match event { #(#arms)* })
        }
    };
    let name = name_or(
        plan.handle_event.as_ref().map(|(callback, _)| callback),
        "handle_event",
    );
    quote_spanned! {name.span()=>
        #[allow(unused_variables, reason = "not every handler asks its context")]
        fn handle_event(&mut self, event: #events, cx: &mut #private::Context<Self>)
            -> impl ::core::future::Future<Output = #private::Result<()>> + ::core::marker::Send {
            async move { #body }
        }
    }
}

/// One handler's arm. An asynchronous one is awaited through a wrapper that bears its name, so that a future that
/// cannot be sent between threads is reported on that name.
fn arm(view: &View, handler: &Handler) -> TokenStream {
    let private = private();
    let Handler { callback, event } = handler;
    let Event {
        variant,
        conditions,
        ..
    } = event;
    let enum_name = events_name(view);
    let values: Vec<_> = (0..event.parameters.len())
        .map(|index| format_ident!("value_{index}"))
        .collect();
    let values: Vec<_> = values.iter().map(ToTokens::to_token_stream).collect();
    let fields = event.fields(&values);
    let called = if callback.asynchronous {
        let kinds = event.parameters.iter().map(|parameter| &parameter.kind);
        let (name, state) = (&callback.name, &view.state);
        let call = answer(callback, call(view, callback, quote!(view), &values));
        quote_spanned! {name.span()=> {
            fn #name<'a>(view: &'a mut #state, #(#values: #kinds,)* cx: &'a mut #private::Context<#state>)
                -> impl ::core::future::Future<Output = #private::Result<()>> + ::core::marker::Send + 'a {
                async move { #call }
            }
            #name(self, #(#values,)* cx).await
        }}
    } else {
        answer(callback, call(view, callback, quote!(self), &values))
    };
    quote!(#(#conditions)* #enum_name::#variant #fields => #called,)
}

fn handle_info(view: &View, callback: &Callback) -> TokenStream {
    let private = private();
    let call = call(view, callback, quote!(self), &[quote!(message)]);
    let outcome = outcome(Some(callback), quote!(()), call);
    quote_spanned! {callback.name.span()=>
        #[allow(unused_variables, reason = "not every view asks its context")]
        fn handle_info(&mut self, message: Self::Message, cx: &mut #private::Context<Self>)
            -> impl ::core::future::Future<Output = #private::Result<()>> + ::core::marker::Send {
            async move { #outcome }
        }
    }
}

/// The author's method, called with what it takes.
fn call(
    view: &View,
    callback: &Callback,
    receiver: TokenStream,
    values: &[TokenStream],
) -> TokenStream {
    let state = &view.state;
    let Callback {
        name,
        asynchronous,
        context,
    } = callback;
    let context = context.then(|| quote!(cx));
    let arguments = values.iter().cloned().chain(context);
    let wait = asynchronous.then(|| quote!(.await));
    quote_spanned!(name.span()=> <#state>::#name(#receiver, #(#arguments),*) #wait)
}

/// What a handler returned, as a result; a reply among it goes out by the context.
fn answer(callback: &Callback, value: TokenStream) -> TokenStream {
    let private = private();
    quote_spanned!(callback.name.span()=> #private::Answer::answer(#value, cx))
}

/// What was returned, as a result: a trait tells a value from a `Result`, not the spelling.
fn outcome(callback: Option<&Callback>, kind: TokenStream, value: TokenStream) -> TokenStream {
    let private = private();
    let span = name_or(callback, "value").span();
    quote_spanned!(span=> #private::Outcome::<#kind>::into_result(#value))
}

fn name_or(callback: Option<&Callback>, name: &str) -> Ident {
    match callback {
        Some(callback) => callback.name.clone(),
        None => Ident::new(name, proc_macro2::Span::call_site()),
    }
}
