//! The first thing a page says on its socket. Proves nothing yet: the token in it is still sealed.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

use super::frame::{Number, OptionalText, end, next};
use crate::wire::Bounds;
use crate::wire::payload::{Data, Payload, PayloadError, Text};

/// The version of the protocol that this server speaks.
pub(super) const VERSION: u64 = 1;

/// A page wants its session.
#[derive(Debug)]
pub struct Join<'a> {
    /// The protocol the client speaks.
    pub version: u64,
    /// The sealed token of the page.
    pub token: Cow<'a, str>,
    /// What the last join gave it to return with.
    pub secret: Option<Cow<'a, str>>,
    /// The digest of what it shows.
    pub digest: Cow<'a, str>,
    /// The last frame it has seen.
    pub last_sequence: u64,
    /// The last event it has numbered and had answered.
    pub last_reference: u64,
    /// Forms that the person has changed, to be told to a view that is mounted anew.
    pub forms: Vec<RecoveredForm<'a>>,
    /// Where the browser stands.
    pub url: Cow<'a, str>,
    /// The browser's time zone.
    pub timezone: Cow<'a, str>,
    /// The browser's language.
    pub language: Cow<'a, str>,
}

/// A form as the person left it: `[id | index, event, fields, arguments?, values?]`.
#[derive(Debug, Clone, Default)]
pub struct RecoveredForm<'a> {
    /// The event that the form's changes call.
    pub event: Cow<'a, str>,
    /// Its fields, in order.
    pub fields: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// The call arguments of its binding: an array.
    pub arguments: Option<Box<RawValue>>,
    /// Its `dj-value-*`.
    pub data: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> Join<'a> {
    pub(super) fn read<A: SeqAccess<'a>>(items: &mut A, bounds: Bounds) -> Result<Self, A::Error> {
        let Number(version) = next(items)?;
        let Text(token) = next(items)?;
        let OptionalText(secret) = next(items)?;
        let OptionalText(digest) = next(items)?;
        let (Number(last_sequence), Number(last_reference)) = (next(items)?, next(items)?);
        let forms = items.next_element_seed(Forms(bounds))?.unwrap_or_default();
        let mut text = || {
            Ok(items
                .next_element()?
                .map_or(Cow::Borrowed(""), |OptionalText(text)| {
                    text.unwrap_or_default()
                }))
        };
        let (url, timezone, language) = (text()?, text()?, text()?);
        let digest = digest.unwrap_or_default();
        Ok(Self {
            version,
            token,
            secret,
            digest,
            last_sequence,
            last_reference,
            forms,
            url,
            timezone,
            language,
        })
    }
}

impl<'a> RecoveredForm<'a> {
    /// The form, for longer than its message.
    #[must_use]
    pub fn into_owned(self) -> RecoveredForm<'static> {
        let owned = |pairs: Vec<(Cow<'_, str>, Cow<'_, str>)>| {
            let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
            let pairs = pairs.into_iter();
            pairs
                .map(|(name, value)| (owned(name), owned(value)))
                .collect()
        };
        RecoveredForm {
            event: self.event.into_owned().into(),
            fields: owned(self.fields),
            arguments: self.arguments,
            data: owned(self.data),
        }
    }

    /// What its change event carries.
    ///
    /// # Errors
    /// When it is larger than an event may be, or not of its shape.
    pub fn payload(&self, bounds: Bounds) -> Result<Payload<'_>, PayloadError> {
        Payload::of_form(&self.fields, self.arguments.as_deref(), &self.data, bounds)
    }
}

/// An array of forms within these bounds, or 0 where there is none.
struct Forms(Bounds);

impl<'de> DeserializeSeed<'de> for Forms {
    type Value = Vec<RecoveredForm<'de>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Forms {
    type Value = Vec<RecoveredForm<'de>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("forms")
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Self::Value, E> {
        if number == 0 {
            Ok(Vec::new())
        } else {
            Err(E::custom("forms are an array or 0"))
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut forms: Vec<RecoveredForm<'de>> = Vec::new();
        let mut fields = 0;
        // Each may cost a call of the view before its page shows anything.
        while forms.len() < self.0.forms
            && let Some(form) = items.next_element::<RecoveredForm<'_>>()?
        {
            fields += form.fields.len() + form.data.len() + 1;
            if fields > self.0.keys {
                return Err(A::Error::custom("too many fields"));
            }
            forms.push(form);
        }
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(forms)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for RecoveredForm<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(FormVisitor)
    }
}

struct FormVisitor;

impl<'de> Visitor<'de> for FormVisitor {
    type Value = RecoveredForm<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a form")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        // The form's id or index matters to the client alone.
        let _: FormName = next(&mut items)?;
        let Text(event) = next(&mut items)?;
        let pairs: Vec<(Text<'_>, Text<'_>)> = next(&mut items)?;
        let arguments: Option<Box<RawValue>> = items.next_element()?;
        let data = items
            .next_element()?
            .map_or_else(Vec::new, |Data(data)| data);
        end(&mut items)?;
        let fields = pairs
            .into_iter()
            .map(|(name, value)| (name.0, value.0))
            .collect();
        Ok(RecoveredForm {
            event,
            fields,
            arguments,
            data,
        })
    }
}

struct FormName;

impl<'de> Deserialize<'de> for FormName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FormNameVisitor)
    }
}

struct FormNameVisitor;

impl Visitor<'_> for FormNameVisitor {
    type Value = FormName;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a form's id or index")
    }

    fn visit_u64<E>(self, _: u64) -> Result<FormName, E> {
        Ok(FormName)
    }

    fn visit_str<E>(self, _: &str) -> Result<FormName, E> {
        Ok(FormName)
    }
}
