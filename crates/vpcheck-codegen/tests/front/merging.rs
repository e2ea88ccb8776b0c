//! `allOf`, the siblings of `$ref`, and what becomes of single keywords.

use serde_json::json;
use vpcheck_codegen::model::{Additional, Format, Kinds};

use super::{definition, member, model, root};

#[test]
fn the_tighter_rule_stays() {
    let model = model(
        r#"{"allOf": [
            {"type": ["integer", "string"], "minimum": 1, "maxLength": 5},
            {"type": ["number", "string", "null"], "exclusiveMinimum": 1, "maximum": 9, "maxLength": 3, "pattern": "^a"},
            {"pattern": "b$", "minLength": 1}]}"#,
    );
    let root = root(&model);
    assert_eq!((root.kinds, root.nullable), (Kinds::INTEGER.union(Kinds::STRING), false));
    let minimum = root.number.minimum.as_ref().map(|bound| (bound.value.as_i64(), bound.exclusive));
    assert_eq!(minimum, Some((Some(1), true)));
    assert_eq!((root.string.min_length, root.string.max_length), (Some(1), Some(3)));
    assert_eq!(root.string.patterns.len(), 2);
    assert_eq!(root.keyword("maximum"), Some("/allOf/1/maximum"));
}

#[test]
fn members_are_merged_by_name_and_keep_their_order() {
    let model = model(
        r##"{"allOf": [
            {"type": "object", "properties": {"b": {"type": "string"}, "a": {"type": "integer"}}, "required": ["z"]},
            {"properties": {"a": {"minimum": 3}, "c": {"$ref": "#/$defs/C"}}, "additionalProperties": {"maxLength": 9}}],
            "$defs": {"C": {"type": "boolean"}}}"##,
    );
    let root = root(&model);
    let names: Vec<(&str, bool)> =
        root.object.members.iter().map(|member| (member.name.as_str(), member.required)).collect();
    assert_eq!(names, [("b", false), ("a", false), ("c", false), ("z", true)]);
    assert!(member(root, "a").number.minimum.is_some());
    assert_eq!(member(root, "b").string.max_length, Some(9));
    assert_eq!(member(root, "z").string.max_length, Some(9));
    assert!(member(root, "c").reference.is_some());
    assert!(matches!(root.object.additional, Additional::Shape(_)));
}

#[test]
fn a_reference_with_rules_beside_it_is_merged_and_one_with_words_is_not() {
    let model = model(
        r##"{"type": "object", "properties": {
            "plain": {"$ref": "#/$defs/Size", "description": "how large", "readOnly": true},
            "tight": {"$ref": "#/$defs/Size", "maximum": 5},
            "wrapped": {"allOf": [{"$ref": "#/$defs/Size"}], "title": "size"}},
            "$defs": {"Size": {"type": "integer", "minimum": 1, "description": "A size."}}}"##,
    );
    let plain = member(root(&model), "plain");
    assert!(plain.reference.is_some() && plain.documentation.read_only && plain.keywords.is_empty());
    assert_eq!(plain.documentation.description.as_deref(), Some("how large"));
    let tight = member(root(&model), "tight");
    assert!(tight.reference.is_none() && tight.number.minimum.is_some() && tight.number.maximum.is_some());
    assert_eq!(tight.keyword("minimum"), Some("/$defs/Size/minimum"));
    assert_eq!(tight.documentation.description.as_deref(), Some("A size."));
    assert!(member(root(&model), "wrapped").reference.is_some());
}

#[test]
fn values_are_sorted_out_by_the_other_rules() {
    for (text, values, kinds, nullable) in [
        (
            r#"{"type": "string", "enum": ["a", "bb", 1, null], "minLength": 2}"#,
            Some(vec![json!("bb")]),
            Kinds::STRING,
            false,
        ),
        (r#"{"enum": ["a", null, 1.0]}"#, Some(vec![json!("a"), json!(1)]), Kinds::STRING.union(Kinds::INTEGER), true),
        (r#"{"enum": [true, false]}"#, None, Kinds::BOOLEAN, false),
        (r#"{"const": null}"#, None, Kinds::NULL, false),
        (r#"{"enum": ["a", "b"], "not": {"const": "b"}}"#, Some(vec![json!("a")]), Kinds::STRING, false),
        (r#"{"enum": ["a", "10.0.0.1"], "format": "ipv4"}"#, Some(vec![json!("10.0.0.1")]), Kinds::STRING, false),
        (
            r#"{"not": {"type": ["string", "null"]}}"#,
            None,
            Kinds::ALL.difference(Kinds::STRING.union(Kinds::NULL)),
            false,
        ),
        ("true", None, Kinds::ALL, false),
        ("false", None, Kinds::NONE, false),
        (r#"{"not": {}}"#, None, Kinds::NONE, false),
        (r#"{"type": "null"}"#, None, Kinds::NULL, false),
    ] {
        let text = format!(r#"{{"$defs": {{"X": {text}}}}}"#);
        let model = model(&text);
        let shape = &definition(&model, "X").shape;
        assert_eq!((&shape.values, shape.kinds, shape.nullable), (&values, kinds, nullable), "{text}");
        assert!(model.root.is_none(), "{text}");
    }
}

#[test]
fn schemas_may_contain_themselves_and_refer_by_any_local_address() {
    let model = model(
        r##"{"$id": "https://example.com/tree.json", "title": "tree", "type": "object", "properties": {
            "left": {"$ref": "#"}, "right": {"$ref": "https://example.com/tree.json"},
            "leaf": {"$ref": "#leaf"}, "same": {"$ref": "#/properties/leaves/items"},
            "leaves": {"type": "array", "items": {"$anchor": "leaf", "type": "string", "format": "uuid"}}}}"##,
    );
    let root = root(&model);
    for name in ["left", "right"] {
        assert_eq!(member(root, name).reference, model.root);
    }
    let leaf = member(root, "leaf").reference.expect("it is a reference");
    assert_eq!(member(root, "same").reference, Some(leaf));
    assert_eq!(model.definition(leaf).shape.string.format, Some(Format::Uuid));
}

#[test]
fn chains_of_references_end_after_two_links() {
    let model = model(
        r##"{"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/C"},
            "C": {"anyOf": [{"$ref": "#/$defs/D"}, {"type": "null"}]}, "D": {"$ref": "#/$defs/E"}, "E": {"type": "string"}}}"##,
    );
    let end = definition(&model, "C").shape.reference;
    assert_eq!(end.map(|id| model.definition(id).name.as_str()), Some("E"));
    assert!(model.takes_null(&definition(&model, "A").shape));
    assert_eq!(model.resolve(&definition(&model, "A").shape).kinds, Kinds::STRING);
}
