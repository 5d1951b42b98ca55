//! Connections over a cap: told when to come again, and let go. Reads nothing of what they ask for.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderValue, StatusCode};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::connection::Full;
use super::farewell::drain;
use crate::session::{Limits, random};

/// What a refused connection is told in words.
const WORDS: &str = "Too many connections. Please try again in a moment.\n";

/// The refusals of one server: so many at once, each for a short time. Beyond that a connection is closed without a word.
pub(super) struct Refusals {
    places: Arc<Semaphore>,
    limits: Arc<Limits>,
    count: u64,
}

impl Refusals {
    pub(super) fn new(limits: Arc<Limits>) -> Self {
        let places = limits.refusals.min(Semaphore::MAX_PERMITS);
        Self {
            places: Arc::new(Semaphore::new(places)),
            limits,
            count: 0,
        }
    }

    /// Refuses a connection, beside everything else.
    pub(super) fn refuse<S>(&mut self, stream: S, address: SocketAddr, full: Full)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        self.count += 1;
        // Ever more rarely: a flood of connections must not become one of the log.
        if self.count.is_power_of_two() {
            tracing::warn!(%address, %full, refused = self.count, "a connection was refused");
        }
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            return;
        };
        let limits = Arc::clone(&self.limits);
        tokio::spawn(async move {
            let _place = place;
            // Who does not take the answer in time goes without.
            let _ = timeout(limits.refusal_timeout, say(stream, &limits)).await;
        });
    }
}

/// How many seconds a client that was refused shall stay away: at least as long as the setting says, at most twice as long, each
/// its own, so that they do not all come back at once.
pub(super) fn retry_after(limits: &Limits) -> HeaderValue {
    let least = limits.retry_after.max(Duration::from_secs(1)).as_secs();
    let jitter = u64::from(u32::from_le_bytes(random())) % (least + 1);
    HeaderValue::from(least.saturating_add(jitter))
}

async fn say<S: AsyncRead + AsyncWrite + Unpin>(mut stream: S, limits: &Limits) -> io::Result<()> {
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let after = retry_after(limits);
    let answer = format!(
        "HTTP/1.1 {status}\r\nretry-after: {}\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: {}\r\n\
         cache-control: no-store\r\nconnection: close\r\n\r\n{WORDS}",
        after.to_str().unwrap_or_default(),
        WORDS.len(),
    );
    let mut left = answer.as_bytes();
    while !left.is_empty() {
        let written = poll_fn(|context| Pin::new(&mut stream).poll_write(context, left)).await?;
        if written == 0 {
            return Ok(());
        }
        left = &left[written..];
    }
    poll_fn(|context| Pin::new(&mut stream).poll_shutdown(context)).await?;
    drain(&mut stream, limits.header_bytes).await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use tokio::io::DuplexStream;

    use super::*;

    fn refusals(at_once: usize) -> Refusals {
        Refusals::new(Arc::new(Limits {
            refusals: at_once,
            ..Limits::default()
        }))
    }

    /// Refuses a connection; the client's end of it.
    fn refuse(refusals: &mut Refusals) -> DuplexStream {
        let (ours, theirs) = tokio::io::duplex(1024);
        let address = SocketAddr::from(([127, 0, 0, 1], 9));
        refusals.refuse(theirs, address, Full::Server);
        ours
    }

    /// What the client reads until nothing more comes for now.
    async fn read(client: &mut DuplexStream) -> String {
        let mut space = [0; 1024];
        let mut buffer = tokio::io::ReadBuf::new(&mut space);
        let read = poll_fn(|context| Pin::new(&mut *client).poll_read(context, &mut buffer));
        // Cut off by the paused clock, once nobody has anything to do.
        let _ = timeout(Duration::from_millis(1), read).await;
        String::from_utf8_lossy(buffer.filled()).into_owned()
    }

    #[tokio::test(start_paused = true)]
    async fn one_refusal_over_those_at_once_is_without_a_word() {
        let mut refusals = refusals(2);
        let mut told = [refuse(&mut refusals), refuse(&mut refusals)];
        assert_eq!(read(&mut refuse(&mut refusals)).await, "");
        for client in &mut told {
            let answer = read(client).await;
            assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
        }
        // Who has heard it and goes makes room for the next.
        drop(told);
        tokio::time::sleep(Duration::from_millis(1)).await;
        let answer = read(&mut refuse(&mut refusals)).await;
        assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
    }

    #[tokio::test(start_paused = true)]
    async fn who_neither_goes_nor_listens_holds_its_place_for_two_seconds() {
        let mut refusals = refusals(1);
        let _stays = refuse(&mut refusals);
        tokio::time::sleep(Duration::from_millis(1_990)).await;
        assert_eq!(read(&mut refuse(&mut refusals)).await, "");
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_ne!(read(&mut refuse(&mut refusals)).await, "");
    }

    #[test]
    fn everyone_is_told_a_time_of_its_own() {
        let limits = Limits {
            retry_after: Duration::from_secs(1_000),
            ..Limits::default()
        };
        let seconds = || -> u64 {
            let after = retry_after(&limits);
            let after = after.to_str().expect("digits");
            after.parse().expect("seconds")
        };
        let told: Vec<u64> = (0..20).map(|_| seconds()).collect();
        assert!(told.iter().all(|seconds| (1_000..=2_000).contains(seconds)));
        assert!(told.iter().any(|seconds| *seconds != told[0]), "{told:?}");
    }
}
