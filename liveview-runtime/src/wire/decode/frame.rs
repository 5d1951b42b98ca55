//! The outermost arrow: a message to a frame and the view it is for. Reads no payload.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, SeqAccess, Visitor,
};
use serde_json::value::RawValue;
use thiserror::Error;

use super::join::Join;
use crate::wire::Bounds;
use crate::wire::payload::Text;

/// The largest whole number that JavaScript counts to.
const MAX_NUMBER: u64 = (1 << 53) - 1;
const TOO_SHORT: &str = "the frame is too short";

/// A message that is no frame of ours. Quotes nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// It is no JSON, or no array of the agreed shape.
    #[error("the message is no frame of the protocol")]
    Malformed,
    /// It is the join of this view, and no more can be read of it.
    #[error("the join of view {0} cannot be read")]
    Join(usize),
    /// It speaks another version of the protocol.
    #[error("the client speaks version {0} of the protocol")]
    Version(u64),
}

/// A frame and the view of the page it is for.
#[derive(Debug)]
pub struct Message<'a> {
    /// The index of the view's root in document order.
    pub view: usize,
    /// What is said to it.
    pub frame: ClientFrame<'a>,
}

/// What a client says to one view.
#[derive(Debug)]
pub enum ClientFrame<'a> {
    /// Something happened.
    Event(Event<'a>),
    /// A page wants its session.
    Join(Box<Join<'a>>),
    /// An instance does not look as the client expected.
    Resync(Resync),
    /// The client is there.
    Heartbeat,
    /// The client goes.
    Leave,
}

/// Something happened: a handler is called.
#[derive(Debug)]
pub struct Event<'a> {
    /// The event's number.
    pub reference: u64,
    /// The component it is for, or the view itself.
    pub component: Option<Cow<'a, str>>,
    /// The handler's name, as the client says it.
    pub name: Cow<'a, str>,
    /// The call arguments: an array, or 0.
    pub arguments: &'a RawValue,
    /// What the browser says besides.
    pub payload: Option<&'a RawValue>,
}

/// Asks for the values of one instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resync {
    /// The last frame the client has seen.
    pub sequence: u64,
    /// The instance: slots and rows from the view's root.
    pub path: Vec<u32>,
}

/// Reads one message within these bounds.
///
/// # Errors
/// When it is no frame of ours.
pub fn decode(text: &str, bounds: Bounds) -> Result<Message<'_>, DecodeError> {
    let frame = match read(text, bounds).map_err(|_| unread(0, text))? {
        Outer::Frame(frame) => {
            return Ok(Message {
                view: 0,
                frame: checked(frame)?,
            });
        }
        Outer::Addressed(view, frame) => (view, frame),
    };
    let (view, inner) = frame;
    // Only one address: a frame within is never addressed again.
    match read(inner.get(), bounds).map_err(|_| unread(view, inner.get()))? {
        Outer::Frame(frame) => Ok(Message {
            view,
            frame: checked(frame)?,
        }),
        Outer::Addressed(..) => Err(DecodeError::Malformed),
    }
}

fn read(text: &str, bounds: Bounds) -> serde_json::Result<Outer<'_>> {
    let mut json = serde_json::Deserializer::from_str(text);
    let outer = OuterSeed(bounds).deserialize(&mut json)?;
    json.end().map(|()| outer)
}

/// Joins are told from all else: they wait for an answer.
fn unread(view: usize, text: &str) -> DecodeError {
    if text.starts_with("[\"j\"") {
        DecodeError::Join(view)
    } else {
        DecodeError::Malformed
    }
}

