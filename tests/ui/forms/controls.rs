//! Controls that do not suit the fields whose names they bear. Names only fields that exist.

use liveview::prelude::*;

#[derive(EventParams, PartialEq)]
enum Size {
    Small,
    Large,
}

#[derive(EventParams)]
struct NewShirt {
    gift: bool,
    count: u8,
    price: f64,
    letter: char,
    size: Size,
    text: String,
    colours: Vec<String>,
}

#[live_view]
#[derive(Default)]
struct Shirts {
    texts: Vec<String>,
}

#[live_view]
impl Shirts {
    #[event_handler]
    fn add(&mut self, shirt: NewShirt) {
        let small = shirt.size == Size::Small;
        let all = (shirt.gift, shirt.count, shirt.price, shirt.letter, small);
        self.texts.push(format!("{all:?} {} {:?}", shirt.text, shirt.colours));
    }

    fn render(&self) -> impl Render {
        html! {
            @allow(missing_label)
            <form dj-submit="add">
                <input name="gift" />
                <input name="count" type="color" />
                <input name="price" type="date" />
                <input name="letter" type="email" />
                <input name="size" />
                <input name="text" type="checkbox" />
                <input name="colours" type="file" />
            </form>
            <form dj-change="add">
                <input name="gift" type="number" />
                <input name="count" type="checkbox" />
                <select name="price" multiple><option>1</option></select>
                <input name="letter" type="checkbox" />
                <textarea name="size"></textarea>
                @for text in &self.texts; key text {
                    <label><input name="text" type="checkbox" value={text} />{text}</label>
                }
                <input name="colours" />
            </form>
        }
    }
}

fn main() {}
