//! One socket: its messages to the views on it, their frames to it, and every way it ends. Holds no view and no state of one.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::extract::ConnectInfo;
use futures_util::{SinkExt, StreamExt};
use http::HeaderMap;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tokio::time::{Instant, Sleep, sleep_until, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::error::{Error, ProtocolError};
use tokio_tungstenite::tungstenite::protocol::frame::CloseFrame;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};

use super::connection::{Counted, Peer};
use super::cookie::CookieHash;
use super::farewell::drain;
use super::joining::Views;
use super::live::Shared;
use super::remount::Answer;
use crate::session::{Bucket, Outgoing, Outlet, Pace, close};

/// Who opened a socket.
pub(super) struct Visitor {
    /// The browser, if it keeps cookies.
    pub(super) cookie: Option<CookieHash>,
    /// What a page would be asked for with.
    pub(super) headers: HeaderMap,
    /// The connection's place and the browser's, kept as long as the socket.
    pub(super) _peer: Option<Peer>,
    pub(super) _socket: Option<Counted<CookieHash>>,
    /// The other end, if it is known.
    pub(super) address: Option<ConnectInfo<SocketAddr>>,
}

struct Socket<S> {
    stream: WebSocketStream<S>,
    views: Views,
    outlet: Arc<Outlet>,
    shared: Arc<Shared>,
    stopping: watch::Receiver<bool>,
    opened: Instant,
    /// When anything was last heard.
    heard: Instant,
    /// When the next ping is due.
    ping_at: Instant,
    /// Nothing is read before: the sender is too fast, and TCP tells it.
    paused_until: Option<Instant>,
    messages: Bucket,
    pings: Bucket,
}

/// Everything that can wake a socket's task.
enum Wake {
    Heard(Option<Result<Message, Error>>),
    Outgoing(Outgoing),
    Mounted(usize, Answer),
    Tick,
    Stopping,
}

/// How a socket ends.
enum Ending {
    /// We close it, with this code.
    Close(u16),
    /// The client closes it.
    Answered,
    /// There is nobody any more.
    Gone,
}

/// Serves a socket to its end.
pub(super) async fn run<S: AsyncRead + AsyncWrite + Unpin>(
    stream: WebSocketStream<S>,
    visitor: Visitor,
    app: Router,
    shared: Arc<Shared>,
) {
    let (now, limits) = (Instant::now(), &shared.limits);
    let outlet = Arc::new(Outlet::new(limits.outbox_messages, limits.outbox_bytes));
    // Boxed: moved into a future as it is, it would be held twice, as an argument and as a variable.
    let mut socket = Box::new(Socket {
        stream,
        stopping: shared.stopping(),
        opened: now,
        heard: now,
        ping_at: now + limits.heartbeat,
        paused_until: None,
        messages: Bucket::new(limits.messages_per_second, limits.message_burst),
        pings: Bucket::new(limits.pings_per_second, limits.pings_per_second),
        views: Views::new(visitor, app, Arc::clone(&shared), Arc::clone(&outlet)),
        outlet,
        shared,
    });
    let ending = socket.serve().await;
    // The sessions are parked before the farewells: those may take their time.
    socket.views.leave();
    Box::pin(socket.say_farewell(ending)).await;
}

impl<S: AsyncRead + AsyncWrite + Unpin> Socket<S> {
    async fn serve(&mut self) -> Ending {
        let tick = sleep_until(self.next_tick());
        tokio::pin!(tick);
        loop {
            let due = self.next_tick();
            if tick.deadline() != due {
                tick.as_mut().reset(due);
            }
            let ended = match self.wake(tick.as_mut()).await {
                Wake::Heard(heard) => self.hear(heard).await,
                Wake::Outgoing(outgoing) => self.act(outgoing).await,
                Wake::Mounted(view, answer) => {
                    self.views.mounted(view, answer).map_err(Ending::Close)
                }
                Wake::Tick => self.tick().await,
                Wake::Stopping => Err(Ending::Close(close::RESTARTING)),
            };
            if let Err(ending) = ended {
                return ending;
            }
        }
    }

    async fn wake(&mut self, tick: Pin<&mut Sleep>) -> Wake {
        tokio::select! {
            biased;
            outgoing = self.outlet.next() => Wake::Outgoing(outgoing),
            (view, answer) = self.views.next_mounted() => Wake::Mounted(view, answer),
            heard = self.stream.next(), if self.paused_until.is_none() => Wake::Heard(heard),
            () = tick => Wake::Tick,
            Ok(_) = self.stopping.wait_for(|stopping| *stopping) => Wake::Stopping,
        }
    }

