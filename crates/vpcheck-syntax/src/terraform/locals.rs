//! The values of locals.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::evaluate::{Budget, Locals, Scope};
use super::syntax::{Expression, Kind};

/// Finds the values of locals, given with their names in the order of the text.
///
/// Locals may name each other in any order. Each is looked at after those that it names, without recursion; one that names itself
/// on some way is not known. So is one that is given twice, which is an error.
pub(super) fn resolve<'e>(written: &[(Rc<str>, &'e Expression)], budget: &Budget) -> Locals {
    let mut by_name: HashMap<&str, Option<&'e Expression>> = HashMap::with_capacity(written.len());
    for (name, expression) in written {
        by_name.entry(name).and_modify(|twice| *twice = None).or_insert(Some(expression));
    }
    let mut locals = Locals::with_capacity(written.len());
    let mut started: HashSet<&str> = HashSet::with_capacity(written.len());
    for (name, _) in written {
        // What is left to do, the last first; the second time a local comes up, those that it names are done.
        let mut tasks = vec![(&**name, false)];
        while let Some((name, is_ready)) = tasks.pop() {
            let Some((&name, &Some(expression))) = by_name.get_key_value(name) else { continue };
            if is_ready {
                let value = Scope { locals: &locals, instance: None, budget }.value(expression);
                locals.insert(name.into(), value);
            } else if started.insert(name) {
                tasks.push((name, true));
                push_named(expression, &by_name, &mut tasks);
            }
        }
    }
    locals
}

/// Adds the locals that an expression names.
fn push_named<'n>(
    expression: &Expression,
    by_name: &HashMap<&'n str, Option<&Expression>>,
    tasks: &mut Vec<(&'n str, bool)>,
) {
    let mut left = vec![expression];
    while let Some(expression) = left.pop() {
        if let Kind::Access(base, steps) = &expression.kind
            && let Kind::Variable(root) = &base.kind
            && root.as_ref() == "local"
            && let Some(Kind::String(name)) = steps.first().map(|step| &step.kind)
            && let Some((&name, _)) = by_name.get_key_value(name.as_ref())
        {
            tasks.push((name, false));
        }
        left.extend(expression.parts());
    }
}
