//! Views, components and derives in a crate that knows ours as `ui`. Asserts nothing but that they compile and show what they say.

extern crate ui as liveview;

use parts::Card;
use ui::prelude::*;

/// What a view calls by a path.
pub mod parts {
    use ui::prelude::*;

    /// A card with everything that a component can take.
    #[component]
    pub fn Card(
        title: &str,
        #[prop(default = 3)] size: u8,
        on_close: Binding,
        children: Children,
        #[slot(label: &str)] foot: Slots<u8>,
        attributes: Attributes,
    ) -> impl Render {
        html! {
            <section data-size={size} {..attributes}>
                <h2>{title}</h2>
                <button dj-click={on_close}>Close</button>
                @render(children)
                @for one in foot; unkeyed { <b>{one.label}@render(one.with(size))</b> }
            </section>
        }
    }
}

/// What the form sends.
#[derive(EventParams)]
pub struct Note {
    text: String,
}

/// A view of cards.
#[live_view]
#[derive(Default)]
pub struct Cards {
    notes: Vec<String>,
}

#[live_view]
impl Cards {
    #[event_handler]
    fn add(&mut self, note: Note) {
        self.notes.push(note.text);
    }

    #[event_handler]
    fn clear(&mut self) {
        self.notes.clear();
    }

    fn render(&self) -> impl Render {
        html! {
            <form dj-submit="add"><input name="text" aria-label="Text" /></form>
            @for note in &self.notes; unkeyed {
                <Card title={note} on_close="clear" id="card"><p>{note}</p><:foot label="a" let:count>{count}</:foot></Card>
            }
        }
    }
}

/// Events of an enum.
#[derive(LiveEvent)]
pub enum Steps {
    /// One up.
    Up,
    /// So many down.
    Down {
        /// How many.
        count: u8,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_view_works_by_whatever_name() {
        let mut view = ui::testing::mount::<Cards>().await;
        view.type_text("input", "tea").await;
        view.submit("form").await;
        assert_eq!(view.text("#card h2"), "tea");
        assert_eq!(view.text("#card b"), "a3");
        view.click("#card button").await;
        assert_eq!(view.count("#card"), 0);
    }
}
