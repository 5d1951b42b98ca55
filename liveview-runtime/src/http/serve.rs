//! The accept loop: timeouts, caps, and an end in good order. Answers no request itself.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::body::Paced;
use super::connection::{Connections, Peer};
use super::live::{Live, Shared};
use super::refusal::Refusals;
use super::router::{install, installed};
use super::stall::Impatient;

/// hyper panics at a smaller one.
const LEAST_BUFFER: usize = 8 * 1024;

/// How long the loop waits when the system has no more sockets to give.
const BREATH: Duration = Duration::from_millis(100);

/// Serves an app with live views until the process is told to stop. [`WithLive`](super::WithLive) is called for it if it was not.
///
/// # Errors
/// When the address cannot be bound.
pub async fn serve(app: Router, address: impl ToSocketAddrs) -> crate::view::Result<()> {
    serve_listener(app, TcpListener::bind(address).await?).await
}

/// Serves on a listener that is bound already: its `local_addr` says where.
///
/// # Errors
/// When the system's signals cannot be heard.
pub async fn serve_listener(app: Router, listener: TcpListener) -> crate::view::Result<()> {
    let signal = stop_signal()?;
    serve_until(app, listener, signal).await;
    Ok(())
}

/// Serves until `stop` is done: then nothing new is accepted, requests end, sockets are told to come back, and all that within
/// [`Limits::drain_timeout`](crate::session::Limits).
pub async fn serve_until(app: Router, listener: TcpListener, stop: impl Future<Output = ()>) {
    let (app, shared) = match installed(&app).await {
        Some(shared) => (app, shared),
        None => {
            let shared = Arc::new(Shared::new(Live::new()));
            (install(app, Arc::clone(&shared)), shared)
        }
    };
    let limits = Arc::clone(&shared.limits);
    let connections = Connections::new(limits.connections, limits.connections_per_address);
    tokio::select! {
        () = accept(&app, &shared, &listener, &connections) => {}
        () = stop => {}
    }
    drop(listener);
    tracing::info!(sessions = ?shared.sessions(), "the server stops");
    shared.stop();
    if timeout(limits.drain_timeout, connections.empty())
        .await
        .is_err()
    {
        tracing::warn!("not all connections ended in time");
    }
}

/// Accepts for ever: a system without sockets to give is asked again after a breath.
async fn accept(
    app: &Router,
    shared: &Arc<Shared>,
    listener: &TcpListener,
    connections: &Arc<Connections>,
) {
    let mut refusals = Refusals::new(Arc::clone(&shared.limits));
    loop {
        match listener.accept().await {
            Ok((stream, address)) => {
                let peer = match connections.admit(address) {
                    Ok(peer) => peer,
                    Err(full) => {
                        refusals.refuse(stream, address, full);
                        continue;
                    }
                };
                // Small frames are written whole: waiting for more only delays them.
                let _ = stream.set_nodelay(true);
                let server = (app.clone(), Arc::clone(shared));
                tokio::spawn(connection(stream, address, Some(peer), server));
            }
            Err(error) => {
                tracing::warn!(%error, "no connection can be accepted");
                sleep(BREATH).await;
            }
        }
    }
}

/// Serves one connection of whatever listener, for apps that accept by themselves. The router must have been made a server
/// with [`WithLive::with_live`](super::WithLive::with_live); caps are up to the caller.
pub async fn serve_connection<S>(app: Router, stream: S, address: SocketAddr)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    match installed(&app).await {
        Some(shared) => connection(stream, address, None, (app, shared)).await,
        None => tracing::error!("a connection for a router without `.with_live(Live::new())`"),
    }
}

async fn connection<S>(
    stream: S,
    address: SocketAddr,
    peer: Option<Peer>,
    server: (Router, Arc<Shared>),
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (app, shared) = server;
    let mut stopping = shared.stopping();
    let app = TowerToHyperService::new(app);
    let limits = Arc::clone(&shared.limits);
    let service = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(address));
        if let Some(peer) = &peer {
            request.extensions_mut().insert(peer.clone());
        }
        app.call(request.map(|body| Paced::new(body, &limits)))
    });
    let stream = Impatient::new(stream, shared.limits.write_stall);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(shared.limits.header_timeout)
        .max_buf_size(shared.limits.header_bytes.max(LEAST_BUFFER))
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    tokio::pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = stopped(&mut stopping) => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended");
    }
}

async fn stopped(stopping: &mut watch::Receiver<bool>) {
    // The sender lives as long as what all share.
    let _ = stopping.wait_for(|stopping| *stopping).await;
}

/// Ctrl-C, or what a supervisor sends.
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    Ok(async move {
        let interrupt = tokio::signal::ctrl_c();
        #[cfg(unix)]
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
        #[cfg(not(unix))]
        let _ = interrupt.await;
    })
}
