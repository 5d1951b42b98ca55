//! What can happen to a session and what follows from it, as data. Decides nothing.

use super::id::Secret;
use crate::wire::decode::{EventFrame, RecoveredForm, Resync};

/// One socket's hold of the session. Whatever an earlier one says is too late.
pub type Attachment = u64;

/// Everything that can happen to a session.
#[derive(Debug)]
pub enum Input {
    /// A socket wants it.
    Attach(Box<Attach>),
    /// The client said something through this socket.
    Said(Attachment, Said),
    /// This socket is gone.
    Dropped(Attachment),
    /// A message for the view has arrived.
    Message,
    /// The socket has written what it had.
    Room,
    /// The time to wait for a client is over, or the place is needed.
    Expired,
    /// An event was handled.
    Handled(Outcome),
    /// A message was handled, or the view has something to say since it was mounted.
    Told(Outcome),
    /// The forms of a returning page were handled.
    Recovered(Outcome),
    /// The picture that was asked for.
    Rendered(Picture, Option<Rendering>),
    /// Rendering panicked.
    RenderFailed,
}

/// A socket that wants the session.
#[derive(Debug)]
pub struct Attach {
    /// Its number from now on.
    pub attachment: Attachment,
    /// Why it may.
    pub claim: Claim,
    /// The digest of what the client shows.
    pub digest: String,
    /// The last frame it has seen.
    pub last_sequence: u64,
    /// The last event it has numbered.
    pub last_reference: u64,
    /// What it shall prove its next return with.
    pub next_secret: Secret,
}

/// Why a socket may have a session.
#[derive(Debug)]
pub enum Claim {
    /// It shows the page this session rendered, or one that it was mounted anew for.
    Page {
        /// Whether that page has the same templates.
        build: Build,
        /// Forms the person has changed.
        forms: Forms,
    },
    /// It had the session before.
    Return {
        /// What proves it.
        secret: Secret,
        /// Forms the person has changed, for a session that has not had them.
        forms: Forms,
    },
}

/// The forms of a page whose view is mounted anew.
#[derive(Debug, Clone)]
pub enum Forms {
    /// The page has brought them along.
    Here(Vec<RecoveredForm<'static>>),
    /// The page has not been asked: its view has crashed under it. It brings them when it returns after the answer.
    ToCome,
}

/// Whether a standing page was made of the templates this session renders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Values fit it.
    Same,
    /// It has to be built anew.
    Other,
}

/// What a client says to a session.
#[derive(Debug)]
pub enum Said {
    /// Something happened.
    Event(EventFrame),
    /// An instance does not look as expected.
    Resync(Resync),
    /// Nothing, but that it is there.
    Here,
    /// It goes.
    Leave,
}

/// What became of a callback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It ran.
    Done,
    /// It ran and failed; the person may read this.
    Failed(Option<String>),
    /// What it was called with does not convert; it did not run.
    Invalid(String),
    /// There is no such callback.
    Unknown,
    /// It panicked or took too long: its state is worth nothing now.
    Crashed,
}

/// What can be rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// What has changed.
    Update,
    /// All values, for a standing page.
    Values,
    /// All values, for a page that has to be built.
    New,
    /// All values of one instance.
    Instance(Vec<u32>),
}

/// What was rendered, as text: a patch or `[alias, …values]`, and definitions or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendering {
    /// The instance it is of, where one was asked for.
    pub path: Vec<u32>,
    /// Whether the page has to be built anew from it, which no patch can say.
    pub whole: bool,
    /// The patch or the values; empty for no change.
    pub body: String,
    /// `[[alias, fingerprint, slots, tree], …]`, or empty.
    pub definitions: String,
    /// What the browser shall do once it shows it, or empty.
    pub effects: String,
}

/// What has to be done, in this order.
#[derive(Debug)]
pub enum Effect {
    /// Speak through the new socket from now on; close the former one, if there is one, as taken over.
    Welcome,
    /// Tell the new socket that it may not.
    Refuse,
    /// Say this.
    Send(String),
    /// Say these as one answer: a return and all it has missed.
    SendAll(Vec<String>),
    /// Say when everything has been written.
    AskRoom,
    /// Handle this event.
    Handle(EventFrame),
    /// Handle the next message.
    Tell,
    /// Handle these forms as changes.
    Recover(Vec<RecoveredForm<'static>>),
    /// Render this.
    Render(Picture),
    /// Close the socket with this code.
    Close(u16),
    /// Let go of the socket and wait for a client.
    Park(Parking),
    /// Tell the socket to mount the view anew.
    Crash(Crash),
    /// It is over.
    End,
}

/// How a session crashed, as far as the next one has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crash {
    /// The last event it counted.
    pub last_reference: u64,
    /// Whether the forms it was told did it: the next one is better not told.
    pub by_forms: bool,
}

/// What a session waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parking {
    /// The socket of the page it has rendered.
    Page,
    /// A client that was cut off.
    Dropped,
    /// A client that said goodbye.
    Left,
}
