//! The house rules of the source tree, as tests: rooms, signs, sizes, names, pages. Judges text only; what a program does is tested elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "tidy/pages.rs"]
mod pages;
#[path = "tidy/reference.rs"]
mod reference;
#[path = "tidy/rooms.rs"]
mod rooms;
#[path = "tidy/security.rs"]
mod security;

/// Lines a file may have before it owes a reason, and how many files may owe one.
const LONG_FILE: usize = 400;
const LONG_FILES: usize = 3;
const LONG_FUNCTION: usize = 60;

/// A file of the source tree: its path from the root, with `/`, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn has_ending(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// Programs of ours: not generated, and not the deliberately wrong files of the compile tests.
    fn is_program(&self) -> bool {
        self.has_ending(&[".rs", ".ts", ".mjs"])
            && !self.path.contains("/dist/")
            && !self.path.contains("tests/pages/right/")
            && !self.path.contains("tests/ui/")
    }

    /// The comment that the file opens with, without its comment signs.
    fn sign(&self) -> String {
        let text = self.text.trim_start();
        if let Some(block) = text.strip_prefix("/**") {
            let block = block.split("*/").next().unwrap_or_default();
            return block
                .lines()
                .map(|line| line.trim().trim_start_matches('*').trim())
                .collect::<Vec<_>>()
                .join(" ");
        }
        let comments = ["//!", "//"];
        let sign_of = |line: &'_ str| {
            comments
                .iter()
                .find_map(|sign| line.strip_prefix(sign).map(str::to_owned))
        };
        text.lines()
            .map_while(sign_of)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file of the tree that people write, in order of its path.
fn sources() -> Vec<Source> {
    let mut folders = vec![root().to_path_buf()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the source tree can be read") {
            let path = entry
                .expect("an entry of the source tree can be read")
                .path();
            let name = path
                .file_name()
                .expect("an entry has a name")
                .to_string_lossy()
                .into_owned();
            let skipped =
                matches!(name.as_str(), ".git" | "node_modules") || name.starts_with("target");
            match (skipped, path.is_dir()) {
                (true, _) => {}
                (_, true) => folders.push(path),
                (_, false) => files.push(path),
            }
        }
    }
    files.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).ok()?;
        let path = path
            .strip_prefix(root())
            .expect("the walk began at the root")
            .to_string_lossy()
            .replace('\\', "/");
        Some(Source { path, text })
    };
    files.into_iter().filter_map(read).collect()
}

fn programs() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(Source::is_program)
}

fn check(rule: &str, offences: Vec<String>) {
    assert!(offences.is_empty(), "{rule}\n  {}\n", offences.join("\n  "));
}

#[test]
fn every_file_opens_with_its_sign() {
    let unsigned = programs()
        .filter(|file| sentences(&file.sign()) < 2)
        .map(|file| file.path)
        .collect();
    check(
        "A file opens with two sentences: what lives here, and what never may.",
        unsigned,
    );
}

fn sentences(sign: &str) -> usize {
    let ends = |mark: char| matches!(mark, '.' | '!' | '?');
    sign.split_whitespace()
        .filter(|word| word.trim_end_matches(['`', ')', '"']).ends_with(ends))
        .count()
}

#[test]
fn files_stay_short() {
    let long: Vec<Source> = programs()
        .filter(|file| file.text.lines().count() > LONG_FILE)
        .collect();
    let unexplained = long
        .iter()
        .filter(|file| !file.sign().contains("400 lines"));
    let unexplained = unexplained.map(|file| file.path.clone()).collect();
    check(
        "A file over 400 lines says in its sign why (with the words `400 lines`).",
        unexplained,
    );
    assert!(
        long.len() <= LONG_FILES,
        "at most {LONG_FILES} files are over {LONG_FILE} lines, these are {}",
        long.len()
    );
}

