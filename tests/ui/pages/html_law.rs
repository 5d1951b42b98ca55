//! The wrong examples of the page `html_law`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<table><tr><td>Ada</td></tr></table>
};
}
}

mod example_2 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<ul><p>Bread</p></ul>
};
}
}

mod example_3 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<section><li>Bread</li></section>
};
}
}

mod example_4 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<tr><td>Ada</td></tr>
<p>One person</p>
};
}
}

mod example_5 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Page;

#[live_view]
impl Page {
    fn render(&self) -> impl Render {
        html! { <title>Home</title> <p>Hello</p> }
    }
}
}

mod example_6 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<picture><source srcset="/ada.webp" /></picture>
};
}
}

mod example_7 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<picture><img src="/ada.jpg" alt="Ada" /><source srcset="/ada.webp" /></picture>
};
}
}

mod example_8 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<figure><figcaption>Ada</figcaption><p>1843</p><figcaption>Note G</figcaption></figure>
};
}
}

mod example_9 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<p>Bring <ul><li>bread</li></ul></p>
};
}
}

mod example_10 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<a href="/cart">Cart <button>empty it</button></a>
};
}
}

mod example_11 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<svg viewBox="0 0 9 9"><p>Nine</p></svg>
};
}
}

mod example_12 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<svg><lineargradient /></svg>
};
}
}

mod example_13 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<a hreff="/">Home</a>
};
}
}

mod example_14 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<div href="/">Home</div>
};
}
}

mod example_15 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<center>Hello</center>
};
}
}

mod example_16 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<label>Ada <input type="chekbox" /></label>
};
}
}

mod example_17 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<button disabled="false">Send</button>
};
}
}

mod example_18 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<p aria-hidden="yes" role="buton">Send</p>
};
}
}

mod example_19 {
use liveview::prelude::*;
fn page() {
let is_open = true; 
let _ = html! {
<p class={["tab", if is_open { "open" } else { "" }]}>Ada</p>
};
}
}

mod example_20 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<p style:color="red; top: 0">Late</p>
};
}
}

mod example_21 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<script>greet()</script>
};
}
}

mod example_22 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<p id="total">1</p> <p id="total">2</p>
};
}
}

fn main() {}
