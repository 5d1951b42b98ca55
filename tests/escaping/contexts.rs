//! Every place where a value can stand, against everything that has broken out of one: no new element, no new attribute, no address that runs. Opens no browser.

use liveview::rendered::render::Render;
use liveview::rendered::{Rendered, Shown};
use liveview::{Attributes, html};

use liveview_compiler::html::ast::{Element, Name};
use liveview_compiler::html::contexts;
use proc_macro2::Span;

use crate::addresses::{payloads, runs_a_program};
use crate::page;
use crate::tree::{Node, parse};

const REFUSED: &str = "about:invalid#refused";

/// The page that a value makes of a place, and what an update would be told.
type Place = fn(&str) -> (String, Vec<Shown>);

fn shown(view: impl Render + Copy) -> (String, Vec<Shown>) {
    (page(view), Rendered::of(view).slots)
}

const PLACES: &[(&str, Place)] = &[
    ("text", |x| shown(html! { <p>{x}</p> })),
    ("text in flow", |x| {
        shown(html! { <p>a {x} <b>b</b> {x}</p> })
    }),
    ("text at the top", |x| shown(html! { {x} <b>b</b> })),
    ("pre", |x| shown(html! { <pre>{x}</pre> })),
    ("textarea", |x| {
        shown(html! { <label>a <textarea>{x}</textarea></label> })
    }),
    ("option", |x| {
        shown(html! { <label>a <select><option value={x}>{x}</option></select></label> })
    }),
    ("cell", |x| {
        shown(html! { <table><tbody><tr><td>{x}</td></tr></tbody></table> })
    }),
    ("svg title", |x| {
        shown(html! { <svg><title>{x}</title><desc>{x}</desc><text>{x}</text></svg> })
    }),
    ("foreign object", |x| {
        shown(html! { <svg><foreignObject><p>{x}</p></foreignObject></svg> })
    }),
    ("attribute", |x| {
        shown(html! { <p title={x} data-x={x} aria-label={x}>a</p> })
    }),
    ("quoted attribute", |x| {
        shown(html! { <p title="a {x} b" data-x="{x}">a</p> })
    }),
    ("class", |x| shown(html! { <p class={x}>a</p> })),
    ("classes", |x| {
        shown(html! { <p class="a {x} b" class:on={true}>a</p> })
    }),
    ("style", |x| {
        shown(html! { <p style:width={x} style:color="red">a</p> })
    }),
    ("quoted style", |x| {
        shown(html! { <p style:width="calc({x} + 1px)" style:color="red">a</p> })
    }),
    ("property", |x| {
        shown(html! { <input value={x} aria-label="a" /> })
    }),
    ("svg attribute", |x| {
        shown(html! { <svg viewBox={x} class={x}><path d={x} fill={x} /></svg> })
    }),
    ("value of an event", |x| {
        shown(html! { <button type="button" dj-value-x={x}>a</button> })
    }),
    ("meta", |x| {
        shown(html! { <meta name="description" content={x} /> })
    }),
    ("script's data", |x| {
        shown(html! { <script src="/a.js" data-x={x}></script> })
    }),
    ("spread", |x| {
        shown(
            html! { <p class="a" {..Attributes::new().set("title", x).set("class", x).set("href", x)}>a</p> },
        )
    }),
    ("spread alone", |x| {
        shown(html! { <p {..Attributes::new().set("class", x).set("data-x", x)}>a</p> })
    }),
];

