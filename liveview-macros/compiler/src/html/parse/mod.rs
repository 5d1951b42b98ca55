//! From tokens to the tree. Finds its way past every mistake; decides nothing about legality.

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;
use crate::html::ast::{Handlers, Template};

mod attributes;
mod blocks;
mod components;
mod entities;
mod file;
mod header;
mod hints;
mod nodes;
mod places;
mod plain;
mod split;
mod tags;
mod text;
mod tokens;
mod values;

use tokens::Cursor;

/// How deep elements and blocks may nest: a browser stops at 512 open elements, we well before our own stack does.
const DEEPEST: usize = 200;

/// Parses the body of one `html!`.
pub fn parse(stream: TokenStream, diagnostics: &mut Diagnostics) -> Template {
    template(stream, Lexer::Rusts, diagnostics)
}

/// Parses the text of a template file, of the same language; `header` is what `#[live_view]` would write in front of it.
pub fn parse_file(source: &str, header: TokenStream, diagnostics: &mut Diagnostics) -> Template {
    let mut tokens = header;
    tokens.extend(file::tokens(source, diagnostics));
    template(tokens, Lexer::Ours, diagnostics)
}

fn template(stream: TokenStream, lexer: Lexer, diagnostics: &mut Diagnostics) -> Template {
    let mut cursor = Cursor::of_stream(stream);
    let mut parser = Parser {
        diagnostics,
        lexer,
        depth: 0,
    };
    let handlers = header::parse(&mut cursor);
    let is_view = header::is_view(&mut cursor);
    let allowed = header::allowed(&mut cursor);
    if lexer == Lexer::Rusts {
        cursor.locate();
    }
    let nodes = parser.nodes(&mut cursor);
    Template {
        handlers,
        allowed,
        is_view,
        nodes,
    }
}

/// The header that was handed on from another template.
pub fn handlers(header: TokenStream) -> Option<Handlers> {
    header::parse(&mut Cursor::of_stream(header))
}

/// What all parsing functions share.
struct Parser<'d> {
    diagnostics: &'d mut Diagnostics,
    lexer: Lexer,
    depth: usize,
}

/// Whose lexer made the tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lexer {
    /// Rust's, to which `//` in a text is a comment.
    Rusts,
    /// Our own, of files.
    Ours,
}
