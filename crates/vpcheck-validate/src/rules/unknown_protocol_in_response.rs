use crate::rule::{Context, declare_rule, quoted};
use crate::view::{AnswerView, Placed, Slot};

declare_rule! {
    /// A service in an answer with an `app_protocol` that is not known here.
    ///
    /// # Why
    ///
    /// `app_protocol` is `postgresql` or `mysql` in the published schema. Another one may come; the types of this
    /// project keep it as it is.
    ///
    /// Source: published OpenAPI document, `infra_TcpServiceConfig`.
    ///
    /// # Fix
    ///
    /// Look at a recorded or made up answer again. Where the API itself answers it, there is a new protocol: please
    /// report it.
    Warning("unknown-protocol-in-response") on Answer(check) {
        good: [r#"{"success": true, "errors": [], "messages": [], "result": {"service_id": "01a0ebf6-0a78-73c3-b7cf-2126eda86c57", "name": "web-app", "type": "tcp", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}, "tcp_port": 5432, "app_protocol": "postgresql"}}"#],
        bad: [r#"{"success": true, "errors": [], "messages": [], "result": {"service_id": "01a0ebf6-0a78-73c3-b7cf-2126eda86c57", "name": "web-app", "type": "tcp", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}, "tcp_port": 6379, "app_protocol": "redis"}}"# => "/result/app_protocol"],
    }
}

fn check(service: &AnswerView<'_>, context: &mut Context<'_>) {
    let Slot::Present(protocol) = service.app_protocol else { return };
    // An HTTP service has no such member, and members that are not known are ignored in answers.
    let is_http = matches!(service.service_type, Slot::Present(Placed { value: "http", .. }));
    if !is_http && !matches!(protocol.value, "postgresql" | "mysql") {
        let message = format!("`app_protocol` is {}, and `postgresql` and `mysql` are known", quoted(protocol.value));
        context.report(protocol, message);
    }
}
