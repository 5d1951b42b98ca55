//! The laws of HTML and of bindings, one function each, every mistake pooled. Changes nothing.

use super::ast::{Element, Node, Template};
use super::namespace::Namespace;
use crate::diagnostics::{Area, Diagnostics};

mod addresses;
mod aria;
pub(super) mod attributes;
mod code;
mod content;
mod counts;
mod document;
pub mod events;
mod foreign;
mod ids;
mod ignored;
pub mod lints;
mod names;
mod nesting;
mod parts;
mod places;
mod raw;
pub mod roots;
mod rows;
mod templates;
mod values;

/// A law about a node, in its place.
type NodeLaw = fn(&Node, &Place<'_, '_>, &mut Diagnostics);

/// A law about an element, in its place.
type ElementLaw = fn(&Element, &Place<'_, '_>, &mut Diagnostics);

/// A law about a whole template.
type TemplateLaw = fn(&Template, &mut Diagnostics);

/// Laws with their names, so that a mistake can say which it broke.
macro_rules! laws {
    ($($room:ident::$law:ident,)*) => {
        &[$((stringify!($law), $room::$law)),*]
    };
}

const NODE_LAWS: &[(&str, NodeLaw)] = laws![
    document::doctype_stands_first,
    content::comments_keep_no_slot,
    content::raw_elements_keep_no_slot,
    content::some_elements_hold_text_alone,
    content::frames_hold_nothing,
    content::one_fragment_is_rendered,
    places::parents_hold_no_text,
    templates::inert_parts_are_of_one_kind,
    raw::raw_html_stands_alone,
    rows::rows_are_keyed_elements,
];

/// Laws about elements of every vocabulary.
const ELEMENT_LAWS: &[(&str, ElementLaw)] = laws![
    names::attributes_are_lower_case,
    names::attributes_are_known,
    attributes::names_are_unique,
    attributes::styles_are_properties,
    attributes::classes_are_a_text,
    attributes::style_values_are_one_value,
    attributes::tokens_and_properties_have_values,
    attributes::some_attributes_keep_no_slot,
    attributes::some_elements_take_no_spread,
    addresses::addresses_run_no_program,
    aria::states_and_properties_exist,
    aria::values_fit_their_property,
    aria::roles_exist,
    values::ids_are_one_word,
    places::parents_hold_their_children,
    nesting::some_elements_do_not_nest,
    nesting::scripts_stand_outside_blocks,
    code::code_lives_in_files,
    code::code_ends_at_its_close_tag,
    ignored::nothing_is_written_where_it_is_ignored,
];

/// Laws about elements of HTML.
const HTML_LAWS: &[(&str, ElementLaw)] = laws![
    document::the_document_is_not_ours,
    document::some_elements_are_not_offered,
    names::tags_are_lower_case,
    names::tags_are_known,
    names::obsolete_tags_have_successors,
    foreign::foreign_names_stand_in_their_drawing,
    attributes::values_stand_where_html_has_them,
    values::keywords_are_of_their_set,
    values::numbers_are_whole,
    values::switches_have_no_value,
    templates::shadow_roots_are_attached_by_code,
    places::elements_stand_in_their_parents,
    places::areas_stand_in_maps,
    parts::pictures_have_an_image,
    parts::some_parts_are_one,
    parts::some_elements_stand_first,
    parts::sources_are_looked_at,
    parts::some_attributes_must_be_there,
    nesting::paragraphs_hold_no_blocks,
    nesting::headings_do_not_nest,
    nesting::links_and_buttons_hold_no_controls,
    nesting::noscripts_do_not_nest,
    lints::missing_alt,
    lints::missing_label,
    lints::positive_tabindex,
    lints::click_without_button,
    lints::button_submits,
    parts::missing_part,
    parts::part_order,
];

/// Laws about elements of SVG and MathML.
const FOREIGN_LAWS: &[(&str, ElementLaw)] = laws![
    foreign::drawings_hold_their_own,
    foreign::foreign_code_is_plain,
];

const TEMPLATE_LAWS: &[(&str, TemplateLaw)] = laws![
    ids::ids_are_unique,
    roots::roots_stand_in_one_place,
    lints::lints_exist,
];

/// The names of all laws about nodes, elements and templates; bindings have laws of their own.
pub fn laws() -> Vec<&'static str> {
    let nodes = NODE_LAWS.iter().map(|(name, _)| *name);
    let elements = [ELEMENT_LAWS, HTML_LAWS, FOREIGN_LAWS];
    let elements = elements.into_iter().flatten().map(|(name, _)| *name);
    let templates = TEMPLATE_LAWS.iter().map(|(name, _)| *name);
    nodes.chain(elements).chain(templates).collect()
}

/// Holds every law against a template.
pub fn check(template: &Template, diagnostics: &mut Diagnostics) {
    let mut walk = Walk {
        template,
        top: Namespace::of_top(&template.nodes),
        ancestors: Vec::new(),
        diagnostics,
    };
    walk.nodes(&template.nodes);
    for (name, law) in TEMPLATE_LAWS {
        diagnostics.under(name);
        law(template, diagnostics);
    }
    diagnostics.under("");
    counts::check(template, diagnostics);
    let allowed = template.allowed.iter().map(|name| name.text.as_str());
    diagnostics.allow(&allowed.collect::<Vec<_>>());
}