fn checked(frame: ClientFrame<'_>) -> Result<ClientFrame<'_>, DecodeError> {
    match frame {
        ClientFrame::Join(join) if join.version != super::join::VERSION => {
            Err(DecodeError::Version(join.version))
        }
        frame => Ok(frame),
    }
}

enum Outer<'a> {
    Frame(ClientFrame<'a>),
    Addressed(usize, &'a RawValue),
}

struct OuterSeed(Bounds);

impl<'de> DeserializeSeed<'de> for OuterSeed {
    type Value = Outer<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for OuterSeed {
    type Value = Outer<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a frame")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let frame = match next(&mut items)? {
            Head::Number(reference) => ClientFrame::Event(event(reference, &mut items)?),
            Head::Letter(b'j') => ClientFrame::Join(Box::new(Join::read(&mut items, self.0)?)),
            Head::Letter(b'r') => {
                let Number(sequence) = next(&mut items)?;
                let path = items.next_element_seed(Path(self.0.path_steps))?;
                let path = path.ok_or_else(|| A::Error::custom(TOO_SHORT))?;
                ClientFrame::Resync(Resync { sequence, path })
            }
            Head::Letter(b'h') => ClientFrame::Heartbeat,
            Head::Letter(b'l') => ClientFrame::Leave,
            Head::Letter(b'v') => {
                let (Number(view), frame) = (next(&mut items)?, next(&mut items)?);
                end(&mut items)?;
                return Ok(Outer::Addressed(
                    usize::try_from(view).map_err(A::Error::custom)?,
                    frame,
                ));
            }
            Head::Letter(_) => return Err(A::Error::custom("no such frame")),
        };
        end(&mut items)?;
        Ok(Outer::Frame(frame))
    }
}

fn event<'de, A: SeqAccess<'de>>(reference: u64, items: &mut A) -> Result<Event<'de>, A::Error> {
    let OptionalText(component) = next(items)?;
    let Text(name) = next(items)?;
    let (arguments, payload) = (next(items)?, items.next_element()?);
    Ok(Event {
        reference,
        component,
        name,
        arguments,
        payload,
    })
}

/// The next item, which must be there.
pub(super) fn next<'de, A: SeqAccess<'de>, T: Deserialize<'de>>(
    items: &mut A,
) -> Result<T, A::Error> {
    items
        .next_element()?
        .ok_or_else(|| A::Error::custom(TOO_SHORT))
}

pub(super) fn end<'de, A: SeqAccess<'de>>(items: &mut A) -> Result<(), A::Error> {
    match items.next_element::<IgnoredAny>()? {
        None => Ok(()),
        Some(_) => Err(A::Error::custom("the frame is too long")),
    }
}

/// The first item of a frame.
enum Head {
    Number(u64),
    Letter(u8),
}

/// A whole number that both sides can count to.
pub(super) struct Number(pub(super) u64);

/// A text, or 0 where there is none.
pub(super) struct OptionalText<'a>(pub(super) Option<Cow<'a, str>>);

/// An array of at most so many steps.
struct Path(usize);

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_any(ScalarVisitor)? {
            Scalar::Number(number) => Ok(Self::Number(number)),
            Scalar::Text(text) => match text.as_bytes() {
                [letter] => Ok(Self::Letter(*letter)),
                _ => Err(D::Error::custom("no such frame")),
            },
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_u64(ScalarVisitor)? {
            Scalar::Number(number) => Ok(Self(number)),
            Scalar::Text(_) => Err(D::Error::custom("not a number")),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for OptionalText<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_any(ScalarVisitor)? {
            Scalar::Number(0) => Ok(Self(None)),
            Scalar::Number(_) => Err(D::Error::custom("neither a text nor 0")),
            Scalar::Text(text) => Ok(Self(Some(text))),
        }
    }
}

enum Scalar<'a> {
    Number(u64),
    Text(Cow<'a, str>),
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number or a text")
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Self::Value, E> {
        if number > MAX_NUMBER {
            return Err(E::custom("too large"));
        }
        Ok(Scalar::Number(number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Scalar::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Scalar::Text(Cow::Owned(text.to_owned())))
    }
}

impl<'de> DeserializeSeed<'de> for Path {
    type Value = Vec<u32>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Path {
    type Value = Vec<u32>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the path of an instance")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut path = Vec::new();
        while let Some(Number(step)) = items.next_element()? {
            if path.len() >= self.0 {
                return Err(A::Error::custom("the path is too long"));
            }
            path.push(u32::try_from(step).map_err(A::Error::custom)?);
        }
        Ok(path)
    }
}
