use crate::rule::declare_rule;

declare_rule! {
    /// A configuration file that says something else than what can be configured.
    ///
    /// # Why
    ///
    /// A key that nobody knows would be passed over, and a rule or a policy that was meant to be there would not be. So everything in
    /// `vpcheck.toml` is read strictly, and the command does nothing until it is right.
    ///
    /// # Fix
    ///
    /// Take the spelling that the finding names. `vpcheck config schema` prints the JSON Schema of the file, with which an editor completes
    /// keys and shows what they mean; `vpcheck init` writes a file with comments.
    Error("configuration") on Settings {
        good: ["[rules]\nverification-disabled = \"error\""],
        bad: [
            "[rules]\nverification-disabled = \"eror\"" => "/rules/verification-disabled",
        ],
    }
}
