//! Meant: a list with a key a row, spelt as React spells it.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

struct Message {
    id: u64,
    text: String,
}

#[live_view]
#[derive(Default)]
pub(crate) struct Chat {
    messages: Vec<Message>,
}

#[live_view]
impl Chat {
    fn render(&self) -> impl Render {
        html! {
            <h1>Chat</h1>
            <ul>
                @for message in &self.messages; key message.id {
                    <li>{message.text}</li>
                }
            </ul>
        }
    }
}
