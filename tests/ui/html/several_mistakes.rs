//! Several mistakes in one template: each is reported, and nothing else turns red.

use liveview::html;

struct Page {
    title: String,
    rows: Vec<u32>,
}

impl Page {
    fn render(&self) -> impl liveview::rendered::render::Render {
        let unseen = self.rows.len();
        html! {
            <h1 class="a" class="b">{self.title}</h1>
            <p style="color: red">{unseen}<div>block</div></p>
            <table>
                @for row in &self.rows { <tr><td>{row}</td></tr> }
            </table>
            <a href="/"><a href="/again">{self.title}</a></a>
            @if self.rows.is_empty() { <b>none } @else { <script>{unseen}</script> }
            <br>text</br>
        }
    }
}

fn main() {
    let page = Page { title: String::new(), rows: Vec::new() };
    let _ = page.render();
}
