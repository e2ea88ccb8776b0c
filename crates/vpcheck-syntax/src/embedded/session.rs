//! Commands with what they print, as in a terminal.

/// The commands of a session, everything else blanked so that offsets stay; nothing where no line starts with a prompt.
///
/// A command goes on in the next line after a backslash; the `>` that a shell shows there is blanked as well.
pub(super) fn commands(text: &str) -> Option<String> {
    text.lines().any(|line| after_prompt(line).is_some()).then(|| {
        let mut commands = String::with_capacity(text.len());
        let mut goes_on = false;
        for line in text.split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            let kept = after_prompt(content)
                .or_else(|| goes_on.then(|| after_continuation(content)))
                .or_else(|| content.trim_start().starts_with('#').then_some(content));
            let kept_length = kept.map_or(0, str::len);
            commands.extend(std::iter::repeat_n(' ', content.len() - kept_length));
            commands.push_str(kept.unwrap_or_default());
            commands.push_str(line.get(content.len()..).unwrap_or_default());
            goes_on = kept.is_some_and(|kept| kept.ends_with('\\'));
        }
        commands
    })
}

/// What follows the prompt of a line.
fn after_prompt(line: &str) -> Option<&str> {
    line.trim_start_matches([' ', '\t']).strip_prefix("$ ")
}

/// A line in which a command goes on.
fn after_continuation(line: &str) -> &str {
    line.trim_start_matches([' ', '\t']).strip_prefix("> ").unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_commands_in_their_place() {
        assert_eq!(commands("echo a\necho $ b\n"), None);
        let text = "$ echo \\\n> a\nan 'a'\r\n  $ echo b\n# note\n";
        let blank = "  echo \\\n  a\n      \r\n    echo b\n# note\n";
        assert_eq!(commands(text).as_deref(), Some(blank));
    }
}
