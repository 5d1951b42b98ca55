//! The six pages that live-view frameworks are measured by, at `/b1` … `/b6`. Their markup is a contract with outside
//! harnesses: never restyle it.

use liveview::prelude::*;

/// `/b1`: a counter.
#[live_view]
#[derive(Default)]
struct Counter {
    count: i64,
}

#[live_view]
impl Counter {
    #[event_handler]
    fn inc(&mut self) {
        self.count += 1;
    }

    #[event_handler]
    fn dec(&mut self) {
        self.count -= 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <h1>Counter</h1>
            // On one line: a line break between buttons would be a space on the page.
            <button id="inc" dj-click="inc">+</button><button id="dec" dj-click="dec">-</button><output>{self.count}</output>
        }
    }
}

/// `/b2`, `/b3`, `/b4`: a table of 1,000 keyed rows, and a counter beside it that the rows know nothing of.
#[live_view]
struct Table {
    rows: Vec<Row>,
    /// The number of the next new row.
    next: u32,
    edits: usize,
    side: u32,
}

struct Row {
    number: u32,
    name: String,
    mail: String,
}

impl Row {
    fn new(number: u32) -> Self {
        Self {
            number,
            name: format!("User {number}"),
            mail: format!("user{number}@example.com"),
        }
    }
}

#[live_view]
impl Table {
    fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        Ok(Self {
            rows: (1..=1000).map(Row::new).collect(),
            next: 1001,
            edits: 0,
            side: 0,
        })
    }

    /// Edits the third cell of the first row, then of the second, and round again.
    #[event_handler]
    fn change(&mut self) {
        if self.rows.is_empty() {
            return;
        }
        let place = self.edits % self.rows.len();
        self.edits += 1;
        self.rows[place].mail = format!("edit {}", self.edits);
    }

    #[event_handler]
    fn append(&mut self) {
        let row = self.new_row();
        self.rows.push(row);
    }

    #[event_handler]
    fn prepend(&mut self) {
        let row = self.new_row();
        self.rows.insert(0, row);
    }

    #[event_handler]
    fn delete_first(&mut self) {
        if !self.rows.is_empty() {
            self.rows.remove(0);
        }
    }

    #[event_handler]
    fn reverse(&mut self) {
        self.rows.reverse();
    }

    /// The same permutation at every click: a xorshift generator with a fixed seed.
    #[event_handler]
    fn shuffle(&mut self) {
        let mut state = 0x9E37_79B9_u32;
        for last in (1..self.rows.len()).rev() {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            self.rows.swap(last, state as usize % (last + 1));
        }
    }

    #[event_handler]
    fn bump(&mut self) {
        self.side += 1;
    }

    fn new_row(&mut self) -> Row {
        self.next += 1;
        Row::new(self.next - 1)
    }

    fn render(&self) -> impl Render {
        html! {
            <button id="change" dj-click="change">Change</button>
            <button id="append" dj-click="append">Append</button>
            <button id="prepend" dj-click="prepend">Prepend</button>
            <button id="delete_first" dj-click="delete_first">Delete first</button>
            <button id="reverse" dj-click="reverse">Reverse</button>
            <button id="shuffle" dj-click="shuffle">Shuffle</button>
            <button id="bump" dj-click="bump">Bump</button>
            <output id="side">{self.side}</output>
            <table>
                <tbody>
                    @for row in &self.rows; key row.number {
                        <tr id="row-{row.number}">
                            <td>{row.number}</td>
                            <td>{row.name}</td>
                            <td>{row.mail}</td>
                            <td>member</td>
                        </tr>
                    }
                </tbody>
            </table>
        }
    }
}

/// `/b5`: a form of ten fields, each with its error.
#[live_view]
#[derive(Default)]
struct Form {
    fields: Fields,
}

#[derive(Default, EventParams)]
struct Fields {
    f0: String,
    f1: String,
    f2: String,
    f3: String,
    f4: String,
    f5: String,
    f6: String,
    f7: String,
    f8: String,
    f9: String,
}

