//! What a template asks of its place, across the borders of templates. Parses no HTML as a browser does.

use liveview_compiler::diagnostics::Diagnostics;
use liveview_compiler::html::ast::{Node, Template};
use liveview_compiler::html::check::roots::{Roots, Spot, Trail};
use liveview_compiler::html::parse;
use liveview_compiler::reader::Reader;

use crate::support::tokens;

fn parsed(template: &str) -> Template {
    parse::parse(tokens(template), &mut Diagnostics::default())
}

/// The place in the innermost of elements that stand in one another.
fn innermost(template: &Template) -> Trail {
    let mut trail = Trail::default();
    let mut nodes = &template.nodes;
    while let Some(Node::Element(element)) = nodes.first() {
        trail.enter(element);
        nodes = &element.children;
    }
    trail
}

/// What is said of a component that is this template, in that place.
fn said(template: &str, place: &str) -> String {
    let roots = Roots::of(&parsed(template).nodes);
    let trail = innermost(&parsed(place));
    let again = Roots::decode(roots.encode()).expect("what was encoded can be read");
    assert_eq!(again, roots, "{template}");
    let written = Trail::decode(&mut Reader::new(trail.encode()));
    assert_eq!(written.as_ref(), Some(&trail), "{place}");
    match again.misfit("`<Card>`", &Spot::at(&trail)) {
        Some(misfit) => format!(
            "{template} in {place}\n  {}\n  help: {}\n",
            misfit.message, misfit.help
        ),
        None => format!("{template} in {place}\n  fits\n"),
    }
}

#[test]
fn what_is_said_of_components_in_their_places() {
    let cases = [
        ("<tr></tr>", "<table><tbody></tbody></table>"),
        ("<tr></tr>", "<table></table>"),
        ("<tr></tr>", "<div></div>"),
        (
            "@if a { <td></td> } @for b in c; key b { <th></th> }",
            "<section></section>",
        ),
        ("<div></div>", "<ul></ul>"),
        ("<li></li>", "<ul></ul>"),
        ("<li></li>", ""),
        ("text", "<table><tbody></tbody></table>"),
        ("{value}", "<p></p>"),
        (
            "<option></option>",
            "<select><optgroup></optgroup></select>",
        ),
        ("<b></b>", "<select><option></option></select>"),
        ("<div><b><a></a></b></div>", "<a><span></span></a>"),
        ("<div></div>", "<p><b></b></p>"),
        ("<div></div>", "<p><button></button></p>"),
        ("<span><table><tbody></tbody></table></span>", "<p></p>"),
        ("<object><div></div></object>", "<p></p>"),
        ("<input />", "<button></button>"),
        ("<form></form>", "<form><div></div></form>"),
        ("<h2></h2>", "<h1></h1>"),
        ("<label></label>", "<label></label>"),
        ("<circle />", "<div></div>"),
        ("<circle />", "<svg><g></g></svg>"),
        ("<a></a>", "<svg></svg>"),
        ("<div></div>", "<svg><foreignObject></foreignObject></svg>"),
        ("<mi></mi>", "<p></p>"),
        ("<mi></mi>", "<math><mrow></mrow></math>"),
        ("<b></b>", "<math><mtext></mtext></math>"),
        ("<div><dt></dt></div>", "<dl></dl>"),
        ("<div><dt></dt></div>", "<section></section>"),
        ("<dt></dt>", "<dl><div></div></dl>"),
        ("<my-row></my-row>", "<table><tbody></tbody></table>"),
        ("@render(a)", "<table></table>"),
    ];
    insta::assert_snapshot!(
        cases
            .map(|(template, place)| said(template, place))
            .concat()
    );
}
