//! What an event carries besides its name, as the browser's client writes it. Decides nothing.

use serde_json::{Map, Value};

use crate::testing::dom::{Dom, NodeId};

/// The parts of a payload; what an event has not is left out.
#[derive(Debug, Default)]
pub(super) struct Payload {
    pub(super) value: Option<String>,
    pub(super) checked: Option<bool>,
    pub(super) form: Option<Vec<(String, String)>>,
    pub(super) key: Option<String>,
    pub(super) measures: Map<String, Value>,
    pub(super) target: Option<String>,
    pub(super) submitter: Option<String>,
    pub(super) data: Vec<(String, String)>,
}

impl Payload {
    /// Adds the `dj-value-*` attributes of the element that is bound.
    pub(super) fn with_data(mut self, dom: &Dom, element: NodeId) -> Self {
        let attributes = dom
            .element(element)
            .map(|element| element.attributes.as_slice())
            .unwrap_or_default();
        let data = attributes
            .iter()
            .filter_map(|(name, value)| Some((name.strip_prefix("dj-value-")?, value)));
        self.data = data
            .map(|(name, value)| (name.replace('-', "_"), value.clone()))
            .collect();
        self
    }

    /// The JSON object, or null if there is nothing to say.
    pub(super) fn into_json(self) -> Value {
        let mut object = Map::new();
        let text = |value: Option<String>| value.map(Value::from);
        let parts = [
            ("v", text(self.value)),
            ("c", self.checked.map(Value::from)),
            ("f", self.form.map(pairs)),
            ("k", text(self.key)),
            ("t", text(self.target)),
            ("s", text(self.submitter)),
        ];
        for (name, value) in parts {
            if let Some(value) = value {
                object.insert(name.to_owned(), value);
            }
        }
        if !self.measures.is_empty() {
            object.insert("m".to_owned(), Value::Object(self.measures));
        }
        if !self.data.is_empty() {
            let data = self
                .data
                .into_iter()
                .map(|(name, value)| (name, Value::from(value)));
            object.insert("d".to_owned(), Value::Object(data.collect()));
        }
        if object.is_empty() {
            Value::Null
        } else {
            Value::Object(object)
        }
    }
}

fn pairs(pairs: Vec<(String, String)>) -> Value {
    pairs
        .into_iter()
        .map(|(name, value)| Value::from(vec![name, value]))
        .collect()
}
