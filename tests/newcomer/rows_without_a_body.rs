//! Meant: a table in which every order has a row, and a second row for its note.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

struct Order {
    id: u64,
    title: String,
    note: String,
}

#[live_view]
#[derive(Default)]
pub(crate) struct Orders {
    orders: Vec<Order>,
}

#[live_view]
impl Orders {
    fn render(&self) -> impl Render {
        html! {
            <table>
                <tbody><tr><th>Order</th></tr></tbody>
                @for order in &self.orders; key order.id {
                    <tbody>
                        <tr><td>{order.title}</td></tr>
                        <tr><td>{order.note}</td></tr>
                    </tbody>
                }
            </table>
        }
    }
}
