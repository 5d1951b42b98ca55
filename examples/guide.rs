//! A page of prose in a template file, with a few things to click. What it says stands in `guide.html`, not here.

use std::collections::BTreeSet;

use liveview::prelude::*;
use liveview::{TrustedHtml, TrustedUrl};

struct Question {
    number: usize,
    title: &'static str,
    answer: &'static str,
}

const QUESTIONS: [Question; 2] = [
    Question {
        number: 1,
        title: "Is it checked?",
        answer: "Every law of html! is held against it, and a mistake is told with its line and column.",
    },
    Question {
        number: 2,
        title: "What if it changes?",
        answer: "Then cargo compiles the crate again.",
    },
];

/// HTML of the program's own, as a page made from Markdown would be: shown as it is.
const TIPS: [&str; 3] = [
    "<p>A handler is checked by its name: <code>dj-click=\"trun\"</code> does not compile.</p>",
    "<p>A page may be <em>left</em> and found again:</p><ul><li>the line breaks,</li><li>the state stays.</li></ul>",
    "<p>What is shown raw is vouched for. <code>grep dangerously_from</code> finds it all.</p>",
];

/// How far somebody has come.
enum Progress {
    Unread,
    Begun { left: usize },
    Read,
}

/// The button that opens and closes an answer. What else its element needs, the page says.
#[component]
fn Turner(is_open: bool, on_turn: Binding, attributes: Attributes) -> impl Render {
    html! {
        <button type="button" dj-click={on_turn} aria-expanded={is_open} {..attributes}>
            @if is_open { Close } @else { Open }
        </button>
    }
}

#[live_view]
#[derive(Default)]
struct Guide {
    opened: BTreeSet<usize>,
    tip: usize,
}

impl Guide {
    fn progress(&self) -> Progress {
        match QUESTIONS.len() - self.opened.len() {
            0 => Progress::Read,
            _ if self.opened.is_empty() => Progress::Unread,
            left => Progress::Begun { left },
        }
    }

    fn tip(&self) -> TrustedHtml {
        TrustedHtml::dangerously_from(TIPS[self.tip])
    }

    /// The answers that are open, as a file: `data:` is no scheme for values, so the program vouches for what it made.
    fn file(&self) -> TrustedUrl {
        let opened = QUESTIONS
            .iter()
            .filter(|question| self.opened.contains(&question.number));
        let text: String = opened
            .flat_map(|question| [question.title, "\n", question.answer, "\n\n"])
            .collect();
        let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        TrustedUrl::dangerously_from(format!("data:text/plain;charset=utf-8,{encoded}"))
    }
}

#[live_view(template = "guide.html")]
impl Guide {
    #[event_handler]
    fn turn(&mut self, number: usize) {
        if !self.opened.remove(&number) {
            self.opened.insert(number);
        }
    }

    #[event_handler]
    fn next_tip(&mut self) {
        self.tip = (self.tip + 1) % TIPS.len();
    }
}

#[tokio::main]
async fn main() -> liveview::Result<()> {
    let address = format!(
        "127.0.0.1:{}",
        std::env::var("PORT").as_deref().unwrap_or("3000")
    );
    let css = || async { ([("content-type", "text/css")], include_str!("style.css")) };
    // The client may make nodes of HTML on this page, because its tips change.
    let guide = live::<Guide>()
        .title("Guide")
        .stylesheet("/style.css")
        .trusted_html();
    let app = axum::Router::new()
        .route("/style.css", axum::routing::get(css))
        .live("/", guide);
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
