//! Templates that nobody would write: grown at random, node by node, as far as the laws accept them. Parses no HTML.

use std::fmt::Write as _;

use liveview_compiler::diagnostics::{Diagnostics, Severity};
use liveview_compiler::html::ast::Template;
use liveview_compiler::html::vocabulary::{self, content};
use liveview_compiler::html::{check, parse};
use proc_macro2::TokenStream;

use crate::library::{library, names};

/// All that a template may be made of, and some that none may.
const TAGS: &str = "a abbr address area article aside audio b bdi blockquote br button canvas caption cite code col colgroup \
    data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 header hgroup \
    hr i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol optgroup \
    option output p picture pre progress q rp rt ruby s samp script search section select slot small source span strong \
    style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video wbr \
    g circle text tspan path foreignObject desc linearGradient stop image switch mi mn mo mrow mtext mfrac semantics annotation-xml \
    my-element nobr center font frameset body head html";

/// What tends to stand together, and so where laws are broken most.
const CROWDS: [&str; 8] = [
    "table tbody thead tfoot tr td th caption colgroup col template form",
    "select option optgroup hr button datalist input label",
    "ul ol menu li dl dt dd div p",
    "p div h1 h2 form a button span b i pre",
    "svg g circle text foreignObject desc title a image style switch linearGradient",
    "math mi mrow mtext mfrac semantics annotation-xml svg",
    "ruby rt rp figure figcaption details summary fieldset legend",
    "audio video source track picture img map area object noscript iframe",
];

/// Numbers that are random and the same in each run.
pub(crate) struct Chance {
    state: u64,
    has_components: bool,
}

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Chance {
            state: seed,
            has_components: false,
        }
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((word ^ (word >> 31)) % limit as u64).expect("it is below a usize")
    }

    /// One of these.
    pub(crate) fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

