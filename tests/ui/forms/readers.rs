//! Who reads a form: one handler or two, single parameters, an enum written by hand, a function outside the view.

use liveview::prelude::*;

mod first {
    use super::*;

    #[derive(EventParams)]
    pub struct Draft {
        title: String,
        count: u8,
    }

    #[live_view]
    #[derive(Default)]
    pub struct Notes {
        title: String,
    }

    #[live_view]
    impl Notes {
        #[event_handler]
        fn save(&mut self, title: String, body: String) {
            self.title = title + &body;
        }

        #[event_handler]
        fn check(&mut self, draft: Draft, _target: String) {
            self.title = format!("{} {} {_target}", draft.title, draft.count);
        }

        #[event_handler]
        fn find(&mut self, body: String, size: Option<u8>) {
            self.title = format!("{body} {size:?}");
        }

        fn render(&self) -> impl Render {
            html! {
                @allow(missing_label)
                <form dj-submit="save" dj-change="check">
                    <input name="title" />
                    <input name="body" />
                    <input name="count" type="checkbox" />
                    <input name="cuont" />
                </form>
                <form dj-submit="find">
                    <input name="title" />
                </form>
                <form dj-submit={save("x")}>
                    <input name="bdoy" />
                </form>
            }
        }
    }

    pub fn form() -> impl Render {
        html! {
            @allow(missing_label)
            <form dj-submit={NotesEvents::save_1("x")}>
                <input name="bodi" />
                <input name="title" />
            </form>
        }
    }
}

mod second {
    use super::*;

    #[derive(LiveEvent)]
    enum Steps {
        Set { value: u8, unit: String },
    }

    #[live_view]
    #[derive(Default)]
    struct Counter {
        count: u8,
    }

    #[live_view]
    impl Counter {
        fn handle_event(&mut self, event: Steps) {
            let Steps::Set { value, unit } = event;
            self.count = value + u8::from(unit.is_empty());
        }

        fn render(&self) -> impl Render {
            html! {
                @allow(missing_label)
                <form dj-submit="set">
                    <input name="vlaue" />
                    <input name="unit" />
                </form>
                <form dj-submit={set(1)}></form>
            }
        }
    }
}

fn main() {
    drop(first::form());
}
