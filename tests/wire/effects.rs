//! What a browser is told to do besides showing an update: every command, events of the app's, replies. Shows hardly anything.

use std::time::Duration;

use liveview::wire::effects::{EffectBounds, Effects};
use liveview::{Binding, Block, Js};

use crate::conversation::Conversation;
use crate::pages::{self, Profile};

const BOUNDS: EffectBounds = EffectBounds {
    count: 9,
    bytes: 9_999,
};

/// Every command that can be taken back, each setting and each target once.
fn undoable() -> Js {
    let time = Duration::from_millis(20);
    Js::new()
        .show()
        .to("#a")
        .hide()
        .inner(".b")
        .with_transition("fade-out")
        .lasting(time)
        .toggle()
        .closest("section")
        .with_transition(["fade", "from", "to"])
        .display("grid")
        .add_class("new big")
        .lasting(time)
        .remove_class("old")
        .toggle_class("open")
        .set_attr("aria-busy", true)
        .set_attr("href", "javascript:alert(1)")
        .remove_attr("title")
        .toggle_attr("aria-pressed", "true", Some("false"))
        .toggle_attr("open", "", None)
        .set_text("a \"text\" <b>")
}

/// And every other.
fn lasting() -> Js {
    let call = Binding::from_text(r#"debounce=300 ["toggle",7]"#.to_owned());
    Js::new()
        .transition("shake")
        .lasting(Duration::from_millis(20))
        .ignore_attrs(&["open", "data-*"])
        .focus()
        .to("#a")
        .focus_first()
        .push_focus()
        .pop_focus()
        .blur()
        .dispatch("app:saved")
        .detail(&[1, 2])
        .without_bubbling()
        .dispatch("app:closed")
        .push(Binding::from_text("save".to_owned()))
        .push(call)
        .loading("#list")
        .page_loading()
        .exec("dj-click")
        .to("#other")
        .show_modal()
        .close_modal()
        .copy("a text")
        .copy_content()
        .scroll_into_view(Block::Nearest)
        .navigate("/there?a=b")
        .replacing()
        .ext("confetti")
        .detail("blue")
}

#[test]
fn effects() {
    let room = "nine are few";
    let mut profile = Profile::default();
    let mut effects = Effects::new(BOUNDS);
    let mut talk = Conversation::begin("effects", pages::profile(&profile));
    effects.command(&undoable().to_string()).expect(room);
    talk.tell(
        "commands without a change",
        &mut effects,
        pages::profile(&profile),
    );
    effects.command(&lasting().to_string()).expect(room);
    talk.tell("all other commands", &mut effects, pages::profile(&profile));
    profile.name = "Ada".into();
    effects.event("scored", r#"{"points":3}"#).expect(room);
    effects.reply(3, r#"["a",null,true]"#).expect(room);
    effects.event("a \"name\"", "null").expect(room);
    talk.tell(
        "an event, a reply and an event behind a change",
        &mut effects,
        pages::profile(&profile),
    );
    profile.name = "Bob".into();
    talk.say("changes go on", pages::profile(&profile));
    talk.finish();
}
