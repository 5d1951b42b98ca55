//! What `#[live_view]` and the derives make of items, from tokens to code. Runs no rustc.

mod expansions;
mod robustness;

use std::str::FromStr;

use proc_macro2::TokenStream;

/// The tokens of an item.
fn tokens(item: &str) -> TokenStream {
    TokenStream::from_str(item).expect("the item is made of Rust's tokens")
}
