//! What a handler still needs and the binding does not bring. Names only handlers that exist.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    said: String,
}

#[derive(EventParams)]
struct Id(u64);

#[live_view]
impl Todos {
    #[event_handler]
    fn search(&mut self, value: String) {
        self.said = value;
    }

    #[event_handler]
    fn tick(&mut self, id: u64, checked: bool) {
        self.said = format!("{id} {checked}");
    }

    #[event_handler]
    fn press(&mut self, key: String) {
        self.said = key;
    }

    #[event_handler]
    fn edited(&mut self, _target: String) {
        self.said = _target;
    }

    #[event_handler]
    fn sent(&mut self, _submitter: String) {
        self.said = _submitter;
    }

    #[event_handler]
    fn show(&mut self, id: Id, text: Option<String>) {
        self.said = format!("{} {text:?}", id.0);
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="search">Search</button>
            <button dj-click={tick(1)}>Tick</button>
            <input dj-input={tick(1)} />
            <input type="checkbox" dj-click="tick" />
            <input dj-input="press" />
            <input dj-change="edited" />
            <button dj-click="sent">Send</button>
            <button dj-click="show">Show</button>
            <div dj-input="search"><p>Nothing to type in</p></div>
            <p dj-keydown="search">Text</p>
            @if self.said.is_empty() {
                <ul>
                    @for id in [1, 2]; key id {
                        <li><button dj-click="search">{id}</button></li>
                    }
                </ul>
            }
            @render(html! { <button dj-click="search">Search</button> })
        }
    }
}

pub fn outside() -> impl Render {
    html! {
        <button dj-click={TodosEvents::search_0()}>Search</button>
        <button dj-click={crate::TodosEvents::tick_1(&1)}>Tick</button>
        <button dj-click={TodosEvents::show_0()}>Show</button>
    }
}

fn main() {}
