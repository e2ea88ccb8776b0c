//! What `not` says, and what else a hand-written type checks of strings.

use super::{Merge, leaf::Mix, words};
use crate::{
    ledger::PathId,
    model::{Kinds, NumberRules, StringRules, StringTest, Tested, UnionKeyword},
    pass::graph::UnionId,
    read::{SchemaId, Subschema},
    refusal::Refusal,
};

/// How deep `anyOf` may be nested under `not`.
const NESTED: usize = 4;

/// There is no simple way to say it.
struct Unknown;

impl Merge<'_> {
    /// Adds what `not` rules out, or refuses it. What a hand-written type checks is never refused.
    pub(super) fn mix_not(&mut self, mix: &mut Mix, schema: &Subschema, not: SchemaId) {
        if self.graph.takes_everything(not, &[]) {
            mix.never = true;
            return;
        }
        let negated = self.negate(mix, schema.keyword("not"), &[not], &[]);
        if negated.is_ok() {
            return;
        }
        if schema.opaque {
            mix.shape.string.hand_written.push("not");
            return;
        }
        self.findings.refuse(
            schema.keyword("not"),
            Refusal::UnsupportedKeyword,
            "`not` is supported with `enum`, `const` or `type` in it, with rules for strings, or with one member that is required"
                .to_owned(),
            "say what is taken instead, by `enum`, `pattern` or `oneOf` with a branch for each case",
        );
    }

    /// Rules out what all parts take. What is added before it turns out to be unknown is true anyway.
    fn negate(&mut self, mix: &mut Mix, path: PathId, ids: &[SchemaId], done: &[UnionId]) -> Result<(), Unknown> {
        let graph = self.graph;
        let parts = graph.closure(ids);
        let face = ids.first().copied().ok_or(Unknown)?;
        self.spend(&parts, face).ok_or(Unknown)?;
        if parts.iter().any(|&id| graph.get(id).annotations.scalar.is_some()) || done.len() > NESTED {
            return Err(Unknown);
        }
        let mut unions = parts.iter().flat_map(|&id| graph.unions(id, done));
        match (unions.next(), unions.next()) {
            (None, _) => {}
            // Ruling out what one of several takes is ruling out what each takes.
            (Some(union @ (_, UnionKeyword::AnyOf)), None) => {
                let done: Vec<UnionId> = done.iter().copied().chain([union]).collect();
                return graph.arms(union).iter().try_for_each(|&arm| {
                    let ids: Vec<SchemaId> = ids.iter().copied().chain([arm]).collect();
                    self.negate(mix, path, &ids, &done)
                });
            }
            _ => return Err(Unknown),
        }
        let rules: Vec<&Subschema> = parts.iter().map(|&id| graph.get(id)).filter(|part| part.has_rules()).collect();
        if rules.iter().any(|part| part.literal == Some(false)) {
            return Ok(());
        }
        let kinds = rules.iter().filter_map(|part| part.kinds).fold(Kinds::ALL, Kinds::intersection);
        let beside = rules.iter().filter(|part| part.has_rules_beside_type());
        if let [only] = beside.clone().collect::<Vec<_>>().as_slice() {
            if let (true, Some(values)) = (says_only_values(only), &only.values) {
                mix.shape.excluded.extend(values.iter().filter(|value| kinds.contains(Kinds::of(value))).cloned());
                return Ok(());
            }
            if let Some(name) = one_required(only).filter(|_| kinds.contains(Kinds::OBJECT)) {
                self.rule_out(mix, path, kinds.difference(Kinds::OBJECT));
                mix.forbidden.push(name.to_owned());
                return Ok(());
            }
        }
        let mut tests = Vec::new();
        for part in beside {
            tests.extend(string_tests(part).ok_or(Unknown)?);
        }
        if tests.is_empty() || !kinds.contains(Kinds::STRING) {
            self.rule_out(mix, path, kinds);
            return Ok(());
        }
        self.rule_out(mix, path, kinds.difference(Kinds::STRING));
        let negated = tests.into_iter().map(|test| StringTest { negated: !test.negated, ..test });
        mix.shape.string.choices.push(negated.collect());
        Ok(())
    }

    #[expect(clippy::unused_self, reason = "it reads as a step of the merge")]
    fn rule_out(&self, mix: &mut Mix, path: PathId, kinds: Kinds) {
        mix.keep(Kinds::ALL.difference(kinds), path, |before| {
            format!("one part takes {} and `not` rules that out", words::kinds(before))
        });
    }

    /// Adds what is applied to a string that a hand-written type checks, as far as it can be said by tests.
    pub(super) fn mix_hand_written(&mut self, mix: &mut Mix, schema: &Subschema) {
        if let Some(arms) = &schema.any_of {
            let tests: Option<Vec<StringTest>> = arms.iter().map(|&arm| self.one_test(arm)).collect();
            match tests {
                Some(tests) => mix.shape.string.choices.push(tests),
                None => mix.shape.string.hand_written.push("anyOf"),
            }
        }
        let string = &mut mix.shape.string;
        for (keyword, is_there) in [
            ("allOf", !schema.all_of.is_empty()),
            ("oneOf", schema.one_of.is_some()),
            ("$ref", schema.reference.is_some()),
        ] {
            if is_there {
                string.hand_written.push(keyword);
            }
        }
    }

    /// The one test that a subschema makes of strings, if that is all it says of them.
    fn one_test(&self, id: SchemaId) -> Option<StringTest> {
        let parts = self.graph.closure(&[id]);
        let mut tests = Vec::new();
        for &part in &parts {
            let part_rules = self.graph.get(part);
            let takes_strings = part_rules.kinds.is_none_or(|kinds| kinds.contains(Kinds::STRING));
            if !takes_strings || part_rules.opaque || self.graph.unions(part, &[]).next().is_some() {
                return None;
            }
            tests.extend(string_tests(part_rules)?);
        }
        let test = tests.pop()?;
        tests.is_empty().then_some(test)
    }
}

/// What a subschema asks of strings, where it asks nothing else but types.
fn string_tests(schema: &Subschema) -> Option<Vec<StringTest>> {
    let others = schema.literal == Some(false)
        || schema.values.is_some()
        || schema.number != NumberRules::default()
        || schema.has_rules_for_arrays()
        || schema.has_rules_for_objects()
        || schema.not.is_some();
    (!others).then(|| tests(&schema.string))
}

/// Rules for strings as tests that all have to hold. Choices are left out.
pub(in crate::pass) fn tests(rules: &StringRules) -> Vec<StringTest> {
    let patterns = rules.patterns.iter().cloned().map(Tested::Pattern);
    let format = rules.format.map(Tested::Format);
    let least = rules.min_length.filter(|&least| least > 0).map(Tested::AtLeast);
    let most = rules.max_length.map(Tested::AtMost);
    let tested = patterns.chain(format).chain(least).chain(most);
    tested.map(|tested| StringTest { negated: false, tested }).collect()
}

/// Whether it lists values and says nothing else but types.
fn says_only_values(schema: &Subschema) -> bool {
    schema.values.is_some()
        && schema
            .keywords
            .iter()
            .all(|(name, _)| matches!(*name, "enum" | "const" | "type" | "$ref" | "allOf" | "$defs"))
}

/// The one member that has to be there, where nothing else is said but types.
fn one_required(schema: &Subschema) -> Option<&str> {
    let [name] = schema.required.as_slice() else { return None };
    let says_more = schema.keywords.iter().any(|(name, _)| !matches!(*name, "required" | "type" | "$ref" | "$defs"));
    (!says_more).then_some(name.as_str())
}
