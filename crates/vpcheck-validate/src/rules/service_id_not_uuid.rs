use vpcheck_scalars::ServiceId;

use crate::rule::{Context, declare_rule, quoted};
use crate::view::{AnswerView, Slot};

declare_rule! {
    /// A service in an answer whose `service_id` is no UUID.
    ///
    /// # Why
    ///
    /// The published schema gives `service_id` the format of a UUID, and so are all that were seen. Paths of the API
    /// are built of it.
    ///
    /// Source: published OpenAPI document, `infra_ServiceCommon`.
    ///
    /// # Fix
    ///
    /// Look at a recorded or made up answer again. Where the API itself answers it, the format has changed: please
    /// report it.
    Warning("service-id-not-uuid") on Answer(check) {
        good: [r#"{"success": true, "errors": [], "messages": [], "result": {"service_id": "01a0ebf6-0a78-73c3-b7cf-2126eda86c57", "name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"#],
        bad: [r#"{"success": true, "errors": [], "messages": [], "result": {"service_id": "web-app", "name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"# => "/result/service_id"],
    }
}

fn check(service: &AnswerView<'_>, context: &mut Context<'_>) {
    let Slot::Present(id) = service.service_id else { return };
    if id.value.parse::<ServiceId>().is_err() {
        context.report(id, format!("`service_id` is {}, and the id of a service is a UUID", quoted(id.value)));
    }
}
