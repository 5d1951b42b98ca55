//! The element that attributes are spread on: what of them it takes. Decides about no name that it has no say in.

use super::names;
use super::value::Content;
use crate::rendered::url;

/// What generated code knows of the element.
#[derive(Debug)]
pub struct Host {
    /// Its tag.
    pub tag: &'static str,
    /// The attributes it has by itself, without `class`: they win.
    pub own: &'static [&'static str],
    /// Whether it has classes by itself: the spread's are written into the same attribute, last.
    pub has_class: bool,
}

impl Host {
    /// What is written under this name; nothing where the element has its own, or takes none.
    pub(super) fn value<'v>(&self, name: &str, content: &'v Content<'_>) -> Option<&'v str> {
        let is_submit = names::is_submit(name);
        let is_own = |own: &&str| {
            // A form is submitted in one way, whatever the modifiers.
            own.eq_ignore_ascii_case(name) || is_submit && names::is_submit(own)
        };
        if self.own.iter().any(is_own) {
            if is_submit {
                names::report(
                    name,
                    "the form has one, or its `method` would show its fields",
                );
            }
            return None;
        }
        if self.is_property(name) {
            names::report(
                name,
                "it is a live property: write it on the element itself",
            );
            return None;
        }
        let text = content.text();
        match (url::address(name), content) {
            (Some(address), Content::Text(_)) => Some(url::guard(address, text)),
            _ => Some(text),
        }
    }

    /// Whether a `dj-submit` makes it a form that must be posted.
    pub(super) fn is_unposted_form(&self) -> bool {
        self.tag == "form" && !self.own.contains(&"method")
    }

    /// Whether the attribute is a property that the person, too, changes.
    fn is_property(&self, name: &str) -> bool {
        let is = |one: &str| name.eq_ignore_ascii_case(one);
        match self.tag {
            "input" => is("value") || is("checked") || is("indeterminate"),
            "select" | "textarea" => is("value"),
            "option" => is("selected"),
            "audio" | "video" => is("muted"),
            _ => false,
        }
    }
}
