//! What the tracker's page is made of, each part to be used on other pages too. Holds no state.

use liveview::prelude::*;

/// How far a ticket is.
#[derive(Clone, Copy, PartialEq)]
pub enum Stage {
    /// Nobody has begun.
    Open,
    /// Somebody is at it.
    Begun,
    /// It is done.
    Done,
}

impl Stage {
    /// The one behind it.
    pub fn next(self) -> Stage {
        match self {
            Stage::Open => Stage::Begun,
            Stage::Begun | Stage::Done => Stage::Done,
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Open => "open",
            Stage::Begun => "begun",
            Stage::Done => "done",
        }
    }
}

/// What a table can show: rows are told apart by their keys, so that one which moves is moved, and not written anew.
pub trait Row {
    /// Its own, as long as it lives.
    fn key(&self) -> u32;
}

/// A part of the page under a heading.
#[component]
pub fn Panel(title: &str, children: Children) -> impl Render {
    html! {
        <section class="panel">
            <h2>{title}</h2>
            @render(children)
        </section>
    }
}

/// A table of whatever has keys: a column is a slot, which is shown once a row with the row in its hand.
#[component]
pub fn Table<T: Row>(
    rows: &[&T],
    #[prop(default = "Nothing to show.")] empty: &str,
    caption: Option<Slot>,
    #[slot(label: &str, is_number: bool = false)] column: Slots<&T>,
) -> impl Render {
    html! {
        <table>
            @if let Some(caption) = caption { <caption>@render(caption)</caption> }
            <thead>
                <tr>@for head in column; unkeyed { <th class:number={head.is_number}>{head.label}</th> }</tr>
            </thead>
            <tbody>
                @for row in rows; key row.key() {
                    <tr>@for cell in column; unkeyed { <td class:number={cell.is_number}>@render(cell.with(row))</td> }</tr>
                } @empty {
                    <tr><td colspan={column.len()}>{empty}</td></tr>
                }
            </tbody>
        </table>
    }
}

/// How much time a ticket has.
#[component]
pub fn Due(days: i32, stage: Stage) -> impl Render {
    html! {
        @if stage == Stage::Done {
            <span>no matter</span>
        } @else if days < 0 {
            <strong class="late">{days.unsigned_abs()} days late</strong>
        } @else if days == 0 {
            <strong>today</strong>
        } @else {
            <span>in {days} days</span>
        }
    }
}
