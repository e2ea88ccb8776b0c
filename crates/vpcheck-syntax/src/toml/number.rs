//! Numbers as JSON writes them.

use std::borrow::Cow;

/// A number as JSON writes it, and whether TOML can hold it.
pub(super) struct Number<'s> {
    pub(super) json: Cow<'s, str>,
    pub(super) in_range: bool,
}

/// The integer of digits without prefix and underscores; nothing where it is too large to be written in decimal.
pub(super) fn integer(digits: Cow<'_, str>, radix: u32) -> Option<Number<'_>> {
    match i128::from_str_radix(&digits, radix) {
        Ok(value) => {
            let in_range = i64::try_from(value).is_ok();
            let is_canonical = radix == 10 && value != 0 && !digits.starts_with('+');
            let json = if is_canonical { digits } else { Cow::Owned(value.to_string()) };
            Some(Number { json, in_range })
        }
        Err(_) if radix == 10 => Some(Number { json: without_plus(digits), in_range: false }),
        Err(_) => None,
    }
}

/// The number with fraction or exponent, without underscores.
///
/// JSON has no number that is infinite or none at all: one that is out of range stands for it.
pub(super) fn float(digits: Cow<'_, str>) -> Number<'_> {
    let is_special = digits.trim_start_matches(['+', '-']).starts_with(['i', 'n']);
    if is_special {
        let json = if digits.starts_with('-') { "-1e999" } else { "1e999" };
        return Number { json: Cow::Borrowed(json), in_range: false };
    }
    let in_range = digits.parse().is_ok_and(f64::is_finite);
    Number { json: without_plus(digits), in_range }
}

fn without_plus(digits: Cow<'_, str>) -> Cow<'_, str> {
    match digits {
        Cow::Borrowed(digits) => Cow::Borrowed(digits.strip_prefix('+').unwrap_or(digits)),
        Cow::Owned(digits) => Cow::Owned(digits.strip_prefix('+').map(str::to_owned).unwrap_or(digits)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_decimal() {
        for (digits, radix, json, in_range) in [
            ("80", 10, "80", true),
            ("+80", 10, "80", true),
            ("-80", 10, "-80", true),
            ("-0", 10, "0", true),
            ("+0", 10, "0", true),
            ("1F90", 16, "8080", true),
            ("777", 8, "511", true),
            ("101", 2, "5", true),
            ("9223372036854775807", 10, "9223372036854775807", true),
            ("9223372036854775808", 10, "9223372036854775808", false),
            ("-9223372036854775809", 10, "-9223372036854775809", false),
            ("ffffffffffffffff", 16, "18446744073709551615", false),
            ("+340282366920938463463374607431768211456", 10, "340282366920938463463374607431768211456", false),
        ] {
            let number = integer(digits.into(), radix).expect(digits);
            assert_eq!((number.json.as_ref(), number.in_range), (json, in_range), "{digits}");
        }
        assert!(integer("f".repeat(33).into(), 16).is_none());
    }

    #[test]
    fn floats_stay_floats() {
        for (digits, json, in_range) in [
            ("80.0", "80.0", true),
            ("+8e1", "8e1", true),
            ("-0.0", "-0.0", true),
            ("1e06", "1e06", true),
            ("1e400", "1e400", false),
            ("inf", "1e999", false),
            ("-inf", "-1e999", false),
            ("+nan", "1e999", false),
        ] {
            let number = float(digits.into());
            assert_eq!((number.json.as_ref(), number.in_range), (json, in_range), "{digits}");
        }
    }
}
