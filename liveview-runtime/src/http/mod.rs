//! The only room that knows axum: pages, the socket, the client script. Decides nothing about views or sessions.

mod cookie;
mod key;
mod origin;
mod token;

pub use cookie::{Cookie, CookieHash, Transport};
pub use key::{Key, KeyRing, KeyTooShort, Purpose};
pub use origin::{Missing, OriginError, OriginPolicy, OriginSyntax};
pub use token::{PageToken, TokenError};
