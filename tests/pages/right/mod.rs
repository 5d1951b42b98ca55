//! The examples marked ✅, a module a page. Written by the test beside it.

#[rustfmt::skip]
mod readme;
#[rustfmt::skip]
mod components;
#[rustfmt::skip]
mod escaping;
#[rustfmt::skip]
mod events;
#[rustfmt::skip]
mod feedback;
#[rustfmt::skip]
mod forms;
#[rustfmt::skip]
mod hooks;
#[rustfmt::skip]
mod html_law;
#[rustfmt::skip]
mod js_commands;
#[rustfmt::skip]
mod motion;
#[rustfmt::skip]
mod reference;
#[rustfmt::skip]
mod template_files;
#[rustfmt::skip]
mod templates;
#[rustfmt::skip]
mod testing_templates;
