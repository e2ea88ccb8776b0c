//! What a rule is, and what it is given.

use std::fmt::Write as _;

use vpcheck_syntax::edit::{self, New};
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Edit, Fix, Kind, Label, Node, Safety, Severity, Source, Span, Tree, limits, parse};

use crate::Operation;
use crate::run::NONE;
use crate::view::{
    AnswerView, BindingView, EnvironmentView, HostView, HostnameView, HttpView, NetworkView, Placed, ResourceView,
    ResponseView, ServiceView, TcpView, WranglerView,
};

/// A rule: its page in the manual, its examples and, where the schema cannot say it, its check.
///
/// # Examples
///
/// ```
/// let rule = vpcheck_validate::rule("same-port-twice").expect("the rule is there");
/// assert_eq!(rule.title(), "An HTTP service that serves both schemes on one port.");
/// assert_eq!(rule.bad[0].pointer, "/https_port");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// The id in kebab-case, equal to the file name; it is never used for another rule.
    pub id: &'static str,
    /// What a finding weighs.
    pub severity: Severity,
    /// Whether it is applied to those who did not ask for it.
    pub applied: Applied,
    /// Documents that the rule finds nothing in; [`Rule::completed`] says how a part of a request is to be read.
    pub good: &'static [&'static str],
    /// Documents that the rule finds one thing in.
    pub bad: &'static [Example],
    /// The doc comment of the rule, as the compiler gives it.
    pub(crate) doc: &'static str,
    pub(crate) check: &'static Check,
}

/// What it takes to apply a rule. Its page and its examples are apart, so that programs which show none need not hold them.
#[derive(Debug)]
pub(crate) struct Check {
    pub(crate) id: &'static str,
    pub(crate) severity: Severity,
    pub(crate) applied: Applied,
    pub(crate) subject: Subject,
}

/// Whether a rule is applied to those who did not ask for it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Applied {
    /// It is applied unless it is switched off.
    ByDefault,
    /// It is applied when it is asked for: what it finds is often meant.
    WhenAsked,
}

/// A document that a rule finds one thing in.
#[derive(Debug)]
#[non_exhaustive]
pub struct Example {
    /// The document; [`Rule::completed`] says how a part of a request is to be read.
    pub text: &'static str,
    /// JSON Pointer of the finding.
    pub pointer: &'static str,
}

