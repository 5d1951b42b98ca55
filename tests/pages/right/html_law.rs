//! The right examples of the page `html_law`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<table><tbody><tr><td>Ada</td></tr></tbody></table>
};
}
}

mod example_2 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<ul><li><p>Bread</p></li></ul>
};
}
}

mod example_3 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<menu><li>Bread</li></menu>
};
}
}

mod example_4 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<picture><source srcset="/ada.webp" /><img src="/ada.jpg" alt="Ada" /></picture>
};
}
}

mod example_5 {
use liveview::prelude::*;
fn page() {
let (is_open, sizes) = (true, ["/ada.webp"]); 
let _ = html! {
<picture>@for size in sizes; key size { <source srcset={size} /> }<img src="/ada.jpg" alt="Ada" /></picture>
<details>@if is_open { <summary>Less</summary> } @else { <summary>More</summary> } Ada</details>
};
}
}

mod example_6 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<div>Bring <ul><li>bread</li></ul></div>
};
}
}

mod example_7 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<div><a href="/cart">Cart</a> <button>empty it</button></div>
};
}
}

mod example_8 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<svg viewBox="0 0 9 9"><foreignObject><p>Nine</p></foreignObject></svg>
};
}
}

mod example_9 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<my-card owner="Ada" data-since="1843"><p itemprop="name">Hello</p></my-card>
};
}
}

mod example_10 {
use liveview::prelude::*;
fn page() {

let _ = html! {
@allow(unknown_names)
<button newest="yes">Hello</button>
};
}
}

mod example_11 {
use liveview::prelude::*;
fn page() {
let is_sent = true; 
let _ = html! {
<button disabled={is_sent}>Send</button>
};
}
}

mod example_12 {
use liveview::prelude::*;
fn page() {
let is_open = true; 
let _ = html! {
<p class="tab" class:open={is_open}>Ada</p>
};
}
}

mod example_13 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<p style:color="red" style:top="0">Late</p>
};
}
}

mod example_14 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<script src="/greet.js"></script> <script type="application/json">"[1, 2]"</script>
};
}
}

mod example_15 {
use liveview::prelude::*;
fn page() {
let (is_open, rows) = (true, [1, 2]); 
let _ = html! {
@if is_open { <p id="total">1</p> } @else { <p id="total">none</p> }
@for row in rows; key row { <p id="row-{row}">{row}</p> }
};
}
}

mod example_16 {
use liveview::prelude::*;
fn page() {

let _ = html! {
@allow(missing_alt)
<img src="/ornament.png" />
};
}
}
