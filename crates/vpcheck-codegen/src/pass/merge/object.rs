//! Merging the items of arrays and the members of objects.

use std::collections::{HashMap, HashSet};

use super::{Merge, leaf::Mix};
use crate::{
    model::{Additional, Kinds, Member, Shape},
    pass::{definitions::Conjunction, names::pascal},
    read::SchemaId,
    refusal::shorten,
};

impl Merge<'_> {
    pub(super) fn mix_items(&mut self, mix: &mut Mix, parts: &[SchemaId], depth: usize) {
        let mut ids: Vec<SchemaId> = parts.iter().filter_map(|&id| self.graph.get(id).items).collect();
        if !ids.is_empty() {
            let items = self.inner(mix, &mut ids, "Item", depth);
            mix.shape.array.items = Some(Box::new(items));
        }
    }

    pub(super) fn mix_members(&mut self, mix: &mut Mix, parts: &[SchemaId], depth: usize) {
        let mut names: Vec<&str> = Vec::new();
        let mut by_name: HashMap<&str, Vec<SchemaId>> = HashMap::new();
        let mut required: HashMap<&str, SchemaId> = HashMap::new();
        let graph = self.graph;
        for &part in parts {
            for (name, id) in &graph.get(part).properties {
                let ids = by_name.entry(name).or_insert_with(|| {
                    names.push(name);
                    Vec::new()
                });
                ids.push(*id);
            }
        }
        for &part in parts {
            for name in &graph.get(part).required {
                required.entry(name).or_insert(part);
                by_name.entry(name).or_insert_with(|| {
                    names.push(name);
                    Vec::new()
                });
            }
        }
        let mut rest = Vec::new();
        for &part in parts {
            let Some(additional) = graph.get(part).additional else { continue };
            rest.push(additional);
            let own: HashSet<&str> = graph.get(part).properties.iter().map(|(name, _)| name.as_str()).collect();
            for (_, ids) in by_name.iter_mut().filter(|(name, _)| !own.contains(*name)) {
                ids.push(additional);
            }
        }
        for name in names {
            let mut ids = by_name.remove(name).unwrap_or_default();
            let shape = self.inner(mix, &mut ids, name, depth);
            if let Some(&part) = required.get(name).filter(|_| takes_nothing(&shape)) {
                let path = self.graph.get(part).keyword("required");
                mix.keep(Kinds::ALL.difference(Kinds::OBJECT), path, |_| {
                    format!("`{}` is required and may not be there", shorten(name))
                });
            }
            mix.shape.object.members.push(Member {
                name: name.to_owned(),
                required: required.contains_key(name),
                shape,
            });
        }
        if !rest.is_empty() {
            let shape = self.inner(mix, &mut rest, "Value", depth);
            mix.shape.object.additional = if takes_nothing(&shape) {
                Additional::Closed
            } else if rest.iter().all(|&id| self.graph.takes_everything(id, &[])) {
                Additional::Open
            } else {
                Additional::Shape(Box::new(shape))
            };
        }
    }

    /// The shape of a member or an item: one that takes nothing where parts contradict each other and that is tolerated.
    fn inner(&mut self, mix: &Mix, ids: &mut Vec<SchemaId>, name: &str, depth: usize) -> Shape {
        let mut seen = HashSet::new();
        ids.retain(|&id| seen.insert(id));
        let Some(&face) = ids.first() else { return Shape::anything(mix.shape.place.clone()) };
        let owner = std::mem::replace(&mut self.owner, pascal(name).unwrap_or_default());
        let shape = self.shape(&Conjunction { parts: ids.clone(), face, done: Vec::new() }, depth + 1);
        self.owner = owner;
        shape.unwrap_or_else(|| {
            let mut never = Shape::anything(mix.shape.place.clone());
            never.kinds = Kinds::NONE;
            never
        })
    }
}

fn takes_nothing(shape: &Shape) -> bool {
    shape.kinds.is_empty() && !shape.nullable && shape.reference.is_none()
}
