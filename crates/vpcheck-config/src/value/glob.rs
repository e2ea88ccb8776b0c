//! Patterns of paths.

use std::borrow::Cow;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Kind, Node, limits};

use super::json_schema_of;
use crate::read::{Read, Reader, subject};

/// A pattern of paths, as in a .gitignore.
#[derive(Clone, Debug)]
pub(crate) struct Glob {
    /// One for the path itself, one for what is below it.
    both: [globset::Glob; 2],
}

impl Glob {
    /// The pattern that is written so, or what is wrong with it.
    fn new(text: &str) -> Result<Glob, String> {
        if text.len() > limits::GLOB_BYTES {
            return Err(format!("a glob has at most {} bytes", limits::GLOB_BYTES));
        }
        if text.starts_with('!') {
            return Err("a glob does not start with `!`: `exclude` leaves paths out".to_owned());
        }
        if text.contains('\\') {
            return Err("a glob has `/` between directories on every system, and no `\\`".to_owned());
        }
        let place = text.trim_start_matches("./");
        let place = place.strip_suffix('/').unwrap_or(place);
        let anchored = match place.strip_prefix('/') {
            Some(anchored) => Cow::Borrowed(anchored),
            None if place.contains('/') => Cow::Borrowed(place),
            None => Cow::Owned(format!("**/{place}")),
        };
        if anchored.trim_start_matches("**/").is_empty() {
            return Err("a glob is not empty: `**` is everything".to_owned());
        }
        let build = |text: &str| {
            GlobBuilder::new(text)
                .literal_separator(true)
                .build()
                .map_err(|error| format!("that is no glob: {}", error.kind()))
        };
        Ok(Glob { both: [build(&anchored)?, build(&format!("{anchored}/**"))?] })
    }
}

fn set<'g>(globs: impl IntoIterator<Item = &'g Glob>) -> Result<GlobSet, globset::Error> {
    let mut builder = GlobSetBuilder::new();
    for glob in globs.into_iter().flat_map(|glob| &glob.both) {
        builder.add(glob.clone());
    }
    builder.build()
}

impl Read for Glob {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Glob> {
        let text = reader.text(node)?;
        match Glob::new(text) {
            Ok(glob) => Some(glob),
            Err(reason) => {
                reader.refuse(node, format!("{} is \"{}\", and {reason}", subject(node), shorten(text)));
                None
            }
        }
    }
}

json_schema_of!(
    Glob,
    json_schema!({
        "type": "string",
        "minLength": 1,
        "maxLength": limits::GLOB_BYTES,
        "description": "A pattern of paths, as in a .gitignore: `*` stands for anything within a name, `**` for any directories. One \
            without `/` is for a name at any depth; any other is from the directory of the configuration. What is below a directory \
            that it is for is meant too.",
    })
);

/// Patterns of paths that are looked for all at once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Globs(GlobSet);

impl Globs {
    /// Whether a path, or a directory that it is in, is one of them.
    pub(crate) fn matches(&self, path: &str) -> bool {
        !self.0.is_empty() && self.0.is_match(path)
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Read for Globs {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Globs> {
        if node.kind() == Kind::Array && node.elements().len() > limits::GLOBS {
            reader.refuse(node, format!("{} has more than {} globs", subject(node), limits::GLOBS));
            return None;
        }
        let globs: Vec<Glob> = Vec::read(node, reader)?;
        if let Ok(set) = set(&globs) {
            return Some(Globs(set));
        }
        // What makes no regular expression, or too large a one, is found out only in a set.
        let culprit = node.elements().zip(&globs).find(|(_, glob)| set([*glob]).is_err()).map(|(element, _)| element);
        match culprit.filter(|_| globs.len() == node.elements().len()) {
            Some(element) => reader.refuse(element, format!("{} is too complicated", subject(element))),
            None => reader.refuse(node, format!("the globs of {} are too complicated together", subject(node))),
        };
        None
    }
}

impl JsonSchema for Globs {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Globs".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": generator.subschema_for::<Glob>(), "maxItems": limits::GLOBS })
    }
}

/// The path of one file from the directory of the configuration.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) struct PathOfFile(pub(crate) String);

impl Read for PathOfFile {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<PathOfFile> {
        let text = reader.text(node)?;
        let path = text.trim_start_matches("./");
        if path.is_empty() || path.starts_with('/') || path.contains('\\') || path.split('/').any(|part| part == "..") {
            let message = format!(
                "{} is \"{}\", and should be the path of a file below the directory of the configuration, with `/` between directories",
                subject(node),
                shorten(text)
            );
            reader.refuse(node, message);
            return None;
        }
        Some(PathOfFile(path.to_owned()))
    }
}

json_schema_of!(PathOfFile, json_schema!({ "type": "string", "minLength": 1, "pattern": "^[^/\\\\]([^\\\\])*$" }));

#[cfg(test)]
mod tests {
    use super::{Glob, Globs, set};
    use vpcheck_syntax::limits;

    #[test]
    fn reads_globs_as_gitignore_does() {
        for (glob, path, matches) in [
            ("*.json", "a.json", true),
            ("*.json", "services/deep/a.json", true),
            ("/*.json", "services/a.json", false),
            ("/*.json", "a.json", true),
            ("services", "services/deep/a.json", true),
            ("services", "old/services/a.json", true),
            ("services/", "services/a.json", true),
            ("services", "services.json", false),
            ("services/*.json", "services/a.json", true),
            ("services/*.json", "services/deep/a.json", false),
            ("services/*.json", "old/services/a.json", false),
            ("services/**/*.json", "services/a.json", true),
            ("services/**/*.json", "services/x/y/a.json", true),
            ("services/{web,api}.json", "services/api.json", true),
            ("./services", "services/a.json", true),
            ("**", "a/b/c.json", true),
            ("[ab].json", "b.json", true),
            ("?.json", "u.json", true),
            // The crate counts bytes.
            ("?.json", "ü.json", false),
        ] {
            let globs = Globs(set([&Glob::new(glob).expect(glob)]).expect(glob));
            assert_eq!(globs.matches(path), matches, "{glob} on {path}");
        }
    }

    #[test]
    fn refuses_what_is_no_glob() {
        let long = "a".repeat(limits::GLOB_BYTES + 1);
        for text in ["", "/", "./", "[a", "{a", "a}", "!a", "a\\b", &long] {
            assert!(Glob::new(text).is_err(), "{text}");
        }
        assert!(Glob::new(&"a".repeat(limits::GLOB_BYTES)).is_ok());
    }
}
