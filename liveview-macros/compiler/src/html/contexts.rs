//! What a browser makes of an attribute's value: text, addresses, or something that no value may decide. Looks at no tree.
//!
//! The attributes that hold addresses are those of the HTML standard (with the obsolete ones that browsers still follow),
//! of SVG 2 and of MathML Core. The runtime's twin is `rendered::url`, for names that come as values.

use super::ast::{Element, Value};
use super::vocabulary;

/// How a value holds addresses; as the runtime's `Form`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The value is one.
    One,
    /// A list between white space.
    Spaced,
    /// A `srcset`.
    Candidates,
    /// A list between semicolons.
    Animated,
    /// Behind the seconds of a refresh.
    Refresh,
}

/// An attribute that holds addresses; as the runtime's `Address`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Its name.
    pub name: String,
    /// How it holds them.
    pub form: Form,
    /// Whether a browser loads by itself what is there; else a person follows it.
    pub is_loaded: bool,
}

/// Attributes whose value is one address, on whatever element.
const ADDRESSES: [&str; 13] = [
    "action",
    "background",
    "cite",
    "classid",
    "codebase",
    "formaction",
    "href",
    "icon",
    "longdesc",
    "manifest",
    "poster",
    "profile",
    "src",
];

/// Schemes that an address with a value in it may have.
pub const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Why something is refused, and what to do instead.
pub type Refusal = (&'static str, &'static str);

/// How an attribute of this name holds addresses; nothing where it holds none.
pub fn form(element: &Element, name: &str) -> Option<Form> {
    let tag = element.name.text.as_str();
    let name = name.to_ascii_lowercase();
    match (tag, name.as_str()) {
        (_, "srcset" | "imagesrcset") => Some(Form::Candidates),
        (_, "ping" | "attributionsrc" | "archive") => Some(Form::Spaced),
        (_, "xlink:href") | ("object", "data") => Some(Form::One),
        ("meta", "content") => says(element, "http-equiv", "refresh").then_some(Form::Refresh),
        (_, "values") if animates_address(element) => Some(Form::Animated),
        (_, "to" | "from" | "by") if animates_address(element) => Some(Form::One),
        (_, name) => ADDRESSES.contains(&name).then_some(Form::One),
    }
}

/// The attribute of this name, if it holds addresses.
pub fn address(element: &Element, name: &str) -> Option<Address> {
    Some(Address {
        name: name.to_owned(),
        form: form(element, name)?,
        is_loaded: is_loaded(element, name),
    })
}

fn is_loaded(element: &Element, name: &str) -> bool {
    match name.to_ascii_lowercase().as_str() {
        "href" | "xlink:href" => {
            matches!(
                element.name.text.as_str(),
                "image" | "use" | "feImage" | "link"
            )
        }
        "src" | "srcset" | "imagesrcset" | "poster" | "data" | "background" | "icon"
        | "manifest" | "classid" | "codebase" | "archive" => true,
        _ => false,
    }
}

/// Why no value can stand in this attribute; nothing where one can.
pub fn refusal(element: &Element, name: &str) -> Option<Refusal> {
    let tag = element.name.text.as_str();
    let lower = name.to_ascii_lowercase();
    let name = lower.as_str();
    refusal_anywhere(name).or_else(|| match (tag, name) {
        ("script", _) if !matches!(name, "id" | "class") && !name.starts_with("data-") => Some((
            "which script runs, and how, must not come from data",
            "write it as text; a value for the script stands in `data-name={value}`",
        )),
        ("base", "href") => Some((
            "every relative address of the page would follow it",
            "write whole paths where they are used",
        )),
        ("link", "rel") => Some((
            "what a browser does with the address must not come from data",
            "write one `<link>` a case and choose with `@if`",
        )),
        ("meta", "name") => Some((
            "what a `meta` permits must not come from data",
            "write one `<meta>` a case and choose with `@if`",
        )),
        ("meta", "content") => meta_refusal(element),
        _ if is_animation(tag) => animation_refusal(element, name),
        _ => None,
    })
}

/// Why no value can stand under this name, on whatever element.
pub fn refusal_anywhere(name: &str) -> Option<Refusal> {
    match name.to_ascii_lowercase().as_str() {
        "srcdoc" => Some((
            "a whole document cannot be written safely into an attribute",
            "serve it at an address of its own and use `src`",
        )),
        "http-equiv" => Some((
            "it makes a header of the `content` beside it",
            "write it as text; headers with values are set by the server",
        )),
        "sandbox" | "allow" => Some((
            "what a frame may do must not come from data",
            "write one frame a case, with its permissions as text, and choose with `@if`",
        )),
        "nonce" => Some((
            "the page's policy holds without one",
            "leave it out: scripts and styles are files",
        )),
        "is" | "shadowrootmode" => Some((
            "it decides what the element is, once and for all",
            "write one element a case and choose with `@if`",
        )),
        name if name == "xmlns" || name.starts_with("xmlns:") => Some((
            "the framework knows the namespace of every element",
            "leave it out",
        )),
        name if is_handler(name) => Some((
            "code in attributes is blocked by the page's policy",
            binding_instead(name),
        )),
        _ => None,
    }
}

/// Whether the attribute is refused even without a value of ours in it.
pub fn is_refused_whole(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name == "srcdoc" || is_handler(&name)
}

