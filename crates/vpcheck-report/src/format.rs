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
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 3] = [Format::Full, Format::Concise, Format::Json];

    /// The name in lower case, as on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Concise => "concise",
            Format::Json => "json",
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
        assert_eq!(error.to_string(), "a format is `full`, `concise` or `json`");
    }
}
