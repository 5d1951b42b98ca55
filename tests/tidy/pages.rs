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

#[test]
fn every_page_is_found_from_the_first() {
    let index = page("docs/README.md");
    let pages = sources().into_iter().map(|file| file.path);
    let pages = pages.filter_map(|path| path.strip_prefix("docs/").map(str::to_owned));
    let lost = pages
        .filter(|name| name != "README.md" && !index.contains(&format!("]({name})")))
        .collect();
    check("Every page of docs is listed in docs/README.md.", lost);
    assert!(
        page("README.md").contains("](docs/README.md)"),
        "README.md leads to the list of the pages"
    );
}

#[test]
fn links_between_pages_lead_somewhere() {
    let pages = sources().into_iter().filter(|file| {
        (file.path.starts_with("docs/") || !file.path.contains('/')) && file.has_ending(&[".md"])
    });
    let mut lost = Vec::new();
    for file in pages {
        let folder = root().join(&file.path);
        let folder = folder.parent().expect("a page lies in a folder");
        for link in file
            .text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let (path, section) = link.split_once('#').unwrap_or((link, ""));
            if link.contains("://") || link.contains(char::is_whitespace) {
                continue;
            }
            let target = match path {
                "" => root().join(&file.path),
                path => folder.join(path),
            };
            let text = fs::read_to_string(&target);
            let leads =
                text.is_ok_and(|text| section.is_empty() || sections(&text).contains(section));
            if !leads {
                lost.push(format!("{}: {link}", file.path));
            }
        }
    }
    check(
        "A link of a page leads to a file, and to a heading in it.",
        lost,
    );
}

/// The headings of a page, as links have them.
fn sections(page: &str) -> BTreeSet<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    let plain = |heading: &str| -> String {
        let heading = heading.trim_start_matches('#').trim().to_lowercase();
        let letters = heading.chars();
        let letters = letters.filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
        letters
            .map(|letter| if letter == ' ' { '-' } else { letter })
            .collect()
    };
    headings.map(plain).collect()
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