/// Clippy counts for Rust. Formatted TypeScript ends a function with a brace as far in as its first line.
#[test]
fn functions_of_the_client_stay_short() {
    let mut offences = Vec::new();
    for file in programs().filter(|file| file.has_ending(&[".ts", ".mjs"])) {
        let lines: Vec<&str> = file.text.lines().collect();
        for (start, line) in lines
            .iter()
            .enumerate()
            .filter(|(_, line)| opens_function(line))
        {
            let indent = &line[..line.len() - line.trim_start().len()];
            let closing = format!("{indent}}}");
            let length = lines[start + 1..]
                .iter()
                .position(|line| line.starts_with(&closing))
                .unwrap_or(0);
            if length > LONG_FUNCTION {
                offences.push(format!("{}:{} has {length} lines", file.path, start + 1));
            }
        }
    }
    check("No function is over 60 lines.", offences);
}

fn opens_function(line: &str) -> bool {
    let named = line.contains("function ") || line.contains("function(") || line.contains("=> {");
    let suite = line.trim_start().starts_with("describe(");
    named && !suite && line.trim_end().ends_with('{')
}

#[test]
fn no_room_is_called_utils() {
    let empty_names = [
        "util",
        "utils",
        "helper",
        "helpers",
        "common",
        "misc",
        "internals",
    ];
    let nameless = |file: &Source| {
        file.path
            .split(['/', '.'])
            .any(|part| empty_names.contains(&part))
    };
    check(
        "A room is named after what it holds.",
        programs().filter(nameless).map(|file| file.path).collect(),
    );
}

/// Spelt in two halves, so that this file may hold the list.
#[test]
fn nothing_is_half_built_or_asleep() {
    let rust = [
        ["to", "do!"],
        ["unimpl", "emented!"],
        ["#[ig", "nore"],
        ["thread::", "sleep"],
    ];
    let script = [
        ["test.", "only("],
        ["it.", "only("],
        ["describe.", "only("],
        ["test.", "skip("],
        ["it.", "skip("],
        ["describe.", "skip("],
        ["test.", "todo("],
        ["waitFor", "Timeout"],
        ["ski", "p: true"],
        ["as", " any"],
        [": a", "ny;"],
    ];
    let mut offences = Vec::new();
    for file in programs() {
        let forbidden: Vec<String> = if file.has_ending(&[".rs"]) {
            &rust[..]
        } else {
            &script[..]
        }
        .iter()
        .map(|halves| halves.concat())
        .collect();
        for (number, line) in file.text.lines().enumerate() {
            let found = forbidden.iter().filter(|word| line.contains(word.as_str()));
            offences.extend(found.map(|word| format!("{}:{}: {word}", file.path, number + 1)));
        }
    }
    check(
        "Nothing is left half-built, skipped, asleep, or untyped.",
        offences,
    );
}

#[test]
fn the_client_keeps_no_state_in_modules() {
    let is_state = |line: &&str| {
        line.starts_with("let ") || line.starts_with("export let ") || line.starts_with("var ")
    };
    let client = programs()
        .filter(|file| file.path.starts_with("liveview-client/src/") && file.has_ending(&[".ts"]));
    let stateful = client.filter(|file| file.text.lines().any(|line| is_state(&line)));
    check(
        "State lives in values that functions make, not in modules.",
        stateful.map(|file| file.path).collect(),
    );
}

#[test]
fn no_file_names_a_machine() {
    let places = ["/ro|ot/", "/ho|me/", "/wo|rk/", "/fa|rm/", "C:\\|Users"]
        .map(|place| place.replace('|', ""));
    let mut offences = Vec::new();
    for file in sources()
        .into_iter()
        .filter(|file| !file.path.contains("/dist/"))
    {
        let found = places
            .iter()
            .filter(|place| file.text.contains(place.as_str()));
        offences.extend(found.map(|place| format!("{}: {place}", file.path)));
    }
    check(
        "A path of somebody's machine is no part of the project.",
        offences,
    );
}
