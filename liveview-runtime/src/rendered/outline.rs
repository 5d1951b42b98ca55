//! What stands in the ranges of a page, as far as fields with slots stand in it. Reads a page's tape; renders nothing.
//!
//! The HTML does not say which of several fragments a range shows, and two of them may look alike: one with a slot for the value
//! of its field, one without. A client has to know which fields the server has a say in before the first change tells it.
//! Ranges without such fields are left out, and so are equal rows at the end of a list.

use super::sink::ROW_HEADER;
use super::template::{Kind, Template};

/// An instance, and what stands in its ranges.
#[derive(Debug, PartialEq)]
pub struct Outline {
    /// Its template.
    pub template: &'static Template,
    /// By slot, in order.
    pub ranges: Vec<(usize, Range)>,
}

/// What stands in a range.
#[derive(Debug, PartialEq)]
pub enum Range {
    /// One instance, in a one-of or a component.
    One(Outline),
    /// The rows of a list, where there is something to say of them; the last stands for all that follow.
    Rows(Vec<Option<Outline>>),
}

impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.fingerprint == other.fingerprint
    }
}

/// Reads the outline of a page that shows these templates, the root's first.
pub(super) fn read(tape: &[u64], templates: &[&'static Template]) -> Outline {
    let mut reader = Reader {
        tape,
        at: 1,
        templates,
    };
    if reader.has_something_to_say() {
        reader.instance(templates[0]).0
    } else {
        Outline {
            template: templates[0],
            ranges: Vec::new(),
        }
    }
}

/// The template of all rows of a list, where there is one.
type Row = Option<&'static Template>;

struct Reader<'p> {
    tape: &'p [u64],
    at: usize,
    templates: &'p [&'static Template],
}

impl Reader<'_> {
    /// Most pages need no walk: a field and a range of unknown content do not meet in them.
    fn has_something_to_say(&self) -> bool {
        let any = |test: fn(Kind, Row) -> bool| {
            let mut kinds = self.templates.iter().flat_map(|template| template.kinds());
            kinds.any(|(kind, row)| test(kind, row))
        };
        any(|kind, _| kind == Kind::Property) && any(is_open)
    }

    /// The instance whose slots begin here, and whether a field stands in it.
    fn instance(&mut self, template: &'static Template) -> (Outline, bool) {
        let mut ranges = Vec::new();
        let mut has_field = false;
        for (number, (kind, row)) in template.kinds().enumerate() {
            let (range, has_field_inside) = match kind {
                Kind::OneOf | Kind::Component => self.one(),
                Kind::List => self.rows(row),
                _ => {
                    self.at += 1;
                    (None, kind == Kind::Property)
                }
            };
            ranges.extend(range.map(|range| (number, range)));
            has_field |= has_field_inside;
        }
        (Outline { template, ranges }, has_field)
    }

    fn one(&mut self) -> (Option<Range>, bool) {
        let fingerprint = self.word();
        self.at += 1;
        if fingerprint == 0 {
            return (None, false);
        }
        let template = self.template(fingerprint);
        let (outline, has_field) = self.instance(template);
        (has_field.then_some(Range::One(outline)), has_field)
    }

    fn rows(&mut self, row: Row) -> (Option<Range>, bool) {
        let mut rows = Vec::new();
        let mut has_field = false;
        for _ in 0..self.word() {
            self.at += ROW_HEADER;
            let template = row.unwrap_or_else(|| {
                let fingerprint = self.word();
                self.template(fingerprint)
            });
            let (outline, has_field_inside) = self.instance(template);
            // The slot names the template of rows that have but one.
            let says = has_field_inside && (row.is_none() || !outline.ranges.is_empty());
            rows.push(says.then_some(outline));
            has_field |= has_field_inside;
        }
        while let [.., last, end] = rows.as_slice()
            && last == end
        {
            rows.pop();
        }
        let says = rows.iter().any(Option::is_some);
        (says.then_some(Range::Rows(rows)), has_field)
    }

    fn word(&mut self) -> u64 {
        self.at += 1;
        self.tape[self.at - 1]
    }

    fn template(&self, fingerprint: u64) -> &'static Template {
        let mut templates = self.templates.iter();
        templates
            .find(|template| template.fingerprint == fingerprint)
            .expect("a page names every template of which it shows an instance")
    }
}

