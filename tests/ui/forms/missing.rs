//! Fields that a struct needs and a form lacks: warnings, which this file denies.
#![deny(deprecated)]

use liveview::prelude::*;

#[derive(EventParams)]
struct Address {
    city: String,
}

#[derive(EventParams)]
struct NewOrder {
    title: String,
    urgent: bool,
    note: Option<String>,
    tags: Vec<String>,
    #[param(default)]
    copies: u8,
    to: Address,
}

#[live_view]
#[derive(Default)]
struct Orders {
    titles: Vec<String>,
}

#[live_view]
impl Orders {
    #[event_handler]
    fn add(&mut self, order: NewOrder) {
        let all = (order.urgent, order.note, order.tags, order.copies);
        self.titles.push(format!("{} {all:?} {}", order.title, order.to.city));
    }

    fn render(&self) -> impl Render {
        html! {
            @allow(missing_label)
            <form dj-submit="add"></form>
            <form dj-submit="add" id="second">
                <input name="titel" />
            </form>
            <input name="to.city" form="second" />
            <form dj-submit="add">@render(self.fields())</form>
        }
    }

    fn allowed(&self) -> impl Render {
        html! {
            @allow(missing_field)
            <form dj-submit="add"></form>
        }
    }

    fn fields(&self) -> impl Render {
        html! { @allow(missing_label) <input name="title" /> }
    }
}

fn main() {}
