//! The selectors a test may write: a small part of CSS, and `:text("…")` for what a person reads. Finds; never changes.

use super::{Dom, Element, NodeId};

/// Alternatives, each a chain of compounds from the outermost to the element itself.
#[derive(Debug)]
pub(crate) struct Selector(Vec<Vec<Compound>>);

/// What one element must be, and how it must stand to the compound before it.
#[derive(Debug, Default)]
struct Compound {
    child: bool,
    tests: Vec<Test>,
}

#[derive(Debug)]
enum Test {
    Tag(String),
    Class(String),
    Attribute {
        name: String,
        operator: Operator,
        value: String,
    },
    NthChild(usize),
    LastChild,
    Text(String),
}

#[derive(Debug, Clone, Copy)]
enum Operator {
    Present,
    Equals,
    Starts,
    Ends,
    Contains,
    Word,
}

impl Selector {
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser { text, rest: text };
        let mut alternatives = vec![parser.chain()?];
        while parser.eat(",") {
            alternatives.push(parser.chain()?);
        }
        match parser.rest {
            "" => Ok(Self(alternatives)),
            _ => Err(parser.refuse("a tag, `#id`, `.class`, `[attribute]` or a pseudo-class")),
        }
    }

    /// Every element below `root` that it names, in document order.
    pub(crate) fn find(&self, dom: &Dom, root: NodeId) -> Vec<NodeId> {
        let mut found = dom.descendants(root);
        found.retain(|&id| dom.element(id).is_some() && self.matches(dom, root, id));
        found
    }

    fn matches(&self, dom: &Dom, root: NodeId, id: NodeId) -> bool {
        self.0
            .iter()
            .any(|chain| matches_chain(dom, root, id, chain))
    }
}

fn matches_chain(dom: &Dom, root: NodeId, id: NodeId, chain: &[Compound]) -> bool {
    let Some((last, outer)) = chain.split_last() else {
        return true;
    };
    let Some(element) = dom.element(id) else {
        return false;
    };
    if !last.tests.iter().all(|test| test.holds(dom, id, element)) {
        return false;
    }
    if outer.is_empty() {
        return true;
    }
    let mut above = dom.ancestors(id).take_while(|&node| node != root);
    if last.child {
        above
            .next()
            .is_some_and(|parent| matches_chain(dom, root, parent, outer))
    } else {
        above.any(|node| matches_chain(dom, root, node, outer))
    }
}

impl Test {
    fn holds(&self, dom: &Dom, id: NodeId, element: &Element) -> bool {
        match self {
            Self::Tag(tag) => {
                tag == "*"
                    || element
                        .tag
                        .rsplit(':')
                        .next()
                        .is_some_and(|name| name.eq_ignore_ascii_case(tag))
            }
            Self::Class(class) => element.classes().contains(class),
            Self::Attribute {
                name,
                operator,
                value,
            } => element
                .attribute(name)
                .is_some_and(|known| operator.holds(known, value)),
            Self::NthChild(wanted) => elements_until(dom, id, Dom::previous) == *wanted,
            Self::LastChild => elements_until(dom, id, Dom::next) == 1,
            Self::Text(wanted) => squeeze(&dom.text(id)) == squeeze(wanted),
        }
    }
}

impl Operator {
    fn holds(self, known: &str, value: &str) -> bool {
        match self {
            Self::Present => true,
            Self::Equals => known == value,
            Self::Starts => known.starts_with(value),
            Self::Ends => known.ends_with(value),
            Self::Contains => known.contains(value),
            Self::Word => known.split_ascii_whitespace().any(|word| word == value),
        }
    }
}

fn elements_until(dom: &Dom, id: NodeId, step: fn(&Dom, NodeId) -> Option<NodeId>) -> usize {
    std::iter::successors(Some(id), |&node| step(dom, node))
        .filter(|&node| dom.element(node).is_some())
        .count()
}

/// Text as it is read: runs of white space are one space, none at the ends.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Parser<'a> {
    text: &'a str,
    rest: &'a str,
}

