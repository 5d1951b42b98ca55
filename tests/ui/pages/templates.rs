//! The wrong examples of the page `templates`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<p><b>Bread</p>
};
}
}

mod example_2 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<p>Bread<br>and butter</br></p>
};
}
}

mod example_3 {
use liveview::prelude::*;
fn page() {
let price = 3; 
let _ = html! {
<p>format!("{price} euros")</p>
};
}
}

mod example_4 {
use liveview::prelude::*;
fn page() {
let footer = html! { <b>Bye</b> }; 
let _ = html! {
<p>{footer}</p>
};
}
}

mod example_5 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<a href="/cart" title="Cart" href="/basket">Cart</a>
};
}
}

mod example_6 {
use liveview::prelude::*;
fn page() {
let extra = "wide"; 
let _ = html! {
<p {..extra}>Ada</p>
};
}
}

mod example_7 {
use liveview::prelude::*;
fn page() {
let days = 3; 
let _ = html! {
<p>if days < 0 { late } else { fine }</p>
};
}
}

mod example_8 {
use liveview::prelude::*;
fn page() {
let tickets = ["Bread", "Butter"]; 
let _ = html! {
<ul>@for ticket in tickets { <li>{ticket}</li> }</ul>
};
}
}

mod example_9 {
use liveview::prelude::*;
fn page() {
let tickets = ["Bread", "Butter"]; 
let _ = html! {
<dl>@for ticket in tickets; key ticket { <dt>{ticket}</dt><dd>to buy</dd> }</dl>
};
}
}

fn main() {}
