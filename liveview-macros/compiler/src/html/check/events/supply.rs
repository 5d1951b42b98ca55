//! Who fills a handler's parameters: the call, the element's `dj-value-*`, the browser's event. Emits nothing.

use super::controls::{Control, Sends, Written, control, is_ticked, may_be_ticked, values};
use super::form;
use super::resolve::{Bound, Call, area_of};
use super::settings::VALUE;
use super::site::Site;
use super::table::{Brings, parts};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Element, Node, Parameter, Value};

/// What stands ready beside the call's arguments.
pub(super) struct Supply {
    /// By name; an earlier one hides a later one of its name.
    pub(super) offers: Vec<Offer>,
    /// Whether there may be more, which only the browser knows.
    pub(super) is_open: bool,
}

/// A value that stands ready.
pub(super) struct Offer {
    pub(super) name: String,
    /// What sends it, where that is known.
    pub(super) sends: Option<Sends>,
    /// What it can be, where the template says so.
    pub(super) values: Vec<Written>,
}

/// Whether a parameter finds its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Its type must be asked: a struct is read by the names of its fields.
    AskType,
}

/// Counts the call's arguments, and looks for every parameter that it leaves. What a form leaves, rustc is asked.
pub(super) fn check(
    element: &Element,
    site: &Site<'_>,
    bound: &Bound<'_>,
    diagnostics: &mut Diagnostics,
) {
    let Bound::Handler(call) = bound else { return };
    if has_surplus(call, diagnostics) || form::fills(element, &site.attribute) {
        return;
    }
    let supply = supply(element, site);
    for parameter in call.left() {
        if found(parameter, &supply) == Found::No {
            let message = format!(
                "missing argument: `{}` takes `{}`, and {} does not supply it",
                call.handler.spelling(),
                parameter.signature(),
                source(site),
            );
            let (handler, parameter) = (call.handler.spelling(), parameter.spelling());
            diagnostics
                .error(call.area, message)
                .help(help(site, &handler, &parameter));
        }
    }
}

/// Whether more arguments are given than the handler takes.
pub(super) fn has_surplus(call: &Call<'_>, diagnostics: &mut Diagnostics) -> bool {
    let takes = call.handler.parameters.len();
    if let Some(surplus) = call.arguments.get(takes) {
        let given = call.arguments.len();
        let name = call.handler.spelling();
        let message = format!("`{name}` takes {}, and {given} are given", counted(takes));
        let help = match takes {
            0 => format!("write `{name}()`"),
            _ => format!("its signature is `{}`", call.handler.signature()),
        };
        diagnostics
            .error(area_of(surplus, call.area.first), message)
            .help(help);
        return true;
    }
    false
}

/// Whether this parameter finds its value, as far as its type's spelling says.
pub(super) fn found(parameter: &Parameter, supply: &Supply) -> Found {
    let name = parameter.spelling();
    let is_offered = supply.offers.iter().any(|offer| offer.name == name);
    if is_offered || supply.is_open || is_optional(parameter) {
        return Found::Yes;
    }
    match is_plain(parameter) {
        true => Found::No,
        false => Found::AskType,
    }
}

/// What element and event supply, where the form as a whole does not.
pub(super) fn supply(element: &Element, site: &Site<'_>) -> Supply {
    let mut supply = Supply {
        offers: data(element),
        // What stands in a container that is named may be any field.
        is_open: element.spread.is_some() || element.attribute("dj-include").is_some(),
    };
    match site.brings() {
        Brings::Click if clicks_a_box(element) => supply.offer("checked", Some(Sends::State)),
        Brings::Key | Brings::PageKey | Brings::Shortcut => {
            // A binding for one key hears that key, which may well be a digit.
            let (_, key) = parts(&site.attribute.name.text);
            let any = key.is_none() && site.brings() != Brings::Shortcut;
            supply.offer("key", any.then_some(Sends::Key));
            if site.brings() == Brings::Key {
                supply.edits(element);
            }
        }
        Brings::Edit | Brings::Paste => supply.edits(element),
        _ => {}
    }
    for (name, sends) in measures(site.brings()) {
        supply.offer(name, Some(sends));
    }
    supply
}

