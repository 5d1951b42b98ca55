//! Attributes of every kind, on a page and in an update: there or not, words, classes, properties, and those that a caller adds. Opens no browser.

use liveview::rendered::page::render;
use liveview::rendered::render::Render;
use liveview::rendered::seed::Seed;
use liveview::rendered::{Rendered, Shown};
use liveview::{AttributeValue, Attributes, Binding, TrustedUrl, html};

fn page(view: impl Render) -> String {
    render(view, &Seed::new([1; 16])).html
}

/// What the slots of a new page are told.
fn told(view: impl Render) -> Vec<Shown> {
    Rendered::of(view).slots
}

fn text(text: &str) -> Shown {
    Shown::Text(text.to_owned())
}

fn spread(attributes: &[(&str, &str)]) -> Shown {
    let own = |&(name, value): &(&str, &str)| (name.to_owned(), value.to_owned());
    Shown::Attributes(attributes.iter().map(own).collect())
}

#[test]
fn a_bool_is_there_or_not_and_an_option_too() {
    let view = |on: bool, title: Option<&'static str>| html! { <p hidden={on} title={title} data-count={title.map(str::len)}></p> };
    assert_eq!(page(view(false, None)), "<p></p>");
    assert_eq!(
        page(view(true, Some("a"))),
        "<p hidden=\"\" title=\"a\" data-count=\"1\"></p>"
    );
    assert_eq!(
        told(view(false, None)),
        [Shown::Absent, Shown::Absent, Shown::Absent]
    );
    assert_eq!(
        told(view(true, Some("a"))),
        [Shown::True, text("a"), text("1")]
    );
}

#[test]
fn where_false_is_a_word_it_is_written() {
    let view = |on: bool| html! { <p aria-expanded={on} draggable={on} spellcheck={Some(on)} contenteditable="{on}" data-on={on}></p> };
    assert_eq!(
        page(view(false)),
        "<p aria-expanded=\"false\" draggable=\"false\" spellcheck=\"false\" contenteditable=\"false\"></p>"
    );
    let words = |word| vec![text(word), text(word), text(word), text(word)];
    assert_eq!(
        told(view(false)),
        [words("false"), vec![Shown::Absent]].concat()
    );
    assert_eq!(
        told(view(true)),
        [words("true"), vec![Shown::True]].concat()
    );
}

#[test]
fn true_and_false_are_the_words_of_the_attribute() {
    let view = |on: bool| html! { <form autocomplete={on}><p translate={on} autocorrect={Some(on)}></p><math><mo stretchy={on}>"("</mo></math></form> };
    assert_eq!(
        page(view(false)),
        "<form autocomplete=\"off\"><p translate=\"no\" autocorrect=\"off\"></p><math><mo stretchy=\"false\">(</mo></math></form>"
    );
    let told_words = ["on", "yes", "on", "true"].map(text).to_vec();
    assert_eq!(told(view(true)), told_words);
    let spread = |on: bool| Attributes::new().set("Translate", on).set("ARIA-busy", on);
    assert_eq!(spread(false).get("translate"), Some("no"));
    assert_eq!(spread(true).get("aria-busy"), Some("true"));
    // Of HTML, SVG and MathML: to none of these is `false` the same as nothing.
    for name in "accent accentunder contenteditable displaystyle draggable fence focusable largeop movablelimits \
        preserveAlpha separator spellcheck stretchy symmetric writingsuggestions"
        .split(' ')
    {
        let spread = |on: bool| Attributes::new().set(name, on);
        assert_eq!(spread(false).get(name), Some("false"), "{name}");
        assert_eq!(spread(true).get(name), Some("true"), "{name}");
    }
    assert_eq!(
        Attributes::new()
            .set("autocapitalize", false)
            .get("autocapitalize"),
        Some("off")
    );
}

