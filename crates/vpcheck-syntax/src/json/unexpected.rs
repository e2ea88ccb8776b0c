//! Mistakes inside the document: what stands where something else is expected.

use super::{
    parser::{Expected, Parser, offset},
    quotes::Quoted,
    recovery::{name, replacement, syntax},
    word,
};
use crate::{Span, escape::shorten, tree::Place};

impl Parser<'_> {
    /// Where there is no value.
    #[cold]
    pub(super) fn unreadable_value(&mut self, byte: u8) -> Expected {
        if let Some(quoted) = self.other_quotes("a string") {
            return match quoted {
                Quoted::Whole(token) => {
                    self.push_string(token);
                    self.after_value()
                }
                Quoted::Unclosed => self.skip_line(),
            };
        }
        match (byte, self.place) {
            (_, Place::Root) if !word::begins(byte) => self.no_root(),
            (b',' | b'}' | b']', Place::Member(..)) => self.no_value(),
            (b',', Place::Element(_)) => self.extra_commas(Expected::Value),
            (b']', Place::Element(_)) => self.trailing_comma(),
            (b'}', Place::Element(_)) => self.wrong_bracket(byte),
            _ if word::begins(byte) => self.word(),
            _ => {
                let message = format!("{} stands where a value is expected", name(self.character()));
                self.report(syntax(self.character_span(), message));
                self.omit();
                self.skip_to_separator()
            }
        }
    }

    /// Tells of a member without a value.
    fn no_value(&mut self) -> Expected {
        if let Place::Member(span, decoded) = self.place {
            let message = format!("`{}` has no value", shorten(self.name_text(span, decoded)));
            self.report(syntax(span, message));
        }
        self.omit();
        Expected::Separator
    }

    /// Tells of commas where a value or name is expected.
    fn extra_commas(&mut self, expected: Expected) -> Expected {
        let is_after_comma = self.gap().start == offset(self.comma + 1) && self.bytes.get(self.comma) == Some(&b',');
        let comma_before = is_after_comma.then_some(self.comma);
        let mut start = self.at;
        while let Some(b' ' | b'\t' | b'\r' | b'\n' | b',') = self.bytes.get(self.at) {
            if self.bytes.get(self.at) == Some(&b',') {
                self.comma = self.at;
            }
            self.at += 1;
        }
        // At the end the comma before these is one too many as well, unless one may stand there.
        let is_end = matches!(self.bytes.get(self.at), Some(b'}' | b']'));
        if is_end && !self.has_comments() {
            start = comma_before.unwrap_or(start);
        }
        let span = Span::new(offset(start), offset(self.comma + 1));
        let message = match span.range().len() {
            1 => "there is a comma too many: remove it",
            _ => "there are commas too many: remove them",
        };
        self.report(syntax(span, message).with_fix(replacement(span, "")));
        if is_end { Expected::Separator } else { expected }
    }

    /// Tells of a comma before a closing bracket, and closes.
    fn trailing_comma(&mut self) -> Expected {
        let comma = Span::new(offset(self.comma), offset(self.comma + 1));
        let message = format!("a comma stands before the closing `{}`: remove it", self.character());
        // What stands in the place of a comma was told already.
        let told = self.bytes.get(self.comma) != Some(&b',') || self.has_comments();
        self.report_unless(told, syntax(comma, message).with_fix(replacement(comma, "")));
        self.close()
    }

    /// Where there is no name.
    #[cold]
    pub(super) fn unreadable_name(&mut self, expected: Expected, byte: u8) -> Expected {
        if let Some(quoted) = self.other_quotes("a name") {
            return match quoted {
                Quoted::Whole(token) => {
                    self.set_name(token);
                    Expected::Colon
                }
                Quoted::Unclosed => self.skip_line(),
            };
        }
        match byte {
            b'}' => self.trailing_comma(),
            b']' => self.wrong_bracket(byte),
            b',' => self.extra_commas(expected),
            _ if word::is_part(byte) => self.word_as_name(),
            _ => {
                let message = match self.character() {
                    ':' => "a name is missing before the `:`".to_owned(),
                    '{' | '[' => "a member has no name: write it and a colon before the value".to_owned(),
                    other => format!("{} stands where a name in double quotes is expected", name(other)),
                };
                self.report(syntax(self.character_span(), message));
                self.omit();
                self.skip_to_separator()
            }
        }
    }

    /// Where there is no colon after a name.
    #[cold]
    pub(super) fn no_colon(&mut self, byte: u8) -> Expected {
        if std::mem::take(&mut self.told) && byte != b'=' {
            self.omit();
            return self.skip_to_separator();
        }
        if self.at == self.after_string && !self.is_next_to_name(byte) {
            return self.stray_quote();
        }
        match byte {
            b',' | b'}' | b']' => self.no_value(),
            b'=' => {
                let start = self.at;
                self.at += if self.bytes.get(start + 1) == Some(&b'>') { 2 } else { 1 };
                let span = self.span(start);
                self.report(
                    syntax(span, "a colon stands between name and value, and no `=`").with_fix(replacement(span, ":")),
                );
                Expected::Value
            }
            _ if word::begins(byte) || matches!(byte, b'"' | b'\'' | b'{' | b'[') => {
                let gap = self.gap();
                self.report(syntax(gap, "a colon is missing after a name: add it").with_fix(replacement(gap, ":")));
                Expected::Value
            }
            _ => {
                let message = format!("{} stands where a colon is expected", name(self.character()));
                self.report(syntax(self.character_span(), message));
                self.omit();
                self.skip_to_separator()
            }
        }
    }

    /// Where there is no comma after a value.
    #[cold]
    pub(super) fn no_separator(&mut self, byte: u8) -> Expected {
        let told = std::mem::take(&mut self.told);
        if matches!(byte, b'}' | b']') {
            return self.wrong_bracket(byte);
        }
        if self.at == self.after_string && !self.is_next_to_value(byte) {
            self.set_incomplete(self.next_index().saturating_sub(1));
            return self.stray_quote();
        }
        let (next, what) = match &mut self.place {
            Place::Element(index) => {
                *index += 1;
                (Expected::Value, "elements")
            }
            _ => (Expected::Name, "members"),
        };
        let begins = match next {
            Expected::Value => word::begins(byte) || matches!(byte, b'"' | b'\'' | b'{' | b'['),
            _ => matches!(byte, b'"' | b'\'') || self.is_word_before_colon(),
        };
        if byte == b';' {
            let span = self.character_span();
            self.at += 1;
            self.comma = self.at - 1;
            let message = format!("a comma stands between two {what}, and no `;`");
            self.report_unless(told, syntax(span, message).with_fix(replacement(span, ",")));
            return next;
        }
        if begins {
            let gap = self.gap();
            let message = format!("a comma is missing between two {what}: add it");
            self.report_unless(told, syntax(gap, message).with_fix(replacement(gap, ",")));
            return next;
        }
        if let Place::Element(index) = &mut self.place {
            *index = index.saturating_sub(1);
        }
        let diagnostic = match (self.character(), next) {
            (':', Expected::Value) => syntax(self.character_span(), "an array has no names: remove the name")
                .with_help("write an object in `{` and `}` for members with names"),
            (other, _) => {
                let bracket = self.open.map_or('}', |open| char::from(self.closing(open)));
                let message = format!("{} stands where `,` or `{bracket}` is expected", name(other));
                syntax(self.character_span(), message)
            }
        };
        self.report_unless(told, diagnostic);
        self.omit();
        self.skip_to_separator()
    }

    /// Where a bracket closes what it does not fit.
    #[cold]
    fn wrong_bracket(&mut self, byte: u8) -> Expected {
        let (Some(open), bracket) = (self.open, char::from(byte)) else { return Expected::End };
        let right = char::from(self.closing(open));
        let what = if right == ']' { "an array" } else { "an object" };
        let span = self.character_span();
        let mut fitting = self.parent(open);
        while let Some(index) = fitting.filter(|&index| self.closing(index) != byte) {
            fitting = self.parent(index);
        }
        // Where the text goes on, the bracket does not end the whole of it.
        let goes_on = self.after_space(self.at + 1).is_some();
        fitting = fitting.filter(|&index| !goes_on || self.parent(index).is_some());
        let message = match fitting {
            Some(_) => format!("{what} is not closed before `{bracket}`: add `{right}`"),
            None => format!("{what} is closed with `{bracket}`: write `{right}`"),
        };
        self.report(syntax(span, message).with_label(self.opening_span(open), "opened here"));
        while let Some(index) = self.open.filter(|&index| fitting.is_some() && Some(index) != fitting) {
            self.set_incomplete(index);
            self.close_here();
        }
        let expected = self.close();
        // What comes after may be where it is because of the same mistake.
        self.told = expected == Expected::End;
        expected
    }

    /// Whether the text after a closing quote may be a value whose colon is missing.
    fn is_next_to_name(&self, byte: u8) -> bool {
        match byte {
            b'"' => self.after_next_string().is_some_and(|byte| matches!(byte, b',' | b'}')),
            b't' | b'f' | b'n' => {
                let rest = self.text.get(self.at..).unwrap_or_default();
                ["true", "false", "null"].iter().any(|word| rest.starts_with(word))
            }
            other => other.is_ascii_digit() || other == b'-' || !word::is_part(other),
        }
    }

    /// Whether the text after a closing quote may be a member or element whose comma is missing.
    fn is_next_to_value(&self, byte: u8) -> bool {
        match byte {
            b'"' => self.after_next_string().is_some_and(|byte| match self.place {
                Place::Member(..) => byte == b':',
                _ => matches!(byte, b',' | b']'),
            }),
            other => !word::is_part(other),
        }
    }

    /// The byte after the string that comes next.
    fn after_next_string(&self) -> Option<u8> {
        let rest = self.bytes.get(self.skip_string(self.at)..)?;
        rest.iter().copied().find(|byte| !byte.is_ascii_whitespace())
    }

    fn is_word_before_colon(&self) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let word = rest.iter().position(|&byte| !word::is_part(byte) && byte != b'"').unwrap_or(rest.len());
        let after = rest.get(word..).unwrap_or_default().iter().find(|byte| !byte.is_ascii_whitespace());
        word > 0 && after == Some(&b':')
    }

    /// Tells of a quote in the middle of a text. What is a string and what is not is open up to the end of the line.
    fn stray_quote(&mut self) -> Expected {
        let quote = Span::new(offset(self.at.saturating_sub(1)), offset(self.at));
        self.report(
            syntax(quote, "a string ends here, and text follows: a `\"` is missing or is not escaped")
                .with_help("write `\\\"` for a `\"` in a string"),
        );
        self.skip_line()
    }
}
