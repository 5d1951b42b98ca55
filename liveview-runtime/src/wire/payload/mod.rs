//! What an event carries besides its name: call arguments and what the browser says. Plain borrowed data; knows no view.
//!
//! Everything in here is a client's word. It is bounded when it is read ([`Payload::read`]) and looked up in plain
//! vectors, so that no map hashes a key that a client chose.

mod read;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use serde_json::value::RawValue;

pub use read::PayloadError;
pub(super) use read::{Data, Text};

/// What one event carries. Borrows from the frame it came in.
#[derive(Debug, Default, Clone)]
pub struct Payload<'a> {
    /// The call arguments, each as the JSON it was sent as.
    pub arguments: Vec<&'a RawValue>,
    /// `v`: the value of the control.
    pub value: Option<Cow<'a, str>>,
    /// `c`: whether the checkbox or radio is checked.
    pub checked: Option<bool>,
    /// `f`: the fields of the form, in order, repeated names kept.
    pub form: Option<Vec<(Cow<'a, str>, Cow<'a, str>)>>,
    /// `k`: the key that was pressed.
    pub key: Option<Cow<'a, str>>,
    /// `d`: the `dj-value-*` attributes of the element.
    pub data: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// `m`: what the event says of itself, such as where the pointer is, each as text.
    pub measures: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// `t`: the name of the field that the person edited.
    pub target: Option<Cow<'a, str>>,
    /// `s`: the name of the button that submitted the form.
    pub submitter: Option<Cow<'a, str>>,
    taken: usize,
}

impl<'a> Payload<'a> {
    /// A payload that holds these form fields and nothing else.
    pub fn of_fields(fields: Vec<(Cow<'a, str>, Cow<'a, str>)>) -> Self {
        Payload {
            form: Some(fields),
            ..Payload::default()
        }
    }

    /// The next call argument nobody has taken yet.
    pub fn next_argument(&mut self) -> Option<&'a RawValue> {
        let argument = self.arguments.get(self.taken).copied()?;
        self.taken += 1;
        Some(argument)
    }

    /// How many call arguments were taken, and how many there were.
    pub fn arguments_taken(&self) -> (usize, usize) {
        (self.taken, self.arguments.len())
    }

    /// The value of that name: a `dj-value-*`, else what the event supplies, else a field of the form (the last of
    /// that name, as a checkbox behind a hidden field of its name expects).
    pub fn text(&self, name: &str) -> Option<&str> {
        let field = || self.form.as_deref().and_then(|form| find_last(form, name));
        find_last(&self.data, name)
            .or_else(|| self.supplied(name))
            .or_else(field)
    }

    /// All values of that name: the `dj-value-*`, else what the event supplies, else the fields of the form, whose
    /// name may end in `[]`.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        if let Some(text) = find_last(&self.data, name).or_else(|| self.supplied(name)) {
            return vec![text];
        }
        let fields = self.form.as_deref().unwrap_or_default().iter();
        fields
            .filter(|(field, _)| field.strip_suffix("[]").unwrap_or(field) == name)
            .map(|(_, value)| value.as_ref())
            .collect()
    }

    fn supplied(&self, name: &str) -> Option<&str> {
        match name {
            "value" => self.value.as_deref(),
            "checked" => self
                .checked
                .map(|checked| if checked { "true" } else { "false" }),
            "key" => self.key.as_deref(),
            "_target" => self.target.as_deref(),
            "_submitter" => self.submitter.as_deref(),
            name => find_last(&self.measures, name),
        }
    }
}

fn find_last<'p>(pairs: &'p [(Cow<'_, str>, Cow<'_, str>)], name: &str) -> Option<&'p str> {
    let mut backwards = pairs.iter().rev();
    let found = backwards.find(|(field, _)| field == name);
    found.map(|(_, value)| value.as_ref())
}
