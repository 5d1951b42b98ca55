//! A running server and a browser's half of it: over real sockets, or in memory where the clock is paused. Knows no view.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async};

/// No answer takes longer than this, on a slow machine or by a paused clock: it only ends tests that have failed already.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// Waits until something has come about, in real time too; it ends a test where it never does.
pub(crate) async fn until(has_come: impl Fn() -> bool) {
    let watch = async {
        while !has_come() {
            tokio::task::yield_now().await;
        }
    };
    let seen = timeout(PATIENCE, watch).await;
    seen.expect("it comes about in time");
}

/// The client's end of a connection.
pub(crate) trait Wire: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Wire for T {}

/// Where a server is reached.
#[derive(Clone)]
enum Door {
    /// A port of this machine.
    Port(SocketAddr),
    /// Pipes of this many bytes, served one by one: no time passes but what the clock is told.
    Memory(Router, usize),
}

/// A server that stops when this is dropped.
pub(crate) struct Server {
    door: Door,
    stop: Option<oneshot::Sender<()>>,
}

impl Server {
    /// Serves this app on a free port.
    pub(crate) async fn start(app: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        let (stop, stopped) = oneshot::channel::<()>();
        let until = async {
            let _ = stopped.await;
        };
        tokio::spawn(liveview::serve_until(app, listener, until));
        Self {
            door: Door::Port(address),
            stop: Some(stop),
        }
    }

    /// Serves this app in memory, for tests that pause the clock.
    pub(crate) fn in_memory(app: Router) -> Self {
        Self {
            door: Door::Memory(app, 64 * 1024),
            stop: None,
        }
    }

    /// The same with narrow pipes, which a client that does not read soon fills.
    pub(crate) fn in_narrow_memory(app: Router) -> Self {
        Self {
            door: Door::Memory(app, 1024),
            stop: None,
        }
    }

    /// Tells the server to stop.
    pub(crate) fn stop(&mut self) {
        self.stop.take();
    }

    /// A browser without cookies.
    pub(crate) fn browser(&self) -> Browser {
        Browser {
            door: self.door.clone(),
            cookie: None,
        }
    }
}

/// A browser, as far as a server sees one: connections and a cookie.
#[derive(Clone)]
pub(crate) struct Browser {
    door: Door,
    pub(crate) cookie: Option<String>,
}

/// An answer to a plain request.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(header, _)| header == name)
            .map(|(_, value)| value.as_str())
    }

    /// What the page's script reads from it.
    pub(crate) fn page(&self) -> Page {
        assert_eq!(self.status, 200, "{self:?}");
        let attribute = |name: &str| {
            let (_, rest) = self.body.split_once(name).expect("a live page");
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        Page {
            token: attribute("dj-v=\""),
            digest: attribute("dj-h=\""),
            last_sequence: 0,
            last_reference: 0,
        }
    }
}

/// What a page on the screen knows.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) token: String,
    pub(crate) digest: String,
    pub(crate) last_sequence: u64,
    pub(crate) last_reference: u64,
}

impl Page {
    pub(crate) fn join(&self, secret: Option<&str>) -> String {
        let secret = secret.map_or("0".to_owned(), |secret| format!("\"{secret}\""));
        let Self {
            token,
            digest,
            last_sequence,
            last_reference,
        } = self;
        format!(
            r#"["j",1,"{token}",{secret},"{digest}",{last_sequence},{last_reference},0,"/","UTC","en"]"#
        )
    }

    /// The same page after these frames and events.
    pub(crate) fn after(&self, last_sequence: u64, last_reference: u64) -> Self {
        Self {
            last_sequence,
            last_reference,
            ..self.clone()
        }
    }
}

impl Browser {
    /// A connection of its own.
    pub(crate) async fn connect(&self) -> Box<dyn Wire> {
        match &self.door {
            Door::Port(address) => Box::new(TcpStream::connect(address).await.expect("it listens")),
            Door::Memory(app, bytes) => {
                let (ours, theirs) = tokio::io::duplex(*bytes);
                let address = SocketAddr::from(([127, 0, 0, 1], 9));
                tokio::spawn(liveview::serve_connection(app.clone(), theirs, address));
                Box::new(ours)
            }
        }
    }

    /// The host it asks for.
    pub(crate) fn host(&self) -> String {
        match &self.door {
            Door::Port(address) => address.to_string(),
            Door::Memory(..) => "memory.test".to_owned(),
        }
    }

