//! Meant: a card with a heading and a text. One of the tags was never closed.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Profile {
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
                    <div class="body">
                        <p>{self.about}</p>
                    </div>
                </section>
            </main>
        }
    }
}

fn main() {}
