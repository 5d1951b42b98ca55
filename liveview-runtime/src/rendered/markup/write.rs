//! Tags written such that a parser closes nothing by itself: the standard's rules for start tags in a body. Reads nothing.

use super::read::Tag;
use super::words::Space;
use super::{Closed, Torn, words};

/// How deep elements may stand in each other. Browsers put what is deeper than 512 beside each other, and a page is around.
const DEEPEST: usize = 256;

#[derive(Default)]
pub(super) struct Writer {
    html: String,
    /// The elements that are open, outermost first.
    open: Vec<Open>,
    /// How many of them are SVG or MathML.
    drawn: usize,
    has_blocks: bool,
}

struct Open {
    name: String,
    space: Space,
}

impl Open {
    /// Whether it is this element of HTML.
    fn is(&self, name: &str) -> bool {
        self.space == Space::Html && self.name == name
    }

    fn is_scope(&self) -> bool {
        words::is_scope(self.space, &self.name)
    }
}

impl Writer {
    /// Whether what comes next is SVG or MathML.
    pub(super) fn is_foreign(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| !words::holds_html(open.space, &open.name))
    }

    /// Whether `<![CDATA[…]]>` is text here.
    pub(super) fn takes_cdata(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.space != Space::Html)
    }

    /// Whether a drawing is open. In it nothing is mended: what would have to be is torn off, with all behind it.
    pub(super) fn is_drawing(&self) -> bool {
        self.drawn > 0
    }

    /// Whether a list to choose from is open, where parsers old and new agree on little.
    pub(super) fn is_in_select(&self) -> bool {
        self.position("select", Open::is_scope).is_some()
    }

    /// Text that has no `<` but perhaps one in CDATA.
    pub(super) fn text(&mut self, text: &str) {
        self.html.push_str(&text.replace('<', "&lt;"));
    }

    /// `<` that is text.
    pub(super) fn sign(&mut self) {
        self.html.push_str("&lt;");
    }

    /// The content of an element that is text to a parser, and its end.
    pub(super) fn raw(&mut self, text: &str) {
        self.html.push_str(text);
        self.close_last();
    }

    /// A start tag; whether it was written.
    pub(super) fn start(&mut self, tag: &Tag<'_>) -> Result<bool, Torn> {
        if self.open.len() >= DEEPEST {
            return Err(Torn);
        }
        if self.is_foreign() {
            return self.draw(tag).map(|()| true);
        }
        let name = tag.name.as_str();
        let depth = self.open.len();
        let fits = !words::is_left_out(name) && !self.is_glyph(name) && self.make_room(name);
        let is_mended = !fits || self.open.len() != depth;
        if is_mended && self.is_drawing() || !fits && words::changes_the_rules(name) {
            return Err(Torn);
        }
        if !fits {
            return Ok(false);
        }
        self.has_blocks |= words::closes_paragraph(name);
        let space = match name {
            "svg" => Space::Svg,
            "math" => Space::Math,
            _ => Space::Html,
        };
        let is_closed = tag.is_self_closing && space != Space::Html;
        self.write(tag, space, words::is_void(name) || is_closed);
        Ok(true)
    }

    /// An end tag: closes what is open in it too. One that closes nothing goes.
    pub(super) fn end(&mut self, name: &str) -> Result<(), Torn> {
        if self.is_drawing() {
            return self.end_drawn(name);
        }
        let is_part = name == "table" || words::table_part(name).is_some();
        let mut found = None;
        for (index, open) in self.open.iter().enumerate().rev() {
            if open.name == name {
                found = Some(index);
                break;
            }
            let ends = match is_part {
                true => open.is("table"),
                false => open.is_scope(),
            };
            if ends {
                break;
            }
        }
        if let Some(found) = found {
            self.close_to(found);
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Closed {
        self.close_to(0);
        Closed {
            html: self.html,
            is_inline: !self.has_blocks,
        }
    }

    /// A part of a drawing.
    fn draw(&mut self, tag: &Tag<'_>) -> Result<(), Torn> {
        let space = self.open.last().map_or(Space::Html, |open| open.space);
        if !words::is_drawn(space, &tag.name) || words::may_hold_html(tag) {
            return Err(Torn);
        }
        self.write(tag, space, tag.is_self_closing);
        Ok(())
    }

    /// An end tag in a drawing is that of the innermost element.
    fn end_drawn(&mut self, name: &str) -> Result<(), Torn> {
        if self.open.last().is_none_or(|open| open.name != name) {
            return Err(Torn);
        }
        self.close_last();
        Ok(())
    }

    /// Whether it is one of the two that stay MathML in its texts.
    fn is_glyph(&self, name: &str) -> bool {
        let is_math = |open: &Open| open.space == Space::Math;
        matches!(name, "mglyph" | "malignmark") && self.open.last().is_some_and(is_math)
    }

    /// Closes what a parser would close before this element; whether it can stand here at all.
    fn make_room(&mut self, name: &str) -> bool {
        if let Some(homes) = words::table_part(name) {
            return self.make_room_in_table(homes);
        }
        if self.is_in_select() {
            return self.make_room_in_select(name);
        }
        // What is no part of it would be moved out of the table.
        if self.last().is_some_and(words::holds_table_parts) {
            return false;
        }
        if words::closes_paragraph(name) {
            self.close_open("p", |open| open.is_scope() || open.is("button"));
        }
        match name {
            "li" => return self.close_item(&["li"], &["ul", "ol", "menu", "dir"]),
            "dd" | "dt" => return self.close_item(&["dd", "dt"], &["dl"]),
            "a" | "nobr" | "button" => self.close_open(name, Open::is_scope),
            "option" | "optgroup" => self.close_last_of(&["option"]),
            "rb" | "rp" | "rt" | "rtc" => return self.make_room_in_ruby(name),
            heading if words::is_heading(heading) && self.last().is_some_and(words::is_heading) => {
                self.close_last();
            }
            _ => {}
        }
        true
    }

    /// In a list to choose from, parsers old and new agree on these alone.
    fn make_room_in_select(&mut self, name: &str) -> bool {
        match name {
            "option" | "hr" => self.close_last_of(&["option"]),
            "optgroup" => {
                self.close_last_of(&["option"]);
                self.close_last_of(&["optgroup"]);
            }
            _ => return false,
        }
        true
    }

    /// Outside of a `ruby` it is nothing, since it could end one that is open around.
    fn make_room_in_ruby(&mut self, name: &str) -> bool {
        if self.position("ruby", Open::is_scope).is_none() {
            return false;
        }
        let stays = |last: &str| last == "rtc" && matches!(name, "rt" | "rp");
        while (self.last()).is_some_and(|last| words::has_implied_end(last) && !stays(last)) {
            self.close_last();
        }
        true
    }

    /// A part of a table belongs into the table that is open: everything in the way is closed. Without one it is nothing.
    fn make_room_in_table(&mut self, homes: &[&str]) -> bool {
        let Some(table) = self.open.iter().rposition(|open| open.is("table")) else {
            return false;
        };
        let home = self.open[table..]
            .iter()
            .rposition(|open| homes.contains(&open.name.as_str()))
            .unwrap_or_default();
        self.close_to(table + home + 1);
        true
    }

    /// An item ends the one before it; outside of a list it is nothing, since it could end one that is open around.
    fn close_item(&mut self, items: &[&str], lists: &[&str]) -> bool {
        let is_item = |open: &Open| items.iter().any(|item| open.is(item));
        for index in (0..self.open.len()).rev() {
            let open = &self.open[index];
            if is_item(open) {
                self.close_to(index);
                return true;
            }
            let is_html = open.space == Space::Html;
            if open.is_scope() || (is_html && words::ends_search_for_items(&open.name)) {
                return lists.contains(&open.name.as_str());
            }
        }
        false
    }

    fn close_open(&mut self, name: &str, ends: impl Fn(&Open) -> bool) {
        if let Some(found) = self.position(name, ends) {
            self.close_to(found);
        }
    }

    /// Where the innermost element of this name is open, unless one of those stands between.
    fn position(&self, name: &str, ends: impl Fn(&Open) -> bool) -> Option<usize> {
        for (index, open) in self.open.iter().enumerate().rev() {
            if open.is(name) {
                return Some(index);
            }
            if ends(open) {
                return None;
            }
        }
        None
    }

    fn close_last_of(&mut self, names: &[&str]) {
        if self.last().is_some_and(|last| names.contains(&last)) {
            self.close_last();
        }
    }

    /// The innermost element, if it is HTML's.
    fn last(&self) -> Option<&str> {
        let last = self.open.last().filter(|open| open.space == Space::Html);
        last.map(|open| open.name.as_str())
    }

    fn write(&mut self, tag: &Tag<'_>, space: Space, is_empty: bool) {
        self.html.push_str(tag.source);
        if !is_empty {
            self.drawn += usize::from(space != Space::Html);
            self.open.push(Open {
                name: tag.name.clone(),
                space,
            });
        }
    }

    fn close_to(&mut self, length: usize) {
        while self.open.len() > length {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        if let Some(open) = self.open.pop() {
            self.drawn -= usize::from(open.space != Space::Html);
            self.html.push_str("</");
            self.html.push_str(&open.name);
            self.html.push('>');
        }
    }
}
