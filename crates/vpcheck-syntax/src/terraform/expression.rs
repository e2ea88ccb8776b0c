//! Single values, read by `hcl-edit`.

use std::ops::Range;

use hcl_edit::Span as _;
use hcl_edit::expr::{Expression as Read, ObjectKey, TraversalOperator, UnaryOperator};
use hcl_edit::template::{Element, Strip, Template};

use super::extent::{Extent, Setting};
use super::lexer::{Ending, TokenKind, span};
use super::parser::Parser;
use super::syntax::{Expression, Function, Kind, Part};
use crate::{Span, limits};

impl Parser<'_, '_> {
    /// Reads a value of one kind or another, whose extent is known.
    pub(super) fn value(&mut self, extent: &Extent, setting: Setting, depth: usize) -> Expression {
        let whole = span(extent.start, extent.end);
        let text = self.lexer.slice(extent.start, extent.end);
        if extent.tokens == 1 && extent.first.kind == TokenKind::String(Ending::Plain) {
            let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
            return Expression::new(whole, Kind::String(inner.into()));
        }
        if extent.tokens == 1 && extent.first.kind == TokenKind::Number {
            return self.number(whole, text);
        }
        // `hcl-edit` compares each key with each other.
        if extent.listed > limits::EXPRESSION_MEMBERS {
            return Expression::unknown(whole);
        }
        // Between brackets an expression may have lines, which it may not where it stands alone.
        let (read, base) = if extent.has_lines {
            (hcl_edit::parser::parse_expr(&format!("({text})")), extent.start.saturating_sub(1))
        } else {
            (hcl_edit::parser::parse_expr(text), extent.start)
        };
        match read {
            Ok(read) => {
                let mut lowering = Lowering { text, start: extent.start, base, whole, bare: Vec::new() };
                let value = lowering.expression(&read, depth);
                for word in lowering.bare {
                    self.bare_text(word);
                }
                value
            }
            Err(error) => {
                let offset = base + offset_of(&error, extent.end.saturating_sub(base));
                self.refused(whole, error.message(), offset, setting);
                Expression::unreadable(whole)
            }
        }
    }
}

/// Where an error is. `hcl-edit` says the last byte where it means the end, and only the column tells the difference.
fn offset_of(error: &hcl_edit::parser::Error, length: usize) -> usize {
    let location = error.location();
    let is_end = location.offset() + 1 >= length && location.column() > error.line().chars().count();
    if is_end { length } else { location.offset() }
}

/// A number as JSON writes it: without zeros before it, and with its minus directly before it.
fn json_number(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits.trim_ascii_start()));
    let rest = digits.trim_start_matches('0');
    let zero = if rest.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" };
    format!("{sign}{zero}{rest}")
}

/// A template as Terraform's JSON syntax has it in a string, whose place is the same for all that is in it.
pub(super) fn template(text: &str, place: Span, depth: usize) -> Kind {
    match hcl_edit::parser::parse_template(text) {
        Ok(read) => {
            let mut lowering = Lowering { text: "", start: 0, base: 0, whole: place, bare: Vec::new() };
            lowering.template(&read, depth)
        }
        Err(_) => Kind::Unknown,
    }
}

impl Parser<'_, '_> {
    /// A number that is a value by itself.
    fn number(&mut self, whole: Span, text: &str) -> Expression {
        let number = json_number(text);
        let in_range = number.parse().is_ok_and(f64::is_finite);
        if !in_range {
            self.out_of_range(whole);
        }
        Expression { complete: in_range, ..Expression::new(whole, Kind::Number(number.into())) }
    }
}

/// Turns what `hcl-edit` read into our expressions.
struct Lowering<'t> {
    text: &'t str,
    /// Where in the file the text starts.
    start: usize,
    /// Where in the file the offsets of `hcl-edit` start.
    base: usize,
    /// The whole expression.
    whole: Span,
    /// Addresses without quotes, which read like a number and the way to something in it.
    bare: Vec<Span>,
}

