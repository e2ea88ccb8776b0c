use vpcheck_syntax::{Safety, edit};

use crate::message::unknown_member;
use crate::rule::{Context, declare_rule};
use crate::view::{EnvironmentView, List};

declare_rule! {
    /// A list of bindings under a name that is nearly right.
    ///
    /// # Why
    ///
    /// wrangler reads `vpc_services` and `vpc_networks`. Under another name such as `vpcServices`, `vpc-services` or
    /// `vpc_service` the list is a member that wrangler does not know: it warns, deploys, and binds nothing.
    ///
    /// # Fix
    ///
    /// Write the name with an underscore and in the plural.
    Warning("misspelled-list") on Environment(check) {
        good: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#,
            r#"{"services": []}"#,
        ],
        bad: [
            r#"{"vpcServices": []}"# => "/vpcServices",
            r#"{"vpc_network": []}"# => "/vpc_network",
            r#"{"env": {"staging": {"vpc-services": []}}}"# => "/env/staging/vpc-services",
        ],
    }
}

fn check(environment: &EnvironmentView<'_>, context: &mut Context<'_>) {
    for member in environment.node.members() {
        if context.is_full() {
            return;
        }
        if let Some(list) = meant(member.name) {
            let name = list.name();
            let message = unknown_member("environment", member.name, Some(name));
            let finding = context.report_name(member.value, message);
            // Where the right name is there as well, renaming would give it twice.
            if environment.member(list).is_none() {
                finding.fix(Safety::Unsafe, edit::rename(member.value, name));
            }
        }
    }
}

/// The list that a name is meant for, where it is not the name itself.
pub(super) fn meant(name: &str) -> Option<List> {
    // A longer name is no slip, and the distance takes time in proportion to the length.
    if name.len() > 2 * List::Services.name().len() || List::ALL.iter().any(|list| name == list.name()) {
        return None;
    }
    let plain = |name: &str| name.to_ascii_lowercase().replace(['_', '-', ' ', '.'], "");
    let written = plain(name);
    let near = |right: &str| strsim::osa_distance(&written, right) <= 1;
    List::ALL.into_iter().find(|list| {
        let right = plain(list.name());
        near(&right) || right.strip_suffix('s').is_some_and(near)
    })
}
