//! A number as it is written.

/// A number as it is written.
///
/// ```
/// use vpcheck_syntax::{Source, parse};
///
/// let source = Source::json("numbers.json", b"[80, 8e1, 80.5]".as_slice());
/// let tree = parse(&source).into_tree().expect("the text is valid JSON");
/// let numbers: Vec<_> = tree.root().elements().filter_map(|node| node.as_number()).collect();
/// assert_eq!(numbers.iter().map(|number| number.as_i64()).collect::<Vec<_>>(), [Some(80), Some(80), None]);
/// assert_eq!(numbers.iter().map(|number| number.is_written_as_integer()).collect::<Vec<_>>(), [true, false, false]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Number<'t> {
    text: &'t str,
}

impl<'t> Number<'t> {
    pub(crate) fn new(text: &'t str) -> Number<'t> {
        Number { text }
    }

    /// The number as it is written.
    #[must_use]
    pub fn text(self) -> &'t str {
        self.text
    }

    /// The value, where it is an integer that fits, however it is written: `80`, `80.0`, `8e1` and `8000e-2` are all 80.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        // So many digits fit, and nearly all numbers are written so.
        if self.text.len() < 19 && self.text.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.text.parse().ok();
        }
        let decimal = Decimal::new(self.text);
        if decimal.exponent < 0 || decimal.length.saturating_add(decimal.exponent) > 19 {
            return None;
        }
        let mut value = decimal.digits().fold(0_i128, |value, digit| value * 10 + i128::from(digit));
        for _ in 0..decimal.exponent {
            value *= 10;
        }
        i64::try_from(if decimal.negative { -value } else { value }).ok()
    }

    /// Whether the value is an integer, however it is written and however large it is.
    #[must_use]
    pub fn is_integer(self) -> bool {
        Decimal::new(self.text).exponent >= 0
    }

    /// Whether it is written without fraction and exponent.
    #[must_use]
    pub fn is_written_as_integer(self) -> bool {
        !self.text.bytes().any(|byte| matches!(byte, b'.' | b'e' | b'E'))
    }

    /// The nearest value that a double has. It is infinite for a number out of range.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        self.text.parse().unwrap_or(f64::NAN)
    }
}

/// A number taken apart: its digits without zeros at either end, times a power of ten.
struct Decimal<'t> {
    negative: bool,
    /// The digits, maybe with a decimal point among them; empty for zero.
    significant: &'t str,
    /// How many digits there are.
    length: i64,
    /// The power of ten; 0 for zero.
    exponent: i64,
}

impl<'t> Decimal<'t> {
    fn new(text: &'t str) -> Decimal<'t> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let fraction = mantissa.split_once('.').map_or("", |(_, fraction)| fraction);
        let without_tail = mantissa.trim_end_matches(['0', '.']);
        let significant = without_tail.trim_start_matches(['0', '.']);
        if significant.is_empty() {
            return Decimal { negative, significant, length: 0, exponent: 0 };
        }
        // The zeros that were cut off at the end count as powers of ten, except where they stand after the point.
        let cut = count(mantissa) - count(without_tail);
        let exponent = read_exponent(exponent).saturating_sub(count(fraction)).saturating_add(cut);
        Decimal { negative, significant, length: count(significant), exponent }
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.significant.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0')
    }
}

/// How many digits there are.
fn count(text: &str) -> i64 {
    i64::try_from(text.bytes().filter(u8::is_ascii_digit).count()).unwrap_or(i64::MAX)
}

/// The exponent, or a number that is as good as it where it is out of all bounds.
fn read_exponent(text: &str) -> i64 {
    let (negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] | digits => (false, digits),
    };
    let mut value = 0_i64;
    for digit in digits {
        value = value.saturating_mul(10).saturating_add(i64::from(digit.saturating_sub(b'0')));
    }
    if negative { -value } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_exact_however_they_are_written() {
        for (text, value) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("0.0", Some(0)),
            ("0e99999999999999999999", Some(0)),
            ("0.000e-5", Some(0)),
            ("80", Some(80)),
            ("80.0", Some(80)),
            ("8e1", Some(80)),
            ("8E+1", Some(80)),
            ("0.8e2", Some(80)),
            ("8000e-2", Some(80)),
            ("80.00000000000000000000000000", Some(80)),
            ("0.00000000000000000000000000080e29", Some(80)),
            ("80000000000000000000000000000e-27", Some(80)),
            ("80.5", None),
            ("80.50e1", Some(805)),
            ("8e-1", None),
            ("10e-1", Some(1)),
            ("10.10e2", Some(1010)),
            ("-70000", Some(-70000)),
            ("9007199254740993", Some(9_007_199_254_740_993)),
            ("9007199254740993.0", Some(9_007_199_254_740_993)),
            ("9223372036854775807", Some(i64::MAX)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("922337203685477580.8e1", None),
            ("-922337203685477580.8e1", Some(i64::MIN)),
            ("9223372036854775808", None),
            ("-9223372036854775809", None),
            ("1e18", Some(1_000_000_000_000_000_000)),
            ("1e19", None),
            ("1e999999999", None),
            ("1e-999999999", None),
            ("1e99999999999999999999999999", None),
            ("1e-99999999999999999999999999", None),
            ("-1e-99999999999999999999999999", None),
        ] {
            assert_eq!(Number::new(text).as_i64(), value, "{text}");
        }
    }

    #[test]
    fn knows_what_an_integer_is() {
        for (text, is_integer, is_written) in [
            ("80", true, true),
            ("-0", true, true),
            ("80.0", true, false),
            ("8e1", true, false),
            ("8E1", true, false),
            ("8e-1", false, false),
            ("80.5", false, false),
            ("123456789012345678901234567890", true, true),
            ("1e999999999", true, false),
            ("1e-999999999", false, false),
            ("1e99999999999999999999999999", true, false),
        ] {
            let number = Number::new(text);
            assert_eq!((number.is_integer(), number.is_written_as_integer()), (is_integer, is_written), "{text}");
            assert_eq!(number.text(), text);
        }
    }

    #[test]
    fn takes_the_nearest_double() {
        for text in ["0.1", "1e-400", "1.7976931348623157e308", "2.5e-324", "-80.5"] {
            assert_eq!(Some(Number::new(text).as_f64()), text.parse::<f64>().ok(), "{text}");
        }
        assert!(Number::new("1e999").as_f64().is_infinite());
    }

    #[test]
    fn long_numbers_take_one_pass() {
        let zeros = "0".repeat(1_000_000);
        assert_eq!(Number::new(&format!("8{zeros}e-999999")).as_i64(), Some(80));
        assert_eq!(Number::new(&format!("0.{zeros}8e1000002")).as_i64(), Some(80));
        assert_eq!(Number::new(&format!("8e{}", "9".repeat(1_000_000))).as_i64(), None);
        assert_eq!(Number::new(&format!("8e1{zeros}")).as_i64(), None);
    }
}
