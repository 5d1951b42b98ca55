//! How much one message of a client may hold. Counts nothing itself.

/// The bounds of one message, given to whoever reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// How deep the JSON of a call argument may nest.
    pub depth: usize,
    /// How many call arguments, form fields or `dj-value-*`s one event may carry; how many fields all forms of a join.
    pub keys: usize,
    /// How many bytes the name of a field may have.
    pub key_bytes: usize,
    /// How many bytes the value of a field may have.
    pub value_bytes: usize,
    /// How many bytes arguments and payload may have together.
    pub payload_bytes: usize,
    /// How many forms of a join are read; the rest is passed over.
    pub forms: usize,
    /// How many steps the address of an instance may have: far more than templates nest.
    pub path_steps: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            depth: 16,
            keys: 1_000,
            key_bytes: 256,
            value_bytes: 64 * 1024,
            payload_bytes: 120 * 1024,
            forms: 64,
            path_steps: 64,
        }
    }
}
