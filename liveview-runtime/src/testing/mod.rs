//! The kit authors test their views with. Used by nothing in here.
