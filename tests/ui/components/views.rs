//! A view stands in a `<div>` of the page, and so does what it begins with.

use liveview::prelude::*;

#[component]
fn Row(n: u8) -> impl Render {
    html! { <tr><td>{n}</td></tr> }
}

#[component]
fn Bare(children: Children) -> impl Render {
    html! { @render(children) }
}

#[live_view]
#[derive(Default)]
struct Rows {
    is_open: bool,
}

#[live_view]
impl Rows {
    fn cells(&self) -> impl Render {
        html! { <td>a</td> }
    }

    fn render(&self) -> impl Render {
        html! {
            <title>a</title>
            @if self.is_open { <tr>@render(self.cells())</tr> } @else { <option>b</option> }
            <image href="/c.png" />
            <base href="/d/" />
            <Row n={1} />
            <Bare><li>e</li></Bare>
            <p>f</p>
        }
    }
}

fn main() {}
