//! Finding and reading what is to be checked.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;
use vpcheck_syntax::limits;

use crate::exit::Failure;
use crate::output::cannot;

/// A document that is to be checked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Input {
    /// The name to report it under.
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) origin: Origin,
    /// The path that the file has without links and `..`; standard input has none.
    pub(crate) file: Option<PathBuf>,
}

/// Where a document is.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Place {
    Stdin,
    File(PathBuf),
}

/// How a document came to be checked.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Origin {
    /// It was named, so it has to be one of ours.
    Named,
    /// It was found in a directory.
    Found,
}

/// The documents behind `paths`, each once, in the order of their names; and what could not be done.
///
/// `-` is standard input, reported under `stdin_name`. A file that several paths lead to counts as named where it was named,
/// and has the first of its names.
pub(crate) fn collect(paths: &[PathBuf], stdin_name: &str) -> (Vec<Input>, Vec<Failure>) {
    let mut inputs = Vec::new();
    let mut failures = Vec::new();
    for path in paths {
        if Place::new(path) == Place::Stdin {
            inputs.push(Input { name: stdin_name.to_owned(), place: Place::Stdin, origin: Origin::Named, file: None });
        } else {
            match path.metadata() {
                Ok(metadata) if metadata.is_dir() => search(path, &mut inputs, &mut failures),
                Ok(metadata) if !metadata.is_file() => failures.push(special(path)),
                Ok(_) if is_json(path) => inputs.push(Input::file(path, Origin::Named, path.canonicalize().ok())),
                Ok(_) => failures.push(not_json(path)),
                Err(error) => failures.push(cannot("read", path, &error)),
            }
        }
    }
    inputs.sort_by(|a, b| (&a.file, a.origin, &a.name).cmp(&(&b.file, b.origin, &b.name)));
    inputs.dedup_by(|later, earlier| later.file == earlier.file);
    inputs.sort_by(|a, b| (&a.name, &a.place).cmp(&(&b.name, &b.place)));
    (inputs, failures)
}

/// Whether the name of a file ends in `.json`.
pub(crate) fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

fn not_json(path: &Path) -> Failure {
    let message = format!("{} does not end in .json, and this version reads only .json files", path.display());
    Failure::new(message).with_help("if it holds JSON, pass it as standard input: `vpcheck check - < FILE`")
}

/// A pipe or a device, which could be read forever.
fn special(path: &Path) -> Failure {
    Failure::new(format!("{} is a pipe or a device, and no file", path.display()))
        .with_help("pass what comes out of it as standard input: `-` in its place, and `< PATH` after the command")
}

/// The .json files below a directory.
fn search(directory: &Path, inputs: &mut Vec<Input>, failures: &mut Vec<Failure>) {
    let root = directory.canonicalize().ok();
    // A .gitignore counts also where there is no repository, as in an unpacked archive.
    for entry in WalkBuilder::new(directory).require_git(false).build() {
        match entry {
            // A pipe or a device could be read forever.
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && is_json(entry.path()) => {
                // Links are not followed, so that below the root a path has none.
                let below = entry.path().strip_prefix(directory).ok();
                let file = root.as_ref().zip(below).map(|(root, below)| root.join(below));
                inputs.push(Input::file(entry.path(), Origin::Found, file));
            }
            Ok(_) => {}
            Err(error) => failures.push(Failure::new(format!("cannot search {}: {error}", directory.display()))),
        }
    }
}

impl Input {
    /// A file, and its path without links and `..` where that is known.
    fn file(path: &Path, origin: Origin, file: Option<PathBuf>) -> Input {
        let path: PathBuf = path.components().filter(|component| *component != Component::CurDir).collect();
        let name = path.to_string_lossy().into_owned();
        Input { name, file: Some(file.unwrap_or_else(|| path.clone())), place: Place::File(path), origin }
    }
}

impl Place {
    /// What an argument means: `-` is standard input.
    pub(crate) fn new(path: &Path) -> Place {
        if path.as_os_str() == "-" { Place::Stdin } else { Place::File(path.to_owned()) }
    }

    /// The name to report it under where no other is given.
    pub(crate) fn name(&self) -> Cow<'_, str> {
        match self {
            Place::Stdin => Cow::Borrowed("<stdin>"),
            Place::File(path) => path.to_string_lossy(),
        }
    }

    /// The bytes; of a text that is too long only one more than the limit, which is enough to report it.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        match self {
            Place::Stdin => read_limited(io::stdin().lock(), 0)
                .map_err(|error| Failure::new(format!("cannot read standard input: {error}"))),
            Place::File(path) => {
                let cannot_read = |error| cannot("read", path, &error);
                let metadata = path.metadata().map_err(cannot_read)?;
                // To open a pipe is to wait for somebody who writes into it.
                if !metadata.is_file() && !metadata.is_dir() {
                    return Err(special(path));
                }
                File::open(path).and_then(|file| read_limited(file, metadata.len())).map_err(cannot_read)
            }
        }
    }
}

fn read_limited(reader: impl Read, length: u64) -> io::Result<Vec<u8>> {
    let most = limits::SOURCE_BYTES + 1;
    let capacity = usize::try_from(length).map_or(most, |length| length.saturating_add(1).min(most));
    let mut bytes = Vec::with_capacity(capacity);
    reader.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Origin, collect};

    #[test]
    fn a_file_is_checked_once_and_in_the_order_of_the_names() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        for name in ["b.json", "a.json", "c.txt"] {
            std::fs::write(directory.path().join(name), "{}").expect("a file");
        }
        let paths = [directory.path().to_owned(), directory.path().join("./a.json"), directory.path().join("c.txt")];
        let (inputs, failures) = collect(&paths, "stdin.json");
        let expected =
            [(directory.path().join("a.json"), Origin::Named), (directory.path().join("b.json"), Origin::Found)];
        let found: Vec<_> = inputs.iter().map(|input| (PathBuf::from(&input.name), input.origin)).collect();
        assert_eq!(found, expected);
        assert_eq!(failures.len(), 1);
    }
}
