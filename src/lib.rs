//! Live pages in Rust. Holds no logic: what an author of live views imports.
//!
//! A page's state is a struct on the server. Its template is HTML inside [`html!`], checked by the compiler. Events come
//! up a socket, the values that changed go down, and the browser writes exactly those.
//!
//! ```
//! use liveview::prelude::*;
//!
//! #[live_view]
//! #[derive(Default)]
//! struct Counter {
//!     count: i64,
//! }
//!
//! #[live_view]
//! impl Counter {
//!     #[event_handler]
//!     fn add(&mut self, step: i64) {
//!         self.count += step;
//!     }
//!
//!     fn render(&self) -> impl Render {
//!         html! {
//!             <button dj-click={add(-1)}>"−"</button>
//!             <output>{self.count}</output>
//!             <button dj-click={add(1)}>+</button>
//!         }
//!     }
//! }
//! ```

pub use liveview_macros::{EventParams, LiveEvent, component, event_handler, html, live_view};
pub use liveview_runtime::http::{
    Key, Live, LivePage, LiveRoutes, WithLive, live, serve, serve_connection, serve_listener,
    serve_until,
};
pub use liveview_runtime::rendered::Rendered;
pub use liveview_runtime::rendered::attributes::{AttributeValue, Attributes};
pub use liveview_runtime::rendered::component::{Children, Slot, Slots};
pub use liveview_runtime::rendered::trusted::{TrustedHtml, TrustedUrl};
pub use liveview_runtime::session::Limits;
/// A view is driven as a person would, without a browser and without a socket:
///
/// ```
/// use liveview::prelude::*;
///
/// #[live_view]
/// #[derive(Default)]
/// struct Counter { count: i64 }
///
/// #[live_view]
/// impl Counter {
///     #[event_handler]
///     fn add(&mut self) { self.count += 1; }
///
///     fn render(&self) -> impl Render {
///         html! { <button id="inc" dj-click="add">+</button><output>{self.count}</output> }
///     }
/// }
///
/// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
/// let mut view = liveview::testing::mount::<Counter>().await;
/// view.click("#inc").await;
/// assert_eq!(view.text("output"), "1");
/// # });
/// ```
#[cfg(feature = "testing")]
pub use liveview_runtime::testing;
pub use liveview_runtime::view::{
    Binding, Block, Context, Error, EventError, EventParam, EventSpec, FieldKind, FieldSpec,
    Handle, Js, LiveEvent, LiveView, Reply, Result, Transition, Undoable,
};
pub use liveview_runtime::{diff, http, rendered, session, view, wire};

/// What generated code names: the runtime's half of it, and the macro that only expansions call.
#[doc(hidden)]
pub mod __private {
    pub use liveview_macros::component_call;
    pub use liveview_runtime::__private::*;
}

/// What every file with a view in it needs: `use liveview::prelude::*;`.
pub mod prelude {
    pub use crate::rendered::render::Render;
    pub use crate::{
        Attributes, Binding, Children, Context, EventParams, Handle, Js, Limits, Live, LiveEvent,
        LiveRoutes, LiveView, Reply, Result, Slot, Slots, WithLive, component, event_handler, html,
        live, live_view,
    };
}
