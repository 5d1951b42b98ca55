//! The wrong examples of the page `js_commands`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
fn never() -> Js { Js::new() } 
fn leave() -> impl Into<Binding> {
    Js::optimistic().add_class("gone").navigate("/")
}
}

fn main() {}
