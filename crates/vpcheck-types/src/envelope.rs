//! What the API puts around every answer.

use alloc::vec::Vec;
use core::fmt;

use crate::{Message, ResultInfo, ServiceResponse};

/// An answer of the API: a success with a result, or a failure.
///
/// It is generic over the result: [`SingleEnvelope`], [`CollectionEnvelope`] and [`DeleteEnvelope`] are those of the operations
/// on services. Members that are not known are ignored.
///
/// # Examples
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use vpcheck_types::DeleteEnvelope;
///
/// let answer = r#"{"result": null, "success": false, "errors": [{"code": 7003, "message": "No route for the URI"}], "messages": []}"#;
/// let envelope: DeleteEnvelope = serde_json::from_str(answer)?;
/// let failure = envelope.into_result().unwrap_err();
/// assert_eq!(failure.to_string(), "the API answered with an error: 7003 No route for the URI");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Envelope<T> {
    /// The request was carried out.
    Success(Success<T>),
    /// The request was refused.
    Failure(Failure),
}

/// The answer to a create, get or update.
pub type SingleEnvelope = Envelope<ServiceResponse>;

/// The answer to a list.
pub type CollectionEnvelope = Envelope<Vec<ServiceResponse>>;

/// The answer to a delete. It may have no content at all, which is for the caller to see: that is no envelope.
pub type DeleteEnvelope = Envelope<Nothing>;

impl<T> Envelope<T> {
    /// The result, which may be absent from a success, or the failure.
    ///
    /// # Errors
    ///
    /// Gives the failure where the request was refused.
    pub fn into_result(self) -> Result<Option<T>, Failure> {
        match self {
            Envelope::Success(success) => Ok(success.result),
            Envelope::Failure(failure) => Err(failure),
        }
    }

    /// The errors that are listed: of a success as well, where the API lists some.
    #[must_use]
    pub fn errors(&self) -> &[Message] {
        match self {
            Envelope::Success(success) => success.errors(),
            Envelope::Failure(failure) => failure.errors(),
        }
    }

    /// The notices.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        match self {
            Envelope::Success(success) => success.messages(),
            Envelope::Failure(failure) => failure.messages(),
        }
    }
}

impl<T> From<Success<T>> for Envelope<T> {
    fn from(success: Success<T>) -> Envelope<T> {
        Envelope::Success(success)
    }
}

impl<T> From<Failure> for Envelope<T> {
    fn from(failure: Failure) -> Envelope<T> {
        Envelope::Failure(failure)
    }
}

/// The answer to a request that was carried out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Success<T> {
    pub(crate) result: Option<T>,
    pub(crate) errors: Vec<Message>,
    pub(crate) messages: Vec<Message>,
    pub(crate) result_info: Option<ResultInfo>,
}

impl<T> Success<T> {
    /// A success without errors, notices or information about pages.
    #[must_use]
    pub fn new(result: Option<T>) -> Success<T> {
        Success { result, errors: Vec::new(), messages: Vec::new(), result_info: None }
    }

    /// The same with errors: the API may list some beside a result.
    #[must_use]
    pub fn with_errors(mut self, errors: Vec<Message>) -> Success<T> {
        self.errors = errors;
        self
    }

    /// The same with notices.
    #[must_use]
    pub fn with_messages(mut self, messages: Vec<Message>) -> Success<T> {
        self.messages = messages;
        self
    }

    /// The same with information about pages.
    #[must_use]
    pub fn with_result_info(mut self, result_info: ResultInfo) -> Success<T> {
        self.result_info = Some(result_info);
        self
    }

    /// What the operation gave. The API promises it for none.
    #[must_use]
    pub fn result(&self) -> Option<&T> {
        self.result.as_ref()
    }

    /// The errors that are listed.
    #[must_use]
    pub fn errors(&self) -> &[Message] {
        &self.errors
    }

    /// The notices.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Which page of a list it is. The API does not send it for services.
    #[must_use]
    pub fn result_info(&self) -> Option<&ResultInfo> {
        self.result_info.as_ref()
    }
}

/// The answer to a request that was refused. It has no result.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Failure {
    pub(crate) errors: Vec<Message>,
    pub(crate) messages: Vec<Message>,
}

impl Failure {
    /// A failure with these errors. There should be one at least, which the API does not promise.
    #[must_use]
    pub fn new(errors: Vec<Message>) -> Failure {
        Failure { errors, messages: Vec::new() }
    }

    /// The same with notices.
    #[must_use]
    pub fn with_messages(mut self, messages: Vec<Message>) -> Failure {
        self.messages = messages;
        self
    }

    /// What went wrong.
    #[must_use]
    pub fn errors(&self) -> &[Message] {
        &self.errors
    }

    /// The notices.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the API answered with an error")?;
        let mut separator = ": ";
        for error in &self.errors {
            write!(formatter, "{separator}{} {}", error.code(), Visible(error.message()))?;
            separator = "; ";
        }
        Ok(())
    }
}

impl core::error::Error for Failure {}

/// A text from elsewhere whose control characters are shown and do nothing.
struct Visible<'t>(&'t str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.split_inclusive(char::is_control).try_for_each(|piece| match piece.char_indices().next_back() {
            Some((start, control)) if control.is_control() => {
                formatter.write_str(piece.get(..start).unwrap_or_default())?;
                write!(formatter, "{}", control.escape_default())
            }
            _ => formatter.write_str(piece),
        })
    }
}

/// The result of an operation that gives none: whatever is there is not looked at.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Nothing;
