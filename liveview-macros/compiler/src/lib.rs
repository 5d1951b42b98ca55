//! From tokens to code: parse, check, lower, codegen. Names no `proc_macro`, so that tests and fuzzers can call it.

pub mod apart;
pub mod component;
pub mod derive;
pub mod diagnostics;
pub mod html;
pub mod live_view;
pub mod names;
pub mod reader;
pub mod runtime_path;
pub mod source;
