//! Meant: a table in which every order has a row, and a second row for its note.

use liveview::prelude::*;

struct Order {
    id: u64,
    title: String,
    note: String,
}

#[live_view]
#[derive(Default)]
struct Orders {
    orders: Vec<Order>,
}

#[live_view]
impl Orders {
    fn render(&self) -> impl Render {
        html! {
            <table>
                <tr><th>Order</th></tr>
                @for order in &self.orders; key order.id {
                    <tr><td>{order.title}</td></tr>
                    <tr><td>{order.note}</td></tr>
                }
            </table>
        }
    }
}

fn main() {}
