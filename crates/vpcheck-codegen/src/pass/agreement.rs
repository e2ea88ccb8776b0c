//! Models of random schemas against an independent validator.

use std::cell::Cell;

use serde_json::{Map, Value, json};
use vpcheck_syntax::Source;

use super::facts::View;
use crate::model::Model;

/// How many schemas are made.
const SCHEMAS: u64 = 6_000;
/// How many of them have to be kept: a test of refusals alone would say nothing.
const KEPT: usize = 2_000;

const NAMES: [&str; 5] = ["a", "b", "ab", "x-a", "c"];
const PATTERNS: [&str; 6] = ["^a", "b$", "^x-", "^[a-c]+$", "^$", "."];
const TEXTS: [&str; 8] = ["", "a", "b", "ab", "ba", "x-a", "abc", "ü"];

/// Numbers that are random enough, and the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % end
    }

    fn pick<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }
}

/// A schema of the keywords that are handled.
fn schema(random: &mut Random, depth: usize) -> Value {
    if random.below(12) == 0 {
        return Value::Bool(random.below(2) == 0);
    }
    let mut schema = Map::new();
    if random.below(4) > 0 {
        let kind = random.pick(&["string", "integer", "number", "array", "object", "boolean", "null"]);
        let kind = if random.below(4) == 0 { json!([kind, "string"]) } else { json!(kind) };
        schema.insert("type".to_owned(), if kind == json!(["string", "string"]) { json!("string") } else { kind });
    }
    for _ in 0..random.below(3) {
        let (keyword, value) = keyword(random, depth);
        schema.insert(keyword.to_owned(), value);
    }
    Value::Object(schema)
}

fn keyword(random: &mut Random, depth: usize) -> (&'static str, Value) {
    let small = |random: &mut Random| json!(random.below(4));
    let leaf = depth >= 3;
    match random.below(if leaf { 12 } else { 24 }) {
        0 => ("minLength", small(random)),
        1 => ("maxLength", small(random)),
        2 | 3 => ("pattern", json!(random.pick(&PATTERNS))),
        4 => ("minimum", small(random)),
        5 => ("exclusiveMaximum", small(random)),
        6 => ("multipleOf", json!(random.below(3) + 1)),
        7 => ("uniqueItems", json!(true)),
        8 => ("minItems", small(random)),
        9 => (random.pick(&["minProperties", "maxProperties"]), small(random)),
        10 => ("enum", json!([value(random, 2), value(random, 2), random.pick(&TEXTS)])),
        11 => ("required", json!([random.pick(&NAMES)])),
        12 | 13 => ("not", schema(random, depth + 2)),
        14 | 15 => (random.pick(&["anyOf", "oneOf"]), json!([schema(random, depth + 1), schema(random, depth + 1)])),
        16 => ("allOf", json!([schema(random, depth + 1), schema(random, depth + 1)])),
        17 => ("items", schema(random, depth + 1)),
        18 | 19 => (
            "properties",
            json!({random.pick(&NAMES): schema(random, depth + 1), random.pick(&NAMES): schema(random, depth + 1)}),
        ),
        20 => ("additionalProperties", schema(random, depth + 1)),
        21 | 22 => ("patternProperties", json!({random.pick(&PATTERNS): schema(random, depth + 1)})),
        _ => ("propertyNames", schema(random, depth + 2)),
    }
}

/// A document.
fn value(random: &mut Random, depth: usize) -> Value {
    match random.below(if depth >= 3 { 8 } else { 14 }) {
        0 => Value::Null,
        1 => json!(random.below(2) == 0),
        2 => json!(random.below(6)),
        3 => json!(random.pick(&[-1.0, 0.5, 1.0, 2.0, 2.5])),
        4..8 => json!(random.pick(&TEXTS)),
        8..11 => (0..random.below(4)).map(|_| value(random, depth + 1)).collect(),
        _ => {
            let count = random.below(4);
            Value::Object((0..count).map(|_| (random.pick(&NAMES).to_owned(), value(random, depth + 1))).collect())
        }
    }
}

/// Makes the models, and forty documents with what each model says of them.
pub(crate) fn each_model(mut look: impl FnMut(u64, &Value, &Model, &Source<'_>, &[(Value, bool)])) {
    let mut random = Random(0x5eed_0123_4567_89ab);
    let mut kept = 0;
    for number in 0..SCHEMAS {
        let schema = schema(&mut random, 0);
        let text = schema.to_string();
        let source = Source::json("s.json", text.as_bytes());
        let Some(model) = crate::read(&source).model else { continue };
        kept += 1;
        let fuel = Cell::new(usize::MAX);
        let view = View { definitions: &model.definitions, decided: &[], fuel: &fuel };
        let documents = (0..40).map(|_| {
            let document = value(&mut random, 0);
            // Equal numbers are equal values in a model.
            let same = Source::json("d.json", document.to_string().into_bytes());
            let parsed = vpcheck_syntax::parse(&same);
            let read = crate::read::json(parsed.tree().expect("it is JSON").root());
            let takes = model.root.is_none_or(|root| view.takes(&model.definition(root).shape, &read));
            (document, takes)
        });
        let documents: Vec<(Value, bool)> = documents.collect();
        look(number, &schema, &model, &source, &documents);
    }
    assert!(kept > KEPT, "{kept} schemas are kept");
}

#[test]
fn models_take_what_a_validator_takes() {
    each_model(|number, schema, _, _, documents| {
        let validator = jsonschema::draft202012::new(schema).expect("it is a schema");
        for (document, takes) in documents {
            assert_eq!(*takes, validator.is_valid(document), "schema {number}: {schema}\n{document}");
        }
    });
}
