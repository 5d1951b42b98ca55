//! The 64 bits by which server and browser name a template. Looks at no tokens.

use crate::html::plan::{Fragment, Plan};

/// Changes when the meaning of a template's data does.
const FORMAT: u64 = 1;

/// Hashes everything a browser could notice about a fragment.
pub(super) fn of(fragment: &Fragment, plan: &Plan) -> u64 {
    let mut text = format!(
        "{FORMAT} {:?} {:?} {:?}",
        fragment.statics, fragment.arity, fragment.tree
    );
    for slot in &fragment.slots {
        let row = slot.row.map(|row| plan.fragments[row].fingerprint);
        text.push_str(&format!(
            " {:?} {:?} {:?} {:?} {row:?}",
            slot.kind, slot.path, slot.place, slot.name
        ));
    }
    // A tape says nothing with 0.
    finish(fnv(text.as_bytes())).max(1)
}

/// FNV-1a: a template's text is long, so a byte at a time is mixed well enough once finished.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn finish(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}
