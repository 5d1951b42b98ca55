//! Meant: a list with a key a row, spelt as React spells it.

use liveview::prelude::*;

struct Message {
    id: u64,
    text: String,
}

#[live_view]
#[derive(Default)]
struct Chat {
    messages: Vec<Message>,
}

#[live_view]
impl Chat {
    fn render(&self) -> impl Render {
        html! {
            <h1>Chat</h1>
            <ul>
                @for message in &self.messages {
                    <li key={message.id}>{message.text}</li>
                }
            </ul>
        }
    }
}

fn main() {}
