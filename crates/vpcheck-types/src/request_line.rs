//! Method and path of each operation of the API.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Write as _};

use crate::{AccountId, ListQuery, ServiceId};

/// Method and path of a request to the API.
///
/// There is one function for each operation. Ids and values are percent-encoded, so that nothing has to be put together by hand.
///
/// # Examples
///
/// ```
/// use vpcheck_types::{AccountId, Method, RequestLine, ServiceId};
///
/// let account: AccountId = "023e105f4ecef8ad9ca31a8372d0c353".parse()?;
/// let service: ServiceId = "550e8400-e29b-41d4-a716-446655440000".parse()?;
///
/// let line = RequestLine::update(&account, service);
/// assert_eq!(line.method(), Method::Put);
/// assert_eq!(
///     line.to_string(),
///     "PUT /accounts/023e105f4ecef8ad9ca31a8372d0c353/connectivity/directory/services/550e8400-e29b-41d4-a716-446655440000",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct RequestLine {
    method: Method,
    /// Path and query: the first `?` is where the query begins, since one in the path is encoded.
    target: String,
}

impl RequestLine {
    /// Where the paths of the API begin.
    pub const BASE_URL: &str = "https://api.cloudflare.com/client/v4";

    /// The operation that creates a service, which is the body.
    #[must_use]
    pub fn create(account: &AccountId) -> RequestLine {
        RequestLine { method: Method::Post, target: services(account) }
    }

    /// The operation that answers one service.
    #[must_use]
    pub fn get(account: &AccountId, service: ServiceId) -> RequestLine {
        RequestLine { method: Method::Get, target: one_service(account, service) }
    }

    /// The operation that replaces a service by the body.
    #[must_use]
    pub fn update(account: &AccountId, service: ServiceId) -> RequestLine {
        RequestLine { method: Method::Put, target: one_service(account, service) }
    }

    /// The operation that deletes a service.
    #[must_use]
    pub fn delete(account: &AccountId, service: ServiceId) -> RequestLine {
        RequestLine { method: Method::Delete, target: one_service(account, service) }
    }

    /// The operation that lists services. What the query does not say is left to the API.
    #[must_use]
    pub fn list(account: &AccountId, query: &ListQuery) -> RequestLine {
        let mut target = services(account);
        let mut separator = '?';
        let mut parameter = |name: &str, value: Option<&dyn fmt::Display>| {
            if let Some(value) = value {
                target.push(separator);
                target.push_str(name);
                target.push('=');
                push_encoded(&mut target, &format!("{value}"));
                separator = '&';
            }
        };
        parameter("type", query.type_().as_ref().map(|value| value as _));
        parameter("page", query.page().as_ref().map(|value| value as _));
        parameter("per_page", query.per_page().as_ref().map(|value| value as _));
        RequestLine { method: Method::Get, target }
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// The path, without the query. It comes after [`BASE_URL`](RequestLine::BASE_URL).
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(self.target.as_str(), |(path, _)| path)
    }

    /// The query, without the `?`.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.target.split_once('?').map(|(_, query)| query)
    }

    /// The path and the query.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// The whole address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}{}", RequestLine::BASE_URL, self.target)
    }
}

impl fmt::Display for RequestLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.method, self.target)
    }
}

/// The method of a request.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Method {
    /// Answers one service or a list of them.
    Get,
    /// Creates a service.
    Post,
    /// Replaces a service.
    Put,
    /// Deletes a service.
    Delete,
}

impl Method {
    /// The name as it is sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

fn services(account: &AccountId) -> String {
    let mut path = String::from("/accounts/");
    push_encoded(&mut path, account.as_str());
    path.push_str("/connectivity/directory/services");
    path
}

fn one_service(account: &AccountId, service: ServiceId) -> String {
    // A UUID has no character that would have to be encoded.
    format!("{}/{service}", services(account))
}

/// Appends a text whose every byte that is not unreserved (RFC 3986 section 2.3) is percent-encoded.
fn push_encoded(target: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            target.push(char::from(byte));
        } else {
            write!(target, "%{byte:02X}").expect("a String takes everything");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use super::{Method, RequestLine};
    use crate::{AccountId, ListQuery, ServiceId};

    const SERVICE: &str = "550e8400-e29b-41d4-a716-446655440000";

    fn account() -> AccountId {
        "023e105f4ecef8ad9ca31a8372d0c353".parse().expect("an account id")
    }

    #[test]
    fn names_every_operation() {
        let service: ServiceId = SERVICE.to_uppercase().parse().expect("a service id");
        let services = "/accounts/023e105f4ecef8ad9ca31a8372d0c353/connectivity/directory/services";
        let one = std::format!("{services}/{SERVICE}");
        for (line, method, path) in [
            (RequestLine::create(&account()), Method::Post, services),
            (RequestLine::list(&account(), &ListQuery::default()), Method::Get, services),
            (RequestLine::get(&account(), service), Method::Get, &one),
            (RequestLine::update(&account(), service), Method::Put, &one),
            (RequestLine::delete(&account(), service), Method::Delete, &one),
        ] {
            assert_eq!((line.method(), line.path(), line.query(), line.target()), (method, path, None, path));
            assert_eq!(line.to_string(), std::format!("{} {path}", method.as_str()));
            assert_eq!(line.url(), std::format!("https://api.cloudflare.com/client/v4{path}"));
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn asks_for_what_the_query_says() {
        for (query, expected) in [
            ("{}", None),
            (r#"{"type": null}"#, None),
            (r#"{"type": "tcp"}"#, Some("type=tcp")),
            (r#"{"page": 2}"#, Some("page=2")),
            (r#"{"per_page": 50, "type": "http"}"#, Some("type=http&per_page=50")),
            (r#"{"per_page": 1000, "page": 1, "type": "http"}"#, Some("type=http&page=1&per_page=1000")),
        ] {
            let line = RequestLine::list(&account(), &serde_json::from_str(query).expect(query));
            assert_eq!(line.query(), expected);
            assert_eq!(line.target().len(), line.path().len() + expected.map_or(0, |query| query.len() + 1));
        }
    }

    #[test]
    fn encodes_what_is_not_unreserved() {
        for (id, encoded) in [
            ("-._~aZ09", "-._~aZ09"),
            ("a/b?c#d", "a%2Fb%3Fc%23d"),
            ("../x", "..%2Fx"),
            (" %+&=", "%20%25%2B%26%3D"),
            ("é\r\n", "%C3%A9%0D%0A"),
        ] {
            let line = RequestLine::create(&id.parse().expect(id));
            assert_eq!(line.path(), std::format!("/accounts/{encoded}/connectivity/directory/services"));
            assert_eq!(line.query(), None);
        }
    }
}
