//! Tags that name no component, or one that is out of reach: rustc says so, on the tag.

use liveview::prelude::*;

mod ui {
    use liveview::prelude::*;

    #[component]
    fn Hidden() -> impl Render {
        html! { <p></p> }
    }

    #[component]
    pub fn Badge() -> impl Render {
        html! { <p></p> }
    }
}

#[component]
fn Card(title: &str) -> impl Render {
    html! { <p>{title}</p> }
}

fn plain() -> impl Render {
    html! { <p></p> }
}

fn main() {
    let _ = html! {
        <Crad title="a">b</Crad>
        <ui::Hidden />
        <ui::Bagde />
        <Plain />
        <Card-x />
        <ui::card />
    };
    let _ = plain;
}
