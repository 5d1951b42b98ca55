//! The kit authors test their views with: a page without a browser, a person without hands. Used by nothing in here.

mod dom;
mod kit;
mod model;
mod person;

pub use dom::{Dom, NodeId};
pub use kit::{Mount, TestView, mount};
pub use model::{Client, Mismatch, Received, Told};
