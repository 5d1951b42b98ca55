//! The attributes that begin with `dj-` and bind something: what each hears, takes and brings. Looks at no element.
//!
//! The runtime's list of settings (`rendered/attributes/names.rs`) and the client's listeners have the same names.

/// What a binding's event brings to its handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Brings {
    /// Nothing but what the element says.
    Nothing,
    /// Whether a box is ticked, and the keys held meanwhile.
    Click,
    /// Where a pointer is, its button, the keys held meanwhile.
    Pointer,
    /// The same without a button.
    Touch,
    /// A key, the keys held meanwhile, and what stands in the field.
    Key,
    /// A key that is pressed wherever the focus is.
    PageKey,
    /// What stands in a field.
    Edit,
    /// The button that submits; all else is the form's.
    Submit,
    /// What is pasted, and what stood in the field.
    Paste,
    /// What is dropped, and where.
    Drop,
    /// How far something is scrolled.
    Scroll,
    /// How large something is.
    Size,
    /// How much of it can be seen.
    Ratio,
    /// Whether it is open.
    Toggle,
    /// Whether the page can be seen.
    Visibility,
    /// How many nodes came and went, and which attributes changed.
    Mutation,
    /// Which of the combinations was pressed, and with which key.
    Shortcut,
}

/// What stands in a binding's value, and what may stand behind its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A handler, called at a browser's event that can be prevented.
    Preventable,
    /// A handler, called at a browser's event.
    Browser,
    /// A handler, called at an event of the framework's own.
    Own,
    /// Commands, never a handler by itself.
    Commands,
    /// Commands in braces, or classes in quotes.
    CommandsOrClasses,
    /// Combinations of keys with their handlers.
    Shortcuts,
    /// The field of a view.
    Model,
}

/// A binding.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) brings: Brings,
}

/// Says which handler takes up what was typed before a form's session was lost.
pub(super) const RECOVERY: &str = "dj-auto-recover";

/// The field of the view that a control shows and changes.
pub(super) const MODEL: &str = "dj-model";

/// Combinations of keys.
pub(super) const SHORTCUT: &str = "dj-shortcut";

/// What is shown until the server has answered.
pub(super) const OPTIMISTIC: &str = "dj-optimistic";

const EVENTS: [(&str, Kind, Brings); 61] = {
    use Brings::*;
    use Kind::{Browser, Commands, CommandsOrClasses, Model, Own, Preventable, Shortcuts};
    [
        ("dj-click", Preventable, Click),
        ("dj-dblclick", Preventable, Pointer),
        ("dj-contextmenu", Preventable, Pointer),
        ("dj-click-away", Browser, Click),
        ("dj-mouseenter", Browser, Pointer),
        ("dj-mouseleave", Browser, Pointer),
        ("dj-focus", Browser, Edit),
        ("dj-blur", Browser, Edit),
        ("dj-input", Browser, Edit),
        ("dj-change", Browser, Edit),
        ("dj-submit", Browser, Submit),
        ("dj-keydown", Preventable, Key),
        ("dj-keyup", Preventable, Key),
        ("dj-paste", Preventable, Paste),
        ("dj-pointerdown", Preventable, Pointer),
        ("dj-pointerup", Browser, Pointer),
        ("dj-pointermove", Browser, Pointer),
        ("dj-touchstart", Browser, Touch),
        ("dj-touchend", Browser, Touch),
        ("dj-dragstart", Preventable, Pointer),
        ("dj-dragenter", Preventable, Pointer),
        ("dj-dragover", Preventable, Pointer),
        ("dj-dragleave", Browser, Pointer),
        ("dj-drop", Preventable, Drop),
        ("dj-dragend", Browser, Pointer),
        ("dj-scroll", Browser, Scroll),
        ("dj-scrollend", Browser, Scroll),
        ("dj-toggle", Browser, Toggle),
        ("dj-close", Browser, Nothing),
        ("dj-cancel", Preventable, Nothing),
        ("dj-invalid", Preventable, Edit),
        ("dj-mounted", Own, Nothing),
        ("dj-appear", Own, Ratio),
        ("dj-disappear", Own, Ratio),
        ("dj-viewport-top", Own, Ratio),
        ("dj-viewport-bottom", Own, Ratio),
        ("dj-poll", Own, Nothing),
        ("dj-mutation", Own, Mutation),
        ("dj-resize", Own, Size),
        ("dj-copy-event", Own, Nothing),
        (RECOVERY, Own, Edit),
        ("dj-window-keydown", Preventable, PageKey),
        ("dj-window-keyup", Preventable, PageKey),
        ("dj-window-click", Preventable, Pointer),
        ("dj-window-scroll", Browser, Scroll),
        ("dj-window-resize", Browser, Size),
        ("dj-window-focus", Browser, Nothing),
        ("dj-window-blur", Browser, Nothing),
        ("dj-window-online", Browser, Nothing),
        ("dj-window-offline", Browser, Nothing),
        ("dj-document-keydown", Preventable, PageKey),
        ("dj-document-keyup", Preventable, PageKey),
        ("dj-document-click", Preventable, Pointer),
        ("dj-document-visibilitychange", Browser, Visibility),
        ("dj-remove", CommandsOrClasses, Nothing),
        ("dj-init", Commands, Nothing),
        ("dj-connected", Commands, Nothing),
        ("dj-disconnected", Commands, Nothing),
        (OPTIMISTIC, Commands, Nothing),
        (SHORTCUT, Shortcuts, Brings::Shortcut),
        (MODEL, Model, Edit),
    ]
};

