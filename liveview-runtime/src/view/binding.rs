//! Builds bindings from a handler's name and typed arguments. The inverse of decoding an event.

use super::Binding;

/// A binding in the making: the name, then one argument after another.
#[derive(Debug)]
pub struct BindingWriter {
    name: &'static str,
    /// When it is sent, in front of it; empty for at once.
    timing: String,
    arguments: String,
}

impl BindingWriter {
    /// A binding to the handler of that name.
    pub fn new(name: &'static str) -> Self {
        BindingWriter {
            name,
            timing: String::new(),
            arguments: String::new(),
        }
    }

    /// Sent after so many milliseconds of quiet, unless the element says otherwise.
    pub fn debounced(mut self, milliseconds: u32) -> Self {
        self.timing = format!("debounce={milliseconds} ");
        self
    }

    /// Sent at most once in so many milliseconds, unless the element says otherwise.
    pub fn throttled(mut self, milliseconds: u32) -> Self {
        self.timing = format!("throttle={milliseconds} ");
        self
    }

    /// Adds the next argument, in the encoding of its type.
    pub fn argument<T: ?Sized>(mut self, encode: fn(&T, &mut String), value: &T) -> Self {
        self.arguments.push(',');
        encode(value, &mut self.arguments);
        self
    }

    /// The binding: the bare name where there are no arguments.
    pub fn finish(self) -> Binding {
        let BindingWriter {
            name,
            timing,
            arguments,
        } = self;
        if arguments.is_empty() {
            return Binding::from_text(timing + name);
        }
        Binding::from_text(format!("{timing}[\"{name}\"{arguments}]"))
    }
}
