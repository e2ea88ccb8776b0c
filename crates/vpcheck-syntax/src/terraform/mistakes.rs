//! What to say about mistakes.

use super::extent::Setting;
use super::lexer::{Ending, Token, TokenKind, span};
use super::parser::Parser;
use crate::{Diagnostic, Edit, Fix, Safety, Severity, Span, escape::shorten};

/// What an expression cannot end in.
const OPERATORS: &str = "+-*/%<>=!&|?:.";

/// Mends a finding by one edit that changes no meaning.
fn edit(span: Span, text: impl Into<String>) -> Fix {
    Fix { safety: Safety::Safe, edits: vec![Edit { span, text: text.into() }] }
}

impl Parser<'_, '_> {
    pub(super) fn report(&mut self, span: Span, message: impl Into<String>) {
        self.sink.report(syntax_error(span, message));
    }

    /// The words of a token as a message shows them.
    fn shown(&self, token: Token) -> String {
        match token.kind {
            TokenKind::Newline => "the end of the line".to_owned(),
            TokenKind::End => "the end of the text".to_owned(),
            _ => format!("`{}`", shorten(self.lexer.slice(token.start, token.end))),
        }
    }

    /// Something stands where an attribute or a block could begin.
    pub(super) fn not_an_item(&mut self, token: Token, is_in_block: bool) {
        match token.kind {
            TokenKind::Close(b'}') if !is_in_block => {
                self.report(token.span(), "there is no block that this `}` closes: remove it");
                return;
            }
            TokenKind::EndlessComment => {
                self.report(span(token.start, token.start + 2), "a comment is not closed: add `*/`");
                self.is_open_told = true;
                return;
            }
            TokenKind::Comma => self.comma_in_block(token),
            _ => {
                let shown = self.shown(token);
                self.report(token.span(), format!("{shown} begins neither an argument nor a block"));
            }
        }
        self.lexer.at = token.start;
        if matches!(token.kind, TokenKind::Close(_) | TokenKind::Comma) {
            self.lexer.at = token.end;
        }
        self.skip_line();
    }

    /// A colon stands where an equals sign has to.
    pub(super) fn colon(&mut self, name: Token, colon: Token) {
        let shown = self.shown(name);
        let space = if name.end == colon.start { " =" } else { "=" };
        let diagnostic =
            syntax_error(colon.span(), format!("{shown} is set with `:`, and an argument of a block with `=`"));
        self.sink.report(diagnostic.with_fix(edit(colon.span(), space)));
    }

