//! Holds the committed bundle against its sources, without Node. Builds nothing.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use sha2::{Digest, Sha256};

#[test]
fn the_bundle_is_built_from_these_sources() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let told = fs::read_to_string(root.join("dist/sha256")).expect("the digests are committed");
    let mut sources = Vec::new();
    collect(root, Path::new("src"), &mut sources).expect("the sources are readable");
    sources.sort();
    sources.push("package-lock.json".to_owned());
    let bundles = ["dist/liveview.min.js", "dist/parts.min.js"].map(str::to_owned);
    let found = [sources.as_slice(), &bundles]
        .map(|names| digest(root, names).expect("the files are readable"));
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        found,
        "dist/ is stale: run `npm ci && npm run build` in liveview-client"
    );
}

/// As `build.mjs` writes it: every file by name and length.
fn digest(root: &Path, names: &[String]) -> io::Result<String> {
    let mut hash = Sha256::new();
    for name in names {
        let content = fs::read(root.join(name))?;
        hash.update(format!("{name} {}\n", content.len()));
        hash.update(content);
    }
    Ok(hash
        .finalize()
        .iter()
        .fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a string can always be written");
            text
        }))
}

fn collect(root: &Path, directory: &Path, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(directory))? {
        let entry = entry?;
        let path: PathBuf = directory.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect(root, &path, names)?;
        } else if path.extension().is_some_and(|extension| extension == "ts") {
            names.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
