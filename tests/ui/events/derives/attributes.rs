//! What the derives' own attributes say and where, generics, and types that own nothing. Derives nothing that works.

use liveview::prelude::*;

#[derive(EventParams)]
#[param(default)]
struct NewTodo<'a> {
    #[param(nam = "first-name")]
    title: &'a str,
}

#[derive(EventParams)]
struct Borrowed {
    title: &'static str,
    tags: &'static [String],
    count: &'static u8,
}

#[derive(EventParams)]
struct Named {
    #[param(name = "a")]
    one: u8,
    #[param(name = "a")]
    two: u8,
    #[param(name = "")]
    three: u8,
    #[param]
    four: u8,
    #[param(name = 5)]
    five: u8,
    #[param(skip)]
    six: u8,
}

#[derive(EventParams)]
struct Id(#[param(default)] u64);

#[derive(EventParams)]
enum Filter {
    #[param(name = "open")]
    All,
    Open,
    #[param(default)]
    Done,
}

#[derive(EventParams)]
struct Pair(u8, u8);

#[derive(LiveEvent)]
enum Events<T> {
    Set(T),
}

#[derive(LiveEvent)]
enum Twice {
    AddOne,
    #[allow(non_camel_case_types)]
    add_one,
}

#[derive(LiveEvent)]
enum Timed {
    #[event(debounce = "soon", throtle = 3)]
    Set,
    #[event_handler]
    Get,
}

struct Plain {
    #[param(default)]
    one: u8,
}

fn main() {}
