//! A request from JSON, or everything that is wrong with the text.

use alloc::vec::Vec;

use vpcheck_validate::{Diagnostic, Report, Severity, Source, Span, check_request};

use crate::ServiceRequest;
use crate::json;

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
        read(bytes).ok_or_else(|| report(bytes))
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
        read(bytes.as_ref()).is_some()
    }
}

fn read(bytes: &[u8]) -> Option<ServiceRequest> {
    // Checking the encoding once and then reading a `str` is faster than checking it string by string.
    let text = core::str::from_utf8(bytes).ok()?;
    json::read(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Everything that is wrong with a text that could not be read.
#[cold]
fn report(bytes: &[u8]) -> Report {
    let report = check_request(bytes);
    if report.has_errors() { report } else { unexplained(bytes, &report) }
}

/// The report with an error more, so that nothing is lost where the two ways to read do not agree.
fn unexplained(bytes: &[u8], report: &Report) -> Report {
    let message = "this is refused, and no rule says why: please report it";
    let mut diagnostics: Vec<Diagnostic> = report.findings().iter().map(|finding| finding.diagnostic.clone()).collect();
    diagnostics.push(Diagnostic::new("typed-parse", Severity::Error, Span::default(), message));
    Report::new(&Source::json("", bytes), diagnostics, report.services())
}

#[cfg(test)]
mod tests {
    use std::borrow::ToOwned as _;
    use std::format;
    use std::string::String;
    use std::vec::Vec;

    use vpcheck_validate::{Report, Source};

    use super::unexplained;
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
        let source = Source::json("", GOOD.as_bytes());
        let report = unexplained(GOOD.as_bytes(), &Report::new(&source, Vec::new(), 1));
        let [finding] = report.findings() else { panic!("one finding") };
        assert_eq!(finding.diagnostic.rule, "typed-parse");
        assert_eq!(finding.start.line, 1);
        assert!(report.has_errors());
    }
}
