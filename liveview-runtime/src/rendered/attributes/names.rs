//! Which names a value may give to an attribute. Knows no element.
//!
//! The compiler's twin is its `vocabulary`, which refuses the same names where an author writes them.

use std::sync::atomic::{AtomicBool, Ordering};

use super::value::Content;

/// What the framework itself writes.
const RESERVED: [&str; 8] = [
    "dj-v",
    "dj-h",
    "dj-t",
    "dj-c",
    "dj-style",
    "dj-a",
    "dj-far",
    "dj-leaving",
];

/// What begins with `dj-` and takes a text; all else that does binds an event. The compiler's `check/events/settings.rs`
/// says what each is.
const SETTINGS: [&str; 39] = [
    "dj-autofocus",
    "dj-cloak",
    "dj-confirm",
    "dj-copy",
    "dj-copy-class",
    "dj-debounce",
    "dj-dialog",
    "dj-disable-with",
    "dj-enter",
    "dj-flip",
    "dj-force-value",
    "dj-form-pending",
    "dj-hook",
    "dj-hook-target",
    "dj-ignore-attrs",
    "dj-ignore-events",
    "dj-include",
    "dj-keep",
    "dj-leave",
    "dj-loading",
    "dj-lock",
    "dj-model",
    "dj-mutation-attr",
    "dj-no-recover",
    "dj-no-submit",
    "dj-paste-suppress",
    "dj-pin",
    "dj-poll-interval",
    "dj-scroll-into-view",
    "dj-shortcut",
    "dj-shortcut-in-input",
    "dj-sticky-scroll",
    "dj-threshold",
    "dj-throttle",
    "dj-transition-group",
    "dj-trigger-action",
    "dj-update",
    "dj-view-transition",
    "dj-virtual",
];

/// What binds commands, or takes a text.
const REMOVE: &str = "dj-remove";

/// The words that `true` and `false` are to an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rendered) struct Words {
    yes: &'static str,
    no: &'static str,
}

impl Words {
    const TRUE_FALSE: Words = Words {
        yes: "true",
        no: "false",
    };
    const YES_NO: Words = Words {
        yes: "yes",
        no: "no",
    };
    const ON_OFF: Words = Words {
        yes: "on",
        no: "off",
    };

    pub(in crate::rendered) fn of(self, flag: bool) -> &'static str {
        if flag { self.yes } else { self.no }
    }
}

/// States that are `true` or `false`: of HTML, of SVG (`preserveAlpha`, `focusable`), and of MathML. To these,
/// `draggable="false"` is not the same as none.
const TRUE_FALSE: [&str; 15] = [
    "accent",
    "accentunder",
    "contenteditable",
    "displaystyle",
    "draggable",
    "fence",
    "focusable",
    "largeop",
    "movablelimits",
    "preservealpha",
    "separator",
    "spellcheck",
    "stretchy",
    "symmetric",
    "writingsuggestions",
];

/// States that are `on` or `off`.
const ON_OFF: [&str; 3] = ["autocapitalize", "autocomplete", "autocorrect"];

/// The words of the attribute; nothing where it is there or not.
pub(in crate::rendered) fn words(name: &str) -> Option<Words> {
    let is = |one: &&str| name.eq_ignore_ascii_case(one);
    let is_aria = |start: &str| start.eq_ignore_ascii_case("aria-");
    if name.get(..5).is_some_and(is_aria) || TRUE_FALSE.iter().any(is) {
        Some(Words::TRUE_FALSE)
    } else if ON_OFF.iter().any(is) {
        Some(Words::ON_OFF)
    } else {
        is(&"translate").then_some(Words::YES_NO)
    }
}

/// Whether it binds the submit of a form, whatever its modifiers.
pub(super) fn is_submit(name: &str) -> bool {
    let event = name.split('.').next().unwrap_or(name);
    event.eq_ignore_ascii_case("dj-submit")
}

/// Whether a form of this method shows its fields in the address.
pub(super) fn shows_fields(method: &str) -> bool {
    let shows_none = ["post", "dialog"];
    !shows_none
        .iter()
        .any(|one| method.eq_ignore_ascii_case(one))
}

/// Why no value may stand under this name; nothing where one may.
pub(super) fn refusal(name: &str, content: &Content<'_>) -> Option<&'static str> {
    if !is_name(name) {
        return Some("it is no name of an attribute");
    }
    let name = name.to_ascii_lowercase();
    if RESERVED.contains(&name.as_str()) {
        return Some("it is written by the framework");
    }
    if name == REMOVE {
        let is_commands = matches!(content, Content::Text(text) if text.starts_with('['));
        return is_commands.then_some("commands are a `Js`, never a text");
    }
    if name.starts_with("dj-") {
        return match (is_setting(&name), content) {
            (false, Content::Text(_) | Content::Address(_) | Content::Flag(_)) => {
                Some("an event takes a `Binding`, never a text")
            }
            (true, Content::Binding(_)) => Some("it is no event, so it takes no `Binding`"),
            _ => None,
        };
    }
    if matches!(content, Content::Binding(_)) {
        return Some("it is no event, so it takes no `Binding`");
    }
    match name.as_str() {
        "style" => {
            Some("the page's policy blocks it: write `style:property={value}` on the element")
        }
        "srcdoc" => Some("a whole document cannot be written safely into an attribute"),
        "http-equiv" | "is" | "nonce" | "sandbox" | "allow" | "shadowrootmode" => {
            Some("what it permits or makes of its element is written in the template")
        }
        name if name.len() > 2 && name.starts_with("on") => {
            Some("code in attributes is blocked by the page's policy: bind an event")
        }
        name if name.starts_with("xmlns") => Some("namespaces are the template's"),
        _ => None,
    }
}

/// Whether an attribute of this name holds a binding, which no text that comes as a value can be.
pub(crate) fn holds_binding(name: &str) -> bool {
    let event = name.strip_prefix("dj-").unwrap_or_default();
    !event.is_empty() && is_name(name) && !RESERVED.contains(&name) && !is_setting(name)
}

/// Whether what begins with `dj-` takes a text.
fn is_setting(name: &str) -> bool {
    let prefixes = ["dj-value-", "dj-hook-value-"];
    let base = name.split('.').next().unwrap_or(name);
    prefixes.iter().any(|prefix| name.starts_with(prefix)) || SETTINGS.contains(&base)
}

/// The names that both a parser and `setAttribute` take as they are.
fn is_name(name: &str) -> bool {
    let is_first = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let is_further = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte);
    name.bytes().next().is_some_and(is_first) && name.bytes().all(is_further)
}

/// Says once that an attribute was left out.
#[cold]
pub(super) fn report(name: &str, reason: &'static str) {
    static LOGGED: AtomicBool = AtomicBool::new(false);
    if !LOGGED.swap(true, Ordering::Relaxed) {
        let name: String = name.chars().take(64).collect();
        tracing::warn!(?name, reason, "left an attribute out (logged once)");
    }
}
