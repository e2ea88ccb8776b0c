//! Expressions of Python, laid out as `ruff format` does.

/// The width that ruff fills.
pub(super) const WIDTH: usize = 88;

/// An expression.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Code {
    /// What cannot be broken.
    Word(String),
    /// Items in brackets after what they belong to: `list[str]`, `Field(ge=1)`.
    Bracket { head: String, brackets: Brackets, items: Vec<Code> },
    /// Operands with `|` between them.
    Either(Vec<Code>),
    /// What is said before the expression: a name with `=`, or a key with `: `.
    After(String, Box<Code>),
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Brackets {
    Round,
    Square,
    Curly,
}

impl Brackets {
    fn pair(self) -> (char, char) {
        match self {
            Brackets::Round => ('(', ')'),
            Brackets::Square => ('[', ']'),
            Brackets::Curly => ('{', '}'),
        }
    }
}

impl Code {
    pub(super) fn word(text: impl Into<String>) -> Code {
        Code::Word(text.into())
    }

    pub(super) fn of(head: impl Into<String>, items: Vec<Code>) -> Code {
        Code::Bracket { head: head.into(), brackets: Brackets::Square, items }
    }

    pub(super) fn call(head: impl Into<String>, items: Vec<Code>) -> Code {
        Code::Bracket { head: head.into(), brackets: Brackets::Round, items }
    }

    pub(super) fn named(name: &str, value: impl Into<String>) -> Code {
        Code::Word(format!("{name}={}", value.into()))
    }

    /// The operands; of one it is that one.
    pub(super) fn either(operands: Vec<Code>) -> Code {
        let mut flat = Vec::new();
        for operand in operands {
            let inner = match operand {
                Code::Either(inner) => inner,
                other => vec![other],
            };
            for operand in inner {
                if !flat.contains(&operand) {
                    flat.push(operand);
                }
            }
        }
        match <[Code; 1]>::try_from(flat) {
            Ok([one]) => one,
            Err(flat) => Code::Either(flat),
        }
    }

    /// All of it in one line.
    pub(super) fn line(&self) -> String {
        let joined = |items: &[Code], separator: &str| items.iter().map(Code::line).collect::<Vec<_>>().join(separator);
        match self {
            Code::Word(text) => text.clone(),
            Code::Bracket { head, brackets, items } => {
                let (open, close) = brackets.pair();
                format!("{head}{open}{}{close}", joined(items, ", "))
            }
            Code::Either(operands) => joined(operands, " | "),
            Code::After(start, code) => format!("{start}{}", code.line()),
        }
    }

    /// A whole statement: what comes before the expression, and what after it in the same line.
    pub(super) fn statement(&self, indent: usize, start: &str, end: &str) -> String {
        let mut text = format!("{:indent$}{start}", "");
        match self {
            Code::Either(_) if width(&text) + width(&self.line()) + width(end) > WIDTH => {
                text.push('(');
                new_line(&mut text, indent + 4);
                self.write(&mut text, indent + 4, 0);
                new_line(&mut text, indent);
                text.push(')');
            }
            _ => self.write(&mut text, indent, width(end)),
        }
        text.push_str(end);
        text.push('\n');
        text
    }

    /// A member of a class with its annotation, and the value that it has at first.
    pub(super) fn declaration(&self, indent: usize, name: &str, value: Option<&Code>) -> String {
        let start = format!("{name}: ");
        let Some(value) = value else { return self.statement(indent, &start, "") };
        let used = indent + width(&start) + width(&self.line());
        // A value can be opened, and the annotation is not then.
        let rest = match value {
            Code::Bracket { head, .. } => format!(" = {head}("),
            other if used + width(&other.line()) + 3 > WIDTH && used + 4 <= WIDTH => {
                let space = " ".repeat(indent);
                return format!("{space}{start}{} = (\n{space}    {}\n{space})\n", self.line(), other.line());
            }
            other => format!(" = {}", other.line()),
        };
        let mut text = self.statement(indent, &start, &rest);
        text.truncate(text.len() - rest.len() - 1);
        text.push_str(" = ");
        value.write(&mut text, indent, 0);
        text.push('\n');
        text
    }

    /// Writes at the end of the text; `after` is what has to follow in the same line.
    fn write(&self, text: &mut String, indent: usize, after: usize) {
        let line = self.line();
        let used = width(text.rsplit('\n').next().unwrap_or_default());
        if used + width(&line) + after <= WIDTH {
            return text.push_str(&line);
        }
        match self {
            Code::Word(word) => text.push_str(word),
            Code::After(start, code) => {
                text.push_str(start);
                code.write(text, indent, after);
            }
            Code::Either(operands) => {
                for (index, operand) in operands.iter().enumerate() {
                    if index > 0 {
                        new_line(text, indent);
                        text.push_str("| ");
                    }
                    let is_last = index + 1 == operands.len();
                    operand.write(text, indent, if is_last { after } else { 0 });
                }
            }
            Code::Bracket { head, brackets, items } => {
                let (open, close) = brackets.pair();
                text.push_str(head);
                text.push(open);
                // A comma after the only item in square brackets would make it a tuple.
                let has_comma = items.len() > 1 || *brackets != Brackets::Square;
                for item in items {
                    new_line(text, indent + 4);
                    item.write(text, indent + 4, usize::from(has_comma));
                    if has_comma {
                        text.push(',');
                    }
                }
                new_line(text, indent);
                text.push(close);
            }
        }
    }
}

fn new_line(text: &mut String, indent: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', indent));
}

pub(super) fn width(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_one_line_and_the_rest_is_opened() {
        let long = |letter: &str| Code::word(letter.repeat(40));
        let both = Code::either(vec![long("a"), long("b")]);
        let list = Code::of("list", vec![both.clone()]);
        let a = "a".repeat(40);
        let b = "b".repeat(40);
        for (code, expected) in [
            (Code::word("str"), "LongName = str\n".to_owned()),
            (both, format!("LongName = (\n    {a} | {b}\n)\n")),
            (list, format!("LongName = list[\n    {a} | {b}\n]\n")),
            (
                Code::of("Annotated", vec![long("a"), long("b"), Code::word("c")]),
                format!("LongName = Annotated[\n    {a},\n    {b},\n    c,\n]\n"),
            ),
            (
                Code::either(vec![Code::of("list", vec![long("a")]), long("b"), Code::word("None")]),
                format!("LongName = (\n    list[{a}]\n    | {b}\n    | None\n)\n"),
            ),
            (Code::either(vec![Code::word("int"), Code::word("int")]), "LongName = int\n".to_owned()),
        ] {
            assert_eq!(code.statement(0, "LongName = ", ""), expected);
        }
    }
}
