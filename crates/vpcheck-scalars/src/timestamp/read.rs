//! RFC 3339 section 5.6, character by character.

use core::fmt;

/// What a timestamp says, without the fraction of the second.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) offset_minutes: i16,
}

impl Fields {
    pub(super) fn unix_seconds(self) -> i64 {
        let minutes = i64::from(self.hour) * 60 + i64::from(self.minute) - i64::from(self.offset_minutes);
        self.days() * 86_400 + minutes * 60 + i64::from(self.second)
    }

    /// Days since 1970-01-01, by the year that begins in March so that a leap day is its last.
    fn days(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + leap_days + day_of_year - 719_468
    }

    /// Minutes of the day in UTC.
    fn utc_minute(self) -> i16 {
        let local = i16::from(self.hour) * 60 + i16::from(self.minute);
        (local - self.offset_minutes).rem_euclid(24 * 60)
    }
}

/// Why a text is no timestamp.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Reason {
    Form,
    DateOnly,
    SpaceForT,
    NoOffset,
    Fraction,
    AfterOffset,
    Month,
    Day { days: u8 },
    Hour,
    Minute,
    Second,
    LeapSecond,
    Offset,
}

pub(super) fn read(text: &str) -> Result<Fields, Reason> {
    let mut rest = Rest(text.as_bytes());
    let year = u16::from(rest.two()?) * 100 + u16::from(rest.two()?);
    rest.one(b"-", Reason::Form)?;
    let month = rest.two()?;
    rest.one(b"-", Reason::Form)?;
    let day = rest.two()?;
    match rest.0.first() {
        None => return Err(Reason::DateOnly),
        Some(b' ') => return Err(Reason::SpaceForT),
        Some(_) => rest.one(b"Tt", Reason::Form)?,
    };
    let hour = rest.two()?;
    rest.one(b":", Reason::Form)?;
    let minute = rest.two()?;
    rest.one(b":", Reason::Form)?;
    let second = rest.two()?;
    rest.fraction()?;
    let offset_minutes = rest.offset()?;
    if !rest.0.is_empty() {
        return Err(Reason::AfterOffset);
    }
    let fields = Fields { year, month, day, hour, minute, second, offset_minutes };
    in_range(fields).map(|()| fields)
}

fn in_range(fields: Fields) -> Result<(), Reason> {
    let days = match fields.month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(fields.year) => 29,
        2 => 28,
        _ => return Err(Reason::Month),
    };
    match fields {
        Fields { day, .. } if !(1..=days).contains(&day) => Err(Reason::Day { days }),
        Fields { hour: 24.., .. } => Err(Reason::Hour),
        Fields { minute: 60.., .. } => Err(Reason::Minute),
        Fields { second: 61.., .. } => Err(Reason::Second),
        Fields { second: 60, .. } if fields.utc_minute() != 23 * 60 + 59 => Err(Reason::LeapSecond),
        _ => Ok(()),
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// What is still to be read.
struct Rest<'t>(&'t [u8]);

