//! Unions of strings that nothing tells apart: they are one string with more tests.

use serde_json::Value;

use super::{
    accept::{self, Strings},
    facts::View,
    merge, witness,
};
use crate::model::{Arm, Kinds, Shape, StringTest, Tested, UnionKeyword};

/// How many tests all choices together may have.
const TESTS: usize = 256;

/// How many arms are made one.
const ARMS: usize = 32;

/// Tests of which one has to hold.
type Choice = Vec<StringTest>;

/// Makes arms that are strings, and no type of their own, one string. The arms come back where that cannot be, and where one
/// document is taken by two arms of `oneOf`, which is hardly meant.
pub(super) fn merge(arms: Vec<Arm>, keyword: UnionKeyword, view: View<'_>) -> Result<Arm, Vec<Arm>> {
    let choices: Option<Vec<Vec<Choice>>> = arms.iter().map(|arm| choices(view, &arm.shape)).collect();
    let Some(mut sides) = choices.filter(|sides| (2..=ARMS).contains(&sides.len())) else { return Err(arms) };
    let overlaps = || {
        let pairs = arms
            .iter()
            .enumerate()
            .flat_map(|(index, left)| arms.iter().skip(index + 1).map(move |right| (left, right)));
        pairs.into_iter().any(|(left, right)| witness::find(view, left, right).is_some())
    };
    if keyword == UnionKeyword::OneOf && overlaps() {
        return Err(arms);
    }
    let mut all = common(&mut sides);
    let Some(one) = one_of_them(&sides) else { return Err(arms) };
    all.extend(one);
    if keyword == UnionKeyword::OneOf {
        let Some(others) = no_two(&sides) else { return Err(arms) };
        all.extend(others);
    }
    let mut shape = Shape::anything(arms.first().map(|arm| arm.shape.place.clone()).unwrap_or_default());
    shape.keywords = arms.iter().flat_map(|arm| view.resolve(&arm.shape).0.keywords.iter().cloned()).collect();
    shape.kinds = Kinds::STRING;
    for choice in all {
        add(&mut shape, choice);
    }
    settle_values(&mut shape);
    if shape.values.as_ref().is_some_and(Vec::is_empty) {
        return Err(arms);
    }
    Ok(Arm { name: String::new(), shape })
}

/// What a string has to meet, where the shape is one that takes strings only.
fn choices(view: View<'_>, shape: &Shape) -> Option<Vec<Choice>> {
    let (shape, nullable) = view.resolve(shape);
    let is_string = shape.kinds == Kinds::STRING && shape.union.is_none() && shape.draft.is_none();
    if !is_string || nullable || shape.annotations.scalar.is_some() || !shape.string.hand_written.is_empty() {
        return None;
    }
    let texts = |values: &[Value]| values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect();
    let mut choices: Vec<Choice> = merge::tests(&shape.string).into_iter().map(|test| vec![test]).collect();
    if let Some(values) = &shape.values {
        choices.push(vec![StringTest { negated: false, tested: Tested::Listed(texts(values)) }]);
    }
    if !shape.excluded.is_empty() {
        choices.push(vec![StringTest { negated: true, tested: Tested::Listed(texts(&shape.excluded)) }]);
    }
    choices.extend(shape.string.choices.iter().cloned());
    Some(choices)
}

/// Takes out what all sides ask for.
fn common(sides: &mut [Vec<Choice>]) -> Vec<Choice> {
    let Some((first, others)) = sides.split_first_mut() else { return Vec::new() };
    let (common, rest): (Vec<Choice>, Vec<Choice>) =
        first.drain(..).partition(|choice| others.iter().all(|other| other.contains(choice)));
    *first = rest;
    for other in others {
        other.retain(|choice| !common.contains(choice));
    }
    common
}

/// That one side holds at least: of every combination of what each asks for, one has to hold.
fn one_of_them(sides: &[Vec<Choice>]) -> Option<Vec<Choice>> {
    let mut combined: Vec<Choice> = vec![Vec::new()];
    for side in sides {
        let next: Vec<Choice> = combined
            .iter()
            .flat_map(|before| side.iter().map(move |choice| before.iter().chain(choice).cloned().collect()))
            .collect();
        if next.iter().map(Vec::len).sum::<usize>() > TESTS {
            return None;
        }
        combined = next;
    }
    Some(combined)
}

/// That no two sides hold: of every two, one test fails.
fn no_two(sides: &[Vec<Choice>]) -> Option<Vec<Choice>> {
    let mut all = Vec::new();
    for (index, left) in sides.iter().enumerate() {
        for right in sides.iter().skip(index + 1) {
            let mut choice = Vec::new();
            for asked in left.iter().chain(right) {
                let [test] = asked.as_slice() else { return None };
                choice.push(StringTest { negated: !test.negated, ..test.clone() });
            }
            all.push(choice);
        }
    }
    (all.iter().map(Vec::len).sum::<usize>() <= TESTS && all.iter().all(|choice| !choice.is_empty())).then_some(all)
}

/// Adds what a string has to meet.
fn add(shape: &mut Shape, mut choice: Choice) {
    let rules = &mut shape.string;
    let [test] = choice.as_mut_slice() else {
        if !rules.choices.contains(&choice) {
            rules.choices.push(choice);
        }
        return;
    };
    let values = |texts: &[String]| texts.iter().cloned().map(Value::String).collect::<Vec<Value>>();
    match (test.negated, &test.tested) {
        (false, Tested::AtLeast(least)) => rules.min_length = rules.min_length.max(Some(*least)),
        (false, Tested::AtMost(most)) => rules.max_length = Some(rules.max_length.map_or(*most, |old| old.min(*most))),
        (false, Tested::Pattern(pattern)) => rules.patterns.push(pattern.clone()),
        (false, Tested::Format(format)) if rules.format.is_none() => rules.format = Some(*format),
        (false, Tested::Listed(texts)) if shape.values.is_none() => shape.values = Some(values(texts)),
        (true, Tested::Listed(texts)) => shape.excluded.extend(values(texts)),
        _ => rules.choices.push(choice),
    }
}

/// Where values are listed, those that the other rules take are all there is.
fn settle_values(shape: &mut Shape) {
    let Some(values) = shape.values.take() else { return };
    let strings = Strings::new(&shape.string);
    let kept = values.into_iter().filter(|value| accept::by_itself(shape, &strings, value)).collect();
    shape.string = crate::model::StringRules::default();
    shape.excluded.clear();
    shape.values = Some(kept);
}
