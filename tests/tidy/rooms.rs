//! Which room may name which: the order of the rooms, held in every file. Knows nothing of what the rooms do.

use crate::{Source, check, programs};

/// Inner to outer: a room names itself and rooms before it.
const RUNTIME_ROOMS: &[&str] = &[
    "rendered", "diff", "wire", "view", "session", "http", "testing",
];
const COMPILER_ROOMS: &[&str] = &[
    "diagnostics",
    "names",
    "reader",
    "runtime_path",
    "html",
    "derive",
    "component",
    "live_view",
];
const HTML_ROOMS: &[&str] = &[
    "vocabulary",
    "ast",
    "placed",
    "parse",
    "check",
    "call",
    "plan",
    "lower",
    "codegen",
];
const CLIENT_ROOMS: &[&str] = &[
    "lent", "dom", "protocol", "commands", "life", "template", "instance", "keep", "slots", "list",
    "inputs", "patch", "resync", "motion", "sheet", "scroll", "focus", "ops", "form", "pending",
    "loading", "socket", "view", "hooks", "copy", "events", "hearing", "stage", "parts", "needs",
    "main",
];

#[test]
fn rooms_look_inward() {
    let mut offences = Vec::new();
    for file in programs().filter(|file| file.has_ending(&[".rs"])) {
        let houses = [
            ("liveview-runtime/src/", RUNTIME_ROOMS),
            ("liveview-macros/compiler/src/", COMPILER_ROOMS),
            ("liveview-macros/compiler/src/html/", HTML_ROOMS),
        ];
        for (house, rooms) in houses {
            if let Some(inner) = file.path.strip_prefix(house) {
                let reach = module_path(house, inner);
                offences.extend(
                    outward(&file.text, inner, rooms, &reach)
                        .map(|line| format!("{}: {line}", file.path)),
                );
            }
        }
    }
    check(
        "A Rust room names only itself and rooms before it, also in comments.",
        offences,
    );
}

/// How code in this file can spell the folder of rooms: by `crate` and by enough `super`s.
fn module_path(house: &str, inner: &str) -> [String; 2] {
    let below_crate = if house.ends_with("src/html/") {
        "crate::html::"
    } else {
        "crate::"
    };
    let file_is_room = usize::from(!inner.ends_with("mod.rs"));
    let depth = inner.matches('/').count() + file_is_room;
    [below_crate.to_owned(), "super::".repeat(depth)]
}

fn outward<'a>(
    text: &'a str,
    inner: &str,
    rooms: &'a [&str],
    reach: &'a [String; 2],
) -> impl Iterator<Item = String> + 'a {
    let own = inner.split(['/', '.']).next().unwrap_or_default();
    let rank = rooms.iter().position(|room| *room == own);
    let outer = move |name: &str| rank.is_some_and(|rank| rooms[rank + 1..].contains(&name));
    text.lines().filter_map(move |line| {
        let found = reach
            .iter()
            .filter(|prefix| !prefix.is_empty())
            .find_map(|prefix| {
                let from = line.find(prefix.as_str())?;
                let exact = prefix.starts_with("crate") || !line[..from].ends_with("super::");
                let names = named_after(&line[from + prefix.len()..]);
                names.into_iter().find(|name| exact && outer(name))
            })?;
        Some(format!("`{}` names the outer room `{found}`", line.trim()))
    })
}

/// The first names after a path prefix: one, or each of a brace group on the line.
fn named_after(rest: &str) -> Vec<String> {
    let word = |text: &str| {
        text.trim()
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect()
    };
    match rest.strip_prefix('{') {
        Some(group) => group.split(',').map(word).collect(),
        None => vec![word(rest)],
    }
}

#[test]
fn the_rooms_of_the_client_look_inward() {
    let house = "liveview-client/src/";
    let room = |path: &str| path.split(['/', '.']).next().unwrap_or_default().to_owned();
    let rank = |name: &str| CLIENT_ROOMS.iter().position(|known| *known == name);
    let mut offences = Vec::new();
    for file in programs().filter(|file| file.has_ending(&[".ts"])) {
        let Some(inner) = file.path.strip_prefix(house) else {
            continue;
        };
        let Some(own) = rank(&room(inner)) else {
            offences.push(format!(
                "{}: a new room needs its place in `CLIENT_ROOMS`",
                file.path
            ));
            continue;
        };
        for import in file.text.lines().filter(|line| line.contains("from \"")) {
            let target = import.rsplit("from \"").next().unwrap_or_default();
            let target = target.trim_start_matches("./").trim_start_matches("../");
            if inner.contains('/') && !import.contains("\"../") {
                continue; // A sibling in the same room.
            }
            if rank(&room(target)).is_none_or(|target| target > own) {
                offences.push(format!("{}: {}", file.path, import.trim()));
            }
        }
    }
    check("A client room imports only rooms before it.", offences);
}

#[test]
fn only_the_shell_names_proc_macro() {
    let shell = "liveview-macros/src/lib.rs";
    let names = |file: &Source| {
        file.text.contains("proc_macro::") || file.text.contains("extern crate proc_macro;")
    };
    let others =
        programs().filter(|file| file.path.starts_with("liveview-macros/") && file.path != shell);
    check(
        "Only the shell names `proc_macro`.",
        others.filter(names).map(|file| file.path).collect(),
    );
}
