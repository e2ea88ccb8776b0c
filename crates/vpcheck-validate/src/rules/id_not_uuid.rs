use vpcheck_scalars::ServiceId;
use vpcheck_syntax::Safety;

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
    let ids = [
        ("service_id", binding.service_id, "`wrangler vpc service list` prints the ids of your services"),
        ("tunnel_id", binding.tunnel_id, "`cloudflared tunnel list` prints the ids of your tunnels"),
    ];
    for (member, slot, help) in ids {
        let Slot::Present(id) = slot else { continue };
        if id.value.parse::<ServiceId>().is_ok() {
            continue;
        }
        let finding = context.report(id, format!("`{member}` is {}, and an id is a UUID", quoted(id.value)));
        match meant(id.value) {
            Some(uuid) => finding.help(format!("write {uuid}")).replace(Safety::Safe, &uuid),
            None => finding.help(help),
        };
    }
}

/// The UUID that a text holds in another form: with braces, spaces or a prefix around it, or without hyphens.
fn meant(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("urn:uuid:");
    let text = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
    let digits = || text.chars().filter(|&character| character != '-');
    if text.len() > 36 || digits().count() != 32 || !digits().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mut uuid = String::with_capacity(36);
    for (index, digit) in digits().enumerate() {
        if matches!(index, 8 | 12 | 16 | 20) {
            uuid.push('-');
        }
        uuid.push(digit);
    }
    Some(uuid)
}
