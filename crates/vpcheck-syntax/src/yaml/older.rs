//! Where a reader of YAML 1.1 reads something else: `no`, `017`, `12:30`.
//!
//! `PyYAML`, Ruby's Psych and Go's yaml.v2 are such readers, and most tools are built on one of them.

use std::{borrow::Cow, fmt};

use super::{
    events::{Content, Item, Style, Tag},
    scalar::{Scalar, resolve},
};
use crate::{Diagnostic, Edit, Fix, Safety, Severity, escape::shorten};

/// Where a scalar stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    Name,
    Value,
}

/// A warning for a scalar that a reader of YAML 1.1 takes for something else.
pub(super) fn judge(item: &Item<'_>, role: Role) -> Option<Diagnostic> {
    let Content::Scalar(text, Style::Plain) = &item.content else { return None };
    if item.tag != Tag::None {
        return None;
    }
    let older = read(text)?;
    let scalar = resolve(item);
    let newer = match &scalar {
        Scalar::Number(number) if older == Older::Number(number.clone().into_owned()) => return None,
        Scalar::Number(number) => shorten(number),
        Scalar::String if older == Older::String => return None,
        Scalar::String if role == Role::Name => "a name".into(),
        Scalar::String => "a string".into(),
        _ => return None,
    };
    let message = format!("`{}` is {newer} in YAML 1.2, and {older} to readers of YAML 1.1", shorten(text));
    let diagnostic = Diagnostic::new("yaml-1-1", Severity::Warning, item.span, message);
    Some(if let Scalar::Number(number) = &scalar {
        diagnostic.with_help(if number.contains(['e', 'E']) {
            "write it in full, or with a point and a sign, such as `1.0e+3`".to_owned()
        } else {
            format!("write {} where that number is meant, and quotes around a string", shorten(number))
        })
    } else {
        let edits = vec![Edit { span: item.span, text: format!("\"{text}\"") }];
        let help = "put it in quotes: then every reader takes it as it is";
        diagnostic.with_help(help).with_fix(Fix { safety: Safety::Safe, edits })
    })
}

/// What YAML 1.1 makes of a plain scalar.
#[derive(Debug, Eq, PartialEq)]
enum Older {
    Boolean(bool),
    /// A number in decimal digits.
    Number(String),
    /// A number that is not worked out here.
    Large,
    Date,
    Time,
    /// The key for what a mapping is when it is used as a scalar.
    Default,
    String,
}

impl fmt::Display for Older {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Older::Boolean(true) => "the boolean true",
            Older::Boolean(false) => "the boolean false",
            Older::Number(number) => return write!(formatter, "the number {}", shorten(number)),
            Older::Large => "another number",
            Older::Date => "a date",
            Older::Time => "a date with a time",
            Older::Default => "the mark of a default value",
            Older::String => "a string",
        })
    }
}

/// What YAML 1.1 makes of a plain scalar, where it may be something else than in YAML 1.2.
fn read(text: &str) -> Option<Older> {
    match text {
        "=" => return Some(Older::Default),
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => return Some(Older::Boolean(true)),
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => return Some(Older::Boolean(false)),
        _ => {}
    }
    let (sign, unsigned) = match text.as_bytes().first()? {
        b'-' => ("-", text.get(1..)?),
        b'+' => ("", text.get(1..)?),
        b'0'..=b'9' => ("", text),
        _ => return None,
    };
    if !unsigned.starts_with(|first: char| first.is_ascii_digit()) {
        // `.5` and `.inf` are the same in both.
        return None;
    }
    let is_decimal = unsigned.bytes().all(|byte| byte.is_ascii_digit());
    if is_decimal && !unsigned.starts_with('0') {
        return None;
    }
    if unsigned.contains(':') && !text.contains('-') || sign == "-" && unsigned.contains(':') {
        return sexagesimal(sign, unsigned);
    }
    if let Some(time) = date(text) {
        return Some(time);
    }
    let number = |digits: &str, base| Some(decimal(sign, u128::from_str_radix(digits, base).ok()));
    let digits = without_underscores(unsigned);
    if let Some(binary) = digits.strip_prefix("0b")
        && is_all(binary, |byte| matches!(byte, b'0' | b'1'))
    {
        return number(binary, 2);
    }
    if let Some(hexadecimal) = digits.strip_prefix("0x")
        && is_all(hexadecimal, |byte| byte.is_ascii_hexdigit())
    {
        return number(hexadecimal, 16);
    }
    if digits.len() > 1 && digits.starts_with('0') && is_all(&digits, |byte| byte.is_ascii_digit()) {
        let is_octal = is_all(&digits, |byte| matches!(byte, b'0'..=b'7'));
        return if is_octal { number(&digits, 8) } else { Some(Older::String) };
    }
    if is_all(&digits, |byte| byte.is_ascii_digit()) {
        return number(&digits, 10);
    }
    fraction(unsigned, &digits)
}

