//! `#[component]` and the calls that `html!` writes, without rustc: what is emitted, and what half-typed ones still emit.

use std::str::FromStr;

use liveview_compiler::component::{self, call};
use liveview_compiler::html;
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use proptest::prelude::*;

const CARD: &str = "pub(crate) fn Card<T: Display>(
    title: &str,
    children: Children,
    #[prop(default = 3)] size: u8,
    #[slot(label: &str, wide: bool = false)] column: Slots<&T>,
    rows: &[T],
    icon: Option<&str>,
    on_open: Binding,
    attributes: Attributes,
) -> impl Render {
    html! { <section {..attributes}><h2 dj-click={on_open}>{title}</h2><ul>@render(children)</ul></section> }
}";

fn tokens(source: &str) -> TokenStream {
    TokenStream::from_str(source).expect("the source is made of Rust's tokens")
}

fn declared(function: &str) -> TokenStream {
    component::expand(TokenStream::new(), tokens(function))
}

fn pretty(expansion: &TokenStream) -> String {
    prettyplease::unparse(&syn::parse_quote!(#expansion))
}

/// The braces in an expansion's macro that hold the declaration.
fn declaration(expansion: TokenStream) -> TokenTree {
    let is_macro =
        |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "component_call");
    fn groups(stream: TokenStream) -> Vec<TokenStream> {
        let inner = stream.clone().into_iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some(groups(group.stream())),
            _ => None,
        });
        std::iter::once(stream)
            .chain(inner.flatten().collect::<Vec<_>>())
            .collect()
    }
    let all = groups(expansion);
    let call = all
        .into_iter()
        .find(|stream| stream.clone().into_iter().any(|token| is_macro(&token)))
        .expect("a component has a macro that calls");
    let mut call = call
        .into_iter()
        .skip_while(|token| !is_macro(token))
        .skip(2);
    match call.next() {
        Some(TokenTree::Group(group)) => group.stream().into_iter().next(),
        _ => None,
    }
    .expect("the declaration comes first")
}

/// The call that stands in an expansion of `html!`, without the path of the crate.
fn written(expansion: TokenStream) -> Option<TokenStream> {
    let mut before: Vec<TokenTree> = Vec::new();
    for token in expansion {
        if let TokenTree::Group(group) = &token {
            let is_call = group.delimiter() == Delimiter::Brace
                && matches!(&before[..], [.., TokenTree::Ident(_), TokenTree::Punct(mark)] if mark.as_char() == '!')
                && matches!(group.stream().into_iter().next(), Some(TokenTree::Group(_)));
            if is_call {
                return Some(group.stream().into_iter().skip(1).collect());
            }
            if let Some(found) = written(group.stream()) {
                return Some(found);
            }
        }
        before.push(token);
    }
    None
}

fn called(template: &str) -> String {
    let declaration = declaration(declared(CARD));
    let call = written(html::expand(tokens(template))).expect("the template calls a component");
    let call: TokenStream = std::iter::once(declaration).chain(call).collect();
    call::expand(call).to_string()
}

#[test]
fn a_declaration() {
    insta::assert_snapshot!(pretty(&declared(CARD)));
}

#[test]
fn a_component_says_whether_it_may_show_fields_of_its_own() {
    for (shows, template) in [
        (false, "<button><svg></svg>{x}</button>"),
        (false, "<p>@render(children)</p>"),
        (false, "@for each in more { <p>@render(each.with(1))</p> }"),
        (false, "<input type=\"reset\" name=\"a\" /><input />"),
        (true, "<p><input name=\"a\" /></p>"),
        (true, "@if x { <select name={x}></select> }"),
        (true, "<textarea {..attributes}></textarea>"),
        (true, "<button name=\"a\">b</button>"),
        (true, "<my-field name=\"a\"></my-field>"),
        (true, "<p>@html(x)</p>"),
        (true, "<p>@render(x)</p>"),
        (
            true,
            "@match children { children => { @render(children) } }",
        ),
        (true, "<p><Icon /></p>"),
    ] {
        let function = format!(
            "fn Row(children: Children, #[slot] more: Slots<u8>, attributes: Attributes) -> impl Render {{ html! {{ {template} }} }}"
        );
        let expansion = declared(&function).to_string();
        let answer = format!("(@ fields) => {{ {shows} }}");
        assert!(expansion.contains(&answer), "{template}\n{expansion}");
    }
    let elsewhere = declared("fn Row() -> impl Render { fields() }").to_string();
    assert!(elsewhere.contains("(@ fields) => { true }"));
}

