//! The right examples of the page `forms`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;

#[derive(EventParams)]
struct NewOrder {
    title: String,
    count: u8,
    gift: bool,
    note: Option<String>,
    sizes: Vec<Size>,
    to: Address,
}

#[derive(EventParams)]
struct Address {
    street: String,
    #[param(name = "post-code")]
    post_code: String,
}

#[derive(EventParams, Clone, Copy)]
enum Size {
    Small,
    Large,
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
    }

    fn render(&self) -> impl Render {
        html! {
            <form dj-submit="add">
                <label>Title <input name="title" required /></label>
                <label>Count <input name="count" type="number" min="1" max="255" value="1" /></label>
                <label><input name="gift" type="checkbox" /> A gift</label>
                <label>Note <textarea name="note"></textarea></label>
                <label><input name="sizes" type="checkbox" value="small" /> Small</label>
                <label><input name="sizes" type="checkbox" value="large" /> Large</label>
                <label>Street <input name="to.street" /></label>
                <label>Post code <input name="to.post-code" /></label>
                <button type="submit">Order</button>
            </form>
        }
    }
}
}

mod example_2 {
use liveview::prelude::*;
#[derive(EventParams)] struct NewTodo { title: String, note: String } #[live_view] #[derive(Default)] struct Todos { titles: Vec<String> } 
#[component]
fn Row(label: &str, children: Children) -> impl Render {
    html! { <p><label>{label} @render(children)</label></p> }
}

#[live_view]
impl Todos {
    #[event_handler]
    fn add(&mut self, todo: NewTodo) {
        self.titles.push(format!("{}: {}", todo.title, todo.note));
    }

    fn render(&self) -> impl Render {
        html! {
            <form dj-submit="add">
                <Row label="Title"><input name="title" /></Row>
                <Row label="Note"><input name="note" /></Row>
            </form>
        }
    }
}
}