impl Parser<'_> {
    fn chain(&mut self) -> Result<Vec<Compound>, String> {
        let mut chain = Vec::new();
        let mut child = false;
        loop {
            self.rest = self.rest.trim_start();
            let compound = Compound {
                child,
                ..self.compound()?
            };
            if compound.tests.is_empty() {
                return Err(self.refuse("a tag, `#id`, `.class`, `[attribute]` or a pseudo-class"));
            }
            chain.push(compound);
            let spaced = self.rest.starts_with(char::is_whitespace);
            self.rest = self.rest.trim_start();
            child = self.eat(">");
            if !child && (!spaced || self.rest.is_empty() || self.rest.starts_with(',')) {
                return Ok(chain);
            }
        }
    }

    fn compound(&mut self) -> Result<Compound, String> {
        let mut compound = Compound::default();
        if self.eat("*") {
            compound.tests.push(Test::Tag("*".to_owned()));
        } else if self.rest.starts_with(is_name) {
            compound.tests.push(Test::Tag(self.name()?));
        }
        loop {
            let test = if self.eat("#") {
                Test::Attribute {
                    name: "id".to_owned(),
                    operator: Operator::Equals,
                    value: self.name()?,
                }
            } else if self.eat(".") {
                Test::Class(self.name()?)
            } else if self.eat("[") {
                self.attribute()?
            } else if self.eat(":") {
                self.pseudo()?
            } else {
                return Ok(compound);
            };
            compound.tests.push(test);
        }
    }

    fn attribute(&mut self) -> Result<Test, String> {
        let name = self.name()?;
        let operators = [
            ("=", Operator::Equals),
            ("^=", Operator::Starts),
            ("$=", Operator::Ends),
            ("*=", Operator::Contains),
            ("~=", Operator::Word),
        ];
        let found = operators.into_iter().find(|(sign, _)| self.eat(sign));
        let (operator, value) = match found {
            Some((_, operator)) if self.rest.starts_with(['"', '\'']) => (operator, self.quoted()?),
            Some((_, operator)) => (operator, self.name()?),
            None => (Operator::Present, String::new()),
        };
        self.expect("]")?;
        Ok(Test::Attribute {
            name,
            operator,
            value,
        })
    }

    fn pseudo(&mut self) -> Result<Test, String> {
        let name = self.name()?;
        let test = match name.as_str() {
            "first-child" => return Ok(Test::NthChild(1)),
            "last-child" => return Ok(Test::LastChild),
            "nth-child" => {
                self.expect("(")?;
                let number = self.name()?;
                Test::NthChild(
                    number
                        .parse()
                        .map_err(|_| self.refuse("a number: `:nth-child(2)`"))?,
                )
            }
            "text" => {
                self.expect("(")?;
                Test::Text(self.quoted()?)
            }
            _ => {
                return Err(
                    self.refuse("`:first-child`, `:last-child`, `:nth-child(2)` or `:text(\"…\")`")
                );
            }
        };
        self.expect(")")?;
        Ok(test)
    }

    fn name(&mut self) -> Result<String, String> {
        let end = self
            .rest
            .find(|character| !is_name(character))
            .unwrap_or(self.rest.len());
        if end == 0 {
            return Err(self.refuse("a name"));
        }
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        Ok(name.to_owned())
    }

    fn quoted(&mut self) -> Result<String, String> {
        let mut characters = self.rest.chars();
        let quote = characters
            .next()
            .filter(|quote| ['"', '\''].contains(quote));
        let quote = quote.ok_or_else(|| self.refuse("a quoted text"))?;
        let end = characters
            .as_str()
            .find(quote)
            .ok_or_else(|| self.refuse("a closing quote"))?;
        let text = characters.as_str()[..end].to_owned();
        self.rest = &characters.as_str()[end + 1..];
        Ok(text)
    }

    fn eat(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, sign: &str) -> Result<(), String> {
        if self.eat(sign) {
            Ok(())
        } else {
            Err(self.refuse(&format!("`{sign}`")))
        }
    }

    fn refuse(&self, wanted: &str) -> String {
        let at = self.text.len() - self.rest.len();
        format!(
            "the selector `{}` cannot be read: expected {wanted} before `{}` (byte {at})",
            self.text, self.rest
        )
    }
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '-' || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<body><ul id="a" class="big list"><li>One</li><li data-key="2">Two  <b>and</b></li></ul>
        <form><input name="user[name]" value="x"><button>Go</button></form>"#;

    fn check(selector: &str, expected: &[&str]) {
        let (dom, root) = Dom::parse(PAGE);
        let found = Selector::parse(selector).unwrap().find(&dom, root);
        let found: Vec<&str> = found.iter().map(|&id| dom.tag(id)).collect();
        assert_eq!(found, expected, "{selector}");
    }

    #[test]
    fn finds_what_css_would() {
        check("li", &["li", "li"]);
        check("#a.list.big", &["ul"]);
        check("ul > li > b", &["b"]);
        check("body b", &["b"]);
        check("body > b", &[]);
        check("li:nth-child(2)", &["li"]);
        check("li:last-child b:first-child", &["b"]);
        check("[name=\"user[name]\"][value^=x]", &["input"]);
        check("[data-key='2'], button", &["li", "button"]);
        check("*[data-key]", &["li"]);
        check(".small", &[]);
    }

    #[test]
    fn finds_by_visible_text() {
        check("button:text(\"Go\")", &["button"]);
        check("li:text('Two and')", &["li"]);
        check("li:text('Two')", &[]);
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for selector in [
            "",
            "li:",
            "li:hover",
            "[a",
            "a >",
            "li,",
            "li:text(Two)",
            "a + b",
        ] {
            assert!(Selector::parse(selector).is_err(), "{selector}");
        }
    }
}