    async fn hear(&mut self, heard: Option<Result<Message, Error>>) -> Result<(), Ending> {
        let message = match heard {
            None => return Err(Ending::Gone),
            Some(Err(error)) => return Err(ending_of(&error)),
            Some(Ok(message)) => message,
        };
        self.heard = Instant::now();
        match message {
            Message::Text(text) => {
                // Counted before it is read: a flood of bad frames must not be cheaper than one of good ones.
                match self.messages.take(self.heard - self.opened) {
                    Pace::Go => {}
                    Pace::Pause(pause) => self.paused_until = Some(self.heard + pause),
                    Pace::Flood => {
                        tracing::warn!(
                            "a client sends more than anybody can: its socket is closed"
                        );
                        return Err(Ending::Close(close::FLOOD));
                    }
                }
                self.views.hear(&text).map_err(Ending::Close)
            }
            Message::Ping(_) | Message::Pong(_) => {
                match self.pings.take(self.heard - self.opened) {
                    Pace::Go => Ok(()),
                    Pace::Pause(_) | Pace::Flood => Err(Ending::Close(close::PING_FLOOD)),
                }
            }
            Message::Binary(_) => Err(Ending::Close(close::UNSUPPORTED)),
            Message::Close(_) => Err(Ending::Answered),
            Message::Frame(_) => Ok(()),
        }
    }

    async fn act(&mut self, outgoing: Outgoing) -> Result<(), Ending> {
        match outgoing {
            Outgoing::Text(text) => self.write(Message::Text(Utf8Bytes::from(text))).await,
            Outgoing::Texts(texts) => {
                for text in texts {
                    self.write(Message::Text(Utf8Bytes::from(text))).await?;
                }
                Ok(())
            }
            Outgoing::Close(code) => Err(Ending::Close(code)),
            Outgoing::Welcomed { view, attachment } => {
                self.views.welcomed(view, attachment);
                Ok(())
            }
            Outgoing::Refused { view, attachment } => {
                self.views.refused(view, attachment);
                Ok(())
            }
            Outgoing::Crashed {
                view,
                attachment,
                crash,
            } => {
                self.views.crashed(view, attachment, crash);
                Ok(())
            }
        }
    }

    async fn tick(&mut self) -> Result<(), Ending> {
        let (now, limits) = (Instant::now(), &self.shared.limits);
        if self.paused_until.is_some_and(|until| until <= now) {
            self.paused_until = None;
        }
        if !self.views.any() && now >= self.opened + limits.join_timeout {
            return Err(Ending::Close(close::TOO_SLOW));
        }
        // Who is paused cannot be heard.
        if self.paused_until.is_none() && now >= self.heard + limits.dead_after {
            return Err(Ending::Close(close::SILENT));
        }
        if now >= self.ping_at {
            self.ping_at = now + limits.heartbeat;
            self.views.renew_tokens();
            return self.write(Message::Ping(bytes::Bytes::new())).await;
        }
        Ok(())
    }

    fn next_tick(&self) -> Instant {
        let limits = &self.shared.limits;
        let deadline = if self.views.any() {
            self.heard + limits.dead_after
        } else {
            self.opened + limits.join_timeout
        };
        let tick = deadline.min(self.ping_at);
        self.paused_until.map_or(tick, |until| tick.min(until))
    }

    async fn write(&mut self, message: Message) -> Result<(), Ending> {
        match timeout(self.shared.limits.write_stall, self.stream.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(Ending::Gone),
            Err(_) => {
                tracing::warn!("a client has stopped reading: its socket is dropped");
                Err(Ending::Gone)
            }
        }
    }

    /// A close is only clean once the other side has answered and all it had sent before is read: otherwise TCP resets and
    /// takes our last words with it.
    async fn say_farewell(&mut self, ending: Ending) {
        let limits = Arc::clone(&self.shared.limits);
        let farewell = async {
            if let Ending::Close(code) = ending {
                let frame = CloseFrame {
                    code: code.into(),
                    reason: Utf8Bytes::default(),
                };
                if self.stream.send(Message::Close(Some(frame))).await.is_err() {
                    return;
                }
            }
            while let Some(Ok(_)) = self.stream.next().await {}
            if matches!(ending, Ending::Close(_)) {
                drain(self.stream.get_mut(), limits.farewell_bytes).await;
            }
        };
        if !matches!(ending, Ending::Gone) {
            // Who does not answer in time is dropped as it is.
            let _ = timeout(limits.farewell_timeout, farewell).await;
        }
    }
}

fn ending_of(error: &Error) -> Ending {
    match error {
        Error::Capacity(_) => Ending::Close(close::TOO_LARGE),
        Error::Utf8(_) => Ending::Close(close::NOT_TEXT),
        Error::Protocol(ProtocolError::ResetWithoutClosingHandshake) => Ending::Gone,
        Error::Protocol(_) => Ending::Close(close::PROTOCOL),
        _ => Ending::Gone,
    }
}
