//! How far an expression goes, found by its brackets.

use super::lexer::{Ending, Lexer, Token, TokenKind};

/// Where an expression is, which tells what ends it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Setting {
    /// The value of an attribute or of a member: it ends with its line.
    Value,
    /// The key of a member: it ends with its line, at `=` or at `:`.
    Key,
    /// An element of a tuple.
    Element,
}

/// How far an expression goes.
#[derive(Debug)]
pub(super) struct Extent {
    pub(super) first: Token,
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many words it has.
    pub(super) tokens: usize,
    /// Whether it is one pair of brackets with what is inside.
    pub(super) is_bracketed: bool,
    /// Whether it has more than one line outside of brackets.
    pub(super) has_lines: bool,
    /// The most that is listed in one pair of braces, roughly.
    pub(super) listed: usize,
    /// How deep brackets in it are nested.
    pub(super) depth: usize,
    /// What is wrong with it.
    pub(super) flaw: Option<Flaw>,
    /// Whether another attribute or member follows without something between.
    pub(super) runs_on: bool,
}

/// What makes it impossible to say what an expression is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Flaw {
    /// A string or heredoc that does not end.
    Endless(Token),
    /// A string in single quotes.
    SingleQuoted(Token),
    /// A bracket that is not closed, and what stands where it should be at last.
    Open(u8, usize),
}

/// A bracket that is open.
struct Bracket {
    kind: u8,
    at: usize,
    listed: usize,
    /// Whether a line ended since.
    has_lines: bool,
}

impl Lexer<'_> {
    /// How far the expression goes that begins here. What ends it comes next.
    pub(super) fn extent(&mut self, setting: Setting) -> Extent {
        let first = loop {
            let token = self.peek();
            if setting != Setting::Element || token.kind != TokenKind::Newline {
                break token;
            }
            self.next();
        };
        let mut extent = Extent {
            first,
            start: first.start,
            end: first.start,
            tokens: 0,
            is_bracketed: matches!(first.kind, TokenKind::Open(_)),
            has_lines: false,
            listed: 0,
            depth: 0,
            flaw: None,
            runs_on: false,
        };
        let mut open: Vec<Bracket> = Vec::new();
        let mut line_ended = false;
        loop {
            let token = self.next();
            let is_inside = !open.is_empty();
            let ends = match token.kind {
                TokenKind::End | TokenKind::EndlessComment => true,
                TokenKind::Newline => !is_inside && setting != Setting::Element,
                TokenKind::Comma | TokenKind::Close(_) => !is_inside,
                TokenKind::Equals | TokenKind::Colon => !is_inside && setting == Setting::Key,
                TokenKind::Word => is_inside && self.begins_block(token),
                _ => false,
            };
            let mut is_mismatch = false;
            if let TokenKind::Close(close) = token.kind {
                is_mismatch = open.last().is_some_and(|bracket| closing(bracket.kind) != close);
            }
            if ends || is_mismatch {
                if let Some(bracket) = open.last() {
                    extent.flaw = Some(Flaw::Open(bracket.kind, bracket.at));
                }
                self.at = token.start;
                return extent;
            }
            if token.kind == TokenKind::Newline {
                line_ended = true;
                for bracket in open.iter_mut().rev().take_while(|bracket| !bracket.has_lines) {
                    bracket.has_lines = true;
                }
                if let Some(bracket) = open.last_mut() {
                    bracket.listed += 1;
                }
                continue;
            }
            // Two attributes on one line: the second begins at the word before its `=`.
            if token.kind == TokenKind::Word
                && !is_inside
                && setting == Setting::Value
                && extent.tokens > 0
                && self.peek().kind == TokenKind::Equals
            {
                extent.runs_on = true;
                self.at = token.start;
                return extent;
            }
            extent.has_lines |= line_ended && !is_inside && extent.tokens > 0;
            line_ended = false;
            if !is_inside && extent.tokens > 0 {
                extent.is_bracketed = false;
            }
            match token.kind {
                TokenKind::Open(kind) => {
                    open.push(Bracket { kind, at: token.start, listed: 0, has_lines: false });
                    extent.depth = extent.depth.max(open.len());
                }
                TokenKind::Close(_) => {
                    if let Some(bracket) = open.pop().filter(|bracket| bracket.kind == b'{') {
                        extent.listed = extent.listed.max(bracket.listed);
                    }
                }
                TokenKind::Comma => {
                    if let Some(bracket) = open.last_mut() {
                        bracket.listed += 1;
                    }
                }
                TokenKind::String(Ending::Missing) | TokenKind::Heredoc(Ending::Missing) => {
                    // What the string took with it up to the end of the line may have closed the bracket.
                    let takes_bracket = open.last().is_none_or(|bracket| !bracket.has_lines);
                    if takes_bracket || matches!(token.kind, TokenKind::Heredoc(_)) {
                        extent.flaw = Some(Flaw::Endless(token));
                        extent.end = token.end;
                        extent.tokens += 1;
                        return extent;
                    }
                }
                TokenKind::SingleQuoted if extent.flaw.is_none() => extent.flaw = Some(Flaw::SingleQuoted(token)),
                _ => {}
            }
            extent.end = token.end;
            extent.tokens += 1;
        }
    }
}

/// The bracket that closes another.
pub(super) fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}