#[test]
fn a_call() {
    let call = called(
        r#"@@view(PageEvents; open(id: u64))
           <Card title="Hi {name}" rows={&self.rows} icon="i" on_open={open(self.id)} data-x={x}>
               <li>{a}</li><:column label="b" let:row>{row.b}</:column>
           </Card>"#,
    );
    insta::assert_snapshot!(pretty(&tokens(&format!("fn call() {{ {call} }}"))));
}

/// Completion works on what is emitted: every expression that is whole, wherever the tag breaks off.
#[test]
fn half_a_call_emits_its_whole_expressions() {
    for template in [
        "<Card title={self.name} ti",
        "<Card title={self.name} rows=",
        "<Card title={self.name} rows=>",
        "<Card title={self.name} size={} />",
        "<Card title={self.name}><p>text</p>",
        "<Card ti title={self.name}><:col",
        "<Card title={self.name}><:column label= let:row>{row.",
        "<Card title={self.name} on_open={} {..self.rest}",
    ] {
        let Ok(half) = template.parse::<TokenStream>() else {
            continue;
        };
        let call = written(html::expand(half)).expect("the template calls a component");
        let declaration = declaration(declared(CARD));
        let call: TokenStream = std::iter::once(declaration).chain(call).collect();
        let expansion = call::expand(call).to_string().replace(' ', "");
        assert!(expansion.contains("self.name"), "{template}\n{expansion}");
        assert!(
            !expansion.contains("`<Card>`needs"),
            "nothing is missing in half a call\n{expansion}"
        );
    }
}

#[test]
fn a_body_that_is_half_written_comes_back_as_it_is() {
    for body in [
        "{ self. }",
        "{ let x = ; x. }",
        "{ html! { <p>{a.}</p> @if } }",
    ] {
        for head in ["fn Card(a: u8) -> impl Render", "fn card(&self, a: u8)"] {
            let expansion = declared(&format!("{head} {body}")).to_string();
            let (expansion, body) = (expansion.replace(' ', ""), body.replace(' ', ""));
            assert!(expansion.contains(&body), "{body} is not in {expansion}");
        }
    }
}

const SCRAPS: [&str; 40] = [
    "fn",
    "Card",
    "card",
    "(",
    ")",
    "{",
    "}",
    "<",
    ">",
    "<T>",
    "title: &str",
    ",",
    ":",
    "children: Children",
    "#[slot]",
    "#[slot(label: &str)]",
    "#[slot(label",
    "#[prop(default)]",
    "#[prop(default = )]",
    "#[prop(",
    ")]",
    "c: Slots<&T>",
    "s: Option<Slot>",
    "a: Attributes",
    "-> impl Render",
    "html! { @render(children) }",
    "&self",
    "async",
    "'a",
    "&'a T",
    "impl Fn(&str) -> &T",
    "where",
    "T: Display",
    "mut x: u8",
    "..",
    "=",
    "\"text\"",
    "<:column let:row>",
    "</Card>",
    "@for",
];

proptest! {
    #[test]
    fn no_tokens_make_it_panic(scraps in proptest::collection::vec(0..SCRAPS.len(), 0..30)) {
        let scraps: Vec<&str> = scraps.iter().map(|index| SCRAPS[*index]).collect();
        let scraps = scraps.join(" ");
        let sources = [
            scraps.clone(),
            format!("fn Card({scraps}) -> impl Render {{ html! {{ <p></p> }} }}"),
            format!("fn Card(children: Children) -> impl Render {{ html! {{ {scraps} }} }}"),
        ];
        for source in sources {
            let Ok(item) = source.parse::<TokenStream>() else { continue };
            component::expand(TokenStream::new(), item.clone());
            component::expand(item.clone(), tokens(CARD));
            call::expand(item.clone());
            html::expand(item.clone());
            let declaration = declaration(declared(CARD));
            if let Some(call) = written(html::expand(tokens_of_card(item))) {
                call::expand(std::iter::once(declaration).chain(call).collect());
            }
        }
    }
}

/// `<Card …>` with these tokens behind its name.
fn tokens_of_card(behind: TokenStream) -> TokenStream {
    let mut all = tokens("< Card");
    let mut space = Group::new(Delimiter::None, behind);
    space.set_span(Span::call_site());
    all.extend([TokenTree::Group(space)]);
    all
}
