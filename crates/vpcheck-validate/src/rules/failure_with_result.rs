use crate::rule::declare_rule;

declare_rule! {
    /// A failure that carries a result.
    ///
    /// # Why
    ///
    /// An operation that failed gives nothing: `result` is null, or absent. A result beside `"success": false` leaves
    /// open which of the two to believe.
    ///
    /// Source: `/$defs/FailureEnvelope` of the schema; published common schemas of the API.
    ///
    /// # Fix
    ///
    /// Set `result` to null, or `success` to true.
    Error("failure-with-result") on Response {
        good: [r#"{"success": false, "errors": [{"code": 5104, "message": "not found"}], "messages": [], "result": null}"#],
        bad: [r#"{"success": false, "errors": [{"code": 5104, "message": "not found"}], "messages": [], "result": {"service_id": "01a0ebf6-0a78-73c3-b7cf-2126eda86c57", "name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"# => "/result"],
    }
}
