//! The templates of the master property as pages of a server. Not an example for people: it is what `torture.test.mjs` drives.
//!
//! What a page shows follows from its seed and step alone, so that any moment can be asked for anew.

#[path = "../master/pages/mod.rs"]
mod pages;
#[path = "../master/state.rs"]
mod state;

use liveview::prelude::*;
use liveview::{Limits, Live};
use state::{State, changes};

/// A moment of a seed's run, and what stands in the field that the server holds.
#[derive(EventParams)]
struct Moment {
    seed: u64,
    step: u64,
    typed: String,
}

/// One view a page: the button that goes a step on, two fields, and templates of the master property.
/// Behind the page's name may stand what its route is told.
macro_rules! torture {
    ($($page:ident $(.$setting:ident)?: $($room:ident::$template:ident)+;)*) => {
        $(mod $page {
            use super::*;

            #[live_view]
            pub(crate) struct Torture {
                moment: Moment,
                state: State,
            }

            #[live_view]
            impl Torture {
                async fn mount(cx: &mut Context<Self>) -> Result<Self> {
                    let moment: Moment = cx.params()?;
                    let state = State::at(moment.seed, moment.step);
                    Ok(Self { moment, state })
                }

                #[event_handler]
                fn step(&mut self) {
                    for change in changes(self.moment.seed, self.moment.step) {
                        self.state.apply(change);
                    }
                    self.moment.step += 1;
                }

                #[event_handler]
                fn hold(&mut self, value: String) {
                    self.moment.typed = value;
                }

                fn render(&self) -> impl Render {
                    html! {
                        <button id="step" type="button" dj-click="step">"step"</button>
                        <input id="free" />
                        <input id="held" value={&self.moment.typed} dj-input="hold" />
                        <output id="at">{self.moment.step}</output>
                        <output id="heard">{&self.moment.typed}</output>
                        <main>$(@render(pages::$room::$template(&self.state)))+</main>
                    }
                }
            }
        })*

        fn routes() -> axum::Router {
            axum::Router::new()
                $(.live(concat!("/", stringify!($page)), live::<$page::Torture>()$(.$setting())?))*
        }
    };
}

torture! {
    lists: rows::keyed rows::unkeyed;
    tables: rows::table rows::options;
    nests: nested::in_if nested::in_else nested::in_if_let nested::in_empty;
    matches: nested::in_match nested::in_keyed_rows nested::in_unkeyed_rows;
    fragments: nested::in_fragments places::many_templates;
    calls: nested::in_calls places::root_text;
    places: places::root_list places::root_if places::single_elements;
    neighbours: places::neighbours texts::between_ranges;
    texts: texts::runs texts::verbatim;
    controls: attributes::properties attributes::plain attributes::fields;
    drawings: attributes::svg attributes::classes attributes::styles spreads::spreads;
    markup.trusted_html: raws::raws;
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> liveview::Result<()> {
    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    println!("listening on http://127.0.0.1:{port}");
    let limits = Limits {
        messages_per_second: 1_000_000,
        message_burst: 1_000_000,
        ..Limits::default()
    };
    liveview::serve(
        routes().with_live(Live::new().limits(limits)),
        format!("127.0.0.1:{port}"),
    )
    .await
}
