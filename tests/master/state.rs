//! The state that all pages of the master property show, and the changes that happen to it. Knows no page.
//!
//! A state is a pure function of the changes, and the changes of a seed: a browser test can ask for the page of any
//! moment anew.

/// Everything a page may show.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct State {
    pub flags: [bool; 4],
    pub choice: u8,
    pub number: i64,
    pub texts: [&'static str; 4],
    pub maybe: Option<&'static str>,
    pub selected: u32,
    pub rows: Vec<Row>,
    next: u32,
}

/// A row, known by its number for life.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Row {
    pub id: u32,
    pub name: &'static str,
    pub done: bool,
    pub kind: u8,
    pub note: Option<&'static str>,
    pub items: Vec<Item>,
}

/// What stands in a row, known by its number within it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    pub id: u32,
    pub label: &'static str,
}

/// One change. The numbers choose among what is there, so that every change fits every state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Nothing,
    Flag(usize),
    Choice(u8),
    Number(i8),
    Text(usize, usize),
    Maybe(usize),
    Select(usize),
    Append(usize),
    Insert(usize, usize),
    Remove(usize),
    Clear,
    Swap(usize, usize),
    Move(usize, usize),
    Reverse,
    Rotate(usize),
    Shuffle(u64),
    Rename(usize, usize),
    Done(usize),
    Kind(usize, u8),
    Note(usize, usize),
    AddItem(usize, usize),
    RemoveItem(usize, usize),
    RenameItem(usize, usize),
    ReverseItems(usize),
}

/// Texts that have hurt somebody before.
pub(crate) const TEXTS: [&str; 20] = [
    "",
    "a",
    "b",
    "0",
    " ",
    " spaced  out ",
    "<b>&amp;\"'",
    "<!--[-->",
    "<!--]-->",
    "]]>",
    "\nfirst line\n",
    "\u{a0}",
    "é€😀",
    "</textarea></pre></script>",
    "x y z",
    "a\tb",
    "line\r\nline\r",
    "\u{1}\u{7f}\u{85}",
    "\u{feff}\u{200b}\u{2028}",
    "&#0;&copy;&notit;\\u0041",
];

pub(crate) const ROWS: usize = 12;

impl State {
    /// A state with a little of everything.
    pub(crate) fn new() -> Self {
        let mut state = Self {
            texts: ["one", "", "three", "x y"],
            choice: 1,
            number: 7,
            ..Self::default()
        };
        for name in [1, 2, 14] {
            state.apply(Change::Append(name));
        }
        state.apply(Change::AddItem(1, 12));
        state.apply(Change::AddItem(1, 2));
        state
    }

    /// The state after so many steps from a seed.
    pub(crate) fn at(seed: u64, steps: u64) -> Self {
        let mut state = Self::new();
        for step in 0..steps {
            for change in changes(seed, step) {
                state.apply(change);
            }
        }
        state
    }

    pub(crate) fn apply(&mut self, change: Change) {
        match change {
            Change::Nothing => {}
            Change::Flag(index) => self.flags[index % 4] ^= true,
            Change::Choice(choice) => self.choice = choice % 4,
            Change::Number(by) => self.number += i64::from(by),
            Change::Text(index, text) => self.texts[index % 4] = choose(text),
            Change::Maybe(text) => self.maybe = maybe(text),
            Change::Select(index) => self.selected = self.row(index).map_or(0, |row| row.id),
            _ => self.apply_to_rows(change),
        }
    }

    fn apply_to_rows(&mut self, change: Change) {
        match change {
            Change::Append(name) => self.insert(self.rows.len(), name),
            Change::Insert(at, name) => self.insert(at % (self.rows.len() + 1), name),
            Change::Clear => self.rows.clear(),
            Change::Reverse => self.rows.reverse(),
            Change::Shuffle(seed) => shuffle(&mut self.rows, seed),
            _ if self.rows.is_empty() => {}
            Change::Remove(at) => drop(self.rows.remove(at % self.rows.len())),
            Change::Swap(one, other) => {
                let count = self.rows.len();
                self.rows.swap(one % count, other % count);
            }
            Change::Move(from, to) => {
                let row = self.rows.remove(from % self.rows.len());
                self.rows.insert(to % (self.rows.len() + 1), row);
            }
            Change::Rotate(by) => {
                let by = by % self.rows.len();
                self.rows.rotate_left(by);
            }
            _ => self.apply_to_row(change),
        }
    }

