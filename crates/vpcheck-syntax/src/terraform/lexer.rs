//! The words of the native syntax, and how far an expression goes.

use crate::Span;

/// Reads a text word by word. It can be set back, and notes each comment once.
pub(super) struct Lexer<'t> {
    pub(super) text: &'t str,
    bytes: &'t [u8],
    /// Offset of the next byte.
    pub(super) at: usize,
    pub(super) comments: Vec<Span>,
    /// Whether some template never ends. Each further one that might not ends with its line, so that the rest of the text is looked
    /// through for its end once and not once per line.
    has_endless: bool,
}

/// A word.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) fn span(self) -> Span {
        span(self.start, self.end)
    }
}

/// What a word is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum TokenKind {
    Newline,
    /// A name or keyword.
    Word,
    Number,
    /// A string in double quotes.
    String(Ending),
    /// A string in single quotes, which the language does not have.
    SingleQuoted,
    /// A text between `<<NAME` and a line `NAME`.
    Heredoc(Ending),
    /// A bracket that opens.
    Open(u8),
    /// A bracket that closes.
    Close(u8),
    Comma,
    Equals,
    Colon,
    /// A comment that the text ends in.
    EndlessComment,
    /// An operator, or something that the language does not have.
    Other,
    End,
}

/// How a string or heredoc ends, and whether it means what it says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Ending {
    /// It has neither escapes nor templates.
    Plain,
    /// It has some.
    Escaped,
    /// It has no end: a string ends with its line, a heredoc with the text.
    Missing,
}

