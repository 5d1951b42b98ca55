//! What waits to be written to one socket, from all views on it. Bounded; whoever reads too slowly loses the socket, not the session.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Poll, Waker};

use super::close;
use super::inbox::Address;
use super::input::{Attachment, Crash, Input};
use crate::wire::frame;

/// The queue of one socket.
#[derive(Debug)]
pub struct Outlet {
    queue: Mutex<Queue>,
    messages: usize,
    bytes: usize,
}

/// A view's end of a socket.
#[derive(Debug, Clone)]
pub struct Line {
    /// The socket.
    pub outlet: Arc<Outlet>,
    /// The index of the view on its page.
    pub view: usize,
    /// Which hold of the session this is.
    pub attachment: Attachment,
}

/// What the socket's task does next.
#[derive(Debug, PartialEq, Eq)]
pub enum Outgoing {
    /// Writes this.
    Text(String),
    /// Writes these, one after the other: the answer to a return, as long as what it missed.
    Texts(Vec<String>),
    /// Forgets what was to be tried again: the session has taken this socket.
    Welcomed {
        /// Its index on the page.
        view: usize,
        /// The hold that was taken.
        attachment: Attachment,
    },
    /// Mounts this view anew: the session does not want this socket.
    Refused {
        /// Its index on the page.
        view: usize,
        /// The hold that was refused.
        attachment: Attachment,
    },
    /// Mounts this view anew: the session has crashed.
    Crashed {
        /// Its index on the page.
        view: usize,
        /// The hold that it had.
        attachment: Attachment,
        /// How.
        crash: Crash,
    },
    /// Closes.
    Close(u16),
}

#[derive(Debug)]
struct Queue {
    outgoing: VecDeque<Outgoing>,
    bytes: usize,
    /// Whether all that was taken is written.
    idle: bool,
    closed: bool,
    /// The socket's task, while it waits.
    writer: Option<Waker>,
    /// Sessions to tell once everything is written.
    asking: Vec<Arc<Address>>,
}

impl Outlet {
    /// An empty outlet with these bounds.
    #[must_use]
    pub fn new(messages: usize, bytes: usize) -> Self {
        let queue = Queue {
            outgoing: VecDeque::new(),
            bytes: 0,
            idle: true,
            closed: false,
            writer: None,
            asking: Vec::new(),
        };
        Self {
            queue: Mutex::new(queue),
            messages,
            bytes,
        }
    }

    /// The next thing to do. Asking means that everything before is written.
    pub async fn next(&self) -> Outgoing {
        poll_fn(|context| {
            let mut queue = self.lock();
            if let Some(outgoing) = queue.outgoing.pop_front() {
                queue.idle = false;
                queue.bytes -= outgoing.bytes();
                return Poll::Ready(outgoing);
            }
            queue.idle = true;
            queue.writer = Some(context.waker().clone());
            let asking = std::mem::take(&mut queue.asking);
            drop(queue);
            for session in asking {
                // One that has ended needs no room.
                let _ = session.deliver(Input::Room);
            }
            Poll::Pending
        })
        .await
    }

    /// Puts something in line; the first in line may be of any size, or it could never be sent. After a close nothing more is taken.
    pub fn put(&self, outgoing: Outgoing) {
        let mut queue = self.lock();
        if queue.closed {
            return;
        }
        let bytes = outgoing.bytes();
        let too_many = queue.outgoing.len() >= self.messages;
        if too_many || queue.bytes > 0 && queue.bytes + bytes > self.bytes {
            tracing::warn!(
                messages = queue.outgoing.len(),
                bytes = queue.bytes,
                "a client reads too slowly: its socket is closed"
            );
            queue.outgoing.clear();
            queue.bytes = 0;
            queue.closed = true;
            queue.outgoing.push_back(Outgoing::Close(close::TOO_SLOW));
        } else {
            queue.closed = matches!(outgoing, Outgoing::Close(_));
            queue.bytes += bytes;
            queue.outgoing.push_back(outgoing);
        }
        let writer = queue.writer.take();
        drop(queue);
        if let Some(writer) = writer {
            writer.wake();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue
            .lock()
            .expect("nothing panics while it holds an outlet")
    }
}

impl Outgoing {
    fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Texts(texts) => texts.iter().map(String::len).sum(),
            Self::Welcomed { .. }
            | Self::Refused { .. }
            | Self::Crashed { .. }
            | Self::Close(_) => 0,
        }
    }
}

impl Line {
    /// Says something to the view's half in the browser.
    pub fn say(&self, frame: String) {
        self.outlet
            .put(Outgoing::Text(frame::addressed(self.view, frame)));
    }

