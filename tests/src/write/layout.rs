//! What is chosen once for a text, and what is chosen anew at each place.

use serde_json::{Map, Value};

use super::Form;
use crate::Random;

/// A text that grows, in a layout of its own.
#[derive(Debug)]
pub struct Layout<'r> {
    random: &'r mut Random,
    pub(super) form: Form,
    text: String,
    line_end: &'static str,
    indent: &'static str,
    has_comments: bool,
    /// Whether what can be quoted in two ways is in single quotes here and there.
    has_single_quotes: bool,
}

impl<'r> Layout<'r> {
    pub(super) fn new(random: &'r mut Random, form: Form) -> Layout<'r> {
        let indents: &[&str] = if form == Form::YamlBlock { &["  ", "    "] } else { &["  ", "    ", "\t"] };
        // YAML has no tabs at the start of a line.
        let indents = if form == Form::YamlFlow { &indents[..2] } else { indents };
        let indent = random.pick(indents);
        let line_end = if random.chance(1, 4) { "\r\n" } else { "\n" };
        let has_comments = form != Form::Json && random.chance(2, 3);
        let has_single_quotes = random.chance(1, 2);
        Layout { random, form, text: String::new(), line_end, indent, has_comments, has_single_quotes }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn chance(&mut self, part: usize, whole: usize) -> bool {
        self.random.chance(part, whole)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.random.below(bound)
    }

    /// Ends the line, now and then after a comment, and indents the next one.
    pub(super) fn line(&mut self, depth: usize) {
        if self.has_comments && self.chance(1, 4) {
            let sign = self.sign();
            self.push(&format!(" {sign} a comment, \"with\" [signs] and = : in it"));
        }
        self.push(self.line_end);
        if self.has_comments && self.chance(1, 6) {
            let sign = self.sign();
            self.push(&self.indent.repeat(depth));
            self.push(&format!("{sign} a line of its own"));
            self.push(self.line_end);
        }
        if self.form != Form::Json && self.chance(1, 12) {
            self.push(self.line_end);
        }
        self.push(&self.indent.repeat(depth));
    }

    /// Ends the line, and nothing more.
    pub(super) fn end_line(&mut self) {
        self.push(self.line_end);
    }

    fn sign(&mut self) -> &'static str {
        let is_other = self.form == Form::Terraform && self.chance(1, 3);
        match self.form {
            Form::Json | Form::Jsonc => "//",
            Form::Terraform if is_other => "//",
            Form::YamlBlock | Form::YamlFlow | Form::Toml | Form::Terraform => "#",
        }
    }

    /// The members in an order of their own.
    pub(super) fn shuffled<'v>(&mut self, members: &'v Map<String, Value>) -> Vec<(&'v String, &'v Value)> {
        let mut members: Vec<_> = members.iter().collect();
        for last in (1..members.len()).rev() {
            members.swap(last, self.below(last + 1));
        }
        members
    }

    /// A string in double quotes, as JSON, YAML and TOML take it, or now and then in single ones.
    pub(super) fn quoted(&mut self, text: &str) -> String {
        let has_two_ways = matches!(self.form, Form::YamlBlock | Form::YamlFlow | Form::Toml);
        let is_simple =
            text.chars().all(|character| !character.is_control() && character != '\'' && character != '\u{200B}');
        if has_two_ways && is_simple && self.has_single_quotes && self.chance(1, 2) {
            return format!("'{text}'");
        }
        let mut out = String::from("\"");
        for character in text.chars() {
            match character {
                '"' | '\\' => out.extend(['\\', character]),
                hidden if hidden.is_control() => out.extend(format!("\\u{:04x}", u32::from(hidden)).chars()),
                other => out.push(other),
            }
        }
        let out = out + "\"";
        if self.form == Form::Terraform { out.replace("${", "$${").replace("%{", "%%{") } else { out }
    }
}
