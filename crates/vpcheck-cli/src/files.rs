//! What is to be checked, and reading it.

mod collect;
mod lines;

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Component, MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use vpcheck_syntax::{Syntax, limits};

use crate::exit::Failure;
use crate::git;
use crate::output::cannot;
use crate::stdin;

pub(crate) use self::collect::{changed, collect};
pub(crate) use self::lines::lines;

/// How many bytes there is room for before anybody knows how long a file is.
const USUAL_BYTES: u64 = 2048;

/// A document that is to be checked. There may be a million, so that each is small.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    name: Box<str>,
    /// Its path, where that is not what the name says.
    path: Option<Box<Path>>,
    source: From,
    pub(crate) origin: Origin,
    pub(crate) syntax: Syntax,
}

/// Where a document comes from; that of a file is where it is without links and `..`.
#[derive(Clone, Debug)]
enum From {
    Stdin,
    /// A file below a directory that was searched.
    Directory(Arc<Root>),
    /// A file at this path, or at its own where that is not known.
    File(Option<Box<Path>>),
    /// The version of a file that is in the index of git.
    Index(Option<Box<Path>>),
}

/// A directory that is searched.
#[derive(Debug)]
struct Root {
    /// Its path as the paths of its files have it.
    path: PathBuf,
    /// Its path without links and `..`.
    real: PathBuf,
}

/// Where a document is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Place<'p> {
    Stdin,
    File(&'p Path),
    /// A file that was a regular one when its directory was read: nobody asks again.
    Listed(&'p Path),
    /// The version of a file that is in the index of git.
    Staged(&'p Path),
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

/// The syntax that the name of a file tells.
pub(crate) fn syntax_of(path: &Path) -> Option<Syntax> {
    Syntax::of_name(&path.file_name()?.to_string_lossy())
}

/// What a file is called from a directory, with `/` between names; by its whole path where it is not below.
///
/// Both are paths without links and `..`.
pub(crate) fn below(directory: &Path, file: &Path) -> String {
    let path = file.strip_prefix(directory).unwrap_or(file);
    if let Some(text) = path.to_str().filter(|text| is_plain(text)) {
        return text.strip_prefix('/').unwrap_or(text).to_owned();
    }
    let names = path.components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}

/// Whether a path has nothing but names with `/` between them, as most have.
fn is_plain(path: &str) -> bool {
    let mut names = path.strip_prefix('/').unwrap_or(path).split('/');
    MAIN_SEPARATOR == '/' && names.all(|name| !matches!(name, "" | "." | ".."))
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

impl Input {
    fn new(path: &Path, source: From, syntax: Syntax, origin: Origin) -> Input {
        if let Some(name) = path.to_str().filter(|text| is_plain(text)) {
            return Input { name: name.into(), path: None, source, origin, syntax };
        }
        let path: PathBuf = path.components().filter(|component| *component != Component::CurDir).collect();
        let (name, path) = match path.into_os_string().into_string() {
            Ok(name) => (name, None),
            Err(path) => (path.to_string_lossy().into_owned(), Some(PathBuf::from(path).into_boxed_path())),
        };
        Input { name: name.into_boxed_str(), path, source, origin, syntax }
    }

    fn stdin(stdin: Stdin<'_>) -> Input {
        let (name, syntax) = (stdin.name.into(), stdin.syntax);
        Input { name, path: None, source: From::Stdin, origin: Origin::Named, syntax }
    }

    /// The name to report it under.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &Path {
        self.path.as_deref().unwrap_or_else(|| Path::new(&*self.name))
    }

    /// Where it is.
    pub(crate) fn place(&self) -> Place<'_> {
        match self.source {
            From::Stdin => Place::Stdin,
            From::Directory(_) => Place::Listed(self.path()),
            From::File(_) => Place::File(self.path()),
            From::Index(_) => Place::Staged(self.path()),
        }
    }

    /// The path that the file has without links and `..`; standard input has none.
    pub(crate) fn file(&self) -> Option<Cow<'_, Path>> {
        match &self.source {
            From::Stdin => None,
            From::Directory(root) => Some(match self.path().strip_prefix(&root.path) {
                Ok(below) => Cow::Owned(root.real.join(below)),
                Err(_) => Cow::Borrowed(self.path()),
            }),
            From::File(file) | From::Index(file) => Some(Cow::Borrowed(file.as_deref().unwrap_or(self.path()))),
        }
    }
}

impl<'p> Place<'p> {
    /// What an argument means: `-` is standard input.
    pub(crate) fn new(path: &'p Path) -> Place<'p> {
        if path.as_os_str() == "-" { Place::Stdin } else { Place::File(path) }
    }

    /// The name to report it under where no other is given.
    pub(crate) fn name(self) -> Cow<'p, str> {
        match self {
            Place::Stdin => Cow::Borrowed("<stdin>"),
            Place::File(path) | Place::Listed(path) | Place::Staged(path) => path.to_string_lossy(),
        }
    }

    /// The bytes; of a text that is too long only one more than the limit, which is enough to report it.
    pub(crate) fn read(self) -> Result<Vec<u8>, Failure> {
        match self {
            Place::Stdin => stdin::read().map_err(|error| Failure::new(format!("cannot read standard input: {error}"))),
            Place::Staged(path) => git::staged(path),
            Place::File(path) => {
                let (file, length) = open(path)?;
                read_limited(file, length).map_err(|error| cannot("read", path, &error))
            }
            Place::Listed(path) => {
                let file = File::open(path).map_err(|error| cannot("read", path, &error))?;
                read_limited(file, USUAL_BYTES).map_err(|error| cannot("read", path, &error))
            }
        }
    }

    /// Gives the lines some at a time, as [`lines`] does. It breaks where they can only be read as a whole.
    pub(crate) fn lines(self, take: impl FnMut(&[u8]) -> ControlFlow<()>) -> Result<ControlFlow<()>, Failure> {
        match self {
            Place::Stdin => {
                stdin::lines(take).map_err(|error| Failure::new(format!("cannot read standard input: {error}")))
            }
            Place::Staged(_) => Ok(ControlFlow::Break(())),
            Place::File(path) | Place::Listed(path) => {
                let (file, _) = open(path)?;
                lines(file, take).map_err(|error| cannot("read", path, &error))
            }
        }
    }

    /// Whether there is nothing any more: a file that was found may be gone before it is read.
    pub(crate) fn is_gone(self) -> bool {
        matches!(self, Place::File(path) | Place::Listed(path) if path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound))
    }
}

