//! The value of one keyword that is a rule.

use serde_json::Value;
use vpcheck_syntax::Node;

use super::{
    Reader, Reference, dialect, pattern,
    subschema::{Place, SchemaId, Subschema},
    value,
};
use crate::{
    model::{Bound, Format, Kinds, Pattern},
    refusal::{Refusal, shorten},
};

impl<'t> Reader<'t, '_> {
    /// Reads it into the subschema.
    ///
    /// # Errors
    ///
    /// What the keyword takes, where the value is something else.
    pub(super) fn read_rule(&mut self, schema: &mut Subschema, place: &Place<'t>) -> Result<(), &'static str> {
        let node = place.node;
        match place.row.name {
            "$ref" => {
                let text = node.as_str().ok_or("a string such as `#/$defs/NAME`")?;
                let from = self.ids.get(&schema.span.start).copied().unwrap_or(SchemaId::new(0));
                self.references.push(Reference { from, path: place.path, text });
            }
            "type" => schema.kinds = Some(kinds(node).ok_or(TYPES)?),
            "const" => narrow(&mut schema.values, vec![value::json(node)]),
            "enum" => {
                if node.elements().len() == 0 {
                    return Err("an array with at least one value in it");
                }
                narrow(&mut schema.values, node.elements().map(value::json).collect());
            }
            "required" => schema.required = value::strings(node).ok_or("an array of member names")?,
            "exclusiveMinimum" | "exclusiveMaximum" if self.dialect == dialect::Dialect::Draft4 => {
                // It is read with the bound that it belongs to.
                let bound = if place.row.name == "exclusiveMinimum" { "minimum" } else { "maximum" };
                let is_right = node.as_bool().is_some_and(|is_out| !is_out || place.around.get(bound).is_some());
                return if is_right { Ok(()) } else { Err("a boolean beside `minimum` or `maximum` in draft 4") };
            }
            "minimum" => schema.number.raise(bound(node, self.edge(place, "exclusiveMinimum"))?),
            "exclusiveMinimum" => schema.number.raise(bound(node, Edge::Out)?),
            "maximum" => schema.number.lower(bound(node, self.edge(place, "exclusiveMaximum"))?),
            "exclusiveMaximum" => schema.number.lower(bound(node, Edge::Out)?),
            "multipleOf" => self.read_step(schema, place)?,
            "uniqueItems" => schema.unique = node.as_bool().ok_or("a boolean")?,
            "minProperties" => schema.min_members = Some(value::count(node).ok_or(COUNT)?).filter(|&least| least > 0),
            "maxProperties" => schema.max_members = Some(value::count(node).ok_or(COUNT)?),
            "minLength" => schema.string.min_length = Some(value::count(node).ok_or(COUNT)?),
            "maxLength" => schema.string.max_length = Some(value::count(node).ok_or(COUNT)?),
            "minItems" => schema.min_items = Some(value::count(node).ok_or(COUNT)?),
            "maxItems" => schema.max_items = Some(value::count(node).ok_or(COUNT)?),
            "format" => schema.string.format = format(node.as_str().ok_or("the name of a format")?),
            "pattern" => {
                let text = node.as_str().ok_or("a regular expression in a string")?;
                schema.string.patterns.extend(self.pattern(place, text));
            }
            _ => {}
        }
        Ok(())
    }

    /// A pattern, or nothing where it is refused.
    pub(super) fn pattern(&mut self, place: &Place<'t>, text: &str) -> Option<Pattern> {
        let problem = match pattern::translate(text) {
            Ok(pattern) => return Some(pattern),
            Err(problem) => problem,
        };
        self.findings.refuse_at(
            place.path,
            place.node.span(),
            Refusal::UnsupportedPattern,
            problem,
            "write it without, as several patterns in `allOf`, or as `not` with a pattern",
        );
        None
    }

    /// Whether a bound is in or out, which draft 4 says in a keyword beside it.
    fn edge(&self, place: &Place<'t>, keyword: &str) -> Edge {
        let is_out = || place.around.get(keyword).and_then(|member| member.value.as_bool()) == Some(true);
        if self.dialect == dialect::Dialect::Draft4 && is_out() { Edge::Out } else { Edge::In }
    }

    fn read_step(&mut self, schema: &mut Subschema, place: &Place<'t>) -> Result<(), &'static str> {
        let number = place.node.as_number().filter(|number| number.as_f64() > 0.0).ok_or("a number greater than 0")?;
        let step = number.as_i64().and_then(|step| u64::try_from(step).ok()).filter(|step| *step <= GREATEST_STEP);
        if let Some(step) = step {
            schema.number.multiples.push(step);
            return Ok(());
        }
        self.findings.refuse_at(
            place.path,
            place.node.span(),
            Refusal::UnsupportedKeyword,
            format!("`multipleOf` is {}, and integers of 53 bits are supported", shorten(number.text())),
            "say `\"type\": \"integer\"` for whole numbers; steps with a fraction have to be checked by hand",
        );
        Ok(())
    }
}

const COUNT: &str = "a whole number from 0";
/// Beyond it a double does not hold every integer.
const GREATEST_STEP: u64 = 1 << 53;
const TYPES: &str = "`null`, `boolean`, `integer`, `number`, `string`, `array`, `object` or an array of some of them";

/// The values that are in both lists.
fn narrow(values: &mut Option<Vec<Value>>, other: Vec<Value>) {
    let mut seen = std::collections::HashSet::new();
    *values = Some(match values.take() {
        None => other.into_iter().filter(|value| seen.insert(value.clone())).collect(),
        Some(old) => {
            seen.extend(other);
            old.into_iter().filter(|value| seen.contains(value)).collect()
        }
    });
}

/// The types that `type` names.
pub(super) fn kinds(node: Node<'_>) -> Option<Kinds> {
    if let Some(name) = node.as_str() {
        return kind(name);
    }
    let mut names = value::strings(node).filter(|names| !names.is_empty())?.into_iter();
    names.try_fold(Kinds::NONE, |kinds, name| Some(kinds.union(kind(&name)?)))
}

fn kind(name: &str) -> Option<Kinds> {
    Some(match name {
        "null" => Kinds::NULL,
        "boolean" => Kinds::BOOLEAN,
        "integer" => Kinds::INTEGER,
        "number" => Kinds::NUMBER,
        "string" => Kinds::STRING,
        "array" => Kinds::ARRAY,
        "object" => Kinds::OBJECT,
        _ => return None,
    })
}

/// Whether a bound itself is in or out.
#[derive(Clone, Copy)]
enum Edge {
    In,
    Out,
}

fn bound(node: Node<'_>, edge: Edge) -> Result<Bound, &'static str> {
    let exclusive = matches!(edge, Edge::Out);
    let number = node.as_number().ok_or(match edge {
        Edge::In => "a number",
        Edge::Out => "a number\nwrite the bound itself here, in place of `minimum` or `maximum`",
    })?;
    value::number(number).map(|value| Bound { value, exclusive }).ok_or("a number in the range of a double")
}

/// The format, where it is one of those that are checked. The others are annotations, as 2020-12 has it.
pub(super) fn format(name: &str) -> Option<Format> {
    Some(match name {
        "date-time" => Format::DateTime,
        "hostname" => Format::Hostname,
        "ipv4" => Format::Ipv4,
        "ipv6" => Format::Ipv6,
        "uuid" => Format::Uuid,
        _ => return None,
    })
}
