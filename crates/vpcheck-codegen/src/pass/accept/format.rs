//! Whether a string is of a format.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::model::Format;

/// Whether the text is of the format.
pub(crate) fn takes(format: Format, text: &str) -> bool {
    match format {
        Format::DateTime => is_date_time(text).is_some(),
        Format::Hostname => is_hostname(text),
        Format::Ipv4 => text.parse::<Ipv4Addr>().is_ok(),
        Format::Ipv6 => text.parse::<Ipv6Addr>().is_ok(),
        Format::Uuid => is_uuid(text),
    }
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    lengths == [8, 4, 4, 4, 12] && groups.concat().bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_hostname(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

/// A date and time of RFC 3339 section 5.6.
fn is_date_time(text: &str) -> Option<()> {
    let (date, time) = text.split_once(['T', 't', ' ']).filter(|_| !text.contains(' '))?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let is_leap_year = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year => 29,
        2 => 28,
        _ => 31,
    };
    ((1..=12).contains(&month) && (1..=days).contains(&day)).then_some(())?;
    let offset_at = time.find(['Z', 'z', '+', '-'])?;
    let (time, offset) = time.split_at_checked(offset_at)?;
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    (!fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit())).then_some(())?;
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    (hour < 24 && minute < 60 && second < 61).then_some(())?;
    let east = if offset.eq_ignore_ascii_case("z") {
        0
    } else {
        let [hours, minutes] = numbers(offset.get(1..)?, ':', [2, 2])?;
        (hours < 24 && minutes < 60).then_some(())?;
        let minutes = i64::from(hours * 60 + minutes);
        if offset.starts_with('-') { -minutes } else { minutes }
    };
    let in_utc = (i64::from(hour * 60 + minute) - east).rem_euclid(24 * 60);
    // A leap second ends a day of UTC.
    (second < 60 || in_utc == 23 * 60 + 59).then_some(())
}

/// Numbers with a separator between them, each with so many digits.
fn numbers<const COUNT: usize>(text: &str, separator: char, digits: [usize; COUNT]) -> Option<[u32; COUNT]> {
    let mut values = [0; COUNT];
    let mut parts = text.split(separator);
    for (value, digits) in values.iter_mut().zip(digits) {
        let part = parts.next()?;
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(())?;
        *value = part.parse().ok()?;
    }
    parts.next().is_none().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_take_what_their_documents_say() {
        for (format, text, expected) in [
            (Format::DateTime, "2024-02-29T23:59:60Z", true),
            (Format::DateTime, "2024-01-15t09:30:00.123+05:30", true),
            (Format::DateTime, "2023-02-29T00:00:00Z", false),
            (Format::DateTime, "2024-01-15T09:30:60Z", false),
            (Format::DateTime, "1998-12-31T15:59:60-08:00", true),
            (Format::DateTime, "2024-01-15 09:30:00Z", false),
            (Format::DateTime, "2024-01-15T09:30:00", false),
            (Format::DateTime, "2024-01-15T09:30:00.Z", false),
            (Format::Hostname, "example.com", true),
            (Format::Hostname, "-a.com", false),
            (Format::Hostname, "", false),
            (Format::Ipv4, "10.0.0.1", true),
            (Format::Ipv4, "010.0.0.1", false),
            (Format::Ipv6, "fe80::1", true),
            (Format::Ipv6, "fe80::1%eth0", false),
            (Format::Uuid, "0191dce4-9ab4-7fce-b660-8e5dec5172da", true),
            (Format::Uuid, "{0191dce4-9ab4-7fce-b660-8e5dec5172da}", false),
        ] {
            assert_eq!(takes(format, text), expected, "{format:?} {text}");
        }
    }
}
