use vpcheck_scalars::ServiceId;
use vpcheck_syntax::Safety;

use super::near_network_id::DOCUMENTED;
use crate::help::{SERVICES, Suggestion, TUNNELS, for_id};
use crate::rule::{Context, declare_rule, quoted};
use crate::view::{BindingView, Slot};

declare_rule! {
    /// A `service_id` or a `tunnel_id` of a binding that is no UUID.
    ///
    /// # Why
    ///
    /// Services and tunnels have UUIDs, written as 8, 4, 4, 4 and 12 hexadecimal digits with hyphens. wrangler takes
    /// any text, and the upload of the Worker then fails: a service that is not known is refused with code 10180. A
    /// name is no id: binding a service by its name is not possible.
    ///
    /// Source: published OpenAPI document of the API; wrangler issue 11581.
    ///
    /// # Fix
    ///
    /// Put the id in its place: `wrangler vpc service list` and `cloudflared tunnel list` print them.
    Warning("id-not-uuid") on Binding(check) {
        good: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#,
            r#"{"vpc_networks": [{"binding": "NET", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}]}"#,
        ],
        bad: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "my-service"}]}"# => "/vpc_services/0/service_id",
            r#"{"vpc_networks": [{"binding": "NET", "tunnel_id": "550e8400e29b41d4a716446655440000"}]}"# => "/vpc_networks/0/tunnel_id",
        ],
    }
}

fn check(binding: &BindingView<'_>, context: &mut Context<'_>) {
    let ids = [("service_id", binding.service_id, SERVICES), ("tunnel_id", binding.tunnel_id, TUNNELS)];
    for (member, slot, listing) in ids {
        let Slot::Present(id) = slot else { continue };
        if id.value.parse::<ServiceId>().is_ok() {
            continue;
        }
        let finding = context.report(id, format!("`{member}` is {}, and an id is a UUID", quoted(id.value)));
        if member == "tunnel_id" && id.value == DOCUMENTED {
            finding.help(format!("`{DOCUMENTED}` is a `network_id`"));
            continue;
        }
        match for_id(id.value, listing) {
            Some(Suggestion { help, replacement: Some(uuid) }) => {
                finding.help(help).replace(Safety::Safe, id, uuid.as_str())
            }
            Some(Suggestion { help, replacement: None }) => finding.help(help),
            None => finding.help(listing),
        };
    }
}