    /// The name of an argument stands in quotes.
    pub(super) fn unquoted_name(&mut self, name: Token) {
        if matches!(name.kind, TokenKind::String(_)) {
            let bare = self.lexer.slice(name.start, name.end).trim_matches('"');
            let message = format!("the name of an argument has no quotes: write `{}`", shorten(bare));
            let is_word = bare.chars().all(|part| part.is_ascii_alphanumeric() || part == '_');
            let mut diagnostic = syntax_error(name.span(), message);
            if is_word && bare.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') {
                diagnostic = diagnostic.with_fix(edit(name.span(), bare));
            }
            self.sink.report(diagnostic);
        }
    }

    /// A name is followed by neither a value nor a block.
    pub(super) fn no_value(&mut self, name: Token, next: Token) {
        let shown = self.shown(name);
        let message = match next.kind {
            TokenKind::Newline | TokenKind::End | TokenKind::Close(_) => {
                format!("{shown} has no value: write `=` and the value after it, or `{{` where it is a block")
            }
            TokenKind::Number => format!("there is no `=` between {shown} and its value"),
            _ => format!(
                "{shown} is followed by {}: write `=` and a value, or `{{` where it is a block",
                self.shown(next)
            ),
        };
        let place = if next.kind == TokenKind::Number { next.span() } else { name.span() };
        self.report(place, message);
    }

    /// The labels of a block are not followed by its brace.
    pub(super) fn no_brace(&mut self, block: Token, next: Token) {
        let shown = self.shown(block);
        if let TokenKind::String(Ending::Missing) = next.kind {
            self.endless(next);
            return;
        }
        let message = match next.kind {
            // A name and one value look like a block with a label.
            TokenKind::Newline | TokenKind::End => {
                format!("after {shown} comes `=` and a value, or `{{` where it is a block")
            }
            TokenKind::Equals => format!("{} stands between {shown} and `=`: a name is one word", "something"),
            _ => format!("{} stands where the `{{` of the block {shown} is expected", self.shown(next)),
        };
        let place = if matches!(next.kind, TokenKind::Newline | TokenKind::End) { block } else { next };
        self.report(place.span(), message);
    }

    pub(super) fn no_newline_after_block(&mut self, next: Token) {
        let shown = self.shown(next);
        self.report(next.span(), format!("{shown} stands on the line where a block ends: begin a new line"));
        if next.kind == TokenKind::Comma {
            self.lexer.next();
        }
    }

    pub(super) fn comma_in_block(&mut self, comma: Token) {
        let message = "the arguments of a block have no commas between them, but lines of their own: remove it";
        let diagnostic = syntax_error(comma.span(), message);
        let is_last = matches!(self.lexer.peek().kind, TokenKind::Newline | TokenKind::End);
        self.sink.report(if is_last { diagnostic.with_fix(edit(comma.span(), "")) } else { diagnostic });
    }

    pub(super) fn no_newline(&mut self, next: Token) {
        let shown = self.shown(next);
        self.report(next.span(), format!("{shown} is on the line of another argument: begin a new line"));
    }

    /// Two members of an object have nothing between them.
    pub(super) fn no_separator(&mut self, next: Token) {
        let shown = self.shown(next);
        self.report(next.span(), format!("there is no comma and no new line before {shown}"));
    }

    /// A key has no value.
    pub(super) fn no_member_value(&mut self, key: Span, next: Token) {
        let shown = self.shown(next);
        self.report(key, format!("the key is followed by {shown}: write `=` and a value"));
    }

    /// An expression is expected, and there is none.
    pub(super) fn empty(&mut self, before: usize, next: Token, setting: Setting) {
        let shown = self.shown(next);
        let message = match setting {
            Setting::Value => format!("a value is expected before {shown}"),
            Setting::Key => format!("a key is expected before {shown}"),
            Setting::Element => format!("an element is expected before {shown}"),
        };
        let place = if next.kind == TokenKind::Newline { span(before.saturating_sub(1), before) } else { next.span() };
        self.report(place, message);
    }

    /// A string or heredoc does not end.
    pub(super) fn endless(&mut self, token: Token) {
        if let TokenKind::Heredoc(_) = token.kind {
            let line = self.lexer.slice(token.start, token.end).lines().next().unwrap_or_default();
            let name = line.trim_start_matches(['<', '-']);
            let message = format!("the text after `{}` is not ended: add a line `{}`", shorten(line), shorten(name));
            self.report(span(token.start, token.start + line.len()), message);
        } else {
            self.report(token.span(), "a string ends at the end of the line: add the closing `\"`");
        }
    }

    pub(super) fn single_quoted(&mut self, token: Token) {
        let text = self.lexer.slice(token.start, token.end);
        let inner = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
        let diagnostic = syntax_error(token.span(), "a string is in double quotes, not in single ones");
        let plain = inner.filter(|inner| !inner.contains(['"', '\\', '{']));
        self.sink.report(match plain {
            Some(inner) => diagnostic.with_fix(edit(token.span(), format!("\"{inner}\""))),
            None => diagnostic,
        });
    }

    /// Says what `hcl-edit` found in an expression at an offset of the text.
    pub(super) fn refused(&mut self, expression: Span, found: &str, offset: usize, setting: Setting) {
        if found.contains("redefined") {
            // Terraform takes the last of several, and so nothing is wrong.
            return;
        }
        if found.contains("nesting depth") || found.contains("binary operation") {
            let limit = if found.contains("binary operation") {
                "has more than 128 operators"
            } else {
                "is nested more than 64 deep"
            };
            let message = format!("an expression {limit}");
            self.sink.report(Diagnostic::new("depth-limit", Severity::Error, expression, message));
            return;
        }
        let whole = self.lexer.slice(expression.start as usize, expression.end as usize);
        if whole.trim_start_matches(['-', ' ']).parse().is_ok_and(f64::is_infinite) {
            self.out_of_range(expression);
            return;
        }
        let end = expression.end as usize;
        let text = self.lexer.slice(offset, end);
        if self.is_bare_text(expression, offset) {
            self.bare_text(expression);
            return;
        }
        if text.trim().chars().all(|part| OPERATORS.contains(part)) && whole.ends_with(|part| OPERATORS.contains(part))
        {
            let last = whole.chars().next_back().unwrap_or_default();
            let what = if last == '.' { "a name" } else { "a value" };
            self.report(span(end - last.len_utf8(), end), format!("{what} is missing after `{last}`"));
            return;
        }
        let at = self.lexer.at;
        self.lexer.at = offset;
        let next = self.lexer.next();
        self.lexer.at = at;
        let (place, shown) = if text.trim_start().is_empty() || next.start >= end {
            (expression, "its end".to_owned())
        } else {
            (next.span(), self.shown(next))
        };
        let is_escape = found.contains("escape sequence");
        if is_escape || found.contains("hex code") {
            let before = self.lexer.slice(expression.start as usize, offset);
            let start = before.rfind('\\').map_or(offset, |at| expression.start as usize + at);
            let place = span(start, (start + 2).min(end));
            let message = if is_escape {
                "this is no escape: a backslash in a string is written `\\\\`"
            } else {
                "`\\u` takes four hexadecimal digits, and `\\U` eight"
            };
            self.report(place, message);
            return;
        }
        let message = if setting == Setting::Key {
            format!("`=` is missing before {shown}")
        } else if found.contains("traversal operator") {
            format!("a name, a number or `*` comes after `.`, not {shown}")
        } else if setting == Setting::Element && found == "unexpected token" && next.kind != TokenKind::Other {
            format!("there is no comma before {shown}")
        } else if let Some(missing) = missing(found) {
            format!("`{missing}` is missing before {shown}")
        } else {
            format!("{shown} does not belong in the expression here")
        };
        self.report(place, message);
    }

    /// A number is beyond what others can hold.
    pub(super) fn out_of_range(&mut self, number: Span) {
        let text = self.lexer.slice(number.start as usize, number.end as usize);
        let message = format!("{} is out of range: a number has to fit into a double", shorten(text));
        self.sink.report(Diagnostic::new("number-out-of-range", Severity::Error, number, message));
    }

    /// A word such as an address or an id is not in quotes.
    pub(super) fn bare_text(&mut self, word: Span) {
        let text = self.lexer.slice(word.start as usize, word.end as usize);
        let message = format!("`{}` is not in quotes: a text is written as a string", shorten(text));
        self.sink.report(syntax_error(word, message).with_fix(edit(word, format!("\"{text}\""))));
    }

    /// Whether an expression with an error at an offset is a word that was to be in quotes.
    fn is_bare_text(&self, expression: Span, offset: usize) -> bool {
        let text = self.lexer.slice(expression.start as usize, expression.end as usize);
        let is_alphanumeric = |end: char| end.is_ascii_alphanumeric();
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:/".contains(&byte);
        // Only where one word is the whole expression is it clear what was meant.
        let is_word = text.bytes().all(is_part) && text.starts_with(is_alphanumeric) && text.ends_with(is_alphanumeric);
        is_word && offset > expression.start as usize && !text.contains("..")
    }
}

/// An error of the syntax.
pub(super) fn syntax_error(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new("terraform-syntax", Severity::Error, span, message)
}

/// The one thing that was expected.
fn missing(found: &str) -> Option<&str> {
    let expected = found.rsplit_once("expected ")?.1;
    let (_, quoted) = expected.split_once('`').or_else(|| expected.split_once('\''))?;
    let (word, rest) = quoted.split_at_checked(quoted.find(['`', '\''])?)?;
    (rest.len() == 1 && matches!(word, "}" | ")" | "]" | ":" | "in" | "=>" | "endif" | "endfor" | "..")).then_some(word)
}
