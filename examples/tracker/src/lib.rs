//! A tracker of tickets: a table to filter and sort, a form for new ones, and a button that moves each on.
//! What it shows is in `parts`, what happens is one enum, `TrackerEvents`.

pub mod parts;

use liveview::prelude::*;

use parts::{Due, Panel, Row, Stage, Table};

/// All that a browser may ask of the tracker. A template names them as handlers are named: `advance` is `Advance`.
#[derive(LiveEvent)]
pub enum TrackerEvents {
    /// Shows the tickets of one stage, or all of them.
    Show(Shown),
    /// Sorts the table.
    SortBy(Order),
    /// Shows the tickets whose title has this in it.
    #[event(debounce = 200)]
    Search {
        /// What was typed.
        value: String,
    },
    /// Moves a ticket on to its next stage.
    Advance(u32),
    /// Adds a ticket.
    Add {
        /// The fields of the form.
        new: NewTicket,
    },
}

/// Which tickets are shown.
#[derive(Clone, Copy, PartialEq, EventParams)]
pub enum Shown {
    /// All.
    All,
    /// Those that nobody has begun.
    Open,
    /// Those that somebody is at.
    Begun,
    /// Those that are done.
    Done,
}

/// What the table is sorted by.
#[derive(Clone, Copy, PartialEq, EventParams)]
pub enum Order {
    /// The number.
    Number,
    /// The days that are left.
    Due,
}

/// What the address asks for, as in `/?shown=done`.
#[derive(EventParams)]
struct Asked {
    shown: Option<Shown>,
}

/// The fields of the form.
#[derive(EventParams)]
pub struct NewTicket {
    title: String,
    days: i32,
}

/// A ticket.
pub struct Ticket {
    number: u32,
    title: String,
    /// The days that are left; fewer than none for one that is late.
    days: i32,
    stage: Stage,
}

impl Row for Ticket {
    fn key(&self) -> u32 {
        self.number
    }
}

/// The page.
#[live_view]
pub struct Tracker {
    tickets: Vec<Ticket>,
    shown: Shown,
    order: Order,
    searched: String,
}

#[live_view]
impl Tracker {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let asked: Asked = cx.params()?;
        let tickets = [
            ("The printer is on fire", -2, Stage::Begun),
            ("Nobody can log in", 0, Stage::Open),
            ("Say thank you to Ada", 5, Stage::Open),
        ];
        let mut tracker = Self {
            tickets: Vec::new(),
            shown: asked.shown.unwrap_or(Shown::All),
            order: Order::Number,
            searched: String::new(),
        };
        for (title, days, stage) in tickets {
            tracker.push(title, days, stage);
        }
        Ok(tracker)
    }

    /// One match for all that can happen: a new variant is a new arm.
    fn handle_event(&mut self, event: TrackerEvents) {
        match event {
            TrackerEvents::Show(shown) => self.shown = shown,
            TrackerEvents::SortBy(order) => self.order = order,
            TrackerEvents::Search { value } => self.searched = value.to_lowercase(),
            TrackerEvents::Advance(number) => {
                let mut tickets = self.tickets.iter_mut();
                if let Some(ticket) = tickets.find(|ticket| ticket.number == number) {
                    ticket.stage = ticket.stage.next();
                }
            }
            TrackerEvents::Add { new } => self.push(new.title.trim(), new.days, Stage::Open),
        }
    }

    fn render(&self) -> impl Render {
        html! {
            <main class="tracker">
                <h1>Tickets</h1>
                <Panel title="New">
                    <form dj-submit="add">
                        <label>Title <input name="title" required autocomplete="off" /></label>
                        <label>Days <input name="days" type="number" value="3" required /></label>
                        <button type="submit">Add</button>
                    </form>
                </Panel>
                @let tickets = self.tickets();
                <Panel title="All {tickets.len()} of {self.tickets.len()}">
                    <nav aria-label="Show">
                        @for (shown, name) in SHOWN; unkeyed {
                            <button dj-click={show(shown)} aria-pressed={self.shown == shown}>{name}</button>
                        }
                    </nav>
                    <label>Search <input type="search" dj-input="search" /></label>
                    <Table rows={&tickets} empty="Nothing to do.">
                        <:caption>Tickets, by @if self.order == Order::Due { days left } @else { number }</:caption>
                        <:column label="No." is_number let:ticket>{ticket.number}</:column>
                        <:column label="Title" let:ticket>{&ticket.title}</:column>
                        <:column label="Due" let:ticket><Due days={ticket.days} stage={ticket.stage} /></:column>
                        <:column label="Stage" let:ticket>
                            <button dj-click={advance(ticket.number)} disabled={ticket.stage == Stage::Done}>
                                {ticket.stage.name()}
                            </button>
                        </:column>
                    </Table>
                    <button dj-click={sort_by(Order::Number)}>By number</button>
                    <button dj-click={sort_by(Order::Due)}>By days left</button>
                </Panel>
            </main>
        }
    }
}

const SHOWN: [(Shown, &str); 4] = [
    (Shown::All, "All"),
    (Shown::Open, "Open"),
    (Shown::Begun, "Begun"),
    (Shown::Done, "Done"),
];

impl Tracker {
    /// The tickets that are asked for, in the order that is asked for.
    fn tickets(&self) -> Vec<&Ticket> {
        let is_shown = |ticket: &&Ticket| match self.shown {
            Shown::All => true,
            Shown::Open => ticket.stage == Stage::Open,
            Shown::Begun => ticket.stage == Stage::Begun,
            Shown::Done => ticket.stage == Stage::Done,
        };
        let is_found = |ticket: &&Ticket| ticket.title.to_lowercase().contains(&self.searched);
        let mut tickets: Vec<&Ticket> = self
            .tickets
            .iter()
            .filter(is_shown)
            .filter(is_found)
            .collect();
        if self.order == Order::Due {
            tickets.sort_by_key(|ticket| ticket.days);
        }
        tickets
    }

    fn push(&mut self, title: &str, days: i32, stage: Stage) {
        let number = self.tickets.last().map_or(1, |last| last.number + 1);
        if !title.is_empty() {
            self.tickets.push(Ticket {
                number,
                title: title.to_owned(),
                days,
                stage,
            });
        }
    }
}
