//! Numbers of the core schema, as JSON writes them.

use std::borrow::Cow;

/// The number that a plain scalar is, as JSON writes it; nothing where it is none.
///
/// It may be out of the range of a double. Whether it is written with a fraction or an exponent stays visible.
pub(super) fn number(text: &str) -> Option<Cow<'_, str>> {
    integer(text).or_else(|| decimal(text))
}

/// The integer that a scalar is.
pub(super) fn integer(text: &str) -> Option<Cow<'_, str>> {
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16).map(Cow::Owned);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8).map(Cow::Owned);
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    is_digits(digits).then(|| canonical(text, digits, "", ""))
}

/// The number that is written with digits, a point and an exponent, each as far as it is there.
fn decimal(text: &str) -> Option<Cow<'_, str>> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let at = unsigned.find(['e', 'E']).unwrap_or(unsigned.len());
    let (mantissa, exponent) = unsigned.split_at_checked(at)?;
    let power = exponent.get(1..).map(|power| power.strip_prefix(['-', '+']).unwrap_or(power));
    if power.is_some_and(|power| !is_digits(power)) {
        return None;
    }
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(whole, rest)| (whole, Some(rest)));
    let is_number = match fraction {
        None | Some("") => is_digits(whole),
        Some(fraction) => is_digits(fraction) && (whole.is_empty() || is_digits(whole)),
    };
    let fraction = fraction.map_or("", |fraction| if fraction.is_empty() { "0" } else { fraction });
    is_number.then(|| canonical(text, whole, fraction, exponent))
}

/// The number as JSON writes it, which is mostly as it is written.
fn canonical<'t>(text: &'t str, whole: &str, fraction: &str, exponent: &str) -> Cow<'t, str> {
    let trimmed = whole.trim_start_matches('0');
    let trimmed = if trimmed.is_empty() { "0" } else { trimmed };
    let sign = if text.starts_with('-') { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    let length = sign.len() + trimmed.len() + point.len() + fraction.len() + exponent.len();
    if length == text.len() && trimmed == whole {
        return Cow::Borrowed(text);
    }
    Cow::Owned([sign, trimmed, point, fraction, exponent].concat())
}

/// An integer in another base than ten, in decimal digits.
fn radix(digits: &str, base: u32) -> Option<String> {
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(base)) {
        return None;
    }
    if let Ok(value) = u128::from_str_radix(digits, base) {
        return Some(value.to_string());
    }
    // What has no room in 128 bits is read as a double by everybody.
    let digits = digits.chars().filter_map(|digit| digit.to_digit(base));
    let value = digits.fold(0.0, |value, digit| value * f64::from(base) + f64::from(digit));
    Some(if value.is_finite() { value.to_string() } else { "1e999".to_owned() })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_core_schema() {
        for (text, json) in [
            ("0", Some("0")),
            ("-0", Some("-0")),
            ("80", Some("80")),
            ("+80", Some("80")),
            ("017", Some("17")),
            ("-007", Some("-7")),
            ("000", Some("0")),
            ("0o17", Some("15")),
            ("0x1F", Some("31")),
            ("0xff", Some("255")),
            ("80.0", Some("80.0")),
            ("80.", Some("80.0")),
            (".5", Some("0.5")),
            ("-.5", Some("-0.5")),
            ("+.5e+3", Some("0.5e+3")),
            ("1e3", Some("1e3")),
            ("01.5E-3", Some("1.5E-3")),
            ("5.e1", Some("5.0e1")),
            ("1e999", Some("1e999")),
            ("0xffffffffffffffffffffffffffffffff", Some("340282366920938463463374607431768211455")),
            ("0x100000000000000000000000000000000", Some("340282366920938500000000000000000000000")),
            ("", None),
            ("-", None),
            (".", None),
            ("+.", None),
            ("e3", None),
            (".e3", None),
            ("1e", None),
            ("1e+", None),
            ("1_000", None),
            ("0b1", None),
            ("0o8", None),
            ("0x", None),
            ("-0x1", None),
            ("+0o7", None),
            ("0X1F", None),
            ("1.2.3", None),
            ("10.0.0.1", None),
            ("12:30", None),
            ("1 2", None),
            ("８０", None),
            ("--1", None),
            ("1e3.5", None),
        ] {
            assert_eq!(number(text).as_deref(), json, "{text}");
        }
        assert_eq!(number(&format!("0x1{}", "0".repeat(256))).as_deref(), Some("1e999"));
    }
}
