//! The outermost items of what a server says: numbers, acknowledgements, answers. The patches inside are text already.
//!
//! An omitted item in the middle is 0, trailing ones are left out. Frames are short: each is one allocation.

use std::fmt::Write as _;

/// The root of a view as the client shall show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// What the client shows is right.
    Same,
    /// What it shows is right up to the frames that follow.
    Replay,
    /// Full values for the standing page.
    Values,
    /// Full values, and the page is built from its trees.
    New,
}

/// What an update says, each as text that is empty where there is nothing to say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Update<'u> {
    /// What has changed.
    pub patch: &'u str,
    /// How many more of the client's events are done.
    pub acked: u32,
    /// Templates the client does not know yet.
    pub definitions: &'u str,
    /// What the client does when it shows the patch.
    pub effects: &'u str,
}

/// `[seq, patch, acked?, defs?, effects?]`
#[must_use]
pub fn update(sequence: u64, update: Update<'_>) -> String {
    let Update {
        patch,
        acked,
        definitions,
        effects,
    } = update;
    let size = patch.len() + definitions.len() + effects.len();
    let mut frame = String::with_capacity(size + 32);
    number(frame.push_after("["), sequence);
    frame.push_after(",").push_str(or_zero(patch));
    let trailing = [definitions, effects];
    let said = trailing.iter().rposition(|item| !item.is_empty());
    if acked > 0 || said.is_some() {
        number(frame.push_after(","), u64::from(acked));
    }
    for item in &trailing[..said.map_or(0, |last| last + 1)] {
        frame.push_after(",").push_str(or_zero(item));
    }
    frame.push(']');
    frame
}

/// `["a", acked]`
#[must_use]
pub fn acknowledgement(acked: u32) -> String {
    format!(r#"["a",{acked}]"#)
}

/// `["e", code, text | 0, acked]`
#[must_use]
pub fn error(code: &str, visible: Option<&str>, acked: u32) -> String {
    let mut frame = format!(r#"["e","{code}","#);
    match visible {
        Some(visible) => string(&mut frame, visible),
        None => frame.push('0'),
    }
    let _ = write!(frame, ",{acked}]");
    frame
}

/// `["j", {seq, ref, secret, defs?, same | replay | values | new}]`
#[must_use]
pub fn joined(
    sequence: u64,
    reference: u64,
    secret: &str,
    standing: Standing,
    body: (&str, &str),
) -> String {
    let (values, definitions) = body;
    let mut frame = String::with_capacity(values.len() + definitions.len() + 112);
    let _ = write!(
        frame,
        r#"["j",{{"seq":{sequence},"ref":{reference},"secret":"{secret}""#
    );
    if !definitions.is_empty() {
        frame.push_after(r#","defs":"#).push_str(definitions);
    }
    match standing {
        Standing::Same => frame.push_str(r#","same":1"#),
        Standing::Replay => frame.push_str(r#","replay":1"#),
        Standing::Values => frame.push_after(r#","values":"#).push_str(values),
        Standing::New => frame.push_after(r#","new":"#).push_str(values),
    }
    frame.push_str("}]");
    frame
}

/// `["r", seq, path, [alias, …values], defs?]`
#[must_use]
pub fn resynced(sequence: u64, path: &[u32], values: &str, definitions: &str) -> String {
    let mut frame = String::with_capacity(values.len() + definitions.len() + 48);
    let _ = write!(frame, r#"["r",{sequence},["#);
    for (index, step) in path.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(frame, "{comma}{step}");
    }
    frame.push_after("],").push_str(values);
    if !definitions.is_empty() {
        frame.push_after(",").push_str(definitions);
    }
    frame.push(']');
    frame
}

/// `["n", "load", ""]`: the page's own address, in full.
#[must_use]
pub fn load_again() -> String {
    r#"["n","load",""]"#.to_owned()
}

/// `["h", token?]`
#[must_use]
pub fn heartbeat(token: Option<&str>) -> String {
    token.map_or_else(
        || r#"["h"]"#.to_owned(),
        |token| format!(r#"["h","{token}"]"#),
    )
}

/// `["v", view, frame]` for a view that is not the first on the page; the frame itself for the first.
#[must_use]
pub fn addressed(view: usize, frame: String) -> String {
    if view == 0 {
        frame
    } else {
        format!(r#"["v",{view},{frame}]"#)
    }
}

fn or_zero(item: &str) -> &str {
    if item.is_empty() { "0" } else { item }
}

fn number(frame: &mut String, number: u64) {
    frame.push_str(itoa::Buffer::new().format(number));
}

pub(super) fn string(frame: &mut String, text: &str) {
    frame.push_str(&serde_json::to_string(text).expect("any text is a JSON string"));
}

/// Appends and hands the text on, so that a frame is written in the order it reads.
trait PushAfter {
    fn push_after(&mut self, text: &str) -> &mut String;
}

impl PushAfter for String {
    fn push_after(&mut self, text: &str) -> &mut String {
        self.push_str(text);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_leaves_out_what_it_does_not_say() {
        let check = |patch, acked, definitions, effects, expected: &str| {
            let said = Update {
                patch,
                acked,
                definitions,
                effects,
            };
            assert_eq!(update(12, said), expected);
        };
        check(r#"[0,"5"]"#, 0, "", "", r#"[12,[0,"5"]]"#);
        check(r#"[0,"5"]"#, 3, "", "", r#"[12,[0,"5"],3]"#);
        check("[]", 0, "[[1,2]]", "", "[12,[],0,[[1,2]]]");
        check("", 0, "", "[[3]]", "[12,0,0,0,[[3]]]");
        check("", 1, "", "[[3]]", "[12,0,1,0,[[3]]]");
        check("[]", 1, "[[1]]", "[[3]]", "[12,[],1,[[1]],[[3]]]");
        check(r#"[0,"123456"]"#, 1, "", "", r#"[12,[0,"123456"],1]"#);
    }

    #[test]
    fn the_answers() {
        assert_eq!(acknowledgement(2), r#"["a",2]"#);
        assert_eq!(error("failed", None, 1), r#"["e","failed",0,1]"#);
        assert_eq!(
            error("failed", Some("\"No\"\n"), 1),
            r#"["e","failed","\"No\"\n",1]"#
        );
        assert_eq!(
            resynced(4, &[0, 3, 1], "[0,1]", ""),
            r#"["r",4,[0,3,1],[0,1]]"#
        );
        assert_eq!(
            resynced(4, &[], "[0,1]", "[[1]]"),
            r#"["r",4,[],[0,1],[[1]]]"#
        );
        assert_eq!(
            (heartbeat(None), heartbeat(Some("T"))),
            (r#"["h"]"#.to_owned(), r#"["h","T"]"#.to_owned())
        );
        assert_eq!(addressed(0, "[1,[]]".to_owned()), "[1,[]]");
        assert_eq!(addressed(2, "[1,[]]".to_owned()), r#"["v",2,[1,[]]]"#);
    }

    #[test]
    fn a_join_that_changes_nothing_is_short() {
        let secret = "A".repeat(43);
        let same = joined(0, 0, &secret, Standing::Same, ("", ""));
        assert_eq!(
            same,
            format!(r#"["j",{{"seq":0,"ref":0,"secret":"{secret}","same":1}}]"#)
        );
        assert!(same.len() <= 100, "{}", same.len());
        let values = joined(3, 7, "S", Standing::Values, ("[0,1]", "[[0]]"));
        assert_eq!(
            values,
            r#"["j",{"seq":3,"ref":7,"secret":"S","defs":[[0]],"values":[0,1]}]"#
        );
    }
}
