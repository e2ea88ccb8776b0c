//! Values of expressions, as far as the file tells them.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::syntax::{Expression, Function, Kind as Written, Part};
use super::value::{Kind, Known, Member, Value};
use crate::{Span, limits};

/// How much more than the text the values of a file may take, counted down.
///
/// Locals may hold each other many times over, so that a short text may stand for more than there is memory.
#[derive(Debug)]
pub(super) struct Budget(Cell<usize>);

impl Budget {
    pub(super) fn new() -> Budget {
        Budget(Cell::new(limits::RESOLVED_BYTES))
    }

    /// Whether there is so much left; takes it.
    pub(super) fn take(&self, weight: usize) -> bool {
        let left = self.0.get().checked_sub(weight);
        if let Some(left) = left {
            self.0.set(left);
        }
        left.is_some()
    }
}

/// The values of locals by their names.
pub(super) type Locals = HashMap<Rc<str>, Value>;

/// What names stand for.
pub(super) struct Scope<'a> {
    pub(super) locals: &'a Locals,
    pub(super) instance: Option<&'a Instance>,
    pub(super) budget: &'a Budget,
}

/// One of the instances of a resource.
#[derive(Debug)]
pub(super) enum Instance {
    /// With `for_each`.
    Each { key: Value, value: Value },
    /// With `count`.
    Count { index: Value },
}

impl Scope<'_> {
    /// The value of an expression.
    pub(super) fn value(&self, expression: &Expression) -> Value {
        let span = expression.span;
        let kind = match &expression.kind {
            Written::Null => Kind::Null,
            Written::Boolean(boolean) => Kind::Boolean(*boolean),
            Written::Number(number) => Kind::Number(number.clone()),
            Written::String(text) => Kind::String(text.clone()),
            Written::Tuple(elements) => Kind::List(elements.iter().map(|element| self.value(element)).collect()),
            Written::Object(members) => return self.object(expression, members),
            Written::Template(parts) => return self.template(span, parts),
            Written::Access(base, steps) => return self.access(span, base, steps),
            Written::Conditional(parts) => {
                let [condition, then, otherwise] = parts.as_ref();
                match self.value(condition).kind {
                    Kind::Boolean(true) => return self.value(then),
                    Kind::Boolean(false) => return self.value(otherwise),
                    _ => Kind::Unknown,
                }
            }
            Written::Call(function, argument) => return self.call(span, *function, &self.value(argument)),
            Written::Not(operand) => match self.value(operand).kind {
                Kind::Boolean(boolean) => Kind::Boolean(!boolean),
                _ => Kind::Unknown,
            },
            Written::Negative(operand) => match &self.value(operand).kind {
                Kind::Number(number) => Kind::Number(match number.strip_prefix('-') {
                    Some(positive) => positive.into(),
                    None => format!("-{number}").into(),
                }),
                _ => Kind::Unknown,
            },
            Written::Variable(_) | Written::Unknown => Kind::Unknown,
        };
        Known::new(span, kind, expression.complete)
    }

    fn object(&self, expression: &Expression, written: &[(Expression, Expression)]) -> Value {
        let mut members = Vec::with_capacity(written.len());
        let mut complete = expression.complete;
        for (key, value) in written {
            let name_span = key.span;
            match self.value(key).text() {
                Some(name) => members.push(Member { name, name_span, value: self.value(value) }),
                None => complete = false,
            }
        }
        Known::new(expression.span, Kind::Object(members), complete)
    }

    fn template(&self, span: Span, parts: &[Part]) -> Value {
        if let [Part::Expression(only)] = parts {
            return self.value(only);
        }
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Literal(literal) => text.push_str(literal),
                Part::Expression(expression) => match self.value(expression).text() {
                    Some(part) if self.budget.take(part.len()) => text.push_str(&part),
                    _ => return Known::unknown(span),
                },
            }
        }
        Known::new(span, Kind::String(text.into()), true)
    }

    fn access(&self, span: Span, base: &Expression, steps: &[Expression]) -> Value {
        let mut steps = steps.iter();
        let start = match &base.kind {
            Written::Variable(root) => self.named(root, steps.next()),
            _ => Some(self.value(base)),
        };
        let mut found = start;
        for step in steps {
            let Some(value) = found else { break };
            // Looking through a long object many times takes long as well.
            let step = self.value(step);
            found = self.budget.take(value.len()).then(|| value.inside(&step)).flatten();
        }
        found.unwrap_or_else(|| Known::unknown(span))
    }

    /// What a root and the first step from it name.
    fn named(&self, root: &str, step: Option<&Expression>) -> Option<Value> {
        let Written::String(name) = &step?.kind else { return None };
        match (root, self.instance) {
            ("local", _) => self.locals.get(name).cloned(),
            ("each", Some(Instance::Each { key, value })) => match name.as_ref() {
                "key" => Some(key.clone()),
                "value" => Some(value.clone()),
                _ => None,
            },
            ("count", Some(Instance::Count { index })) if name.as_ref() == "index" => Some(index.clone()),
            _ => None,
        }
    }

    fn call(&self, span: Span, function: Function, argument: &Value) -> Value {
        // A list is copied, which takes as long as it is.
        if !self.budget.take(argument.len()) {
            return Known::unknown(span);
        }
        let kind = match (function, &argument.kind) {
            (Function::Set, Kind::List(elements) | Kind::Set(elements)) => return set(argument, elements),
            (Function::List, Kind::List(elements)) => Kind::List(elements.clone()),
            (Function::Map, Kind::Object(_))
            | (Function::Text, Kind::String(_))
            | (Function::Number, Kind::Number(_)) => return argument.clone(),
            (Function::Text, _) => argument.text().map_or(Kind::Unknown, Kind::String),
            (Function::Number, Kind::String(text)) if is_whole_number(text) => Kind::Number(text.clone()),
            _ => Kind::Unknown,
        };
        Known::new(argument.span, kind, argument.complete)
    }
}

/// A list without its repetitions; unknown where some of it is.
fn set(list: &Value, elements: &[Value]) -> Value {
    let mut seen = HashSet::new();
    let mut distinct = Vec::new();
    for element in elements {
        let Kind::String(text) = &element.kind else { return Known::unknown(list.span) };
        if seen.insert(text.clone()) {
            distinct.push(element.clone());
        }
    }
    Known::new(list.span, Kind::Set(distinct), list.complete)
}

/// Whether a text is a number without zeros before it, fraction and exponent.
fn is_whole_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'))
        && !digits.is_empty()
}
