//! One element: its tags around its content. Addresses nothing.

use super::builder::Builder;
use super::space::{self, Item};
use super::{Surroundings, escape};
use crate::html::ast::{Element, Expression, Node};
use crate::html::plan::{Action, Part, Step, Tree};
use crate::html::vocabulary;

impl<'t> Builder<'_, 't> {
    /// Lowers an element that stands at `path`.
    pub(super) fn element(
        &mut self,
        element: &'t Element,
        path: &[Step],
        outside: Surroundings<'t>,
    ) -> Tree {
        let tag = element.name.text.as_str();
        let namespace = outside.namespace.of(tag, outside.tag.is_empty());
        self.markup.push('<');
        self.markup.push_str(tag);
        let attributes = self.attributes(element, path);
        self.markup.push('>');
        let mut children = Vec::new();
        if vocabulary::is_code(tag) {
            children = self.code(element);
        } else if !vocabulary::is_void(tag) {
            let inside = Surroundings {
                tag,
                namespace: namespace.inside(element),
                keeps_space: outside.keeps_space || vocabulary::keeps_space(tag),
                // A link that stands in a drawing holds parts of it.
                question: outside.question.filter(|_| tag == "a"),
            };
            let items = space::settle(&element.children, inside, space::Edges::Tags);
            self.leading_newline(tag, &items);
            self.lowering.trail.enter(element);
            children = self.content(items, path, inside);
            self.lowering.trail.leave();
        }
        if !vocabulary::is_void(tag) {
            self.markup.push_str("</");
            self.markup.push_str(tag);
            self.markup.push('>');
        }
        Tree::Element {
            tag: format!("{}{tag}", namespace.prefix()),
            attributes,
            children,
        }
    }

    /// The parser drops a line feed right behind these tags, so one is given to it where the content may begin with one.
    fn leading_newline(&mut self, tag: &str, items: &[Item<'_>]) {
        let may_begin_so = match items.first() {
            Some(Item::Static(text)) => text.starts_with('\n'),
            Some(Item::Run(parts)) => match parts.first() {
                Some(Part::Text(text)) => text.starts_with('\n'),
                _ => true,
            },
            Some(Item::Element(_)) | None => false,
            Some(_) => true,
        };
        if vocabulary::keeps_space(tag) && may_begin_so {
            self.markup.push('\n');
        }
    }

    /// `script` and `style`: text that is not escaped. A brace group there was refused; rustc looks at it if it is Rust.
    fn code(&mut self, element: &Element) -> Vec<Tree> {
        let mut code = String::new();
        for node in &element.children {
            match node {
                Node::Text(text) => code.push_str(&text.value),
                Node::Expression(expression) if is_rust(expression) => {
                    self.act(Action::Touch(expression.clone()));
                }
                _ => {}
            }
        }
        self.markup.push_str(&code);
        if code.is_empty() {
            Vec::new()
        } else {
            vec![Tree::Text(code)]
        }
    }

    /// Writes an attribute that never changes.
    pub(super) fn static_attribute(&mut self, name: &str, value: &str) -> (String, String) {
        self.markup.push(' ');
        self.markup.push_str(name);
        if !value.is_empty() {
            self.markup.push_str("=\"");
            escape::attribute(value, &mut self.markup);
            self.markup.push('"');
        }
        (name.to_owned(), value.to_owned())
    }
}

fn is_rust(expression: &Expression) -> bool {
    syn::parse2::<syn::Expr>(expression.tokens.clone()).is_ok()
}
