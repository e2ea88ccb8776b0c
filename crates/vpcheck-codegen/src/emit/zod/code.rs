//! Expressions of TypeScript, laid out as prettier does.

use std::fmt::Write as _;

use crate::{emit::typescript::comment::comment, model::Documentation};

/// The width that prettier fills.
const WIDTH: usize = 80;

/// How short an argument is that is not worth a line of its own.
const SHORT: usize = WIDTH / 4;

/// An expression.
#[derive(Clone, Debug)]
pub(super) enum Code {
    /// What stays in one line: a name, a string, a number.
    Text(String),
    /// A regular expression.
    Regex(String),
    List(Vec<Code>),
    Object(Object),
    Chain(Chain),
    /// `(name) => …`, with `&&` or `||` between conditions.
    Test {
        name: &'static str,
        conditions: Vec<String>,
        joint: &'static str,
    },
}

/// An object.
#[derive(Clone, Debug, Default)]
pub(super) struct Object {
    pub(super) members: Vec<Member>,
    /// Whether each member has a line of its own, however short they are.
    pub(super) is_open: bool,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// What its comment says.
    pub(super) documentation: Option<Box<Documentation>>,
    /// The name, quoted where it has to be.
    pub(super) name: String,
    pub(super) value: Code,
    /// Whether the value is made when it is asked for.
    pub(super) is_getter: bool,
}

/// Something that is called, and what is called of its result: `z.string().min(1)`.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    head: String,
    calls: Vec<Call>,
}

/// A call; its name starts with a dot, or is empty where the head itself is called.
#[derive(Clone, Debug)]
struct Call {
    name: String,
    arguments: Vec<Code>,
}

impl Member {
    pub(super) fn of(name: impl Into<String>, value: Code) -> Member {
        Member { documentation: None, name: name.into(), value, is_getter: false }
    }
}

impl Code {
    pub(super) fn text(text: impl Into<String>) -> Code {
        Code::Text(text.into())
    }

    /// `z.name(…)`.
    pub(super) fn z(name: &str, arguments: Vec<Code>) -> Code {
        let call = Call { name: format!(".{name}"), arguments };
        Code::Chain(Chain { head: "z".to_owned(), calls: vec![call] })
    }

    /// `name(…)`.
    pub(super) fn function(name: &str, arguments: Vec<Code>) -> Code {
        Code::Chain(Chain { head: name.to_owned(), calls: vec![Call { name: String::new(), arguments }] })
    }

    /// `… .name(…)`.
    pub(super) fn then(self, name: &str, arguments: Vec<Code>) -> Code {
        let call = Call { name: format!(".{name}"), arguments };
        match self {
            Code::Chain(mut chain) => {
                chain.calls.push(call);
                Code::Chain(chain)
            }
            Code::Text(head) => Code::Chain(Chain { head, calls: vec![call] }),
            other => other,
        }
    }

    /// The statement `start … ;` at the start of a line.
    pub(super) fn statement(&self, start: &str) -> String {
        let mut out = Out { text: start.to_owned(), indent: 0 };
        out.assigned(self, 1);
        out.text.push(';');
        out.text
    }

    /// What stays in one line.
    pub(super) fn into_text(self) -> String {
        match self {
            Code::Text(text) | Code::Regex(text) => text,
            other => other.flat().unwrap_or_default(),
        }
    }

    /// In one line; nothing where something in it has lines of its own.
    fn flat(&self) -> Option<String> {
        let all = |codes: &[Code]| codes.iter().map(Code::flat).collect::<Option<Vec<_>>>().map(|all| all.join(", "));
        Some(match self {
            Code::Text(text) | Code::Regex(text) => text.clone(),
            Code::List(items) if is_matrix(items) => return None,
            Code::List(items) => format!("[{}]", all(items)?),
            Code::Object(object) if object.members.is_empty() => "{}".to_owned(),
            Code::Object(object) => {
                let flat = |member: &Member| {
                    let is_plain = !member.is_getter && member.documentation.is_none();
                    Some(format!("{}: {}", member.name, member.value.flat().filter(|_| is_plain)?))
                };
                let members = object.members.iter().map(flat).collect::<Option<Vec<_>>>();
                format!("{{ {} }}", members.filter(|_| !object.is_open)?.join(", "))
            }
            Code::Chain(chain) => {
                if chain.is_expanded() {
                    return None;
                }
                let calls = chain.calls.iter().map(|call| Some(format!("{}({})", call.name, all(&call.arguments)?)));
                format!("{}{}", chain.head, calls.collect::<Option<String>>()?)
            }
            Code::Test { name, conditions, joint } => {
                format!("({name}) => {}", conditions.join(&format!(" {joint} ")))
            }
        })
    }