    /// Says several things that count as one: the client asked for them.
    pub fn say_all(&self, frames: Vec<String>) {
        let addressed = |frame| frame::addressed(self.view, frame);
        let frames = frames.into_iter().map(addressed).collect();
        self.outlet.put(Outgoing::Texts(frames));
    }

    /// Closes the socket.
    pub fn close(&self, code: u16) {
        self.outlet.put(Outgoing::Close(code));
    }

    /// Says to the socket's task that the session has taken it.
    pub fn welcome(&self) {
        let Self {
            view, attachment, ..
        } = *self;
        self.outlet.put(Outgoing::Welcomed { view, attachment });
    }

    /// Asks for another session.
    pub fn refuse(&self) {
        let Self {
            view, attachment, ..
        } = *self;
        self.outlet.put(Outgoing::Refused { view, attachment });
    }

    /// Asks for a new session after this one's crash.
    pub fn crash(&self, crash: Crash) {
        let Self {
            view, attachment, ..
        } = *self;
        self.outlet.put(Outgoing::Crashed {
            view,
            attachment,
            crash,
        });
    }

    /// Whether everything is written; if not, the session is told once it is.
    #[must_use]
    pub fn has_room(&self, session: &Arc<Address>) -> bool {
        let mut queue = self.outlet.lock();
        let room = queue.idle && queue.outgoing.is_empty();
        if !room {
            queue.asking.push(Arc::clone(session));
        }
        room
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;
    use crate::session::Id;

    fn line(messages: usize, bytes: usize) -> Line {
        Line {
            outlet: Arc::new(Outlet::new(messages, bytes)),
            view: 0,
            attachment: 1,
        }
    }

    /// The next that are to be written; nothing is waited for.
    fn drain(line: &Line, count: usize) -> Vec<Outgoing> {
        let next = || line.outlet.next().now_or_never();
        (0..count).map_while(|_| next()).collect()
    }

    #[test]
    fn one_message_over_the_count_closes_the_socket_and_frees_what_waited() {
        let line = line(2, 100);
        line.say("a".to_owned());
        line.say("b".to_owned());
        line.say("c".to_owned());
        line.say("d".to_owned());
        assert_eq!(drain(&line, 1), [Outgoing::Close(close::TOO_SLOW)]);
    }

    #[test]
    fn one_byte_over_the_size_closes_the_socket() {
        let fits = line(9, 10);
        fits.say("12345".to_owned());
        fits.say("67890".to_owned());
        assert_eq!(drain(&fits, 2).len(), 2);
        let over = line(9, 10);
        over.say("12345".to_owned());
        over.say("678901".to_owned());
        assert_eq!(drain(&over, 1), [Outgoing::Close(close::TOO_SLOW)]);
    }

    #[test]
    fn a_frame_above_the_size_can_be_sent_alone() {
        let line = line(9, 10);
        line.say("123456789012".to_owned());
        assert_eq!(drain(&line, 1), [Outgoing::Text("123456789012".to_owned())]);
        line.say("123456789012".to_owned());
        line.say("1".to_owned());
        assert_eq!(drain(&line, 1), [Outgoing::Close(close::TOO_SLOW)]);
    }

    #[test]
    fn an_answer_with_its_replay_counts_as_one_message() {
        let line = line(2, 10);
        let frames = ["j", "1", "2"].map(str::to_owned).to_vec();
        line.say_all(frames.clone());
        line.say("a".to_owned());
        assert_eq!(
            drain(&line, 2),
            [Outgoing::Texts(frames), Outgoing::Text("a".to_owned())]
        );
    }

    #[test]
    fn room_is_there_once_all_is_written() {
        let (line, session) = (
            line(9, 99),
            Arc::new(Address::new(Id::random(), [0; 32], "Test", 9)),
        );
        assert!(line.has_room(&session));
        line.say("a".to_owned());
        assert!(!line.has_room(&session));
        assert_eq!(drain(&line, 1), [Outgoing::Text("a".to_owned())]);
        // Taken, not written: the session is told when the writer asks for more.
        assert!(!line.has_room(&session));
        assert_eq!(line.outlet.next().now_or_never(), None);
        assert!(line.has_room(&session));
        assert_eq!(session.end().len(), 2);
    }

    #[test]
    fn another_views_frames_carry_its_index() {
        let line = Line {
            view: 3,
            ..line(9, 99)
        };
        line.say("[1,[]]".to_owned());
        assert_eq!(
            drain(&line, 1),
            [Outgoing::Text(r#"["v",3,[1,[]]]"#.to_owned())]
        );
    }
}
