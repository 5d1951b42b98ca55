//! Expansions of `html!`, printed as Rust, against their snapshots. Runs no rustc.

use crate::support::expanded;

#[test]
fn the_agreed_example() {
    insta::assert_snapshot!(expanded(
        r#"<p class:done={d}>Hi {name}!</p>
           @if c { <b>x</b> }
           @for t in ts; key t.id { <div>{t.n}</div> }
           @render(footer)"#
    ));
}

#[test]
fn every_way_of_writing_a_value() {
    insta::assert_snapshot!(expanded(
        r#"@let total = self.total();
           <a href={address} title="{n} of {total}" class="row {kind}" style:width={w}>{n}</a>
           <input value={v} /><textarea>{a} {b}</textarea>
           @match state { State::Open if ready => { <b>{n}</b> } _ => {} }
           <ul>@for row in rows; unkeyed { <li>{row}</li> } @empty { <li>none</li> }</ul>"#
    ));
}

#[test]
fn a_binding_under_a_header() {
    insta::assert_snapshot!(expanded(
        r#"@@view(TodosEvents; add(todo: NewTodo), toggle(id: TodoId) [debounce = 300])
           <form dj-submit="add"><button dj-click={toggle(todo.id)}>x</button></form>"#
    ));
}

#[test]
fn mistakes_stand_before_the_best_that_can_be_made_of_the_rest() {
    insta::assert_snapshot!(expanded("<p>{a}<div>{b}</p><script>{c}</script>"));
}
