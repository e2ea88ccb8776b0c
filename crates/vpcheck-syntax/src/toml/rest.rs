//! What stands on a line after its value.

use toml_parser::lexer::{Token, TokenKind};

use super::{
    offset,
    reader::{Reader, replacement},
    syntax,
};
use crate::Span;

impl Reader<'_> {
    #[cold]
    pub(super) fn rest_of_line(&mut self) {
        let gap = self.gap();
        if self.is_stray_quote() {
            self.document.set_incomplete(self.table);
            return self.stray_quote();
        }
        if self.begins_line(self.at) {
            let message = "a line has one key and its value: begin a new line for the next key";
            self.report(syntax(gap, message).with_fix(replacement(gap, "\n")));
            return;
        }
        let start = self.span().start;
        self.skip_line();
        let rest = self.slice(Span::new(start, self.span().start)).trim_end();
        let span = Span::new(start, start + offset(rest.len()));
        let remove = || replacement(Span::new(gap.end, span.end), "");
        let diagnostic = match rest {
            "," => syntax(span, "a line ends without a comma: remove it").with_fix(remove()),
            ";" => syntax(span, "a line ends without a `;`: remove it").with_fix(remove()),
            _ if rest.starts_with("//") => {
                let signs = Span::new(start, start + 2);
                syntax(span, "a comment begins with `#`, and not with `//`").with_fix(replacement(signs, "#"))
            }
            _ if rest.starts_with([']', '}']) => {
                let bracket = rest.get(..1).unwrap_or_default();
                syntax(Span::new(start, start + 1), format!("`{bracket}` closes nothing: remove it"))
            }
            _ => {
                self.document.set_incomplete(self.table);
                syntax(span, "the line goes on after its value: remove the rest")
                    .with_help("a line has one key and its value")
            }
        };
        self.report(diagnostic);
    }

    /// Whether a word or string follows the end of a string without any space.
    pub(super) fn is_stray_quote(&self) -> bool {
        use TokenKind::{Atom, BasicString, Dot, LiteralString};
        let before = self.at.checked_sub(1).and_then(|before| self.tokens.get(before)).map(Token::kind);
        let is_after_string = matches!(before, Some(BasicString | LiteralString));
        let next = self.slice(self.span());
        is_after_string
            && matches!(self.kind(), Atom | Dot | BasicString | LiteralString)
            && !next.starts_with([';', ':', '/'])
    }

    /// Tells of a quote in the middle of a text. What is a string and what is not is open up to the end of the line.
    #[cold]
    pub(super) fn stray_quote(&mut self) {
        let end = self.span().start;
        let start = end.saturating_sub(1);
        let quote = self.slice(Span::new(start, end));
        let message = format!("a string ends here, and text follows: a `{quote}` is missing or is not escaped");
        let help = if quote == "'" {
            "put a text that has a `'` in it in double quotes"
        } else {
            "write `\\\"` for a `\"` in a string"
        };
        self.report(syntax(Span::new(start, end), message).with_help(help));
        self.skip_line();
    }
}
