//! Which attributes stand on which elements: the HTML standard's index of attributes, and the few that other standards of
//! the W3C add. Looks at no tree.

use crate::names::nearest;

/// Attributes of every element; `part` and `exportparts` are CSS's.
const GLOBAL: [&str; 33] = [
    "accesskey",
    "autocapitalize",
    "autocorrect",
    "autofocus",
    "class",
    "contenteditable",
    "dir",
    "draggable",
    "enterkeyhint",
    "exportparts",
    "headingoffset",
    "headingreset",
    "hidden",
    "id",
    "inert",
    "inputmode",
    "is",
    "itemid",
    "itemprop",
    "itemref",
    "itemscope",
    "itemtype",
    "lang",
    "nonce",
    "part",
    "popover",
    "role",
    "slot",
    "spellcheck",
    "tabindex",
    "title",
    "translate",
    "writingsuggestions",
];

/// What each element has besides, in alphabetical order of the elements. `indeterminate` is the property that HTML gives
/// no attribute to; `capture`, `webkitdirectory`, `controlslist`, `disablepictureinpicture` and `disableremoteplayback`
/// are of other standards; `property` is RDFa's, as search engines and previews read it.
const OWN: [(&str, &str); 45] = [
    (
        "a",
        "download href hreflang ping referrerpolicy rel target type",
    ),
    (
        "area",
        "alt coords download href ping referrerpolicy rel shape target",
    ),
    (
        "audio",
        "autoplay controls controlslist crossorigin disableremoteplayback loading loop muted preload src",
    ),
    ("base", "href target"),
    ("blockquote", "cite"),
    (
        "button",
        "command commandfor disabled form formaction formenctype formmethod formnovalidate formtarget name popovertarget popovertargetaction type value",
    ),
    ("canvas", "height width"),
    ("col", "span"),
    ("colgroup", "span"),
    ("data", "value"),
    ("del", "cite datetime"),
    ("details", "name open"),
    ("dialog", "closedby open"),
    ("embed", "height src type width"),
    ("fieldset", "disabled form name"),
    (
        "form",
        "accept-charset action autocomplete enctype method name novalidate rel target",
    ),
    (
        "iframe",
        "allow allowfullscreen height loading name referrerpolicy sandbox src width",
    ),
    (
        "img",
        "alt crossorigin decoding fetchpriority height ismap loading referrerpolicy sizes src srcset usemap width",
    ),
    (
        "input",
        "accept alpha alt autocomplete capture checked colorspace dirname disabled form formaction formenctype formmethod formnovalidate formtarget height indeterminate list max maxlength min minlength multiple name pattern placeholder popovertarget popovertargetaction readonly required size src step type value webkitdirectory width",
    ),
    ("ins", "cite datetime"),
    ("label", "for"),
    ("li", "value"),
    (
        "link",
        "as blocking color crossorigin disabled fetchpriority href hreflang imagesizes imagesrcset integrity media referrerpolicy rel sizes type",
    ),
    ("map", "name"),
    ("meta", "charset content http-equiv media name property"),
    ("meter", "high low max min optimum value"),
    ("object", "data form height name type width"),
    ("ol", "reversed start type"),
    ("optgroup", "disabled label"),
    ("option", "disabled label selected value"),
    ("output", "for form name"),
    ("progress", "max value"),
    ("q", "cite"),
    (
        "script",
        "async blocking crossorigin defer fetchpriority integrity nomodule referrerpolicy src type",
    ),
    (
        "select",
        "autocomplete disabled form multiple name required size",
    ),
    ("slot", "name"),
    ("source", "height media sizes src srcset type width"),
    ("style", "blocking media"),
    ("td", "colspan headers rowspan"),
    (
        "template",
        "shadowrootclonable shadowrootcustomelementregistry shadowrootdelegatesfocus shadowrootmode shadowrootserializable",
    ),
    (
        "textarea",
        "autocomplete cols dirname disabled form maxlength minlength name placeholder readonly required rows wrap",
    ),
    ("th", "abbr colspan headers rowspan scope"),
    ("time", "datetime"),
    ("track", "default kind label src srclang"),
    (
        "video",
        "autoplay controls controlslist crossorigin disablepictureinpicture disableremoteplayback height loading loop muted playsinline poster preload src width",
    ),
];

/// Attributes that are there or not.
const BOOLEAN: [&str; 31] = [
    "allowfullscreen",
    "alpha",
    "async",
    "autofocus",
    "autoplay",
    "checked",
    "controls",
    "default",
    "defer",
    "disabled",
    "disablepictureinpicture",
    "disableremoteplayback",
    "formnovalidate",
    "headingreset",
    "indeterminate",
    "inert",
    "ismap",
    "itemscope",
    "loop",
    "multiple",
    "muted",
    "nomodule",
    "novalidate",
    "open",
    "playsinline",
    "readonly",
    "required",
    "reversed",
    "selected",
    "shadowrootclonable",
    "webkitdirectory",
];

/// Whether HTML gives this element this attribute.
pub fn is_of(tag: &str, name: &str) -> bool {
    GLOBAL.binary_search(&name).is_ok() || own(tag).any(|own| own == name)
}

/// The attribute of this element spelt most like this.
pub fn nearest_of(tag: &str, name: &str) -> Option<&'static str> {
    nearest(name, own(tag).chain(GLOBAL))
}

/// The elements that have an attribute of this name.
pub fn bearers(name: &str) -> Vec<&'static str> {
    let bears = |(_, names): &&(&str, &str)| names.split(' ').any(|own| own == name);
    OWN.iter().filter(bears).map(|(tag, _)| *tag).collect()
}

/// What is written here for an attribute of other days or other languages.
pub fn successor(name: &str) -> Option<&'static str> {
    Some(match name {
        "name" => "write `id`: a `name` is for fields of forms",
        "key" => "a row's key stands in the head of its loop: `@for row in rows; key row.id { … }`",
        "charset" => "leave it out: everything is UTF-8",
        "language" => "leave it out, or write `type`",
        "align" | "bgcolor" | "border" | "cellpadding" | "cellspacing" | "frameborder"
        | "hspace" | "marginheight" | "marginwidth" | "noshade" | "nowrap" | "scrolling"
        | "valign" | "vspace" => "style sheets do this now: give the element a `class`",
        "height" | "width" => {
            "style sheets do this now: give the element a `class`, or write `style:width={value}`"
        }
        _ => return None,
    })
}

/// Whether the attribute is there or not, and its value says nothing.
pub fn is_boolean(name: &str) -> bool {
    BOOLEAN.binary_search(&name).is_ok()
}

fn own(tag: &str) -> impl Iterator<Item = &'static str> + use<> {
    let found = OWN.binary_search_by_key(&tag, |(element, _)| element);
    let names = found.map_or("", |index| OWN[index].1);
    names.split(' ').filter(|name| !name.is_empty())
}
