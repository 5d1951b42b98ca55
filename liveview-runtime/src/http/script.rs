//! The client's scripts under addresses that change with their content. Serves nothing else.

use std::sync::LazyLock;

use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use sha2::{Digest, Sha256};

/// A script's address and what browsers check it against.
pub(super) struct Script {
    /// `/_live/client-HASH.js`
    pub(super) path: String,
    /// `sha256-…`
    pub(super) integrity: String,
    text: &'static str,
}

/// The script of every page.
pub(super) static CLIENT: LazyLock<Script> =
    LazyLock::new(|| Script::new("client", liveview_client::SCRIPT));

/// What the script of every page asks for where a page needs it.
pub(super) static PARTS: LazyLock<Script> =
    LazyLock::new(|| Script::new("parts", liveview_client::PARTS));

impl Script {
    fn new(name: &str, text: &'static str) -> Self {
        let digest = Sha256::digest(text);
        let hash = URL_SAFE_NO_PAD.encode(&digest[..9]);
        Script {
            path: format!("/_live/{name}-{hash}.js"),
            integrity: format!("sha256-{}", STANDARD.encode(digest)),
            text,
        }
    }

    /// Answers with the script, for ever: another build has another address.
    pub(super) async fn serve(&'static self) -> Response {
        let headers = [
            (CONTENT_TYPE, "text/javascript; charset=utf-8"),
            (CACHE_CONTROL, "public, max-age=31536000, immutable"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ];
        (headers, self.text).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::PARTS;

    #[test]
    fn the_script_asks_for_the_parts_where_they_are_served() {
        assert!(liveview_client::SCRIPT.contains(&PARTS.path));
    }
}
