//! What is spelt as in other languages, or in Rust outside of a template, and would do nothing or something else.

use liveview::prelude::*;

struct Page {
    name: String,
    words: Vec<(&'static str, &'static str)>,
}

impl Page {
    fn shown(&self) -> impl Render {
        html! {
            <p class={vec!["a", "b"]}>by a macro</p>
            <p class={&["a", "b"]}>borrowed</p>
            <p class={("a", "b")}>a tuple</p>
            <p class={("a")}>a text</p>
            <style>.a { color: red }</style>
            <script type="module">start()</script>
            <script type="application/json">"[1]"</script>
            <script src="/page.js"></script>
            <p>format!("{}", self.name) and self.name</p>
            <p>format and self . name and yourself.name, "self.name and format!(it)"</p>
            <p title=self.name.trim() lang=en>text</p>
            <dl>
                @for (word, meaning) in &self.words; unkeyed { <dt>{word}</dt><dd>{meaning}</dd> }
            </dl>
            <button onkeydown="send()" oninput="search()" onsubmit="add()" onchange="choose()">all</button>
        }
    }
}

fn main() {
    let page = Page {
        name: String::new(),
        words: Vec::new(),
    };
    drop(page.shown());
}
