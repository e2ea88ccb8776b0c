use std::collections::HashSet;

use super::misspelled_list::meant;
use crate::rule::{Context, declare_rule, quoted};
use crate::view::{EnvironmentView, List, Placed, Slot, WranglerView};

declare_rule! {
    /// A named environment that lacks bindings which the top level has.
    ///
    /// # Why
    ///
    /// `vpc_services` and `vpc_networks` are not inherited: a named environment has the bindings that it lists itself.
    /// Code that finds a binding in one environment and not in another fails there at run time. wrangler warns as well.
    ///
    /// Source: wrangler, validation of the configuration.
    ///
    /// # Fix
    ///
    /// Repeat the list in the environment, with the ids that belong there. Where nothing is to be bound, allow this
    /// rule.
    Warning("environment-without-list") on Configuration(check) {
        good: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}], "env": {"staging": {"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}}}"#,
            r#"{"env": {"staging": {}}}"#,
        ],
        bad: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}], "env": {"staging": {}}}"# => "/env/staging",
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}, {"binding": "DATABASE", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}], "env": {"staging": {"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}}}"# => "/env/staging/vpc_services",
        ],
    }
}

/// The names of a list, each once: in the order of the text, and as a set.
struct Names<'t> {
    list: Vec<Placed<'t, &'t str>>,
    set: HashSet<&'t str>,
}

fn check(configuration: &WranglerView<'_>, context: &mut Context<'_>) {
    // In a Pages project the lists have to go, wherever they are.
    if configuration.pages_build_output_dir.is_some() {
        return;
    }
    let top = configuration.top();
    let lists = List::ALL.map(|list| top.list(list).get().map(|array| (list, array, Names::new(&top, list))));
    let lists: Vec<_> = lists.into_iter().flatten().collect();
    for environment in configuration.named() {
        if context.is_full() {
            return;
        }
        let mut absent = lists.iter().filter(|(list, ..)| is_without(environment, *list));
        if let Some((first, array, _)) = absent.next() {
            let names = match absent.next() {
                Some((second, ..)) => format!("`{}` and no `{}`", first.name(), second.name()),
                None => format!("`{}`", first.name()),
            };
            context
                .report_name(environment.node, format!("this environment has no {names}, and inherits none"))
                .label_name(*array, "the top level has it");
        }
        for (list, _, top) in &lists {
            check_names(environment, *list, top, context);
        }
    }
}

/// Whether an environment certainly lacks a list. One that is misspelled or in the wrong place is reported as that.
fn is_without(environment: EnvironmentView<'_>, list: List) -> bool {
    environment.is_without(list)
        && environment.node.members().all(|member| meant(member.name) != Some(list))
        && environment.node.get("vars").is_none_or(|vars| vars.value.get(list.name()).is_none())
}

/// Looks for names of the top level that are not in the list of an environment.
fn check_names(environment: EnvironmentView<'_>, list: List, top: &Names<'_>, context: &mut Context<'_>) {
    let Slot::Present(array) = environment.list(list) else { return };
    // Where a name is malformed, it may be the one that is missing.
    if environment.names(list).count() != array.value.elements().len() {
        return;
    }
    let own = Names::new(&environment, list);
    let shared = own.set.iter().filter(|name| top.set.contains(*name)).count();
    let Some(others) = (top.set.len() - shared).checked_sub(1) else { return };
    // This loop ends after as many steps as the environment has names: work is in proportion to the text.
    let Some(missing) = top.list.iter().find(|name| !own.set.contains(name.value)) else { return };
    let more = if others == 0 { String::new() } else { format!(" and {others} more") };
    context
        .report_name(array, format!("`{}` lacks {}{more}, and inherits nothing", list.name(), quoted(missing.value)))
        .label(*missing, "the top level has it");
}

impl<'t> Names<'t> {
    fn new(environment: &EnvironmentView<'t>, list: List) -> Names<'t> {
        let mut set = HashSet::new();
        let list = environment.names(list).filter(|name| set.insert(name.value)).collect();
        Names { list, set }
    }
}
