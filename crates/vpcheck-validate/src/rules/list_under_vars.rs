use vpcheck_syntax::Kind;

use crate::rule::{Context, declare_rule};
use crate::view::{EnvironmentView, List};

declare_rule! {
    /// A list of bindings that landed among the variables.
    ///
    /// # Why
    ///
    /// In TOML, a key belongs to the table that was opened last: `vpc_services = […]` below `[vars]` is
    /// `vars.vpc_services`, a variable. wrangler takes it as one, and binds nothing.
    ///
    /// # Fix
    ///
    /// Move the list out of `vars`: in TOML above `[vars]`, or written as `[[vpc_services]]`.
    Warning("list-under-vars") on Environment(check) {
        good: [
            r#"{"vars": {"LEVEL": "info"}, "vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#,
            r#"{"vars": {"vpc_services": "off"}}"#,
        ],
        bad: [r#"{"vars": {"LEVEL": "info", "vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}}"# => "/vars/vpc_services"],
    }
}

fn check(environment: &EnvironmentView<'_>, context: &mut Context<'_>) {
    let Some(vars) = environment.node.get("vars") else { return };
    for list in List::ALL {
        let name = list.name();
        if let Some(member) = vars.value.get(name).filter(|member| member.value.kind() == Kind::Array) {
            context
                .report_name(member.value, format!("`{name}` is among the variables, where it binds nothing"))
                .help(format!("move it out of `vars`: in TOML above `[vars]`, or as `[[{name}]]`"));
        }
    }
}
