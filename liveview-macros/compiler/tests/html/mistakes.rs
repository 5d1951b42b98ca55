//! Mistakes in templates: on which tokens, in which words, with which way out. Runs no rustc.

use proptest::prelude::*;

use crate::support::{agrees_in_a_file, mistakes, tokens};

macro_rules! mistakes {
    ($($name:ident: $template:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(mistakes($template));
            agrees_in_a_file($template);
        })*
    };
}

mistakes! {
    tags: "<p><b>a</p> </i> <br>a</br> <> </> <p <b>c</b> </p x> <!foo> <div>";
    swallowed_text: "
        <p>see http:
        and</p><p>ends in text
        ";
    attributes: r#"<p lang=1 dir=c id="d" title?={f} {g} {..h} @if i { j } "k" class="a" class="b" hidden hidden style="x" style:m class:n class:o="p" class:={r} style:={s}>q</p>"#;
    interpolation: r#"<p lang="{" title="}" id="{}" data-d="{(}" data-e="{a + }" data-f="{'x'}">a</p>"#;
    values_left_out: r#"<p title= class="{}" lang= data-a="b" dj-click= id= dj-keydown.enter={c}>a</p> <input value=/>"#;
    slots: r#"<script src={a}>{b}</script><style>p { color: red }</style><p onclick={c} onload="d" srcdoc={e}>f</p>
        <img srcset={g} alt="" /><!-- {h} --><iframe>{i}</iframe><textarea><b>j</b> @if k { l }</textarea>
        <select value={m}></select><svg><animate to={n} /></svg><meta http-equiv="refresh" content="{o}">"#;
    slots_far_inside_raw_elements: r#"<noscript><p class={a}>{b}</p>@if c { {d} }</noscript><iframe><b><i title="e {f}">{g}</i></b></iframe>
        <template><li dj-click={h()}>{i}</li></template>"#;
    cases_of_names: r#"<p class:on={a} class:On={b} id="c" id="d" style:--a={e} style:--A={f} style:--a={g}></p>"#;
    methods_of_submits: r#"<form dj-submit={a} method="get"></form><form dj-submit={b} method="POST"></form><form method="get"></form>"#;
    text_left_open: "<p>a <b>b";
    scripts_of_svg: "<svg><script href={a}></script><script xlink:href={b}></script></svg>";
    capitals: r#"<sCRIPT>{a}</sCRIPT> <p dJ-click="b" onCLICK="c" Title="d" class:isOn={e} style:--Fg={f}></p>
        <svg viewBox="0 0 1 1"><linearGradient gradientUnits="x" /><aNimate to={g} /><a dJ-click="h" Class="i"></a></svg>"#;
    tables: "<table><tr><td>a</td></tr> b {c} <div></div> <tbody>d <td>e</td></tbody></table>
        <div>@if f { <tr></tr> }</div> <table>@for g in h; key g { <tr></tr> }</table> <select>i</select>";
    paragraphs: "<p><div>a</div> <span>@if b { <ul></ul> }</span> <button><p>c</p></button></p>";
    nesting: "<a><b><a>c</a></b></a> <form>@for d in e; unkeyed { <form></form> }</form> <button><button></button></button>";
    documents: "<p></p><!doctype html> <html></html> <body></body> <math></math> <font>a</font>
        @if b { <!doctype html> <script src=\"/c.js\"></script> }";
    rows: "@for a in b { <li>a</li> } @for a in b; key a { <b>c</b> <i>d</i> } @for a in b; key a {} @for a in b; c {<p></p>}
        @for a in b; key { <p></p> } @for a in b; unkeyed { text }";
    headers: "@if { a } @if a; @else { b } @for c { d } @match { } @match e { 1 {} } @match f { 1 => g, _ => {} } @let h = 1";
    struct_literals: "@if a == B { c: 1 } { <p>d</p> } @for e in F { ..g } { @if h { i } } @if j == K {} { <p>l</p> } @if m == N { o } { <p>p</p> }";
    bare_keywords: "<p>if you like, look for {it} in {there}</p> for a in b { <li>c</li> } <i>if a { <b>c</b> } else { <b>d</b> }</i> <i>if a < 0 { late } else { fine }</i> match a { _ => {} }
        words
        for a in b; key a { <u>e</u> }";
    foreign_blocks: "{#for a in b} <p></p> {/for} {:else} {% if a %} {}";
    what_is_not_offered_yet: "@html(a) <Card title={b} /> @foo @empty { } @else { } @render @render()";
    names_without_a_view: r#"<button dj-click="add">a</button>"#;
}

/// In a file, where no lexer of Rust's was there before, it is text.
#[test]
fn doc_comment() {
    insta::assert_snapshot!(mistakes("<p>#[doc = \" see\"] a</p>"));
}

#[test]
fn depth_is_bounded() {
    let elements = format!("{}{}", "<b>".repeat(500), "</b>".repeat(500));
    assert!(mistakes(&elements).contains("elements nest more than 200 deep"));
    let blocks = format!("{}{}", "@if a {".repeat(230), "}".repeat(230));
    assert!(mistakes(&blocks).contains("blocks nest more than 200 deep"));
}

/// What templates are made of, and what they are not.
const SCRAPS: [&str; 44] = [
    "<",
    ">",
    "/",
    "</",
    "/>",
    "<p",
    "<p>",
    "</p>",
    "<br>",
    "<!--",
    "-->",
    "<!doctype html>",
    "<script>",
    "</script>",
    "=",
    "=>",
    "a",
    "b-c",
    "class:",
    "style:",
    "\"x {y} z\"",
    "\"{\"",
    "'c'",
    "1.5",
    "@",
    "@if",
    "@else",
    "@for",
    "in",
    ";",
    "key",
    "unkeyed",
    "@empty",
    "@match",
    "@let",
    "@render",
    "{a}",
    "{",
    "}",
    "(",
    ")",
    "#[doc = \"x\"]",
    "{<b>c</b>}",
    "@@view(E; a(b: C))",
];

proptest! {
    #[test]
    fn no_tokens_make_it_panic(scraps in proptest::collection::vec(0..SCRAPS.len(), 0..40)) {
        let source: Vec<&str> = scraps.iter().map(|index| SCRAPS[*index]).collect();
        if let Ok(tokens) = source.join(" ").parse() {
            liveview_compiler::html::expand(tokens);
        }
        if let Ok(tokens) = source.concat().parse() {
            liveview_compiler::html::expand(tokens);
        }
    }
}

#[test]
fn a_constant_in_a_condition_is_no_struct() {
    for template in [
        "@if a == B { <p>c</p> } {d}",
        "@if a == B { c: d, e } {f}",
        "@if a == B {} {c}",
        "@if a == B { c } {d}",
        "@if a == B { .. } {c} <p></p>",
        "@match A { _ => {} } {b}",
    ] {
        assert_eq!(mistakes(template), "", "{template}");
    }
}

#[test]
fn prose_is_no_mistake() {
    for prose in [
        "Élan 你好 R&D 100% ~5 v1.2.3-rc4 a < b 007 me@example.com #1 of 3",
        "if and for and match are words, {else} too",
        "a (b {c} [d]) e",
        "if {name} is late, {other} waits",
    ] {
        assert_eq!(mistakes(prose), "");
        assert!(!tokens(prose).is_empty());
    }
}

#[test]
fn a_template_is_counted_in_16_bits() {
    let most = "<br>".repeat(65_535);
    assert_eq!(mistakes(&most), "");
    let beyond = format!("{most}<i>{{v}}</i>");
    assert!(mistakes(&beyond).contains("more than 65535 elements, attributes and values"));
}
