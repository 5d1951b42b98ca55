use liveview::prelude::*;

#[derive(LiveEvent)]
struct Todos {
    id: u64,
}

#[derive(LiveEvent)]
enum Generic<T> {
    Add { item: T },
}

#[derive(LiveEvent)]
enum Timed {
    #[event(debouce = 300)]
    Find { value: String },
}

fn main() {}
