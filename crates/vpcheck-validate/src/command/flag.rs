//! The options of wrangler.

use crate::near::{Likeness, nearest};

/// What a command says about the service, each by an option or by a word of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Flag {
    ServiceId,
    Name,
    Type,
    TcpPort,
    AppProtocol,
    HttpPort,
    HttpsPort,
    Ipv4,
    Ipv6,
    Hostname,
    ResolverIps,
    TunnelId,
    CertVerificationMode,
}

/// Each flag with its option and the JSON Pointer of the member that it becomes.
const FLAGS: [(Flag, &str, &str); 13] = [
    (Flag::Name, "--name", "/name"),
    (Flag::Type, "--type", "/type"),
    (Flag::TcpPort, "--tcp-port", "/tcp_port"),
    (Flag::HttpPort, "--http-port", "/http_port"),
    (Flag::HttpsPort, "--https-port", "/https_port"),
    (Flag::AppProtocol, "--app-protocol", "/app_protocol"),
    (Flag::Ipv4, "--ipv4", "/host/ipv4"),
    (Flag::Ipv6, "--ipv6", "/host/ipv6"),
    (Flag::Hostname, "--hostname", "/host/hostname"),
    (Flag::ResolverIps, "--resolver-ips", "/host/resolver_network/resolver_ips"),
    (Flag::TunnelId, "--tunnel-id", "/host/network/tunnel_id"),
    (Flag::CertVerificationMode, "--cert-verification-mode", "/tls_settings/cert_verification_mode"),
    (Flag::ServiceId, "--service-id", ""),
];

/// What an option of the command line takes after it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Takes {
    /// Nothing, or `true` or `false`.
    Boolean,
    /// A value, which has to be there.
    Value,
    /// All words up to the next option.
    Values,
}

/// The options that each command of wrangler has.
const GLOBAL: [(&str, Takes); 7] = [
    ("--config", Takes::Value),
    ("--cwd", Takes::Value),
    ("--env", Takes::Value),
    ("--env-file", Takes::Values),
    ("--profile", Takes::Value),
    ("--install-skills", Takes::Boolean),
    ("--experimental-provision", Takes::Boolean),
];

/// Options about the service that the published contract has no member for: a value has to be there, and is not judged.
const UNJUDGED: [&str; 2] = ["--certificate-authority", "--client-certificate"];

/// What an option is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Known {
    Flag(Flag),
    Global(Takes),
    /// Nothing is sent.
    Help,
}

impl Flag {
    /// The option, such as `--tcp-port`.
    pub(super) fn option(self) -> &'static str {
        self.entry().1
    }

    /// JSON Pointer of the member in the request.
    pub(super) fn pointer(self) -> &'static str {
        self.entry().2
    }

    /// Whether its value is read as a number.
    pub(super) fn is_number(self) -> bool {
        matches!(self, Flag::TcpPort | Flag::HttpPort | Flag::HttpsPort)
    }

    fn entry(self) -> (Flag, &'static str, &'static str) {
        FLAGS.into_iter().find(|(flag, ..)| *flag == self).unwrap_or((self, "", ""))
    }

    /// The flag whose option looks as if it was meant by one that does not exist; it is none of those that are there.
    pub(super) fn near(option: &str, is_given: impl Fn(Flag) -> bool) -> Option<(Flag, Likeness)> {
        let free: Vec<_> =
            FLAGS.into_iter().filter(|(flag, ..)| *flag != Flag::ServiceId && !is_given(*flag)).collect();
        let (near, likeness) = nearest(option, free.iter().map(|(_, option, _)| *option))?;
        free.iter().find(|(_, option, _)| *option == near).map(|(flag, ..)| (*flag, likeness))
    }
}

impl Known {
    /// The option of this name, which starts with its dashes; also in the spelling of a variable of JavaScript, as wrangler takes it.
    pub(super) fn of(option: &str) -> Option<Known> {
        match option {
            "--help" | "-h" | "--version" | "-v" => return Some(Known::Help),
            "-c" | "-e" => return Some(Known::Global(Takes::Value)),
            _ => {}
        }
        let flag = FLAGS.into_iter().find(|(_, name, _)| is_spelling(option, name)).map(|(flag, ..)| Known::Flag(flag));
        let global =
            || GLOBAL.into_iter().find(|(name, _)| is_spelling(option, name)).map(|(_, takes)| Known::Global(takes));
        let is_unjudged = || UNJUDGED.into_iter().any(|name| is_spelling(option, name));
        // They come and go with versions of wrangler.
        let is_experiment = || ["--experimental-", "--x-", "--no-"].iter().any(|start| option.starts_with(start));
        let global = || global().or_else(|| is_unjudged().then_some(Known::Global(Takes::Value)));
        flag.or_else(global).or_else(|| is_experiment().then_some(Known::Global(Takes::Boolean)))
    }
}

/// Whether an option is written `--tcp-port` or `--tcpPort`.
fn is_spelling(option: &str, name: &str) -> bool {
    if option == name {
        return true;
    }
    let mut option = option.chars();
    let mut is_start = false;
    let is_same = name.char_indices().all(|(index, character)| {
        if index > 2 && character == '-' {
            is_start = true;
            return true;
        }
        let wanted = if std::mem::take(&mut is_start) { character.to_ascii_uppercase() } else { character };
        option.next() == Some(wanted)
    });
    is_same && option.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_have_two_spellings() {
        for (flag, option, _) in FLAGS {
            assert_eq!(Known::of(option), Some(Known::Flag(flag)), "{option}");
        }
        for (option, known) in [
            ("--tcpPort", Some(Known::Flag(Flag::TcpPort))),
            ("--certVerificationMode", Some(Known::Flag(Flag::CertVerificationMode))),
            ("--envFile", Some(Known::Global(Takes::Values))),
            ("-c", Some(Known::Global(Takes::Value))),
            ("--certificate-authority", Some(Known::Global(Takes::Value))),
            ("--clientCertificate", Some(Known::Global(Takes::Value))),
            ("--x-provision", Some(Known::Global(Takes::Boolean))),
            ("--no-install-skills", Some(Known::Global(Takes::Boolean))),
            ("-h", Some(Known::Help)),
            ("--tcp_port", None),
            ("--tcpport", None),
            ("--tcp-Port", None),
            ("--TcpPort", None),
            ("--tcp", None),
            ("-t", None),
            ("--", None),
        ] {
            assert_eq!(Known::of(option), known, "{option}");
        }
    }
}
