//! Schemas that mean harm end in a diagnostic, soon.

use std::time::{Duration, Instant};

use vpcheck_codegen::limits;

use super::read;

/// Reads a schema within a time that only a blow-up would exceed, and gives the rules of what is refused.
fn rules(name: &str, text: &str) -> Vec<&'static str> {
    let start = Instant::now();
    let reading = read(text);
    assert!(start.elapsed() < Duration::from_mins(1), "{name} takes {:?}", start.elapsed());
    let mut rules: Vec<&str> = reading.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    rules.dedup();
    rules
}

/// So many definitions, each made of its number.
fn definitions(count: usize, each: impl Fn(usize) -> String) -> String {
    let list: Vec<String> = (0..count).map(|index| format!(r#""D{index}": {}"#, each(index))).collect();
    format!(r##"{{"$ref": "#/$defs/D0", "$defs": {{{}}}}}"##, list.join(", "))
}

#[test]
fn nesting_is_bounded() {
    for depth in [10, 60, 70, 126, 127, 10_000] {
        for (open, close) in [
            (r#"{"items": "#, "}"),
            (r#"{"not": "#, "}"),
            (r#"{"allOf": ["#, "]}"),
            (r#"{"oneOf": [{"type": "string"}, "#, "]}"),
            (r#"{"maxLength": 3, "anyOf": [{"type": "string"}, "#, "]}"),
            (r#"{"properties": {"a": "#, "}}"),
            (r#"{"default": "#, "}"),
        ] {
            rules("nesting", &(open.repeat(depth) + "{}" + &close.repeat(depth)));
        }
    }
    let deep = |depth: usize| r#"{"items": "#.repeat(depth) + r#"{"type": "string"}"# + &"}".repeat(depth);
    assert!(rules("items", &deep(limits::SHAPE_DEPTH)).is_empty());
    assert_eq!(rules("items", &deep(limits::SHAPE_DEPTH + 1)), ["too-deep"]);
}

#[test]
fn merging_that_never_ends_is_refused() {
    // Each member is merged of itself and another, so that every level makes new ones.
    let text = r##"{"allOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}], "$defs": {
        "A": {"type": "object", "properties": {"x": {"allOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}}},
        "B": {"type": "object", "properties": {"x": {"allOf": [{"$ref": "#/$defs/B"}, {"$ref": "#/$defs/A"}]}}}}}"##;
    assert_eq!(rules("mutual", text), ["too-deep"]);
}

#[test]
fn merging_that_doubles_is_refused() {
    let text = definitions(40, |index| {
        if index == 39 {
            return r#"{"type": "string"}"#.to_owned();
        }
        let next = index + 1;
        let member = format!(r##"{{"$ref": "#/$defs/D{next}", "maxLength": {next}}}"##);
        format!(r#"{{"maxLength": 9, "properties": {{"a": {member}, "b": {member}}}}}"#)
    });
    assert!(rules("doubling", &text).contains(&"too-large"));
    let arms = r#"{"oneOf": [{"title": "a"}, {"title": "b"}]}, "#.repeat(30);
    let text = format!(r#"{{"allOf": [{arms} {{}}]}}"#);
    assert!(!rules("product", &text).is_empty());
}

#[test]
fn long_chains_are_read() {
    let count = 20_000;
    let next = |index: usize| {
        if index + 1 == count {
            r#"{"type": "string"}"#.to_owned()
        } else {
            format!(r##"{{"$ref": "#/$defs/D{}"}}"##, index + 1)
        }
    };
    assert!(rules("references", &definitions(count, next)).is_empty());
    let nullable = |index: usize| format!(r#"{{"anyOf": [{}, {{"type": "null"}}]}}"#, next(index));
    assert!(rules("unions", &definitions(count, nullable)).is_empty());
    let all_of = |index: usize| format!(r#"{{"allOf": [{}, {{"maxLength": 3}}]}}"#, next(index));
    let found = rules("allOf", &definitions(count, all_of));
    assert!(found.is_empty() || found == ["too-large"], "{found:?}");
    let circle = definitions(count, |index| format!(r##"{{"$ref": "#/$defs/D{}"}}"##, (index + 1) % count));
    assert_eq!(rules("circle", &circle), ["reference-cycle"]);
}

#[test]
fn wide_schemas_are_read() {
    let many = |count: usize, each: &dyn Fn(usize) -> String| (0..count).map(each).collect::<Vec<String>>().join(", ");
    let properties = many(50_000, &|index| format!(r##""m{index}": {{"$ref": "#/properties/m{}"}}"##, index / 2 * 2));
    assert!(!rules("references", &format!(r#"{{"properties": {{{properties}}}}}"#)).is_empty());
    let required = many(50_000, &|index| format!(r#""m{index}""#));
    assert!(rules("required", &format!(r#"{{"type": "object", "required": [{required}]}}"#)).is_empty());
    assert!(rules("enum", &format!(r#"{{"allOf": [{{"enum": [{required}]}}, {{"enum": [{required}]}}]}}"#)).is_empty());
    let tagged = |index: usize| {
        format!(r#"{{"type": "object", "required": ["t"], "properties": {{"t": {{"const": "v{index}"}}}}}}"#)
    };
    assert!(rules("tags", &format!(r#"{{"oneOf": [{}]}}"#, many(limits::ARMS, &tagged))).is_empty());
    assert_eq!(rules("arms", &format!(r#"{{"oneOf": [{}]}}"#, many(limits::ARMS + 1, &tagged))), ["too-large"]);
    let alike = |index: usize| format!(r#"{{"type": "object", "properties": {{"m{index}": {{"type": "string"}}}}}}"#);
    assert_eq!(rules("alike", &format!(r#"{{"oneOf": [{}]}}"#, many(limits::ARMS, &alike))), ["overlapping-arms"]);
    let unnamed = many(20_000, &|index| format!(r#""{}": {{}}"#, "*".repeat(index % 50) + &"-".repeat(index / 50)));
    assert!(rules("names", &format!(r#"{{"$defs": {{{unnamed}}}}}"#)).is_empty());
}

#[test]
fn long_names_do_not_take_memory_for_each_finding() {
    let name = "n".repeat(1 << 20);
    let wrong = vec![r#"{"typ": 1}"#; 5_000].join(", ");
    let text = format!(r#"{{"properties": {{"{name}": {{"allOf": [{wrong}]}}}}}}"#);
    assert_eq!(rules("names", &text), ["unsupported-keyword", "too-many-findings"]);
}

#[test]
fn the_number_of_subschemas_is_bounded() {
    let text = format!(r#"{{"allOf": [{}]}}"#, vec!["{}"; limits::SHAPES + 10].join(","));
    assert_eq!(rules("subschemas", &text), ["too-large"]);
}

#[test]
fn any_part_of_a_schema_can_be_missing() {
    // Every prefix of the bundled schema, at some distance, is read to its end.
    let text = super::WRANGLER;
    for length in (0..text.len()).step_by(37) {
        let reading = read(text.get(..length).unwrap_or_default());
        assert!(reading.model.is_none());
    }
}

#[test]
fn patterns_are_not_tried_without_end() {
    let names = |count: usize| (0..count).map(|index| format!(r#""n{index}": {{}}"#)).collect::<Vec<_>>().join(", ");
    let patterns =
        |count: usize| (0..count).map(|index| format!(r#""^p{index}$": {{}}"#)).collect::<Vec<_>>().join(", ");
    let text = |count: usize| {
        format!(
            r#"{{"type": "object", "properties": {{{}}}, "patternProperties": {{{}}}}}"#,
            names(count),
            patterns(count)
        )
    };
    assert!(rules("a few patterns", &text(300)).is_empty());
    assert_eq!(rules("many patterns", &text(4_000)), ["too-large"]);
    let text = definitions(3_000, |index| match index {
        0 => format!(
            r#"{{"properties": {{{}}}}}"#,
            (1..3_000)
                .map(|index| format!(r##""m{index}": {{"$ref": "#/$defs/D{index}"}}"##))
                .collect::<Vec<_>>()
                .join(", ")
        ),
        1 => format!(r#"{{"patternProperties": {{{}}}}}"#, patterns(300)),
        _ => r##"{"allOf": [{"$ref": "#/$defs/D1"}, {"minProperties": 1}]}"##.to_owned(),
    });
    assert_eq!(rules("patterns again and again", &text), ["too-large"]);
}

#[test]
fn not_is_not_multiplied_without_end() {
    let mut inner = r#"{"pattern": "a"}"#.to_owned();
    for _ in 0..5 {
        let arms = [inner.as_str(); 12].join(", ");
        inner = format!(r#"{{"anyOf": [{arms}]}}"#);
    }
    assert_eq!(rules("not", &format!(r#"{{"type": "string", "not": {inner}}}"#)), ["unsupported-keyword"]);
    let arms: Vec<String> = (0..40)
        .map(|index| {
            format!(r#"{{"type": "string", "allOf": [{{"pattern": "a{index}"}}, {{"pattern": "b{index}"}}]}}"#)
        })
        .collect();
    for keyword in ["anyOf", "oneOf"] {
        rules(keyword, &format!(r#"{{"{keyword}": [{}]}}"#, arms.join(", ")));
    }
}
