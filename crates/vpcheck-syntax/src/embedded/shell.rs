//! Finds the commands of a shell script that are for us, and what their words are.

mod expansion;
mod invocation;
mod list;
mod redirection;

use list::{Closer, List};

use crate::{Diagnostic, Severity, Span, limits};

/// What was found in a script. Spans are those in its text.
#[derive(Debug, Default)]
pub(super) struct Script {
    /// The commands in the order in which they start.
    pub(super) commands: Vec<Command>,
    /// Where comments are.
    pub(super) comments: Vec<Span>,
    /// What is wrong with the commands.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A `wrangler vpc service create` or `update`: the words from `wrangler` on.
#[derive(Debug)]
pub(super) struct Command {
    pub(super) words: Vec<Word>,
    /// Whether the text ends within it, so that words may be missing.
    pub(super) is_cut: bool,
}

/// A word of a command.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Word {
    pub(super) span: Span,
    /// What the shell makes of it; nothing where that depends on more than the script.
    pub(super) text: Option<String>,
    /// Whether nothing in it is quoted, so that it may be a word of the shell's own.
    is_plain: bool,
}

/// Reads a script.
pub(super) fn read(text: &str) -> Script {
    let mut lexer = Lexer {
        text,
        at: 0,
        modes: vec![Open { mode: Mode::List, start: 0 }],
        lists: vec![List::default()],
        ..Lexer::default()
    };
    lexer.run();
    lexer.finish()
}

/// Reads a script from its start to its end, without recursion: what is open is in `modes`, and the commands that are in there in
/// `lists`.
#[derive(Debug, Default)]
struct Lexer<'t> {
    text: &'t str,
    /// Offset of the next byte.
    at: usize,
    modes: Vec<Open>,
    /// One for each [`Mode::List`] in `modes`.
    lists: Vec<List>,
    /// Here-documents whose bodies start in the next line.
    documents: Vec<redirection::Document>,
    /// Whether something is nested deeper than is followed, so that the rest is not read.
    is_too_deep: bool,
    script: Script,
}

/// Something that is open, and where it starts.
#[derive(Clone, Copy, Debug)]
struct Open {
    mode: Mode,
    start: usize,
}

/// How the next byte is to be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mode {
    /// Commands.
    List,
    /// Between double quotes.
    Quotes,
    /// Between single quotes; it is only open when the text ends there.
    SingleQuotes,
    /// Between `${` and `}`. In double quotes a single quote there is nothing special.
    Parameter { in_quotes: bool },
    /// Between `((` and `))`, with how many parentheses are open.
    Arithmetic { open: usize },
}

