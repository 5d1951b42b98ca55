//! `cargo bench --bench compile`: what 200 templates cost rustc, ours against maud's of the same HTML. Judges nothing: it prints.
//!
//! Both crates and their dependencies live in the folder `compile-bench` of the target directory for tests, with proc macros
//! optimised. Each measure is the least of several runs, in turns: `ROUNDS=9` for a noisy machine.

mod cargo;
mod maud;
mod ours;
mod part;

use std::time::Duration;

use cargo::{Command, Workspace};

/// How many views there are, and how many templates in each.
const VIEWS: usize = 20;
const PARTS: usize = 10;

/// A crate, and what writes a file of it.
type Subject = (&'static str, fn(usize, usize) -> String);

/// Ours and maud's, each with all templates and with next to none.
const SUBJECTS: [Subject; 4] = [
    ("ours", ours::file),
    ("peer", maud::file),
    ("ours_bare", ours::bare),
    ("peer_bare", maud::bare),
];

fn main() {
    let workspace = Workspace::new(&[
        ("ours", ours::MANIFEST, ours::files(ours::file)),
        ("peer", maud::MANIFEST, maud::files(maud::file)),
        ("ours_bare", ours::MANIFEST, ours::files(ours::bare)),
        ("peer_bare", maud::MANIFEST, maud::files(maud::bare)),
    ]);
    println!(
        "{} templates of 20 elements, 8 values, a loop, a branch and two events; in brackets the same views without them",
        VIEWS * PARTS
    );
    workspace.cargo(&["build", "--workspace"]);
    workspace.cargo(&["check", "--workspace"]);
    assert_eq!(
        workspace.page("ours"),
        workspace.page("peer"),
        "both crates write the same HTML"
    );
    for (name, command, start) in [
        ("clean check", Command::Check, Start::Clean),
        ("clean build", Command::Library, Start::Clean),
        ("check after an edit", Command::Check, Start::Edited),
        ("build after an edit", Command::Library, Start::Edited),
        ("program after an edit", Command::Program, Start::Edited),
    ] {
        let [ours, peer, ours_bare, peer_bare] =
            least(&workspace, command, start).map(|time| time.as_secs_f64());
        println!(
            "  {name:22} ours {ours:5.2} s ({ours_bare:.2})   maud {peer:5.2} s ({peer_bare:.2})   {:.2} ×, the templates alone {:.2} ×",
            ours / peer,
            (ours - ours_bare) / (peer - peer_bare),
        );
    }
}

/// What was there before a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// Nothing of the crate itself.
    Clean,
    /// Everything, before one template was edited.
    Edited,
}

/// The least time of each crate.
fn least(workspace: &Workspace, command: Command, start: Start) -> [Duration; 4] {
    let mut least = [Duration::MAX; 4];
    for round in 0..rounds() {
        for (time, (package, edit)) in least.iter_mut().zip(SUBJECTS) {
            match start {
                Start::Clean => workspace.clean(package),
                Start::Edited => {
                    workspace.measure(package, command);
                    workspace.write(package, &part::path(0), &edit(0, round + 1));
                }
            }
            *time = workspace.measure(package, command).min(*time);
        }
    }
    least
}

fn rounds() -> usize {
    let rounds = std::env::var("ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok());
    rounds.unwrap_or(5)
}
