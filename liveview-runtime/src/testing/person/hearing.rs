//! What an event says of itself, and which bindings hear of it by their modifiers. Sends nothing.

use serde_json::{Map, Value, json};

use super::{Person, form};
use crate::testing::dom::NodeId;

/// A browser's event, before anyone hears of it.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// As in the name of a binding, without `dj-`.
    pub(super) event: String,
    pub(super) key: Option<String>,
    /// What `m` of the payload holds.
    pub(super) measures: Map<String, Value>,
}

/// Keys that are held, as bindings and measures call them.
const HELD: [&str; 4] = ["ctrl", "alt", "shift", "meta"];

/// What each event measures; texts are empty, numbers 0.
const MEASURED: [(&[&str], &str); 7] = [
    (
        &[
            "dblclick",
            "contextmenu",
            "mouseenter",
            "mouseleave",
            "pointerdown",
            "pointerup",
            "pointermove",
            "dragstart",
            "dragenter",
            "dragover",
            "dragleave",
            "dragend",
            "window-click",
            "document-click",
        ],
        r#"{"x":0,"y":0,"button":0}"#,
    ),
    (&["touchstart", "touchend"], r#"{"x":0,"y":0}"#),
    (
        &[
            "keydown",
            "keyup",
            "window-keydown",
            "window-keyup",
            "document-keydown",
            "document-keyup",
        ],
        r#"{"code":""}"#,
    ),
    (
        &["scroll", "scrollend", "window-scroll"],
        r#"{"x":0,"y":0}"#,
    ),
    (&["resize", "window-resize"], r#"{"width":0,"height":0}"#),
    (&["paste"], r#"{"text":"","html":""}"#),
    (&["document-visibilitychange"], r#"{"visible":true}"#),
];

/// What single events measure.
const MEASURED_BY_ONE: [(&str, &str); 7] = [
    ("drop", r#"{"x":0,"y":0,"button":0,"text":"","html":""}"#),
    ("viewport-top", r#"{"ratio":1}"#),
    ("viewport-bottom", r#"{"ratio":1}"#),
    ("mutation", r#"{"added":0,"removed":0,"attrs":""}"#),
    ("appear", r#"{"ratio":1}"#),
    ("disappear", r#"{"ratio":0}"#),
    ("toggle", r#"{"open":true}"#),
];

impl Said {
    /// An event with what it measures where nobody says otherwise.
    pub(super) fn plain(event: &str) -> Self {
        let groups = MEASURED.iter();
        let of_group = groups
            .filter(|(events, _)| events.contains(&event))
            .map(|(_, measures)| measures);
        let of_one = MEASURED_BY_ONE.iter().filter(|(one, _)| *one == event);
        let found = of_group.chain(of_one.map(|(_, measures)| measures)).next();
        let measures = found.and_then(|json| serde_json::from_str(json).ok());
        Said {
            event: event.to_owned(),
            key: None,
            measures: measures.unwrap_or_default(),
        }
    }

    /// An event that measures these, each written as text; keys that are held are there or not.
    pub(super) fn measuring(event: &str, measures: &[(&str, &str)]) -> Result<Self, String> {
        let mut said = Said::plain(event);
        for &(name, text) in measures {
            if HELD.contains(&name) {
                said.measures.insert(name.to_owned(), json!(true));
                continue;
            }
            let Some(measure) = said.measures.get_mut(name) else {
                let known: Vec<&String> = said.measures.keys().collect();
                return Err(format!("`{event}` says no `{name}`, only {known:?}"));
            };
            *measure = match measure {
                Value::String(_) => Value::from(text),
                _ => serde_json::from_str(text)
                    .map_err(|_| format!("`{name}` of `{event}` cannot be {text:?}"))?,
            };
        }
        Ok(said)
    }

    /// `ctrl+shift+K` at a keyboard: the keys held, and the one pressed.
    pub(super) fn pressing(event: &str, keys: &str) -> Self {
        let mut said = Said::plain(event);
        let mut key = keys;
        while let Some((held, rest)) = key.split_once('+')
            && HELD.contains(&held)
        {
            said.measures.insert(held.to_owned(), json!(true));
            key = rest;
        }
        said.key = Some(key.to_owned());
        said
    }

    /// Whether a binding of this name hears of it, and by how many modifiers.
    fn heard_by(&self, attribute: &str, is_itself: bool) -> Option<usize> {
        let rest = attribute.strip_prefix("dj-")?.strip_prefix(&*self.event)?;
        if rest.is_empty() {
            return Some(0);
        }
        let modifiers = rest.strip_prefix('.')?;
        let hears = |modifier| match modifier {
            "prevent" | "stop" | "once" => true,
            "self" => is_itself,
            held if HELD.contains(&held) => self.measures.get(held) == Some(&json!(true)),
            other => match &self.key {
                Some(key) => {
                    let named = long_name(key);
                    other == named || other == short_name(&named)
                }
                None => self.measures.get("button") == Some(&json!(button(other))),
            },
        };
        let all: Vec<&str> = modifiers.split('.').collect();
        all.iter().copied().all(hears).then_some(all.len())
    }
}

impl Person {
    /// The nearest element at or above a node that is bound to the event, and what its binding says; of several on one
    /// element the one that says most of it.
    pub(super) fn heard(&self, target: NodeId, said: &Said) -> Option<(NodeId, String)> {
        let dom = self.dom();
        std::iter::once(target)
            .chain(dom.ancestors(target))
            .find_map(|node| {
                let attributes = dom.element(node)?.attributes.iter();
                let heard = attributes.filter_map(|(name, binding)| {
                    Some((said.heard_by(name, node == target)?, binding))
                });
                let (_, binding) = heard.max_by_key(|(modifiers, _)| *modifiers)?;
                Some((node, binding.clone()))
            })
    }

    /// Lets an event happen at an element that no hand makes by itself.
    pub(in crate::testing) fn fire(
        &mut self,
        selector: &str,
        event: &str,
        measures: &[(&str, &str)],
    ) -> Result<Vec<super::Event>, String> {
        let own = ["click", "input", "change", "submit", "keydown", "keyup"];
        if own.contains(&event) {
            return Err(format!(
                "`{event}` is what a person does: the kit has a function for it"
            ));
        }
        let target = self.one(selector)?;
        let said = Said::measuring(event, measures)?;
        let (element, binding) = self.heard(target, &said).ok_or_else(|| {
            let name = self.name(target);
            format!("nothing answers `{event}` on {name}: neither it nor what it stands in has `dj-{event}`")
        })?;
        let edits = matches!(event, "focus" | "blur" | "invalid" | "paste");
        let mut payload = match edits {
            true => self.content(element, target),
            false => super::payload::Payload::default(),
        };
        payload.measures = said.measures;
        Ok(vec![self.event(element, &binding, payload, None)])
    }

    /// What stands in a control, or in the whole form if that is what listens.
    pub(super) fn content(&self, element: NodeId, control: NodeId) -> super::payload::Payload {
        let dom = self.dom();
        let name = dom.attribute(control, "name");
        let mut payload = super::payload::Payload {
            target: name.map(str::to_owned),
            ..super::payload::Payload::default()
        };
        if dom.tag(element) == "form" {
            payload.form = Some(form::pairs(dom, element, None));
        } else {
            let boxed = matches!(form::kind(dom, control).as_str(), "checkbox" | "radio");
            payload.checked = boxed.then(|| self.is_checked(control));
            payload.value = form::is_control(dom, control).then(|| self.value(control));
        }
        payload
    }
}

/// The number of a pointer's button.
fn button(name: &str) -> Option<u8> {
    let buttons = ["left", "middle", "right"];
    let number = buttons.iter().position(|known| *known == name)?;
    u8::try_from(number).ok()
}

/// The name of a key in an attribute.
pub(super) fn long_name(key: &str) -> String {
    match key {
        " " => "space".to_owned(),
        other => other.to_ascii_lowercase(),
    }
}

/// Some keys have a second, shorter name.
fn short_name(named: &str) -> &str {
    match named {
        "escape" => "esc",
        other => other.strip_prefix("arrow").unwrap_or(other),
    }
}
