//! Values that stand in a template and that no field can be read from. Names only fields that exist.

use liveview::prelude::*;

#[derive(EventParams, PartialEq)]
enum Size {
    Small,
    ExtraLarge,
    #[param(name = "XXL")]
    Huge,
}

#[derive(EventParams)]
struct NewShirt {
    gift: bool,
    count: i8,
    price: f64,
    letter: char,
    size: Size,
    sizes: Vec<Size>,
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
        let small = shirt.size == Size::Small && !shirt.sizes.contains(&Size::ExtraLarge);
        let all = (shirt.gift, shirt.count, shirt.price, shirt.letter, small);
        self.texts.push(format!("{all:?}"));
    }

    fn render(&self) -> impl Render {
        html! {
            @allow(missing_label)
            <form dj-submit="add">
                <input name="gift" type="checkbox" value="yes" />
                <input name="count" type="hidden" value="128" />
                <button name="price" value="1,5">Buy</button>
                <input name="letter" type="radio" value="ab" />
                <input name="letter" type="radio" />
                <select name="size">
                    <option value="">Choose</option>
                    <option value="smal">Small</option>
                    <option>extra_large</option>
                    <option>Gigantic</option>
                    <option value="XXL">Huge</option>
                </select>
                <input name="sizes" type="checkbox" value="small" />
                <input name="sizes" type="checkbox" value="xxl" />
                <input name="sizes" type="checkbox" />
            </form>
        }
    }
}

fn main() {}
