//! Names of JSON things in words, and what people call them.

/// The words of a name: between other signs than letters and digits, and before an upper case letter after a lower case one.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let characters: Vec<char> = name.chars().collect();
    for (index, &character) in characters.iter().enumerate() {
        let spelled = match character {
            '+' => Some("plus"),
            '*' => Some("star"),
            '<' => Some("less"),
            '>' => Some("greater"),
            '=' => Some("equal"),
            '-' if index == 0 && characters.get(1).is_some_and(char::is_ascii_digit) => Some("minus"),
            _ => None,
        };
        if let Some(spelled) = spelled {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            words.push(spelled.to_owned());
            continue;
        }
        if !character.is_ascii_alphanumeric() {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            if !character.is_ascii() {
                // A letter of another script would do in Rust, but whether it does depends on the edition's tables.
                words.push(format!("u{:x}", u32::from(character)));
            }
            continue;
        }
        let before = index.checked_sub(1).and_then(|before| characters.get(before));
        let after = characters.get(index + 1);
        let begins = character.is_ascii_uppercase()
            && (before.is_some_and(|before| before.is_ascii_lowercase() || before.is_ascii_digit())
                || before.is_some_and(char::is_ascii_uppercase) && after.is_some_and(char::is_ascii_lowercase));
        if begins {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        word.push(character);
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// What people call something, with its article, such as "an HTTP service". Several things, such as "TLS settings", have none.
pub(crate) fn with_article(noun: &str) -> String {
    let head = noun.split(" of ").next().unwrap_or(noun);
    let is_one = ["ss", "us", "is", "as", "os"].iter().any(|end| head.ends_with(end));
    if head.ends_with('s') && !is_one && head.len() > 3 {
        return noun.to_owned();
    }
    let first = noun.chars().next().unwrap_or('x');
    let initials = noun.chars().take_while(char::is_ascii_uppercase).count() > 1;
    let vowel = if initials {
        "AEFHILMNORSX".contains(first)
    } else {
        let lower = noun.to_lowercase();
        let sounds_like_you = ["uni", "use", "uu", "ut", "eu", "one"].iter().any(|start| lower.starts_with(start));
        "aeiouAEIOU".contains(first) && !sounds_like_you || lower.starts_with("ipv")
    };
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// A name in words, such as "page size" for `PageSize`, to be read by people where there is no title.
pub(crate) fn spaced(name: &str) -> String {
    let words: Vec<String> = words(name)
        .into_iter()
        .map(|word| {
            if word.len() > 1 && word.chars().all(|character| character.is_ascii_uppercase()) {
                word
            } else {
                word.to_lowercase()
            }
        })
        .collect();
    if words.is_empty() { "value".to_owned() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_words() {
        for (noun, read) in [
            ("HTTP service", "an HTTP service"),
            ("TCP service", "a TCP service"),
            ("IPv4 host", "an IPv4 host"),
            ("host", "a host"),
            ("user", "a user"),
            ("id", "an id"),
            ("TLS settings", "TLS settings"),
            ("list of names", "a list of names"),
            ("address", "an address"),
        ] {
            assert_eq!(with_article(noun), read);
        }
        assert_eq!(spaced("ListQueryPerPage"), "list query per page");
    }
}
