//! Handlers given to components: found and counted where the view is, as on an element.

use liveview::prelude::*;

#[component]
fn Search(on_search: Binding, on_clear: Option<Binding>) -> impl Render {
    html! {
        <button dj-click={on_search}>Search</button>
        <button dj-click={on_clear}>Clear</button>
    }
}

#[live_view]
#[derive(Default)]
struct Page;

#[live_view]
impl Page {
    #[event_handler]
    fn search(&mut self, value: String) {
        drop(value);
    }

    #[event_handler]
    fn clear(&mut self) {}

    fn render(&self) -> impl Render {
        html! {
            <Search on_search={search("a".to_owned())} on_clear="claer" />
            <Search on_search="search" />
            <Search on_search={clear(1)} on_clear="clear()" />
            <Search on_search={search(7)} />
            <Search on_search on_clear="{self}" />
            <Search on_search={Some(PageEvents::clear())} on_clear={7} />
        }
    }
}

fn elsewhere() -> impl Render {
    html! { <Search on_search="search" /> }
}

fn main() {}
