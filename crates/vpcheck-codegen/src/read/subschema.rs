//! One subschema: what its keywords say, each by itself.

use serde_json::Value;
use vpcheck_syntax::{Kind, Member as Entry, Node, Span};

use super::{
    Reader, Reference, Task, dialect,
    keyword::{self, Holds, Keyword, Standing},
    pattern, value,
};
use crate::{
    ledger::{Outcome, PathId},
    model::{Annotations, Bound, Correction, Direction, Documentation, Format, Kinds, NumberRules, StringRules},
    refusal::{Refusal, shorten},
};

/// Index of a subschema in [`super::Schemas::list`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct SchemaId(u32);

impl SchemaId {
    pub(crate) fn new(index: usize) -> SchemaId {
        SchemaId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What one subschema says.
#[derive(Debug)]
pub(crate) struct Subschema {
    pub(crate) path: PathId,
    pub(crate) span: Span,
    /// `true` or `false` in place of an object.
    pub(crate) literal: Option<bool>,
    pub(crate) kinds: Option<Kinds>,
    pub(crate) values: Option<Vec<Value>>,
    pub(crate) number: NumberRules,
    pub(crate) string: StringRules,
    pub(crate) items: Option<SchemaId>,
    pub(crate) min_items: Option<u64>,
    pub(crate) max_items: Option<u64>,
    pub(crate) properties: Vec<(String, SchemaId)>,
    pub(crate) required: Vec<String>,
    pub(crate) additional: Option<SchemaId>,
    pub(crate) reference: Option<SchemaId>,
    pub(crate) all_of: Vec<SchemaId>,
    pub(crate) one_of: Option<Vec<SchemaId>>,
    pub(crate) any_of: Option<Vec<SchemaId>>,
    pub(crate) not: Option<SchemaId>,
    pub(crate) documentation: Documentation,
    pub(crate) annotations: Annotations,
    pub(crate) direction: Option<Direction>,
    /// The keywords that are more than annotations.
    pub(crate) keywords: Vec<(&'static str, PathId)>,
    /// A hand-written type takes the same strings: what is applied to the same string is its business.
    pub(crate) opaque: bool,
    /// How much a copy costs, in the unit of [`super::limits::SHAPES`].
    pub(crate) weight: usize,
}

impl Subschema {
    pub(crate) fn new(path: PathId, span: Span) -> Subschema {
        Subschema {
            path,
            span,
            literal: None,
            kinds: None,
            values: None,
            number: NumberRules::default(),
            string: StringRules::default(),
            items: None,
            min_items: None,
            max_items: None,
            properties: Vec::new(),
            required: Vec::new(),
            additional: None,
            reference: None,
            all_of: Vec::new(),
            one_of: None,
            any_of: None,
            not: None,
            documentation: Documentation::default(),
            annotations: Annotations::default(),
            direction: None,
            keywords: Vec::new(),
            opaque: false,
            weight: 1,
        }
    }

    /// The path of a keyword, or of the whole subschema where it has no such keyword.
    pub(crate) fn keyword(&self, keyword: &str) -> PathId {
        self.keywords.iter().find(|(name, _)| *name == keyword).map_or(self.path, |&(_, path)| path)
    }
}

/// How many bytes of text weigh as much as a shape.
const BYTES_PER_SHAPE: usize = 256;

/// A keyword where it stands.
struct Place<'t> {
    row: &'static Keyword,
    path: PathId,
    node: Node<'t>,
    /// For subschemas of a string that a hand-written type checks.
    inner: Standing,
}

impl<'t> Reader<'t, '_> {
    /// Reads one subschema.
    pub(super) fn read(&mut self, task: &Task<'t>) {
        let Some(slot) = self.list.get(task.id.index()) else { return };
        let mut schema = Subschema::new(slot.path, slot.span);
        match task.node.value() {
            vpcheck_syntax::Value::Boolean(literal) => schema.literal = Some(literal),
            vpcheck_syntax::Value::Object(_) => self.read_object(&mut schema, task),
            _ => self.findings.refuse_at(
                schema.path,
                schema.span,
                Refusal::BadSchema,
                format!("this is {}, and a schema is an object or a boolean", shorten(task.node.text())),
                "write `{}` where any value is fine",
            ),
        }
        schema.weight += self.findings.ledger.paths().length(schema.path) as usize / BYTES_PER_SHAPE;
        if let Some(slot) = self.list.get_mut(task.id.index()) {
            *slot = schema;
        }
    }

    fn read_object(&mut self, schema: &mut Subschema, task: &Task<'t>) {
        let text_of = |name| task.node.get(name).and_then(|member| member.value.as_str());
        schema.opaque = text_of("x-type").is_some() && text_of("type") == Some("string");
        let has_reference = task.node.get("$ref").is_some();
        let mut seen = std::collections::HashSet::new();
        let mut text_bytes = 0;
        for member in task.node.members().filter(|member| seen.insert(member.name)) {
            let path = self.findings.ledger.paths_mut().child(schema.path, member.name);
            let Some(row) = keyword::find(member.name) else {
                self.unknown_keyword(path, &member);
                continue;
            };
            let standing = standing(row, &member, schema, task.standing);
            self.findings.ledger.record(path, member.name_span, outcome(standing));
            if let Standing::Refused(help) = standing {
                let message = format!("`{}` is not supported", row.name);
                self.findings.refuse(path, Refusal::UnsupportedKeyword, message, help);
                continue;
            }
            if has_reference && self.is_ignored_beside_reference(row, path) {
                continue;
            }
            if !matches!(standing, Standing::Annotation) {
                schema.keywords.push((row.name, path));
            }
            if row.holds == Holds::Nothing {
                text_bytes += member.value.text().len();
            }
            let inner = if schema.opaque { Standing::Checked } else { task.standing };
            self.read_keyword(schema, &Place { row, path, node: member.value, inner });
        }
        schema.weight += text_bytes / BYTES_PER_SHAPE;
    }

    fn unknown_keyword(&mut self, path: PathId, member: &Entry<'t>) {
        let name = shorten(member.name);
        self.findings.ledger.record(path, member.name_span, Outcome::Annotation);
        if member.name.starts_with("x-") {
            return;
        }
        let help = match keyword::near(member.name) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "leave it out, or begin its name with `x-` where it is for people or tools".to_owned(),
        };
        let message = format!("there is no keyword `{name}` in JSON Schema 2020-12");
        self.findings.refuse(path, Refusal::UnsupportedKeyword, message, help);
    }

