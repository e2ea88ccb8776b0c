//! What day it is.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS_OF_A_DAY: u64 = 24 * 60 * 60;

/// The day in UTC, such as `2026-11-24`. Where `SOURCE_DATE_EPOCH` is set, it is the day of that second, so that a run can be repeated.
pub(crate) fn today() -> String {
    let given = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    // A clock before 1970 is as wrong as one that says 1970.
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |duration| duration.as_secs());
    day(given.unwrap_or_else(now))
}

/// The day of a second since 1970, in the Gregorian calendar.
fn day(seconds: u64) -> String {
    // Days are counted from 1 March of the year 0, so that a leap day is the last of its year: 400 years have 146,097 of them.
    let days = seconds / SECONDS_OF_A_DAY + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // March to July have 153 days, and so have August to December.
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::{SECONDS_OF_A_DAY, day};

    #[test]
    fn knows_the_calendar() {
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (SECONDS_OF_A_DAY - 1, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_709_164_800, "2024-02-29"),
            (1_735_603_200, "2024-12-31"),
            (4_107_542_400, "2100-03-01"),
            (1_795_478_400, "2026-11-24"),
        ] {
            assert_eq!(day(seconds), expected, "{seconds}");
        }
    }
}
