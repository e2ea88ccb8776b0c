//! JSON values out of the tree.

use serde_json::{Map, Number, Value};
use vpcheck_syntax::Node;

/// The value as `serde_json` has it.
///
/// A number that has no fraction becomes an integer however it is written, so that equal numbers are equal values. The depth of
/// the tree is bounded, and so is the recursion.
pub(crate) fn json(node: Node<'_>) -> Value {
    match node.value() {
        // JSON has no dates, and nothing in it is unknown.
        vpcheck_syntax::Value::Null | vpcheck_syntax::Value::DateTime(_) | vpcheck_syntax::Value::Unknown => {
            Value::Null
        }
        vpcheck_syntax::Value::Boolean(boolean) => Value::Bool(boolean),
        vpcheck_syntax::Value::Number(number) => self::number(number).map_or(Value::Null, Value::Number),
        vpcheck_syntax::Value::String(text) => Value::String(text.to_owned()),
        vpcheck_syntax::Value::Array(elements) => Value::Array(elements.map(json).collect()),
        vpcheck_syntax::Value::Object(members) => {
            let mut map = Map::new();
            for member in members {
                map.entry(member.name).or_insert_with(|| json(member.value));
            }
            Value::Object(map)
        }
    }
}

/// The number; nothing where it is out of range, which is a finding about the text already.
pub(crate) fn number(number: vpcheck_syntax::Number<'_>) -> Option<Number> {
    if let Some(integer) = number.as_i64() {
        return Some(Number::from(integer));
    }
    if let Some(integer) = number.text().parse::<u64>().ok().filter(|_| number.is_written_as_integer()) {
        return Some(Number::from(integer));
    }
    let float = number.as_f64();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is an integer in the range of u64")]
    if float.fract() == 0.0 && (0.0..18_446_744_073_709_551_615.0).contains(&float) {
        return Some(Number::from(float as u64));
    }
    Number::from_f64(float)
}

/// A whole number from 0, as lengths and counts are.
pub(crate) fn count(node: Node<'_>) -> Option<u64> {
    let number = node.as_number()?;
    match number.as_i64() {
        Some(integer) => u64::try_from(integer).ok(),
        // What is larger than any length is as good as the largest.
        None => (number.is_integer() && number.as_f64() > 0.0).then_some(u64::MAX),
    }
}

/// The strings of an array, where it is one of strings.
pub(crate) fn strings(node: Node<'_>) -> Option<Vec<String>> {
    matches!(node.value(), vpcheck_syntax::Value::Array(_)).then_some(())?;
    node.elements().map(|element| element.as_str().map(str::to_owned)).collect()
}

/// The members of an object, where all are strings.
pub(crate) fn pairs(node: Node<'_>) -> Option<Vec<(String, String)>> {
    matches!(node.value(), vpcheck_syntax::Value::Object(_)).then_some(())?;
    node.members().map(|member| Some((member.name.to_owned(), member.value.as_str()?.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::{Source, parse};

    use super::*;

    #[test]
    fn equal_numbers_are_equal_values() {
        let source = Source::json("s.json", b"[80, 80.0, 8e1, 18446744073709551615, 1e300, 0.5, -0]".as_slice());
        let parsed = parse(&source);
        let root = parsed.tree().expect("the text is valid JSON").root();
        assert_eq!(json(root), serde_json::json!([80, 80, 80, 18_446_744_073_709_551_615_u64, 1e300, 0.5, 0]));
        let counts: Vec<Option<u64>> = root.elements().map(count).collect();
        let expected = [Some(80), Some(80), Some(80), Some(u64::MAX), Some(u64::MAX), None, Some(0)];
        assert_eq!(counts, expected);
    }
}
