//! Formats of strings.

/// Whether `text` is a date and time of RFC 3339 section 5.6, on the calendar.
pub(crate) fn is_date_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some(date), Some(b'T' | b't'), Some(rest)) = (bytes.get(..10), bytes.get(10), bytes.get(11..)) else {
        return false;
    };
    let Some(time) = rest.get(..8) else { return false };
    let Some(offset) = rest.get(8..).and_then(after_fraction) else { return false };
    let (Some(hour), Some(minute), Some(second)) = (two(time, 0), two(time, 3), two(time, 6)) else { return false };
    let Some(offset) = minutes(offset) else { return false };
    let separators = time.get(2) == Some(&b':') && time.get(5) == Some(&b':');
    // A leap second ends an hour of UTC: it is 23:59:60 there.
    let leap_second = (hour * 60 + minute - offset).rem_euclid(24 * 60) == 23 * 60 + 59;
    is_date(date) && separators && hour < 24 && minute < 60 && (second < 60 || second == 60 && leap_second)
}

fn is_date(date: &[u8]) -> bool {
    let (Some(century), Some(year), Some(month), Some(day)) = (two(date, 0), two(date, 2), two(date, 5), two(date, 8))
    else {
        return false;
    };
    let year = century * 100 + year;
    let leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap_year => 29,
        2 => 28,
        _ => return false,
    };
    date.get(4) == Some(&b'-') && date.get(7) == Some(&b'-') && (1..=days).contains(&day)
}

/// What follows the fraction of a second, if there is one and it is right.
fn after_fraction(rest: &[u8]) -> Option<&[u8]> {
    let Some(fraction) = rest.strip_prefix(b".") else { return Some(rest) };
    let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 { None } else { fraction.get(digits..) }
}

/// The offset from UTC in minutes.
fn minutes(offset: &[u8]) -> Option<i32> {
    let sign = match offset {
        b"Z" | b"z" => return Some(0),
        [b'+', ..] => 1,
        [b'-', ..] => -1,
        _ => return None,
    };
    let (hour, minute) = (two(offset, 1)?, two(offset, 4)?);
    let right = offset.len() == 6 && offset.get(3) == Some(&b':') && hour < 24 && minute < 60;
    right.then_some(sign * (hour * 60 + minute))
}

/// The two digits from `start`.
fn two(text: &[u8], start: usize) -> Option<i32> {
    let digit = |at: usize| text.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| i32::from(byte - b'0'));
    Some(digit(start)? * 10 + digit(start + 1)?)
}

/// Whether `text` is a UUID: 8, 4, 4, 4 and 12 hexadecimal digits.
pub(crate) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Whether `text` is a hostname of RFC 1123 section 2.1: labels of letters, digits and inner hyphens.
pub(crate) fn is_hostname(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

/// Whether `text` has at least `least` characters.
pub(crate) fn has_at_least(text: &str, least: usize) -> bool {
    least == 0 || text.chars().nth(least - 1).is_some()
}

/// Whether `text` has at most `most` characters.
pub(crate) fn has_at_most(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_none()
}

#[cfg(test)]
mod tests {
    use super::{has_at_least, has_at_most, is_date_time, is_hostname, is_uuid};

    #[test]
    fn dates_are_on_the_calendar() {
        let right = [
            "2024-01-15T09:30:00Z",
            "2024-02-29t09:30:00.123456789z",
            "1998-12-31T23:59:60Z",
            "1998-12-31T15:59:60.1-08:00",
            "2000-02-29T00:00:00+23:59",
        ];
        let wrong = [
            "",
            "2024-01-15",
            "2024-01-15 09:30:00Z",
            "2023-02-29T09:30:00Z",
            "1900-02-29T09:30:00Z",
            "2024-13-01T09:30:00Z",
            "2024-00-01T09:30:00Z",
            "2024-01-15T24:00:00Z",
            "2024-01-15T09:60:00Z",
            "2024-01-15T09:30:60Z",
            "2024-01-15T09:30:00",
            "2024-01-15T09:30:00.Z",
            "2024-01-15T09:30:00+0100",
            "2024-01-15T09:30:00+24:00",
            "2024-01-15T09:30:00Zz",
            "2024-01-15T09:30:00\u{1d7d8}Z",
            "+024-01-15T09:30:00Z",
        ];
        assert!(right.into_iter().all(is_date_time));
        for text in wrong {
            assert!(!is_date_time(text), "{text:?}");
        }
    }

    #[test]
    fn ids_have_their_dashes() {
        assert!(is_uuid("0191dce4-9ab4-7fce-b660-8E5DEC5172DA"));
        for text in [
            "",
            "0191dce49ab47fceb6608e5dec5172da",
            "{191dce4-9ab4-7fce-b660-8e5dec5172d}",
            "0191dce4-9ab4-7fce-b660-8e5dec5172dg",
        ] {
            assert!(!is_uuid(text), "{text:?}");
        }
    }

    #[test]
    fn hostnames_have_labels() {
        let long = "a".repeat(64);
        for text in ["localhost", "db.example.com", "3com.example", "a-b"] {
            assert!(is_hostname(text), "{text:?}");
        }
        for text in ["", ".", "a.", "a..b", "-a", "a-", "a_b", "ü.example", long.as_str()] {
            assert!(!is_hostname(text), "{text:?}");
        }
    }

    #[test]
    fn characters_are_counted() {
        assert!(has_at_least("", 0) && has_at_least("üü", 2) && !has_at_least("üü", 3));
        assert!(has_at_most("üü", 2) && !has_at_most("üüü", 2) && has_at_most("", 0));
    }
}
