//! Timestamps.

mod read;

use core::fmt;

use self::read::{Reason, read};
use crate::text::{Text, text_value};

/// A date and time with an offset from UTC, as in RFC 3339 section 5.6.
///
/// The date has to be one of the Gregorian calendar. Second 60 is taken where UTC has 23:59, on any day: which days had a leap
/// second is not known in advance. The text is kept as it was given, so two spellings of one instant are not equal, and there is
/// no order; [`unix_seconds`](Timestamp::unix_seconds) compares instants.
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::Timestamp;
///
/// let timestamp: Timestamp = "2024-01-15T09:30:00Z".parse()?;
/// assert_eq!((timestamp.year(), timestamp.month(), timestamp.day()), (2024, 1, 15));
/// assert_eq!(timestamp.unix_seconds(), 1_705_311_000);
///
/// let error = "2023-02-29T09:30:00Z".parse::<Timestamp>().unwrap_err();
/// assert_eq!(error.to_string(), "that month has 28 days");
/// # Ok::<(), vpcheck_scalars::InvalidTimestamp>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Timestamp(Text);

text_value!(Timestamp, InvalidTimestamp, check);

fn check(text: &str) -> Result<(), InvalidTimestamp> {
    read(text).map(|_| ()).map_err(InvalidTimestamp)
}

impl Timestamp {
    /// The year, from 0 to 9999.
    #[must_use]
    pub fn year(&self) -> u16 {
        self.fields().year
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(&self) -> u8 {
        self.fields().month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(&self) -> u8 {
        self.fields().day
    }

    /// The hour, from 0 to 23.
    #[must_use]
    pub fn hour(&self) -> u8 {
        self.fields().hour
    }

    /// The minute, from 0 to 59.
    #[must_use]
    pub fn minute(&self) -> u8 {
        self.fields().minute
    }

    /// The second, from 0 to 60: a leap second is 60.
    #[must_use]
    pub fn second(&self) -> u8 {
        self.fields().second
    }

    /// How many minutes local time is ahead of UTC.
    #[must_use]
    pub fn offset_minutes(&self) -> i16 {
        self.fields().offset_minutes
    }

    /// Seconds since 1970-01-01T00:00:00Z, without the fraction. A leap second counts as the second after it, as in POSIX.
    #[must_use]
    pub fn unix_seconds(&self) -> i64 {
        self.fields().unix_seconds()
    }

    fn fields(&self) -> read::Fields {
        read(self.as_str()).expect("the text was read when the value was made")
    }
}

/// Why a text is no timestamp: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidTimestamp(Reason);

impl InvalidTimestamp {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        Some("write it as in 2024-01-15T09:30:00Z")
    }
}

impl fmt::Display for InvalidTimestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl core::error::Error for InvalidTimestamp {}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn knows_its_parts() {
        let timestamp: Timestamp = "1990-12-31T15:59:50.123-08:00".parse().unwrap();
        assert_eq!((timestamp.year(), timestamp.month(), timestamp.day()), (1990, 12, 31));
        assert_eq!((timestamp.hour(), timestamp.minute(), timestamp.second()), (15, 59, 50));
        assert_eq!(timestamp.offset_minutes(), -480);
    }

    #[test]
    fn counts_seconds() {
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59.9Z", -1),
            ("1970-01-01T00:00:00+00:01", -60),
            ("1970-01-01T00:00:00-23:59", 86_340),
            ("2000-02-29T12:00:00Z", 951_825_600),
            ("2024-01-15T09:30:00Z", 1_705_311_000),
            ("1998-12-31T23:59:60Z", 915_148_800),
            ("1999-01-01T00:00:00Z", 915_148_800),
            ("0000-01-01T00:00:00Z", -62_167_219_200),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ] {
            assert_eq!(text.parse::<Timestamp>().expect(text).unix_seconds(), seconds, "{text}");
        }
    }

    #[test]
    fn days_follow_one_another() {
        let mut before: Option<i64> = None;
        for year in [0_u16, 1, 4, 100, 400, 1582, 1899, 1900, 1999, 2000, 2023, 2024, 2100, 9999] {
            before = before.filter(|_| false);
            for month in 1..=12 {
                for day in 1..=31 {
                    let text = std::format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
                    if let Ok(timestamp) = text.parse::<Timestamp>() {
                        let seconds = timestamp.unix_seconds();
                        assert!(before.is_none_or(|before| before + 86_400 == seconds), "{text}");
                        before = Some(seconds);
                    }
                }
            }
        }
    }
}
