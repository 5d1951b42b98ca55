//! What `html!` evaluates to: a template and a closure that walks its slots. Does nothing until it is rendered.

use std::fmt;

use super::render::Render;
use super::renderer::Renderer;
use super::template::Template;

/// A piece of a page, not rendered yet. It borrows what it shows and allocates nothing.
/// One that borrows all it shows is `Copy`, and can be rendered again.
#[derive(Clone, Copy)]
#[must_use = "a fragment shows nothing until it is rendered"]
pub struct Fragment<F> {
    template: &'static Template,
    walk: F,
}

/// A fragment of this template; `walk` visits every slot of it once, in order.
#[doc(hidden)]
#[inline]
pub fn fragment<F: FnOnce(&mut Renderer<'_>)>(template: &'static Template, walk: F) -> Fragment<F> {
    Fragment { template, walk }
}

impl<F: FnOnce(&mut Renderer<'_>)> Render for Fragment<F> {
    #[inline]
    fn render(self, renderer: &mut Renderer<'_>) {
        renderer.enter(self.template);
        (self.walk)(renderer);
        renderer.leave();
    }
}

impl<F> fmt::Debug for Fragment<F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Fragment({})", self.template.source)
    }
}
