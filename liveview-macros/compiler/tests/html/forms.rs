//! Which controls are a form's, and what is asked of rustc about each. Judges no field: the types are rustc's.

use liveview_compiler::html::expand;

use crate::support::tokens;

/// The names that a template's forms have looked up, and whether each form is asked whether it fills its handlers.
fn looked_up(template: &str) -> (Vec<String>, usize) {
    let header = "@@view(TodosEvents; add(todo: NewTodo), find(text: String))";
    let expansion = expand(tokens(&format!("{header} {template}"))).to_string();
    let names = expansion.split("claim_field").skip(1);
    let name = |claim: &str| claim.split('"').nth(1).unwrap_or_default().to_owned();
    let filled = expansion.matches("claim_filled").count();
    (names.map(name).collect(), filled)
}

#[track_caller]
fn check(template: &str, names: &[&str], filled: usize) {
    let (found, asked) = looked_up(template);
    assert_eq!(found, names, "{template}");
    assert_eq!(asked, filled, "{template}");
}

#[test]
fn a_form_has_the_controls_in_it_and_those_that_name_it() {
    let form = |inside: &str| format!("<form dj-submit=\"add\" id=\"a\">{inside}</form>");
    check(
        &form(
            r#"<p><input name="b" /></p><select name="c"></select><textarea name="d"></textarea>"#,
        ),
        &["b", "c", "d"],
        1,
    );
    check(
        &form(r#"@if x { <input name="b" /> } @else { <input name="c" /> }"#),
        &["b", "c"],
        1,
    );
    check(
        &form(r#"@for x in y; key x { <p><input name="b" /></p> }"#),
        &["b"],
        1,
    );
    check(
        &format!("{}<input name=\"b\" form=\"a\" />", form("")),
        &["b"],
        1,
    );
    check(
        &format!("{}<input name=\"b\" form=\"c\" />", form("")),
        &[],
        1,
    );
    check(&format!("{}<input name=\"b\" />", form("")), &[], 1);
    check(&form(r#"<input name="b" form="c" />"#), &[], 1);
}

#[test]
fn what_sends_nothing_is_no_field() {
    check(
        r#"<form dj-submit="add"><input name="" /><input /><input name="a" type="reset" value="x" />
           <button type="button" name="b">x</button><output name="c"></output><button name="d">x</button></form>"#,
        &["d"],
        1,
    );
}

#[test]
fn a_form_that_may_hold_more_is_not_asked_what_it_lacks() {
    for inside in [
        "@render(x)",
        "<p>@html(x)</p>",
        r#"<input name={x} />"#,
        r#"<input name="a{x}" />"#,
        "<input {..x} />",
    ] {
        let form = format!("<form dj-submit=\"add\"><input name=\"b\" />{inside}</form>");
        check(&form, &["b"], 0);
    }
    check(
        r#"<form dj-submit="add" id="a"><input name="b" /></form>@render(x)"#,
        &["b"],
        0,
    );
    check(
        r#"<form dj-submit="add"><input name="b" /></form>@render(x)"#,
        &["b"],
        1,
    );
}

#[test]
fn what_a_component_in_a_form_is_given_belongs_to_the_form() {
    check(
        r#"<form dj-submit="add"><Row><input name="b" /><:more><input name="c" /></:more></Row></form>"#,
        &["b", "c"],
        1,
    );
}

#[test]
fn each_component_that_a_form_reaches_is_asked_for_fields() {
    for (template, asked) in [
        (
            r#"<form dj-submit="add"><Row><p><ui::Icon /></p></Row></form>"#,
            vec!["Row ! (@ fields)", "ui :: Icon ! (@ fields)"],
        ),
        (
            r#"<form dj-submit="add" id="a"></form><Icon />"#,
            vec!["Icon ! (@ fields)"],
        ),
        (r#"<form dj-submit="add"></form><Icon />"#, vec![]),
    ] {
        let header = "@@view(TodosEvents; add(todo: NewTodo))";
        let expansion = expand(tokens(&format!("{header} {template}"))).to_string();
        let question = expansion.split("holds_more (& [").nth(1);
        let question = question.and_then(|rest| rest.split("])").next());
        assert_eq!(question, Some(asked.join(" , ").as_str()), "{template}");
    }
}

#[test]
fn every_binding_that_sends_the_form_reads_it() {
    check(
        r#"<form dj-submit="add" dj-change="find" dj-click="find"><input name="b" /></form>"#,
        &["b"],
        2,
    );
    // A binding whose handler is known at run time alone may read anything.
    check(
        r#"<form dj-submit="add" dj-change={self.binding}><input name="b" /></form>"#,
        &[],
        1,
    );
    check(r#"<form><input name="b" dj-input="find" /></form>"#, &[], 0);
}
