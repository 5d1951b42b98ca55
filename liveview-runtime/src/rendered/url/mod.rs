//! Which addresses may stand in a link, a form or an image: judged as browsers read them. Changes no address, only refuses.

mod read;

use std::sync::atomic::{AtomicBool, Ordering};

/// What stands in the place of a refused value: it leads nowhere.
pub(crate) const REFUSED: &str = "about:invalid#refused";

/// An attribute that holds addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// Its name.
    pub name: &'static str,
    /// How it holds them.
    pub form: Form,
}

/// How a value holds addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The value is one: `href`.
    One,
    /// A list between white space: `ping`.
    Spaced,
    /// A list between commas, each with what it is good for: `srcset`.
    Candidates,
    /// A list between semicolons: the `values` of an animated `href`.
    Animated,
    /// Behind a number of seconds: the `content` of a `meta` that refreshes.
    Refresh,
}

impl Form {
    /// An attribute of this name that holds addresses so.
    pub const fn of(self, name: &'static str) -> Address {
        Address { name, form: self }
    }
}

/// Attributes whose value is one address to a browser, on whatever element.
const ADDRESSES: [&str; 14] = [
    "action",
    "background",
    "cite",
    "classid",
    "codebase",
    "data",
    "formaction",
    "href",
    "icon",
    "longdesc",
    "manifest",
    "poster",
    "profile",
    "src",
];

/// How an attribute of this name holds addresses; nothing where it holds none.
///
/// The compiler's twin knows the element, too; this is for names that come as values.
pub(super) fn form(name: &str) -> Option<Form> {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "srcset" | "imagesrcset" => Some(Form::Candidates),
        "ping" | "attributionsrc" | "archive" => Some(Form::Spaced),
        "xlink:href" => Some(Form::One),
        name => ADDRESSES.contains(&name).then_some(Form::One),
    }
}

/// The value itself, or [`REFUSED`] where a browser could run a program at an address in it.
pub(super) fn guard(form: Form, value: &str) -> &str {
    let is_allowed = match form {
        Form::One => read::is_allowed(value),
        Form::Spaced => value.split_ascii_whitespace().all(read::is_allowed),
        Form::Candidates => read::candidates(value).all(read::is_allowed),
        Form::Animated => value.split(';').all(read::is_allowed),
        Form::Refresh => read::refreshed(value).all(read::is_allowed),
    };
    if is_allowed {
        return value;
    }
    report(value);
    REFUSED
}

/// Whether one address may be followed.
pub(super) fn is_allowed(address: &str) -> bool {
    read::is_allowed(address)
}

/// Said once, so that hostile data cannot fill a log.
#[cold]
fn report(value: &str) {
    static LOGGED: AtomicBool = AtomicBool::new(false);
    if !LOGGED.swap(true, Ordering::Relaxed) {
        let start: String = value.chars().take(64).collect();
        tracing::warn!(
            address = ?start,
            "refused an address whose scheme is not http, https, mailto or tel; `TrustedUrl` lets others pass (logged once)"
        );
    }
}
