//! The end of a connection that has said its last words. Says none itself.
//!
//! TCP resets a connection that is closed over bytes nobody has read, and takes what was said last with it: so the other side is
//! read to its end first, within bounds.

use std::future::poll_fn;
use std::pin::Pin;

use tokio::io::{AsyncRead, ReadBuf};

/// Reads what is still on its way, up to so many bytes, and forgets it.
pub(super) async fn drain<S: AsyncRead + Unpin>(stream: &mut S, most: usize) {
    let mut read = 0;
    while read < most {
        let mut space = [0; 1024];
        let mut buffer = ReadBuf::new(&mut space);
        let filled =
            poll_fn(|context| Pin::new(&mut *stream).poll_read(context, &mut buffer)).await;
        match buffer.filled().len() {
            0 => return,
            _ if filled.is_err() => return,
            length => read += length,
        }
    }
}
