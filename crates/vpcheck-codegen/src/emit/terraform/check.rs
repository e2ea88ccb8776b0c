//! One thing that has to hold, and what is said where it does not.

use std::collections::HashMap;

use super::{
    literal::{list, string, value},
    words::with_verb,
};

/// How wide a line is before its alternatives are put one below the other.
const WIDTH: usize = 100;

/// A condition of which both sides are written.
#[derive(Clone, Debug)]
pub(super) struct Test {
    pub(super) holds: String,
    /// Of these one holds where it does not.
    pub(super) fails: Vec<String>,
}

impl Test {
    /// A condition with one opposite.
    pub(super) fn new(holds: String, fails: String) -> Test {
        Test { holds, fails: vec![fails] }
    }

    /// Where it does not hold.
    pub(super) fn fails(&self) -> String {
        self.fails.join(" || ")
    }
}

/// What has to hold.
#[derive(Clone, Debug)]
pub(super) struct Check {
    /// The expression of the value that it is about.
    pub(super) about: String,
    /// Only where all of these hold.
    pub(super) guards: Vec<Test>,
    /// Expressions of which one has to hold.
    pub(super) any: Vec<String>,
    pub(super) message: Message,
}

/// What is said.
#[derive(Clone, Debug)]
pub(super) struct Message {
    /// What is wrong, as the inside of a string that may be a template, or as an expression.
    pub(super) text: Text,
    /// Who needs what is missing, and what that is.
    pub(super) hint: Option<Hint>,
}

/// What helps.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Hint {
    /// The title of what needs it.
    pub(super) owner: String,
    /// What it is.
    pub(super) what: String,
}

#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) enum Text {
    Template(String),
    /// Of the items of what can be iterated where the first expression holds.
    Items(String, String),
}

impl Message {
    pub(super) fn new(template: String) -> Message {
        Message { text: Text::Template(template), hint: None }
    }

    /// The expression of the message.
    pub(super) fn expression(&self) -> String {
        match &self.text {
            Text::Template(text) => {
                let hint = self.hint.as_ref();
                let hint = hint.map(|hint| format!(": {} it{}", with_verb(&hint.owner, "needs", "need"), hint.what));
                format!("\"{text}{}.\"", hint.unwrap_or_default())
            }
            Text::Items(_, expression) => expression.clone(),
        }
    }
}

impl Check {
    /// All that makes it hold.
    fn alternatives(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for alternative in self.guards.iter().flat_map(|guard| &guard.fails).chain(&self.any) {
            if !all.contains(alternative) {
                all.push(alternative.clone());
            }
        }
        all
    }

    /// The condition in one line.
    fn condition(&self) -> String {
        self.alternatives().join(" || ")
    }

    /// The same for every item of what is iterated.
    pub(super) fn of_each(self, each: &Each<'_>) -> Check {
        let condition = self.condition();
        let Each { key, value, collection, .. } = each;
        let only = each.only.as_deref();
        let suffix = only.map(|only| format!(" if {only}")).unwrap_or_default();
        let names = if [Some(condition.as_str()), only].into_iter().flatten().any(|text| mentions(text, key)) {
            format!("{key}, {value}")
        } else {
            (*value).to_owned()
        };
        let all = format!("alltrue([for {names} in {collection} : {condition}{suffix}])");
        let prefix = only.map(|only| format!("{only} && ")).unwrap_or_default();
        let text = self.message.expression();
        let message = format!("join(\"\\n\", [for {key}, {value} in {collection} : {text} if {prefix}!({condition})])");
        Check {
            about: each.collection.to_owned(),
            guards: Vec::new(),
            any: vec![format!("({} ? {all} : true)", each.is_there)],
            message: Message { text: Text::Items(each.is_there.to_owned(), message), hint: None },
        }
    }

    /// The block, with the line that is above it.
    pub(super) fn block(&self) -> String {
        let alternatives = self.alternatives();
        let line = alternatives.join(" || ");
        // A message is read even where the condition holds. It is not in a `try`, which evaluates twice what is in it.
        let message = match &self.message.text {
            Text::Template(_) => self.message.expression(),
            Text::Items(is_there, expression) => format!("{is_there} ? {expression} : \"\""),
        };
        if line.len() <= WIDTH || alternatives.len() == 1 {
            return format!("\n  validation {{\n    condition     = {line}\n    error_message = {message}\n  }}\n");
        }
        let lines = alternatives.join(" ||\n      ");
        format!("\n  validation {{\n    condition = (\n      {lines}\n    )\n    error_message = {message}\n  }}\n")
    }
}

/// What is iterated.
pub(super) struct Each<'e> {
    /// The name of the index or the key.
    pub(super) key: &'e str,
    /// The name of the item.
    pub(super) value: &'e str,
    pub(super) collection: &'e str,
    /// What holds where it can be iterated.
    pub(super) is_there: &'e str,
    /// Which of the items are meant.
    pub(super) only: Option<String>,
}

/// Whether a word is in an expression.
fn mentions(text: &str, word: &str) -> bool {
    text.split(|character: char| !character.is_ascii_alphanumeric() && character != '_').any(|other| other == word)
}

/// The checks of several arms, each once: with the guard of the arms that it is in. What several of them need is needed by the
/// whole, which has a title.
pub(super) fn merged(
    arms: Vec<Vec<Check>>,
    title: Option<&str>,
    guard: impl Fn(&[usize], &Check) -> Option<Test>,
) -> Vec<Check> {
    let mut order: Vec<(Check, Vec<usize>)> = Vec::new();
    let mut seen: HashMap<(String, Text), usize> = HashMap::new();
    for (arm, checks) in arms.into_iter().enumerate() {
        for check in checks {
            let key = (check.condition(), check.message.text.clone());
            let index = *seen.entry(key).or_insert(order.len());
            match order.get_mut(index) {
                Some((first, arms)) => {
                    if first.message.hint != check.message.hint {
                        let hint = first.message.hint.take().zip(title);
                        first.message.hint = hint.map(|(hint, title)| Hint { owner: title.to_owned(), ..hint });
                    }
                    if arms.last() != Some(&arm) {
                        arms.push(arm);
                    }
                }
                None => order.push((check, vec![arm])),
            }
        }
    }
    let guarded = |(mut check, arms): (Check, Vec<usize>)| {
        if let Some(test) = guard(&arms, &check) {
            check.guards.insert(0, test);
        }
        check
    };
    order.into_iter().map(guarded).collect()
}

/// Whether an expression is one of these values.
pub(super) fn is_one_of(expression: &str, values: &[serde_json::Value]) -> Test {
    let is_deep = |value: &serde_json::Value| value.is_array() || value.is_object();
    if values.iter().any(is_deep) {
        let all: Vec<String> = values.iter().map(|value| string(&value.to_string())).collect();
        let list = all.join(", ");
        let holds =
            format!("contains([for value in [{list}] : jsonencode(jsondecode(value))], jsonencode({expression}))");
        return Test::new(holds.clone(), format!("!{holds}"));
    }
    match values {
        [one] => {
            let one = value(one);
            Test::new(format!("{expression} == {one}"), format!("{expression} != {one}"))
        }
        all => {
            let holds = format!("contains({}, {expression})", list(all));
            Test::new(holds.clone(), format!("!{holds}"))
        }
    }
}
