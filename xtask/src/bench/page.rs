//! BENCHMARKS.md: the words of the template, and what was measured.

use std::fmt::Write as _;

/// The template with a section replaced, and the others as they were in the file before.
///
/// A place in the template is a line such as `<!-- size -->`; nothing where it has none for this section.
pub(super) fn written(template: &str, before: &str, name: &str, text: &str) -> Option<String> {
    let mut page = String::new();
    let mut is_found = false;
    for line in template.lines() {
        page.push_str(line);
        page.push('\n');
        let Some(section) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) else { continue };
        let text = if section == name {
            is_found = true;
            Some(text)
        } else {
            section_of(before, section)
        };
        let text = text.unwrap_or("Not measured yet.").trim();
        // Writing into a string cannot fail.
        let _ = writeln!(page, "\n{text}\n\n{}", end(section));
    }
    is_found.then_some(page)
}

fn section_of<'f>(file: &'f str, section: &str) -> Option<&'f str> {
    let (_, rest) = file.split_once(&format!("<!-- {section} -->\n"))?;
    rest.split_once(&end(section)).map(|(text, _)| text)
}

fn end(section: &str) -> String {
    format!("<!-- end of {section} -->")
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn one_section_is_replaced_and_the_others_stay() {
        let template = "# Title\n\n<!-- a -->\n\nwords\n\n<!-- b -->\n";
        let first = written(template, "", "a", "one").unwrap();
        let empty = "<!-- b -->\n\nNot measured yet.\n\n<!-- end of b -->\n";
        assert_eq!(first, format!("# Title\n\n<!-- a -->\n\none\n\n<!-- end of a -->\n\nwords\n\n{empty}"));
        let second = written(template, &first, "b", "two\n").unwrap();
        assert!(second.contains("\none\n") && second.contains("\ntwo\n"), "{second}");
        assert_eq!(written(template, &second, "b", "two").as_deref(), Some(second.as_str()));
        assert_eq!(written(template, &second, "c", "three"), None);
    }
}
