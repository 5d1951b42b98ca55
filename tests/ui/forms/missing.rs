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

#[component]
fn Icon() -> impl Render {
    html! { <svg viewBox="0 0 1 1"><path d="M0 0" /></svg> }
}

#[component]
fn Row(children: Children) -> impl Render {
    html! { <p>@render(children)</p> }
}

#[component]
fn Title() -> impl Render {
    html! { <input name="title" aria-label="Title" /> }
}

#[component]
fn Wrapped() -> impl Render {
    html! { <div><Title /></div> }
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
            <form dj-submit="add"><Row><input name="to.city" /></Row><button><Icon /></button></form>
            <form dj-submit="add"><Row><input name="town" /></Row><Title /></form>
            <form dj-submit="add"><Wrapped /></form>
        }
    }

    fn allowed(&self) -> impl Render {
        html! {
            @allow(missing_field)
            <form dj-submit="add"></form>
        }
    }

    fn named(&self) -> impl Render {
        html! { <form dj-submit="add" id="third"></form> <Icon /> }
    }

    fn fields(&self) -> impl Render {
        html! { @allow(missing_label) <input name="title" /> }
    }
}

fn main() {}
