//! The crate with maud's templates of the same HTML. Knows nothing of the other crate.

use crate::PARTS;
use crate::part::{self, File, STATE};

pub(crate) const MANIFEST: &str = "maud = \"0.27\"\n";

pub(crate) fn files(file: fn(usize, usize) -> String) -> Vec<File> {
    part::files(file, "view.render().into_string()")
}

/// One view; `edit` changes a word of its first template.
pub(crate) fn file(view: usize, edit: usize) -> String {
    let parts: String = (0..PARTS)
        .map(|part| template(view, part, if part == 0 { edit } else { 0 }))
        .collect();
    let calls = part::calls(|part| format!("            div {{ (self.part_{part}()) }}\n"));
    written(&calls, &parts)
}

/// The same view with one element for a template; `edit` changes its word.
pub(crate) fn bare(_: usize, edit: usize) -> String {
    written(&format!("            p {{ \"edit {edit}\" }}\n"), "")
}

fn written(calls: &str, parts: &str) -> String {
    format!(
        r#"//! Generated: see `benches/compile`.

use maud::{{Markup, html}};
{STATE}
impl View {{
    pub fn render(&self) -> Markup {{
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
    fn part_{part}(&self) -> Markup {{
        html! {{
            section class="panel" id="part-{view}-{part}" {{
                header.head {{
                    h2 {{ (self.title) }}
                    p.hint {{ (self.done) " of " (self.items.len()) " done in part {part}, edit {edit}" }}
                    a.link href=(self.link) {{ "Open part {part}" }}
                }}
                button type="button" dj-click="refresh" {{ "Refresh" }}
                ul.items {{
                    @for item in &self.items {{
                        li class={{ "item " (item.kind) }} {{
                            b {{ (item.name) }}
                            " "
                            button type="button" dj-click={{ "[\"remove\"," (item.id) "]" }} {{ "Remove" }}
                        }}
                    }}
                }}
                div.errors {{ @if let Some(error) = &self.error {{ p role="alert" {{ (error) }} }} }}
                footer {{
                    dl {{ dt {{ "View" }} dd {{ "{view}" }} dt {{ "Part" }} dd {{ "{part}" }} }}
                    nav {{ a href="/before" {{ "Before" }} " " a href="/after" {{ "After" }} }}
                }}
            }}
        }}
    }}
"#
    )
}
