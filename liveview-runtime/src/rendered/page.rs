//! The first sink: a whole page as HTML, with its shadow. Says nothing to a client that is there.

use super::outline::{self, Outline};
use super::pool;
use super::render::Render;
use super::renderer::Renderer;
use super::seed::Seed;
use super::shadow::Shadow;
use super::sink::Silent;
use super::template::{Kind, Template};

/// A view as the page first shows it.
#[derive(Debug)]
pub struct Page {
    /// The view's HTML, without its root element and without a document around it.
    pub html: String,
    /// What the page shows now.
    pub shadow: Shadow,
    /// Every template of which an instance is shown, the root's first.
    pub templates: Vec<&'static Template>,
}

impl Page {
    /// Whether raw HTML stands in it.
    pub fn has_raw_html(&self) -> bool {
        let mut kinds = self.templates.iter().flat_map(|template| template.kinds());
        kinds.any(|(kind, _)| kind == Kind::Html)
    }

    /// What stands in its ranges, as far as a client has to know it.
    #[must_use]
    pub fn outline(&self) -> Outline {
        outline::read(self.shadow.tape(), &self.templates)
    }
}

/// Renders a view for its first paint.
pub fn render(view: impl Render, seed: &Seed) -> Page {
    let mut silent = Silent;
    let mut renderer = Renderer::page(seed, pool::take(), &mut silent);
    renderer.root(view);
    let (templates, scratch) = renderer.into_page();
    // Grown in a buffer that stays, copied once: a page costs one allocation of its size.
    let html = scratch.html.as_str().to_owned();
    let shadow = Shadow::copy_of(&scratch.tape);
    pool::give_back(scratch);
    Page {
        html,
        shadow,
        templates,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::__private::{Show, fragment};
    use crate::rendered::template::Arity;

    static ROOT: Template = Template {
        markup: "<ul\0>\0</ul>",
        letters: "al",
        addresses: "/0 = ul title\0/0 * ul",
        rows: &[&ROW],
        arity: Arity::Elements(1),
        tree: "<ul\0#1\0>",
        fingerprint: 1,
        source: "root",
    };

    static ROW: Template = Template {
        markup: "<li>\0</li>",
        letters: "T",
        addresses: "/0 = li",
        rows: &[],
        arity: Arity::Elements(1),
        tree: "<li\0#0\0>",
        fingerprint: 2,
        source: "row",
    };

    fn view(title: Option<&str>, rows: &[(u32, &str)]) -> impl Render {
        fragment(&ROOT, move |r| {
            Show(&title).liveview_attribute(r, "<ul", "title");
            r.open_list(">", &ROW);
            for (key, text) in rows {
                r.keyed_row(key, &ROW);
                Show(text).liveview_text(r, "<li>");
                r.leave_behind("</li>");
            }
            r.close_list();
            r.markup("</ul>");
        })
    }

    #[test]
    fn a_page_is_markup_around_escaped_values() {
        let seed = Seed::new([7; 16]);
        let page = render(view(Some("a \"b\""), &[(1, "x<y"), (2, "&")]), &seed);
        assert_eq!(
            page.html,
            "<ul title=\"a &quot;b&quot;\"><li>x&lt;y</li><li>&amp;</li></ul>"
        );
        assert_eq!(page.shadow.tape().len(), 3 + 2 * 3);
        assert_eq!(page.templates.len(), 2);
        let page = render(view(None, &[]), &seed);
        assert_eq!(page.html, "<ul></ul>");
        assert_eq!(page.shadow.tape(), [1, 0, 0]);
    }
}
