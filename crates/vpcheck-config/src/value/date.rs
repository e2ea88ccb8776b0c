//! A day.

use std::fmt;

use schemars::json_schema;
use vpcheck_scalars::Timestamp;
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Node, Value};

use super::json_schema_of;
use crate::read::{Read, Reader, subject};

/// A day of the Gregorian calendar, such as 2027-01-31.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Date([u8; 10]);

impl Date {
    /// The day that is written so; nothing where there is no such day.
    pub(crate) fn new(text: &str) -> Option<Date> {
        let bytes = text.as_bytes().try_into().ok()?;
        // The rules of the calendar are those of a timestamp on that day.
        format!("{text}T00:00:00Z").parse::<Timestamp>().ok().map(|_| Date(bytes))
    }

    /// Whether the day is over on `today`, which is written as a date is.
    pub(crate) fn is_before(self, today: &str) -> bool {
        self.0.as_slice() < today.as_bytes()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(std::str::from_utf8(&self.0).unwrap_or_default())
    }
}

impl Read for Date {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Date> {
        let (Value::DateTime(text) | Value::String(text)) = node.value() else {
            reader.refuse_kind(node, "a date such as 2027-01-31");
            return None;
        };
        let date = Date::new(text);
        if date.is_none() {
            let text = shorten(text);
            reader.refuse(node, format!("{} is {text}, and a date is a day such as 2027-01-31", subject(node)));
        }
        date
    }
}

// A date of TOML is a string where it is read as JSON.
json_schema_of!(Date, json_schema!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }));

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn takes_days_of_the_calendar() {
        for (text, is_day) in [
            ("2027-01-31", true),
            ("2024-02-29", true),
            ("2027-02-29", false),
            ("2027-13-01", false),
            ("2027-1-31", false),
            ("31.01.2027", false),
            ("2027-01-31T00:00:00Z", false),
            ("２027-01-3", false),
            ("", false),
        ] {
            let date = Date::new(text);
            assert_eq!(date.is_some(), is_day, "{text}");
            assert!(date.is_none_or(|date| date.to_string() == text), "{text}");
        }
    }

    #[test]
    fn the_day_itself_is_not_over() {
        let date = Date::new("2027-01-31").expect("there is that day");
        for (today, is_over) in [("2026-12-31", false), ("2027-01-31", false), ("2027-02-01", true)] {
            assert_eq!(date.is_before(today), is_over, "{today}");
        }
    }
}
