use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use crate::message::subject;
use crate::rule::{Context, declare_rule, quoted};
use crate::view::{EnvironmentView, List};

declare_rule! {
    /// A name that two bindings of one environment have.
    ///
    /// # Why
    ///
    /// A Worker finds each binding under its name, so that one of the two could never be reached. Names are compared
    /// letter by letter, across all kinds of bindings, variables and required secrets, in the top level and in each
    /// named environment by itself. wrangler refuses the configuration.
    ///
    /// Source: wrangler, validation of the configuration.
    ///
    /// # Fix
    ///
    /// Give one of the two another name.
    Error("binding-twice") on Environment(check) {
        good: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}, {"binding": "Api", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#,
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}], "env": {"staging": {"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}}}"#,
        ],
        bad: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}, {"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"# => "/vpc_services/1/binding",
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}], "vpc_networks": [{"binding": "API", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}]}"# => "/vpc_networks/0/binding",
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}], "vars": {"API": "https://api.example.com"}}"# => "/vpc_services/0/binding",
        ],
    }
}

fn check(environment: &EnvironmentView<'_>, context: &mut Context<'_>) {
    let mut names: Vec<_> = List::ALL.into_iter().flat_map(|list| environment.names(list)).collect();
    if names.is_empty() {
        return;
    }
    // The second in the text is the one that came too late, whichever list it is in.
    names.sort_by_key(|name| name.node.span());
    let mut first = HashMap::new();
    let mut told = HashSet::new();
    for name in names {
        if context.is_full() {
            return;
        }
        match first.entry(name.value) {
            Entry::Vacant(entry) => {
                entry.insert(name.node);
            }
            Entry::Occupied(entry) => {
                told.insert(name.value);
                let other = entry.get().parent().map_or_else(String::new, subject);
                let own = name.node.parent().map_or_else(String::new, subject);
                let message = format!("`binding` of {own} is {}, and so is that of {other}", quoted(name.value));
                context.report(name, message).label(*entry.get(), "first here");
            }
        }
    }
    for other in environment.other_names() {
        let Some(&node) = first.get(other.name) else { continue };
        if !context.is_full() && told.insert(other.name) {
            let message = format!("`binding` is {}, which is the name of {} as well", quoted(other.name), other.kind);
            context.report(node, message).label_at(other.span, "also here");
        }
    }
}
