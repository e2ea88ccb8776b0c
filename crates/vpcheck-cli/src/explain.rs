//! `vpcheck explain`: the pages of the rules.

use vpcheck_report::page;
use vpcheck_validate::{Rule, rules};

use crate::arguments::ExplainArguments;
use crate::exit::Exit;
use crate::output::Destination;
use crate::rule::named;

pub(crate) fn run(arguments: &ExplainArguments) -> Exit {
    let text =
        arguments.subject.as_deref().map_or_else(|| Ok(all()), |subject| named(&subject.to_string_lossy()).map(page));
    match text.and_then(|text| Destination::Stdout.write(&text)) {
        Ok(()) => Exit::Clean,
        Err(failure) => {
            failure.print();
            Exit::Failed
        }
    }
}

fn all() -> String {
    let mut rules: Vec<&Rule> = rules().to_vec();
    rules.sort_by_key(|rule| rule.id);
    rules.into_iter().map(page).collect::<Vec<_>>().join("\n")
}
