//! Expansions of `html!`, printed as Rust, against their snapshots. Runs no rustc.

use std::str::FromStr;

use liveview_compiler::html::expand;
use proc_macro2::TokenStream;

#[test]
fn the_agreed_example() {
    insta::assert_snapshot!(printed(
        r#"<p class:done={d}>Hi {name}!</p>
           @if c { <b>x</b> }
           @for t in ts; key t.id { <li>{t.n}</li> }
           @render(footer)"#
    ));
}

fn printed(template: &str) -> String {
    let tokens = TokenStream::from_str(template).expect("the template is made of Rust's tokens");
    let expansion = expand(tokens);
    let file = syn::parse_quote!(fn render() { #expansion });
    prettyplease::unparse(&file)
}
