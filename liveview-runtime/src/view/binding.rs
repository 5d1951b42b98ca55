//! Builds bindings from a handler's name and typed arguments. The inverse of decoding an event.

use super::Binding;

/// A binding in the making: the name, then one argument after another.
#[derive(Debug)]
pub struct BindingWriter {
    name: &'static str,
    arguments: String,
}

impl BindingWriter {
    /// A binding to the handler of that name.
    pub fn new(name: &'static str) -> Self {
        BindingWriter {
            name,
            arguments: String::new(),
        }
    }

    /// Adds the next argument, in the encoding of its type.
    pub fn argument<T: ?Sized>(mut self, encode: fn(&T, &mut String), value: &T) -> Self {
        self.arguments.push(',');
        encode(value, &mut self.arguments);
        self
    }

    /// The binding: the bare name where there are no arguments.
    pub fn finish(self) -> Binding {
        let BindingWriter { name, arguments } = self;
        if arguments.is_empty() {
            return Binding::from_text(name.to_owned());
        }
        Binding::from_text(format!("[\"{name}\"{arguments}]"))
    }
}
