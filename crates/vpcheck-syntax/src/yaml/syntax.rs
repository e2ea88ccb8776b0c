//! Syntax errors in our words: what is wrong, and what to do.

use std::borrow::Cow;

use granit_parser::ErrorKind;

use super::{
    escapes,
    recovery::{Gap, Until},
};
use crate::{Diagnostic, Edit, Fix, Safety, Severity, Span, encoding::offset, escape::shorten};

/// How far the end of a conflict is looked for, so that many of them take no longer than the text is long.
const CONFLICT_BYTES: usize = 16 << 10;

/// Where the parser could not go on.
pub(super) struct Stop<'t> {
    pub(super) text: &'t str,
    /// The byte that it could not read, or where the token with it begins.
    pub(super) at: usize,
    /// What was read as a scalar without quotes that ends there.
    pub(super) before: Option<Span>,
    /// The bracket that was opened last.
    pub(super) bracket: Option<Span>,
    /// The bracket that was opened first and is open still.
    pub(super) outermost: Option<Span>,
    /// Where the last token before it ends.
    pub(super) from: usize,
}

impl Stop<'_> {
    /// What is wrong.
    pub(super) fn explain(&self, kind: &ErrorKind) -> Diagnostic {
        if let Some(diagnostic) = self.conflict() {
            return diagnostic;
        }
        match kind {
            ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidSimpleKey => self.colon(),
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
            | ErrorKind::InvalidBlockEntryWhitespace
            | ErrorKind::InvalidMappingValueWhitespace => self.tab(),
            ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
                let quote = self.shown();
                error(self.here(), format!("a string is not closed: add the closing `{quote}`"))
            }
            ErrorKind::InvalidTrailingDoubleQuotedScalar => self.after_quote('"', "\\\""),
            ErrorKind::InvalidTrailingSingleQuotedScalar => self.after_quote('\'', "''"),
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidLowSurrogate
            | ErrorKind::MissingLowSurrogate
            | ErrorKind::UnpairedLowSurrogate
            | ErrorKind::InvalidUnicodeEscape => escapes::explain(self.text, self.at),
            ErrorKind::UnclosedFlowCollection { open } => {
                error(self.here(), format!("`{open}` is not closed: add `{}`", closing(*open)))
            }
            ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
                let message = format!("`{open}` is closed with `{close}`: write `{}`", closing(*open));
                self.with_bracket(error(self.here(), message))
            }
            ErrorKind::MisplacedFlowCollectionEnd => {
                error(self.here(), format!("`{}` closes nothing: remove it", self.shown()))
            }
            ErrorKind::InvalidColonPlacement
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::BlockEntryInFlowCollection
            | ErrorKind::FlowMappingValueAdjacentCollection
            | ErrorKind::PlainScalarStartsWithDashFlowIndicator => self.in_brackets(),
            ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::ExpectedDocumentStart
            | ErrorKind::InvalidDocumentEnd
            | ErrorKind::UnexpectedEofBlockMapping
            | ErrorKind::UnexpectedEofBlockSequence
            | ErrorKind::ExpectedNodeContent
            | ErrorKind::UnexpectedEof => self.line(),
            ErrorKind::SimpleKeyExpected => {
                let key = self.rest();
                let message = format!("`{}` is no key: add a colon and a value", self.slice(key));
                error(key, message)
            }
            ErrorKind::BlockSequenceEntryNotAllowed => error(
                self.here(),
                "a list begins in the line of its key: begin it in a new line, or write it in `[` and `]`".to_owned(),
            ),
            ErrorKind::UnexpectedCharacter { character } => self.character(*character),
            other => error(self.here(), other_message(other).to_owned()),
        }
    }

    /// What follows a string that was closed by the first quote of another one, or by one that was meant as text.
    fn after_quote(&self, quote: char, escaped: &str) -> Diagnostic {
        let before = self.text.get(self.from..self.at).unwrap_or_default();
        if let Some(opening) = before.find(quote)
            && let Some((first, rest)) = before.get(opening..).and_then(|string| string.split_once(['\n', '\r']))
            && begins_anew(rest.trim_start())
        {
            let start = self.from + opening;
            let span = Span::new(offset(start), offset(start + first.trim_end().len()));
            return error(span, format!("a string is not closed in its line: add the closing `{quote}`"));
        }
        let message =
            format!("the text goes on after the closing `{quote}`: write `{escaped}` for a quote inside of a string");
        error(self.rest(), message)
    }

    /// What cannot be read because of an error that was explained.
    pub(super) fn gap(&self, kind: &ErrorKind, told: &Diagnostic) -> Gap {
        let fault = told.span.start as usize;
        let rest = self.text.get(fault..).unwrap_or_default();
        if rest.starts_with("<<<<<<< ")
            && let Some(end) =
                rest.get(..rest.floor_char_boundary(CONFLICT_BYTES)).and_then(|rest| rest.find("\n>>>>>>> "))
        {
            // Both sides of a conflict are left out: members of them would be there twice.
            return Gap::around(self.text, fault, fault, Until::Block(fault + end + 1));
        }
        let in_brackets = matches!(
            kind,
            ErrorKind::InvalidColonPlacement
                | ErrorKind::ExpectedFlowMappingSeparator
                | ErrorKind::ExpectedFlowSequenceSeparator
                | ErrorKind::UnexpectedEofFlowSequence
                | ErrorKind::UnexpectedEofFlowMapping
                | ErrorKind::UnexpectedEofImplicitFlowMapping
                | ErrorKind::BlockEntryInFlowCollection
                | ErrorKind::FlowMappingValueAdjacentCollection
                | ErrorKind::PlainScalarStartsWithDashFlowIndicator
        );
        match self.outermost.filter(|_| in_brackets) {
            Some(bracket) if self.goes_on_elsewhere() => {
                Gap::around(self.text, bracket.start as usize, fault, Until::Line(fault))
            }
            Some(bracket) => Gap::around(self.text, bracket.start as usize, fault, Until::Block(self.at)),
            None => Gap::around(self.text, fault, fault, Until::Block(fault)),
        }
    }

    /// A colon that cannot be one of a key.
    fn colon(&self) -> Diagnostic {
        let Some(before) = self.before else {
            let message = "a value goes on with a colon: put quotes around all of it, or begin a new line for a key";
            return error(self.here(), message.to_owned());
        };
        let scalar = self.text.get(before.range()).unwrap_or_default();
        let Some((first, _)) = scalar.split_once(['\n', '\r']) else {
            if scalar.len() > 1000 {
                return error(before, "a key has more than 1024 characters: write `? ` before it".to_owned());
            }
            let message =
                format!("`{}` is a key inside of a value: put quotes around a value with `: ` in it", shorten(scalar));
            return error(before, message);
        };
        if let Some(colon) = tight_colon(first) {
            let at = before.start + offset(colon);
            let span = Span::new(before.start, at + 1);
            let message = format!("`{}` is no key without a space after its colon", self.slice(span));
            let edits = vec![Edit { span: Span::new(at + 1, at + 1), text: " ".to_owned() }];
            return error(span, message).with_help("put a space there").with_fix(Fix { safety: Safety::Unsafe, edits });
        }
        let last = scalar.rsplit(['\n', '\r']).next().unwrap_or_default().trim_start();
        let key = Span::new(before.end - offset(last.len()), before.end);
        let message = format!("`{}` is further in than the key before it, which has a value already", shorten(last));
        let help = "indent the keys of one mapping alike";
        error(key, message).with_help(help).with_label(
            Span::new(before.start, before.start + offset(first.len())),
            "this value goes on in the next line",
        )
    }

    /// A tab where only spaces may be.
    fn tab(&self) -> Diagnostic {
        // The parser gives the token before the tab, or the place after it.
        let line = self.line_start(self.at);
        let from = self.text.get(line..).unwrap_or_default();
        let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
        let mut start = line;
        for part in from.split_inclusive(['\n', '\r']).take(3) {
            let blank = indentation(part);
            if part.get(..blank).is_some_and(|blank| blank.contains('\t')) {
                let span = Span::new(offset(start), offset(start + blank));
                return error(span, "a tab indents this line: use spaces".to_owned());
            }
            start += part.len();
        }
        let line = self.text.get(line..).unwrap_or_default().lines().next().unwrap_or_default();
        let at = line.find('\t').map_or(self.at, |tab| self.line_start(self.at) + tab);
        error(
            Span::new(offset(at), offset(at + 1).min(offset(self.text.len()))),
            "a tab stands where YAML has spaces: use a space".to_owned(),
        )
    }

    /// Something in brackets that does not go on as it should.
    fn in_brackets(&self) -> Diagnostic {
        let open = self.bracket.and_then(|bracket| self.text.get(bracket.range())).unwrap_or("[");
        let close = closing(open.chars().next().unwrap_or('['));
        if self.goes_on_elsewhere() {
            let line = self.text.get(self.line_start(self.at)..).unwrap_or_default();
            let line = line.lines().next().unwrap_or_default();
            let trimmed = line.trim_start();
            let start = self.line_start(self.at) + (line.len() - trimmed.len());
            let span = Span::new(offset(start), offset(start + trimmed.trim_end().len()));
            let message = format!("`{open}` is not closed before this line: add `{close}`");
            return self.with_bracket(error(span, message));
        }
        let message = match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(',') => "a value is missing before this comma".to_owned(),
            Some('-') => "a list with `-` cannot stand in brackets: separate the values by commas".to_owned(),
            None => format!("`{open}` is not closed: add `{close}`"),
            _ => {
                let word = self.before.map_or(self.here(), |before| self.last_word(before));
                let message = format!("a comma is missing before `{}`, or `{close}`", self.slice(word));
                return self.with_bracket(error(word, message));
            }
        };
        let span = self.here();
        self.with_bracket(error(span, message))
    }

    /// Whether a line after that of the open bracket begins like one outside of it.
    fn goes_on_elsewhere(&self) -> bool {
        let start = self.line_start(self.at);
        let line = self.text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
        let close = self
            .bracket
            .and_then(|bracket| self.text.get(bracket.range()))
            .map_or(']', |open| closing(open.chars().next().unwrap_or('[')));
        let is_later = self.bracket.is_some_and(|bracket| self.line_start(bracket.start as usize) < start);
        is_later && begins_anew(line.trim_start()) && !line.contains(close)
    }

    /// What follows the last space in a scalar.
    fn last_word(&self, scalar: Span) -> Span {
        let text = self.text.get(scalar.range()).unwrap_or_default();
        let start = text.rfind([' ', '\t', '\n', '\r']).map_or(0, |space| space + 1);
        Span::new(scalar.start + offset(start), scalar.end)
    }

    /// A line that does not belong to what is open.
    fn line(&self) -> Diagnostic {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut start = self.at + (rest.len() - rest.trim_start().len());
        let line = self.text.get(self.line_start(start)..start).unwrap_or_default();
        if line.trim() == "-" {
            // The parser gives what is behind the dash.
            start -= line.trim_start().len();
        }
        let rest = self.text.get(start..).unwrap_or_default().lines().next().unwrap_or_default().trim_end();
        let span = Span::new(offset(start), offset(start + rest.len()));
        let before = self.text.get(self.line_start(start)..start).unwrap_or_default();
        let indentation = before.chars().count();
        let begins_value = before.trim_end().ends_with([':', '-', '?']);
        let message = if begins_value && let Some(first) = rest.chars().next() {
            format!("a value cannot begin with `{first}`: put it in quotes")
        } else if rest.is_empty() {
            "the text ends where a value is expected".to_owned()
        } else if !before.trim().is_empty() {
            format!("the value goes on with `{}`: put quotes around all of it", shorten(rest))
        } else if rest.starts_with("- ") || rest.starts_with("-\t") {
            "a list item stands where a key is expected: indent it under the key that it belongs to".to_owned()
        } else if rest.starts_with(['}', ']']) {
            format!("`{}` closes nothing: remove it", rest.get(..1).unwrap_or_default())
        } else if indentation == 0 {
            "this line belongs to nothing before it: begin a new document with `---`, or indent it".to_owned()
        } else {
            "this line is indented like no line that it can belong to".to_owned()
        };
        let diagnostic = error(span, message);
        if indentation > 0 && before.trim().is_empty() {
            return diagnostic.with_help("indent the keys of one mapping alike, and so the items of one list");
        }
        diagnostic
    }

    fn character(&self, character: char) -> Diagnostic {
        match character {
            '%' | '@' | '`' => {
                let message = format!("a value cannot begin with `{character}`: put it in quotes");
                error(self.here(), message)
            }
            control if control.is_control() || !control.is_alphanumeric() => {
                let message = format!("the character U+{:04X} cannot stand in YAML", u32::from(control));
                let help = format!("write it as `\\u{:04x}` in double quotes, or remove it", u32::from(control));
                // The parser gives the start of the scalar that it is in.
                let distance = self.text.get(self.at..).and_then(|rest| rest.find(control)).unwrap_or_default();
                let at = self.at + distance;
                error(Span::new(offset(at), offset(at + control.len_utf8())), message).with_help(help)
            }
            other => error(self.here(), format!("`{other}` cannot stand here")),
        }
    }

    /// A conflict that a merge has left.
    fn conflict(&self) -> Option<Diagnostic> {
        let before = self.before.map_or(self.at, |before| before.start as usize);
        let start = self.line_start(before);
        let line = self.text.get(start..)?.lines().next()?;
        let is_mark =
            ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|mark| line.starts_with(mark)) || line == "=======";
        let span = Span::new(offset(start), offset(start + line.len()));
        is_mark.then(|| error(span, "a merge has left a conflict here: resolve it".to_owned()))
    }

    fn with_bracket(&self, diagnostic: Diagnostic) -> Diagnostic {
        match self.bracket {
            Some(bracket) if bracket != diagnostic.span => diagnostic.with_label(bracket, "opened here"),
            _ => diagnostic,
        }
    }

    /// The character that could not be read.
    fn here(&self) -> Span {
        let length = self.text.get(self.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Span::new(offset(self.at), offset(self.at + length))
    }

    /// The rest of the line.
    fn rest(&self) -> Span {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default().trim_end();
        Span::new(offset(self.at), offset(self.at + line.len()))
    }

    fn shown(&self) -> Cow<'_, str> {
        self.slice(self.here())
    }

    fn slice(&self, span: Span) -> Cow<'_, str> {
        shorten(self.text.get(span.range()).unwrap_or_default())
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind(['\n', '\r'])).map_or(0, |line| line + 1)
    }
}

