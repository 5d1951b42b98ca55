//! Which addresses may stand in a link, a form or an image: judged as browsers read them. Changes no address, only refuses.

mod read;

use std::sync::atomic::{AtomicBool, Ordering};

/// What stands in the place of a refused address that a person would follow: it leads nowhere, and shows that it does.
const REFUSED: &str = "about:invalid#refused";

/// What stands in the place of one that the browser would load by itself: of an empty one it loads nothing.
const NOTHING: &str = "";

/// An attribute that holds addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// Its name.
    pub name: &'static str,
    /// How it holds them.
    pub form: Form,
    /// Whether the browser loads what is there by itself.
    pub is_loaded: bool,
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
    /// An attribute of this name that holds addresses so, for a person to follow.
    pub const fn of(self, name: &'static str) -> Address {
        Address {
            name,
            form: self,
            is_loaded: false,
        }
    }

    /// An attribute of this name that holds addresses so, for the browser to load.
    pub const fn loaded(self, name: &'static str) -> Address {
        Address {
            name,
            form: self,
            is_loaded: true,
        }
    }
}

/// Attributes at whose one address a browser loads something by itself, on whatever element.
const LOADED: [&str; 8] = [
    "background",
    "classid",
    "codebase",
    "data",
    "icon",
    "manifest",
    "poster",
    "src",
];

/// How an attribute of this name holds addresses; nothing where it holds none.
///
/// The compiler's twin knows the element, too; this is for names that come as values.
pub(super) fn address(name: &str) -> Option<Address> {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "srcset" | "imagesrcset" => Some(Form::Candidates.loaded("srcset")),
        "ping" | "attributionsrc" => Some(Form::Spaced.of("ping")),
        "archive" => Some(Form::Spaced.loaded("archive")),
        "href" | "xlink:href" | "action" | "formaction" | "cite" | "longdesc" | "profile" => {
            Some(Form::One.of("href"))
        }
        name => LOADED.contains(&name).then_some(Form::One.loaded("src")),
    }
}

/// The value itself, or what is harmless there if a browser could run a program at an address in it.
pub(super) fn guard(address: Address, value: &str) -> &str {
    let is_allowed = match address.form {
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
    if address.is_loaded { NOTHING } else { REFUSED }
}

/// Whether one address may be followed.
pub(crate) fn is_allowed(address: &str) -> bool {
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
