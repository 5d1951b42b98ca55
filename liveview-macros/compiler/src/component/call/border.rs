//! What a component says of calls and templates that stand in what it is given: where it shows them. Judges none of them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::component::declaration::Declaration;
use crate::component::half::Half;
use crate::html::call::{self, Written};
use crate::html::check::roots::{Spot, Trail};
use crate::reader::Reader;

/// Answers, or hands on to the next component on the way, with what this one knows.
pub(super) fn told(declaration: &Declaration, stage: &str, reader: Reader) -> Option<TokenStream> {
    match stage {
        "place" => {
            let Written { mut call, renderer } = call::read(reader.rest())?;
            call.places = passed(declaration, &call.places);
            Some(call::write(&call, &renderer))
        }
        "declaration" => {
            let mut half = Half::read(reader)?;
            half.hear(declaration);
            Some(half.expand())
        }
        _ => {
            let trails = passed(declaration, &reader.all(Trail::decode)?);
            let mut borders = trails.iter().filter_map(Trail::border);
            Some(match borders.next() {
                Some(border) => call::ask(&border.path, &trails),
                None => {
                    let is_drawing = trails.iter().all(|trail| Spot::at(trail).is_in_drawing());
                    quote!(#is_drawing)
                }
            })
        }
    }
}

/// The ways behind this component.
fn passed(declaration: &Declaration, trails: &[Trail]) -> Vec<Trail> {
    let mut passed: Vec<Trail> = Vec::new();
    for trail in trails {
        let Some(border) = trail.border() else {
            continue;
        };
        for way in trail.through(declaration.places(&border.slot)) {
            if !passed.contains(&way) {
                passed.push(way);
            }
        }
    }
    passed
}
