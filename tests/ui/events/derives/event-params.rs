use liveview::prelude::*;

#[derive(EventParams)]
struct Pair(u32, u32);

#[derive(EventParams)]
struct Unit;

#[derive(EventParams)]
enum Shape {
    Point,
    Circle { radius: u32 },
}

#[derive(EventParams)]
enum Nothing {}

#[derive(EventParams)]
struct Post {
    title: String,
    after: std::time::Duration,
}

fn main() {}
