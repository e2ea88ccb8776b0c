//! Strings in quotes that JSON does not have.

use super::{
    parser::Parser,
    recovery::{replacement, syntax},
    string::Token,
};
use crate::escape::shorten;

/// What begins in quotes that are no double quotes.
pub(super) enum Quoted {
    Whole(Token),
    /// It does not end on its line. What was told covers the rest of the line.
    Unclosed,
}

impl Parser<'_> {
    /// Reads a string in quotes that are no double quotes, where one begins here.
    pub(super) fn other_quotes(&mut self, what: &str) -> Option<Quoted> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let quote = rest.chars().next()?;
        let (closing, kind): (&[char], _) = match quote {
            '\'' => (&['\''], "single quotes"),
            '`' => (&['`'], "backticks"),
            '\u{201c}'..='\u{201f}' => (&['\u{201c}', '\u{201d}', '\u{201f}', '"'], "curly quotes"),
            '\u{2018}'..='\u{201b}' => (&['\u{2018}', '\u{2019}', '\u{201b}', '\''], "curly quotes"),
            '«' => (&['»'], "angle quotes"),
            '»' => (&['«', '»'], "angle quotes"),
            _ => return None,
        };
        let content_start = quote.len_utf8();
        let mut is_escaped = false;
        let mut content = String::new();
        for (index, character) in rest.char_indices().skip(1) {
            match character {
                '\n' | '\r' => break,
                '\\' if !is_escaped => {
                    is_escaped = true;
                    continue;
                }
                end if closing.contains(&end) && !is_escaped => {
                    self.at = start + index + character.len_utf8();
                    self.after_string = self.at;
                    let written =
                        rest.get(content_start..index).unwrap_or_default().replace("\\'", "'").replace('"', "\\\"");
                    let span = self.span(start);
                    let shown = shorten(&written);
                    let diagnostic = syntax(span, format!("{what} is in double quotes, and not in {kind}"));
                    let diagnostic = diagnostic.with_help(format!("write `\"{shown}\"`"));
                    self.report(diagnostic.with_fix(replacement(span, &format!("\"{written}\""))));
                    let decoded = Some(self.decoded.add(&content));
                    return Some(Quoted::Whole(Token { span, decoded, complete: true, lone_surrogate: None }));
                }
                other => {
                    if is_escaped && !closing.contains(&other) {
                        content.push('\\');
                    }
                    content.push(other);
                }
            }
            is_escaped = false;
        }
        self.at += content_start;
        self.report(syntax(self.span(start), format!("{what} is in double quotes, and not in {kind}")));
        Some(Quoted::Unclosed)
    }
}
