//! What comments say to this tool.

use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Severity, Span, limits};
use vpcheck_validate::{Rule, near_spelling, rule, rules};

use super::cannot_be_hidden;
use crate::read::did_you_mean;
use crate::rule_ids::{CONFIGURATION, UNKNOWN, WITHOUT_REASON};
use crate::value::Date;

/// What every one starts with.
const MARK: &str = "vpcheck:";

/// How many slips in a text get a near spelling: looking for one takes a while, and nobody reads more.
const NEAR_SPELLINGS: usize = 100;

/// What a comment says to this tool.
#[derive(Debug)]
pub(super) struct Directive {
    pub(super) form: Form,
    /// The rules that can be hidden, with the places of their names.
    pub(super) rules: Vec<(&'static Rule, Span)>,
    pub(super) until: Option<(Date, Span)>,
    pub(super) problems: Vec<Problem>,
}

/// What it is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Form {
    /// `ignore`, for a line.
    Line,
    /// `ignore-file`, for the text.
    File,
}

const FORMS: [(&str, Form); 2] = [("ignore", Form::Line), ("ignore-file", Form::File)];

/// What is wrong with a comment.
#[derive(Debug)]
pub(super) struct Problem {
    rule: &'static str,
    span: Span,
    message: String,
    help: Option<String>,
}

impl Problem {
    fn new(rule: &'static str, span: Span, message: impl Into<String>) -> Problem {
        Problem { rule, span, message: message.into(), help: None }
    }

    pub(super) fn into_diagnostic(self) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(self.rule, Severity::Warning, self.span, self.message);
        diagnostic.help = self.help;
        diagnostic
    }
}

/// What a comment says to this tool, maybe several things. `problems` is how many were found in the text before.
pub(super) fn directives(bytes: &[u8], comment: Span, problems: usize) -> Vec<Directive> {
    // What is not valid UTF-8 is not read, and reported as such.
    let text = bytes.get(comment.range()).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    let mut marks: Vec<usize> = text.match_indices(MARK).map(|(offset, _)| offset).collect();
    let is_word = |offset: &usize| text.get(..*offset).is_some_and(|before| !before.ends_with(is_word_character));
    marks.retain(is_word);
    let mut found = Vec::new();
    let mut problems = problems;
    for (number, offset) in marks.iter().enumerate() {
        let end = marks.get(number + 1).copied().unwrap_or(text.len());
        let said = text.get(*offset..end).and_then(|text| text.lines().next()).unwrap_or_default();
        let words = Words { text: said, base: comment.start.saturating_add(narrow(*offset)), at: 0, problems };
        if let Some(directive) = words.directive() {
            problems += directive.problems.len();
            found.push(directive);
        }
    }
    found
}

/// Reads one from left to right.
struct Words<'c> {
    text: &'c str,
    /// Where the text is in the file.
    base: u32,
    at: usize,
    /// How many problems the file has already.
    problems: usize,
}

