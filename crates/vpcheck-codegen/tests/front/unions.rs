//! How the arms of unions are told apart, and unions that are something simpler.

use serde_json::json;
use vpcheck_codegen::model::{Dispatch, Kinds, Shape};

use super::{arms, definition, member, model, root};

fn dispatch(shape: &Shape) -> &Dispatch {
    &shape.union.as_ref().unwrap_or_else(|| panic!("{shape:?} is no union")).dispatch
}

#[test]
fn arms_of_different_types_are_told_by_type() {
    let model =
        model(r#"{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "null"}]}"#);
    let root = root(&model);
    assert!(matches!(dispatch(root), Dispatch::Kind));
    assert_eq!((arms(root), root.nullable), (vec!["String", "Array"], true));
    assert_eq!(root.kinds, Kinds::STRING.union(Kinds::ARRAY));
}

#[test]
fn objects_beside_other_types_are_a_union_of_their_own() {
    let model = model(
        r#"{"oneOf": [
            {"type": "string"},
            {"type": "object", "properties": {"kind": {"const": "cat"}}, "required": ["kind"]},
            {"type": "object", "properties": {"kind": {"const": "dog"}}, "required": ["kind"]}]}"#,
    );
    let root = root(&model);
    assert!(matches!(dispatch(root), Dispatch::Kind));
    assert_eq!(arms(root), ["String", "Object"]);
    let objects = root.union.as_ref().and_then(|union| union.arms.last()).map(|arm| &arm.shape);
    let objects = objects.expect("there are two arms");
    assert_eq!(arms(objects), ["Cat", "Dog"]);
    assert!(matches!(dispatch(objects), Dispatch::Tag { member, .. } if member == "kind"));
}

#[test]
fn what_stands_beside_a_union_is_in_every_arm() {
    let model = model(
        r##"{
            "title": "pet", "type": "object", "required": ["kind", "name"],
            "properties": {"name": {"type": "string"}, "kind": {"type": "string"}},
            "oneOf": [
                {"$ref": "#/$defs/CatPet"},
                {"title": "dog", "properties": {"kind": {"enum": ["dog", "puppy"]}, "bark": {"type": "boolean"}}}],
            "$defs": {"CatPet": {"properties": {"kind": {"const": "cat"}}, "additionalProperties": {"type": "string"}}}}"##,
    );
    let root = root(&model);
    assert_eq!(arms(root), ["Cat", "Dog"]);
    let Dispatch::Tag { member: tag, values } = dispatch(root) else { panic!("{root:?}") };
    assert_eq!(
        (tag.as_str(), values),
        ("kind", &vec![Some(vec![json!("cat")]), Some(vec![json!("dog"), json!("puppy")])])
    );
    for arm in &root.union.as_ref().expect("it is a union").arms {
        assert_eq!(arm.shape.kinds, Kinds::OBJECT);
        assert_eq!(member(&arm.shape, "name").kinds, Kinds::STRING);
        assert!(arm.shape.object.members.iter().filter(|member| member.name != "bark").all(|member| member.required));
    }
}

#[test]
fn a_type_beside_a_union_leaves_references_alone() {
    let model = model(
        r##"{"type": "object", "oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}], "$defs": {
            "A": {"type": "object", "properties": {"x": {"type": "string"}, "y": false}, "required": ["x"]},
            "B": {"type": "object", "properties": {"x": false, "y": {"type": "string"}}, "required": ["y"]}}}"##,
    );
    let root = root(&model);
    let references = root.union.iter().flat_map(|union| &union.arms).filter_map(|arm| arm.shape.reference);
    let names: Vec<&str> = references.map(|id| model.definition(id).name.as_str()).collect();
    assert_eq!(names, ["A", "B"]);
}

#[test]
fn closed_objects_rule_out_what_they_do_not_list() {
    let model = model(
        r#"{"type": "object", "additionalProperties": false, "properties": {"a": true, "b": true},
            "oneOf": [
                {"required": ["a"], "additionalProperties": false, "properties": {"a": {"type": "string"}}},
                {"required": ["b"], "additionalProperties": false, "properties": {"b": {"type": "string"}}},
                {"properties": {"a": false, "b": false}}]}"#,
    );
    let Dispatch::Members { selectors, patterns, null_is_absent } = dispatch(root(&model)) else {
        panic!("{:?}", root(&model));
    };
    assert_eq!(selectors, &["a", "b"]);
    assert_eq!(patterns, &[[true, false], [false, true], [false, false]]);
    assert!(!null_is_absent);
    assert_eq!(arms(root(&model)), ["A", "B", "Object"]);
}

