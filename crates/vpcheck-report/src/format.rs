//! The forms that reports are written in.

use std::fmt;
use std::str::FromStr;

/// A form that reports are written in.
///
/// ```
/// use vpcheck_report::Format;
///
/// assert_eq!("concise".parse(), Ok(Format::Concise));
/// assert!("xml".parse::<Format>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Format {
    /// Every finding with the lines it is about and what to do, then a summary: for people.
    Full,
    /// One line per finding, `file:line:column: severity[rule] message`, then a summary: for people and editors.
    Concise,
    /// One JSON document: for programs.
    Json,
    /// One JSON document per finding and line, each as in [`Format::Json`], and nothing where nothing was found: for programs.
    JsonLines,
    /// A log in the Static Analysis Results Interchange Format, SARIF 2.1.0: for code scanning and editors.
    Sarif,
    /// Test results in XML, a suite per file and a failed test per finding: for Jenkins and every other CI system that shows tests.
    Junit,
    /// Workflow commands, which GitHub shows beside the lines of a change, then a summary.
    Github,
    /// A Code Quality report, which GitLab shows beside the lines of a change.
    Gitlab,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 8] = [
        Format::Full,
        Format::Concise,
        Format::Json,
        Format::JsonLines,
        Format::Sarif,
        Format::Junit,
        Format::Github,
        Format::Gitlab,
    ];

    /// The name in lower case, as on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Concise => "concise",
            Format::Json => "json",
            Format::JsonLines => "json-lines",
            Format::Sarif => "sarif",
            Format::Junit => "junit",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Format, UnknownFormat> {
        Format::ALL.into_iter().find(|format| format.name() == text).ok_or(UnknownFormat(()))
    }
}

/// There is no [`Format`] of that name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownFormat(());

impl fmt::Display for UnknownFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a format is ")?;
        for (index, format) in Format::ALL.into_iter().enumerate() {
            let before = match index {
                0 => "",
                index if index + 1 == Format::ALL.len() => " or ",
                _ => ", ",
            };
            write!(formatter, "{before}`{format}`")?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownFormat {}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn every_name_round_trips() {
        for format in Format::ALL {
            assert_eq!(format.name().parse(), Ok(format));
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        let error = "xml".parse::<Format>().expect_err("there is no such format");
        assert_eq!(
            error.to_string(),
            "a format is `full`, `concise`, `json`, `json-lines`, `sarif`, `junit`, `github` or `gitlab`"
        );
    }
}
