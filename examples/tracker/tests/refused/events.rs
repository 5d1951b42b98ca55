//! Events that the tracker has, bound as they are not: a text for a number, a click for a text. Compiles nowhere.

use liveview::prelude::*;
use tracker::TrackerEvents;

fn buttons() -> impl Render {
    html! {
        <button dj-click={TrackerEvents::advance("seven")}>Advance</button>
        <button dj-click={TrackerEvents::search_0()}>Search</button>
    }
}

fn main() {
    let _ = buttons;
}
