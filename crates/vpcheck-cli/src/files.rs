//! Finding and reading what is to be checked.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use ignore::{DirEntry, WalkBuilder};
use vpcheck_syntax::{Syntax, limits};

use crate::configuration::Configurations;
use crate::exit::Failure;
use crate::git;
use crate::output::cannot;

/// A directory of packages of others, which holds more files than everything else.
const PACKAGES: &str = "node_modules";

/// A document that is to be checked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Input {
    /// The name to report it under.
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) origin: Origin,
    pub(crate) syntax: Syntax,
    /// The path that the file has without links and `..`; standard input has none.
    pub(crate) file: Option<PathBuf>,
}

/// Where a document is.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Place {
    Stdin,
    File(PathBuf),
    /// The version of a file that is in the index of git.
    Staged(PathBuf),
}

/// How a document came to be checked.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Origin {
    /// It was named, so it has to be one of ours.
    Named,
    /// It was found in a directory, or by git.
    Found,
}

/// Standard input, where it is among the paths.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stdin<'a> {
    /// The name to report it under.
    pub(crate) name: &'a str,
    pub(crate) syntax: Syntax,
}

/// The documents behind `paths`, each once, in the order of their names; and what could not be done.
///
/// `-` is standard input. A file that several paths lead to counts as named where it was named, and has the first of its names.
pub(crate) fn collect(
    paths: &[PathBuf],
    stdin: Stdin<'_>,
    configurations: &Arc<Configurations>,
) -> (Vec<Input>, Vec<Failure>) {
    let mut inputs = Vec::new();
    let mut failures = Vec::new();
    for path in paths {
        if Place::new(path) == Place::Stdin {
            inputs.push(Input {
                name: stdin.name.to_owned(),
                place: Place::Stdin,
                origin: Origin::Named,
                syntax: stdin.syntax,
                file: None,
            });
        } else {
            match path.metadata() {
                Ok(metadata) if metadata.is_dir() => search(path, configurations, &mut inputs, &mut failures),
                Ok(metadata) if !metadata.is_file() => failures.push(special(path)),
                Ok(_) => match syntax_of(path) {
                    Some(syntax) => inputs.push(Input::file(path, syntax, Origin::Named, path.canonicalize().ok())),
                    None => failures.push(unknown_syntax(path)),
                },
                Err(error) => failures.push(cannot("read", path, &error)),
            }
        }
    }
    inputs.sort_by(|a, b| (&a.file, a.origin, &a.name).cmp(&(&b.file, b.origin, &b.name)));
    inputs.dedup_by(|later, earlier| later.file == earlier.file);
    inputs.sort_by(|a, b| (&a.name, &a.place).cmp(&(&b.name, &b.place)));
    (inputs, failures)
}

/// The files at or below `paths` that git names, in the order of their names.
pub(crate) fn changed(paths: &[PathBuf], selection: &git::Selection) -> Result<Vec<Input>, Failure> {
    let files = git::changed(selection, paths)?;
    let mut inputs: Vec<Input> = files
        .into_iter()
        .filter_map(|file| {
            let syntax = syntax_of(&file)?;
            let mut input = Input::file(&file, syntax, Origin::Found, file.canonicalize().ok());
            if *selection == git::Selection::Staged {
                input.place = Place::Staged(file);
            }
            Some(input)
        })
        .collect();
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(inputs)
}

/// The syntax that the name of a file tells.
pub(crate) fn syntax_of(path: &Path) -> Option<Syntax> {
    Syntax::of_name(&path.file_name()?.to_string_lossy())
}

/// What a file is called from a directory, with `/` between names; by its whole path where it is not below.
///
/// Both are paths without links and `..`.
pub(crate) fn below(directory: &Path, file: &Path) -> String {
    let names = file.strip_prefix(directory).unwrap_or(file).components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}

/// A file that nothing is known to read.
pub(crate) fn unknown_syntax(path: &Path) -> Failure {
    let message = format!("the name of {} does not tell its syntax", path.display());
    Failure::new(message).with_help(
        "pass it as standard input with a name that does: `vpcheck check - --stdin-filename services.yaml < FILE`; names end in \
         .json, .jsonc, .ndjson, .yaml, .toml, .tf, .tf.json, .md or .sh",
    )
}

/// A pipe or a device, which could be read forever.
fn special(path: &Path) -> Failure {
    Failure::new(format!("{} is a pipe or a device, and no file", path.display()))
        .with_help("pass what comes out of it as standard input: `-` in its place, and `< PATH` after the command")
}

