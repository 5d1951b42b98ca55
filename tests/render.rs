//! Templates to pages: `html!` through rustc and the renderer, as an author gets it. Opens no socket.

use std::fmt;

use liveview::html;
use liveview::prelude::{Context, Result, live_view};
use liveview::rendered::page::render;
use liveview::rendered::render::Render;
use liveview::rendered::seed::Seed;

fn page(view: impl Render) -> String {
    render(view, &Seed::new([1; 16])).html
}

#[test]
fn text_is_escaped_and_joined() {
    let (name, count) = ("<Ada> & \"co\"", 3);
    assert_eq!(
        page(html! { <p>Hello, {name}! ({count}) "don't" &amp; {Some('c')}{None::<u8>}</p> }),
        "<p>Hello, &lt;Ada&gt; &amp; &quot;co&quot;! (3) don't &amp; c</p>"
    );
}

#[test]
fn anything_with_display_is_text() {
    struct Id(u8);
    impl fmt::Display for Id {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(formatter, "#{}", self.0)
        }
    }
    let (id, owned) = (Id(7), String::from("x"));
    assert_eq!(
        page(html! { <p title="{id} {owned}">{id} {&owned} {Some(&id)} {1.5} {true}</p> }),
        "<p title=\"#7 x\">#7 x #7 1.5 true</p>"
    );
}

#[test]
fn attributes_are_there_or_not() {
    let (off, none, some) = (false, None::<&str>, Some("a\"b"));
    assert_eq!(
        page(html! {
            <input disabled={!off} checked={off} required hidden={off} title={none} placeholder={some} value={1} />
        }),
        "<input disabled=\"\" required placeholder=\"a&quot;b\" value=\"1\">"
    );
}

#[test]
fn addresses_are_guarded() {
    let (good, bad) = ("/users?a=1&b=2", " jAva\tscript:alert(1)");
    let shown = page(html! {
        <a href={good}>a</a><a href={bad}>b</a><a href="{bad}">c</a><a href="/users/{good}">d</a>
    });
    assert!(shown.contains("href=\"/users?a=1&amp;b=2\""), "{shown}");
    assert!(shown.contains("href=\"/users//users"), "{shown}");
    assert!(!shown.to_lowercase().contains("script:"), "{shown}");
}

#[test]
fn classes_and_styles_share_an_attribute() {
    let (done, late, kind, width) = (true, false, "new", 3);
    assert_eq!(
        page(html! {
            <p class="row" class:done={done} class:late={late}>a</p>
            <p class="row {kind}" class:done={done}>b</p>
            <p style:width="{width}px" style:--gap="1px">c</p>
        }),
        "<p class=\"row done\">a</p><p class=\"row new done\">b</p><p dj-style=\"width:3px;--gap:1px;\">c</p>"
    );
}

#[test]
fn branches_show_one_or_nothing() {
    let view = |number: Option<u8>| {
        html! {
            <div>
                @if let Some(number) = number && number > 1 { <b>{number}</b> }
                @else if number.is_some() { <i>one</i> }
                @else { <u>none</u> }
            </div>
            <p>
                @match number {
                    Some(0 | 1) => { few }
                    Some(n) if n > 5 => { many: {n} }
                    _ => {}
                }
            </p>
        }
    };
    assert_eq!(page(view(Some(7))), "<div><b>7</b></div><p>many: 7</p>");
    assert_eq!(page(view(Some(1))), "<div><i>one</i></div><p>few</p>");
    assert_eq!(page(view(None)), "<div><u>none</u></div><p></p>");
}

#[test]
fn lists_show_rows_or_what_stands_for_none() {
    let view = |rows: &[(u32, &str)]| {
        page(html! {
            <ul>
                @for (id, name) in rows; key id {
                    <li id="row-{id}">{name}</li>
                } @empty { <li>none</li> }
            </ul>
            <ol>@for (_, name) in rows; unkeyed { <li>{name}</li> }</ol>
        })
    };
    assert_eq!(
        view(&[(1, "a"), (2, "b")]),
        "<ul><!--[--><li id=\"row-1\">a</li><li id=\"row-2\">b</li><!--]--><!--[--><!--]--></ul>\
         <ol><li>a</li><li>b</li></ol>"
    );
    assert_eq!(
        view(&[]),
        "<ul><!--[--><!--]--><!--[--><li>none</li><!--]--></ul><ol></ol>"
    );
}

#[test]
fn fragments_render_in_fragments() {
    fn badge(text: &str) -> impl Render {
        html! { <b class="badge">{text}</b> }
    }
    let names = ["a", "b"];
    let extra = Some(html! { <i>more</i> });
    assert_eq!(
        page(html! {
            <p>@render(badge("x"))</p>
            <ul>@render(names.iter().map(|name| html! { <li>{name}</li> }))</ul>
            @render(extra)
            @render(html! { text })
        }),
        "<p><b class=\"badge\">x</b></p><ul><li>a</li><li>b</li></ul>\
         <!--[--><i>more</i><!--]--> <!--[-->text<!--]-->"
    );
}

#[test]
fn names_are_bound_for_what_follows() {
    let items = [1, 2, 3];
    assert_eq!(
        page(html! {
            @let total: i32 = items.iter().sum();
            @let (first, .., last) = (items[0], 0, items[2]);
            <p>{first} to {last}, {total} in all @let half = total / 2; or {half}</p>
        }),
        "<p>1 to 3, 6 in all or 3</p>"
    );
}

#[test]
fn preformatted_text_keeps_its_lines() {
    let code = "\nfirst";
    assert_eq!(
        page(html! { <pre>{code}</pre><textarea name="a">{code}</textarea> }),
        "<pre>\n\nfirst</pre><textarea name=\"a\">\n\nfirst</textarea>"
    );
}

#[test]
fn a_macro_around_a_template_changes_nothing() {
    macro_rules! wrapped {
        ($name:ident, $($rest:tt)*) => {
            html! { <p>it-works?  {$name}! A:B</p> $($rest)* }
        };
    }
    let name = "yes";
    assert_eq!(
        page(wrapped!(name, <b>km/h {name}</b>)),
        "<p>it-works? yes! A:B</p><b>km/h yes</b>"
    );
}

#[test]
#[should_panic(expected = "was left before its end")]
fn a_fragment_is_never_left_early() {
    let none = None::<u8>;
    page(html! { @let Some(x) = none else { return }; <p>{x}</p> });
}

#[test]
fn states_that_are_words_stay_words() {
    let (yes, no) = (true, false);
    assert_eq!(
        page(html! { <p draggable={no} contenteditable={yes} spellcheck={no} hidden={no}></p> }),
        "<p draggable=\"false\" contenteditable=\"true\" spellcheck=\"false\"></p>"
    );
}

#[test]
fn a_view_keeps_the_white_space_of_its_templates() {
    #[live_view]
    struct Spaced {
        count: u8,
    }

    #[live_view]
    impl Spaced {
        async fn mount(_cx: &mut Context<Self>) -> Result<Self> {
            Ok(Spaced { count: 0 })
        }

        fn render(&self) -> impl Render {
            html! { <p>( {self.count} ) [ a ]</p> @render(html! { <b>( {self.count} )</b> }) <i>( {page(html! { a })} )</i> }
        }
    }

    assert_eq!(
        page(Spaced { count: 7 }.render()),
        "<p>( 7 ) [ a ]</p><!--[--><b>( 7 )</b><!--]--> <i>( a )</i>"
    );
}
