//! Regular expressions in the dialect of Go, which is RE2.

use std::fmt::Write as _;

use crate::model::Pattern;

/// How often something may be repeated, together with what is repeated around it.
const REPEATS: u64 = 1000;

/// Classes of characters that Go knows under these names: the general categories of Unicode.
const CATEGORIES: [&str; 36] = [
    "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P",
    "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs",
];

/// Translates a pattern.
///
/// # Errors
///
/// Why Go has no equal for it.
pub(super) fn translate(pattern: &Pattern) -> Result<String, &'static str> {
    // A word boundary of Go is that of ASCII.
    let text = pattern.rust.replace(r"(?-u:\b)", r"\b").replace(r"(?-u:\B)", r"\B");
    let text = readable(&text);
    properties(&text)?;
    repeats(&text)?;
    Ok(text)
}

/// Letters and digits as themselves, and what may not be seen by its number.
fn readable(text: &str) -> String {
    let mut readable = String::new();
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let code = rest.as_str().strip_prefix("x{").filter(|_| character == '\\');
        let code = code.and_then(|code| code.split_once('}'));
        let named = code.and_then(|(digits, after)| Some((u8::from_str_radix(digits, 16).ok()?, after)));
        match named {
            Some((named, after)) if named.is_ascii_alphanumeric() => {
                readable.push(char::from(named));
                rest = after.chars();
            }
            _ if character == '\\' => {
                readable.push(character);
                readable.extend(rest.next());
            }
            _ if character.is_ascii() => readable.push(character),
            _ => {
                // Writing to a string does not fail.
                let _ = write!(readable, "\\x{{{:X}}}", u32::from(character));
            }
        }
    }
    readable
}

fn properties(text: &str) -> Result<(), &'static str> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('\\') {
        let mut characters = after.chars();
        let escaped = characters.next();
        rest = characters.as_str();
        if matches!(escaped, Some('p' | 'P')) {
            let name = rest.strip_prefix('{').and_then(|rest| rest.split('}').next()).unwrap_or_default();
            if !CATEGORIES.contains(&name) {
                return Err("Go knows the general categories of Unicode, and no other property");
            }
        }
    }
    Ok(())
}

/// Looks at how often something is repeated at most, with all repetitions around it.
fn repeats(text: &str) -> Result<(), &'static str> {
    let too_many = "Go repeats something 1,000 times at most";
    // Of each group that is open, and of the whole, how often its parts are repeated at most; and of what was read last.
    let mut open = vec![1_u64];
    let mut last = 1_u64;
    let mut in_class = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                // What is in braces belongs to the escape.
                let escaped = characters.next();
                if matches!(escaped, Some('x' | 'p' | 'P')) && characters.peek() == Some(&'{') {
                    characters.by_ref().find(|&end| end == '}');
                }
                last = 1;
            }
            ']' if in_class => (in_class, last) = (false, 1),
            _ if in_class => {}
            '[' => {
                in_class = true;
                // A bracket right at the start, maybe after `^`, is escaped by the translation.
            }
            '(' => open.push(1),
            ')' => {
                last = open.pop().unwrap_or(1);
                if let Some(around) = open.last_mut() {
                    *around = (*around).max(last);
                }
            }
            '{' => {
                let inside: String = characters.by_ref().take_while(|&end| end != '}').collect();
                let most = inside.split(',').filter_map(|number| number.parse::<u64>().ok()).max().unwrap_or(1);
                last = last.saturating_mul(most.max(1));
                if last > REPEATS {
                    return Err(too_many);
                }
                if let Some(around) = open.last_mut() {
                    *around = (*around).max(last);
                }
            }
            '*' | '+' | '?' => {}
            _ => last = 1,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn translated(ecma: &str) -> Result<String, &'static str> {
        let rust = crate::read::pattern::translate(ecma).expect("it is a pattern");
        translate(&rust)
    }

    #[test]
    fn what_go_cannot_is_refused() {
        for pattern in ["a{1001}", "(?:a{40}b){30}", "((a{11}){11}b){11}", r"\p{Script=Greek}", r"\p{Alphabetic}"] {
            assert!(translated(pattern).is_err(), "{pattern}");
        }
        for pattern in
            ["a{1000}", "a{999}b{999}", "(?:a{40}b){25}", r"\p{Lu}\u{1F600}", r"[{]{2}[a{5000}]", r"\{5000\}"]
        {
            assert!(translated(pattern).is_ok(), "{pattern}");
        }
        for (ecma, go) in [(r"\bx\B", r"\bx\B"), ("[0-9a-f]\u{115f}", r"[0-9a-f]\x{115F}"), (r"\x41\.", r"A\.")] {
            assert_eq!(translated(ecma).as_deref(), Ok(go));
        }
    }
}
