//! Every fix, in every syntax: the text can still be read, the finding is gone, nothing else changed, and then there is no more to mend.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vpcheck_syntax::{Kind, Node, Parsed, Span, Syntax, parse};
use vpcheck_tests::write::{Form, Written};
use vpcheck_tests::{Random, mutate, request, wrangler};
use vpcheck_validate::{Checker, Diagnostic, Operation, Safety, Severity, Source, fix, rules};

/// The judged examples that have a body.
const CASES: [&str; 2] =
    [include_str!("../../../tests/data/domain.jsonl"), include_str!("../../../tests/data/wrangler_config.jsonl")];

/// Rules whose findings hide others: what is needed, and what a value has to be, shows when they are mended.
const HIDING: [&str; 2] = ["missing-member", "unknown-service-type"];

/// In how many layouts each document is written.
const LAYOUTS: u64 = 6;

/// How many mutations are looked at.
const MUTATIONS: u64 = 3_000;

/// A text and what it is judged for.
struct Text<'t> {
    written: &'t Written,
    /// Nothing where that is found from the content.
    operation: Option<Operation>,
}

impl Text<'_> {
    fn source<'s>(&self, text: &'s str) -> Source<'s> {
        let syntax = Syntax::of_name(self.written.name).expect("the name tells the syntax");
        Source::new(self.written.name, text.as_bytes(), syntax)
    }

    fn findings(&self, text: &str) -> Vec<Diagnostic> {
        // A resource is found in its file.
        let operation = self.operation.filter(|_| self.written.prefix.is_empty());
        Checker::new().lint(&self.source(text), operation).diagnostics
    }
}

#[test]
fn fixes_of_the_examples_mend() {
    let mut tally = Tally::default();
    for rule in rules() {
        for bad in rule.bad {
            if let Ok(value) = serde_json::from_str(&rule.completed(bad.text)) {
                tally.look_at(rule.id, &value, rule.operation());
            }
        }
    }
    tally.finish(300);
}

#[test]
fn fixes_of_the_cases_mend() {
    let mut tally = Tally::default();
    for line in CASES.iter().flat_map(|cases| cases.lines()) {
        let case: Value = serde_json::from_str(line).expect("a case is JSON");
        let operation = match case.get("op").and_then(Value::as_str) {
            Some("wrangler") => Operation::Wrangler,
            Some("request") => Operation::Request,
            _ => continue,
        };
        if let Some(body) = case.get("body") {
            tally.look_at(case["id"].as_str().expect("a case has an id"), body, Some(operation));
        }
    }
    tally.finish(1000);
}

#[test]
fn fixes_of_mutations_mend() {
    let mut tally = Tally::default();
    for seed in 1..=MUTATIONS {
        let mut random = Random::new(seed);
        let (value, operation) = match seed % 4 {
            0 => (wrangler(&mut random), Operation::Wrangler),
            _ => (request(&mut random), Operation::Request),
        };
        if let Some(value) = mutate(&mut random, &value).value {
            tally.look_in(&format!("seed {seed}"), &value, Some(operation), seed, Form::ALL[(seed % 6) as usize]);
        }
    }
    tally.finish(150);
}

/// What was looked at, and what went wrong.
#[derive(Default)]
struct Tally {
    fixes: usize,
    by_form: BTreeMap<String, usize>,
    failed: Vec<String>,
}

impl Tally {
    fn look_at(&mut self, id: &str, value: &Value, operation: Option<Operation>) {
        self.compare(id, value, operation);
        for form in Form::ALL {
            for seed in 1..=LAYOUTS {
                self.look_in(id, value, operation, seed, form);
            }
        }
    }

