//! One place whose value changes: what it is, and where it stands. Reads what the macro wrote; holds no value.

use super::Template;

/// One place whose value changes.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    /// What is written there.
    pub kind: Kind,
    /// Where at the element of its path.
    pub place: Place,
    /// The tag of that element; none for the top level, and for an element that another fragment brings.
    pub tag: Option<&'static str>,
    /// The attribute, property, style property or class token written; empty for the other kinds.
    pub name: &'static str,
    /// The template of every row, where a list has one for all.
    pub row: Option<&'static Template>,
    path: &'static str,
}

/// What a slot's value is, and how the browser writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `T`: the whole content of an element is one text.
    SoleText,
    /// `t`: a text between elements.
    Text,
    /// `a`: an attribute.
    Attribute,
    /// `A`: attributes as a value, by their names.
    Attributes,
    /// `s`: one style property, written through the CSSOM.
    Style,
    /// `c`: the server's class tokens.
    Classes,
    /// `C`: one class token, there or not.
    Class,
    /// `p`: a live property, such as `value` or `checked`.
    Property,
    /// `o`: one of several fragments, or none.
    OneOf,
    /// `l`: a list whose rows all have one template; `m`: a list whose rows may differ in theirs.
    List,
    /// `k`: a fragment that is a value: a component, or what `@render` shows.
    Component,
    /// `h`: raw HTML, all that its element holds.
    Html,
}

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The element with this index among the element children.
    Element(u16),
    /// The element with this index among those behind the end of a range, named by its slot.
    After {
        /// The slot whose range stands before.
        range: u16,
        /// The index behind it.
        element: u16,
    },
}

/// Where at the element of its path a slot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The slot is the element (attributes, properties), or its whole text.
    Element,
    /// A range that is the whole content of the element: no markers.
    Content,
    /// A range that is always exactly this one element: no markers.
    Only,
    /// A text, or a range between markers, behind this point.
    Behind(Point),
}

/// A point among the children of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Behind so many elements from the start.
    Start(u16),
    /// Behind so many elements from the end of a range, named by its slot.
    Range {
        /// The slot whose range stands before.
        range: u16,
        /// How many elements stand between.
        elements: u16,
    },
}

impl Slot {
    /// Reads an address: `path place tag name`, the tag `-` where there is none.
    ///
    /// A path is `/` alone, or steps with `/` before each; a step is `element` or `range+element`. A place is `=` the
    /// element, `*` its content, `!` only it, or a point written as a step.
    pub(super) fn read(kind: Kind, row: Option<&'static Template>, address: &'static str) -> Self {
        let mut fields = address.splitn(4, ' ');
        let mut field = || fields.next().unwrap_or_default();
        Slot {
            kind,
            path: field(),
            place: match field() {
                "=" => Place::Element,
                "*" => Place::Content,
                "!" => Place::Only,
                point => Place::Behind(Point::read(point)),
            },
            tag: Some(field()).filter(|tag| !matches!(*tag, "" | "-")),
            name: field(),
            row,
        }
    }

    /// The steps from the fragment's top level to the element the slot belongs to; none for the top level itself.
    pub fn path(&self) -> impl Iterator<Item = Step> + use<> {
        let steps = self.path.split('/').filter(|step| !step.is_empty());
        steps.map(|step| match Point::read(step) {
            Point::Start(element) => Step::Element(element),
            Point::Range { range, elements } => Step::After {
                range,
                element: elements,
            },
        })
    }
}

impl Point {
    fn read(point: &str) -> Self {
        let number = |digits: &str| digits.parse().expect("the macro writes numbers there");
        match point.split_once('+') {
            None => Point::Start(number(point)),
            Some((range, elements)) => Point::Range {
                range: number(range),
                elements: number(elements),
            },
        }
    }
}

/// The letter of a list whose rows all have one template.
pub(super) const SAME_ROWS: u8 = b'l';

impl Kind {
    pub(super) fn of(letter: u8) -> Self {
        match letter {
            b'T' => Kind::SoleText,
            b't' => Kind::Text,
            b'a' => Kind::Attribute,
            b'A' => Kind::Attributes,
            b's' => Kind::Style,
            b'c' => Kind::Classes,
            b'C' => Kind::Class,
            b'p' => Kind::Property,
            b'o' => Kind::OneOf,
            SAME_ROWS | b'm' => Kind::List,
            b'k' => Kind::Component,
            b'h' => Kind::Html,
            other => panic!("the macro writes no slot of kind {other}"),
        }
    }
}
