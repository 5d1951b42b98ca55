//! What the tracker shows after what is done to it: by snapshots where it is the whole that counts, by texts where it is one thing.
//! `INSTA_UPDATE=always cargo test` writes the snapshots anew; read them before keeping them.

use liveview::Rendered;
use liveview::prelude::*;
use liveview::testing::mount;
use tracker::Tracker;
use tracker::parts::{Due, Panel, Row, Stage, Table};

#[tokio::test]
async fn the_page() {
    let view = mount::<Tracker>().await;
    insta::assert_snapshot!(view.rendered());
}

/// The search waits for a pause in the typing; here nobody does.
#[tokio::test(start_paused = true)]
async fn tickets_are_sorted_searched_and_moved_on() {
    let mut view = mount::<Tracker>().await;
    assert_eq!(view.texts("tbody td:first-child"), ["1", "2", "3"]);

    view.click("button:text(\"By days left\")").await;
    view.type_text("input[type=search]", "IN").await;
    assert_eq!(
        view.texts("tbody td:nth-child(2)"),
        ["The printer is on fire", "Nobody can log in"]
    );

    view.click("tbody tr:first-child button").await;
    assert_eq!(
        view.texts("tbody tr:first-child td"),
        ["1", "The printer is on fire", "no matter", "done"]
    );
}

#[tokio::test]
async fn a_ticket_is_added() {
    let mut view = mount::<Tracker>().await;
    view.type_text("input[name=title]", "Buy milk").await;
    view.submit("form").await;
    assert_eq!(
        view.texts("tbody tr:last-child td"),
        ["4", "Buy milk", "in 3 days", "open"]
    );
}

#[tokio::test]
async fn the_address_says_what_is_shown() {
    let view = mount::<Tracker>().param("shown", "begun").await;
    assert_eq!(view.texts("tbody td:first-child"), ["1"]);
}

struct City(u32, &'static str);

impl Row for City {
    fn key(&self) -> u32 {
        self.0
    }
}

/// A component needs no view: `Rendered::of` takes whatever renders.
#[test]
fn a_table_of_something_else() {
    let cities = [City(1, "Oslo"), City(2, "Lima")];
    let rows: Vec<&City> = cities.iter().collect();
    insta::assert_snapshot!(Rendered::of(html! {
        <Panel title="Cities">
            <Table rows={&rows}><:column label="Name" let:city>{city.1}</:column></Table>
        </Panel>
    }));
}

#[test]
fn how_much_time_is_left() {
    let due =
        |days, stage| Rendered::of(html! { <p><Due days={days} stage={stage} /></p> }).to_string();
    insta::assert_snapshot!(due(-2, Stage::Open));
    assert_eq!(
        due(1, Stage::Done),
        due(2, Stage::Done),
        "who is done has no hurry"
    );
    assert_ne!(due(0, Stage::Open), due(1, Stage::Open));
}