/// What an event says of itself, beside keys, values and fields.
pub(super) fn measures(brings: Brings) -> Vec<(&'static str, Sends)> {
    use Sends::{Key, Maybe, Measure, Text, Truth, Whole};
    const HELD: &[(&str, Sends)] = &[
        ("ctrl", Truth),
        ("alt", Truth),
        ("shift", Truth),
        ("meta", Truth),
    ];
    const PLACE: &[(&str, Sends)] = &[("x", Whole), ("y", Whole)];
    const BUTTON: &[(&str, Sends)] = &[("button", Whole)];
    const CARRIED: &[(&str, Sends)] = &[("text", Text), ("html", Text), ("files", Maybe)];
    const CODE: &[(&str, Sends)] = &[("code", Key)];
    let groups: &[&[_]] = match brings {
        Brings::Click => &[HELD],
        Brings::Pointer => &[PLACE, BUTTON, HELD],
        Brings::Drop => &[PLACE, BUTTON, CARRIED, HELD],
        Brings::Touch => &[PLACE, HELD],
        Brings::Key | Brings::PageKey => &[CODE, HELD],
        Brings::Shortcut => &[&[("shortcut", Text)], CODE, HELD],
        Brings::Paste => &[CARRIED],
        Brings::Scroll => &[PLACE],
        Brings::Size => &[&[("width", Measure), ("height", Measure)]],
        Brings::Ratio => &[&[("ratio", Measure)]],
        Brings::Toggle => &[&[("open", Truth)]],
        Brings::Visibility => &[&[("visible", Truth)]],
        Brings::Mutation => &[&[("added", Whole), ("removed", Whole), ("attrs", Text)]],
        Brings::Nothing | Brings::Edit | Brings::Submit => &[],
    };
    groups.concat()
}

impl Supply {
    /// These names, of which nothing else is known.
    pub(super) fn of_names(names: &[String]) -> Self {
        let mut supply = Supply {
            offers: Vec::new(),
            is_open: false,
        };
        for name in names {
            supply.offer(name, None);
        }
        supply
    }

    fn offer(&mut self, name: &str, sends: Option<Sends>) {
        self.offers.push(Offer {
            name: name.to_owned(),
            sends,
            values: Vec::new(),
        });
    }

    /// What an edited control says: the element itself, or any that stands in it.
    fn edits(&mut self, element: &Element) {
        let found = control(element);
        if found == Control::No && element.name.text != "button" {
            for child in &element.children {
                self.edits_below(child);
            }
            return;
        }
        if element.name.text.contains('-') {
            self.is_open = true;
            return;
        }
        let sends = match found {
            // Only one of the chosen is the control's value.
            Control::Sends(Sends::Several | Sends::Tick | Sends::Value) => Some(Sends::Value),
            Control::Sends(sends) => Some(sends),
            Control::Unknown | Control::No => None,
        };
        self.offers.push(Offer {
            name: "value".to_owned(),
            sends,
            values: values(element),
        });
        if may_be_ticked(element) {
            let sends = is_ticked(element).then_some(Sends::State);
            self.offer("checked", sends);
        }
        if element.attribute("name").is_some() {
            self.offer("_target", Some(Sends::Text));
        }
    }

    fn edits_below(&mut self, node: &Node) {
        match node {
            Node::Element(element) => self.edits(element),
            Node::Render(_) | Node::Html(_) | Node::Component(_) | Node::Refused(_) => {
                self.is_open = true
            }
            block => {
                for body in block.bodies() {
                    for node in &body.nodes {
                        self.edits_below(node);
                    }
                }
            }
        }
    }
}

