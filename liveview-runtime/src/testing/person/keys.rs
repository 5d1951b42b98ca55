//! Keys: what listens to them, and Enter in a field, which submits. Knows keys by the names browsers give them, `ctrl+` and the like in front.

use super::hearing::{Said, long_name};
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
        let down = Said::pressing("keydown", key);
        events.extend(self.pressed(target, down.clone()));
        let submits = down.key.as_deref() == Some("Enter")
            && form::takes_text(self.dom(), target)
            && self.dom().tag(target) == "input";
        if submits && let Some(owner) = form::owner(self.dom(), target) {
            match form::default_button(self.dom(), owner) {
                Some(button) if form::is_disabled(self.dom(), button) => {}
                Some(button) => self.activate(button, &mut events)?,
                None => events.extend(self.submission(owner, None).ok()),
            }
        }
        events.extend(self.pressed(target, Said::pressing("keyup", key)));
        if events.len() == before {
            let name = self.name(target);
            let named = long_name(down.key.as_deref().unwrap_or_default());
            return Err(format!(
                "nothing answers the key {key} on {name}: no `dj-keydown`, no `dj-keyup.{named}`"
            ));
        }
        Ok(events)
    }

    fn pressed(&self, target: super::NodeId, said: Said) -> Option<Event> {
        let dom = self.dom();
        let (element, binding) = self.heard(target, &said)?;
        let boxed = form::is_control(dom, target) && form::takes_text(dom, target);
        let value = boxed.then(|| self.value(target));
        let payload = Payload {
            key: said.key,
            measures: said.measures,
            value,
            ..Payload::default()
        };
        Some(self.event(element, &binding, payload, None))
    }
}
