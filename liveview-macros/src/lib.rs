//! The proc-macro shell: each macro in a few lines. The only file that names `proc_macro`; holds no logic.

use proc_macro::TokenStream;

/// HTML, checked and compiled: evaluates to a value that implements `Render`.
#[proc_macro]
pub fn html(tokens: TokenStream) -> TokenStream {
    liveview_compiler::html::expand(tokens.into()).into()
}

/// Makes a struct a live view: stands on the struct and on its `impl`.
#[proc_macro_attribute]
pub fn live_view(arguments: TokenStream, item: TokenStream) -> TokenStream {
    liveview_compiler::live_view::expand(arguments.into(), item.into()).into()
}

/// Derives the whitelist of events from an enum: a variant an event, its fields the typed parameters.
#[proc_macro_derive(LiveEvent, attributes(event))]
pub fn live_event(item: TokenStream) -> TokenStream {
    liveview_compiler::derive::live_event::expand(item.into()).into()
}

/// Derives typed parameters from a struct: the fields of a form by name; a newtype stands for its content.
#[proc_macro_derive(EventParams)]
pub fn event_params(item: TokenStream) -> TokenStream {
    liveview_compiler::derive::event_params::expand(item.into()).into()
}
