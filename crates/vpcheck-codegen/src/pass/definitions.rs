//! Which subschemas get a name.

use std::collections::HashMap;

use super::{
    graph::{Graph, UnionId},
    names::{Taken, pascal},
};
use crate::{
    ledger::{PathId, Paths},
    model::DefinitionId,
    read::{SchemaId, Subschema},
    refusal::Findings,
};

/// The subschemas that have a name.
#[derive(Debug)]
pub(crate) struct Definitions {
    /// Each with its name, in the order of the schema.
    pub(crate) list: Vec<(SchemaId, String)>,
    by_schema: HashMap<SchemaId, DefinitionId>,
    /// What the document itself is, where it says more than names.
    pub(crate) root: Option<DefinitionId>,
}

/// Subschemas that a value has to meet all.
#[derive(Clone, Debug)]
pub(crate) struct Conjunction {
    /// The subschemas.
    pub(crate) parts: Vec<SchemaId>,
    /// The one whose documentation and place it is.
    pub(crate) face: SchemaId,
    /// The unions of which an arm is among the parts already.
    pub(crate) done: Vec<UnionId>,
}

impl Conjunction {
    /// One subschema.
    pub(crate) fn of(id: SchemaId) -> Conjunction {
        Conjunction { parts: vec![id], face: id, done: Vec::new() }
    }
}

impl Definitions {
    /// Gives names to the entries of `$defs`, to targets of `$ref`, and to the root where it is more than a reference.
    pub(crate) fn new(graph: &Graph, findings: &Findings) -> Definitions {
        let root = SchemaId::new(0);
        let named = &graph.schemas().named;
        let mut definitions = Definitions { list: Vec::new(), by_schema: HashMap::new(), root: None };
        let mut ids = named.clone();
        if !named.contains(&root)
            && target(graph, &Conjunction::of(root)).is_none()
            && !graph.takes_everything(root, &[])
        {
            ids.insert(0, root);
        }
        let mut taken = Taken::default();
        for id in ids {
            let definition = DefinitionId(definitions.list.len());
            let name = taken.unique(name(graph.get(id), findings.ledger.paths()));
            definitions.by_schema.insert(id, definition);
            definitions.list.push((id, name));
        }
        let is_named = definitions.by_schema.get(&root).copied();
        definitions.root = is_named.or_else(|| definitions.reference(graph, &Conjunction::of(root)));
        definitions
    }

    /// The definition that a subschema is.
    pub(crate) fn of(&self, id: SchemaId) -> Option<DefinitionId> {
        self.by_schema.get(&id).copied()
    }

    /// The name of a definition.
    pub(crate) fn name(&self, id: DefinitionId) -> &str {
        self.list.get(id.0).map_or("", |(_, name)| name)
    }

    /// The definition that takes the same values, where the parts say nothing beside one reference to it.
    pub(crate) fn reference(&self, graph: &Graph, conjunction: &Conjunction) -> Option<DefinitionId> {
        self.of(target(graph, conjunction)?)
    }
}

/// The subschema that is referred to, where the parts say nothing beside one reference.
fn target(graph: &Graph, conjunction: &Conjunction) -> Option<SchemaId> {
    let done = &conjunction.done;
    let mut parts = conjunction.parts.clone();
    loop {
        // A reference to a schema that takes everything is still one, unless there is something else.
        if parts.len() > 1 {
            parts.retain(|&part| !graph.takes_everything(part, done));
        }
        drop_implied(graph, &mut parts, done);
        let &[part] = parts.as_slice() else { return None };
        let schema = graph.get(part);
        if schema.has_rules() || schema.annotations.scalar.is_some() || graph.unions(part, done).next().is_some() {
            return None;
        }
        match schema.reference {
            Some(target) => {
                let is_alone = schema.all_of.iter().all(|&id| graph.takes_everything(id, done));
                return Some(target).filter(|_| is_alone && !is_done(graph, target, done));
            }
            None => parts.clone_from(&schema.all_of),
        }
    }
}

/// Whether a union is done in what the target of a reference applies: then the reference would bring it back.
fn is_done(graph: &Graph, target: SchemaId, done: &[UnionId]) -> bool {
    !done.is_empty() && graph.closure(&[target]).iter().any(|&id| done.iter().any(|&(owner, _)| owner == id))
}

/// Drops parts that only say a type which the other parts say too.
fn drop_implied(graph: &Graph, parts: &mut Vec<SchemaId>, done: &[UnionId]) {
    let is_only_type = |id: SchemaId| {
        let schema = graph.get(id);
        let mut applied = schema.reference.iter().chain(&schema.all_of);
        !schema.has_rules_beside_type()
            && schema.annotations.scalar.is_none()
            && graph.unions(id, done).next().is_none()
            && applied.all(|&id| graph.takes_everything(id, done))
    };
    if parts.len() < 2 || parts.len() > 64 {
        return;
    }
    let mut index = 0;
    while let Some(&part) = parts.get(index) {
        // What is known of a part with a union that is done is known from its arms, which are parts as well.
        let others = parts.iter().copied().filter(|&other| other != part && !is_done(graph, other, done));
        let others: Vec<SchemaId> = others.collect();
        let implied = graph.get(part).kinds.is_some_and(|kinds| kinds.contains(graph.common_bound(&others)));
        if is_only_type(part) && implied && !others.is_empty() {
            parts.remove(index);
        } else {
            index += 1;
        }
    }
}

/// The name of a subschema, which need not be unique.
fn name(schema: &Subschema, paths: &Paths) -> String {
    let title = schema.documentation.title.as_deref().filter(|title| title.len() <= 64).and_then(pascal);
    if schema.path == PathId::ROOT {
        return title.unwrap_or_else(|| "Root".to_owned());
    }
    let parent = paths.token(paths.parent(schema.path));
    let own = paths.token(schema.path);
    let is_name = matches!(parent, "$defs" | "definitions" | "properties" | "schemas");
    let own_name = pascal(own);
    if is_name {
        own_name.or(title).unwrap_or_else(|| "Unnamed".to_owned())
    } else {
        title.or_else(|| pascal(&format!("{parent} {own}"))).unwrap_or_else(|| "Unnamed".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::Source;

    #[test]
    fn names_come_from_the_place_or_the_title() {
        let text = br##"{
            "title": "tree of things",
            "type": "object",
            "properties": {
                "a": {"$ref": "#/$defs/foo-bar"},
                "b": {"$ref": "#/properties/c/items"},
                "c": {"type": "array", "items": {"type": "string", "title": "leaf"}},
                "d": {"$ref": "#"}
            },
            "$defs": {"foo-bar": {"type": "string"}, "fooBar": {"type": "integer"}, "*": {}}
        }"##;
        let reading = crate::read(&Source::json("s.json", text.as_slice()));
        let model = reading.model.expect("nothing is refused");
        let names: Vec<&str> = model.definitions.iter().map(|definition| definition.name.as_str()).collect();
        assert_eq!(names, ["TreeOfThings", "Leaf", "FooBar", "FooBar2", "Unnamed"]);
    }
}
