//! What can be rendered. Knows no sink.

use super::renderer::Renderer;
use super::template::{Arity, Template};

/// What stands in `@render(…)` and what a view's `render` returns: a fragment of `html!`, a component, or an iterator
/// (a `Vec`, an `Option`) of them.
///
/// An implementation renders exactly one fragment:
///
/// ```ignore
/// impl Render for Badge {
///     fn render(self, renderer: &mut Renderer<'_>) {
///         html! { <b class="badge">{self.label}</b> }.render(renderer);
///     }
/// }
/// ```
///
/// The items of an iterator have exactly one root element each, as the rows of an `@for` do.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not render",
    label = "not a fragment of `html!`, nor made of fragments",
    note = "text stands in braces: `{{value}}`; `@render(…)` takes a fragment, an `impl Render`, or an iterator of them; `@html(…)` takes `TrustedHtml`",
    note = "`if a {{ html! {{…}} }} else {{ html! {{…}} }}` is two types: use `@if` inside one `html!`"
)]
pub trait Render {
    /// Renders the value, once.
    fn render(self, renderer: &mut Renderer<'_>);
}

/// An iterator renders as a list, a row an item, told apart by their index.
#[diagnostic::do_not_recommend]
impl<I> Render for I
where
    I: IntoIterator,
    I::Item: Render,
{
    fn render(self, renderer: &mut Renderer<'_>) {
        renderer.enter(&LIST);
        renderer.open_mixed_list("");
        for (index, item) in self.into_iter().enumerate() {
            renderer.item(index, item);
        }
        renderer.close_list();
        renderer.leave();
    }
}

/// The template of every iterator: one list, whose rows may differ in template.
pub(crate) static LIST: Template = Template {
    markup: "\0",
    letters: "m",
    addresses: "/ *",
    rows: &[],
    arity: Arity::Variable,
    tree: "#0",
    fingerprint: 0x6c69_7374_6f66_616e,
    source: "an iterator in `@render`",
};

/// The template of what renders nothing at all.
pub(crate) static EMPTY: Template = Template {
    markup: "",
    letters: "",
    addresses: "",
    rows: &[],
    arity: Arity::Variable,
    tree: "",
    fingerprint: 0x656d_7074_7920_7669,
    source: "a view that renders nothing",
};