/// Members that stand for those which an example of a request leaves out.
const LEFT_OUT: [(&str, &str); 3] = [
    ("name", r#""web-app""#),
    ("type", r#""http""#),
    ("host", r#"{"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}"#),
];

impl Rule {
    /// What is wrong, in one sentence: the first line of the page.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.doc.lines().next().unwrap_or_default().trim_start()
    }

    /// The page in the manual: Markdown whose first line says what is wrong, then `# Why` and `# Fix`.
    #[must_use]
    pub fn page(&self) -> String {
        // The compiler leaves the space after `///` in the text.
        self.doc.lines().flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect()
    }

    /// A name for a file with one of the examples in it, which tells their syntax: JSON, unless the rule is about another.
    ///
    /// ```
    /// let rule = vpcheck_validate::rule("yaml-1-1").expect("the rule is there");
    /// assert_eq!(rule.example_name(), "example.yaml");
    /// ```
    #[must_use]
    pub fn example_name(&self) -> &'static str {
        match self.check.subject {
            Subject::Yaml => "example.yaml",
            Subject::Toml | Subject::Settings => "example.toml",
            Subject::Terraform => "example.tf",
            Subject::Shell => "example.sh",
            Subject::Suppression => "example.jsonc",
            _ => "example.json",
        }
    }

    /// Whether the rule is about the text itself, whatever it is about.
    fn is_of_text(&self) -> bool {
        use Subject::{Shell, Terraform, Text, Toml, Yaml};
        matches!(self.check.subject, Text | Yaml | Toml | Terraform | Shell)
    }

    /// What the examples are judged for; nothing where they hold several services, which are found in them.
    #[must_use]
    pub fn operation(&self) -> Option<Operation> {
        Some(match self.check.subject {
            Subject::Several => return None,
            Subject::Response | Subject::Envelope(_) | Subject::Answer(_) => Operation::Response,
            Subject::Wrangler | Subject::Configuration(_) | Subject::Environment(_) | Subject::Binding(_) => {
                Operation::Wrangler
            }
            Subject::Resource(_) => Operation::Resource,
            _ => Operation::Request,
        })
    }

    /// Whether the rule has a check of its own; without one, its findings come from the schema, from reading the text or from
    /// comparing services.
    #[must_use]
    pub fn has_check(&self) -> bool {
        use Subject::{Request, Response, Several, Wrangler};
        !self.is_of_text()
            && !self.is_from_configuration()
            && !matches!(self.check.subject, Request | Response | Wrangler | Several)
    }

    /// Whether only a configuration or a comment for this tool leads to findings: what [`check`](crate::check) never reports.
    ///
    /// Crate `vpcheck-config` has the checks of these rules.
    #[must_use]
    pub fn is_from_configuration(&self) -> bool {
        matches!(self.check.subject, Subject::Policy | Subject::Suppression | Subject::Settings)
    }

    /// An example as a whole document.
    ///
    /// An example of a request shows only what the rule is about. Where it is an object without `name`, `type` or
    /// `host`, it is given good ones: an HTTP service on an IPv4 host. Everything else is whole as it is: examples of
    /// responses and of wrangler configurations, and those of rules about the text itself.
    ///
    /// ```
    /// let rule = vpcheck_validate::rule("same-port-twice").expect("the rule is there");
    /// let service = rule.completed(r#"{"name": "web", "http_port": 8080}"#);
    /// assert!(service.starts_with(r#"{"type": "http", "host": {"ipv4": "10.0.0.1""#));
    /// assert!(service.ends_with(r#""name": "web", "http_port": 8080}"#));
    /// ```
    #[must_use]
    pub fn completed(&self, example: &str) -> String {
        let is_whole = self.is_of_text() || matches!(self.check.subject, Subject::Suppression | Subject::Settings);
        let is_part = matches!(self.operation(), Some(Operation::Request | Operation::Resource)) && !is_whole;
        let source = Source::json("example", example.as_bytes());
        let parsed = parse(&source);
        let root = parsed.tree().map(Tree::root).filter(|root| is_part && root.kind() == Kind::Object);
        let (Some(root), Some(members)) = (root, example.strip_prefix('{')) else { return example.to_owned() };
        let mut service = String::from("{");
        for (name, value) in LEFT_OUT.iter().filter(|(name, _)| root.get(name).is_none()) {
            let separator = if service.len() > 1 { ", " } else { "" };
            // Writing into a string cannot fail.
            let _ = write!(service, "{separator}\"{name}\": {value}");
        }
        if service.len() > 1 && root.members().len() > 0 {
            service.push_str(", ");
        }
        service + members
    }

    /// What the rule's own check finds in a document, also where the rule is not applied by default.
    ///
    /// It is empty for a rule without a check: what that is about is found by checking the whole document.
    #[must_use]
    pub fn find(&'static self, root: Node<'_>) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        if let Some(operation) = self.operation() {
            NONE.with(self.check).run(operation, root, &mut diagnostics);
        }
        diagnostics
    }
}

/// What a rule looks at, with its check. Without one, the finding comes from the schema or from reading the text.
#[derive(Debug)]
pub(crate) enum Subject {
    /// The text of any document; the examples are requests.
    Text,
    /// The text of a document in YAML, which the examples are in.
    Yaml,
    /// The text of a document in TOML.
    Toml,
    /// The text of a configuration of Terraform.
    Terraform,
    /// A command of wrangler; the examples are shell scripts.
    Shell,
    /// A request, judged by the schema.
    Request,
    /// A response, judged by the schema.
    Response,
    /// A wrangler configuration, judged by the schema.
    Wrangler,
    /// A request, judged by the policy of an organisation.
    Policy,
    /// A comment that hides findings; the examples are requests in JSON with comments.
    Suppression,
    /// A configuration file; the examples are TOML.
    Settings,
    /// The service in a request.
    Service(fn(&ServiceView<'_>, &mut Context<'_>)),
    /// The name of the service in a request.
    Name(fn(Placed<'_, &str>, &mut Context<'_>)),
    /// What is special to an HTTP service in a request.
    Http(fn(&HttpView<'_>, &mut Context<'_>)),
    /// What is special to a TCP service in a request.
    Tcp(fn(&TcpView<'_>, &mut Context<'_>)),
    /// The host of the service in a request.
    Host(fn(&HostView<'_>, &mut Context<'_>)),
    /// The hostname of the service in a request.
    Hostname(fn(HostnameView<'_>, &mut Context<'_>)),
    /// An address in a request: of the host or of a resolver.
    Address(fn(Placed<'_, core::net::IpAddr>, &mut Context<'_>)),
    /// The network or the resolver network in a request.
    Network(fn(&NetworkView<'_>, &mut Context<'_>)),
    /// What a Terraform resource has beside the service.
    Resource(fn(&ResourceView<'_>, &mut Context<'_>)),
    /// Several services together; the examples are maps of them.
    Several,
    /// A response.
    Envelope(fn(&ResponseView<'_>, &mut Context<'_>)),
    /// A service in a response.
    Answer(fn(&AnswerView<'_>, &mut Context<'_>)),
    /// A wrangler configuration.
    Configuration(fn(&WranglerView<'_>, &mut Context<'_>)),
    /// The bindings at the top level, of a named environment or of previews in a wrangler configuration.
    Environment(fn(&EnvironmentView<'_>, &mut Context<'_>)),
    /// An item of `vpc_services` or `vpc_networks` in a wrangler configuration.
    Binding(fn(&BindingView<'_>, &mut Context<'_>)),
}

