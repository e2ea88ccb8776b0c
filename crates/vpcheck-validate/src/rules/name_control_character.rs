use crate::rule::{Context, declare_rule};
use crate::view::Placed;

declare_rule! {
    /// A service name with a character that controls and does not show.
    ///
    /// # Why
    ///
    /// Control characters and marks that turn the direction of text make a name look like another one, or do things to
    /// the terminal that prints it. Nobody has recorded what the API answers.
    ///
    /// # Fix
    ///
    /// Remove the character.
    Warning("name-control-character") on Name(check) {
        good: [
            r#"{"name": "web app"}"#,
            r#"{"name": "Büro 東京 📦"}"#,
        ],
        bad: [
            r#"{"name": "web\u0007app"}"# => "/name",
            r#"{"name": "web\u202eapp"}"# => "/name",
        ],
    }
}

fn check(name: Placed<'_, &str>, context: &mut Context<'_>) {
    if name.value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return;
    }
    // Whitespace at an end is told as such, be it a line feed.
    if let Some(character) = name.value.trim().chars().find(|&character| controls(character)) {
        let number = u32::from(character);
        context.report(name, format!("`name` has the control character U+{number:04X}, which does not show"));
    }
}

/// Whether a character controls how others are shown. Joiners, which emoji and some scripts need, do not count.
fn controls(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200B}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
