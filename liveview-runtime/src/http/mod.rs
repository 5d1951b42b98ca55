//! The only room that knows axum: pages, the socket, the client script. Decides nothing about views or sessions.
//!
//! `router` puts views into an app; `page` answers a GET and parks its session; `handshake` opens a socket, `websocket`
//! serves it and `joining` finds each of its views a session, mounting anew through `remount` where there is none, beside all
//! else (`mounts`);
//! [`serve`](self::serve()) is the accept loop around it all.

mod body;
mod clock;
mod connection;
mod cookie;
mod document;
mod farewell;
mod handshake;
mod joining;
mod key;
mod live;
mod mounts;
mod origin;
mod page;
mod refusal;
mod remount;
mod router;
mod script;
mod serve;
mod stall;
mod token;
mod websocket;

pub use cookie::{Cookie, CookieHash, Transport};
pub use key::{Key, KeyRing, KeyTooShort, Purpose};
pub use live::Live;
pub use origin::{Missing, OriginError, OriginPolicy, OriginSyntax};
pub use router::{LivePage, LiveRoutes, WithLive, live};
pub use serve::{serve, serve_connection, serve_listener, serve_until};
pub use token::{PageToken, TokenError};