/// The binding whose attribute begins with this name, modifiers not counted.
pub(super) fn event(name: &str) -> Option<Event> {
    let (name, _) = parts(name);
    let mut all = EVENTS.iter();
    let &(name, kind, brings) = all.find(|(known, ..)| *known == name)?;
    Some(Event { name, kind, brings })
}

/// The names of all bindings.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    EVENTS.iter().map(|(name, ..)| *name)
}

/// Whether the value of an attribute of this name is a binding: a handler that is called, or commands.
pub fn is_binding(name: &str) -> bool {
    event(name).is_some_and(|event| !matches!(event.kind, Kind::Shortcuts | Kind::Model))
}

/// A name, and what stands behind its first point.
pub(super) fn parts(name: &str) -> (&str, Option<&str>) {
    match name.split_once('.') {
        Some((event, modifiers)) => (event, Some(modifiers)),
        None => (name, None),
    }
}

impl Event {
    /// Whether the keys held may stand behind the name.
    pub(super) fn hears_held_keys(self) -> bool {
        use Brings::{Click, Drop, Pointer, Touch};
        self.hears_keys() || matches!(self.brings, Click | Drop | Pointer | Touch)
    }

    /// Whether it is heard wherever it happens on the page.
    pub(super) fn is_of_the_page(self) -> bool {
        self.name.starts_with("dj-window-") || self.name.starts_with("dj-document-")
    }

    /// Whether it may happen where its element is not.
    pub(super) fn is_heard_from_afar(self) -> bool {
        self.is_of_the_page() || matches!(self.name, "dj-click-away" | SHORTCUT)
    }

    /// Whether a key may stand behind the name.
    pub(super) fn hears_keys(self) -> bool {
        matches!(self.brings, Brings::Key | Brings::PageKey)
    }

    /// Whether one of the pointer's buttons may stand behind the name.
    pub(super) fn hears_buttons(self) -> bool {
        matches!(
            self.name,
            "dj-click" | "dj-dblclick" | "dj-contextmenu" | "dj-pointerdown" | "dj-pointerup"
        )
    }

    /// Whether the browser tells of it.
    pub(super) fn is_a_browsers(self) -> bool {
        matches!(self.kind, Kind::Browser | Kind::Preventable)
    }

    /// Whether it sends the fields of a form that it stands on.
    pub(super) fn sends_the_form(self) -> bool {
        use Brings::{Edit, Key, Paste, Submit};
        matches!(self.brings, Edit | Key | Paste | Submit) && self.kind != Kind::Model
    }

    /// Whether it belongs on forms alone.
    pub(super) fn belongs_to_forms(self) -> bool {
        matches!(self.name, "dj-submit" | RECOVERY)
    }
}
