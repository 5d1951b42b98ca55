//! The templates of the whole repository: what stands in `html!` in its Rust files, and its template files. Changes none.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

const ROOMS: [&str; 5] = [
    "examples",
    "tests",
    "benches",
    "src",
    "liveview-macros/compiler/tests",
];

/// Every template there is, as text, in an order that stays.
pub(crate) fn templates() -> Vec<String> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let mut templates = Vec::new();
    for room in ROOMS {
        gather(&root.join(room), &mut templates);
    }
    templates.sort();
    templates.dedup();
    templates
}

fn gather(folder: &Path, templates: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, templates);
            continue;
        }
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("html") => templates.push(text),
            Some("rs") => {
                if let Ok(tokens) = text.parse() {
                    calls(tokens, templates);
                }
            }
            _ => {}
        }
    }
}

/// What stands between the brackets of `html!`.
fn calls(tokens: TokenStream, templates: &mut Vec<String>) {
    let mut before = [String::new(), String::new()];
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            if before == ["html", "!"]
                && let Some(text) = group.span().source_text()
            {
                templates.push(text[1..text.len() - 1].to_owned());
            }
            calls(group.stream(), templates);
        }
        before = [std::mem::take(&mut before[1]), token.to_string()];
    }
}
