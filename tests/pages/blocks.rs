//! The marked blocks of a page, and the Rust they are compiled as. Compiles nothing.
//!
//! A block is marked behind its language: ```` ```rust ✅ ```` for items, ```` ```html ❌ ```` for a template alone. What a
//! block needs and does not show stands in front of it: `<!-- with: let user = "Ada"; -->` for a template, items for Rust.

/// Whether a block compiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Right,
    Wrong,
}

/// An example of a page.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) mark: Mark,
    pub(crate) code: String,
    /// What the compiler says of it, as the quotation behind it has it.
    pub(crate) message: String,
    is_template: bool,
    /// What it needs and does not show.
    with: String,
}

/// The marked blocks, in order.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut with = String::new();
    let mut open: Option<Option<Block>> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(block), Some(_)) => {
                blocks.extend(block.take());
                open = None;
            }
            (Some(Some(block)), None) => {
                block.code.push_str(line);
                block.code.push('\n');
            }
            (Some(None), None) => {}
            (None, Some(head)) => open = Some(begun(head, std::mem::take(&mut with))),
            (None, None) => {
                if let Some(hidden) = line.strip_prefix("<!-- with: ") {
                    with.push_str(hidden.trim_end_matches("-->"));
                }
                if let (Some(said), Some(last)) = (line.strip_prefix('>'), blocks.last_mut()) {
                    last.message.push_str(said.trim());
                    last.message.push(' ');
                }
            }
        }
    }
    blocks
}

fn begun(head: &str, with: String) -> Option<Block> {
    let (language, mark) = head.split_once(' ')?;
    let mark = match mark.trim() {
        "✅" => Mark::Right,
        "❌" => Mark::Wrong,
        _ => return None,
    };
    Some(Block {
        mark,
        code: String::new(),
        message: String::new(),
        is_template: language == "html",
        with,
    })
}

/// A page's right examples, a module each.
pub(crate) fn right(name: &str, blocks: &[&Block]) -> String {
    let sign = format!(
        "//! The right examples of the page `{name}`. Written by the test, changed nowhere but in the page.\n"
    );
    sign + &modules(blocks)
}

/// A page's wrong examples, a module each, as a program that does not compile.
pub(crate) fn wrong(name: &str, blocks: &[&Block]) -> String {
    let sign = format!(
        "//! The wrong examples of the page `{name}`. Written by the test, changed nowhere but in the page.\n"
    );
    format!(
        "{sign}#![allow(dead_code, unused)]\n{}\nfn main() {{}}\n",
        modules(blocks)
    )
}

fn modules(blocks: &[&Block]) -> String {
    let modules = blocks.iter().enumerate().map(|(index, block)| {
        let Block { code, with, .. } = block;
        let inner = match block.is_template {
            true => format!("fn page() {{\n{with}\nlet _ = html! {{\n{code}}};\n}}\n"),
            false => format!("{with}\n{code}"),
        };
        format!(
            "\nmod example_{} {{\nuse liveview::prelude::*;\n{inner}}}\n",
            index + 1
        )
    });
    modules.collect()
}

/// A text without its line breaks and quotation signs.
pub(crate) fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
