//! Tokens into calls: what `write` wrote, and nothing else. Reports no mistake, since no author wrote these tokens.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::{Call, Filling, Role, Written};
use crate::diagnostics::Area;
use crate::html::ast::{Attribute, Expression, Name, Piece, Text, Value};
use crate::html::check::roots::{Roots, Trail};
use crate::reader::{Reader, text};

/// The call that was written.
pub fn read(tokens: TokenStream) -> Option<Written> {
    let mut reader = Reader::new(tokens);
    let renderer = reader.word()?;
    let role = match reader.word()?.to_string().as_str() {
        "row" => Role::Row,
        _ => Role::Slot,
    };
    let is_whole = reader.word()? == "whole";
    let path = reader.group(Delimiter::Bracket)?.stream();
    let call = Call {
        role,
        is_whole,
        path,
        name: name(&mut reader)?,
        places: reader.brackets()?.all(Trail::decode)?,
        header: reader.group(Delimiter::Bracket)?.stream(),
        attributes: reader.brackets()?.all(attribute)?,
        spread: reader.brackets()?.group(Delimiter::Brace).map(expression),
        content: reader.brackets()?.all(filling)?.pop(),
        slots: reader.brackets()?.all(filling)?,
    };
    Some(Written { call, renderer })
}

fn filling(reader: &mut Reader) -> Option<Filling<TokenStream>> {
    let mut reader = Reader::new(reader.group(Delimiter::Parenthesis)?.stream());
    Some(Filling {
        name: name(&mut reader)?,
        attributes: reader.brackets()?.all(attribute)?,
        argument: reader
            .brackets()?
            .group(Delimiter::Parenthesis)
            .map(expression),
        roots: reader.brackets()?.all(root)?,
        content: reader.group(Delimiter::Brace)?.stream(),
    })
}

fn attribute(reader: &mut Reader) -> Option<Attribute> {
    let mut reader = Reader::new(reader.group(Delimiter::Parenthesis)?.stream());
    let name = name(&mut reader)?;
    let value = match reader.word()?.to_string().as_str() {
        "bare" => Value::Bare,
        "text" => {
            let (value, area) = areal(&mut reader)?;
            Value::Static(Text {
                value,
                quoted: true,
                area,
            })
        }
        "value" => Value::Expression(expression(reader.group(Delimiter::Brace)?)),
        _ => {
            let group = reader.group(Delimiter::Bracket)?;
            Value::Interpolated(Reader::new(group.stream()).all(piece)?, group.span())
        }
    };
    Some(Attribute { name, value })
}

fn piece(reader: &mut Reader) -> Option<Piece> {
    match reader.token()? {
        TokenTree::Literal(literal) => Some(Piece::Text(text(literal)?.0)),
        TokenTree::Group(group) => Some(Piece::Expression(expression(group))),
        _ => None,
    }
}

fn root(reader: &mut Reader) -> Option<(Area, Roots)> {
    let (_, area) = areal(reader)?;
    Some((area, Roots::decode(reader.tree()?)?))
}

fn expression(group: Group) -> Expression {
    Expression {
        tokens: group.stream(),
        span: group.span(),
    }
}

fn name(reader: &mut Reader) -> Option<Name> {
    let (text, area) = areal(&mut reader.brackets()?)?;
    Some(Name { text, area })
}

fn areal(reader: &mut Reader) -> Option<(String, Area)> {
    let (text, first) = reader.text()?;
    let (_, last) = reader.text()?;
    Some((text, Area { first, last }))
}
