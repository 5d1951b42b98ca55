//! Serves the tracker on port 3000, or on `PORT`. Knows nothing of tickets.

use liveview::prelude::*;
use tracker::Tracker;

#[tokio::main]
async fn main() -> liveview::Result<()> {
    let port = std::env::var("PORT").unwrap_or("3000".to_owned());
    let css = || async { ([("content-type", "text/css")], include_str!("style.css")) };
    let page = live::<Tracker>().title("Tickets").stylesheet("/style.css");
    let app = axum::Router::new()
        .route("/style.css", axum::routing::get(css))
        .live("/", page);
    println!("listening on http://127.0.0.1:{port}");
    liveview::serve(app, &format!("127.0.0.1:{port}")).await
}