    /// Whether it can open its bracket at the end of a line of arguments.
    fn hugs(&self) -> bool {
        match self {
            Code::List(items) => !items.is_empty(),
            Code::Object(object) => !object.members.is_empty(),
            _ => false,
        }
    }

    fn is_list(&self) -> bool {
        matches!(self, Code::List(_))
    }

    /// Whether prettier finds it simple as an argument.
    fn is_simple(&self) -> bool {
        match self {
            Code::Text(_) => true,
            Code::Regex(text) => text.trim_end_matches('u').chars().count() <= 7,
            Code::List(items) => items.iter().all(Code::is_simple),
            Code::Object(object) => object.members.iter().all(|member| !member.is_getter && member.value.is_simple()),
            Code::Chain(chain) => chain.calls.iter().all(|call| call.arguments.iter().all(Code::is_simple)),
            Code::Test { .. } => false,
        }
    }

    /// Whether it is a call that could only be broken where nothing is won.
    fn is_poorly_breakable(&self) -> bool {
        let Code::Chain(chain) = self else { return false };
        chain.calls.iter().all(|call| match call.arguments.as_slice() {
            [] => !call.name.contains('<'),
            [Code::Text(text)] => text.chars().count() <= SHORT,
            _ => false,
        })
    }
}

/// Whether a list has lists or objects of several in it, which prettier opens.
fn is_matrix(items: &[Code]) -> bool {
    items.len() > 1
        && (items.iter().all(|item| matches!(item, Code::List(items) if items.len() > 1))
            || items.iter().all(|item| matches!(item, Code::Object(object) if object.members.len() > 1)))
}

impl Chain {
    /// Whether each call has a line of its own, however short they are.
    fn is_expanded(&self) -> bool {
        self.groups() > self.cutoff()
            && (self.calls.len() > 2 && !self.calls.iter().all(|call| call.arguments.iter().all(Code::is_simple))
                || self.calls.iter().rev().skip(1).any(|call| call.arguments.iter().any(|code| code.flat().is_none())))
    }

    fn groups(&self) -> usize {
        1 + self.calls.iter().filter(|call| !call.name.is_empty()).count()
    }

    /// How many groups stay together whatever is in them.
    fn cutoff(&self) -> usize {
        if self.is_merged() { 3 } else { 2 }
    }

    /// Whether the first call stays with the head, as with names in capitals.
    fn is_merged(&self) -> bool {
        self.head.starts_with(|first: char| first.is_ascii_uppercase())
            && self.calls.first().is_some_and(|call| !call.name.is_empty())
    }
}

/// What is written so far.
struct Out {
    text: String,
    indent: usize,
}

impl Out {
    fn column(&self) -> usize {
        self.text.rsplit('\n').next().unwrap_or_default().chars().count()
    }

    fn fits(&self, text: &str) -> bool {
        self.column() + text.chars().count() <= WIDTH
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', self.indent));
    }

    /// A value after `=` or `:`; `trailing` is how much follows it in its last line.
    fn assigned(&mut self, code: &Code, trailing: usize) {
        let flat = code.flat();
        let is_long = flat
            .as_ref()
            .is_some_and(|flat| !self.fits(flat) || self.column() + 1 + flat.chars().count() + trailing > WIDTH);
        let moves = matches!(code, Code::Text(_) | Code::Regex(_)) || code.is_poorly_breakable();
        if is_long && moves {
            self.indent += 2;
            self.line();
            self.write(code, trailing);
            self.indent -= 2;
        } else {
            self.text.push(' ');
            self.write(code, trailing);
        }
    }

    fn write(&mut self, code: &Code, trailing: usize) {
        if let Some(flat) = code.flat()
            && self.column() + flat.chars().count() + trailing <= WIDTH
        {
            return self.text.push_str(&flat);
        }
        match code {
            Code::Text(text) | Code::Regex(text) => self.text.push_str(text),
            Code::List(items) => self.items('[', items, ']'),
            Code::Object(object) => self.object(object),
            Code::Chain(chain) => self.chain(chain, trailing),
            Code::Test { name, conditions, joint } => {
                let _ = write!(self.text, "({name}) =>");
                self.indent += 2;
                for (index, condition) in conditions.iter().enumerate() {
                    self.line();
                    self.text.push_str(condition);
                    if index + 1 < conditions.len() {
                        let _ = write!(self.text, " {joint}");
                    }
                }
                self.indent -= 2;
            }
        }
    }

