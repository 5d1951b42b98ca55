//! The framework writes the document around a view.

use liveview::html;

fn main() {
    let _ = html! {
        <p>late</p>
        <!doctype html>
        <html>
            <head><title>title</title></head>
            <body>text</body>
        </html>
    };
}
