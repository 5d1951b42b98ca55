//! `{..attributes}`: one slot behind all of the element's own attributes. Writes nothing else.

use super::builder::Builder;
use crate::html::ast::{Element, Expression};
use crate::html::check::events;
use crate::html::plan::{Action, Host, Kind, Step};

impl<'t> Builder<'_, 't> {
    /// Lowers the spread; `fixed` are the attributes of the element that never change, among them those that are ours.
    ///
    /// The element's classes come last of its own, and their attribute stays open: the slot writes its classes behind
    /// them and closes it.
    pub(super) fn spread(
        &mut self,
        element: &'t Element,
        attributes: &Expression,
        path: &[Step],
        fixed: &mut Vec<(String, String)>,
    ) {
        let written = element
            .attributes
            .iter()
            .map(|attribute| &attribute.name.text);
        let added = fixed
            .iter()
            .map(|(name, _)| name)
            .filter(|name| element.attribute(name).is_none());
        let (classes, own): (Vec<_>, Vec<_>) = written
            .chain(added)
            .map(String::as_str)
            .filter(|name| !name.starts_with("style:"))
            .partition(|name| *name == "class" || name.starts_with("class:"));
        let has_class = !classes.is_empty();
        let mut own: Vec<String> = own.into_iter().map(str::to_owned).collect();
        if shows_fields(element) && !own.iter().any(|name| events::is_submit(name)) {
            own.push("dj-submit".to_owned());
        }
        if has_class {
            fixed.extend(self.classes(element, path));
        }
        self.named_slot(Kind::Attributes, path, "");
        let host = Host {
            tag: element.name.text.clone(),
            own,
            has_class,
        };
        self.act(Action::Spread(attributes.clone(), host));
    }
}

/// Whether it is a form whose `method` may put its fields into the address, so that it takes no `dj-submit` of a caller.
fn shows_fields(element: &Element) -> bool {
    let method = element.attribute("method").map(|method| &method.value);
    element.name.text == "form" && method.is_some_and(|method| !events::keeps_fields_hidden(method))
}
