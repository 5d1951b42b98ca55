use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
    #[model]
    name: String,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn press(&mut self) {
        self.done = true;
    }

    fn render(&self) -> impl Render {
        html! {
            <div role="group" dj-keydown.entr="press" dj-keyup.Enter="press" dj-keydown.ctlr.k="press">
                <p dj-keydown.k.ctrl="press" dj-keydown.a.b="press" dj-keyup.ctrl.ctrl="press" dj-keyup.prevnt="press">a</p>
                <button dj-click.enter="press" dj-change.ctrl="press" dj-click.prevnt="press" dj-click.foo="press">b</button>
                <p dj-mounted.prevent="press" dj-scroll.prevent="press" dj-window-keydown.self="press">c</p>
                <form dj-submit.prevent="press" dj-change.left="press"></form>
                <p dj-keydown.abracadabra="press">e</p>
                <input dj-input.lazy="press" aria-label="d" dj-model.lzy="name" dj-shortcut.k="k:press" />
            </div>
        }
    }
}

fn main() {}
