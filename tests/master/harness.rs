//! Runs the property for one page: random states, a model client, a comparison after each frame. Writes no template.

use std::collections::BTreeMap;

use liveview::rendered::page;
use liveview::rendered::render::Render;
use liveview::rendered::seed::Seed;
use liveview::rendered::shadow::Shadow;
use liveview::testing::{Client, NodeId};
use liveview::wire::encode::{Aliases, page_block};
use liveview::{diff, wire};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::state::{Change, State};

/// How many runs a page gets, unless `MASTER_CASES` says otherwise; 27 pages make well over a thousand.
const CASES: u32 = 48;

/// What a frame may have besides the values of the whole page: numbers, brackets, addresses.
const HEADER: usize = 64;

/// Unlike bytes, as a real key has them.
const SEED: &[u8; 16] = b"a key of a test.";

pub(crate) trait Page {
    fn render(state: &State) -> impl Render;
}

/// What happens in a run.
#[derive(Debug, Clone)]
enum Act {
    /// The state changes, perhaps not at all, and the page follows.
    Change(Vec<Change>),
    /// The client asks for one of its instances anew, the root among them.
    Resync(usize),
}

pub(crate) fn hold<P: Page>() {
    let change = || any::<u64>().prop_map(Change::from_bits);
    let act = prop_oneof![
        9 => vec(change(), 1..4).prop_map(Act::Change),
        1 => any::<usize>().prop_map(Act::Resync),
    ];
    let run = (vec(change(), 0..20), vec(act, 1..40));
    let config = Config {
        cases: cases(),
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&run, |(before, acts)| {
            let mut state = State::new();
            before.into_iter().for_each(|change| state.apply(change));
            let mut live = Live::open::<P>(&state);
            for act in acts {
                match act {
                    Act::Change(changes) => {
                        changes.into_iter().for_each(|change| state.apply(change));
                        live.update::<P>(&state)?;
                    }
                    Act::Resync(choice) => live.resync::<P>(&state, choice)?,
                }
                live.check::<P>(&state)?;
            }
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

pub(crate) fn cases() -> u32 {
    let cases = std::env::var("MASTER_CASES").ok();
    cases.map_or(CASES, |cases| {
        cases.parse().expect("`MASTER_CASES` is a number")
    })
}

/// A server's side of one view, and a client that shows it.
struct Live {
    seed: Seed,
    shadow: Shadow,
    aliases: Aliases,
    sequence: u64,
    client: Client,
}

impl Live {
    fn open<P: Page>(state: &State) -> Self {
        let seed = Seed::new(*SEED);
        let page = page::render(P::render(state), &seed);
        let (block, aliases) = page_block(&page);
        let client =
            Client::open(&document(&page.html, &block)).expect("the page fits its templates");
        Self {
            seed,
            shadow: page.shadow,
            aliases,
            sequence: 0,
            client,
        }
    }

    fn update<P: Page>(&mut self, state: &State) -> Result<(), TestCaseError> {
        let before = keyed(&self.client);
        let changes = diff::update(P::render(state), &mut self.shadow, &self.seed);
        if changes.is_empty() {
            return Ok(());
        }
        prop_assert!(!changes.is_whole(), "a page never changes its root");
        let patch = self.aliases.patch(&changes);
        self.sequence += 1;
        let html = page::render(P::render(state), &self.seed).html;
        prop_assert!(
            patch.body.len() <= html.len() + HEADER,
            "{} for {html}",
            patch.body
        );
        let update = wire::frame::Update {
            patch: &patch.body,
            definitions: &patch.definitions,
            ..Default::default()
        };
        self.take(&wire::frame::update(self.sequence, update))?;
        for (key, node) in keyed(&self.client) {
            prop_assert!(
                before.get(&key).is_none_or(|&known| known == node),
                "row {key} lost its node"
            );
        }
        Ok(())
    }

    fn resync<P: Page>(&mut self, state: &State, choice: usize) -> Result<(), TestCaseError> {
        let instances = self.client.instances(0);
        let path = &instances[choice % instances.len()];
        let path: Vec<u32> = path
            .iter()
            .map(|&step| u32::try_from(step).expect("templates are small"))
            .collect();
        let (changes, _) = diff::full(P::render(state), &self.seed);
        let values = self.aliases.instance(&changes, &path);
        let Some(values) = values else {
            return Err(TestCaseError::fail(format!("no instance at {path:?}")));
        };
        self.take(&wire::frame::resynced(
            self.sequence,
            &path,
            &values.body,
            &values.definitions,
        ))
    }

    /// The client shows what a fresh page shows, and there is nothing left to say.
    fn check<P: Page>(&mut self, state: &State) -> Result<(), TestCaseError> {
        let client = &self.client;
        let shown = client.dom().canonical(client.root(0));
        let fresh = fresh_client(P::render(state));
        prop_assert_eq!(shown, fresh.dom().canonical(fresh.root(0)));
        for client in [client, &fresh] {
            prop_assert_eq!(
                slots_of_fields(client),
                "",
                "fields whose slots the client does not know"
            );
        }
        let page = page::render(P::render(state), &self.seed);
        prop_assert_eq!(&self.shadow, &page.shadow);
        let again = diff::update(P::render(state), &mut self.shadow, &self.seed);
        prop_assert!(again.is_empty(), "said something though nothing changed");
        Ok(())
    }

    fn take(&mut self, frame: &str) -> Result<(), TestCaseError> {
        let received = self.client.receive(frame);
        let received =
            received.map_err(|error| TestCaseError::fail(format!("{error}\n{frame}")))?;
        prop_assert!(
            received.mismatches.is_empty(),
            "{:#?}\n{frame}",
            received.mismatches
        );
        Ok(())
    }
}

/// The rows that name themselves, by what their key says.
pub(crate) fn keyed(client: &Client) -> BTreeMap<String, NodeId> {
    let rows = client.find("[data-key]").expect("a good selector");
    let key = |&row: &NodeId| Some((client.attribute(row, "data-key")?.to_owned(), row));
    rows.iter().filter_map(key).collect()
}

/// What a page shows that was never patched.
pub(crate) fn fresh(view: impl Render) -> String {
    let client = fresh_client(view);
    client.dom().canonical(client.root(0))
}

fn fresh_client(view: impl Render) -> Client {
    let page = page::render(view, &Seed::new(*SEED));
    let (block, _) = page_block(&page);
    Client::open(&document(&page.html, &block)).expect("the page fits its templates")
}

/// The fields that say of themselves something else than the client knows of them: that a slot writes them, or that none does.
fn slots_of_fields(client: &Client) -> String {
    let wrong = |(selector, has_slot): (&str, bool)| {
        let fields = client.find(selector).expect("a good selector").into_iter();
        let wrong = fields.filter(move |&field| client.is_controlled(field) != has_slot);
        wrong
            .map(|field| client.dom().outer_html(field))
            .collect::<String>()
    };
    [("[data-held]", true), ("[data-free]", false)]
        .map(wrong)
        .concat()
}

fn document(html: &str, block: &str) -> String {
    format!(
        "<!doctype html><html><body><div dj-v=\"t\" dj-h=\"d\">{html}</div>\
         <script type=\"application/json\" dj-t>{block}</script></body></html>"
    )
}