/// The files below a directory whose syntax is known. What a configuration leaves out is not looked into.
fn search(
    directory: &Path,
    configurations: &Arc<Configurations>,
    inputs: &mut Vec<Input>,
    failures: &mut Vec<Failure>,
) {
    let root = directory.canonicalize().ok();
    let (top, above, configurations) = (directory.to_owned(), root.clone(), Arc::clone(configurations));
    let is_searched = move |entry: &DirEntry| {
        let is_directory = entry.file_type().is_some_and(|kind| kind.is_dir());
        if entry.depth() == 0 || !is_directory {
            return true;
        }
        let below = entry.path().strip_prefix(&top).ok();
        let path = above.as_ref().zip(below).map(|(root, below)| root.join(below));
        entry.file_name() != PACKAGES && !path.is_some_and(|path| configurations.excludes(&path))
    };
    // A .gitignore counts also where there is no repository, as in an unpacked archive.
    for entry in WalkBuilder::new(directory).require_git(false).filter_entry(is_searched).build() {
        match entry {
            // A pipe or a device could be read forever.
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let Some(syntax) = syntax_of(entry.path()) else { continue };
                // Links are not followed, so that below the root a path has none.
                let below = entry.path().strip_prefix(directory).ok();
                let file = root.as_ref().zip(below).map(|(root, below)| root.join(below));
                inputs.push(Input::file(entry.path(), syntax, Origin::Found, file));
            }
            Ok(_) => {}
            Err(error) => failures.push(Failure::new(format!("cannot search {}: {error}", directory.display()))),
        }
    }
}

impl Input {
    /// A file, and its path without links and `..` where that is known.
    fn file(path: &Path, syntax: Syntax, origin: Origin, file: Option<PathBuf>) -> Input {
        let path: PathBuf = path.components().filter(|component| *component != Component::CurDir).collect();
        let name = path.to_string_lossy().into_owned();
        Input { name, file: Some(file.unwrap_or_else(|| path.clone())), place: Place::File(path), origin, syntax }
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
            Place::File(path) | Place::Staged(path) => path.to_string_lossy(),
        }
    }

    /// The bytes; of a text that is too long only one more than the limit, which is enough to report it.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        match self {
            Place::Stdin => read_limited(io::stdin().lock(), 0)
                .map_err(|error| Failure::new(format!("cannot read standard input: {error}"))),
            Place::Staged(path) => git::staged(path),
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

    /// Whether there is nothing any more: a file that was found may be gone before it is read.
    pub(crate) fn is_gone(&self) -> bool {
        matches!(self, Place::File(path) if path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound))
    }
}

/// The bytes of a reader, at most one more than a text may have.
pub(crate) fn read_limited(reader: impl Read, length: u64) -> io::Result<Vec<u8>> {
    let most = limits::SOURCE_BYTES + 1;
    let capacity = usize::try_from(length).map_or(most, |length| length.saturating_add(1).min(most));
    let mut bytes = Vec::with_capacity(capacity);
    reader.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use vpcheck_syntax::Syntax;

    use super::{Origin, Stdin, collect};
    use crate::arguments::ColorChoice;
    use crate::configuration::{Choice, Configurations};

    #[test]
    fn a_file_is_checked_once_and_in_the_order_of_the_names() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        std::fs::create_dir(directory.path().join("node_modules")).expect("a directory");
        for name in ["b.json", "a.json", "c.txt", "d.yaml", "node_modules/e.json"] {
            std::fs::write(directory.path().join(name), "{}").expect("a file");
        }
        let paths = [directory.path().to_owned(), directory.path().join("./a.json"), directory.path().join("c.txt")];
        let none = Arc::new(Configurations::new(Choice::Isolated, Vec::new(), ColorChoice::Never));
        let (inputs, failures) = collect(&paths, Stdin { name: "stdin.json", syntax: Syntax::Json }, &none);
        let expected = [
            (directory.path().join("a.json"), Origin::Named),
            (directory.path().join("b.json"), Origin::Found),
            (directory.path().join("d.yaml"), Origin::Found),
        ];
        let found: Vec<_> = inputs.iter().map(|input| (PathBuf::from(&input.name), input.origin)).collect();
        assert_eq!(found, expected);
        assert_eq!(failures.len(), 1);
    }
}
