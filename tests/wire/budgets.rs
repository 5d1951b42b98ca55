//! How many bytes an update of the bench pages takes, at four-digit numbers: the largest of a thousand events, printed.
//! What a template costs when it is first needed is counted apart. Times nothing.

use liveview::diff;
use liveview::rendered::page;
use liveview::rendered::render::Render;
use liveview::rendered::seed::Seed;
use liveview::rendered::shadow::Shadow;
use liveview::wire::encode::{Aliases, page_block};
use liveview::wire::frame::{self, Standing};

#[path = "../../benches/render/pages.rs"]
mod bench;

use bench::{Line, User, users};

const SEED: Seed = Seed::new(*b"budgets of bytes");

struct Session {
    shadow: Shadow,
    aliases: Aliases,
    sequence: u64,
    largest: usize,
}

impl Session {
    fn of(view: impl Render) -> Self {
        let page = page::render(view, &SEED);
        let (_, aliases) = page_block(&page);
        Session {
            shadow: page.shadow,
            aliases,
            sequence: 8_000,
            largest: 0,
        }
    }

    /// An event after which the page shows this view.
    fn show(&mut self, view: impl Render) {
        let changes = diff::update(view, &mut self.shadow, &SEED);
        let encoded = self.aliases.patch(&changes);
        self.sequence += 1;
        let update = frame::Update {
            patch: &encoded.body,
            acked: 1,
            ..frame::Update::default()
        };
        let frame = frame::update(self.sequence, update);
        self.largest = self.largest.max(frame.len());
    }

    fn expect(&self, what: &str, budget: usize) {
        let largest = self.largest;
        println!("{what}: {largest} of {budget} bytes");
        assert!(
            largest <= budget,
            "{what} takes {largest} of {budget} bytes"
        );
    }
}

#[test]
fn a_counter_takes_20() {
    let mut session = Session::of(bench::counter(1_000));
    for count in 1_001..=2_000 {
        session.show(bench::counter(count));
    }
    session.expect("B1 counter", 20);
}

#[test]
fn one_cell_takes_40() {
    let mut users = users(1_000);
    let mut session = Session::of(bench::table(&users, 0));
    for edit in 1_000..2_000 {
        users[edit - 1_000].email = format!("edit {edit}");
        session.show(bench::table(&users, 0));
    }
    session.expect("B2 one cell", 40);
}

#[test]
fn rows_that_come_and_go_take_120() {
    let mut users = users(1_000);
    let mut session = Session::of(bench::table(&users, 0));
    for id in 1_001..=2_000 {
        users.push(User::new(id));
        session.show(bench::table(&users, 0));
    }
    session.expect("B3 append", 120);
    session.largest = 0;
    for id in 2_001..=2_100 {
        users.insert(0, User::new(id));
        session.show(bench::table(&users, 0));
    }
    session.expect("B3 prepend", 120);
    session.largest = 0;
    for _ in 0..1_000 {
        users.remove(0);
        session.show(bench::table(&users, 0));
    }
    session.expect("B3 delete first", 120);
}

#[test]
fn reversing_takes_40() {
    let mut users = users(1_000);
    let mut session = Session::of(bench::table(&users, 0));
    for _ in 0..100 {
        users.reverse();
        session.show(bench::table(&users, 0));
    }
    session.expect("B4 reverse", 40);
}

#[test]
fn one_field_takes_100() {
    let mut lengths = [0; 10];
    let mut session = Session::of(bench::form(&lengths));
    for event in 0..1_000 {
        lengths[event % 10] = event % 101;
        session.show(bench::form(&lengths));
    }
    session.expect("B5 one field", 100);
}

#[test]
fn a_line_of_chat_takes_120() {
    let time = "12:00:00";
    let mut lines: Vec<Line> = (900..1_000).map(|number| Line { number, time }).collect();
    let mut session = Session::of(bench::chat(&lines));
    for number in 1_000..2_000 {
        lines.remove(0);
        lines.push(Line { number, time });
        session.show(bench::chat(&lines));
    }
    session.expect("B6 say", 120);
}

#[test]
fn joining_an_unchanged_page_takes_100() {
    let secret = "A".repeat(22);
    let frame = frame::joined(1_000, 1_000, &secret, Standing::Same, ("", ""));
    println!("join: {} of 100 bytes", frame.len());
    assert!(frame.len() <= 100, "{frame}");
}
