//! Runs: text of several pieces that is one value. Joins them, then puts them as any other value.
//!
//! On a page the pieces go straight behind the markup, unescaped; only a run that needs escaping is taken back.

use super::scalar::Target;
use super::{Mode, Renderer};
use crate::rendered::show::Scalar;
use crate::rendered::url::Address;

#[doc(hidden)]
impl Renderer<'_> {
    /// Begins a run behind this markup.
    pub fn begin(&mut self, markup: &'static str) {
        self.markup(markup);
        self.run_start = self.scratch.html.len();
        self.scratch.run.clear();
    }

    /// A piece that may change, behind one that never does; both unescaped.
    pub fn piece(&mut self, literal: &'static str, value: Scalar<'_>) {
        let run = self.run();
        run.push_str(literal);
        value.append_to(run);
    }

    /// Ends, behind a last piece that never changes, a run that is a text.
    pub fn end_text(&mut self, literal: &'static str) {
        self.end(literal, Target::Text);
    }

    /// Ends, behind a last piece that never changes, a run that is an attribute.
    pub fn end_attribute(&mut self, literal: &'static str, name: &'static str) {
        self.end(literal, Target::Attribute(name));
    }

    /// Ends, behind a last piece that never changes, a run that holds addresses.
    pub fn end_url(&mut self, literal: &'static str, address: Address) {
        self.end(literal, Target::Url(address));
    }

    /// Ends, behind a last piece that never changes, a run that is a property.
    pub fn end_property(&mut self, literal: &'static str, name: &'static str) {
        self.end(literal, Target::Property(name));
    }

    /// Ends, behind a last piece that never changes, a run that is class tokens.
    pub fn end_classes(&mut self, literal: &'static str) {
        self.end(literal, Target::Classes);
    }

    /// Ends, behind a last piece that never changes, a run that is a style property.
    pub fn end_style(&mut self, literal: &'static str, name: &'static str) {
        self.end(literal, Target::Style(name));
    }
}

impl Renderer<'_> {
    fn end(&mut self, literal: &'static str, target: Target) {
        self.run().push_str(literal);
        self.put_run(target);
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
