//! Names of Go things from names of JSON things.

use std::collections::BTreeSet;

use crate::export::words::words;

/// Words that Go writes in one case: the initialisms that its linters know, and those of networks.
const INITIALISMS: [&str; 48] = [
    "ACL", "API", "ASCII", "CA", "CIDR", "CPU", "CSS", "DB", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IO",
    "IP", "JSON", "JWT", "LHS", "MAC", "OS", "QPS", "RAM", "RHS", "RPC", "SLA", "SMTP", "SQL", "SSH", "SSL", "TCP",
    "TLS", "TTL", "UDP", "UI", "UID", "URI", "URL", "URN", "UTC", "UTF8", "UUID", "VM", "VPC", "XML", "XSRF", "XSS",
];

/// Names that a package cannot have: words of the language, and those that the `go` command treats apart.
const NO_PACKAGES: [&str; 30] = [
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "documentation",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "init",
    "interface",
    "internal",
    "main",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
    "vendor",
];

/// The name of an exported thing, such as `HTTPPort` for `http_port`. `fallback` begins a name that begins with a digit.
pub(super) fn exported(name: &str, fallback: &str) -> String {
    let mut result = String::new();
    for word in words(&name.replace("IPv", "Ipv")) {
        result.push_str(&in_case(&word));
    }
    if result.starts_with(|character: char| character.is_ascii_uppercase()) {
        result
    } else {
        format!("{fallback}{result}")
    }
}

/// A word as it stands in a name that is exported.
fn in_case(word: &str) -> String {
    let upper = word.to_ascii_uppercase();
    if INITIALISMS.contains(&upper.as_str()) {
        return upper;
    }
    match upper.strip_suffix('S') {
        Some(one) if INITIALISMS.contains(&one) => return format!("{one}s"),
        _ => {}
    }
    if let Some(version @ ("4" | "6")) = upper.strip_prefix("IPV") {
        return format!("IPv{version}");
    }
    let mut characters = word.chars();
    characters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(characters).collect()
}

/// The name of a package: `servicerequest` for `service-request`.
pub(super) fn package(stem: &str) -> String {
    let name: String =
        stem.chars().filter(char::is_ascii_alphanumeric).map(|character| character.to_ascii_lowercase()).collect();
    if NO_PACKAGES.contains(&name.as_str()) || !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        format!("schema{name}")
    } else {
        name
    }
}

/// Hands out names that are not taken yet.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// A namer that does not hand out these.
    pub(super) fn without(taken: &[&str]) -> Names {
        Names { taken: taken.iter().map(ToString::to_string).collect() }
    }

    /// The name, or the name with the first number from 2 that is free.
    pub(super) fn unique(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 2_usize;
        while !self.taken.insert(name.clone()) {
            name = format!("{wanted}_{number}");
            number += 1;
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_go() {
        for (name, expected) in [
            ("http_port", "HTTPPort"),
            ("HttpServiceRequest", "HTTPServiceRequest"),
            ("Ipv4Host", "IPv4Host"),
            ("IPv6 host", "IPv6Host"),
            ("resolver_ips", "ResolverIPs"),
            ("tunnelId", "TunnelID"),
            ("documentation_url", "DocumentationURL"),
            ("verify_ca", "VerifyCA"),
            ("3d", "Field3d"),
            ("", "Field"),
            ("$ref", "Ref"),
            ("größe", "GrUf6UdfE"),
            ("-1", "Minus1"),
            ("type", "Type"),
        ] {
            assert_eq!(exported(name, "Field"), expected, "{name:?}");
        }
    }

    #[test]
    fn packages_are_called_after_their_schema() {
        for (stem, expected) in [
            ("service-request", "servicerequest"),
            ("openapi-3.1", "openapi31"),
            ("package", "schemapackage"),
            ("3d", "schema3d"),
            ("ü", "schema"),
        ] {
            assert_eq!(package(stem), expected, "{stem:?}");
        }
    }

    #[test]
    fn names_are_handed_out_once() {
        let mut names = Names::without(&["Validate"]);
        let given = ["Validate", "A", "A", "A"].map(|name| names.unique(name));
        assert_eq!(given, ["Validate_2", "A", "A_2", "A_3"]);
    }
}