    fn items(&mut self, open: char, items: &[Code], close: char) {
        self.text.push(open);
        self.indent += 2;
        for item in items {
            self.line();
            self.write(item, 1);
            self.text.push(',');
        }
        self.indent -= 2;
        self.line();
        self.text.push(close);
    }

    fn object(&mut self, object: &Object) {
        self.text.push('{');
        self.indent += 2;
        for member in &object.members {
            let indent = " ".repeat(self.indent);
            self.text.push('\n');
            self.text.push_str(&member.documentation.as_ref().map(|said| comment(said, &indent)).unwrap_or_default());
            self.text.push_str(&indent);
            if member.is_getter {
                let _ = write!(self.text, "get {}() {{", member.name);
                self.indent += 2;
                self.line();
                self.text.push_str("return ");
                self.write(&member.value, 1);
                self.text.push(';');
                self.indent -= 2;
                self.line();
                self.text.push_str("},");
            } else {
                let _ = write!(self.text, "{}:", member.name);
                self.assigned(&member.value, 1);
                self.text.push(',');
            }
        }
        self.indent -= 2;
        self.line();
        self.text.push('}');
    }

    fn chain(&mut self, chain: &Chain, trailing: usize) {
        self.text.push_str(&chain.head);
        let stays = chain.groups() <= chain.cutoff() || self.opens_last(chain, trailing);
        for (index, call) in chain.calls.iter().enumerate() {
            let next = chain.calls.get(index + 1);
            let trailing = next.map_or(trailing, |next| if stays { next.name.chars().count() + 1 } else { 0 });
            if stays || call.name.is_empty() || index == 0 && chain.is_merged() {
                self.text.push_str(&call.name);
                self.arguments(&call.arguments, trailing);
            } else {
                self.indent += 2;
                self.line();
                self.text.push_str(&call.name);
                self.arguments(&call.arguments, trailing);
                self.indent -= 2;
            }
        }
    }

    /// Whether a short chain stays in its line, and only the brackets of its last argument are opened.
    fn opens_last(&self, chain: &Chain, trailing: usize) -> bool {
        let Some((last, before)) = chain.calls.split_last() else { return false };
        let flat = |call: &Call| {
            let arguments: Option<Vec<String>> = call.arguments.iter().map(Code::flat).collect();
            Some(format!("{}({})", call.name, arguments?.join(", ")))
        };
        let is_open = last.arguments.last().is_some_and(Code::hugs)
            && flat(last).is_none_or(|last| self.indent + 2 + last.chars().count() + trailing > WIDTH);
        let before: Option<String> = before.iter().map(flat).collect();
        !chain.is_expanded()
            && chain.calls.len() <= 2
            && is_open
            && before.is_some_and(|before| self.fits(&format!("{before}{}({{", last.name)))
    }

    fn arguments(&mut self, arguments: &[Code], trailing: usize) {
        let flat =
            arguments.iter().map(Code::flat).collect::<Option<Vec<_>>>().map(|all| format!("({})", all.join(", ")));
        if let Some(flat) = flat
            && self.column() + flat.chars().count() + trailing <= WIDTH
        {
            return self.text.push_str(&flat);
        }
        if let Some((last, before)) = arguments.split_last() {
            let is_alike = before.last().is_some_and(|other| {
                other.is_list() && last.is_list() || matches!((other, last), (Code::Object(_), Code::Object(_)))
            });
            let start = before
                .iter()
                .map(Code::flat)
                .collect::<Option<Vec<_>>>()
                .map(|all| all.iter().fold("(".to_owned(), |text, code| text + code + ", "));
            if let Some(start) = start.filter(|start| last.hugs() && !is_alike && self.fits(&format!("{start}{{"))) {
                self.text.push_str(&start);
                match last {
                    Code::List(items) => self.items('[', items, ']'),
                    Code::Object(object) => self.object(object),
                    _ => {}
                }
                return self.text.push(')');
            }
        }
        self.items('(', arguments, ')');
    }
}
