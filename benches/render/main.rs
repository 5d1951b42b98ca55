//! `cargo bench`: what a page and an update cost, in-process, against the same by other means. Judges nothing: it prints.

mod clock;
mod pages;
mod peers;

use std::time::Duration;

use clock::{Contestant, medians};
use liveview::diff;
use liveview::rendered::page;
use liveview::rendered::render::Render;
use liveview::rendered::seed::Seed;
use liveview::rendered::shadow::Shadow;
use liveview::wire::encode::{Aliases, page_block};
use liveview::wire::frame;
use pages::{Line, User, users};

const ROWS: u32 = 1_000;
const SEED: Seed = Seed::new(*b"a fixed test key");

fn main() {
    assert_eq!(
        page::render(pages::table(&users(3), 0), &SEED).html,
        peers::by_hand(&users(3), 0)
    );
    assert_eq!(peers::by_maud(&users(3), 0), peers::by_hand(&users(3), 0));
    // `cargo bench -- pages` measures only those, `-- updates` only these.
    let chosen = std::env::args().nth(1).unwrap_or_default();
    if chosen != "updates" {
        pages();
    }
    if chosen != "pages" {
        updates();
    }
}

fn pages() {
    let users = users(ROWS);
    let mut contestants = [
        Contestant::new("by hand: push_str, itoa, our escaper", || {
            peers::by_hand(&users, 0)
        }),
        Contestant::new("liveview, shadow included", || {
            page::render(pages::table(&users, 0), &SEED)
        }),
        Contestant::new("maud", || peers::by_maud(&users, 0)),
    ];
    let times = medians(turns(), &mut contestants);
    println!("page render of B2, {ROWS} rows of 4 cells and an id");
    for (contestant, time) in contestants.iter().zip(&times) {
        let ratio = time.as_secs_f64() / times[0].as_secs_f64();
        println!(
            "  {:40} {:8.1} µs   {ratio:.2} ×",
            contestant.name,
            micros(*time)
        );
    }
}

fn updates() {
    println!("update: render, compare, encode (frame bytes at four-digit numbers)");
    let mut counter = 1000;
    let mut session = Session::new(pages::counter(counter));
    measure("B1 counter", || {
        counter += 1;
        session.update(pages::counter(counter % 10_000))
    });

    let mut users = users(ROWS);
    let mut session = Session::new(pages::table(&users, 0));
    let mut edits = 1000;
    measure("B2 one cell", || {
        edits += 1;
        users[edits % ROWS as usize].email = format!("edit {}", edits % 10_000);
        session.update(pages::table(&users, 0))
    });
    let mut side = 1000;
    measure("B2 beside the table", || {
        side += 1;
        session.update(pages::table(&users, side))
    });
    measure("B2 nothing", || session.update(pages::table(&users, side)));
    measure("B3 append, delete last", || {
        match users.len() as u32 {
            ROWS => users.push(User::new(1234)),
            _ => drop(users.pop()),
        }
        session.update(pages::table(&users, side))
    });
    measure("B3 prepend, delete first", || {
        match users.len() as u32 {
            ROWS => users.insert(0, User::new(1234)),
            _ => drop(users.remove(0)),
        }
        session.update(pages::table(&users, side))
    });
    measure("B4 reverse", || {
        users.reverse();
        session.update(pages::table(&users, side))
    });
    let mut random = 1;
    measure("B4 shuffle", || {
        shuffle(&mut users, &mut random);
        session.update(pages::table(&users, side))
    });
    small_updates();
}

fn small_updates() {
    let mut lengths = [0; 10];
    let mut session = Session::new(pages::form(&lengths));
    measure("B5 one field", || {
        lengths[3] = (lengths[3] + 1) % 100;
        session.update(pages::form(&lengths))
    });

    let time = "12:00:00";
    let mut lines: Vec<Line> = (1000..1100).map(|number| Line { number, time }).collect();
    let mut session = Session::new(pages::chat(&lines));
    measure("B6 say", || {
        lines.remove(0);
        let number = (lines[98].number + 1) % 10_000;
        lines.push(Line { number, time });
        session.update(pages::chat(&lines))
    });
}

/// What a session keeps of a view, and the number of its next frame.
struct Session {
    shadow: Shadow,
    aliases: Aliases,
    sequence: u64,
}

impl Session {
    fn new(view: impl Render) -> Self {
        let page = page::render(view, &SEED);
        let (_, aliases) = page_block(&page);
        Session {
            shadow: page.shadow,
            aliases,
            sequence: 1_000,
        }
    }

    fn update(&mut self, view: impl Render) -> String {
        let changes = diff::update(view, &mut self.shadow, &SEED);
        if changes.is_empty() {
            return String::new();
        }
        let encoded = self.aliases.patch(&changes);
        self.sequence = 1_000 + (self.sequence + 1) % 9_000;
        let update = frame::Update {
            patch: &encoded.body,
            acked: 1,
            definitions: &encoded.definitions,
            effects: "",
        };
        frame::update(self.sequence, update)
    }
}

fn measure(name: &'static str, mut event: impl FnMut() -> String) {
    let mut bytes = 0;
    // What must be defined is defined before bytes are counted.
    event();
    event();
    let mut contestants = [Contestant::new(name, || bytes = bytes.max(event().len()))];
    let time = medians(turns(), &mut contestants)[0];
    drop(contestants);
    println!("  {name:40} {:8.1} µs   {bytes:5} bytes", micros(time));
}

fn shuffle(users: &mut [User], random: &mut u64) {
    for last in (1..users.len()).rev() {
        *random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        users.swap(last, (*random >> 33) as usize % (last + 1));
    }
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// How often each is timed: `TURNS=20` for a look through a slow profiler.
fn turns() -> usize {
    let turns = std::env::var("TURNS")
        .ok()
        .and_then(|turns| turns.parse().ok());
    turns.unwrap_or(2_000)
}
