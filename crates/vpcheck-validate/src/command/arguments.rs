//! Reads the words of a command as wrangler does.

use vpcheck_syntax::{Node, Span};

use super::flag::{Flag, Known, Takes};

/// What the words of a command say.
#[derive(Debug)]
pub(super) struct Arguments<'t> {
    /// Whether the command is an update.
    pub(super) is_update: bool,
    /// From the name of the program to that of the command.
    pub(super) start: Span,
    /// What was given about the service, in the order of the words; a flag is there twice where it was given twice.
    pub(super) given: Vec<Given<'t>>,
    /// The words that are no options and no values, after the name of the command.
    pub(super) words: Vec<Given<'t>>,
    /// Options that do not exist.
    pub(super) unknown: Vec<Stranger<'t>>,
    /// Options without the value that they have to have.
    pub(super) without_value: Vec<(Span, &'t str)>,
    /// Whether there may be more than what is written: the script does not tell all words.
    pub(super) is_open: bool,
    pub(super) asks_for_help: bool,
}

/// A value that was given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given<'t> {
    pub(super) flag: Flag,
    /// Where its option is; the value itself where it is a word of its own.
    pub(super) option: Span,
    pub(super) value: Value<'t>,
}

/// The value of an option.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'t> {
    pub(super) span: Span,
    pub(super) kind: ValueKind<'t>,
    /// Whether another word may be put in its place.
    pub(super) is_word: bool,
}

/// What is known of a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum ValueKind<'t> {
    /// It is this text.
    Text(&'t str),
    /// It depends on more than the script.
    Unknown,
    /// The option stands alone.
    Absent,
}

/// An option that does not exist.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stranger<'t> {
    pub(super) name: &'t str,
    /// Where its name is.
    pub(super) span: Span,
    /// Whether the name is written without quotes, so that another may be put in its place.
    pub(super) is_plain: bool,
    pub(super) value: Value<'t>,
}

impl<'t> Value<'t> {
    /// Its text, where it is known.
    pub(super) fn text(self) -> Option<&'t str> {
        match self.kind {
            ValueKind::Text(text) => Some(text),
            ValueKind::Unknown | ValueKind::Absent => None,
        }
    }

    fn of_word(word: Node<'t>) -> Value<'t> {
        let kind = word.as_str().map_or(ValueKind::Unknown, ValueKind::Text);
        Value { span: word.span(), kind, is_word: true }
    }

    fn absent(option: Span) -> Value<'t> {
        Value { span: option, kind: ValueKind::Absent, is_word: false }
    }
}

impl<'t> Arguments<'t> {
    /// Reads an array of words, of which the first is the name of the program.
    pub(super) fn read(words: Node<'t>) -> Arguments<'t> {
        let all: Vec<Node<'t>> = words.elements().collect();
        let start = words.span();
        let mut arguments = Arguments {
            is_update: false,
            start: Span::new(start.start, all.first().map_or(start.start, |program| program.span().end)),
            given: Vec::new(),
            words: Vec::new(),
            unknown: Vec::new(),
            without_value: Vec::new(),
            is_open: !words.is_complete(),
            asks_for_help: false,
        };
        let mut reader = Reader { words: &all, at: 1, command: 0 };
        while let Some(word) = reader.next() {
            arguments.word(word, &mut reader);
        }
        arguments
    }

    /// What was given first for a flag.
    pub(super) fn get(&self, flag: Flag) -> Option<&Given<'t>> {
        self.given.iter().find(|given| given.flag == flag)
    }

    fn word(&mut self, word: Node<'t>, reader: &mut Reader<'_, 't>) {
        let Some(text) = word.as_str() else { return self.unknown_word(word, reader) };
        match text {
            // What follows is taken for nothing.
            "--" => reader.at = reader.words.len(),
            _ if text.starts_with('-') && text.len() > 1 => {
                let (name, value) = split_option(word, text);
                self.option(word, name, value, reader);
            }
            _ if is_left_open(text) => self.is_open = true,
            _ => self.positional(word, reader),
        }
    }

    /// A word that is not known, which may be the name of an option all the same.
    fn unknown_word(&mut self, word: Node<'t>, reader: &mut Reader<'_, 't>) {
        let raw = word.text();
        let quote = raw.strip_prefix(['"', '\'']).map_or(0, |_| 1);
        let raw = raw.get(quote..).unwrap_or_default();
        let name = raw.split_once('=').map(|(name, _)| name).filter(|name| name.starts_with("--") && is_plain(name));
        if let Some(name) = name {
            let start = word.span().start + narrow(quote);
            let value_start = start + narrow(name.len()) + 1;
            let value = Value {
                span: Span::new(value_start.min(word.span().end), word.span().end),
                kind: ValueKind::Unknown,
                is_word: quote == 0,
            };
            return self.option(word, name, Some(value), reader);
        }
        // One that may become several, or none: `$OPTIONS`, `"$@"`, `"${options[@]}"`, `{a,b}`.
        let is_one = quote == 1 && !raw.contains("$@") && !raw.contains("[@]");
        let is_name = self.words.is_empty() && reader.command == 3 && reader.at < reader.words.len();
        if is_one || (is_name && raw.starts_with('$') && !raw.starts_with("$@") && !raw.starts_with("$*")) {
            self.positional(word, reader);
        } else {
            self.is_open = true;
        }
    }

