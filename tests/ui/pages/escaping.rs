//! The wrong examples of the page `escaping`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
fn page() {
let user = "ada"; 
let _ = html! {
<script>greet({user})</script>
};
}
}

mod example_2 {
use liveview::prelude::*;
fn page() {
let id = 7; 
let _ = html! {
<button type="button" onclick="remove({id})">Remove</button>
};
}
}

mod example_3 {
use liveview::prelude::*;
fn page() {
let place = "48.2,16.4"; 
let _ = html! {
<a href="geo:{place}">Map</a>
};
}
}

mod example_4 {
use liveview::prelude::*;
fn page() {
let note = String::from("<b>bold</b>"); 
let _ = html! {
<div>@html(note)</div>
};
}
}

fn main() {}
