//! The laws of HTML and of bindings, one function each, every mistake pooled. Changes nothing.

use super::ast::Template;
use crate::diagnostics::Diagnostics;

pub mod events;

/// Holds every law against a template.
pub fn check(_template: &Template, _diagnostics: &mut Diagnostics) {}
