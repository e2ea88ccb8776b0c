//! Makes the request of a command.

use std::collections::HashSet;

use vpcheck_syntax::{Diagnostic, Node, Span, TreeBuilder};

use super::arguments::{Arguments, Given, Value, ValueKind};
use super::flag::Flag;
use super::refusal::Report;
use super::{Body, hostname, number};
use crate::message;

/// Makes the request, and reports what wrangler refuses about it as a whole and what it leaves out.
pub(super) fn build<'t>(
    words: Node<'t>,
    arguments: &Arguments<'t>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Body<'t>> {
    let tree = words.tree();
    let report = Report { prefix: tree.prefix(), diagnostics };
    let builder = TreeBuilder::beside(tree);
    let mut request = Request { words, arguments, report, builder, replaceable: HashSet::new() };
    request.service();
    let Request { builder, replaceable, .. } = request;
    builder.finish().map(|tree| Body { tree, replaceable })
}

/// The type of a service, as far as it is known.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Type {
    Http,
    Tcp,
    /// It is not given, not known, or none that there is.
    Other,
}

struct Request<'t, 'r> {
    words: Node<'t>,
    arguments: &'r Arguments<'t>,
    report: Report<'r>,
    builder: TreeBuilder<'t>,
    replaceable: HashSet<Span>,
}

