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

fn main() {
    let workspace = Workspace::new(&[
        ("ours", ours::MANIFEST, ours::files()),
        ("peer", maud::MANIFEST, maud::files()),
    ]);
    println!(
        "{} templates of 20 elements, 8 values, a loop, a branch and two events",
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
        let times = least(&workspace, command, start);
        println!(
            "  {name:28} ours {:5.2} s   maud {:5.2} s   {:.2} ×",
            times[0].as_secs_f64(),
            times[1].as_secs_f64(),
            times[0].as_secs_f64() / times[1].as_secs_f64(),
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
fn least(workspace: &Workspace, command: Command, start: Start) -> [Duration; 2] {
    let mut least = [Duration::MAX; 2];
    for round in 0..rounds() {
        for (time, (package, edit)) in least.iter_mut().zip([
            ("ours", ours::file as fn(usize, usize) -> String),
            ("peer", maud::file),
        ]) {
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
