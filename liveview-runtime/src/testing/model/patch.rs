//! One update, instance by instance: a mismatch stops the instance it is in and no other. Never repairs; that is the server's answer.

use serde_json::Value;

use super::Mismatch;
use super::build::Workshop;
use super::instance::{Bound, Instance, Region, Row, Shown, slots};
use super::outline::bind;
use super::template::{Slot, array};
use super::{list, write};

/// Where the patch goes on: everything by which an instance is found.
pub(super) struct Patcher<'a> {
    pub(super) workshop: Workshop<'a>,
    /// The path to the instance at hand.
    pub(super) path: Vec<usize>,
    pub(super) mismatches: Vec<Mismatch>,
}

impl Patcher<'_> {
    /// Applies `slot, value, slot, value, …`.
    pub(super) fn instance(&mut self, instance: &mut Instance, patch: &[Value]) {
        if instance.stale {
            return;
        }
        if let Err(reason) = self.slots(instance, patch) {
            instance.stale = true;
            self.mismatches.push(Mismatch {
                path: self.path.clone(),
                reason,
            });
        }
    }

    fn slots(&mut self, instance: &mut Instance, patch: &[Value]) -> Result<(), String> {
        let templates = self.workshop.templates;
        let slots = slots(templates, instance.alias)?;
        let (pairs, []) = patch.as_chunks::<2>() else {
            return Err(format!("a slot without a value: {patch:?}"));
        };
        let mut least = 0;
        for [number, value] in pairs {
            let number = number
                .as_u64()
                .and_then(|number| usize::try_from(number).ok());
            let number = number.filter(|&number| number >= least && number < slots.len());
            let number = number.ok_or_else(|| {
                format!(
                    "slots of {} out of order or range: {patch:?}",
                    instance.alias
                )
            })?;
            least = number + 1;
            self.path.push(number);
            let written = self.value(&slots[number], &mut instance.slots[number], value);
            self.path.pop();
            written.map_err(|reason| format!("slot {number}: {reason}"))?;
        }
        Ok(())
    }

    fn value(&mut self, slot: &Slot, bound: &mut Bound, value: &Value) -> Result<(), String> {
        match bound {
            Bound::OneOf(region, shown) => self.one_of(*region, shown, value),
            Bound::List(region, rows) => self.list(*region, slot, rows, value),
            Bound::Scalar(..) | Bound::Classes(..) => {
                write::scalar(self.workshop.dom, slot, bound, value)
            }
        }
    }

    fn one_of(&mut self, region: Region, shown: &mut Shown, value: &Value) -> Result<(), String> {
        if value.as_u64() == Some(0) {
            if matches!(shown, Shown::Nothing) {
                return Err("nothing is shown already".to_owned());
            }
            *shown = Shown::Nothing;
            return self.workshop.clear_range(region);
        }
        let (inside, alias, rest) = fragment(value)?;
        if !inside {
            if matches!(shown, Shown::Instance(known) if known.alias == alias && !known.stale) {
                return Err(format!(
                    "alias {alias} is shown already and would be built again"
                ));
            }
            let built = self
                .workshop
                .fill(region, &array(value, "a fragment")?[1..])?;
            *shown = Shown::Instance(Box::new(built));
            return Ok(());
        }
        if matches!(shown, Shown::Page) {
            *shown = Shown::Instance(Box::new(self.adopt(region, alias)?));
        }
        match shown {
            Shown::Instance(known) if known.alias == alias => {
                self.instance(known, rest);
                Ok(())
            }
            Shown::Instance(known) => Err(format!(
                "alias {alias} is to be patched, but {} is shown",
                known.alias
            )),
            Shown::Page | Shown::Nothing => Err(format!(
                "alias {alias} is to be patched, but nothing is shown"
            )),
        }
    }

    fn list(
        &mut self,
        region: Region,
        slot: &Slot,
        rows: &mut Vec<Row>,
        value: &Value,
    ) -> Result<(), String> {
        let items = array(value, "a list")?;
        let patches = match items.first() {
            Some(sign) if sign.as_str() == Some("o") => {
                list::reorder(&mut self.workshop, region, slot, value, rows)?
            }
            _ => list::in_place(items, rows)?,
        };
        let (pairs, []) = patches.as_chunks::<2>() else {
            return Err(format!("a row without a patch: {value}"));
        };
        for [index, patch] in pairs {
            let index = index.as_u64().and_then(|index| usize::try_from(index).ok());
            let index = index
                .filter(|&index| index < rows.len())
                .ok_or_else(|| format!("no such row: {value}"))?;
            self.path.push(index);
            let written = self.row(slot, &mut rows[index], patch);
            self.path.pop();
            written.map_err(|reason| format!("row {index}: {reason}"))?;
        }
        Ok(())
    }

    fn row(&mut self, slot: &Slot, row: &mut Row, patch: &Value) -> Result<(), String> {
        let region = Region::Only(row.root);
        let (alias, rest) = match slot.row {
            Some(alias) => (alias, array(patch, "a row's patch")?),
            None => match fragment(patch)? {
                (true, alias, rest) => (alias, rest),
                (false, ..) => {
                    row.instance = Some(self.workshop.fill(region, &array(patch, "a row")?[1..])?);
                    return Ok(());
                }
            },
        };
        let instance = match &mut row.instance {
            Some(instance) => instance,
            unbound => unbound.insert(self.adopt(region, alias)?),
        };
        if instance.alias != alias {
            return Err(format!(
                "alias {alias} is to be patched, but {} is shown",
                instance.alias
            ));
        }
        self.instance(instance, rest);
        Ok(())
    }

    /// Binds what the page brought, now that the server has named it.
    fn adopt(&mut self, region: Region, alias: u64) -> Result<Instance, String> {
        bind(self.workshop.dom, self.workshop.templates, region, alias)
    }
}

/// `[0, alias, …patch]` goes inside; `[1, alias, …values]` is new.
fn fragment(value: &Value) -> Result<(bool, u64, &[Value]), String> {
    let items = array(value, "a fragment")?;
    match (
        items.first().and_then(Value::as_u64),
        items.get(1).and_then(Value::as_u64),
    ) {
        (Some(0), Some(alias)) => Ok((true, alias, &items[2..])),
        (Some(1), Some(alias)) => Ok((false, alias, &items[2..])),
        _ => Err(format!(
            "a fragment is [0, alias, …] or [1, alias, …], not {value}"
        )),
    }
}
