//! Whether a difference is what a target says it loses.
//!
//! A target that loses keywords should judge as the schema does without them. So a document that we refuse and that is taken is
//! explained where the schema takes it once the lost keywords are left out. A loss is shown by a document that is refused as soon as
//! this one keyword is put back, or that is taken as soon as only this one is left out.

use std::collections::{BTreeSet, HashMap};
use std::fs;

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use super::documents::Document;
use super::exports::Loss;
use crate::{Error, root};

/// The contracts without what is lost of them.
#[derive(Debug)]
pub(super) struct Explainer {
    schemas: HashMap<&'static str, Value>,
    losses: Vec<Loss>,
    /// By the root of a document, without all that is lost.
    weakened: HashMap<String, Validator>,
    /// Documents that were explained by what is lost of the schema, as values.
    explained: Vec<(String, Value)>,
    shown: BTreeSet<usize>,
}

/// What explains a difference.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Explanation {
    /// Losses of the schema.
    Lost,
    /// A rule that is in no schema.
    Beyond,
    /// Nothing.
    Nothing,
}

impl Explainer {
    pub(super) fn new(losses: Vec<Loss>) -> Result<Explainer, Error> {
        let mut schemas = HashMap::new();
        for path in ["schema/service.schema.json", "schema/wrangler.schema.json"] {
            let text = fs::read_to_string(root().join(path))
                .map_err(|error| Error(format!("{path} cannot be read: {error}")))?;
            let schema = serde_json::from_str(&text).map_err(|error| Error(format!("{path}: {error}")))?;
            schemas.insert(path, schema);
        }
        Ok(Explainer { schemas, losses, weakened: HashMap::new(), explained: Vec::new(), shown: BTreeSet::new() })
    }

    /// What explains that a document is taken which we refuse.
    pub(super) fn explain(&mut self, document: &Document) -> Result<Explanation, Error> {
        let contract = contract(&document.root);
        let rules = |loss: &&Loss| loss.contract == contract && loss.pointer.is_empty();
        let beyond: Vec<String> = self.losses.iter().filter(rules).map(|loss| loss.keyword.clone()).collect();
        let (of_rules, of_schema): (Vec<_>, Vec<_>) =
            document.errors.iter().partition(|error| beyond.contains(&error.rule));
        if !of_schema.is_empty() {
            // What only the text tells is in no schema.
            if !document.is_value() {
                return Ok(Explanation::Nothing);
            }
            let value: Value = serde_json::from_str(&document.text).unwrap_or_default();
            if !self.weakened.contains_key(&document.root) {
                let validator = self.without(&document.root, &self.lost(contract), None)?;
                self.weakened.insert(document.root.clone(), validator);
            }
            if !self.weakened.get(&document.root).is_some_and(|validator| validator.is_valid(&value)) {
                return Ok(Explanation::Nothing);
            }
            self.explained.push((document.root.clone(), value));
        }
        for (number, loss) in self.losses.iter().enumerate() {
            if loss.contract == contract && of_rules.iter().any(|error| error.rule == loss.keyword) {
                self.shown.insert(number);
            }
        }
        Ok(if of_rules.is_empty() { Explanation::Lost } else { Explanation::Beyond })
    }

    /// The losses that no document shows.
    pub(super) fn unshown(&self) -> Result<Vec<&Loss>, Error> {
        let mut unshown = Vec::new();
        for (number, loss) in self.losses.iter().enumerate() {
            if !self.shown.contains(&number) && !self.is_shown(loss)? {
                unshown.push(loss);
            }
        }
        Ok(unshown)
    }

