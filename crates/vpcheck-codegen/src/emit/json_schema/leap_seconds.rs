//! Which minutes may have a leap second: the last of a day of UTC, whatever the offset is.
//!
//! The sum of a time and an offset is more than one pattern can say in reasonable length. Two can: one is about hours, the other about
//! minutes, and both take what has no leap second. They rely on the pattern of the format for all else.

use std::fmt::Write as _;

/// Before the hour, and before the minute.
const DATE: &str = "^.{11}";
const DATE_AND_HOUR: &str = "^.{14}";

/// Both patterns; a time is right where it matches both.
pub(super) fn patterns() -> [String; 2] {
    // After the seconds comes a fraction or none, and then the offset.
    let mut hours = format!("{DATE}(?:.{{6}}[0-5]");
    for hour in 0..24 {
        let (east, next, west) = (hour, (hour + 1) % 24, 23 - hour);
        let utc = if hour == 23 { "[Zz]|" } else { "" };
        let _ =
            write!(hours, "|{hour:02}:..:60[.0-9]*(?:{utc}[+]{east:02}:(?:0[1-9]|[1-5])|[+]{next:02}:00|-{west:02}:)");
    }
    let mut minutes = format!("{DATE_AND_HOUR}(?:.{{3}}[0-5]");
    for minute in 0..60 {
        let (east, west) = ((minute + 1) % 60, 59 - minute);
        let utc = if minute == 59 { "[Zz]|" } else { "" };
        let _ = write!(minutes, "|{minute:02}:60[.0-9]*(?:{utc}[+]..:{east:02}|-..:{west:02})");
    }
    [hours + ")", minutes + ")"]
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;
    use crate::{model::Format, pass::takes_format};

    #[test]
    fn every_offset_has_one_minute_with_a_leap_second() {
        let patterns = patterns().map(|pattern| Regex::new(&pattern).expect("it is a pattern"));
        let mut taken = 0;
        for (sign, number) in [('+', 0..24 * 60_i32), ('-', 0..24 * 60)]
            .into_iter()
            .flat_map(|(sign, all)| all.map(move |number| (sign, number)))
        {
            let east = if sign == '+' { number } else { -number };
            let right = (23 * 60 + 59 + east).rem_euclid(24 * 60);
            for minute in [right, right + 1, right + 1439, right + 60, right + 1380, 23 * 60 + 59]
                .map(|minute| minute % (24 * 60))
            {
                for second in ["59", "60", "60.5"] {
                    let (hour, minute) = (minute / 60, minute % 60);
                    let text =
                        format!("2024-06-30T{hour:02}:{minute:02}:{second}{sign}{:02}:{:02}", number / 60, number % 60);
                    let is_taken = patterns.iter().all(|pattern| pattern.is_match(&text));
                    assert_eq!(is_taken, takes_format(Format::DateTime, &text), "{text}");
                    taken += u32::from(is_taken);
                }
            }
        }
        assert!(taken > 0);
    }
}
