//! How other frameworks spell what ours does: an attribute as they write it, and what to write here. Looks at no tree.

/// Begins the name of an event's attribute.
const EVENTS: [&str; 10] = [
    "v-on:", "x-on:", "on:", "@", "wire:", "phx-", "lv-", "live-", "ng-", "data:",
];

/// Begins the name of an attribute with a value that is computed.
const BOUND: [&str; 5] = ["v-bind:", "x-bind:", "bind:", "set:", ":"];

/// Begins all their other names.
const OTHERS: [&str; 6] = ["*ng", "v-", "x-", "hx-", "use:", "#"];

/// Whether the name is another library's for something that ours spells otherwise.
pub fn is_theirs(name: &str) -> bool {
    let mut prefixes = EVENTS.iter().chain(&BOUND).chain(&OTHERS);
    name.starts_with(['(', '[', '*']) || prefixes.any(|prefix| name.starts_with(prefix))
}

/// What to write in its place.
pub fn ours(name: &str) -> String {
    let prefixes = EVENTS.iter().chain(&BOUND).chain(&OTHERS);
    let inner = name.trim_matches(['(', ')', '[', ']', '*']);
    let known = prefixes.filter_map(|prefix| inner.strip_prefix(prefix));
    let rest = known.min_by_key(|rest| rest.len()).unwrap_or(inner);
    // Modifiers and arguments of theirs have other names here, where there are any.
    let word = rest
        .split(['.', ':', '='])
        .next()
        .unwrap_or(rest)
        .to_ascii_lowercase();
    let is_bound = name.starts_with('[') || BOUND.iter().any(|prefix| name.starts_with(prefix));
    match word.as_str() {
        "if" | "ngif" | "else" | "show" => {
            "write `@if condition { … } @else { … }` around the element".to_owned()
        }
        "for" | "ngfor" | "each" => {
            "write `@for item in items; key item.id { … }` around the element".to_owned()
        }
        "key" => "the key stands in the loop: `@for item in items; key item.id { … }`".to_owned(),
        "model" | "ngmodel" => {
            "write `value={self.field}` and `dj-input=\"handler\"`".to_owned()
        }
        "class" | "ngclass" => {
            "write `class:name={condition}`, or `class=\"one {two}\"`".to_owned()
        }
        "style" | "ngstyle" => "write `style:property={value}`".to_owned(),
        "ref" => "give the element an `id`".to_owned(),
        word if is_bound && !word.is_empty() => format!("write `{word}={{expression}}`"),
        "click" | "input" | "change" | "submit" | "keydown" | "keyup" | "focus" | "blur" => {
            format!("write `dj-{word}=\"handler\"`")
        }
        _ => "events are bound with `dj-click`, `dj-input`, `dj-submit`; classes with `class:name={bool}`"
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_theirs, ours};

    #[test]
    fn what_others_write_has_a_spelling_here() {
        for (theirs, said) in [
            ("@click", "dj-click"),
            ("(click)", "dj-click"),
            ("v-on:submit.prevent", "dj-submit"),
            ("x-on:input", "dj-input"),
            ("phx-click", "dj-click"),
            ("wire:submit", "dj-submit"),
            ("v-if", "@if"),
            (":if", "@if"),
            ("*ngFor", "@for"),
            ("v-for", "@for"),
            (":key", "key item.id"),
            ("v-model", "value={self.field}"),
            ("[(ngModel)]", "value={self.field}"),
            (":class", "class:name"),
            ("[value]", "`value={expression}`"),
            ("v-bind:title", "`title={expression}`"),
            ("#field", "dj-click"),
            ("hx-get", "dj-click"),
        ] {
            assert!(is_theirs(theirs), "{theirs}");
            assert!(ours(theirs).contains(said), "{theirs}: {}", ours(theirs));
        }
        for own in [
            "onclick",
            "value",
            "data-x",
            "xlink:href",
            "xml:lang",
            "dj-click",
        ] {
            assert!(!is_theirs(own), "{own}");
        }
    }
}
