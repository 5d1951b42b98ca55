//! Templates changed at random: parts left out, doubled, moved, taken from elsewhere. Expands nothing.

use proc_macro2::{TokenStream, TokenTree};

/// A generator that says the same again for the same seed: splitmix64.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap_or_default()
    }

    fn one_of<'t, T: ?Sized>(&mut self, choices: &[&'t T]) -> &'t T {
        choices[self.below(choices.len())]
    }
}

/// What breaks templates best.
const SCRAPS: [&str; 40] = [
    "<",
    ">",
    "/",
    "</",
    "/>",
    "<p",
    "<p>",
    "</p>",
    "<br>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<pre>",
    "<Card ",
    "<:slot>",
    "{",
    "}",
    "(",
    ")",
    "[",
    "\"",
    "'",
    "\\",
    "@",
    "@if x ",
    "@else ",
    "@for a in b; key c ",
    "@match x ",
    "=>",
    "@let x = ",
    ";",
    "=",
    "dj-click=",
    "class:",
    "{..a}",
    "€",
    "\t",
    "&lt;",
    "@render(",
];

/// Longer inputs find nothing that shorter ones do not, and take longer.
const LONGEST: usize = 2_000;

/// A template out of the corpus, changed in one to six ways.
pub(crate) fn mutated(corpus: &[String], random: &mut Random) -> String {
    let mut text = short(&corpus[random.below(corpus.len())]).to_owned();
    for _ in 0..=random.below(6) {
        let other = short(&corpus[random.below(corpus.len())]);
        text = match random.below(3) {
            0 => with_tokens(&text, other, random),
            _ => with_characters(&text, other, random),
        };
    }
    short(&text).to_owned()
}

fn short(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// A place between two characters.
fn place(text: &str, random: &mut Random) -> usize {
    let mut at = random.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn range(text: &str, random: &mut Random) -> (usize, usize) {
    let (one, other) = (place(text, random), place(text, random));
    (one.min(other), one.max(other))
}

fn with_characters(text: &str, other: &str, random: &mut Random) -> String {
    let at = place(text, random);
    match random.below(6) {
        0 => text[..at].to_owned(),
        1 => {
            let (start, end) = range(text, random);
            format!("{}{}", &text[..start], &text[end..])
        }
        2 => {
            let (start, end) = range(text, random);
            format!("{}{}{}", &text[..at], &text[start..end], &text[at..])
        }
        3 => {
            let (start, end) = range(other, random);
            format!("{}{}{}", &text[..at], &other[start..end], &text[at..])
        }
        4 => {
            let mut rest = text[at..].chars();
            rest.next();
            format!("{}{}", &text[..at], rest.as_str())
        }
        _ => format!("{}{}{}", &text[..at], random.one_of(&SCRAPS), &text[at..]),
    }
}

/// Changes a token somewhere in the text, so that brackets stay in pairs.
fn with_tokens(text: &str, other: &str, random: &mut Random) -> String {
    let Ok(tokens) = text.parse::<TokenStream>() else {
        return text.to_owned();
    };
    let mut areas = Vec::new();
    gather(tokens, &mut areas);
    let mut others = Vec::new();
    gather(other.parse().unwrap_or_default(), &mut others);
    if areas.is_empty() {
        return text.to_owned();
    }
    let found = areas[random.below(areas.len())].clone();
    let token = text[found.clone()].to_owned();
    let (before, behind) = (&text[..found.start], &text[found.end..]);
    match random.below(4) {
        0 => format!("{before}{behind}"),
        1 => format!("{before}{token} {token}{behind}"),
        2 => {
            let bracket = random.one_of(&["{}", "()", "[]"]);
            format!("{before}{}{token}{}{behind}", &bracket[..1], &bracket[1..])
        }
        _ if others.is_empty() => text.to_owned(),
        _ => {
            let piece = others[random.below(others.len())].clone();
            format!("{before}{}{behind}", &other[piece])
        }
    }
}

/// Where each token stands, groups and what is in them.
fn gather(tokens: TokenStream, areas: &mut Vec<std::ops::Range<usize>>) {
    for token in tokens {
        areas.push(token.span().byte_range());
        if let TokenTree::Group(group) = token {
            gather(group.stream(), areas);
        }
    }
}
