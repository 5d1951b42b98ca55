//! What a view becomes: templates, fragments, and the page sink. Knows no client and no JSON.

pub mod template;