#[test]
fn properties_begin_as_attributes() {
    let view = |on: bool| {
        html! {
            <input value={on.then_some("v")} checked={on} indeterminate={on} />
            <select><option selected={on}>a</option></select>
            <video muted={on}></video>
            <details open={on}><summary>a</summary></details>
        }
    };
    assert!(!page(view(false)).contains('='), "{}", page(view(false)));
    assert_eq!(
        page(view(true)),
        "<input value=\"v\" checked=\"\" indeterminate=\"\"> <select><option selected=\"\">a</option></select> \
         <video muted=\"\"></video><details open=\"\"><summary>a</summary></details>"
    );
    let kinds: Vec<String> = Rendered::of(view(true))
        .template
        .slots()
        .map(|slot| format!("{} {:?}", slot.name, slot.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            "value Property",
            "checked Property",
            "indeterminate Property",
            "selected Property",
            "muted Property",
            "open Attribute"
        ]
    );
}

#[test]
fn a_caller_adds_attributes() {
    let attributes = Attributes::new()
        .set("title", "a \"b\"")
        .set("data-row", 7)
        .set("hidden", true)
        .set("inert", false)
        .set("lang", None::<&str>)
        .set("aria-busy", false);
    let attributes = &attributes;
    let view = || html! { <p id="x" {..attributes}>text</p> };
    assert_eq!(
        page(view()),
        "<p id=\"x\" title=\"a &quot;b&quot;\" data-row=\"7\" hidden=\"\" aria-busy=\"false\" \
         dj-a=\"title data-row hidden aria-busy\">text</p>"
    );
    assert_eq!(
        told(view()),
        [spread(&[
            ("title", "a \"b\""),
            ("data-row", "7"),
            ("hidden", ""),
            ("aria-busy", "false")
        ])]
    );
    assert_eq!(page(html! { <p {..Attributes::new()}></p> }), "<p></p>");
    assert_eq!(
        page(html! { <p {..None::<Attributes<'_>>}></p> }),
        "<p></p>"
    );
}

#[test]
fn the_elements_own_attributes_win_and_classes_are_joined() {
    let attributes = Attributes::new()
        .set("CLASS", "wide  on")
        .set("Type", "submit")
        .set("title", "theirs")
        .set("lang", "en");
    let (attributes, kind, on) = (&attributes, "k", true);
    assert_eq!(
        page(
            html! { <button class="b {kind}" {..attributes} class:on={on} type="button" title={None::<&str>}>x</button> }
        ),
        "<button type=\"button\" class=\"b k on wide on\" lang=\"en\" dj-a=\".wide .on lang\">x</button>"
    );
    assert_eq!(
        page(html! { <b {..attributes} class="a"></b><i {..attributes}></i> }),
        "<b class=\"a wide on\" Type=\"submit\" title=\"theirs\" lang=\"en\" dj-a=\".wide .on Type title lang\"></b>\
         <i class=\"wide  on\" Type=\"submit\" title=\"theirs\" lang=\"en\" dj-a=\".wide .on Type title lang\"></i>"
    );
}

#[test]
fn what_would_be_code_is_left_out() {
    let binding = Binding::from_text("add".to_owned());
    let hostile = [
        ("onclick", AttributeValue::from("alert(1)")),
        ("OnClick", "alert(1)".into()),
        ("style", "color:red".into()),
        ("srcdoc", "<p>".into()),
        ("http-equiv", "refresh".into()),
        ("is", "x-y".into()),
        ("nonce", "n".into()),
        ("sandbox", "allow-scripts".into()),
        ("xmlns:x", "y".into()),
        ("dj-a", "title".into()),
        ("dj-v", "token".into()),
        ("dj-style", "color:red".into()),
        ("dj-click", "add".into()),
        ("DJ-Click", "add".into()),
        ("dj-keydown.enter", true.into()),
        ("dj-pin", binding.clone().into()),
        ("title", binding.clone().into()),
        ("a b", "c".into()),
        ("a=b", "c".into()),
        ("a/b", "c".into()),
        ("a\"b", "c".into()),
        ("><script>", "c".into()),
        ("", "c".into()),
        ("é", "c".into()),
        ("-a", "c".into()),
    ];
    for (name, value) in hostile {
        let attributes = Attributes::new().set(name, value);
        assert!(attributes.is_empty(), "{name:?} is taken");
    }
    let kept = Attributes::new()
        .set("dj-click", &binding)
        .set("dj-keydown.enter", Some(&binding))
        .set("dj-debounce", 300)
        .set("dj-value-id", "7");
    assert_eq!(
        page(html! { <button {..kept}>x</button> }),
        "<button dj-click=\"add\" dj-keydown.enter=\"add\" dj-debounce=\"300\" dj-value-id=\"7\" \
         dj-a=\"dj-click dj-keydown.enter dj-debounce dj-value-id\">x</button>"
    );
}

#[test]
fn a_live_property_is_never_spread() {
    let attributes = || {
        Attributes::new()
            .set("value", "v")
            .set("Checked", true)
            .set("selected", true)
            .set("muted", true)
    };
    assert_eq!(
        page(html! { <input {..attributes()} /> }),
        "<input selected=\"\" muted=\"\" dj-a=\"selected muted\">"
    );
    assert_eq!(
        page(html! { <button {..attributes()}></button> }),
        "<button value=\"v\" Checked=\"\" selected=\"\" muted=\"\" dj-a=\"value Checked selected muted\"></button>"
    );
    assert_eq!(
        page(html! { <video {..attributes()}></video> }),
        "<video value=\"v\" Checked=\"\" selected=\"\" dj-a=\"value Checked selected\"></video>"
    );
}

#[test]
fn addresses_of_a_caller_are_guarded_by_their_names() {
    for name in [
        "href",
        "SRC",
        "xlink:href",
        "formaction",
        "data",
        "ping",
        "srcset",
    ] {
        let bad = Attributes::new().set(name, " jaVascript:alert(1)");
        let shown = page(html! { <a {..bad}>x</a> });
        let is_loaded = matches!(name, "SRC" | "data" | "srcset");
        let harmless = if is_loaded {
            ""
        } else {
            "about:invalid#refused"
        };
        assert_eq!(
            shown,
            format!("<a {name}=\"{harmless}\" dj-a=\"{name}\">x</a>")
        );
        let trusted = Attributes::new().set(name, TrustedUrl::dangerously_from("sms:1"));
        let shown = page(html! { <a {..trusted}>x</a> });
        assert_eq!(shown, format!("<a {name}=\"sms:1\" dj-a=\"{name}\">x</a>"));
    }
}

#[test]
fn a_form_that_is_bound_by_its_caller_is_posted() {
    let submit = || Attributes::new().set("dj-submit", Binding::from_text("save".to_owned()));
    let posted = "<form dj-submit=\"save\" method=\"post\" dj-a=\"dj-submit method\"></form>";
    assert_eq!(page(html! { <form {..submit()}></form> }), posted);
    assert_eq!(
        page(html! { <form method="dialog" {..submit()}></form> }),
        "<form method=\"dialog\" dj-submit=\"save\" dj-a=\"dj-submit\"></form>"
    );
    assert_eq!(
        page(html! { <form {..submit().set("method", "get")}></form> }),
        posted
    );
    assert_eq!(
        page(html! { <form {..submit().set("METHOD", "dialog")}></form> }),
        "<form dj-submit=\"save\" METHOD=\"dialog\" dj-a=\"dj-submit METHOD\"></form>"
    );
    assert_eq!(
        page(html! { <form method="get" {..submit()}></form> }),
        "<form method=\"get\"></form>"
    );
    let modified = Attributes::new()
        .set("dj-submit.prevent", Binding::from_text("save".to_owned()))
        .set("DJ-Submit.once", Binding::from_text("save".to_owned()));
    assert_eq!(
        page(html! { <form method="get" {..modified}></form> }),
        "<form method=\"get\"></form>"
    );
    assert_eq!(
        page(html! { <form {..Attributes::new()}></form> }),
        "<form></form>"
    );
}

#[test]
fn attributes_are_collected_replaced_and_joined() {
    let pairs = [("a", 1), ("b", 2), ("A", 3)];
    let mut all: Attributes<'_> = pairs.into_iter().collect();
    assert_eq!(all.iter().collect::<Vec<_>>(), [("b", "2"), ("A", "3")]);
    all.extend([("b", None::<u8>)]);
    all.insert("class", "x");
    let joined = all.merged(&Attributes::new().set("a", "y").set("class", "z"));
    assert_eq!(
        joined.iter().collect::<Vec<_>>(),
        [("a", "y"), ("class", "x z")]
    );
    assert_eq!(joined.get("CLASS"), Some("x z"));
    assert_eq!(joined.get("b"), None);
}
