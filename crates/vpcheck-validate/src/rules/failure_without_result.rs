use crate::rule::{Context, declare_rule};
use crate::view::{Placed, ResponseView, Slot};

declare_rule! {
    /// A failure without the member `result`.
    ///
    /// # Why
    ///
    /// The published schema requires `result`, null, in every failure. Live answers have it; clients that rely on it
    /// trip over one without.
    ///
    /// Source: published common schemas of the API, `api-response-common-failure`.
    ///
    /// # Fix
    ///
    /// Add `"result": null` to a recorded or made up answer.
    Warning("failure-without-result") on Envelope(check) {
        good: [r#"{"success": false, "errors": [{"code": 5104, "message": "not found"}], "messages": [], "result": null}"#],
        bad: [r#"{"success": false, "errors": [{"code": 5104, "message": "not found"}], "messages": []}"# => ""],
    }
}

fn check(response: &ResponseView<'_>, context: &mut Context<'_>) {
    let Some(envelope) = response.envelope else { return };
    let failed = matches!(envelope.success, Slot::Present(Placed { value: false, .. }));
    if failed && envelope.result.is_none() && response.node.is_complete() {
        context.report(response.node, "`result` is missing, and a failure has it as null");
    }
}