/// A file, and how long it is.
fn open(path: &Path) -> Result<(File, u64), Failure> {
    let cannot_read = |error| cannot("read", path, &error);
    let metadata = path.metadata().map_err(cannot_read)?;
    // To open a pipe is to wait for somebody who writes into it.
    if !metadata.is_file() && !metadata.is_dir() {
        return Err(special(path));
    }
    Ok((File::open(path).map_err(cannot_read)?, metadata.len()))
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
    use std::path::Path;

    use vpcheck_syntax::Syntax;

    use super::{From, Input, Origin, below};

    #[test]
    fn names_have_nothing_that_says_nothing() {
        for (path, name) in [
            ("a.json", "a.json"),
            ("./a.json", "a.json"),
            ("a//b/./c.json", "a/b/c.json"),
            ("../a.json", "../a.json"),
            ("a/../b.json", "a/../b.json"),
            ("/a/b.json", "/a/b.json"),
            ("//a/b.json", "/a/b.json"),
        ] {
            let input = Input::new(Path::new(path), From::File(None), Syntax::Json, Origin::Named);
            assert_eq!(input.name(), name, "{path}");
        }
    }

    #[test]
    fn what_is_below_a_directory_is_called_from_there() {
        for (directory, file, name) in [
            ("/a", "/a/b/c.json", "b/c.json"),
            ("/a/", "/a/b.json", "b.json"),
            ("", "/a/b.json", "a/b.json"),
            ("/other", "/a/b.json", "a/b.json"),
            ("/a", "/a/b//./c.json", "b/c.json"),
        ] {
            assert_eq!(below(Path::new(directory), Path::new(file)), name, "{directory} {file}");
        }
    }
}
