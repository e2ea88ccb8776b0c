//! What contradicts itself in one file.

use std::collections::HashMap;

use vpcheck_syntax::{Diagnostic, Severity, limits};

use super::seen::{Between, Seen, What};
use super::{Account, Facts, SERVICES_OF_ACCOUNT, Service};
use crate::rule::quoted;

/// Reports what the services of one file have in common, and that there are too many.
pub(super) fn report(facts: &Facts, diagnostics: &mut Vec<Diagnostic>) {
    if facts.services.len() < 2 {
        return;
    }
    let mut accounts: HashMap<&Account, Seen<'_>> = HashMap::new();
    for service in facts.services.iter().filter(|service| service.account != Account::Unknown) {
        if diagnostics.len() > limits::DIAGNOSTICS {
            return;
        }
        let seen = accounts.entry(&service.account).or_default();
        if let Some(clash) = seen.add(0, service, Between::Services) {
            diagnostics.push(match clash.what {
                What::Name(name) => {
                    let message = format!("`name` is {}, and another service of this file has that name", quoted(name));
                    Diagnostic::new("name-twice", Severity::Error, clash.at.span, message)
                        .with_pointer(format!("{}/name", service.pointer))
                        .with_label(clash.other.span, "first here")
                        .with_help("the API refuses a second service of that name in an account with code 5101")
                }
                What::Origin(member, port) => {
                    let message =
                        format!("`{member}` and port {port} are where another service of this file leads to as well");
                    Diagnostic::new("same-origin-twice", Severity::Warning, clash.at.span, message)
                        .with_pointer(format!("{}/host/{member}", service.pointer))
                        .with_label(clash.other.span, "first here")
                        .with_help("one service can be bound by any number of Workers")
                }
            });
        }
        if seen.services == SERVICES_OF_ACCOUNT + 1 {
            diagnostics.push(one_more(service));
        }
    }
}

/// Reports the first service that is too many, where these facts come after those of so many services.
pub(super) fn report_one_more(facts: &Facts, before: usize, diagnostics: &mut Vec<Diagnostic>) {
    let place = SERVICES_OF_ACCOUNT.checked_sub(before);
    diagnostics.extend(place.and_then(|place| facts.services.get(place)).map(one_more));
}

/// Reports the first service that is too many.
fn one_more(service: &Service) -> Diagnostic {
    let message = format!("this is one service more than the {SERVICES_OF_ACCOUNT} that an account may have");
    let at = service.name.as_ref().map_or(service.at, |(_, at)| *at);
    Diagnostic::new("too-many-services", Severity::Error, at.span, message).with_pointer(service.pointer.to_string())
}
