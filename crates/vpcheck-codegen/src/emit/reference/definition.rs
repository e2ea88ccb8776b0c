//! What is said of a definition.

use super::{
    examples::examples,
    facts::{facts, kind, value},
    page::{Anchors, Block, Row, Section, Table, Text, clean},
    unions,
};
use crate::{
    export::Export,
    model::{Correction, DefinitionId, Kinds, Shape},
};

/// How many parts of a definition that have no name of their own are described.
const PARTS: usize = 200;

/// The section of a definition, and those of its parts that have members or alternatives.
pub(super) fn sections(export: &Export<'_>, id: DefinitionId, anchors: &mut Anchors) -> Vec<Section> {
    let definition = export.model.definition(id);
    let mut sections = Vec::new();
    let mut left = vec![(definition.name.clone(), definition.name.clone(), &definition.shape)];
    while let Some((anchor, title, shape)) = left.pop() {
        if sections.len() > PARTS {
            break;
        }
        let mut parts = Vec::new();
        let mut blocks = description(shape);
        blocks.extend(own(export, &anchor, shape, anchors));
        for (joint, name, part) in unnamed(shape) {
            let part_anchor = anchors.within(&anchor, joint, &name);
            parts.push((part_anchor, format!("{title}, {}", clean(&name)), part));
        }
        let is_part = !sections.is_empty();
        blocks.extend(rules(shape));
        blocks.extend(corrections(shape));
        sections.push(Section { anchor, title, is_part, blocks });
        left.extend(parts.into_iter().rev());
    }
    sections
}

/// Parts that have something to say that fits into no cell of a table.
fn unnamed(shape: &Shape) -> Vec<(&'static str, String, &Shape)> {
    let has_more = |part: &Shape| part.reference.is_none() && (part.union.is_some() || !part.object.members.is_empty());
    let arms = shape.union.iter().flat_map(|union| &union.arms);
    let arms = arms.filter(|arm| has_more(&arm.shape)).map(|arm| ("-", arm.name.clone(), &arm.shape));
    let members = shape.object.members.iter().filter(|member| has_more(&member.shape));
    let members = members.map(|member| ("-in--", member.name.clone(), &member.shape));
    let items = shape.array.items.as_deref().filter(|items| has_more(items));
    let items = items.map(|items| ("-", "items".to_owned(), items));
    arms.chain(members).chain(items).collect()
}

fn description(shape: &Shape) -> Vec<Block> {
    let documentation = &shape.documentation;
    let text = documentation.description.as_deref().unwrap_or_default();
    let mut blocks: Vec<Block> = text
        .split("\n\n")
        .filter(|text| !text.trim().is_empty())
        .map(|text| Block::Paragraph(Text::prose(text)))
        .collect();
    if blocks.is_empty() {
        blocks.extend(documentation.title.as_deref().map(|title| Block::Paragraph(Text::prose(title).sentence())));
    }
    blocks.extend(documentation.deprecated.then(|| Block::Paragraph(Text::plain("Deprecated."))));
    blocks
}

/// Type, members, alternatives and examples.
fn own(export: &Export<'_>, anchor: &str, shape: &Shape, anchors: &mut Anchors) -> Vec<Block> {
    let model = export.model;
    let mut blocks = Vec::new();
    if let Some(union) = &shape.union {
        blocks.extend(unions::blocks(model, anchor, union));
    } else if shape.values.is_none() || !describes_all(shape) {
        let mut list = vec![Text::plain("Type: ").and(kind(model, shape)).sentence()];
        list.extend(facts(model, shape));
        blocks.push(Block::List(list));
    }
    if describes_all(shape) {
        let rows = shape.documentation.values.iter();
        let rows =
            rows.map(|(value, meaning)| Row { anchor: None, cells: vec![Text::code(value), Text::prose(meaning)] });
        let head = ["Value", "Meaning"].map(Text::plain).to_vec();
        blocks.push(Block::Table(Table { head, rows: rows.collect(), about: format!("Values of {anchor}") }));
    }
    blocks.extend(members(export, anchor, shape, anchors));
    if let Some(default) = &shape.documentation.default {
        blocks.push(Block::Paragraph(Text::plain("Default: ").and(value(default)).then(".")));
    }
    let examples = examples(model, shape);
    if !examples.is_empty() {
        blocks.push(Block::Label("Examples"));
    }
    blocks.extend(examples.into_iter().map(|(what, example)| Block::Example(what, example)));
    blocks
}