/// What a number with a point or an exponent is.
fn fraction(unsigned: &str, digits: &str) -> Option<Older> {
    let (mantissa, exponent) =
        digits.split_once(['e', 'E']).map_or((digits, None), |(before, after)| (before, Some(after)));
    let is_mantissa = is_all(mantissa, |byte| byte.is_ascii_digit() || byte == b'.');
    let points = mantissa.bytes().filter(|&byte| byte == b'.').count();
    let is_signed = exponent.is_none_or(|exponent| {
        exponent.strip_prefix(['-', '+']).is_some_and(|power| is_all(power, |byte| byte.is_ascii_digit()))
    });
    match (is_mantissa, points) {
        (true, 1) if is_signed && unsigned.len() > digits.len() => Some(Older::Large),
        // It is a number in both.
        (true, 1) if is_signed => None,
        // YAML 1.1 wants a point, and a sign in the exponent.
        _ => Some(Older::String),
    }
}

/// A number of hours, minutes and seconds, or of degrees.
fn sexagesimal(sign: &str, unsigned: &str) -> Option<Older> {
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let mut parts = whole.split(':');
    let first = parts.next()?;
    let starts_well = fraction.is_some() || !first.starts_with('0');
    if !starts_well || !is_all(first, |byte| byte.is_ascii_digit() || byte == b'_') {
        return None;
    }
    let mut value = without_underscores(first).parse::<u128>().ok();
    for part in parts {
        if !matches!(part.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9']) {
            return None;
        }
        value = value.and_then(|value| value.checked_mul(60)?.checked_add(part.parse().ok()?));
    }
    match fraction {
        None => Some(decimal(sign, value)),
        Some(fraction) => fraction.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_').then_some(Older::Large),
    }
}

/// A date, alone or with a time.
fn date(text: &str) -> Option<Older> {
    let (year, rest) = text.split_once('-')?;
    let (month, rest) = rest.split_once('-')?;
    let day_length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (day, time) = rest.split_at_checked(day_length)?;
    let is_short = |digits: &str| matches!(digits.len(), 1..=2) && is_all(digits, |byte| byte.is_ascii_digit());
    if year.len() != 4 || !is_all(year, |byte| byte.is_ascii_digit()) || !is_short(month) || !is_short(day) {
        return None;
    }
    if time.is_empty() {
        return (month.len() == 2 && day.len() == 2).then_some(Older::Date);
    }
    let time = time.strip_prefix(['T', 't']).or_else(|| time.strip_prefix([' ', '\t']).map(str::trim_start))?;
    let mut parts = time.splitn(3, ':');
    let (hours, minutes, seconds) = (parts.next()?, parts.next()?, parts.next()?);
    let is_two = |digits: &str| digits.len() == 2 && is_all(digits, |byte| byte.is_ascii_digit());
    let (whole, rest) = seconds.split_at_checked(2)?;
    let is_rest = is_all(rest, |byte| byte.is_ascii_digit() || b".Zz:+- \t".contains(&byte)) || rest.is_empty();
    (is_short(hours) && is_two(minutes) && is_two(whole) && is_rest).then_some(Older::Time)
}

fn decimal(sign: &str, value: Option<u128>) -> Older {
    value.map_or(Older::Large, |value| Older::Number(format!("{sign}{value}")))
}

fn without_underscores(text: &str) -> Cow<'_, str> {
    if text.contains('_') { Cow::Owned(text.replace('_', "")) } else { Cow::Borrowed(text) }
}

/// Whether there are bytes, and each is one of these.
fn is_all(text: &str, is_one: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(is_one)
}
