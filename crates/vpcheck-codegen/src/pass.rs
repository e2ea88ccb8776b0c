//! From subschemas to a model, one step after the other.
//!
//! * [`graph`] finds schemas that apply themselves to the same value again, and what can be said of each without merging.
//! * [`definitions`] decides which subschemas get a name, and which.
//! * [`merge`] merges `allOf`, the siblings of `$ref`, and what stands beside a union into its arms.
//! * [`unions`] proves how the arms of each union are told apart, or refuses it, with a [`witness`].

mod accept;
#[cfg(test)]
mod agreement;
mod arms;
mod definitions;
mod dispatch;
mod facts;
mod graph;
mod merge;
mod names;
mod simplify;
mod strings;
mod unions;
mod witness;

pub(crate) use self::accept::Strings;
#[cfg(test)]
pub(crate) use self::{accept::takes_format, agreement::each_model};
use self::{definitions::Definitions, graph::Graph};
pub(crate) use self::{
    facts::View,
    names::{Taken, pascal, words},
};
use crate::{model::Model, read::Schemas, refusal::Findings};

/// Turns the subschemas of a document into its model. What it cannot keep is refused, and the model is then a rough one.
pub(crate) fn run(schemas: Schemas, findings: &mut Findings) -> Model {
    let graph = Graph::new(schemas, findings);
    let definitions = Definitions::new(&graph, findings);
    let merged = merge::run(&graph, &definitions, findings);
    unions::run(merged, findings)
}
