//! Tables of checks.

use vpcheck_codegen::emit::checks::table;
use vpcheck_codegen::model::Model;
use vpcheck_codegen::read;
use vpcheck_syntax::{Diagnostic, Source};

fn model(schema: &str) -> Model {
    let reading = read(&Source::json("schema.json", schema.as_bytes()));
    reading.model.unwrap_or_else(|| panic!("the schema is read, but {:#?}", reading.diagnostics))
}

fn refusals(schema: &str, roots: &[&str]) -> Vec<Diagnostic> {
    table(&model(schema), "schema.json", roots).expect_err("the table is refused")
}

#[test]
fn every_subschema_is_a_static() {
    let schema = r##"{
        "$ref": "#/$defs/Shelf",
        "$defs": {
            "Shelf": {
                "title": "shelf",
                "type": "object",
                "x-unknown-member": "warning",
                "required": ["boards"],
                "properties": {
                    "boards": {"type": "array", "items": {"$ref": "#/$defs/Board"}, "maxItems": 9},
                    "above": {"anyOf": [{"$ref": "#/$defs/Shelf"}, {"type": "null"}]}
                }
            },
            "Board": {"title": "board", "type": "integer", "minimum": 1, "x-rule": {"minimum": "thin-board"}},
            "Unused": {"type": "string"}
        }
    }"##;
    let expected = r#"// Written by `cargo xtask codegen` from `schema.json`: change that, not this.

use crate::schema::{ANY, Additional, Bound, Kinds, Member, Schema, Slot};

pub(crate) static SHELF: Schema = Schema {
    pointer: "/$defs/Shelf",
    title: Some("shelf"),
    kinds: Kinds::OBJECT,
    members: &[
        Member {
            name: "boards",
            slot: Slot::of(&SHELF_BOARDS),
            read_only: false,
        },
        Member {
            name: "above",
            slot: Slot::nullable(&SHELF),
            read_only: false,
        },
    ],
    required: 0b1,
    additional: Additional::Warned,
    ..ANY
};

static SHELF_BOARDS: Schema = Schema {
    pointer: "/$defs/Shelf/properties/boards",
    kinds: Kinds::ARRAY,
    max_items: Some(9),
    items: Some(Slot::of(&BOARD)),
    ..ANY
};

pub(crate) static BOARD: Schema = Schema {
    pointer: "/$defs/Board",
    title: Some("board"),
    rules: &[("minimum", "thin-board")],
    kinds: Kinds::INTEGER,
    minimum: Some(Bound {
        value: 1,
        exclusive: false,
    }),
    ..ANY
};
"#;
    let source = table(&model(schema), "schema.json", &["Shelf"]).expect("the table is made");
    assert_eq!(source, expected);
}

#[test]
fn unions_keep_how_they_are_decided() {
    let schema = r##"{
        "$ref": "#/$defs/Pet",
        "$defs": {
            "Pet": {
                "title": "pet",
                "oneOf": [
                    {
                        "title": "cat", "type": "object", "required": ["kind"],
                        "properties": {"kind": {"const": "cat"}, "food": {"$ref": "#/$defs/Food"}}
                    },
                    {"title": "dog", "type": "object", "required": ["kind"], "properties": {"kind": {"const": "dog"}}}
                ]
            },
            "Food": {
                "title": "food",
                "oneOf": [
                    {"title": "dry", "type": "object", "required": ["grams"], "properties": {"grams": {"type": "integer"}, "cans": {"type": "null"}}},
                    {"title": "wet", "type": "object", "required": ["cans"], "properties": {"cans": {"type": "integer"}, "grams": {"type": "null"}}}
                ]
            }
        }
    }"##;
    let source = table(&model(schema), "schema.json", &["Pet"]).expect("the table is made");
    for part in [
        r#"member: "kind","#,
        r#"values: &[Some(&[Literal::String("cat")]), Some(&[Literal::String("dog")])],"#,
        r#"selectors: &["grams", "cans"],"#,
        "patterns: &[0b1, 0b10],",
        "absence: Absence::KeyOrNull,",
    ] {
        let squeeze = |text: &str| text.split_whitespace().collect::<String>();
        let (source, part) = (squeeze(&source).replace(",]", "]"), squeeze(part));
        assert!(source.contains(part.trim_end_matches(',')), "{part} in {source}");
    }
}

#[test]
fn what_a_table_cannot_hold_is_refused_at_its_place() {
    for (schema, pointer) in [
        (r#"{"title": "root", "type": "string", "pattern": "^a"}"#, ""),
        (
            r#"{"title": "root", "type": "object", "properties": {"a": {"type": "string", "format": "uuid"}}}"#,
            "/properties/a",
        ),
        (r#"{"title": "root", "type": "object", "properties": {"a": {"enum": [[1], [2]]}}}"#, "/properties/a"),
        (
            r#"{"title": "root", "type": "object", "properties": {"a": {"type": "number", "minimum": 0.5}}}"#,
            "/properties/a",
        ),
    ] {
        let refusals = refusals(schema, &["Root"]);
        assert_eq!(refusals.iter().map(|refusal| refusal.pointer.as_str()).collect::<Vec<_>>(), [pointer], "{schema}");
        assert!(refusals.iter().all(|refusal| refusal.help.is_some()));
    }
    let many: Vec<String> = (0..65).map(|index| format!(r#""m{index}": {{}}"#)).collect();
    let schema = format!(r#"{{"title": "root", "type": "object", "properties": {{{}}}}}"#, many.join(", "));
    assert_eq!(refusals(&schema, &["Root"]).len(), 1);
    let one = r#"{"title": "root", "type": "string"}"#;
    assert_eq!(refusals(one, &["Other"]).iter().map(|refusal| refusal.rule).collect::<Vec<_>>(), ["unknown-root"]);
}

#[test]
fn the_bundled_schemas_fit_into_tables() {
    for (schema, roots) in [
        (include_str!("../../../schema/service.schema.json"), ["ServiceRequest", "CollectionEnvelope"].as_slice()),
        (include_str!("../../../schema/wrangler.schema.json"), &["Bindings"]),
    ] {
        let source = table(&model(schema), "schema.json", roots);
        assert!(source.is_ok(), "{source:#?}");
    }
}