impl<'t> Request<'t, '_> {
    fn service(&mut self) {
        let arguments = self.arguments;
        let kind = match arguments.get(Flag::Type).and_then(|given| given.value.text()) {
            Some("http") => Type::Http,
            Some("tcp") => Type::Tcp,
            _ => Type::Other,
        };
        self.builder.begin_object(self.words.span());
        let mut is_complete = !arguments.is_open;
        if let Some(given) = arguments.get(Flag::Name) {
            self.member("name", given);
        } else {
            // Of a new service the missing name was told.
            if arguments.is_update && is_complete {
                self.report.missing(arguments, Flag::Name, "an update replaces the whole service");
            }
            is_complete = false;
        }
        if let Some(given) = arguments.get(Flag::Type) {
            self.member("type", given);
        } else {
            if is_complete || !arguments.is_open {
                self.report.missing(arguments, Flag::Type, "a service needs it").help =
                    Some("it is `http` or `tcp`".to_owned());
            }
            is_complete = false;
        }
        let split = arguments.get(Flag::Hostname).and_then(|given| self.split(given, kind));
        is_complete &= self.ports(kind, split.as_ref());
        self.host(kind, split.as_ref());
        if let Some(given) = arguments.get(Flag::CertVerificationMode) {
            let span = Span::new(given.option.start.min(given.value.span.start), given.value.span.end);
            self.builder.name(given.option, "tls_settings");
            self.builder.begin_object(span);
            self.member("cert_verification_mode", given);
            self.builder.end();
        }
        if !is_complete {
            self.builder.set_incomplete();
        }
        self.builder.end();
    }

    /// Takes a hostname apart, where wrangler does so.
    fn split(&mut self, given: &Given<'t>, kind: Type) -> Option<hostname::Parts<'t>> {
        let parts = hostname::split(given.value.text()?).filter(|_| kind == Type::Tcp)?;
        if parts.has_more {
            let message = format!(
                "`--hostname` has more than a host and a port, and only `{}:{}` is used",
                parts.host, parts.port
            );
            self.report.dropped(given, message).span = given.value.span;
        }
        Some(parts)
    }

    /// Adds the ports and what goes with them; whether none is missing.
    fn ports(&mut self, kind: Type, split: Option<&hostname::Parts<'t>>) -> bool {
        let arguments = self.arguments;
        let get = |flag| arguments.get(flag).copied().filter(|given| given.value.kind != ValueKind::Absent);
        let of_tcp: Vec<Given<'t>> = [Flag::TcpPort, Flag::AppProtocol].into_iter().filter_map(get).collect();
        let of_http: Vec<Given<'t>> = [Flag::HttpPort, Flag::HttpsPort].into_iter().filter_map(get).collect();
        let are_refused = !of_tcp.is_empty() && !of_http.is_empty();
        if are_refused {
            let of_both = of_tcp.iter().chain(&of_http).copied().collect();
            if let Some(found) = self.report.conflict(of_both) {
                found.message = found.message.replace(": keep one", "");
                found.help = Some("`--tcp-port` and `--app-protocol` are for TCP services, `--http-port` and `--https-port` for HTTP services".to_owned());
            }
        }
        match kind {
            Type::Http => {
                self.leave_out(&of_tcp, are_refused, "an HTTP service");
                for given in &of_http {
                    self.port(given);
                }
                true
            }
            Type::Tcp => {
                let has_port = self.tcp_port(split, &of_http);
                if let Some(given) = of_tcp.iter().find(|given| given.flag == Flag::AppProtocol) {
                    self.member("app_protocol", given);
                }
                if has_port {
                    self.leave_out(&of_http, are_refused, "a TCP service");
                }
                has_port
            }
            Type::Other => {
                for given in of_tcp.iter().chain(&of_http) {
                    self.port(given);
                }
                true
            }
        }
    }

    /// Adds the port of a TCP service; whether there is one.
    fn tcp_port(&mut self, split: Option<&hostname::Parts<'t>>, of_http: &[Given<'t>]) -> bool {
        let arguments = self.arguments;
        let given = arguments.get(Flag::TcpPort).filter(|given| given.value.kind != ValueKind::Absent);
        if let (Some(parts), Some(hostname)) = (split, arguments.get(Flag::Hostname)) {
            let (span, _) = self.writing(hostname.value).part(parts.port_start, parts.port_end);
            let number = given.map(|given| given.value.text().and_then(number::read));
            match (given, number) {
                (Some(given), Some(Some(number))) if number != "0" && number != parts.port.to_string() => {
                    let message = format!(
                        "`--hostname` has port {}, and `--tcp-port` is {number}: give the port once",
                        parts.port
                    );
                    let found =
                        self.report.error("conflicting-options", given.value.span, Flag::TcpPort.pointer(), message);
                    found.labels.push(message::label(span, "the other port is here"));
                    self.port(given);
                }
                (Some(given), Some(Some(number))) if number != "0" => self.port(given),
                _ => {
                    self.builder.name(span, "tcp_port");
                    self.builder.number(span, &parts.port.to_string());
                }
            }
            return true;
        }
        if let Some(given) = given {
            self.port(given);
            return true;
        }
        let is_told = arguments.get(Flag::TcpPort).is_some();
        // One that is not known may have a port in it.
        let may_be_in_hostname =
            arguments.get(Flag::Hostname).is_some_and(|given| given.value.kind == ValueKind::Unknown);
        if !is_told && !may_be_in_hostname && !arguments.is_open {
            let found = self.report.missing(arguments, Flag::TcpPort, "a TCP service needs it");
            for given in of_http {
                let message = format!("`{}` is for HTTP services", given.flag.option());
                found.labels.push(message::label(given.option, message));
            }
        }
        false
    }

    /// Reports options that wrangler leaves out, unless it refuses them.
    fn leave_out(&mut self, all: &[Given<'t>], are_refused: bool, noun: &str) {
        for given in all.iter().filter(|_| !are_refused) {
            let message = format!("`{}` has no effect: wrangler leaves it out of {noun}", given.flag.option());
            self.report.dropped(given, message);
        }
    }

    fn host(&mut self, kind: Type, split: Option<&hostname::Parts<'t>>) {
        let arguments = self.arguments;
        let get = |flag| arguments.get(flag);
        let hosts: Vec<&Given<'t>> = [Flag::Ipv4, Flag::Ipv6, Flag::Hostname].into_iter().filter_map(get).collect();
        let is_complete = self.judge_host(&hosts);
        let span = hosts.first().map_or(arguments.start, |given| {
            Span::new(given.option.start.min(given.value.span.start), given.value.span.end)
        });
        self.builder.name(span, "host");
        self.builder.begin_object(span);
        if !is_complete {
            self.builder.set_incomplete();
        }
        for given in &hosts {
            match (given.flag, split) {
                (Flag::Hostname, Some(parts)) => {
                    let (span, is_word) =
                        self.writing(given.value).part(parts.host_start, parts.host_start + parts.written.len());
                    self.builder.name(given.option, "hostname");
                    self.string(span, &parts.host, is_word);
                }
                // With a port in it, it is taken apart or not.
                (Flag::Hostname, None)
                    if kind == Type::Other && given.value.text().and_then(hostname::split).is_some() =>
                {
                    self.builder.name(given.option, "hostname");
                    self.builder.unknown(given.value.span);
                }
                (Flag::Ipv4, _) => self.member("ipv4", given),
                (Flag::Ipv6, _) => self.member("ipv6", given),
                _ => self.member("hostname", given),
            }
        }
        self.network(get(Flag::Hostname).is_some());
        self.builder.end();
    }

    /// Reports what wrangler refuses about the host as a whole; whether nothing is missing from it and nothing is too much.
    fn judge_host(&mut self, hosts: &[&Given<'t>]) -> bool {
        let arguments = self.arguments;
        if hosts.len() > 1 {
            self.report.conflict(hosts.iter().map(|given| **given).collect());
            return false;
        }
        let resolvers = arguments.get(Flag::ResolverIps);
        match (hosts.first(), resolvers) {
            (Some(host), Some(resolvers)) if host.flag != Flag::Hostname => {
                self.report.conflict(vec![**host, *resolvers]);
                false
            }
            (None, _) if arguments.is_open => false,
            (None, Some(resolvers)) => {
                let found = self.report.missing(arguments, Flag::Hostname, "`--resolver-ips` needs it");
                found.labels.push(message::label(resolvers.option, "the resolvers are here"));
                false
            }
            (None, None) => {
                let message = "none of `--ipv4`, `--ipv6` and `--hostname` is there: a service needs one".to_owned();
                self.report.error("missing-option", arguments.start, "/host", message);
                false
            }
            _ => !arguments.is_open,
        }
    }

    fn network(&mut self, is_resolved: bool) {
        let arguments = self.arguments;
        let tunnel = arguments.get(Flag::TunnelId);
        let span = tunnel.map_or(arguments.start, |given| Span::new(given.option.start, given.value.span.end));
        self.builder
            .name(tunnel.map_or(span, |given| given.option), if is_resolved { "resolver_network" } else { "network" });
        self.builder.begin_object(span);
        if let Some(given) = tunnel {
            self.member("tunnel_id", given);
        } else {
            self.builder.set_incomplete();
            if !arguments.is_open {
                self.report.missing(arguments, Flag::TunnelId, "a service needs it");
            }
        }
        // Without a hostname they are not sent.
        if let Some(given) = arguments.get(Flag::ResolverIps).filter(|_| is_resolved) {
            self.resolvers(given);
        }
        self.builder.end();
    }

    fn resolvers(&mut self, given: &Given<'t>) {
        let value = given.value;
        let Some(text) = value.text() else {
            self.builder.name(given.option, "resolver_ips");
            return self.builder.unknown(value.span);
        };
        if text.is_empty() {
            return;
        }
        self.builder.name(given.option, "resolver_ips");
        self.builder.begin_array(value.span);
        let writing = self.writing(value);
        let mut start = 0;
        for item in text.split(',') {
            let trimmed = item.trim();
            if !trimmed.is_empty() {
                let at = start + (item.len() - item.trim_start().len());
                let (span, is_word) = writing.part(at, at + trimmed.len());
                self.string(span, trimmed, is_word);
            }
            start += item.len() + 1;
        }
        self.builder.end();
    }

    fn port(&mut self, given: &Given<'t>) {
        let name = given.flag.pointer().trim_start_matches('/');
        self.member(name, given);
    }

    /// Adds a member with the value of an option.
    fn member(&mut self, name: &str, given: &Given<'t>) {
        let Value { span, kind, is_word } = given.value;
        self.builder.name(given.option, name);
        match kind {
            ValueKind::Unknown | ValueKind::Absent => self.builder.unknown(span),
            ValueKind::Text(text) => match number::read(text).filter(|_| given.flag.is_number()) {
                Some(number) => {
                    self.builder.number(span, &number);
                    self.replaceable.extend(is_word.then_some(span));
                }
                // Null would be sent for what is no number; what is wrong is the text.
                None => self.string(span, text, is_word),
            },
        }
    }

    fn string(&mut self, span: Span, text: &str, is_word: bool) {
        self.builder.string(span, text);
        self.replaceable.extend(is_word.then_some(span));
    }

    /// Where the parts of a value are.
    fn writing(&self, value: Value<'t>) -> Writing {
        let tree = self.words.tree();
        let raw_start = value.span.start.saturating_sub(tree.base()) as usize;
        let raw_end = value.span.end.saturating_sub(tree.base()) as usize;
        let raw = tree.text().get(raw_start..raw_end).unwrap_or_default();
        let is_same = |raw: Option<&str>| raw.is_some() && raw == value.text();
        let before = if is_same(Some(raw)) {
            Some(0)
        } else if is_same(raw.get(1..raw.len().saturating_sub(1))) {
            Some(1)
        } else {
            None
        };
        Writing { value: value.span, before, is_word: value.is_word && before == Some(0) }
    }
}

/// How a value is written.
struct Writing {
    value: Span,
    /// How many bytes are before what is read, which is there as it is; nothing where it is written in another way.
    before: Option<usize>,
    is_word: bool,
}

impl Writing {
    /// The place of a part of the value, and whether a word may be put there. Where that cannot be told, it is the place of the whole.
    fn part(&self, start: usize, end: usize) -> (Span, bool) {
        let Some(before) = self.before else { return (self.value, false) };
        let at = |offset: usize| self.value.start.saturating_add(u32::try_from(before + offset).unwrap_or(u32::MAX));
        (Span::new(at(start), at(end)), self.is_word)
    }
}
