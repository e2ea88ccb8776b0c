//! What would be sent for a service, and what the API makes of it.

use serde_json::Value as Json;
use vpcheck_syntax::{Kind, Node, Value};

use crate::generated::service::SERVICE_REQUEST;
use crate::recognise::terraform::KNOWN;
use crate::schema::{Member, Schema};
use crate::view::{ServiceView, Variant};

/// What would be sent for a service, and what the API makes of it.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Effective, Source};
///
/// let text = r#"{
///   "type": "http", "name": "web", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9", "https_port": null,
///   "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}
/// }"#;
/// let source = Source::json("web.json", text.as_bytes());
/// let parsed = vpcheck_syntax::parse(&source);
/// let effective = Effective::of(parsed.tree().expect("it is JSON").root());
/// assert_eq!(
///     effective.request,
///     r#"{"host":{"ipv4":"10.0.0.1","network":{"tunnel_id":"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}},"name":"web","type":"http"}"#,
/// );
/// assert_eq!(effective.ignored[0].pointer, "/service_id");
/// assert_eq!(effective.defaults[0].member, "http_port");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Effective {
    /// The body of the request in canonical JSON (RFC 8785): members sorted, no white space, and nothing in it that the API ignores.
    ///
    /// A value that only a run of another program can tell stands as `${…}`, with its text as it is written.
    pub request: String,
    /// What the API takes for members that are left out.
    pub defaults: Vec<ApiDefault>,
    /// Members that are there and that the API ignores, in the order of the text. What Terraform reads and does not send is none of them.
    pub ignored: Vec<Ignored>,
}

/// What the API takes for a member that is left out.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ApiDefault {
    /// The member, with the names of those that it is in: `tls_settings.cert_verification_mode`.
    pub member: &'static str,
    /// What the API takes, and why.
    pub meaning: &'static str,
}

/// A member that the API ignores.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Ignored {
    /// JSON Pointer of it within the file.
    pub pointer: String,
    /// Why it is ignored.
    pub reason: &'static str,
}

impl Effective {
    /// What would be sent for the body of a request, which may be malformed in any way: what is wrong is sent as it is.
    #[must_use]
    pub fn of(service: Node<'_>) -> Effective {
        let mut effective = Effective { request: String::new(), defaults: defaults(service), ignored: Vec::new() };
        effective.write(&[&SERVICE_REQUEST], service);
        effective
    }

