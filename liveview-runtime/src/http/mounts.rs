//! What is on its way for the views of one socket: pages being mounted anew, and what their clients say meanwhile. Mounts none itself.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// A page being mounted anew.
pub(super) type Mounting<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The mounts of one socket: so many run at once, the others wait in line. Dropping it cancels them all.
pub(super) struct Mounts<T> {
    at_once: usize,
    running: Vec<(usize, Mounting<T>)>,
    line: VecDeque<(usize, Mounting<T>)>,
}

impl<T> Mounts<T> {
    pub(super) const fn new(at_once: usize) -> Self {
        Self {
            at_once,
            running: Vec::new(),
            line: VecDeque::new(),
        }
    }

    /// Begins a view's mount once it is its turn; it runs while somebody waits for the next that is done.
    pub(super) fn begin(&mut self, view: usize, mounting: Mounting<T>) {
        self.line.push_back((view, mounting));
    }

    /// The next view whose mount is done. While none is on its way it waits for ever; dropping the wait loses nothing.
    pub(super) async fn next(&mut self) -> (usize, T) {
        poll_fn(|context| {
            // At least one, or a bound of nothing would keep a page waiting for ever.
            while self.running.len() < self.at_once.max(1)
                && let Some(next) = self.line.pop_front()
            {
                self.running.push(next);
            }
            for index in 0..self.running.len() {
                let (view, mounting) = &mut self.running[index];
                if let Poll::Ready(done) = mounting.as_mut().poll(context) {
                    let view = *view;
                    drop(self.running.swap_remove(index));
                    return Poll::Ready((view, done));
                }
            }
            Poll::Pending
        })
        .await
    }

    pub(super) fn cancel(&mut self) {
        self.running = Vec::new();
        self.line = VecDeque::new();
    }
}

/// What clients have said to views that are still being mounted, in order, bounded for all views together.
pub(super) struct Kept {
    messages: Vec<(usize, Box<str>)>,
    bytes: usize,
    most: usize,
    most_bytes: usize,
}

/// More was said than is kept.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooMuch;

impl Kept {
    pub(super) const fn new(most: usize, most_bytes: usize) -> Self {
        Self {
            messages: Vec::new(),
            bytes: 0,
            most,
            most_bytes,
        }
    }

    pub(super) fn keep(&mut self, view: usize, message: &str) -> Result<(), TooMuch> {
        if self.messages.len() >= self.most || self.bytes + message.len() > self.most_bytes {
            return Err(TooMuch);
        }
        self.bytes += message.len();
        self.messages.push((view, message.into()));
        Ok(())
    }

    /// Everything said to this view, in order.
    pub(super) fn take(&mut self, view: usize) -> Vec<Box<str>> {
        let all = std::mem::take(&mut self.messages);
        let (taken, left): (Vec<_>, _) = all.into_iter().partition(|(kept, _)| *kept == view);
        self.messages = left;
        let taken = taken.into_iter().map(|(_, message)| message);
        taken
            .inspect(|message| self.bytes -= message.len())
            .collect()
    }

    pub(super) fn forget(&mut self) {
        self.messages = Vec::new();
        self.bytes = 0;
    }
}

#[cfg(test)]
mod tests {
    use std::task::{Context, Waker};

    use tokio::sync::oneshot;

    use super::*;

    /// Asks for the next mount once.
    fn poll<T>(mounts: &mut Mounts<T>) -> Option<(usize, T)> {
        let mut context = Context::from_waker(Waker::noop());
        match std::pin::pin!(mounts.next()).poll(&mut context) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }

    /// A mount that is done when it is told so.
    fn mount(mounts: &mut Mounts<u8>, view: usize) -> oneshot::Sender<u8> {
        let (done, told) = oneshot::channel();
        mounts.begin(view, Box::pin(async { told.await.unwrap_or(0) }));
        done
    }

    #[test]
    fn one_mount_over_those_at_once_begins_when_another_is_done() {
        let mut mounts = Mounts::new(2);
        let told = [0, 1, 2].map(|view| mount(&mut mounts, view));
        let [first, second, third] = told;
        third.send(3).expect("it waits in line");
        assert_eq!(poll(&mut mounts), None, "two are at work");
        assert_eq!((mounts.running.len(), mounts.line.len()), (2, 1));
        second.send(2).expect("it is awaited");
        assert_eq!(poll(&mut mounts), Some((1, 2)));
        assert_eq!(poll(&mut mounts), Some((2, 3)));
        assert_eq!(poll(&mut mounts), None);
        first.send(1).expect("it is awaited");
        assert_eq!(poll(&mut mounts), Some((0, 1)));
    }

    #[test]
    fn a_bound_of_none_is_one() {
        let mut mounts = Mounts::new(0);
        mounts.begin(7, Box::pin(async { 1 }));
        assert_eq!(poll(&mut mounts), Some((7, 1)));
    }

    #[test]
    fn who_is_cancelled_is_dropped() {
        let mut mounts = Mounts::new(1);
        let told = [0, 1].map(|view| mount(&mut mounts, view));
        assert_eq!(poll(&mut mounts), None);
        mounts.cancel();
        assert!(told.iter().all(oneshot::Sender::is_closed));
    }

    #[test]
    fn one_message_or_byte_over_is_not_kept() {
        let mut kept = Kept::new(2, 10);
        assert_eq!(kept.keep(0, "123"), Ok(()));
        assert_eq!(kept.keep(0, "12345678"), Err(TooMuch));
        assert_eq!(kept.keep(1, "1234567"), Ok(()));
        assert_eq!(kept.keep(0, ""), Err(TooMuch));
        assert_eq!(kept.take(1), ["1234567".into()]);
        assert_eq!(kept.keep(0, "4567890"), Ok(()));
        assert_eq!(kept.take(0), ["123".into(), "4567890".into()]);
        assert_eq!((kept.bytes, kept.messages.len()), (0, 0));
    }
}
