//! A person before pages written by hand: what is sent, and what is refused. No server answers here.

use super::*;

fn person(body: &str) -> Person {
    let page = format!(
        "<body><div dj-v=t dj-h=d>{body}</div><script type=\"application/json\" dj-t>\
         [[0,\"AAAAAAAAAAA\",[],0]]</script></body>"
    );
    Person::new(Client::open(&page).unwrap())
}

#[track_caller]
fn check(events: Result<Vec<Event>, String>, expected: &[&str]) {
    let events = events.unwrap_or_else(|refusal| panic!("{refusal}"));
    let frames: Vec<String> = events.iter().flat_map(|event| event.numbered(1)).collect();
    assert_eq!(frames, expected);
}

#[test]
fn pointers_keys_and_others_say_what_they_measure() {
    let mut person = person(
        "<div id=a dj-click=go dj-dblclick=twice dj-scroll=moved dj-paste=pasted dj-toggle=open><input id=b dj-keydown=key></div>",
    );
    check(person.click("#a"), &[r#"[1,0,"go",[]]"#]);
    let measures = [("x", "15"), ("ctrl", "")];
    check(
        person.fire("#b", "dblclick", &measures),
        &[r#"[1,0,"twice",[],{"m":{"button":0,"ctrl":true,"x":15,"y":0}}]"#],
    );
    check(
        person.fire("#a", "scroll", &[("y", "40")]),
        &[r#"[1,0,"moved",[],{"m":{"x":0,"y":40}}]"#],
    );
    check(
        person.fire("#a", "paste", &[("text", "7")]),
        &[r#"[1,0,"pasted",[],{"m":{"html":"","text":"7"}}]"#],
    );
    check(
        person.key("#b", "ctrl+K"),
        &[r#"[1,0,"key",[],{"k":"K","m":{"code":"","ctrl":true},"v":""}]"#],
    );
    check(
        person.fire("#a", "toggle", &[]),
        &[r#"[1,0,"open",[],{"m":{"open":true}}]"#],
    );
    refuses(
        person.fire("#a", "scroll", &[("z", "1")]),
        "`scroll` says no `z`",
    );
    refuses(
        person.fire("#a", "scroll", &[("x", "far")]),
        "`x` of `scroll` cannot be \"far\"",
    );
    refuses(person.fire("#a", "appear", &[]), "has `dj-appear`");
    refuses(
        person.fire("#a", "click", &[]),
        "the kit has a function for it",
    );
}

#[test]
fn of_several_bindings_on_one_element_the_one_that_says_most_hears() {
    let mut person = person(
        "<div dj-keydown.ctrl.k=both dj-keydown.k=key dj-keydown=any dj-dblclick.right=right dj-dblclick.self=self>\
         <input id=a></div>",
    );
    check(
        person.key("#a", "ctrl+k"),
        &[r#"[1,0,"both",[],{"k":"k","m":{"code":"","ctrl":true},"v":""}]"#],
    );
    check(
        person.key("#a", "alt+k"),
        &[r#"[1,0,"key",[],{"k":"k","m":{"alt":true,"code":""},"v":""}]"#],
    );
    check(
        person.key("#a", "ctrl+j"),
        &[r#"[1,0,"any",[],{"k":"j","m":{"code":"","ctrl":true},"v":""}]"#],
    );
    check(
        person.fire("#a", "dblclick", &[("button", "2")]),
        &[r#"[1,0,"right",[],{"m":{"button":2,"x":0,"y":0}}]"#],
    );
    check(
        person.fire("div", "dblclick", &[]),
        &[r#"[1,0,"self",[],{"m":{"button":0,"x":0,"y":0}}]"#],
    );
    refuses(
        person.fire("#a", "dblclick", &[]),
        "nothing answers `dblclick`",
    );
}

#[test]
fn a_field_that_is_left_and_a_container_that_is_named_send_what_they_hold() {
    let mut person = person(
        "<form dj-blur=check><input name=a value=1></form><p id=p><input name=b value=2></p>\
         <button type=button dj-click=go dj-include='#p'>Go</button>",
    );
    check(
        person.fire("form input", "blur", &[]),
        &[r#"[1,0,"check",[],{"f":[["a","1"]],"t":"a"}]"#],
    );
    check(
        person.click("button"),
        &[r#"[1,0,"go",[],{"f":[["b","2"]]}]"#],
    );
}

#[track_caller]
fn refuses(events: Result<Vec<Event>, String>, expected: &str) {
    let refusal = events.map(|events| format!("{events:?}")).unwrap_err();
    assert!(refusal.contains(expected), "{refusal}");
}

#[test]
fn a_click_goes_to_the_nearest_binding() {
    let mut person = person(
        "<div dj-click=outer dj-value-todo-id=7><button type=button id=a dj-click='[\"toggle\",7,\"x\"]'><b>A</b></button>\
         <i dj-c=4><span>S</span></i></div>",
    );
    check(person.click("#a b"), &[r#"[1,0,"toggle",[7,"x"]]"#]);
    check(
        person.click("span"),
        &[r#"[1,0,"outer",[],{"d":{"todo_id":"7"}}]"#],
    );
}

#[test]
fn what_a_timing_would_hold_back_goes_at_once() {
    let mut person = person(
        "<button id=a dj-click='debounce=300 go'>A</button><button id=b dj-click='throttle=50 [\"move\",7]'>B</button>",
    );
    check(person.click("#a"), &[r#"[1,0,"go",[]]"#]);
    check(person.click("#b"), &[r#"[1,0,"move",[7]]"#]);
}

#[test]
fn commands_call_what_they_push_and_the_others_are_kept() {
    let mut person = person(
        "<button id=a dj-click='[[\"hide\",\"#x\"],[\"push\",0,[\"toggle\",7]],[\"push\",0,\"save\",{\"page\":1}]]'>A</button>\
         <button id=b dj-click='[[\"focus\",0]]'>B</button>",
    );
    let pushed = person.click("#a");
    let commands = pushed.as_ref().map(|events| events[0].commands.clone());
    assert_eq!(
        commands,
        Ok(Some(
            r##"[["hide","#x"],["push",0,["toggle",7]],["push",0,"save",{"page":1}]]"##.to_owned()
        ))
    );
    check(pushed, &[r#"[1,0,"toggle",[7]]"#, r#"[2,0,"save",[]]"#]);
    check(person.click("#b"), &[]);
}

#[test]
fn what_a_person_could_not_do_is_refused() {
    let mut person = person(
        "<p>text</p><button id=a disabled dj-click=go>A</button><fieldset disabled><button id=b dj-click=go>B</button>\
         </fieldset><div hidden><button id=c dj-click=go>C</button></div><input id=d readonly><input id=e type=checkbox>\
         <form id=f><input name=x required></form><form id=g dj-submit=go><input name=x required></form>",
    );
    refuses(person.click("p"), "nothing answers a click on <p>");
    refuses(
        person.click("#a"),
        "<button id=\"a\" disabled=\"\" dj-click=\"go\"> is disabled",
    );
    refuses(person.click("#b"), "is disabled");
    refuses(person.click("#c"), "<div hidden=\"\"> is hidden");
    refuses(person.click("button"), "matches 3 elements");
    refuses(
        person.click("#z"),
        "nothing matches `#z`. The page shows:\n<p>text</p>",
    );
    refuses(person.type_text("#d", "x"), "is readonly");
    refuses(person.type_text("#e", "x"), "nobody can type into");
    refuses(person.submit("#g"), "is required and empty");
    refuses(
        person
            .type_text("#f input", "x")
            .and_then(|_| person.submit("#f")),
        "it has no `dj-submit`",
    );
    refuses(person.key("p", "Enter"), "nothing answers the key Enter");
}

#[test]
fn typing_tells_the_field_or_the_form_and_leaving_tells_the_change() {
    let mut person = person(
        "<input id=a name=a dj-input=typed dj-change=left value=old><form dj-input=form><input name=b><input name=c value=3>\
         <input type=checkbox name=d checked><select name=e><option>1</option><option value=2 selected>two</option></select>\
         <textarea name=f>\n\nt</textarea><button name=g>G</button></form>",
    );
    assert_eq!(person.value(person.one("#a").unwrap()), "old");
    check(
        person.type_text("#a", "new"),
        &[r#"[1,0,"typed",[],{"t":"a","v":"new"}]"#],
    );
    assert_eq!(person.value(person.one("#a").unwrap()), "new");
    let form =
        r#"[1,0,"form",[],{"f":[["b","x"],["c","3"],["d","on"],["e","2"],["f","\nt"]],"t":"b"}]"#;
    check(
        person.type_text("[name=b]", "x"),
        &[r#"[1,0,"left",[],{"t":"a","v":"new"}]"#, form],
    );
    let form = r#"[1,0,"form",[],{"f":[["b","x"],["c","3"],["e","2"],["f","\nt"]],"t":"d"}]"#;
    check(person.click("[name=d]"), &[form]);
    let form = r#"[1,0,"form",[],{"f":[["b","x"],["c","3"],["e","1"],["f","\nt"]],"t":"e"}]"#;
    check(person.choose("select", "1"), &[form]);
    refuses(person.choose("select", "3"), "offers [\"1\", \"2\"]");
}

#[test]
fn a_change_does_not_say_again_what_the_input_said() {
    let mut person = person(
        "<input id=a dj-input=save dj-change=save><input id=b dj-input=save dj-change=done>",
    );
    check(
        person.type_text("#a", "x"),
        &[r#"[1,0,"save",[],{"v":"x"}]"#],
    );
    check(
        person.type_text("#b", "y"),
        &[r#"[1,0,"save",[],{"v":"y"}]"#],
    );
    check(person.click("#a"), &[r#"[1,0,"done",[],{"v":"y"}]"#]);
}

#[test]
fn boxes_and_labels_send_their_real_state() {
    let mut person = person(
        "<label>On <input type=checkbox id=a dj-click=flip></label><label for=r2><b>Two</b></label>\
         <input type=radio name=r id=r1 checked value=1><input type=radio name=r id=r2 value=2 dj-change=picked>",
    );
    check(
        person.click("label:text('On')"),
        &[r#"[1,0,"flip",[],{"c":true}]"#],
    );
    check(person.click("#a"), &[r#"[1,0,"flip",[],{"c":false}]"#]);
    check(
        person.click("label b"),
        &[r#"[1,0,"picked",[],{"c":true,"t":"r","v":"2"}]"#],
    );
    assert!(!person.is_checked(person.one("#r1").unwrap()));
}

#[test]
fn a_form_is_submitted_by_its_button_by_enter_and_by_itself() {
    let mut person = person(
        "<form id=f dj-submit=save><input name=a><button name=how value=fast>Go</button><button name=how value=slow id=s>\
         </button></form><button form=f name=far id=far>Far</button>",
    );
    person.type_text("[name=a]", "x").unwrap();
    let fast = r#"[1,0,"save",[],{"f":[["a","x"],["how","fast"]],"s":"how"}]"#;
    check(person.submit("form"), &[fast]);
    check(person.key("[name=a]", "Enter"), &[fast]);
    check(
        person.click("#s"),
        &[r#"[1,0,"save",[],{"f":[["a","x"],["how","slow"]],"s":"how"}]"#],
    );
    check(
        person.click("#far"),
        &[r#"[1,0,"save",[],{"f":[["a","x"],["far",""]],"s":"far"}]"#],
    );
}

#[test]
fn keys_are_heard_by_name_and_by_all() {
    let mut person = person("<div dj-keydown=any><input id=a dj-keyup.escape=stop></div>");
    check(
        person.key("#a", "Escape"),
        &[
            r#"[1,0,"any",[],{"k":"Escape","m":{"code":""},"v":""}]"#,
            r#"[1,0,"stop",[],{"k":"Escape","m":{"code":""},"v":""}]"#,
        ],
    );
    let mut arrows = self::person("<b dj-keydown.up=up id=b></b>");
    check(
        arrows.key("#b", "ArrowUp"),
        &[r#"[1,0,"up",[],{"k":"ArrowUp","m":{"code":""}}]"#],
    );
    check(
        person.key("#a", "x"),
        &[r#"[1,0,"any",[],{"k":"x","m":{"code":""},"v":""}]"#],
    );
}

#[test]
fn a_submitted_form_is_reset_unless_it_keeps() {
    let mut person = person(
        "<form id=f dj-submit=a><input name=a></form><form id=g dj-submit=a dj-keep><input name=b></form>",
    );
    for (form, field, left) in [("#f", "[name=a]", ""), ("#g", "[name=b]", "typed")] {
        person.type_text(field, "typed").unwrap();
        let events = person.submit(form).unwrap();
        person.settle(&events[0]);
        assert_eq!(person.value(person.one(field).unwrap()), left);
    }
}
