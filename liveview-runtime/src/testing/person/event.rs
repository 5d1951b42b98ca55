//! From what a person did to the event that a browser would send: which binding hears of it, and with what. Touches no field
//! but a box that is ticked.

use serde_json::{Value, json};

use super::hearing::Said;
use super::payload::Payload;
use super::{Person, form};
use crate::rendered::binding::taken_apart;
use crate::testing::dom::NodeId;

/// What a binding has for the server, without numbers.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::testing) struct Event {
    /// What follows the number in each frame: component, name, arguments, payload. One, unless the binding is of commands.
    frames: Vec<[Value; 4]>,
    /// The commands that the browser runs by itself.
    pub(in crate::testing) commands: Option<String>,
    /// The control whose value it carries.
    pub(in crate::testing) control: Option<NodeId>,
    /// The form that it submits.
    pub(in crate::testing) form: Option<NodeId>,
}

impl Person {
    /// What the browser does at a click, and the bindings that hear of it.
    pub(super) fn activate(
        &mut self,
        target: NodeId,
        events: &mut Vec<Event>,
    ) -> Result<(), String> {
        let kind = form::kind(self.dom(), target);
        if kind == "checkbox" {
            let checked = !self.is_checked(target);
            self.set(target, |person| person.checked = Some(checked));
        } else if kind == "radio" {
            for other in form::radio_group(self.dom(), target) {
                self.set(other, |person| person.checked = Some(other == target));
            }
        }
        let boxed = matches!(kind.as_str(), "checkbox" | "radio");
        let click = Said::plain("click");
        events.extend(self.heard(target, &click).map(|(element, binding)| {
            let payload = Payload {
                measures: click.measures,
                checked: boxed.then(|| self.is_checked(target)),
                ..Payload::default()
            };
            self.event(element, &binding, payload, boxed.then_some(target))
        }));
        if boxed {
            events.extend(self.modelled(target, false));
            events.extend(self.changed(target));
        }
        if kind == "submit"
            && let Some(form) = form::owner(self.dom(), target)
        {
            events.push(self.submission(form, Some(target))?);
        }
        Ok(())
    }

    pub(super) fn submission(
        &self,
        form: NodeId,
        submitter: Option<NodeId>,
    ) -> Result<Event, String> {
        let dom = self.dom();
        let validated = dom.attribute(form, "novalidate").is_none()
            && submitter.is_none_or(|button| dom.attribute(button, "formnovalidate").is_none());
        if validated && let Some(empty) = form::missing(dom, form) {
            return Err(format!(
                "{} is required and empty: the browser would not submit",
                self.name(empty)
            ));
        }
        let (element, binding) = self.heard(form, &Said::plain("submit")).ok_or_else(|| {
            format!(
                "nothing answers a submit of {}: it has no `dj-submit`",
                self.name(form)
            )
        })?;
        let name = submitter
            .and_then(|button| dom.attribute(button, "name"))
            .map(str::to_owned);
        let payload = Payload {
            form: Some(form::pairs(dom, form, submitter)),
            submitter: name,
            ..Payload::default()
        };
        Ok(Event {
            form: Some(form),
            ..self.event(element, &binding, payload, None)
        })
    }

    /// A box or a choice: `input` and `change` happen at once, and what listens to either hears it once.
    pub(super) fn changed(&self, control: NodeId) -> Option<Event> {
        self.edited(control, "input")
            .or_else(|| self.edited(control, "change"))
    }

    /// What `dj-model` of a control says of an edit, at once or when the control is left.
    pub(super) fn modelled(&self, control: NodeId, is_left: bool) -> Option<Event> {
        let dom = self.dom();
        let mut attributes = dom.element(control)?.attributes.iter();
        let (name, field) =
            attributes.find(|(name, _)| name == "dj-model" || name.starts_with("dj-model."))?;
        let waits = name == "dj-model.lazy" && form::takes_text(dom, control);
        if waits != is_left {
            return None;
        }
        let mut payload = self.content(control, control);
        if dom.attribute(control, "multiple").is_some() {
            let values = form::values(dom, control).into_iter();
            payload.form = Some(values.map(|value| (field.clone(), value)).collect());
        }
        let call = json!(["update_model", field]).to_string();
        Some(self.event(control, &call, payload, Some(control)))
    }

    /// The event of an edited control: of the control alone, or of the whole form if that is what listens.
    pub(super) fn edited(&self, control: NodeId, event: &str) -> Option<Event> {
        let (element, binding) = self.heard(control, &Said::plain(event))?;
        let payload = self.content(element, control);
        Some(self.event(element, &binding, payload, Some(control)))
    }

    pub(super) fn event(
        &self,
        element: NodeId,
        binding: &str,
        payload: Payload,
        control: Option<NodeId>,
    ) -> Event {
        let dom = self.dom();
        // Nobody waits here: what a handler's timing holds back goes at once.
        let (_, binding) = taken_apart(binding);
        let commands = binding.starts_with("[[").then(|| binding.to_owned());
        let mut around = std::iter::once(element).chain(dom.ancestors(element));
        let component = around.find_map(|node| dom.attribute(node, "dj-c"));
        let component = component.map_or(Value::from(0), Value::from);
        let payload = self.with_container(payload, element);
        let payload = payload.with_data(dom, element).into_json();
        let frame = |call| {
            let (name, arguments) = call_of(call);
            [component.clone(), name, arguments, payload.clone()]
        };
        Event {
            frames: calls(binding).into_iter().map(frame).collect(),
            commands,
            control,
            form: None,
        }
    }
}

impl Person {
    /// Adds the fields of the container that `dj-include` names.
    fn with_container(&self, mut payload: Payload, element: NodeId) -> Payload {
        let dom = self.dom();
        let named = dom.attribute(element, "dj-include");
        let found = named.and_then(|selector| self.all(selector).ok()?.first().copied());
        if let Some(container) = found {
            payload.form = Some(form::fields_in(dom, container));
        }
        payload
    }
}

/// What a binding calls: itself, or what its commands push.
fn calls(binding: &str) -> Vec<Value> {
    match serde_json::from_str::<Value>(binding) {
        Ok(Value::Array(items)) if items.first().is_some_and(Value::is_array) => {
            let pushed = items.iter().filter(|command| command[0] == "push");
            pushed.map(|command| command[2].clone()).collect()
        }
        Ok(Value::Array(call)) => vec![Value::Array(call)],
        _ => vec![Value::from(binding)],
    }
}

/// The name of a handler, and the arguments.
fn call_of(call: Value) -> (Value, Value) {
    match call.as_array().and_then(|call| call.split_first()) {
        Some((name, arguments)) => (name.clone(), Value::from(arguments)),
        None => (call, json!([])),
    }
}

impl Event {
    /// The frames, numbered from here.
    pub(in crate::testing) fn numbered(&self, first: u64) -> Vec<String> {
        let frames = (first..).zip(&self.frames);
        let text =
            |(number, [component, name, arguments, payload]): (u64, &[Value; 4])| match payload {
                Value::Null => json!([number, component, name, arguments]).to_string(),
                payload => json!([number, component, name, arguments, payload]).to_string(),
            };
        frames.map(text).collect()
    }
}
