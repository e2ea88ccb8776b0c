//! The engine on tables of its own, for what the bundled schemas do not say.

use vpcheck_syntax::{Severity, Source, parse};

use super::*;

static STRING: Schema = Schema { pointer: "/$defs/Text", title: Some("text"), kinds: Kinds::STRING, ..ANY };
static SHORT: Schema = Schema {
    pointer: "/$defs/Short",
    title: Some("short text"),
    kinds: Kinds::STRING,
    min_length: Some(2),
    max_length: Some(3),
    ..ANY
};
static HALF_OPEN: Schema = Schema {
    pointer: "/$defs/Half",
    title: Some("share"),
    kinds: Kinds::of(0b1100),
    minimum: Some(Bound { value: 0, exclusive: true }),
    maximum: Some(Bound { value: 10, exclusive: false }),
    ..ANY
};
static WIDE: Schema = Schema {
    pointer: "/$defs/Wide",
    title: Some("number"),
    kinds: Kinds::INTEGER,
    minimum: Some(Bound { value: i64::MIN, exclusive: false }),
    maximum: Some(Bound { value: i64::MAX, exclusive: false }),
    ..ANY
};
static COUNT: Schema = Schema { pointer: "/$defs/Count", title: Some("count"), kinds: Kinds::INTEGER, ..ANY };
static CHOICE: Schema = Schema {
    pointer: "/$defs/Choice",
    values: &[Literal::Null, Literal::Integer(1), Literal::String("one")],
    excluded: &[Literal::String("two")],
    ..ANY
};
static PAIR: Schema = Schema {
    pointer: "/$defs/Pair",
    title: Some("pair"),
    kinds: Kinds::ARRAY,
    min_items: Some(2),
    max_items: Some(2),
    items: Some(Slot::of(&SHORT)),
    ..ANY
};
static CLOSED: Schema = Schema {
    pointer: "/$defs/Closed",
    title: Some("closed object"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "size", slot: Slot::of(&COUNT), read_only: false },
        Member { name: "next", slot: Slot::nullable(&CLOSED), read_only: false },
    ],
    required: 0b01,
    additional: Additional::Closed,
    ..ANY
};
static MAP: Schema =
    Schema { pointer: "/$defs/Map", kinds: Kinds::OBJECT, additional: Additional::Each(Slot::of(&COUNT)), ..ANY };
static TEXT_OR_CLOSED: Schema = Schema {
    pointer: "/$defs/TextOrClosed",
    title: Some("text or closed object"),
    union: Some(&Union { keyword: "anyOf", arms: &[Slot::of(&STRING), Slot::of(&CLOSED)], dispatch: Dispatch::Kind }),
    ..ANY
};

/// The findings, each as rule, pointer and the schema's pointer.
fn found(schema: &'static Schema, text: &str) -> Vec<String> {
    let source = Source::json("value", text.as_bytes());
    let parsed = parse(&source);
    let mut diagnostics = Vec::new();
    let tree = parsed.tree().expect("there is something to read");
    check(schema, tree.root(), &mut diagnostics);
    assert_eq!(
        takes(Slot::of(schema), tree.root()),
        diagnostics.iter().all(|found| found.severity != Severity::Error),
        "{text}"
    );
    let line = |found: &vpcheck_syntax::Diagnostic| {
        format!(
            "{} {} {}",
            found.rule,
            found.pointer,
            found.schema.as_ref().map(ToString::to_string).unwrap_or_default()
        )
    };
    diagnostics.iter().map(line).collect()
}

