//! Meant: a row a person, with a button that hands the name to the handler. The loop takes the people out of the view.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

struct Person {
    name: String,
    homepage: Option<String>,
}

#[live_view]
#[derive(Default)]
pub(crate) struct People {
    people: Vec<Person>,
    chosen: String,
}

#[live_view]
impl People {
    #[event_handler]
    fn choose(&mut self, name: String) {
        self.chosen = name;
    }

    fn render(&self) -> impl Render {
        html! {
            @for person in &self.people; key person.name {
                <div>
                    <a href={person.homepage}>{person.name}</a>
                    <button dj-click={choose(person.name)}>Choose</button>
                </div>
            }
            <p>{self.chosen}</p>
        }
    }
}
