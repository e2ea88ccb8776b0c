//! One subschema: what its keywords say, each by itself.

use serde_json::Value;
use vpcheck_syntax::{Kind, Member as Entry, Node, Span};

use super::{
    Reader, Task, dialect,
    keyword::{self, Holds, Keyword, Standing},
    rule, value,
};
use crate::{
    ledger::{Outcome, PathId},
    model::{Annotations, Correction, Direction, Documentation, Kinds, NumberRules, Pattern, StringRules},
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
    pub(crate) unique: bool,
    pub(crate) properties: Vec<(String, SchemaId)>,
    pub(crate) required: Vec<String>,
    pub(crate) pattern_properties: Vec<(Pattern, SchemaId)>,
    pub(crate) additional: Option<SchemaId>,
    /// `propertyNames`.
    pub(crate) names: Option<SchemaId>,
    pub(crate) min_members: Option<u64>,
    pub(crate) max_members: Option<u64>,
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
    /// `type` beside `$ref`, where the draft ignores it: it has to say nothing that the target does not say.
    pub(crate) ignored_kinds: Option<Kinds>,
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
            unique: false,
            properties: Vec::new(),
            required: Vec::new(),
            pattern_properties: Vec::new(),
            additional: None,
            names: None,
            min_members: None,
            max_members: None,
            reference: None,
            all_of: Vec::new(),
            one_of: None,
            any_of: None,
            not: None,
            documentation: Documentation::default(),
            annotations: Annotations::default(),
            direction: None,
            keywords: Vec::new(),
            ignored_kinds: None,
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

/// How many shapes a pattern for names weighs as much as: it is compiled anew where it is merged.
const SHAPES_PER_PATTERN: usize = 16;

/// A keyword where it stands.
pub(super) struct Place<'t> {
    pub(super) row: &'static Keyword,
    pub(super) path: PathId,
    pub(super) node: Node<'t>,
    /// The subschema that it is in.
    pub(super) around: Node<'t>,
    /// For subschemas of a string that a hand-written type checks.
    pub(super) inner: Standing,
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
            let standing = self.standing(row, task.node, &member, schema, task.standing);
            self.findings.ledger.record(path, member.name_span, outcome(standing));
            if let Standing::Refused(help) = standing {
                let message = format!("`{}` is not supported", row.name);
                self.findings.refuse(path, Refusal::UnsupportedKeyword, message, help);
                continue;
            }
            if has_reference && self.is_ignored_beside_reference(schema, row, path, member.value) {
                continue;
            }
            if !matches!(standing, Standing::Annotation) {
                schema.keywords.push((row.name, path));
            }
            if row.holds == Holds::Nothing {
                text_bytes += member.value.text().len();
            }
            let inner = if schema.opaque { Standing::Checked } else { task.standing };
            self.read_keyword(schema, &Place { row, path, node: member.value, around: task.node, inner });
        }
        schema.weight += text_bytes / BYTES_PER_SHAPE + schema.pattern_properties.len() * SHAPES_PER_PATTERN;
    }

    /// A keyword that JSON Schema does not have is an annotation, unless it looks like a slip.
    fn unknown_keyword(&mut self, path: PathId, member: &Entry<'t>) {
        self.findings.ledger.record(path, member.name_span, Outcome::Annotation);
        if let Some(near) = keyword::near(member.name) {
            let message = format!("there is no keyword `{}` in JSON Schema", shorten(member.name));
            let help = format!("did you mean `{near}`? If it is for people or tools, begin its name with `x-`");
            self.findings.refuse(path, Refusal::UnsupportedKeyword, message, help);
        }
    }

    /// Before 2019-09 a sibling of `$ref` is ignored: what would be a rule today is refused, since one of the two is not meant.
    /// A type is looked at later: it does no harm where the target takes no other.
    fn is_ignored_beside_reference(
        &mut self,
        schema: &mut Subschema,
        row: &Keyword,
        path: PathId,
        node: Node<'t>,
    ) -> bool {
        let is_rule = matches!(row.standing, Standing::Typed | Standing::Checked);
        let is_harmless = matches!(row.name, "$ref" | "$defs" | "definitions") || row.name.starts_with("x-");
        if !self.dialect.ignores_siblings() || !is_rule || is_harmless {
            return false;
        }
        if row.name == "type"
            && let Some(kinds) = rule::kinds(node)
        {
            schema.ignored_kinds = Some(kinds);
            schema.keywords.push((row.name, path));
        } else {
            self.findings.refuse(path, Refusal::UnsupportedKeyword, ignored_beside_reference(row.name), IGNORED_HELP);
        }
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
                    "propertyNames" => schema.names = Some(id),
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
                match place.row.name {
                    "properties" => schema.properties = members,
                    "patternProperties" => {
                        for (text, id) in members {
                            schema.pattern_properties.extend(self.pattern(place, &text).map(|pattern| (pattern, id)));
                        }
                    }
                    _ => self.named.extend(members.into_iter().map(|(_, id)| id)),
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

    /// What becomes of this occurrence: the table says it, but for a few that depend on their value or their place.
    fn standing(
        &self,
        row: &Keyword,
        object: Node<'t>,
        member: &Entry<'t>,
        schema: &Subschema,
        around: Standing,
    ) -> Standing {
        let has_list_of_items = || object.get("items").is_some_and(|items| items.value.kind() == Kind::Array);
        match (row.name, row.standing) {
            // They rule nothing out.
            ("uniqueItems", _) if member.value.as_bool() == Some(false) => Standing::Annotation,
            ("minProperties", _) if value::count(member.value) == Some(0) => Standing::Annotation,
            ("additionalItems", _) if !has_list_of_items() => Standing::Annotation,
            ("format", _) if member.value.as_str().is_some_and(|name| rule::format(name).is_none()) => {
                Standing::Annotation
            }
            ("id", _) if self.dialect == dialect::Dialect::Draft4 && schema.path == PathId::ROOT => {
                Standing::Annotation
            }
            ("id", _) if self.dialect == dialect::Dialect::Draft4 => Standing::Refused(IDENTIFIERS),
            ("$id", _) if schema.path != PathId::ROOT => Standing::Refused(IDENTIFIERS),
            (name, _) if self.dialect.lacks(name) => {
                Standing::Refused("draft 4 does not have it: declare a later draft in `$schema`")
            }
            ("type" | "x-type", Standing::Typed) if around != Standing::Checked => Standing::Typed,
            (_, Standing::Typed) if schema.opaque || around == Standing::Checked => Standing::Checked,
            (_, standing) => standing,
        }
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
            format!(
                "`$schema` is {:?}, and the dialects that are read are 2020-12, 2019-09, 7, 6 and 4",
                shorten(text)
            ),
            "write the schema in 2020-12: \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"",
        );
        Ok(())
    }
}

/// What is said of a rule beside `$ref` that a draft ignores.
pub(crate) fn ignored_beside_reference(keyword: &str) -> String {
    format!("`{keyword}` is beside `$ref`, and the draft of this schema ignores it there")
}

/// What to do about it.
pub(crate) const IGNORED_HELP: &str = "leave it out; or declare 2020-12 in `$schema`, where it counts";

const IDENTIFIERS: &str = "refer with `#/$defs/NAME`, and keep `$id` to the root of the document";
const CORRECTIONS: &str = "an array of objects with `published`, `reason` and `source`";

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
