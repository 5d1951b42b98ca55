//! What a binding says, as a value and in a page. Calls no handler.

use crate::*;

#[test]
fn a_binding_says_what_decoding_reads() {
    let todo = NewTodo {
        title: "a \"b\"\n\u{1}\\ é".to_owned(),
        done: true,
        due: None,
        tags: vec![String::new()],
    };
    let binding = TodosEvents::edit(&TodoId(u64::MAX), &todo);
    let [name, arguments @ ..] =
        &serde_json::from_str::<Vec<&serde_json::value::RawValue>>(binding.text())
            .expect("a binding with arguments is an array")[..]
    else {
        panic!("the name comes first")
    };
    assert_eq!(name.get(), "\"edit\"");
    let mut payload = Payload::default();
    payload.arguments = arguments.to_vec();
    match TodosEvents::decode("edit", &mut payload) {
        Ok(TodosEvents::Edit { id, todo: read }) => {
            assert_eq!((id, read), (TodoId(u64::MAX), todo))
        }
        _ => panic!("the binding is read as another event"),
    }
    assert_eq!(TodosEvents::edit_1(&TodoId(7)).text(), r#"["edit",7]"#);
    assert_eq!(TodosEvents::edit_0().text(), "edit");
    assert_eq!(
        TodosEvents::show(&Filter::OnlyOpen).text(),
        r#"["show","only_open"]"#
    );
    assert_eq!(
        TodosEvents::search("x").text(),
        r#"debounce=300 ["search","x"]"#
    );
    assert_eq!(
        TodosEvents::r#move(&-1, &0.5, &[1, 2], &Some('"')).text(),
        r#"throttle=100 ["move",-1,0.5,[1,2],"\""]"#
    );
    assert_eq!(TodosEvents::search_0().text(), "debounce=300 search");
}

#[test]
fn bindings_stand_in_the_page_as_names_or_escaped_json() {
    let view = Todos {
        heard: vec!["<a>".to_owned()],
    };
    let page = liveview::rendered::page::render(
        view.render(),
        &liveview::rendered::seed::Seed::new([7; 16]),
    );
    for expected in [
        r#"<form dj-submit="add" method="post">"#,
        r#"<form dj-submit="[&quot;edit&quot;,1]" method="post">"#,
        r#"<input dj-input="debounce=300 search">"#,
        r#"<input dj-input="debounce=300 search" dj-debounce="50">"#,
        r#"dj-click="[&quot;show&quot;,&quot;only_open&quot;]""#,
        r#"dj-keydown.enter="[&quot;show&quot;,&quot;all&quot;]""#,
        r#"<button dj-click="show" dj-value-filter="all">"#,
        r#"<button dj-click="[&quot;tell_myself&quot;,&quot;&lt;a&gt;&quot;]">"#,
    ] {
        assert!(
            page.html.contains(expected),
            "{expected} is not in {}",
            page.html
        );
    }
}

#[test]
fn a_handler_may_be_called_as_a_partial_binding_would_be() {
    #[live_view]
    #[derive(Default)]
    struct Notes;

    #[live_view]
    impl Notes {
        #[event_handler]
        fn edit(&mut self, _id: u8, value: String) {
            drop(value);
        }

        #[event_handler]
        fn edit_1(&mut self, _id: u8) {}

        fn render(&self) -> impl Render {
            html! { <input dj-input={edit(7)} dj-change={edit_1(8)} /> }
        }
    }

    let seed = liveview::rendered::seed::Seed::new([7; 16]);
    let page = liveview::rendered::page::render(Notes.render(), &seed).html;
    assert_eq!(
        page,
        r#"<input dj-input="[&quot;edit&quot;,7]" dj-change="[&quot;edit_1&quot;,8]">"#
    );
}

#[test]
fn what_the_browsers_half_looks_for_stands_beside_a_binding() {
    #[live_view]
    #[derive(Default)]
    struct Menu;

    #[live_view]
    impl Menu {
        #[event_handler]
        fn close(&mut self) {}

        fn render(&self) -> impl Render {
            html! {
                <p dj-click-away="close">a</p>
                <p dj-window-keydown.escape="close">b</p>
                <p dj-shortcut="escape:close">c</p>
                <p dj-keydown.escape="close" dj-cloak>d</p>
                <form dj-submit.once="close"></form>
                <p dj-contextmenu.prevent>e</p>
            }
        }
    }

    let seed = liveview::rendered::seed::Seed::new([7; 16]);
    let page = liveview::rendered::page::render(Menu.render(), &seed).html;
    let page = page.replace("=\"\"", "");
    for expected in [
        r#"<p dj-click-away="close" dj-far>a</p>"#,
        r#"<p dj-window-keydown.escape="close" dj-far>b</p>"#,
        r#"<p dj-shortcut="escape:close" dj-far>c</p>"#,
        r#"<p dj-keydown.escape="close" dj-cloak hidden>d</p>"#,
        r#"<form dj-submit.once="close" method="post"></form>"#,
        r#"<p dj-contextmenu.prevent>e</p>"#,
    ] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
}
