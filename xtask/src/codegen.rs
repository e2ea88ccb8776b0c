//! The generated files: what they are made of, and whether they are current.

use std::fmt;
use std::fs;
use std::io::ErrorKind;

use vpcheck_codegen::emit::checks;
use vpcheck_codegen::emit::rust::{self, Options};

use crate::schema::Schema;
use crate::{Error, root, rustfmt};

/// A generated file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Generated {
    /// The path from the root of the workspace.
    pub path: &'static str,
    /// What is in it.
    pub text: String,
}

/// A file that is not what would be written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Stale {
    path: &'static str,
    difference: Difference,
}

/// How a file differs from what would be written.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Difference {
    Missing,
    Line { number: usize, is: Option<String>, would_be: Option<String> },
}

/// Definitions that documents are checked against; what they refer to is generated with them.
const CHECKED_OF_SERVICE: [&str; 5] =
    ["ServiceRequest", "ServiceResponse", "SingleEnvelope", "CollectionEnvelope", "DeleteEnvelope"];
const CHECKED_OF_WRANGLER: [&str; 3] = ["Bindings", "UploadedServiceBinding", "UploadedNetworkBinding"];

/// Definitions of the wrangler schema that become types: the rest of a configuration may hold anything.
const TYPED_OF_WRANGLER: [&str; 2] = ["VpcServiceBinding", "VpcNetworkBinding"];

/// Everything that is generated, from the schemas as they are.
///
/// # Errors
///
/// When a schema cannot be read or is refused, or when rustfmt cannot be run.
pub fn generate() -> Result<Vec<Generated>, Error> {
    let service = Schema::read("schema/service.schema.json")?;
    let wrangler = Schema::read("schema/wrangler.schema.json")?;
    let of_service = Options::embedded(service.source());
    let mut of_wrangler = Options::embedded(wrangler.source());
    of_wrangler.roots = Some(TYPED_OF_WRANGLER.map(str::to_owned).to_vec());
    let types = |schema: &Schema, options: &Options<'_>| schema.emitted(rust::types(schema.model(), options));
    let table = |schema: &Schema, roots: &[&str]| schema.emitted(checks::table(schema.model(), schema.path(), roots));
    // Types that cannot be written are refused under their own schema, before `support` is asked for those of both.
    let (service_types, wrangler_types) = (types(&service, &of_service)?, types(&wrangler, &of_wrangler)?);
    let support =
        service.emitted(rust::support(&[(service.model(), &of_service), (wrangler.model(), &of_wrangler)]))?;
    let definitions = rust::definitions(&[(service.model(), service.source()), (wrangler.model(), wrangler.source())]);
    let files = [
        ("crates/vpcheck-scalars/src/generated.rs", definitions),
        ("crates/vpcheck-types/src/generated/service.rs", service_types),
        ("crates/vpcheck-types/src/generated/support.rs", support),
        ("crates/vpcheck-types/src/generated/wrangler.rs", wrangler_types),
        ("crates/vpcheck-validate/src/generated/service.rs", table(&service, &CHECKED_OF_SERVICE)?),
        ("crates/vpcheck-validate/src/generated/wrangler.rs", table(&wrangler, &CHECKED_OF_WRANGLER)?),
    ];
    let format = |(path, code): (&'static str, String)| Ok(Generated { path, text: rustfmt::format(&code)? });
    files.into_iter().map(format).collect()
}

/// Writes the files that are not current, and gives their paths.
///
/// # Errors
///
/// When they cannot be generated or written.
pub fn write() -> Result<Vec<&'static str>, Error> {
    let mut written = Vec::new();
    for Generated { path, text } in generate()? {
        if read(path)?.as_deref() == Some(text.as_str()) {
            continue;
        }
        let file = root().join(path);
        let directory = file.parent().unwrap_or(root());
        fs::create_dir_all(directory)
            .and_then(|()| fs::write(&file, text))
            .map_err(|error| Error(format!("{path} cannot be written: {error}")))?;
        written.push(path);
    }
    Ok(written)
}

/// The files that are not what would be written.
///
/// # Errors
///
/// When they cannot be generated or read.
pub fn stale() -> Result<Vec<Stale>, Error> {
    let mut stale = Vec::new();
    for Generated { path, text } in generate()? {
        let difference = match read(path)? {
            None => Some(Difference::Missing),
            Some(is) => difference(&is, &text),
        };
        stale.extend(difference.map(|difference| Stale { path, difference }));
    }
    Ok(stale)
}

/// A file of the workspace, if it is there.
fn read(path: &str) -> Result<Option<String>, Error> {
    match fs::read_to_string(root().join(path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error(format!("{path} cannot be read: {error}"))),
    }
}

/// The first line that differs, if the texts do.
fn difference(is: &str, would_be: &str) -> Option<Difference> {
    if is == would_be {
        return None;
    }
    let mut is = is.split_inclusive('\n');
    let mut would_be = would_be.split_inclusive('\n');
    let mut number = 1;
    loop {
        let lines = (is.next(), would_be.next());
        if lines.0 != lines.1 {
            return Some(Difference::Line {
                number,
                is: lines.0.map(str::to_owned),
                would_be: lines.1.map(str::to_owned),
            });
        }
        lines.0?;
        number += 1;
    }
}

impl fmt::Display for Stale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.difference {
            Difference::Missing => write!(formatter, "{} is missing", self.path),
            Difference::Line { number, is, would_be } => {
                let line = |line: &Option<String>| match line {
                    Some(line) => format!("`{}`", line.trim_end_matches('\n')),
                    None => "not there".to_owned(),
                };
                write!(
                    formatter,
                    "{} is stale: line {number} is {}\n  and would be {}",
                    self.path,
                    line(is),
                    line(would_be)
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, difference};

    #[test]
    fn the_first_line_that_differs_is_named() {
        let line = |number, is: Option<&str>, would_be: Option<&str>| {
            Some(Difference::Line { number, is: is.map(str::to_owned), would_be: would_be.map(str::to_owned) })
        };
        let table = [
            ("a\nb\n", "a\nb\n", None),
            ("", "", None),
            ("a\nb\n", "a\nc\n", line(2, Some("b\n"), Some("c\n"))),
            ("a\n", "a\nb\n", line(2, None, Some("b\n"))),
            ("a\nb", "a\nb\n", line(2, Some("b"), Some("b\n"))),
            ("a\n", "", line(1, Some("a\n"), None)),
        ];
        for (is, would_be, expected) in table {
            assert_eq!(difference(is, would_be), expected, "{is:?} {would_be:?}");
        }
    }
}
