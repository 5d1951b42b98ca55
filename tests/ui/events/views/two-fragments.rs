//! Two `html!`s where plain Rust has one value. Everything else here is right.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Page {
    step: u8,
}

#[live_view]
impl Page {
    #[event_handler]
    fn next(&mut self) {
        self.step += 1;
    }

    fn head(&self) -> impl Render {
        match self.step {
            0 => html! { <h1>Welcome</h1> },
            1 => {
                let step = self.step;
                html! { <h2>{step}</h2> }
            }
            _ => html! { <h3>Done</h3> },
        }
    }

    fn shown(&self) -> bool {
        if self.step > 0 { true } else { false }
    }

    fn render(&self) -> impl Render {
        if self.shown() {
            html! {
                @render(self.head())
                @render(if self.step == 1 { html! { <p>1</p> } } else { html! { <p>2</p> } })
            }
        } else if self.step == 0 {
            html! { <button dj-click="next">Next</button> }
        } else {
            html! { <p>Nothing</p> }
        }
    }
}

pub fn outside(done: bool) -> impl Render {
    html! { @render(match done { true => html! { <b>Done</b> }, false => html! { <i>Open</i> } }) }
}

fn main() {}
