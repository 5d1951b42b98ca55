//! The client script under an address that changes with its content. Serves nothing else.

use std::sync::LazyLock;

use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use sha2::{Digest, Sha256};

/// The script's address and what browsers check it against.
pub(super) struct Script {
    /// `/_live/client-HASH.js`
    pub(super) path: String,
    /// `sha256-…`
    pub(super) integrity: String,
}

/// The one script of this build.
pub(super) static SCRIPT: LazyLock<Script> = LazyLock::new(|| {
    let digest = Sha256::digest(liveview_client::SCRIPT);
    let name = URL_SAFE_NO_PAD.encode(&digest[..9]);
    Script {
        path: format!("/_live/client-{name}.js"),
        integrity: format!("sha256-{}", STANDARD.encode(digest)),
    }
});

/// Answers with the script, for ever: another build has another address.
pub(super) async fn serve() -> Response {
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, liveview_client::SCRIPT).into_response()
}
