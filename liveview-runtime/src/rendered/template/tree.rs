//! The tree that the browser builds, item by item. Reads what the macro wrote; builds nothing.

/// An item of the tree, which is read from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    /// `<tag`: an element begins, first with its attributes; names of other namespaces carry a prefix (`svg:path`).
    Element(&'static str),
    /// ` name=value`: an attribute that never changes, the value unescaped.
    Attribute(&'static str, &'static str),
    /// `>`: the innermost element ends.
    End,
    /// `"text`: text that never changes, unescaped.
    Text(&'static str),
    /// `#7`: the slot with this number.
    Slot(u16),
}

impl Node {
    pub(super) fn read(item: &'static str) -> Self {
        let rest = item.get(1..).unwrap_or_default();
        match item.as_bytes().first() {
            Some(b'<') => Node::Element(rest),
            Some(b' ') => {
                let (name, value) = rest.split_once('=').unwrap_or((rest, ""));
                Node::Attribute(name, value)
            }
            Some(b'>') => Node::End,
            Some(b'"') => Node::Text(rest),
            _ => Node::Slot(
                rest.parse()
                    .expect("the macro writes a slot's number there"),
            ),
        }
    }
}
