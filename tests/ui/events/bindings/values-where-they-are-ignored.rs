use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Chart {
    points: Vec<u8>,
    name: String,
}

#[live_view]
impl Chart {
    #[event_handler]
    fn pick(&mut self, id: u8) {
        self.points.push(id);
    }

    fn render(&self) -> impl Render {
        html! {
            <div dj-update="ignore" data-points={self.points.len()} class:on={self.name.is_empty()}>
                <p>{&self.name}</p>
                <p title={&self.name} class="still">a<button dj-click={pick(1)}>b</button></p>
                @if self.name.is_empty() {
                    <p>c</p>
                }
                <p>@for point in &self.points; unkeyed { <b>{point}</b> }</p>
                <button type="button" dj-click="pick" dj-value-id="1">d</button>
            </div>
        }
    }
}

fn main() {}