/// Whether the page's slot tables leave open what stands there.
fn is_open(kind: Kind, row: Row) -> bool {
    match kind {
        Kind::OneOf | Kind::Component => true,
        Kind::List => row.is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rendered::template::Arity;

    const fn template(
        fingerprint: u64,
        letters: &'static str,
        rows: &'static [&'static Template],
    ) -> Template {
        Template {
            markup: "",
            letters,
            addresses: "",
            rows,
            arity: Arity::Elements(1),
            tree: "",
            fingerprint,
            source: "",
        }
    }

    static TEXT: Template = template(2, "t", &[]);
    static FIELD: Template = template(3, "p", &[]);
    static EITHER: Template = template(4, "to", &[]);

    /// `alias[slot alias[…] …]`, rows between parentheses.
    fn written(outline: &Outline) -> String {
        let range = |(slot, range): &(usize, Range)| match range {
            Range::One(outline) => format!("{slot}:{}", written(outline)),
            Range::Rows(rows) => {
                let row = |row: &Option<Outline>| row.as_ref().map_or("-".to_owned(), written);
                let rows: Vec<String> = rows.iter().map(row).collect();
                format!("{slot}:({})", rows.join(" "))
            }
        };
        let ranges: Vec<String> = outline.ranges.iter().map(range).collect();
        format!("{}[{}]", outline.template.fingerprint, ranges.join(" "))
    }

    fn check(root: &'static Template, tape: &[u64], expected: &str) {
        let tape: Vec<u64> = [root.fingerprint].iter().chain(tape).copied().collect();
        let outline = read(&tape, &[root, &TEXT, &FIELD, &EITHER]);
        assert_eq!(written(&outline), expected);
    }

    #[test]
    fn a_range_is_named_where_a_field_stands_in_it() {
        static ROOT: Template = template(1, "ok", &[]);
        check(&ROOT, &[3, 1, 77, 2, 1, 77], "1[0:3[]]");
        check(&ROOT, &[2, 1, 77, 3, 1, 77], "1[1:3[]]");
        check(&ROOT, &[0, 0, 0, 0], "1[]");
        check(&ROOT, &[4, 4, 77, 3, 1, 77, 0, 0], "1[0:4[1:3[]]]");
        check(&ROOT, &[4, 4, 77, 2, 1, 77, 3, 1, 77], "1[1:3[]]");
    }

    #[test]
    fn rows_are_said_up_to_those_that_go_on_alike() {
        static ROOT: Template = template(1, "l", &[&EITHER]);
        let (field, text) = ([9, 4, 77, 3, 1, 77], [9, 4, 77, 2, 1, 77]);
        let tape = |rows: &[[u64; 6]]| [&[rows.len() as u64], rows.concat().as_slice()].concat();
        check(&ROOT, &tape(&[field; 9]), "1[0:(4[1:3[]])]");
        check(
            &ROOT,
            &tape(&[text, field, text, text]),
            "1[0:(- 4[1:3[]] -)]",
        );
        check(&ROOT, &tape(&[text; 3]), "1[]");
        check(&ROOT, &tape(&[]), "1[]");
    }

    #[test]
    fn rows_of_one_template_are_its_name_and_rows_of_several_are_theirs() {
        static PLAIN: Template = template(1, "lo", &[&FIELD]);
        check(&PLAIN, &[2, 9, 1, 77, 8, 1, 77, 0, 0], "1[]");
        static MIXED: Template = template(1, "m", &[]);
        let rows = [3, 9, 2, 3, 77, 8, 2, 2, 77, 7, 2, 3, 77];
        check(&MIXED, &rows, "1[0:(3[] - 3[])]");
    }

    #[test]
    fn a_list_of_fields_makes_the_branch_around_it_worth_a_word() {
        static LIST: Template = template(5, "l", &[&FIELD]);
        static ROOT: Template = template(1, "o", &[]);
        let tape = [1, 5, 4, 1, 9, 1, 77];
        let outline = read(&tape, &[&ROOT, &LIST, &FIELD]);
        assert_eq!(written(&outline), "1[0:5[]]");
    }
}
