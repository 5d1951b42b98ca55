//! The examples of README.md and docs/*.md, compiled: what is marked ✅ is a module of this test, what is marked ❌ a case of
//! `tests/ui/pages` with the message that the page shows. `BLESS=1 cargo test --test pages` writes the modules anew.
#![allow(
    clippy::allow_attributes,
    dead_code,
    unused,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "examples show one thing and leave the rest out"
)]

mod blocks;
mod right;

use std::fs;
use std::path::Path;

use blocks::{Block, Mark, blocks};

/// Each page that people read: its name as a module, and its text.
fn pages() -> Vec<(String, String)> {
    let docs = fs::read_dir(root().join("docs")).expect("there is documentation");
    let docs = docs.flatten().map(|entry| entry.path());
    let mut paths: Vec<_> = docs
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    paths.push(root().join("README.md"));
    paths.sort();
    let named = paths.into_iter().map(|path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = stem.to_lowercase().replace('-', "_");
        (name, fs::read_to_string(&path).expect("a page is text"))
    });
    named.collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_examples_compiled_are_those_of_the_pages() {
    let mut modules = String::from(
        "//! The examples marked ✅, a module a page. Written by the test beside it.\n\n",
    );
    for (name, text) in pages() {
        let blocks = blocks(&text);
        let right: Vec<&Block> = blocks
            .iter()
            .filter(|block| block.mark == Mark::Right)
            .collect();
        let wrong: Vec<&Block> = blocks
            .iter()
            .filter(|block| block.mark == Mark::Wrong)
            .collect();
        if !right.is_empty() {
            modules.push_str(&format!("#[rustfmt::skip]\nmod {name};\n"));
            must_be(
                &format!("tests/pages/right/{name}.rs"),
                &blocks::right(&name, &right),
            );
        }
        if !wrong.is_empty() {
            must_be(
                &format!("tests/ui/pages/{name}.rs"),
                &blocks::wrong(&name, &wrong),
            );
        }
    }
    must_be("tests/pages/right/mod.rs", &modules);
}

/// A mistake shown without what the compiler says of it teaches half; and what a page says it says, it must say.
#[test]
fn every_mistake_of_a_page_has_the_message_that_it_shows() {
    for (name, text) in pages() {
        let wrong = blocks(&text)
            .into_iter()
            .filter(|block| block.mark == Mark::Wrong);
        let said = fs::read_to_string(root().join(format!("tests/ui/pages/{name}.stderr")));
        let said = blocks::flowing(&said.unwrap_or_default());
        for block in wrong {
            assert!(
                !block.message.is_empty(),
                "docs, {name}: no `> message` follows ❌\n{}",
                block.code
            );
            let message = blocks::flowing(&block.message);
            assert!(
                said.contains(&message),
                "docs, {name}: the compiler does not say\n{message}\nbut\n{said}"
            );
        }
    }
}

fn must_be(path: &str, text: &str) {
    let file = root().join(path);
    if std::env::var_os("BLESS").is_some() {
        let folder = file.parent().expect("a file lies in a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, text))
            .expect("the tree can be written to");
        return;
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found == text,
        "{path} is not what the page has: run `BLESS=1 cargo test --test pages`"
    );
}
