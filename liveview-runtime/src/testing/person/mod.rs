//! What a person does to a page, as the events a browser would send. Refuses what a person could not do; sends nothing itself.

mod event;
mod form;
mod hearing;
mod keys;
mod payload;
#[cfg(test)]
mod tests;

use super::dom::{Dom, NodeId, Selector};
use super::model::Client;
pub(super) use event::Event;
use hearing::Said;

/// A page, and the person before it.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) client: Client,
    /// The control that has the focus, and whether its value was changed since it got it.
    focus: Option<Focus>,
}

#[derive(Debug, Clone)]
struct Focus {
    control: NodeId,
    edited: bool,
    /// The binding that heard of the edit: `change` does not say to it again what `input` said.
    said: Option<String>,
}

impl Person {
    pub(super) fn new(client: Client) -> Self {
        Self {
            client,
            focus: None,
        }
    }

    pub(super) fn dom(&self) -> &Dom {
        self.client.dom()
    }

    /// The one element that a selector names.
    pub(super) fn one(&self, selector: &str) -> Result<NodeId, String> {
        let found = self.all(selector)?;
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(format!(
                "nothing matches `{selector}`. The page shows:\n{}",
                self.shown()
            )),
            many => {
                let many: Vec<String> = many
                    .iter()
                    .map(|&node| format!("\n  {}", self.name(node)))
                    .collect();
                Err(format!(
                    "`{selector}` matches {} elements, so which one is meant?{}",
                    many.len(),
                    many.concat()
                ))
            }
        }
    }

    pub(super) fn all(&self, selector: &str) -> Result<Vec<NodeId>, String> {
        let selector = Selector::parse(selector)?;
        Ok(selector.find(self.dom(), self.client.root(0)))
    }

    /// Presses and releases the button of the mouse over an element.
    pub(super) fn click(&mut self, selector: &str) -> Result<Vec<Event>, String> {
        let target = self.reachable(selector)?;
        let mut events = self.leave(Some(target));
        if matches!(
            self.dom().tag(target),
            "input" | "textarea" | "select" | "button"
        ) {
            self.focus = Some(Focus {
                control: target,
                edited: false,
                said: None,
            });
        }
        let target = self.labelled(target);
        let before = events.len();
        self.activate(target, &mut events)?;
        if events.len() == before && !form::is_control(self.dom(), target) {
            return Err(format!(
                "nothing answers a click on {}: neither it nor what it stands in has `dj-click`",
                self.name(target)
            ));
        }
        Ok(events)
    }

    /// Replaces the content of a field by typing.
    pub(super) fn type_text(&mut self, selector: &str, text: &str) -> Result<Vec<Event>, String> {
        let control = self.reachable(selector)?;
        if !form::takes_text(self.dom(), control) {
            return Err(format!("nobody can type into {}", self.name(control)));
        }
        if self.dom().attribute(control, "readonly").is_some() {
            return Err(format!("{} is readonly", self.name(control)));
        }
        let mut events = self.leave(Some(control));
        self.set(control, |person| person.value = Some(text.to_owned()));
        self.focus = Some(Focus {
            control,
            edited: true,
            said: self
                .heard(control, &Said::plain("input"))
                .map(|(_, binding)| binding),
        });
        events.extend(self.modelled(control, false));
        events.extend(self.edited(control, "input"));
        Ok(events)
    }

    /// Chooses an option of a `select`, by its value or by what it shows.
    pub(super) fn choose(&mut self, selector: &str, option: &str) -> Result<Vec<Event>, String> {
        let control = self.reachable(selector)?;
        let offered = form::options(self.dom(), control);
        let Some(chosen) = offered
            .iter()
            .find(|known| known.value == option || known.text == option)
        else {
            let offered: Vec<&str> = offered.iter().map(|known| known.value.as_str()).collect();
            return Err(format!(
                "{} offers {offered:?}, not `{option}`",
                self.name(control)
            ));
        };
        if chosen.disabled {
            return Err(format!("the option `{option}` is disabled"));
        }
        let value = chosen.value.clone();
        let mut events = self.leave(Some(control));
        self.set(control, |person| person.value = Some(value));
        self.focus = Some(Focus {
            control,
            edited: false,
            said: None,
        });
        events.extend(self.modelled(control, false));
        events.extend(self.changed(control));
        Ok(events)
    }

    /// Submits a form as Enter in one of its fields does: by its first button.
    pub(super) fn submit(&mut self, selector: &str) -> Result<Vec<Event>, String> {
        let form = self.one(selector)?;
        if self.dom().tag(form) != "form" {
            return Err(format!("{} is no form", self.name(form)));
        }
        let mut events = self.leave(None);
        match form::default_button(self.dom(), form) {
            Some(button) if form::is_disabled(self.dom(), button) => {
                return Err(format!(
                    "the form's button {} is disabled",
                    self.name(button)
                ));
            }
            Some(button) => self.activate(button, &mut events)?,
            None => events.push(self.submission(form, None)?),
        }
        Ok(events)
    }

    /// Leaves the control that has the focus, for another or for none.
    pub(super) fn leave(&mut self, next: Option<NodeId>) -> Vec<Event> {
        let Some(focus) = self.focus.take_if(|focus| Some(focus.control) != next) else {
            return Vec::new();
        };
        let bound = self.heard(focus.control, &Said::plain("change"));
        let model = focus
            .edited
            .then(|| self.modelled(focus.control, true))
            .flatten();
        let is_news = focus.edited && bound.map(|(_, binding)| binding) != focus.said;
        let events = is_news
            .then(|| self.edited(focus.control, "change"))
            .flatten();
        self.set(focus.control, |person| {
            if std::mem::take(&mut person.overruled) {
                (person.value, person.checked) = (None, None);
            }
        });
        model.into_iter().chain(events).collect()
    }

    /// The server has handled an event: its value stands in fields that it has a say in, unless the person is in them.
    pub(super) fn settle(&mut self, event: &Event) {
        if let Some(control) = event
            .control
            .filter(|&control| self.client.is_controlled(control))
        {
            self.overrule(control);
        }
        let Some(form) = event
            .form
            .filter(|&form| self.dom().attribute(form, "dj-keep").is_none())
        else {
            return;
        };
        for control in form::controls(self.dom(), form) {
            self.set(control, |person| *person = super::dom::Person::default());
        }
    }

    /// What a control holds now.
    pub(super) fn value(&self, control: NodeId) -> String {
        form::value(self.dom(), control)
    }

    pub(super) fn is_checked(&self, control: NodeId) -> bool {
        form::is_checked(self.dom(), control)
    }

    /// An element as a message shows it: its tag, without what stands inside.
    pub(super) fn name(&self, node: NodeId) -> String {
        let html = self.dom().outer_html(node);
        let end = html.find('>').map_or(html.len(), |end| end + 1);
        html[..end].to_owned()
    }

    pub(super) fn shown(&self) -> String {
        let html = self.dom().inner_html(self.client.root(0));
        match html.char_indices().nth(2_000) {
            Some((end, _)) => format!("{}…", &html[..end]),
            None => html,
        }
    }

    /// The one element, if a person could get at it.
    fn reachable(&self, selector: &str) -> Result<NodeId, String> {
        let dom = self.dom();
        let target = self.one(selector)?;
        let hidden = std::iter::once(target).chain(dom.ancestors(target));
        if let Some(hidden) = hidden.into_iter().find(|&node| {
            // What is cloaked is shown as soon as the view lives.
            let is_cloaked = dom.attribute(node, "dj-cloak").is_some();
            dom.attribute(node, "hidden").is_some() && !is_cloaked
        }) {
            return Err(format!(
                "{} cannot be seen: {} is hidden",
                self.name(target),
                self.name(hidden)
            ));
        }
        if dom.tag(target) == "input" && dom.attribute(target, "type") == Some("hidden") {
            return Err(format!("{} cannot be seen", self.name(target)));
        }
        match form::is_disabled(dom, target) {
            true => Err(format!("{} is disabled", self.name(target))),
            false => Ok(target),
        }
    }

    /// A label's click is its control's.
    fn labelled(&self, target: NodeId) -> NodeId {
        let dom = self.dom();
        let mut around = std::iter::once(target).chain(dom.ancestors(target));
        if form::is_control(dom, target) {
            return target;
        }
        let Some(label) = around.find(|&node| dom.tag(node) == "label") else {
            return target;
        };
        let inside = || {
            dom.descendants(label)
                .into_iter()
                .find(|&node| form::is_control(dom, node))
        };
        let named = dom.attribute(label, "for").and_then(|id| {
            let all = dom.descendants(self.client.document());
            all.into_iter()
                .find(|&node| dom.attribute(node, "id") == Some(id))
        });
        named.or_else(inside).unwrap_or(target)
    }

    fn overrule(&mut self, control: NodeId) {
        let focused = self
            .focus
            .as_ref()
            .is_some_and(|focus| focus.control == control)
            && form::takes_text(self.dom(), control);
        self.set(control, |person| match focused {
            true => person.overruled = true,
            false => *person = super::dom::Person::default(),
        });
    }

    fn set(&mut self, control: NodeId, change: impl FnOnce(&mut super::dom::Person)) {
        if let Some(element) = self.client.dom_mut().element_mut(control) {
            change(&mut element.person);
        }
    }
}
