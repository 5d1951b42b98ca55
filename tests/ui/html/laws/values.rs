//! Values that a browser would not understand, and would not say so.

use liveview::html;

fn main() {
    let (rows, width) = ([1, 2], 3);
    let _ = html! {
        <form method="put" target="_new">
            <label>1 <input type="chekbox" checked="true" /></label>
            <button type="button" disabled="false">2</button>
        </form>
        <img src="/a" alt="" width="100%" height="10px" />
        <p id="two words" style:color="red; top: 0" style:width="{width}px !important" style:height="{width}px;">3</p>
    };
    let _ = html! {
        <p id="title">4</p>
        @if width > 2 { <b id="only">5</b> } @else { <i id="only">6</i> }
        <p id="title">7</p>
        @for row in rows; key row { <b id="row">{row}</b> }
    };
}
