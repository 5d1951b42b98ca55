//! A declaration in the making: what a component is to its calls hangs on components that it begins with, or hands on to.
//! They are asked where it is declared, one after the other, by their own macros; then its own macro is written.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::declaration::{Declaration, Places, Role};
use super::model::Item;
use crate::derive::live_event::conditions;
use crate::html::call::told;
use crate::html::check::roots::{BEGINNING, Roots, Trail};
use crate::html::lower::hash;
use crate::names::unraw;
use crate::reader::Reader;

/// What a component begins with, behind components that must be asked.
#[derive(Debug, Clone)]
pub(super) struct Begin {
    /// The way to it.
    pub(super) trail: Trail,
    /// What it asks of its place; nothing where the last component on the way is what is meant.
    pub(super) roots: Option<Roots>,
}

/// What is known so far, and who is still to be asked.
pub(super) struct Half {
    name: Ident,
    /// The macro's own name.
    unique: Ident,
    visibility: TokenStream,
    conditions: TokenStream,
    declaration: Declaration,
    begins: Vec<Begin>,
}

impl Half {
    /// What the component itself says.
    pub(super) fn of(item: &Item, declaration: Declaration, begins: Vec<Begin>) -> Self {
        let conditions = conditions(&item.attributes);
        Half {
            name: item.name().clone(),
            unique: unique(item.name()),
            visibility: item.visibility.to_token_stream(),
            conditions: quote!(#(#conditions)*),
            declaration,
            begins,
        }
    }

    /// From what was written for another component's macro.
    pub(super) fn read(mut reader: Reader) -> Option<Self> {
        Some(Half {
            name: reader.word()?,
            unique: reader.word()?,
            visibility: reader.group(Delimiter::Bracket)?.stream(),
            conditions: reader.group(Delimiter::Bracket)?.stream(),
            begins: reader.brackets()?.all(begin)?,
            declaration: Declaration::read(reader.group(Delimiter::Brace)?.stream())?,
        })
    }

    /// Takes up what the component says that was asked.
    pub(super) fn hear(&mut self, asked: &Declaration) {
        let Some(path) = self.next() else { return };
        let is_asked = |trail: &Trail| trail.border().is_some_and(|next| same(&next.path, &path));
        for places in self.declaration.all_places() {
            let heard =
                std::mem::take(places)
                    .into_iter()
                    .flat_map(|place| match is_asked(&place) {
                        true => behind(&place, asked),
                        false => vec![place],
                    });
            let heard: Places = heard.collect();
            for place in heard {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        for begin in std::mem::take(&mut self.begins) {
            if is_asked(&begin.trail) {
                self.begin(&begin, asked);
            } else {
                self.begins.push(begin);
            }
        }
    }

    fn begin(&mut self, begin: &Begin, asked: &Declaration) {
        let is_meant = begin
            .trail
            .border()
            .is_some_and(|next| next.slot == BEGINNING);
        let (trails, roots) = match is_meant {
            true => (begin.trail.through(&[Trail::default()]), asked.roots),
            false => (behind(&begin.trail, asked), begin.roots),
        };
        for trail in trails {
            match (&mut self.declaration.roots, &roots) {
                _ if trail.border().is_some() => {
                    let roots = begin.roots;
                    self.begins.push(Begin { trail, roots });
                }
                (Some(own), Some(more)) if trail.is_top() => own.beside(more),
                (Some(own), Some(more)) => own.within(more),
                _ => {}
            }
        }
    }

    /// The component to be asked next.
    fn next(&self) -> Option<TokenStream> {
        let shown = self
            .declaration
            .props
            .iter()
            .flat_map(|prop| match &prop.role {
                Role::Children(places) => places.as_slice(),
                Role::Slot(slot) => slot.places.as_slice(),
                _ => &[],
            });
        let begun = self.begins.iter().map(|begin| &begin.trail);
        let mut borders = shown.chain(begun).filter_map(Trail::border);
        borders.next().map(|border| border.path.clone())
    }

    /// The question to the next component, or the macro that bears the name and knows the declaration.
    pub(super) fn expand(self) -> TokenStream {
        let next = self.next();
        let Half {
            name,
            unique,
            visibility,
            conditions,
            declaration,
            begins,
        } = self;
        let may_show_fields = !declaration.is_fieldless;
        let declaration = declaration.write();
        if let Some(path) = next {
            let begins = begins.iter().map(|Begin { trail, roots }| {
                let (trail, roots) = (trail.encode(), roots.iter().map(|roots| roots.encode()));
                quote!((#trail #(#roots)*))
            });
            let half =
                quote!(#name #unique [#visibility] [#conditions] [#(#begins)*] { #declaration });
            return told(&path, &quote!([declaration] #half));
        }
        let export = (visibility.to_string() == "pub").then(|| quote!(#[macro_export]));
        quote_spanned! {unique.span()=>
            #conditions
            #[doc(hidden)]
            #[allow(unused_macros, non_local_definitions, reason = "generated")]
            #export
            macro_rules! #unique {
                (@fields) => { #may_show_fields };
                (($($liveview:tt)*) $($call:tt)*) => {
                    $($liveview)*::__private::component_call! { { #declaration } $($call)* }
                };
            }
            #conditions
            #[doc(hidden)]
            #[allow(unused_imports, unreachable_pub, reason = "generated")]
            #visibility use #unique as #name;
        }
    }
}

/// The ways behind the component that was asked, as far as it knows them.
fn behind(trail: &Trail, asked: &Declaration) -> Vec<Trail> {
    let slot = trail.border().map_or("", |border| &border.slot);
    let mut ways = trail.through(asked.places(slot));
    ways.retain(|way| !way.is_unseen());
    ways
}

fn same(one: &TokenStream, other: &TokenStream) -> bool {
    one.to_string() == other.to_string()
}

fn begin(reader: &mut Reader) -> Option<Begin> {
    let mut reader = Reader::new(reader.group(Delimiter::Parenthesis)?.stream());
    Some(Begin {
        trail: Trail::decode(&mut reader)?,
        roots: reader.tree().and_then(Roots::decode),
    })
}

/// Exported macros share one room in a crate, so a name is told apart by its place: the end of the file's path, which is
/// the same wherever the crate is checked out, and the position in the file.
fn unique(name: &Ident) -> Ident {
    let span = name.span();
    let start = span.start();
    let file = span.file();
    let end: Vec<&str> = file.rsplit(['/', '\\']).take(3).collect();
    let place = format!("{end:?}:{}:{}", start.line, start.column);
    let hash = hash(place.as_bytes());
    format_ident!(
        "__liveview_{}_{hash:016x}",
        unraw(name),
        span = Span::call_site().located_at(name.span())
    )
}