    /// Before 2019-09 a sibling of `$ref` is ignored: what would be a rule today is refused, since one of the two is not meant.
    fn is_ignored_beside_reference(&mut self, row: &Keyword, path: PathId) -> bool {
        let is_rule = matches!(row.standing, Standing::Typed | Standing::Checked);
        let is_harmless = matches!(row.name, "$ref" | "$defs" | "definitions") || row.name.starts_with("x-");
        if self.dialect == dialect::Dialect::Modern || !is_rule || is_harmless {
            return false;
        }
        self.findings.refuse(
            path,
            Refusal::UnsupportedKeyword,
            format!("`{}` is beside `$ref`, and the draft of this schema ignores it there", row.name),
            "leave it out; or declare 2020-12 in `$schema`, where it counts",
        );
        true
    }

    fn read_keyword(&mut self, schema: &mut Subschema, place: &Place<'t>) {
        if place.row.holds == Holds::Nothing {
            let read = match place.row.standing {
                Standing::Annotation => self.read_annotation(schema, place),
                _ if place.row.name.starts_with("x-") => read_extension(schema, place),
                _ => self.read_rule(schema, place),
            };
            if let Err(expected) = read {
                self.bad_value(place, expected);
            }
        } else if let Err(expected) = self.read_applicator(schema, place) {
            self.bad_value(place, expected);
        }
    }

    /// Refuses the value of a keyword. What is expected may go on with help after a line break.
    fn bad_value(&mut self, place: &Place<'t>, expected: &str) {
        let (expected, help) =
            expected.split_once('\n').unwrap_or((expected, "mend the value, or leave the keyword out"));
        self.findings.refuse_at(
            place.path,
            place.node.span(),
            Refusal::BadKeywordValue,
            format!("`{}` is {}, and it takes {expected}", place.row.name, shorten(place.node.text())),
            help,
        );
    }

