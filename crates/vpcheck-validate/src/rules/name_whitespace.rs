use vpcheck_syntax::Safety;

use crate::rule::{Context, declare_rule, quoted};
use crate::view::Placed;

declare_rule! {
    /// A service name that begins or ends with whitespace.
    ///
    /// # Why
    ///
    /// Names are unique within an account, character by character: `web` and `web ` (with a space) are two services
    /// that look like one. Nobody has recorded whether the API trims names.
    ///
    /// # Fix
    ///
    /// Remove the whitespace at both ends.
    Warning("name-whitespace") on Name(check) {
        good: [r#"{"name": "web app"}"#],
        bad: [
            r#"{"name": " web app"}"# => "/name",
            r#"{"name": "web app\n"}"# => "/name",
        ],
    }
}

fn check(name: Placed<'_, &str>, context: &mut Context<'_>) {
    let begins = name.value.starts_with(char::is_whitespace);
    if !begins && !name.value.ends_with(char::is_whitespace) {
        return;
    }
    let trimmed = name.value.trim();
    // A name of whitespace only is blank.
    if trimmed.is_empty() {
        return;
    }
    let end = if begins { "begins" } else { "ends" };
    context
        .report(name, format!("`name` {end} with whitespace, which makes it another name"))
        .help(format!("write {}", quoted(trimmed)))
        .replace(Safety::Safe, name, trimmed);
}
