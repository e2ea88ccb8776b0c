//! Names of files in a log.

use std::fmt::Write as _;
use std::path::MAIN_SEPARATOR;

use serde::Serialize;

use super::BASE;

/// Where a file is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

impl ArtifactLocation {
    /// The file of this name, which is a path: relative to the base, or absolute.
    pub(super) fn new(name: &str) -> ArtifactLocation {
        let path = encode(name.strip_prefix("./").unwrap_or(name));
        if path.starts_with('/') {
            ArtifactLocation { uri: format!("file://{path}"), uri_base_id: None }
        } else {
            ArtifactLocation { uri: path, uri_base_id: Some(BASE) }
        }
    }
}

/// A path in a URI: everything is encoded that could be something else than a part of a path.
fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte));
            }
            b'\\' if MAIN_SEPARATOR == '\\' => encoded.push('/'),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{ArtifactLocation, BASE};

    #[test]
    fn every_name_is_a_relative_or_an_absolute_uri() {
        let table = [
            ("services/web.json", "services/web.json", Some(BASE)),
            ("./web.json", "web.json", Some(BASE)),
            ("../a b.json", "../a%20b.json", Some(BASE)),
            ("<stdin>", "%3Cstdin%3E", Some(BASE)),
            ("javascript:alert(1)", "javascript%3Aalert%281%29", Some(BASE)),
            ("100%0A#?ü\n\u{202e}", "100%250A%23%3F%C3%BC%0A%E2%80%AE", Some(BASE)),
            ("/srv/web.json", "file:///srv/web.json", None),
            ("", "", Some(BASE)),
        ];
        for (name, uri, base) in table {
            let location = ArtifactLocation::new(name);
            assert_eq!((location.uri.as_str(), location.uri_base_id), (uri, base), "{name:?}");
        }
    }
}
