//! Where input comes from and output goes to: none of it is a word of the command.

use super::Lexer;
use super::list::Closer;

/// A here-document: its body is in the lines after that of the command.
#[derive(Debug)]
pub(super) struct Document {
    /// The line that ends the body.
    delimiter: String,
    /// Whether tabs before the delimiter do not count.
    may_be_indented: bool,
}

impl Lexer<'_> {
    /// Takes `<NAME>` as a word or the value of an option, if it is next: in instructions it stands for what is to be written there.
    /// A shell would take it for two redirections.
    pub(super) fn placeholder(&mut self) -> bool {
        let before = self.list().word.as_ref().map(|word| word.text.as_deref().unwrap_or_default());
        if before.is_some_and(|before| !before.ends_with('=')) {
            return false;
        }
        let rest = self.rest();
        let is_part =
            |character: &char| character.is_alphanumeric() || matches!(character, '_' | '-' | '.' | ' ' | '|');
        let inside: usize = rest.chars().skip(1).take_while(is_part).map(char::len_utf8).sum();
        let after = rest.get(1 + inside..).unwrap_or_default();
        let starts_as_name = rest.chars().nth(1).is_some_and(char::is_alphabetic);
        let is_last = |rest: &str| rest.chars().next().is_none_or(|next| next.is_whitespace() || next == '\\');
        if starts_as_name && after.strip_prefix('>').is_some_and(is_last) {
            self.take(inside + 2);
            true
        } else {
            false
        }
    }

    /// Takes an operator that starts with `<`, `>` or `&>`; the word after it says where to.
    pub(super) fn redirection(&mut self) {
        // The number of a file descriptor may stand before it.
        let list = self.list();
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if list.word.as_ref().and_then(|word| word.text.as_deref()).is_some_and(is_number) {
            list.word = None;
        }
        self.end_word();
        let rest = self.rest();
        if rest.starts_with("<(") || rest.starts_with(">(") {
            return self.substitute(Closer::Parenthesis, 2);
        }
        if rest.starts_with("<<") && !rest.starts_with("<<<") {
            return self.document();
        }
        let operators = ["<<<", "&>>", "&>", ">>", ">|", ">&", "<&", "<>", "<", ">"];
        self.at += operators.iter().find(|operator| rest.starts_with(**operator)).map_or(1, |operator| operator.len());
        self.list().is_target = true;
    }

    fn document(&mut self) {
        self.at += 2;
        let may_be_indented = self.byte(0) == Some(b'-');
        self.at += usize::from(may_be_indented);
        self.at += self.rest().bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let mut delimiter = String::new();
        let mut quote = None;
        let mut length = 0;
        for character in self.rest().chars() {
            match (quote, character) {
                (Some(open), close) if open == close => quote = None,
                (None, '\'' | '"') => quote = Some(character),
                (None, '\\') => {}
                (_, '\n' | '\r') | (None, ' ' | '\t' | ';' | '|' | '&' | '(' | ')' | '<' | '>') => break,
                _ => delimiter.push(character),
            }
            length += character.len_utf8();
        }
        self.at += length;
        self.documents.push(Document { delimiter, may_be_indented });
    }

    /// Goes past the bodies of the here-documents of the line that ended.
    pub(super) fn skip_documents(&mut self) {
        for document in std::mem::take(&mut self.documents) {
            while self.at < self.text.len() {
                let rest = self.rest();
                let line = rest.split_inclusive('\n').next().unwrap_or_default();
                let length = line.len();
                let line = line.trim_end_matches(['\n', '\r']);
                let line = if document.may_be_indented { line.trim_start_matches('\t') } else { line };
                let is_last = line == document.delimiter;
                self.at += length;
                if is_last {
                    break;
                }
            }
        }
    }
}
