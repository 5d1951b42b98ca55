//! The right examples of the page `escaping`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;
struct Link { title: String, address: String, note: Option<String>, is_new: bool, width: u8 } 
fn link(link: &Link) -> impl Render {
    html! {
        <p class="link" class:new={link.is_new} style:width="{link.width}%">
            <a href={&link.address} title={link.note.as_ref()}>{&link.title}</a>
        </p>
    }
}
}

mod example_2 {
use liveview::prelude::*;
fn page() {
let user = "ada"; 
let _ = html! {
<script src="/user.js" data-user={user}></script>
};
}
}

mod example_3 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Rows { id: u32 } 
#[live_view]
impl Rows {
    #[event_handler]
    fn remove(&mut self, id: u32) { /* … */ }

    fn render(&self) -> impl Render {
        html! { <button type="button" style:opacity="0.5" dj-click={remove(self.id)}>Remove</button> }
    }
}
}

mod example_4 {
use liveview::prelude::*;
use liveview::TrustedUrl; 
fn map(latitude: f64, longitude: f64) -> impl Render {
    let place = TrustedUrl::dangerously_from(format!("geo:{latitude},{longitude}"));
    html! { <a href={place}>Map</a> }
}
}

mod example_5 {
use liveview::prelude::*;
use liveview::TrustedHtml; fn sanitised(html: &str) -> String { html.to_owned() } 
fn note(html: &str) -> impl Render {
    let html = TrustedHtml::dangerously_from(sanitised(html));
    html! { <div>@html(html)</div> }
}
}

mod example_6 {
use liveview::prelude::*;

fn button(attributes: &Attributes<'_>) -> impl Render {
    html! { <button type="button" class="button" {..attributes}>Save</button> }
}

fn wide() -> Attributes<'static> {
    Attributes::new().set("class", "wide").set("aria-busy", true).set("title", Some("Saves the note"))
}
}
