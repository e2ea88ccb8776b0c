//! What Terraform cannot say, by form.

use serde_json::Value;

use super::is_typed;
use crate::{
    export::{Form, NULL_IS_ABSENT},
    model::{Additional, Dispatch, Kinds, Pattern, Shape, StringTest, Tested},
    pass::Strings,
};

const NORMALISED: &str =
    "Terraform normalises strings (NFC) before it looks at them: a letter and its accent become one character";
const CONVERTED: &str =
    "Terraform converts what is written in another type, such as \"80\" and 80, and null counts as absent";
const NULL_TOLD: &str = "null counts as absent, also where it tells the alternatives apart";
const DROPPED: &str = "Terraform drops the attributes that an object type does not list";

/// What a form cannot say of a keyword.
pub(crate) fn loses(form: &Form, shape: &Shape, keyword: &str) -> Option<&'static str> {
    if is_typed(form) {
        let typed = typed(shape, keyword);
        if typed.is_some() {
            return typed;
        }
    }
    is_normalised(shape, keyword).then_some(NORMALISED)
}

fn typed(shape: &Shape, keyword: &str) -> Option<&'static str> {
    match keyword {
        "type" | "const" | "enum" if is_converted(shape) => Some(CONVERTED),
        "type" | "const" | "enum" => Some(NULL_IS_ABSENT),
        "additionalProperties" if matches!(shape.object.additional, Additional::Closed) => Some(DROPPED),
        "oneOf" | "anyOf" => {
            let dispatch = &shape.union.as_ref()?.dispatch;
            matches!(dispatch, Dispatch::Members { null_is_absent: false, .. }).then_some(NULL_TOLD)
        }
        _ => None,
    }
}

/// Whether a value of another type is converted to one that the shape takes.
fn is_converted(shape: &Shape) -> bool {
    let kinds = shape.kinds.difference(Kinds::NULL);
    let is_like_another = |text: &str| matches!(text, "true" | "false") || text.parse::<f64>().is_ok();
    if let Some(values) = &shape.values {
        return values.iter().any(|value| value.as_str().is_none_or(is_like_another));
    }
    if kinds == Kinds::STRING {
        let strings = Strings::new(&shape.string);
        return CONVERTED_TO_STRING.iter().any(|text| strings.takes(text));
    }
    kinds == Kinds::BOOLEAN || (!kinds.is_empty() && Kinds::NUMBER.contains(kinds))
}

/// Texts that numbers and booleans become.
const CONVERTED_TO_STRING: [&str; 6] = ["true", "false", "0", "1.5", "-1", "12345678"];

/// Whether a keyword takes another string once the string is normalised.
fn is_normalised(shape: &Shape, keyword: &str) -> bool {
    let rules = &shape.string;
    let is_free = !is_ascii(shape);
    match keyword {
        "minLength" => is_free && rules.min_length.is_some_and(|least| least > 1),
        "maxLength" => is_free && rules.max_length.is_some(),
        "pattern" => is_free && !rules.patterns.is_empty(),
        "not" => {
            is_free && (!rules.choices.is_empty() || shape.excluded.iter().filter_map(Value::as_str).any(is_composed))
        }
        "anyOf" | "oneOf" => is_free && rules.choices.iter().any(|choice| choice.len() > 1),
        "enum" | "const" => shape.values.iter().flatten().filter_map(Value::as_str).any(is_composed),
        "uniqueItems" => shape.array.unique && shape.array.items.is_none(),
        "propertyNames" | "patternProperties" => true,
        "properties" => shape.object.members.iter().any(|member| is_composed(&member.name)),
        _ => false,
    }
}

/// Whether another text may be normalised to this one.
fn is_composed(text: &str) -> bool {
    // The Kelvin sign, the Greek question mark and varia are ASCII then.
    !text.is_ascii() || text.contains(['K', ';', '`'])
}

/// Whether a string that is taken has only ASCII in it. What is normalised to such a string is one already, but for three signs.
fn is_ascii(shape: &Shape) -> bool {
    let rules = &shape.string;
    rules.format.is_some()
        || rules.patterns.iter().any(is_ascii_pattern)
        || rules.choices.iter().any(|choice| choice.iter().all(is_ascii_test))
}

fn is_ascii_test(test: &StringTest) -> bool {
    !test.negated
        && match &test.tested {
            Tested::Pattern(pattern) => is_ascii_pattern(pattern),
            Tested::Format(_) => true,
            Tested::Listed(texts) => texts.iter().all(|text| !is_composed(text)),
            Tested::AtLeast(_) | Tested::AtMost(_) => false,
        }
}

/// Whether a pattern is for the whole string, and takes ASCII only. It is not sure of every one that does.
fn is_ascii_pattern(pattern: &Pattern) -> bool {
    let text = pattern.ecma.replace(r"\.", "");
    let takes_others = ["[^", r"\p", r"\P", r"\u", r"\x", r"\W", r"\D", r"\S", r"\s", "."];
    let takes_others = takes_others.iter().any(|part| text.contains(part)) || !text.is_ascii();
    // An alternative outside of brackets would not be bound to both ends.
    let mut depth = 0_i32;
    let is_split = text.chars().any(|character| {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        character == '|' && depth == 0
    });
    text.starts_with('^') && text.ends_with('$') && !text.ends_with(r"\$") && !takes_others && !is_split
}
