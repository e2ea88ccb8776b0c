//! What is found wrong with a text.

use std::borrow::Cow;
use std::fmt;

use crate::Span;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Severity {
    /// Worth knowing, and nothing to mend.
    Info,
    /// Accepted, but hardly meant.
    Warning,
    /// Ruled out.
    Error,
}

impl Severity {
    /// The name in lower case: `info`, `warning` or `error`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// JSON Pointer (RFC 6901) into a schema, to a keyword or a subschema.
///
/// It is put together where it is written, since most findings are read without it.
///
/// ```
/// use vpcheck_syntax::SchemaPointer;
///
/// let pointer = SchemaPointer::keyword("/$defs/Port", "maximum");
/// assert_eq!(pointer.to_string(), "/$defs/Port/maximum");
/// assert_eq!(pointer, SchemaPointer::new("/$defs/Port/maximum"));
/// ```
#[derive(Clone, Debug, Eq)]
pub struct SchemaPointer {
    schema: Cow<'static, str>,
    keyword: Option<&'static str>,
}

impl SchemaPointer {
    /// The pointer that is written so.
    #[must_use]
    pub fn new(pointer: impl Into<Cow<'static, str>>) -> SchemaPointer {
        SchemaPointer { schema: pointer.into(), keyword: None }
    }

    /// The pointer to a keyword of a schema. A keyword has nothing in it that would be escaped.
    #[must_use]
    pub const fn keyword(schema: &'static str, keyword: &'static str) -> SchemaPointer {
        SchemaPointer { schema: Cow::Borrowed(schema), keyword: Some(keyword) }
    }
}

impl PartialEq for SchemaPointer {
    fn eq(&self, other: &SchemaPointer) -> bool {
        self.to_string() == other.to_string()
    }
}

impl fmt::Display for SchemaPointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.schema)?;
        match self.keyword {
            Some(keyword) => write!(formatter, "/{keyword}"),
            None => Ok(()),
        }
    }
}

/// One thing that is wrong, with its place.
///
/// Text of the input that is quoted in a message is not escaped here: whoever writes it out does that.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Diagnostic {
    /// Id of the rule, in kebab-case.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The bytes it is about.
    pub span: Span,
    /// JSON Pointer (RFC 6901) of the value it is about; empty for the root and for syntax errors.
    pub pointer: String,
    /// What is wrong and what is right: one sentence in lower case without a full stop, members in backticks.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// How the document was read where that explains the finding, such as `read as an HTTP service on a hostname host`.
    pub note: Option<String>,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// The keyword of the schema that failed.
    pub schema: Option<SchemaPointer>,
    /// Edits that mend it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A diagnostic of the root without help, labels or fix.
    #[must_use]
    pub fn new(rule: &'static str, severity: Severity, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            rule,
            severity,
            span,
            pointer: String::new(),
            message: message.into(),
            help: None,
            note: None,
            labels: Vec::new(),
            schema: None,
            fix: None,
        }
    }

    /// The same with a JSON Pointer.
    #[must_use]
    pub fn with_pointer(mut self, pointer: impl Into<String>) -> Diagnostic {
        self.pointer = pointer.into();
        self
    }

    /// The same with help.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// The same with one more label.
    #[must_use]
    pub fn with_label(mut self, span: Span, message: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Moves every place in it, as where the text is a part of a file.
    pub(crate) fn move_by(&mut self, base: u32) {
        let labels = self.labels.iter_mut().map(|label| &mut label.span);
        let edits = self.fix.iter_mut().flat_map(|fix| &mut fix.edits).map(|edit| &mut edit.span);
        for span in [&mut self.span].into_iter().chain(labels).chain(edits) {
            *span = Span::new(span.start.saturating_add(base), span.end.saturating_add(base));
        }
    }

    /// The same with a fix.
    #[must_use]
    pub fn with_fix(mut self, fix: Fix) -> Diagnostic {
        self.fix = Some(fix);
        self
    }
}

/// Another place that belongs to a diagnostic.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Label {
    /// The bytes it is about.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// Whether a fix may be applied without a look.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Safety {
    /// The meaning stays, or becomes what was certainly meant.
    Safe,
    /// What was meant is a guess.
    Unsafe,
}

/// Edits that mend a finding.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fix {
    /// Whether it may be applied without a look.
    pub safety: Safety,
    /// The edits, which do not overlap, in the order of the text.
    pub edits: Vec<Edit>,
}

/// A replacement of bytes by text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Edit {
    /// The bytes to replace.
    pub span: Span,
    /// What to put there, in the syntax of the file.
    pub text: String,
}
