//! Meant: a card with a heading and a text. One of the tags was never closed.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Profile {
    name: String,
    about: String,
}

#[live_view]
impl Profile {
    fn render(&self) -> impl Render {
        html! {
            <main>
                <section class="card">
                    <header>
                        <h2>{self.name}</h2>
                    </header>
                    <div class="body">
                        <p>{self.about}</p>
                    </div>
                </section>
            </main>
        }
    }
}