    /// What has a fix in JSON has one everywhere, in most layouts: what has comments in it is not taken out.
    fn compare(&mut self, id: &str, value: &Value, operation: Option<Operation>) {
        let fixes = |form: Form, seed: u64| -> Option<BTreeSet<String>> {
            let written = form.write(&mut Random::new(seed), value)?;
            let found = Text { written: &written, operation }.findings(&written.text).into_iter();
            let found = found.filter(|found| found.fix.is_some());
            Some(
                found
                    .map(|found| format!("{}{}", found.rule, found.pointer.trim_start_matches(written.prefix)))
                    .collect(),
            )
        };
        let Some(expected) = fixes(Form::Json, 1).filter(|_| value.is_object()) else { return };
        for form in Form::ALL {
            if form == Form::Terraform && operation != Some(Operation::Request) {
                continue;
            }
            let found: Vec<_> = (1..=LAYOUTS).filter_map(|seed| fixes(form, seed)).collect();
            let missing = |found: &BTreeSet<String>| !expected.is_subset(found);
            if !found.is_empty() && found.iter().all(missing) {
                self.failed.push(format!("{id}: {form:?} has {found:?}, and JSON has {expected:?}"));
            }
        }
    }

    fn look_in(&mut self, id: &str, value: &Value, operation: Option<Operation>, seed: u64, form: Form) {
        if !value.is_object() || (form == Form::Terraform && operation != Some(Operation::Request)) {
            return;
        }
        let Some(written) = form.write(&mut Random::new(seed), value) else { return };
        let text = Text { written: &written, operation };
        let before = text.findings(&written.text);
        for found in before.iter().filter(|found| found.fix.is_some()) {
            self.fixes += 1;
            *self.by_form.entry(format!("{form:?}")).or_default() += 1;
            if let Err(reason) = one(&text, found, &before) {
                self.failed
                    .push(format!("{id}, {form:?}, layout {seed}, {} at {}: {reason}", found.rule, found.pointer));
            }
        }
        if let Err(reason) = all(&text, &before) {
            self.failed.push(format!("{id}, {form:?}, layout {seed}, all fixes: {reason}"));
        }
    }

    fn finish(self, least: usize) {
        println!("{} fixes: {:?}", self.fixes, self.by_form);
        let shown: Vec<&str> = self.failed.iter().take(12).map(String::as_str).collect();
        assert!(self.failed.is_empty(), "{} of {} failed:\n{}", self.failed.len(), self.fixes, shown.join("\n\n"));
        assert!(self.fixes >= least, "only {} fixes", self.fixes);
    }
}

/// Applies the fix of one finding.
fn one(text: &Text<'_>, found: &Diagnostic, before: &[Diagnostic]) -> Result<(), String> {
    let old = text.written.text.as_str();
    let fixed = fix::apply(old.as_bytes(), std::slice::from_ref(found), Safety::Unsafe).ok_or("it is not applied")?;
    let new = String::from_utf8(fixed.bytes).map_err(|error| error.to_string())?;
    let shown = || format!("{old}\nbecame\n{new}");
    let after = text.findings(&new);
    if let Some(left) = after
        .iter()
        .find(|left| (left.rule, &left.pointer, &left.message) == (found.rule, &found.pointer, &found.message))
    {
        return Err(format!("it is there still: {}\n{}", left.message, shown()));
    }
    let is_new = |left: &&Diagnostic| !before.iter().any(|old| (old.rule, &old.pointer) == (left.rule, &left.pointer));
    // What was hidden by an error shows when that is gone, and an unknown type hides all that depends on it.
    let is_worse = |left: &&Diagnostic| left.severity >= found.severity && !HIDING.contains(&found.rule);
    if let Some(left) = after.iter().filter(is_new).find(is_worse) {
        return Err(format!(
            "something else is found: {} at {}: {}\n{}",
            left.rule,
            left.pointer,
            left.message,
            shown()
        ));
    }
    let (old_source, new_source) = (text.source(old), text.source(&new));
    let (old_parsed, new_parsed) = (parse(&old_source), parse(&new_source));
    if comments(old, &old_parsed) != comments(&new, &new_parsed) {
        return Err(format!("comments are lost\n{}", shown()));
    }
    let edits = &found.fix.as_ref().ok_or("there is no fix")?.edits;
    let old_spans: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
    let mut moved = 0_i64;
    let mut new_spans = Vec::new();
    for edit in edits {
        let start = i64::from(edit.span.start) + moved;
        let end = start + i64::try_from(edit.text.len()).expect("it is short");
        new_spans.push(Span::new(u32::try_from(start).expect("it is there"), u32::try_from(end).expect("it is there")));
        moved += i64::try_from(edit.text.len()).expect("it is short")
            - (i64::from(edit.span.end) - i64::from(edit.span.start));
    }
    let (gone, come) = (leaves(&old_parsed, &old_spans), leaves(&new_parsed, &new_spans));
    if gone != come {
        let gone: Vec<_> = gone.iter().filter(|leaf| !come.contains(leaf)).collect();
        let come: Vec<_> = come.iter().filter(|leaf| !gone.contains(leaf)).collect();
        return Err(format!("something else changed: {gone:?} and {come:?}\n{}", shown()));
    }
    Ok(())
}

