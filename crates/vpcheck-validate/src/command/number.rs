//! Numbers as JavaScript reads them.

/// What `Number(text)` is, as JSON writes it; nothing where it is no number, so that null would be sent.
pub(super) fn read(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return Some("0".to_owned());
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        let digits = text.get(..2).filter(|start| start.eq_ignore_ascii_case(prefix)).and_then(|_| text.get(2..));
        if let Some(digits) = digits {
            // Without a sign, which `from_str_radix` takes.
            let number = u64::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'));
            return number.map(|number| number.to_string());
        }
    }
    // Rust reads words as numbers that JavaScript does not.
    let is_decimal = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let number = text.parse::<f64>().ok().filter(|number| is_decimal && number.is_finite())?;
    Some(if number == 0.0 { "0".to_owned() } else { number.to_string() })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn numbers_are_those_of_javascript() {
        for (text, expected) in [
            ("5432", Some("5432")),
            (" 5432 ", Some("5432")),
            ("05432", Some("5432")),
            ("+80", Some("80")),
            ("-5", Some("-5")),
            ("", Some("0")),
            ("-0", Some("0")),
            ("80.0", Some("80")),
            ("8e1", Some("80")),
            ("80.5", Some("80.5")),
            (".5", Some("0.5")),
            ("0x1F90", Some("8080")),
            ("0B11", Some("3")),
            ("1e21", Some("1000000000000000000000")),
            ("abc", None),
            ("80a", None),
            ("1_0", None),
            ("inf", None),
            ("Infinity", None),
            ("nan", None),
            ("1e999", None),
            ("0x", None),
            ("0x+1", None),
            ("８０", None),
        ] {
            assert_eq!(read(text).as_deref(), expected, "{text:?}");
        }
    }
}
