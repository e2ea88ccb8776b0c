//! Why a part of a text is taken for what it is.

use std::fmt;

use vpcheck_syntax::escape::shorten;

/// Why a part of a text is taken for what it is.
///
/// `Display` writes it for people, such as ``a service: it has `type` and `host` ``. A name that is in it comes from the text and is
/// not escaped.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reason(pub(crate) Why);

#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Why {
    /// Somebody said so.
    Said,
    /// A service, by two of its members.
    Service([&'static str; 2]),
    /// What stands among services.
    Neighbour,
    /// An answer with services.
    Envelope,
    /// An answer without any.
    EmptyEnvelope,
    /// A wrangler configuration, by one of its members.
    Wrangler(String),
    /// A Terraform resource of this type.
    Resource(&'static str),
    /// A binding in a Terraform resource of this type.
    Upload(&'static str),
    /// A command of wrangler.
    #[cfg(feature = "embedded")]
    Command,
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Why::Said => formatter.write_str("it was said what it is"),
            Why::Service([first, second]) if first == second => write!(formatter, "a service: it has `{first}`"),
            Why::Service([first, second]) => write!(formatter, "a service: it has `{first}` and `{second}`"),
            Why::Neighbour => formatter.write_str("a service: it stands among services"),
            Why::Envelope => formatter.write_str("an answer of the API: `result` holds services"),
            Why::EmptyEnvelope => {
                formatter.write_str("an answer of the API: it has `success`, `errors` and `messages`")
            }
            Why::Wrangler(name) => write!(formatter, "a wrangler configuration: it has `{}`", shorten(name)),
            Why::Resource(kind) => write!(formatter, "a Terraform resource: it is a `{kind}`"),
            #[cfg(feature = "embedded")]
            Why::Command => formatter.write_str("a command: it is `wrangler vpc service`"),
            Why::Upload(kind) => write!(formatter, "a binding of an uploaded Worker: it is in a `{kind}`"),
        }
    }
}
