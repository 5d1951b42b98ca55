//! Tokens into calls: what `write` wrote, and nothing else. Reports no mistake, since no author wrote these tokens.

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use super::{Call, Filling, Role, Written};
use crate::diagnostics::Area;
use crate::html::ast::{Attribute, Expression, Name, Piece, Text, Value};
use crate::html::check::roots::{Roots, Trail};

/// Tokens to be read in order; every step gives nothing where they are not what was written.
#[derive(Debug, Clone)]
pub struct Reader(IntoIter);

impl Reader {
    /// Reads these.
    pub fn new(tokens: TokenStream) -> Self {
        Reader(tokens.into_iter())
    }

    /// The next token.
    pub fn token(&mut self) -> Option<TokenTree> {
        self.0.next()
    }

    /// What is left.
    pub fn rest(self) -> TokenStream {
        self.0.collect()
    }

    /// Whether nothing is left.
    pub fn is_done(&self) -> bool {
        self.0.clone().next().is_none()
    }

    /// The next token, as tokens.
    pub fn tree(&mut self) -> Option<TokenStream> {
        self.token().map(TokenStream::from)
    }

    /// A word.
    pub fn word(&mut self) -> Option<Ident> {
        match self.token()? {
            TokenTree::Ident(word) => Some(word),
            _ => None,
        }
    }

    /// A literal of text, and where it stands.
    pub fn text(&mut self) -> Option<(String, Span)> {
        match self.token()? {
            TokenTree::Literal(literal) => text(literal),
            _ => None,
        }
    }

    /// A group in these delimiters.
    pub fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        match self.token()? {
            TokenTree::Group(group) if group.delimiter() == delimiter => Some(group),
            _ => None,
        }
    }

    /// What stands in the brackets that come next.
    pub fn brackets(&mut self) -> Option<Reader> {
        Some(Reader::new(self.group(Delimiter::Bracket)?.stream()))
    }

    /// All that is left, each read by itself.
    pub fn all<T>(mut self, mut read: impl FnMut(&mut Reader) -> Option<T>) -> Option<Vec<T>> {
        let mut found = Vec::new();
        while !self.is_done() {
            found.push(read(&mut self)?);
        }
        Some(found)
    }

    fn name(&mut self) -> Option<Name> {
        let (text, area) = self.brackets()?.areal()?;
        Some(Name { text, area })
    }

    fn areal(&mut self) -> Option<(String, Area)> {
        let (text, first) = self.text()?;
        let (_, last) = self.text()?;
        Some((text, Area { first, last }))
    }
}

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
        name: reader.name()?,
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
        name: reader.name()?,
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
    let name = reader.name()?;
    let value = match reader.word()?.to_string().as_str() {
        "bare" => Value::Bare,
        "text" => {
            let (value, area) = reader.areal()?;
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
    let (_, area) = reader.areal()?;
    Some((area, Roots::decode(reader.tree()?)?))
}

fn expression(group: Group) -> Expression {
    Expression {
        tokens: group.stream(),
        span: group.span(),
    }
}

fn text(literal: proc_macro2::Literal) -> Option<(String, Span)> {
    let span = literal.span();
    match syn::Lit::new(literal) {
        syn::Lit::Str(text) => Some((text.value(), span)),
        _ => None,
    }
}