const ADDRESSES: &[(&str, Place)] = &[
    ("link", |x| shown(html! { <a href={x}>a</a> })),
    ("quoted link", |x| shown(html! { <a href="{x}">a</a> })),
    ("area", |x| {
        shown(html! { <map name="m"><area href={x} alt="" /></map> })
    }),
    ("action", |x| shown(html! { <form action={x}></form> })),
    ("formaction", |x| {
        shown(
            html! { <form><button formaction={x}>a</button><input type="submit" formaction={x} aria-label="a" /></form> },
        )
    }),
    ("image", |x| shown(html! { <img src={x} alt="" /> })),
    ("frame", |x| {
        shown(html! { <iframe src={x} title="a"></iframe> })
    }),
    ("embed", |x| shown(html! { <embed src={x} /> })),
    ("object", |x| shown(html! { <object data={x}></object> })),
    ("media", |x| {
        shown(
            html! { <video src={x} poster={x}><track src={x} /></video><audio><source src={x} /></audio> },
        )
    }),
    ("cite", |x| {
        shown(html! { <blockquote cite={x}>a</blockquote> })
    }),
    ("style sheet", |x| {
        shown(html! { <link rel="stylesheet" href={x} /> })
    }),
    ("svg link", |x| {
        shown(html! { <svg><a href={x}><text>a</text></a></svg> })
    }),
    ("svg xlink", |x| {
        shown(html! { <svg><a xlink:href={x}><text>a</text></a></svg> })
    }),
    ("svg use", |x| shown(html! { <svg><use href={x} /></svg> })),
    ("svg image", |x| {
        shown(html! { <svg><image href={x} /></svg> })
    }),
    ("svg set", |x| {
        shown(html! { <svg><a><set attributeName="href" to={x} /></a></svg> })
    }),
    ("svg animate", |x| {
        shown(
            html! { <svg><a><animate attributeName="xlink:href" from={x} to={x} by={x} /></a></svg> },
        )
    }),
    ("svg values", |x| {
        shown(html! { <svg><a><animate attributeName="href" values="/a;{x};/b" /></a></svg> })
    }),
    ("refresh", |x| {
        shown(html! { <meta http-equiv="refresh" content="0; url={x}" /> })
    }),
    ("quoted refresh", |x| {
        shown(html! { <meta http-equiv="Refresh" content="0;URL='{x}'" /> })
    }),
    ("spread link", |x| {
        shown(html! { <a {..Attributes::new().set("HREF", x)}>a</a> })
    }),
    ("spread action", |x| {
        shown(html! { <button {..Attributes::new().set("formaction", x)}>a</button> })
    }),
];

const LISTS: &[(&str, Place)] = &[
    ("srcset", |x| shown(html! { <img srcset={x} alt="" /> })),
    ("candidates", |x| {
        shown(html! { <img srcset="/a 1x, {x} 2x" alt="" /> })
    }),
    ("source", |x| {
        shown(html! { <picture><source srcset="/a, {x}" /><img src="/b" alt="" /></picture> })
    }),
    ("preload", |x| {
        shown(html! { <link rel="preload" href="/a" imagesrcset={x} /> })
    }),
    ("ping", |x| {
        shown(html! { <a href="/a" ping="/b {x}">a</a> })
    }),
    ("spread srcset", |x| {
        shown(html! { <img alt="" {..Attributes::new().set("srcset", x)} /> })
    }),
    ("spread ping", |x| {
        shown(html! { <a href="/a" {..Attributes::new().set("ping", x)}>a</a> })
    }),
];

/// What has broken out of a place of some kind.
const BREAKOUTS: [&str; 42] = [
    "<script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    " onmouseover=alert(1) ",
    "\tonfocus=alert(1)\nautofocus",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1)>",
    "</p><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</select><img src=x onerror=alert(1)>",
    "</option></select><script>alert(1)</script>",
    "</td></tr></table><script>alert(1)</script>",
    "</svg><script>alert(1)</script>",
    "</desc></svg><img src=x onerror=alert(1)>",
    "<![CDATA[><script>alert(1)</script>]]>",
    "<!--><img src=x onerror=alert(1)>-->",
    "--><script>alert(1)</script><!--",
    "--!><img src=x onerror=alert(1)>",
    "<!--[--><!--]-->",
    "]]><script>alert(1)</script>",
    "<?xml?><script>alert(1)</script>",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<base href=//evil.example>",
    "<form action=//evil.example><button>",
    "<link rel=stylesheet href=//evil.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&quot; onmouseover=&quot;alert(1)",
    "&#34; onmouseover=&#34;alert(1)",
    "&#x22&#x3e<script>alert(1)</script>",
    "\0\"\0><\0script>alert(1)</script>",
    "\u{2028}\"><script>alert(1)</script>",
    "red;background:url(javascript:alert(1))",
    "red}</style><script>alert(1)</script>",
];

/// Tags and names of attributes, without what stands in them.
fn shape(html: &str) -> String {
    fn write(nodes: &[Node], out: &mut String) {
        for node in nodes {
            if let Node::Element {
                tag,
                attributes,
                children,
            } = node
            {
                let names: Vec<&str> = attributes.iter().map(|(name, _)| name.as_str()).collect();
                out.push_str(&format!("<{tag} {names:?}>"));
                write(children, out);
                out.push_str("</>");
            }
        }
    }
    let mut out = String::new();
    write(&parse(html), &mut out);
    out
}

