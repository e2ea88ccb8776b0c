//! Documents of others that may hold what looks like ours.

use vpcheck_syntax::Node;

/// Whether a document says that it is another's: a manifest of Kubernetes, the description of an API or a JSON Schema. What looks
/// like a service in there is an example or belongs to them.
pub(super) fn is_foreign(root: Node<'_>) -> bool {
    let (mut api_version, mut kind) = (false, false);
    for member in root.members() {
        match member.name {
            "openapi" | "swagger" | "asyncapi" | "$defs" => return true,
            "$schema" if member.value.as_str().is_some_and(|text| text.contains("json-schema.org")) => return true,
            "apiVersion" => api_version = true,
            "kind" => kind = true,
            _ => {}
        }
    }
    api_version && kind
}
