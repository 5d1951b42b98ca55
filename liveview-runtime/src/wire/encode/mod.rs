//! Changes and templates into JSON text, by hand: each value is written once. Numbers no frame, decides nothing.
//!
//! What a session says is a body (a patch, or full values) and the definitions the client lacks to read it. Which those
//! are, an [`Aliases`] remembers.

mod aliases;
mod definitions;
mod text;
mod values;

pub use aliases::Aliases;
pub use text::{base64, script_safe};
use values::Writer;

use crate::diff::Changes;
use crate::rendered::page::Page;

/// The inner text of a frame.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Encoded {
    /// The patch, or `[alias, …values]`.
    pub body: String,
    /// `[[alias, fingerprint, slots | 0, tree | 0], …]`, or empty if the client lacks nothing.
    pub definitions: String,
}

impl Aliases {
    /// The patch of an update's changes. What is whole cannot be a patch: see [`Changes::is_whole`].
    pub fn patch(&mut self, changes: &Changes) -> Encoded {
        let mut writer = Writer::new(changes, self);
        writer.patch_root();
        writer.finish()
    }

    /// Every value of a full render, for a client that knows no alias: the table begins anew.
    pub fn whole(&mut self, changes: &Changes) -> Encoded {
        *self = Aliases::default();
        let mut writer = Writer::new(changes, self);
        writer.whole_instance(0);
        writer.finish()
    }

    /// Every value of one instance out of a full render, by its path from the root. `None` where no instance stands.
    ///
    /// The root's answer defines all it names once more: the client asks for it when it may have missed a frame.
    pub fn instance(&mut self, changes: &Changes, path: &[u32]) -> Option<Encoded> {
        let at = changes.instance_at(path)?;
        if path.is_empty() {
            self.forget_definitions();
        }
        let mut writer = Writer::new(changes, self);
        writer.whole_instance(at);
        Some(writer.finish())
    }
}

/// The page's JSON block, and the aliases that it gives out: the slot tables of the templates shown, the root's first and with
/// it what stands in the ranges of the page.
pub fn page_block(page: &Page) -> (String, Aliases) {
    let mut aliases = Aliases::default();
    let mut block = String::new();
    if let Some((root, others)) = page.templates.split_first() {
        aliases.define_root(root, &page.outline(), &mut block);
        for template in others {
            aliases.define_slots(template, &mut block);
        }
    }
    definitions::close(&mut block);
    (script_safe(&block), aliases)
}
