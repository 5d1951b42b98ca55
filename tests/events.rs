//! From a client's words to a handler: whitelists, parameters, bindings, callbacks. Renders nothing.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Counter {
    count: i64,
}

#[live_view]
impl Counter {
    #[event_handler]
    fn add(&mut self, step: i64) {
        self.count += step;
    }

    #[event_handler(debounce = 300)]
    async fn search(&mut self, value: String, cx: &mut Context<Self>) -> Result<()> {
        let _ = (value, cx.uri());
        Ok(())
    }

    fn render(&self) -> impl Render {
        liveview::__private::Nothing
    }
}

#[test]
fn only_handlers_are_offered() {
    let names: Vec<_> = Counter::EVENTS.iter().map(|event| event.name).collect();
    assert_eq!(names, ["add", "search"]);
}
