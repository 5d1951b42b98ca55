//! The browser client as bytes. Serves nothing and builds nothing.

/// The client, minified: the committed bundle of the TypeScript beside this file.
pub const SCRIPT: &str = include_str!("../dist/liveview.min.js");

/// What few pages need, minified: the client asks for it when a page does, at an address that it was built with.
pub const PARTS: &str = include_str!("../dist/parts.min.js");
