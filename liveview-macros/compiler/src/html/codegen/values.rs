//! The statements that write values: one call each, by the name of the place. Takes no decision.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::actions::Generator;
use crate::html::ast::Expression;
use crate::html::contexts::{Address, Form};
use crate::html::placed::{borrowed, ends, shown};
use crate::html::plan::{Host, Part, Target};
use crate::runtime_path;

impl Generator<'_> {
    /// A single value is written at once; several are gathered between `begin` and its end.
    pub(super) fn value(&self, parts: &[Part], target: &Target, markup: &str) -> TokenStream {
        let [Part::Expression(expression)] = parts else {
            return self.run(parts, target, markup);
        };
        let (place, name) = match target {
            Target::Text => ("liveview_text", None),
            Target::Attribute(name) => ("liveview_attribute", Some(quote!(#name))),
            Target::Url(address) => ("liveview_url", Some(self.address(address))),
            Target::Property(name) => ("liveview_property", Some(quote!(#name))),
            Target::Classes => ("liveview_classes", None),
            Target::Style(name) => ("liveview_style", Some(quote!(#name))),
        };
        self.show(expression, place, markup, name)
    }

    /// Each piece and the end take along the text in front of them, as values take markup.
    fn run(&self, parts: &[Part], target: &Target, markup: &str) -> TokenStream {
        let renderer = &self.renderer;
        let mut literal = String::new();
        let mut pieces = TokenStream::new();
        for part in parts {
            match part {
                Part::Text(text) => literal.push_str(text),
                Part::Let(tokens) => pieces.extend(quote!(let #tokens;)),
                Part::Expression(expression) => {
                    let text = std::mem::take(&mut literal);
                    pieces.extend(self.show(expression, "liveview_piece", &text, None));
                }
            }
        }
        let end = match target {
            Target::Text => quote!(end_text(#literal)),
            Target::Attribute(name) => quote!(end_attribute(#literal, #name)),
            Target::Url(address) => {
                let address = self.address(address);
                quote!(end_url(#literal, #address))
            }
            Target::Property(name) => quote!(end_property(#literal, #name)),
            Target::Classes => quote!(end_classes(#literal)),
            Target::Style(name) => quote!(end_style(#literal, #name)),
        };
        quote!(#renderer.begin(#markup); #pieces #renderer.#end;)
    }

    fn address(&self, address: &Address) -> TokenStream {
        let private = &self.private;
        let name = &address.name;
        let reach = match address.is_loaded {
            true => quote!(loaded),
            false => quote!(of),
        };
        let form = match address.form {
            Form::One => quote!(One),
            Form::Spaced => quote!(Spaced),
            Form::Candidates => quote!(Candidates),
            Form::Animated => quote!(Animated),
            Form::Refresh => quote!(Refresh),
        };
        quote!(#private::Form::#form.#reach(#name))
    }

    pub(super) fn spread(&self, attributes: &Expression, host: &Host, markup: &str) -> TokenStream {
        let (private, renderer) = (&self.private, &self.renderer);
        let (place, _) = ends(attributes);
        let attributes = borrowed(attributes);
        let Host {
            tag,
            own,
            has_class,
        } = host;
        quote_spanned! {place=>
            #renderer.spread(
                #markup,
                #attributes,
                &#private::Host { tag: #tag, own: &[#(#own),*], has_class: #has_class },
            );
        }
    }

    /// Hands a value to the way that fits its type, which lookup finds among the methods of this name.
    ///
    /// The call stands on the author's tokens, since rustc speaks of a value that cannot be shown there.
    fn show(
        &self,
        expression: &Expression,
        place: &str,
        markup: &str,
        name: Option<TokenStream>,
    ) -> TokenStream {
        let renderer = &self.renderer;
        let ends = ends(expression);
        let (first, _) = ends;
        let mut code = shown(expression, ends, &runtime_path::alias_at(first));
        let place = Ident::new(place, first);
        code.extend(match name {
            Some(name) => quote_spanned!(first=> .#place(#renderer, #markup, #name);),
            None => quote_spanned!(first=> .#place(#renderer, #markup);),
        });
        code
    }
}
