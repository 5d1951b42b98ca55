//! One conversation, said by the runtime and held against its file. Knows no page.

use std::fs;
use std::path::PathBuf;

use liveview::diff;
use liveview::rendered::page;
use liveview::rendered::render::Render;
use liveview::rendered::seed::Seed;
use liveview::rendered::shadow::Shadow;
use liveview::wire::effects::Effects;
use liveview::wire::encode::{Aliases, Encoded, page_block};
use liveview::wire::frame::{self, Standing};
use serde_json::{Value, json};

const SEED: Seed = Seed::new(*b"conversations of");

pub(crate) struct Conversation {
    name: &'static str,
    page: String,
    block: String,
    steps: Vec<Value>,
    shadow: Shadow,
    aliases: Aliases,
    sequence: u64,
}

impl Conversation {
    pub(crate) fn begin(name: &'static str, view: impl Render) -> Self {
        let page = page::render(view, &SEED);
        let (block, aliases) = page_block(&page);
        Conversation {
            name,
            page: page.html,
            block,
            steps: Vec::new(),
            shadow: page.shadow,
            aliases,
            sequence: 0,
        }
    }

    /// The page changes to what this view shows.
    pub(crate) fn say(&mut self, what: &str, view: impl Render + Copy) {
        let step = self.step(what, view, "");
        self.steps.push(step);
    }

    /// The browser does something, and shows this view then.
    pub(crate) fn tell(&mut self, what: &str, effects: &mut Effects, view: impl Render + Copy) {
        let effects = effects.take();
        let mut step = self.step(what, view, &effects);
        step["effects"] = serde_json::from_str(&effects).expect("effects are JSON");
        self.steps.push(step);
    }

    fn step(&mut self, what: &str, view: impl Render + Copy, effects: &str) -> Value {
        let changes = diff::update(view, &mut self.shadow, &SEED);
        let is_silent = changes.is_empty() && effects.is_empty();
        assert!(!is_silent && !changes.is_whole(), "{what}");
        let encoded = match changes.is_empty() {
            true => Encoded::default(),
            false => self.aliases.patch(&changes),
        };
        self.sequence += 1;
        let update = frame::Update {
            patch: &encoded.body,
            acked: 1,
            definitions: &encoded.definitions,
            effects,
        };
        let down = frame::update(self.sequence, update);
        self.expect_same_shadow(view);
        json!({ "what": what, "down": down, "html": shown(view) })
    }

    /// The client asks for one instance.
    pub(crate) fn answer(&mut self, what: &str, path: &[u32], view: impl Render + Copy) {
        let (changes, shadow) = diff::full(view, &SEED);
        assert_eq!(shadow, self.shadow, "{what}");
        let encoded = self.aliases.instance(&changes, path).expect(what);
        let up = json!(["r", self.sequence, path]).to_string();
        let (body, definitions) = (&encoded.body, &encoded.definitions);
        let down = frame::resynced(self.sequence, path, body, definitions);
        let html = shown(view);
        let step = json!({ "what": what, "up": up, "down": down, "html": html });
        self.steps.push(step);
    }

    /// The server says everything anew, for the page as it stands or for a new one.
    pub(crate) fn join(&mut self, what: &str, view: impl Render + Copy, standing: Standing) {
        let (changes, shadow) = diff::full(view, &SEED);
        self.shadow = shadow;
        let encoded = self.aliases.whole(&changes);
        self.sequence = 0;
        let body = (&*encoded.body, &*encoded.definitions);
        let down = frame::joined(self.sequence, 0, "secret", standing, body);
        let html = shown(view);
        self.steps
            .push(json!({ "what": what, "down": down, "html": html }));
    }

    /// Holds the conversation against its file, or writes the file.
    pub(crate) fn finish(self) {
        let file = json!({ "page": self.page, "block": self.block, "steps": self.steps });
        let said = serde_json::to_string_pretty(&file).expect("plain data is JSON") + "\n";
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/wire", self.name]
            .iter()
            .collect();
        let path = path.with_extension("json");
        if std::env::var_os("BLESS").is_some() {
            fs::write(path, said).expect("the conversation can be written");
            return;
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        for (line, (golden, said)) in golden.lines().zip(said.lines()).enumerate() {
            let name = self.name;
            assert_eq!(golden, said, "{name}.json:{}: BLESS=1 if meant", line + 1);
        }
        assert_eq!(
            golden.len(),
            said.len(),
            "{}.json: BLESS=1 if meant",
            self.name
        );
    }

    fn expect_same_shadow(&self, view: impl Render) {
        assert_eq!(page::render(view, &SEED).shadow, self.shadow);
    }
}

/// What the page of this view shows: its HTML without markers.
fn shown(view: impl Render) -> String {
    let html = page::render(view, &SEED).html;
    html.replace("<!--[-->", "").replace("<!--]-->", "")
}
