//! The pages of the conversations. Together they have every kind of slot and every kind of change.

use liveview::rendered::render::Render;
use liveview::rendered::renderer::Renderer;
use liveview::{Attributes, html};

#[derive(Default)]
pub(crate) struct Profile {
    pub(crate) name: String,
    pub(crate) title: Option<String>,
    pub(crate) link: String,
    pub(crate) kind: String,
    pub(crate) width: Option<String>,
    pub(crate) bio: String,
    pub(crate) age: i32,
    pub(crate) is_busy: bool,
    pub(crate) is_member: bool,
}

/// Every scalar kind.
pub(crate) fn profile(profile: &Profile) -> impl Render + Copy {
    html! {
        @allow(missing_label)
        <article class="profile {profile.kind}" title={profile.title.as_ref()} aria-busy={profile.is_busy} hidden={profile.is_busy}>
            <h1>{profile.name}</h1>
            <p class="line" class:busy={profile.is_busy} style:width={profile.width.as_ref()}>
                Age {profile.age}, <a href={profile.link}>of {profile.name}</a> {profile.kind}
            </p>
            <input type="checkbox" checked={profile.is_member} />
            <textarea>{profile.bio}</textarea>
        </article>
    }
}

#[derive(Default)]
pub(crate) struct Link {
    pub(crate) title: Option<&'static str>,
    pub(crate) kind: &'static str,
    pub(crate) is_current: bool,
    pub(crate) is_shown: bool,
}

impl Link {
    fn attributes(&self) -> Attributes<'_> {
        Attributes::new()
            .set("title", self.title)
            .set("class", self.is_current.then_some("current  on"))
            .set("aria-current", self.is_current)
    }
}

/// What a caller adds, beside an element's own.
pub(crate) fn link(link: &Link) -> impl Render + Copy {
    html! {
        <a class="link {link.kind}" href="/" {..link.attributes()}>a</a>
        @if link.is_shown { <i {..link.attributes()}></i> }
    }
}

#[derive(Default)]
pub(crate) struct Card {
    pub(crate) count: u32,
    pub(crate) badge: Badge,
    pub(crate) is_open: bool,
}

#[derive(Default, Clone, Copy)]
pub(crate) enum Badge {
    #[default]
    None,
    Text(&'static str),
    Link {
        to: &'static str,
        label: &'static str,
    },
}

/// Branches: with an alternative, without one, of several arms, within each other.
pub(crate) fn card(card: &Card) -> impl Render + Copy {
    html! {
        <section>
            @if card.count > 0 {
                <p>{card.count} of many</p>
                @if card.is_open { <b>open {card.count}</b> " and shut" }
            }
            <hr />
            @match card.badge {
                Badge::None => {}
                Badge::Text(text) => { <i>{text}</i> }
                Badge::Link { to, label } => { <a href={to}>{label}</a> }
            }
            <div>@if card.count.is_multiple_of(2) { <em>even</em> } @else { <em>odd {card.count}</em> }</div>
        </section>
    }
}

#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) id: u32,
    pub(crate) text: String,
    pub(crate) is_marked: bool,
}

impl Row {
    pub(crate) fn new(id: u32) -> Self {
        Row {
            id,
            text: format!("row {id}"),
            is_marked: false,
        }
    }
}

pub(crate) fn rows(count: u32) -> Vec<Row> {
    (1..=count).map(Row::new).collect()
}

/// A keyed list, what stands for no rows, and a list that is not keyed, between texts.
pub(crate) fn list(rows: &[Row]) -> impl Render + Copy {
    html! {
        <ul>
            @for row in rows; key row.id {
                <li id="row-{row.id}" class:marked={row.is_marked}>{row.text}</li>
            } @empty { <li>nothing</li> }
        </ul>
        <p>
            lengths:
            @for row in rows; unkeyed { <b>{row.text.len()}</b> }
            of {rows.len()}
        </p>
    }
}

/// Lists in rows, branches in rows of rows.
pub(crate) fn groups<'g>(groups: &'g [(&'static str, Vec<Row>)]) -> impl Render + Copy + 'g {
    html! {
        @for (name, rows) in groups; key name {
            <section>
                <h2>{name}</h2>
                <ul>
                    @for row in rows; key row.id {
                        <li>
                            <b>{row.text}</b>
                            {row.id}
                            @if row.is_marked { <mark>{row.text}</mark> }
                        </li>
                    }
                </ul>
                {rows.len()} rows
            </section>
        }
    }
}

impl Render for Badge {
    fn render(self, renderer: &mut Renderer<'_>) {
        match self {
            Badge::None => html! { <s>"none"</s> }.render(renderer),
            Badge::Text(text) => html! { <i>{text}</i> }.render(renderer),
            Badge::Link { to, label } => {
                html! { <a href={to}>{label}</a> }.render(renderer);
            }
        }
    }
}

/// Values that render: an iterator of different fragments, one alone, and one that may be absent.
pub(crate) fn badges(badges: &[Badge]) -> impl Render + Copy {
    html! {
        <nav>@render(badges.iter().copied())</nav>
        <p>first: @render(badges.first().copied()) "!"</p>
        <div>@render(badges.last().copied().unwrap_or_default())</div>
    }
}
