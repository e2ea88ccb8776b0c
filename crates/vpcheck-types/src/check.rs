//! A request from JSON, or everything that is wrong with the text.

use alloc::string::ToString as _;
use alloc::vec::Vec;

use vpcheck_validate::{Diagnostic, Operation, Report, Severity, Source, Span, check};

use crate::ServiceRequest;
use crate::json::{self, Refused};

impl ServiceRequest {
    /// Reads the body of a create or an update from JSON.
    ///
    /// Warnings do not keep a service from being read; [`vpcheck_validate::check`] tells them.
    ///
    /// # Errors
    ///
    /// Gives the report of everything that was found, warnings included, where there is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// use vpcheck_types::ServiceRequest;
    ///
    /// let report = ServiceRequest::from_json(r#"{"name": "", "type": "HTTP", "host": {}}"#).unwrap_err();
    /// let rules: Vec<_> = report.findings().iter().map(|finding| finding.diagnostic.rule).collect();
    /// assert_eq!(rules, ["empty-name", "unknown-service-type", "host-without-address"]);
    ///
    /// let service = ServiceRequest::from_json(r#"{
    ///     "name": "web-app",
    ///     "type": "http",
    ///     "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}
    /// }"#)?;
    /// assert_eq!(service.name().as_str(), "web-app");
    /// # Ok::<(), vpcheck_validate::Report>(())
    /// ```
    pub fn from_json(bytes: impl AsRef<[u8]>) -> Result<ServiceRequest, Report> {
        let bytes = bytes.as_ref();
        // Checking the encoding once and then reading a `str` is faster than checking it string by string.
        if let Ok(text) = core::str::from_utf8(bytes)
            && let Ok(service) = json::read(text)
        {
            return Ok(service);
        }
        report_or_service(bytes)
    }

    /// Whether a text is the body of a create or an update: the verdict of [`ServiceRequest::from_json`] without the report, so that a
    /// wrong text costs no more than a right one.
    ///
    /// # Examples
    ///
    /// ```
    /// use vpcheck_types::ServiceRequest;
    ///
    /// assert!(!ServiceRequest::is_valid_json(r#"{"name": "web-app", "type": "HTTP", "host": {}}"#));
    /// assert!(ServiceRequest::is_valid_json(r#"{
    ///     "name": "web-app",
    ///     "type": "http",
    ///     "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}
    /// }"#));
    /// ```
    #[must_use]
    pub fn is_valid_json(bytes: impl AsRef<[u8]>) -> bool {
        let bytes = bytes.as_ref();
        let Ok(text) = core::str::from_utf8(bytes) else { return false };
        match json::read::<ServiceRequest>(text.strip_prefix('\u{feff}').unwrap_or(text)) {
            Ok(_) => true,
            Err(Refused::Wrong) => false,
            Err(Refused::Unsure) => report_or_service(bytes).is_ok(),
        }
    }
}

/// What is wrong with a text that could not be read. Where that is no error, it is the byte order mark, which is read over here.
#[cold]
fn report_or_service(bytes: &[u8]) -> Result<ServiceRequest, Report> {
    const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

    let source = Source::json("", bytes);
    let report = check(&source, Operation::Request);
    if report.has_errors() {
        return Err(report);
    }
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    serde_json::from_slice(text).map_err(|error| unexplained(&source, &report, bytes.len() - text.len(), &error))
}

/// The report with what the other way to read found, so that nothing is lost where the two do not agree.
fn unexplained(source: &Source<'_>, report: &Report, skipped: usize, error: &serde_json::Error) -> Report {
    let text = source.bytes().get(skipped..).unwrap_or_default();
    let offset = u32::try_from(skipped + offset(text, error.line(), error.column())).unwrap_or(u32::MAX);
    let diagnostic = Diagnostic::new("typed-parse", Severity::Error, Span::new(offset, offset), error.to_string());
    let mut diagnostics: Vec<Diagnostic> = report.findings().iter().map(|finding| finding.diagnostic.clone()).collect();
    diagnostics.push(diagnostic);
    Report::new(source, diagnostics, report.services())
}

