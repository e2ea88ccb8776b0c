use crate::rule::{Context, declare_rule};
use crate::view::{Placed, ResponseView, Slot};

declare_rule! {
    /// A failure that does not say what failed.
    ///
    /// # Why
    ///
    /// `errors` is where the API says what went wrong. The published schema means to require one error in a failure,
    /// and says so with a keyword that has no effect on arrays.
    ///
    /// Source: published common schemas of the API, `api-response-common-failure`.
    ///
    /// # Fix
    ///
    /// Add the error to a recorded or made up answer.
    Warning("failure-without-errors") on Envelope(check) {
        good: [r#"{"success": false, "errors": [{"code": 5104, "message": "not found"}], "messages": [], "result": null}"#],
        bad: [r#"{"success": false, "errors": [], "messages": [], "result": null}"# => "/errors"],
    }
}

fn check(response: &ResponseView<'_>, context: &mut Context<'_>) {
    let Some(envelope) = response.envelope else { return };
    if let (Slot::Present(Placed { value: false, .. }), Slot::Present(errors)) = (envelope.success, envelope.errors)
        && errors.value.elements().len() == 0
    {
        context.report(errors, "`errors` is empty, and a failure says what failed");
    }
}
