//! Where everything arrives that a session wakes for: one queue, one reader. Bounds what others may fill it with; reads nothing.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::{Mutex, MutexGuard};
use std::task::{Poll, Waker};

use super::id::Id;
use super::input::{Attach, Input, Said};
use super::outlet::Line;

/// Whose session it is: the hash of a browser's cookie.
pub type Owner = [u8; 32];

/// A session as others know it.
#[derive(Debug)]
pub struct Address {
    /// Its name.
    pub id: Id,
    /// Who may have it back.
    pub owner: Owner,
    /// The name of its view.
    pub view: &'static str,
    inbox: Mutex<Inbox>,
    capacity: usize,
}

/// What arrives.
#[derive(Debug)]
pub(crate) enum Mail {
    /// Something that happened.
    Input(Input),
    /// A socket that wants the session, and the line to speak to it.
    Arrival(Box<Attach>, Line),
}

/// Why something was not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undelivered {
    /// The session has ended.
    Ended,
    /// Too much waits already.
    Full,
}

#[derive(Debug, Default)]
struct Inbox {
    queue: VecDeque<Mail>,
    /// The session's task, while it waits.
    reader: Option<Waker>,
    ended: bool,
}

impl Address {
    /// A session's address; others can fill its inbox with at most so many events and messages.
    #[must_use]
    pub fn new(id: Id, owner: Owner, view: &'static str, capacity: usize) -> Self {
        Self {
            id,
            owner,
            view,
            inbox: Mutex::default(),
            capacity,
        }
    }

    /// Delivers an event or a message, if there is room.
    ///
    /// # Errors
    /// When the session has ended or too much waits.
    pub fn deliver(&self, input: Input) -> Result<(), Undelivered> {
        self.put(Mail::Input(input))
    }

    /// Delivers a socket that wants the session. One that comes too late is refused through its own line.
    ///
    /// # Errors
    /// When the session has ended.
    pub fn attach(&self, attach: Attach, line: Line) -> Result<(), Undelivered> {
        self.put(Mail::Arrival(Box::new(attach), line))
    }

    fn put(&self, mail: Mail) -> Result<(), Undelivered> {
        let mut inbox = self.lock();
        if inbox.ended {
            return Err(Undelivered::Ended);
        }
        // What keeps the session itself going always arrives: there is only so much of it.
        let bounded = matches!(
            mail,
            Mail::Input(
                Input::Message | Input::Said(_, Said::Event(_) | Said::Resync(_) | Said::Here)
            )
        );
        if bounded && inbox.queue.len() >= self.capacity {
            return Err(Undelivered::Full);
        }
        inbox.queue.push_back(mail);
        let reader = inbox.reader.take();
        drop(inbox);
        if let Some(reader) = reader {
            reader.wake();
        }
        Ok(())
    }

    /// The next thing that arrives. Only the session's task asks.
    pub(crate) async fn next(&self) -> Mail {
        poll_fn(|context| {
            let mut inbox = self.lock();
            if let Some(mail) = inbox.queue.pop_front() {
                return Poll::Ready(mail);
            }
            // A burst is over: give its room back.
            if inbox.queue.capacity() > 16 {
                inbox.queue = VecDeque::new();
            }
            inbox.reader = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    /// The next event or message that arrived, for those who run a session by hand; nothing if there is none.
    #[must_use]
    pub fn try_next(&self) -> Option<Input> {
        let mut inbox = self.lock();
        let at = inbox
            .queue
            .iter()
            .position(|mail| matches!(mail, Mail::Input(_)))?;
        match inbox.queue.remove(at) {
            Some(Mail::Input(input)) => Some(input),
            _ => None,
        }
    }

    /// Takes nothing in any more, and gives back what nobody will read.
    pub(super) fn end(&self) -> VecDeque<Mail> {
        let mut inbox = self.lock();
        inbox.ended = true;
        std::mem::take(&mut inbox.queue)
    }

    fn lock(&self) -> MutexGuard<'_, Inbox> {
        self.inbox
            .lock()
            .expect("nothing panics while it holds an inbox")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Bounds;
    use crate::wire::decode::{ClientFrame, EventFrame, Resync, decode};

    fn address(capacity: usize) -> Address {
        Address::new(Id::random(), [0; 32], "Test", capacity)
    }

    #[test]
    fn one_over_the_bound_is_not_taken_whatever_others_may_send() {
        let resync = || Resync {
            sequence: 0,
            path: Vec::new(),
        };
        let all: [&dyn Fn() -> Input; 4] = [
            &|| Input::Message,
            &|| Input::Said(1, Said::Event(event())),
            &|| Input::Said(1, Said::Resync(resync())),
            &|| Input::Said(1, Said::Here),
        ];
        for input in all {
            let address = address(2);
            let sent = [(); 3].map(|()| address.deliver(input()));
            assert_eq!(
                sent,
                [Ok(()), Ok(()), Err(Undelivered::Full)],
                "{:?}",
                input()
            );
            assert_eq!(address.deliver(Input::Dropped(1)), Ok(()));
        }
    }

    fn event() -> EventFrame {
        let text = r#"[1,0,"add",0]"#;
        match decode(text, Bounds::default()).map(|message| message.frame) {
            Ok(ClientFrame::Event(event)) => EventFrame::keep(text, &event),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_ended_session_takes_nothing_and_gives_back_the_rest() {
        let address = address(2);
        address.deliver(Input::Message).expect("there is room");
        assert_eq!(address.end().len(), 1);
        assert_eq!(address.deliver(Input::Expired), Err(Undelivered::Ended));
    }

    #[tokio::test]
    async fn what_arrives_comes_out_in_order() {
        let address = std::sync::Arc::new(address(9));
        let reader = std::sync::Arc::clone(&address);
        let read = tokio::spawn(async move { [reader.next().await, reader.next().await] });
        tokio::task::yield_now().await;
        address.deliver(Input::Dropped(1)).expect("alive");
        address.deliver(Input::Message).expect("alive");
        let read = read.await.expect("the reader reads");
        assert!(
            matches!(
                read,
                [Mail::Input(Input::Dropped(1)), Mail::Input(Input::Message)]
            ),
            "{read:?}"
        );
    }
}
