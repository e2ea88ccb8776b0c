//! What starts with a dollar sign.

use super::list::Closer;
use super::{Lexer, Mode};

impl Lexer<'_> {
    /// Takes a dollar sign and the expansion that it starts, if it starts one.
    pub(super) fn dollar(&mut self, mode: Mode) {
        let start = self.at;
        match self.byte(1) {
            Some(b'(') if self.byte(2) == Some(b'(') => {
                self.list().start_word(start).text = None;
                self.open(Mode::Arithmetic { open: 2 }, 3);
            }
            Some(b'(') => self.substitute(Closer::Parenthesis, 2),
            Some(b'{') => {
                self.list().start_word(start).text = None;
                let in_quotes = matches!(mode, Mode::Quotes | Mode::Parameter { in_quotes: true });
                self.open(Mode::Parameter { in_quotes }, 2);
            }
            Some(b'\'') if mode == Mode::List => self.escaped_quotes(),
            // A text to be translated.
            Some(b'"') if mode == Mode::List => {
                self.list().start_word(start).is_plain = false;
                self.at += 1;
            }
            Some(b'@' | b'*' | b'#' | b'?' | b'-' | b'$' | b'!' | b'0'..=b'9') => self.unknown(2),
            Some(byte) if byte == b'_' || byte.is_ascii_alphabetic() => {
                let is_name = |byte: &u8| *byte == b'_' || byte.is_ascii_alphanumeric();
                let name = self.rest().bytes().skip(1).take_while(is_name).count();
                self.unknown(1 + name);
            }
            _ => self.take(1),
        }
    }

    /// Takes the next bytes into the word, which cannot be known then.
    fn unknown(&mut self, length: usize) {
        let start = self.at;
        self.list().start_word(start).text = None;
        self.take(length);
    }

    /// Takes `$'…'`, where a backslash has a meaning. What it stands for is only looked up where it is simple.
    fn escaped_quotes(&mut self) {
        let start = self.at;
        self.list().start_word(start).is_plain = false;
        self.at += 2;
        let mut text = String::new();
        let mut is_known = true;
        let mut characters = self.rest().char_indices();
        let end = loop {
            match characters.next() {
                None => break None,
                Some((end, '\'')) => break Some(end),
                Some((_, '\\')) => match characters.next().map(|(_, escaped)| escaped) {
                    Some('n') => text.push('\n'),
                    Some('t') => text.push('\t'),
                    Some('r') => text.push('\r'),
                    Some(same @ ('\\' | '\'' | '"' | '?')) => text.push(same),
                    _ => is_known = false,
                },
                Some((_, character)) => text.push(character),
            }
        };
        let Some(end) = end else { return self.open_at(Mode::SingleQuotes, start) };
        self.at += end + 1;
        let at = self.at;
        let word = self.list().start_word(start);
        word.push(&text, at);
        if !is_known {
            word.text = None;
        }
    }

    pub(super) fn in_parameter(&mut self, byte: u8, in_quotes: bool) {
        match byte {
            b'}' => self.close(),
            b'\'' if !in_quotes => self.single_quotes(),
            b'"' => self.open(Mode::Quotes, 1),
            b'\\' => self.at += 2,
            b'$' => self.dollar(Mode::Parameter { in_quotes }),
            b'`' => self.substitute(Closer::Backtick, 1),
            _ => self.at += 1,
        }
        self.stay_between_characters();
    }

    pub(super) fn in_arithmetic(&mut self, byte: u8, open: usize) {
        match byte {
            b')' if open == 1 => return self.close(),
            b'(' => self.set_open(open + 1),
            b')' => self.set_open(open - 1),
            b'$' => return self.dollar(Mode::Quotes),
            b'`' => return self.substitute(Closer::Backtick, 1),
            _ => {}
        }
        self.at += 1;
        self.stay_between_characters();
    }

    fn set_open(&mut self, open: usize) {
        if let Some(last) = self.modes.last_mut() {
            last.mode = Mode::Arithmetic { open };
        }
    }

    /// Goes past the rest of a character.
    fn stay_between_characters(&mut self) {
        while !self.text.is_char_boundary(self.at.min(self.text.len())) {
            self.at += 1;
        }
    }
}
