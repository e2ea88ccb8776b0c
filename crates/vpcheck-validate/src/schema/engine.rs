//! Checks a value against a table and collects everything that is wrong.

use std::cmp::Ordering;

use vpcheck_syntax::edit::{self, New};
use vpcheck_syntax::{Diagnostic, Elements, Kind, Node, Number, Safety, SchemaPointer, Severity, Value, limits};

use super::union::{Choice, Patterns};
use super::{Absence, Additional, Bound, Dispatch, Kinds, Place, Schema, Slot};
use crate::message::Side;
use crate::{help, message};

/// Checks a value and everything in it. What is found is added to `diagnostics`, up to [`limits::DIAGNOSTICS`].
///
/// The depth of the calls is bounded by that of the tree, which is at most [`limits::DEPTH`].
pub(crate) fn check(schema: &'static Schema, node: Node<'_>, diagnostics: &mut Vec<Diagnostic>) -> Extent {
    check_beside(schema, node, &[], diagnostics)
}

/// The same for a value that may have these members as well, which are not judged here.
pub(crate) fn check_beside<'d>(
    schema: &'static Schema,
    node: Node<'d>,
    beside: &'static [&'static str],
    diagnostics: &'d mut Vec<Diagnostic>,
) -> Extent {
    let mut engine = Engine { verdict: Verdict::Told(diagnostics), pointer_bytes: 0, root: node, beside };
    engine.value(Slot::of(schema), Place::start(node));
    if engine.is_full() { Extent::Partial } else { Extent::Whole }
}

/// How much of a value was checked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// As much as there may be findings.
    Partial,
}

/// Whether a value has no error. It stops at the first one and looks for no help, so that help may ask it.
pub(crate) fn takes(slot: Slot, node: Node<'_>) -> bool {
    let mut engine = Engine { verdict: Verdict::Good, pointer_bytes: 0, root: node, beside: &[] };
    engine.value(slot, Place::start(node));
    !matches!(engine.verdict, Verdict::Bad)
}

pub(super) struct Engine<'d> {
    verdict: Verdict<'d>,
    /// How many bytes the pointers of the findings have together.
    pointer_bytes: usize,
    /// The value that is checked as a whole.
    root: Node<'d>,
    /// Members of the root that somebody else reads.
    beside: &'static [&'static str],
}

/// What has come of the value so far.
enum Verdict<'d> {
    /// The findings, which somebody reads.
    Told(&'d mut Vec<Diagnostic>),
    /// No error, where nobody asks for more.
    Good,
    /// An error.
    Bad,
}

/// What failed: a keyword of a schema, with the rule to report it under where the schema names none.
#[derive(Clone, Copy)]
pub(super) struct Failure {
    pub(super) schema: &'static Schema,
    pub(super) keyword: &'static str,
    pub(super) default_rule: &'static str,
    /// The rule, whatever the schema names for the keyword.
    pub(super) named: Option<&'static str>,
}

impl Failure {
    pub(super) fn of(schema: &'static Schema, keyword: &'static str, default_rule: &'static str) -> Failure {
        Failure { schema, keyword, default_rule, named: None }
    }

    fn rule(self) -> &'static str {
        self.named.or_else(|| self.schema.rule(self.keyword)).unwrap_or(self.default_rule)
    }

    /// JSON Pointer to the keyword.
    fn pointer(self) -> SchemaPointer {
        let elsewhere = self.schema.elsewhere.iter().find(|(keyword, _)| *keyword == self.keyword);
        match (elsewhere, self.keyword) {
            (Some((_, pointer)), _) => SchemaPointer::new(*pointer),
            (None, "") => SchemaPointer::new(self.schema.pointer),
            (None, keyword) => SchemaPointer::keyword(self.schema.pointer, keyword),
        }
    }
}

