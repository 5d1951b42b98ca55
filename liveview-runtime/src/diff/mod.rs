//! What must be said again: renders a view against the shadow of what its page shows. Writes no JSON.
//!
//! ```text
//! view ──Renderer──▶ Recorder ──▶ Changes
//!            ▲                       │ (wire)
//!          Shadow ◀── new tape       ▼
//! ```

mod changes;
mod order;
mod recorder;

use crate::rendered::pool;
use crate::rendered::render::Render;
use crate::rendered::renderer::Renderer;
use crate::rendered::seed::Seed;
use crate::rendered::shadow::Shadow;
pub use changes::Changes;
pub(crate) use changes::{Op, Span};
use recorder::Recorder;

/// Renders a view for a page that shows `shadow`: what differs, and the shadow of the new page in place of the old one.
pub fn update(view: impl Render, shadow: &mut Shadow, seed: &Seed) -> Changes {
    let mut recorder = Recorder::default();
    let mut renderer = Renderer::compare(shadow.tape(), seed, pool::take(), &mut recorder);
    renderer.root(view);
    let mut scratch = renderer.into_scratch();
    let changes = recorder.finish();
    if changes.is_empty() {
        debug_assert!(scratch.tape == shadow.tape(), "a change was not told");
    } else {
        shadow.exchange(&mut scratch.tape);
    }
    pool::give_back(scratch);
    changes
}

/// Renders a view in full: every value of it, and the shadow of a page that shows them.
pub fn full(view: impl Render, seed: &Seed) -> (Changes, Shadow) {
    let mut recorder = Recorder::default();
    let mut renderer = Renderer::fresh(seed, pool::take(), &mut recorder);
    renderer.root(view);
    let scratch = renderer.into_scratch();
    let shadow = Shadow::copy_of(&scratch.tape);
    pool::give_back(scratch);
    (recorder.finish(), shadow)
}
