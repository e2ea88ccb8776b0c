//! The commands of one list, word by word.

use super::{Word, invocation, offset};
use crate::Span;

/// How many words are kept of a command that does not name the program that we look for.
const WORDS_BEFORE_PROGRAM: usize = 64;

/// Words of the shell's own that a command may follow.
const BEFORE_COMMAND: [&str; 11] = ["!", "coproc", "do", "elif", "else", "if", "then", "time", "until", "while", "{"];

/// Commands one after the other: a script, or what stands in parentheses.
#[derive(Debug, Default)]
pub(super) struct List {
    /// What ends it.
    pub(super) closer: Closer,
    /// The word that is being read.
    pub(super) word: Option<Word>,
    /// How many `case` are open.
    pub(super) cases: usize,
    /// Whether the next word says where input comes from or output goes to.
    pub(super) is_target: bool,
    /// The words of the command that is being read.
    words: Vec<Word>,
    /// Whether the command is none of ours, so that its words are not kept.
    is_other: bool,
    /// How far a brace expansion was read in the word.
    braces: Braces,
}

/// What ends a list.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Closer {
    /// The end of the text.
    #[default]
    End,
    /// `)`.
    Parenthesis,
    /// A backtick.
    Backtick,
}

/// How far a brace expansion such as `{a,b}` was read.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Braces {
    #[default]
    None,
    /// `{`.
    Open,
    /// `{a,`.
    Several,
}

impl List {
    /// A list that this ends.
    pub(super) fn until(closer: Closer) -> List {
        List { closer, ..List::default() }
    }

    /// The word that is being read, which starts here unless it has started before.
    pub(super) fn start_word(&mut self, at: usize) -> &mut Word {
        let at = offset(at);
        self.word.get_or_insert_with(|| Word { span: Span::new(at, at), text: Some(String::new()), is_plain: true })
    }

    /// Looks for a brace expansion in what was added to the word without quotes.
    pub(super) fn look_for_braces(&mut self, text: &str) {
        for byte in text.bytes() {
            self.braces = match (self.braces, byte) {
                (Braces::None, b'{') => Braces::Open,
                (Braces::Open, b',') => Braces::Several,
                (Braces::Open, b'}') => Braces::None,
                (Braces::Several, b'}') => {
                    // Several words come of it.
                    if let Some(word) = &mut self.word {
                        word.text = None;
                    }
                    Braces::None
                }
                (braces, _) => braces,
            };
        }
    }

    pub(super) fn end_word(&mut self) {
        self.braces = Braces::None;
        let Some(word) = self.word.take() else { return };
        if std::mem::take(&mut self.is_target) || self.is_other {
            return;
        }
        let plain = word.text.as_deref().filter(|_| word.is_plain && self.words.is_empty());
        match plain {
            Some("esac") => self.cases = self.cases.saturating_sub(1),
            Some(text) if BEFORE_COMMAND.contains(&text) => return,
            Some("case") => self.cases += 1,
            _ => {}
        }
        self.words.push(word);
        if self.words.len() == WORDS_BEFORE_PROGRAM && invocation::program(&self.words).is_none() {
            self.words.clear();
            self.is_other = true;
        }
    }

    /// Ends the command, and gives its words from the name of the program on where it is one of ours.
    pub(super) fn end_command(&mut self) -> Option<Vec<Word>> {
        self.end_word();
        self.is_target = false;
        self.is_other = false;
        if self.words.is_empty() {
            return None;
        }
        let mut words = std::mem::take(&mut self.words);
        let program = invocation::program(&words)?;
        words.drain(..program);
        invocation::is_ours(&words).then_some(words)
    }
}

impl Word {
    /// Adds to the word, which now ends at `end`.
    pub(super) fn push(&mut self, text: &str, end: usize) {
        if let Some(word) = &mut self.text {
            word.push_str(text);
        }
        self.span.end = offset(end);
    }
}
