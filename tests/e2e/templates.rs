//! Writes templates for the browser to parse, one a line as JSON: `[html, tree]` of grown ones, `[html, tree, law]` of
//! refused ones. `TEMPLATES` says how many are grown, from the seed `SEED`.

#[path = "../parsers/grow.rs"]
mod grow;
#[path = "../parsers/library.rs"]
mod library;
#[expect(dead_code, reason = "the browser runs scripts")]
#[path = "../parsers/page.rs"]
mod page;
#[path = "../parsers/place.rs"]
mod place;
#[path = "../parsers/refused.rs"]
mod refused;
#[expect(dead_code, reason = "here a browser is the parser")]
#[path = "../escaping/tree.rs"]
mod tree;

use std::io::{self, BufWriter, Write};

use liveview_compiler::html::lower;
use serde_json::{Value, json};

use grow::{Chance, accepted, grow};
use page::{Scripts, canonical};
use place::Place;
use tree::Node;

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for refused in refused::refused() {
        let html = format!("<div>{}</div>", refused.page.html);
        let nodes = [tree::element("div", &[], refused.page.nodes)];
        writeln!(
            out,
            "{}",
            json!([
                html,
                described(&canonical(&nodes, Scripts::Run)),
                refused.law
            ])
        )?;
    }
    let (mut seed, mut written) = (number("SEED", 1), 0);
    while written < number("TEMPLATES", 5000) {
        let mut chance = Chance::new(seed);
        seed += 1;
        for source in grow(&mut chance, 40) {
            let template = accepted(&source).expect("it was accepted as it grew");
            let Some(place) = Place::of(&source, &template, &mut chance) else {
                continue;
            };
            let page = page::page(&lower::lower(&template), &mut chance);
            let nodes = canonical(&place.nodes(page.nodes), Scripts::Run);
            writeln!(
                out,
                "{}",
                json!([place.html(&page.html), described(&nodes)])
            )?;
            written += 1;
        }
    }
    out.flush()
}

fn number(name: &str, otherwise: u64) -> u64 {
    let given = std::env::var(name)
        .ok()
        .and_then(|value| value.parse().ok());
    given.unwrap_or(otherwise)
}

/// `"text"`, `["#", comment]`, `[tag, [[name, value], …], …children]`.
fn described(nodes: &[Node]) -> Vec<Value> {
    let describe = |node: &Node| match node {
        Node::Text(text) => json!(text),
        Node::Comment(text) => json!(["#", text]),
        Node::Other => Value::Null,
        Node::Element {
            tag,
            attributes,
            children,
        } => {
            let mut described_element = vec![json!(tag), json!(attributes)];
            described_element.extend(described(children));
            Value::Array(described_element)
        }
    };
    nodes.iter().map(describe).collect()
}
