//! Every name that an author may write has a line in the reference, stands there in an example that is compiled, has a
//! place in the kitchen sink, and is named in a test that runs in a browser. Takes the names from the code's own tables.

use std::collections::BTreeSet;
use std::fs;

use crate::{check, root, sources};

/// What kind of name it is, which says how it looks in a template and in a test.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// `dj-click`: points may follow.
    Binding,
    /// `dj-confirm`, `dj-loading.class`.
    Setting,
    /// `dj-value-…`: the rest is the author's.
    Family,
    /// `.prevent`, behind any binding.
    Modifier,
    /// `.enter`, behind a binding that hears keys.
    Key,
    /// `Js::show`, and what the wire calls it.
    Command(Option<String>),
    /// `x`, a parameter that an event fills.
    Parameter,
    /// What a hook has, or is called by.
    Hook,
}

/// A name, and where it comes from.
type Name = (Kind, String);

/// What a reader or a browser meets.
struct Places {
    /// The first cells of the reference's tables.
    lines: BTreeSet<String>,
    /// The reference's compiled examples.
    examples: String,
    sink: String,
    tests: String,
}

#[test]
fn every_name_is_explained_shown_and_tried() {
    let names = names();
    assert!(names.len() > 190, "only {} names were found", names.len());
    let places = Places::read();
    let holes = names.iter().filter_map(|name| {
        let missing = places.missing(name);
        (!missing.is_empty()).then(|| format!("{}: {}", name.1, missing.join(", ")))
    });
    check(
        "Each name has a line in docs/reference.md and stands in an example there that is compiled, in examples/kitchen_sink, \
         and in a test that runs in a browser.",
        holes.collect(),
    );
}

impl Places {
    fn read() -> Self {
        let reference = text("docs/reference.md");
        let rows = reference.lines().filter(|line| line.starts_with("| `"));
        let cells = rows.filter_map(|row| row.split('|').nth(1));
        let lines = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
        let fences = reference.split("```").skip(1).step_by(2);
        let compiled = fences.filter(|fence| {
            fence
                .lines()
                .next()
                .is_some_and(|head| head.ends_with('✅'))
        });
        Places {
            lines: lines.map(str::to_owned).collect(),
            examples: compiled.collect(),
            sink: below("examples/kitchen_sink/", &[".html", ".rs", ".js"]),
            tests: below("tests/e2e/", &[".test.mjs"])
                + &below("tests/e2e/areas/", &[".html", ".rs"])
                + &below("liveview-client/tests/", &[".test.ts"]),
        }
    }

    fn missing(&self, (kind, name): &Name) -> Vec<&'static str> {
        let line = match kind {
            Kind::Family => format!("{name}*"),
            Kind::Modifier | Kind::Key => format!(".{name}"),
            _ => name.clone(),
        };
        let has_line = self.lines.iter().any(|cell| {
            let (word, rest) = cell.split_at(cell.find(['(', '=']).unwrap_or(cell.len()));
            word == line || (rest.starts_with('(') && word.rsplit([':', '.']).next() == Some(&line))
        });
        let is_script = *kind == Kind::Hook;
        let mut missing = Vec::new();
        let mut demand = |is_met: bool, what| {
            if !is_met {
                missing.push(what);
            }
        };
        demand(has_line, "no line in the reference");
        demand(
            is_script || is_written(kind, name, &self.examples),
            "no compiled example there",
        );
        demand(
            is_written(kind, name, &self.sink),
            "no place in the kitchen sink",
        );
        demand(is_tried(kind, name, &self.tests), "no browser test");
        missing
    }
}

/// Whether a template, or the Rust behind it, has the name.
fn is_written(kind: &Kind, name: &str, text: &str) -> bool {
    match kind {
        Kind::Binding => is_attribute(text, |found| found.split('.').next() == Some(name)),
        Kind::Setting => is_attribute(text, |found| found == name),
        Kind::Family => is_attribute(text, |found| found.starts_with(name)),
        Kind::Modifier => is_attribute(text, |found| has_mark(found, name)),
        Kind::Key => is_attribute(text, |found| {
            found.contains("-key") && has_mark(found, name)
        }),
        Kind::Command(_) => {
            text.contains(&format!(".{name}(")) || text.contains(&format!("::{name}("))
        }
        Kind::Parameter => words(text).any(|(word, rest)| word == name && rest.starts_with(": ")),
        Kind::Hook => words(text).any(|(word, _)| word == name),
    }
}

/// Whether a browser test has it, in the page that it opens or in what goes over the wire.
fn is_tried(kind: &Kind, name: &str, text: &str) -> bool {
    match kind {
        Kind::Command(Some(op)) => {
            text.contains(&format!("[\"{op}\"")) || text.contains(&format!(".{op}("))
        }
        // What is said behind a command is an argument without a name.
        Kind::Command(None) => true,
        Kind::Parameter => is_on_the_wire(name, text),
        Kind::Hook => is_written(kind, name, text),
        // In a test, a name may stand in a selector or begin a text, too.
        _ => is_written(kind, name, &text.replace(['[', '"', '\'', '\\', '`'], " ")),
    }
}

/// What events bring of their own is called on the wire as it is in Rust; the rest has one letter.
fn is_on_the_wire(name: &str, text: &str) -> bool {
    let short = [
        ("value", "v"),
        ("checked", "c"),
        ("key", "k"),
        ("_target", "t"),
        ("_submitter", "s"),
    ];
    let name = short
        .iter()
        .find(|(long, _)| *long == name)
        .map_or(name, |(_, short)| short);
    words(text).any(|(word, rest)| word == name && rest.starts_with([':', ',', ' ']))
}

