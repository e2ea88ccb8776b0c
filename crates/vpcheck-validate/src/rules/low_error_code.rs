use vpcheck_syntax::Number;

use crate::rule::{Context, declare_rule};
use crate::view::{ResponseView, Slot};

declare_rule! {
    /// An error code below 1000.
    ///
    /// # Why
    ///
    /// The published schema gives codes a minimum of 1000. Code 971 was seen where a rate limit was hit, so a lower one
    /// is no error: a client that insists on the minimum fails in the moment it should wait.
    ///
    /// Source: published common schemas of the API; reports of users.
    ///
    /// # Fix
    ///
    /// Nothing has to be done where the answer is a real one. In a recorded or made up answer, look at the code again.
    Warning("low-error-code") on Envelope(check) {
        good: [r#"{"success": false, "errors": [{"code": 5104, "message": "not found"}], "messages": [], "result": null}"#],
        bad: [r#"{"success": false, "errors": [{"code": 971, "message": "not found"}], "messages": [], "result": null}"# => "/errors/0/code"],
    }
}

fn check(response: &ResponseView<'_>, context: &mut Context<'_>) {
    let Some(envelope) = response.envelope else { return };
    let lists = [envelope.errors, envelope.messages].into_iter().filter_map(Slot::get);
    for message in lists.flat_map(|list| list.value.elements()) {
        if context.is_full() {
            return;
        }
        let Some(member) = message.get("code") else { continue };
        if let Some(code) = member.value.as_number().and_then(Number::as_i64).filter(|&code| code < 1000) {
            context.report(member.value, format!("`code` is {code}, and the published schema has codes from 1000"));
        }
    }
}
