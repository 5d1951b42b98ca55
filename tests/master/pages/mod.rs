//! The templates of the master property: together every slot kind, every nesting, every place a range can have. Change nothing.

pub(crate) mod attributes;
pub(crate) mod nested;
pub(crate) mod places;
pub(crate) mod raws;
pub(crate) mod rows;
pub(crate) mod spreads;
pub(crate) mod texts;