fn has_mark(attribute: &str, mark: &str) -> bool {
    let mut marks = attribute.split('.').skip(1);
    marks.any(|found| found == mark || (mark.ends_with('-') && found.starts_with(mark)))
}

/// Whether an attribute of a tag is one of these: it begins with `dj-`, and white space stands in front of it.
fn is_attribute(text: &str, is_it: impl Fn(&str) -> bool) -> bool {
    text.match_indices("dj-").any(|(at, _)| {
        let is_begun = text[..at].ends_with(char::is_whitespace);
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-._".contains(letter);
        let rest = &text[at..];
        let end = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
        is_begun && is_it(&rest[..end])
    })
}

/// The words of a text, each with what stands behind it.
fn words(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(is_word)?;
        let from = &rest[start..];
        let end = from.find(|letter| !is_word(letter)).unwrap_or(from.len());
        rest = &from[end..];
        Some((&from[..end], rest))
    })
}

/// All names, from the tables of the compiler, the commands of `Js`, and the types of hooks.
fn names() -> BTreeSet<Name> {
    let rooms = "liveview-macros/compiler/src/html/check/events";
    let table = text(&format!("{rooms}/table.rs"));
    let settings = text(&format!("{rooms}/settings.rs"));
    let modifiers = text(&format!("{rooms}/modifiers.rs"));
    let supply = text(&format!("{rooms}/supply.rs"));
    let mut names = BTreeSet::new();
    let bindings = literals(&table).filter(|name| name.starts_with("dj-") && !name.ends_with('-'));
    names.extend(bindings.map(|name| (Kind::Binding, name.to_owned())));
    let of_settings = literals(between(&settings, "const SETTINGS", "\n};"));
    let of_settings = of_settings.filter(|name| {
        name.starts_with("dj-") && !names.contains(&(Kind::Binding, (*name).to_owned()))
    });
    let of_settings: Vec<Name> = of_settings
        .map(|name| (Kind::Setting, name.to_owned()))
        .collect();
    names.extend(of_settings);
    for family in ["const VALUE", "const HOOK_VALUE"] {
        let family = literals(between(&settings, family, ";"));
        names.extend(family.map(|name| (Kind::Family, name.to_owned())));
    }
    for (list, kind) in [
        ("const KEYS", Kind::Key),
        ("const HELD", Kind::Modifier),
        ("const BUTTONS", Kind::Modifier),
        ("const BEHAVIOURS", Kind::Modifier),
        ("const WAITS", Kind::Modifier),
    ] {
        let marks = literals(between(&modifiers, list, "];"));
        names.extend(marks.map(|name| (kind.clone(), name.to_owned())));
    }
    let measures = literals(between(&supply, "fn measures(", "\n}"));
    let edits = ["value", "checked", "key", "_target", "_submitter"];
    let parameters = measures.chain(edits);
    names.extend(parameters.map(|name| (Kind::Parameter, name.to_owned())));
    names.extend(commands());
    names.extend(hooks());
    names
}

/// The methods of `Js`, each with the command that it makes, if it makes one.
fn commands() -> Vec<Name> {
    let code = text("liveview-runtime/src/view/js/commands.rs");
    let methods = code.split("    pub fn ").skip(1);
    let command = |method: &str| {
        let name = method.split(['(', '<']).next().unwrap_or_default();
        let made = ["command(\"", "One::new(\""].iter().find_map(|call| {
            let (_, behind) = method.split_once(call)?;
            behind.split('"').next()
        });
        (Kind::Command(made.map(str::to_owned)), name.to_owned())
    };
    let context = text("liveview-runtime/src/view/context.rs");
    let pushes = context.split("    pub fn ").skip(1).map(command);
    let pushes = pushes.filter(|(_, name)| name.starts_with("push_") || name == "handle");
    let others = ["optimistic", "then"].map(|name| (Kind::Command(None), name.to_owned()));
    let others = others.into_iter().chain(pushes);
    methods.map(command).chain(others).collect()
}

/// What a hook has, what it is called by, and what the page's own scripts call.
fn hooks() -> Vec<Name> {
    let types = text("liveview-client/types/liveview.d.ts");
    let mut names = Vec::new();
    for interface in [
        "interface HookContext",
        "interface HookMethods",
        "interface LiveView ",
    ] {
        let members = between(&types, interface, "\n}");
        for member in members
            .lines()
            .filter(|line| line.starts_with("  ") && !line.trim_start().starts_with(['*', '/']))
        {
            let member = member.trim_start().trim_start_matches("readonly ");
            let end = member
                .find(|letter: char| !letter.is_ascii_alphanumeric())
                .unwrap_or(member.len());
            names.push((Kind::Hook, member[..end].to_owned()));
        }
    }
    names
}

/// The texts in quotes.
fn literals(code: &str) -> impl Iterator<Item = &str> {
    let code_lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code_lines.flat_map(|line| line.split('"').skip(1).step_by(2))
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, behind) = text
        .split_once(start)
        .unwrap_or_else(|| panic!("there is no `{start}` any more"));
    behind.split(end).next().unwrap_or_default()
}

/// All files of the folder, one behind another.
fn below(folder: &str, endings: &[&str]) -> String {
    let files = sources().into_iter();
    let files = files.filter(|file| file.path.starts_with(folder) && file.has_ending(endings));
    files.map(|file| file.text).collect()
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_default()
}
