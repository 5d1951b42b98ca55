//! What the page remembers, piece by piece. Knows neither events nor markup.

use std::collections::VecDeque;

use liveview::prelude::*;

/// Each place of the page that says what has happened there last.
#[derive(EventParams, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Pad,
    Lifted,
    Moved,
    Button,
    Points,
    Touch,
    Drag,
    Carried,
    Focus,
    Choice,
    Invalid,
    Paste,
    Form,
    Filter,
    Key,
    Named,
    Click,
    Page,
    Window,
    Network,
    Tab,
    Size,
    Sight,
    Mutation,
    Life,
    Timing,
    Guard,
    Dialog,
    Copy,
    List,
    Rest,
    Scroll,
}

/// What each place says.
#[derive(Default)]
pub(crate) struct Said([String; Place::Scroll as usize + 1]);

impl Said {
    /// The longest of what anybody may have a place say.
    const LONGEST: usize = 120;

    pub(crate) fn at(&self, place: Place) -> &str {
        match self.0[place as usize].as_str() {
            "" => "—",
            said => said,
        }
    }

    pub(crate) fn put(&mut self, place: Place, what: impl Into<String>) {
        let mut what: String = what.into();
        if let Some((end, _)) = what.char_indices().nth(Self::LONGEST) {
            what.truncate(end);
        }
        self.0[place as usize] = what;
    }
}

/// The part of a list without ends that is shown.
pub(crate) struct Feed {
    pub(crate) first: i32,
    pub(crate) last: i32,
}

impl Default for Feed {
    fn default() -> Self {
        Feed {
            first: -12,
            last: 12,
        }
    }
}

/// What the chart shows, what changes places, and what decides.
pub(crate) struct Toys {
    points: VecDeque<u32>,
    pub(crate) tiles: Vec<u32>,
    pub(crate) notes: Vec<u32>,
    /// The colour that is shown large.
    pub(crate) picked: u32,
    pub(crate) chat: Vec<String>,
    pub(crate) dice: Dice,
}

impl Default for Toys {
    fn default() -> Self {
        Toys {
            points: (0..24).map(|at| 40 + at * 7 % 23).collect(),
            tiles: (1..=8).collect(),
            notes: vec![1, 2],
            picked: 1,
            chat: vec!["Scroll up, and new lines leave you alone.".to_owned()],
            dice: Dice(7),
        }
    }
}

impl Toys {
    /// The points as the chart's hook reads them.
    pub(crate) fn points(&self) -> String {
        let points: Vec<String> = self.points.iter().map(u32::to_string).collect();
        format!("[{}]", points.join(","))
    }

    pub(crate) fn measure(&mut self) {
        let point = 30 + self.dice.below(50);
        self.points.pop_front();
        self.points.push_back(point);
    }

    pub(crate) fn shuffle(&mut self) {
        for at in (1..self.tiles.len()).rev() {
            let other = self.dice.below(at as u32 + 1) as usize;
            self.tiles.swap(at, other);
        }
    }

    pub(crate) fn add_note(&mut self) {
        let next = self.notes.iter().max().map_or(1, |most| most + 1);
        self.notes.push(next);
    }

    pub(crate) fn add_tile(&mut self) {
        let next = self.tiles.iter().max().map_or(1, |most| most + 1);
        self.tiles.insert(0, next);
    }
}

/// Numbers that look random enough for a toy.
pub(crate) struct Dice(pub(crate) u32);

impl Dice {
    pub(crate) fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % most
    }
}

/// A board of eight columns and three rows, a figure on it, and the squares that are painted.
#[derive(Default)]
pub(crate) struct Board {
    pub(crate) figure: usize,
    painted: u32,
}

impl Board {
    pub(crate) const COLUMNS: usize = 8;
    pub(crate) const SQUARES: usize = 24;

    pub(crate) fn is_painted(&self, square: usize) -> bool {
        self.painted & (1 << square) != 0
    }

    /// What a key does, under the name that the browser has for it.
    pub(crate) fn press(&mut self, key: &str) {
        let (column, row) = (self.figure % Self::COLUMNS, self.figure / Self::COLUMNS);
        let last = (Self::COLUMNS - 1, Self::SQUARES / Self::COLUMNS - 1);
        let (column, row) = match key {
            "ArrowLeft" => (column.saturating_sub(1), row),
            "ArrowRight" => ((column + 1).min(last.0), row),
            "ArrowUp" => (column, row.saturating_sub(1)),
            "ArrowDown" => (column, (row + 1).min(last.1)),
            "Home" => (0, row),
            "End" => (last.0, row),
            "PageUp" => (column, 0),
            "PageDown" => (column, last.1),
            _ => (column, row),
        };
        self.figure = row * Self::COLUMNS + column;
        let square = 1 << self.figure;
        match key {
            " " | "Enter" => self.painted ^= square,
            "Insert" => self.painted |= square,
            "Delete" | "Backspace" => self.painted &= !square,
            "Escape" => *self = Board::default(),
            _ => {}
        }
    }
}

/// The fields of an order.
#[derive(EventParams)]
pub(crate) struct Order {
    pub(crate) title: String,
    pub(crate) gift: bool,
    pub(crate) how: Option<String>,
}

/// A line of the chat.
#[derive(EventParams)]
pub(crate) struct Line {
    pub(crate) text: String,
}

/// What a search has asked.
#[derive(Default)]
pub(crate) struct Search {
    pub(crate) text: String,
    pub(crate) times: u32,
}
