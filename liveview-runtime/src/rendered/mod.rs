//! What a view becomes: templates, fragments, the renderer and its page. Knows no client and no JSON.
//!
//! A fragment is walked by a [`Renderer`](renderer::Renderer). As it goes, the renderer writes a *tape*, one hash a
//! value, and either the page's HTML or, for a page that is shown already, what differs to a [`Sink`](sink::Sink).
//!
//! The tape, in 64-bit words:
//!
//! * a scalar slot: the hash of its value;
//! * a one-of or a component: fingerprint, span, its slots (`0, 0` where nothing shows);
//! * a list: count, then for each row: hash of its key, span, fingerprint if rows differ in template, its slots;
//! * the whole: fingerprint of the root, its slots.
//!
//! A span counts the words behind it that belong to the instance.

pub mod template;

pub mod attributes;
pub mod binding;
pub mod component;
pub(crate) mod equal_keys;
pub mod escape;
pub mod fragment;
mod markup;
pub mod outline;
mod owned;
pub mod page;
pub(crate) mod pool;
pub mod prop;
pub mod render;
pub mod renderer;
pub mod seed;
pub mod shadow;
pub mod show;
pub mod sink;
mod style;
pub mod trusted;
pub mod url;

pub use owned::{Rendered, Shown};
