use crate::rule::{Context, declare_rule, quoted};
use crate::view::{AnswerView, Slot};

declare_rule! {
    /// A service in an answer of a type that is not known here.
    ///
    /// # Why
    ///
    /// Services are of type `http` or `tcp`. The API had `http` alone at first, so another type may come; the types of
    /// this project keep it as it is. Members of its own are not judged.
    ///
    /// Source: published OpenAPI document, `infra_ServiceType`.
    ///
    /// # Fix
    ///
    /// Look at a recorded or made up answer again. Where the API itself answers it, there is a new type: please report
    /// it.
    Warning("unknown-type-in-response") on Answer(check) {
        good: [r#"{"success": true, "errors": [], "messages": [], "result": {"service_id": "01a0ebf6-0a78-73c3-b7cf-2126eda86c57", "name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"#],
        bad: [r#"{"success": true, "errors": [], "messages": [], "result": {"service_id": "01a0ebf6-0a78-73c3-b7cf-2126eda86c57", "name": "web-app", "type": "udp", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"# => "/result/type"],
    }
}

fn check(service: &AnswerView<'_>, context: &mut Context<'_>) {
    let Slot::Present(service_type) = service.service_type else { return };
    if !matches!(service_type.value, "http" | "tcp") {
        let message = format!("`type` is {}, and services are known to be `http` or `tcp`", quoted(service_type.value));
        context.report(service_type, message);
    }
}
