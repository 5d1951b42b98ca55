//! The generated workspace and the commands run in it. Knows no template.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::part::File;

/// What is timed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Command {
    /// `cargo check`, of the library.
    Check,
    /// `cargo build`, of the library.
    Library,
    /// `cargo build`, of the program, linked.
    Program,
}

/// A workspace under the target folder, with a target folder of its own.
pub(crate) struct Workspace {
    folder: PathBuf,
}

/// A crate to generate: its name, its dependencies, its files.
pub(crate) type Package = (&'static str, &'static str, Vec<File>);

impl Workspace {
    pub(crate) fn new(packages: &[Package]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile-bench");
        let workspace = Workspace { folder };
        let names: Vec<&str> = packages.iter().map(|(name, ..)| *name).collect();
        workspace.put(
            "Cargo.toml",
            &format!(
                "[workspace]\nresolver = \"3\"\nmembers = {names:?}\n\n[profile.dev.build-override]\nopt-level = 2\n"
            ),
        );
        // The versions that the project itself is tested with.
        let lock = fs::read_to_string(root.join("Cargo.lock"));
        workspace.put("Cargo.lock", &lock.expect("the project has a Cargo.lock"));
        for (name, dependencies, files) in packages {
            let dependencies = dependencies.replace("LIVEVIEW", &root.display().to_string());
            workspace.put(
                &format!("{name}/Cargo.toml"),
                &format!(
                    "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
                ),
            );
            for (path, text) in files {
                workspace.write(name, path, text);
            }
            let main = format!(
                "//! Generated.\n\nfn main() {{\n    print!(\"{{}}\", {name}::pages());\n}}\n"
            );
            workspace.write(name, "main.rs", &main);
        }
        workspace
    }

    /// Writes a file of a crate.
    pub(crate) fn write(&self, package: &str, path: &str, text: &str) {
        self.put(&format!("{package}/src/{path}"), text);
    }

    /// What the crate's program prints.
    pub(crate) fn page(&self, package: &str) -> String {
        let run = self.command(&["run", "--package", package]).output();
        let run = run.expect("cargo runs");
        assert!(run.status.success(), "the program of `{package}` runs");
        String::from_utf8(run.stdout).expect("a page is text")
    }

    /// Forgets what was built of the crate itself.
    pub(crate) fn clean(&self, package: &str) {
        self.cargo(&["clean", "--package", package]);
    }

    /// How long the command takes.
    pub(crate) fn measure(&self, package: &str, command: Command) -> Duration {
        let arguments: &[&str] = match command {
            Command::Check => &["check", "--lib", "--package", package],
            Command::Library => &["build", "--lib", "--package", package],
            Command::Program => &["build", "--package", package],
        };
        let start = Instant::now();
        self.cargo(arguments);
        start.elapsed()
    }

    /// Runs cargo in the workspace; ends the benchmark where it fails.
    pub(crate) fn cargo(&self, arguments: &[&str]) {
        let run = self.command(arguments).output().expect("cargo runs");
        let errors = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "cargo {arguments:?}:\n{errors}");
    }

    fn command(&self, arguments: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO"));
        command
            .args(arguments)
            .arg("--quiet")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("CARGO_INCREMENTAL", "1");
        command
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        let folder = path.parent().expect("a file stands in a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
    }
}
