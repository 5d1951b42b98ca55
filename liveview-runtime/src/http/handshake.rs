//! A socket's handshake: who may open one, and the switch of protocols. Knows no session.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use http::header::{
    CONNECTION, CONTENT_LENGTH, HeaderName, RETRY_AFTER, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY,
    SEC_WEBSOCKET_VERSION, TRANSFER_ENCODING, UPGRADE,
};
use http::{HeaderMap, HeaderValue, StatusCode};
use hyper_util::rt::TokioIo;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

use super::cookie::Cookie;
use super::live::Shared;
use super::page::copied;
use super::refusal::retry_after;
use super::websocket::{self, Visitor};
use crate::session::Limits;

/// How much of a foreign header is logged.
const SHOWN_BYTES: usize = 128;

/// What the socket's route needs: what all share, and the app, to mount views anew through it.
#[derive(Clone)]
pub(super) struct Doorway {
    pub(super) app: Router,
    pub(super) shared: Arc<Shared>,
}

/// Opens a socket, or says why not.
pub(super) async fn open(State(doorway): State<Doorway>, mut request: Request) -> Response {
    let Doorway { app, shared } = doorway;
    if let Err(error) = shared.origins.check(request.headers(), shared.transport) {
        let origin = request.headers().get(http::header::ORIGIN);
        let origin = origin.map(shown);
        tracing::warn!(?origin, %error, "a socket was refused");
        return status(StatusCode::FORBIDDEN);
    }
    let accept = match accept(request.headers()) {
        Ok(accept) => accept,
        Err(refused) => return status(refused),
    };
    let cookie = Cookie::of(request.headers(), shared.transport).map(|cookie| cookie.hash());
    // One without a cookie cannot join: its address alone counts.
    let counted = cookie.map(|cookie| shared.sockets.count(cookie));
    if matches!(counted, Some(None)) {
        tracing::warn!("a browser has as many sockets as one may: another was refused");
        return too_many(&shared.limits);
    }
    let visitor = Visitor {
        cookie,
        _socket: counted.flatten(),
        headers: page_headers(request.headers()),
        _peer: request.extensions_mut().remove(),
        address: request.extensions_mut().remove(),
    };
    let upgrade = hyper::upgrade::on(&mut request);
    let config = config(&shared.limits);
    tokio::spawn(async move {
        match upgrade.await {
            Ok(stream) => {
                let stream = WebSocketStream::from_raw_socket(
                    TokioIo::new(stream),
                    Role::Server,
                    Some(config),
                )
                .await;
                websocket::run(stream, visitor, app, shared).await;
            }
            Err(error) => tracing::debug!(%error, "a socket was not opened"),
        }
    });
    switching(&accept)
}

/// Small buffers: an idle socket costs what they hold.
fn config(limits: &Limits) -> WebSocketConfig {
    WebSocketConfig::default()
        .read_buffer_size(limits.read_buffer_bytes)
        .write_buffer_size(0)
        .max_write_buffer_size(
            limits
                .outbox_bytes
                .saturating_add(limits.render_bytes)
                .saturating_mul(2),
        )
        .max_message_size(Some(limits.message_bytes))
        .max_frame_size(Some(limits.message_bytes))
}

/// Enough of a header to know who it was.
fn shown(value: &HeaderValue) -> String {
    let bytes = value.as_bytes();
    String::from_utf8_lossy(&bytes[..bytes.len().min(SHOWN_BYTES)]).into_owned()
}

fn accept(headers: &HeaderMap) -> Result<HeaderValue, StatusCode> {
    // Whatever stood in a body would be read as frames.
    let length = headers.get(CONTENT_LENGTH);
    if headers.contains_key(TRANSFER_ENCODING) || length.is_some_and(|length| length != "0") {
        return Err(StatusCode::BAD_REQUEST);
    }
    let says = |name: HeaderName, word: &str| {
        let values = headers.get_all(name);
        let mut words = values
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','));
        words.any(|value| value.trim().eq_ignore_ascii_case(word))
    };
    if !says(CONNECTION, "upgrade")
        || !says(UPGRADE, "websocket")
        || !says(SEC_WEBSOCKET_VERSION, "13")
    {
        return Err(StatusCode::UPGRADE_REQUIRED);
    }
    let key = headers
        .get(SEC_WEBSOCKET_KEY)
        .ok_or(StatusCode::BAD_REQUEST)?;
    HeaderValue::from_str(&derive_accept_key(key.as_bytes())).map_err(|_| StatusCode::BAD_REQUEST)
}

fn too_many(limits: &Limits) -> Response {
    let mut response = status(StatusCode::SERVICE_UNAVAILABLE);
    response
        .headers_mut()
        .insert(RETRY_AFTER, retry_after(limits));
    response
}

