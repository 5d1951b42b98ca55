//! Everything a person's hands can do to a page, on one page: a topic an area. Serves it; what it does lives in `sink`.

mod frame;
mod sink;
mod state;

use axum::response::{Html, IntoResponse};
use axum::routing::{get, post};
use liveview::prelude::*;

use sink::Sink;

/// A file of this example.
async fn file(kind: &'static str, text: &'static str) -> impl IntoResponse {
    ([("content-type", kind)], text)
}

/// The third-party chart, where it was installed: `npm ci` in `liveview-client`.
async fn vendor(name: &str, kind: &'static str) -> impl IntoResponse {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/liveview-client/node_modules/uplot/dist"
    );
    let text = std::fs::read_to_string(format!("{folder}/{name}")).unwrap_or_default();
    ([("content-type", kind)], text)
}

/// Where the form leads that the browser sends by itself.
async fn welcome() -> impl IntoResponse {
    let head =
        r#"<!doctype html><html lang="en"><title>Welcome</title><link rel="icon" href="data:,">"#;
    let back = r#"<h1>Welcome</h1><p><a href="/">Back</a></p></html>"#;
    Html([head, back].concat())
}

#[tokio::main]
async fn main() -> Result<()> {
    let address = format!(
        "127.0.0.1:{}",
        std::env::var("PORT").as_deref().unwrap_or("3000")
    );
    let style = get(|| file("text/css", include_str!("style.css")));
    let script = get(|| file("text/javascript", include_str!("sink.js")));
    let uplot = get(|| vendor("uPlot.iife.min.js", "text/javascript"));
    let page = live::<Sink>()
        .title("Kitchen sink")
        .stylesheet("/uplot.css")
        .stylesheet("/style.css")
        .script("/uplot.js")
        .script("/sink.js");
    let app = axum::Router::new()
        .route("/style.css", style)
        .route("/sink.js", script)
        .route("/uplot.js", uplot)
        .route("/uplot.css", get(|| vendor("uPlot.min.css", "text/css")))
        .route("/welcome", post(welcome))
        .live("/", page);
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