/// Why attributes of a caller cannot be spread on this element; nothing where they can.
pub fn spread_refusal(tag: &str) -> Option<&'static str> {
    match tag {
        "script" | "style" => Some("it is code"),
        "meta" | "base" | "link" => Some("it speaks for the whole page"),
        "object" | "embed" | "iframe" => Some("it runs what it names"),
        _ if is_animation(tag) => Some("it changes attributes by their names"),
        _ => None,
    }
}

/// Whether raw HTML in this element may hold blocks: it ends an open paragraph itself, so that none in it can.
pub fn holds_blocks(tag: &str) -> bool {
    matches!(
        tag,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "header"
            | "li"
            | "main"
            | "nav"
            | "search"
            | "section"
            | "td"
            | "th"
    )
}

/// Why no raw HTML can stand in this element, and what to do; nothing where some can.
pub fn raw_refusal(tag: &str) -> Option<Refusal> {
    const OUTSIDE: &str = "give it a `<div>` of its own";
    match tag {
        "" => Some((
            "it is shown by the element around it, and there is none here",
            "write `<div>@html(…)</div>`",
        )),
        "a" | "button" | "form" => Some(("a tag in it could end this element", OUTSIDE)),
        "ul" | "ol" | "menu" | "dl" => Some((
            "items are elements of the template",
            "write `@for … { <li>@html(…)</li> }`, or put the whole list into a `<div>`",
        )),
        "table" | "thead" | "tbody" | "tfoot" | "tr" | "colgroup" | "caption" => Some((
            "the parts of a table are elements of the template",
            "write `<td>@html(…)</td>`, or put the whole table into a `<div>`",
        )),
        "select" | "optgroup" | "option" | "datalist" | "textarea" | "title" | "template" => {
            Some((
                "it holds text or its own parts alone",
                "show text with `{…}`",
            ))
        }
        "audio" | "video" | "picture" | "object" | "canvas" | "ruby" | "iframe" | "noscript" => {
            Some(("it has content of its own", OUTSIDE))
        }
        "script" | "style" => Some(("it is code", "code lives in files")),
        "foreignObject" | "desc" | "annotation-xml" | "mi" | "mn" | "mo" | "ms" | "mtext" => {
            Some((
                "it is no element of HTML",
                "put a `<div>` or `<span>` into it",
            ))
        }
        tag if vocabulary::is_void(tag) => Some(("it has no content", OUTSIDE)),
        _ => None,
    }
}

/// A `meta` with a value: its meaning must be known, and harmless.
fn meta_refusal(element: &Element) -> Option<Refusal> {
    if element.attribute("http-equiv").is_some() && !says(element, "http-equiv", "refresh") {
        return Some((
            "it would be a header of the page",
            "write the content as text, or set the header on the server",
        ));
    }
    says(element, "name", "referrer").then_some((
        "it says what other sites learn of this one",
        "write the content as text",
    ))
}

fn animation_refusal(element: &Element, name: &str) -> Option<Refusal> {
    match name {
        "attributename" => Some((
            "an animation of `href` can turn a link into a script",
            "write one animation a case and choose with `@if`",
        )),
        "to" | "from" | "by" | "values"
            if element
                .attribute("attributeName")
                .is_some_and(|target| !matches!(target.value, Value::Static(_))) =>
        {
            Some((
                "an animation can turn a link into a script",
                "write `attributeName` as text, so that this value can be checked",
            ))
        }
        _ => None,
    }
}

/// Whether an animation changes where a link leads.
fn animates_address(element: &Element) -> bool {
    let Some(target) = element
        .attribute("attributeName")
        .filter(|_| is_animation(&element.name.text))
    else {
        return false;
    };
    match &target.value {
        Value::Static(text) => {
            let name = text.value.trim().to_ascii_lowercase();
            name.rsplit(':').next() == Some("href")
        }
        _ => true,
    }
}

fn is_animation(tag: &str) -> bool {
    matches!(
        tag,
        "animate" | "set" | "animateMotion" | "animateTransform" | "animateColor" | "discard"
    )
}

/// Whether the attribute is this text.
fn says(element: &Element, name: &str, text: &str) -> bool {
    let value = element.attribute(name).map(|attribute| &attribute.value);
    matches!(value, Some(Value::Static(static_text)) if static_text.value.trim().eq_ignore_ascii_case(text))
}

/// How a view hears of what a handler in an attribute would.
fn binding_instead(name: &str) -> &'static str {
    match name {
        "onclick" => {
            "bind an event instead: `dj-click=\"add\"` calls `#[event_handler] fn add(&mut self)` of the view"
        }
        "oninput" => {
            "bind an event instead: `dj-input=\"search\"` calls `#[event_handler] fn search(&mut self, value: String)` of the view"
        }
        "onchange" => {
            "bind an event instead: `dj-change=\"choose\"` calls `#[event_handler] fn choose(&mut self, value: String)` of the view"
        }
        "onsubmit" => {
            "bind an event instead: `dj-submit=\"add\"` calls `#[event_handler] fn add(&mut self, fields: NewThing)` of the view"
        }
        _ => {
            "bind an event instead, as in `dj-click=\"add\"`, which calls `#[event_handler] fn add(&mut self)` of the view"
        }
    }
}

fn is_handler(name: &str) -> bool {
    name.starts_with("on") && name.len() > 2
}
