//! Shows documents to the checks of rules.

use std::sync::OnceLock;

use vpcheck_syntax::{Diagnostic, Kind, Node};

use crate::Operation;
use crate::rule::{Applied, Check, Context, Rule, Subject};
use crate::rules::{SERVICE_CHECKS, rules};
use crate::schema::Extent;
use crate::view::{
    AnswerView, BindingView, EnvironmentView, HostView, HostnameView, HttpView, List, NetworkView, Placed,
    ResourceView, ResponseView, ServiceView, Slot, TcpView, Variant, WranglerView,
};

/// Applies the checks of the rules that are applied by default, and of those that were asked for.
///
/// The document is judged for an operation, and may be malformed in any way.
pub(crate) fn check(operation: Operation, root: Node<'_>, also: &Checks, diagnostics: &mut Vec<Diagnostic>) {
    match operation {
        Operation::Request => {
            // Findings may be those of other values, so that only what none was found in is known to be judged.
            let judged = if diagnostics.is_empty() { Extent::Whole } else { Extent::Partial };
            check_request(root, judged, diagnostics);
        }
        _ => by_default().run(operation, root, diagnostics),
    }
    if !also.is_empty() {
        also.run(operation, root, diagnostics);
    }
}

/// The same for the body of a request, by the rules that are applied by default. Where the whole was judged, what is wrong with its text
/// and by its schema is all that is among the diagnostics.
pub(crate) fn check_request(root: Node<'_>, judged: Extent, diagnostics: &mut Vec<Diagnostic>) {
    static CHECKS: OnceLock<Checks> = OnceLock::new();
    let checks = CHECKS.get_or_init(|| SERVICE_CHECKS.iter().fold(NONE, |checks, check| checks.with(check)));
    if root.kind() == Kind::Object {
        let view = match judged {
            Extent::Whole => ServiceView::of_judged(root, diagnostics),
            Extent::Partial => ServiceView::new(root),
        };
        checks.service(&view, diagnostics);
    }
}

/// The checks of some rules by what they look at, so that each value is shown to those only that look at its kind.
#[derive(Clone, Debug)]
#[expect(clippy::type_complexity, reason = "an alias cannot be generic over what a view borrows")]
pub(crate) struct Checks {
    rules: Vec<&'static str>,
    service: Vec<Called<fn(&ServiceView<'_>, &mut Context<'_>)>>,
    name: Vec<Called<fn(Placed<'_, &str>, &mut Context<'_>)>>,
    http: Vec<Called<fn(&HttpView<'_>, &mut Context<'_>)>>,
    tcp: Vec<Called<fn(&TcpView<'_>, &mut Context<'_>)>>,
    host: Vec<Called<fn(&HostView<'_>, &mut Context<'_>)>>,
    hostname: Vec<Called<fn(HostnameView<'_>, &mut Context<'_>)>>,
    address: Vec<Called<fn(Placed<'_, core::net::IpAddr>, &mut Context<'_>)>>,
    network: Vec<Called<fn(&NetworkView<'_>, &mut Context<'_>)>>,
    resource: Vec<Called<fn(&ResourceView<'_>, &mut Context<'_>)>>,
    envelope: Vec<Called<fn(&ResponseView<'_>, &mut Context<'_>)>>,
    answer: Vec<Called<fn(&AnswerView<'_>, &mut Context<'_>)>>,
    configuration: Vec<Called<fn(&WranglerView<'_>, &mut Context<'_>)>>,
    environment: Vec<Called<fn(&EnvironmentView<'_>, &mut Context<'_>)>>,
    binding: Vec<Called<fn(&BindingView<'_>, &mut Context<'_>)>>,
}

/// What is called, with the check that it is of.
type Called<F> = (&'static Check, F);

/// No checks, made without allocation.
pub(crate) const NONE: Checks = Checks {
    rules: Vec::new(),
    service: Vec::new(),
    name: Vec::new(),
    http: Vec::new(),
    tcp: Vec::new(),
    host: Vec::new(),
    hostname: Vec::new(),
    address: Vec::new(),
    network: Vec::new(),
    resource: Vec::new(),
    envelope: Vec::new(),
    answer: Vec::new(),
    configuration: Vec::new(),
    environment: Vec::new(),
    binding: Vec::new(),
};

impl Default for Checks {
    fn default() -> Checks {
        NONE
    }
}

fn by_default() -> &'static Checks {
    static CHECKS: OnceLock<Checks> = OnceLock::new();
    CHECKS.get_or_init(|| {
        let applied = rules().iter().filter(|rule| rule.applied == Applied::ByDefault);
        applied.fold(NONE, |checks, rule| checks.with(rule.check))
    })
}