    fn is_shown(&self, loss: &Loss) -> Result<bool, Error> {
        let places = self.lost(&loss.contract);
        let mut validators: HashMap<&str, [Validator; 2]> = HashMap::new();
        for (root, value) in self.explained.iter().filter(|(root, _)| contract(root) == loss.contract) {
            if !validators.contains_key(root.as_str()) {
                let put_back = self.without(root, &places, Some(&loss.pointer))?;
                let left_out = self.without(root, &[outermost(&loss.pointer)], None)?;
                validators.insert(root, [put_back, left_out]);
            }
            if let Some([put_back, left_out]) = validators.get(root.as_str())
                && (!put_back.is_valid(value) || left_out.is_valid(value))
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The places that are lost of a contract, without those that are in another one.
    fn lost(&self, contract: &str) -> Vec<&str> {
        let losses = self.losses.iter().filter(|loss| loss.contract == contract && !loss.pointer.is_empty());
        let all: BTreeSet<&str> = losses.map(|loss| outermost(&loss.pointer)).collect();
        let is_in_another = |place: &str| all.iter().any(|&outer| outer != place && is_within(place, outer));
        all.iter().copied().filter(|&place| !is_in_another(place)).collect()
    }

    /// The contract of a root without these places, except for one keyword that is put back.
    fn without(&self, root: &str, lost: &[&str], kept: Option<&str>) -> Result<Validator, Error> {
        let is_wrangler = contract(root) == "wrangler";
        let path = if is_wrangler { "schema/wrangler.schema.json" } else { "schema/service.schema.json" };
        let mut schema = self.schemas.get(path).cloned().unwrap_or_default();
        for pointer in lost {
            let back = kept.filter(|kept| is_within(kept, pointer)).and_then(|kept| pruned(&schema, pointer, kept));
            let (parent, keyword) = pointer.rsplit_once('/').unwrap_or_default();
            let Some(Value::Object(members)) = schema.pointer_mut(parent) else { continue };
            if let Some(value) = back {
                members.insert(keyword.to_owned(), value);
            } else if let Some(kind) = members.remove(keyword)
                && keyword == "type"
            {
                only_of(&kind, members);
            }
        }
        any_of(&mut schema);
        schema["$ref"] = Value::from(format!("#/$defs/{root}"));
        jsonschema::draft202012::options()
            .should_validate_formats(true)
            .build(&schema)
            .map_err(|error| Error(format!("{root} is no schema without what is lost: {error}")))
    }
}

/// The contract that a definition is in, as the command names its files.
fn contract(root: &str) -> &'static str {
    match root {
        "ServiceRequest" => "service-request",
        "Bindings" => "wrangler",
        _ => "service-response",
    }
}

/// What has to be left out so that the keyword says nothing: to leave out what is in a `not` says more.
fn outermost(pointer: &str) -> &str {
    let not = pointer.match_indices("/not/").next().map(|(start, _)| start + "/not".len());
    not.and_then(|end| pointer.get(..end)).unwrap_or(pointer)
}

fn is_within(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What is ruled out is ruled out of one type. A value of another type gets through where the type is lost, while most keywords say
/// nothing of it, so that `not` with them in it would refuse it.
fn only_of(kind: &Value, members: &mut Map<String, Value>) {
    if let Some(not) = members.remove("not") {
        members.insert("not".to_owned(), json!({"allOf": [{"type": kind}, not]}));
    }
}

/// The value of a keyword with nothing in it but the way to another.
fn pruned(schema: &Value, outer: &str, pointer: &str) -> Option<Value> {
    let whole = schema.pointer(pointer)?.clone();
    let steps: Vec<&str> = pointer.strip_prefix(outer)?.split('/').skip(1).collect();
    Some(steps.into_iter().rev().fold(whole, |value, step| {
        if step.parse::<usize>().is_ok() {
            Value::Array(vec![value])
        } else {
            Value::Object(Map::from_iter([(step.to_owned(), value)]))
        }
    }))
}

/// Alternatives exclude each other by what may be lost, so that more than one may take a document.
fn any_of(schema: &mut Value) {
    let mut left = vec![schema];
    while let Some(value) = left.pop() {
        if let Value::Object(members) = value
            && let Some(arms) = members.remove("oneOf")
        {
            members.insert("anyOf".to_owned(), arms);
        }
        match value {
            Value::Object(members) => left.extend(members.values_mut()),
            Value::Array(items) => left.extend(items),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ruled_out_of_strings_is_not_ruled_out_of_null() {
        let mut members = Map::from_iter([("not".to_owned(), json!({"pattern": "x"}))]);
        only_of(&json!("string"), &mut members);
        let validator = jsonschema::validator_for(&Value::Object(members)).expect("it is a schema");
        for (value, is_taken) in [(json!(null), true), (json!("a"), true), (json!("x"), false)] {
            assert_eq!(validator.is_valid(&value), is_taken, "{value}");
        }
    }

    #[test]
    fn a_keyword_is_put_back_with_the_way_to_it() {
        let schema = json!({"a": {"not": {"anyOf": [{"pattern": "x"}, {"pattern": "y"}], "minLength": 1}}});
        let back = pruned(&schema, "/a/not", "/a/not/anyOf/1/pattern");
        assert_eq!(back, Some(json!({"anyOf": [{"pattern": "y"}]})));
        assert_eq!(pruned(&schema, "/a/not", "/a/not"), Some(schema["a"]["not"].clone()));
        assert_eq!(outermost("/a/not/anyOf/1/pattern"), "/a/not");
        assert_eq!(outermost("/a/maximum"), "/a/maximum");
    }
}