impl Lowering<'_> {
    fn expression(&mut self, read: &Read, depth: usize) -> Expression {
        let span = self.span(read.span());
        if depth > limits::DEPTH + 1 {
            return Expression::unknown(span);
        }
        let kind = match read {
            Read::Null(_) => Kind::Null,
            Read::Bool(boolean) => Kind::Boolean(*boolean.value()),
            Read::Number(_) => Kind::Number(json_number(self.slice(span)).into()),
            Read::String(text) => Kind::String(text.value().as_str().into()),
            Read::Array(array) => {
                Kind::Tuple(array.iter().map(|element| self.expression(element, depth + 1)).collect())
            }
            Read::Object(object) => {
                let members = object.iter().map(|(key, value)| {
                    let key = match key {
                        ObjectKey::Ident(name) => {
                            Expression::new(self.span(name.span()), Kind::String(name.as_str().into()))
                        }
                        ObjectKey::Expression(key) => self.expression(key, depth + 1),
                    };
                    (key, self.expression(value.expr(), depth + 1))
                });
                Kind::Object(members.collect())
            }
            Read::StringTemplate(template) => self.elements(template.iter(), depth),
            Read::HeredocTemplate(heredoc) => self.template(&heredoc.template, depth),
            Read::Parenthesis(inner) => return self.expression(inner.inner(), depth + 1),
            Read::Variable(name) => Kind::Variable(name.as_str().into()),
            Read::Conditional(conditional) => Kind::Conditional(Box::new([
                self.expression(&conditional.cond_expr, depth + 1),
                self.expression(&conditional.true_expr, depth + 1),
                self.expression(&conditional.false_expr, depth + 1),
            ])),
            Read::FuncCall(call) => match (Function::of_name(call.name.name.as_str()), call.args.get(0)) {
                (Some(function), Some(argument))
                    if !call.name.is_namespaced() && call.args.len() == 1 && !call.args.expand_final() =>
                {
                    Kind::Call(function, Box::new(self.expression(argument, depth + 1)))
                }
                _ => Kind::Unknown,
            },
            Read::Traversal(traversal) => {
                if let Read::Number(_) = traversal.expr {
                    self.bare.push(span);
                    return Expression::unreadable(span);
                }
                let base = self.expression(&traversal.expr, depth + 1);
                match traversal.operators.iter().map(|operator| self.step(operator, depth + 1)).collect() {
                    Some(steps) => Kind::Access(Box::new(base), steps),
                    None => Kind::Unknown,
                }
            }
            Read::UnaryOp(operation) => {
                let operand = Box::new(self.expression(&operation.expr, depth + 1));
                match operation.operator.value() {
                    UnaryOperator::Not => Kind::Not(operand),
                    UnaryOperator::Neg => Kind::Negative(operand),
                }
            }
            Read::BinaryOp(_) | Read::ForExpr(_) => Kind::Unknown,
        };
        Expression::new(span, kind)
    }

    /// A step on the way to a value inside of another; nothing for one that goes to several.
    fn step(&mut self, operator: &TraversalOperator, depth: usize) -> Option<Expression> {
        match operator {
            TraversalOperator::GetAttr(name) => {
                Some(Expression::new(self.span(name.span()), Kind::String(name.as_str().into())))
            }
            TraversalOperator::Index(index) => Some(self.expression(index, depth)),
            TraversalOperator::LegacyIndex(index) => {
                Some(Expression::new(self.span(index.span()), Kind::Number(index.value().to_string().into())))
            }
            TraversalOperator::AttrSplat(_) | TraversalOperator::FullSplat(_) => None,
        }
    }

    fn template(&mut self, template: &Template, depth: usize) -> Kind {
        self.elements(template.iter(), depth)
    }

    fn elements<'e>(&mut self, elements: impl Iterator<Item = &'e Element>, depth: usize) -> Kind {
        let mut parts = Vec::new();
        for element in elements {
            match element {
                Element::Literal(literal) => parts.push(Part::Literal(literal.as_str().into())),
                Element::Interpolation(interpolation) if interpolation.strip == Strip::None => {
                    parts.push(Part::Expression(self.expression(&interpolation.expr, depth + 1)));
                }
                Element::Interpolation(_) | Element::Directive(_) => return Kind::Unknown,
            }
        }
        match parts.as_slice() {
            [] => Kind::String("".into()),
            [Part::Literal(text)] => Kind::String(text.clone()),
            _ => Kind::Template(parts),
        }
    }

    fn slice(&self, span: Span) -> &str {
        let within = |offset: u32| (offset as usize).checked_sub(self.start);
        within(span.start).zip(within(span.end)).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    fn span(&self, range: Option<Range<usize>>) -> Span {
        // Without a text of the file, everything is where the whole is.
        range
            .filter(|_| !self.text.is_empty())
            .map_or(self.whole, |range| span(self.base + range.start, self.base + range.end))
    }
}
