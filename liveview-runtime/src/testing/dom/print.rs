//! From a document back to text: for people, and for comparing two documents. Writes nothing that a browser would not show.

use super::{Data, Dom, Element, NodeId};

/// What a printed document keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Print {
    /// What a person would see in the inspector, without our markers.
    Shown,
    /// Everything that must be equal between two documents, in one order; markers too.
    Canonical,
}

const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

impl Dom {
    /// What stands inside an element, without markers.
    #[must_use]
    pub fn inner_html(&self, id: NodeId) -> String {
        let mut out = String::new();
        for child in self.children(id) {
            self.print(child, Print::Shown, &mut out);
        }
        out
    }

    /// An element and what stands inside it, without markers.
    #[must_use]
    pub fn outer_html(&self, id: NodeId) -> String {
        let mut out = String::new();
        self.print(id, Print::Shown, &mut out);
        out
    }

    /// What stands inside an element, such that two equal documents print equal text: attributes, classes and
    /// styles sorted, empty classes left out, markers kept, neighbouring texts joined.
    #[must_use]
    pub fn canonical(&self, id: NodeId) -> String {
        let mut out = String::new();
        for child in self.children(id) {
            self.print(child, Print::Canonical, &mut out);
        }
        out
    }

    fn print(&self, id: NodeId, how: Print, out: &mut String) {
        match self.data(id) {
            Data::Root => {}
            Data::Text(text) => escape(text, out),
            Data::Comment(text) if how == Print::Canonical => {
                out.push_str(&format!("<!--{text}-->"));
                return;
            }
            Data::Comment(_) => return,
            Data::Element(element) => {
                out.push_str(&format!("<{}", element.tag));
                element.print_attributes(how, out);
                out.push('>');
            }
        }
        for child in self.children(id) {
            self.print(child, how, out);
        }
        if let Data::Element(element) = self.data(id)
            && !VOID.contains(&element.tag.as_str())
        {
            out.push_str(&format!("</{}>", element.tag));
        }
    }
}

impl Element {
    fn print_attributes(&self, how: Print, out: &mut String) {
        let mut printed = self.attributes.clone();
        printed.retain(|(name, value)| name != "class" || !value.trim().is_empty());
        printed.retain(|(name, _)| name != "dj-a" || how == Print::Canonical);
        let mut style: Vec<String> = self
            .style
            .iter()
            .map(|(name, value)| format!("{name}: {value};"))
            .collect();
        if how == Print::Canonical {
            style.sort();
            for (name, value) in &mut printed {
                if name == "class" {
                    let mut classes = self.classes();
                    classes.sort();
                    classes.dedup();
                    *value = classes.join(" ");
                }
            }
        }
        if !style.is_empty() {
            printed.push(("style".to_owned(), style.join(" ")));
        }
        if how == Print::Canonical {
            printed.sort();
        }
        for (name, value) in printed {
            out.push_str(&format!(" {name}=\""));
            escape(&value, out);
            out.push('"');
        }
    }
}

fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            other => out.push(other),
        }
    }
}