impl Words<'_> {
    /// What is said; nothing where the mark is only part of a sentence.
    fn directive(mut self) -> Option<Directive> {
        self.at = MARK.len();
        self.skip(char::is_whitespace);
        let start = self.at;
        self.skip(is_word_character);
        let word = self.text.get(start..self.at).unwrap_or_default();
        let word_span = self.span(start, self.at);
        let form = FORMS.iter().find(|(name, _)| *name == word).map(|(_, form)| *form);
        self.skip(|character| character == ' ');
        let Some(form) = form else {
            let near = near_spelling(word, FORMS.map(|(name, _)| name));
            if near.is_none() && !self.rest().starts_with('[') {
                return None;
            }
            let message = format!("there is no `vpcheck: {}`", shorten(word));
            let problem = Problem { help: near.map(did_you_mean), ..Problem::new(UNKNOWN, word_span, message) };
            return Some(refused(problem));
        };
        if !self.rest().starts_with('[') {
            let message = format!("`vpcheck: {word}` names no rule: write `vpcheck: {word}[rule] reason`");
            return Some(refused(Problem::new(UNKNOWN, word_span, message)));
        }
        let open = self.at;
        let Some(length) = self.rest().find(']') else {
            return Some(refused(Problem::new(UNKNOWN, self.span(open, self.text.len()), "the `[` is not closed")));
        };
        let mut directive = Directive { form, rules: Vec::new(), until: None, problems: Vec::new() };
        self.rules(open + 1, open + length, &mut directive);
        self.at = open + length + 1;
        self.until(&mut directive);
        let reason = self.rest().trim_end().trim_end_matches("*/").trim_end_matches("-->");
        let is_usable =
            !directive.rules.is_empty() && !directive.problems.iter().any(|problem| problem.rule == UNKNOWN);
        if is_usable && !reason.contains(char::is_alphanumeric) {
            let message = "this does not say why: write a reason behind the brackets";
            directive.problems.push(Problem::new(WITHOUT_REASON, self.span(0, open + length + 1), message));
        }
        Some(directive)
    }

    /// The names of rules between brackets.
    fn rules(&self, start: usize, end: usize, directive: &mut Directive) {
        let names = self.text.get(start..end).unwrap_or_default();
        let mut at = start;
        for part in names.split(',') {
            let name = part.trim();
            let name_start = at + (part.len() - part.trim_start().len());
            let span = self.span(name_start, name_start + name.len());
            at += part.len() + 1;
            if name.is_empty() {
                continue;
            }
            if self.problems + directive.problems.len() > limits::DIAGNOSTICS {
                return;
            }
            let known = rule(name).filter(|rule| rule.id != CONFIGURATION);
            match (known, known.and_then(|rule| cannot_be_hidden(rule.id))) {
                (Some(rule), None) => directive.rules.push((rule, span)),
                (Some(_), Some(why)) => {
                    directive.problems.push(Problem::new(UNKNOWN, span, format!("`{name}` cannot be hidden: {why}")));
                }
                (None, _) => {
                    let is_read = self.problems + directive.problems.len() < NEAR_SPELLINGS;
                    let near = is_read.then(|| near_spelling(name, rules().iter().map(|rule| rule.id))).flatten();
                    let message = format!("there is no rule `{}`", shorten(name));
                    let problem = Problem { help: near.map(did_you_mean), ..Problem::new(UNKNOWN, span, message) };
                    directive.problems.push(problem);
                }
            }
        }
        if names.trim_matches([',', ' ']).is_empty() {
            let message = "the brackets name no rule: there is no form that hides every rule";
            directive.problems.push(Problem::new(UNKNOWN, self.span(start - 1, end + 1), message));
        }
    }

    /// The date behind the brackets, if there is one. With a bad one the comment hides nothing.
    fn until(&mut self, directive: &mut Directive) {
        self.skip(char::is_whitespace);
        let start = self.at;
        let text = self.text.get(start..).unwrap_or_default();
        let Some(date) = text.strip_prefix("until=") else { return };
        let date = date.split(char::is_whitespace).next().unwrap_or_default();
        let date = date.trim_end_matches("*/").trim_end_matches("-->");
        self.at = start + "until=".len() + date.len();
        let span = self.span(start, self.at);
        if let Some(date) = Date::new(date) {
            directive.until = Some((date, span));
        } else {
            let message = format!("`until` is \"{}\", and a date is a day such as 2027-01-31", shorten(date));
            directive.problems.push(Problem::new(UNKNOWN, span, message));
            directive.rules.clear();
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, is_skipped: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_skipped).len();
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.base.saturating_add(narrow(start)), self.base.saturating_add(narrow(end)))
    }
}

/// One that hides nothing.
fn refused(problem: Problem) -> Directive {
    Directive { form: Form::File, rules: Vec::new(), until: None, problems: vec![problem] }
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_')
}

fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
