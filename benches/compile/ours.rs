//! The crate with our templates: views whose templates are methods. Knows nothing of the other crate.

use crate::PARTS;
use crate::part::{self, File, STATE};

pub(crate) const MANIFEST: &str = "liveview = { path = \"LIVEVIEW\" }\n";

pub(crate) fn files(file: fn(usize, usize) -> String) -> Vec<File> {
    part::files(
        file,
        "liveview::rendered::page::render(view.render(), &liveview::rendered::seed::Seed::new([7; 16])).html",
    )
}

/// One view; `edit` changes a word of its first template.
pub(crate) fn file(view: usize, edit: usize) -> String {
    let parts: String = (0..PARTS)
        .map(|part| template(view, part, if part == 0 { edit } else { 0 }))
        .collect();
    let calls = part::calls(|part| format!("            <div>@render(self.part_{part}())</div>\n"));
    written(&calls, &parts)
}

/// The same view with one element for a template; `edit` changes its word.
pub(crate) fn bare(_: usize, edit: usize) -> String {
    written(&format!("            <p>edit {edit}</p>\n"), "")
}

fn written(calls: &str, parts: &str) -> String {
    let state = STATE.replacen("pub struct View", "#[live_view]\npub struct View", 1);
    format!(
        r#"//! Generated: see `benches/compile`.

use liveview::prelude::*;
{state}
#[live_view]
impl View {{
    fn mount(_: &mut Context<Self>) -> Result<Self> {{
        Ok(View::sample())
    }}

    #[event_handler]
    fn refresh(&mut self) {{
        self.done = 0;
    }}

    #[event_handler]
    fn remove(&mut self, id: u32) {{
        self.items.retain(|item| item.id != id);
    }}

    pub fn render(&self) -> impl Render {{
        html! {{
{calls}        }}
    }}
{parts}}}
"#
    )
}

fn template(view: usize, part: usize, edit: usize) -> String {
    format!(
        r#"
    fn part_{part}(&self) -> impl Render {{
        html! {{
            <section class="panel" id="part-{view}-{part}">
                <header class="head">
                    <h2>{{self.title}}</h2>
                    <p class="hint">{{self.done}} of {{self.items.len()}} done in part {part}, edit {edit}</p>
                    <a class="link" href={{self.link}}>Open part {part}</a>
                </header>
                <button type="button" dj-click="refresh">Refresh</button>
                <ul class="items">
                    @for item in &self.items; key item.id {{
                        <li class="item {{item.kind}}">
                            <b>{{item.name}}</b>
                            <button type="button" dj-click={{remove(item.id)}}>Remove</button>
                        </li>
                    }}
                </ul>
                <div class="errors">@if let Some(error) = &self.error {{ <p role="alert">{{error}}</p> }}</div>
                <footer>
                    <dl><dt>View</dt><dd>{view}</dd><dt>Part</dt><dd>{part}</dd></dl>
                    <nav><a href="/before">Before</a> <a href="/after">After</a></nav>
                </footer>
            </section>
        }}
    }}
"#
    )
}