fn switching(accept: &HeaderValue) -> Response {
    let mut response = status(StatusCode::SWITCHING_PROTOCOLS);
    let headers = response.headers_mut();
    headers.insert(CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(SEC_WEBSOCKET_ACCEPT, accept.clone());
    response
}

fn status(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    if status == StatusCode::UPGRADE_REQUIRED {
        response
            .headers_mut()
            .insert(UPGRADE, HeaderValue::from_static("websocket"));
    }
    response
}

/// What a view that is mounted anew is asked for with: the browser's headers without those of this connection.
fn page_headers(headers: &HeaderMap) -> HeaderMap {
    let mut headers = copied(headers);
    let own = [
        "connection",
        "upgrade",
        "content-length",
        "transfer-encoding",
        "te",
        "trailer",
        "keep-alive",
        "accept",
    ];
    let socket = [
        "sec-websocket-key",
        "sec-websocket-version",
        "sec-websocket-extensions",
        "sec-websocket-protocol",
        "origin",
    ];
    for name in own.into_iter().chain(socket) {
        headers.remove(name);
    }
    headers.insert(http::header::ACCEPT, HeaderValue::from_static("text/html"));
    headers
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use futures_util::{FutureExt as _, StreamExt as _};
    use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf};

    use super::*;

    /// Notes the most that was ever asked of it at once.
    struct Asked(DuplexStream, usize);

    impl AsyncRead for Asked {
        fn poll_read(
            self: Pin<&mut Self>,
            context: &mut Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> Poll<std::io::Result<()>> {
            let Self(stream, most) = self.get_mut();
            *most = buffer.remaining().max(*most);
            Pin::new(stream).poll_read(context, buffer)
        }
    }

    impl AsyncWrite for Asked {
        fn poll_write(
            self: Pin<&mut Self>,
            context: &mut Context<'_>,
            bytes: &[u8],
        ) -> Poll<std::io::Result<usize>> {
            Pin::new(&mut self.get_mut().0).poll_write(context, bytes)
        }

        fn poll_flush(
            self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<std::io::Result<()>> {
            Pin::new(&mut self.get_mut().0).poll_flush(context)
        }

        fn poll_shutdown(
            self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<std::io::Result<()>> {
            Pin::new(&mut self.get_mut().0).poll_shutdown(context)
        }
    }

    #[tokio::test]
    async fn no_read_asks_for_a_byte_more_than_the_buffer_may_have() {
        for read_buffer_bytes in [512, 4096] {
            let limits = Limits {
                read_buffer_bytes,
                ..Limits::default()
            };
            let (_client, stream) = tokio::io::duplex(64);
            let asked = Asked(stream, 0);
            let config = Some(config(&limits));
            let mut socket = WebSocketStream::from_raw_socket(asked, Role::Server, config).await;
            assert!(socket.next().now_or_never().is_none());
            assert_eq!(socket.get_ref().1, read_buffer_bytes);
        }
    }

    fn handshake(changes: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let all = [
            ("connection", "keep-alive, Upgrade"),
            ("upgrade", "WebSocket"),
            ("sec-websocket-version", "13"),
            ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ];
        for (name, value) in all.iter().chain(changes) {
            headers.insert(*name, HeaderValue::from_str(value).expect("a header"));
        }
        headers
    }

    #[test]
    fn a_handshake_is_answered_as_the_standard_says() {
        assert_eq!(
            accept(&handshake(&[])).expect("the standard's example"),
            "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
        );
    }

    #[test]
    fn what_is_no_handshake_is_refused() {
        for change in [
            ("connection", "close"),
            ("upgrade", "h2c"),
            ("sec-websocket-version", "8"),
        ] {
            assert_eq!(
                accept(&handshake(&[change])),
                Err(StatusCode::UPGRADE_REQUIRED),
                "{change:?}"
            );
        }
        let mut headers = handshake(&[]);
        headers.remove("sec-websocket-key");
        assert_eq!(accept(&headers), Err(StatusCode::BAD_REQUEST));
    }

    #[test]
    fn a_remount_asks_with_the_browsers_headers_and_not_the_sockets() {
        let headers = page_headers(&handshake(&[
            ("cookie", "a=b"),
            ("accept-language", "de"),
            ("origin", "http://x"),
            ("host", "x"),
        ]));
        assert_eq!(
            (
                &headers["cookie"],
                &headers["accept-language"],
                &headers["accept"]
            ),
            (
                &HeaderValue::from_static("a=b"),
                &HeaderValue::from_static("de"),
                &HeaderValue::from_static("text/html"),
            )
        );
        assert_eq!(headers.len(), 4);
    }
}
