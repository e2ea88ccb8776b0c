use crate::rule::declare_rule;

declare_rule! {
    /// A name that does not follow the pattern in the policy of the configuration.
    ///
    /// # Why
    ///
    /// The API takes any name, and an organisation usually has a way to name things, so that one sees whose service it is.
    /// `policy.names` in the configuration is a regular expression that has to match somewhere in the name: put it between `^` and `$` where it is
    /// about the whole name.
    ///
    /// # Fix
    ///
    /// Rename the service, or have the pattern changed.
    Error("policy-name") on Policy {
        good: [r#"{"name": "web-app"}"#],
        bad: [
            r#"{"name": "Web app"}"# => "/name",
        ],
    }
}
