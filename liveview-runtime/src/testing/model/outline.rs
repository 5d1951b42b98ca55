//! What a page says of the fragments in its ranges, bound where it says it. Knows no patch.

use serde_json::Value;

use crate::testing::dom::Dom;

use super::instance::{Bound, Instance, Region, Row, Shown, find, slots};
use super::template::{Templates, array};

/// Finds every slot of a template within a region of a document that already shows it, and of what its slots name inside.
pub(super) fn bind(
    dom: &mut Dom,
    templates: &Templates,
    region: Region,
    alias: u64,
) -> Result<Instance, String> {
    bind_outline(dom, templates, region, &[alias.into()])
}

/// The same with what the page says of it: `[alias, slot, what, slot, what, …]`.
pub(super) fn bind_outline(
    dom: &mut Dom,
    templates: &Templates,
    region: Region,
    outline: &[Value],
) -> Result<Instance, String> {
    let alias = outline.first().and_then(Value::as_u64);
    let alias = alias.ok_or_else(|| format!("an outline begins with an alias: {outline:?}"))?;
    let (pairs, []) = outline[1..].as_chunks::<2>() else {
        return Err(format!("a slot of which nothing is said: {outline:?}"));
    };
    let table = slots(templates, alias)?;
    let mut instance = find(dom, region, alias, table)?;
    let mut named = 0;
    for (number, (bound, slot)) in instance.slots.iter_mut().zip(table).enumerate() {
        let said = pairs
            .iter()
            .find(|[slot, _]| slot.as_u64() == Some(number as u64));
        named += usize::from(said.is_some());
        let said = said
            .map(|[_, what]| array(what, "what stands in a range"))
            .transpose()?;
        match (bound, said) {
            (Bound::OneOf(region, shown), Some(said)) => {
                let inside = bind_outline(dom, templates, *region, said)?;
                *shown = Shown::Instance(Box::new(inside));
            }
            (Bound::List(_, rows), said) => {
                bind_rows(dom, templates, rows, (slot.row, said.unwrap_or_default()))?;
            }
            (_, None) => {}
            (bound, Some(_)) => return Err(format!("{bound:?} is no range")),
        }
    }
    if named != pairs.len() {
        return Err(format!(
            "slots that {alias} has not, or not once: {outline:?}"
        ));
    }
    Ok(instance)
}

/// Binds the rows whose template is known: by their list, or by what is said of them; the last word is for all behind it.
fn bind_rows(
    dom: &mut Dom,
    templates: &Templates,
    rows: &mut [Row],
    (alias, said): (Option<u64>, &[Value]),
) -> Result<(), String> {
    if said.len() > rows.len() {
        return Err(format!("{} rows, of which {said:?} is said", rows.len()));
    }
    for (index, row) in rows.iter_mut().enumerate() {
        let region = Region::Only(row.root);
        let what = said.get(index).or(said.last());
        row.instance = match (what.filter(|what| what.as_u64() != Some(0)), alias) {
            (Some(what), alias) => {
                let bound = bind_outline(dom, templates, region, array(what, "a row")?)?;
                if alias.is_some_and(|alias| alias != bound.alias) {
                    return Err(format!("row {index} is said to be of {}", bound.alias));
                }
                Some(bound)
            }
            (None, Some(alias)) => Some(bind(dom, templates, region, alias)?),
            (None, None) => None,
        };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::Client;
    use super::*;

    const PRINT: &str = "AAAAAAAAAAA";

    /// A list whose rows are either a text or a field, and what the page says of it.
    fn rows_of_two_kinds(said: &Value) -> Result<Client, String> {
        let print = |alias: u64, slots: Value| json!([alias, PRINT, slots]);
        let defs = json!([
            [0, PRINT, [["l", [], -1, 0, 1]], 0, said],
            print(1, json!([["o", [0], -1]])),
            print(2, json!([["T", [0]]])),
            print(3, json!([["p", [0], 0, "value"]])),
        ]);
        let body = "<p><b>x</b></p><p><input value=\"a\"></p><p><input value=\"b\"></p>";
        Client::open(&format!(
            "<!doctype html><body><div dj-v=\"token\" dj-h=\"digest\">{body}</div>\
         <script type=\"application/json\" dj-t>{defs}</script></body>"
        ))
    }

    #[test]
    fn the_page_says_what_stands_in_its_ranges() {
        let fields = |said: &Value| {
            let client = rows_of_two_kinds(said).unwrap();
            let fields = client.find("input").unwrap();
            fields
                .into_iter()
                .map(|field| client.is_controlled(field))
                .collect::<Vec<_>>()
        };
        assert_eq!(fields(&json!([0])), [false, false]);
        assert_eq!(fields(&json!([0, 0, [0, [1, 0, [3]]]])), [true, true]);
        assert_eq!(fields(&json!([0, 0, [0, [1, 0, [3]], 0]])), [true, false]);
        let mut client = rows_of_two_kinds(&json!([0, 0, [0, [1, 0, [3]]]])).unwrap();
        let frame = json!([1, [0, [3, 2, [0, [0, 2, 0, "y"]]]]]).to_string();
        let mismatches = client.receive(&frame).unwrap().mismatches;
        assert_eq!(mismatches.len(), 1, "{mismatches:?}");
        assert_eq!(mismatches[0].path, [0, 2]);
        assert!(
            mismatches[0].reason.contains("3 is shown"),
            "{mismatches:?}"
        );
    }

    #[test]
    fn an_outline_that_does_not_fit_is_refused() {
        for (said, reason) in [
            (json!([]), "begins with an alias"),
            (json!([0, 0]), "nothing is said"),
            (json!([0, 1, [1]]), "has not"),
            (json!([0, 0, [0, 0, 0, 0]]), "3 rows"),
            (json!([0, 0, [[3]]]), "said to be of 3"),
        ] {
            let error = rows_of_two_kinds(&said).err();
            assert!(
                error.as_ref().is_some_and(|error| error.contains(reason)),
                "{said}: {error:?}"
            );
        }
    }
}
