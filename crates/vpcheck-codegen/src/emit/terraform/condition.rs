//! What a value has to be, apart from what is in it.

use vpcheck_syntax::Diagnostic;

use super::{check::is_one_of, place::Place, string};
use crate::model::{Bound, Kinds, Shape};

/// Something that has to hold of a value.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    text: String,
    /// Whether it holds or does not, but never fails, whatever the value is.
    is_sure: bool,
}

impl Condition {
    /// A call that never fails.
    pub(super) fn sure(text: String) -> Condition {
        Condition { text, is_sure: true }
    }

    /// What may fail where the value is not there, or of another type.
    pub(super) fn unsure(text: String) -> Condition {
        Condition { text, is_sure: false }
    }

    /// All of them, in brackets where they are several.
    pub(super) fn all(conditions: Vec<Condition>) -> Condition {
        Condition::joined(conditions, " && ", "true")
    }

    /// One of them, in brackets where they are several.
    pub(super) fn any(conditions: Vec<Condition>) -> Condition {
        Condition::joined(conditions, " || ", "false")
    }

    fn joined(mut conditions: Vec<Condition>, word: &str, none: &str) -> Condition {
        if conditions.len() == 1
            && let Some(one) = conditions.pop()
        {
            return one;
        }
        let is_sure = conditions.iter().all(|condition| condition.is_sure);
        let texts: Vec<String> = conditions.into_iter().map(|condition| condition.text).collect();
        let text = if texts.is_empty() { none.to_owned() } else { format!("({})", texts.join(word)) };
        Condition { text, is_sure }
    }

    /// Its opposite.
    pub(super) fn not(self) -> Condition {
        let is_whole = self.is_sure || self.text.starts_with('(');
        let text = if is_whole { format!("!{}", self.text) } else { format!("!({})", self.text) };
        Condition { text, ..self }
    }
}

/// What a value has to be, apart from what is in it; nothing where it may be anything.
pub(super) fn condition(shape: &Shape, place: &Place<'_>) -> Result<Option<String>, Vec<Diagnostic>> {
    let it = &place.it;
    let excluded = (!shape.excluded.is_empty()).then(|| format!("!({})", is_one_of(it, &shape.excluded).holds));
    if let Some(values) = &shape.values {
        let mut all = vec![Condition::unsure(is_one_of(it, values).holds)];
        all.extend(excluded.map(Condition::unsure));
        return Ok(Some(safe(&all, place)));
    }
    let mut kinds: Vec<Vec<Condition>> = Vec::new();
    let is_sure = place.is_sure();
    let takes_all = shape.kinds.union(if shape.nullable { Kinds::NULL } else { Kinds::NONE }) == Kinds::ALL;
    let mut is_bound = !takes_all && !is_sure;
    let mut add = |kind: Option<Condition>, rules: Vec<Condition>, is_bound: &mut bool| {
        *is_bound |= !rules.is_empty();
        kinds.push(kind.filter(|_| !is_sure).into_iter().chain(rules).collect());
    };
    if shape.kinds.contains(Kinds::STRING) {
        let is_string = format!("startswith(jsonencode({it}), \"\\\"\")");
        let is_string = Condition { text: is_string, is_sure: place.is_there };
        add(Some(is_string), string::conditions(shape, it)?, &mut is_bound);
    }
    if !shape.kinds.intersection(Kinds::NUMBER).is_empty() {
        let mut rules = Vec::new();
        let (whole, fraction) = (shape.kinds.contains(Kinds::INTEGER), shape.kinds.contains(Kinds::FRACTION));
        let is_number = format!("can(regex(\"^[-0-9]\", jsonencode({it})))");
        match (whole, fraction) {
            // A string that looks like a number is not equal to one.
            (true, false) => rules.push(Condition::unsure(format!("{it} == floor({it})"))),
            (false, _) => rules.push(Condition::unsure(format!("{it} != floor({it})"))),
            (true, true) => {}
        }
        rules.extend(bounds(shape, it));
        let kind = (fraction || !whole).then(|| Condition::sure(is_number));
        add(kind, rules, &mut is_bound);
    }
    if shape.kinds.contains(Kinds::BOOLEAN) {
        let is_boolean = Condition::unsure(format!("contains([true, false], {it})"));
        add(Some(is_boolean), Vec::new(), &mut is_bound);
    }
    if shape.kinds.contains(Kinds::ARRAY) {
        add(Some(Condition::sure(place.is_list().holds)), Vec::new(), &mut is_bound);
    }
    if shape.kinds.contains(Kinds::OBJECT) {
        add(Some(Condition::sure(place.is_object().holds)), Vec::new(), &mut is_bound);
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

/// Conditions that all have to hold. Those that may fail do not hold then; the others stay outside of `try`, which evaluates twice
/// what is in it.
fn safe(all: &[Condition], place: &Place<'_>) -> String {
    if all.is_empty() {
        return place.not_null().holds;
    }
    let unsure: Vec<&str> = all.iter().filter(|one| !one.is_sure).map(|one| one.text.as_str()).collect();
    let mut unsure = Some(format!("try({}, false)", unsure.join(" && "))).filter(|_| !unsure.is_empty());
    let parts = all.iter().filter_map(|one| if one.is_sure { Some(one.text.clone()) } else { unsure.take() });
    parts.collect::<Vec<_>>().join(" && ")
}

fn bounds(shape: &Shape, it: &str) -> Vec<Condition> {
    let rules = &shape.number;
    let bound = |bound: &Option<Bound>, sign: &str| {
        bound.as_ref().map(|bound| format!("{it} {sign}{} {}", if bound.exclusive { "" } else { "=" }, bound.value))
    };
    let mut all: Vec<String> = bound(&rules.minimum, ">").into_iter().chain(bound(&rules.maximum, "<")).collect();
    all.extend(rules.multiples.iter().map(|step| format!("{it} % {step} == 0")));
    all.into_iter().map(Condition::unsure).collect()
}
