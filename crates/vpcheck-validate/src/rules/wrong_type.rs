use crate::rule::declare_rule;

declare_rule! {
    /// A value of another JSON type than the member has.
    ///
    /// # Why
    ///
    /// A port in quotes is a string, and `null` is no name. The API reads each member as one type and refuses the
    /// document otherwise; it takes null for an absent member where the member is optional.
    ///
    /// Source: `type` in the schema; published OpenAPI document of the API.
    ///
    /// # Fix
    ///
    /// Write the value as the type that the message names: `8080` for a port, `"web-app"` for a name.
    Error("wrong-type") on Request {
        good: [
            r#"{"http_port": 8080}"#,
            r#"{"http_port": null}"#,
        ],
        bad: [
            r#"{"http_port": "8080"}"# => "/http_port",
            r#"{"name": null}"# => "/name",
            r"[]" => "",
        ],
    }
}
