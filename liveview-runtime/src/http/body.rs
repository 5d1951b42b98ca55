//! The body of a request, as slow as it may be: who sends less than a named rate is cut off. Reads nothing of its own accord.
//!
//! Only time spent waiting for the client counts. A handler that takes its time between two reads costs its client nothing.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::BoxError;
use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::session::Limits;

/// A body that must arrive at a pace.
pub(super) struct Paced<B> {
    body: B,
    grace: Duration,
    bytes_per_second: u32,
    received: u64,
    /// How long the client was waited for, the present wait apart.
    waited: Duration,
    wait: Option<Wait>,
}

struct Wait {
    since: Instant,
    patience: Pin<Box<Sleep>>,
}

/// The client sends its body too slowly.
#[derive(Debug, thiserror::Error)]
#[error("the body of the request arrives at less than {0} bytes a second")]
struct TooSlow(u32);

impl<B> Paced<B> {
    pub(super) fn new(body: B, limits: &Limits) -> Self {
        Self {
            body,
            grace: limits.body_grace,
            bytes_per_second: limits.body_bytes_per_second,
            received: 0,
            waited: Duration::ZERO,
            wait: None,
        }
    }

    /// How long what has arrived may have taken.
    fn allowed(&self) -> Duration {
        let earned = self.received * 1_000 / u64::from(self.bytes_per_second.max(1));
        self.grace + Duration::from_millis(earned)
    }
}

impl<B> Body for Paced<B>
where
    B: Body<Data = Bytes, Error: Into<BoxError>> + Unpin,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = self.get_mut();
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(context) {
            if let Some(wait) = this.wait.take() {
                this.waited += wait.since.elapsed();
            }
            let data = frame.as_ref().and_then(|frame| frame.as_ref().ok());
            let bytes = data.and_then(Frame::data_ref).map_or(0, Bytes::len);
            this.received += bytes as u64;
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let left = this.allowed().saturating_sub(this.waited);
        let wait = this.wait.get_or_insert_with(|| {
            let since = Instant::now();
            let patience = Box::pin(sleep_until(since + left));
            Wait { since, patience }
        });
        ready!(wait.patience.as_mut().poll(context));
        tracing::debug!("a request was cut off: its body is too slow");
        Poll::Ready(Some(Err(TooSlow(this.bytes_per_second).into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
