//! Rows: made, moved, dropped and patched, as a run list says. Every count and index is checked before a node moves.

use serde_json::Value;

use crate::testing::dom::NodeId;

use super::build::Workshop;
use super::instance::{Region, Row};
use super::template::{Slot, array};

/// Fills an empty list with the rows of its first value.
pub(super) fn new(
    workshop: &mut Workshop<'_>,
    region: Region,
    slot: &Slot,
    value: &Value,
    rows: &mut Vec<Row>,
) -> Result<(), String> {
    let rest = match array(value, "a list")? {
        [sign, ..] if sign.as_str() == Some("o") => reorder(workshop, region, slot, value, rows)?,
        [] => &[],
        [_, rest @ ..] => rest,
    };
    if rest.is_empty() {
        Ok(())
    } else {
        Err(format!("a new list has patches: {value}"))
    }
}

/// Checks a list in place and returns its patches: `i, patch, …`.
pub(super) fn in_place<'a>(value: &'a [Value], rows: &[Row]) -> Result<&'a [Value], String> {
    let [count, rest @ ..] = value else {
        return Err("a list without its count".to_owned());
    };
    if count.as_u64() != Some(rows.len() as u64) {
        return Err(format!(
            "the list has {} rows here, but the server counts {count}",
            rows.len()
        ));
    }
    Ok(rest)
}

/// Applies `["o", n, runs, news, …]` and returns the patches behind it.
pub(super) fn reorder<'a>(
    workshop: &mut Workshop<'_>,
    region: Region,
    slot: &Slot,
    value: &'a Value,
    rows: &mut Vec<Row>,
) -> Result<&'a [Value], String> {
    let items = array(value, "a reordered list")?;
    in_place(items.get(1..).unwrap_or_default(), rows)?;
    let empty = Value::Array(Vec::new());
    let mut news = fragments(slot, items.get(3))?.into_iter();
    let plan = plan(array(items.get(2).unwrap_or(&empty), "runs")?, rows.len())?;
    let mut old: Vec<Option<Row>> = std::mem::take(rows).into_iter().map(Some).collect();
    for from in plan {
        let span = region.span(workshop.dom)?;
        let row = match from {
            Some(index) => {
                let row = old[index]
                    .take()
                    .ok_or_else(|| format!("old row {index} is used twice"))?;
                let root = workshop.dom.current(row.root);
                workshop
                    .dom
                    .insert(span.parent, root, next_place(workshop, region, rows)?);
                row
            }
            None => {
                let fragment = news.next().ok_or("the runs take more new rows than came")?;
                let before = next_place(workshop, region, rows)?;
                workshop.row(span.parent, before, &fragment)?
            }
        };
        rows.push(row);
    }
    for gone in old.into_iter().flatten() {
        let root = workshop.dom.current(gone.root);
        workshop.dom.detach(root);
    }
    match news.next() {
        None => Ok(items.get(4..).unwrap_or_default()),
        Some(_) => Err("more new rows came than the runs take".to_owned()),
    }
}

/// The node before which the next row goes: what stands behind the last row placed, or at the start.
fn next_place(
    workshop: &Workshop<'_>,
    region: Region,
    placed: &[Row],
) -> Result<Option<NodeId>, String> {
    let span = region.span(workshop.dom)?;
    match placed.last() {
        Some(row) => Ok(workshop.dom.next(workshop.dom.current(row.root))),
        None => Ok(span.first),
    }
}

/// The new order: an old index, or none for the next of the new rows.
fn plan(runs: &[Value], count: usize) -> Result<Vec<Option<usize>>, String> {
    let (pairs, []) = runs.as_chunks::<2>() else {
        return Err(format!("runs without a partner: {runs:?}"));
    };
    let mut plan = Vec::new();
    for [start, length] in pairs {
        let (Some(start), Some(length)) = (start.as_i64(), length.as_i64()) else {
            return Err(format!(
                "a run that is no pair of numbers: {start}, {length}"
            ));
        };
        if length == 0 || (start == -1 && length < 0) || start < -1 {
            return Err(format!("a run of nothing: {start}, {length}"));
        }
        for offset in 0..length.abs() {
            let index = start + offset * length.signum();
            let index = usize::try_from(index).ok().filter(|&index| index < count);
            match index {
                _ if start == -1 => plan.push(None),
                Some(index) => plan.push(Some(index)),
                None => {
                    return Err(format!(
                        "the run {start}, {length} leaves the {count} old rows"
                    ));
                }
            }
        }
    }
    Ok(plan)
}

/// New rows as `[alias, …values]` each.
fn fragments(slot: &Slot, news: Option<&Value>) -> Result<Vec<Vec<Value>>, String> {
    let news = match news {
        None => return Ok(Vec::new()),
        Some(zero) if zero.as_u64() == Some(0) => return Ok(Vec::new()),
        Some(news) => array(news, "new rows")?,
    };
    let (alias, values) = news.split_first().ok_or("new rows without alias")?;
    let fragment = |alias: &Value, values: &Value| {
        let values = array(values, "a new row's values")?;
        Ok(std::iter::once(alias).chain(values).cloned().collect())
    };
    if slot.row.is_some() {
        if alias.as_u64() != slot.row {
            return Err(format!(
                "rows are of alias {:?}, but new ones of {alias}",
                slot.row
            ));
        }
        return values
            .iter()
            .map(|values| fragment(alias, values))
            .collect();
    }
    match (alias.as_u64(), values.as_chunks::<2>()) {
        (Some(0), (pairs, [])) => pairs
            .iter()
            .map(|[alias, values]| fragment(alias, values))
            .collect(),
        _ => Err(format!(
            "rows of many templates come as [0, alias, values, …], not {news:?}"
        )),
    }
}