/// The element's `dj-value-*`.
pub(super) fn data(element: &Element) -> Vec<Offer> {
    let offers = element.attributes.iter().filter_map(|attribute| {
        let name = attribute.name.text.strip_prefix(VALUE)?.replace('-', "_");
        let values = match &attribute.value {
            Value::Static(text) => vec![written(Some(text.value.clone()), text.area)],
            Value::Bare => vec![written(Some(String::new()), attribute.name.area)],
            Value::Expression(_) | Value::Interpolated(..) => Vec::new(),
        };
        Some(Offer {
            name,
            sends: None,
            values,
        })
    });
    offers.collect()
}

fn written(text: Option<String>, area: Area) -> Written {
    Written { text, area }
}

fn clicks_a_box(element: &Element) -> bool {
    may_be_ticked(element) || (element.name.text == "label" && holds_a_box(&element.children))
}

/// Whether one of these may be a box: the click that a label makes in it is the one that counts.
fn holds_a_box(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Element(element) => may_be_ticked(element) || holds_a_box(&element.children),
        Node::Render(_) | Node::Html(_) | Node::Component(_) => true,
        block => block.bodies().iter().any(|body| holds_a_box(&body.nodes)),
    })
}

/// A type that is read from one value.
pub(super) fn is_plain(parameter: &Parameter) -> bool {
    const PLAIN: [&str; 17] = [
        "String", "char", "bool", "f32", "f64", "u8", "u16", "u32", "u64", "u128", "usize", "i8",
        "i16", "i32", "i64", "i128", "isize",
    ];
    PLAIN.contains(&spelled(parameter).as_str())
}

/// A type that reads every text.
pub(super) fn is_text(parameter: &Parameter) -> bool {
    spelled(parameter) == "String"
}

fn is_optional(parameter: &Parameter) -> bool {
    let kind = spelled(parameter);
    let path = kind.split('<').next().unwrap_or_default();
    path.rsplit("::").next() == Some("Option") && kind.contains('<')
}

fn spelled(parameter: &Parameter) -> String {
    parameter.kind.to_string().replace(' ', "")
}

/// Who does not supply it.
pub(super) fn source(site: &Site<'_>) -> String {
    let (event, _) = parts(&site.attribute.name.text);
    match event {
        "dj-click" => "a click".to_owned(),
        "dj-keydown" | "dj-keyup" => "a key".to_owned(),
        "dj-shortcut" => "a shortcut".to_owned(),
        event => format!("`{event}` here"),
    }
}

/// The ways out: where a value of that name comes from, as the runtime's claims say too, and the call.
fn help(site: &Site<'_>, handler: &str, parameter: &str) -> String {
    let from = match parameter {
        "value" => "`value` comes with `dj-input` and `dj-change`, and with keys in a field",
        "checked" => {
            "`checked` comes with clicks on checkboxes and radio buttons, and with their changes"
        }
        "key" => "`key` comes with `dj-keydown` and `dj-keyup`",
        "_target" => "`_target` comes with edits of a control that has a `name`",
        "_submitter" => "`_submitter` comes with `dj-submit`",
        name => &format!("give the element `dj-value-{}`", name.replace('_', "-")),
    };
    let comma = match parameter {
        "value" | "checked" | "key" | "_target" | "_submitter" => ";",
        _ => ",",
    };
    match site.frame() {
        Some((before, behind)) => format!("{from}{comma} or write `{before}{handler}(…){behind}`"),
        None => from.to_owned(),
    }
}

fn counted(takes: usize) -> String {
    match takes {
        0 => "no arguments".to_owned(),
        1 => "1 argument".to_owned(),
        many => format!("{many} arguments"),
    }
}

impl<'h> Call<'h> {
    /// The parameters that are left to the browser.
    pub(super) fn left(&self) -> &'h [Parameter] {
        let parameters = &self.handler.parameters;
        &parameters[self.arguments.len().min(parameters.len())..]
    }
}
