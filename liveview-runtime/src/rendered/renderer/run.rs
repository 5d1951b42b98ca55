//! Runs: text of several pieces that is one value. Joins them, then puts them as any other value.
//!
//! On a page the pieces go straight behind the markup, unescaped; only a run that needs escaping is taken back.

use super::scalar::Target;
use super::{Mode, Renderer};
use crate::rendered::show::Scalar;
use crate::rendered::url::Address;

#[doc(hidden)]
impl Renderer<'_> {
    /// Begins a run.
    #[inline]
    pub fn begin(&mut self) {
        self.run_start = self.scratch.html.len();
        self.scratch.run.clear();
    }

    /// A piece that never changes, unescaped.
    #[inline]
    pub fn literal(&mut self, text: &'static str) {
        self.run().push_str(text);
    }

    /// A piece that may change.
    #[inline]
    pub fn piece(&mut self, value: Scalar<'_>) {
        match value {
            Scalar::Text(text) => self.text_piece(text),
            Scalar::Unsigned(number) => self.unsigned_piece(number),
            value => value.append_to(self.run()),
        }
    }

    /// Ends a run that is a text.
    pub fn end_text(&mut self) {
        self.put_run(Target::Text);
    }

    /// Ends a run that is an attribute.
    pub fn end_attribute(&mut self, name: &'static str) {
        self.put_run(Target::Attribute(name));
    }

    /// Ends a run that holds addresses.
    pub fn end_url(&mut self, address: Address) {
        self.put_run(Target::Url(address));
    }

    /// Ends a run that is a property.
    pub fn end_property(&mut self, name: &'static str) {
        self.put_run(Target::Property(name));
    }

    /// Ends a run that is class tokens.
    pub fn end_classes(&mut self) {
        self.put_run(Target::Classes);
    }

    /// Ends a run that is a style property.
    pub fn end_style(&mut self, name: &'static str) {
        self.put_run(Target::Style(name));
    }
}

impl Renderer<'_> {
    fn text_piece(&mut self, text: &str) {
        self.run().push_str(text);
    }

    fn unsigned_piece(&mut self, number: u64) {
        self.run().push_str(itoa::Buffer::new().format(number));
    }

    /// Where the run is joined.
    #[inline]
    fn run(&mut self) -> &mut String {
        if self.mode == Mode::Page {
            &mut self.scratch.html
        } else {
            &mut self.scratch.run
        }
    }
}
