use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    heard: String,
}

#[component]
fn Remove(on_remove: Binding) -> impl Render {
    html! { <button type="button" dj-click={on_remove}>x</button> }
}

#[live_view]
impl Todos {
    #[event_handler]
    fn toggle(&mut self, id: u64) {
        self.heard = id.to_string();
    }

    #[event_handler]
    fn search(&mut self, value: String) {
        self.heard = value;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click={Js::new().hide().push(togle(1))}>a</button>
            <button dj-click={Js::new().push(toggle(1, 2))}>b</button>
            <button dj-click={Js::new().push(search).focus()}>c</button>
            <button dj-click={Js::new().push("search")}>d</button>
            <button dj-click={if self.heard.is_empty() { Js::new() } else { Js::new().push(toggle) }}>e</button>
            <button dj-click={Js::new().push(toggle("x"))}>f</button>
            <button dj-click="toggle" dj-value-id="1" dj-optimistic={Js::optimistic().push(toggle(1))}>g</button>
            <Remove on_remove={Js::new().hide().push(toggle)} />
        }
    }
}

fn main() {}
