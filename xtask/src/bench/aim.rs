//! What is promised, beside what was measured.

use std::fmt;

/// A number that is to stay below another.
#[derive(Clone, Debug)]
pub(super) struct Aim {
    /// What is measured.
    pub(super) what: String,
    /// The promise.
    pub(super) most: f64,
    /// How many digits of it count after the point.
    pub(super) digits: usize,
    /// What was measured, in each run.
    pub(super) measured: Vec<f64>,
}

impl Aim {
    /// Whether it was kept in every run. What was not measured was not kept.
    pub(super) fn is_kept(&self) -> bool {
        !self.measured.is_empty() && self.measured.iter().all(|measured| *measured <= self.most)
    }
}

/// Writes a row of a table.
impl fmt::Display for Aim {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits;
        let measured: Vec<String> = self.measured.iter().map(|measured| format!("{measured:.digits$}")).collect();
        let verdict = if self.is_kept() { "kept" } else { "**missed**" };
        write!(formatter, "| {} | {:.digits$} | {} | {verdict} |", self.what, self.most, measured.join(", "))
    }
}

/// The aims as a table.
pub(super) fn table(aims: &[Aim]) -> String {
    let rows: Vec<String> = aims.iter().map(Aim::to_string).collect();
    format!("| aim | at most | measured, each run | |\n| --- | ---: | ---: | --- |\n{}\n", rows.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::Aim;

    #[test]
    fn one_run_above_the_aim_misses_it() {
        let aim = |measured: &[f64]| Aim { what: "x".to_owned(), most: 2.0, digits: 1, measured: measured.to_vec() };
        assert_eq!(aim(&[1.0, 2.0]).to_string(), "| x | 2.0 | 1.0, 2.0 | kept |");
        assert_eq!(aim(&[1.0, 2.01]).to_string(), "| x | 2.0 | 1.0, 2.0 | **missed** |");
        assert!(!aim(&[]).is_kept() && !aim(&[f64::NAN]).is_kept());
    }
}
