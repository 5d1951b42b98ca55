//! Keys: what listens to them, and Enter in a field, which submits. Knows keys by the names browsers give them.

use super::payload::Payload;
use super::{Event, Person, form};

impl Person {
    /// Presses and releases a key with the focus on an element.
    pub(in crate::testing) fn key(
        &mut self,
        selector: &str,
        key: &str,
    ) -> Result<Vec<Event>, String> {
        let target = self.reachable(selector)?;
        let mut events = self.leave(Some(target));
        let before = events.len();
        let named = long_name(key);
        events.extend(self.heard(target, "dj-keydown", &named, key));
        let submits = key == "Enter"
            && form::takes_text(self.dom(), target)
            && self.dom().tag(target) == "input";
        if submits && let Some(owner) = form::owner(self.dom(), target) {
            match form::default_button(self.dom(), owner) {
                Some(button) if form::is_disabled(self.dom(), button) => {}
                Some(button) => self.activate(button, &mut events)?,
                None => events.extend(self.submission(owner, None).ok()),
            }
        }
        events.extend(self.heard(target, "dj-keyup", &named, key));
        if events.len() == before {
            let name = self.name(target);
            return Err(format!(
                "nothing answers the key {key} on {name}: no `dj-keydown`, no `dj-keyup.{named}`"
            ));
        }
        Ok(events)
    }

    fn heard(
        &self,
        target: super::NodeId,
        attribute: &str,
        named: &str,
        key: &str,
    ) -> Option<Event> {
        let dom = self.dom();
        let short = short_name(named);
        let attributes = [
            &format!("{attribute}.{named}"),
            &format!("{attribute}.{short}"),
            attribute,
        ];
        let (element, binding) = self.bound(target, &attributes)?;
        let boxed = form::is_control(dom, target) && form::takes_text(dom, target);
        let value = boxed.then(|| self.value(target));
        let payload = Payload {
            key: Some(key.to_owned()),
            value,
            ..Payload::default()
        };
        Some(self.event(element, &binding, payload, None))
    }
}

/// The name of a key in an attribute.
fn long_name(key: &str) -> String {
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
