//! The proc-macro shell: each macro in a few lines. The only file that names `proc_macro`; holds no logic.

use proc_macro::TokenStream;

/// HTML, checked and compiled: evaluates to a value that implements `Render`.
#[proc_macro]
pub fn html(tokens: TokenStream) -> TokenStream {
    let _turn = liveview_compiler::apart::turn();
    liveview_compiler::html::expand(tokens.into()).into()
}

/// Makes a function a component: `fn Card(title: &str, children: Children) -> impl Render` is called
/// `<Card title="…">…</Card>` in `html!`.
///
/// Its parameters are its props. All are required but
///
/// * `Option<T>`, which takes a value, an `Option` of it, or nothing;
/// * `#[prop(default)]` and `#[prop(default = expression)]`.
///
/// `children: Children` is what stands between the tags. A parameter of the type `Slot` is what stands between
/// `<:name>` and `</:name>` there; `Slot<Row>` gives a value to it, `Option<Slot>` may be left out, `Slots` be given
/// several times, and `#[slot(label: &str)]` declares attributes of its tag. A `Binding` takes a handler of the view:
/// `on_remove={remove(todo.id)}`.
#[proc_macro_attribute]
pub fn component(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let _turn = liveview_compiler::apart::turn();
    liveview_compiler::component::expand(arguments.into(), item.into()).into()
}

/// Where the call of a component meets its declaration. Written by `html!` and by components, never by hand.
#[doc(hidden)]
#[proc_macro]
pub fn component_call(tokens: TokenStream) -> TokenStream {
    let _turn = liveview_compiler::apart::turn();
    liveview_compiler::component::call::expand(tokens.into()).into()
}

/// Makes a struct a live view: stands on the struct and on its `impl`.
///
/// On the `impl` it finds, by name and all but `render` optional, sync or `async`, with or without the context as the
/// last parameter where one is shown, and returning a value or a `Result` of it:
///
/// * `mount(cx: &mut Context<Self>) -> Result<Self>`; without it the state is its `Default`;
/// * `handle_info(&mut self, message: M, cx: &mut Context<Self>)` for messages of type `M` from other tasks;
/// * `disconnect(&mut self)`, never `async`, when the session ends;
/// * `render(&self) -> impl Render`; instead of it `#[live_view(template = "page.html")]` names a file with the same
///   language, whose path begins at the folder of the Rust file, as that of `include_str!` does. It is compiled like
///   `html!`, its mistakes are told as `page.html:12:5`, and a change of it compiles the crate again.
///
/// Methods under `#[event_handler]` are what a browser may call, and nothing else. They become the enum `{Name}Events`;
/// `{Name}Events::toggle(&id)` is a `Binding` for use outside the view, and `{Name}Events::edit_1(&id)` one that leaves
/// all parameters but the first to the browser. In the view's own templates `dj-click="add"` and
/// `dj-click={toggle(todo.id)}` are checked against the handlers' signatures.
///
/// A handler's parameters are filled from the left by the call's arguments; each one left is found by its name: in
/// `dj-value-name` on the element, then in what the event supplies (`value` of an edited control, `checked` of a
/// clicked checkbox, `key`, `_target`, and the fields of a bound form). A struct that derives `EventParams` is filled
/// by the names of its fields. What does not convert is refused before the handler runs.
///
/// `#[event_handler(debounce = 300)]` and `throttle = 100` hold back every binding of the handler in the view's
/// templates, in milliseconds, unless the element says otherwise; a submit is never held back.
///
/// A view with `handle_event(&mut self, event: E, cx: &mut Context<Self>)` instead names an enum of its own, which
/// derives `LiveEvent`.
#[proc_macro_attribute]
pub fn live_view(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let _turn = liveview_compiler::apart::turn();
    liveview_compiler::live_view::expand(arguments.into(), item.into()).into()
}

/// Marks a method of a `#[live_view] impl` as an event that a browser may call; says so where it stands elsewhere.
#[proc_macro_attribute]
pub fn event_handler(_arguments: TokenStream, item: TokenStream) -> TokenStream {
    liveview_compiler::live_view::expand_misplaced_handler(item.into()).into()
}

/// Derives the whitelist of events from an enum: a variant an event, its fields the typed parameters.
///
/// `ToggleAll { done: bool }` is the event `toggle_all`. `#[event(debounce = 300, throttle = 100)]` on a variant can be
/// read in `EVENTS`.
#[proc_macro_derive(LiveEvent, attributes(event))]
pub fn live_event(item: TokenStream) -> TokenStream {
    let _turn = liveview_compiler::apart::turn();
    liveview_compiler::derive::live_event::expand(item.into()).into()
}

/// Derives typed parameters: a struct with named fields reads the fields of a form, a newtype is what it wraps, and an
/// enum of plain variants is one of their names, as in `only_open` for `OnlyOpen`.
#[proc_macro_derive(EventParams, attributes(param))]
pub fn event_params(item: TokenStream) -> TokenStream {
    let _turn = liveview_compiler::apart::turn();
    liveview_compiler::derive::event_params::expand(item.into()).into()
}
