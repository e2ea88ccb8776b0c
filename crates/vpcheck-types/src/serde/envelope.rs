//! Envelopes: the members come in any order, and `success` decides at the end what they mean.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed as _, Error, MapAccess, Visitor};
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::generated::support::ignored::Ignored;
use crate::generated::support::known::Known;
use crate::generated::support::names::Names;
use crate::generated::support::slot::Slot;
use crate::{Envelope, Failure, Message, Nothing, ResultInfo, Success};

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Envelope<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Envelope<T>, D::Error> {
        deserializer.deserialize_map(EnvelopeVisitor(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Failure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Failure, D::Error> {
        match Envelope::<Nothing>::deserialize(deserializer)? {
            Envelope::Failure(failure) => Ok(failure),
            Envelope::Success(_) => Err(D::Error::custom("`success` is true, and that of a failure is false")),
        }
    }
}

struct EnvelopeVisitor<T>(PhantomData<T>);

#[derive(Clone, Copy)]
enum Member {
    Success,
    Errors,
    Messages,
    Result,
    ResultInfo,
}

impl Known for Member {
    fn find(name: &str) -> Option<Member> {
        Some(match name {
            "success" => Member::Success,
            "errors" => Member::Errors,
            "messages" => Member::Messages,
            "result" => Member::Result,
            "result_info" => Member::ResultInfo,
            _ => return None,
        })
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for EnvelopeVisitor<T> {
    type Value = Envelope<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an answer of the API, which is an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope<T>, A::Error> {
        let mut success: Slot<bool> = Slot::Absent;
        let mut errors: Slot<Vec<Message>> = Slot::Absent;
        let mut messages: Slot<Vec<Message>> = Slot::Absent;
        let mut result: Slot<T> = Slot::Absent;
        let mut result_info: Slot<ResultInfo> = Slot::Absent;
        let mut names = Names::new();
        while let Some(name) = names.next::<_, Member>(&mut map)? {
            match name {
                Some(Member::Success) => success.read(&mut map, "success", PhantomData)?,
                Some(Member::Errors) => errors.read(&mut map, "errors", PhantomData)?,
                Some(Member::Messages) => messages.read(&mut map, "messages", PhantomData)?,
                Some(Member::Result) => result.read_or_null(&mut map, "result", PhantomData)?,
                Some(Member::ResultInfo) => result_info.read_or_null(&mut map, "result_info", PhantomData)?,
                None => map.next_value_seed(Ignored)?,
            }
        }
        let success = success.required("`success` is missing: an answer has it")?;
        let errors = errors.required("`errors` is missing: an answer has it, and it may be empty")?;
        let messages = messages.required("`messages` is missing: an answer has it, and it may be empty")?;
        if success {
            let (result, result_info) = (result.optional(), result_info.optional());
            Ok(Envelope::Success(Success { result, errors, messages, result_info }))
        } else {
            result.null_at_most("`result` has a value, and that of a failure is null")?;
            Ok(Envelope::Failure(Failure { errors, messages }))
        }
    }
}

impl<T: Serialize> Serialize for Envelope<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Envelope::Success(success) => success.serialize(serializer),
            Envelope::Failure(failure) => failure.serialize(serializer),
        }
    }
}

impl<T: Serialize> Serialize for Success<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = 4 + usize::from(self.result_info.is_some());
        let mut envelope = serializer.serialize_struct("Success", length)?;
        envelope.serialize_field("success", &true)?;
        envelope.serialize_field("errors", &self.errors)?;
        envelope.serialize_field("messages", &self.messages)?;
        envelope.serialize_field("result", &self.result)?;
        match &self.result_info {
            Some(result_info) => envelope.serialize_field("result_info", result_info)?,
            None => envelope.skip_field("result_info")?,
        }
        envelope.end()
    }
}

impl Serialize for Failure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut envelope = serializer.serialize_struct("Failure", 4)?;
        envelope.serialize_field("success", &false)?;
        envelope.serialize_field("errors", &self.errors)?;
        envelope.serialize_field("messages", &self.messages)?;
        envelope.serialize_field("result", &())?;
        envelope.end()
    }
}

/// It is written as `{}`: null would be read as an absent result.
impl Serialize for Nothing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_struct("Nothing", 0)?.end()
    }
}

impl<'de> Deserialize<'de> for Nothing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Nothing, D::Error> {
        Ignored.deserialize(deserializer).map(|()| Nothing)
    }
}