/// Collects the findings of one rule on one document.
#[derive(Debug)]
pub(crate) struct Context<'r> {
    check: &'static Check,
    diagnostics: &'r mut Vec<Diagnostic>,
}

impl<'r> Context<'r> {
    pub(crate) fn new(check: &'static Check, diagnostics: &'r mut Vec<Diagnostic>) -> Context<'r> {
        Context { check, diagnostics }
    }

    /// Whether there are so many findings that more would be dropped. A check that loops over the document looks here.
    pub(crate) fn is_full(&self) -> bool {
        self.diagnostics.len() > limits::DIAGNOSTICS
    }

    /// Reports a value.
    pub(crate) fn report<'n>(&mut self, node: impl Into<Node<'n>>, message: impl Into<String>) -> Finding<'_> {
        let node = node.into();
        self.report_at(node, node.span(), message)
    }

    /// Reports a member, at its name.
    pub(crate) fn report_name<'n>(&mut self, node: impl Into<Node<'n>>, message: impl Into<String>) -> Finding<'_> {
        let node = node.into();
        self.report_at(node, node.name_span().unwrap_or(node.span()), message)
    }

    fn report_at(&mut self, node: Node<'_>, span: Span, message: impl Into<String>) -> Finding<'_> {
        let Check { id, severity, .. } = *self.check;
        let diagnostic = Diagnostic::new(id, severity, span, message).with_pointer(node.pointer());
        Finding(self.diagnostics.push_mut(diagnostic))
    }
}

/// A finding that was just reported, to add to it.
#[derive(Debug)]
pub(crate) struct Finding<'d>(&'d mut Diagnostic);

impl Finding<'_> {
    /// Points at another value.
    pub(crate) fn label<'n>(self, node: impl Into<Node<'n>>, message: impl Into<String>) -> Self {
        self.label_at(node.into().span(), message)
    }

    /// Points at the name of another member.
    pub(crate) fn label_name<'n>(self, node: impl Into<Node<'n>>, message: impl Into<String>) -> Self {
        let node = node.into();
        self.label_at(node.name_span().unwrap_or(node.span()), message)
    }

    /// Points at another place.
    pub(crate) fn label_at(self, span: Span, message: impl Into<String>) -> Self {
        self.0.labels.push(Label { span, message: message.into() });
        self
    }

    /// Says what to do.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// Mends the finding by putting a value in the place of another one.
    pub(crate) fn replace<'n>(self, safety: Safety, node: impl Into<Node<'n>>, new: impl Into<New>) -> Self {
        self.fix(safety, edit::replace(node.into(), &new.into()))
    }

    /// Mends the finding by edits, where they can be made in the syntax of the document.
    pub(crate) fn fix(self, safety: Safety, edits: Option<Vec<Edit>>) -> Self {
        self.0.fix = edits.map(|edits| Fix { safety, edits });
        self
    }
}

/// Text of the input in a message: in quotes, and shortened where it is long.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", shorten(text))
}

/// Declares the rule of a file: its doc comment is its page.
///
/// `Severity("id") on Subject(check) { good: […], bad: [… => "/pointer"] }`. Without `(check)` the finding comes
/// from the schema or from reading the text; `Severity("id", WhenAsked)` is a rule that is off by default.
macro_rules! declare_rule {
    (
        $(#[doc = $line:literal])*
        $severity:ident($id:literal $(, $applied:ident)?) on $subject:ident $(($check:path))? {
            good: [$($good:expr),* $(,)?],
            bad: [$($bad:expr => $pointer:expr),* $(,)?] $(,)?
        }
    ) => {
        pub(crate) static CHECK: crate::rule::Check = crate::rule::Check {
            id: $id,
            severity: vpcheck_syntax::Severity::$severity,
            applied: crate::rule::declare_rule!(@applied $($applied)?),
            subject: crate::rule::Subject::$subject $(($check))?,
        };

        $(#[doc = $line])*
        #[allow(clippy::doc_markdown, reason = "a page is read by people, and products are no code")]
        pub(crate) static RULE: crate::rule::Rule = crate::rule::Rule {
            id: $id,
            severity: CHECK.severity,
            applied: CHECK.applied,
            good: &[$($good),*],
            bad: &[$(crate::rule::Example { text: $bad, pointer: $pointer }),*],
            doc: concat!($($line, "\n"),*),
            check: &CHECK,
        };
    };
    (@applied) => { crate::rule::Applied::ByDefault };
    (@applied $applied:ident) => { crate::rule::Applied::$applied };
}
pub(crate) use declare_rule;