/// A node of a template to be.
#[derive(Clone)]
enum Plant {
    Text(&'static str),
    Value,
    Element(&'static str, Vec<String>, Vec<Plant>),
    Component(&'static str, Vec<Plant>),
    Raw,
    If(Vec<Plant>, Option<Vec<Plant>>),
    Match(Vec<Plant>, Vec<Plant>),
    For(Vec<Plant>, Option<Vec<Plant>>),
}

/// Grows one template by at most so many nodes; gives each stage that the laws accept. One in four has components.
pub(crate) fn grow(chance: &mut Chance, nodes: usize) -> Vec<String> {
    chance.has_components = chance.below(4) == 0;
    let mut template = Vec::new();
    let mut stages = Vec::new();
    for _ in 0..nodes {
        let mut grown = template.clone();
        let lists = count(&grown);
        let mut list = chance.below(lists);
        insert(&mut grown, None, &mut list, chance);
        let mut source = String::new();
        print(&grown, chance, &mut source);
        if is_legal(&source) {
            template = grown;
            stages.push(source);
        }
    }
    stages
}

/// The tree of a template, legal or not.
pub(crate) fn parsed(source: &str) -> Template {
    parse::parse(tokens(source), &mut Diagnostics::default())
}

fn tokens(source: &str) -> TokenStream {
    source.parse().expect("a template is made of Rust's tokens")
}

/// The tree of a template that no law refuses.
pub(crate) fn accepted(source: &str) -> Option<Template> {
    let mut diagnostics = Diagnostics::default();
    let template = parse::parse(tokens(source), &mut diagnostics);
    check::check(&template, &mut diagnostics);
    let is_error = |severity| severity == Severity::Error;
    let mut mistakes = diagnostics.mistakes().iter();
    let is_legal = !mistakes.any(|mistake| is_error(mistake.severity));
    (is_legal && (!calls(source) || library().accepts(source))).then_some(template)
}

/// Whether a template calls components.
pub(crate) fn calls(source: &str) -> bool {
    let mut tags = source.split('<').skip(1);
    tags.any(|tag| tag.starts_with(char::is_uppercase))
}

fn is_legal(source: &str) -> bool {
    accepted(source).is_some()
}

/// The lists that a node can be put into, this one among them.
fn count(plants: &[Plant]) -> usize {
    let inner = |plant: &Plant| lists(plant).into_iter().map(count).sum::<usize>();
    1 + plants.iter().map(inner).sum::<usize>()
}

fn lists(plant: &Plant) -> Vec<&[Plant]> {
    match plant {
        Plant::Text(_) | Plant::Value | Plant::Raw => Vec::new(),
        Plant::Element(_, _, children) | Plant::Component(_, children) => vec![children],
        Plant::Match(first, second) => vec![first, second],
        Plant::If(first, second) | Plant::For(first, second) => {
            [&**first].into_iter().chain(second.as_deref()).collect()
        }
    }
}

fn lists_mut(plant: &mut Plant) -> Vec<(Option<&'static str>, &mut Vec<Plant>)> {
    match plant {
        Plant::Text(_) | Plant::Value | Plant::Raw => Vec::new(),
        Plant::Element(tag, _, children) => vec![(Some(*tag), children)],
        Plant::Component(_, children) => vec![(None, children)],
        Plant::Match(first, second) => vec![(None, first), (None, second)],
        Plant::If(first, second) | Plant::For(first, second) => [first]
            .into_iter()
            .chain(second.as_mut())
            .map(|list| (None, list))
            .collect(),
    }
}

/// Puts a new node into the list of this number; `parent` is the tag around.
fn insert(
    plants: &mut Vec<Plant>,
    parent: Option<&'static str>,
    list: &mut usize,
    chance: &mut Chance,
) -> bool {
    if *list == 0 {
        let at = chance.below(plants.len() + 1);
        plants.insert(at, seedling(parent, chance));
        return true;
    }
    *list -= 1;
    for plant in plants {
        for (tag, inner) in lists_mut(plant) {
            if insert(inner, tag.or(parent), list, chance) {
                return true;
            }
        }
    }
    false
}

fn seedling(parent: Option<&'static str>, chance: &mut Chance) -> Plant {
    match chance.below(20) {
        0 | 1 => Plant::Text(chance.of(&["a", "\"b < c & d\"", "\"\\n e\"", "\"  \""])),
        2 | 3 => Plant::Value,
        4 => Plant::If(vec![element(parent, chance)], None),
        5 => Plant::If(
            vec![element(parent, chance)],
            Some(vec![element(parent, chance)]),
        ),
        6 => Plant::Match(vec![element(parent, chance)], Vec::new()),
        7 => Plant::For(vec![element(parent, chance)], None),
        8 => Plant::For(
            vec![element(parent, chance)],
            Some(vec![element(parent, chance)]),
        ),
        9..12 if chance.has_components => {
            let name = chance.of(&names());
            let content = match chance.below(4) {
                0 => Plant::Value,
                1 => Plant::Component(chance.of(&names()), vec![element(None, chance)]),
                _ => element(None, chance),
            };
            Plant::Component(name, vec![content])
        }
        12 => Plant::Element(
            chance.of(&["div", "span", "td", "li", "b"]),
            Vec::new(),
            vec![Plant::Raw],
        ),
        _ => element(parent, chance),
    }
}

fn element(parent: Option<&'static str>, chance: &mut Chance) -> Plant {
    let fitting = parent.and_then(content::children).unwrap_or_default();
    let crowd = CROWDS
        .iter()
        .find(|crowd| parent.is_some_and(|tag| crowd.split(' ').any(|one| one == tag)));
    let choices: Vec<&str> = match (chance.below(8), fitting, crowd) {
        (0..4, [_, ..], _) => fitting.to_vec(),
        (0..6, _, Some(crowd)) => crowd.split(' ').collect(),
        (0..6, ..) => chance.of(&CROWDS).split(' ').collect(),
        _ => TAGS.split_ascii_whitespace().collect(),
    };
    let tag = chance.of(&choices);
    let mut attributes = attributes(tag, chance);
    attributes.extend(needed(tag, parent));
    let children = match tag {
        "picture" => vec![Plant::Element("img", Vec::new(), Vec::new())],
        _ => Vec::new(),
    };
    Plant::Element(tag, attributes, children)
}

/// What the element must have, which no later node can bring.
fn needed(tag: &str, parent: Option<&str>) -> Vec<String> {
    let own = content::needs(tag).iter().map(|need| need.one_of[0]);
    let of_parent = match (tag, parent) {
        ("source", Some("picture")) => Some("srcset"),
        ("source", _) => Some("src"),
        _ => None,
    };
    let names = own.chain(of_parent);
    names.map(|name| format!("{name}=\"a\"")).collect()
}

fn attributes(tag: &str, chance: &mut Chance) -> Vec<String> {
    let mut attributes = Vec::new();
    let own: &[&str] = match tag {
        "a" => &["href=\"/a?b&c\"", "href={v}"],
        "input" => &["type=\"hidden\"", "value={v}", "disabled"],
        "annotation-xml" => &["encoding=\"text/html\""],
        "svg" => &["viewBox=\"0 0 1 1\""],
        "linearGradient" => &["gradientUnits=\"a\""],
        "option" => &["selected={v}", "value=\"a\""],
        _ => &["data-a=\"<b> & 'c'\""],
    };
    if chance.below(3) == 0 {
        attributes.push(chance.of(own).to_owned());
    }
    if chance.below(6) == 0 {
        attributes.push(
            chance
                .of(&[
                    "title={v}",
                    "class=\"a {v}\"",
                    "lang=\"en\"",
                    "aria-label=\"{v} a\"",
                ])
                .to_owned(),
        );
    }
    attributes
}

fn print(plants: &[Plant], chance: &mut Chance, out: &mut String) {
    for plant in plants {
        out.push_str(chance.of(&["", " ", "\n"]));
        match plant {
            Plant::Text(text) => {
                let _ = write!(out, " {text} ");
            }
            Plant::Value => out.push_str("{v}"),
            Plant::Raw => out.push_str("@html(v)"),
            Plant::Component(name, content) => {
                let _ = write!(out, "<{name}>");
                print(content, chance, out);
                let _ = write!(out, "</{name}>");
            }
            Plant::Element(tag, attributes, children) => {
                let attributes: String = attributes.iter().map(|one| format!(" {one}")).collect();
                let _ = write!(out, "<{tag}{attributes}>");
                if !vocabulary::is_void(tag) {
                    print(children, chance, out);
                    let _ = write!(out, "</{tag}>");
                }
            }
            Plant::If(body, otherwise) => {
                block("@if v", body, chance, out);
                if let Some(body) = otherwise {
                    block("@else", body, chance, out);
                }
            }
            Plant::Match(first, second) => {
                out.push_str("@match v {");
                block("1 =>", first, chance, out);
                block("_ =>", second, chance, out);
                out.push('}');
            }
            Plant::For(row, empty) => {
                block("@for v in v; unkeyed", row, chance, out);
                if let Some(body) = empty {
                    block("@empty", body, chance, out);
                }
            }
        }
    }
}

fn block(head: &str, body: &[Plant], chance: &mut Chance, out: &mut String) {
    let _ = write!(out, "{head} {{ ");
    print(body, chance, out);
    out.push_str(" } ");
}
