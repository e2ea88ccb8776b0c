//! What contradicts each other in several files.

use std::collections::{HashMap, HashSet};

use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Severity};

use super::seen::{Between, Clash, Seen, What};
use super::{Account, At, Facts, SERVICES_OF_ACCOUNT, Service};
use crate::rule::quoted;

/// Compares files: each with the name that it is reported under, the account that its services belong to, and its facts.
///
/// It gives the index of a file in `files` and what is wrong there, which is always in the later one. What is wrong within one file
/// is among the findings of that file already. It takes time in proportion to the facts.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Checker, Source, across};
///
/// let facts = |text: &str| Checker::new().lint(&Source::json("web.json", text.as_bytes()), None).facts;
/// let web = facts(r#"{"name": "web", "type": "http", "host": {"hostname": "a.internal"}}"#);
/// let other = facts(r#"{"name": "web", "type": "tcp", "tcp_port": 80, "host": {"hostname": "b.internal"}}"#);
/// let found = across(&[("a/web.json", "a", &web), ("a/other.json", "a", &other), ("b/web.json", "b", &web)]);
/// assert_eq!(found.len(), 1);
/// assert_eq!((found[0].0, found[0].1.rule), (1, "name-twice"));
/// assert_eq!(found[0].1.message, "`name` is \"web\", and the service in a/web.json:1:10 has that name as well");
/// ```
#[must_use]
pub fn across(files: &[(&str, &str, &Facts)]) -> Vec<(usize, Diagnostic)> {
    let mut found = Vec::new();
    let mut accounts: HashMap<(&str, Option<&str>), Seen<'_>> = HashMap::new();
    for (index, (_, account, facts)) in files.iter().enumerate() {
        for service in &facts.services {
            let own = match &service.account {
                Account::OfFile => None,
                Account::Id(id) => Some(&**id),
                // What an expression gives is known in its own module at most.
                Account::Expression(_) | Account::Unknown => continue,
            };
            // An id tells the account wherever the file is.
            let key = (if own.is_some() { "" } else { account }, own);
            let seen = accounts.entry(key).or_default();
            if let Some(clash) = seen.add(index, service, Between::Files) {
                found.push((index, clash_of(service, clash, files)));
            }
            if seen.services == SERVICES_OF_ACCOUNT + 1 && facts.services.len() <= SERVICES_OF_ACCOUNT {
                found.push((index, one_more(service)));
            }
        }
    }
    found.extend(unknown_ids(files));
    found.sort_by_key(|(index, _)| *index);
    found
}

fn clash_of(service: &Service, clash: Clash<'_>, files: &[(&str, &str, &Facts)]) -> Diagnostic {
    let place = place(files, clash.file, clash.other);
    match clash.what {
        What::Name(name) => {
            let message = format!("`name` is {}, and the service in {place} has that name as well", quoted(name));
            Diagnostic::new("name-twice", Severity::Warning, clash.at.span, message)
                .with_pointer(format!("{}/name", service.pointer))
                .with_help("the API refuses a second service of that name in an account with code 5101")
        }
        What::Origin(member, port) => {
            let message = format!("`{member}` and port {port} are where the service in {place} leads to as well");
            Diagnostic::new("same-origin-twice", Severity::Warning, clash.at.span, message)
                .with_pointer(format!("{}/host/{member}", service.pointer))
                .with_help("one service can be bound by any number of Workers")
        }
    }
}

fn one_more(service: &Service) -> Diagnostic {
    let message = format!(
        "with the files before, this is one service more than the {SERVICES_OF_ACCOUNT} that an account may have"
    );
    let at = service.name.as_ref().map_or(service.at, |(_, at)| *at);
    Diagnostic::new("too-many-services", Severity::Warning, at.span, message).with_pointer(service.pointer.to_string())
}

/// The bindings to services that no file knows.
fn unknown_ids(files: &[(&str, &str, &Facts)]) -> Vec<(usize, Diagnostic)> {
    if files.iter().all(|(.., facts)| facts.bound.is_empty()) {
        return Vec::new();
    }
    let known: HashSet<&str> = files.iter().flat_map(|(.., facts)| &facts.known).map(|id| &**id).collect();
    let bound =
        files.iter().enumerate().flat_map(|(index, (.., facts))| facts.bound.iter().map(move |one| (index, one)));
    let unknown = bound.filter(|(_, bound)| !known.contains(&*bound.service_id));
    unknown
        .map(|(index, bound)| {
            let message =
                format!("`service_id` is {}, and no file has a service of that id", quoted(&bound.service_id));
            let diagnostic = Diagnostic::new("unknown-service-id", Severity::Warning, bound.at.span, message);
            let help = "`wrangler vpc service list` prints the ids of your services";
            (index, diagnostic.with_pointer(bound.pointer.to_string()).with_help(help))
        })
        .collect()
}

/// A place in another file, such as `services/web.json:3:11`.
fn place(files: &[(&str, &str, &Facts)], file: usize, at: At) -> String {
    let name = files.get(file).map_or("", |(name, ..)| *name);
    format!("{}:{}:{}", shorten(name), at.position.line, at.position.column)
}
