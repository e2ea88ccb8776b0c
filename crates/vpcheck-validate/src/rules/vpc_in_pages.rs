use crate::rule::{Context, declare_rule};
use crate::view::{List, WranglerView};

declare_rule! {
    /// Bindings to private networks in the configuration of a Pages project.
    ///
    /// # Why
    ///
    /// `pages_build_output_dir` makes the configuration one of a Pages project, and Pages has no `vpc_services` and no
    /// `vpc_networks`: wrangler refuses them.
    ///
    /// Source: wrangler, validation of Pages configurations.
    ///
    /// # Fix
    ///
    /// Move the bindings to a Worker, and bind that Worker in the Pages project through `services`.
    Error("vpc-in-pages") on Configuration(check) {
        good: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#,
            r#"{"pages_build_output_dir": "dist"}"#,
        ],
        bad: [r#"{"pages_build_output_dir": "dist", "vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"# => "/vpc_services"],
    }
}

fn check(configuration: &WranglerView<'_>, context: &mut Context<'_>) {
    let Some(directory) = configuration.pages_build_output_dir else { return };
    for environment in configuration.environments() {
        for list in List::ALL {
            if context.is_full() {
                return;
            }
            if let Some(node) = environment.member(list) {
                context
                    .report_name(node, format!("a Pages project has no `{}`", list.name()))
                    .label(directory, "this makes it a Pages project")
                    .help("move the bindings to a Worker, and bind that Worker through `services`");
            }
        }
    }
}