impl Rest<'_> {
    /// Reads one of some characters.
    fn one(&mut self, choices: &[u8], reason: Reason) -> Result<u8, Reason> {
        match self.0.split_first() {
            Some((first, rest)) if choices.contains(first) => {
                self.0 = rest;
                Ok(*first)
            }
            _ => Err(reason),
        }
    }

    /// Reads two digits.
    fn two(&mut self) -> Result<u8, Reason> {
        match self.0 {
            [tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] => {
                self.0 = rest;
                Ok((tens - b'0') * 10 + (ones - b'0'))
            }
            _ => Err(Reason::Form),
        }
    }

    fn fraction(&mut self) -> Result<(), Reason> {
        if let [b'.', rest @ ..] = self.0 {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if digits == 0 {
                return Err(Reason::Fraction);
            }
            self.0 = rest.get(digits..).unwrap_or_default();
        }
        Ok(())
    }

    fn offset(&mut self) -> Result<i16, Reason> {
        let sign = match self.one(b"Zz+-", Reason::NoOffset)? {
            b'+' => 1,
            b'-' => -1,
            _ => return Ok(0),
        };
        let hours = self.two().map_err(|_| Reason::Offset)?;
        self.one(b":", Reason::Offset)?;
        let minutes = self.two().map_err(|_| Reason::Offset)?;
        if hours > 23 || minutes > 59 {
            Err(Reason::Offset)
        } else {
            Ok(sign * (i16::from(hours) * 60 + i16::from(minutes)))
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Reason::Form => "a timestamp is a date, `T`, a time and an offset",
            Reason::DateOnly => "a timestamp has a time after the date",
            Reason::SpaceForT => "a timestamp has a `T` between date and time",
            Reason::NoOffset => "a timestamp has an offset after the time, such as `Z` or `+01:00`",
            Reason::Fraction => "a timestamp has digits after the point",
            Reason::AfterOffset => "a timestamp has nothing after the offset",
            Reason::Month => "a month is between 01 and 12",
            Reason::Day { days } => return write!(formatter, "that month has {days} days"),
            Reason::Hour => "an hour is between 00 and 23",
            Reason::Minute => "a minute is between 00 and 59",
            Reason::Second => "a second is between 00 and 60",
            Reason::LeapSecond => "a leap second is at 23:59:60 UTC",
            Reason::Offset => "an offset is between -23:59 and +23:59, with two digits each",
        })
    }
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::{Reason, read};

    #[test]
    fn knows_the_calendar() {
        for year in (0..=9999).step_by(7).chain([1900, 2000, 2023, 2024, 2100]) {
            for month in 0..=13 {
                let february = if year % 4 == 0 && year % 100 != 0 || year % 400 == 0 { 29 } else { 28 };
                let days = [0, 31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0][month];
                for day in [0, 1, 28, 29, 30, 31, 32] {
                    let text = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
                    assert_eq!(read(&text).is_ok(), (1..=days).contains(&day), "{text}");
                }
            }
        }
    }

    #[test]
    fn knows_where_a_leap_second_may_be() {
        for hour in 0..24 {
            for minute in 0..60 {
                for (offset, minutes) in
                    [("Z", 0), ("+00:00", 0), ("-00:00", 0), ("+05:30", 330), ("-08:00", -480), ("+23:59", 1439)]
                {
                    let text = format!("1998-12-31T{hour:02}:{minute:02}:60{offset}");
                    let utc: i32 = (hour * 60 + minute - minutes + 2 * 1440) % 1440;
                    assert_eq!(read(&text).is_ok(), utc == 1439, "{text}");
                }
            }
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, reason) in [
            ("", Reason::Form),
            ("06/19/1963 08:30:06 PST", Reason::Form),
            ("+11963-06-19T08:30:06Z", Reason::Form),
            ("1963-6-19T08:30:06Z", Reason::Form),
            ("2024-01-15", Reason::DateOnly),
            ("2024-01-15 09:30:00Z", Reason::SpaceForT),
            ("2024-01-15T09:30Z", Reason::Form),
            ("2024-01-15T09:30:00", Reason::NoOffset),
            ("2024-01-15T09:30:00,5Z", Reason::NoOffset),
            ("2024-01-15T09:30:00.Z", Reason::Fraction),
            ("2024-01-15T09:30:00Z\n", Reason::AfterOffset),
            ("2024-01-15T09:30:00+01:00Z", Reason::AfterOffset),
            ("2024-13-15T09:30:00Z", Reason::Month),
            ("2023-02-29T09:30:00Z", Reason::Day { days: 28 }),
            ("2024-01-15T24:00:00Z", Reason::Hour),
            ("2024-01-15T23:60:00Z", Reason::Minute),
            ("1998-12-31T23:59:61Z", Reason::Second),
            ("1998-12-31T22:59:60Z", Reason::LeapSecond),
            ("2024-01-15T09:30:00+01", Reason::Offset),
            ("2024-01-15T09:30:00+24:00", Reason::Offset),
            ("2024-01-15T09:30:00+10:60", Reason::Offset),
        ] {
            assert_eq!(read(text).err(), Some(reason), "{text:?}");
        }
    }
}
