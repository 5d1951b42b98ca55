//! What a frame has a browser do besides its patch. Reads and checks it; does none of it.

use serde_json::Value;

use super::template::array;

/// One thing that a browser was told to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Run these commands, as JSON.
    Commands(String),
    /// Tell whoever listens of an event of the app's.
    Event {
        /// Its name.
        name: String,
        /// What it carries.
        value: Value,
    },
    /// Reply to whoever has called.
    Reply {
        /// The number of the event.
        reference: u64,
        /// What the handler has answered.
        value: Value,
    },
}

/// `[["c", commands] | ["e", name, value] | ["r", ref, value], …]`
pub(super) fn told(effects: Option<&Value>) -> Result<Vec<Told>, String> {
    let Some(effects) = effects else {
        return Ok(Vec::new());
    };
    array(effects, "a list of effects")?
        .iter()
        .map(|effect| read(effect).ok_or_else(|| format!("not an effect: {effect}")))
        .collect()
}

fn read(effect: &Value) -> Option<Told> {
    match effect.as_array()?.as_slice() {
        [sign, Value::Array(commands)] if sign == "c" && commands.iter().all(is_command) => {
            Some(Told::Commands(effect[1].to_string()))
        }
        [sign, Value::String(name), value] if sign == "e" => Some(Told::Event {
            name: name.clone(),
            value: value.clone(),
        }),
        [sign, reference, value] if sign == "r" => Some(Told::Reply {
            reference: reference.as_u64()?,
            value: value.clone(),
        }),
        _ => None,
    }
}

/// `[op, target, …arguments]`
fn is_command(command: &Value) -> bool {
    let Some([Value::String(_), target, ..]) = command.as_array().map(Vec::as_slice) else {
        return false;
    };
    match target {
        Value::Number(number) => number.as_u64() == Some(0),
        Value::String(_) => true,
        Value::Array(scope) => matches!(
            scope.as_slice(),
            [Value::String(scope), Value::String(_)] if scope == "inner" || scope == "closest"
        ),
        _ => false,
    }
}