/// The values that no edit touches, each with its place, in which an index is only said to be one.
fn leaves(parsed: &Parsed<'_>, edits: &[Span]) -> Vec<String> {
    let mut leaves = Vec::new();
    let touches = |span: Span| edits.iter().any(|edit| edit.start <= span.end && span.start <= edit.end);
    for node in parsed.documents.iter().flat_map(vpcheck_syntax::Tree::nodes) {
        let is_leaf = !matches!(node.kind(), Kind::Array | Kind::Object);
        let mut next = Some(node);
        let mut is_touched = false;
        let mut path = String::new();
        while let Some(inner) = next {
            is_touched |=
                inner.name_span().is_some_and(touches) || (inner.span() == node.span() && touches(inner.span()));
            path.insert_str(0, &format!("/{}", inner.name().unwrap_or(if inner.index().is_some() { "#" } else { "" })));
            next = inner.parent();
        }
        if is_leaf && !is_touched {
            leaves.push(format!("{path} = {}", shown(node)));
        }
    }
    leaves.sort();
    leaves
}

fn shown(node: Node<'_>) -> String {
    node.as_str().map_or_else(|| node.text().to_owned(), |text| format!("{text:?}"))
}

fn comments<'t>(text: &'t str, parsed: &Parsed<'_>) -> Vec<&'t str> {
    parsed.comments.iter().map(|span| text[span.range()].trim_end()).collect()
}

/// Applies all fixes until there are none.
fn all(text: &Text<'_>, before: &[Diagnostic]) -> Result<(), String> {
    let old = text.written.text.as_str();
    let mut bytes = old.as_bytes().to_vec();
    let mut found = before.to_vec();
    for _ in 0..20 {
        let Some(fixed) = fix::apply(&bytes, &found, Safety::Unsafe) else { break };
        bytes = fixed.bytes;
        found = text.findings(str::from_utf8(&bytes).map_err(|error| error.to_string())?);
    }
    let new = String::from_utf8_lossy(&bytes);
    if let Some(left) = found.iter().find(|left| left.fix.is_some()) {
        return Err(format!("there is no end: {} at {}\n{old}\nbecame\n{new}", left.rule, left.pointer));
    }
    let errors = |found: &[Diagnostic]| found.iter().filter(|found| found.severity == Severity::Error).count();
    let is_unreadable = |found: &Diagnostic| found.rule.ends_with("-syntax") || found.rule == "duplicate-member";
    let is_hiding = before.iter().any(|found| HIDING.contains(&found.rule));
    if (errors(&found) > errors(before) && !is_hiding) || found.iter().any(is_unreadable) {
        return Err(format!(
            "it is worse: {:?}\n{old}\nbecame\n{new}",
            found.iter().map(|found| &found.message).collect::<Vec<_>>()
        ));
    }
    Ok(())
}