    fn apply_to_row(&mut self, change: Change) {
        let (Change::Rename(at, _)
        | Change::Done(at)
        | Change::Kind(at, _)
        | Change::Note(at, _)
        | Change::AddItem(at, _)
        | Change::RemoveItem(at, _)
        | Change::RenameItem(at, _)
        | Change::ReverseItems(at)) = change
        else {
            return;
        };
        let id = self.fresh();
        let Some(row) = self.row(at) else { return };
        match change {
            Change::Rename(_, name) => row.name = choose(name),
            Change::Done(_) => row.done ^= true,
            Change::Kind(_, kind) => row.kind = kind % 3,
            Change::Note(_, note) => row.note = maybe(note),
            Change::AddItem(_, label) if row.items.len() < 5 => {
                row.items.insert(
                    label % (row.items.len() + 1),
                    Item {
                        id,
                        label: choose(label),
                    },
                );
            }
            Change::RemoveItem(_, item) if !row.items.is_empty() => {
                row.items.remove(item % row.items.len());
            }
            Change::RenameItem(_, text) if !row.items.is_empty() => {
                let item = text % row.items.len();
                row.items[item].label = choose(text / 3);
            }
            Change::ReverseItems(_) => row.items.reverse(),
            _ => {}
        }
    }

    fn insert(&mut self, at: usize, name: usize) {
        if self.rows.len() < ROWS {
            let id = self.fresh();
            self.rows.insert(
                at,
                Row {
                    id,
                    name: choose(name),
                    kind: (name % 3) as u8,
                    ..Row::default()
                },
            );
        }
    }

    fn row(&mut self, at: usize) -> Option<&mut Row> {
        let count = self.rows.len().max(1);
        self.rows.get_mut(at % count)
    }

    fn fresh(&mut self) -> u32 {
        self.next += 1;
        self.next
    }
}

impl Change {
    /// A change from 64 random bits.
    pub(crate) fn from_bits(bits: u64) -> Self {
        let [kind, small, ..] = bits.to_le_bytes();
        let (one, other) = (
            (bits >> 16) as usize & 0xffff,
            (bits >> 32) as usize & 0xffff,
        );
        match kind % 32 {
            0 => Self::Nothing,
            1..=4 => Self::Flag(one),
            5 | 6 => Self::Choice(small),
            7 => Self::Number(small as i8),
            8..=10 => Self::Text(one, other),
            11 => Self::Maybe(one),
            12 => Self::Select(one),
            13 => Self::Append(one),
            14 | 15 => Self::Insert(one, other),
            16 => Self::Remove(one),
            17 if small < 40 => Self::Clear,
            17 => Self::Remove(one),
            18 => Self::Swap(one, other),
            19 => Self::Move(one, other),
            20 => Self::Reverse,
            21 => Self::Rotate(one),
            22 => Self::Shuffle(bits),
            23 => Self::Rename(one, other),
            24 => Self::Done(one),
            25 => Self::Kind(one, small),
            26 => Self::Note(one, other),
            27 | 28 => Self::AddItem(one, other),
            29 => Self::RemoveItem(one, other),
            30 => Self::RenameItem(one, other),
            _ => Self::ReverseItems(one),
        }
    }
}

/// What happens at a step of a seed: mostly one change, sometimes several at once.
pub(crate) fn changes(seed: u64, step: u64) -> Vec<Change> {
    let mut random =
        seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ step.wrapping_mul(0xd1b5_4a32_d192_ed03);
    let count = 1 + next(&mut random) % 8 / 3;
    (0..count)
        .map(|_| Change::from_bits(next(&mut random)))
        .collect()
}

fn choose(text: usize) -> &'static str {
    TEXTS[text % TEXTS.len()]
}

fn maybe(text: usize) -> Option<&'static str> {
    (!text.is_multiple_of(3)).then(|| choose(text / 3))
}

fn shuffle<T>(items: &mut [T], mut random: u64) {
    for at in (1..items.len()).rev() {
        let other = next(&mut random) as usize % (at + 1);
        items.swap(at, other);
    }
}

/// SplitMix64: every run of a seed is the same run.
fn next(random: &mut u64) -> u64 {
    *random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut bits = *random;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
