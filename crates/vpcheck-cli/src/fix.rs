//! Fixes: mends texts, shows what that changes, and writes files over.

pub(crate) mod diff;
pub(crate) mod replace;

use vpcheck_validate::{Diagnostic, Safety, fix};

use crate::exit::Failure;

/// How often a text is checked and mended again. Each round mends all that goes together, so that a few are enough.
const MOST_ROUNDS: usize = 100;

/// A text that was mended.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Mended {
    /// The new text.
    pub(crate) bytes: Vec<u8>,
    /// How many fixes were applied.
    pub(crate) count: usize,
}

/// Applies fixes until none is left; nothing where there was none. `look` gives the findings of a text.
///
/// Fails where a text that could be read would no longer be one.
pub(crate) fn mend(
    name: &str,
    text: &[u8],
    most: Safety,
    look: impl Fn(&[u8]) -> Vec<Diagnostic>,
) -> Result<Option<Mended>, Failure> {
    let mut found = look(text);
    let was_readable = is_readable(&found);
    let mut mended: Option<Mended> = None;
    for _ in 0..MOST_ROUNDS {
        let current = mended.as_ref().map_or(text, |mended| mended.bytes.as_slice());
        let Some(next) = fix::apply(current, &found, most) else { break };
        found = look(&next.bytes);
        if was_readable && !is_readable(&found) {
            let failure = Failure::new(format!("the fixes would leave {name} unreadable: it stays as it is"));
            return Err(failure.with_help("this is a bug of vpcheck: please report it, with the file"));
        }
        let count = mended.map_or(0, |mended| mended.count) + next.count;
        mended = Some(Mended { bytes: next.bytes, count });
    }
    // Fixes that undo each other change nothing.
    Ok(mended.filter(|mended| mended.bytes != text))
}

/// Whether a text could be read as a whole, and says nothing twice.
fn is_readable(found: &[Diagnostic]) -> bool {
    let is_of_text = |rule: &str| {
        rule.ends_with("-syntax") || matches!(rule, "duplicate-member" | "invalid-utf8" | "depth-limit" | "size-limit")
    };
    !found.iter().any(|diagnostic| is_of_text(diagnostic.rule))
}

#[cfg(test)]
mod tests {
    use vpcheck_validate::{Diagnostic, Edit, Fix, Operation, Safety, Severity, Source, Span, check};

    use super::{Mended, mend};

    fn look(text: &[u8]) -> Vec<Diagnostic> {
        let report = check(&Source::json("text.json", text), Operation::Request);
        report.findings().iter().map(|finding| finding.diagnostic.clone()).collect()
    }

    /// A finding whose fix puts `text` in the place of some bytes.
    fn found(rule: &'static str, span: Span, text: &str) -> Diagnostic {
        let fix = Fix { safety: Safety::Safe, edits: vec![Edit { span, text: text.to_owned() }] };
        Diagnostic::new(rule, Severity::Error, span, "wrong").with_fix(fix)
    }

    #[test]
    fn mends_what_shows_only_when_something_else_was_mended() {
        let network = r#""network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}"#;
        let text = format!(r#"{{"name": "web", "Type": "HTTP", "host": {{"ipv4": "10.0.0.1/32", {network}}}}}"#);
        let mended = mend("text.json", text.as_bytes(), Safety::Safe, look).expect("it can be read");
        let expected = format!(r#"{{"name": "web", "type": "http", "host": {{"ipv4": "10.0.0.1", {network}}}}}"#);
        assert_eq!(mended, Some(Mended { bytes: expected.clone().into_bytes(), count: 3 }));
        assert_eq!(mend("text.json", expected.as_bytes(), Safety::Safe, look), Ok(None));
    }

    #[test]
    fn keeps_what_would_become_unreadable() {
        let look = |text: &[u8]| match text {
            b"ab" => vec![found("rule", Span::new(0, 1), "{")],
            _ => vec![Diagnostic::new("json-syntax", Severity::Error, Span::new(0, 1), "wrong")],
        };
        let failure = mend("text.json", b"ab", Safety::Safe, look).expect_err("it becomes unreadable");
        assert!(failure.to_string().contains("would leave text.json unreadable"), "{failure}");
    }

    #[test]
    fn fixes_that_undo_each_other_end() {
        let look = |text: &[u8]| vec![found("rule", Span::new(0, 1), if text.starts_with(b"a") { "b" } else { "a" })];
        assert_eq!(mend("text.json", b"a", Safety::Safe, look), Ok(None));
    }
}
