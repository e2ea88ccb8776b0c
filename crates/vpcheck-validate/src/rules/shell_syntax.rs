use crate::rule::declare_rule;

declare_rule! {
    /// A command of wrangler that the shell cannot read to its end.
    ///
    /// # Why
    ///
    /// A quote, a substitution or a parenthesis is not closed before the text ends, so that the shell waits for more and runs nothing.
    /// It is told of commands that create or update a service; what else is in a script is not looked at.
    ///
    /// # Fix
    ///
    /// Close what is open.
    Error("shell-syntax") on Shell {
        good: [r#"wrangler vpc service create "web app" --type http --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"#],
        bad: [r#"wrangler vpc service create --type http --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b "web app"# => ""],
    }
}
