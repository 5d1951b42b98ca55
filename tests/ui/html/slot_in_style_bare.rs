//! A value in a style sheet.

use liveview::html;

fn main() {
    let color = "red";
    let _ = html! {
        <style>{color}</style>
    };
}