/// Messages for what is rare.
fn other_message(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::MissingAnchorOrAliasName => {
            "`&` and `*` need a name behind them: put a value that begins with one of them in quotes"
        }
        ErrorKind::CommentInterceptedScalar => {
            "a comment stands inside of a text of several lines: move it before or after"
        }
        ErrorKind::CommentNotSeparated => "a comment needs a space before its `#`",
        ErrorKind::ExpectedWhitespace => "a space is missing here",
        ErrorKind::BomInsideDocument => "a byte order mark stands inside of the text: remove it",
        ErrorKind::UndeclaredTagHandle => {
            "this tag has a handle that no `%TAG` declares: put a value that begins with `!` in quotes"
        }
        ErrorKind::ExpectedTagBang
        | ErrorKind::InvalidGlobalTagCharacter
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidTagEscape
        | ErrorKind::InvalidTagUtf8LeadingByte
        | ErrorKind::InvalidTagUtf8TrailingByte
        | ErrorKind::InvalidTagUtf8 => "this is no tag: put a value that begins with `!` in quotes",
        ErrorKind::InvalidBlockScalarHeader => "the text of a block begins in the line after its `|` or `>`",
        ErrorKind::ZeroBlockScalarIndent => "the indentation of a block is a digit from 1 to 9",
        ErrorKind::InvalidBlockScalarIndent => {
            "the lines of a block are indented at least as far as its first blank lines"
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::UnexpectedEndOfPlainScalar => {
            "this line is not indented far enough to belong to the value before it"
        }
        ErrorKind::MappingKeyNotAllowed => "a key cannot stand here: begin a new line for it",
        ErrorKind::UnsupportedYamlMajorVersion
        | ErrorKind::MissingYamlVersionSeparator
        | ErrorKind::YamlVersionTooLong
        | ErrorKind::MissingYamlVersion
        | ErrorKind::DuplicateVersionDirective => "a version of YAML is written once, as `%YAML 1.2`",
        ErrorKind::DuplicateTagDirective
        | ErrorKind::ExpectedTagDirectiveBang
        | ErrorKind::InvalidTagDirectiveTerminator => {
            "a handle of tags is declared once, as `%TAG !name! tag:example.com:`"
        }
        ErrorKind::MissingDocumentEndBeforeDirective => {
            "a line that begins with `%` is a directive: put `...` before it, or quotes around it"
        }
        ErrorKind::InvalidDirectiveTerminator
        | ErrorKind::MissingDirectiveName
        | ErrorKind::InvalidDirectiveName
        | ErrorKind::DirectiveDisallowed
        | ErrorKind::DirectiveByteLimitExceeded { .. }
        | ErrorKind::TooManyReservedDirectiveParams { .. } => {
            "a line that begins with `%` is a directive, and this is none"
        }
        _ => "the text is no YAML from here on",
    }
}

/// Where a colon stands in a key that has no space after it.
fn tight_colon(line: &str) -> Option<usize> {
    let (key, rest) = line.split_once(':')?;
    (is_word(key) && !rest.starts_with("//")).then_some(key.len())
}

/// Whether a line begins with a key or a dash.
fn begins_anew(line: &str) -> bool {
    line.starts_with("- ") || line.split_once(':').is_some_and(|(key, _)| is_word(key))
}

pub(super) fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'"' | b'\''))
}

fn closing(open: char) -> char {
    if open == '{' { '}' } else { ']' }
}

pub(super) fn error(span: Span, message: String) -> Diagnostic {
    Diagnostic::new("yaml-syntax", Severity::Error, span, message)
}
