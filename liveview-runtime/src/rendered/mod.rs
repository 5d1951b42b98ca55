//! What a view becomes: templates, fragments, and the page sink. Knows no client and no JSON.

pub mod binding;
pub mod render;
pub mod template;
