//! Laws about SVG and MathML among HTML: whose elements stand where, and what a parser makes of the others. Knows no attribute.

use super::Place;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node};
use crate::html::namespace::Namespace;
use crate::html::vocabulary::{self, elements, foreign};

/// The parser ends a drawing at many elements of HTML, and takes all others for elements of the drawing.
pub(super) fn drawings_hold_their_own(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let outer = match place.namespace() {
        Namespace::Html => return,
        Namespace::Svg if foreign::is_svg(tag) => return,
        Namespace::Math if foreign::is_math_only(tag) => return,
        Namespace::Svg => "svg",
        Namespace::Math => "math",
    };
    let (near, inner) = match outer {
        "svg" => (foreign::nearest_svg(tag), "foreignObject"),
        _ => (foreign::nearest_math(tag), "mtext"),
    };
    let is_of_html = elements::is_html(tag) || elements::is_custom(tag);
    if is_of_html {
        let why = if foreign::breaks_out(tag) {
            format!("a browser would end the `<{outer}>` before it")
        } else {
            format!("a browser would take it for a part of the `<{outer}>`")
        };
        diagnostics
            .error(
                element.name.area,
                format!("`<{tag}>` cannot stand directly in `<{outer}>`: {why}"),
            )
            .help(format!("put it into `<{inner}>`"));
        return;
    }
    diagnostics
        .error(
            element.name.area,
            format!("`<{outer}>` knows no element `<{tag}>`"),
        )
        .help(match near {
            Some(near) => format!("did you mean `<{near}>`?"),
            None => format!("other elements stand in `<{inner}>`"),
        });
}

/// A `circle` outside of an `svg` is nothing, and an `image` becomes an `img`.
pub(super) fn foreign_names_stand_in_their_drawing(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let outer = if foreign::is_svg_only(tag) {
        "svg"
    } else if foreign::is_math_only(tag) {
        "math"
    } else {
        return;
    };
    let Some(parent) = place.parent() else {
        return;
    };
    let help = match tag {
        "image" => "write `<img>`, or put it into an `<svg>`".to_owned(),
        _ => {
            format!("put it into `<{outer}>`, or into a template of its own, which begins with it")
        }
    };
    diagnostics
        .error(
            element.name.area,
            format!("`<{tag}>` is an element of `<{outer}>`, and stands here in `<{parent}>`"),
        )
        .help(help);
}

/// In a drawing the parser reads code as it reads markup.
pub(super) fn foreign_code_is_plain(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    if !vocabulary::is_code(&element.name.text) {
        return;
    }
    for node in &element.children {
        let Node::Text(text) = node else { continue };
        if text.value.contains(['<', '&']) {
            diagnostics
                .error(
                    text.area,
                    format!(
                        "`<` and `&` are markup in the `<{}>` of a drawing",
                        element.name.text
                    ),
                )
                .help("move the code out of the `<svg>`, best into a file");
        }
    }
}
