//! Types that contain themselves.

use super::item::{ItemId, ItemKind, List, Map, MemberKind, Plan, Type};

/// Makes types that contain themselves possible: boxes where a value would be inside of itself, and types of their own where a
/// name would only stand for itself.
pub(super) fn resolve(plan: &mut Plan) {
    let count = plan.items.len();
    let names: Vec<Vec<usize>> = (0..count).map(|item| aliases(plan, item)).collect();
    let groups = components(&names);
    for item in 0..count {
        let in_cycle =
            names.get(item).is_some_and(|targets| targets.iter().any(|&target| groups.get(target) == groups.get(item)));
        let Some(found) = plan.items.get_mut(item).filter(|_| in_cycle) else { continue };
        let kind = std::mem::replace(&mut found.kind, ItemKind::Alias(Type::Null));
        found.kind = match kind {
            ItemKind::Alias(Type::List(items)) => {
                ItemKind::List(List { items: *items, least: None, most: None, unique: false, rule: String::new() })
            }
            ItemKind::Alias(Type::Map(values)) => {
                ItemKind::Map(Map { values: *values, fates: None, least: None, most: None, rule: String::new() })
            }
            other => other,
        };
    }
    let inside: Vec<Vec<usize>> = (0..count).map(|item| by_value(plan, item)).collect();
    let groups = components(&inside);
    for item in 0..count {
        let group = groups.get(item).copied();
        let is_inside =
            |type_: &Type| targets_by_value(type_).is_some_and(|target| groups.get(target.0).copied() == group);
        let self_contained =
            inside.get(item).is_some_and(|targets| targets.iter().any(|&target| groups.get(target).copied() == group));
        let Some(found) = plan.items.get_mut(item).filter(|_| self_contained) else { continue };
        match &mut found.kind {
            ItemKind::Object(object) => {
                for member in &mut object.members {
                    if let MemberKind::Field { type_, boxed, .. } = &mut member.kind {
                        *boxed = is_inside(type_);
                    }
                }
            }
            ItemKind::Choice(choice) => choice.arms.iter_mut().for_each(|arm| arm.boxed = is_inside(&arm.type_)),
            _ => {}
        }
    }
}

/// The items that a name stands for, through whatever other types.
fn aliases(plan: &Plan, item: usize) -> Vec<usize> {
    let ItemKind::Alias(type_) = &plan.item(ItemId(item)).kind else { return Vec::new() };
    let mut type_ = type_;
    loop {
        match type_ {
            Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => type_ = inner,
            Type::Named(target) => return vec![target.0],
            _ => return Vec::new(),
        }
    }
}

/// The items that are part of the bytes of this one.
fn by_value(plan: &Plan, item: usize) -> Vec<usize> {
    let types: Vec<&Type> = match &plan.item(ItemId(item)).kind {
        ItemKind::Alias(type_) => vec![type_],
        ItemKind::Object(object) => object
            .members
            .iter()
            .filter_map(|member| if let MemberKind::Field { type_, .. } = &member.kind { Some(type_) } else { None })
            .collect(),
        ItemKind::Choice(choice) => choice.arms.iter().map(|arm| &arm.type_).collect(),
        ItemKind::Names(_) | ItemKind::Scalar(_) | ItemKind::List(_) | ItemKind::Map(_) => Vec::new(),
    };
    types.into_iter().filter_map(targets_by_value).map(|target| target.0).collect()
}

fn targets_by_value(mut type_: &Type) -> Option<ItemId> {
    loop {
        match type_ {
            Type::Nullable(inner) => type_ = inner,
            Type::Named(target) => return Some(*target),
            _ => return None,
        }
    }
}

/// The strongly connected components of a graph: per node the number of its component (Tarjan's algorithm with a stack of its
/// own). A node alone is a component as well, with an edge to itself or without.
pub(crate) fn components(graph: &[Vec<usize>]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    let mut search = Search { index: vec![NEW; graph.len()], low: vec![0; graph.len()], group: vec![NEW; graph.len()] };
    let (mut counter, mut groups) = (0, 0);
    let mut path: Vec<usize> = Vec::new();
    for start in 0..graph.len() {
        if search.index[start] != NEW {
            continue;
        }
        let mut open = vec![(start, 0)];
        while let Some((node, edge)) = open.pop() {
            if edge == 0 {
                search.index[node] = counter;
                search.low[node] = counter;
                counter += 1;
                path.push(node);
            }
            if let Some(&target) = graph[node].get(edge) {
                open.push((node, edge + 1));
                if search.index[target] == NEW {
                    open.push((target, 0));
                } else if search.group[target] == NEW {
                    search.low[node] = search.low[node].min(search.index[target]);
                }
                continue;
            }
            if search.low[node] == search.index[node] {
                while let Some(member) = path.pop() {
                    search.group[member] = groups;
                    if member == node {
                        break;
                    }
                }
                groups += 1;
            }
            if let Some(&(parent, _)) = open.last() {
                search.low[parent] = search.low[parent].min(search.low[node]);
            }
        }
    }
    // A node without an edge to itself or to others of its component is in no cycle; callers look for such an edge.
    search.group
}

struct Search {
    index: Vec<usize>,
    low: Vec<usize>,
    group: Vec<usize>,
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn cycles_are_components() {
        let groups = components(&[vec![1], vec![2, 3], vec![0], vec![4], vec![], vec![5]]);
        assert!(groups[0] == groups[1] && groups[1] == groups[2]);
        assert!(groups[3] != groups[0] && groups[3] != groups[4] && groups[5] != groups[4]);
    }
}
