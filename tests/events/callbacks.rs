//! The callbacks of a view and what they may ask. Decodes nothing.

use crate::*;

#[test]
fn callbacks_may_wait_or_not_ask_or_not_and_fail_or_not() {
    let mailbox = Arc::<Kept>::default();
    let mut cx = context("hello".to_owned(), Arc::clone(&mailbox));
    let mut view = now(Todos::mount(&mut cx)).expect("the state is a text");
    let refused = now(view.handle_event(TodosEvents::Refuse, &mut cx));
    let refused = refused.expect_err("seven is no number");
    assert_eq!(refused.visible_text(), None);
    assert_eq!(refused.to_string(), "invalid digit found in string");
    let told = TodosEvents::TellMyself {
        text: "later".to_owned(),
    };
    now(view.handle_event(told, &mut cx)).expect("the mailbox takes everything");
    for message in mailbox.0.lock().expect("nobody panicked").drain(..) {
        now(LiveView::handle_info(&mut view, message, &mut cx)).expect("the handler does not fail");
    }
    view.disconnect();
    assert_eq!(view.heard, ["hello", "later", "gone"]);
}

#[test]
fn a_context_tells_what_the_request_was() {
    #[derive(Debug, PartialEq, EventParams)]
    struct Address {
        id: TodoId,
        page: Option<u32>,
        filter: Option<Filter>,
    }
    let mut cx = context(7_u8, Arc::default());
    let address = cx.params::<Address>().expect("the address has an id");
    assert_eq!(
        address,
        Address {
            id: TodoId(7),
            page: Some(2),
            filter: None
        }
    );
    assert_eq!(cx.state::<u8>().ok(), Some(&7));
    let other = now(Todos::mount(&mut cx))
        .err()
        .expect("the state is no text");
    assert!(
        other.to_string().contains("alloc::string::String"),
        "{other}"
    );
    assert!(
        cx.params::<NewTodo>()
            .is_err_and(|error| error.to_string() == "title: missing")
    );
}

#[test]
fn an_enum_written_by_hand_is_as_good() {
    #[derive(LiveEvent)]
    enum Steps {
        Reset,
        StepBy(i64),
        #[event(debounce = 20)]
        Set {
            value: i64,
        },
    }

    #[live_view]
    #[derive(Default)]
    struct Counter {
        count: i64,
    }

    #[live_view]
    impl Counter {
        async fn handle_event(&mut self, event: Steps, _cx: &mut Context<Self>) -> Result<()> {
            self.count = match event {
                Steps::Reset => 0,
                Steps::StepBy(step) => self.count + step,
                Steps::Set { value } => value,
            };
            Ok(())
        }

        fn render(&self) -> impl Render {
            html! {
                <button dj-click="reset">{self.count}</button>
                <button dj-click={step_by(-1)}>-</button>
                <input dj-change="set" />
            }
        }
    }

    let names: Vec<_> = Counter::EVENTS
        .iter()
        .map(|event| (event.name, event.debounce))
        .collect();
    assert_eq!(
        names,
        [("reset", None), ("step_by", None), ("set", Some(20))]
    );
    assert_eq!(Steps::step_by(&-1).text(), r#"["step_by",-1]"#);
    let fields = vec![(Cow::from("value"), Cow::from("7"))];
    assert!(matches!(
        Steps::decode("set", &mut Payload::of_fields(fields)),
        Ok(Steps::Set { value: 7 })
    ));
}
