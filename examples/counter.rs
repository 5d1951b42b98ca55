//! The smallest live view: one number on the server, two buttons in the browser. Keeps nothing when the page is left.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Counter {
    count: i64,
}

#[live_view]
impl Counter {
    #[event_handler]
    fn add(&mut self, amount: i64) {
        self.count += amount;
    }

    fn render(&self) -> impl Render {
        html! {
            <main class="counter">
                <h1>Counter</h1>
                <button dj-click={add(-1)} aria-label="One less">"−"</button>
                <output aria-live="polite">{self.count}</output>
                <button dj-click={add(1)} aria-label="One more">+</button>
            </main>
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
    let counter = live::<Counter>().title("Counter").stylesheet("/style.css");
    let app = axum::Router::new()
        .route("/style.css", axum::routing::get(css))
        .live("/", counter);
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
