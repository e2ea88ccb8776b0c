//! What is refused, and where.

use vpcheck_codegen::Outcome;
use vpcheck_syntax::LineIndex;

use super::read;

#[test]
fn each_is_refused_at_its_place() {
    for (text, rule, pointer) in [
        (r#"{"if": {}}"#, "unsupported-keyword", "/if"),
        (r#"{"minlength": 1}"#, "unsupported-keyword", "/minlength"),
        (r#"{"not": {"minimum": 1}}"#, "unsupported-keyword", "/not"),
        (r#"{"not": {"oneOf": [{"pattern": "a"}, {"pattern": "b"}]}}"#, "unsupported-keyword", "/not"),
        (r#"{"not": {"required": ["a", "b"]}}"#, "unsupported-keyword", "/not"),
        (r#"{"types": "string"}"#, "unsupported-keyword", "/types"),
        (r#"{"multipleOf": 0.5}"#, "unsupported-keyword", "/multipleOf"),
        (r#"{"multipleOf": 0}"#, "bad-keyword-value", "/multipleOf"),
        (r#"{"uniqueItems": 1}"#, "bad-keyword-value", "/uniqueItems"),
        (r#"{"maxProperties": 0.5}"#, "bad-keyword-value", "/maxProperties"),
        (r#"{"patternProperties": {"(": {}}}"#, "unsupported-pattern", "/patternProperties"),
        (
            r#"{"type": "object", "propertyNames": {"anyOf": [{"pattern": "a"}, {"pattern": "b"}]}}"#,
            "unsupported-keyword",
            "/propertyNames",
        ),
        (
            r#"{"type": "object", "patternProperties": {"a": {}}, "allOf": [{"additionalProperties": {"type": "string"}}]}"#,
            "unsupported-keyword",
            "/patternProperties",
        ),
        (r#"{"properties": {"a": {"$id": "x"}}}"#, "unsupported-keyword", "/properties/a/$id"),
        (r#"{"items": [{}]}"#, "bad-keyword-value", "/items"),
        (r#"{"type": "text"}"#, "bad-keyword-value", "/type"),
        (r#"{"type": []}"#, "bad-keyword-value", "/type"),
        (r#"{"minLength": -1}"#, "bad-keyword-value", "/minLength"),
        (r#"{"exclusiveMinimum": true}"#, "bad-keyword-value", "/exclusiveMinimum"),
        (r#"{"required": true}"#, "bad-keyword-value", "/required"),
        (r#"{"enum": []}"#, "bad-keyword-value", "/enum"),
        (r#"{"oneOf": []}"#, "bad-keyword-value", "/oneOf"),
        (r#"{"x-rule": 1}"#, "bad-keyword-value", "/x-rule"),
        (r#"{"x-direction": "up"}"#, "bad-keyword-value", "/x-direction"),
        (r#"{"properties": {"a": 1}}"#, "bad-schema", "/properties/a"),
        ("[]", "bad-schema", ""),
        (r#"{"$schema": "http://json-schema.org/draft-03/schema#"}"#, "unsupported-dialect", "/$schema"),
        (
            r#"{"$schema": "http://json-schema.org/draft-04/schema#", "minimum": 1, "exclusiveMinimum": 1}"#,
            "bad-keyword-value",
            "/exclusiveMinimum",
        ),
        (
            r#"{"$schema": "http://json-schema.org/draft-04/schema#", "exclusiveMaximum": true}"#,
            "bad-keyword-value",
            "/exclusiveMaximum",
        ),
        (r#"{"$schema": "http://json-schema.org/draft-04/schema#", "const": 1}"#, "unsupported-keyword", "/const"),
        (r#"{"id": "https://example.com/s.json"}"#, "unsupported-keyword", "/id"),
        (
            r##"{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/a", "type": "string",
                "definitions": {"a": {"type": ["string", "null"]}}}"##,
            "unsupported-keyword",
            "/type",
        ),
        (r#"{"pattern": "(?=a)"}"#, "unsupported-pattern", "/pattern"),
        (r#"{"pattern": "("}"#, "unsupported-pattern", "/pattern"),
        (r##"{"$ref": "#/$defs/a"}"##, "unresolved-reference", "/$ref"),
        (r#"{"$ref": "https://example.com/s.json"}"#, "unresolved-reference", "/$ref"),
        (r##"{"$ref": "#nowhere"}"##, "unresolved-reference", "/$ref"),
        (r##"{"$ref": "#"}"##, "reference-cycle", "/$ref"),
        (r##"{"allOf": [{"$ref": "#"}]}"##, "reference-cycle", "/allOf/0/$ref"),
        (
            r##"{"$ref": "#/$defs/a", "$defs": {"a": {"anyOf": [{"$ref": "#/$defs/a"}, {}]}}}"##,
            "reference-cycle",
            "/$defs/a/anyOf/0/$ref",
        ),
        (r#"{"allOf": [{"type": "string"}, {"type": "object"}]}"#, "contradiction", "/allOf/1/type"),
        (r#"{"type": "string", "enum": [1, 2]}"#, "contradiction", "/enum"),
        (r#"{"type": "integer", "minimum": 2, "maximum": 1}"#, "contradiction", ""),
        (r#"{"allOf": [{"const": "a"}, {"const": "b"}]}"#, "contradiction", "/allOf/1/const"),
        (r#"{"type": "object", "properties": {"a": false}, "required": ["a"]}"#, "contradiction", "/required"),
        (
            r#"{"type": "object", "allOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"type": "null"}}}]}"#,
            "contradiction",
            "/allOf/1/properties/a/type",
        ),
        (
            r##"{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/a", "minLength": 1,
                "definitions": {"a": {"type": "string"}}}"##,
            "unsupported-keyword",
            "/minLength",
        ),
        (
            r##"{"allOf": [{"$ref": "#/$defs/Port"}, {"maximum": 100}],
                "$defs": {"Port": {"type": "integer", "x-type": "Port"}}}"##,
            "unsupported-keyword",
            "/allOf/1",
        ),
    ] {
        let reading = read(text);
        let found: Vec<(&str, &str)> =
            reading.diagnostics.iter().map(|diagnostic| (diagnostic.rule, diagnostic.pointer.as_str())).collect();
        assert_eq!(found, [(rule, pointer)], "{text}");
        assert!(reading.model.is_none(), "{text}");
        assert!(reading.diagnostics.iter().all(|diagnostic| diagnostic.help.is_some()), "{text}");
    }
}

#[test]
fn overlapping_arms_are_refused_with_a_document_that_both_take() {
    for (text, witness) in [
        (
            r#"{"oneOf": [
                {"title": "one", "type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
                {"title": "two", "type": "object", "properties": {"b": {"type": "string"}}}]}"#,
            r#"the arms `One` and `Two` of `oneOf` both take `{"a":""}`"#,
        ),
        (
            r#"{"anyOf": [{"type": "integer", "minimum": 2}, {"type": "integer", "maximum": 3}]}"#,
            "the arms `/anyOf/0` and `/anyOf/1` of `anyOf` both take `2`",
        ),
        (r#"{"oneOf": [{"type": "integer"}, {"type": "number", "minimum": 7}]}"#, "both take `7`"),
        (r#"{"oneOf": [{"enum": ["a", "b"]}, {"enum": ["b", "c"]}]}"#, r#"both take `"b"`"#),
        (r#"{"oneOf": [{"type": ["string", "null"]}, {"type": ["integer", "null"]}]}"#, "both take `null`"),
        (r#"{"oneOf": [{"type": "string"}, {"type": "string"}]}"#, r#"both take `""`"#),
        (r#"{"type": "object", "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}"#, r#"{"a":null,"b":null}"#),
        (
            r#"{"oneOf": [{"type": "array", "items": {"type": "string"}}, {"type": "array", "minItems": 2}]}"#,
            r#"both take `["",""]`"#,
        ),
    ] {
        let reading = read(text);
        let found: Vec<(&str, &str)> =
            reading.diagnostics.iter().map(|diagnostic| (diagnostic.rule, diagnostic.message.as_str())).collect();
        let [(rule, message)] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert_eq!(*rule, "overlapping-arms", "{text}");
        assert!(message.contains(witness), "{message}");
    }
}

#[test]
fn arms_that_nothing_tells_apart_are_refused_without_a_document() {
    let text = r#"{"oneOf": [{"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^abc$"}},
                             {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^abd$"}}]}"#;
    let reading = read(text);
    let rules: Vec<&str> = reading.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    assert_eq!(rules, ["indistinct-arms"]);
    assert_eq!(reading.ledger.count(Outcome::Refused), 1);
}

#[test]
fn all_are_collected_in_the_order_of_the_text() {
    let text = include_str!("samples/refused.json");
    let reading = read(text);
    let index = LineIndex::new(text.as_bytes());
    let found: Vec<(u32, &str)> = reading
        .diagnostics
        .iter()
        .map(|diagnostic| (index.position(text.as_bytes(), diagnostic.span.start).line, diagnostic.pointer.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (4, "/patternProperties"),
            (5, "/if"),
            (6, "/then"),
            (7, "/minProperties"),
            (9, "/properties/a/prefixItems"),
            (9, "/properties/a/uniqueItems"),
            (10, "/properties/b/$ref"),
            (11, "/properties/c/typ"),
            (12, "/properties/d/pattern"),
            (12, "/properties/d/minLength"),
            (13, "/properties/e/oneOf/1/multipleOf"),
            (14, "/properties/f/not"),
        ]
    );
}

#[test]
fn what_is_wrong_with_the_text_is_told_too() {
    let reading = read(r#"{"type": "string", "type": "integer"}"#);
    assert_eq!(reading.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect::<Vec<_>>(), ["duplicate-member"]);
    assert!(reading.model.is_none());
    let reading = read("");
    assert!(reading.model.is_none() && !reading.diagnostics.is_empty());
}