    fn read_applicator(&mut self, schema: &mut Subschema, place: &Place<'t>) -> Result<(), &'static str> {
        match place.row.holds {
            Holds::Nothing => {}
            Holds::Schema => {
                if !matches!(place.node.kind(), Kind::Object | Kind::Boolean) {
                    return Err("one schema\ndescribe all items by one schema in `items`");
                }
                let id = self.subschema(place.node, place.path, place.inner);
                match place.row.name {
                    "items" => schema.items = Some(id),
                    "additionalProperties" => schema.additional = Some(id),
                    _ => schema.not = Some(id),
                }
            }
            Holds::Schemas => {
                let ids = self.schemas(place)?;
                match place.row.name {
                    "oneOf" => schema.one_of = Some(ids),
                    "anyOf" => schema.any_of = Some(ids),
                    _ => schema.all_of = ids,
                }
            }
            Holds::Members => {
                let members = self.members(place)?;
                if place.row.name == "properties" {
                    schema.properties = members;
                } else {
                    self.named.extend(members.into_iter().map(|(_, id)| id));
                }
            }
        }
        Ok(())
    }

    fn schemas(&mut self, place: &Place<'t>) -> Result<Vec<SchemaId>, &'static str> {
        if place.node.elements().len() == 0 {
            return Err("an array of schemas with at least one in it");
        }
        let mut ids = Vec::new();
        for (index, node) in place.node.elements().enumerate() {
            let path = self.findings.ledger.paths_mut().child(place.path, &index.to_string());
            ids.push(self.subschema(node, path, place.inner));
        }
        Ok(ids)
    }

    fn members(&mut self, place: &Place<'t>) -> Result<Vec<(String, SchemaId)>, &'static str> {
        if place.node.kind() != Kind::Object {
            return Err("an object whose members are schemas");
        }
        let mut seen = std::collections::HashSet::new();
        let mut members = Vec::new();
        for member in place.node.members().filter(|member| seen.insert(member.name)) {
            let path = self.findings.ledger.paths_mut().child(place.path, member.name);
            members.push((member.name.to_owned(), self.subschema(member.value, path, place.inner)));
        }
        Ok(members)
    }

    fn read_rule(&mut self, schema: &mut Subschema, place: &Place<'t>) -> Result<(), &'static str> {
        let node = place.node;
        match place.row.name {
            "$ref" => {
                let text = node.as_str().ok_or("a string such as `#/$defs/NAME`")?;
                let from = self.ids.get(&schema.span.start).copied().unwrap_or(SchemaId(0));
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
            "minimum" => schema.number.raise(bound(node, Edge::In)?),
            "exclusiveMinimum" => schema.number.raise(bound(node, Edge::Out)?),
            "maximum" => schema.number.lower(bound(node, Edge::In)?),
            "exclusiveMaximum" => schema.number.lower(bound(node, Edge::Out)?),
            "minLength" => schema.string.min_length = Some(value::count(node).ok_or(COUNT)?),
            "maxLength" => schema.string.max_length = Some(value::count(node).ok_or(COUNT)?),
            "minItems" => schema.min_items = Some(value::count(node).ok_or(COUNT)?),
            "maxItems" => schema.max_items = Some(value::count(node).ok_or(COUNT)?),
            "format" => schema.string.format = format(node.as_str().ok_or("the name of a format")?),
            "pattern" => {
                let text = node.as_str().ok_or("a regular expression in a string")?;
                match pattern::translate(text) {
                    Ok(pattern) => schema.string.patterns.push(pattern),
                    Err(problem) => self.findings.refuse_at(
                        place.path,
                        node.span(),
                        Refusal::UnsupportedPattern,
                        problem,
                        "write it without, as several patterns in `allOf`, or as `not` with a pattern under an `x-type`",
                    ),
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn read_annotation(&mut self, schema: &mut Subschema, place: &Place<'t>) -> Result<(), &'static str> {
        let node = place.node;
        let documentation = &mut schema.documentation;
        match place.row.name {
            "title" => documentation.title = Some(node.as_str().ok_or("a string")?.to_owned()),
            "description" => documentation.description = Some(node.as_str().ok_or("a string")?.to_owned()),
            "default" => documentation.default = Some(value::json(node)),
            "examples" if node.kind() == Kind::Array => {
                documentation.examples = node.elements().map(value::json).collect();
            }
            "examples" => return Err("an array"),
            "deprecated" => documentation.deprecated = node.as_bool().ok_or("a boolean")?,
            "readOnly" => documentation.read_only = node.as_bool().ok_or("a boolean")?,
            "writeOnly" => documentation.write_only = node.as_bool().ok_or("a boolean")?,
            "x-enum-descriptions" => documentation.values = value::pairs(node).ok_or("an object of strings")?,
            "x-correction" => documentation.corrections = corrections(node).ok_or(CORRECTIONS)?,
            "$anchor" => {
                let name = node.as_str().ok_or("a name")?;
                if let Some(&id) = self.ids.get(&schema.span.start) {
                    self.anchors.entry(name).or_insert(id);
                }
            }
            "$schema" => self.check_dialect(place)?,
            _ => {}
        }
        Ok(())
    }

    fn check_dialect(&mut self, place: &Place<'t>) -> Result<(), &'static str> {
        let text = place.node.as_str().ok_or("the address of a dialect")?;
        if dialect::named(text) == Some(self.dialect) {
            return Ok(());
        }
        self.findings.refuse_at(
            place.path,
            place.node.span(),
            Refusal::UnsupportedDialect,
            format!("`$schema` is {:?}, and the dialects that are read are 2020-12, 2019-09, 7 and 6", shorten(text)),
            "write the schema in 2020-12: \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"",
        );
        Ok(())
    }
}

const COUNT: &str = "a whole number from 0";
const TYPES: &str = "`null`, `boolean`, `integer`, `number`, `string`, `array`, `object` or an array of some of them";
const CORRECTIONS: &str = "an array of objects with `published`, `reason` and `source`";

/// What becomes of this occurrence: the table says it, but for a few that depend on their value or their place.
fn standing(row: &Keyword, member: &Entry<'_>, schema: &Subschema, around: Standing) -> Standing {
    match (row.name, row.standing) {
        // They rule nothing out.
        ("uniqueItems", _) if member.value.as_bool() == Some(false) => Standing::Annotation,
        ("minProperties", _) if value::count(member.value) == Some(0) => Standing::Annotation,
        ("format", _) if member.value.as_str().is_some_and(|name| format(name).is_none()) => Standing::Annotation,
        ("$id", _) if schema.path != PathId::ROOT => {
            Standing::Refused("refer with `#/$defs/NAME`, and keep `$id` to the root of the document")
        }
        ("type" | "x-type", Standing::Typed) if around != Standing::Checked => Standing::Typed,
        (_, Standing::Typed) if schema.opaque || around == Standing::Checked => Standing::Checked,
        (_, standing) => standing,
    }
}

fn outcome(standing: Standing) -> Outcome {
    match standing {
        Standing::Typed => Outcome::Typed,
        Standing::Checked => Outcome::Checked,
        Standing::Annotation => Outcome::Annotation,
        Standing::Refused(_) => Outcome::Refused,
    }
}

/// Our own keywords, but for annotations.
fn read_extension(schema: &mut Subschema, place: &Place<'_>) -> Result<(), &'static str> {
    let node = place.node;
    let annotations = &mut schema.annotations;
    match (place.row.name, node.as_str()) {
        ("x-rule", Some(rule)) => annotations.rules = vec![("*".to_owned(), rule.to_owned())],
        ("x-rule", None) => {
            annotations.rules = value::pairs(node).ok_or("a rule id, or an object of them by keyword")?;
        }
        ("x-type", path) => annotations.scalar = Some(path.ok_or("the path of a type")?.to_owned()),
        ("x-open", _) => annotations.open = value::strings(node).ok_or("an array of strings")?,
        ("x-unknown-member", Some("warning")) => annotations.warns_of_unknown_members = true,
        ("x-unknown-member", _) => return Err("\"warning\""),
        ("x-direction", Some("request")) => schema.direction = Some(Direction::Request),
        ("x-direction", Some("response")) => schema.direction = Some(Direction::Response),
        ("x-direction", _) => return Err("\"request\" or \"response\""),
        _ => {}
    }
    Ok(())
}

fn corrections(node: Node<'_>) -> Option<Vec<Correction>> {
    matches!(node.kind(), Kind::Array).then_some(())?;
    let text = |element: Node<'_>, name| Some(element.get(name)?.value.as_str()?.to_owned());
    let correction = |element| {
        Some(Correction {
            published: text(element, "published")?,
            reason: text(element, "reason")?,
            source: text(element, "source")?,
        })
    };
    node.elements().map(correction).collect()
}

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
fn kinds(node: Node<'_>) -> Option<Kinds> {
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
fn format(name: &str) -> Option<Format> {
    Some(match name {
        "date-time" => Format::DateTime,
        "hostname" => Format::Hostname,
        "ipv4" => Format::Ipv4,
        "ipv6" => Format::Ipv6,
        "uuid" => Format::Uuid,
        _ => return None,
    })
}