impl Lexer<'_> {
    fn run(&mut self) {
        while !self.is_too_deep
            && let Some(byte) = self.byte(0)
        {
            match self.modes.last().map_or(Mode::List, |open| open.mode) {
                Mode::List => self.in_list(byte),
                Mode::Quotes => self.in_quotes(byte),
                Mode::SingleQuotes => self.at = self.text.len(),
                Mode::Parameter { in_quotes } => self.in_parameter(byte, in_quotes),
                Mode::Arithmetic { open } => self.in_arithmetic(byte, open),
            }
        }
    }

    /// The byte that is so many after the next.
    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn list(&mut self) -> &mut List {
        if self.lists.is_empty() {
            self.lists.push(List::default());
        }
        let last = self.lists.len() - 1;
        &mut self.lists[last]
    }

    fn in_list(&mut self, byte: u8) {
        let start = self.at;
        match byte {
            b'\n' => {
                self.end_command();
                self.at += 1;
                self.skip_documents();
            }
            b' ' | b'\t' | b'\r' => {
                self.end_word();
                self.at += 1;
            }
            b'&' if self.byte(1) == Some(b'>') => self.redirection(),
            b';' | b'|' | b'&' => {
                self.end_command();
                self.at += 1;
            }
            b'(' => {
                self.end_command();
                if self.byte(1) == Some(b'(') {
                    self.open(Mode::Arithmetic { open: 2 }, 2);
                } else {
                    self.open_list(Closer::Parenthesis, 1);
                }
            }
            b')' => self.close_parenthesis(),
            b'`' if self.list().closer == Closer::Backtick => {
                self.at += 1;
                self.close_list();
            }
            b'`' => self.substitute(Closer::Backtick, 1),
            b'#' if self.list().word.is_none() => {
                let line = self.rest().split('\n').next().unwrap_or_default();
                let line = line.strip_suffix('\r').unwrap_or(line).len();
                self.at += line;
                self.script.comments.push(span(start, self.at));
            }
            b'<' if self.placeholder() => {}
            b'<' | b'>' => self.redirection(),
            b'\'' => self.single_quotes(),
            b'"' => {
                self.list().start_word(start).is_plain = false;
                self.open(Mode::Quotes, 1);
            }
            b'\\' => self.escape(),
            b'$' => self.dollar(Mode::List),
            _ => {
                let rest = self.rest().as_bytes();
                let is_special = |byte: &u8| b"\n \t\r;|&()`#<>'\"\\$".contains(byte);
                // A `#` within a word is a part of it.
                let length = 1 + rest.iter().skip(1).position(is_special).unwrap_or(rest.len().saturating_sub(1));
                self.take(length);
                let text = self.text.get(start..self.at).unwrap_or_default();
                self.list().look_for_braces(text);
            }
        }
    }

    fn in_quotes(&mut self, byte: u8) {
        match byte {
            b'"' => self.close(),
            b'\\' => match self.byte(1) {
                Some(b'$' | b'`' | b'"' | b'\\') => {
                    self.at += 1;
                    self.take(1);
                }
                Some(b'\n' | b'\r') if self.skip_continuation() => {}
                _ => self.take(1),
            },
            b'$' => self.dollar(Mode::Quotes),
            b'`' if self.list().closer != Closer::Backtick => self.substitute(Closer::Backtick, 1),
            _ => {
                let rest = self.rest().as_bytes();
                let length = rest.iter().skip(1).position(|byte| b"\"\\$`".contains(byte));
                self.take(1 + length.unwrap_or(rest.len().saturating_sub(1)));
            }
        }
    }

    /// Takes a backslash and what it makes plain.
    fn escape(&mut self) {
        if self.skip_continuation() {
            return;
        }
        let start = self.at;
        self.list().start_word(start).is_plain = false;
        self.at += 1;
        let length = self.rest().chars().next().map_or(0, char::len_utf8);
        self.take(length);
    }

    /// Goes past a backslash at the end of a line, with the end of the line; Windows ends it with two characters.
    fn skip_continuation(&mut self) -> bool {
        let rest = self.rest();
        let length = if rest.starts_with("\\\n") {
            2
        } else if rest.starts_with("\\\r\n") {
            3
        } else {
            return false;
        };
        self.at += length;
        true
    }

    fn single_quotes(&mut self) {
        let start = self.at;
        self.list().start_word(start).is_plain = false;
        self.at += 1;
        match self.rest().find('\'') {
            Some(length) => {
                self.take(length);
                self.at += 1;
                self.extend_word();
            }
            None => self.open_at(Mode::SingleQuotes, start),
        }
    }

    /// Takes the next bytes into the word as they are.
    fn take(&mut self, length: usize) {
        let (start, text) = (self.at, self.text);
        let end = (start + length).min(text.len());
        self.list().start_word(start).push(text.get(start..end).unwrap_or_default(), end);
        self.at = end;
    }

    /// Opens something whose first bytes are next.
    fn open(&mut self, mode: Mode, length: usize) {
        let start = self.at;
        self.at += length;
        self.open_at(mode, start);
    }

    fn open_at(&mut self, mode: Mode, start: usize) {
        self.modes.push(Open { mode, start });
        self.is_too_deep |= self.modes.len() > limits::DEPTH;
    }

    fn open_list(&mut self, closer: Closer, length: usize) {
        self.open(Mode::List, length);
        self.lists.push(List::until(closer));
    }

    /// Opens commands whose output becomes a part of the word.
    fn substitute(&mut self, closer: Closer, length: usize) {
        let start = self.at;
        self.list().start_word(start).text = None;
        self.open_list(closer, length);
    }

    fn close_parenthesis(&mut self) {
        self.end_command();
        self.at += 1;
        let list = self.list();
        // Those of `case` end a pattern.
        if list.closer == Closer::Parenthesis && list.cases == 0 {
            self.close_list();
        }
    }

    fn close_list(&mut self) {
        self.end_command();
        if self.lists.len() > 1 {
            self.lists.pop();
            self.modes.pop();
        }
        self.extend_word();
    }

    /// Closes what is open and is a part of a word, at the byte that comes next.
    fn close(&mut self) {
        self.at += 1;
        self.modes.pop();
        self.extend_word();
    }

    /// Makes the word, if there is one, end before the byte that comes next.
    fn extend_word(&mut self) {
        let end = offset(self.at);
        if let Some(word) = &mut self.list().word {
            word.span.end = end;
        }
    }

    fn end_word(&mut self) {
        self.list().end_word();
    }

    fn end_command(&mut self) {
        if let Some(words) = self.list().end_command() {
            self.script.commands.push(Command { words, is_cut: false });
        }
    }

    /// Ends what is open where the text ends.
    fn finish(mut self) -> Script {
        let innermost = self.modes.last().copied().filter(|open| self.modes.len() > 1 || open.mode != Mode::List);
        let mut names_ours = false;
        let end = offset(self.text.len());
        while let Some(mut list) = self.lists.pop() {
            if let Some(word) = list.word.as_mut().filter(|_| innermost.is_some()) {
                word.text = None;
                word.span.end = end;
            }
            if let Some(words) = list.end_command() {
                names_ours |= innermost.is_some();
                self.script.commands.push(Command { words, is_cut: innermost.is_some() });
            }
        }
        if let Some(open) = innermost.filter(|_| names_ours) {
            let diagnostic = if self.is_too_deep { too_deep(open) } else { not_closed(open) };
            self.script.diagnostics.push(diagnostic);
        }
        self.script.commands.sort_by_key(|command| command.words.first().map(|word| word.span.start));
        self.script
    }
}

fn not_closed(open: Open) -> Diagnostic {
    let (start, end) = match open.mode {
        Mode::List => ("(", ")"),
        Mode::Quotes => ("\"", "\""),
        Mode::SingleQuotes => ("'", "'"),
        Mode::Parameter { .. } => ("${", "}"),
        Mode::Arithmetic { .. } => ("((", "))"),
    };
    let message = format!("the text ends before `{start}` is closed: add the closing `{end}`");
    Diagnostic::new("shell-syntax", Severity::Error, span(open.start, open.start + 1), message)
}

fn too_deep(open: Open) -> Diagnostic {
    let message = format!("substitutions and quotes are nested deeper than {} levels", limits::DEPTH);
    Diagnostic::new("depth-limit", Severity::Error, span(open.start, open.start + 1), message)
}

fn span(start: usize, end: usize) -> Span {
    Span::new(offset(start), offset(end))
}

/// An offset as it is kept; the limit on the size of a text makes it fit.
fn offset(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
