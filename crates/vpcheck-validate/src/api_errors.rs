//! Findings in the shape of the API's own errors.

use serde_core::Serialize;
use serde_core::ser::{SerializeStruct, Serializer};
use vpcheck_syntax::{Diagnostic, Severity};

use crate::Report;

/// An error in the shape in which the API answers its own.
///
/// It is written as `{"code": 5101, "message": "…", "source": {"pointer": "/http_port"}}`.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ApiError {
    /// [`ApiError::UNREADABLE`] or [`ApiError::INVALID`].
    pub code: u32,
    /// What is wrong and what is right.
    pub message: String,
    /// Which part of the request it is about.
    pub source: ApiErrorSource,
}

/// Which part of the request an [`ApiError`] is about.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ApiErrorSource {
    /// JSON Pointer into the request.
    pub pointer: String,
}

impl ApiError {
    /// The code of a request that cannot be read as a service: the text is no JSON, a member is missing or is of the wrong
    /// JSON type. The API was seen to answer a missing member so.
    pub const UNREADABLE: u32 = 5102;

    /// The code of a request that can be read and has a value that is not allowed. The API was seen to answer a name that is
    /// taken and a tunnel that does not exist so; for the values that are checked here it is our choice.
    pub const INVALID: u32 = 5101;

    fn new(diagnostic: &Diagnostic) -> ApiError {
        let code = match diagnostic.rule {
            "json-syntax"
            | "invalid-utf8"
            | "lone-surrogate"
            | "number-out-of-range"
            | "duplicate-member"
            | "depth-limit"
            | "size-limit"
            | "missing-member"
            | "wrong-type"
            | "number-spelling" => ApiError::UNREADABLE,
            _ => ApiError::INVALID,
        };
        let source = ApiErrorSource { pointer: diagnostic.pointer.clone() };
        ApiError { code, message: diagnostic.message.clone(), source }
    }
}

impl Report {
    /// The errors in the shape of the API's own `errors`, without warnings.
    ///
    /// A test double or a proxy can put them into a failure envelope. The code is [`ApiError::UNREADABLE`] or
    /// [`ApiError::INVALID`].
    ///
    /// # Examples
    ///
    /// ```
    /// use vpcheck_validate::{Operation, Source, check};
    ///
    /// let report = check(&Source::json("web.json", br#"{"type": "http", "host": {}, "name": ""}"#.as_slice()), Operation::Request);
    /// let errors = serde_json::to_string(&report.to_api_errors()[1])?;
    /// assert_eq!(
    ///     errors,
    ///     r#"{"code":5101,"message":"`name` is empty, and a service name has at least 1 character","source":{"pointer":"/name"}}"#,
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_api_errors(&self) -> Vec<ApiError> {
        let diagnostics = self.findings().iter().map(|finding| &finding.diagnostic);
        diagnostics.filter(|diagnostic| diagnostic.severity == Severity::Error).map(ApiError::new).collect()
    }
}

impl Serialize for ApiError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("ApiError", 3)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("message", &self.message)?;
        fields.serialize_field("source", &self.source)?;
        fields.end()
    }
}

impl Serialize for ApiErrorSource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("ApiErrorSource", 1)?;
        fields.serialize_field("pointer", &self.pointer)?;
        fields.end()
    }
}