/// Whether each value that is listed or known is described.
fn describes_all(shape: &Shape) -> bool {
    !shape.documentation.values.is_empty()
}

fn members(export: &Export<'_>, anchor: &str, shape: &Shape, anchors: &mut Anchors) -> Option<Block> {
    let model = export.model;
    let rows = shape.object.members.iter().map(|member| {
        let part = &member.shape;
        let documentation = &part.documentation;
        let needed = match () {
            () if is_nothing(part) => "may not be there",
            () if part.reference.is_none() && part.kinds == Kinds::NULL && !member.required => "null or absent",
            () if member.required => "required",
            () => "optional",
        };
        let read_only = if documentation.read_only { ", read-only" } else { "" };
        let mut said = Vec::new();
        let own = documentation.description.as_deref();
        let target = || model.resolve(part).documentation.description.as_deref();
        said.extend(own.or_else(target).map(|text| Text::prose(text).sentence()));
        said.extend(facts(model, part));
        said.extend(
            documentation.default.as_ref().map(|default| Text::plain("Default: ").and(value(default)).then(".")),
        );
        let value = if is_nothing(part) { Text::plain("–") } else { kind(model, part) };
        let cells =
            vec![Text::code(&member.name), Text::plain(format!("{needed}{read_only}")), value, Text::join(said, " ")];
        Row { anchor: Some(anchors.within(anchor, "--", &member.name)), cells }
    });
    let rows: Vec<Row> = rows.collect();
    let head = ["Member", "Needed", "Value", "Meaning"].map(Text::plain).to_vec();
    (!rows.is_empty()).then(|| Block::Table(Table { head, rows, about: format!("Members of {anchor}") }))
}

/// Whether nothing is taken.
fn is_nothing(shape: &Shape) -> bool {
    shape.reference.is_none() && shape.union.is_none() && shape.kinds.is_empty() && !shape.nullable
}

/// The shape itself and its members, each with what it is called.
fn places(shape: &Shape) -> impl Iterator<Item = (Text, &Shape)> {
    let members = shape.object.members.iter().filter(|member| member.shape.reference.is_none());
    std::iter::once((Text::plain("all of it"), shape))
        .chain(members.map(|member| (Text::code(&member.name), &member.shape)))
}

/// Under which rules a failure is reported.
fn rules(shape: &Shape) -> Vec<Block> {
    let rows = places(shape).flat_map(|(place, shape)| {
        let rules = shape.annotations.rules.iter().map(move |(keyword, rule)| {
            let keyword = if keyword == "*" { Text::plain("any") } else { Text::code(keyword) };
            Row { anchor: None, cells: vec![place.clone(), keyword, Text::code(rule)] }
        });
        rules.collect::<Vec<Row>>()
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = ["Where", "Keyword", "Rule"].map(Text::plain).to_vec();
    vec![Block::Label("Rules"), Block::Table(Table { head, rows, about: "Rules that report what is wrong".to_owned() })]
}

/// Where this is not what was published.
fn corrections(shape: &Shape) -> Vec<Block> {
    let rows = places(shape).flat_map(|(place, shape)| {
        let row = |Correction { published, reason, source }: &Correction| Row {
            anchor: None,
            cells: vec![place.clone(), Text::prose(published), Text::prose(reason), Text::prose(source)],
        };
        shape.documentation.corrections.iter().map(row).collect::<Vec<Row>>()
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = ["Where", "Published", "Why it is not so here", "Source"].map(Text::plain).to_vec();
    let about = "Corrections of the published shape".to_owned();
    vec![Block::Label("Corrections"), Block::Table(Table { head, rows, about })]
}