/// What is wrong with the text of a field, if anything.
fn error(text: &str) -> Option<String> {
    let length = text.chars().count();
    (length < 100).then(|| format!("too short ({length})"))
}

#[live_view]
impl Form {
    #[event_handler]
    fn validate(&mut self, fields: Fields) {
        self.fields = fields;
    }

    fn render(&self) -> impl Render {
        html! {
            <form dj-input="validate">
                <label for="f0">Field 0</label><input id="f0" name="f0" /><p class="error">{error(&self.fields.f0)}</p>
                <label for="f1">Field 1</label><input id="f1" name="f1" /><p class="error">{error(&self.fields.f1)}</p>
                <label for="f2">Field 2</label><input id="f2" name="f2" /><p class="error">{error(&self.fields.f2)}</p>
                <label for="f3">Field 3</label><input id="f3" name="f3" /><p class="error">{error(&self.fields.f3)}</p>
                <label for="f4">Field 4</label><input id="f4" name="f4" /><p class="error">{error(&self.fields.f4)}</p>
                <label for="f5">Field 5</label><input id="f5" name="f5" /><p class="error">{error(&self.fields.f5)}</p>
                <label for="f6">Field 6</label><input id="f6" name="f6" /><p class="error">{error(&self.fields.f6)}</p>
                <label for="f7">Field 7</label><input id="f7" name="f7" /><p class="error">{error(&self.fields.f7)}</p>
                <label for="f8">Field 8</label><input id="f8" name="f8" /><p class="error">{error(&self.fields.f8)}</p>
                <label for="f9">Field 9</label><input id="f9" name="f9" /><p class="error">{error(&self.fields.f9)}</p>
            </form>
        }
    }
}

/// `/b6`: a chat that keeps its last 100 messages.
#[live_view]
struct Chat {
    /// The numbers of the messages shown; all else of a message follows from its number.
    messages: std::ops::RangeInclusive<u32>,
}

/// A message a second, from twelve o'clock.
fn time(number: u32) -> String {
    format!("12:{:02}:{:02}", number / 60 % 60, number % 60)
}

#[live_view]
impl Chat {
    fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        Ok(Self { messages: 1..=100 })
    }

    #[event_handler]
    fn say(&mut self) {
        let last = self.messages.end() + 1;
        self.messages = last - 99..=last;
    }

    fn render(&self) -> impl Render {
        html! {
            <button id="say" dj-click="say">Say</button>
            <ul id="log">
                @for number in self.messages.clone(); key number {
                    <li><time>{time(number)}</time> <b>user{number % 10}</b> <span>message {number}</span></li>
                }
            </ul>
        }
    }
}

/// `/`: the way to all of them.
#[live_view]
#[derive(Default)]
struct Index;

#[live_view]
impl Index {
    fn render(&self) -> impl Render {
        html! {
            <h1>Bench pages</h1>
            <ul>
                <li><a href="/b1">Counter</a></li>
                <li><a href="/b2">Table: one cell</a></li>
                <li><a href="/b3">Table: append, prepend, delete</a></li>
                <li><a href="/b4">Table: reverse, shuffle</a></li>
                <li><a href="/b5">Form: ten fields</a></li>
                <li><a href="/b6">Chat: the last hundred</a></li>
            </ul>
        }
    }
}

#[tokio::main]
async fn main() -> liveview::Result<()> {
    let address = format!(
        "127.0.0.1:{}",
        std::env::var("PORT").as_deref().unwrap_or("3000")
    );
    // A harness clicks faster than people do, and comes from one address.
    let limits = Limits {
        connections_per_address: 10_000,
        messages_per_second: 1_000_000,
        message_burst: 1_000_000,
        ..Limits::default()
    };
    let app = axum::Router::new()
        .live("/", live::<Index>())
        .live("/b1", live::<Counter>())
        .live("/b2", live::<Table>())
        .live("/b3", live::<Table>())
        .live("/b4", live::<Table>())
        .live("/b5", live::<Form>())
        .live("/b6", live::<Chat>())
        .with_live(Live::new().limits(limits));
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
