//! The kit authors test their views with: a page without a browser, a person without hands. Used by nothing in here.

mod dom;
mod model;

pub use dom::{Dom, NodeId};
pub use model::{Client, Mismatch, Received};
