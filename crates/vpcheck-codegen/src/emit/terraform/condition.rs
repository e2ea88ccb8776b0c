//! What a value has to be, apart from what is in it.

use vpcheck_syntax::Diagnostic;

use super::{check::is_one_of, place::Place, string};
use crate::model::{Bound, Kinds, Shape};

/// What a value has to be, apart from what is in it; nothing where it may be anything.
pub(super) fn condition(shape: &Shape, place: &Place<'_>) -> Result<Option<String>, Vec<Diagnostic>> {
    let it = &place.it;
    let excluded = (!shape.excluded.is_empty()).then(|| format!("!({})", is_one_of(it, &shape.excluded).holds));
    if let Some(values) = &shape.values {
        let mut all = vec![is_one_of(it, values).holds];
        all.extend(excluded);
        return Ok(Some(safe(&all, place)));
    }
    let mut kinds: Vec<Vec<String>> = Vec::new();
    let is_sure = place.is_sure();
    let takes_all = shape.kinds.union(if shape.nullable { Kinds::NULL } else { Kinds::NONE }) == Kinds::ALL;
    let mut is_bound = !takes_all && !is_sure;
    let mut add = |kind: Option<String>, rules: Vec<String>, is_bound: &mut bool| {
        *is_bound |= !rules.is_empty();
        kinds.push(kind.filter(|_| !is_sure).into_iter().chain(rules).collect());
    };
    if shape.kinds.contains(Kinds::STRING) {
        let is_string = format!("startswith(jsonencode({it}), \"\\\"\")");
        add(Some(is_string), string::conditions(shape, it)?, &mut is_bound);
    }
    if !shape.kinds.intersection(Kinds::NUMBER).is_empty() {
        let mut rules = Vec::new();
        let (whole, fraction) = (shape.kinds.contains(Kinds::INTEGER), shape.kinds.contains(Kinds::FRACTION));
        let is_number = format!("can(regex(\"^[-0-9]\", jsonencode({it})))");
        match (whole, fraction) {
            // A string that looks like a number is not equal to one.
            (true, false) => rules.push(format!("{it} == floor({it})")),
            (false, _) => rules.push(format!("{it} != floor({it})")),
            (true, true) => {}
        }
        rules.extend(bounds(shape, it));
        let kind = (fraction || !whole).then_some(is_number);
        add(kind, rules, &mut is_bound);
    }
    if shape.kinds.contains(Kinds::BOOLEAN) {
        add(Some(format!("contains([true, false], {it})")), Vec::new(), &mut is_bound);
    }
    if shape.kinds.contains(Kinds::ARRAY) {
        add(Some(place.is_list().holds), Vec::new(), &mut is_bound);
    }
    if shape.kinds.contains(Kinds::OBJECT) {
        add(Some(place.is_object().holds), Vec::new(), &mut is_bound);
    }
    if !is_bound && excluded.is_none() {
        // A value of a type may still be null where it may not.
        return Ok((is_sure && place.is_there && !place.is_given).then(|| place.not_null().holds));
    }
    let mut parts: Vec<String> = if is_bound { kinds.iter().map(|all| safe(all, place)).collect() } else { Vec::new() };
    if parts.len() > 1 {
        parts = vec![format!("({})", parts.join(" || "))];
    }
    parts.extend(excluded.map(|excluded| format!("try({excluded}, false)")));
    if is_sure && place.is_there && !place.is_given {
        parts.insert(0, place.not_null().holds);
    }
    Ok(Some(parts.join(" && ")))
}

/// Conditions that all have to hold, and that fail where they cannot be told.
fn safe(all: &[String], place: &Place<'_>) -> String {
    if all.is_empty() {
        return place.not_null().holds;
    }
    let is_safe = |condition: &String| {
        let starts: &[&str] =
            if place.is_there { &["can(", "try(", "startswith(jsonencode("] } else { &["can(", "try("] };
        starts.iter().any(|start| condition.starts_with(start))
    };
    let text = all.join(" && ");
    if all.iter().all(is_safe) { text } else { format!("try({text}, false)") }
}

fn bounds(shape: &Shape, it: &str) -> Vec<String> {
    let rules = &shape.number;
    let bound = |bound: &Option<Bound>, sign: &str| {
        bound.as_ref().map(|bound| format!("{it} {sign}{} {}", if bound.exclusive { "" } else { "=" }, bound.value))
    };
    let mut all: Vec<String> = bound(&rules.minimum, ">").into_iter().chain(bound(&rules.maximum, "<")).collect();
    all.extend(rules.multiples.iter().map(|step| format!("{it} % {step} == 0")));
    all
}
