//! The browser client as bytes. Serves nothing and builds nothing.

/// The client, minified: the committed bundle of the TypeScript beside this file.
pub const SCRIPT: &str = include_str!("../dist/liveview.min.js");
