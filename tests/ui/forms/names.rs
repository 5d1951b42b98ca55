use liveview::prelude::*;

#[derive(EventParams)]
struct Address {
    street: String,
    city: String,
}

#[derive(EventParams)]
struct NewOrder {
    title: String,
    urgent: bool,
    amount: u8,
    note: Option<String>,
    tags: Vec<String>,
    address: Address,
    lines: Vec<Line>,
}

#[derive(EventParams)]
struct Line {
    article: String,
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
        self.titles.push(order.title);
        self.titles.push(order.address.city);
        self.titles.extend(order.lines.into_iter().map(|line| line.article));
        self.titles.push(order.address.street);
        self.titles.extend(order.tags);
        self.titles.extend(order.note);
        self.titles.push(format!("{}{}", order.amount, order.urgent));
    }

    #[event_handler]
    fn clear(&mut self) {
        self.titles.clear();
    }

    #[event_handler]
    fn rename(&mut self, id: u64, title: String) {
        self.titles[id as usize] = title;
    }

    fn render(&self) -> impl Render {
        html! {
            @allow(missing_label)
            <form dj-submit="add">
                <input name="titel" />
                <input name="amount" />
                <input name="city" />
                <input name="address.stret" />
                <input name="tags[]" />
                <input name="tag[]" />
                <input name="address" />
                <input name="lines" />
                <textarea name="colour"></textarea>
                <select name="Urgent"><option>true</option></select>
                <button name="amuont" value="1">One</button>
            </form>
            <form dj-submit="clear">
                <input name="why" />
            </form>
            <form dj-submit={rename(1)}>
                @if self.titles.is_empty() {
                    <input name="tilte" />
                }
            </form>
        }
    }
}

fn main() {}
