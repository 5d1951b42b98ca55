//! Forms that the compiler has accepted, filled and sent by a person: what arrives is what was meant. Tells of no mistake.

use liveview::prelude::*;
use liveview::testing::mount;

#[derive(Debug, Clone, Copy, PartialEq, EventParams)]
enum Size {
    Small,
    #[param(name = "XXL")]
    Huge,
}

#[derive(Debug, EventParams)]
struct Address {
    street: String,
    #[param(name = "post-code")]
    post_code: u16,
}

#[derive(Debug, EventParams)]
struct NewOrder {
    title: String,
    count: u8,
    price: f64,
    gift: bool,
    size: Size,
    sizes: Vec<Size>,
    note: Option<String>,
    #[param(default)]
    copies: u8,
    to: Address,
}

#[derive(Debug, EventParams)]
struct Draft {
    title: Option<String>,
    gift: bool,
}

#[live_view]
#[derive(Default)]
struct Orders {
    heard: Vec<String>,
}

#[live_view]
impl Orders {
    #[event_handler]
    fn add(&mut self, order: NewOrder, how: Option<String>) {
        self.heard.push(format!("{order:?} {how:?}"));
    }

    #[event_handler]
    fn check(&mut self, draft: Draft, _target: String) {
        self.heard.push(format!("{draft:?} {_target}"));
    }

    fn render(&self) -> impl Render {
        html! {
            @allow(missing_label)
            <form dj-submit="add" dj-change="check" id="order">
                <input name="title" required />
                <input name="count" type="number" />
                <input name="price" inputmode="decimal" />
                <input name="gift" type="checkbox" />
                <input name="size" type="radio" value="small" />
                <input name="size" type="radio" value="XXL" id="huge" />
                <select name="sizes[]" multiple>
                    <option selected>small</option>
                    <option value="XXL" selected>Huge</option>
                </select>
                <textarea name="note"></textarea>
                <input name="copies" type="number" />
                <input name="to.street" />
                <button type="submit" name="how" value="fast">Go</button>
            </form>
            <input name="to.post-code" form="order" />
            <p>{self.heard.last()}</p>
        }
    }
}

#[tokio::test]
async fn a_form_that_compiles_is_read_as_it_was_filled() {
    let mut view = mount::<Orders>().await;
    view.type_text("[name=title]", "Shirt").await;
    view.blur().await;
    assert_eq!(
        view.text("p"),
        r#"Draft { title: Some("Shirt"), gift: false } title"#
    );
    for (name, text) in [
        ("count", "3"),
        ("price", "9.5"),
        ("to.street", "Long Lane"),
        ("to.post-code", "8001"),
    ] {
        view.type_text(&format!("[name='{name}']"), text).await;
    }
    view.click("[name=gift]").await;
    view.click("#huge").await;
    view.click("button").await;
    let address = r#"Address { street: "Long Lane", post_code: 8001 }"#;
    let order = format!(
        r#"NewOrder {{ title: "Shirt", count: 3, price: 9.5, gift: true, size: Huge, sizes: [Small, Huge], note: None, copies: 0, to: {address} }} Some("fast")"#
    );
    assert_eq!(view.text("p"), order);
    assert_eq!(view.refusal(), None);
}

#[tokio::test]
async fn what_is_typed_and_cannot_be_read_is_refused_by_the_name_of_its_field() {
    let mut view = mount::<Orders>().await;
    view.type_text("[name=title]", "Shirt").await;
    view.type_text("[name=count]", "300").await;
    view.click("button").await;
    let (_, text) = view.refusal().expect("300 is no u8");
    assert!(text.contains("count"), "{text}");
}

#[component]
fn Card(children: Children) -> impl Render {
    html! { <section>@render(children)</section> }
}

#[derive(Debug, EventParams)]
struct Wish {
    title: String,
}

#[live_view]
#[derive(Default)]
struct Wishes {
    heard: String,
}

#[live_view]
impl Wishes {
    #[event_handler]
    fn wish(&mut self, wish: Wish, count: u8, _submitter: String) {
        self.heard = format!("{} {count} {_submitter}", wish.title);
    }

    fn render(&self) -> impl Render {
        html! {
            <Card>
                <form dj-submit="wish">
                    <input name="title" aria-label="Title" />
                    <Card><input name="count" type="number" aria-label="Count" /></Card>
                    <button name="now">Now</button>
                    <input type="submit" name="later" value="Later" />
                </form>
            </Card>
            <output>{&self.heard}</output>
        }
    }
}

#[tokio::test]
async fn a_form_in_a_component_has_its_fields_and_a_button_that_is_asked_for_needs_none() {
    let mut view = mount::<Wishes>().await;
    view.type_text("[name=title]", "a boat").await;
    view.type_text("[name=count]", "2").await;
    view.click("[name=later]").await;
    assert_eq!(view.text("output"), "a boat 2 later");
}
