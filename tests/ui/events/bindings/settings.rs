use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    wait: String,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn look(&mut self) {}

    fn render(&self) -> impl Render {
        html! {
            <div dj-click-awy="look" dj-windw-scroll="look" dj-hok="Chart" dj-loading.foo="x" dj-loading.clas="x" dj-confirm.x="y">a</div>
            <div dj-update="ignored" dj-form-pending="hid" dj-no-submit="tab" dj-dialog="open" dj-scroll-into-view="centre">b</div>
            <div dj-poll="look" dj-poll-interval="5s" dj-appear="look" dj-threshold="1.5" dj-throttle="soon">c</div>
            <div dj-confirm dj-lock="yes" dj-update={self.wait} dj-trigger-action>d</div>
            <div dj-style="top: 0" dj-abracadabra="look">f</div>
            <div dj-poll-interval="500" dj-threshold="0.5" dj-copy-class="done">e</div>
        }
    }
}

fn main() {}
