//! The module, with each item after those that it needs.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write as _,
};

use super::{
    Writer,
    docstring::{clean, sentence, wrapped},
    layout::{Code, WIDTH},
    literal::{attribute, string},
    support,
};
use crate::{emit::rust::components, model::Shape};

/// What is written at the top of the module.
pub(super) struct Item {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The text of a class, or the docstring of an alias.
    pub(super) text: String,
    /// The items that it mentions.
    pub(super) uses: BTreeSet<String>,
}

pub(super) enum Kind {
    /// What it mentions may come later.
    Class,
    /// What it mentions comes before.
    Alias(Code),
    /// A value that an alias mentions.
    Constant(Code),
}

impl Writer<'_> {
    /// Adds a value that is written before what is added next.
    pub(super) fn constant(&mut self, name: &str, code: &Code) {
        let kind = Kind::Constant(code.clone());
        self.items.push(Item { name: name.to_owned(), kind, text: String::new(), uses: BTreeSet::new() });
    }

    /// The whole text.
    pub(super) fn module(mut self) -> String {
        let order = Order::of(&self.items);
        if self.items.iter().any(|item| matches!(item.kind, Kind::Alias(_))) {
            self.import("typing", "TypeAlias");
        }
        if !order.endless.is_empty() {
            self.import("typing_extensions", "TypeAliasType");
        }
        let adapters = self.adapters();
        if !adapters.is_empty() {
            self.import("pydantic", "TypeAdapter");
        }
        let support = support::closure(&self.support);
        for &(module, name) in support.iter().flat_map(|part| part.imports) {
            self.import(module, name);
        }
        let mut text = self.header();
        for part in support {
            text.push_str(if part.is_method() { "\n" } else { "\n\n" });
            text.push_str(part.text);
        }
        let mut after_class = true;
        for &index in &order.items {
            let Some(item) = self.items.get(index) else { continue };
            let is_class = matches!(item.kind, Kind::Class);
            text.push_str(if is_class || after_class { "\n\n" } else { "\n" });
            after_class = is_class;
            match &item.kind {
                Kind::Class => text.push_str(item.text.trim_end_matches('\n')),
                Kind::Constant(code) => text.push_str(code.statement(0, &format!("{} = ", item.name), "").trim_end()),
                Kind::Alias(code) => {
                    text.push_str(&alias(&item.name, code, order.endless.contains(&index)));
                    text.push_str(item.text.trim_end());
                }
            }
            let end = text.trim_end().len();
            text.truncate(end);
            text.push('\n');
        }
        if !order.late.is_empty() {
            text.push_str(if after_class { "\n\n" } else { "\n" });
            after_class = false;
        }
        for item in order.late.iter().filter_map(|&index| self.items.get(index)) {
            let _ = writeln!(text, "{}.model_rebuild()", item.name);
        }
        for (name, target) in adapters {
            text.push_str(if std::mem::take(&mut after_class) { "\n\n" } else { "\n" });
            let start = format!("{name}: TypeAdapter[{target}] = ");
            text.push_str(&Code::call("TypeAdapter", vec![Code::word(target)]).statement(0, &start, ""));
            let _ = writeln!(text, "\"\"\"Reads and writes `{name}`.\"\"\"", name = self.title_of(&name));
        }
        text
    }

    fn title_of(&self, adapter: &str) -> String {
        let roots = self.export.roots.iter().map(|&id| self.name(id));
        roots.into_iter().find(|name| adapter_of(name) == adapter).unwrap_or_default()
    }

    /// Documents that are no class, each with the name of its adapter.
    fn adapters(&self) -> Vec<(String, String)> {
        let is_document = |shape: &Shape| {
            let shape = self.export.model.resolve(shape);
            shape.kinds.contains(crate::model::Kinds::OBJECT) && !super::model::is_class(shape)
        };
        let roots = self.export.roots.iter().filter(|&&id| is_document(&self.export.model.definition(id).shape));
        roots.map(|&id| self.name(id)).map(|name| (adapter_of(&name), name)).collect()
    }

    /// The docstring of the module and what it imports.
    fn header(&self) -> String {
        let root = self.export.roots.first().map(|&id| &self.export.model.definition(id).shape.documentation);
        let title =
            self.export.model.title.as_deref().or_else(|| root?.title.as_deref()).unwrap_or("Models of a schema");
        let mut text = format!("\"\"\"{}\n\n", clean(&sentence(title)));
        for line in wrapped(&clean(&self.export.origin()), WIDTH, 0) {
            let _ = writeln!(text, "{line}");
        }
        text.push_str("\"\"\"\n\nfrom __future__ import annotations\n");
        let is_own = |module: &&str| module.starts_with("typing_") || module.starts_with("pydantic");
        let (others, own): (BTreeMap<_, _>, BTreeMap<_, _>) =
            self.imports.iter().map(|(module, names)| (*module, names)).partition(|(module, _)| is_own(module));
        for group in [own, others] {
            if !group.is_empty() {
                text.push('\n');
            }
            for (module, names) in group {
                text.push_str(&import(module, names));
            }
        }
        text
    }
}