/// The offset of a place as `serde_json` gives it: the line from 1, and how many bytes of it were read.
fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive(|byte| *byte == b'\n').take(line.saturating_sub(1)).map(<[u8]>::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

#[cfg(test)]
mod tests {
    use std::borrow::ToOwned as _;
    use std::format;
    use std::string::String;
    use std::vec::Vec;

    use vpcheck_validate::{Report, Source};

    use super::{offset, unexplained};
    use crate::ServiceRequest;

    const GOOD: &str = r#"{"name":"a","type":"http","host":{"ipv4":"10.0.0.1","network":{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da"}}}"#;

    #[test]
    fn reads_what_has_warnings_only() {
        for text in [
            GOOD.to_owned(),
            format!("\u{feff}{GOOD}"),
            format!(" {GOOD}\n"),
            GOOD.replace("{\"name\"", "{\"unknown\":1,\"name\""),
            GOOD.replace("\"a\"", "\" \\u00e9\""),
        ] {
            assert!(ServiceRequest::from_json(&text).is_ok(), "{text}");
        }
    }

    #[test]
    fn reports_every_error() {
        for text in [
            String::new(),
            "[]".to_owned(),
            "null".to_owned(),
            GOOD.replace("http", "HTTP"),
            GOOD.replace("{\"name\"", "{\"name\":\"b\",\"name\""),
            GOOD.replace("{\"name\"", "{\"http_port\":80.0,\"name\""),
            format!("{GOOD}x"),
            format!("\u{feff}\u{feff}{GOOD}"),
        ] {
            let report = ServiceRequest::from_json(&text).expect_err(&text);
            assert!(report.has_errors(), "{text}");
            assert!(report.findings().iter().all(|finding| finding.diagnostic.rule != "typed-parse"), "{text}");
        }
        let report = ServiceRequest::from_json(b"\xff{}").expect_err("it is not UTF-8");
        assert!(report.has_errors());
    }

    #[test]
    fn the_short_answer_is_that_of_the_long_way() {
        for text in [
            GOOD.to_owned(),
            format!("\u{feff}{GOOD}"),
            format!("\u{feff}\u{feff}{GOOD}"),
            GOOD.replace("\"a\"", "\"\\ud83d\\udce6\""),
            GOOD.replace("\"a\"", "\"\\ud83d\""),
            GOOD.replace("{\"name\"", "{\"x\":1e400,\"name\""),
            GOOD.replace("{\"name\"", "{\"x\":-1.5e4,\"name\""),
            GOOD.replace("{\"name\"", &format!("{{\"x\":{}{},\"name\"", "[".repeat(126), "]".repeat(126))),
            GOOD.replace("{\"name\"", &format!("{{\"x\":{}{},\"name\"", "[".repeat(127), "]".repeat(127))),
            GOOD.replace("http", "HTTP"),
        ] {
            assert_eq!(ServiceRequest::is_valid_json(&text), ServiceRequest::from_json(&text).is_ok(), "{text}");
        }
        assert!(!ServiceRequest::is_valid_json(b"\xff{}"));
    }

    #[test]
    fn loses_no_error() {
        let text = b"{\n \"a\": x}";
        let error = serde_json::from_slice::<ServiceRequest>(text).expect_err("it is no JSON");
        let source = Source::json("", text.as_slice());
        let report = unexplained(&source, &Report::new(&source, Vec::new(), 1), 0, &error);
        let [finding] = report.findings() else { panic!("one finding") };
        assert_eq!(finding.diagnostic.rule, "typed-parse");
        assert_eq!(finding.start.line, 2);
        assert!(report.has_errors());
    }

    #[test]
    fn finds_places() {
        let text = b"ab\ncd\n";
        for (line, column, expected) in
            [(1, 1, 0), (1, 2, 1), (2, 0, 3), (2, 1, 3), (2, 2, 4), (3, 0, 6), (9, 9, 6), (0, 0, 0)]
        {
            assert_eq!(offset(text, line, column), expected, "{line} {column}");
        }
    }
}
