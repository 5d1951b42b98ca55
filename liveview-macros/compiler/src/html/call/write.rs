//! Calls into tokens: a fixed order of groups, every place kept. The inverse of `read`; decides nothing.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;

use super::{Call, Filling, Role, Stage, place};
use crate::diagnostics::Area;
use crate::html::ast::{Attribute, Name, Piece, Value};
use crate::html::check::roots::{Roots, Trail};
use crate::runtime_path;

/// The call as a macro call: of the component, or first of one on the way to where it stands.
pub fn write(call: &Call<TokenStream>, renderer: &Ident) -> TokenStream {
    let written = written(call, renderer);
    match call.next() {
        (path, Stage::Call) => told(&path, &written),
        (path, Stage::Place) => told(&path, &quote!([place] #written)),
    }
}

/// Whether these ways lead into a drawing, as a question to the first component on them.
pub fn ask(path: &TokenStream, trails: &[Trail]) -> TokenStream {
    let trails = trails.iter().map(Trail::encode);
    told(path, &quote!([drawing] #(#trails)*))
}

/// A component's macro, told something.
pub fn told(path: &TokenStream, what: &TokenStream) -> TokenStream {
    let root = runtime_path::root();
    quote!(#path! { (#root) #what })
}

/// All that is known of a call, for the macro of the component's name.
fn written(call: &Call<TokenStream>, renderer: &Ident) -> TokenStream {
    let Call {
        path,
        role,
        is_whole,
        header,
        ..
    } = call;
    let role = match role {
        Role::Slot => quote!(slot),
        Role::Row => quote!(row),
    };
    let whole = match is_whole {
        true => quote!(whole),
        false => quote!(half),
    };
    let name = name(&call.name);
    let places = call.places.iter().map(Trail::encode);
    let attributes = call.attributes.iter().map(attribute);
    let spread = call
        .spread
        .iter()
        .map(|spread| group(Delimiter::Brace, spread.tokens.clone(), spread.span));
    let content = call.content.iter().map(filling);
    let slots = call.slots.iter().map(filling);
    quote! {
        #renderer #role #whole [#path] [#name] [#(#places)*] [#header] [#(#attributes)*] [#(#spread)*] [#(#content)*] [#(#slots)*]
    }
}

fn filling(filling: &Filling<TokenStream>) -> TokenStream {
    let name = name(&filling.name);
    let attributes = filling.attributes.iter().map(attribute);
    let argument = filling
        .argument
        .iter()
        .map(|pattern| group(Delimiter::Parenthesis, pattern.tokens.clone(), pattern.span));
    let roots = filling.roots.iter().map(root);
    let content = &filling.content;
    quote!(([#name] [#(#attributes)*] [#(#argument)*] [#(#roots)*] {#content}))
}

fn attribute(attribute: &Attribute) -> TokenStream {
    let name = name(&attribute.name);
    let value = match &attribute.value {
        Value::Bare => quote!(bare),
        Value::Static(written) => {
            let text = areal(&written.value, written.area);
            quote!(text #text)
        }
        Value::Expression(expression) => {
            let group = group(Delimiter::Brace, expression.tokens.clone(), expression.span);
            quote!(value #group)
        }
        Value::Interpolated(pieces, span) => {
            let pieces = pieces.iter().map(piece).collect();
            let group = group(Delimiter::Bracket, pieces, *span);
            quote!(pieces #group)
        }
    };
    quote!(([#name] #value))
}

fn piece(piece: &Piece) -> TokenTree {
    match piece {
        Piece::Text(piece) => text(piece, Span::call_site()),
        Piece::Expression(expression) => {
            group(Delimiter::Brace, expression.tokens.clone(), expression.span)
        }
    }
}

fn root((area, roots): &(Area, Roots)) -> TokenStream {
    let (place, roots) = (areal("", *area), roots.encode());
    quote!(#place #roots)
}

fn name(name: &Name) -> TokenStream {
    areal(&name.text, name.area)
}

/// A text with the two ends of its place.
fn areal(value: &str, area: Area) -> TokenStream {
    let end = |value: &str, span: Span| {
        let mut literal = Literal::string(value);
        literal.set_span(span);
        TokenTree::from(literal)
    };
    [end(value, area.first), end("", area.last)]
        .into_iter()
        .collect()
}

/// A literal at a place.
pub fn text(value: &str, span: Span) -> TokenTree {
    let mut literal = Literal::string(value);
    literal.set_span(place(span));
    literal.into()
}

fn group(delimiter: Delimiter, tokens: TokenStream, span: Span) -> TokenTree {
    let mut group = Group::new(delimiter, tokens);
    group.set_span(span);
    group.into()
}
