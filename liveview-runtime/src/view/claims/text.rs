//! Texts put together at compile time: messages, and the paths of fields. Chooses no words.

/// A text of at most so many bytes; a piece that does not fit is left out.
#[derive(Clone, Copy)]
pub(super) struct Text<const SIZE: usize> {
    bytes: [u8; SIZE],
    length: usize,
}

/// What the compiler says.
pub(super) type Message = Text<2048>;

/// The name of a field in a struct in a struct.
pub(super) type Path = Text<128>;

impl<const SIZE: usize> Text<SIZE> {
    /// Nothing yet.
    pub(super) const fn new() -> Self {
        Text {
            bytes: [0; SIZE],
            length: 0,
        }
    }

    /// The same with this behind it.
    pub(super) const fn and(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if self.length + text.len() > SIZE {
            return self;
        }
        let mut index = 0;
        while index < text.len() {
            self.bytes[self.length] = text[index];
            self.length += 1;
            index += 1;
        }
        self
    }

    /// The same with a number behind it.
    pub(super) const fn and_number(self, number: u128) -> Self {
        let this = match number / 10 {
            0 => self,
            rest => self.and_number(rest),
        };
        let digit = [b'0' + (number % 10) as u8];
        match std::str::from_utf8(&digit) {
            Ok(digit) => this.and(digit),
            Err(_) => this,
        }
    }

    /// What it says.
    pub(super) const fn text(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "this does not fit",
        }
    }
}
