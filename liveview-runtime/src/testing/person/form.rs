//! Forms and controls by the rules of the HTML standard: what belongs to a form, what it holds, what it submits. Reads only.

use crate::testing::dom::{Dom, NodeId, squeeze};

/// One choice of a `select`.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) text: String,
    pub(super) disabled: bool,
    selected: bool,
}

pub(super) fn is_control(dom: &Dom, node: NodeId) -> bool {
    matches!(dom.tag(node), "input" | "textarea" | "select" | "button")
}

/// What a control is: the type of an input or a button, else its tag.
pub(super) fn kind(dom: &Dom, control: NodeId) -> String {
    let default = match dom.tag(control) {
        "input" => "text",
        "button" => "submit",
        other => return other.to_owned(),
    };
    let kind = dom
        .attribute(control, "type")
        .unwrap_or(default)
        .to_ascii_lowercase();
    if kind == "image" {
        "submit".to_owned()
    } else {
        kind
    }
}

pub(super) fn takes_text(dom: &Dom, control: NodeId) -> bool {
    const NO_TEXT: [&str; 9] = [
        "checkbox", "radio", "submit", "button", "reset", "image", "file", "hidden", "select",
    ];
    matches!(dom.tag(control), "input" | "textarea")
        && !NO_TEXT.contains(&kind(dom, control).as_str())
}

/// Disabled itself, or in a disabled `fieldset`; a control in the legend of one stays alive.
pub(super) fn is_disabled(dom: &Dom, node: NodeId) -> bool {
    if is_control(dom, node) && dom.attribute(node, "disabled").is_some() {
        return true;
    }
    let mut below = node;
    for above in dom.ancestors(node) {
        let first_legend = dom
            .children(above)
            .find(|&child| dom.tag(child) == "legend");
        if dom.tag(above) == "fieldset"
            && dom.attribute(above, "disabled").is_some()
            && first_legend != Some(below)
        {
            return is_control(dom, node);
        }
        below = above;
    }
    false
}

/// The form a control belongs to.
pub(super) fn owner(dom: &Dom, control: NodeId) -> Option<NodeId> {
    let document = dom.ancestors(control).last()?;
    match dom.attribute(control, "form") {
        Some(id) => {
            let mut all = dom.descendants(document).into_iter();
            all.find(|&node| dom.tag(node) == "form" && dom.attribute(node, "id") == Some(id))
        }
        None => dom.ancestors(control).find(|&node| dom.tag(node) == "form"),
    }
}

/// The controls of a form in document order, also those that name it from outside.
pub(super) fn controls(dom: &Dom, form: NodeId) -> Vec<NodeId> {
    let document = dom.ancestors(form).last().unwrap_or(form);
    let mut controls = dom.descendants(document);
    controls.retain(|&node| is_control(dom, node) && owner(dom, node) == Some(form));
    controls
}

/// The button that Enter in a field presses.
pub(super) fn default_button(dom: &Dom, form: NodeId) -> Option<NodeId> {
    controls(dom, form)
        .into_iter()
        .find(|&control| kind(dom, control) == "submit")
}

/// The radio buttons of which only one can be chosen.
pub(super) fn radio_group(dom: &Dom, radio: NodeId) -> Vec<NodeId> {
    let Some(document) = dom.ancestors(radio).last() else {
        return vec![radio];
    };
    let mut group = dom.descendants(document);
    let name = |node| dom.attribute(node, "name").filter(|name| !name.is_empty());
    group.retain(|&node| {
        node == radio
            || (kind(dom, node) == "radio"
                && name(radio).is_some()
                && name(node) == name(radio)
                && owner(dom, node) == owner(dom, radio))
    });
    group
}

pub(super) fn is_checked(dom: &Dom, control: NodeId) -> bool {
    let Some(element) = dom.element(control) else {
        return false;
    };
    element
        .person
        .checked
        .unwrap_or_else(|| element.attribute("checked").is_some())
}