/// What a template is in.
enum Level {
    String,
    Braces,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Lexer<'t> {
        Lexer { text, bytes: text.as_bytes(), at, comments: Vec::new(), has_endless: false }
    }

    /// The text from `start` to `end`.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The next word, after blanks and comments.
    pub(super) fn next(&mut self) -> Token {
        if let Some(comment) = self.skip_blanks() {
            return comment;
        }
        let start = self.at;
        let (kind, length) = match self.rest() {
            [] => (TokenKind::End, 0),
            [b'\n', ..] => (TokenKind::Newline, 1),
            [b'\r', b'\n', ..] => (TokenKind::Newline, 2),
            [b'"', ..] => return self.string(),
            [b'\'', ..] => return self.single_quoted(),
            [b'<', b'<', ..] => return self.heredoc(),
            [open @ (b'(' | b'[' | b'{'), ..] => (TokenKind::Open(*open), 1),
            [close @ (b')' | b']' | b'}'), ..] => (TokenKind::Close(*close), 1),
            [b',', ..] => (TokenKind::Comma, 1),
            [b':', b':', ..] | [b'=' | b'!' | b'<' | b'>', b'=', ..] | [b'=', b'>', ..] => (TokenKind::Other, 2),
            [b':', ..] => (TokenKind::Colon, 1),
            [b'=', ..] => (TokenKind::Equals, 1),
            [b'0'..=b'9', ..] => (TokenKind::Number, self.number()),
            _ => self.word(),
        };
        self.at = start + length;
        Token { kind, start, end: self.at }
    }

    /// The next word, which stays.
    pub(super) fn peek(&mut self) -> Token {
        let at = self.at;
        let token = self.next();
        self.at = at;
        token
    }

    fn rest(&self) -> &'t [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Goes past blanks and comments, up to the end of the line; gives a comment that has no end.
    fn skip_blanks(&mut self) -> Option<Token> {
        loop {
            match self.rest() {
                [b' ' | b'\t', ..] => self.at += 1,
                [b'#', ..] | [b'/', b'/' | b'*', ..] => {
                    let start = self.at;
                    let is_closed = self.skip_comment();
                    let comment = Token { kind: TokenKind::EndlessComment, start, end: self.at };
                    if self.comments.last().is_none_or(|last| last.end as usize <= start) {
                        self.comments.push(comment.span());
                    }
                    if !is_closed {
                        return Some(comment);
                    }
                }
                _ => return None,
            }
        }
    }

    /// Goes past the comment that begins here; gives whether it ends.
    fn skip_comment(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with(b"/*") {
            let end = self.slice(self.at + 2, self.bytes.len()).find("*/");
            self.at = end.map_or(self.bytes.len(), |end| self.at + end + 4);
            return end.is_some();
        }
        self.at = self.line_end(self.at);
        true
    }

    /// Where the line ends that `at` is in, before what ends it.
    fn line_end(&self, at: usize) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        match rest.iter().position(|&byte| byte == b'\n') {
            Some(length) if length > 0 && rest.get(length - 1) == Some(&b'\r') => at + length - 1,
            Some(length) => at + length,
            None => self.bytes.len(),
        }
    }

    /// How long the number is that begins here.
    fn number(&self) -> usize {
        let rest = self.rest();
        let digits = |from: usize| rest.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
        let mut length = digits(0);
        if rest.get(length) == Some(&b'.') && digits(length + 1) > 0 {
            length += 1 + digits(length + 1);
        }
        if matches!(rest.get(length), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(rest.get(length + 1), Some(b'+' | b'-')));
            if digits(length + 1 + sign) > 0 {
                length += 1 + sign + digits(length + 1 + sign);
            }
        }
        length
    }

    /// The word or the other character that begins here, and its length.
    fn word(&self) -> (TokenKind, usize) {
        let text = self.slice(self.at, self.bytes.len());
        let first = text.chars().next().unwrap_or_default();
        if !(first.is_alphabetic() || first == '_') {
            return (TokenKind::Other, first.len_utf8());
        }
        let end = text.find(|character: char| !is_part_of_word(character)).unwrap_or(text.len());
        (TokenKind::Word, end)
    }

    /// The string that begins here, with the templates in it and the strings in those.
    fn string(&mut self) -> Token {
        let start = self.at;
        let mut levels = vec![Level::String];
        let mut ending = Ending::Plain;
        self.at += 1;
        while let Some(level) = levels.last() {
            let length = match (level, self.rest()) {
                (_, []) | (Level::String, [b'\n', ..] | [b'\r', b'\n', ..]) => break,
                (Level::Braces, [b'\n', ..]) if self.has_endless => break,
                (Level::String, [b'\\', _, ..]) => {
                    ending = Ending::Escaped;
                    // What is escaped may have several bytes; the others are none of those looked for.
                    2
                }
                (Level::String, [b'$', b'$', b'{', ..] | [b'%', b'%', b'{', ..]) => {
                    ending = Ending::Escaped;
                    3
                }
                (Level::String, [b'$' | b'%', b'{', ..]) => {
                    ending = Ending::Escaped;
                    levels.push(Level::Braces);
                    2
                }
                (Level::String, [b'"', ..]) | (Level::Braces, [b'}', ..]) => {
                    levels.pop();
                    1
                }
                (Level::Braces, [b'"', ..]) => {
                    levels.push(Level::String);
                    1
                }
                (Level::Braces, [b'{', ..]) => {
                    levels.push(Level::Braces);
                    1
                }
                (Level::Braces, [b'#', ..] | [b'/', b'/' | b'*', ..]) => {
                    self.skip_comment();
                    0
                }
                _ => 1,
            };
            self.at += length;
        }
        if !levels.is_empty() {
            ending = Ending::Missing;
            self.has_endless |= self.at >= self.bytes.len() && levels.len() > 1;
            self.at = self.line_end(start);
        }
        Token { kind: TokenKind::String(ending), start, end: self.at }
    }

    /// What looks like a string in single quotes, or the quote alone.
    fn single_quoted(&mut self) -> Token {
        let start = self.at;
        let rest = self.slice(start + 1, self.bytes.len());
        let quote = rest.find(['\'', '\n']).filter(|&end| rest.as_bytes().get(end) == Some(&b'\''));
        self.at += quote.map_or(1, |end| end + 2);
        Token { kind: TokenKind::SingleQuoted, start, end: self.at }
    }

    /// The heredoc that begins here, or the operator.
    fn heredoc(&mut self) -> Token {
        let start = self.at;
        let rest = self.slice(start + 2, self.bytes.len());
        let rest = rest.strip_prefix('-').unwrap_or(rest);
        let (name, rest) = rest.split_at(rest.find(|part: char| !is_part_of_word(part)).unwrap_or(rest.len()));
        let ends_line = rest.is_empty() || rest.starts_with('\n') || rest.starts_with("\r\n");
        if !ends_line || !name.starts_with(|first: char| first.is_alphabetic() || first == '_') {
            self.at += 1;
            return Token { kind: TokenKind::Other, start, end: self.at };
        }
        let mut line = self.bytes.len() - rest.len();
        while let Some(next) = self.slice(line, self.bytes.len()).find('\n') {
            line += next + 1;
            let end = self.line_end(line);
            if self.slice(line, end).trim_ascii() == name {
                self.at = end;
                return Token { kind: TokenKind::Heredoc(Ending::Escaped), start, end };
            }
            line = end;
        }
        self.at = self.bytes.len();
        Token { kind: TokenKind::Heredoc(Ending::Missing), start, end: self.at }
    }

    /// Whether the word stands at the start of a line and looks as if a block of the file began there.
    ///
    /// Where something is open, it is most likely that its end was left out.
    pub(super) fn begins_block(&self, word: Token) -> bool {
        const WITH_LABELS: [&str; 7] = ["resource", "data", "variable", "output", "module", "provider", "check"];
        const WITHOUT: [&str; 2] = ["locals", "terraform"];
        let begins_line = word.start == 0 || self.bytes.get(word.start - 1) == Some(&b'\n');
        let name = self.slice(word.start, word.end);
        let (has_labels, has_none) = (WITH_LABELS.contains(&name), WITHOUT.contains(&name));
        if !begins_line || !(has_labels || has_none) {
            return false;
        }
        let rest = self.slice(word.end, self.line_end(word.end)).trim_ascii_start();
        has_labels && rest.starts_with('"') && rest.contains('{') || has_none && rest.starts_with('{')
    }
}

fn is_part_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || character == '-'
}

/// A span of offsets in the text.
pub(super) fn span(start: usize, end: usize) -> Span {
    let narrow = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    Span::new(narrow(start), narrow(end))
}
