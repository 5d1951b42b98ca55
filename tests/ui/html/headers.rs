//! Headers are split by tokens: what is missing or taken for a body.

use liveview::html;

#[derive(PartialEq)]
struct Point {
    x: u8,
}

fn main() {
    let (point, rows) = (Point { x: 1 }, [1, 2]);
    let _ = html! {
        @if point == Point { x: 1 } { <b>one</b> }
        @if { <b>nothing</b> }
        @for row of rows { <b>{row}</b> }
        @for row in rows; by row { <b>{row}</b> }
        @match point.x { 1 => "one", _ => {} }
        @else { <b>else</b> }
        @render
        @fro row in rows { <b>{row}</b> }
    };
}
