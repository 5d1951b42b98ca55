//! Template files where they differ from `html!`: text that is no Rust, and what keeps it from being read. Runs no rustc.

use crate::support::{mistakes_of_file, planned_file};

macro_rules! plans {
    ($($name:ident: $template:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(planned_file($template));
        })*
    };
}

macro_rules! mistakes {
    ($($name:ident: $template:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(mistakes_of_file($template));
        })*
    };
}

plans! {
    text_is_any_text: r#"
        <p>Don't panic: it's "quoted", 5 € – `code`, C:\new\x, 'a' … 🦀 1) :) 2e 0x ½ naïve R&D.</p>
        <p>See https://example.com/a?b=1&c=2#d // no comment /* none */ #[none] r#"none" and {it}'s (or [not]).</p>"#;
    entities_are_characters: "<p>&lbrace;{a}&rbrace; &commat;if &#64; &copy; &#8364;</p>";
    expressions_are_rust: r#"
        <p title="{f(b, '}')} &amp; {{x}}">{ match a { B { c } => "}", _ => r"{" /* } */ } }{'{'}{x.map(|y: &'a str| y)}</p>
        <p title='{f("x")} don"t' class={if a { "b" } else { "c" }}>{format!("{:>1$}", a, b)}</p>"#;
    headers_are_rust: r#"
        @if let S { a, .. } = &b && a != "{" && let 1..=9 = c { don't } @else if c == '{' { "c" } @else { d's }
        <ul>@for S { a, .. } in rows.iter().filter(|r| r.is("}")); key a { <li>{a}'s</li> } @empty { <li>don't</li> }</ul>
        @match a { S { b: 'x' } | S { b: '{' } if b >= c => { it's {b} }, /* } */ "}" => {} _ => { <b>`</b> } }
        @let x = S { a: "};" }; {x} @render(f("(", ')'))"#;
    addresses_are_text: "<p>me@match.com, @user and @media; Hello@if named { , {name}'s }</p>";
    comments_hide_all: "<p>a <!-- don't { @if x { <b> </p> --> {b}</p>";
    code_outside_of_braces_is_text: "<p>self.name and format!(1), {self.name}</p>";
    code_in_quotes_is_text: r#"<script type="application/json">"{ "a": { "b": "don't" } }"</script><script type="text/plain">p > a</script>"#;
    space_is_kept_as_written: "<pre>\n\ta\t b\n@if c {\n\td }\t@else { e }\n</pre>\t<p>\ta\tb\t</p>";
    lines_end_in_any_way: "<p>a\r\nb {c}\r\n</p>\r\n";
}

mistakes! {
    braces_that_stay_open: "<p>{a</p>\n<p>{b)}</p>\n<p>{\"c}</p>\n<p>{d € e}</p>\n<p>f } g</p>\n<p>{'}</p>\n<i>{x +} {1.}</i>";
    bodies_that_stay_open: "@if a {\n  <p>b</p>\n@for c in d; key c { <b>{c}</b>\n";
    values_that_stay_open: "<p title=\"a>b</p>\n<p class='c>d</p>";
    headers_that_break_off: "<p>@if a == \"b { c }</p>\n<p>@for a in € { c }</p>\n<i>@if € { d } e</i> @match x { € => { f } _ => { g } } <u>h";
    blocks_misspelt: "@fi a { b } @fro a in b { <b>c</b> } @username @let x = 5\n<p>a</p>";
    tags_left_open: "<p>don't <b>x</p>\n<div";
    expressions_that_are_none: "<p>{a \\ b} {'} c</p>\n<p title={\\}>{d}</p>";
    comments_left_open: "<p>a</p> <!-- b";
}
