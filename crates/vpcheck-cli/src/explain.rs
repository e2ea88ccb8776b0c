//! `vpcheck explain`: the pages of the rules, and what would be sent for a file.

mod request;

use std::path::Path;

use vpcheck_report::page;
use vpcheck_validate::{Rule, rule, rules};

use crate::arguments::ExplainArguments;
use crate::exit::{Exit, Failure};
use crate::output::Destination;
use crate::rule::named;

pub(crate) fn run(arguments: &ExplainArguments) -> Exit {
    let explained = match arguments.subject.as_deref() {
        None => Ok((all(), Exit::Clean)),
        Some(subject) => explain(subject),
    };
    match explained.and_then(|(text, exit)| Destination::Stdout.write(&text).map(|()| exit)) {
        Ok(exit) => exit,
        Err(failure) => {
            failure.print();
            Exit::Failed
        }
    }
}

/// A rule has precedence, since it cannot be written in another way.
fn explain(subject: &Path) -> Result<(String, Exit), Failure> {
    let name = subject.to_string_lossy();
    if let Some(rule) = rule(&name) {
        return Ok((page(rule), Exit::Clean));
    }
    // What looks like a path is none of the rules.
    if subject.exists() || name.contains(['/', '.', '\\']) || name == "-" {
        return request::explain(subject);
    }
    named(&name).map(|rule| (page(rule), Exit::Clean))
}

fn all() -> String {
    let mut rules: Vec<&Rule> = rules().to_vec();
    rules.sort_by_key(|rule| rule.id);
    rules.into_iter().map(page).collect::<Vec<_>>().join("\n")
}
