//! The pages of the browser tests, one for each area of what hands do to a page. No example for people to copy.

mod bindings;
mod commands;
mod feedback;
mod hooks;
mod inputs;
mod kept;
mod layout;

use axum::routing::{get, post};
use liveview::LivePage;
use liveview::prelude::*;

/// A file of these pages.
async fn file(kind: &'static str, text: &'static str) -> impl axum::response::IntoResponse {
    ([("content-type", kind)], text)
}

fn page<V: LiveView>() -> LivePage<V> {
    live::<V>().stylesheet("/style.css").script("/areas.js")
}

#[tokio::main]
async fn main() -> liveview::Result<()> {
    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    println!("listening on http://127.0.0.1:{port}");
    let app = axum::Router::new()
        .route(
            "/style.css",
            get(|| file("text/css", include_str!("style.css"))),
        )
        .route(
            "/areas.js",
            get(|| file("text/javascript", include_str!("areas.js"))),
        )
        .route("/poke", post(kept::poke))
        .live("/bindings", page::<bindings::Bindings>())
        .live("/commands", page::<commands::Commands>())
        .live("/feedback", page::<feedback::Feedback>())
        .live("/hooks", page::<hooks::Hooked>())
        .live("/inputs", page::<inputs::Inputs>())
        .live("/layout", page::<layout::Layout>());
    liveview::serve(app.with_live(Live::new()), format!("127.0.0.1:{port}")).await
}
