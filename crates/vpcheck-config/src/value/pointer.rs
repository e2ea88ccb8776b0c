//! A JSON Pointer.

use schemars::json_schema;
use vpcheck_syntax::Node;
use vpcheck_syntax::escape::shorten;

use super::json_schema_of;
use crate::read::{Read, Reader, subject};

/// A JSON Pointer (RFC 6901).
#[derive(Clone, Debug, Default)]
pub(crate) struct Pointer(pub(crate) String);

impl Read for Pointer {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Pointer> {
        let text = reader.text(node)?;
        let has_bad_escape = text.split('~').skip(1).any(|after| !after.starts_with(['0', '1']));
        if has_bad_escape || !(text.is_empty() || text.starts_with('/')) {
            let message = format!(
                "{} is \"{}\", and a JSON Pointer is empty or starts with `/`, with `~0` for `~` and `~1` for `/` in a name",
                subject(node),
                shorten(text)
            );
            reader.refuse(node, message);
            return None;
        }
        Some(Pointer(text.to_owned()))
    }
}

json_schema_of!(
    Pointer,
    json_schema!({ "type": "string", "format": "json-pointer", "pattern": "^(/([^~/]|~[01])*)*$", "examples": ["/http_port"] })
);
