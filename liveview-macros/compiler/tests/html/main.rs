//! What `html!` makes of templates, from tokens to plans, code and mistakes. Runs no rustc.

mod editing;
mod expansions;
mod files;
mod forms;
mod laws;
mod mistakes;
mod plans;
mod roots;
mod support;
