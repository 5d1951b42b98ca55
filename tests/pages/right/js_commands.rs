//! The right examples of the page `js_commands`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Shelf {
    books: Vec<String>,
}

#[live_view]
impl Shelf {
    #[event_handler]
    fn remove(&mut self, title: String) {
        self.books.retain(|book| *book != title);
    }

    fn render(&self) -> impl Render {
        let turn = Js::new().toggle().to("#menu").toggle_attr("aria-expanded", "true", Some("false"));
        html! {
            <button dj-click={turn} aria-expanded="false" aria-controls="menu">Books</button>
            <ul id="menu" hidden>
                @for book in &self.books; key book {
                    <li>
                        {book}
                        <button dj-click={Js::new().add_class("going").closest("li").push(remove(book))}>Remove</button>
                    </li>
                }
            </ul>
        }
    }
}
}

mod example_2 {
use liveview::prelude::*;

#[test]
fn code_is_left_out() {
    let js = Js::new().set_attr("onclick", "steal()").focus().navigate("javascript:steal()");
    assert_eq!(js.to_string(), r#"[["focus",0]]"#);
}
}

mod example_3 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Post { liked: bool } 
#[live_view]
impl Post {
    #[event_handler]
    fn like(&mut self) {
        self.liked = true;
    }

    fn render(&self) -> impl Render {
        html! {
            <button class:liked={self.liked} dj-click="like" dj-optimistic={Js::optimistic().add_class("liked")}>Like</button>
        }
    }
}
}

mod example_4 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Chat { lines: Vec<String> } 
#[live_view]
impl Chat {
    #[event_handler]
    fn say(&mut self, text: String, cx: &mut Context<Self>) -> Result<Reply<usize>> {
        self.lines.push(text);
        cx.push_command(Js::new().scroll_into_view(liveview::Block::End).to("#lines > :last-child"))?;
        cx.push_event("said", &self.lines.len())?;
        Ok(Reply(self.lines.len()))
    }

    fn render(&self) -> impl Render {
        html! {
            <ol id="lines">@for line in &self.lines; unkeyed { <li>{line}</li> }</ol>
            <form dj-submit="say"><input name="text" aria-label="Text" /></form>
        }
    }
}

#[tokio::test]
async fn who_says_something_hears_how_much_was_said() {
    let mut view = liveview::testing::mount::<Chat>().await;
    view.type_text("input", "Hello").await;
    view.submit("form").await;
    assert_eq!(view.commands(), [r##"[["scroll_into_view","#lines > :last-child","end"]]"##]);
    assert_eq!(view.pushed_events()[0].0, "said");
    assert_eq!(view.reply().and_then(|reply| reply.as_u64()), Some(1));
}
}
