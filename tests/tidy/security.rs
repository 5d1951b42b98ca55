//! What must hold of the source for an attack to fail, and that each attack is tried somewhere. Attacks nothing itself.

use std::collections::BTreeSet;

use crate::{Source, check, programs};

/// The attacks of the security page, by number, that what is built so far has to withstand.
const ATTACKS: [u32; 20] = [
    1, 2, 3, 4, 7, 11, 13, 14, 15, 17, 18, 20, 21, 24, 25, 30, 33, 34, 35, 36,
];

#[test]
fn every_attack_is_cited_by_its_test() {
    let cited: BTreeSet<u32> = programs()
        .filter(holds_tests)
        .flat_map(|file| numbers_behind(&file.text, "AT"))
        .collect();
    let untried = ATTACKS
        .iter()
        .filter(|attack| !cited.contains(attack))
        .map(|attack| format!("AT{attack}"))
        .collect();
    check(
        "A test says which attack of the security page it is.",
        untried,
    );
}

fn holds_tests(file: &Source) -> bool {
    file.path.contains("tests/") || file.text.contains("mod tests")
}

fn numbers_behind(text: &str, word: &str) -> Vec<u32> {
    let digits = |rest: &str| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit());
        rest[..end.unwrap_or(rest.len())].parse().ok()
    };
    text.split(word).skip(1).filter_map(digits).collect()
}

/// AT15: whoever can choose the keys of a map and knows how it hashes makes it slow.
#[test]
fn no_map_of_the_server_hashes_with_a_seed_that_can_be_known() {
    let fixed = [
        "FixedState",
        "BuildHasherDefault",
        "DefaultHasher",
        "FxHash",
        "fnv",
        "nohash",
        "with_hasher",
    ];
    let server = programs().filter(|file| file.path.starts_with("liveview-runtime/src/"));
    let offences = server.flat_map(|file| {
        let known = fixed.iter().filter(|word| file.text.contains(**word));
        let named = known.map(|word| format!("{}: {word}", file.path));
        named.collect::<Vec<_>>()
    });
    check("Maps are seeded at random.", offences.collect());
}