fn adapter_of(name: &str) -> String {
    format!("{}_adapter", attribute(name).trim_end_matches('_'))
}

/// An import as ruff sorts and lays it out.
fn import(module: &str, names: &BTreeSet<&'static str>) -> String {
    let is_class = |name: &&&str| name.starts_with(|first: char| first.is_ascii_uppercase());
    let (classes, functions): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| is_class(name));
    let names = [classes, functions].concat();
    let line = format!("from {module} import {}\n", names.join(", "));
    if line.len() <= WIDTH + 1 {
        return line;
    }
    format!("from {module} import (\n    {},\n)\n", names.join(",\n    "))
}

fn alias(name: &str, code: &Code, is_endless: bool) -> String {
    if is_endless {
        // As a string it may mention itself.
        let line = code.line();
        let lines = wrapped(&line, WIDTH - 8, 0);
        let count = lines.len();
        let end = |index: usize| if index + 1 < count { " " } else { "" };
        let parts = lines.iter().enumerate().map(|(index, part)| string(&format!("{part}{}", end(index))));
        let items = vec![Code::word(string(name)), Code::word(parts.collect::<Vec<_>>().join("\n    "))];
        return Code::call("TypeAliasType", items).statement(0, &format!("{name} = "), "");
    }
    code.statement(0, &format!("{name}: TypeAlias = "), "")
}

/// In which order items are written.
struct Order {
    items: Vec<usize>,
    /// Aliases that stand for themselves through nothing but aliases.
    endless: BTreeSet<usize>,
    /// Classes that mention what comes later.
    late: Vec<usize>,
}

impl Order {
    fn of(items: &[Item]) -> Order {
        let index: HashMap<&str, usize> =
            items.iter().enumerate().map(|(index, item)| (item.name.as_str(), index)).collect();
        let graph: Vec<Vec<usize>> = items
            .iter()
            .map(|item| item.uses.iter().filter_map(|name| index.get(name.as_str()).copied()).collect())
            .collect();
        let groups = components(&graph);
        let is_alias = |item: usize| items.get(item).is_some_and(|item| matches!(item.kind, Kind::Alias(_)));
        let of_aliases: Vec<Vec<usize>> = graph
            .iter()
            .enumerate()
            .map(|(item, targets)| {
                targets.iter().copied().filter(|&target| is_alias(item) && is_alias(target)).collect()
            })
            .collect();
        let alias_groups = components(&of_aliases);
        let same = |groups: &[usize], left: usize, right: usize| groups.get(left) == groups.get(right);
        let endless: BTreeSet<usize> = of_aliases
            .iter()
            .enumerate()
            .filter(|(item, targets)| targets.iter().any(|&target| same(&alias_groups, *item, target)))
            .map(|(item, _)| item)
            .collect();
        // A class may come before what it mentions, and does where that mentions the class.
        let before = |item: usize| {
            let targets = graph.get(item).into_iter().flatten().copied();
            let needs = |target: &usize| {
                if is_alias(item) { !same(&alias_groups, item, *target) } else { !same(&groups, item, *target) }
            };
            targets.filter(needs).collect::<Vec<usize>>()
        };
        let mut order = Vec::new();
        let mut seen = vec![false; items.len()];
        let mut open: Vec<(usize, bool)> = (0..items.len()).rev().map(|item| (item, false)).collect();
        while let Some((item, is_done)) = open.pop() {
            if is_done {
                order.push(item);
                continue;
            }
            match seen.get_mut(item) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            open.push((item, true));
            open.extend(before(item).into_iter().rev().map(|target| (target, false)));
        }
        let place: HashMap<usize, usize> = order.iter().enumerate().map(|(place, &item)| (item, place)).collect();
        let is_late =
            |item: usize| graph.get(item).into_iter().flatten().any(|target| place.get(target) > place.get(&item));
        let late = order.iter().copied().filter(|&item| !is_alias(item) && is_late(item)).collect();
        Order { items: order, endless, late }
    }
}