    /// Writes a value. The calls are as deep as the schema is, since what it does not know is left out or a leaf.
    fn write(&mut self, schemas: &[&'static Schema], node: Node<'_>) {
        match node.value() {
            Value::Null => self.request.push_str("null"),
            Value::Boolean(value) => self.request.push_str(if value { "true" } else { "false" }),
            Value::Number(number) => match number.as_i64() {
                Some(whole) => self.request.push_str(&whole.to_string()),
                None => self.request.push_str(number.text()),
            },
            Value::String(text) | Value::DateTime(text) => self.string(text),
            Value::Unknown => self.string(&format!("${{{}}}", node.text())),
            Value::Array(items) => {
                let schemas: Vec<&'static Schema> =
                    shapes(schemas).into_iter().filter_map(|shape| Some(shape.items?.schema)).collect();
                self.request.push('[');
                for (index, item) in items.enumerate() {
                    if index > 0 {
                        self.request.push(',');
                    }
                    self.write(&schemas, item);
                }
                self.request.push(']');
            }
            Value::Object(_) => self.object(&shapes(schemas), node),
        }
    }

    fn object(&mut self, shapes: &[&'static Schema], node: Node<'_>) {
        let mut members: Vec<(&str, Node<'_>, Vec<&'static Schema>)> = Vec::new();
        for member in node.members().filter(|member| member.value.kind() != Kind::Null) {
            let known: Vec<&'static Member> =
                shapes.iter().filter_map(|shape| Some(shape.member(member.name)?.1)).collect();
            let reason = if known.is_empty() && node.tree().syntax().is_terraform() && KNOWN.contains(&member.name) {
                // Terraform reads it and does not send it.
                continue;
            } else if known.is_empty() {
                "there is no such member"
            } else if known.iter().any(|member| member.read_only) {
                "the API sets it"
            } else {
                let schemas = known.iter().map(|member| member.slot.schema).filter(|schema| !schema.is_refusal());
                members.push((member.name, member.value, schemas.collect()));
                continue;
            };
            self.ignored.push(Ignored { pointer: member.value.pointer(), reason });
        }
        // All names that are known are ASCII, so that the order of bytes is the one of RFC 8785.
        members.sort_by_key(|(name, ..)| *name);
        members.dedup_by_key(|(name, ..)| *name);
        self.request.push('{');
        for (index, (name, value, schemas)) in members.into_iter().enumerate() {
            if index > 0 {
                self.request.push(',');
            }
            self.string(name);
            self.request.push(':');
            self.write(&schemas, value);
        }
        self.request.push('}');
    }

    fn string(&mut self, text: &str) {
        self.request.push_str(&Json::from(text).to_string());
    }
}

/// The schemas that a value may be of: themselves, and the arms of their unions.
fn shapes(schemas: &[&'static Schema]) -> Vec<&'static Schema> {
    let mut shapes = schemas.to_vec();
    let mut next = 0;
    while let Some(schema) = shapes.get(next) {
        shapes.extend(schema.union.into_iter().flat_map(|union| union.arms).map(|arm| arm.schema));
        next += 1;
    }
    shapes
}

/// What the documentation of the API says of members that are left out.
fn defaults(service: Node<'_>) -> Vec<ApiDefault> {
    let service = ServiceView::new(service);
    let mut defaults = Vec::new();
    let mut add = |member, meaning| defaults.push(ApiDefault { member, meaning });
    if let Variant::Http(http) = service.variant {
        match (http.http_port.is_absent(), http.https_port.is_absent()) {
            (true, true) => {
                add("http_port", "80, since neither port is given");
                add("https_port", "443, since neither port is given");
            }
            (true, false) => add("http_port", "none: giving only `https_port` switches HTTP off"),
            (false, true) => add("https_port", "none: giving only `http_port` switches HTTPS off"),
            (false, false) => {}
        }
    }
    if service.tls_settings.is_absent() {
        add("tls_settings.cert_verification_mode", "verify_full: the certificate and its name are checked");
    }
    if let Some(network) = service.host.get().and_then(|host| host.value.resolver_network.get())
        && network.value.resolver_ips.is_absent()
    {
        add("host.resolver_network.resolver_ips", "the resolvers of the system that cloudflared runs on");
    }
    defaults
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::{Source, parse};

    use super::Effective;

    fn effective(text: &str) -> Effective {
        let source = Source::json("service.json", text.as_bytes());
        Effective::of(parse(&source).tree().expect("it is JSON").root())
    }

    #[test]
    fn a_request_is_what_the_api_reads() {
        for (text, request, ignored) in [
            ("{}", "{}", vec![]),
            ("[]", "[]", vec![]),
            ("[[]]", "[[]]", vec![]),
            (
                r#"{"b":1,"type":"http","$schema":"x","name":"\u00e9\n\u0001"}"#,
                "{\"name\":\"é\\n\\u0001\",\"type\":\"http\"}",
                vec!["/b", "/$schema"],
            ),
            (
                r#"{"type":"tcp","tcp_port":54.5e2,"http_port":null,"created_at":1}"#,
                r#"{"tcp_port":5450,"type":"tcp"}"#,
                vec!["/created_at"],
            ),
            (
                r#"{"host":{"resolver_network":{"x":{},"tunnel_id":"a","resolver_ips":["::1","10.0.0.1"]},"hostname":"b","ipv4":null}}"#,
                r#"{"host":{"hostname":"b","resolver_network":{"resolver_ips":["::1","10.0.0.1"],"tunnel_id":"a"}}}"#,
                vec!["/host/resolver_network/x"],
            ),
        ] {
            let effective = effective(text);
            assert_eq!(effective.request, request, "{text}");
            let pointers: Vec<_> = effective.ignored.iter().map(|ignored| ignored.pointer.as_str()).collect();
            assert_eq!(pointers, ignored, "{text}");
        }
    }

    #[test]
    fn what_is_left_out_has_a_meaning() {
        for (text, members) in [
            (r#"{"type":"http"}"#, vec!["http_port", "https_port", "tls_settings.cert_verification_mode"]),
            (
                r#"{"type":"http","http_port":80,"tls_settings":{"cert_verification_mode":"disabled"}}"#,
                vec!["https_port"],
            ),
            (r#"{"type":"http","http_port":80,"https_port":443,"tls_settings":{}}"#, vec![]),
            (
                r#"{"type":"tcp","host":{"hostname":"a","resolver_network":{"tunnel_id":"b"}}}"#,
                vec!["tls_settings.cert_verification_mode", "host.resolver_network.resolver_ips"],
            ),
        ] {
            let found: Vec<_> = effective(text).defaults.iter().map(|default| default.member).collect();
            assert_eq!(found, members, "{text}");
        }
    }
}
