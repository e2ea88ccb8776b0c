//! Findings with text in them that was made to be taken for something else.

use vpcheck_report::{Format, Renderer};
use vpcheck_syntax::{Diagnostic, Edit, Fix, Safety, Severity, Source, Span};
use vpcheck_validate::Report;

/// What a terminal or a build server obeys, what turns the direction of writing or cannot be seen, and what ends or starts something in
/// one of the formats.
pub(crate) const HOSTILE: [&str; 30] = [
    "\u{1b}[2J",
    "\u{1b}]8;;https://example.com\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{9b}31m\u{9d}0;title\u{9c}",
    "\u{202e}gnp.exe\u{202c}\u{2066}a\u{2069}",
    "a\u{200b}b\u{feff}c\u{ad}d\u{e0041}",
    "\nerror: forged",
    "\r\n::error::forged\r\n",
    "::error::forged",
    "  ::stop-commands::x",
    "%0A::error::forged",
    "%0D%0A%25%3A%2C",
    ",line=1,title=forged::",
    "##[error]forged",
    "a ##vso[task.complete result=Succeeded] ##teamcity[x]",
    "\0\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}",
    "\u{85}\u{2028}\u{2029}",
    "]]>",
    "<![CDATA[x]]>",
    "</failure><testcase name=\"forged\"/>",
    "&amp;&#0;&lt;",
    "\"'`",
    "\\\" \\u0022 \\",
    "\u{fffe}\u{ffff}\u{fffd}\u{10ffff}\u{d7ff}\u{e000}",
    "[click](https://example.com) [a](1)",
    "[a\\](1) {0} {{1}}",
    "https://example.com/#?x",
    "../../../etc/passwd",
    "javascript:alert(1)",
    " ",
    "",
];

/// A document with `text` in its name, in itself, and in everything that is said about it.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) source: Source<'static>,
    pub(crate) report: Report,
}

impl Case {
    pub(crate) fn new(text: &str) -> Case {
        Case::named(text.to_owned(), text)
    }

    pub(crate) fn named(name: String, text: &str) -> Case {
        let document = format!("{{\"name\": \"{text}\",\n\"{text}\": 1}}\n");
        let source = Source::json(name.clone(), document.into_bytes());
        let whole = u32::try_from(source.bytes().len()).expect("it is short");
        let edit = |span| Edit { span, text: format!("\"{text}\"") };
        let first = Diagnostic::new("unknown-member", Severity::Warning, Span::new(1, 7), format!("there is `{text}`"))
            .with_pointer(format!("/{text}"))
            .with_help(text)
            .with_label(Span::new(9, 10), text)
            .with_fix(Fix {
                safety: Safety::Unsafe,
                edits: vec![edit(Span::new(1, 7)), edit(Span::new(whole - 3, whole - 3))],
            });
        let second = Diagnostic::new("json-syntax", Severity::Error, Span::new(0, whole), text);
        let third = Diagnostic::new("json-syntax", Severity::Info, Span::new(0, whole), text);
        let report = Report::new(&source, vec![first, second, third], 1);
        Case { name, source, report }
    }

    pub(crate) fn render(&self, format: Format) -> String {
        Renderer::new(format).render(&[(&self.report, &self.source)])
    }
}

/// All cases, each with its text.
pub(crate) fn cases() -> impl Iterator<Item = (&'static str, Case)> {
    HOSTILE.into_iter().map(|text| (text, Case::new(text)))
}