impl Checks {
    /// The same with the check of one more rule, where there is something to call.
    pub(crate) fn with(mut self, check: &'static Check) -> Checks {
        match check.subject {
            Subject::Text
            | Subject::Yaml
            | Subject::Toml
            | Subject::Terraform
            | Subject::Shell
            | Subject::Request
            | Subject::Response
            | Subject::Wrangler
            | Subject::Several
            | Subject::Policy
            | Subject::Suppression
            | Subject::Settings => return self,
            Subject::Service(called) => self.service.push((check, called)),
            Subject::Name(called) => self.name.push((check, called)),
            Subject::Http(called) => self.http.push((check, called)),
            Subject::Tcp(called) => self.tcp.push((check, called)),
            Subject::Host(called) => self.host.push((check, called)),
            Subject::Hostname(called) => self.hostname.push((check, called)),
            Subject::Address(called) => self.address.push((check, called)),
            Subject::Network(called) => self.network.push((check, called)),
            Subject::Resource(called) => self.resource.push((check, called)),
            Subject::Envelope(called) => self.envelope.push((check, called)),
            Subject::Answer(called) => self.answer.push((check, called)),
            Subject::Configuration(called) => self.configuration.push((check, called)),
            Subject::Environment(called) => self.environment.push((check, called)),
            Subject::Binding(called) => self.binding.push((check, called)),
        }
        self.rules.push(check.id);
        self
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Whether the check of a rule is among them.
    pub(crate) fn has(&self, rule: &Rule) -> bool {
        self.rules.contains(&rule.id)
    }

    /// Shows a document that is judged for an operation, which may be malformed in any way.
    pub(crate) fn run(&self, operation: Operation, root: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
        if root.kind() != Kind::Object {
            return;
        }
        match operation {
            Operation::Request => self.service(&ServiceView::new(root), diagnostics),
            Operation::Resource => {
                self.service(&ServiceView::new(root), diagnostics);
                each(&self.resource, diagnostics, |check, context| check(&ResourceView::new(root), context));
            }
            Operation::Response | Operation::ResponseTo(_) => self.response(&ResponseView::new(root), diagnostics),
            Operation::Wrangler => self.configuration(&WranglerView::new(root), diagnostics),
            Operation::Upload => {
                each(&self.binding, diagnostics, |check, context| check(&BindingView::uploaded(root), context));
            }
        }
    }

    fn service(&self, service: &ServiceView<'_>, diagnostics: &mut Vec<Diagnostic>) {
        each(&self.service, diagnostics, |check, context| check(service, context));
        match &service.variant {
            Variant::Http(http) => each(&self.http, diagnostics, |check, context| check(http, context)),
            Variant::Tcp(tcp) => each(&self.tcp, diagnostics, |check, context| check(tcp, context)),
            Variant::Unknown => {}
        }
        if let Slot::Present(name) = service.name {
            each(&self.name, diagnostics, |check, context| check(name, context));
        }
        let Slot::Present(Placed { value: host, .. }) = service.host else { return };
        each(&self.host, diagnostics, |check, context| check(&host, context));
        if let Slot::Present(hostname) = host.hostname {
            each(&self.hostname, diagnostics, |check, context| check(hostname.value, context));
        }
        for network in host.networks() {
            each(&self.network, diagnostics, |check, context| check(&network, context));
        }
        for address in host.addresses() {
            each(&self.address, diagnostics, |check, context| check(address, context));
        }
    }

    fn response(&self, response: &ResponseView<'_>, diagnostics: &mut Vec<Diagnostic>) {
        each(&self.envelope, diagnostics, |check, context| check(response, context));
        for service in response.services() {
            each(&self.answer, diagnostics, |check, context| check(&service, context));
        }
    }

    fn configuration(&self, configuration: &WranglerView<'_>, diagnostics: &mut Vec<Diagnostic>) {
        each(&self.configuration, diagnostics, |check, context| check(configuration, context));
        for environment in configuration.environments() {
            each(&self.environment, diagnostics, |check, context| check(&environment, context));
            for binding in List::ALL.into_iter().flat_map(|list| environment.items(list)) {
                each(&self.binding, diagnostics, |check, context| check(&binding, context));
            }
        }
    }
}

/// Applies each check, until there are so many findings that more would be dropped.
fn each<F>(checks: &[Called<F>], diagnostics: &mut Vec<Diagnostic>, mut apply: impl FnMut(&F, &mut Context<'_>)) {
    for (check, called) in checks {
        let mut context = Context::new(check, diagnostics);
        if context.is_full() {
            return;
        }
        apply(called, &mut context);
    }
}