impl Engine<'_> {
    pub(super) fn value(&mut self, slot: Slot, at: Place<'_, '_>) {
        let schema = slot.schema;
        if !self.may_judge(at.node) || (slot.nullable && at.node.kind() == Kind::Null) {
            return;
        }
        if !schema.kinds.takes(at.node) {
            return self.wrong_type(slot, schema.kinds, at);
        }
        if !schema.values.is_empty() && !schema.values.iter().any(|value| value.is(at.node)) {
            return self.unknown_value(schema, at);
        }
        if schema.excluded.iter().any(|value| value.is(at.node)) {
            let text = format!("{} is {}, which is not allowed", message::subject(at.node), message::shown(at.node));
            self.error(Failure::of(schema, "not", "unknown-value"), at, text);
            return;
        }
        match at.node.value() {
            Value::Null | Value::Boolean(_) | Value::DateTime(_) | Value::Unknown => {}
            Value::Number(number) => self.number(schema, number, at),
            Value::String(text) => self.string(schema, text, at),
            Value::Array(items) => self.array(schema, items, at),
            Value::Object(_) => {
                if schema.union.is_none()
                    || !schema.members.is_empty()
                    || !matches!(schema.additional, Additional::Open)
                {
                    self.object(schema, at, Absence::Key);
                }
            }
        }
        if let Some(union) = schema.union {
            let choice = Choice { schema, union };
            match union.dispatch {
                Dispatch::Kind => self.by_kind(choice, at),
                Dispatch::Tag { member, values } => self.by_tag(choice, member, values, at),
                Dispatch::Members { selectors, patterns, absence } => {
                    self.by_members(choice, Patterns { selectors, required: patterns, absence }, at);
                }
            }
        }
    }

    fn number(&mut self, schema: &'static Schema, number: Number<'_>, at: Place<'_, '_>) {
        let whole = number.as_i64();
        let beyond = |bound: Option<Bound>, side: Ordering| {
            bound.filter(|bound| {
                let ordering = whole.map_or_else(|| compare(number, bound.value), |whole| whole.cmp(&bound.value));
                ordering == side || (bound.exclusive && ordering == Ordering::Equal)
            })
        };
        if let Some(bound) = beyond(schema.minimum, Ordering::Less) {
            let keyword = if bound.exclusive { "exclusiveMinimum" } else { "minimum" };
            self.error(
                Failure::of(schema, keyword, "below-minimum"),
                at,
                message::out_of_range(schema, at.node, Side::AtLeast),
            );
        } else if let Some(bound) = beyond(schema.maximum, Ordering::Greater) {
            let keyword = if bound.exclusive { "exclusiveMaximum" } else { "maximum" };
            self.error(
                Failure::of(schema, keyword, "above-maximum"),
                at,
                message::out_of_range(schema, at.node, Side::AtMost),
            );
        } else if let Some(whole) = whole.filter(|_| schema.scalar.is_some() && !number.is_written_as_integer()) {
            let (subject, shown) = (message::subject(at.node), message::shown(at.node));
            let text = format!("{subject} is written {shown}, and the API reads an integer here");
            if let Some(found) = self.error(Failure::of(schema, "type", "number-spelling"), at, text) {
                found.help = Some(format!("write {whole}"));
                help::mend(found, Safety::Safe, edit::replace(at.node, &New::from(whole)));
            }
        }
    }

    fn string(&mut self, schema: &'static Schema, text: &str, at: Place<'_, '_>) {
        if schema.min_length.is_some_and(|least| text.len() < least || text.chars().take(least).count() < least) {
            let least = schema.min_length.unwrap_or_default();
            let text = message::length(schema, at.node, Side::AtLeast, least, "character");
            self.error(Failure::of(schema, "minLength", "too-short"), at, text);
        } else if schema.max_length.is_some_and(|most| text.len() > most && text.chars().nth(most).is_some()) {
            let most = schema.max_length.unwrap_or_default();
            let text = message::length(schema, at.node, Side::AtMost, most, "character");
            self.error(Failure::of(schema, "maxLength", "too-long"), at, text);
        } else if let Some(scalar) = schema.scalar
            && let Some(refusal) = scalar.refuses(text)
        {
            let sentence = message::refused(at.node, &refusal.reason);
            // A placeholder is told apart from a value that is merely wrong where the schema does so.
            let failure = match (schema.rule("format"), schema.rule("not")) {
                (None, Some(_)) => Failure::of(schema, "not", "pattern-mismatch"),
                (named, _) => Failure { named, ..Failure::of(schema, schema.scalar_keyword, "pattern-mismatch") },
            };
            if let Some(found) = self.error(failure, at, sentence) {
                help::for_string(found, scalar, text, refusal.help, at.node);
            }
        }
    }

    fn array(&mut self, schema: &'static Schema, items: Elements<'_>, at: Place<'_, '_>) {
        if !at.node.is_complete() {
            // Items may be missing from what could be read.
        } else if schema.min_items.is_some_and(|least| items.len() < least) {
            let text = message::length(schema, at.node, Side::AtLeast, schema.min_items.unwrap_or_default(), "item");
            self.error(Failure::of(schema, "minItems", "too-few-items"), at, text);
        } else if schema.max_items.is_some_and(|most| items.len() > most) {
            let text = message::length(schema, at.node, Side::AtMost, schema.max_items.unwrap_or_default(), "item");
            self.error(Failure::of(schema, "maxItems", "too-many-items"), at, text);
        }
        if let Some(slot) = schema.items {
            for item in items {
                self.value(slot, at.inside(item));
            }
        }
    }

    #[cold]
    pub(super) fn wrong_type(&mut self, slot: Slot, kinds: Kinds, at: Place<'_, '_>) {
        let text = message::wrong_type(slot.schema, kinds, at.node);
        // Where no `type` is written, the types are those of the arms or of the values.
        let keyword = match slot.schema.union {
            Some(union) => union.keyword,
            None if slot.schema.values.is_empty() => "type",
            None => slot.schema.values_keyword(),
        };
        let named = slot.schema.rule("type").or(Some("wrong-type"));
        let failure = Failure { named, ..Failure::of(slot.schema, keyword, "wrong-type") };
        if let Some(found) = self.error(failure, at, text) {
            help::for_type(found, slot, at.node);
        }
    }

    #[cold]
    fn unknown_value(&mut self, schema: &'static Schema, at: Place<'_, '_>) {
        if schema.values.iter().all(|value| value.kind() != at.node.kind()) {
            return self.wrong_type(Slot::of(schema), schema.kinds, at);
        }
        let keyword = schema.values_keyword();
        let text = message::unknown_value(schema.title, schema.values, at.node);
        if let Some(found) = self.error(Failure::of(schema, keyword, "unknown-value"), at, text) {
            help::for_value(found, schema.values, at.node);
        }
    }

    /// Reports an error at a value, and gives it back to be added to.
    #[cold]
    pub(super) fn error(&mut self, failure: Failure, at: Place<'_, '_>, text: String) -> Option<&mut Diagnostic> {
        let found = self.push(failure.rule(), Severity::Error, at.node, text)?;
        found.schema = Some(failure.pointer());
        Some(found)
    }

    /// Reports a warning at the key of a member.
    #[cold]
    pub(super) fn warning(&mut self, rule: &'static str, at: Place<'_, '_>, text: String) -> Option<&mut Diagnostic> {
        let found = self.push(rule, Severity::Warning, at.node, text)?;
        found.span = at.name_span();
        Some(found)
    }

    fn push(
        &mut self,
        rule: &'static str,
        severity: Severity,
        node: Node<'_>,
        text: String,
    ) -> Option<&mut Diagnostic> {
        if self.is_full() {
            return None;
        }
        if severity == Severity::Error && matches!(self.verdict, Verdict::Good) {
            self.verdict = Verdict::Bad;
        }
        let Verdict::Told(diagnostics) = &mut self.verdict else { return None };
        let pointer = node.pointer();
        self.pointer_bytes = self.pointer_bytes.saturating_add(pointer.len());
        Some(diagnostics.push_mut(Diagnostic::new(rule, severity, node.span(), text).with_pointer(pointer)))
    }

    /// Whether nothing more is to be found.
    fn is_full(&self) -> bool {
        match &self.verdict {
            Verdict::Told(diagnostics) => {
                diagnostics.len() > limits::DIAGNOSTICS || self.pointer_bytes > limits::POINTER_BYTES
            }
            Verdict::Good => false,
            Verdict::Bad => true,
        }
    }

    /// Whether more may be said about a value: a leaf that could not be read as it is written was reported when it was read.
    fn may_judge(&self, node: Node<'_>) -> bool {
        !self.is_full()
            && node.kind() != Kind::Unknown
            && (node.is_complete() || matches!(node.kind(), Kind::Array | Kind::Object))
    }

    /// Whether a member is read by somebody else.
    pub(super) fn is_beside(&self, object: Node<'_>, name: &str) -> bool {
        self.beside.contains(&name) && object == self.root
    }

    /// How many findings there are.
    pub(super) fn count(&self) -> usize {
        match &self.verdict {
            Verdict::Told(diagnostics) => diagnostics.len(),
            Verdict::Good => 0,
            Verdict::Bad => 1,
        }
    }
}

/// Compares a number that has a fraction, or that no `i64` holds, with a whole one.
#[expect(clippy::cast_precision_loss, reason = "a bound that a fraction is compared with is far below 2^53")]
fn compare(number: Number<'_>, bound: i64) -> Ordering {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    let value = number.as_f64();
    // The nearest double of what is just beyond all bounds is that of the outermost bound.
    if value >= LIMIT {
        Ordering::Greater
    } else if value <= -LIMIT {
        Ordering::Less
    } else {
        value.partial_cmp(&(bound as f64)).unwrap_or(Ordering::Equal)
    }
}
