//! What generated code names, in one place. Holds no logic; nobody writes this path by hand.

pub use crate::rendered::template::{Arity, Kind, Node, Place, Point, Slot, Step, Template};