/// What a node stands in, elements and blocks, outermost first.
#[derive(Debug, Clone, Copy)]
enum Ancestor<'t> {
    /// An element, and whose elements stand in it.
    Element(&'t Element, Namespace),
    /// Something that may be shown or not, or several times.
    Block,
    /// A component: what it puts around its content is not seen here; whose elements stand there, they say themselves.
    Border(Namespace),
}

/// Where a node stands.
struct Place<'t, 'p> {
    template: &'t Template,
    /// Whose elements stand at the top.
    top: Namespace,
    ancestors: &'p [Ancestor<'t>],
    /// The nodes beside it, itself among them.
    siblings: &'t [Node],
}

impl<'t> Place<'t, '_> {
    /// The elements around, innermost first; blocks and components are no barrier.
    fn elements(&self) -> impl Iterator<Item = &'t Element> {
        self.ancestors
            .iter()
            .rev()
            .filter_map(|ancestor| match ancestor {
                Ancestor::Element(element, _) => Some(*element),
                Ancestor::Block | Ancestor::Border(_) => None,
            })
    }

    /// The tags of the elements around, innermost first.
    fn tags(&self) -> impl Iterator<Item = &'t str> {
        self.elements().map(|element| element.name.text.as_str())
    }

    /// The tag of the element around; nothing where the template does not say.
    fn parent(&self) -> Option<&'t str> {
        let mut around = self.ancestors.iter().rev();
        match around.find(|ancestor| !matches!(ancestor, Ancestor::Block))? {
            Ancestor::Element(element, _) => Some(&element.name.text),
            Ancestor::Block | Ancestor::Border(_) => None,
        }
    }

    /// Whose elements stand here.
    fn namespace(&self) -> Namespace {
        let inside = self
            .ancestors
            .iter()
            .rev()
            .find_map(|ancestor| match ancestor {
                Ancestor::Element(_, inside) | Ancestor::Border(inside) => Some(*inside),
                Ancestor::Block => None,
            });
        inside.unwrap_or(self.top)
    }

    /// Whose an element is that stands here.
    fn namespace_of(&self, element: &Element) -> Namespace {
        let is_at_top = self.parent().is_none();
        self.namespace().of(&element.name.text, is_at_top)
    }

    fn is_in_block(&self) -> bool {
        self.ancestors
            .iter()
            .any(|ancestor| !matches!(ancestor, Ancestor::Element(..)))
    }
}

struct Walk<'t, 'd> {
    template: &'t Template,
    top: Namespace,
    ancestors: Vec<Ancestor<'t>>,
    diagnostics: &'d mut Diagnostics,
}

impl<'t> Walk<'t, '_> {
    fn nodes(&mut self, nodes: &'t [Node]) {
        for node in nodes {
            let place = Place {
                template: self.template,
                top: self.top,
                ancestors: &self.ancestors,
                siblings: nodes,
            };
            for (name, law) in NODE_LAWS {
                self.diagnostics.under(name);
                law(node, &place, self.diagnostics);
            }
            if let Node::Element(element) = node {
                let namespace = place.namespace_of(element);
                let own = match namespace {
                    Namespace::Html => HTML_LAWS,
                    Namespace::Svg | Namespace::Math => FOREIGN_LAWS,
                };
                for (name, law) in ELEMENT_LAWS.iter().chain(own) {
                    self.diagnostics.under(name);
                    law(element, &place, self.diagnostics);
                }
                self.diagnostics.under("");
                events::check(element, self.template.handlers.as_ref(), self.diagnostics);
                let inside = Ancestor::Element(element, namespace.inside(element));
                self.inside(inside, &element.children);
            }
            for body in node.bodies() {
                self.inside(Ancestor::Block, &body.nodes);
            }
            if let Node::Component(component) = node {
                for body in component.bodies() {
                    let border = Ancestor::Border(Namespace::of_top(&body.nodes));
                    self.inside(border, &body.nodes);
                }
            }
        }
    }

    fn inside(&mut self, ancestor: Ancestor<'t>, nodes: &'t [Node]) {
        self.ancestors.push(ancestor);
        self.nodes(nodes);
        self.ancestors.pop();
    }
}

/// Whether a node shows nothing in any case: white space, a comment, a `@let`.
pub(crate) fn is_invisible(node: &Node) -> bool {
    match node {
        Node::Text(text) => !text.quoted && text.value.trim_ascii().is_empty(),
        Node::Comment(_) | Node::Let(_) | Node::Refused(_) => true,
        _ => false,
    }
}

/// The tokens to point at when a node is wrong where it stands.
fn area(node: &Node) -> Option<Area> {
    Some(match node {
        Node::Text(text) => text.area,
        Node::Expression(expression) | Node::Render(expression) | Node::Html(expression) => {
            expression.span.into()
        }
        Node::Element(element) => element.name.area,
        Node::Component(component) => component.name.area,
        Node::Doctype(area) => *area,
        Node::If(block) => block.span.into(),
        Node::Match(block) => block.span.into(),
        Node::For(block) => block.span.into(),
        Node::Let(binding) => binding.span.into(),
        Node::Comment(_) | Node::Refused(_) => return None,
    })
}

/// Tags for people: `<a>`, `<b>`, `<c>`.
fn listed(tags: &[&str]) -> String {
    let names: Vec<String> = tags.iter().map(|tag| format!("`<{tag}>`")).collect();
    names.join(", ")
}
