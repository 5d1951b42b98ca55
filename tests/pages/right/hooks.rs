//! The right examples of the page `hooks`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Weather {
    most: f64,
}

#[live_view]
impl Weather {
    /// Called by the hook: `this.pushEvent("moved", [3])` promises the degrees there.
    #[event_handler]
    fn moved(&mut self, day: u32) -> Reply<f64> {
        Reply(self.most - f64::from(day))
    }

    #[event_handler]
    fn measure(&mut self, cx: &mut Context<Self>) -> Result<()> {
        self.most += 1.0;
        cx.push_event("points", &[self.most])?;
        Ok(())
    }

    fn render(&self) -> impl Render {
        html! {
            <figure dj-hook="Chart" dj-hook-value-most={self.most}>
                <div dj-update="ignore"></div>
            </figure>
            <button dj-click="measure">Measure</button>
        }
    }
}
}

mod example_2 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Share { copies: u32 } 
#[live_view]
impl Share {
    #[event_handler]
    fn copied(&mut self) {
        self.copies += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <output id="address">"https://example.org/7"</output>
            <button dj-copy="#address" dj-copy-class="done" dj-copy-event="copied">Copy</button>
        }
    }
}
}
