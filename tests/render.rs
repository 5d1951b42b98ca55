//! Templates to pages: `html!` through rustc and the renderer, as an author gets it. Opens no socket.

use liveview::html;
use liveview::rendered::page::render;
use liveview::rendered::render::Render;
use liveview::rendered::seed::Seed;

fn page(view: impl Render) -> String {
    render(view, &Seed::new([1; 16])).html
}

#[test]
fn text_is_escaped_and_joined() {
    let (name, count) = ("<Ada> & \"co\"", 3);
    assert_eq!(
        page(html! { <p>Hello, {name}! ({count}) "don't" &amp; {Some('c')}{None::<u8>}</p> }),
        "<p>Hello, &lt;Ada&gt; &amp; &quot;co&quot;! (3) don't &amp; c</p>"
    );
}
