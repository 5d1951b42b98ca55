//! Meant: a text made with `format!`, as an argument of a function would be.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Basket {
    count: usize,
    price: f64,
}

#[live_view]
impl Basket {
    fn render(&self) -> impl Render {
        html! {
            <h1>Basket</h1>
            <p>{format!("{} things, {:.2} Euro", self.count, self.price)}</p>
        }
    }
}
