//! The front end, from the text of a schema to its model.

#[path = "front/bundled.rs"]
mod bundled;
#[path = "front/hostile.rs"]
mod hostile;
#[path = "front/ledger.rs"]
mod ledger;
#[path = "front/merging.rs"]
mod merging;
#[path = "front/refusals.rs"]
mod refusals;
#[path = "front/unions.rs"]
mod unions;

use vpcheck_codegen::{
    Reading,
    model::{Definition, Model, Shape},
};
use vpcheck_syntax::Source;

const SERVICE: &str = include_str!("../../../schema/service.schema.json");
const WRANGLER: &str = include_str!("../../../schema/wrangler.schema.json");

/// Reads a schema.
fn read(text: &str) -> Reading {
    vpcheck_codegen::read(&Source::json("s.json", text.as_bytes()))
}

/// Reads a schema of which nothing is refused.
fn model(text: &str) -> Model {
    let reading = read(text);
    assert!(reading.diagnostics.is_empty(), "{text}: {:#?}", reading.diagnostics);
    reading.model.expect("a schema without refusals has a model")
}

/// The definition of that name.
fn definition<'m>(model: &'m Model, name: &str) -> &'m Definition {
    let found = model.definitions.iter().find(|definition| definition.name == name);
    found.unwrap_or_else(|| panic!("there is no definition {name}"))
}

/// The shape of the document.
fn root(model: &Model) -> &Shape {
    &model.definition(model.root.expect("the document says something")).shape
}

/// The names of the arms.
fn arms(shape: &Shape) -> Vec<&str> {
    shape.union.iter().flat_map(|union| &union.arms).map(|arm| arm.name.as_str()).collect()
}

/// The shape of a member.
fn member<'s>(shape: &'s Shape, name: &str) -> &'s Shape {
    let found = shape.object.members.iter().find(|member| member.name == name);
    &found.unwrap_or_else(|| panic!("there is no member {name}")).shape
}
