//! What is known of a component where it is called: a few tokens in the macro of its name. Judges no call.

use proc_macro2::{Delimiter, TokenStream};
use quote::quote;

use crate::html::call::text;
use crate::html::check::roots::{Roots, Trail};
use crate::reader::Reader;

/// A component, as its calls know it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declaration {
    /// Whether it has mistakes of its own, so that nothing is known of what it takes.
    pub is_broken: bool,
    /// The type parameters, which are told by what it is given, so that none of it can be left out.
    pub generics: Vec<String>,
    /// Whether it shows exactly one element.
    pub is_one_element: bool,
    /// Whether it surely holds no field of a form but those that it is given.
    pub is_fieldless: bool,
    /// What it asks of the place where it is shown, where that is known.
    pub roots: Option<Roots>,
    /// What it takes, in the order of its function.
    pub props: Vec<Prop>,
}

/// One thing that a component takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prop {
    /// Its name.
    pub name: String,
    /// Its type, for people.
    pub kind: String,
    /// Whether it may be left out.
    pub need: Need,
    /// What it is given by.
    pub role: Role,
}

/// Whether something may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It may not.
    Required,
    /// It is an `Option`.
    Optional,
    /// It has a value of its own then.
    Defaulted,
}

/// What something is given by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// An attribute.
    Value,
    /// An attribute that names a handler, with the values that a browser supplies to it, where they are known.
    Binding(Option<Vec<String>>),
    /// All attributes that are no props, for elements of these tags; none where they are not known.
    Rest(Vec<String>),
    /// What stands between the tags.
    Children(Places),
    /// What stands between the tags of a slot.
    Slot(Slot),
}

/// Where something given is shown, as far as is known.
pub type Places = Vec<Trail>;

/// A slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Whether it may be given more than once.
    pub is_many: bool,
    /// Whether it gives a value.
    pub has_argument: bool,
    /// Its attributes.
    pub attributes: Vec<Prop>,
    /// Where it is shown.
    pub places: Places,
}

impl Declaration {
    /// The declaration as tokens.
    pub fn write(&self) -> TokenStream {
        let flags = [
            (self.is_broken, quote!(broken)),
            (self.is_one_element, quote!(one)),
            (self.is_fieldless, quote!(fieldless)),
        ];
        let flags = flags
            .into_iter()
            .filter_map(|(is_set, flag)| is_set.then_some(flag));
        let roots = self.roots.iter().map(|roots| roots.encode());
        let generics = &self.generics;
        let props = self.props.iter().map(Prop::write);
        quote!([#(#flags)*] [#(#generics)*] [#(#roots)*] #(#props)*)
    }

    /// The declaration that was written.
    pub fn read(tokens: TokenStream) -> Option<Self> {
        let mut reader = Reader::new(tokens);
        let flags = reader.brackets()?.all(Reader::word)?;
        let has = |flag: &str| flags.iter().any(|word| word == flag);
        Some(Declaration {
            is_broken: has("broken"),
            is_one_element: has("one"),
            is_fieldless: has("fieldless"),
            generics: texts(&mut reader)?,
            roots: reader.brackets()?.tree().and_then(Roots::decode),
            props: reader.all(Prop::read)?,
        })
    }

    /// Where it shows what it is given between its tags, or in the slot of this name.
    pub fn places(&self, slot: &str) -> &[Trail] {
        let mut places = self.props.iter().filter_map(|prop| match &prop.role {
            Role::Children(places) if slot.is_empty() => Some(places),
            Role::Slot(own) if prop.name == slot => Some(&own.places),
            _ => None,
        });
        places.next().map_or(&[], Vec::as_slice)
    }

    /// Of each thing that it shows: where.
    pub(super) fn all_places(&mut self) -> impl Iterator<Item = &mut Places> {
        self.props
            .iter_mut()
            .filter_map(|prop| match &mut prop.role {
                Role::Children(places) => Some(places),
                Role::Slot(slot) => Some(&mut slot.places),
                _ => None,
            })
    }

    /// The prop of this name.
    pub fn prop(&self, name: &str) -> Option<&Prop> {
        self.props.iter().find(|prop| prop.name == name)
    }
}

impl Prop {
    /// Whether `true` is meant where it stands without a value.
    pub fn is_bool(&self) -> bool {
        matches!(self.kind.as_str(), "bool" | "Option<bool>")
    }

    /// Whether it takes a value and an `Option` of it alike.
    pub fn is_option(&self) -> bool {
        let path = self.kind.split('<').next().unwrap_or_default();
        path.rsplit("::").next() == Some("Option")
    }

    /// Whether its type has no name of its own.
    pub fn is_anonymous(&self) -> bool {
        self.kind
            .split(|character: char| !character.is_alphanumeric())
            .any(|word| word == "impl")
    }

    /// The prop as it is declared.
    pub fn signature(&self) -> String {
        format!("{}: {}", self.name, self.kind)
    }

    fn write(&self) -> TokenStream {
        let (name, kind) = (literal(&self.name), literal(&self.kind));
        let need = match self.need {
            Need::Required => quote!(required),
            Need::Optional => quote!(optional),
            Need::Defaulted => quote!(defaulted),
        };
        let role = match &self.role {
            Role::Value => quote!(value),
            Role::Rest(tags) => quote!(rest [#(#tags)*]),
            Role::Binding(None) => quote!(binding),
            Role::Binding(Some(supplied)) => quote!(binding [#(#supplied)*]),
            Role::Children(places) => {
                let places = places.iter().map(|place| place.encode());
                quote!(children [#(#places)*])
            }
            Role::Slot(slot) => {
                let Slot {
                    is_many,
                    has_argument,
                    attributes,
                    places,
                } = slot;
                let attributes = attributes.iter().map(Prop::write);
                let places = places.iter().map(|place| place.encode());
                quote!(slot #is_many #has_argument [#(#attributes)*] [#(#places)*])
            }
        };
        quote!((#name #kind #need #role))
    }

    fn read(reader: &mut Reader) -> Option<Self> {
        let mut reader = Reader::new(reader.group(Delimiter::Parenthesis)?.stream());
        Some(Prop {
            name: reader.text()?.0,
            kind: reader.text()?.0,
            need: match reader.word()?.to_string().as_str() {
                "required" => Need::Required,
                "optional" => Need::Optional,
                _ => Need::Defaulted,
            },
            role: role(&mut reader)?,
        })
    }
}

fn role(reader: &mut Reader) -> Option<Role> {
    let word = reader.word()?;
    Some(match word.to_string().as_str() {
        "value" => Role::Value,
        "rest" => Role::Rest(texts(reader)?),
        "binding" if reader.is_done() => Role::Binding(None),
        "binding" => Role::Binding(Some(texts(reader)?)),
        "children" => Role::Children(places(reader)?),
        _ => Role::Slot(Slot {
            is_many: reader.word()? == "true",
            has_argument: reader.word()? == "true",
            attributes: reader.brackets()?.all(Prop::read)?,
            places: places(reader)?,
        }),
    })
}

fn places(reader: &mut Reader) -> Option<Places> {
    let places = reader.brackets()?;
    places.all(Trail::decode)
}

fn texts(reader: &mut Reader) -> Option<Vec<String>> {
    let texts = reader.brackets()?;
    texts.all(|reader| reader.text().map(|(text, _)| text))
}

fn literal(value: &str) -> TokenStream {
    text(value, proc_macro2::Span::call_site()).into()
}
