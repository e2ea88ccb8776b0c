use crate::rule::{Context, declare_rule};
use crate::view::Placed;

declare_rule! {
    /// A service name that shows nothing.
    ///
    /// # Why
    ///
    /// Whitespace is a name for the API, as far as its schema says, and people cannot tell such a service from another
    /// one. Nobody has recorded what the API answers.
    ///
    /// # Fix
    ///
    /// Give the service a name that says what it is. Names are unique within an account.
    Warning("blank-name") on Name(check) {
        good: [r#"{"name": "web app"}"#],
        bad: [r#"{"name": "   "}"# => "/name"],
    }
}

fn check(name: Placed<'_, &str>, context: &mut Context<'_>) {
    if name.value.chars().all(char::is_whitespace) {
        context.report(name, "`name` is blank, and a name has something to see");
    }
}