#[test]
fn a_member_that_may_be_null_where_it_is_required_is_no_selector_with_null_as_absent() {
    let reading = super::read(
        r#"{"oneOf": [
            {"type": "object", "required": ["a"], "properties": {"a": {"type": ["string", "null"]}}},
            {"type": "object", "properties": {"a": {"type": "null"}}}]}"#,
    );
    let messages: Vec<&str> = reading.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages, [r#"the arms `/oneOf/0` and `/oneOf/1` of `oneOf` both take `{"a":null}`"#]);
}

#[test]
fn lists_of_values_become_one_list() {
    let model = model(
        r#"{"oneOf": [{"const": "on", "title": "switched on"}, {"const": "off", "description": "Switched off."}, {"type": "null"}]}"#,
    );
    let root = root(&model);
    assert_eq!((&root.values, root.nullable), (&Some(vec![json!("on"), json!("off")]), true));
    let described = [("on".to_owned(), "switched on".to_owned()), ("off".to_owned(), "Switched off.".to_owned())];
    assert_eq!(root.documentation.values, described);
    assert_eq!(root.keyword("const"), Some("/oneOf/0/const"));
}

#[test]
fn a_list_within_a_wider_string_is_open() {
    let model = model(r#"{"anyOf": [{"enum": ["a", "b"]}, {"type": "string"}]}"#);
    let root = root(&model);
    assert!(root.union.is_none() && root.values.is_none());
    assert_eq!((root.kinds, &root.annotations.open), (Kinds::STRING, &vec!["a".to_owned(), "b".to_owned()]));
}

#[test]
fn equal_arms_of_any_of_are_one() {
    let model = model(
        r#"{"anyOf": [
            {"type": "object", "properties": {"a": {"type": "string", "title": "one"}}},
            {"type": "object", "properties": {"a": {"type": "string", "title": "two"}}}]}"#,
    );
    assert!(root(&model).union.is_none());
    assert_eq!(root(&model).object.members.len(), 1);
}

#[test]
fn inner_unions_are_taken_apart_where_types_do_not_suffice() {
    let model = model(
        r##"{"oneOf": [{"$ref": "#/$defs/Pet"}, {"$ref": "#/$defs/Plant"}], "$defs": {
            "Pet": {"oneOf": [{"$ref": "#/$defs/CatPet"}, {"$ref": "#/$defs/DogPet"}]},
            "CatPet": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "cat"}}},
            "DogPet": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "dog"}}},
            "Plant": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "plant"}}}}}"##,
    );
    assert_eq!(arms(root(&model)), ["CatPet", "DogPet", "Plant"]);
    assert_eq!(arms(&definition(&model, "Pet").shape), ["Cat", "Dog"]);
}

#[test]
fn a_nullable_reference_to_a_union_stays_a_reference() {
    let model = model(
        r##"{"type": "object", "properties": {"pet": {"anyOf": [{"$ref": "#/$defs/Pet"}, {"type": "null"}]}}, "$defs": {
            "Pet": {"oneOf": [{"type": "string"}, {"$ref": "#"}]}}}"##,
    );
    let pet = member(root(&model), "pet");
    assert!(pet.nullable && pet.union.is_none());
    assert_eq!(pet.reference.map(|id| model.definition(id).name.as_str()), Some("Pet"));
    let pet = &definition(&model, "Pet").shape;
    assert_eq!(arms(pet), ["String", "Root"]);
}

#[test]
fn an_arm_is_not_implied_by_the_union_that_it_is_in() {
    let text =
        r##"{"$ref": "#/$defs/A", "oneOf": [{"type": ["string", "integer"]}], "$defs": {"A": {"type": "object"}}}"##;
    let rules: Vec<&str> = super::read(text).diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    assert_eq!(rules, ["contradiction"]);
}

#[test]
fn the_others_are_an_arm() {
    let model = model(
        r#"{"type": "object", "required": ["kind"], "oneOf": [
            {"properties": {"kind": {"const": "a"}}},
            {"properties": {"kind": {"type": "string", "not": {"const": "a"}}}}]}"#,
    );
    assert_eq!(arms(root(&model)), ["A", "Other"]);
    assert!(matches!(dispatch(root(&model)), Dispatch::Tag { values, .. } if values.last() == Some(&None)));
}
