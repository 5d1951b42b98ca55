//! Which values an attribute may have, where HTML closes the set: keywords and whole numbers. Looks at no tree.

/// What a text must be to be a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// One of these words, in any case.
    Word(&'static str),
    /// One of these, in this case.
    ExactWord(&'static str),
    /// Any of these words, with white space between.
    Words(&'static str),
    /// The name of a window, or one of these words that begin with `_`.
    Window,
    /// A whole number, not negative.
    Count,
    /// A whole number.
    Integer,
}

const REFERRERS: &str = "no-referrer no-referrer-when-downgrade same-origin origin strict-origin origin-when-cross-origin strict-origin-when-cross-origin unsafe-url";
const ENCODINGS: &str = "application/x-www-form-urlencoded multipart/form-data text/plain";
const SANDBOX: &str = "allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin allow-scripts allow-storage-access-by-user-activation allow-top-navigation allow-top-navigation-by-user-activation allow-top-navigation-to-custom-protocols";
const INPUTS: &str = "hidden text search tel url email password date month week time datetime-local number range color checkbox radio file submit image reset button";

/// The words that a window's name may be, which begin with `_`.
pub const WINDOWS: &str = "_self _blank _parent _top";

/// The values of this attribute on this element; nothing where any text may stand.
pub fn of(tag: &str, attribute: &str) -> Option<Values> {
    use Values::{Count, ExactWord, Integer, Window, Word, Words};
    Some(match (tag, attribute) {
        ("button", "type") => Word("submit reset button"),
        ("input", "type") => Word(INPUTS),
        ("ol", "type") => ExactWord("1 a A i I"),
        ("form", "method") => Word("get post dialog"),
        ("form", "enctype") => Word(ENCODINGS),
        ("form", "autocomplete") => Word("on off"),
        ("th", "scope") => Word("row col rowgroup colgroup"),
        ("textarea", "wrap") => Word("soft hard"),
        ("track", "kind") => Word("subtitles captions descriptions chapters metadata"),
        ("area", "shape") => Word("circle default poly rect"),
        ("dialog", "closedby") => Word("any closerequest none"),
        ("iframe", "sandbox") => Words(SANDBOX),
        ("input", "capture") => Word("user environment"),
        ("input", "colorspace") => Word("limited-srgb display-p3"),
        ("audio" | "video", "preload") => Word("none metadata auto"),
        ("img", "decoding") => Word("sync async auto"),
        ("a" | "area" | "base" | "form", "target") => Window,
        ("li", "value") | ("ol", "start") | (_, "tabindex") => Integer,
        ("td" | "th", "colspan" | "rowspan") | ("col" | "colgroup", "span") => Count,
        ("textarea", "cols" | "rows") | ("input" | "select", "size") => Count,
        ("input" | "textarea", "maxlength" | "minlength") => Count,
        (_, "width" | "height") if has_size(tag) => Count,
        _ => return of_any(attribute),
    })
}

fn of_any(attribute: &str) -> Option<Values> {
    use Values::{Window, Word};
    Some(match attribute {
        "autocapitalize" => Word("off none on sentences words characters"),
        "autocorrect" => Word("on off"),
        "contenteditable" => Word("true false plaintext-only"),
        "crossorigin" => Word("anonymous use-credentials"),
        "dir" => Word("ltr rtl auto"),
        "draggable" | "spellcheck" | "writingsuggestions" => Word("true false"),
        "enterkeyhint" => Word("enter done go next previous search send"),
        "fetchpriority" => Word("high low auto"),
        "formenctype" => Word(ENCODINGS),
        "formmethod" => Word("get post dialog"),
        "formtarget" => Window,
        "hidden" => Word("hidden until-found"),
        "inputmode" => Word("none text tel url email numeric decimal search"),
        "loading" => Word("lazy eager"),
        "popover" => Word("auto manual hint"),
        "popovertargetaction" => Word("toggle show hide"),
        "referrerpolicy" => Word(REFERRERS),
        "translate" => Word("yes no"),
        _ => return None,
    })
}

/// Whether the element's width and height are counts of pixels.
fn has_size(tag: &str) -> bool {
    matches!(
        tag,
        "canvas" | "embed" | "iframe" | "img" | "input" | "object" | "source" | "video"
    )
}
