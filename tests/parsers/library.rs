//! Components that templates are grown with, and the calls of them, expanded as rustc expands them. Shows nothing.

use std::collections::BTreeMap;

use liveview_compiler::component::{self, call};
use liveview_compiler::diagnostics::Diagnostics;
use liveview_compiler::html::call::ask;
use liveview_compiler::html::check::roots::Trail;
use liveview_compiler::html::plan::Plan;
use liveview_compiler::html::{self, lower, parse};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Each with its template; whoever begins with another comes behind it.
const COMPONENTS: [(&str, &str); 26] = [
    ("Bare", "@render(children)"),
    (
        "Twice",
        "<div>@render(children)</div> <span>@render(children)</span>",
    ),
    ("Para", "<p>@render(children)</p>"),
    ("Bold", "<b>@render(children)</b>"),
    ("Link", "<a href=\"/\">@render(children)</a>"),
    ("Press", "<button>@render(children)</button>"),
    ("Form", "<form>@render(children)</form>"),
    ("Heading", "<h2>@render(children)</h2>"),
    ("List", "<ul>@render(children)</ul>"),
    ("Entry", "<li>@render(children)</li>"),
    ("Table", "<table><tbody>@render(children)</tbody></table>"),
    ("Row", "<tr>@render(children)</tr>"),
    ("Cell", "<td>@render(children)</td>"),
    ("Terms", "<dl>@render(children)</dl>"),
    ("Term", "<dt>a</dt><dd>@render(children)</dd>"),
    (
        "Choices",
        "<select><optgroup label=\"a\">@render(children)</optgroup></select>",
    ),
    ("Thing", "<object>@render(children)</object>"),
    ("Icon", "<svg viewBox=\"0 0 1 1\">@render(children)</svg>"),
    ("Group", "<g>@render(children)</g>"),
    ("Words", "<foreignObject>@render(children)</foreignObject>"),
    ("Formula", "<math>@render(children)</math>"),
    ("Wide", "<Row>@render(children)</Row>"),
    (
        "Outer",
        "<section><Para><b>@render(children)</b></Para></section>",
    ),
    ("Named", "<Icon><title>a</title>@render(children)</Icon>"),
    (
        "Nested",
        "<Table><Bare><Row>@render(children)</Row></Bare></Table>",
    ),
    ("Wrapped", "<Bare><Bold>@render(children)</Bold></Bare>"),
];

/// What rustc knows of them.
pub(crate) struct Library {
    /// Their declarations, in braces.
    declarations: BTreeMap<&'static str, TokenTree>,
    plans: BTreeMap<&'static str, Plan>,
}

thread_local! {
    static LIBRARY: &'static Library = Box::leak(Box::new(Library::new()));
}

/// The names of all.
pub(crate) fn names() -> [&'static str; COMPONENTS.len()] {
    COMPONENTS.map(|(name, _)| name)
}

/// All of them; one for each thread, since tokens stay in theirs.
pub(crate) fn library() -> &'static Library {
    LIBRARY.with(|library| *library)
}

impl Library {
    fn new() -> Self {
        let mut library = Library {
            declarations: BTreeMap::new(),
            plans: BTreeMap::new(),
        };
        for (name, template) in COMPONENTS {
            let function = format!(
                "fn {name}(children: Children) -> impl Render {{ html! {{ {template} }} }}"
            );
            let declared = component::expand(TokenStream::new(), tokens(&function));
            let declared = library.settled(declared);
            let declaration = declaration(declared).expect("a component has a declaration");
            library.declarations.insert(name, declaration);
            let template = parse::parse(tokens(template), &mut Diagnostics::default());
            library.plans.insert(name, lower::lower(&template));
        }
        library
    }

    /// The plan of a component's own template.
    pub(crate) fn plan(&self, name: &str) -> &Plan {
        &self.plans[name]
    }

    /// Whether no call in a template is refused.
    pub(crate) fn accepts(&self, template: &str) -> bool {
        !refuses(self.settled(html::expand(tokens(template))))
    }

    /// Whether these ways lead into a drawing.
    pub(crate) fn is_drawing(&self, trail: &Trail) -> bool {
        let path = &trail.border().expect("a component was asked").path;
        let answer = self.settled(ask(path, std::slice::from_ref(trail)));
        answer.to_string() == "true"
    }

    /// The expansion of all calls in it.
    fn settled(&self, stream: TokenStream) -> TokenStream {
        let mut settled: Vec<TokenTree> = Vec::new();
        for token in stream {
            let TokenTree::Group(group) = &token else {
                settled.push(token);
                continue;
            };
            match (self.called(&settled), told(group)) {
                (Some(declaration), Some(told)) => {
                    settled.truncate(settled.len() - 2);
                    let call = [declaration.clone()].into_iter().chain(told).collect();
                    settled.extend(self.settled(call::expand(call)));
                }
                _ => {
                    let inner = self.settled(group.stream());
                    settled.push(Group::new(group.delimiter(), inner).into());
                }
            }
        }
        settled.into_iter().collect()
    }

    /// The declaration of the component whose macro these tokens end with a call of.
    fn called(&self, before: &[TokenTree]) -> Option<&TokenTree> {
        match before {
            [.., TokenTree::Ident(name), TokenTree::Punct(mark)] if mark.as_char() == '!' => {
                self.declarations.get(name.to_string().as_str())
            }
            _ => None,
        }
    }
}

/// What a component's macro is told, without the path of the crate.
fn told(group: &Group) -> Option<impl Iterator<Item = TokenTree> + use<>> {
    let mut tokens = group.stream().into_iter();
    match tokens.next()? {
        TokenTree::Group(root) if root.delimiter() == Delimiter::Parenthesis => Some(tokens),
        _ => None,
    }
}

/// The braces that hold the declaration, in the macro of the component's name.
fn declaration(stream: TokenStream) -> Option<TokenTree> {
    let mut is_call = false;
    for token in stream {
        match &token {
            TokenTree::Ident(name) => is_call = name == "component_call",
            TokenTree::Group(group) if is_call => return group.stream().into_iter().next(),
            TokenTree::Group(group) => {
                let found = declaration(group.stream());
                if found.is_some() {
                    return found;
                }
            }
            _ => {}
        }
    }
    None
}

fn refuses(stream: TokenStream) -> bool {
    stream.into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == "compile_error",
        TokenTree::Group(group) => refuses(group.stream()),
        _ => false,
    })
}

fn tokens(source: &str) -> TokenStream {
    source.parse().expect("a template is made of Rust's tokens")
}
