//! Elements that a browser's parser ends when another begins, however far out they are.

use liveview::html;

fn main() {
    let (rows, is_open) = ([1, 2], true);
    let _ = html! {
        <h1><b>@if is_open { <h2>1</h2> }</b></h1>
        <label><span><label>2</label></span></label>
        <p><span>@for row in rows; key row { <ul><li>{row}</li></ul> }</span></p>
        <a href="/"><button>3</button></a>
        <button><label>4</label></button>
        <noscript><p><noscript>5</noscript></p></noscript>
    };
}
