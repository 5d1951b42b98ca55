//! The property with a line that breaks: frames are lost, clients return, events go out while nobody hears. Writes no template.

use liveview::prelude::*;
use liveview::testing::{TestView, mount};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::harness::{cases, fresh, keyed};
use crate::pages;
use crate::state::{Change, State};

/// A page with rows, branches and texts, that counts what it was told to do.
#[live_view]
struct Told {
    state: State,
    done: u32,
}

#[live_view]
impl Told {
    fn mount() -> Result<Self> {
        Ok(Self {
            state: State::new(),
            done: 0,
        })
    }

    #[event_handler]
    fn count(&mut self) {
        self.done += 1;
    }

    fn handle_info(&mut self, change: Change) {
        self.state.apply(change);
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="count">"count"</button>
            <output>{self.done}</output>
            @render(pages::rows::keyed(&self.state))
            @render(pages::places::neighbours(&self.state))
        }
    }
}

/// What happens in a run.
#[derive(Debug, Clone)]
enum Act {
    /// Another task changes the state.
    Tell(Change),
    /// The person clicks, whether anybody hears it or not.
    Click,
    /// From now on what the server says is lost.
    Stall,
    /// The line breaks.
    Cut,
    /// The client returns.
    Resume,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Up,
    Stalled,
    Down,
}

/// The view, its line, and what it should show.
struct Run {
    view: TestView<Told>,
    line: Line,
    expected: Told,
}

impl Run {
    async fn act(&mut self, act: Act) -> Result<(), TestCaseError> {
        match (act, self.line) {
            (Act::Tell(change), _) => {
                self.expected.state.apply(change);
                self.view.send(change).await;
            }
            (Act::Click, _) => {
                self.expected.done += 1;
                self.view.click("button").await;
            }
            (Act::Stall, Line::Up) => {
                self.view.stall();
                self.line = Line::Stalled;
            }
            (Act::Cut, Line::Up | Line::Stalled) => {
                self.view.cut().await;
                self.line = Line::Down;
            }
            (Act::Resume, Line::Stalled | Line::Down) => self.resume().await?,
            _ => {}
        }
        self.check()
    }

    async fn resume(&mut self) -> Result<(), TestCaseError> {
        let (before, told) = (keyed(self.view.client()), self.view.frames().len());
        self.view.cut().await;
        self.view.resume().await;
        self.line = Line::Up;
        let answer = &self.view.frames()[told];
        if answer.contains("\"replay\":1") {
            for (key, node) in keyed(self.view.client()) {
                let kept = before.get(&key).is_none_or(|&known| known == node);
                prop_assert!(kept, "row {key} lost its node in a replay");
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<(), TestCaseError> {
        if self.line == Line::Up {
            let client = self.view.client();
            let shown = client.dom().canonical(client.root(0));
            prop_assert_eq!(shown, fresh(self.expected.render()));
        }
        Ok(())
    }
}

#[test]
fn nothing_is_lost_and_nothing_done_twice_when_the_line_breaks() {
    let act = prop_oneof![
        8 => any::<u64>().prop_map(|bits| Act::Tell(Change::from_bits(bits))),
        3 => Just(Act::Click),
        1 => Just(Act::Stall),
        1 => Just(Act::Cut),
        2 => Just(Act::Resume),
    ];
    let config = Config {
        cases: 2 * cases(),
        failure_persistence: None,
        ..Config::default()
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build();
    let runtime = runtime.expect("a runtime of one thread starts");
    TestRunner::new(config)
        .run(&vec(act, 1..120), |acts| {
            runtime.block_on(async {
                let view = mount::<Told>().await;
                let expected = Told {
                    state: State::new(),
                    done: 0,
                };
                let mut run = Run {
                    view,
                    line: Line::Up,
                    expected,
                };
                for act in acts.into_iter().chain([Act::Resume]) {
                    run.act(act).await?;
                }
                Ok(())
            })
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}