/// All values of attributes in a page.
fn values(nodes: &[Node]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for node in nodes {
        if let Node::Element {
            attributes,
            children,
            ..
        } = node
        {
            all.extend(attributes.clone());
            all.extend(values(children));
        }
    }
    all
}

fn texts(shown: Vec<Shown>) -> Vec<String> {
    let texts = shown.into_iter().flat_map(|shown| match shown {
        Shown::Text(text) => vec![text],
        Shown::Attributes(attributes) => attributes.into_iter().map(|(_, value)| value).collect(),
        _ => Vec::new(),
    });
    texts.collect()
}

#[test]
fn no_value_makes_an_element_or_an_attribute() {
    for (name, shown) in PLACES.iter().chain(ADDRESSES).chain(LISTS) {
        let meant = shape(&shown("x").0);
        for value in BREAKOUTS {
            assert_eq!(shape(&shown(value).0), meant, "{name}: {value:?}");
        }
    }
}

#[test]
fn no_address_runs_wherever_one_can_stand() {
    for payload in payloads() {
        for (name, shown) in ADDRESSES {
            let (html, told) = shown(&payload);
            assert!(!html.contains("alert"), "{name}: {payload:?} in {html}");
            for (attribute, value) in values(&parse(&html)) {
                let is_name = attribute == "attributeName";
                assert!(
                    is_name || !runs_a_program(&value),
                    "{name}: {attribute}={value:?}"
                );
            }
            let told = texts(told);
            let are_refused = told.iter().all(|text| text == REFUSED || text.is_empty());
            assert!(are_refused, "{name}: {told:?}");
        }
    }
}

#[test]
fn no_address_in_a_list_runs() {
    // A list ends an address at white space, so what is dressed with some is another address.
    let whole = |payload: &String| !payload.contains(|c: char| c.is_ascii_whitespace());
    for payload in payloads().into_iter().filter(whole) {
        for (name, shown) in LISTS {
            let (html, told) = shown(&payload);
            assert!(!html.contains("alert"), "{name}: {payload:?} in {html}");
            let told = texts(told);
            assert!(told == [REFUSED] || told == [""], "{name}: {told:?}");
        }
    }
}

#[test]
fn no_style_runs() {
    let view = |address: &str| {
        page(
            html! { <p style:background-image="url({address})" style:list-style-image="url('{address}')">a</p> },
        )
    };
    assert!(
        view("/a.png").contains("background-image:url(/a.png);list-style-image:url('/a.png');")
    );
    for payload in payloads() {
        assert_eq!(view(&payload), "<p dj-style=\"\">a</p>", "{payload:?}");
    }
}

/// Names of attributes of every kind: addresses, plain ones, refused ones.
const NAMES: &str = "
    href src srcset imagesrcset action formaction poster cite ping attributionsrc archive
    background classid codebase icon longdesc manifest profile xlink:href title class id alt
    target rel type name value width download lang srcdoc http-equiv sandbox allow nonce is
    shadowrootmode xmlns xmlns:xlink onclick onfocusin
";

/// The compiler judges names that a template writes, the runtime those that come as values: they must agree.
#[test]
fn names_mean_the_same_to_the_compiler_and_to_the_runtime() {
    for name in NAMES
        .split_whitespace()
        .flat_map(|name| [name.to_owned(), name.to_uppercase()])
    {
        let attributes = Attributes::new().set(name.clone(), "javascript:x");
        let is_left_out = attributes.is_empty();
        let html = page(html! { <b {..attributes}></b> });
        let element = Element {
            name: Name {
                text: "b".to_owned(),
                area: Span::call_site().into(),
            },
            attributes: Vec::new(),
            spread: None,
            children: Vec::new(),
        };
        let is_refused = contexts::refusal(&element, &name).is_some();
        assert_eq!(is_left_out, is_refused, "{name}");
        let is_guarded = !is_left_out && !html.contains("javascript");
        let is_address = !is_refused && contexts::address(&element, &name).is_some();
        assert_eq!(is_guarded, is_address, "{name}: {html}");
        let is_loaded = contexts::address(&element, &name).is_some_and(|address| address.is_loaded);
        assert_eq!(
            is_guarded && !html.contains(REFUSED),
            is_address && is_loaded,
            "{name}: {html}"
        );
    }
}
