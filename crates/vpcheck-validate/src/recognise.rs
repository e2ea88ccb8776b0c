//! Finds out what a document is from its content.

use vpcheck_syntax::{Kind, Node};

use crate::Operation;

/// What a document is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Recognised {
    /// One document of an operation.
    Document(Operation),
    /// An array or an object of services, each the body of a request.
    Services,
}

/// How many elements of an array or object are looked at: the others are what these are.
const LOOKED_AT: usize = 16;

/// Finds out what a document is; nothing where it is none of ours.
///
/// A service by itself is taken for the body of a request, also when it has the members that the API sets: that is what is
/// kept in files.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Operation, Recognised, Source, recognise};
///
/// let source = Source::json("web.json", br#"{"name": "web", "type": "http", "host": {}}"#.as_slice());
/// let parsed = vpcheck_syntax::parse(&source);
/// let root = parsed.tree().expect("the text is valid JSON").root();
/// assert_eq!(recognise(root), Some(Recognised::Document(Operation::Request)));
/// ```
#[must_use]
pub fn recognise(root: Node<'_>) -> Option<Recognised> {
    match root.kind() {
        Kind::Object => of_object(root).map(Recognised::Document).or_else(|| of_elements(root)),
        Kind::Array => of_elements(root),
        _ => None,
    }
}

fn of_object(root: Node<'_>) -> Option<Operation> {
    if is_wrangler(root) {
        Some(Operation::Wrangler)
    } else if is_service(root) {
        Some(Operation::Request)
    } else if has(root, &["success"]) && has(root, &["errors", "messages", "result"]) && is_envelope_of_services(root) {
        Some(Operation::Response)
    } else {
        None
    }
}

fn of_elements(root: Node<'_>) -> Option<Recognised> {
    let mut elements = root.elements().chain(root.members().map(|member| member.value)).take(LOOKED_AT).peekable();
    elements.peek()?;
    elements.all(is_service).then_some(Recognised::Services)
}

fn has(root: Node<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| root.get(name).is_some())
}

/// Bindings to private networks, however the list is spelled, or a configuration that could have some.
fn is_wrangler(root: Node<'_>) -> bool {
    let is_list = |name: &str| {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        ["vpcservice", "vpcservices", "vpcnetwork", "vpcnetworks"].iter().any(|list| list.eq_ignore_ascii_case(&plain))
    };
    let has_list = |node: Node<'_>| node.members().any(|member| member.name.len() < 32 && is_list(member.name));
    let environments =
        root.get("env").map(|member| member.value).into_iter().flat_map(|env| env.members().take(LOOKED_AT));
    has_list(root)
        || environments.map(|member| member.value).any(has_list)
        || has(root, &["compatibility_date", "pages_build_output_dir"])
        || (has(root, &["name"])
            && has(root, &["main"])
            && has(root, &["compatibility_flags", "env", "workers_dev", "assets"]))
}

/// A service: it has a member that little else has, or the three that each service has, if misspelled.
fn is_service(root: Node<'_>) -> bool {
    if root.kind() != Kind::Object {
        return false;
    }
    let is_known_type = root
        .get("type")
        .and_then(|member| member.value.as_str())
        .is_some_and(|text| ["http", "https", "tcp"].iter().any(|known| known.eq_ignore_ascii_case(text.trim())));
    let has_host = root.get("host").is_some_and(|member| {
        has(member.value, &["ipv4", "ipv6", "hostname", "network", "resolver_network"])
            || member.value.kind() == Kind::Null
    });
    let has_port = has(root, &["http_port", "https_port", "tcp_port", "app_protocol"]);
    let marks = [is_known_type, has_host, has_port, has(root, &["host"]) && has(root, &["name", "type"])];
    has_host || (has_port && has(root, &["name", "type", "host"])) || marks.iter().filter(|mark| **mark).count() >= 2
}

/// An envelope is everybody's at that company: it is ours where it has a service in it, or nothing.
fn is_envelope_of_services(root: Node<'_>) -> bool {
    let Some(result) = root.get("result").map(|member| member.value) else { return true };
    match result.kind() {
        Kind::Array => result.elements().take(LOOKED_AT).all(is_service),
        Kind::Object => is_service(result),
        _ => true,
    }
}
