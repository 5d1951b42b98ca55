//! Memory per connected session of the `bench` example, seen from outside: joined, after events, after leaving, and when as
//! many come again. Asserts nothing.
//!
//! `cargo bench --bench memory`. The server is a process of its own, so that its resident memory holds no client.

use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{WebSocketStream, client_async};

const SESSIONS: usize = 500;
const EVENTS: usize = 100;
const PORT: u16 = 39_417;
/// A session whose client has said goodbye waits for five seconds.
const GONE: Duration = Duration::from_secs(7);

/// A page, the handler that is called on it, and the goal in KiB a session.
const PAGES: [(&str, &str, f64); 2] = [("/b1", "inc", 16.0), ("/b2", "change", 400.0)];

type Socket = WebSocketStream<TcpStream>;
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome<()> {
    // `cargo test --benches` and the like only want to know that it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    println!(
        "{SESSIONS} sessions a page, {EVENTS} events each; resident memory of the server; the system's malloc, limits raised"
    );
    println!(
        "page     goal   joined  after events  after leaving  as many again   (KiB a session)"
    );
    for (path, event, goal) in PAGES {
        let server = Server::start().await?;
        // What the first sessions bring to life belongs to none of them.
        leave(open(path, 50).await?).await?;
        let before = server.resident()?;
        let mut sockets = open(path, SESSIONS).await?;
        let joined = server.resident()?;
        for socket in &mut sockets {
            say(socket, event).await?;
        }
        let used = server.resident()?;
        leave(sockets).await?;
        let left = server.resident()?;
        // Whether what was freed is free: malloc keeps pages, and a leak would show as twice as much.
        let again = open(path, SESSIONS).await?;
        let joined_again = server.resident()?;
        drop(again);
        let each = |bytes: u64| (bytes as f64 - before as f64) / 1024.0 / SESSIONS as f64;
        println!(
            "{path:<6} {goal:>6} {:>8.1} {:>13.1} {:>14.1} {:>14.1}",
            each(joined),
            each(used),
            each(left),
            each(joined_again)
        );
    }
    Ok(())
}

/// The `bench` example in a process of its own.
struct Server(Child);

impl Server {
    async fn start() -> Outcome<Self> {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let run = ["run", "--quiet", "--release", "--example", "bench"];
        let built = Command::new(&cargo)
            .args(["build", "--quiet", "--release", "--example", "bench"])
            .status()?;
        if !built.success() {
            return Err("the example does not build".into());
        }
        let mut command = Command::new(cargo);
        let child = command
            .args(run)
            .env("PORT", PORT.to_string())
            .stdout(Stdio::null())
            .spawn()?;
        let server = Self(child);
        while TcpStream::connect(address()).await.is_err() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(server)
    }

    /// The resident memory of the example, which `cargo run` has become or has started.
    fn resident(&self) -> Outcome<u64> {
        let parent = self.0.id();
        let children = std::fs::read_to_string(format!("/proc/{parent}/task/{parent}/children"))
            .unwrap_or_default();
        let process = children
            .split_whitespace()
            .next()
            .map_or_else(|| parent.to_string(), str::to_owned);
        let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
        let line = status
            .lines()
            .find(|line| line.starts_with("VmRSS:"))
            .ok_or("no VmRSS")?;
        let kibibytes: u64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
        Ok(kibibytes * 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn address() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], PORT))
}

/// Opens so many pages and joins with each, one after another as people come.
async fn open(path: &str, count: usize) -> Outcome<Vec<Socket>> {
    let mut sockets = Vec::with_capacity(count);
    for _ in 0..count {
        let (cookie, token, digest) = page(path).await?;
        let mut request = format!("ws://{}/_live/socket", address()).into_client_request()?;
        request
            .headers_mut()
            .insert("origin", format!("http://{}", address()).parse()?);
        request.headers_mut().insert("cookie", cookie.parse()?);
        let (mut socket, _) = client_async(request, TcpStream::connect(address()).await?).await?;
        let join = format!(r#"["j",1,"{token}",0,"{digest}",0,0,0,"{path}","UTC","en"]"#);
        socket.send(Message::text(join)).await?;
        let answer = next(&mut socket).await?;
        if !answer.contains(r#""same":1"#) {
            return Err(format!("not the same page: {answer}").into());
        }
        sockets.push(socket);
    }
    Ok(sockets)
}

/// The cookie, the token and the digest of a fresh page.
async fn page(path: &str) -> Outcome<(String, String, String)> {
    let mut stream = TcpStream::connect(address()).await?;
    let head = format!(
        "GET {path} HTTP/1.1\r\nhost: {}\r\naccept: text/html\r\nconnection: close\r\n\r\n",
        address()
    );
    stream.write_all(head.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let between = |start: &str, end: char| -> Outcome<String> {
        let (_, rest) = answer.split_once(start).ok_or("not a live page")?;
        Ok(rest.split(end).next().unwrap_or_default().to_owned())
    };
    Ok((
        between("set-cookie: ", ';')?,
        between("dj-v=\"", '"')?,
        between("dj-h=\"", '"')?,
    ))
}

async fn say(socket: &mut Socket, event: &str) -> Outcome<()> {
    for reference in 1..=EVENTS {
        socket
            .send(Message::text(format!(r#"[{reference},0,"{event}",0]"#)))
            .await?;
        next(socket).await?;
    }
    Ok(())
}

async fn leave(sockets: Vec<Socket>) -> Outcome<()> {
    for mut socket in sockets {
        socket.send(Message::text(r#"["l"]"#)).await?;
        socket.close(None).await?;
    }
    tokio::time::sleep(GONE).await;
    Ok(())
}

async fn next(socket: &mut Socket) -> Outcome<String> {
    loop {
        match socket.next().await.ok_or("the server has closed")?? {
            Message::Text(text) => return Ok(text.to_string()),
            Message::Close(frame) => return Err(format!("closed: {frame:?}").into()),
            _ => {}
        }
    }
}