    fn option(&mut self, word: Node<'t>, name: &'t str, value: Option<Value<'t>>, reader: &mut Reader<'_, 't>) {
        let span = match value {
            Some(value) if value.span.start > word.span().start => Span::new(word.span().start, value.span.start - 1),
            _ => word.span(),
        };
        match Known::of(name) {
            Some(Known::Help) => self.asks_for_help = true,
            Some(Known::Flag(flag)) => {
                let value = value.unwrap_or_else(|| reader.value(span));
                self.given.push(Given { flag, option: span, value });
            }
            Some(Known::Global(Takes::Boolean)) => {
                if value.is_none() && reader.peek().is_some_and(|next| matches!(next.as_str(), Some("true" | "false")))
                {
                    reader.at += 1;
                }
            }
            Some(Known::Global(Takes::Value)) => {
                if value.unwrap_or_else(|| reader.value(span)).kind == ValueKind::Absent {
                    self.without_value.push((span, name));
                }
            }
            Some(Known::Global(Takes::Values)) => {
                let mut has_value = value.is_some();
                while reader.value(span).kind != ValueKind::Absent {
                    has_value = true;
                }
                if !has_value {
                    self.without_value.push((span, name));
                }
            }
            None => {
                let is_plain = word.text().starts_with(name);
                let value = value.unwrap_or_else(|| reader.value(span));
                self.unknown.push(Stranger { name, span, is_plain, value });
            }
        }
    }

    fn positional(&mut self, word: Node<'t>, reader: &mut Reader<'_, 't>) {
        if reader.command < 3 {
            reader.command += 1;
            self.start.end = word.span().end;
            self.is_update = word.as_str() == Some("update");
            return;
        }
        let flag = if self.is_update { Flag::ServiceId } else { Flag::Name };
        self.words.push(Given { flag, option: word.span(), value: Value::of_word(word) });
    }
}

/// The words that are left.
struct Reader<'w, 't> {
    words: &'w [Node<'t>],
    at: usize,
    /// How many of `vpc service create` were read.
    command: usize,
}

impl<'t> Reader<'_, 't> {
    fn next(&mut self) -> Option<Node<'t>> {
        let word = self.peek()?;
        self.at += 1;
        Some(word)
    }

    fn peek(&self) -> Option<Node<'t>> {
        self.words.get(self.at).copied()
    }

    /// Takes the next word as the value of an option, unless it is an option itself.
    fn value(&mut self, option: Span) -> Value<'t> {
        let is_value = |word: &Node<'t>| match word.as_str() {
            Some(text) => !text.starts_with('-') || is_negative_number(text),
            None => !word.text().trim_start_matches(['"', '\'']).starts_with("--"),
        };
        let Some(word) = self.peek().filter(is_value) else { return Value::absent(option) };
        self.at += 1;
        Value::of_word(word)
    }
}

/// The name of an option, and its value where that stands in the same word.
fn split_option<'t>(word: Node<'t>, text: &'t str) -> (&'t str, Option<Value<'t>>) {
    let Some((name, value)) = text.split_once('=').filter(|(name, _)| name.len() > 2 || !name.starts_with("--")) else {
        return (text, None);
    };
    // Where the name is written as it is, the value starts after it.
    let raw = word.text();
    let value_start = raw.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')).map(|rest| raw.len() - rest.len());
    let span = match value_start {
        Some(start) => Span::new(word.span().start + narrow(start), word.span().end),
        None => word.span(),
    };
    (name, Some(Value { span, kind: ValueKind::Text(value), is_word: value_start.is_some() }))
}

/// What a synopsis has for words that one may leave out or add: `[OPTIONS]`, `...`. An address in brackets is not meant.
fn is_left_open(text: &str) -> bool {
    let is_optional = (text.starts_with('[') || text.ends_with(']')) && !text.contains(':');
    is_optional || text.ends_with("...") || text.ends_with('…')
}

fn is_negative_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.strip_prefix('-').is_some_and(|number| match number.split_once('.') {
        Some((whole, fraction)) => (whole.is_empty() || digits(whole)) && digits(fraction),
        None => digits(number),
    })
}

/// Whether the name of an option is written without an expansion.
fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// An offset as it is kept.
fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
