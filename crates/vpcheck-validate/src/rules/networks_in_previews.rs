use crate::rule::{Context, declare_rule};
use crate::view::{List, WranglerView};

declare_rule! {
    /// Bindings to networks in `previews`, which knows none.
    ///
    /// # Why
    ///
    /// `previews` takes `vpc_services` and not `vpc_networks`: wrangler warns about an unexpected member, and binds
    /// nothing.
    ///
    /// Source: wrangler, validation of the configuration.
    ///
    /// # Fix
    ///
    /// Bind a service with `vpc_services`, or leave the list out.
    Warning("networks-in-previews") on Configuration(check) {
        good: [
            r#"{"previews": {"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}}"#,
            r#"{"vpc_networks": [{"binding": "NET", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}]}"#,
        ],
        bad: [r#"{"previews": {"vpc_networks": [{"binding": "NET", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}]}}"# => "/previews/vpc_networks"],
    }
}

fn check(configuration: &WranglerView<'_>, context: &mut Context<'_>) {
    if let Some(list) = configuration.previews().and_then(|previews| previews.member(List::Networks)) {
        context
            .report_name(list, "`previews` has no `vpc_networks`, and binds nothing by it")
            .help("`previews` takes `vpc_services`");
    }
}
