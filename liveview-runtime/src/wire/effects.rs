//! What a browser shall do besides showing an update: commands, pushed events, replies, in order. Bounded; runs none.

use super::frame::string;

/// What waits for the next frame, as its fifth item will say it: `[["c", commands] | ["e", name, value] | ["r", ref, value], …]`.
#[derive(Debug)]
pub struct Effects {
    /// The list without the bracket that ends it; empty for none.
    text: String,
    count: usize,
    bounds: EffectBounds,
}

/// How much may wait for one frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffectBounds {
    /// How many effects.
    pub count: usize,
    /// How many bytes they have together.
    pub bytes: usize,
}

/// An effect that found no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Full {
    /// There are as many as may be.
    #[error("more than {0} effects wait for one update: `Limits::effects` allows no more")]
    Count(usize),
    /// They are as long as may be.
    #[error(
        "the effects of one update have more than {0} bytes: `Limits::effect_bytes` allows no more"
    )]
    Bytes(usize),
}

impl Effects {
    /// Nothing waits.
    #[must_use]
    pub const fn new(bounds: EffectBounds) -> Self {
        Self {
            text: String::new(),
            count: 0,
            bounds,
        }
    }

    /// Runs these commands, which are JSON.
    ///
    /// # Errors
    /// When too much waits.
    pub fn command(&mut self, commands: &str) -> Result<(), Full> {
        self.add(&["[\"c\",", commands, "]"])
    }

    /// Tells an event of the app's to whoever listens in the browser; the value is JSON.
    ///
    /// # Errors
    /// When too much waits.
    pub fn event(&mut self, name: &str, value: &str) -> Result<(), Full> {
        let mut said = String::new();
        string(&mut said, name);
        self.add(&["[\"e\",", &said, ",", value, "]"])
    }

    /// Replies to the event of this number; the value is JSON.
    ///
    /// # Errors
    /// When too much waits.
    pub fn reply(&mut self, reference: u64, value: &str) -> Result<(), Full> {
        let mut number = itoa::Buffer::new();
        self.add(&["[\"r\",", number.format(reference), ",", value, "]"])
    }

    /// Takes what waits, as the frame says it; empty for nothing.
    #[must_use]
    pub fn take(&mut self) -> String {
        self.count = 0;
        let mut text = std::mem::take(&mut self.text);
        if !text.is_empty() {
            text.push(']');
        }
        text
    }

    /// Whether nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The bytes it holds on to.
    #[must_use]
    pub fn held(&self) -> usize {
        self.text.capacity()
    }

    fn add(&mut self, pieces: &[&str]) -> Result<(), Full> {
        let EffectBounds { count, bytes } = self.bounds;
        if self.count >= count {
            return Err(Full::Count(count));
        }
        // A bracket or a comma in front, and the bracket behind the last.
        let length: usize = pieces.iter().map(|piece| piece.len()).sum();
        if self.text.len() + length + 2 > bytes {
            return Err(Full::Bytes(bytes));
        }
        self.count += 1;
        self.text.push(if self.text.is_empty() { '[' } else { ',' });
        self.text.extend(pieces.iter().copied());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effects(count: usize, bytes: usize) -> Effects {
        Effects::new(EffectBounds { count, bytes })
    }

    #[test]
    fn they_are_said_in_order_and_once() {
        let mut effects = effects(9, 999);
        assert!(effects.is_empty());
        assert_eq!(effects.take(), "");
        effects.command(r##"[["focus","#a"]]"##).expect("room");
        effects.event("a \"b\"", "{\"n\":1}").expect("room");
        effects.reply(41, "null").expect("room");
        assert_eq!(
            effects.take(),
            r##"[["c",[["focus","#a"]]],["e","a \"b\"",{"n":1}],["r",41,null]]"##
        );
        assert_eq!(effects.take(), "");
        effects.reply(42, "1").expect("room");
        assert_eq!(effects.take(), r#"[["r",42,1]]"#);
    }

    #[test]
    fn one_more_than_may_be_is_refused_and_the_others_stay() {
        let mut effects = effects(2, 999);
        effects.reply(1, "1").expect("room");
        effects.reply(2, "1").expect("room");
        assert_eq!(effects.reply(3, "1"), Err(Full::Count(2)));
        assert_eq!(effects.take(), r#"[["r",1,1],["r",2,1]]"#);
        effects.reply(4, "1").expect("room again");
    }

    #[test]
    fn one_byte_more_than_may_be_is_refused() {
        let two = r#"[["r",1,1],["r",2,1]]"#;
        let mut exact = effects(9, two.len());
        exact.reply(1, "1").expect("room");
        exact.reply(2, "1").expect("room");
        assert_eq!(exact.take(), two);
        let mut less = effects(9, two.len() - 1);
        less.reply(1, "1").expect("room");
        assert_eq!(less.reply(2, "1"), Err(Full::Bytes(two.len() - 1)));
        assert_eq!(less.take(), r#"[["r",1,1]]"#);
    }
}