    /// Asks for a page as a person's browser does, and keeps the cookie.
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        let answer = self
            .request("GET", path, "accept: text/html,*/*;q=0.8\r\n")
            .await;
        if let Some(cookie) = answer.header("set-cookie") {
            self.cookie = cookie.split(';').next().map(str::to_owned);
        }
        answer
    }

    /// Any request, with these further headers.
    pub(crate) async fn request(&self, method: &str, path: &str, headers: &str) -> Answer {
        let (host, cookie) = (self.host(), self.cookie.as_ref());
        let cookie = cookie.map_or(String::new(), |cookie| format!("cookie: {cookie}\r\n"));
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{cookie}{headers}\r\n"
        );
        parse(&self.exchange(head.as_bytes()).await)
    }

    /// Sends bytes on a connection of its own and reads to its end.
    pub(crate) async fn exchange(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.expect("it reads");
        let mut answer = Vec::new();
        let read = timeout(PATIENCE, stream.read_to_end(&mut answer)).await;
        read.expect("it answers in time").expect("it answers");
        answer
    }

    /// Opens a socket as the page's script does.
    pub(crate) async fn socket(&self) -> Socket {
        self.try_socket().await.expect("a socket")
    }

    /// Opens a page and joins with it.
    pub(crate) async fn socket_of(&mut self, path: &str) -> Socket {
        let page = self.get(path).await.page();
        let mut socket = self.socket().await;
        socket.join_same(&page).await;
        socket
    }

    /// Opens a socket, if the server lets it.
    pub(crate) async fn try_socket(&self) -> Result<Socket, Error> {
        let host = self.host();
        let mut request = format!("ws://{host}/_live/socket")
            .into_client_request()
            .expect("an address");
        let headers = request.headers_mut();
        headers.insert(
            "origin",
            format!("http://{host}").parse().expect("a header"),
        );
        if let Some(cookie) = &self.cookie {
            headers.insert("cookie", cookie.parse().expect("a header"));
        }
        let (stream, _) = client_async(request, self.connect().await).await?;
        Ok(Socket { stream })
    }
}

/// Reads an answer that ended with its connection.
pub(crate) fn parse(answer: &[u8]) -> Answer {
    let text = String::from_utf8_lossy(answer);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let header = |line: &str| {
        let (name, value) = line.split_once(':').expect("a header");
        (name.to_ascii_lowercase(), value.trim().to_owned())
    };
    Answer {
        status: status.and_then(|status| status.parse().ok()).unwrap_or(0),
        headers: lines.map(header).collect(),
        body: body.to_owned(),
    }
}

/// The browser's end of a socket. Dropping it cuts the line.
pub(crate) struct Socket {
    pub(crate) stream: WebSocketStream<Box<dyn Wire>>,
}

impl Socket {
    pub(crate) async fn send(&mut self, text: impl Into<String>) {
        let text: String = text.into();
        self.stream
            .send(Message::Text(text.into()))
            .await
            .expect("the server reads");
    }

    /// The next frame, pings apart.
    pub(crate) async fn next(&mut self) -> Value {
        match self.read().await {
            Ok(frame) => frame,
            Err(code) => panic!("the socket was closed with {code}"),
        }
    }

    /// The next frames, as one array.
    pub(crate) async fn take(&mut self, count: usize) -> Value {
        let mut frames = Vec::new();
        for _ in 0..count {
            frames.push(self.next().await);
        }
        Value::Array(frames)
    }

    /// The code that the server closes with, whatever it says before.
    pub(crate) async fn closed(&mut self) -> u16 {
        loop {
            if let Err(code) = self.read().await {
                return code;
            }
        }
    }

    async fn read(&mut self) -> Result<Value, u16> {
        // For all of it: a server that only pings would never let a failed test end.
        let frame = timeout(PATIENCE, self.read_frame()).await;
        frame.expect("it says something in time")
    }

    async fn read_frame(&mut self) -> Result<Value, u16> {
        loop {
            match self.stream.next().await {
                Some(Ok(Message::Text(text))) => {
                    return Ok(serde_json::from_str(&text).expect("frames are JSON"));
                }
                Some(Ok(Message::Close(frame))) => {
                    return Err(frame.map_or(1005, |frame| CloseCode::into(frame.code)));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(1006),
            }
        }
    }

    /// Joins with this page; the answer's object.
    pub(crate) async fn join(&mut self, page: &Page, secret: Option<&str>) -> Value {
        self.send(page.join(secret)).await;
        let frame = self.next().await;
        assert_eq!(frame[0], "j", "{frame}");
        frame[1].clone()
    }

    /// Joins with a fresh page; the secret for its return.
    pub(crate) async fn join_same(&mut self, page: &Page) -> String {
        let joined = self.join(page, None).await;
        assert_eq!(joined["same"], 1, "{joined}");
        secret(&joined)
    }
}

/// The secret in a join's answer.
pub(crate) fn secret(joined: &Value) -> String {
    joined["secret"].as_str().expect("a secret").to_owned()
}
