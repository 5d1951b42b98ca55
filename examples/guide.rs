//! A page of prose in a template file, with a few things to click. What it says stands in `guide.html`, not here.

use std::collections::BTreeSet;

use liveview::prelude::*;

struct Question {
    number: usize,
    title: &'static str,
    answer: &'static str,
}

const QUESTIONS: [Question; 2] = [
    Question {
        number: 1,
        title: "Is it checked?",
        answer: "Every law of html! is held against it, and a mistake is told with its line and column.",
    },
    Question {
        number: 2,
        title: "What if it changes?",
        answer: "Then cargo compiles the crate again.",
    },
];

#[live_view]
#[derive(Default)]
struct Guide {
    opened: BTreeSet<usize>,
}

impl Guide {
    fn state(&self, number: usize) -> &'static str {
        match self.opened.contains(&number) {
            true => "true",
            false => "false",
        }
    }

    fn verb(&self, number: usize) -> &'static str {
        match self.opened.contains(&number) {
            true => "Close",
            false => "Open",
        }
    }
}

#[live_view(template = "guide.html")]
impl Guide {
    #[event_handler]
    fn turn(&mut self, number: usize) {
        if !self.opened.remove(&number) {
            self.opened.insert(number);
        }
    }
}

#[tokio::main]
async fn main() -> liveview::Result<()> {
    let address = format!(
        "127.0.0.1:{}",
        std::env::var("PORT").as_deref().unwrap_or("3000")
    );
    let css = || async { ([("content-type", "text/css")], include_str!("style.css")) };
    let guide = live::<Guide>().title("Guide").stylesheet("/style.css");
    let app = axum::Router::new()
        .route("/style.css", axum::routing::get(css))
        .live("/", guide);
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
