//! Full values: the answer to a join and to a resync. Builds anew rather than compare, and keeps what stands outside the instance.

use serde_json::Value;

use crate::testing::dom::Dom;

use super::build::Workshop;
use super::instance::{Bound, Instance, Region, Row, Shown};
use super::template::{Again, Templates, array, define};
use super::{Received, View};

/// `["j", {seq, ref, secret, defs?, …}]`
pub(super) fn joined(view: &mut View, dom: &mut Dom, items: &[Value]) -> Result<Received, String> {
    let answer = items
        .get(1)
        .and_then(Value::as_object)
        .ok_or("a join's answer without its object")?;
    let number = |name| {
        answer
            .get(name)
            .and_then(Value::as_u64)
            .ok_or_else(|| format!("a join's answer without {name}"))
    };
    let (seq, reference) = (number("seq")?, number("ref")?);
    let secret = answer
        .get("secret")
        .and_then(Value::as_str)
        .ok_or("a join's answer without secret")?;
    secret.clone_into(&mut view.secret);
    view.reference = reference;
    let given: Vec<&str> = ["same", "replay", "values", "new"]
        .into_iter()
        .filter(|name| answer.contains_key(*name))
        .collect();
    match given.as_slice() {
        ["same"] => {
            view.seq = seq;
            define(
                &mut view.templates,
                answer.get("defs").unwrap_or(&Value::from(0)),
                Again::Refused,
            )?;
        }
        // The frames that follow are numbered from the one missed first; `ref` has counted their events already.
        ["replay"] => view.replay_until = seq,
        [kind @ ("values" | "new")] => {
            view.templates = Templates::new();
            view.definitions = Again::Refused;
            define(
                &mut view.templates,
                answer.get("defs").unwrap_or(&Value::from(0)),
                Again::Refused,
            )?;
            view.seq = seq;
            let values = array(&answer[*kind], "the values of a view")?;
            view.instance = Some(
                Workshop {
                    dom,
                    templates: &view.templates,
                }
                .fill(Region::Content(view.root), values)?,
            );
        }
        other => return Err(format!("a join is answered in one way, not {other:?}")),
    }
    Ok(Received::default())
}

/// `["r", seq, path, [alias, …values], defs?]`
pub(super) fn answered(
    view: &mut View,
    dom: &mut Dom,
    items: &[Value],
) -> Result<Received, String> {
    let seq = items
        .get(1)
        .and_then(Value::as_u64)
        .ok_or("an answer without its number")?;
    let path = array(items.get(2).ok_or("an answer without path")?, "a path")?;
    let path: Option<Vec<usize>> = path
        .iter()
        .map(|step| step.as_u64()?.try_into().ok())
        .collect();
    let path = path.ok_or_else(|| format!("not a path: {items:?}"))?;
    if seq != view.seq && !path.is_empty() {
        return Err(format!(
            "an answer at {seq} for one instance, but {} is shown",
            view.seq
        ));
    }
    view.seq = seq;
    if path.is_empty() {
        view.definitions = Again::Allowed;
    }
    if let Some(defs) = items.get(4) {
        define(&mut view.templates, defs, view.definitions)?;
    }
    let values = array(items.get(3).ok_or("an answer without values")?, "values")?;
    let mut workshop = Workshop {
        dom,
        templates: &view.templates,
    };
    if path.is_empty() {
        view.instance = Some(workshop.fill(Region::Content(view.root), values)?);
    } else {
        let root = view
            .instance
            .as_mut()
            .ok_or("an answer for a part of a view that is not bound")?;
        rebuild(&mut workshop, root, &path, values)?;
    }
    Ok(Received::default())
}

fn rebuild(
    workshop: &mut Workshop<'_>,
    owner: &mut Instance,
    path: &[usize],
    values: &[Value],
) -> Result<(), String> {
    let nowhere = || format!("no instance stands at {path:?}");
    let (&slot, rest) = path.split_first().ok_or_else(nowhere)?;
    match owner.slots.get_mut(slot).ok_or_else(nowhere)? {
        Bound::OneOf(region, shown) => match (rest, &mut *shown) {
            ([], _) => {
                *shown = Shown::Instance(Box::new(workshop.fill(*region, values)?));
                Ok(())
            }
            (_, Shown::Instance(instance)) => rebuild(workshop, instance, rest, values),
            _ => Err(nowhere()),
        },
        Bound::List(_, rows) => {
            let (&index, rest) = rest.split_first().ok_or_else(nowhere)?;
            match (rows.get_mut(index).ok_or_else(nowhere)?, rest) {
                (row, []) => {
                    row.instance = Some(workshop.fill(Region::Only(row.root), values)?);
                    Ok(())
                }
                (
                    Row {
                        instance: Some(instance),
                        ..
                    },
                    _,
                ) => rebuild(workshop, instance, rest, values),
                _ => Err(nowhere()),
            }
        }
        Bound::Scalar(..) | Bound::Classes(..) => Err(nowhere()),
    }
}