#[test]
fn every_keyword_is_checked() {
    for (schema, text, expected) in [
        (&STRING, r#""""#, [].as_slice()),
        (&STRING, "1", &["wrong-type  /$defs/Text/type"]),
        (&SHORT, r#""ab""#, &[]),
        (&SHORT, r#""äöü""#, &[]),
        (&SHORT, r#""ä""#, &["too-short  /$defs/Short/minLength"]),
        (&SHORT, r#""äöüß""#, &["too-long  /$defs/Short/maxLength"]),
        (&HALF_OPEN, "0.5", &[]),
        (&HALF_OPEN, "10.0", &[]),
        (&HALF_OPEN, "0", &["below-minimum  /$defs/Half/exclusiveMinimum"]),
        (&HALF_OPEN, "-1e300", &["below-minimum  /$defs/Half/exclusiveMinimum"]),
        (&HALF_OPEN, "10.5", &["above-maximum  /$defs/Half/maximum"]),
        (&HALF_OPEN, "1e30", &["above-maximum  /$defs/Half/maximum"]),
        (&WIDE, "9223372036854775807", &[]),
        (&WIDE, "9223372036854775808", &["above-maximum  /$defs/Wide/maximum"]),
        (&WIDE, "-9223372036854775808", &[]),
        (&WIDE, "-9223372036854775809", &["below-minimum  /$defs/Wide/minimum"]),
        (&COUNT, "80.0", &[]),
        (&COUNT, "80.5", &["wrong-type  /$defs/Count/type"]),
        (&CHOICE, "null", &[]),
        (&CHOICE, "1.0", &[]),
        (&CHOICE, r#""one""#, &[]),
        (&CHOICE, "2", &["unknown-value  /$defs/Choice/enum"]),
        (&CHOICE, "true", &["wrong-type  /$defs/Choice/enum"]),
        (&PAIR, r#"["ab", "cd"]"#, &[]),
        (&PAIR, r#"["ab", "c"]"#, &["too-short /1 /$defs/Short/minLength"]),
        (&PAIR, r#"["ab"]"#, &["too-few-items  /$defs/Pair/minItems"]),
        (&PAIR, r#"["ab", "ab", "ab"]"#, &["too-many-items  /$defs/Pair/maxItems"]),
        (&MAP, r#"{"a": 1, "b": 2}"#, &[]),
        (&MAP, r#"{"a": 1, "b": null}"#, &["wrong-type /b /$defs/Count/type"]),
        (&CLOSED, r#"{"size": 1, "next": {"size": 1, "next": null}}"#, &[]),
        (
            &CLOSED,
            r#"{"size": 1, "next": {"next": {}}}"#,
            &["missing-member /next/next /$defs/Closed/required", "missing-member /next /$defs/Closed/required"],
        ),
        (&CLOSED, r#"{"size": 1, "other": 2}"#, &["unknown-member /other /$defs/Closed/additionalProperties"]),
        (&TEXT_OR_CLOSED, r#""text""#, &[]),
        (&TEXT_OR_CLOSED, r#"{"size": "1"}"#, &["wrong-type /size /$defs/Count/type"]),
        (&TEXT_OR_CLOSED, "null", &["wrong-type  /$defs/TextOrClosed/anyOf"]),
    ] {
        assert_eq!(found(schema, text), expected, "{text}");
    }
}

#[test]
fn a_near_name_is_told_with_what_is_missing() {
    let source = Source::json("value", br#"{"Size": 1}"#.as_slice());
    let parsed = parse(&source);
    let mut diagnostics = Vec::new();
    check(&CLOSED, parsed.tree().expect("it is JSON").root(), &mut diagnostics);
    let [found] = diagnostics.as_slice() else { panic!("one finding expected, but {diagnostics:#?}") };
    assert_eq!((found.rule, found.pointer.as_str()), ("missing-member", ""));
    assert_eq!(found.help.as_deref(), Some("`Size` is not a member: did you mean `size`?"));
    assert_eq!(found.fix.as_ref().map(|fix| fix.edits[0].text.as_str()), Some("\"size\""));
}

#[test]
fn what_could_not_be_read_is_not_judged() {
    for text in [r#"{"size": }"#, r#"{"size": 1e999}"#, r#"{"size": 1, "next": {"#, "{"] {
        assert_eq!(found(&CLOSED, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_schema_that_contains_itself_is_followed_to_the_limit_of_depth() {
    let depth = vpcheck_syntax::limits::DEPTH;
    let text = format!("{}{}", r#"{"size":1,"next":"#.repeat(depth - 1) + r#"{"size":"1"}"#, "}".repeat(depth - 1));
    assert_eq!(found(&CLOSED, &text).len(), 1);
}
