//! What can be rendered, and what it is rendered with. Knows no client.

/// Walks a fragment.
#[derive(Debug)]
pub struct Renderer<'a> {
    page: &'a mut String,
}

impl Renderer<'_> {
    /// Writes the page's markup.
    #[inline]
    pub fn markup(&mut self, markup: &str) {
        self.page.push_str(markup);
    }
}

/// A value that renders: a fragment of `html!`, or what is made of fragments.
pub trait Render {
    /// Renders it, once.
    fn render(self, renderer: &mut Renderer<'_>);
}