/// What a control holds: what the person did, else what the server said.
pub(super) fn value(dom: &Dom, control: NodeId) -> String {
    let Some(element) = dom.element(control) else {
        return String::new();
    };
    if let Some(value) = &element.person.value {
        return value.clone();
    }
    let stated = element.attribute("value");
    match (element.tag.as_str(), kind(dom, control).as_str()) {
        ("textarea", _) => dom.text(control),
        ("select", _) => stated.map_or_else(|| chosen(dom, control), str::to_owned),
        (_, "checkbox" | "radio") => stated.unwrap_or("on").to_owned(),
        _ => stated.unwrap_or_default().to_owned(),
    }
}

pub(super) fn options(dom: &Dom, select: NodeId) -> Vec<Choice> {
    let mut options = dom.descendants(select);
    options.retain(|&node| dom.tag(node) == "option");
    let choice = |option: NodeId| {
        let text = squeeze(&dom.text(option));
        let value = dom
            .attribute(option, "value")
            .map_or_else(|| text.clone(), str::to_owned);
        let disabled = dom.attribute(option, "disabled").is_some();
        Choice {
            value,
            text,
            disabled,
            selected: dom.attribute(option, "selected").is_some(),
        }
    };
    options.into_iter().map(choice).collect()
}

/// The last option marked as selected, else the first that can be chosen.
fn chosen(dom: &Dom, select: NodeId) -> String {
    let options = options(dom, select);
    let marked = options.iter().rfind(|option| option.selected);
    let chosen = marked.or_else(|| options.iter().find(|option| !option.disabled));
    chosen
        .map(|option| option.value.clone())
        .unwrap_or_default()
}

/// The first field that must be filled and is not.
pub(super) fn missing(dom: &Dom, form: NodeId) -> Option<NodeId> {
    controls(dom, form).into_iter().find(|&control| {
        let required = dom.attribute(control, "required").is_some() && !is_disabled(dom, control);
        required
            && match kind(dom, control).as_str() {
                "checkbox" => !is_checked(dom, control),
                "radio" => !radio_group(dom, control)
                    .into_iter()
                    .any(|radio| is_checked(dom, radio)),
                _ => value(dom, control).is_empty(),
            }
    })
}

/// What a form submits: ordered pairs, as the browser's `FormData` lists them.
pub(super) fn pairs(dom: &Dom, form: NodeId, submitter: Option<NodeId>) -> Vec<(String, String)> {
    of_controls(dom, controls(dom, form), submitter)
}

/// What the controls in a container hold, or it itself, as a form of them would submit it.
pub(super) fn fields_in(dom: &Dom, container: NodeId) -> Vec<(String, String)> {
    if dom.tag(container) == "form" {
        return pairs(dom, container, None);
    }
    let inside = dom.descendants(container).into_iter();
    let mut controls: Vec<NodeId> = std::iter::once(container).chain(inside).collect();
    controls.retain(|&node| is_control(dom, node));
    of_controls(dom, controls, None)
}

fn of_controls(
    dom: &Dom,
    controls: Vec<NodeId>,
    submitter: Option<NodeId>,
) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for control in controls {
        let Some(name) = dom
            .attribute(control, "name")
            .filter(|name| !name.is_empty())
        else {
            continue;
        };
        let counts = match kind(dom, control).as_str() {
            "submit" => Some(control) == submitter,
            "button" | "reset" | "file" => false,
            "checkbox" | "radio" => is_checked(dom, control),
            "select" => !options(dom, control).is_empty(),
            _ => true,
        };
        if counts && !is_disabled(dom, control) {
            pairs.extend(
                values(dom, control)
                    .into_iter()
                    .map(|value| (name.to_owned(), value)),
            );
        }
    }
    pairs
}

/// A `select` that takes many submits each; everything else has one value.
pub(super) fn values(dom: &Dom, control: NodeId) -> Vec<String> {
    let untouched = dom
        .element(control)
        .is_some_and(|element| element.person.value.is_none());
    if dom.tag(control) == "select" && dom.attribute(control, "multiple").is_some() && untouched {
        let selected = options(dom, control)
            .into_iter()
            .filter(|option| option.selected);
        return selected.map(|option| option.value).collect();
    }
    vec![value(dom, control)]
}
