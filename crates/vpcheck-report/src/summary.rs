//! What was found altogether.

use std::fmt;
use std::ops::AddAssign;

use vpcheck_syntax::Severity;
use vpcheck_validate::Report;

/// What was found in all documents together. `Display` is the last line of the formats for people.
///
/// ```
/// let summary = vpcheck_report::Summary { files: 5, services: 4, errors: 3, warnings: 1 };
/// assert_eq!(summary.to_string(), "checked 5 files with 4 services: 3 errors, 1 warning");
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Summary {
    /// How many documents were checked.
    pub files: usize,
    /// How many services were in them.
    pub services: usize,
    /// How many errors were found.
    pub errors: usize,
    /// How many warnings were found.
    pub warnings: usize,
}

impl Summary {
    /// Counts one more document.
    pub fn add(&mut self, report: &Report) {
        self.files += 1;
        self.services += report.services();
        self.errors += report.count(Severity::Error);
        self.warnings += report.count(Severity::Warning);
    }
}

impl<'r> FromIterator<&'r Report> for Summary {
    fn from_iter<I: IntoIterator<Item = &'r Report>>(reports: I) -> Summary {
        let mut summary = Summary::default();
        reports.into_iter().for_each(|report| summary.add(report));
        summary
    }
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Summary) {
        self.files += other.files;
        self.services += other.services;
        self.errors += other.errors;
        self.warnings += other.warnings;
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "checked {} with {}: {}, {}",
            Count(self.files, "file"),
            Count(self.services, "service"),
            Count(self.errors, "error"),
            Count(self.warnings, "warning")
        )
    }
}

/// A number and what it counts.
struct Count(usize, &'static str);

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(formatter, "{} {}{plural}", self.0, self.1)
    }
}
