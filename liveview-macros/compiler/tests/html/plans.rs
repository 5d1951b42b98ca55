//! Plans of templates: markup, slots with their addresses, trees. Runs no rustc and no generated code.

use crate::support::{agrees_in_a_file, planned, planned_without_places};

macro_rules! plans {
    ($($name:ident: $template:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(planned($template));
            agrees_in_a_file($template);
        })*
    };
}

plans! {
    quotes_in_code: r#"<script type="text/plain">log("a")</script><script type="text/plain">"log('b')"</script><script type="text/plain">@import "c";</script>"#;
    characters_html_cannot_hold: r#"<p title="a\u{d}b\u{0}c">"d\u{d}e\u{0}f"</p>"#;
    adjacent_text_and_values_are_one_slot: "<p>Hello, {first} {last}! ({count})</p>";
    text_keeps_its_spacing_and_loses_its_indentation: "
        <div>
            Hello,   world: it-works? A:B?C.D;E km/h 100% $5 #1 of 3 me@example.com
            &nbsp;&lt;&euro;
            <b> bold </b> <i>italic</i>
            <hr />
            \"don't  collapse {this} &amp; that\" end
        </div>";
    text_stands_behind_elements_and_ranges: "
        <p>a {b} <i>c</i> {d} @if e { f } {g} <b>{h}</b> {i} @render(j) <u>k</u></p>";
    a_value_alone_is_the_whole_text: "<p>{a}</p><p>{a}@let b = c; {b}</p>";
    a_text_at_the_top_is_a_text_in_flow: "Hello {name}";
    a_block_alone_needs_no_markers: "<ul>@for a in b; key a { <li>{a}</li> }</ul><p>@if c { d }</p>";
    branches_of_one_element_need_no_markers: "
        <div>@if a { <b>{a}</b> } @else { <i>b</i> } <u>c</u>
            @match d { D::E { f } if f > 1 => { <p>{f}</p> } D::G | D::H => { <p>g</p> } _ => { <hr /> } }
            <p class:last={l}>z</p></div>";
    an_empty_branch_is_nothing: "@if a {} @else if let Some(b) = c && d { {b} } @match e { 1 => {} _ => { <b>f</b> } }";
    elements_behind_a_range_count_from_its_end: "
        <div><h1>a</h1> @for b in c; unkeyed { <p>{b}</p> } <h2>{d}</h2><h3>{e}</h3> @if f { g } <h4>{h}</h4></div>";
    empty_stands_beside_the_list: "<ul>@for a in b; key a.id { <li>{a}</li> } @empty { <li>none</li> }</ul>";
    attributes_are_whole_slots: r#"
        <a href="/users/{id}" title={title} data-id={id} aria-label="a &amp; b" hidden download="{{x}}">x</a>
        <img src={source} alt="" /><input value={v} checked={c} required dj-value-todo-id={id} />
        <option selected={s} value={v}>o</option><video muted={m} src="/a.mp4"></video>"#;
    classes_share_a_frame: r#"
        <p class="row" class:done={d} class:late={l}>a</p><p class="row {kind}" class:done={d}>b</p>
        <p class={classes}>c</p><p class:done={d}>d</p><p class="plain">e</p>"#;
    styles_share_a_frame: r#"<p style:width={w} style:--gap="1px" style:height="{h}px" id="a">a</p>"#;
    a_textarea_is_a_property: "<textarea name=\"a\">{text}</textarea><textarea>\n fixed </textarea>";
    a_bound_form_posts: r#"<form dj-submit={save} id="a"><input /></form><form dj-submit={save} method="dialog"></form>"#;
    svg_has_its_namespace: r#"
        <svg viewBox="0 0 1 1"> <g> @for p in points; key p.id { <circle r={p.r} /> } </g>
            <foreignObject><p>{a}</p></foreignObject> </svg>"#;
    an_svg_part_alone_has_it_too: "<path d={d} />";
    space_is_kept_in_pre: "<pre>\n  a   {b}\n    c\n</pre>";
    a_table_loses_its_space: "
        <table>
            <caption> a </caption>
            <tbody>
                @for row in rows; key row.id {
                    <tr> <td>{row.id}</td> <td> {row.name} </td> </tr>
                }
            </tbody>
        </table>";
    an_at_sign_behind_a_word: "<p>me@match.com a@b.c Hello@if d { , \"you\" } (e)@render(f)</p>";
    comments_are_dropped_with_their_texts_joined: "<p>a <!-- <b>no</b> --> {b}</p>";
    a_doctype_is_for_pages_alone: "<!doctype html><p>a</p>";
    void_and_self_closed_elements: "<br><br/><input type=\"text\"><div /><my-element a-b=\"c\"></my-element>";
    blocks_nest: "
        @for a in b; key a.id {
            <li>@if c { @match d { 1 => { @for e in f; unkeyed { <b>{e}{a}</b> } } _ => { {g} } } }</li>
        }";
}

/// An editor expands with tokens that know no place: blocks and names must still be what they are.
#[test]
fn tokens_without_places_keep_their_structure() {
    let template = "<p data-id={a}>text @if b { <b>{c}</b> } more</p>";
    let plan = planned_without_places(template);
    assert!(plan.contains("0: Attribute \"data-id\""), "{plan}");
    assert!(plan.contains("1: OneOf"), "{plan}");
}
