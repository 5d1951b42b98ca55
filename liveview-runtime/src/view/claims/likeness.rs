//! Which of several names is most like one that is not among them, at compile time. Knows nothing of what they name.

/// Whether two texts are the same.
pub(super) const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Whether a text is among these.
pub(super) const fn contains(texts: &[&str], text: &str) -> bool {
    let mut index = 0;
    while index < texts.len() {
        if same(texts[index].as_bytes(), text.as_bytes()) {
            return true;
        }
        index += 1;
    }
    false
}

/// How many letters may differ between a name and what was meant: a third, and one of two.
const fn allowed(name: &str) -> usize {
    match name.len() {
        0 | 1 => 0,
        2 => 1,
        letters => letters / 3,
    }
}

/// Whether one name is probably the other, misspelt.
pub(super) const fn is_like(one: &str, other: &str) -> bool {
    distance(one.as_bytes(), other.as_bytes()) <= allowed(one)
}

/// The one of these that is most like a text, if one is like it.
pub(super) const fn nearest<'n>(text: &str, known: &[&'n str]) -> Option<&'n str> {
    let mut best = None;
    let mut least = allowed(text) + 1;
    let mut index = 0;
    while index < known.len() {
        let distance = distance(text.as_bytes(), known[index].as_bytes());
        if distance < least {
            (best, least) = (Some(known[index]), distance);
        }
        index += 1;
    }
    best
}

/// How many letters differ, two swapped neighbours counted once; for names up to 63 bytes.
pub(super) const fn distance(one: &[u8], other: &[u8]) -> usize {
    if one.len() >= LONGEST || other.len() >= LONGEST {
        return LONGEST;
    }
    let mut table = [[0; LONGEST]; LONGEST];
    let mut i = 0;
    while i <= one.len() {
        let mut j = 0;
        while j <= other.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = table[i - 1][j - 1] + (one[i - 1] != other[j - 1]) as usize;
                let near = least(changed, least(table[i - 1][j], table[i][j - 1]) + 1);
                let swapped =
                    i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                if swapped {
                    least(near, table[i - 2][j - 2] + 1)
                } else {
                    near
                }
            };
            j += 1;
        }
        i += 1;
    }
    table[one.len()][other.len()]
}

const LONGEST: usize = 64;

const fn least(one: usize, other: usize) -> usize {
    if one < other { one } else { other }
}
