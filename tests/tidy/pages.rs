//! The pages that people read: what they show and name must be so. Reads no code but what a page quotes.

use std::collections::BTreeSet;
use std::fs;

use crate::{check, root, sources};

#[test]
fn the_readme_shows_the_counter_as_it_is() {
    let readme = page("README.md");
    let shown = readme
        .split("```rust\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap_or_default();
    assert_eq!(
        shown,
        page("examples/counter.rs"),
        "README.md's first example is the source of examples/counter.rs"
    );
}

#[test]
fn the_map_is_short_and_true() {
    let map = page("ARCHITECTURE.md");
    let length = map.lines().count();
    assert!(
        length <= 100,
        "ARCHITECTURE.md has {length} lines, 100 are allowed"
    );
    let known: BTreeSet<String> = sources().into_iter().map(|file| file.path).collect();
    let exists = |name: &str| {
        known.iter().any(|path| {
            path.ends_with(name)
                || path.contains(&format!("{name}/"))
                || path.contains(&format!("{name}."))
        })
    };
    let named = map
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| is_path(code));
    let lost = named
        .filter(|name| !exists(name.trim_end_matches('/')))
        .map(str::to_owned)
        .collect();
    check("ARCHITECTURE.md names only what exists.", lost);
}

fn is_path(code: &str) -> bool {
    let plain = code
        .chars()
        .all(|letter| letter.is_alphanumeric() || "/._-".contains(letter));
    let file = [".rs", ".ts", ".mjs", ".md", ".sh", ".json", ".toml"]
        .iter()
        .any(|ending| code.ends_with(ending));
    plain && !code.starts_with('/') && (file || code.contains('/'))
}

fn page(path: &str) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}
