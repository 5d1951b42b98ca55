//! What both crates share: names, the state of a view, and how much of a template differs from the next. Writes no template.

use std::fmt::Write;

use crate::{PARTS, VIEWS};

/// The file of a view, under `src`.
pub(crate) fn path(view: usize) -> String {
    format!("{}.rs", module(view))
}

fn module(view: usize) -> String {
    format!("view_{view:02}")
}

/// One generated file: its path under `src`, and its text.
pub(crate) type File = (String, String);

/// The files of a crate, whose views `file` writes.
pub(crate) fn files(file: fn(usize, usize) -> String, render: &str) -> Vec<File> {
    let mut lib = String::from("//! Generated: see `benches/compile`.\n\n");
    let mut pages = String::new();
    let mut files = Vec::new();
    for view in 0..VIEWS {
        let module = module(view);
        let _ = writeln!(lib, "mod {module};");
        let _ = writeln!(
            pages,
            "    let view = {module}::View::sample();\n    pages.push_str(&{render});"
        );
        files.push((path(view), file(view, 0)));
    }
    let _ = write!(
        lib,
        "\n/// Every view's page.\npub fn pages() -> String {{\n    let mut pages = String::new();\n{pages}    pages\n}}\n"
    );
    files.push(("lib.rs".to_owned(), lib));
    files
}

/// A view's struct, with a sample of it.
pub(crate) const STATE: &str = r#"
pub struct View {
    title: String,
    link: String,
    done: usize,
    error: Option<String>,
    items: Vec<Item>,
}

struct Item {
    id: u32,
    name: String,
    kind: String,
}

impl View {
    pub fn sample() -> Self {
        let item = |id| Item { id, name: format!("Item {id}"), kind: "plain".to_owned() };
        View {
            title: "Lists & more".to_owned(),
            link: "/lists?page=1".to_owned(),
            done: 1,
            error: Some("too short".to_owned()),
            items: vec![item(1), item(2)],
        }
    }
}
"#;

/// The calls of all templates of a view, each alone in an element.
pub(crate) fn calls(call: impl Fn(usize) -> String) -> String {
    (0..PARTS).map(call).collect()
}
