//! Every keyword is accounted for.

use std::collections::BTreeMap;

use serde_json::Value;
use vpcheck_codegen::{Entry, Ledger, Outcome};

use super::{SERVICE, WRANGLER, read};

/// The pointers of all keywords of a schema, by a walk that knows where subschemas are and nothing else.
fn keywords(text: &str, ledger: &Ledger) -> Vec<String> {
    let refused: Vec<String> =
        ledger.entries().filter(|entry| entry.outcome == Outcome::Refused).map(|entry| entry.pointer).collect();
    let schema: Value = serde_json::from_str(text).expect("the schema is JSON");
    let mut found = Vec::new();
    let mut stack = vec![(String::new(), &schema)];
    while let Some((pointer, schema)) = stack.pop() {
        for (keyword, value) in schema.as_object().into_iter().flatten() {
            let at = format!("{pointer}/{}", keyword.replace('~', "~0").replace('/', "~1"));
            // What is below a keyword that is not supported is not read.
            let is_closed = refused.contains(&at)
                && !matches!(
                    keyword.as_str(),
                    "oneOf" | "anyOf" | "allOf" | "not" | "patternProperties" | "propertyNames"
                );
            found.push(at.clone());
            match keyword.as_str() {
                _ if is_closed => {}
                "items" | "additionalProperties" | "propertyNames" | "not" => stack.push((at, value)),
                "allOf" | "anyOf" | "oneOf" => {
                    let items = value.as_array().into_iter().flatten().enumerate();
                    stack.extend(items.map(|(index, item)| (format!("{at}/{index}"), item)));
                }
                "$defs" | "definitions" | "properties" | "patternProperties" => {
                    let members = value.as_object().into_iter().flatten();
                    stack.extend(members.map(|(name, member)| {
                        (format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), member)
                    }));
                }
                _ => {}
            }
        }
    }
    found.sort_unstable();
    found
}

#[test]
fn every_keyword_is_in_the_ledger_once() {
    let samples = [
        SERVICE,
        WRANGLER,
        include_str!("samples/annotated.json"),
        include_str!("samples/merged.json"),
        include_str!("samples/refused.json"),
    ];
    for text in samples {
        let reading = read(text);
        let mut entries: Vec<String> = reading.ledger.entries().map(|entry| entry.pointer).collect();
        entries.sort_unstable();
        assert_eq!(entries, keywords(text, &reading.ledger));
    }
}

#[test]
fn entries_stand_where_the_keywords_are() {
    for text in [SERVICE, WRANGLER] {
        for Entry { pointer, span, .. } in read(text).ledger.entries() {
            let keyword = pointer.rsplit('/').next().unwrap_or_default();
            assert_eq!(text.get(span.range()), Some(format!("\"{keyword}\"").as_str()), "{pointer}");
        }
    }
}

#[test]
fn outcomes_are_what_the_model_made_of_the_keywords() {
    let reading = read(SERVICE);
    assert_eq!(reading.ledger.count(Outcome::Refused), 0);
    let outcomes: BTreeMap<String, Outcome> =
        reading.ledger.entries().map(|entry| (entry.pointer, entry.outcome)).collect();
    for (pointer, outcome) in [
        ("/$ref", Outcome::Typed),
        ("/$schema", Outcome::Annotation),
        ("/$defs/Port/type", Outcome::Typed),
        ("/$defs/Port/maximum", Outcome::Checked),
        ("/$defs/Port/x-type", Outcome::Typed),
        ("/$defs/Port/x-correction", Outcome::Annotation),
        ("/$defs/Host/oneOf", Outcome::Typed),
        ("/$defs/Hostname/not", Outcome::Checked),
        ("/$defs/Hostname/not/anyOf", Outcome::Checked),
        ("/$defs/Hostname/not/anyOf/0/pattern", Outcome::Checked),
        ("/$defs/HttpServiceRequest/properties/service_id/readOnly", Outcome::Annotation),
    ] {
        assert_eq!(outcomes.get(pointer), Some(&outcome), "{pointer}");
    }
    let text = r#"{"format": "email", "title": "address", "uniqueItems": false, "x-more": 1, "if": {}}"#;
    let reading = read(text);
    let outcomes: Vec<Outcome> = reading.ledger.entries().map(|entry| entry.outcome).collect();
    let expected =
        [Outcome::Annotation, Outcome::Annotation, Outcome::Annotation, Outcome::Annotation, Outcome::Refused];
    assert_eq!(outcomes, expected);
}

#[test]
fn keywords_of_other_tools_are_annotations() {
    let text = r#"{"type": "string", "_enum": ["a"], "x-intellij-html-description": "b", "tsType": "c", "options": {"hidden": 1},
                   "additionalItems": false, "uniqueItems": true, "multipleOf": 3, "propertyNames": {"pattern": "a"}}"#;
    let reading = read(text);
    assert!(reading.diagnostics.is_empty(), "{:#?}", reading.diagnostics);
    let outcomes: BTreeMap<String, Outcome> =
        reading.ledger.entries().map(|entry| (entry.pointer, entry.outcome)).collect();
    for (pointer, outcome) in [
        ("/_enum", Outcome::Annotation),
        ("/x-intellij-html-description", Outcome::Annotation),
        ("/tsType", Outcome::Annotation),
        ("/options", Outcome::Annotation),
        ("/additionalItems", Outcome::Annotation),
        ("/uniqueItems", Outcome::Checked),
        ("/multipleOf", Outcome::Checked),
        ("/propertyNames", Outcome::Checked),
        ("/propertyNames/pattern", Outcome::Checked),
    ] {
        assert_eq!(outcomes.get(pointer), Some(&outcome), "{pointer}");
    }
}
