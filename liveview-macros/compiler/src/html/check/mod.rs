//! The laws of HTML and of bindings, one function each, every mistake pooled. Changes nothing.

pub mod events;
