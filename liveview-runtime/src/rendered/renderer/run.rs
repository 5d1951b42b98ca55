//! Runs: text of several pieces that is one value. Joins them, then puts them as any other value.

use super::Renderer;
use super::scalar::Target;
use crate::rendered::show::Scalar;

#[doc(hidden)]
impl Renderer<'_> {
    /// Begins a run.
    #[inline]
    pub fn begin(&mut self) {
        self.scratch.run.clear();
    }

    /// A piece that never changes, unescaped.
    #[inline]
    pub fn literal(&mut self, text: &'static str) {
        self.scratch.run.push_str(text);
    }

    /// A piece that may change.
    #[inline]
    pub fn piece(&mut self, value: Scalar<'_>) {
        value.append_to(&mut self.scratch.run);
    }

    /// Ends a run that is a text.
    pub fn end_text(&mut self) {
        self.end(Target::Text);
    }

    /// Ends a run that is an attribute.
    pub fn end_attribute(&mut self, name: &'static str) {
        self.end(Target::Attribute(name));
    }

    /// Ends a run that is an address.
    pub fn end_url(&mut self, name: &'static str) {
        self.end(Target::Url(name));
    }

    /// Ends a run that is a property.
    pub fn end_property(&mut self, name: &'static str) {
        self.end(Target::Property(name));
    }

    /// Ends a run that is class tokens.
    pub fn end_classes(&mut self) {
        self.end(Target::Classes);
    }

    /// Ends a run that is a style property.
    pub fn end_style(&mut self, name: &'static str) {
        self.end(Target::Style(name));
    }

    fn end(&mut self, target: Target) {
        let run = std::mem::take(&mut self.scratch.run);
        self.put(target, &run);
        self.scratch.run = run;
    }
}
