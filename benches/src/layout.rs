//! JSON as machines write it, and as people do.

/// How a document is laid out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Layout {
    /// Without any white space.
    Minified,
    /// With a line for each member and item, each level two columns further in.
    Pretty,
}

impl Layout {
    /// The same document in this layout. It goes by the text, so that a member given twice stays, and a number is what it was.
    #[must_use]
    pub fn of(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        let mut depth = 0;
        let mut is_in_string = false;
        let mut is_escaped = false;
        let mut was_opened = false;
        for character in text.chars() {
            if is_in_string {
                out.push(character);
                is_in_string = is_escaped || character != '"';
                is_escaped = character == '\\' && !is_escaped;
                continue;
            }
            if character.is_ascii_whitespace() {
                continue;
            }
            let closes = matches!(character, '}' | ']');
            if closes {
                depth -= 1;
            }
            // Brackets with nothing between them stay together.
            if was_opened != closes {
                self.line(&mut out, depth);
            }
            was_opened = matches!(character, '{' | '[');
            is_in_string = character == '"';
            out.push(character);
            match character {
                '{' | '[' => depth += 1,
                ',' => self.line(&mut out, depth),
                ':' if self == Layout::Pretty => out.push(' '),
                _ => {}
            }
        }
        out
    }

    fn line(self, out: &mut String, depth: usize) {
        if self == Layout::Pretty {
            out.push('\n');
            out.extend(std::iter::repeat_n("  ", depth));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;

    #[test]
    fn only_what_is_between_tokens_changes() {
        let text = "{\"a\" :[1.0,\n {} , [ ], \" }\\\\\\\" ]\"],\"a\":{\"b\":null}}";
        let minified = "{\"a\":[1.0,{},[],\" }\\\\\\\" ]\"],\"a\":{\"b\":null}}";
        let pretty = "{\n  \"a\": [\n    1.0,\n    {},\n    [],\n    \" }\\\\\\\" ]\"\n  ],\n  \"a\": {\n    \"b\": null\n  }\n}";
        assert_eq!(Layout::Minified.of(text), minified);
        assert_eq!(Layout::Pretty.of(text), pretty);
        assert_eq!(Layout::Pretty.of(minified), pretty);
        assert_eq!(Layout::Minified.of(pretty), minified);
    }
}
