//! Holds the committed bundle against its sources, without Node. Builds nothing.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use sha2::{Digest, Sha256};

#[test]
fn the_bundle_is_built_from_these_sources() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bundle =
        fs::read_to_string(root.join("dist/liveview.min.js")).expect("the bundle is committed");
    let banner = bundle.lines().next().unwrap_or_default();
    let digest = digest(root).expect("the sources are readable");
    assert!(
        banner.contains(&format!("sha256:{digest}")),
        "dist/ is stale: run `npm ci && npm run build` in liveview-client\nbanner:  {banner}\nsources: {digest}"
    );
}

/// The start of the digest, as `build.mjs` writes it: every source by name and length, sorted, then the lock file.
fn digest(root: &Path) -> io::Result<String> {
    let mut names = Vec::new();
    collect(root, Path::new("src"), &mut names)?;
    names.sort();
    names.push("package-lock.json".to_owned());
    let mut hash = Sha256::new();
    for name in names {
        let content = fs::read(root.join(&name))?;
        hash.update(format!("{name} {}\n", content.len()));
        hash.update(content);
    }
    Ok(hash
        .finalize()
        .iter()
        .take(8)
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
